"""Letters that a page lost: names and role words are read as meant, or stay as written; text and offsets stay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.facts.names.letters import Damage, as_meant, text_as_meant
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

_TEXT = (
    "İhsan Bey 3 Aralık 1926'da Ankara'da Fransız şirketiyle bir sözleşme imzaladı. Vasıf Paşa kışın Gölcük'e geldi. "
    "Rıza Şah 1934'te Ankara'ya geldi. Kâzım Karabekir Paşa Kasım'da Gümrü'yü aldı."
)
_WANTED = {"İhsan Bey", "Vasıf Paşa", "Rıza Şah Pehlevi", "Kâzım Karabekir"}
_TO_LATIN = str.maketrans("ışğİŞĞ", "ýþðÝÞÐ")


def damaged_as_latin(text: str) -> str:
    """Windows-1254 read as Latin-1."""
    return text.translate(_TO_LATIN)


def damaged_as_lost(text: str) -> str:
    """A code page without the letters."""
    return "".join("?" if char in "ışğİŞĞ" else char for char in text)


def damaged_as_mac(text: str) -> str:
    """A Turkish Macintosh font read as Western."""
    for letter, sign in (("ş", "fl"), ("Ş", "fi"), ("ı", "›"), ("ğ", "¤"), ("İ", "‹"), ("'", "?")):
        text = text.replace(letter, sign)
    return text


@pytest.mark.parametrize("damaged", [_TEXT, damaged_as_lost(_TEXT), damaged_as_latin(_TEXT), damaged_as_mac(_TEXT)])
def test_persons_are_the_same_whatever_befell_the_letters(damaged: str) -> None:
    page = read_page(f"{damaged}\n".encode(), path="a.txt")
    facts = read_facts(page, fast=True)
    people = {name.name for name in facts.names if name.kind == "person"}
    assert len(people & _WANTED) >= (3 if "fl" in damaged else 4)
    assert all(name.span.of(page.text) == name.text for name in facts.names)
    assert any((role.name or role.text) == "bir sözleşme" for one in facts.statements for _, role in one.roles)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("?hsan", "İhsan"),
        ("ba?bakan", "başbakan"),
        ("Frans?z", "Fransız"),
        ("Vek?leti", "Vekâleti"),
        ("Bo?azlar", "Boğazlar"),
        ("D??i?leri", "Dışişleri"),
        ("a??r", "a??r"),  # ağır or aşır
        ("?li", "?li"),  # İli or Âli
        ("Br?kt", "Br?kt"),  # in no table
    ],
)
def test_a_word_is_read_where_one_reading_is_possible(written: str, meant: str) -> None:
    assert as_meant(written, Damage.LOST) == meant


@settings(max_examples=100)
@given(st.text(alphabet="abcdeıişğ?›fl¤ 'KİŞ.", max_size=60), st.sampled_from(list(Damage)))
def test_each_letter_stays_in_its_place(text: str, damage: Damage) -> None:
    assert len(text_as_meant(text, damage)) == len(text)


def test_a_question_stays_a_question() -> None:
    text = "?hsan Bey ald? m?, verdi?ini kim söyledi? Ankara?dan kim geldi?"
    assert text_as_meant(text, Damage.LOST).endswith("Ankara'dan kim geldi?")
