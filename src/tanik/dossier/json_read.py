"""JSON becomes the values of a dossier again.

Comes in: the dictionary that a dossier's JSON was parsed into. Goes out: the `Dossier` it was written from, equal by
value. This is a parser's edge: what is read may be anything, so every way it can fail is told as one kind of error.
"""

from __future__ import annotations

from typing import Any

from tanik.compare.model import (
    Comparison,
    Conflict,
    Event,
    Finding,
    FindingKind,
    Place,
    StatementRef,
    Verdict,
)
from tanik.core.span import Span
from tanik.dossier.json_copies import read_copy_group
from tanik.dossier.json_write import SCHEMA
from tanik.dossier.ledger import read_ledger
from tanik.dossier.model import Contents, Dossier, PageReport, PassageTrace, Refusal, UserTable
from tanik.errors import UsageError
from tanik.facts.model import (
    Amount,
    Basis,
    Bound,
    Calendar,
    Citation,
    CitationKind,
    DateMention,
    Facts,
    Modality,
    Name,
    NameKind,
    Polarity,
    Quotation,
    QuotationForm,
    Role,
    Standing,
    Statement,
)
from tanik.page.model import Landmark, Page, Repair, Segment, SegmentKind, Source
from tanik.trace.model import Difference, DifferenceKind, Match, Searched, Status, Trace, Witness

__all__ = ["from_json"]

Json = dict[str, Any]
_CITATION_FIELDS = (
    "author",
    "title",
    "container",
    "publisher",
    "place",
    "year",
    "volume",
    "pages",
    "archive",
    "call_number",
    "url",
)


def from_json(data: Json) -> Dossier:
    """The dossier that `data` tells. Raises ``UsageError`` where it is no dossier of this schema.

    >>> from tanik.dossier.build import build
    >>> from tanik.dossier.json_write import to_json
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> from_json(to_json(made)) == made
    True
    """
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise UsageError(f"this is no dossier of the schema {SCHEMA}; see `tanik schema`")
    try:
        return _dossier(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UsageError(f"this dossier does not fit the schema {SCHEMA} ({error}); see `tanik schema`") from error


def _dossier(data: Json) -> Dossier:
    return Dossier(
        version=data["tanik"],
        created=data["created"],
        as_of=data["as_of"],
        language=data["language"],
        library=_searched(data["library"]),
        pages=tuple(_report(page) for page in data["pages"]),
        witnesses=tuple(_witness(witness) for witness in data["witnesses"]),
        comparison=Comparison(
            events=tuple(_event(event) for event in data["events"]),
            copies=tuple(read_copy_group(group) for group in data["copies"]),
            findings=tuple(_finding(finding) for finding in data["findings"]),
            ledger=read_ledger(data.get("ledger")),
        ),
        refused=tuple(Refusal(row["source"], row["reason"]) for row in data["refused"]),
        contents=tuple(_contents(row) for row in data.get("contents", ())),
        tables=tuple(UserTable(row["path"], row["sha256"]) for row in data.get("tables", ())),
        every_clause=data.get("every_clause") is True,
    )


def _contents(row: Json) -> Contents:
    skipped = tuple((part["reason"], part["count"]) for part in row["skipped"])
    return Contents(row["source"], row["read"], row["refused"], skipped)


def _span(data: Json) -> Span:
    return Span(data["start"], data["end"])


def _maybe_span(data: Json | None) -> Span | None:
    return None if data is None else _span(data)


def _report(data: Json) -> PageReport:
    facts = Facts(
        dates=tuple(_date(row) for row in data["dates"]),
        amounts=tuple(_amount(row) for row in data["amounts"]),
        names=tuple(
            Name(_span(row), row["text"], row["name"], NameKind(row["kind"]), row["id"], row["rule"])
            for row in data["names"]
        ),
        citations=tuple(_citation(row) for row in data["citations"]),
        quotations=tuple(_quotation(row) for row in data["quotations"]),
        statements=tuple(_statement(row) for row in data["statements"]),
    )
    return PageReport(
        page=_page(data),
        facts=facts,
        traces=tuple(None if row["status"] is None else _trace(row) for row in data["quotations"]),
        passages=tuple(PassageTrace(_span(row), _trace(row)) for row in data["passages"]),
    )


def _page(data: Json) -> Page:
    source = data["source"]
    return Page(
        id=data["id"],
        source=Source(
            sha256=source["sha256"],
            media_type=source["media_type"],
            path=source.get("path"),
            url=source.get("url"),
            retrieved=source["retrieved"],
            encoding=source["encoding"],
        ),
        text=data["text"],
        segments=tuple(
            Segment(
                SegmentKind(row["kind"]),
                _span(row),
                row["rule"],
                row.get("author"),
                row.get("published"),
                row.get("parent"),
                row.get("language"),
            )
            for row in data["segments"]
        ),
        title=data["title"],
        authors=tuple(data["authors"]),
        published=data["published"],
        language=data["language"],
        repairs=tuple(Repair(row["kind"], row["count"], row["note"]) for row in data["repairs"]),
        landmarks=tuple(_landmark(row) for row in data.get("landmarks", ())),
    )


def _landmark(row: Json) -> Landmark:
    box = row.get("box")
    sides = None if box is None else (float(box[0]), float(box[1]), float(box[2]), float(box[3]))
    return Landmark(_span(row), row["path"], row.get("page"), sides)


def _date(row: Json) -> DateMention:
    return DateMention(
        _span(row),
        row["text"],
        row["edtf"],
        Calendar(row["calendar"]),
        Basis(row["basis"]),
        row["rule"],
        _maybe_span(row.get("anchor")),
        row.get("problem"),
        row.get("part"),
    )


def _citation(row: Json) -> Citation:
    """What a citation says; its CSL-JSON is made anew whenever it is written."""
    return Citation(
        _span(row),
        row["text"],
        CitationKind(row["kind"]),
        row["rule"],
        **{field: row[field] for field in _CITATION_FIELDS},
        refers=_maybe_span(row.get("refers")),
        note=row.get("note"),
        marks=tuple(_span(mark) for mark in row.get("marks", ())),
    )


def _amount(row: Json) -> Amount:
    return Amount(
        span=_span(row),
        text=row["text"],
        value=float(row["value"]),
        unit=row["unit"],
        rule=row["rule"],
        of=row["of"],
        bound=Bound(row["bound"]),
        value_max=_maybe_float(row.get("value_max")),
        problem=row.get("problem"),
        value_min=_maybe_float(row.get("value_min")),
    )


def _maybe_float(value: float | None) -> float | None:
    return None if value is None else float(value)


def _quotation(row: Json) -> Quotation:
    return Quotation(
        _span(row),
        row["text"],
        QuotationForm(row["form"]),
        row["marks"],
        row["rule"],
        row["speaker"],
        _maybe_span(row["speaker_basis"]),
        tuple(row.get("citations", ())),
        Standing(row.get("standing", Standing.GIVEN)),
    )


def _statement(row: Json) -> Statement:
    roles = [(name, _role(role)) for name, role in row["roles"].items()]
    for further in row.get("more_roles", ()):
        roles.insert(further["order"], (further["role"], _role(further)))
    return Statement(
        span=_span(row),
        text=row["text"],
        action=row["action"],
        rule=row["rule"],
        roles=tuple(roles),
        when=row["when"],
        amounts=tuple(amount["index"] for amount in row["amounts"]),
        attributed_to=row["attributed_to"],
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        support=tuple(_span(support) for support in row["support"]),
        citations=tuple(citation["index"] for citation in row["citations"]),
    )


def _role(row: Json) -> Role:
    return Role(_span(row), row["text"], row.get("name"), row.get("rule"))


def _trace(row: Json) -> Trace:
    searched = _searched(row["searched"])
    if searched is None:
        raise ValueError("a trace needs what was searched")
    return Trace(row["text"], Status(row["status"]), tuple(_match(match) for match in row["matches"]), searched)


def _match(row: Json) -> Match:
    return Match(
        page=Span(*row["page"]),
        document=row["document"],
        witness=_span(row),
        score=float(row["score"]),
        chance=float(row["chance"]),
        status=Status(row["status"]),
        differences=tuple(_difference(difference) for difference in row["differences"]),
    )


def _difference(row: Json) -> Difference:
    return Difference(
        DifferenceKind(row["kind"]),
        row["changes_meaning"],
        Span(*row["page"]),
        Span(*row["witness"]),
        row["page_text"],
        row["witness_text"],
        row["rule"],
    )


def _searched(row: Json | None) -> Searched | None:
    if row is None:
        return None
    return Searched(row["documents"], row["digest"], tuple(row["collections"]), row["earliest"], row["latest"])


def _witness(row: Json) -> Witness:
    return Witness(
        id=row["document"],
        text=row["text"],
        collection=row["collection"],
        title=row["title"],
        author=row["author"],
        date=row["date"],
        source=row.get("source"),
        volume=row.get("volume"),
        pages=row.get("pages"),
        url=row.get("url"),
    )


def _refs(rows: list[Json]) -> tuple[StatementRef, ...]:
    return tuple(StatementRef(row["page"], row["index"]) for row in rows)


def _event(row: Json) -> Event:
    conflicts = tuple(
        Conflict(
            conflict["on"],
            tuple(conflict["values"]),
            _refs(conflict["statements"]),
            Verdict(conflict["verdict"]),
            conflict["why"],
        )
        for conflict in row["conflicts"]
    )
    return Event(
        row["id"],
        row["action"],
        row["when"],
        _refs(row["statements"]),
        tuple(row["agree"]),
        conflicts,
        row["independent"],
    )


def _place(row: Json) -> Place:
    return Place(row["page"], _span(row))


def _pairs(rows: list[Json]) -> tuple[tuple[str, str], ...]:
    return tuple((row["what"], row["value"]) for row in rows)


def _finding(row: Json) -> Finding:
    """`because` opens with the rule in JSON, so that a reader of that list alone has it; in the value it is a field."""
    return Finding(
        FindingKind(row["kind"]),
        tuple(_place(place) for place in row["spans"]),
        row["rule"],
        _pairs(row["details"]),
        _pairs(row["because"][1:]),
    )
