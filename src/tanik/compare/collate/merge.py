"""Two tables become one: the step of which a collation of any number of witnesses is made.

Comes in: two tables over different witnesses of one `Store`. Goes out: one table over all of them. A table is an array
with a row a place and a column a witness: which unit the witness has there, or -1. The pair of witnesses, one a
side, that are nearest to each other gives the anchors; what lies between two anchors is laid side by side by the
programme of `trace`, in which a row of the one table earns with a row of the other what their best two words
earn, and a little for every further witness that agrees. (A profile alignment, as in Feng and Doolittle 1987 and in
MAFFT; the anchors keep it linear.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from tanik.compare.collate.anchors import Anchors, find_anchors
from tanik.compare.collate.words import Store
from tanik.trace.beside import best_pairs

__all__ = ["Table", "merge_tables", "single_table"]

Units = NDArray[np.int32]
_GAP: Final = -1
_UNLIKE: Final = -0.25
_NEVER: Final = -1e6
_LEAST_LIKE: Final = 0.7
# Pairs of words: beyond the first, a stretch is compared by equal words alone; beyond the second, not at all (two books
# that have no three words in a row in common); and how many are reckoned at once.
_MOST_CELLS: Final = 160_000
_MOST_COMPARED: Final = 400_000_000
_AT_ONCE: Final = 2_000_000
_AGREEMENT: Final = 0.05  # how much of a gain hangs on how many of the witnesses agree


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Rows of units: `cells[place, n]` is the unit that witness `members[n]` has at the place, or -1."""

    members: tuple[int, ...]
    cells: Units


def single_table(store: Store, witness: int) -> Table:
    """The table of one witness: a row a unit."""
    return Table((witness,), np.arange(len(store.units[witness]), dtype=np.int32)[:, None])


def merge_tables(store: Store, one: Table, other: Table, nearest: tuple[int, int]) -> Table:
    """Both tables as one; `nearest` are the members of `one` and `other` that are most alike, as witness numbers."""
    here, there = one.members.index(nearest[0]), other.members.index(nearest[1])
    anchors = find_anchors(store.units[nearest[0]], store.units[nearest[1]], store.weights)
    rows, columns = _places(one, here), _places(other, there)
    fixed = np.stack([rows[anchors.mine], columns[anchors.theirs]], axis=1)
    forms = _Forms(_forms(store, one), _forms(store, other), *_moved(one, other, rows, columns, anchors))
    pairs = [*map(tuple, fixed.tolist()), *_between(store, forms, fixed)]
    return _joined(one, other, sorted(pairs))


def _places(table: Table, member: int) -> NDArray[np.int64]:
    """At which row each unit of a member stands."""
    return np.flatnonzero(table.cells[:, member] != _GAP)


def _forms(store: Store, table: Table) -> NDArray[np.int32]:
    """A table with the numbers of forms in the place of units."""
    forms = np.full(table.cells.shape, _GAP, dtype=np.int32)
    for at, witness in enumerate(table.members):
        there = table.cells[:, at] != _GAP
        forms[there, at] = store.units[witness][table.cells[there, at]]
    return forms


@dataclass(frozen=True, slots=True, eq=False)
class _Forms:
    """Two tables as forms, and which of their rows have moved and so belong to nothing here."""

    one: NDArray[np.int32]
    other: NDArray[np.int32]
    one_moved: NDArray[np.bool_]
    other_moved: NDArray[np.bool_]


def _moved(
    one: Table, other: Table, rows: NDArray[np.int64], columns: NDArray[np.int64], anchors: Anchors
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    here, there = np.zeros(len(one.cells), dtype=bool), np.zeros(len(other.cells), dtype=bool)
    for mine, theirs, length in anchors.moved:
        here[rows[mine : mine + length]] = True
        there[columns[theirs : theirs + length]] = True
    return here, there


def _between(store: Store, forms: _Forms, fixed: NDArray[np.int64]) -> list[tuple[int, int]]:
    """The pairs of rows in all stretches between the fixed ones."""
    ends = np.array([[-1, -1], *fixed.tolist(), [len(forms.one), len(forms.other)]], dtype=np.int64)
    starts, stops = ends[:-1] + 1, ends[1:]
    sizes = stops - starts
    filled = np.flatnonzero((sizes > 0).all(axis=1))
    pairs: list[tuple[int, int]] = []
    corners = []
    for start, size in zip(starts[filled].tolist(), sizes[filled].tolist(), strict=True):
        if size[0] * size[1] <= _MOST_CELLS:
            corners.append((*start, *size))
        elif size[0] * size[1] <= _MOST_COMPARED:
            pairs += _by_subsequence(forms, start, size)
    for part in _parts(corners):
        for (row, column, _, _), found in zip(part, best_pairs(_gains(store, forms, part)), strict=True):
            pairs += [(row + at, column + other) for at, other in found]
    return pairs


def _parts(corners: Sequence[tuple[int, int, int, int]]) -> Iterator[list[tuple[int, int, int, int]]]:
    """The stretches, as many at a time as are reckoned at once."""
    part: list[tuple[int, int, int, int]] = []
    cells = 0
    for corner in corners:
        cells += corner[2] * corner[3]
        if part and cells > _AT_ONCE:
            yield part
            part, cells = [], corner[2] * corner[3]
        part.append(corner)
    if part:
        yield part


def _by_subsequence(forms: _Forms, start: Sequence[int], size: Sequence[int]) -> list[tuple[int, int]]:
    """Equal words alone, for stretches too large for the programme: what most witnesses of a row have speaks for it."""
    row, column = start
    mine = _commonest(forms.one[row : row + size[0]])
    theirs = _commonest(forms.other[column : column + size[1]])
    blocks = LCSseq.opcodes(mine, theirs)
    return [
        (row + block.src_start + at, column + block.dest_start + at)
        for block in blocks
        if block.tag == "equal"
        for at in range(block.src_end - block.src_start)
    ]


def _commonest(rows: NDArray[np.int32]) -> list[int]:
    return [int(np.bincount(row[row != _GAP]).argmax()) for row in rows]


def _gains(store: Store, forms: _Forms, corners: Sequence[tuple[int, int, int, int]]) -> list[NDArray[np.float64]]:
    """What each row earns with each row of the other table, for every stretch; all stretches are reckoned at once."""
    at = np.array(corners, dtype=np.int64)
    cells = at[:, 2] * at[:, 3]
    stretch = np.repeat(np.arange(len(at)), cells)
    within = np.arange(len(stretch)) - np.repeat(np.cumsum(cells) - cells, cells)
    rows = at[stretch, 0] + within // at[stretch, 3]
    columns = at[stretch, 1] + within % at[stretch, 3]
    flat = _pair_gains(store, forms, rows, columns)
    tables = np.split(flat, np.cumsum(cells)[:-1])
    return [table.reshape(size[2], size[3]) for table, size in zip(tables, corners, strict=True)]


def _pair_gains(
    store: Store, forms: _Forms, rows: NDArray[np.int64], columns: NDArray[np.int64]
) -> NDArray[np.float64]:
    """What rows earn with columns, pair by pair."""
    best, total = np.full(len(rows), _UNLIKE), np.zeros(len(rows))
    met = np.zeros(len(rows))
    for mine, my_count in _distinct(forms.one):
        for theirs, their_count in _distinct(forms.other):
            one, other = mine[rows], theirs[columns]
            there = (one != _GAP) & (other != _GAP)
            gain = _form_gains(store, one[there], other[there])
            times = my_count[rows[there]] * their_count[columns[there]]
            best[there] = np.maximum(best[there], gain)
            total[there] += np.maximum(gain, 0.0) * times
            met[there] += times
    gains = np.where(best > 0, (1 - _AGREEMENT) * best + _AGREEMENT * total / np.maximum(met, 1), best)
    gains[forms.one_moved[rows] | forms.other_moved[columns]] = _NEVER
    return gains


def _distinct(forms: NDArray[np.int32]) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int64]]]:
    """The forms of every row, each once: the first form of all rows and how many witnesses have it, then the second…

    Two hundred copies have two or three forms at a place: forms are compared, and not witnesses.
    """
    ordered = np.sort(forms, axis=1)
    new = np.ones(ordered.shape, dtype=bool)
    new[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    new &= ordered != _GAP
    rank = np.cumsum(new, axis=1) - 1
    for at in range(int(rank.max(initial=-1)) + 1):
        here = (rank == at) & (ordered != _GAP)
        yield np.where(here, ordered, _GAP).max(axis=1), here.sum(axis=1)


def _form_gains(store: Store, one: NDArray[np.int32], other: NDArray[np.int32]) -> NDArray[np.float64]:
    alike = store.likeness(one, other)
    weight = np.minimum(store.weights[one], store.weights[other])
    share = np.where(alike >= 1.0, 1.0, (alike - _LEAST_LIKE / 2) / (1 - _LEAST_LIKE / 2) * 0.8)
    return np.where(alike >= _LEAST_LIKE, weight * share, _UNLIKE)


def _joined(one: Table, other: Table, pairs: Sequence[tuple[int, int]]) -> Table:
    """One table of both: rows that are paired lie side by side, the others stand alone, those of `one` first."""
    left, right = one.cells, other.cells
    order_left, order_right = [], []
    row = column = 0
    for mine, theirs in (*pairs, (len(left), len(right))):
        order_left += [*range(row, mine), *[_GAP] * (theirs - column), mine]
        order_right += [*[_GAP] * (mine - row), *range(column, theirs), theirs]
        row, column = mine + 1, theirs + 1
    here, there = np.array(order_left[:-1], dtype=np.int64), np.array(order_right[:-1], dtype=np.int64)
    cells = np.full((len(here), left.shape[1] + right.shape[1]), _GAP, dtype=np.int32)
    cells[here != _GAP, : left.shape[1]] = left[here[here != _GAP]]
    cells[there != _GAP, left.shape[1] :] = right[there[there != _GAP]]
    members = (*one.members, *other.members)
    order = np.argsort(members)
    return Table(tuple(sorted(members)), cells[:, order])
