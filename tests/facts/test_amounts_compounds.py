"""What is counted by a number before a compound, a verbal noun or a word for a state."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as find_facts
from tanik.page.read import read


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Boğaza 308 savaş ve nakliye gemisi geldi.", [("count", "savaş ve nakliye gemisi")]),
        ("Koyda üç büyük savaş zırhlısı battı.", [("count", "savaş zırhlısı")]),
        ("O gün 40 köy çocuğu okula yazıldı.", [("person", "çocuk")]),
        ("Bu yol 250.000 vatan evladını aldı.", [("person", "vatan evladı")]),
        ("Limana 12 yük gemisi girdi.", [("count", "gemi")]),
        # no head of a compound
        ("Köyde 30 ev yandı, 12 ahır kurtuldu.", [("count", "ev"), ("count", "ahır")]),
        ("Kasabaya 300 kitap geldi, evi yaktılar.", [("count", "kitap")]),
        ("Elinde 25 elma ve armut vardı.", [("count", "elma")]),
        # a verbal noun and a state are no things
        ("Buna karşın sayının 340 olmasına kimse şaşmadı.", []),
        ("Şehit sayımızın 55.177 olmasına karşılık kaybımız çoktu.", [("person", "Şehit")]),
        ("Bu yıl 21 hastalıktan ölen oldu.", []),
        ("On kişilik heyet geldi.", [("person", None)]),
        ("Hatta 4 okuyucu gezdi.", [("person", "okuyucu")]),
    ],
)
def test_what_is_counted(text: str, counted: list[tuple[str, str | None]]) -> None:
    found = find_facts(read(text.encode(), path="a.txt"), fast=True).amounts
    assert [(one.unit, one.of) for one in found] == counted
