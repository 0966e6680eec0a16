"""Clauses that are told only where every clause is asked for, and those that assert nothing either way."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts, Polarity
from tanik.facts.read import read as read_facts
from tanik.page.model import Page
from tanik.page.read import read as read_page


def _page(text: str) -> Page:
    return read_page(f"{text}\n".encode(), path="a.txt")


def _further(text: str) -> list[str]:
    return [one.text for one in read_facts(_page(text), fast=True, every_clause=True).statements if one.further]


TOLD = (
    ("Belediye reisi Ali Bey o kış Sivas'ta üşüdü.", "Sivas'ta üşüdü"),
    ("Okul kapandı.", "Okul kapandı"),
    ("Beklenen cevap gelmedi.", "cevap gelmedi"),
    ("Babası 1905'te Trabzon valisiydi.", "Trabzon valisiydi"),
    ("Mezarı Karacaahmet'tedir.", "Karacaahmet'tedir"),
    ("Ahşap iskele o fırtınada devrildi, Samsun'a bakan yamaç kaydı.", "kaydı"),
    ("İşçiler kapıyı boyadı.", "kapıyı boyadı"),
    ("Değirmenin çarkı 1911'de kırıldı.", "kırıldı"),
    ("Köprünün ayakları çatladı, mühendis gülümsedi.", "ayakları çatladı"),
    ("Muhtar, imzasını inkâr etti.", "inkâr etti"),
    ("Mektuplar sansüre takıldı.", "sansüre takıldı"),
    ("Güreşçi Hasan Pehlivan kispetini attı, yürüdü.", "kispetini attı"),
)


@pytest.mark.parametrize(("text", "clause"), TOLD)
def test_told_where_every_clause_is_wanted(text: str, clause: str) -> None:
    assert any(one.endswith(clause) for one in _further(text))
    assert not any(one.text.endswith(clause) for one in read_facts(_page(text), fast=True).statements)


@pytest.mark.parametrize(
    "text",
    [
        "Ali Bey 1920'de Konya'da üşüdü mü?",
        "Keşke Ali Bey o kış Sivas'ta üşümeseydi.",
        "Belki Ali Bey o kış Sivas'ta üşüdü.",
        "Bence Ali Bey o kış Sivas'ta üşüdü.",
        "Ali Bey'in o günkü sözleri yersizdi.",
        "Bu yazıyı Sivas'ta yazdım.",
        "Yol açılsaydı Ali Bey Sivas'ta üşümezdi.",
        "Biz yolu açsaydık Ali Bey Sivas'ta üşümezdi.",
        "Ali Bey yarın Sivas'a bakacak.",
        "Sivas'ı gördünüz, beğendiniz.",
        "Bu çok güzeldi.",
    ],
)
def test_what_asserts_nothing_stays_untold(text: str) -> None:
    assert _further(text) == []


STORY = """Çarşı yangını

Kaymakam Rıza Bey 4 Mayıs 1911'de Ankara'ya telgraf çekti. Cevap gelmedi. Çarşı iki gün yandı, esnaf 300 lira topladı.
Rıza Bey 1912'de Sivas'a gitti. Orada üşüdü, kardeşi Halit Bey'i andı. Köprü 1914'te yıkıldı mı?
Dedem söylerdi: çarşıda 40 dükkân varmış, hepsi kül olmuş.
"""


def _selected(facts: Facts) -> list[object]:
    return [one for one in facts.statements if not one.further]


def test_the_selection_stays_as_it_is() -> None:
    """Further statements stand beside the others: nothing of those is learned from them, changed or left out."""
    page = _page(STORY)
    alone, every = read_facts(page, fast=True), read_facts(page, fast=True, every_clause=True)
    assert _selected(every) == list(alone.statements)
    assert not any(one.further for one in alone.statements)
    added = [one for one in every.statements if one.further]
    assert len(added) >= 2
    assert len({one.span for one in added}) == len(added)
    assert all(one.text == page.text[one.span.start : one.span.end] for one in added)


def test_what_the_next_sentence_rejects_is_denied() -> None:
    facts = read_facts(_page("İskeleyi fırtınanın devirdiği söylenir.\n"), fast=True, every_clause=True)
    told = [one.polarity for one in facts.statements]
    text = "Çarşının çatısı çökmüş. Bu iddia doğru değil."
    rejected = [one.polarity for one in read_facts(_page(text), fast=True, every_clause=True).statements]
    assert Polarity.DENIED not in told
    assert Polarity.AFFIRMED not in rejected


@pytest.mark.parametrize(
    ("text", "action", "who"),
    [
        ("Sefer 3 Mayıs 1921'deki fırtınadan sonra iptal oldu.", "abolish", "Sefer"),
        ("Kocabeyzade Ahmet Bey kürsüye çıktı.", "move", "Ahmet Bey"),
        ("Çakıroğlu Mehmet Ağa kahvede vuruldu.", "kill", "Mehmet Ağa"),
        ("Kaptan Halit Bey halatı kesti, güverteye düştü, öldü.", "die", "Halit Bey"),
    ],
)
def test_whole_clauses_of_the_selection(text: str, action: str, who: str) -> None:
    found = [one for one in read_facts(_page(text), fast=True).statements if one.action == action]
    assert [
        next(role.name or role.text for _, role in one.roles if role.name or len(one.roles) == 1) for one in found
    ] == [who]


def test_how_often_counts_no_thing() -> None:
    told = read_facts(_page("Mahkeme bu meseleye iki kez el attı."), fast=True).statements
    assert told == ()


def _in_english(text: str, *, every_clause: bool = True) -> Facts:
    page = read_page(f"The mill\n\nThe governor opened the mill on 3 May 1921. {text}\n".encode(), path="a.txt")
    assert page.language == "en"
    return read_facts(page, fast=True, every_clause=every_clause)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The wheel cracked in the frost.", "The wheel cracked in the frost"),
        ("The carter Musa belonged to the guild.", "The carter Musa belonged to the guild"),
        ("The baker printed labels.", "The baker printed labels"),
        ("The doctor arrived late.", "The doctor arrived late"),
        ("The widow planted the vines, and the harbour froze in January.", "The widow planted the vines"),
        ("Yusuf Bey hid the ledgers in a cellar.", "Yusuf Bey hid the ledgers in a cellar"),
        ("The bridge was sold, and the porter disappeared.", "the porter disappeared"),
        ("The clerks complained about the damp.", "The clerks complained about the damp"),
    ],
)
def test_english_clauses_told_where_every_clause_is_wanted(text: str, clause: str) -> None:
    every = _in_english(text)
    alone = _in_english(text, every_clause=False).statements
    assert clause in [one.text for one in every.statements if one.further]
    assert clause not in [one.text for one in alone]
    assert _selected(every) == list(alone)
    assert not any(one.further for one in alone)


@pytest.mark.parametrize(
    "text",
    [
        "Perhaps the wheel cracked in the frost.",
        "I think that the wheel cracked in the frost.",
        "Did the wheel crack in the frost?",
        "If the wheel had cracked, the miller would have wept.",
        "The wheel may crack in the frost.",
        "The wheel will crack.",
        "We painted the wheel.",
        "You should see the wheel.",
        "The wheels are beautiful in May.",
        "She was beautiful.",
        "The clerk replied.",
        "The dog called Karabash barks.",
    ],
)
def test_english_clauses_that_assert_nothing_stay_untold(text: str) -> None:
    assert [one.text for one in _in_english(text).statements if one.further] == []


@pytest.mark.parametrize(
    ("behind", "polarity"),
    [
        ("The claim is false.", Polarity.DENIED),
        ("This is not true.", Polarity.DENIED),
        ("That's not true.", Polarity.DENIED),
        ("It was untrue.", Polarity.DENIED),
        ("These are not true.", Polarity.DENIED),
        ("This is not new.", Polarity.AFFIRMED),
        ("It is not false.", Polarity.AFFIRMED),
        ("That was true.", Polarity.AFFIRMED),
        ("It is wrong to sell a wheel.", Polarity.AFFIRMED),
    ],
)
def test_an_english_rejection_denies_what_is_told_further(behind: str, polarity: Polarity) -> None:
    told = _in_english(f"It is said that the wheel cracked. {behind}").statements
    assert [one.polarity for one in told if "cracked" in one.text] == [polarity]
