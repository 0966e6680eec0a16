"""A large library: how long it takes to build, how much memory, how fast it answers.

    python bench/million.py [--pages 1000000] [--words 150] [--folder DIR]

Pages are made by going from word to word as the speeches of the collection `speeches` do, so that the vocabulary, its
frequencies and its commonplaces are those of real text. The building runs in a process of its own, whose largest memory
is told. Then passages of 8 to 30 words of pages chosen by chance, one word in ten changed, are traced: the first call
for each (*cold* as far as this process goes) and a second. *Found* is the share whose page is the first match.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from corpus import require_speeches
from tanik.library.library import Library
from tanik.library.model import Document
from tanik.trace.run import run
from tanik.trace.words import Documents

_ASKED = 200


class Chain:
    """Texts that go from word to word as the speeches do; the same number gives the same page."""

    def __init__(self) -> None:
        following: dict[str, list[str]] = defaultdict(list)
        for witness in require_speeches():
            for one, other in itertools.pairwise(witness.text.split()):
                following[one].append(other)
        self._following = dict(following)
        self._starts = sorted(following)

    def page(self, number: int, words: int) -> list[str]:
        """The words of one page."""
        rng = random.Random(number)
        following, draw = self._following, rng.random
        made = [self._starts[int(draw() * len(self._starts))]]
        while len(made) < words:
            after = following.get(made[-1]) or self._starts
            made.append(after[int(draw() * len(after))])
        return made


def _pages(chain: Chain, count: int, words: int) -> Iterator[Document]:
    for number in range(count):
        yield Document("made", f"{number:07d}", " ".join(chain.page(number, words)))


def build(folder: Path, count: int, words: int) -> None:
    """Build the library and tell what it took; for the process of its own."""
    chain = Chain()
    started = time.perf_counter()
    for number in range(0, count, 5000):
        chain.page(number, words)
    making = (time.perf_counter() - started) * count / max(1, len(range(0, count, 5000)))
    started = time.perf_counter()
    with Library.open(folder, create=True) as library:
        library.add(_pages(chain, count, words))
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"built {count:,} pages of {words} words in {seconds:.0f} s, about {making:.0f} s of it making them; ", end=""
    )
    print(f"{memory:.0f} MB of memory at most")


def ask(folder: Path, count: int, words: int) -> None:
    """Trace passages of pages chosen by chance."""
    chain = Chain()
    vocabulary = chain.page(-1, 2000)
    rng = random.Random(1)
    first, second, found = [], [], 0
    with Library.open(folder) as library:
        for _ in range(_ASKED):
            number, size = rng.randrange(count), rng.choice((8, 14, 20, 30))
            page = chain.page(number, words)
            start = rng.randrange(words - size)
            passage = page[start : start + size]
            for at in rng.sample(range(1, size - 1), max(1, size // 10)):
                passage[at] = rng.choice(vocabulary)
            for spent in (first, second):
                started = time.perf_counter()
                trace = run(" ".join(passage), Documents(library))
                spent.append(1000 * (time.perf_counter() - started))
            found += bool(trace.matches) and trace.matches[0].document == f"made:{number:07d}"
    for name, spent in (("first call", first), ("second call", second)):
        cuts = statistics.quantiles(spent, n=20)
        print(f"{name}: median {statistics.median(spent):.1f} ms, 95 in 100 under {cuts[18]:.1f} ms")
    print(f"found {found / _ASKED:.3f} of {_ASKED} passages")


def main() -> None:
    """Build, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1_000_000)
    parser.add_argument("--words", type=int, default=150)
    parser.add_argument("--folder", type=Path, help="where to build it (default: a temporary folder)")
    parser.add_argument("--build-only", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.build_only:
        build(arguments.folder, arguments.pages, arguments.words)
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or Path(temporary) / "library"
        if not folder.exists():
            words = [f"--folder={folder}", f"--pages={arguments.pages}", f"--words={arguments.words}", "--build-only"]
            subprocess.run([sys.executable, __file__, *words], check=True)
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        print(f"{size / 1e9:.2f} GB on disk")
        ask(folder, arguments.pages, arguments.words)


if __name__ == "__main__":
    main()
