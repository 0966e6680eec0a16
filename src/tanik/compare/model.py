"""What comparison gives: copies, events and findings.

A finding carries no sentence: it names its rule and the particulars, and the dossier puts them into the reader's
language.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tanik.core.span import Span

__all__ = [
    "Comparison",
    "Conflict",
    "CopyGroup",
    "CopyLink",
    "Event",
    "Finding",
    "FindingKind",
    "Place",
    "StatementRef",
    "Verdict",
]


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
class CopyLink:
    """`to` took the passage from `from_`, with the shared readings or dates that show it."""

    from_: str
    to: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Passages that go back to one text. `earliest` is the id of the earliest dated page."""

    passages: tuple[Place, ...]
    earliest: str | None = None
    links: tuple[CopyLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that comparing gave."""

    events: tuple[Event, ...] = ()
    copies: tuple[CopyGroup, ...] = ()
    findings: tuple[Finding, ...] = ()
