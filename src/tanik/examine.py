"""The one wiring: inputs become pages, pages facts, facts traces, all of them a dossier.

Comes in: inputs as bytes with their names, and the evidence to search (or none). Goes out: a `Dossier`, in which an
input that could not be read stands as a refusal with its reason: one bad page never stops the others. No other
module knows more than two rooms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from importlib.metadata import version

from tanik.compare.model import Comparison, Examined
from tanik.compare.run import run as compare
from tanik.dossier.build import build
from tanik.dossier.model import Dossier, PageReport, PassageTrace, Refusal
from tanik.errors import PageError
from tanik.facts.read import read as read_facts
from tanik.page.model import Page
from tanik.page.read import read as read_page
from tanik.trace.model import Evidence, Trace, Witness
from tanik.trace.options import Options
from tanik.trace.run import Documents, find_passages
from tanik.trace.run import run as trace_passage

__all__ = ["Input", "examine", "examine_page"]

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Input:
    """One thing handed in: its bytes, or why there are none, and what to call it."""

    name: str
    data: bytes = b""
    path: str | None = None
    url: str | None = None
    media_type: str | None = None
    retrieved: str | None = None
    reason: str | None = None


def examine(
    inputs: Iterable[Input],
    evidence: Evidence | None,
    *,
    as_of: date | None = None,
    language: str = "en",
    options: Options | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """One dossier over all `inputs`, searched in `evidence` where there is any.

    `as_of` is the day from which relative dates of pages without a date of their own are counted (None: they are not);
    `language` that of the sentences in the dossier; `progress` is told the name of each input when it is done.
    """
    if evidence is not None:
        evidence = Documents(evidence)  # a document that many quotations lead to is read once
    reports: list[PageReport] = []
    refused: list[Refusal] = []
    for given in inputs:
        try:
            page = _page(given, f"p{len(reports) + 1}")
        except PageError as error:
            refused.append(Refusal(given.name, str(error)))
        else:
            reports.append(examine_page(page, evidence, options or Options(), as_of))
        if progress is not None:
            progress(given.name)
    pages = tuple(reports)
    examined = tuple(Examined(r.page, r.facts, r.traces) for r in pages)
    return build(
        version=version("tanik"),
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        as_of=(as_of or datetime.now(UTC).date()).isoformat(),
        language=language,
        library=evidence.searched if evidence is not None else None,
        pages=pages,
        witnesses=_witnesses(pages, evidence),
        comparison=compare(examined) if pages else Comparison(),
        refused=tuple(refused),
    )


def examine_page(page: Page, evidence: Evidence | None, options: Options, as_of: date | None = None) -> PageReport:
    """One page with its facts, each quotation traced, and its long unquoted passages looked up."""
    facts = read_facts(page, as_of)
    if evidence is None:
        return PageReport(page, facts, tuple(None for _ in facts.quotations))
    traces = tuple(
        _moved(trace_passage(quotation.text, evidence, options), quotation.span.start) for quotation in facts.quotations
    )
    quoted = tuple(quotation.span for quotation in facts.quotations)
    passages = tuple(
        PassageTrace(span, _moved(trace, span.start))
        for span, trace in find_passages(page.text, evidence, quoted, options)
    )
    return PageReport(page, facts, traces, passages)


def _page(given: Input, page_id: str) -> Page:
    """The page that an input holds. Raises `PageError`."""
    if given.reason is not None:
        raise PageError(given.reason)
    return read_page(
        given.data,
        path=given.path,
        url=given.url,
        media_type=given.media_type,
        retrieved=given.retrieved,
        id=page_id,
    )


def _moved(trace: Trace, by: int) -> Trace:
    """A trace whose page spans count from the page's start instead of the passage's."""
    return replace(trace, matches=tuple(match.shifted(by) for match in trace.matches))


def _witnesses(pages: tuple[PageReport, ...], evidence: Evidence | None) -> tuple[Witness, ...]:
    """Every document that some trace points to, oldest first, undated ones last."""
    if evidence is None:
        return ()
    wanted = sorted({match.document for trace in _traces(pages) for match in trace.matches})
    found = [evidence.named(document) for document in wanted]
    return tuple(sorted(found, key=lambda w: (w.date is None, w.date or "", w.id)))


def _traces(pages: tuple[PageReport, ...]) -> Iterator[Trace]:
    for report in pages:
        yield from (trace for trace in report.traces if trace is not None)
        yield from (passage.trace for passage in report.passages)
