"""What is only claimed, what is said about a matter, who answers whom, who came with whom."""

from __future__ import annotations

import pytest

from tanik.facts.model import Modality, Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read


def found(sentence: str) -> list[Statement]:
    return list(read_facts(read(sentence.encode(), path="a.txt"), fast=True).statements)


def roles(sentence: str) -> dict[str, str]:
    return {place: role.name or role.text for place, role in found(sentence)[0].firsts.items()}


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Refet Paşa'nın söylediği iddia edilen bu söz hiçbir kitapta yer almıyor.", Modality.REPORTED),
        ("Refet Paşa'nın 1925'te Konya'ya gönderdiği iddia edilen mektup sahte çıktı.", Modality.REPORTED),
        ("Refet Paşa 1925'te Konya'ya bir mektup gönderdi, iddia edilen buydu.", Modality.ASSERTED),
    ],
)
def test_what_is_claimed_of_a_noun_is_handed_on(sentence: str, modality: Modality) -> None:
    assert found(sentence)[0].modality is modality


@pytest.mark.parametrize(
    ("sentence", "thing"),
    [
        ("Refet Paşa konuyla ilgili ayrıntılı bir rapor yazdı.", "ayrıntılı bir rapor"),
        ("Refet Paşa 3 Mart 1925'te bu konu ile ilgili bir rapor yazdı.", "bir rapor"),
        ("Refet Paşa 1925'te limanla alakalı bir kitap yazdı.", "bir kitap"),
    ],
)
def test_what_a_thing_is_about_is_no_part_of_it(sentence: str, thing: str) -> None:
    assert roles(sentence)["object"] == thing


def test_an_adjective_alone_stays_with_its_noun() -> None:
    assert roles("3 Mart 1925'te ilgili bakan istifa etti.")["subject"] == "ilgili bakan"


@pytest.mark.parametrize(
    ("told", "doer"),
    [
        ("Hariciye Vekâleti'nin, bir gazetecinin sorusuna 1937'de olumsuz cevap verdiğini", "Hariciye Vekâleti"),
        ("Vali Hilmi Bey'in, köyün ağasının evini 1925'te yıktırdığını", "Hilmi Bey"),
        ("Vali Hilmi Bey'in evini 1925'te yıktırdığını", "Hilmi Bey"),
    ],
)
def test_the_genitive_before_a_comma_does_it(told: str, doer: str) -> None:
    assert roles(f"Refet Paşa raporunda {told} yazar.")["subject"] == doer


@pytest.mark.parametrize("men", ["beş adamı", "adamları", "üç arkadaşı", "yaverleri"])
def test_who_comes_along_is_not_brought(men: str) -> None:
    held = roles(f"Refet Paşa ve {men} 6 Aralık 1930'da Konya'ya geldi.")
    assert held == {"subject": "Refet Bele", "recipient": "Konya"}


def test_a_verb_of_going_keeps_its_way_and_its_ground() -> None:
    assert roles("Kafile 6 Aralık 1930'da o yolu gitti.")["object"] == "o yol"
    assert roles("Refet Paşa ve ordusu 6 Aralık 1930'da Sakarya'yı geçti.")["object"] == "Sakarya"


@pytest.mark.parametrize("mark", ["'", "’", "‘", "`", "´"])
def test_any_apostrophe_parts_a_name_from_its_ending(mark: str) -> None:
    assert roles(f"Ali Bey 3 Mart 1925'te Konya{mark}ya geldi.") == {"subject": "Ali Bey", "recipient": "Konya"}
