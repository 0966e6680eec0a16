"""The promise of a collation, that it leads from any witness to any other: the edits from the one to the other.

Comes in: a collation and two of its witnesses. Goes out: edits in order of the first, each of which replaces some of
its words by others; a moved passage is taken from where it stands, not written anew. Applying them gives the other
witness's words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tanik.compare.collation import Collation, Move

__all__ = ["Edit", "apply_edits", "find_edits"]


@dataclass(frozen=True, slots=True)
class Edit:
    """Words ``[start, end)`` of the one witness give way to `words`, or to its own words ``[source, source_end)``."""

    start: int
    end: int
    words: tuple[str, ...] = ()
    source: int | None = None
    source_end: int | None = None


def find_edits(collation: Collation, one: int, other: int) -> tuple[Edit, ...]:
    """The edits that turn the words of witness `one` into those of witness `other` (comparison forms).

    >>> from tanik.compare.collate.run import collate
    >>> from tanik.compare.collation import WitnessText
    >>> table = collate([WitnessText("A", "Kara tren gecikir"), WitnessText("B", "Kara tren çok gecikir")])
    >>> find_edits(table, 0, 1)
    (Edit(start=2, end=2, words=('cok',), source=None, source_end=None),)
    """
    mine, theirs = collation.bounds[:, one].tolist(), collation.bounds[:, other].tolist()
    forms, others = _forms(collation, one), _forms(collation, other)
    brought = _brought(collation, one, other)
    edits: list[Edit] = []
    for place in range(collation.places):
        start, end = mine[place], mine[place + 1]
        wanted = tuple(others[theirs[place] : theirs[place + 1]])
        if tuple(forms[start:end]) == wanted:
            continue
        source = brought.get(place)
        if source is not None and tuple(forms[source[0] : source[1]]) == wanted:
            edits.append(Edit(start, end, source=source[0], source_end=source[1]))
        else:
            edits.append(Edit(start, end, wanted))
    return tuple(edits)


def _forms(collation: Collation, witness: int) -> list[str]:
    about = collation.witnesses[witness]
    return [token.normal for token in about.tokens(0, len(about))]


def _brought(collation: Collation, one: int, other: int) -> dict[int, tuple[int, int]]:
    """For places where `other` has a moved word: which words of `one`, elsewhere, are the same."""
    brought: dict[int, tuple[int, int]] = {}
    for move in collation.moves:
        ranges = _ranges(move, one, other)
        if ranges is None:
            continue
        here, there = ranges
        own = {}
        for place in range(*here):
            cell = collation.cell(place, one)
            if cell[0] < cell[1]:
                own[tuple(collation.witnesses[one].words[cell[0] : cell[1]].tolist())] = cell
        for place in range(*there):
            cell = collation.cell(place, other)
            found = own.get(tuple(collation.witnesses[other].words[cell[0] : cell[1]].tolist()))
            if cell[0] < cell[1] and found is not None:
                brought[place] = found
    return brought


def _ranges(move: Move, one: int, other: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The places of a move in `one` and in `other`; None where the two have not moved against each other."""
    first, second = (move.first, move.first_end), (move.second, move.second_end)
    if one in move.at_first and other in move.at_second:
        return first, second
    if one in move.at_second and other in move.at_first:
        return second, first
    return None


def apply_edits(words: Sequence[str], edits: Sequence[Edit]) -> list[str]:
    """`words` after all `edits`, which are in order and do not overlap.

    >>> apply_edits(["kara", "tren"], [Edit(0, 1, ("ak",)), Edit(2, 2, source=0, source_end=1)])
    ['ak', 'tren', 'kara']
    """
    result: list[str] = []
    at = 0
    for edit in edits:
        result += words[at : edit.start]
        result += edit.words if edit.source is None else words[edit.source : edit.source_end]
        at = edit.end
    return [*result, *words[at:]]
