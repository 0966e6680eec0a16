"""Words that one witness writes as one, with other words between them in another.

Comes in: where each witness's words stand in a finished table. Goes out: runs of rows that are one place. What one
witness writes as *hiçbir* and another as *hiç bir* is one unit from the start; a third that reads *hiç iyi bir* has its
words in rows of their own, and would seem to lack *hiç* and to read *bir* for *hiçbir*. Such rows are made one, so that
what is told is the word that was put in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.trace.beside import between_parts

__all__ = ["torn_places", "without_rows"]

_REACH: Final = 4  # rows before and after
_SHORTEST: Final = 5  # letters: the parts of a shorter word stand beside each other by chance
_MOST: Final = 5  # words, those put in among them


def torn_places(bounds: NDArray[np.int32], words: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Rows ``[start, end)`` that are one place, in order, none over another; `words` are each witness's, folded."""
    found: list[tuple[int, int]] = []
    filled = np.diff(bounds, axis=0) > 0
    edge = np.ones((1, filled.shape[1]), dtype=bool)
    # Only a word beside a gap of its own witness can be what another has in several rows.
    beside = filled & ~(np.vstack([edge, filled[:-1]]) & np.vstack([filled[1:], edge]))
    for row in np.flatnonzero(beside.any(axis=1) & (len(words) > 1)).tolist():
        if found and row < found[-1][1]:
            continue
        place = _torn(row, np.flatnonzero(beside[row]).tolist(), (bounds, filled), words)
        if place is not None and (not found or place[0] >= found[-1][1]):
            found.append(place)
    return found


def _torn(
    row: int,
    holders: Sequence[int],
    table: tuple[NDArray[np.int32], NDArray[np.bool_]],
    words: Sequence[Sequence[str]],
) -> tuple[int, int] | None:
    bounds, filled = table
    found = set()
    for holder in holders:
        form = "".join(words[holder][bounds[row, holder] : bounds[row + 1, holder]])
        if len(form) < _SHORTEST:
            continue
        rows = _free_rows(row, filled[:, holder])
        for witness in range(filled.shape[1]) if rows[1] - rows[0] > 1 else ():
            place = _place_of(form, rows, bounds[:, witness], words[witness])
            if place is not None and place[0] <= row < place[1] and place[1] - place[0] > 1:
                found.add(place)
    # The narrowest, and of these the first: a choice in which the order of the witnesses has no part.
    return min(found, key=lambda place: (place[1] - place[0], place), default=None)


def _free_rows(row: int, filled: NDArray[np.bool_]) -> tuple[int, int]:
    """The rows around one in which its witness has nothing else."""
    low, high = row, row + 1
    while low > 0 and row - low < _REACH and not filled[low - 1]:
        low -= 1
    while high < len(filled) and high - row <= _REACH and not filled[high]:
        high += 1
    return low, high


def _place_of(
    form: str, rows: tuple[int, int], starts: NDArray[np.int32], words: Sequence[str]
) -> tuple[int, int] | None:
    """The rows in which a witness has the parts of `form` with something between them."""
    begin, end = int(starts[rows[0]]), int(starts[rows[1]])
    if end - begin < 3:
        return None
    for first in range(begin, end - 2):
        if not form.startswith(words[first]):
            continue
        for last in range(first + 3, min(end, first + _MOST) + 1):
            if between_parts(form, words[first:last]) is not None:
                inside = np.flatnonzero((starts[1:] > first) & (starts[:-1] < last))
                return int(inside[0]), int(inside[-1]) + 1
    return None


def without_rows(places: Sequence[tuple[int, int]], rows: int) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Which of the ``rows + 1`` bounds stay when each of `places` is made one row, and the new number of each row."""
    kept = np.ones(rows + 1, dtype=bool)
    for start, end in places:
        kept[start + 1 : end] = False
    return kept, np.cumsum(kept) - 1
