"""What is counted in a list, what only describes it, and whose a need is: the edges of noun phrases."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read
from tanik.page.model import Page


def _told(statement: Statement) -> dict[str, str]:
    return {place: role.name or role.text for place, role in statement.firsts.items()}


THINGS = [
    (
        "Rıfat Paşa kasabaya 390 tüfek, 27 makineli tüfek ve 54 top vermişti.",
        ["390 tüfek", "27 makineli tüfek", "54 top"],
    ),
    ("Rıfat Paşa 100 tüfeği ve 10 uçağı Bursa alayına bıraktı.", ["100 tüfek", "10 uçak"]),
    ("Kasabaya 1.260 sandık fişek ve üç ton pamuk barutu geldi.", ["1.260 sandık fişek", "üç ton pamuk barutu"]),
    ("Rıfat Paşa 40 çuval un ile 12 kat elbise gönderdi.", ["40 çuval un", "12 kat elbise"]),
]


@pytest.mark.parametrize(("sentence", "things"), THINGS)
def test_a_thing_in_a_list_ends_where_its_phrase_ends(
    page_of: Callable[..., Page], sentence: str, things: list[str]
) -> None:
    assert [_told(one)["object"] for one in read(page_of(sentence)).statements] == things


DESCRIBED = [
    ("İlk parti olan 500 kilo külçe altını Halil Paşa 1920'de getirdi.", {"subject": "Halil Paşa"}),
    ("Kalan 300 kilo 8 Eylül 1920'de Bursa'ya yollandı.", {"object": "300 kilo"}),
    ("Geri kalan 300 çuval 8 Eylül 1920'de Bursa'ya yollandı.", {"object": "300 çuval"}),
]


@pytest.mark.parametrize(("sentence", "roles"), DESCRIBED)
def test_what_describes_a_thing_is_nobody(page_of: Callable[..., Page], sentence: str, roles: dict[str, str]) -> None:
    (statement,) = read(page_of(sentence)).statements
    assert {place: _told(statement).get(place) for place in roles} == roles


def test_whose_need_it_is_did_nothing(page_of: Callable[..., Page]) -> None:
    sentence = "Rıfat Paşa 3 Mart 1921'de, 200 çuvalı alayın ihtiyacı için ayırdığını ve Bursa'ya gönderdiğini yazdı."
    assert all(_told(one).get("subject") != "alay" for one in read(page_of(sentence)).statements)


def test_whoever_acts_stands_beside_what_for(page_of: Callable[..., Page]) -> None:
    sentence = "Selim Bey, Bursa halkının yardım için 30 çuval un gönderdiğini 3 Mart 1921'de bildirdi."
    sent = [one for one in read(page_of(sentence)).statements if one.action == "transfer"]
    assert [_told(one).get("subject") for one in sent] == ["Bursa"]


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Rıfat Paşa'nın böyle bir sözü yoktur.", "say"),
        ("Antlaşmanın metninde böyle bir süre yoktur.", None),  # what is not there is the term, and no treaty
        ("Antlaşmanın metninde böyle bir söz yoktur.", "say"),
    ],
)
def test_what_does_not_exist_stands_behind_such_a(
    page_of: Callable[..., Page], sentence: str, action: str | None
) -> None:
    assert [one.action for one in read(page_of(sentence)).statements] == ([action] if action else [])
