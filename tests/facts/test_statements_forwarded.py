"""What people hand on: "derler", "diyorlar", replies that reject, captions without stops. Sentences of our own."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts, Modality, Polarity, Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _read(text: str) -> Facts:
    return read_facts(read_page(text.encode(), path="x.txt"), fast=True)


def _one(text: str, action: str) -> Statement:
    found = [one for one in _read(text).statements if one.action == action]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Kâmil Paşa bu parayla Karasu köprüsünü kurmuş derler.", "found"),
        ("Kâmil Paşa mektubu Fransızlara teslim etti diyorlar.", "transfer"),
        ("Fransızlar köye 30 ton un gönderdi diye anlatıyorlar.", "transfer"),
        ("Vali 1920'de köye un gönderdi derler.", "transfer"),
        ("Kamil Paşa 1918-ci ildə Bakıya 40 ton un göndərdi deyirlər.", "transfer"),
        ("Hasan Bey 1921'de köye 40 çuval un gönderdi dedi.", "transfer"),
    ],
)
def test_who_is_told_of_does_not_tell(text: str, action: str) -> None:
    told = _one(text, action)
    assert (told.attributed_to, told.modality) == (None, Modality.REPORTED)


@pytest.mark.parametrize(
    ("text", "action", "who"),
    [
        ("Köylüler 1921'de valiye dilekçe verdik diyorlar.", "request", "Köylüler"),
        ("Hasan Bey, vali 1921'de köye un gönderdi dedi.", "transfer", "Hasan Bey"),
        ("Vali köye 40 çuval un gönderdi derdi babam.", "transfer", "baba"),
        ("Vali köye 40 çuval un gönderdi diye anlatırdı Havva Hanım.", "transfer", "Havva Hanım"),
    ],
)
def test_who_tells_is_named_beside_the_words(text: str, action: str, who: str) -> None:
    assert _one(text, action).attributed_to == who


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Köprünün direkleri 1923'te söküldü ama hâlâ yenisini yapamıyoruz diyorlar, bu DOĞRU DEĞİL.", "denied"),
        ("Vali 1920'de köye un gönderdi derler ama yalan.", "denied"),
        ("Belediyenin 1950'de izin verdiği söylenir, bu da yanlıştır.", "denied"),
        ("Valinin 1920'de köye un gönderdiği söylenir; bu yanlış değildir.", "affirmed"),
        ("Valinin 1920'de köye un gönderdiği doğru ama gerisi uydurma.", "affirmed"),
        ("Valinin 1920'de köye un gönderdiği doğru, gerisi yalan.", "affirmed"),
        ("Valinin 1920'de köye un gönderdiği doğru değil.", "denied"),
    ],
)
def test_what_is_rejected_and_what_is_not(text: str, polarity: str) -> None:
    assert [one.polarity for one in _read(text).statements] == [Polarity(polarity)]


def test_a_line_of_pictures_is_no_english_sentence() -> None:
    told = _read("The mill was built by Ali Usta in 1905 for 300 liras.\n🙏🙏\n\nIt was sold to the village in 1911.\n")
    assert [one.when for one in told.statements] == ["1905", "1911"]


@pytest.mark.parametrize(
    ("words", "action", "who"),
    [
        ("usta köprüyü 1905'te bitirdi deftere göre köye 40 çuval un verdi", "transfer", "defter"),
        ("vali 1911'de köye 40 çuval un verdi deftere göre usta 1912'de öldü", "transfer", None),
        ("deftere göre vali köye 40 çuval un verdi usta 1912'de öldü", "die", None),
        ("deftere göre vali köye 40 çuval un verdi ve usta 1912'de öldü", "die", "defter"),
        ("deftere göre altı kişi 1912'de öldü", "die", "defter"),
    ],
)
def test_in_captions_a_source_is_of_its_own_sentence(words: str, action: str, who: str | None) -> None:
    assert _one(words, action).attributed_to == who


@pytest.mark.parametrize("text", ["sakarya savaşında kaç şehit verdik", "vali köye kaç çuval un gönderdi"])
def test_how_many_asks(text: str) -> None:
    assert all(one.modality is Modality.ASKED for one in _read(text).statements)


def test_how_often_asks_nothing() -> None:
    assert _one("Vali köye kaç kez 40 çuval un gönderdi.", "transfer").modality is Modality.ASSERTED


def test_what_only_counts_the_arguments_does_nothing() -> None:
    told = _one("İkincisi, Kızılay 1905'te kuruldu, köprü taştandı.", "found")
    assert [role.text for _, role in told.roles] == ["Kızılay"]


def test_whom_a_count_means_does_a_deed() -> None:
    told = _one("İki telgraf yazıldı. İkincisi, valiye 1905'te verildi.", "transfer")
    assert any(role.text == "İkincisi" for _, role in told.roles)


def test_what_rejects_at_the_head_does_nothing() -> None:
    told = _one("Bu yanlış, Ali Bey 1905'te köye un gönderdi.", "transfer")
    assert told.firsts["subject"].name == "Ali Bey"


def test_in_captions_what_the_speaker_does_ends_a_sentence() -> None:
    told = _read("bugün yangına bakıyoruz vali 1905'te köye 40 çuval un gönderdi").statements
    assert [one.firsts["subject"].text for one in told] == ["vali"]


def test_they_who_say_are_people_at_large() -> None:
    text = "The forty masons came in 1905. They say Ali Usta wrote to the governor on 17 May 1911."
    assert [one.attributed_to for one in _read(text).statements] == [None, None]


def test_the_number_of_a_post_is_no_day() -> None:
    assert [one.edtf for one in _read("1/ 23 Nisan 1920'de köprü açıldı.").dates] == ["1920-04-23"]
    assert [one.edtf for one in _read("10/23 Nisan 1920'de köprü açıldı.").dates] == ["1920-04-23"]


def test_deyil_is_nobody() -> None:
    told = _one("Bu doğru deyil, qızılı Rusiya göndərib.", "transfer")
    assert told.firsts["subject"].name != "deyil"
