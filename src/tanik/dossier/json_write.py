"""Values of the dossier become JSON.

Comes in: a dossier or a trace. Goes out: dictionaries with the names of the schema. One function a kind of value, so
that the schema and this file can be read side by side. A name marked optional in the schema is left out where there is
nothing to say; every other name is always there, with null for "not known".
"""

from __future__ import annotations

from collections.abc import Iterable

from tanik.compare.model import Conflict, Event, Finding, Place, StatementRef
from tanik.core.span import Span
from tanik.dossier.citation import csl
from tanik.dossier.json_copies import copy_group_to_json
from tanik.dossier.ledger import write_ledger
from tanik.dossier.messages import message
from tanik.dossier.model import Contents, Dossier, PageReport, PassageTrace, Refusal
from tanik.facts.amounts.measures import SiValue, in_si
from tanik.facts.citations.csl import citation_csl
from tanik.facts.model import Amount, Citation, DateMention, Name, Quotation, Standing, Statement
from tanik.page.model import Landmark, Page, Repair, Segment, Source
from tanik.trace.model import Difference, Match, Searched, Trace, Witness

__all__ = ["SCHEMA", "to_json", "trace_record", "trace_to_json"]

SCHEMA = "tanik-dossier/1"
Json = dict[str, object]


def to_json(dossier: Dossier) -> Json:
    """The dossier as JSON; the sentences of its findings in the dossier's language.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> to_json(made)["schema"]
    'tanik-dossier/1'
    """
    texts = {report.page.id: report.page.text for report in dossier.pages}
    told: Json = {
        "schema": SCHEMA,
        "tanik": dossier.version,
        "created": dossier.created,
        "as_of": dossier.as_of,
        "language": dossier.language,
        "library": _searched(dossier.library),
        "pages": [_page(report) for report in dossier.pages],
        "witnesses": [_witness(witness) for witness in dossier.witnesses],
        "events": [_event(event) for event in dossier.comparison.events],
        "copies": [copy_group_to_json(group, texts) for group in dossier.comparison.copies],
        "findings": [_finding(finding, texts, dossier.language) for finding in dossier.comparison.findings],
        "refused": [_refusal(refusal) for refusal in dossier.refused],
    }
    held = [_contents(contents) for contents in dossier.contents]
    tables = [{"path": table.path, "sha256": table.sha256} for table in dossier.tables]
    ledger = dossier.comparison.ledger
    kept = {"contents": held, "tables": tables, "ledger": write_ledger(ledger) if ledger.lines else None}
    kept |= {"every_clause": dossier.every_clause}
    return {**told, **{name: value for name, value in kept.items() if value}}


def trace_to_json(trace: Trace, witnesses: Iterable[Witness] = ()) -> Json:
    """A trace as JSON with the text that was traced, and the witnesses where they are given.

    >>> from tanik.trace.model import Status
    >>> trace_to_json(Trace("Söz", Status.ABSENT, (), Searched(2, "ab")))["status"]
    'absent'
    """
    told = {"text": trace.text, **_traced(trace)}
    held = [_witness(witness) for witness in witnesses]
    return {**told, "witnesses": held} if held else told


def trace_record(identity: str, trace: Trace) -> Json:
    """The line that ``tanik trace --jsonl`` writes for the record `identity`.

    >>> from tanik.trace.model import Status
    >>> list(trace_record("7", Trace("Söz", Status.ABSENT, (), Searched(2, "ab"))))
    ['id', 'status', 'matches', 'searched']
    """
    return {"id": identity, **_traced(trace)}


def _located(span: Span, text: str) -> Json:
    return {"start": span.start, "end": span.end, "text": text}


def _optional(**values: object) -> Json:
    return {name: value for name, value in values.items() if value is not None}


def _number(value: float) -> float:
    """Whole numbers without a point, as people and most programs write them."""
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _page(report: PageReport) -> Json:
    page, facts = report.page, report.facts
    amounts = [_amount(amount) for amount in facts.amounts]
    citations = [_citation(citation, index, page) for index, citation in enumerate(facts.citations)]
    return {
        "id": page.id,
        "source": _source(page.source),
        "title": page.title,
        "authors": list(page.authors),
        "published": page.published,
        "language": page.language,
        "text": page.text,
        "segments": [_segment(segment, page) for segment in page.segments],
        "dates": [_date(date, page) for date in facts.dates],
        "amounts": amounts,
        "names": [_name(name) for name in facts.names],
        "citations": citations,
        "quotations": [
            _quotation(quotation, trace, page) for quotation, trace in zip(facts.quotations, report.traces, strict=True)
        ],
        "statements": [_statement(statement, report, amounts, citations) for statement in facts.statements],
        "passages": [_passage(passage, page) for passage in report.passages],
        "repairs": [_repair(repair) for repair in page.repairs],
        **({"landmarks": [_landmark(landmark) for landmark in page.landmarks]} if page.landmarks else {}),
    }


def _source(source: Source) -> Json:
    return {
        **_optional(path=source.path, url=source.url),
        "sha256": source.sha256,
        "media_type": source.media_type,
        "retrieved": source.retrieved,
        "encoding": source.encoding,
    }


def _segment(segment: Segment, page: Page) -> Json:
    return {
        "kind": segment.kind.value,
        **_located(segment.span, segment.span.of(page.text)),
        "rule": segment.rule,
        **_optional(
            author=segment.author, published=segment.published, parent=segment.parent, language=segment.language
        ),
    }


def _landmark(landmark: Landmark) -> Json:
    """Where a stretch stood in the source; without its words, which the page has already."""
    box = None if landmark.box is None else list(landmark.box)
    return {
        "start": landmark.span.start,
        "end": landmark.span.end,
        "path": landmark.path,
        **_optional(page=landmark.page, box=box),
    }


def _repair(repair: Repair) -> Json:
    return {"kind": repair.kind, "count": repair.count, "note": repair.note}


def _anchor(span: Span | None, page: Page) -> Json | None:
    return None if span is None else _located(span, span.of(page.text))


def _date(date: DateMention, page: Page) -> Json:
    return {
        **_located(date.span, date.text),
        "edtf": date.edtf,
        "calendar": date.calendar.value,
        "basis": date.basis.value,
        "rule": date.rule,
        **_optional(anchor=_anchor(date.anchor, page), problem=date.problem, part=date.part),
    }


def _amount(amount: Amount) -> Json:
    ends = {"value_min": amount.value_min, "value_max": amount.value_max}
    return {
        **_located(amount.span, amount.text),
        "value": _number(amount.value),
        "unit": amount.unit,
        "of": amount.of,
        "bound": amount.bound.value,
        "rule": amount.rule,
        **{name: _number(end) for name, end in ends.items() if end is not None},
        **_optional(problem=amount.problem, si=_si(in_si(amount))),
    }


def _si(size: SiValue | None) -> Json | None:
    if size is None:
        return None
    told = {"low": _number(size.low), "high": _number(size.high), "unit": size.unit, "source": size.source}
    return {**told, **({"note": size.note} if size.note else {})}


def _name(name: Name) -> Json:
    return {
        **_located(name.span, name.text),
        "name": name.name,
        "kind": name.kind.value,
        "id": name.id,
        "rule": name.rule,
    }


def _citation(citation: Citation, index: int, page: Page) -> Json:
    marks = [_located(mark, mark.of(page.text)) for mark in citation.marks]
    return {
        **_located(citation.span, citation.text),
        "kind": citation.kind.value,
        "author": citation.author,
        "title": citation.title,
        "container": citation.container,
        "publisher": citation.publisher,
        "place": citation.place,
        "year": citation.year,
        "volume": citation.volume,
        "pages": citation.pages,
        "archive": citation.archive,
        "call_number": citation.call_number,
        "url": citation.url,
        "rule": citation.rule,
        **_optional(refers=_anchor(citation.refers, page), note=citation.note),
        **({"marks": marks} if marks else {}),
        "csl": citation_csl(citation, f"{page.id}-c{index}"),
    }


def _quotation(quotation: Quotation, trace: Trace | None, page: Page) -> Json:
    unsearched: Json = {"status": None, "matches": [], "searched": None}
    return {
        **_located(quotation.span, quotation.text),
        "speaker": quotation.speaker,
        "speaker_basis": _anchor(quotation.speaker_basis, page),
        "form": quotation.form.value,
        "marks": quotation.marks,
        "rule": quotation.rule,
        **({"citations": list(quotation.citations)} if quotation.citations else {}),
        **({"standing": quotation.standing.value} if quotation.standing is not Standing.GIVEN else {}),
        **(unsearched if trace is None else _traced(trace)),
    }


def _passage(passage: PassageTrace, page: Page) -> Json:
    return {**_located(passage.span, passage.span.of(page.text)), **_traced(passage.trace)}


def _statement(statement: Statement, report: PageReport, amounts: list[Json], citations: list[Json]) -> Json:
    (first, more), page, facts = _roles(statement), report.page, report.facts
    day = facts.day_carried(statement)
    return {
        **_located(statement.span, statement.text),
        "action": statement.action,
        "roles": first,
        **({"more_roles": more} if more else {}),
        "when": statement.when,
        **({"when_from": _anchor(facts.dates[day].span, page)} if day is not None else {}),
        "amounts": [{**amounts[index], "index": index} for index in statement.amounts],
        "attributed_to": statement.attributed_to,
        "polarity": statement.polarity.value,
        "modality": statement.modality.value,
        "support": [_anchor(span, page) for span in statement.support],
        "citations": [{**citations[index], "index": index} for index in statement.citations],
        "rule": statement.rule,
    }


def _roles(statement: Statement) -> tuple[Json, list[Json]]:
    """The first filler of each role by its name; further ones in a list, with their place in the order of all."""
    first: Json = {}
    more: list[Json] = []
    for order, (name, role) in enumerate(statement.roles):
        basis = "written" if statement.says(role) else "inherited"
        told = {**_optional(name=role.name, rule=role.rule), **_located(role.span, role.text), "basis": basis}
        if name in first:
            more.append({"role": name, "order": order, **told})
        else:
            first[name] = told
    return first, more


def _traced(trace: Trace) -> Json:
    return {
        "status": trace.status.value,
        "matches": [_match(match) for match in trace.matches],
        "searched": _searched(trace.searched),
    }


def _match(match: Match) -> Json:
    return {
        "page": [match.page.start, match.page.end],
        "document": match.document,
        "start": match.witness.start,
        "end": match.witness.end,
        "score": match.score,
        "chance": match.chance,
        "status": match.status.value,
        "differences": [_difference(difference) for difference in match.differences],
    }


def _difference(difference: Difference) -> Json:
    return {
        "kind": difference.kind.value,
        "changes_meaning": difference.changes_meaning,
        "page": [difference.page.start, difference.page.end],
        "witness": [difference.witness.start, difference.witness.end],
        "page_text": difference.page_text,
        "witness_text": difference.witness_text,
        "rule": difference.rule,
    }


def _searched(searched: Searched | None) -> Json | None:
    if searched is None:
        return None
    return {
        "documents": searched.documents,
        "digest": searched.digest,
        "collections": list(searched.collections),
        "earliest": searched.earliest,
        "latest": searched.latest,
    }


def _witness(witness: Witness) -> Json:
    return {
        "document": witness.id,
        "title": witness.title,
        "author": witness.author,
        "date": witness.date,
        "collection": witness.collection,
        "citation": csl(witness),
        "text": witness.text,
        **_optional(source=witness.source, volume=witness.volume, pages=witness.pages, url=witness.url),
    }


def _refs(refs: tuple[StatementRef, ...]) -> list[Json]:
    return [{"page": ref.page, "index": ref.index} for ref in refs]


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "action": event.action,
        "when": event.when,
        "statements": _refs(event.statements),
        "agree": list(event.agree),
        "conflicts": [_conflict(conflict) for conflict in event.conflicts],
        "independent": event.independent,
    }


def _conflict(conflict: Conflict) -> Json:
    return {
        "on": conflict.on,
        "values": list(conflict.values),
        "statements": _refs(conflict.statements),
        "verdict": conflict.verdict.value,
        "why": conflict.why,
    }


def _place(place: Place, texts: dict[str, str]) -> Json:
    return {"page": place.page, **_located(place.span, place.span.of(texts[place.page]))}


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[Json]:
    return [{"what": what, "value": value} for what, value in pairs]


def _finding(finding: Finding, texts: dict[str, str], language: str) -> Json:
    return {
        "kind": finding.kind.value,
        "pages": list(dict.fromkeys(place.page for place in finding.places)),
        "spans": [_place(place, texts) for place in finding.places],
        "message": message(finding, language),
        "rule": finding.rule,
        "details": _pairs(finding.details),
        "because": _pairs((("rule", finding.rule), *finding.because)),
    }


def _refusal(refusal: Refusal) -> Json:
    return {"source": refusal.source, "reason": refusal.reason}


def _contents(contents: Contents) -> Json:
    return {
        "source": contents.source,
        "read": contents.read,
        "refused": contents.refused,
        "skipped": [{"reason": reason, "count": count} for reason, count in contents.skipped],
    }
