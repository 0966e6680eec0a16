"""Numbers as written and what they are worth."""

from __future__ import annotations

import pytest

from tanik.facts.numbers.figures import read_figure, style_of
from tanik.facts.numbers.read import read_numbers
from tanik.facts.numbers.tokens import cut

TURKISH = [
    ("3 milyon 066 bin 800", [3066800]),
    ("33 bin 275", [33275]),
    ("dokuzbin", [9000]),
    ("üç buçuk milyon", [3500000]),
    ("yüzer", [100]),
    ("ikiyüzelli", [250]),
    ("bin dokuz yüz yirmi bir", [1921]),
    ("on iki on üç", [12, 13]),
    ("yirmi bin beş yüz", [20500]),
    ("iki yüz bin", [200000]),
    ("bir milyon iki yüz bin", [1200000]),
    ("beş altı", [5, 6]),
    ("üç binüçyüz", [3300]),
    ("1 250 000", [1250000]),
    ("12 000", [12000]),  # three noughts are no number by themselves
    ("12 500", [12, 500]),  # nothing that they count: two numbers in a row
    ("12 500 asker", [12500]),
    ("Depoda 3 400 yeni tüfek", [3400]),
    ("2. Tümen 12 500 nəfər", [2, 12500]),
    ("66 500 ton", [66500]),
    ("1 500 manat", [1500]),
    ("madde 12 500 lira", [12, 500]),
    ("s. 12 300 lira", [12, 300]),
    ("saat 18 500 asker", [18, 500]),
    ("Mart 12 500 asker", [12, 500]),
    ("Oda 5 300 kişi", [5, 300]),
    ("1920 500 asker", [1920, 500]),
    ("5 12 500 asker", [5, 12, 500]),
    ("12 500 yıl", [12, 500]),
    ("12 500'er asker", [12, 500]),
    ("12\t500 asker", [12, 500]),
    ("12  500 asker", [12, 500]),
    ("12\n500 asker", [12, 500]),
    ("1 250 sandık\n2 300 sandık\n3 120 çuval", [1, 250, 2, 300, 3, 120]),
    ("1 250 sandık\n40 çuval", [1250, 40]),
    ("312 500 45 45", [312, 500, 45, 45]),
    ("1919 000", [1919, 0]),
    ("8.450 ve 3.5", [8450, 3.5]),
    ("57.008", [57008]),
    ("0,75", [0.75]),
    ("1.234,56", [1234.56]),
    ("on iki binden", [12000]),
    ("min dört yüz iyirmi", [1420]),
    ("гырх беш", [45]),
    ("uçak altın onu yüzünden elleri", []),
]
ENGLISH = [
    ("forty-five", [45]),
    ("one hundred and fifty", [150]),
    ("two million and a half", [2500000]),
    ("218.4 thousand", [218400]),
    ("1,143 and 12.5", [1143, 12.5]),
    ("two dozen", [24]),
    ("12 500 men", [12500]),
    ("chapter 12 500 men", [12, 500]),
]


def _values(text: str, *, english: bool) -> list[float]:
    found = read_numbers(cut(text), text, style_of(text, english=english), english=english)
    return [number.value for number in found]


@pytest.mark.parametrize(("text", "expected"), TURKISH)
def test_turkish(text: str, expected: list[float]) -> None:
    assert _values(text, english=False) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: list[float]) -> None:
    assert _values(text, english=True) == expected


@pytest.mark.parametrize(
    ("figure", "page", "value"),
    [
        ("18,500", "", 18500.0),
        ("18,500", "0,5 ve 1,25", 18.5),
        ("3.500", "0.5", 3500.0),
        ("3.500", "1.000.000", 3500.0),
        ("2,40", "", 2.4),
        ("1,250,000", "", 1250000.0),
    ],
)
def test_marks_are_read_by_form_and_page(figure: str, page: str, value: float) -> None:
    assert read_figure(figure, style_of(page, english=False)).value == value


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("40'ını", "partitive"),
        ("üçüncü", "ordinal"),
        ("ikişer", "distributive"),
        ("5", "plain"),
        ("12nci", "ordinal"),
        ("1918-ci", "ordinal"),
        ("20'ye", "case"),
    ],
)
def test_endings(text: str, ending: str) -> None:
    (number,) = read_numbers(cut(text), text, style_of(text, english=False))
    assert number.ending == ending
