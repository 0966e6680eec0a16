"""Moves: passages that stand in one place in some witnesses and in another in others.

Comes in: a finished table. Goes out: its moves. For every two witnesses, words that the table leaves without their
like are compared once more, whatever their order: what stands once among the free words of either is a seed, seeds on
one diagonal are a run, runs that follow each other closely on both sides are a passage (words that were changed on the
way stand between them), and the heaviest passages are taken first. A passage needs three words, two of them with weight
of their own; one weighty word is enough where it only changed places with its neighbours. What a witness says more than
once is a formula of its own, and no sign that anything moved far.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.compare.collation import Move

__all__ = ["find_moves"]

_GAP: Final = -1
_WORDS: Final = 3
_WEIGHTY: Final = 2
_NEAR: Final = 8  # places over which a single word may have changed places with its neighbours
_FAR: Final = 40  # places beyond which a formula may have been used twice as well as moved
_SEED_SIZES: Final = (3, 2, 1)
_BETWEEN: Final = 3  # free words that may have been changed between two runs of one passage
_Bools = NDArray[np.bool_]
_Pair = tuple[int, int, int, int, int]  # places of the one, places of the other, words


def find_moves(forms: NDArray[np.int32], weights: NDArray[np.float64]) -> tuple[Move, ...]:
    """The moves of a table of form numbers (-1 for a gap), in order of their first places.

    >>> table = np.array([[0, -1], [1, -1], [2, -1], [3, 3], [4, 4], [-1, 0], [-1, 1], [-1, 2]], dtype=np.int32)
    >>> find_moves(table, np.full(5, 4.0))
    (Move(first=0, first_end=3, second=5, second_end=8, at_first=(0,), at_second=(1,), words=3),)
    """
    found: list[Move] = []
    for pair in combinations(range(forms.shape[1]), 2):
        (mine, one), (theirs, other) = _sides(forms, pair)
        if not set(forms[mine, one].tolist()) & set(forms[theirs, other].tolist()):
            continue
        texts = [forms[forms[:, at] != _GAP, at] for at in (one, other)]
        pairs = _passages((mine, forms[mine, one]), (theirs, forms[theirs, other]), texts, weights)
        found += [_move(passage, one, other) for passage in pairs]
    return tuple(_grouped(found))


def _sides(forms: NDArray[np.int32], pair: tuple[int, int]) -> list[tuple[NDArray[np.int64], int]]:
    """The places of the free words of two witnesses, each with its witness.

    What is taken first among equals must not depend on which witness was named first: the earlier places lead.
    """
    free = forms[:, pair[0]] != forms[:, pair[1]]
    sides = [(np.flatnonzero(free & (forms[:, at] != _GAP)), at) for at in pair]
    return sorted(sides, key=lambda side: side[0].tolist())


_Row = tuple[NDArray[np.int64], NDArray[np.int32]]


def _passages(
    mine: _Row, theirs: _Row, texts: Sequence[NDArray[np.int32]], weights: NDArray[np.float64]
) -> list[_Pair]:
    """The passages that both rows of free words have in another order; `texts` are the witnesses whole."""
    content = float(np.max(weights, initial=1.0)) / 2
    runs = sorted({run for size in _SEED_SIZES for run in _grown(mine, theirs, size)})
    heavy = sorted(((-float(weights[mine[1][a : a + n]].sum()), a, b, n) for a, b, n in runs))
    here_used, there_used = np.zeros(len(mine[0]), dtype=bool), np.zeros(len(theirs[0]), dtype=bool)
    found = []
    for _, here, there, length in heavy:
        if here_used[here : here + length].any() or there_used[there : there + length].any():
            continue
        passage = _passage((here, there, length), runs, (mine[0], theirs[0]), (here_used, there_used))
        (start, other, _), (last, beyond, more) = passage[0], passage[-1]
        sizes = last + more - start, beyond + more - other
        words = np.concatenate([mine[1][at : at + n] for at, _, n in passage])
        pair = (*_places(mine[0], start, sizes[0]), *_places(theirs[0], other, sizes[1]), len(words))
        if not _is_told(pair, int((weights[words] >= content).sum())):
            continue
        if _distance(pair) > _FAR and any(_times(mine[1][here : here + length], whole) != 1 for whole in texts):
            continue
        here_used[start : start + sizes[0]] = there_used[other : other + sizes[1]] = True
        found.append(pair)
    return found


_Run = tuple[int, int, int]


def _passage(
    run: _Run, runs: Sequence[_Run], places: tuple[NDArray[np.int64], NDArray[np.int64]], used: tuple[_Bools, _Bools]
) -> list[_Run]:
    """A run and those that follow it, or go before it, closely on both sides, in order."""
    passage = [run]
    for other in runs:
        last = passage[-1]
        if _follows(last, other, places) and not _is_used(last, other, used):
            passage.append(other)
    for other in reversed(runs):
        if _follows(other, passage[0], places) and not _is_used(other, passage[0], used):
            passage.insert(0, other)
    return passage


def _follows(one: _Run, other: _Run, places: tuple[NDArray[np.int64], NDArray[np.int64]]) -> bool:
    """Whether `other` begins at most a few words after `one` ends, on both sides."""
    for side in (0, 1):
        end, start = one[side] + one[2], other[side]
        if not end <= start <= end + _BETWEEN:
            return False
        if int(places[side][start] - places[side][end - 1]) > 2 * (_BETWEEN + 1):
            return False
    return True


def _is_used(one: _Run, other: _Run, used: tuple[_Bools, _Bools]) -> bool:
    """Whether something from one run to the end of the other belongs to another passage already."""
    return any(used[side][one[side] : other[side] + other[2]].any() for side in (0, 1))


def _places(places: NDArray[np.int64], start: int, length: int) -> tuple[int, int]:
    return int(places[start]), int(places[start + length - 1]) + 1


def _is_told(pair: _Pair, weighty: int) -> bool:
    first, first_end, second, second_end, words = pair
    if first < second_end and second < first_end:
        return False
    return (words >= _WORDS and weighty >= _WEIGHTY) or (weighty >= 1 and _distance(pair) <= _NEAR)


def _distance(pair: _Pair) -> int:
    first, first_end, second, second_end, _ = pair
    return max(second - first_end, first - second_end)


def _times(words: NDArray[np.int32], text: NDArray[np.int32]) -> int:
    """How often `words` stand in a row in `text`."""
    count = len(text) - len(words) + 1
    found = np.ones(max(count, 0), dtype=bool)
    for at, word in enumerate(words.tolist()):
        found &= text[at : at + count] == word
    return int(found.sum())


def _grown(mine: _Row, theirs: _Row, size: int) -> Iterable[tuple[int, int, int]]:
    """Rows of free words that stand once on either side, grown as far as the words are equal: (here, there, length).

    Free words count as neighbours where nothing but a word that the other side has too stands between them.
    """
    here, there = _unique(mine, size), _unique(theirs, size)
    for key in here.keys() & there.keys():
        start, other = here[key], there[key]
        length = size
        while _is_next(mine, start - 1) and _is_next(theirs, other - 1) and mine[1][start - 1] == theirs[1][other - 1]:
            start, other, length = start - 1, other - 1, length + 1
        while (
            _is_next(mine, start + length - 1)
            and _is_next(theirs, other + length - 1)
            and mine[1][start + length] == theirs[1][other + length]
        ):
            length += 1
        yield start, other, length


def _is_next(row: _Row, at: int) -> bool:
    """Whether the free word after number `at` follows it closely."""
    places = row[0]
    return 0 <= at < len(places) - 1 and int(places[at + 1] - places[at]) <= 2


def _unique(row: _Row, size: int) -> dict[tuple[int, ...], int]:
    """Where each row of `size` neighbouring free words stands that stands once."""
    places, words = row[0].tolist(), row[1].tolist()
    found: dict[tuple[int, ...], int] = {}
    twice = set()
    for at in range(len(words) - size + 1):
        if places[at + size - 1] - places[at] > 2 * (size - 1):
            continue
        key = tuple(words[at : at + size])
        if key in found:
            twice.add(key)
        found[key] = at
    return {key: at for key, at in found.items() if key not in twice}


def _move(pair: _Pair, one: int, other: int) -> Move:
    first, first_end, second, second_end, words = pair
    if first < second:
        return Move(first, first_end, second, second_end, (one,), (other,), words)
    return Move(second, second_end, first, first_end, (other,), (one,), words)


def _grouped(found: Sequence[Move]) -> list[Move]:
    """Moves over the same places, of several pairs of witnesses, as one."""
    groups: list[Move] = []
    for move in sorted(found, key=lambda m: (m.first, m.second, -m.words, m.at_first, m.at_second)):
        for at, group in enumerate(groups):
            if _meet(move, group):
                groups[at] = Move(
                    min(group.first, move.first),
                    max(group.first_end, move.first_end),
                    min(group.second, move.second),
                    max(group.second_end, move.second_end),
                    tuple(sorted({*group.at_first, *move.at_first})),
                    tuple(sorted({*group.at_second, *move.at_second})),
                    max(group.words, move.words),
                )
                break
        else:
            groups.append(move)
    return groups


def _meet(one: Move, other: Move) -> bool:
    """Whether two moves are one, told of different witnesses: their places overlap, and no witness has both."""
    return (
        one.first < other.first_end
        and other.first < one.first_end
        and one.second < other.second_end
        and other.second < one.second_end
        and not {*one.at_first, *other.at_first} & {*one.at_second, *other.at_second}
        and (set(one.at_first) != set(other.at_first) or set(one.at_second) != set(other.at_second))
    )
