"""TEI: valid against the schema of the TEI Consortium, the page's text in it whole, every pointer leading somewhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tanik.dossier.export.tei import to_tei
from tanik.dossier.export.tei_parts import safe
from tanik.dossier.model import Dossier

from .hostile import make_hostile
from .tei_schema import tei_faults

_NS = "{http://www.tei-c.org/ns/1.0}"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_HOSTILE = [
    "<script>alert(1)</script>",
    "]]>&lt;",
    "a\x00b\x0b",
    '" onload="x',
    "javascript:alert(1)",
    "x y\tz",
    "\u202ea",
]


def _root(dossier: Dossier) -> etree._Element:
    return etree.fromstring(to_tei(dossier).encode("utf-8"))


def _is_valid(dossier: Dossier) -> None:
    assert tei_faults(to_tei(dossier)) == []


def test_it_is_valid(sample: Dossier, unsearched: Dossier, empty: Dossier) -> None:
    for dossier in (sample, unsearched, empty):
        _is_valid(dossier)


def test_the_schema_refuses_what_is_not_tei() -> None:
    assert tei_faults('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><q><div/></q></body></text></TEI>')


@pytest.mark.parametrize("payload", _HOSTILE)
def test_strangers_words_keep_it_valid(payload: str) -> None:
    _is_valid(make_hostile(payload))
    root = _root(make_hostile(payload))
    assert not root.findall(".//script")


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=15).filter(lambda text: "\r" not in text))
def test_the_text_is_whole(payload: str) -> None:
    dossier = make_hostile(payload)
    bodies = _root(dossier).iter(f"{_NS}body")
    for body, report in zip(bodies, dossier.pages, strict=True):
        assert "".join(body.itertext()) == safe(report.page.text)


def test_the_text_of_every_page_is_whole(sample: Dossier) -> None:
    bodies = list(_root(sample).iter(f"{_NS}body"))
    assert ["".join(body.itertext()) for body in bodies] == [report.page.text for report in sample.pages]


def test_every_pointer_leads_somewhere_and_every_name_is_given_once(sample: Dossier) -> None:
    root = _root(sample)
    names = [element.get(_XML_ID) for element in root.iter() if element.get(_XML_ID)]
    assert len(set(names)) == len(names)
    pointers = [
        pointer
        for element in root.iter()
        for attribute in ("from", "to", "wit", "ana", "calendar", "target")
        for pointer in (element.get(attribute) or "").split()
        if pointer.startswith("#")
    ]
    assert len(pointers) > 50
    assert {pointer[1:] for pointer in pointers} <= set(names)


def test_the_words_between_two_anchors_are_those_of_the_fact(sample: Dossier) -> None:
    root = _root(sample).find(f"{_NS}TEI")
    assert root is not None
    body = root.find(f"{_NS}text/{_NS}body")
    assert body is not None
    places, read = {}, 0
    for element in body.iter():
        if element.tag == f"{_NS}anchor":
            places[element.get(_XML_ID)] = read
            read += len(element.tail or "")
        else:
            read += len(element.text or "")
    text, seen = "".join(body.itertext()), 0
    for span in root.iter(f"{_NS}span"):
        words = text[places[span.get("from", "")[1:]] : places[span.get("to", "")[1:]]]
        told = [child.text for child in span if child.tag != f"{_NS}ref" or child.get("n") is None] or [span.text]
        if told[0] is not None and span.getparent().get("type") != "statement":  # type: ignore[union-attr]
            assert told[0] == words
            seen += 1
    assert seen > 10


def test_the_apparatus_has_every_difference_from_a_witness_at_hand(sample: Dossier) -> None:
    held = {witness.id for witness in sample.witnesses}
    report = sample.pages[0]
    traces = [*(t for t in report.traces if t is not None), *(p.trace for p in report.passages)]
    told = [
        (one.kind.value, one.page_text or None, one.witness_text or None)
        for trace in traces
        for match in trace.matches
        if match.document in held
        for one in match.differences
    ]
    root = _root(sample).find(f"{_NS}TEI")
    assert root is not None
    entries = [
        (app.get("type"), app.findtext(f"{_NS}lem") or None, app.findtext(f"{_NS}rdg") or None)
        for app in root.iter(f"{_NS}app")
    ]
    assert entries == told
    assert len(told) > 5


def test_values_stand_in_teis_own_attributes(sample: Dossier) -> None:
    root = _root(sample)
    dates = {date.text: date for date in root.iter(f"{_NS}date")}
    rumi = dates["14 Haziran 1336 (1920)"]
    assert (rumi.get("when"), rumi.get("calendar")) == ("1920-06-14", "#p1-rumi")
    measures = {measure.text: measure for measure in root.iter(f"{_NS}measure")}
    assert measures["6.200 tondan fazla"].get("atLeast") == "6200"
    assert (measures["140–160 kg"].get("min"), measures["140–160 kg"].get("max")) == ("140", "160")
    assert measures["45 vagon"].get("quantity") == "45"
    features = next(root.iter(f"{_NS}fs"))
    assert features.find(f"{_NS}f[@name='action']/{_NS}symbol").get("value") == "transfer"  # type: ignore[union-attr]
