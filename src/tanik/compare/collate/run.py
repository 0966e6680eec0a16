"""The entry: witnesses of one text become one alignment table.

Comes in: texts with their sigla. Goes out: a `Collation`. The witnesses are put into one order that depends on
their texts alone, then the two most alike are laid side by side first, then the next (a guide tree by average linkage,
as in progressive multiple alignment); at the end each witness is taken out and laid beside all others once more, and
stays where more words find their like (the iterative refinement of Barton and Sternberg 1987 and of MAFFT). As nothing
in it asks for the order in which the witnesses were handed in, that order changes nothing but the order of columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.compare.collate.joins import torn_places, without_rows
from tanik.compare.collate.merge import Table, merge_tables, single_table
from tanik.compare.collate.moves import find_moves
from tanik.compare.collate.words import Store, read_store
from tanik.compare.collation import Collation, Move, WitnessText
from tanik.errors import UsageError
from tanik.trace.beside import Words

__all__ = ["collate"]

_GAP: Final = -1
_ROUNDS: Final = 1  # a second one let no more words agree, on simulated traditions of 4, 8 and 16 witnesses


def collate(texts: Sequence[WitnessText], *, rounds: int = _ROUNDS) -> Collation:
    """The alignment table of `texts`, its columns in their order; `rounds` of refinement at most.

    Raises `UsageError` where there is no witness, or where two have one siglum.

    >>> table = collate([WitnessText("A", "Kara tren gecikir"), WitnessText("B", "Kara tren çok gecikir")])
    >>> [[" ".join(token.text for token in cell) for cell in row] for row in table.rows()]
    [['Kara', 'Kara'], ['tren', 'tren'], ['', 'çok'], ['gecikir', 'gecikir']]
    """
    _check(texts)
    order = sorted(range(len(texts)), key=lambda at: (texts[at].text, texts[at].sigil))
    store = read_store([texts[at] for at in order])
    alike = _similarities(store)
    table = _refined(store, _progressive(store, alike), alike, rounds)
    columns = np.argsort(np.array(order))
    moves = tuple(_renamed(move, order) for move in find_moves(_forms(store, table), store.weights))
    witnesses = tuple(store.witnesses[at] for at in columns.tolist())
    return _mended(Collation(witnesses, _bounds(store, table)[:, columns], moves), [store.texts[at] for at in columns])


def _renamed(move: Move, order: Sequence[int]) -> Move:
    """A move among witnesses in the table's order, with the places at which they were given.

    Which of equal moves go together is settled in an order of the texts' own, whatever order they were given in.
    """
    first, second = (tuple(sorted(order[at] for at in held)) for held in (move.at_first, move.at_second))
    return replace(move, at_first=first, at_second=second)


def _mended(collation: Collation, texts: Sequence[Words]) -> Collation:
    """The collation with the parts of a word that others write as one in one place."""
    places = torn_places(collation.bounds, [text.slice(0, len(text)) for text in texts])
    if not places:
        return collation
    kept, now = without_rows(places, collation.places)
    moves = tuple(
        replace(
            move,
            first=int(now[move.first]),
            first_end=max(int(now[move.first_end]), int(now[move.first]) + 1),
            second=int(now[move.second]),
            second_end=max(int(now[move.second_end]), int(now[move.second]) + 1),
        )
        for move in collation.moves
    )
    return Collation(collation.witnesses, collation.bounds[kept], moves)


def _check(texts: Sequence[WitnessText]) -> None:
    if not texts:
        raise UsageError("there is no witness to collate")
    sigils = [text.sigil for text in texts]
    twice = sorted({sigil for sigil in sigils if sigils.count(sigil) > 1})
    if twice:
        raise UsageError(f"two witnesses are called {', '.join(twice)}; give each a siglum of its own")


def _similarities(store: Store) -> NDArray[np.float64]:
    """The share of neighbouring pairs of words that two witnesses have in common (Dice), for every two."""
    size = len(store.forms)
    pairs = [np.unique(units[:-1].astype(np.int64) * size + units[1:]) for units in store.units]
    alike = np.eye(len(pairs))
    for one, other in combinations(range(len(pairs)), 2):
        shared = len(np.intersect1d(pairs[one], pairs[other], assume_unique=True))
        alike[one, other] = alike[other, one] = 2 * shared / max(len(pairs[one]) + len(pairs[other]), 1)
    return alike


def _progressive(store: Store, alike: NDArray[np.float64]) -> Table:
    """All witnesses as one table, the most alike laid side by side first.

    A group stands at the number of its first witness; `sums` holds what its members have in common with those of each
    other group, so that joining two groups adds two rows and compares no pair of witnesses again.
    """
    groups: dict[int, Table] = {witness: single_table(store, witness) for witness in range(len(store.units))}
    sums = np.triu(alike, 1)
    sums += sums.T
    sizes = np.ones(len(alike))
    while len(groups) > 1:
        means = sums / np.maximum(np.outer(sizes, sizes), 1)
        means[np.tril_indices(len(means))] = -1.0
        means[sizes == 0] = means[:, sizes == 0] = -1.0
        one, other = divmod(int(np.argmax(means)), len(means))
        mine, theirs = groups[one], groups.pop(other)
        groups[one] = merge_tables(store, mine, theirs, _nearest(mine, theirs, alike))
        sums[one] += sums[other]
        sums[:, one] = sums[one]
        sizes[one] += sizes[other]
        sizes[other] = 0
    return groups[0]


def _nearest(one: Table, other: Table, alike: NDArray[np.float64]) -> tuple[int, int]:
    """The member of each table that are most alike, the first of several."""
    mine, theirs = divmod(int(np.argmax(alike[np.ix_(one.members, other.members)])), len(other.members))
    return one.members[mine], other.members[theirs]


def _refined(store: Store, table: Table, alike: NDArray[np.float64], rounds: int) -> Table:
    """The table after each witness was laid beside all others once more, as often as that lets more words agree."""
    if len(table.members) < 3:
        return table
    best = _agreement(store, table)
    for _ in range(rounds):
        before = best
        for witness in range(len(table.members)):
            rest, alone = _without(table, witness), single_table(store, witness)
            tried = merge_tables(store, rest, alone, _nearest(rest, alone, alike))
            score = _agreement(store, tried)
            if score > best:
                best, table = score, tried
        if best == before:
            break
    return table


def _without(table: Table, witness: int) -> Table:
    kept = [at for at, member in enumerate(table.members) if member != witness]
    cells = table.cells[:, kept]
    return Table(tuple(table.members[at] for at in kept), cells[(cells != _GAP).any(axis=1)])


def _agreement(store: Store, table: Table) -> float:
    """What the words are worth that lie beside their like, over all pairs of witnesses."""
    forms = _forms(store, table).astype(np.int64)
    keys = (np.arange(len(forms))[:, None] * (int(forms.max(initial=0)) + 1) + forms)[forms != _GAP]
    found, counts = np.unique(keys, return_counts=True)
    pairs = counts * (counts - 1) / 2
    total = float(pairs @ store.weights[found % (int(forms.max(initial=0)) + 1)])
    return round(total, 6)


def _forms(store: Store, table: Table) -> NDArray[np.int32]:
    """The table with the numbers of forms in the place of units."""
    forms = np.full(table.cells.shape, _GAP, dtype=np.int32)
    for witness in range(len(store.units)):
        there = table.cells[:, witness] != _GAP
        forms[there, witness] = store.units[witness][table.cells[there, witness]]
    return forms


def _bounds(store: Store, table: Table) -> NDArray[np.int32]:
    """At which word of each witness each place begins, and where the last one ends."""
    bounds = np.zeros((len(table.cells) + 1, len(store.units)), dtype=np.int32)
    for witness, firsts in enumerate(store.firsts):
        there = table.cells[:, witness] != _GAP
        sizes = np.zeros(len(there), dtype=np.int32)
        sizes[there] = np.diff(firsts)[table.cells[there, witness]]
        np.cumsum(sizes, out=bounds[1:, witness])
    return bounds
