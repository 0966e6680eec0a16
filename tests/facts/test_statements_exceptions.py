"""Whoever is excepted does nothing, a concession sets no condition, and a definite thing has no bare noun before it."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _statements(text: str) -> tuple[Statement, ...]:
    return read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True).statements


def _filled(text: str, place: str) -> list[str | None]:
    found = (one.first(place) for one in _statements(text))
    return [(role.name or role.text) if role is not None else None for role in found]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Halit Bey haricindeki tüm yolcular hayatını kaybetti.", "tüm yolcular"),
        ("Halit Bey dışındaki bütün mebuslar 1920'de öldü.", "bütün mebuslar"),
        ("Halit Bey hariç herkes 1920'de öldü.", "herkes"),
        ("Halit Bey dışında herkes 1920'de öldü.", "herkes"),
        ("Halit Bey müstesna bütün mebuslar 1920'de öldü.", "bütün mebuslar"),
        ("Halit Bey istisna olmak üzere bütün mebuslar 1920'de öldü.", "bütün mebuslar"),
        ("Halit Bey'den başka herkes 1920'de öldü.", "herkes"),
        ("Halit Bey ve bütün mebuslar 1920'de öldü.", "Halit Bey"),
    ],
)
def test_whoever_is_excepted_did_not_do_it(text: str, subject: str) -> None:
    assert _filled(text, "subject") == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "Köylüler istemese de Kâmil Bey 1921'de orduya 300 lira verdi.",
        "Az da olsa Kâmil Bey 1921'de orduya 300 lira verdi.",
        "Ne pahasına olursa olsun Kâmil Bey 1921'de orduya 300 lira verdi.",
        "Vali ne yaparsa yapsın Kâmil Bey 1921'de orduya 300 lira verdi.",
        "Yollar kapanmış olsa bile Kâmil Bey 1921'de orduya 300 lira verdi.",
        "Hiç değilse Kâmil Bey 1921'de orduya 300 lira verdi.",
    ],
)
def test_a_concession_sets_no_condition(text: str) -> None:
    (told,) = _statements(text)
    assert (told.modality.value, told.polarity.value) == ("asserted", "affirmed")
    assert {place: role.name or role.text for place, role in told.roles} == {
        "subject": "Kâmil Bey",
        "recipient": "ordu",
        "object": "300 lira",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Rusya silah verirse Kâmil Bey orduya 300 lira verecek.",
        "Şart yerine gelmezse Kâmil Bey orduya 300 lira vermeyecekti.",
    ],
)
def test_a_condition_does(text: str) -> None:
    assert [one.modality.value for one in _statements(text)][-1:] == ["conditional"]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("1921'de Türkiye anlaşmayı imzaladı.", "Türkiye"),
        ("1921'de heyet anlaşmayı imzaladı.", "heyet"),
        ("Heyet anlaşmayı 1921'de imzaladı.", "Heyet"),
        ("Heyet 1921'de anlaşmayı imzaladı.", "Heyet"),
        ("1921'de Türkiye sözleşmeyi imzaladı.", "Türkiye"),
        ("1921'de dostluk anlaşmasını imzaladı.", None),
    ],
)
def test_who_stands_before_a_definite_thing_acts(text: str, subject: str | None) -> None:
    assert _filled(text, "subject") == [subject]
    assert all("anlaşma" in (one or "") or "sözleşme" in (one or "") for one in _filled(text, "object"))


@pytest.mark.parametrize("nobody", ["Kimse", "Hiç kimse", "Hiçbiri"])
def test_what_nobody_did_is_told_of_no_one_named_before(nobody: str) -> None:
    found = _statements(f"Nuri Bey 1920'de partiyi kurdu. {nobody} teklifi kabul etmedi.")
    assert not [one for one in found if one.action in ("accept", "refuse") and "Nuri Bey" in str(one.roles)]
