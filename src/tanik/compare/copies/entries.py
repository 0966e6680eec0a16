"""The readings of a group of copies, told from one of them.

Comes in: copies laid side by side, and which others read the same as each. Goes out: an apparatus whose places are
counted in whole pages and documents, so that a dossier can be read back without laying anything side by side again. The
base text is the copy that is surely there before all others; where dates do not tell, the one from which all others
surely descend; else the one that is surely there first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tanik.compare.collate.apparatus import build_apparatus
from tanik.compare.collation import Reading, Unit
from tanik.compare.copies.members import Member
from tanik.compare.copies.readings import EDGE, Laid
from tanik.compare.model import CopyApparatus, CopyEntry, CopyVariant
from tanik.core.span import Span
from tanik.core.token import Spelling, spell

__all__ = ["apparatus_of"]


def apparatus_of(laid: Laid, classes: Sequence[Sequence[Member]], root: int | None) -> CopyApparatus:
    """The apparatus of `laid`; `classes` are the members that read as each of its columns does, that one first.

    `root` is the column from which all others surely descend; None, or a number beyond the last, where there is none.
    """
    base = _base(laid.members, root)
    told = build_apparatus(laid.collation, base.id)
    teller = _Teller(laid, [[_Spelt.of(member) for member in one] for one in classes])
    entries = (teller.entry(unit, told.base) for unit in told.variants)
    return CopyApparatus(base.id, base.span, tuple(entry for entry in entries if entry is not None))


def _base(members: Sequence[Member], root: int | None) -> Member:
    first = min(members, key=lambda member: (member.days[1], member.id))
    if all(first.days[1] < other.days[0] for other in members if other is not first):
        return first
    return members[root] if root is not None and root < len(members) else first


@dataclass(frozen=True, slots=True, eq=False)
class _Spelt:
    """A member and where its words stand."""

    member: Member
    words: Spelling

    @staticmethod
    def of(member: Member) -> _Spelt:
        return _Spelt(member, spell(member.text))

    def span(self, start: int, end: int) -> Span:
        """Where words ``[start, end)`` stand in the whole page or document; empty, after the word before, for none."""
        starts, ends = self.words.starts, self.words.ends
        place = int(ends[start - 1]) if start else 0
        found = Span(int(starts[start]), int(ends[end - 1])) if start < end else Span(place, place)
        return found.shifted(self.member.span.start)


class _Teller:
    """Puts units of the collation into entries."""

    def __init__(self, laid: Laid, classes: Sequence[Sequence[_Spelt]]) -> None:
        self._laid, self._classes = laid, classes
        self._inside = [_inside(column) for column in laid.collation.bounds.T]

    def entry(self, unit: Unit, base: int) -> CopyEntry | None:
        """A unit as an entry; None where the copies that have a reading there have the same.

        A copy that begins or ends a few words off has no reading there. The `base` text's place is told all the same
        where the others differ: its readings are what an entry is told from.
        """
        readings = [self._variant(unit, reading) for reading in unit.readings]
        if sum(bool(one.witnesses) for one in readings) < 2:
            return None
        first = self._variant(unit, unit.readings[0], base)
        return CopyEntry((first, *(one for one in readings[1:] if one.witnesses)))

    def _variant(self, unit: Unit, reading: Reading, base: int | None = None) -> CopyVariant:
        bounds, witnesses = self._laid.collation.bounds, self._laid.collation.witnesses
        held = [
            (one.member.id, one.span(int(bounds[unit.start, column]), int(bounds[unit.end, column])))
            for column in reading.witnesses
            if column == base or not (reading.is_gap and self._is_edge(unit, column))
            for one in self._classes[column]
            if len(one.words) == len(witnesses[column])
        ]
        return CopyVariant(
            tuple(name for name, _ in held),
            tuple(span for _, span in held),
            reading.text,
            reading.kind,
            reading.changes_meaning,
            reading.rule,
        )

    def _is_edge(self, unit: Unit, column: int) -> bool:
        first, last = self._inside[column]
        return unit.end <= first or unit.start >= last


def _inside(starts: NDArray[np.int32]) -> tuple[int, int]:
    """The rows between the edges of one copy: what it lacks there in few words, nobody can say that it left out."""
    filled = np.flatnonzero(np.diff(starts) > 0)
    if not len(filled):
        return 0, len(starts) - 1
    first, last = int(filled[0]), int(filled[-1]) + 1
    return first if first <= EDGE else 0, last if len(starts) - 1 - last <= EDGE else len(starts) - 1
