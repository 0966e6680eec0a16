"""What stands beside the text in TEI: spans with their values, and the apparatus of the quotations.

Comes in: a page with its facts and traces, and the anchors of its text. Goes out: the parts of a ``standOff``: a
``spanGrp`` a kind, a statement's particulars as a feature structure, a ``listApp``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tanik.core.span import Span
from tanik.dossier.export.tei_header import iso, witness_ids
from tanik.dossier.export.tei_parts import XML_ID, Anchors, attribute, safe, token, under
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.phrases import status_key
from tanik.facts.model import Amount, Bound, DateMention, Facts, NameKind, Statement
from tanik.trace.model import Match, Trace

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["spans_of", "write_standoff"]

# What a feature may be called (an XML name without a colon).
_NAME = re.compile(r"[^A-Za-z0-9_.-]+")
_NAMES = {
    NameKind.PERSON: "persName",
    NameKind.PLACE: "placeName",
    NameKind.ORGANISATION: "orgName",
    NameKind.EVENT: "eventName",
}


def spans_of(report: PageReport, dossier: Dossier) -> list[Span]:
    """Every stretch that the stand-off part points at."""
    facts = report.facts
    kinds = (facts.dates, facts.amounts, facts.names, facts.citations, facts.quotations, facts.statements)
    spans = [fact.span for found in kinds for fact in found] + [passage.span for passage in report.passages]
    known = witness_ids("", dossier, report)
    for trace in _traces(report):
        for match in trace.matches:
            spans.append(match.page)
            if match.document in known:
                spans += [difference.page for difference in match.differences]
    return spans


def _traces(report: PageReport) -> list[Trace]:
    return [*(trace for trace in report.traces if trace is not None), *(p.trace for p in report.passages)]


def write_standoff(standoff: _Element, dossier: Dossier, report: PageReport, anchors: Anchors) -> None:
    """Everything that was found, kind by kind."""
    writer = _Writer(standoff, dossier, report, anchors)
    writer.dates()
    writer.amounts()
    writer.names()
    writer.sources()
    writer.quotations()
    writer.statements()
    writer.apparatus()


class _Writer:
    """Writes the stand-off part of one page."""

    def __init__(self, standoff: _Element, dossier: Dossier, report: PageReport, anchors: Anchors) -> None:
        self._root, self._anchors, self._report = standoff, anchors, report
        self._witnesses = witness_ids(anchors.prefix, dossier, report)

    @property
    def _facts(self) -> Facts:
        return self._report.facts

    def _group(self, kind: str) -> _Element:
        return under(self._root, "spanGrp", type=kind)

    def _span(self, group: _Element, identity: str, span: Span, rule: str | None = None) -> _Element:
        start, end = self._anchors.ends(span)
        element = under(group, "span", **{"from": start, "to": end})
        element.set(XML_ID, f"{self._anchors.prefix}-{identity}")
        if rule is not None:
            element.set("n", attribute(rule))
        return element

    def dates(self) -> None:
        """Dates with their Gregorian value and the calendar they were written in."""
        group = self._group("date") if self._facts.dates else self._root
        for n, one in enumerate(self._facts.dates, 1):
            self._date(self._span(group, f"d{n}", one.span, one.rule), one)

    def _date(self, span: _Element, date: DateMention) -> None:
        value = {"when": iso(date.edtf)} if date.edtf else {}
        start, _, end = (date.edtf or "").partition("/")
        if end and not value.get("when"):
            value = {"from": iso(start) if start.strip(".") else None, "to": iso(end) if end.strip(".") else None}
        pointer = f"#{self._anchors.prefix}-{date.calendar}"
        element = under(span, "date", date.text, calendar=pointer, **value)
        if date.edtf and not any(value.values()):
            element.set("n", attribute(date.edtf))

    def amounts(self) -> None:
        """Amounts with their unit and bounds."""
        group = self._group("measure") if self._facts.amounts else self._root
        for n, one in enumerate(self._facts.amounts, 1):
            _measure(self._span(group, f"a{n}", one.span, one.rule), one)

    def names(self) -> None:
        """Names, each with its canonical form as the key of its bearer."""
        group = self._group("name") if self._facts.names else self._root
        for n, one in enumerate(self._facts.names, 1):
            span = self._span(group, f"n{n}", one.span, one.rule)
            under(span, _NAMES[one.kind], one.text, key=one.id, n=one.name)

    def sources(self) -> None:
        """Where the page names a source; the source itself stands in the header."""
        group = self._group("source") if self._facts.citations else self._root
        for n, one in enumerate(self._facts.citations, 1):
            span = self._span(group, f"c{n}", one.span, one.rule)
            under(span, "ref", one.text, target=f"#{self._anchors.prefix}-b{n}", type=one.kind.value)

    def quotations(self) -> None:
        """Quotations and unquoted passages with their status, and every match with its witness."""
        report = self._report
        group = self._group("quotation") if report.facts.quotations else self._root
        for n, (one, trace) in enumerate(zip(report.facts.quotations, report.traces, strict=True), 1):
            span = self._span(group, f"q{n}", one.span, one.rule)
            _fill(span, one.text, status_key(trace))
            for k, match in enumerate(trace.matches if trace is not None else (), 1):
                self._match(group, f"q{n}.m{k}", match)
        passages = self._group("passage") if report.passages else self._root
        for n, passage in enumerate(report.passages, 1):
            span = self._span(passages, f"u{n}", passage.span)
            _fill(span, passage.span.of(report.page.text), passage.trace.status.value)
            for k, match in enumerate(passage.trace.matches, 1):
                self._match(passages, f"u{n}.m{k}", match)

    def _match(self, group: _Element, identity: str, match: Match) -> None:
        """A match; its place in the witness as a fragment of RFC 5147."""
        span = self._span(group, identity, match.page)
        known = self._witnesses.get(match.document)
        place = f"char={match.witness.start},{match.witness.end}"
        under(span, "ref", place, type=match.status.value, target=f"#{known}" if known else None, n=match.document)

    def statements(self) -> None:
        """Statements: the span, and a feature structure with what it says."""
        group = self._group("statement") if self._facts.statements else self._root
        for n, one in enumerate(self._facts.statements, 1):
            span = self._span(group, f"s{n}", one.span, one.rule)
            span.set("ana", f"#{self._anchors.prefix}-s{n}.fs")
        for n, one in enumerate(self._facts.statements, 1):
            structure = under(self._root, "fs", type="statement")
            structure.set(XML_ID, f"{self._anchors.prefix}-s{n}.fs")
            _features(structure, one)

    def apparatus(self) -> None:
        """An entry for every place where the page and a witness at hand read differently."""
        entries = [
            (f"{prefix}.m{k}.x{x}", match, difference)
            for prefix, trace in self._named_traces()
            for k, match in enumerate(trace.matches, 1)
            if match.document in self._witnesses
            for x, difference in enumerate(match.differences, 1)
        ]
        if not entries:
            return
        listed = under(self._root, "listApp", type="quotations")
        for identity, match, one in entries:
            start, end = self._anchors.ends(one.page)
            kind = "sense" if one.changes_meaning else "same"
            app = under(listed, "app", **{"from": start, "to": end, "type": one.kind.value, "subtype": kind})
            app.set(XML_ID, f"{self._anchors.prefix}-{identity}")
            under(app, "lem", one.page_text or None)
            under(app, "rdg", one.witness_text or None, wit=f"#{self._witnesses[match.document]}")
            under(app, "note", one.rule, type="rule")

    def _named_traces(self) -> list[tuple[str, Trace]]:
        quoted = [(f"q{n}", trace) for n, trace in enumerate(self._report.traces, 1) if trace is not None]
        return quoted + [(f"u{n}", passage.trace) for n, passage in enumerate(self._report.passages, 1)]


def _fill(span: _Element, words: str, status: str) -> None:
    span.set("type", status)
    span.text = safe(words)


def _measure(span: _Element, amount: Amount) -> None:
    value = f"{amount.value:.10g}"
    told: dict[str, str | None] = {"unit": token(amount.unit), "commodity": token(amount.of or "")}
    if amount.value_min is not None or amount.value_max is not None:
        lower = amount.value if amount.value_min is None else amount.value_min
        upper = amount.value if amount.value_max is None else amount.value_max
        told |= {"min": f"{lower:.10g}", "max": f"{upper:.10g}"}
    elif amount.bound in (Bound.MORE_THAN, Bound.AT_LEAST):
        told["atLeast"] = value
    elif amount.bound in (Bound.LESS_THAN, Bound.AT_MOST):
        told["atMost"] = value
    else:
        told["quantity"] = value
    under(span, "measure", amount.text, type=amount.bound.value, **told)


def _features(structure: _Element, statement: Statement) -> None:
    for name, value in (
        ("action", statement.action),
        ("polarity", statement.polarity.value),
        ("modality", statement.modality.value),
    ):
        if value is not None:
            under(under(structure, "f", name=name), "symbol", value=value)
    for name, value in (("when", statement.when), ("attributed_to", statement.attributed_to)):
        if value is not None:
            under(under(structure, "f", name=name), "string", value)
    for name in dict.fromkeys(name for name, _ in statement.roles):
        held = under(structure, "f", name=f"role.{_NAME.sub('_', name)}")
        fillers = [role.name or role.text for told, role in statement.roles if told == name]
        parent = under(held, "vColl", org="list") if len(fillers) > 1 else held
        for filler in fillers:
            under(parent, "string", filler)
