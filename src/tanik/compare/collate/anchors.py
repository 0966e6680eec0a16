"""Anchors: words of two witnesses that surely answer to each other.

Comes in: two rows of word numbers. Goes out: pairs of places that rise together, and the stretches that both have in
another order. A row of words that stands once in either text is a seed (the "unique lines" of Cohen's patience diff,
with words for lines); seeds on one diagonal are runs, the heaviest chain of runs stays (the longest increasing
subsequence, weighted: Fredman 1975), and a heavy run that crosses it has moved. Between two anchors the search begins
anew with shorter rows of words, because what is common in a book may stand once in a paragraph. All stretches
between anchors are searched at once, on arrays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Anchors", "find_anchors"]

# Words in a row that make a seed, the longest first; those of the second list only where a stretch is large.
_ROWS: Final = (8, 5, 3)
_LARGE_ROWS: Final = (2, 1)
_LARGE: Final = 900  # pairs of words: smaller stretches go to the programme as they are
_MOVED: Final = 5  # words: a shorter run that crosses the chain may be chance
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Anchors:
    """Equal places of two texts: `mine[n]` answers to `theirs[n]`, both rising; `moved` are (here, there, length)."""

    mine: _Ints
    theirs: _Ints
    moved: tuple[tuple[int, int, int], ...] = ()


def find_anchors(mine: NDArray[np.int32], theirs: NDArray[np.int32], weights: NDArray[np.float64]) -> Anchors:
    """The words of `mine` and `theirs` that surely answer to each other; `weights` are of the words, by number.

    >>> words = np.arange(20, dtype=np.int32)
    >>> find_anchors(words, np.delete(words, 4), np.ones(20)).theirs.tolist()[:6]
    [0, 1, 2, 3, 4, 5]
    """
    linked = np.full(len(mine), -1, dtype=np.int64)
    moved: list[tuple[int, int, int]] = []
    for size in (*_ROWS, *_LARGE_ROWS):
        left, right = _stretches(linked, len(theirs))
        if size in _LARGE_ROWS:
            _without_small(left, right)
        seeds = _seeds(mine, theirs, (left, right), size)
        runs = _runs(seeds, size)
        if size == 1:
            runs = [run for run in runs if weights[mine[run[0]]] >= np.median(weights)]
        chain, rest = _heaviest_chain(runs, mine, weights)
        for run in chain:
            _link(linked, run, mine, theirs, (left, right))
        if size >= min(_ROWS):
            moved += [run for run in rest if run[2] >= _MOVED]
    found = np.flatnonzero(linked >= 0)
    return Anchors(found, linked[found], tuple(_still_free(moved, linked)))


def _stretches(linked: _Ints, size: int) -> tuple[_Ints, _Ints]:
    """Which stretch between anchors each place belongs to, on both sides; -1 for anchors themselves."""
    found = np.flatnonzero(linked >= 0)
    left = np.cumsum((linked >= 0).astype(np.int64))
    left[found] = -1
    anchored = np.zeros(size, dtype=np.int64)
    anchored[linked[found]] = 1
    right = np.cumsum(anchored)
    right[linked[found]] = -1
    return left, right


def _without_small(left: _Ints, right: _Ints) -> None:
    """Takes the stretches out that the programme does as they are."""
    count = max(int(left.max(initial=0)), int(right.max(initial=0))) + 1
    areas = np.bincount(left[left >= 0], minlength=count) * np.bincount(right[right >= 0], minlength=count)
    small = areas < _LARGE
    for side in (left, right):
        side[(side >= 0) & small[side]] = -1


def _keys(words: NDArray[np.int32], stretch: _Ints, size: int) -> tuple[NDArray[np.uint64], _Ints]:
    """A key for every row of `size` words that lies inside one stretch, and where it begins."""
    count = len(words) - size + 1
    if count <= 0:
        return np.empty(0, np.uint64), np.empty(0, np.int64)
    inside = stretch[:count] >= 0
    keys = stretch[:count].astype(np.uint64)
    for at in range(size):
        inside &= stretch[at : at + count] == stretch[:count]
        keys = (keys ^ words[at : at + count].astype(np.uint64)) * _MIX
        keys ^= keys >> np.uint64(29)
    places = np.flatnonzero(inside)
    return keys[places], places


def _once(keys: NDArray[np.uint64], places: _Ints) -> tuple[NDArray[np.uint64], _Ints]:
    found, first, counts = np.unique(keys, return_index=True, return_counts=True)
    return found[counts == 1], places[first[counts == 1]]


def _seeds(
    mine: NDArray[np.int32], theirs: NDArray[np.int32], stretches: tuple[_Ints, _Ints], size: int
) -> list[tuple[int, int]]:
    """Rows of words that stand once on either side of a stretch, in order of `mine`."""
    here, here_at = _once(*_keys(mine, stretches[0], size))
    there, there_at = _once(*_keys(theirs, stretches[1], size))
    _, left, right = np.intersect1d(here, there, assume_unique=True, return_indices=True)
    pairs = np.stack([here_at[left], there_at[right]], axis=1)
    pairs = pairs[np.argsort(pairs[:, 0])]
    equal = np.ones(len(pairs), dtype=bool)  # keys are hashes: the words have the last say
    for at in range(size):
        equal &= mine[pairs[:, 0] + at] == theirs[pairs[:, 1] + at]
    return [(here, there) for here, there in pairs[equal].tolist()]


def _runs(seeds: Sequence[tuple[int, int]], size: int) -> list[tuple[int, int, int]]:
    """Seeds that follow each other on one diagonal, as (here, there, length)."""
    runs: list[tuple[int, int, int]] = []
    for here, there in seeds:
        if runs:
            start, other, length = runs[-1]
            if here - start == there - other and here <= start + length:
                runs[-1] = (start, other, here - start + size)
                continue
        runs.append((here, there, size))
    return runs


def _heaviest_chain(
    runs: Sequence[tuple[int, int, int]], words: NDArray[np.int32], weights: NDArray[np.float64]
) -> tuple[list[tuple[int, int, int]], list[tuple[int, int, int]]]:
    """The runs of the heaviest rising chain, and the others."""
    if not runs:
        return [], []
    before = np.append(0.0, np.cumsum(weights[words]))
    ends: list[int] = []  # where, on the other side, the best chain of each weight known so far ends
    totals: list[float] = []
    lasts: list[int] = []
    previous: list[int] = []
    for at, (here, there, length) in enumerate(runs):
        place = bisect_left(ends, there + 1)
        total = float(before[here + length] - before[here]) + (totals[place - 1] if place else 0.0)
        previous.append(lasts[place - 1] if place else -1)
        end = there + length
        place = bisect_left(ends, end)
        if place and totals[place - 1] >= total:
            continue
        beyond = place
        while beyond < len(ends) and totals[beyond] <= total:
            beyond += 1
        ends[place:beyond], totals[place:beyond], lasts[place:beyond] = [end], [total], [at]
    chain = [lasts[-1]]
    while previous[chain[-1]] >= 0:
        chain.append(previous[chain[-1]])
    kept = set(chain)
    return _disjoint([runs[at] for at in reversed(chain)]), [run for at, run in enumerate(runs) if at not in kept]


def _disjoint(chain: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """The runs of a chain, cut where one begins inside the one before."""
    cut: list[tuple[int, int, int]] = []
    here_end = there_end = 0
    for here, there, length in chain:
        lost = max(0, here_end - here, there_end - there)
        if lost < length:
            cut.append((here + lost, there + lost, length - lost))
            here_end, there_end = here + length, there + length
    return cut


def _link(
    linked: _Ints,
    run: tuple[int, int, int],
    mine: NDArray[np.int32],
    theirs: NDArray[np.int32],
    stretches: tuple[_Ints, _Ints],
) -> None:
    """Takes a run into the links, and the equal words before and after it that nobody has taken."""
    here, there, length = run
    left, right = stretches
    linked[here : here + length] = np.arange(there, there + length)
    left[here : here + length] = right[there : there + length] = -1
    for step, start in ((-1, (here - 1, there - 1)), (1, (here + length, there + length))):
        at, other = start
        while (
            0 <= at < len(mine)
            and 0 <= other < len(theirs)
            and left[at] >= 0
            and left[at] == right[other]
            and mine[at] == theirs[other]
        ):
            linked[at] = other
            left[at] = right[other] = -1
            at, other = at + step, other + step


def _still_free(runs: Sequence[tuple[int, int, int]], linked: _Ints) -> list[tuple[int, int, int]]:
    """The runs of which no word has been taken, on either side, heaviest first and none over another."""
    taken = set(linked[linked >= 0].tolist())
    here_used: set[int] = set()
    there_used: set[int] = set()
    kept = []
    for here, there, length in sorted(set(runs), key=lambda run: (-run[2], run)):
        mine, theirs = range(here, here + length), range(there, there + length)
        if (linked[here : here + length] >= 0).any() or not taken.isdisjoint(theirs):
            continue
        if here_used.isdisjoint(mine) and there_used.isdisjoint(theirs):
            here_used.update(mine)
            there_used.update(theirs)
            kept.append((here, there, length))
    return kept
