"""Decoys of the quotation bench: how many are taken for quotations, and how many of those are no decoys after all.

A sentence of a speech that was left out may be a formula that the library has with a word more or less. Whether it is
one is asked of a plain programme that knows nothing of the tracing kernel: the least number of words to be put in,
taken out or changed (words alike in their first five letters count as equal) until the decoy stands somewhere in the
library, over all of the library's words. A decoy that stands there with one change in four words is a *repetition*.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from quotations_text import pick, runs
from tanik.core.token import tokenize
from tanik.trace.model import Trace, Witness
from tanik.trace.run import Documents, run

_STEM = 5
_WORDS_A_CHANGE = 4
Numbers = NDArray[np.int64]


class Oracle:
    """The library's words in a row, for the least distance of a text to any stretch of them."""

    def __init__(self, witnesses: Sequence[Witness]) -> None:
        self._numbers: dict[str, int] = {}
        rows: list[int] = []
        for witness in witnesses:
            rows += [self._number(word) for word in tokenize(witness.text).words]
            rows += [-1] * 64  # no stretch goes from one document into the next
        self._words: Numbers = np.array(rows, dtype=np.int64)

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word[:_STEM], len(self._numbers))

    def distance(self, text: str) -> int:
        """The fewest words to be changed, put in or taken out until `text` stands in the library."""
        best: Numbers = np.zeros(len(self._words) + 1, dtype=np.int64)
        places = np.arange(len(best))
        for row, word in enumerate(tokenize(text).words, start=1):
            number = self._numbers.get(word[:_STEM], -2)
            here = np.empty_like(best)
            here[0] = row
            np.minimum(best[:-1] + (self._words != number), best[1:] + 1, out=here[1:])
            best = np.minimum.accumulate(here - places) + places
        return int(best.min())

    def is_repetition(self, text: str) -> bool:
        """Whether the text stands in the library but for one word in four."""
        return self.distance(text) <= len(tokenize(text).words) // _WORDS_A_CHANGE


def print_decoys(
    rng: random.Random,
    memory: Documents,
    kept: Sequence[Witness],
    makers: dict[str, Callable[[int], str]],
    sizes: Sequence[int],
    *,
    total: int,
    known: set[tuple[str, ...]],
    misses: bool,
) -> None:
    """How many decoys of each kind and length are absent, and how many are or repeat what the library has."""
    oracle = Oracle(kept)
    for name, make in makers.items():
        absent, repeated = [], []
        for size in sizes:
            found = []
            for _ in range(total):
                text = make(size)
                while runs(text) & known:
                    text = make(size)
                trace = run(text, memory)
                if trace.matches:
                    found.append(text)
                    if misses:
                        _tell(name, size, trace, oracle)
            truly = sum(not oracle.is_repetition(text) for text in found)
            absent.append(f"{1 - len(found) / total:>8.4f}")
            repeated.append(f"{1 - truly / total:>8.4f}")
        print(f"decoys absent, {name:9}" + "".join(absent))
        print("   or a repetition      " + "".join(repeated))


def left_out(rng: random.Random, outside: Sequence[Witness]) -> Callable[[int], str]:
    """True sentences of speeches that the library lacks."""
    return lambda size: " ".join(pick(rng, outside, size)[1])


def _tell(name: str, size: int, trace: Trace, oracle: Oracle) -> None:
    match = trace.matches[0]
    print("DECOY", name, size, oracle.distance(trace.text), trace.text[:200], "->", match.document, match.chance)
