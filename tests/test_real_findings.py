"""What the two real inputs must lead a reader to see: the words and fields that are shown, in Turkish and English.

The aid page tells one shipment twice, with another cargo and an earlier date, and celebrates a victory before it was
won; the letter page asks in its title what its text affirms. Nothing here is a count alone.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tanik = Callable[..., Any]
Json = dict[str, Any]
Read = Callable[[str, str], Json]
AID, LETTER = "000_7ef55dc29e57cf73", "002_5e0475c35e05a245"


@pytest.fixture(scope="module")
def read(tanik: Tanik, shared: Path, speeches: Path) -> Read:
    kept: dict[tuple[str, str], Json] = {}

    def dossier(name: str, lang: str) -> Json:
        if (name, lang) not in kept:
            page = shared / "pages" / f"{name}.txt"
            ran = tanik("check", page, "--library", speeches, "--format", "json", "--lang", lang)
            assert ran.status == 0, ran.err
            kept[name, lang] = json.loads(ran.out)
        return kept[name, lang]

    return dossier


def _finding(dossier: Json, rule: str) -> Json:
    (found,) = [one for one in dossier["findings"] if one["rule"] == rule]
    return dict(found)


def _said(read: Read, name: str, rule: str) -> tuple[str, str]:
    return _finding(read(name, "tr"), rule)["message"], _finding(read(name, "en"), rule)["message"]


def _filled(statement: Json, slot: str) -> str:
    role = statement["roles"].get(slot, {})
    return str(role.get("name") or role.get("text") or "")


def _ledger(read: Read, name: str, stage: str) -> list[Json]:
    return [line for line in read(name, "tr")["ledger"]["lines"] if line["stage"] == stage]


def test_the_aid_page_has_ten_statements_and_each_is_taken_apart(read: Read) -> None:
    statements = read(AID, "tr")["pages"][0]["statements"]
    told = [one for one in statements if one["action"] and _filled(one, "subject") and _filled(one, "recipient")]
    assert len(told) >= 10
    assert all(one["start"] < one["end"] for one in told)
    carried = [one for one in told if one["amounts"]]
    assert {(one["amounts"][0]["value"], one["amounts"][0]["of"]) for one in carried} >= {
        (30, "petrol"), (2, "benzin"), (8, "kerosin"), (8, "yağ"), (62, "petrol"), (3, "kerosin"),
        (9000, "kerosin"), (350, "benzin"), (500, "altın"),
    }  # fmt: skip


def test_the_two_shipments_are_one_suspect_event(read: Read) -> None:
    dossier = read(AID, "tr")
    (event,) = [one for one in dossier["events"] if one["id"].startswith("s")]
    statements = [dossier["pages"][0]["statements"][ref["index"]] for ref in event["statements"]]
    assert sorted(one["amounts"][0]["value"] for one in statements) == [2, 2, 8, 8, 30, 30]
    assert {"subject", "recipient", "amount"} <= set(event["agree"])
    conflicts = {one["on"]: one for one in event["conflicts"]}
    assert {value.split()[-1] for value in conflicts["object"]["values"]} == {"kerosin", "yağ"}
    assert (conflicts["object"]["verdict"], conflicts["object"]["why"]) == (
        "contradicts",
        "same-quantities-other-thing",
    )
    dates = {one["when"] for one in statements}
    assert dates == {"1921", "1921-03-23"}  # the earlier account has the year that opens its sentence
    assert (conflicts["when"]["verdict"], conflicts["when"]["why"]) == ("compatible", "coarser-date")


def test_the_shipment_told_twice_is_said_in_plain_words(read: Read) -> None:
    turkish, english = _said(read, AID, "shipment-told-twice")
    for word in ("kerosin", "yağ", "tarihler: 1921, 23 Mart 1921", "tek sevkiyat"):
        assert word in turkish
    for word in ("kerosin", "yağ", "1921, 23 March 1921", "one shipment told twice"):
        assert word in english
    spans = _finding(read(AID, "tr"), "shipment-told-twice")["spans"]
    assert any("kerosin" in span["text"] for span in spans)
    assert any("yağ" in span["text"] for span in spans)


def test_the_congratulation_is_set_against_the_day_of_the_gift(read: Read) -> None:
    turkish, english = _said(read, AID, "victory-too-early")
    for word in ("İkinci İnönü", "23 Mart 1921", "1 Nisan 1921", "ikisi birden doğru olamaz"):
        assert word in turkish
    for word in ("İkinci İnönü", "23 March 1921", "1 April 1921", "both cannot be right"):
        assert word in english
    because = {(one["what"], one["value"]) for one in _finding(read(AID, "tr"), "victory-too-early")["because"]}
    assert ("event", "s1") in because
    assert any(what == "source" and value for what, value in because)


def test_the_loans_of_two_years_are_kept_apart(read: Read) -> None:
    asked = _ledger(read, AID, "asked")
    assert [line["when"][:4] for line in asked] == ["1920", "1921"]
    assert all("borç" in line["thing"] for line in asked)
    assert [line["giver"] for line in asked] == ["Azerbaycan", "Neriman Nerimanov"]
    together = [{ref["index"] for ref in event["statements"]} for event in read(AID, "tr")["events"]]
    pair = {line["statement"]["index"] for line in asked}
    assert not any(pair <= event for event in together)


def test_the_gold_is_its_share_and_the_rest(read: Read) -> None:
    (whole,) = [line for line in _ledger(read, AID, "sent") if line["thing"] == "altın"]
    share, rest = _ledger(read, AID, "used")
    assert (whole["value"], whole["unit"], whole["giver"]) == (500, "kg", "Neriman Nerimanov")
    assert (share["value"], share["unit"], share["receiver"]) == (200, "kg", "devlet bütçesi")
    assert (rest["value"], rest["amount"], rest["bound"]) == (300, "kalanı", "reckoned")
    assert share["value"] + rest["value"] == whole["value"]
    assert not [one for one in read(AID, "tr")["findings"] if one["kind"] == "arithmetic"]


def test_nothing_on_the_aid_page_has_a_source(read: Read) -> None:
    page = read(AID, "tr")["pages"][0]
    assert page["citations"] == []
    assert all(one["citations"] == [] and one["support"] == [] for one in page["statements"])
    turkish, english = _said(read, AID, "page-unsourced")
    assert "tek bir kaynak gösterilmiyor" in turkish
    assert "no source at all" in english
    spans = _finding(read(AID, "tr"), "page-unsourced")["spans"]
    dated = {(one["start"], one["end"]) for one in page["statements"] if one["when"] or one["amounts"]}
    assert {(span["start"], span["end"]) for span in spans} == dated


def test_the_office_on_the_aid_page_was_held_only_later(read: Read) -> None:
    turkish, english = _said(read, AID, "office-too-early")
    assert "3 Mayıs 1920" in turkish
    assert "Haziran 1920" in turkish
    assert "3 May 1920" in english
    assert "June 1920" in english


def test_the_letter_offers_and_promises_on_a_condition(read: Read) -> None:
    statements = read(LETTER, "tr")["pages"][0]["statements"]
    offer = next(one for one in statements if one["action"] == "offer")
    assert (_filled(offer, "subject"), _filled(offer, "recipient")) == ("Mustafa Kemal Atatürk", "Rusya")
    assert "Azerbaycan" in _filled(offer, "object")
    assert (offer["when"], offer["polarity"]) == ("1920-04-26", "affirmed")
    promises = [one for one in statements if one["action"] == "promise"]
    assert len(promises) == 2
    for promise in promises:
        assert promise["modality"] == "conditional"
        assert "temin ederse" in promise["text"]
        assert _filled(promise, "subject") == "Türkiye Hükümeti"
        assert promise["attributed_to"] == "Mustafa Kemal Atatürk"
    assert [line["modality"] for line in _ledger(read, LETTER, "promised")] == ["conditional", "conditional"]


def test_five_million_gold_is_asked_for_as_first_instalment_and_never_sent(read: Read) -> None:
    (asked,) = [line for line in _ledger(read, LETTER, "asked") if line.get("value") == 5_000_000]
    assert (asked["unit"], asked["when"], asked["receiver"]) == ("gold_lira", "1920-04-26", "Mustafa Kemal Atatürk")
    statement = read(LETTER, "tr")["pages"][0]["statements"][asked["statement"]["index"]]
    assert statement["action"] == "request"
    assert _filled(statement, "capacity") == "taksit"
    for stage in ("sent", "arrived", "promised", "offered", "used"):
        assert not [line for line in _ledger(read, LETTER, stage) if line.get("value") == 5_000_000]


def test_the_question_of_the_title_is_set_against_the_text(read: Read) -> None:
    turkish, english = _said(read, LETTER, "title-question")
    page = read(LETTER, "tr")["pages"][0]
    for told in (turkish, english):
        assert f"“{page['title']}”" in told
        assert "teklif ediyor" in told
    assert "Sayfa" in turkish
    assert "soruyor" in turkish
    assert "The page asks" in english
    title, answer = _finding(read(LETTER, "tr"), "title-question")["spans"]
    assert title["text"] == page["title"]
    assert answer["text"].endswith("teklif ediyor")
    because = [one["value"] for one in _finding(read(LETTER, "tr"), "title-question")["because"]]
    assert "offer, affirmed, asserted" in because


@pytest.mark.parametrize("name", [AID, LETTER])
def test_every_finding_is_one_whole_sentence_without_gaps(read: Read, name: str) -> None:
    for lang in ("tr", "en"):
        for finding in read(name, lang)["findings"]:
            message = finding["message"]
            assert message[0].isupper() or message[0] in "“(", message
            assert message.endswith("."), message
            assert "{" not in message, message
            assert "None" not in message.split(), message
            assert "  " not in message, message
            assert finding["spans"], message
