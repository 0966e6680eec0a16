"""The Vikikaynak texts among the ATAM volumes again, with the volumes grown by text that holds no copy.

    python bench/growth.py [--times 10] [--kind shuffled|markov|both] [--curve]

*Shuffled* filler is the volumes' own words in another order; *Markov* filler goes from word to word as the volumes do,
so that it is full of short true fragments and holds no true reuse. Told are the seconds of processor time for all of it
(reading, sketching, finding, aligning), the alignments that touch filler, and whether eight true words planted in one
filler document are still found. `--curve` measures ×1, ×4, ×10 and ×40 and fits the exponent of growth.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator

import numpy as np

from corpus import require_speeches
from quotations_text import word_by_word
from tanik.trace.memory import Memory
from tanik.trace.model import Witness
from tanik.trace.run import run
from tanik.trace.stretches import trace_all
from tanik.trace.words import Documents

_PLANTED = 8


def shuffled(rng: random.Random, witnesses: list[Witness]) -> Callable[[int], str]:
    """Texts of the witnesses' words in no order."""
    words = [word for witness in witnesses for word in witness.text.split()]
    return lambda size: " ".join(rng.choices(words, k=size))


def markov(rng: random.Random, witnesses: list[Witness]) -> Callable[[int], str]:
    """Texts that go from word to word as the witnesses do."""
    return word_by_word(rng, (witness.text for witness in witnesses), sorted)


def filler(witnesses: list[Witness], times: int, make: Callable[[int], str]) -> Iterator[Witness]:
    """Documents as long as the witnesses, `times` each."""
    for round_ in range(times):
        for number, witness in enumerate(witnesses):
            yield Witness(f"filler:{round_}-{number}", make(len(witness.text.split())), "filler")


def planted(rng: random.Random, grown: list[Witness], witnesses: list[Witness]) -> tuple[list[Witness], str, str]:
    """The filler with eight words of a true document in one of its texts; that text's id, and the eight words."""
    words = rng.choice([w for w in witnesses if len(w.text.split()) > 500]).text.split()
    start = rng.randrange(len(words) - _PLANTED)
    quotation = " ".join(words[start : start + _PLANTED])
    at = rng.randrange(len(grown))
    own = grown[at].text.split()
    middle = len(own) // 2
    text = " ".join([*own[:middle], quotation, *own[middle:]])
    grown[at] = Witness(grown[at].id, text, "filler")
    return grown, grown[at].id, quotation


def measure(queries: list[Witness], documents: list[Witness]) -> tuple[int, int, float]:
    """(alignments, those that touch filler, seconds of processor time)."""
    started = time.process_time()
    memory = Documents(Memory(documents))
    alignments, touching = 0, 0
    for query in queries:
        pieces = trace_all(query.text, memory)
        alignments += len(pieces)
        touching += sum(memory.witness(piece.document).collection == "filler" for piece in pieces)
    return alignments, touching, time.process_time() - started


def _tell(kind: str, times: int, queries: list[Witness], witnesses: list[Witness]) -> float:
    rng = random.Random(7)
    make = {"shuffled": shuffled, "markov": markov}[kind](rng, witnesses)
    grown = list(filler(witnesses, times - 1, make))
    seen = "-"
    if grown:
        grown, place, quotation = planted(rng, grown, witnesses)
        trace = run(quotation, Memory([*witnesses, *grown]))
        seen = "both" if place in {m.document for m in trace.matches} and len(trace.matches) > 1 else "no"
    alignments, touching, seconds = measure(queries, [*witnesses, *grown])
    print(f"{kind:10}{times:>6}{alignments:>12}{touching:>10}{seen:>10}{seconds:>10.2f}", flush=True)
    return seconds


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--kind", choices=("shuffled", "markov", "both"), default="both")
    parser.add_argument("--curve", action="store_true", help="measure several sizes and fit the exponent")
    arguments = parser.parse_args()
    everything = require_speeches()
    queries = [w for w in everything if ":wikisource-" in w.id]
    witnesses = [w for w in everything if ":atam-" in w.id]
    sizes = (1, 4, 10, 40) if arguments.curve else (arguments.times,)
    print(f"{'filler':10}{'times':>6}{'alignments':>12}{'in filler':>10}{'planted':>10}{'seconds':>10}")
    for kind in ("shuffled", "markov") if arguments.kind == "both" else (arguments.kind,):
        spent = [_tell(kind, times, queries, witnesses) for times in sizes]
        if arguments.curve:
            slope = float(np.polyfit(np.log(sizes), np.log(spent), 1)[0])
            print(f"{kind}: seconds grow with the size to the power of {slope:.2f}")


if __name__ == "__main__":
    main()
