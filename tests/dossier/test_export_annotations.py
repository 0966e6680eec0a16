"""Web Annotations: expanded by a JSON-LD processor, read back without loss, bound to the words and to the capture."""

from __future__ import annotations

import copy
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.compare.model import Ledger, LedgerLine, LedgerTotal, StatementRef
from tanik.core.span import Span
from tanik.dossier.export.annotation_targets import capture_name
from tanik.dossier.export.annotations import from_annotations, to_annotations
from tanik.dossier.model import Dossier
from tanik.errors import UsageError
from tanik.page.model import Landmark

from .hostile import make_hostile

_OA = "http://www.w3.org/ns/oa#"
_CONTEXT = Path(os.environ.get("TANIK_ANNO_CONTEXT", Path(__file__).parents[2] / "build" / "anno.jsonld"))
# The terms of http://www.w3.org/ns/anno.jsonld that we write, for where the file itself is not at hand.
_OWN: dict[str, Any] = {
    "@context": {
        "oa": _OA, "as": "http://www.w3.org/ns/activitystreams#", "dcterms": "http://purl.org/dc/terms/",
        "id": "@id", "type": "@type", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "Annotation": "oa:Annotation", "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage", "TextualBody": "oa:TextualBody",
        "SpecificResource": "oa:SpecificResource", "TextQuoteSelector": "oa:TextQuoteSelector",
        "TextPositionSelector": "oa:TextPositionSelector", "XPathSelector": "oa:XPathSelector",
        "FragmentSelector": "oa:FragmentSelector", "RangeSelector": "oa:RangeSelector", "TimeState": "oa:TimeState",
        "body": {"@type": "@id", "@id": "oa:hasBody"}, "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"}, "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "state": {"@type": "@id", "@id": "oa:hasState"}, "cached": {"@type": "@id", "@id": "oa:cachedSource"},
        "purpose": {"@type": "@vocab", "@id": "oa:hasPurpose"}, "exact": "oa:exact", "value": "rdf:value",
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"}, "describing": "oa:describing",
        "tagging": "oa:tagging", "linking": "oa:linking", "editing": "oa:editing",
        "identifying": "oa:identifying", "first": {"@type": "@id", "@id": "as:first"},
        "items": {"@type": "@id", "@id": "as:items", "@container": "@list"}, "start": "oa:start", "end": "oa:end",
    }
}  # fmt: skip


def _expand(data: dict[str, Any], context: dict[str, Any]) -> Any:
    """`data` expanded by PyLD, which is given the one document that it may ask for."""
    from pyld import jsonld

    def load(url: str, options: object) -> dict[str, object]:
        assert url == "http://www.w3.org/ns/anno.jsonld"
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url, "document": context}

    return jsonld.expand(data, {"documentLoader": load})


def _contexts() -> list[dict[str, Any]]:
    held = [json.loads(_CONTEXT.read_text(encoding="utf-8"))] if _CONTEXT.is_file() else []
    return [_OWN, *held]


def test_a_processor_understands_all_of_it(sample: Dossier) -> None:
    data = to_annotations(sample)
    for context in _contexts():
        (collection,) = _expand(data, context)
        first = collection["http://www.w3.org/ns/activitystreams#first"][0]
        (listed,) = first["http://www.w3.org/ns/activitystreams#items"]
        assert len(listed["@list"]) == data["total"] == len(data["first"]["items"])
        for item in listed["@list"]:
            assert item["@type"] == [f"{_OA}Annotation"]
            (motivation,) = item[f"{_OA}motivatedBy"]
            assert motivation["@id"].startswith(_OA)
            for target in item[f"{_OA}hasTarget"]:
                (state,) = target[f"{_OA}hasState"]
                assert state[f"{_OA}cachedSource"][0]["@id"].startswith("ni:///sha-256;")
        records = [item["urn:tanik:ns:record"][0] for item in listed["@list"] if "urn:tanik:ns:record" in item]
        assert records
        assert all(record["@type"] == "@json" for record in records)


def test_records_come_back_from_the_expanded_form(sample: Dossier) -> None:
    data = to_annotations(sample)
    (collection,) = _expand(data, _OWN)
    (rest,) = collection["urn:tanik:ns:dossier"]
    assert rest["@value"] == data["tanik:dossier"]


def test_read_back_it_is_the_dossier_written(sample: Dossier, unsearched: Dossier, empty: Dossier) -> None:
    for dossier in (sample, unsearched, empty):
        assert from_annotations(json.loads(json.dumps(to_annotations(dossier)))) == dossier


def test_read_back_with_every_field_filled(sample: Dossier) -> None:
    """Short forms, notes, marks, parts of a date, sources of a quotation, the ledger, a leaf of the source."""
    report = sample.pages[0]
    here = Span(0, 4)
    text = here.of(report.page.text)
    source = replace(report.facts.citations[0], refers=here, note="3", marks=(here,))
    facts = replace(
        report.facts,
        dates=(replace(report.facts.dates[0], part="early"), *report.facts.dates[1:]),
        citations=(*report.facts.citations, source),
        quotations=(replace(report.facts.quotations[0], citations=(0, 1)), *report.facts.quotations[1:]),
    )
    page = replace(
        report.page, landmarks=(Landmark(report.facts.dates[0].span, "page=13", "13", (1.0, 2.0, 3.0, 4.0)),)
    )
    line = LedgerLine("sent", StatementRef("p1", 0), text, "45 vagon", 45.0, "wagon", "exact")
    ledger = Ledger((line,), (LedgerTotal("sent", text, "wagon", 45.0, (StatementRef("p1", 0),)),))
    full = replace(
        sample,
        pages=(replace(report, page=page, facts=facts), *sample.pages[1:]),
        comparison=replace(sample.comparison, ledger=ledger),
    )
    data = to_annotations(full)
    assert from_annotations(json.loads(json.dumps(data))) == full
    kinds = {s["type"] for item in data["first"]["items"] for t in [item["target"]] if isinstance(t, dict)
             for s in t.get("selector", ())}  # fmt: skip
    assert {"TextQuoteSelector", "TextPositionSelector", "FragmentSelector"} <= kinds


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=20))
def test_read_back_whatever_stands_in_it(payload: str) -> None:
    dossier = make_hostile(payload)
    assert from_annotations(json.loads(json.dumps(to_annotations(dossier)))) == dossier


def test_one_annotation_a_thing(sample: Dossier) -> None:
    kinds = [item["tanik:kind"] for item in to_annotations(sample)["first"]["items"]]
    facts = [report.facts for report in sample.pages]
    traces = [trace for report in sample.pages for trace in report.traces if trace is not None]
    traces += [passage.trace for report in sample.pages for passage in report.passages]
    assert kinds.count("statement") == sum(len(found.statements) for found in facts)
    assert kinds.count("quotation") == sum(len(found.quotations) for found in facts)
    assert kinds.count("match") == sum(len(trace.matches) for trace in traces)
    assert kinds.count("difference") == sum(len(m.differences) for trace in traces for m in trace.matches)
    assert kinds.count("finding") == len(sample.comparison.findings)
    identities = [item["id"] for item in to_annotations(sample)["first"]["items"]]
    assert len(set(identities)) == len(identities)


def test_targets_read_their_words_back(sample: Dossier) -> None:
    texts = {capture_name(report.page.source.sha256): report.page.text for report in sample.pages}
    seen = 0
    for item in to_annotations(sample)["first"]["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            text = texts[target["state"]["cached"]]
            kinds = {selector["type"]: selector for selector in target.get("selector", ())}
            if "TextQuoteSelector" in kinds:
                quote, place = kinds["TextQuoteSelector"], kinds["TextPositionSelector"]
                assert text[place["start"] : place["end"]] == quote["exact"]
                assert text[: place["start"]].endswith(quote["prefix"])
                assert text[place["end"] :].startswith(quote["suffix"])
                seen += 1
    assert seen > 20


def test_others_annotations_are_passed_by(sample: Dossier) -> None:
    data = to_annotations(sample)
    theirs = {"id": "https://example.org/n/1", "type": "Annotation", "body": "https://example.org/x",
              "target": "https://example.org/"}  # fmt: skip
    data["first"]["items"].insert(3, theirs)
    assert from_annotations(data) == sample


def _broken(data: dict[str, Any], what: str) -> None:
    items = data["first"]["items"]
    kinds = {item["tanik:kind"]: item for item in reversed(items)}
    match what:
        case "words":
            kinds["date"]["target"]["selector"][0]["exact"] = "başka bir gün"
        case "record":
            kinds["date"]["tanik:record"]["text"] = "başka bir gün"
        case "capture":
            kinds["page"]["target"]["state"]["cached"] = capture_name("00" * 32)
        case "page":
            items.remove(kinds["page"])
        case "header":
            del data["tanik:dossier"]
        case "shape":
            data["first"] = []


@pytest.mark.parametrize("what", ["words", "record", "capture", "page", "header", "shape"])
def test_what_was_altered_is_refused(sample: Dossier, what: str) -> None:
    data = copy.deepcopy(to_annotations(sample))
    _broken(data, what)
    with pytest.raises(UsageError):
        from_annotations(data)
