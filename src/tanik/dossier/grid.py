"""The events of a dossier as a grid: a row an event, a column a slot, the values that are given grouped.

Comes in: a dossier. Goes out: for each event and slot the values, which statements give each, and from how many
independent places it comes: pages that copy one another's words there are one witness, however many they are. Values
are grouped by their folded words alone; what stands to be said of two different ones is the comparison's verdict.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tanik.compare.model import CopyGroup, Event, Place, StatementRef
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.dossier.edtf import in_words
from tanik.dossier.model import Dossier
from tanik.dossier.phrases import counted_in_words, word
from tanik.facts.model import Facts, Polarity, Statement

__all__ = ["Cell", "GridRow", "Group", "lay_grid"]

SLOTS = ("subject", "recipient", "object", "place", "amount", "when")


@dataclass(frozen=True, slots=True)
class Group:
    """One value of a slot: its words, the statements that give it, how many independent witnesses they make."""

    value: str
    statements: tuple[StatementRef, ...]
    independent: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One slot of one event: its values, most widely attested first, and the verdict on them ("" for one or none)."""

    slot: str
    groups: tuple[Group, ...]
    verdict: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """One event."""

    event: Event
    cells: tuple[Cell, ...]


def lay_grid(dossier: Dossier) -> tuple[GridRow, ...]:
    """All events of the dossier, in their order.

    >>> from tanik.dossier.build import build
    >>> lay_grid(build(version="1", created="", as_of="", language="tr", library=None, pages=()))
    ()
    """
    facts = {report.page.id: report.facts for report in dossier.pages}
    return tuple(_row(event, facts, dossier) for event in dossier.comparison.events)


def _row(event: Event, facts: dict[str, Facts], dossier: Dossier) -> GridRow:
    verdicts = {conflict.on: conflict for conflict in event.conflicts}
    told = [(ref, facts[ref.page]) for ref in event.statements if ref.page in facts]
    cells = []
    for slot in SLOTS:
        groups = _groups(slot, told, dossier)
        conflict = verdicts.get(slot)
        found = (conflict.verdict.value, conflict.why) if conflict is not None and len(groups) > 1 else ("", "")
        cells.append(Cell(slot, groups, *found))
    return GridRow(event, tuple(cells))


def _groups(slot: str, told: Sequence[tuple[StatementRef, Facts]], dossier: Dossier) -> tuple[Group, ...]:
    values: dict[str, tuple[str, list[StatementRef]]] = {}
    for ref, facts in told:
        for value in _values(slot, facts.statements[ref.index], facts, dossier.language):
            values.setdefault(fold(value), (value, []))[1].append(ref)
    spans = {ref: facts.statements[ref.index].span for ref, facts in told}
    groups = [
        Group(value, tuple(dict.fromkeys(refs)), _independent(refs, spans, dossier.comparison.copies))
        for value, refs in values.values()
    ]
    return tuple(sorted(groups, key=lambda group: (-group.independent, -len(group.statements))))


def _values(slot: str, statement: Statement, facts: Facts, lang: str) -> Iterator[str]:
    """What a statement gives for a slot, in the reader's words; a denial says so."""
    denied = f" ({word('polarity', statement.polarity, lang)})" if statement.polarity is Polarity.DENIED else ""
    if slot == "when":
        if statement.when:
            yield in_words(statement.when, lang) + denied
    elif slot == "amount":
        told = [facts.amounts[index] for index in statement.amounts]
        if told:
            yield " + ".join(counted_in_words(amount, lang) for amount in told) + denied
    else:
        for name, role in statement.roles:
            if name == slot:
                yield (role.name or role.text) + denied


def _shares(place: Place, ref: StatementRef, spans: Mapping[StatementRef, Span]) -> bool:
    return place.page == ref.page and place.span.overlaps(spans[ref])


def _independent(refs: Sequence[StatementRef], spans: Mapping[StatementRef, Span], copies: Sequence[CopyGroup]) -> int:
    """How many pages of `refs` are left when those that have one another's words there are counted once."""
    head = {ref.page: ref.page for ref in refs}

    def root(page: str) -> str:
        while head[page] != page:
            page = head[page]
        return page

    for group in copies:
        sharing = sorted({ref.page for ref in refs if any(_shares(place, ref, spans) for place in group.passages)})
        for page in sharing[1:]:
            head[root(page)] = root(sharing[0])
    return len({root(page) for page in head})
