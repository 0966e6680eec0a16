"""The one honest line.

Comes in: a dossier, or one page of it. Goes out: how much was found, in one sentence that neither praises nor blames:
how many statements, where the quoted words stand, what is named as a source, how many findings. Absence is told with
the number of documents that were looked through, because "not found" means nothing without it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tanik.core.fold import fold
from tanik.dossier.collation import primary_matches
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.words import of_number, say
from tanik.trace.model import Status, Trace

__all__ = ["Tally", "summary_line", "tally"]


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted for the line. `sense` is the number of places where a best witness has another sense."""

    statements: int = 0
    quotations: int = 0
    found: int = 0
    witnesses: int = 0
    sense: int = 0
    absent: int = 0
    unsearched: int = 0
    documents: int = 0
    passages: int = 0
    sources: int = 0
    findings: int = 0


def tally(reports: Iterable[PageReport], findings: int, documents: int) -> Tally:
    """What `reports` hold, with a number of findings and of searched documents that are counted elsewhere."""
    pages = tuple(reports)
    traces = [trace for report in pages for trace in report.traces]
    found = [trace for trace in traces if trace is not None and trace.status is not Status.ABSENT]
    absent = sum(trace is not None and trace.status is Status.ABSENT for trace in traces)
    return Tally(
        statements=sum(len(report.facts.statements) for report in pages),
        quotations=len(traces),
        found=len(found),
        witnesses=len({match.document for trace in found for match in trace.matches}),
        sense=sum(_changes_of_sense(trace) for trace in found),
        absent=absent,
        unsearched=len(traces) - len(found) - absent,
        documents=documents,
        passages=sum(len(report.passages) for report in pages),
        sources=len({fold(citation.text) for report in pages for citation in report.facts.citations}),
        findings=findings,
    )


def _changes_of_sense(trace: Trace) -> int:
    return sum(d.changes_meaning for match in primary_matches(trace) for d in match.differences)


def summary_line(dossier: Dossier, report: PageReport | None = None, *, of_pages: bool = True) -> str:
    """How the dossier, or the one page `report` of it, stands: one line in the dossier's language.

    Without `of_pages` it leaves out how many pages there are, for where a heading says it.

    >>> from tanik.dossier.build import build
    >>> summary_line(build(version="1", created="", as_of="", language="en", library=None, pages=()))
    'no page could be read'
    """
    lang = dossier.language
    if not dossier.pages:
        parts = [say("summary.no_pages", lang)]
    else:
        counted = tally((report,) if report else dossier.pages, _findings(dossier, report), _documents(dossier))
        parts = _parts(counted, lang)
        if of_pages and report is None and len(dossier.pages) > 1:
            parts.insert(0, say("summary.pages", lang, n=len(dossier.pages)))
    if report is None and dossier.refused:
        parts.append(say("summary.refused", lang, n=len(dossier.refused)))
    return "; ".join(parts)


def _findings(dossier: Dossier, report: PageReport | None) -> int:
    findings = dossier.comparison.findings
    if report is None:
        return len(findings)
    return sum(any(place.page == report.page.id for place in finding.places) for finding in findings)


def _documents(dossier: Dossier) -> int:
    return dossier.library.documents if dossier.library else 0


def _counted(name: str, n: int, lang: str) -> str:
    return say(f"summary.{name}" if n else f"summary.no_{name}", lang, n=n)


def _parts(counted: Tally, lang: str) -> list[str]:
    parts = [_counted("statements", counted.statements, lang), _quotations(counted, lang)]
    if counted.passages:
        parts.append(say("summary.passages", lang, n=counted.passages))
    return [*parts, _counted("sources", counted.sources, lang), _counted("findings", counted.findings, lang)]


def _quotations(counted: Tally, lang: str) -> str:
    told = _counted("quotations", counted.quotations, lang)
    parts = []
    if counted.found:
        key = "summary.found_in_one" if counted.witnesses == 1 else "summary.found"
        where = say(key, lang, n=counted.found, n_of=of_number(counted.found), witnesses=counted.witnesses)
        sense = say("summary.sense" if counted.sense else "summary.no_sense", lang, n=counted.sense)
        parts.append(f"{where} {sense}" if lang == "en" else f"{where} ({sense})")
    if counted.absent:
        every = counted.absent == counted.quotations > 1  # "16 alıntı: 16’sı …" would say one number twice
        key = "summary.absent_all" if every else "summary.absent"
        parts.append(say(key, lang, n=counted.absent, n_of=of_number(counted.absent), documents=counted.documents))
    if counted.unsearched:
        parts.append(say("summary.unsearched", lang, n=counted.unsearched, n_of=of_number(counted.unsearched)))
    return f"{told}: {', '.join(parts)}" if parts else told
