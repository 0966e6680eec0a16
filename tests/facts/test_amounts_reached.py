"""Numbers whose case or surroundings say what they are: reached, parted, set against, paid; and numerals that count
nothing."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as find_facts
from tanik.page.read import read


def _amounts(text: str) -> list[tuple[str, float, str, str | None]]:
    found = find_facts(read(f"{text}\n".encode(), path="a.txt"), fast=True).amounts
    return [(one.text, one.value, one.unit, one.of) for one in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a number reached is no share of the sum before it
        ("Bütçe 4.000 liraydı, yolcu sayısı 1.200'ü geçti.", [("4.000 lira", "lira"), ("1.200", "person")]),
        ("Sermaye 9.000 liraydı, dernek üyesi sayısı 800'ü aşmadı.", [("9.000 lira", "lira"), ("800", "person")]),
        ("Kasabada 40 esir vardı; sonra sayı 90'ı buldu.", [("40 esir", "person"), ("90", "person")]),
        # of what stands before in the ablative plural
        ("Vergi 300 liraydı, işçilerden 31'i ödedi.", [("300 lira", "lira"), ("31", "person")]),
        ("Vergi 300 liraydı, gemilerden ikisi battı.", [("300 lira", "lira"), ("ikisi", "count")]),
        ("Ceza 80 liraydı, kaçanlardan 14'ü yakalandı.", [("80 lira", "lira"), ("14", "person")]),
        ("Limanlardan 14'ü 1921'de kapandı.", []),
        # votes
        ("Önerge 45'e karşı 131 oyla geçti.", [("45", "count"), ("131 oy", "count")]),
        # a price in the dative
        ("Satıcı 90 lira istedi, 60'a verdi.", [("90 lira", "lira"), ("60", "lira")]),
        ("Atı 300 liraya almıştı, 250'ye sattı.", [("300 lira", "lira"), ("250", "lira")]),
        ("Kaleyi 22'ye karşı 3 gün tuttu.", [("3 gün", "day")]),
        ("Ali 90 lira istedi, Veli 5'e kadar sattı.", [("90 lira", "lira")]),
        ("On kişi kişi başına 5 lira verdi.", [("On kişi", "person"), ("5 lira", "lira")]),
        ("Bileti 12 kuruştu. Dükkâna 250'ye yakın kişi geldi.", [("12 kuruş", "kurus"), ("250", "person")]),
    ],
)
def test_a_number_in_a_case(text: str, told: list[tuple[str, str]]) -> None:
    assert [(one[0], one[2]) for one in _amounts(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Limanda su eksi on yedi ayazda dondu.", []),
        ("Sıcaklık sıfırın altında yirmi üç dereceydi.", []),
        ("Yarım kalan köprüyü Nuri Bey bitirdi.", []),
        ("Yarım bıraktığı defter kayboldu.", []),
        ("Yarım ton un geldi.", ["Yarım ton"]),
        ("Yarım kese altın verdi.", ["Yarım kese"]),
        ("Yarım kalem kaldı.", ["Yarım kalem"]),
        ("Bəs tələbələr hanı? Beş tələbə gəldi.", ["Beş tələbə"]),
        ("İndi 2 milyon rubl ödəndi, qalan 4 milyon hissə-hissə veriləcək.", ["2 milyon rubl", "4 milyon"]),
        ("Bu mektup derginin sayı 90 nüshasındadır.", []),
    ],
)
def test_what_counts_nothing(text: str, told: list[str]) -> None:
    assert [one[0] for one in _amounts(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kasayı üç gence emanet ettiler.", ["üç genc"]),
        ("Sekiz arkadaşıyla kaçtı.", ["Sekiz arkadaş"]),
        ("Dört cariye azat edildi.", ["Dört cariye"]),
        ("Üç genç kız gördük.", ["Üç genç kız"]),
        ("İki nökəri ilə gəldi, üç şahid də çağırdı.", ["İki nökər", "üç şahid"]),
        ("Police arrested two looters and 311 girls.", ["two looters", "311 girls"]),
        ("Twelve French and Italian officers came.", ["Twelve French and Italian officers"]),
    ],
)
def test_people_are_people(text: str, told: list[str]) -> None:
    assert [(one[0], one[2]) for one in _amounts(text)] == [(one, "person") for one in told]


def test_two_peoples_describe_one_thing() -> None:
    (one,) = _amounts("Some fifty Greek and Armenian schools were shut.")
    assert one == ("fifty Greek and Armenian schools", 50, "count", "Greek and Armenian schools")
