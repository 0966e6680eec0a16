"""Copies laid side by side, and their readings made evidence of descent.

Comes in: the members of a group. Goes out: a `Tradition` and the collation it was made from. Words are compared in
their folded form, so that diacritics and case, which a keyboard or a program can change throughout, never say who
copied whom. The kind of a change is asked of the collation's judge; where the dictionary knows one of two words and
not the other, the other is the slip, so that these readings also tell which of the two is older.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from tanik.compare.collate.judge import Judge, gravest
from tanik.compare.collate.run import collate
from tanik.compare.collation import Collation, WitnessText
from tanik.compare.copies.members import Member
from tanik.compare.stemma.characters import tradition_of
from tanik.compare.stemma.model import Tradition
from tanik.core.morph import readings
from tanik.trace.model import Difference, DifferenceKind

__all__ = ["EDGE", "Laid", "lay_side_by_side"]

_KINDS: Final = {
    DifferenceKind.SPELLING: "spelling",
    DifferenceKind.INFLECTION: "inflection",
    DifferenceKind.GLOSS: "wording",
    DifferenceKind.NUMBER: "number",
    DifferenceKind.NAME: "name",
    DifferenceKind.POLARITY: "polarity",
    DifferenceKind.WORDING: "wording",
    DifferenceKind.ORDER: "order",
    DifferenceKind.OMISSION: "omission",
    DifferenceKind.ADDITION: "addition",
}
_LITTLE: Final = 3
_TELLING: Final = frozenset({DifferenceKind.NUMBER, DifferenceKind.NAME, DifferenceKind.POLARITY})
EDGE: Final = 6
_OLDER: Final = "glossary_older"  # the copy has the old word where its source has the modern one


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Members side by side: their collation (columns in order of the members), and the evidence drawn from it."""

    members: tuple[Member, ...]
    collation: Collation
    tradition: Tradition


def lay_side_by_side(members: Sequence[Member], *, spelling: bool) -> Laid:
    """The evidence of descent in the members' readings; with `spelling` off, readings of spelling are left out."""
    collation = collate([WitnessText(one.id, one.text, date=one.published) for one in members])
    number = {one.id: at for at, one in enumerate(members)}
    cites = [(number[source], at) for at, one in enumerate(members) for source in one.sources if source in number]
    rows = _without_edges(_rows(collation))
    judge = _Kinds(collation, rows)
    tradition = tradition_of(
        [one.id for one in members],
        rows,
        judge.kind,
        spelling=spelling,
        dates=[one.days for one in members],
        cites=cites,
        orders=[
            (move.first, move.first_end, _sides(move.at_first, move.at_second, members)) for move in collation.moves
        ],
    )
    return Laid(tuple(members), collation, tradition)


def _sides(first: Sequence[int], second: Sequence[int], members: Sequence[Member]) -> tuple[int, ...]:
    return tuple(0 if at in first else 1 if at in second else -1 for at in range(len(members)))


def _rows(collation: Collation) -> list[tuple[str | None, ...]]:
    """The table in comparison forms; what was moved is asked about once, as an order, and not as words lost and won."""
    moved = {
        place
        for move in collation.moves
        for start, end in ((move.first, move.first_end), (move.second, move.second_end))
        for place in range(start, end)
    }
    return [
        tuple(None if place in moved else " ".join(token.normal for token in cell) for cell in collation.row(place))
        for place in range(collation.places)
    ]


def _without_edges(rows: Sequence[tuple[str | None, ...]]) -> list[tuple[str | None, ...]]:
    """The rows with a few words that a witness lacks at either end made unknown.

    Where exactly a passage ends on a page is less sure than what it reads: a short gap at its edge is no reading.
    """
    columns = []
    for column in zip(*rows, strict=True):
        cells = list(column)
        for order in (range(len(cells)), range(len(cells) - 1, -1, -1)):
            gap = list(takewhile(lambda at: not cells[at], order))  # noqa: B023 - taken at once
            for at in gap if len(gap) <= EDGE else ():
                cells[at] = None
        columns.append(cells)
    return list(zip(*columns, strict=True))


class _Kinds:
    """Names the change from one reading to another."""

    def __init__(self, collation: Collation, rows: Sequence[tuple[str | None, ...]]) -> None:
        self._collation, self._rows = collation, rows
        self._judge = Judge(collation)
        self._told: dict[tuple[str, str], str] = {}

    def kind(self, place: int, before: str, after: str) -> str:
        """The name of the change from `before` to `after` in ``changes.csv``."""
        if (before, after) not in self._told:
            self._told[before, after] = self._ask(place, before, after)
        return self._told[before, after]

    def _ask(self, place: int, before: str, after: str) -> str:
        row = self._rows[place]
        one, other = row.index(before), row.index(after)
        cells = self._collation.cell(place, other), self._collation.cell(place, one)
        found = gravest(self._judge.differences(other, cells[0], one, cells[1]))
        if found is None:
            return "spelling"
        if max(len(before), len(after)) <= _LITTLE and found.kind not in _TELLING:
            return "little_word"
        if found.kind is DifferenceKind.MODERNISED:
            return "archaising" if found.rule == _OLDER else "modernising"
        return _slip(before, after, found) or _KINDS.get(found.kind, "wording")


def _slip(before: str, after: str, found: Difference) -> str | None:
    """``typing`` for a word that became none, ``mending`` for the way back; None where both are words, or neither."""
    near = found.kind in (DifferenceKind.SPELLING, DifferenceKind.INFLECTION, DifferenceKind.WORDING)
    if not near or " " in before + after or found.rule not in ("misprint", "damaged", "scan", "doubling"):
        return None
    known = bool(readings(found.witness_text)), bool(readings(found.page_text))
    if known == (True, False):
        return "typing"
    return "mending" if known == (False, True) else None
