"""Short quotations and decoys in a library grown many times by text of the same vocabulary.

    python bench/grown.py [--times 100] [--kind markov|shuffled] [--seed 901] [--each 40] [--folder DIR]

The library of `quotations.py` is built on disk with `--times` its own size of filler in documents of 5,000 words, and
asked for passages of 6 and 8 words, each changed in one way, and for decoys. A decoy of which five words in a row stand
in the filler is none. `--times 0` asks the library without filler.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import quotations
from corpus import require_speeches
from decoys import left_out
from quotations_text import runs
from tanik.library.library import Library
from tanik.library.model import Document
from tanik.trace.model import Witness
from tanik.trace.run import Documents, run

_SIZES = (6, 8)
_WORDS = 5000
_A_TIME = 63  # documents of that many words are about as much text as the speeches


def _documents(kept: list[Witness], make: Callable[[int], str], times: int) -> Iterator[Document]:
    for witness in kept:
        collection, _, name = witness.id.partition(":")
        yield Document(collection, name, witness.text, witness.title, None, witness.date)
    for number in range(times * _A_TIME):
        yield Document("filler", f"{number:06d}", make(_WORDS))


def _found(documents: Documents, cases: list[quotations.Case]) -> str:
    hits = [quotations.hits(case, run(case.text, documents)) for case in cases]
    return " / ".join(f"{sum(column) / len(hits):.3f}" for column in zip(*hits, strict=True))


def _true_decoys(decoys: list[str], kept: list[Witness], made: Callable[[], Iterator[str]]) -> list[str]:
    """The decoys of which no five words in a row stand in the library."""
    asked = {row for text in decoys for row in runs(text)}
    met = {row for text in (*(w.text for w in kept), *made()) for row in asked & runs(text)}
    return [text for text in decoys if not runs(text) & met]


def main() -> None:
    """Build, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--kind", choices=("markov", "shuffled"), default="markov")
    parser.add_argument("--seed", type=int, default=901)
    parser.add_argument("--each", type=int, default=40)
    parser.add_argument("--folder", type=Path, help="where to build it (default: a temporary folder)")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    everything = require_speeches()
    absent = quotations.without_copies(rng, everything)
    kept = [w for w in everything if w.id not in absent]
    words = [word for witness in everything for word in witness.text.split()]

    def filler() -> Callable[[int], str]:
        own = random.Random(arguments.seed + 1)
        if arguments.kind == "markov":
            return quotations.markov_of(own, everything)
        return lambda size: " ".join(own.choices(words, k=size))

    def made() -> Iterator[str]:
        make = filler()
        return (make(_WORDS) for _ in range(arguments.times * _A_TIME))

    vocabulary = sorted(word for word in set(words) if word.isalpha() and word.islower() and len(word) > 4)
    makers = {
        "markov": quotations.markov_of(rng, everything),
        "left out": left_out(rng, [w for w in everything if w.id in absent]),
    }
    with tempfile.TemporaryDirectory() as temporary:
        started = time.process_time()
        with Library.open(arguments.folder or Path(temporary) / "library", create=True) as library:
            library.add(_documents(kept, filler(), arguments.times))
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(f"built in {time.process_time() - started:.0f} s of processor time, {memory} MB at most")
            documents = Documents(library)
            for size in _SIZES:
                cases = [case for _ in range(arguments.each) for case in quotations.cases(rng, kept, size, vocabulary)]
                print(f"{size} words: found / status / named {_found(documents, cases)} of {len(cases)}")
                for name, make in makers.items():
                    drawn = [make(size) for _ in range(4 * arguments.each)]
                    true = _true_decoys(drawn, kept, made)
                    silent = sum(not run(text, documents).matches for text in true)
                    print(f"   decoys absent, {name}: {silent / max(len(true), 1):.3f} of {len(true)}")


if __name__ == "__main__":
    main()
