"""What is only said of a noun ("gönderdiği söylenen para"): handed on and not asserted, with the noun in its place."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

DOER, THING, TO = "subject", "object", "recipient"
HANDED_ON, KNOWN = "reported", "asserted"


def _statements(text: str) -> list[Statement]:
    return list(read_facts(read_page(text.encode(), path="x.txt")).statements)


@pytest.mark.parametrize(
    ("text", "roles", "modality"),
    [
        ("Şehrin gönderdiği söylenen 30 bin tüfek kayıptır.", {DOER: "şehir", THING: "30 bin tüfek"}, HANDED_ON),
        ("Rusya'nın verdiği öne sürülen 9 milyon ruble gelmedi.", {DOER: "Rusya", THING: "9 milyon ruble"}, HANDED_ON),
        ("Niyazi Bey'e verildiği iddia edilen 40.000 lira yok.", {TO: "Niyazi Bey", THING: "40.000 lira"}, HANDED_ON),
        ("Niyazi Bey'in 1921'de imzaladığı sanılan senet sahtedir.", {DOER: "Niyazi Bey", THING: "senet"}, HANDED_ON),
        ("1919'da öldüğü söylenen Halit Bey 1923'te mebus seçildi.", {DOER: "Halit Bey"}, HANDED_ON),
        ("Niyazi Bey'in getirdiği bilinen 2 milyon lira azaldı.", {DOER: "Niyazi Bey", THING: "2 milyon lira"}, KNOWN),
        # where to, or from where, the noun may be: it stays out
        ("Niyazi Bey'in 1920'de gittiği söylenen köy haritada yok.", {DOER: "Niyazi Bey"}, HANDED_ON),
    ],
)  # fmt: skip
def test_what_is_said_of_a_noun_is_handed_on_with_the_noun(text: str, roles: dict[str, str], modality: str) -> None:
    told = _statements(text)[0]
    assert {place: role.name or role.text for place, role in told.roles} == roles
    assert told.modality.value == modality
