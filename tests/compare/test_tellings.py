"""Accounts of one sum by several tellers, on one page and across pages; and pages that do name whom they follow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tanik.compare.model import Comparison, Examined, Verdict
from tanik.compare.run import run
from tanik.facts.read import read as read_facts
from tanik.page.read import read

_LIST = """Kaynaklar başka başka yazar.

Yazar Sinan Er, toplanan iane için 40 bin lira demekte (12).
Lord Brown, yardımın 12 bin İngiliz lirasını bulduğunu öne sürmekte (13).
Sabri Tan, 30 bin lira 14).
Hesapları inceleyen Ali Kemal Bey, Brown'dan alıntı ile 12.000 İngiliz lirası (15).
Hasan Rıza Bey, 50-60 bin lira arasında (16).
"""
_ALONE = "Hasan Rıza Bey'e göre Konyalılar orduya 50-60 bin lira tutarında bir para göndermiştir."


def compared(*texts: str) -> Comparison:
    pages = []
    for number, text in enumerate(texts, 1):
        page = replace(read(f"Defter\n\n{text}".encode(), path=f"p{number}.txt"), id=f"p{number}")
        facts = read_facts(page, fast=True)
        pages.append(Examined(page, facts, tuple(None for _ in facts.quotations)))
    return run(pages)


def test_what_several_say_of_one_sum_is_not_added_up() -> None:
    assert compared(_LIST).ledger.totals == ()


def test_who_says_which_sum_is_laid_together() -> None:
    (event,) = compared(_LIST).events
    assert (event.action, len(event.statements)) == ("transfer", 5)
    (conflict,) = event.conflicts
    assert conflict.verdict is not Verdict.CONTRADICTS
    assert conflict.values == (
        "40 bin lira (Sinan Er)",
        "12 bin İngiliz lirası (Brown)",
        "30 bin lira (Sabri Tan)",
        "12.000 İngiliz lirası (Ali Kemal)",
        "50-60 bin lira (Hasan Rıza Bey)",
    )


def test_no_teller_gives_in_the_ledger() -> None:
    lines = compared(_LIST).ledger.lines
    assert len(lines) == 4  # what is only said is no deed
    assert all(line.giver is None and line.source is not None for line in lines)


def test_the_same_sum_on_the_same_word_elsewhere_is_the_same_account() -> None:
    (event,) = compared(_LIST, _ALONE).events
    assert {ref.page for ref in event.statements} == {"p1", "p2"}
    assert compared(_ALONE, _LIST).events[0].action == "transfer"


@pytest.mark.parametrize(
    "other",
    [
        "Nuri Bey'e göre Konyalılar orduya 50-60 bin lira tutarında bir para göndermiştir.",
        "Hasan Rıza Bey'e göre Konyalılar orduya 70 bin lira tutarında bir para göndermiştir.",
    ],
)
def test_another_teller_or_sum_is_another_account(other: str) -> None:
    assert {ref.page for event in compared(_LIST, other).events for ref in event.statements} == {"p1"}


_DEEDS = (
    "Vali 1921'de köye 40 ton un gönderdi. Belediye 1922'de okula 300 lira verdi. Şirket 1923'te Konya'ya 5 vagon "
    "kömür sattı. "
)


@pytest.mark.parametrize(
    "source",
    [
        "Bunlar, 1931'de basılmış “Yol ve Tahıl” isimli eserde yazar.",
        "Bu bilgi Rıza Bey'in hatıralarının 2. cildinde durur.",
        "Ayrıntılar Cumhurbaşkanlığı arşivinde bulunur.",
        "Rıza Bey'in hatıralarında bu böyle anlatılır.",
        "Elçiliğin yaptığı paylaşıma göre un çoktu.",
        "Un çoktu (12). Kömür azdı (13). Para yoktu (14).",
        "Kaynak: Avam Kamarası tutanakları",
    ],
)
def test_a_page_that_names_a_work_names_a_source(source: str) -> None:
    assert "page-unsourced" not in {one.rule for one in compared(_DEEDS + source).findings}


@pytest.mark.parametrize(
    "plain",
    [
        "",
        "“Yeni Yol” adlı dernek o yıl kapandı.",
        "Arşiv yandı (1931). Kitap ikinci cilt oldu.",
        "Komisyonda (3) üye vardı.",
        "Kaynak: internet",
        "Kaynak: alıntıdır",
    ],
)
def test_a_page_that_names_none_is_told(plain: str) -> None:
    assert "page-unsourced" in {one.rule for one in compared(_DEEDS + plain).findings}


@pytest.mark.parametrize(
    "sentence",
    [
        "Rıfat Okay'a göre köprü 1931'de yapıldı.",
        "Rıfat Okay köprünün 600 lira olduğunu belirtir.",
        "Rıfat Okay, Yollar'da köprünün 1931'de yapıldığını yazar.",
    ],
)
def test_a_page_with_few_words_of_somebody_names_them(sentence: str) -> None:
    """Of four dated statements one stands on a teller's word: to say that no source is named would be wrong."""
    text = _DEEDS + sentence
    found = [one for one in compared(text).findings if one.rule.endswith("-sourced") or one.rule == "page-unsourced"]
    assert [(one.rule, dict(one.details).get("who")) for one in found] == [("page-hardly-sourced", "Rıfat Okay")]
    assert all("Rıfat Okay" not in place.span.of(text) for place in found[0].places)
