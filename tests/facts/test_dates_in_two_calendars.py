"""Years that stand in two calendars side by side, days in two styles, centuries and the decades in them."""

from __future__ import annotations

import pytest

from tanik.facts.model import Calendar
from tanik.facts.read import read as read_facts
from tanik.page.read import read


def _dates(text: str) -> list[tuple[str, str | None, Calendar]]:
    facts = read_facts(read(text.encode(), path="sayfa.txt"), fast=True)
    return [(one.text, one.edtf, one.calendar) for one in facts.dates]


def _first(text: str) -> tuple[str | None, Calendar] | None:
    return next(((edtf, calendar) for _, edtf, calendar in _dates(text)), None)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("1294 (1878) göçünde geldiler.", ("1878", Calendar.RUMI)),
        ("1302 (Miladi 1886) yılında doğdu.", ("1886", Calendar.RUMI)),
        ("Çeşme 1251(M.1835) yılında yapıldı.", ("1835", Calendar.HIJRI)),
        ("Cami 1089 (1678) tarihlidir.", ("1678", Calendar.HIJRI)),
        ("Okul 1902 (1318) yılında açıldı.", ("1902", Calendar.GREGORIAN)),
        ("Hicri 1256 (1840) sayımında vardı.", ("1840", Calendar.HIJRI)),
        # the two are not one year
        ("Liste 1878 (1294 kişi) yılından kalmadır.", ("1878", Calendar.GREGORIAN)),
        ("Bu 1878 (3) yılında oldu.", ("1878", Calendar.GREGORIAN)),
    ],
)
def test_a_year_with_ours_beside_it(text: str, first: tuple[str, Calendar]) -> None:
    assert _first(text) == first


def test_both_years_are_the_same() -> None:
    assert [edtf for _, edtf, _ in _dates("Okul 1902 (1318) yılında, hamam 1320 (1904) yılında yapıldı.")] == [
        *("1902", "1902"),
        *("1904", "1904"),
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("7/20 Mayıs 1336 tarihli emir geldi.", ("1920-05-20", Calendar.RUMI)),
        ("5/18 Mart 1332 günü yazıldı.", ("1916-03-18", Calendar.RUMI)),
        ("13/26 Nisan 1336 günü geldi.", ("1920-04-26", Calendar.RUMI)),
        ("13/26 Nisan 1920 günü geldi.", ("1920-04-26", Calendar.JULIAN)),
        ("13/25 Nisan 1336 günleri sakindi.", ("1920-04-13/1920-04-25", Calendar.RUMI)),
        ("13-26 Nisan 1336 arasında kaldı.", ("1920-04-13/1920-04-26", Calendar.RUMI)),
        ("hicri 29/12/1261 tarihli defter", ("1845-12-29~", Calendar.HIJRI)),
        ("Kayıt (hicrî 10.01.1300) okundu.", ("1882-11-21~", Calendar.HIJRI)),
        ("Kayıt 10.01.1331 günlüdür.", ("1916-01-23", Calendar.RUMI)),
    ],
)
def test_days_in_two_styles_and_of_the_hijra(text: str, first: tuple[str, Calendar]) -> None:
    assert _first(text) == first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19. yy başlarında köy küçüktü.", ["18XX"]),
        ("Cami 16.yy. eseridir.", ["15XX"]),
        ("Han 18. y.y. yapısıdır.", ["17XX"]),
        ("XIV. yüzyıldan kalma bir köprü.", ["13XX"]),
        ("XVIII ve XIX. yüzyıllarda savaşlar oldu.", ["17XX", "18XX"]),
        ("XVIII-XIX əsrlərdə karvanlar keçirdi.", ["17XX", "18XX"]),
        ("19. yüzyılın 60'lı yıllarında kuruldu.", ["18XX", "186X"]),
        ("19. yy'ın 60'lı yıllarında kuruldu.", ["18XX", "186X"]),
        ("XIX. yüzyıl'ın 60'lı yıllarında kuruldu.", ["18XX", "186X"]),
        ("Ali'nin 60'lı yıllarda evi vardı.", ["196X"]),
        ("XIX əsrin 70-ci illərində quyular qazıldı.", ["18XX", "187X"]),
        ("60'lı yıllarda kuruldu.", ["196X"]),
        ("1800'lü yıllarda gelenler oldu.", ["18XX"]),
        ("1910'lu yıllarda gelenler oldu.", ["191X"]),
        ("Metnin 19. satırı silik.", []),
        ("XIX. Kolordu geldi.", []),
        ("19 ve 20. maddeler okundu.", []),
        ("Evin yy harfleri silik.", []),
        ("1530 tarihli defterde köyün adı var.", ["1530"]),
        ("Mesaj sayım 1530 oldu.", []),
    ],
)
def test_centuries_and_what_lies_in_them(text: str, expected: list[str]) -> None:
    assert [edtf for _, edtf, _ in _dates(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Salih Bey 1299'da Urfa'da doğdu, 1931'de öldü.", ["1883", "1931"]),
        ("Hoca 1305 yılında doğmuştur; 1940'ta emekli oldu.", ["1889", "1940"]),
        ("Kale 1299'da alındı, 1931'de onarıldı.", ["1299", "1931"]),
        ("Osman 1299'da doğdu.", ["1299"]),
        ("Salih Bey 1299'da Urfa'da doğdu. Okulu bitirdi. 1931'de öldü.", ["1883", "1931"]),
        # of an older time the page tells with other years too, and a birth behind the years of ours is none of them
        ("Emir 1262'de doğdu, 1287'de tahta çıktı. Türbesi 1931'de onarıldı.", ["1262", "1287", "1931"]),
        ("Türbe 1931'de onarıldı. İçinde yatan Emir 1262'de doğdu.", ["1931", "1262"]),
        ("Emir 1262'de doğdu.\n\nTürbesi 1931'de onarıldı.", ["1262", "1931"]),
        ("Bin dokuz yüz on iki yılında göçtüler.", ["1912"]),
        ("Bin üç yüz yirmi yedi senesinde göçtüler.", ["1911"]),
        ("Bin dokuz yüz asker geldi.", []),
        ("Cari ilin mart ayında oldu. 1931-ci ildə bitdi.", ["XXXX-03", "1931"]),
        ("The line opened in mid-1911 and closed in 1931.", ["1911", "1931"]),
        ("In the 15th and 16th centuries caravans passed.", ["14XX", "15XX"]),
    ],
)
def test_years_that_the_words_around_tell(text: str, expected: list[str]) -> None:
    assert [edtf for _, edtf, _ in _dates(text)] == expected
