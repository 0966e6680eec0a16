"""One day given in two calendars, the gravest difference told first, pages of one title told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tanik.compare.model import Finding
from tanik.compare.run import run
from tanik.dossier.messages import message
from tanik.trace.model import DifferenceKind, Status

from .planted_pages import examined
from .test_compare import CHANGE, CUT, LONG, TALE, difference, match, traced


def equated(text: str) -> list[Finding]:
    findings = run((examined(f"Not\n\n{text}", fast=True),)).findings
    return [finding for finding in findings if finding.rule == "date-equated"]


WRONG = (
    ("Defter 7 Temmuz 1335 (7 Temmuz 1918) günü açıldı.", "1919-07-07"),
    ("Defter 7 Temmuz 1919 (7 Temmuz 1334) günü açıldı.", "1918-07-07"),
    ("Köprü 11 Teşrinisani 1336 (11 Ekim 1920) günü bitti.", "1920-11-11"),
    ("Köprü 11 Teşrinisani 1336, yani 11 Ekim 1920 günü bitti.", "1920-11-11"),
    ("Han 3 Mayıs 1325 = 3 Mayıs 1909 tarihinde yandı.", "1909-05-16"),
    ("Han 2 Muharrem 1330 (23 Ocak 1912) günü yandı.", "1911-12-23~"),
    ("Senet 4 Kânunusani 1338 [M. 4 Ocak 1923] tarihlidir.", "1922-01-04"),
)
RIGHT = (
    "Defter 7 Temmuz 1335 (7 Temmuz 1919) günü açıldı.",
    "Han 3 Mayıs 1325 (16 Mayıs 1909) tarihinde yandı.",
    "Han 2 Muharrem 1330 (24 Aralık 1911) günü yandı.",
    "Usta, 3 Ağustos 1884 [R. 22 Temmuz 1300] günü doğdu.",
    "Ağustos 1335 (1919) mahsulü boldu.",
    "Ambar 7 Temmuz 1335'te açıldı, 9 Eylül 1922'de kapandı.",
    "Ambar 7 Temmuz 1335 (kapanışı 9 Eylül 1922) boyunca açıktı.",
    "Ambar 7 Temmuz 1335 (9 Eylül 1922'ye kadar) açıktı.",
    "Ambar 1337 (1919) yılında boştu.",
)


@pytest.mark.parametrize(("text", "day"), WRONG)
def test_two_days_given_as_one_are_told(text: str, day: str) -> None:
    (finding,) = equated(text)
    assert dict(finding.details)["date"] == day


@pytest.mark.parametrize("text", RIGHT)
def test_days_that_agree_or_are_not_equated_are_no_finding(text: str) -> None:
    assert equated(text) == []


def test_the_finding_says_both_days_in_both_languages() -> None:
    (finding,) = equated(WRONG[0][0])
    assert "7 Temmuz 1919" in message(finding, "tr")
    assert "“7 Temmuz 1918”" in message(finding, "tr")
    assert "7 July 1919" in message(finding, "en")


def test_pages_of_one_title_are_told_apart_by_their_files() -> None:
    pages = [examined(f"Kervan\n\n{TALE}", name) for name in ("bir", "iki")]
    (finding,) = run(pages).findings
    assert finding.rule == "passage-copied-undated"
    told = message(finding, "tr")
    assert "“Kervan” [bir.txt], “Kervan” [iki.txt]" in told
    assert "kesin" not in told
    dated = [pages[0], replace(pages[1], page=replace(pages[1].page, published="2004"))]
    (finding,) = run(dated).findings
    assert finding.rule == "passage-copied"
    assert "en eski tarihlisi: “Kervan” [iki.txt]" in message(finding, "tr")


def test_what_turns_the_sense_round_is_told_before_what_colours_it() -> None:
    turned = difference(DifferenceKind.POLARITY, "vermedi", "verdi", changes_meaning=True)
    counted = difference(DifferenceKind.NUMBER, "kırk", "dört", changes_meaning=True)
    for order in ((CHANGE, counted, turned), (turned, CHANGE, counted), (CUT, CHANGE, turned)):
        (finding,) = run((traced(LONG, Status.ALTERED, match(*order)),)).findings
        assert dict(finding.details)["page_text"] == "vermedi"
        assert dict(finding.details)["count"] == "3"
    (finding,) = run((traced(LONG, Status.ALTERED, match(CHANGE, CUT)),)).findings
    assert dict(finding.details)["page_text"] == CHANGE.page_text


LETTER = (
    "Sandıktan çıkan mektup\n\n“Köprübaşı, 12 Şubat 1921. Muhtar Efendi'ye, köprünün ayakları için istenen kırk araba "
    "taş ocağın ağzında beklemektedir; levhayı yeni harflerle yazdırdım. {signed}”"
)


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("Gazi Mustafa Kemal Atatürk", [("surname-too-early", "1934-11-24"), ("title-too-early", "1921-09-19")]),
        ("Mustafa Kemal Atatürk", [("surname-too-early", "1934-11-24")]),
        ("Gazi Mustafa Kemal", [("title-too-early", "1921-09-19")]),
        ("Mustafa Kemal", []),
    ],
)
def test_one_name_before_its_time_is_one_finding(signed: str, expected: list[tuple[str, str]]) -> None:
    found = run((examined(LETTER.format(signed=signed), fast=True),)).findings
    told = sorted((one.rule, dict(one.details)["since"]) for one in found if one.rule.endswith("too-early"))
    assert told == sorted([("alphabet-too-early", "1928-08-09"), *expected])
