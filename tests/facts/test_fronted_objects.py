"""What stands first and may be an accusative: the object where somebody stands right before the verb, else who acts."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

_FRONTED = [
    ("Kitabı 1933'te Yıldız Matbaası 3.000 adet bastı.", "kitap", "Yıldız Matbaası"),
    ("Protokolü 1921'de iki taraf imzaladı.", "protokol", "iki taraf"),
    ("Şirketi 1934'te devlet satın aldı.", "şirket", "devlet"),
    ("Kampı 1939'da Fransız makamları kapattı.", "kamp", "Fransız makamları"),
    ("Mektubu 1919'da bir kurye götürdü.", "mektup", "bir kurye"),
    ("Belgeleri 1962'de bir yangın yok etti.", "belge", "bir yangın"),
    ("Mebusları 1920'de İngilizler tutukladı.", "mebuslar", "İngiltere"),
    ("Mektubu uzmanlar 1919 yazına tarihlendirdi.", "mektup", "uzmanlar"),
    ("Hükmü 1926'da Askerî Temyiz bozdu.", "hüküm", "Askerî Temyiz"),
    ("Partiyi 1931'de kurucuları feshetti.", "parti", "kurucuları"),
    ("Ocağı 1932'de yerli bir tüccar açtı.", "ocak", "yerli bir tüccar"),
]
_ACTING = [
    ("Hükûmeti 1921'de iki elçi gönderdi.", "iki elçi"),
    ("Oğlu 1931'de Ankara'da bir okul açtı.", "bir okul"),
    ("Kâtibi 1921'de bir mektup yazdı.", "bir mektup"),
    ("Ankara valisi 1931'de iki jandarma gönderdi.", "iki jandarma"),
    ("Gazetesi 1921'de üç muhabir gönderdi.", "üç muhabir"),
    ("Demiryolu idaresi 1931'de yeni lokomotif aldı.", "yeni lokomotif"),
    ("Ordusu 1921'de 400 er kaybetti.", "400 er"),
    ("Alayı 1921'de 300 şehit verdi.", "300 şehit"),
    ("Yunan kuvvetleri 1921'de Eskişehir'i aldı.", "Eskişehir"),
    ("Şirketi 1931'de 40 vagon kömür sattı.", "40 vagon kömür"),
]


def _told(sentence: str) -> list[dict[str, str]]:
    facts = read_facts(read_page(f"{sentence}\n".encode(), path="a.txt"), fast=True)
    return [{place: role.name or role.text for place, role in one.firsts.items()} for one in facts.statements]


@pytest.mark.parametrize(("sentence", "thing", "doer"), _FRONTED)
def test_what_stands_first_is_done_to(sentence: str, thing: str, doer: str) -> None:
    told = _told(sentence)
    assert any(one.get("object", "").lower() == thing for one in told), told
    assert any(doer in (one.get("subject"), one.get("recipient")) for one in told), told


@pytest.mark.parametrize(("sentence", "thing"), _ACTING)
def test_what_stands_first_acts(sentence: str, thing: str) -> None:
    told = _told(sentence)
    assert any(one.get("object") == thing for one in told), told


@pytest.mark.parametrize(
    ("sentence", "place", "value"),
    [
        ("Başyazarı 1920'de Malta'ya sürmüşler.", "object", "başyazar"),  # the verb is of several, the noun is one
        ("Darülfünun raporunu Profesör Ali Bey 1932'de hükûmete verdi.", "subject", "Ali Bey"),
        ("Köyün Rumca adı 1928'de değiştirildi.", "object", "Köyün Rumca adı"),
        ("İkinci seçmenlerin 61'i 1925'te adaya oy verdi.", "subject", "seçmen"),
    ],
)
def test_cases_beside_the_verb(sentence: str, place: str, value: str) -> None:
    assert any(value in one.get(place, "") or value.capitalize() in one.get(place, "") for one in _told(sentence))
