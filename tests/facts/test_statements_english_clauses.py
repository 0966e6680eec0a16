"""English clauses as pages write them: openings, participles behind nouns, relative clauses, "provide X with Y"."""

from __future__ import annotations

import pytest

from tanik.core.span import Span
from tanik.facts.model import Statement
from tanik.facts.read import read as find_facts
from tanik.page.model import Page, Segment, SegmentKind, Source


def _statements(text: str) -> tuple[Statement, ...]:
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "t")
    page = Page("p", Source("0" * 64, "text/plain"), text, (segment,), language="en")
    return find_facts(page, fast=True).statements


def _told(text: str, words: str) -> dict[str, str]:
    one = next(one for one in _statements(text) if words in one.text)
    return {place: role.text for place, role in one.firsts.items()}


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        ("However, the harbour board sold 40 cranes to Greece in 1926.", "sold", {"subject": "harbour board"}),
        ("On 4 May, under the same plan, Italy sold 40 ships to Greece.", "sold", {"subject": "Italy"}),
        ("Leaving the talks, Italy recalled 40 ships and sold 12 to Greece in 1926.", "sold", {"subject": "Italy"}),
        ("The ships were quietly sold to Greece in 1926.", "sold", {"object": "ships", "recipient": "Greece"}),
        ("The pact signed in Batum on 6 May 1919 opened the port.", "signed", {"object": "pact", "place": "Batum"}),
        ("Italy granted to Greece 40 tents.", "granted", {"recipient": "Greece", "object": "40 tents"}),
        ("The mill, built by Hans Keller in 1911, burned down.", "built", {"subject": "Hans Keller", "object": "mill"}),
        ("Italy provided Greece with 40 tents in 1926.", "provided", {"recipient": "Greece", "object": "40 tents"}),
        ("Italy gave to Greece the agreed 40 tents in 1926.", "gave", {"recipient": "Greece", "object": "40 tents"}),
        ("Clerks who came from Kars handed over 40 tents to Greece.", "handed", {"subject": "Clerks"}),
        ("The boat, which was sold to Greece, carried 40 tents.", "sold", {"object": "boat", "recipient": "Greece"}),
        ("The Danish committee shipped 80 kilos of tea to Kars.", "shipped", {"subject": "Danish committee"}),
        ("The American committee shipped 80 kilos of tea.", "shipped", {"subject": "American committee"}),
        ("The Minister of War Enver Pasha sold 40 ships in 1916.", "sold", {"subject": "Enver Pasha"}),
        ("Greece agreed to the exchange in 1926.", "agreed", {"subject": "Greece", "object": "exchange"}),
        ("The bank offered to subscribe 900 pounds in 1926.", "offered", {"object": "subscribe 900 pounds"}),
        (
            "Twelve judges were elected by Greece in 1926.",
            "elected",
            {"recipient": "Twelve judges", "subject": "Greece"},
        ),
        ("The organ was built in Genoa in 1911 and brought to Kars by Hans Keller.", "brought", {"object": "organ"}),
        ("Italy lent the tents (old ones) and 40 beds to Greece in 1926.", "lent", {"recipient": "Greece"}),
        ("In May 1926 Hans Keller cabled the consul in Kars.", "cabled", {"recipient": "consul"}),
        ("As the frost eased, Italy sold 40 ships to Greece in 1926.", "sold", {"subject": "Italy"}),
        ("Having praised the plan, Italy sold 40 ships to Greece in 1926.", "sold", {"subject": "Italy"}),
        ("The ties had been mangled and in May 1926 Italy sold 40 ships.", "sold", {"subject": "Italy"}),
        ("It was not until May 1926 that Italy sold 40 ships to Greece.", "sold", {"subject": "Italy"}),
        ('The raid led to the "Bread Pact" which was signed in May 1926.', "signed", {"object": "Bread Pact"}),
        ("Later Hans Keller sent another cable to Greece in 1926.", "sent", {"object": "cable"}),
    ],
)
def test_roles(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _told(text, words).items()


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Greece signed at Mudros on 6 May 1919.", "signed", "object"),
        ("Hans Keller built in 1911 a mill.", "built", "recipient"),
        ("Italy sold the ships after 30 hours of talks in 1926.", "sold", "whole"),
        ("Italy left Kars in early March 1926, which led to unrest.", "left", "recipient"),
        ("Italy sold 40 ships in two years.", "sold", "place"),
        ("The fair opened in May 1926, with guests from Italy, Greece and France.", "opened", "object"),
        ("The fair opened in May 1926, with guests from Italy, Greece and France.", "opened", "recipient"),
        ("In May 1926 the board elected Hans Keller, Enver Pasha and two others.", "elected", "object"),
    ],
)
def test_quiet(text: str, words: str, place: str) -> None:
    assert place not in _told(text, words)


@pytest.mark.parametrize(
    "text",
    [
        "In 1926 the court heard of disputes, debts and fines.",
        "The troops were in no hurry to quit Kars in 1926.",
        "In 1926 the board kept at present no list of ships.",
    ],
)
def test_nouns_are_no_deeds(text: str) -> None:
    verbs = ("disputes", "hurry", "present")
    deeds = [one for one in _statements(text) if one.action in ("say", "move", "transfer")]
    assert not [one for one in deeds if any(word in one.text for word in verbs)]


def test_an_undated_participle_only_says_which() -> None:
    found = _statements("Article 9 of the pact is not about the 40 ships chartered by the Red Crescent.")
    assert not [one for one in found if one.action == "transfer"]


def test_a_number_that_grows_and_a_part_taken_are_no_deed_of_the_table() -> None:
    found = _statements("In 1926 Hans Keller took part in the talks. In 1927 the garrison reached 12 thousand.")
    assert [one.action for one in found] == [None, None]


def test_provided_is_a_condition_only_before_that() -> None:
    told = _statements("In 1926 Italy said that 40 tents were provided to Greece.")
    asked = _statements("In 1926 Italy lent 40 tents provided that Greece paid 900 pounds.")
    assert [one.modality.value for one in (*told, *asked)][:2] == ["reported", "conditional"]
