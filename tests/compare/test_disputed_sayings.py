"""What is no finding about a disputed saying: a translation's words, a credit in brackets, another teller's numbers."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from tanik.compare.known import lives, tongues
from tanik.compare.model import Examined, Finding
from tanik.compare.run import run
from tanik.facts.read import read as read_facts
from tanik.page.read import read
from tanik.trace.memory import Memory
from tanik.trace.model import Witness
from tanik.trace.run import run as trace

NEWER = "Bu okul her yıl açılacak, öğretmen gelecek, çocuklar orada yazı yazacak ve kitap okuyacaktır elbette."

PERIOD = "Mektepte muallim, orduda zabit; millet istiklalini böyle müdafaa eder, hükümet de ziraati temin eder."


def findings(*texts: str, evidence: Memory | None = None) -> list[Finding]:
    pages = []
    for at, text in enumerate(texts):
        page = read(text.encode(), path=f"{at}.txt", id=f"p{at}")
        facts = read_facts(page, fast=True)
        traces = () if evidence is None else tuple(trace(one.text, evidence) for one in facts.quotations)
        pages.append(Examined(page, facts, traces))
    return list(run(pages, evidence=evidence).findings)


def rules(*texts: str, evidence: Memory | None = None) -> set[str]:
    return {one.rule for one in findings(*texts, evidence=evidence)}


def test_everybody_in_the_table_of_tongues_is_somebody_known() -> None:
    assert set(tongues()) <= set(lives())
    with (files("tanik.compare") / "data" / "tongues.csv").open(encoding="utf-8") as table:
        assert all(row["source"] and row["tongue"] and row["name"] in row["example"] for row in csv.DictReader(table))


@pytest.mark.parametrize(("speaker", "fires"), [("Talat Paşa", True), ("Woodrow Wilson", False)])
def test_a_translation_is_of_any_day(speaker: str, fires: bool) -> None:
    old = [Witness(f"a:{n}", PERIOD, "a", date="1920-05-01") for n in range(12)]
    told = rules(f"{speaker} o gün kürsüden “{NEWER}” dedi.", evidence=Memory(old))
    assert ("words-not-yet-coined" in told) is fires


def test_a_number_out_of_another_book_is_no_total() -> None:
    listed = "Kazada ölenlerin sayısı 560, yaralananların 970, kaybolanların 110 olarak veriliyor."
    assert "sum-total" not in rules(f"{listed}\n\nTuran'ın adlı eserinde toplam kaybın 2.510 kişi olduğu yazıyor.")
    assert "sum-total" not in rules(f"{listed} Resmî kaynaklara göre toplam kayıp 2.510 kişidir.")
    assert "sum-total" in rules(f"{listed} Toplam kayıp 2.510 kişidir.")


ASR = "Asırlar nadiren usta yetiştirir; o büyük usta bu asırda bizim kasabaya nasip oldu, ona karşı ne denir?"
YUZYIL = "Yüzyıllar nadiren usta yetiştirir; o büyük usta bu yüzyılda bizim kasabaya nasip oldu, ona karşı ne denir?"


def test_a_credit_behind_the_words_explains_none_of_them() -> None:
    assert "rendering-glossed" not in rules(f"Eski metin: “{ASR}”", f"Yeni metin: “{YUZYIL}” (Ekim 1922)")
    glossed = YUZYIL.replace("usta bu", "usta (mimar) bu")
    assert "rendering-glossed" in rules(f"Eski metin: “{ASR}”", f"Yeni metin: “{glossed}”")


def test_a_people_by_its_older_and_newer_word_is_no_change() -> None:
    old, new = ASR.replace("bizim kasabaya", "Türk Ulusuna"), YUZYIL.replace("bizim kasabaya", "Türk Milletine")
    assert "rendering-changed" not in rules(f"“{old}”", f"“{new}”")
