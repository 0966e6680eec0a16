"""Where an English phrase ends, what two-word verbs and repeated nouns tell: sentences of our own, invented facts."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _statement(text: str, words: str) -> Statement:
    page = read_page(f"Notes\n\nThe port was quiet in those years, they say.\n\n{text}\n".encode(), path="n.txt")
    return next(one for one in read_facts(page, fast=True, every_clause=True).statements if words in one.text)


@pytest.mark.parametrize(
    ("text", "words", "roles", "without"),
    [
        # whoever takes over has it; whoever turns down refuses
        ("The bank took over the mill from Rossi in 1931.", "took", {"recipient": "bank", "subject": "Rossi"}, ()),
        ("The mill was taken over by the bank in 1931.", "taken", {"recipient": "bank", "object": "mill"}, ()),
        ("The army took 40 guns in 1921.", "took", {"object": "40 guns"}, ()),
        ("The consul turned down the offer in 1921.", "turned", {"subject": "consul", "object": "offer"}, ()),
        ("The consul turned to the bank in 1921.", "turned", {"subject": "consul"}, ("object",)),
        # the last of several is one of them
        ("The last of the ships left Smyrna in 1920.", "left", {"subject": "ships", "object": "Smyrna"}, ()),
        ("The first of the soldiers reached Konya in 1919.", "reached", {"subject": "soldiers"}, ()),
        ("The last ship left Smyrna in 1920.", "left", {"object": "Smyrna"}, ()),
        # from town to town is to no one place
        (
            "The editor travelled from town to town in 1904.",
            "travelled",
            {"subject": "editor"},
            ("object", "recipient"),
        ),
        ("The editor travelled from Kars to Konya in 1904.", "travelled", {"object": "Kars", "recipient": "Konya"}, ()),
        # what joins ends no phrase
        ("Paris urged the men to go home or to sign up in 1921.", "urged", {"object": "go home"}, ()),
        # how much later is no part of a thing
        ("The consul paid 300 pounds three months later.", "paid", {"object": "300 pounds"}, ()),
        ("Italy sold the Turks 300 rifles two years before the war.", "sold", {"object": "300 rifles"}, ()),
        ("The firm sent 40 guns to Kars two weeks later.", "sent", {"recipient": "Kars", "object": "40 guns"}, ()),
        # a past that is its plain form has an object behind it
        ("In 1921 Paris cut the rations and asked the bank for 300 pounds.", "asked", {"subject": "Paris"}, ()),
        ("In 1921 the consul put the money aside and left Smyrna.", "left Smyrna", {"object": "Smyrna"}, ()),
        # a number has no verb before it
        (
            "The editor lived in Kars and collected 40,000 pounds, which he handed to the consul in 1901.",
            "handed",
            {"object": "40,000 pounds", "recipient": "consul"},
            (),
        ),
    ],
)
def test_edges(text: str, words: str, roles: dict[str, str], without: tuple[str, ...]) -> None:
    told = {place: role.text for place, role in _statement(text, words).firsts.items()}
    assert roles.items() <= told.items()
    assert not told.keys() & set(without)


def test_how_much_later_is_no_amount_of_the_deed() -> None:
    assert _statement("He moved to Belgrade in 1922 and died in Brussels six years later.", "died").amounts == ()


@pytest.mark.parametrize(
    ("text", "words", "action"),
    [
        ("The board hired a steamer in 1921.", "hired", None),
        ("The board hired Carlo Rossi in 1921.", "hired", "appoint"),
        ("The steamer had been hired by the board in 1921.", "hired", None),
    ],
)
def test_a_ship_that_is_hired_holds_no_office(text: str, words: str, action: str | None) -> None:
    assert _statement(text, words).action == action


@pytest.mark.parametrize(
    ("text", "words", "denied", "when"),
    [
        # what was not done until a day was done then
        ("The report was not published until 1987.", "published", False, "1987"),
        ("The bank did not pay 300 pounds until May 1921.", "pay", False, "1921-05"),
        ("The army did not leave Kars until 3 May 1921.", "leave", False, "1921-05-03"),
        ("The report was not published in 1987.", "published", True, "1987"),
        ("The bank never paid the 300 pounds.", "paid", True, None),
        ("The army did not leave Kars until the consul had come.", "leave", True, None),
    ],
)
def test_not_until(text: str, words: str, denied: bool, when: str | None) -> None:
    one = _statement(text, words)
    assert (one.polarity == "denied", one.when) == (denied, when)
