"""The dossier is put together.

Comes in: everything the other rooms gave. Goes out: one `Dossier`, complete and consistent: a place in it that
points nowhere would be found by the reader, too late, so it is looked for here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tanik.compare.model import Comparison
from tanik.dossier.model import Contents, Dossier, PageReport, Refusal, UserTable
from tanik.dossier.words import LANGUAGES
from tanik.errors import UsageError
from tanik.trace.model import Searched, Trace, Witness

__all__ = ["build"]


def build(  # noqa: PLR0913 - each part of a dossier is named where it is handed over
    *,
    version: str,
    created: str,
    as_of: str,
    language: str,
    library: Searched | None,
    pages: Iterable[PageReport],
    witnesses: Iterable[Witness] = (),
    comparison: Comparison | None = None,
    refused: Iterable[Refusal] = (),
    contents: Iterable[Contents] = (),
    tables: Iterable[UserTable] = (),
) -> Dossier:
    """One dossier over `pages`, its witnesses in order of date (undated ones last).

    Raises ``UsageError`` for a language without words; ``ValueError`` where two pages share an id or a place of
    the comparison lies outside its page, which is a fault of the caller.

    >>> build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=()).pages
    ()
    """
    if language not in LANGUAGES:
        raise UsageError(f"a dossier is written in {' or '.join(LANGUAGES)}, not in {language!r}")
    reports, compared = tuple(pages), comparison or Comparison()
    _check_places(reports, compared)
    _check_traces(reports)
    return Dossier(
        version=version,
        created=created,
        as_of=as_of,
        language=language,
        library=library,
        pages=reports,
        witnesses=tuple(sorted(witnesses, key=lambda w: (w.date is None, w.date or "", w.id))),
        comparison=compared,
        refused=tuple(refused),
        contents=tuple(contents),
        tables=tuple(tables),
    )


def _check_places(reports: tuple[PageReport, ...], comparison: Comparison) -> None:
    lengths = {report.page.id: len(report.page.text) for report in reports}
    if len(lengths) != len(reports):
        raise ValueError("two pages of a dossier share an id")
    places = [place for finding in comparison.findings for place in finding.places]
    places += [place for group in comparison.copies for place in group.passages]
    for place in places:
        if place.span.end > lengths.get(place.page, -1):
            raise ValueError(f"{place} lies outside the pages of the dossier")


def _check_traces(reports: tuple[PageReport, ...]) -> None:
    """A trace is told in the dossier as the words of its place, so it must be of these words."""
    for report in reports:
        for told, trace in _traced(report):
            if told != trace.text:
                raise ValueError(f"a trace on page {report.page.id} is of other words than its place has")


def _traced(report: PageReport) -> Iterator[tuple[str, Trace]]:
    for quotation, trace in zip(report.facts.quotations, report.traces, strict=True):
        if trace is not None:
            yield quotation.text, trace
    for passage in report.passages:
        yield passage.span.of(report.page.text), passage.trace
