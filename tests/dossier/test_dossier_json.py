"""JSON of the dossier: fits its schema, comes back equal, tells every name in plain words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from enum import StrEnum

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tanik.compare import model as compare
from tanik.core.span import Span
from tanik.dossier.html import to_html
from tanik.dossier.json import from_json, load_schema, to_json, trace_record, trace_to_json
from tanik.dossier.markdown import to_markdown
from tanik.dossier.model import Dossier, PageReport, PassageTrace, Refusal, UserTable
from tanik.dossier.terminal import render_text
from tanik.errors import UsageError
from tanik.facts import model as facts
from tanik.page import model as page
from tanik.trace import model as trace

VALIDATOR = Draft202012Validator(load_schema())


def through_text(dossier: Dossier) -> dict[str, object]:
    """The dossier's JSON as another program would get it."""
    read: dict[str, object] = json.loads(json.dumps(to_json(dossier), ensure_ascii=False, allow_nan=False))
    return read


def assert_fits_and_returns(dossier: Dossier) -> None:
    told = through_text(dossier)
    errors = [f"{list(error.path)}: {error.message}" for error in VALIDATOR.iter_errors(told)]
    assert not errors
    assert from_json(told) == dossier


def test_sample_fits_and_returns(sample: Dossier) -> None:
    assert_fits_and_returns(sample)


def test_without_library_fits_and_returns(unsearched: Dossier) -> None:
    assert_fits_and_returns(unsearched)
    assert to_json(unsearched)["library"] is None


def test_no_pages_fits_and_returns(empty: Dossier) -> None:
    assert_fits_and_returns(empty)


@pytest.mark.parametrize("payload", ["<script>alert(1)</script>", "{{7*7}}", "\u202eabc", "\x1b[31m", '"\\'])
def test_hostile_fits_and_returns(hostile: Callable[[str], Dossier], payload: str) -> None:
    assert_fits_and_returns(hostile(payload))


def located(value: object, text: str) -> Iterator[tuple[dict[str, object], str]]:
    """Everything in `value` that has start, end and text, with the text it is in."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value, text
        for part in value.values():
            yield from located(part, text)
    elif isinstance(value, list):
        for part in value:
            yield from located(part, text)


def test_every_located_thing_reads_back(sample: Dossier) -> None:
    told = to_json(sample)
    pages = told["pages"]
    assert isinstance(pages, list)
    seen = 0
    for one in pages:
        for thing, text in located(one, one["text"]):
            assert thing["text"] == text[thing["start"] : thing["end"]]
            seen += 1
    assert seen > 40


def properties(schema: object, path: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    if isinstance(schema, dict):
        named = schema.get("properties")
        if isinstance(named, dict):
            for name, inner in named.items():
                yield f"{path}/{name}", inner
        for key, inner in schema.items():
            yield from properties(inner, f"{path}/{key}")
    elif isinstance(schema, list):
        for inner in schema:
            yield from properties(inner, path)


def objects(schema: object) -> Iterator[dict[str, object]]:
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for inner in schema.values():
            yield from objects(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from objects(inner)


def test_schema_is_sound_strict_and_described() -> None:
    schema = load_schema()
    Draft202012Validator.check_schema(schema)
    assert [path for path, inner in properties(schema) if not inner.get("description")] == []
    assert [inner.get("description") for inner in objects(schema) if "additionalProperties" not in inner] == []


ENUMS = [
    ("segment", "kind", page.SegmentKind),
    ("date", "calendar", facts.Calendar),
    ("date", "basis", facts.Basis),
    ("amount", "bound", facts.Bound),
    ("name", "kind", facts.NameKind),
    ("citation", "kind", facts.CitationKind),
    ("quotation", "form", facts.QuotationForm),
    ("statement", "polarity", facts.Polarity),
    ("statement", "modality", facts.Modality),
    ("match", "status", trace.Status),
    ("passage", "status", trace.Status),
    ("difference", "kind", trace.DifferenceKind),
    ("conflict", "verdict", compare.Verdict),
    ("finding", "kind", compare.FindingKind),
]


@pytest.mark.parametrize(("kind", "name", "values"), ENUMS)
def test_schema_has_the_values_of_the_models(kind: str, name: str, values: type[StrEnum]) -> None:
    assert load_schema()["$defs"][kind]["properties"][name]["enum"] == [value.value for value in values]


def test_names_of_the_contract(sample: Dossier) -> None:
    told = to_json(sample)
    assert list(told)[:4] == ["schema", "tanik", "created", "as_of"]
    first = told["pages"][0]  # type: ignore[index]
    assert {"speaker", "speaker_basis", "form", "status", "matches", "searched"} <= first["quotations"][0].keys()
    assert first["statements"][0]["roles"]["recipient"]["name"] == "Örnekköy"
    assert first["statements"][0]["amounts"][0]["value"] == 6200
    assert first["quotations"][6]["status"] == "absent"
    assert first["quotations"][6]["searched"]["documents"] == 411
    assert told["witnesses"][0]["citation"]["issued"] == {"date-parts": [[1920, 6, 14]]}  # type: ignore[index]


def test_trace_alone(sample: Dossier) -> None:
    one = sample.pages[0].traces[0]
    assert one is not None
    assert set(trace_to_json(one)) == {"text", "status", "matches", "searched"}
    assert len(trace_to_json(one, sample.witnesses)["witnesses"]) == 3  # type: ignore[arg-type]
    record = trace_record("k-7", one)
    assert list(record) == ["id", "status", "matches", "searched"]
    assert record["id"] == "k-7"


BROKEN: list[dict[str, object]] = [
    {},
    {"schema": "tanik-dossier/2"},
    {"schema": "tanik-dossier/1"},
    {"schema": "tanik-dossier/1", "tanik": "1", "created": "", "as_of": "", "language": "tr", "library": 3},
]


@pytest.mark.parametrize("data", BROKEN)
def test_what_is_no_dossier_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="tanik-dossier/1"):
        from_json(data)


def test_damaged_dossier_is_refused(sample: Dossier) -> None:
    told = through_text(sample)
    told["pages"][0]["dates"][0]["calendar"] = "martian"  # type: ignore[index]
    with pytest.raises(UsageError, match="martian"):
        from_json(told)


WORDS = st.text(max_size=12)
MAYBE = st.none() | WORDS


@st.composite
def spans_in(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


SEARCHED = st.builds(trace.Searched, st.integers(0, 10**6), WORDS, st.lists(WORDS, max_size=2).map(tuple), MAYBE, MAYBE)
FLOATS = st.floats(0, 1e12, allow_nan=False)


@st.composite
def traces(draw: st.DrawFn, length: int, words: str) -> trace.Trace:
    anywhere = spans_in(length)
    difference = st.builds(
        trace.Difference, st.sampled_from(trace.DifferenceKind), st.booleans(), anywhere, anywhere, WORDS, WORDS, WORDS
    )
    match = st.builds(
        trace.Match,
        page=anywhere,
        document=st.sampled_from(("k:1", "k:2", "lost")),
        witness=anywhere,
        score=st.floats(0, 1),
        chance=FLOATS,
        status=st.sampled_from(trace.Status),
        differences=st.lists(difference, max_size=3).map(tuple),
    )
    matches = tuple(draw(st.lists(match, max_size=3)))
    return trace.Trace(words, draw(st.sampled_from(trace.Status)), matches, draw(SEARCHED))


@st.composite
def reports(draw: st.DrawFn, number: int) -> PageReport:
    text = draw(st.text(max_size=60))
    anywhere = spans_in(len(text))

    def places(most: int = 3) -> list[Span]:
        return sorted(draw(st.lists(anywhere, max_size=most)))

    segments = tuple(
        page.Segment(draw(st.sampled_from(page.SegmentKind)), span, "r", draw(MAYBE), draw(MAYBE)) for span in places()
    )
    dates = tuple(
        facts.DateMention(
            span,
            span.of(text),
            draw(MAYBE),
            draw(st.sampled_from(facts.Calendar)),
            draw(st.sampled_from(facts.Basis)),
            "r",
            draw(st.none() | anywhere),
            draw(MAYBE),
        )
        for span in places()
    )
    amounts = tuple(
        facts.Amount(span, span.of(text), draw(FLOATS), "kg", "r", draw(MAYBE), value_max=draw(st.none() | FLOATS))
        for span in places()
    )
    names = tuple(
        facts.Name(span, span.of(text), draw(WORDS), draw(st.sampled_from(facts.NameKind)), "n", "r")
        for span in places()
    )
    citations = tuple(
        facts.Citation(span, span.of(text), draw(st.sampled_from(facts.CitationKind)), "r", url=draw(MAYBE))
        for span in places(2)
    )
    quotations = tuple(
        facts.Quotation(span, span.of(text), draw(st.sampled_from(facts.QuotationForm)), "“”", "r", draw(MAYBE))
        for span in places()
    )
    role = st.tuples(st.sampled_from(("subject", "object")), st.builds(facts.Role, anywhere, st.just(""), MAYBE))
    roles = tuple(
        (name, replace(given_role, text=given_role.span.of(text)))
        for name, given_role in draw(st.lists(role, max_size=4))
    )
    statements = tuple(
        facts.Statement(span, span.of(text), None, "r", roles, amounts=tuple(range(len(amounts)))) for span in places(2)
    )
    traced = tuple(draw(st.none() | traces(len(text), quotation.text)) for quotation in quotations)
    passages = tuple(PassageTrace(span, draw(traces(len(text), span.of(text)))) for span in places(1))
    found = facts.Facts(dates, amounts, names, citations, quotations, statements)
    source = page.Source("00", "text/plain", path=draw(MAYBE), url=draw(MAYBE))
    read = page.Page(f"p{number}", source, text, segments, draw(MAYBE), published=draw(MAYBE))
    return PageReport(read, found, traced, passages)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    pages = tuple(draw(reports(number)) for number in range(draw(st.integers(0, 2))))
    places = tuple(compare.Place(r.page.id, draw(spans_in(len(r.page.text)))) for r in pages)
    findings = tuple(
        compare.Finding(kind, places, draw(WORDS), ((draw(WORDS), draw(WORDS)),))
        for kind in draw(st.lists(st.sampled_from(compare.FindingKind), max_size=2))
    )
    groups = (compare.CopyGroup(places, draw(MAYBE)),) if places else ()
    witnesses = tuple(
        trace.Witness(name, draw(WORDS), "k", draw(MAYBE), draw(MAYBE), draw(MAYBE)) for name in ("k:1", "k:2")
    )
    return Dossier(
        "1",
        "2026-01-01",
        "2026-01-01",
        draw(st.sampled_from(("tr", "en"))),
        draw(st.none() | SEARCHED),
        pages,
        witnesses,
        compare.Comparison((), groups, findings),
        (Refusal(draw(WORDS), draw(WORDS)),),
    )


@settings(max_examples=60, deadline=None)
@given(dossiers())
def test_any_dossier_fits_and_returns(dossier: Dossier) -> None:
    assert_fits_and_returns(dossier)


@settings(max_examples=40, deadline=None)
@given(dossiers())
def test_any_dossier_can_be_shown(dossier: Dossier) -> None:
    root = lxml.html.document_fromstring(to_html(dossier))
    ids = [node.get("id") for node in root.iter() if node.get("id") is not None]
    assert len(ids) == len(set(ids))
    assert {a.get("href")[1:] for a in root.iter("a") if a.get("href").startswith("#")} <= set(ids)
    assert render_text(dossier, width=60)
    assert to_markdown(dossier)


PLACE = st.builds(Span, st.just(2), st.integers(2, 9))
BY_TYPE = {
    "Span": PLACE,
    "Span | None": PLACE,
    "str": WORDS,
    "str | None": WORDS,
    "float": FLOATS,
    "float | None": FLOATS,
    "int": st.integers(0, 9),
    "int | None": st.integers(0, 9),
    "tuple[str, ...]": st.lists(WORDS, max_size=2).map(tuple),
    "tuple[int, ...]": st.lists(st.integers(0, 9), min_size=1, max_size=2).map(tuple),
    "tuple[Span, ...]": st.lists(PLACE, min_size=1, max_size=2).map(tuple),
}


def every_field_set(kind: type, **given_fields: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Values of a model in which no field is left at its default, whatever fields the model has or will have."""
    made: dict[str, st.SearchStrategy[object]] = {}
    for one in fields(kind):
        enum = getattr(facts, str(one.type), getattr(page, str(one.type), None))
        if one.name in given_fields:
            made[one.name] = given_fields[one.name]
        elif isinstance(enum, type) and issubclass(enum, StrEnum):
            made[one.name] = st.sampled_from(list(enum))
        else:
            made[one.name] = BY_TYPE[str(one.type)]
    return st.builds(kind, **made)


WHOLE = [
    ("dates", every_field_set(facts.DateMention)),
    ("amounts", every_field_set(facts.Amount, unit=st.just("kg"))),
    ("names", every_field_set(facts.Name)),
    ("citations", every_field_set(facts.Citation)),
    ("quotations", every_field_set(facts.Quotation)),
    ("segments", every_field_set(page.Segment)),
    ("source", every_field_set(page.Source)),
    ("repairs", every_field_set(page.Repair)),
    ("witnesses", every_field_set(trace.Witness)),
    ("searched", every_field_set(trace.Searched)),
]


@pytest.mark.parametrize(("where", "strategy"), WHOLE)
def test_no_field_of_a_model_is_lost(empty: Dossier, where: str, strategy: st.SearchStrategy[object]) -> None:
    @settings(max_examples=8, deadline=None)
    @given(strategy)
    def check(value: object) -> None:
        parts: dict[str, object] = {"source": page.Source("00", "text/plain"), "segments": (), "repairs": ()}
        if where in parts:
            parts[where] = value if where == "source" else (value,)
        found = facts.Facts(**{where: (value,)}) if hasattr(facts.Facts(), where) else facts.Facts()  # type: ignore[arg-type]
        read = page.Page("p1", text="on iki harf", **parts)  # type: ignore[arg-type]
        dossier = replace(
            empty,
            pages=(PageReport(read, found, (None,) * len(found.quotations)),),
            witnesses=(value,) if where == "witnesses" else (),  # type: ignore[arg-type]
            library=value if where == "searched" else None,  # type: ignore[arg-type]
        )
        assert_fits_and_returns(dossier)

    check()


def test_the_users_tables_are_told(empty: Dossier) -> None:
    assert "tables" not in to_json(empty)
    assert_fits_and_returns(replace(empty, tables=(UserTable("evim/places.csv", "ab"),)))


def test_sources_and_measures_are_told_for_other_programs(empty: Dossier) -> None:
    text = "Er, Köprü, s. 4; yüz okka un."
    cited = facts.Citation(Span(0, 15), text[:15], facts.CitationKind.BOOK, "book", author="Er", title="Köprü")
    weighed = facts.Amount(Span(17, 25), text[17:25], 100.0, "count", "amount.thing", of="okka")
    read = page.Page("p1", page.Source("00", "text/plain"), text, ())
    dossier = replace(empty, pages=(PageReport(read, facts.Facts(amounts=(weighed,), citations=(cited,)), ()),))
    (told,) = through_text(dossier)["pages"]  # type: ignore[misc]
    assert told["citations"][0]["csl"]["author"] == [{"literal": "Er"}]
    assert told["citations"][0]["csl"]["id"] == "p1-c0"
    assert told["amounts"][0]["si"]["unit"] == "kg"
    assert round(told["amounts"][0]["si"]["low"]) == 128
    assert_fits_and_returns(dossier)
