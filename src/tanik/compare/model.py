"""What comparison gives: copies, events and findings.

A finding carries no sentence: it names its rule and the particulars, and the dossier puts them into the reader's
language.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts
from tanik.page.model import Page, SegmentKind
from tanik.trace.model import DifferenceKind, Trace

__all__ = [
    "Comparison",
    "Conflict",
    "CopyApparatus",
    "CopyDocument",
    "CopyEntry",
    "CopyGroup",
    "CopyLink",
    "CopyReading",
    "CopyVariant",
    "Event",
    "Examined",
    "Finding",
    "FindingKind",
    "Ledger",
    "LedgerLine",
    "LedgerTotal",
    "Place",
    "StatementRef",
    "Verdict",
]

_BODY: Final = (SegmentKind.PARAGRAPH, SegmentKind.QUOTATION, SegmentKind.COMMENT)


class FindingKind(StrEnum):
    """What a person should look at."""

    ALTERED_QUOTATION = "altered_quotation"
    ABSENT_QUOTATION = "absent_quotation"
    SPLICED_QUOTATION = "spliced_quotation"
    CONFLICT = "conflict"
    ARITHMETIC = "arithmetic"
    IMPOSSIBLE_DATE = "impossible_date"
    ANACHRONISM = "anachronism"
    VOCABULARY = "vocabulary"
    UNSOURCED = "unsourced"
    MALFORMED_NUMBER = "malformed_number"
    COPIED = "copied"


class Verdict(StrEnum):
    """How the values that several statements give for one slot stand to each other."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    DIFFERS_IN_SCOPE = "differs_in_scope"
    CONTRADICTS = "contradicts"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True, slots=True)
class Examined:
    """One page as it comes to be compared.

    `traces` has one entry a quotation, in the same order, or None where nothing was searched; `passages` are traces of
    stretches that no quotation covers. Raises ``ValueError`` if there are not as many traces as quotations.
    """

    page: Page
    facts: Facts
    traces: tuple[Trace | None, ...] = ()
    passages: tuple[Trace, ...] = ()

    def __post_init__(self) -> None:
        if self.traces and len(self.traces) != len(self.facts.quotations):
            raise ValueError(f"page {self.page.id}: one trace (or None) a quotation is needed")

    @property
    def id(self) -> str:
        """The page's id."""
        return self.page.id

    @property
    def text(self) -> str:
        """The page's text."""
        return self.page.text

    @property
    def published(self) -> str | None:
        """When the page was published, as EDTF."""
        return self.page.published

    @property
    def body(self) -> tuple[Span, ...]:
        """What the page's authors wrote: paragraphs, quotations and comments, without boilerplate."""
        return tuple(segment.span for segment in self.page.segments if segment.kind in _BODY)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one page."""

    page: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at.

    `rule` names the check (and the sentence in the dossier's tables), `details` fill the sentence in,
    `because` are the pieces of evidence: (what, value) pairs such as ``("witness", "speeches:…")``.
    """

    kind: FindingKind
    places: tuple[Place, ...]
    rule: str
    details: tuple[tuple[str, str], ...] = ()
    because: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class StatementRef:
    """One statement of one page: the page's id and the statement's index there."""

    page: str
    index: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """One slot for which the statements of an event give several values."""

    on: str
    values: tuple[str, ...]
    statements: tuple[StatementRef, ...]
    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """What several statements are about. `independent` counts the groups of pages that do not copy each other."""

    id: str
    action: str
    when: str | None
    statements: tuple[StatementRef, ...]
    agree: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    independent: int = 1


@dataclass(frozen=True, slots=True)
class CopyReading:
    """A reading that came into the text with the copy at the end of a link.

    `kind` is the change's name in the table ``changes.csv``; `before` what the source reads, `after` what the copy
    reads (empty: words left out); `places` where that stands, on the copy and on those that have it from there.
    """

    kind: str
    before: str
    after: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyLink:
    """`to` took the passage from `from_`, with the shared readings or dates that show it.

    Both are ids of pages or library documents, or ``*1``, ``*2`` … for a lost copy that several others presuppose.
    `support` is the share of resampled readings under which `to` hangs where it does, `direction` the belief that it
    was not the other way round (1 where dates forbid that). `second` marks a second source. `readings` came in here.
    """

    from_: str
    to: str
    why: tuple[str, ...]
    support: float | None = None
    direction: float | None = None
    second: bool = False
    readings: tuple[CopyReading, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyDocument:
    """A stretch of a library document that belongs to a group of copies."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class CopyVariant:
    """What some copies read at one place: `witnesses` are their ids, `spans` where it stands in each (empty: nowhere).

    `text` is how the first of them writes it, "" where they have no words. `kind`, `changes_meaning` and `rule` tell
    how it stands to the base text's reading (None for that reading itself, and where only case or marks differ).
    """

    witnesses: tuple[str, ...]
    spans: tuple[Span, ...]
    text: str
    kind: DifferenceKind | None = None
    changes_meaning: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class CopyEntry:
    """A place at which not all copies read alike; the base text's reading comes first."""

    readings: tuple[CopyVariant, ...]

    @property
    def changes_meaning(self) -> bool:
        """Whether one of the readings changes the meaning."""
        return any(reading.changes_meaning for reading in self.readings)

    @property
    def is_spelling(self) -> bool:
        """Whether the readings differ in spelling alone, so that a reader may fold the entry away."""
        return all(reading.kind in (None, DifferenceKind.SPELLING) for reading in self.readings)


@dataclass(frozen=True, slots=True)
class CopyApparatus:
    """The copies of a group laid side by side and told from one, with the id of the `base` and where it has the text.

    `entries` are the places at which not all read alike, in the order of the base. Spelling is shown;
    `CopyEntry.is_spelling` says what a reader may fold.
    """

    base: str
    span: Span
    entries: tuple[CopyEntry, ...]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Passages that go back to one text. `earliest` is the id of the earliest dated page.

    `links` are those that can be told; `unsure` join the rest to the likeliest copy, but could as well run the other
    way or lead to another. `documents` are the library's witnesses, `lost` the names of copies that are not at hand.
    `apparatus` is None where the copies were not laid side by side: fewer than two, or too many.
    """

    passages: tuple[Place, ...]
    earliest: str | None = None
    links: tuple[CopyLink, ...] = ()
    unsure: tuple[CopyLink, ...] = ()
    documents: tuple[CopyDocument, ...] = ()
    lost: tuple[str, ...] = ()
    apparatus: CopyApparatus | None = None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """What one statement tells of one thing at one stage: asked, offered, promised, sent, arrived or used.

    `amount` are the page's words, `value` and `unit` what they mean, `thing` what is counted or weighed. `source` is on
    whose word the page tells it, `event` the id of the event that the statement belongs to.
    """

    stage: str
    statement: StatementRef
    thing: str | None = None
    amount: str | None = None
    value: float | None = None
    unit: str | None = None
    bound: str | None = None
    giver: str | None = None
    receiver: str | None = None
    when: str | None = None
    source: str | None = None
    polarity: str = "affirmed"
    modality: str = "asserted"
    event: str | None = None


@dataclass(frozen=True, slots=True)
class LedgerTotal:
    """The sum of lines of one stage that have the same unit, thing, giver and receiver."""

    stage: str
    thing: str | None
    unit: str
    value: float
    statements: tuple[StatementRef, ...]
    giver: str | None = None
    receiver: str | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The table of what was asked, offered, promised, sent, arrived and used, and its sums."""

    lines: tuple[LedgerLine, ...] = ()
    totals: tuple[LedgerTotal, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that comparing gave."""

    events: tuple[Event, ...] = ()
    copies: tuple[CopyGroup, ...] = ()
    findings: tuple[Finding, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)
