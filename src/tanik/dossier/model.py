"""The dossier as a value: pages with their facts and traces, witnesses, and what comparing them gave."""

from __future__ import annotations

from dataclasses import dataclass, field

from tanik.compare.model import Comparison
from tanik.core.span import Span
from tanik.facts.model import Facts
from tanik.page.model import Page
from tanik.trace.model import Searched, Trace, Witness

__all__ = ["Contents", "Dossier", "PageReport", "PassageTrace", "Refusal", "UserTable"]


@dataclass(frozen=True, slots=True)
class PassageTrace:
    """An unquoted stretch of a page that was found in the library."""

    span: Span
    trace: Trace


@dataclass(frozen=True, slots=True)
class PageReport:
    """One page with its facts.

    `traces` has one entry a quotation, in the same order, or None where no library was searched. Spans inside a
    trace are already the page's own.
    """

    page: Page
    facts: Facts
    traces: tuple[Trace | None, ...]
    passages: tuple[PassageTrace, ...] = ()

    def __post_init__(self) -> None:
        if len(self.traces) != len(self.facts.quotations):
            raise ValueError("a page report needs one trace (or None) a quotation")


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be read, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What became of everything in one container: a web archive, a ZIP archive, a folder.

    `skipped` gives for each reason how many things were no page of their own. The three together are all it held.
    """

    source: str
    read: int
    refused: int
    skipped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class UserTable:
    """A table of the user's own that was in force beside ours: where it stands, and the digest of its bytes."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that Tanık has to say about some pages.

    `created` is an ISO 8601 time, `as_of` the day (ISO) against which relative dates were read. `library` is None
    where no library was searched. `witnesses` are the documents that some trace points to, in order of date. `contents`
    accounts for the containers among the inputs, in order. `tables` are the user's own tables that were in force.
    `every_clause` says that the pages' statements are all clauses that could be looked up, not a selection of them.
    """

    version: str
    created: str
    as_of: str
    language: str
    library: Searched | None
    pages: tuple[PageReport, ...]
    witnesses: tuple[Witness, ...] = ()
    comparison: Comparison = field(default_factory=Comparison)
    refused: tuple[Refusal, ...] = ()
    contents: tuple[Contents, ...] = ()
    tables: tuple[UserTable, ...] = ()
    every_clause: bool = False
