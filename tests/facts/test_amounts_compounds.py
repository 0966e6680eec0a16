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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the head of an izafet keeps its -(s)I, whatever counts it, and its case goes
        ("Kışlaya 6 dağ topu geldi.", ["6 dağ topu"]),
        ("Kumandan 9 sahra topunu geri istedi.", ["9 sahra topu"]),
        ("Depoda 5.200 top mermisi vardı.", ["5.200 top mermisi"]),
        ("Vali limana iki ticaret gemisi yolladı.", ["iki ticaret gemisi"]),
        ("Depoya 30 el bombası, 4 avcı botu ve 60 fener kondu.", ["30 el bombası", "4 avcı botu", "60 fener"]),
        ("Köye 7 su deposu yapıldı.", ["7 su deposu"]),
        ("Okula 3 yazı tahtası alındı.", ["3 yazı tahtası"]),
        ("Kışlaya 8 otomobil lastiği ile 20 fener geldi.", ["8 otomobil lastiği", "20 fener"]),
        # behind a consonant the same ending may be that of an object
        ("Gece 2 asker köyü bastı.", ["2 asker"]),
        ("Gece 4 gemi limanı terk etti.", ["4 gemi"]),
        # an adjective makes no izafet, and what one has is not what is counted
        ("Askerler 5 büyük topu getirdiler.", ["5 büyük top"]),
        ("Bankanın iki fabrikası satıldı.", ["iki fabrika"]),
        ("Beş çocuk annesi öldü.", ["Beş çocuk"]),
    ],
)
def test_where_a_counted_compound_ends(text: str, told: list[str]) -> None:
    found = find_facts(read(text.encode(), path="a.txt"), fast=True).amounts
    assert [one.text for one in found] == told


def test_a_compound_in_a_list_is_no_predicate() -> None:
    text = "Heyet vilayete 40 çadır, 2 avcı botu ve 30 tüfek verdi."
    found = find_facts(read(text.encode(), path="a.txt"), fast=True).statements
    assert [dict(one.roles)["object"].text for one in found] == ["40 çadır", "2 avcı botu", "30 tüfek"]
