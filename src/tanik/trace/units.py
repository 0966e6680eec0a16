"""Units: neighbouring words of one side that the other side writes as one.

Comes in: the words of both sides. Goes out: what the aligner takes as one: ``kitle-i`` beside ``kitlei``, ``bir şey``
beside ``birşey``, and a word whose letters were set wide (``m i l l e t``), as old print does for stress.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence, Set
from operator import add

__all__ = ["Unit", "merge_units"]

Unit = tuple[int, int]
_MOST_WORDS = 3
# A word set wide has more letters than this, and no more than that.
_SHORTEST_SPACED = 3
_LONGEST_SPACED = 30


def merge_units(words: Sequence[str], other: Sequence[str]) -> list[Unit]:
    """`words` as units: one a word, but two or three neighbours are one where `other` writes them joined.

    So are letters set wide.

    >>> merge_units(["her", "bir", "sey"], ["her", "birsey"])
    [(0, 1), (1, 3)]
    >>> merge_units(["b", "u", "y", "u", "k", "su"], ["buyuk", "su"])
    [(0, 5), (5, 6)]
    """
    vocabulary = set(other)
    twos = list(map(add, words, words[1:]))
    if vocabulary.isdisjoint(twos) and vocabulary.isdisjoint(map(add, twos, words[2:])) and not _is_spaced(words):
        return [(index, index + 1) for index in range(len(words))]
    pairs = set(itertools.pairwise(other))
    units: list[Unit] = []
    index = 0
    while index < len(words):
        apart = tuple(words[index : index + 2]) in pairs
        letters = _letters_in_row(words, index)
        sizes = range(max(_MOST_WORDS, letters), 1, -1)
        joined = (n for n in sizes if index + n <= len(words) and _is_one(words[index : index + n], vocabulary))
        size = 1 if apart else next(joined, 1)
        units.append((index, index + size))
        index += size
    return units


def _is_one(words: Sequence[str], vocabulary: Set[str]) -> bool:
    """Whether the words are one in the other text; ``1 1`` is never eleven (`figures` joins thousands)."""
    joined = "".join(words)
    return joined in vocabulary and not joined.isdigit()


def _is_spaced(words: Sequence[str]) -> bool:
    """Whether some of the words are likely one, set wide: ``m i l l e t``."""
    return sum(len(word) == 1 for word in words) > _SHORTEST_SPACED


def _letters_in_row(words: Sequence[str], start: int) -> int:
    """How many words of one letter follow one another from `start` on."""
    end = start
    while end < len(words) and len(words[end]) == 1 and end - start < _LONGEST_SPACED:
        end += 1
    return end - start
