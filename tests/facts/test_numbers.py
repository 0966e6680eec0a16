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
    ("12 500", [12, 500]),
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
