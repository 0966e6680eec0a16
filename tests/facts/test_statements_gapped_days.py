"""Several things with one verb and a day each: every thing is of its own day (Göksel & Kerslake 2005, 26.1.5)."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _days(text: str) -> list[tuple[float | None, str | None]]:
    facts = read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True)
    return [(facts.amounts[index].value, one.when) for one in facts.statements for index in one.amounts]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mirasın 500 lirası 1921'de, 300 lirası 1922'de ödendi.", [(500, "1921"), (300, "1922")]),
        (
            "Banka 500 lirayı 3 Mayıs 1921'de, 20 sandığı 4 Haziran 1921'de gönderdi.",
            [(500, "1921-05-03"), (20, "1921-06-04")],
        ),
        (
            "Banka köye 1924'te 500 lira, 1925 yazında 20 sandık, 1926'da da 3 kazan gönderdi.",
            [(500, "1924"), (20, "1925-22"), (3, "1926")],
        ),
        (
            "Şirket 1924'te 200 ton kömür, 1925'te ise 60 tüfek ile 5 top verdi.",
            [(200, "1924"), (60, "1925"), (5, "1925")],
        ),
        (
            "Borcun 500 lirası peşin, 300 lirası 1922'de, kalan 200 lirası sonra ödendi.",
            [(500, None), (300, "1922"), (200, None)],
        ),
    ],
)
def test_each_thing_has_the_day_of_its_place_in_the_list(text: str, wanted: list[tuple[float, str | None]]) -> None:
    assert _days(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Banka köye 3 Mayıs 1921'de 500 lira ve 20 sandık gönderdi.", [(500, "1921-05-03"), (20, "1921-05-03")]),
        ("Banka köye 500 lira ve 20 sandığı 3 Mayıs 1921'de gönderdi.", [(500, "1921-05-03"), (20, "1921-05-03")]),
        ("1921'de banka köye 500 lira, 20 sandık ve 3 kazan gönderdi.", [(500, "1921"), (20, "1921"), (3, "1921")]),
    ],
)
def test_a_day_before_or_behind_the_whole_list_is_of_all(text: str, wanted: list[tuple[float, str | None]]) -> None:
    assert _days(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rıhtımda duran 90 ton tuz ile 40 ton yünün taşınması için esnaf 1923'te 700 lira istedi.", [(700, "1923")]),
        ("Banka 1921'de 40 sandık çay için 500 lira istedi.", [(500, "1921")]),
        ("Banka 1921'de 500 lira ve 20 sandık çay istedi.", [(500, "1921"), (20, "1921")]),
        ("Banka 1921'de 500 lira ile 20 sandık çayı köylü için gönderdi.", [(500, "1921"), (20, "1921")]),
    ],
)
def test_what_a_deed_was_for_is_not_what_was_dealt_with(text: str, wanted: list[tuple[float, str | None]]) -> None:
    assert _days(text) == wanted
