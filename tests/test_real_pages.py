"""The two real inputs, and a page that quotes one speech in another witness's words: what must always be found."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tanik as front_door

Tanik = Callable[..., Any]
Json = dict[str, Any]


def _check(tanik: Tanik, page: Path, library: Path) -> Json:
    ran = tanik("check", page, "--library", library, "--format", "json", "--lang", "en")
    assert ran.status == 0, ran.err
    dossier: Json = json.loads(ran.out)
    return dossier


@pytest.fixture(scope="module")
def letter(tanik: Tanik, shared: Path, speeches: Path) -> Json:
    return _check(tanik, shared / "pages" / "002_5e0475c35e05a245.txt", speeches)


@pytest.fixture(scope="module")
def aid(tanik: Tanik, shared: Path, speeches: Path) -> Json:
    return _check(tanik, shared / "pages" / "000_7ef55dc29e57cf73.txt", speeches)


def _segments(page: Json, kind: str) -> list[Json]:
    return [segment for segment in page["segments"] if segment["kind"] == kind]


def _amounts(page: Json) -> list[tuple[float, str, str]]:
    return [(amount["value"], amount["unit"], amount["bound"]) for amount in page["amounts"]]


def test_the_letter_is_one_quotation_with_both_articles_and_its_closing(letter: Json) -> None:
    page = letter["pages"][0]
    longest = max(page["quotations"], key=lambda q: q["end"] - q["start"])
    for part in ("birinci Teklifnamesidir", "2 – Bolşevik", "3 – Evvela", "kabulünü rica eyleriz"):
        assert part in longest["text"]
    assert longest["status"] == "absent"
    assert longest["searched"]["documents"] == 411
    assert longest["searched"]["collections"] == ["speeches"]
    assert longest["form"] in ("letter", "document")


def test_both_dates_of_the_letter_are_one_day(letter: Json) -> None:
    found = {(date["text"], date["edtf"], date["calendar"]) for date in letter["pages"][0]["dates"]}
    assert (r"26 \ Nisan \1336(1920)", "1920-04-26", "rumi") in found
    assert ("26 Nisan 1920", "1920-04-26", "gregorian") in found


def test_the_sources_of_the_letter(letter: Json) -> None:
    cited = letter["pages"][0]["citations"]
    archive = next(c for c in cited if c["kind"] == "archive")
    assert "132/19543" in archive["call_number"]
    assert archive["pages"] == "13"
    book = next(c for c in cited if c["kind"] == "book")
    assert (book["year"], book["pages"]) == (1991, "318")


def test_the_comments_under_the_letter(letter: Json) -> None:
    comments = _segments(letter["pages"][0], "comment")
    assert [(c.get("author"), c["published"][:10]) for c in comments] == [(None, "2021-12-24"), (None, "2021-12-30")]
    debris = " ".join(b["text"] for b in _segments(letter["pages"][0], "boilerplate"))
    assert "Bir Cevap Yazın" in debris
    assert "blogcu bunu beğendi" in debris


def test_the_anatomy_of_the_aid_page(aid: Json) -> None:
    page = aid["pages"][0]
    assert "Türkiye - Azerbaycan" in page["title"]
    assert page["authors"] == ["ceydaaa"]
    assert _segments(page, "breadcrumb")


def test_the_dates_of_the_aid_page(aid: Json) -> None:
    found = [(date["edtf"], date["basis"]) for date in aid["pages"][0]["dates"]]
    for expected in ("1920-05-03", "1921", "1922", "1921-03-17", "1921-03-23"):
        assert (expected, "written") in found
    assert ("1921-05", "inherited") in found


def test_the_amounts_of_the_aid_page(aid: Json) -> None:
    found = _amounts(aid["pages"][0])
    for value in (30, 2, 8):
        assert found.count((value, "tank_wagon", "exact")) == 2
    for amount in (
        (62, "tank_wagon", "exact"),
        (3, "wagon", "exact"),
        (9000, "t", "more_than"),
        (350, "t", "exact"),
        (500, "kg", "exact"),
        (200, "kg", "exact"),
    ):
        assert found.count(amount) == 1


def test_a_speech_quoted_in_the_words_of_the_other_witness(tanik: Tanik, speeches: Path, tmp_path: Path) -> None:
    atam, wikisource = "speeches:atam-c3-1925-013", "speeches:wikisource-ataturkun-kastamonu-nutku"
    with front_door.Library.open(speeches) as library:
        text = library.named(wikisource).text
    passage = text[text.index("İtiraf etmeliyim") : text.index("Bu hakikatın")].strip()
    page = tmp_path / "kastamonu.txt"
    page.write_text(f"Nutuk üzerine\n\nGazi Kastamonu'da şöyle dedi: “{passage}”\n", encoding="utf-8")
    dossier = _check(tanik, page, speeches)
    quotation = dossier["pages"][0]["quotations"][0]
    matches = {match["document"]: match for match in quotation["matches"]}
    assert {atam, wikisource} <= set(matches)
    assert matches[wikisource]["status"] == "verbatim"
    assert {w["document"] for w in dossier["witnesses"]} >= {atam, wikisource}
    assert matches[atam]["status"] == "altered"
    read = {(d["page_text"], d["witness_text"]): d for d in matches[atam]["differences"]}
    assert read["başka", "kısa"]["changes_meaning"] is True
    assert read["mesud", "mesut"]["kind"] == "spelling"
    assert read["mesud", "mesut"]["changes_meaning"] is False


def test_every_span_reads_back_its_own_text(letter: Json, aid: Json) -> None:
    def walk(value: object, text: str) -> int:
        seen = 0
        if isinstance(value, dict):
            if {"start", "end", "text"} <= set(value) and "document" not in value:
                assert value["text"] == text[value["start"] : value["end"]]
                seen += 1
            return seen + sum(walk(inner, text) for inner in value.values())
        if isinstance(value, list):
            return sum(walk(inner, text) for inner in value)
        return seen

    for dossier in (letter, aid):
        page = dossier["pages"][0]
        assert walk({key: value for key, value in page.items() if key != "text"}, page["text"]) > 30
