"""Turns of speech that every letter fills in its own way, against quotations that somebody changed."""

from __future__ import annotations

import pytest

from tanik.trace.memory import Memory
from tanik.trace.model import Witness
from tanik.trace.run import run

_OPENINGS = (
    "Harman sonu kasabaya inen arabalar çamura saplandı, sürücüler geceyi handa geçirdi.",
    "Eski değirmenin çarkı onarıldı, suyu bağlayan ark da iki ustanın eliyle taşla örüldü.",
    "Kar erken yağdığı için ağıllar kapandı; çobanlar otu samanlıktan sırtlarında taşıdılar.",
    "Panayır yerindeki çadırlar söküldü, kalan tahtaları muhtar okulun sobasına ayırttı.",
)
_PLACES = ("Yeniçam", "Taşlıdere", "Gökpınar", "Akkavak")
_CLOSINGS = (
    "Defterdeki sayfalar nemden kabarmış, mürekkep yer yer dağılmıştı.",
    "Bahçıvan fidanları söktü, yerlerine güz soğanları dikti.",
    "Katırların nalları söküldüğünden yola ertesi hafta çıkıldı.",
    "Terzi iki kat çuhayı ölçüp biçti, astarını ödünç aldı.",
)


def _letter(number: int, place: str) -> str:
    return f"{_OPENINGS[number]} Hemşireniz {place} nahiyesine ebe tayin olunmuştur. {_CLOSINGS[number]}"


def _library(texts: list[str]) -> Memory:
    return Memory([Witness(f"m:{number}", text, "m") for number, text in enumerate(texts)])


ASKED = "Hemşireniz Dikilitepe nahiyesine ebe tayin olunmuştur"


def test_a_slot_filled_anew_is_another_letter() -> None:
    letters = _library([_letter(number, place) for number, place in enumerate(_PLACES)])
    assert run(ASKED, letters).status.value == "absent"
    assert run(ASKED.replace("Dikilitepe", "Gökpınar"), letters).matches[0].document == "m:2"


@pytest.mark.parametrize("count", [1, 2])
def test_one_letter_or_two_make_no_formula(count: int) -> None:
    letters = _library([_letter(number, place) for number, place in enumerate(_PLACES[:count])])
    trace = run(ASKED, letters)
    assert trace.status.value == "altered"
    assert {d.page_text for d in trace.matches[0].differences} == {"Dikilitepe"}


def test_what_many_quote_alike_is_no_slot_where_one_reads_otherwise() -> None:
    pages = _library([_letter(number, "Taşlıdere" if number < 3 else "Gökpınar") for number in range(4)])
    assert run(ASKED, pages).status.value == "altered"


def test_copies_of_one_letter_make_no_formula_however_they_vary() -> None:
    copies = _library([_letter(0, place) for place in _PLACES])
    trace = run(ASKED, copies)
    assert trace.status.value == "altered"
    assert {match.document for match in trace.matches} == {"m:0", "m:1", "m:2", "m:3"}


def test_a_number_is_no_slot() -> None:
    bills = _library(
        [
            f"{_OPENINGS[at]} Ambardan çıkan {13 * at + 5} sandık incir gümrüğe teslim edildi. {_CLOSINGS[at]}"
            for at in range(4)
        ]
    )
    trace = run("Ambardan çıkan 777 sandık incir gümrüğe teslim", bills)
    assert trace.status.value == "altered"
    assert {d.kind.value for d in trace.matches[0].differences} == {"number"}


def test_four_words_of_ones_own_among_four_are_no_quotation() -> None:
    library = _library([_OPENINGS[0], _OPENINGS[1]])
    assert run("kasabaya inen arabalar bütün gün yol almışlardı çamura", library).status.value == "absent"
    assert run("kasabaya inen arabalar dün çamura saplandı", library).status.value == "altered"


def test_a_glossary_word_said_again_and_again_makes_no_rendering() -> None:
    original = (
        "Erkek mektebi, kız mektebi ve sanayi mektebi için yapılan masraf bu seneki bütçede gösterilmiştir; köprüler "
        "ise gelecek yaz onarılacaktır."
    )
    library = _library([original, *_OPENINGS, *_CLOSINGS])
    asked = (
        "Şehrimizde kız okulu, erkek okulu, sanat okulu arasında yapılan yarışmayı kalabalık bir halk kütlesi izledi, "
        "belediye bandosu marşlar çaldı, akşama fener alayı düzenlendi."
    )
    assert run(asked, library).status.value == "absent"
