"""What a number counts where its noun has a case: no year, and the noun itself."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts
from tanik.facts.read import read
from tanik.page.read import read as read_page


def facts_of(text: str) -> Facts:
    return read(read_page(f"{text}\n".encode(), path="sayfa.txt"), fast=True)


def amounts(text: str) -> list[tuple[str, float, str | None]]:
    return [(one.text, one.value, one.of) for one in facts_of(text).amounts]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Bakan 1340 tüfeğin alındığını söyledi.", ("1340 tüfeğ", 1340.0, "tüfek")),
        ("Bakan 1252 erin öldüğünü söyledi.", ("1252 er", 1252.0, "er")),
        ("Depoda 20 bin tüfeği teslim aldılar.", ("20 bin tüfeğ", 20000.0, "tüfek")),
        ("Köylüler 300 ağacı kesti.", ("300 ağac", 300.0, "ağaç")),
        ("Müdür 5 mektubu yaktı.", ("5 mektub", 5.0, "mektup")),
        ("Köyde 40 evi onardılar.", ("40 ev", 40.0, "ev")),
        ("160 gencin yüzde 40'ı köye döndü.", ("160 genc", 160.0, "genc")),
        ("Türkiye'ye 90 bin Türk göç etti.", ("90 bin Türk", 90000.0, "Türk")),
        ("Depoda 300 kayıp defter bulundu.", ("300 kayıp defter", 300.0, "defter")),
        ("Fabrika 6,5 milyon Türk liralık krediyle kuruldu.", ("6,5 milyon Türk lira", 6500000.0, None)),
        ("Limana 50 Türk vapuru geldi.", ("50 Türk vapuru", 50.0, "vapur")),
    ],
)
def test_the_noun_is_told_as_it_is(text: str, counted: tuple[str, float, str | None]) -> None:
    assert counted in amounts(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Bakan 1340 tüfeğin alındığını söyledi.", []),
        ("Bakan 1252 erin öldüğünü söyledi.", []),
        ("1918 ordusunun durumu kötüydü.", ["1918"]),
        ("1927 nüfus sayımının sonuçları açıklandı.", ["1927"]),
        ("1924 askere gitti.", ["1924"]),
    ],
)
def test_a_counted_genitive_is_no_year(text: str, years: list[str]) -> None:
    assert [one.edtf for one in facts_of(text).dates] == years
