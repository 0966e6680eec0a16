"""What stands in the tables.

Comes in: a dossier. Goes out: for each table its name, its columns (``name`` or ``name:type``) and its rows. The order
of the columns is a promise: new ones come last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tanik.core.span import Span
from tanik.dossier.export.bibliography import cited_works
from tanik.dossier.messages import message
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.phrases import status_key
from tanik.trace.model import Match, Trace

__all__ = ["TABLES", "Cell"]

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
_PARTIES: Final = ("subject", "recipient", "object", "place")


def _pages(dossier: Dossier) -> Iterator[Row]:
    for report in dossier.pages:
        page, source = report.page, report.page.source
        written = "; ".join(page.authors)
        yield (page.id, page.title, written, page.published, page.language, source.url, source.path,
               source.media_type, source.sha256, source.retrieved, len(page.text))  # fmt: skip


def _statements(dossier: Dossier) -> Iterator[Row]:
    for report in dossier.pages:
        for index, one in enumerate(report.facts.statements, 1):
            filled = ([role.name or role.text for role in one.fillers(name)] for name in _PARTIES)
            parties = ("; ".join(names) or None for names in filled)
            yield (report.page.id, _id(report, "s", index), *_at(one.span), one.text, one.action, *parties, one.when,
                   one.attributed_to, one.polarity.value, one.modality.value,
                   _ids(report, "a", one.amounts), _ids(report, "c", one.citations), one.rule)  # fmt: skip


def _roles(dossier: Dossier) -> Iterator[Row]:
    for report in dossier.pages:
        for index, one in enumerate(report.facts.statements, 1):
            for name, role in one.roles:
                basis = "written" if one.says(role) else "inherited"
                yield (report.page.id, _id(report, "s", index), name, *_at(role.span), role.text, role.name, basis,
                       role.rule)  # fmt: skip


def _amounts(dossier: Dossier) -> Iterator[Row]:
    for report in dossier.pages:
        for index, one in enumerate(report.facts.amounts, 1):
            yield (report.page.id, _id(report, "a", index), *_at(one.span), one.text, one.value, one.value_min,
                   one.value_max, one.unit, one.of, one.bound.value, one.problem, one.rule)  # fmt: skip


def _dates(dossier: Dossier) -> Iterator[Row]:
    for report in dossier.pages:
        for index, one in enumerate(report.facts.dates, 1):
            yield (report.page.id, _id(report, "d", index), *_at(one.span), one.text, one.edtf, one.calendar.value,
                   one.basis.value, one.part, one.problem, one.rule)  # fmt: skip


def _names(dossier: Dossier) -> Iterator[Row]:
    for report in dossier.pages:
        for index, one in enumerate(report.facts.names, 1):
            yield (report.page.id, _id(report, "n", index), *_at(one.span), one.text, one.name, one.kind.value, one.id,
                   one.rule)  # fmt: skip


def _sources(dossier: Dossier) -> Iterator[Row]:
    for report in dossier.pages:
        for index, one in enumerate(report.facts.citations, 1):
            yield (report.page.id, _id(report, "c", index), *_at(one.span), one.text, one.kind.value, one.author,
                   one.title, one.container, one.publisher, one.place, one.year, one.volume, one.pages, one.archive,
                   one.call_number, one.url, one.rule)  # fmt: skip


def _quotations(dossier: Dossier) -> Iterator[Row]:
    for report in dossier.pages:
        for index, (one, trace) in enumerate(zip(report.facts.quotations, report.traces, strict=True), 1):
            searched = trace.searched if trace is not None else None
            yield (report.page.id, _id(report, "q", index), *_at(one.span), one.text, one.speaker, one.form.value,
                   status_key(trace), len(trace.matches) if trace is not None else None,
                   searched.documents if searched is not None else None,
                   searched.digest if searched is not None else None,
                   _ids(report, "c", one.citations), one.rule)  # fmt: skip


def _traces(dossier: Dossier) -> Iterator[tuple[PageReport, str, Trace]]:
    """Every trace with the id of what was traced: a quotation, or an unquoted passage."""
    for report in dossier.pages:
        for index, trace in enumerate(report.traces, 1):
            if trace is not None:
                yield report, _id(report, "q", index), trace
        for index, passage in enumerate(report.passages, 1):
            yield report, _id(report, "u", index), passage.trace


def _numbered(dossier: Dossier) -> Iterator[tuple[PageReport, str, str, Match]]:
    for report, traced, trace in _traces(dossier):
        for index, match in enumerate(trace.matches, 1):
            yield report, traced, f"{traced}-m{index}", match


def _matches(dossier: Dossier) -> Iterator[Row]:
    for report, traced, identity, one in _numbered(dossier):
        sense = sum(difference.changes_meaning for difference in one.differences)
        yield (report.page.id, traced, identity, *_at(one.page), one.page.of(report.page.text), one.document,
               one.witness.start, one.witness.end, one.score, one.chance, one.status.value,
               len(one.differences), sense)  # fmt: skip


def _differences(dossier: Dossier) -> Iterator[Row]:
    for report, traced, identity, match in _numbered(dossier):
        for one in match.differences:
            yield (report.page.id, traced, identity, *_at(one.page), one.page_text, match.document, one.witness.start,
                   one.witness.end, one.witness_text, one.kind.value, one.changes_meaning, one.rule)  # fmt: skip


def _witnesses(dossier: Dossier) -> Iterator[Row]:
    for one in dossier.witnesses:
        yield (one.id, one.title, one.author, one.date, one.collection, one.source, one.volume, one.pages, one.url)


def _works(dossier: Dossier) -> Iterator[Row]:
    for one in cited_works(dossier):
        authors = "; ".join(f"{a.family}, {a.given}" if a.given else a.family for a in one.authors)
        yield (one.id, one.part.value, one.kind, authors, one.title, one.container, one.publisher, one.place, one.date,
               one.volume, one.issue, one.pages, one.archive, one.location, one.url)  # fmt: skip


def _findings(dossier: Dossier) -> Iterator[Row]:
    texts = {report.page.id: report.page.text for report in dossier.pages}
    for number, one in enumerate(dossier.comparison.findings, 1):
        told = (one.kind.value, one.rule, message(one, dossier.language))
        because = "; ".join(f"{what}: {value}" for what, value in one.because)
        if not one.places:
            yield (None, f"f{number}", None, None, None, *told, because)
        for place in one.places:
            yield (place.page, f"f{number}", *_at(place.span), place.span.of(texts[place.page]), *told, because)


def _events(dossier: Dossier) -> Iterator[Row]:
    for one in dossier.comparison.events:
        for ref in one.statements:
            yield (one.id, one.action, one.when, one.independent, f"{ref.page}-s{ref.index + 1}")


def _conflicts(dossier: Dossier) -> Iterator[Row]:
    for event in dossier.comparison.events:
        for one in event.conflicts:
            named = " ".join(f"{ref.page}-s{ref.index + 1}" for ref in one.statements)
            yield (event.id, one.on, " | ".join(one.values), one.verdict.value, one.why, named)


def _copies(dossier: Dossier) -> Iterator[Row]:
    for number, group in enumerate(dossier.comparison.copies, 1):
        for place in group.passages:
            taken = [link.from_ for link in group.links if link.to == place.page]
            yield (f"g{number}", place.page, *_at(place.span), place.page == group.earliest, " ".join(taken))


def _ledger(dossier: Dossier) -> Iterator[Row]:
    for one in dossier.comparison.ledger.lines:
        yield (one.statement.page, f"{one.statement.page}-s{one.statement.index + 1}", one.stage, one.thing, one.amount,
               one.value, one.unit, one.bound, one.giver, one.receiver, one.when, one.source, one.polarity,
               one.modality, one.event)  # fmt: skip


def _totals(dossier: Dossier) -> Iterator[Row]:
    for one in dossier.comparison.ledger.totals:
        named = " ".join(f"{ref.page}-s{ref.index + 1}" for ref in one.statements)
        yield (one.stage, one.thing, one.value, one.unit, one.giver, one.receiver, named)


def _id(report: PageReport, letter: str, number: int) -> str:
    return f"{report.page.id}-{letter}{number}"


def _ids(report: PageReport, letter: str, indices: tuple[int, ...]) -> str:
    return " ".join(_id(report, letter, index + 1) for index in indices)


def _at(span: Span) -> tuple[int, int]:
    return span.start, span.end


_HERE = "start:int end:int text"
TABLES: Final[tuple[tuple[str, str, Callable[[Dossier], Iterator[Row]]], ...]] = (
    ("pages", "page title authors published language url path media_type sha256 retrieved characters:int", _pages),
    ("statements", f"page statement {_HERE} action subject recipient object place when attributed_to polarity modality "
     "amounts sources rule", _statements),
    ("roles", f"page statement role {_HERE} name basis rule", _roles),
    ("amounts", f"page amount {_HERE} value:float value_min:float value_max:float unit of bound problem rule",
     _amounts),
    ("dates", f"page date {_HERE} edtf calendar basis part problem rule", _dates),
    ("names", f"page mention {_HERE} name kind bearer rule", _names),
    ("sources", f"page source {_HERE} kind author title container publisher place year:int volume pages archive "
     "call_number url rule", _sources),
    ("quotations", f"page quotation {_HERE} speaker form status matches:int searched_documents:int searched_sha256 "
     "sources rule", _quotations),
    ("matches", f"page traced match {_HERE} document witness_start:int witness_end:int score:float chance:float status "
     "differences:int differences_of_sense:int", _matches),
    ("differences", f"page traced match {_HERE} document witness_start:int witness_end:int witness_text kind "
     "changes_meaning:bool rule", _differences),
    ("witnesses", "document title author date collection source volume pages url", _witnesses),
    ("works", "work part type authors title container publisher place date volume issue pages archive location url",
     _works),
    ("findings", f"page finding {_HERE} kind rule message because", _findings),
    ("events", "event action when independent:int statement", _events),
    ("conflicts", "event on values verdict why statements", _conflicts),
    ("ledger", "page statement stage thing text value:float unit bound giver receiver when source polarity modality "
     "event", _ledger),
    ("ledger_totals", "stage thing value:float unit giver receiver statements", _totals),
    ("copies", "group page start:int end:int earliest:bool taken_from", _copies),
)  # fmt: skip
