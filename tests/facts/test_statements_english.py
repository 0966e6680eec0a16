"""English roles and voices: what fills no place, pronouns that agree, passives, denials on somebody's word."""

from __future__ import annotations

import pytest

from tanik.core.span import Span
from tanik.facts.model import Polarity, Statement
from tanik.facts.read import read as find_facts
from tanik.page.model import Page, Segment, SegmentKind, Source


def _statement(text: str, words: str) -> Statement:
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "t")
    page = Page("p", Source("0" * 64, "text/plain"), text, (segment,), language="en")
    return next(one for one in find_facts(page, fast=True).statements if words in one.text)


def _told(one: Statement) -> dict[str, str]:
    return {place: role.text for place, role in one.firsts.items()}


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        ("In May 1921 the mayor was given 300 pounds.", "given", {"recipient": "mayor", "object": "300 pounds"}),
        ("In May 1921 the widow was sent a letter.", "sent", {"recipient": "widow", "object": "letter"}),
        ("In May 1921 the town left guns at Afyon. The army captured them.", "captured", {"object": "guns"}),
        ("The Turks were buying rifles from Moscow in 1921.", "buying", {"recipient": "Turks", "subject": "Moscow"}),
        ("In 1921 Ankara refused to call it a loan.", "refused", {"object": "call it a loan"}),
        (
            "In May 1921 the bank agreed to lend the town 500 pounds.",
            "agreed",
            {"recipient": "town", "object": "500 pounds"},
        ),
        ("In June 1921 Italy sold her ships to Greece.", "sold", {"object": "ships", "recipient": "Greece"}),
        (
            "In June 1921 Halide Edib came. The bank gave her 300 pounds.",
            "gave",
            {"recipient": "Halide Edib", "object": "300 pounds"},
        ),
        ("In May 1921 the mayor was asked for 300 horses.", "asked", {"recipient": "mayor", "object": "300 horses"}),
        ("Karabekir, who took Kars in 1920, wrote to Lenin.", "took", {"subject": "Karabekir", "object": "Kars"}),
    ],
)
def test_roles(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _told(_statement(text, words)).items()


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("In March 1921 the bank sent 500 pounds at once.", "sent", "place"),
        ("In March 1921 the bank paid the sum in cash.", "paid", "place"),
        ("In March 1921 the mill received a letter from Italy asking for a loan.", "received", "place"),
        ("In March 1921 the mayor bought 40 coats for the orphans.", "bought", "place"),
        ("The bank sold 40 horses by the end of May 1921.", "sold", "place"),
        ("In May 1921 the firm sold three wagons of coal every month.", "sold", "recipient"),
        ("In May 1921 Rosa Bianchi came home. The army captured them in June 1921.", "captured", "object"),
        ("In June 1921 Italy sold her ships to Greece.", "sold", "source"),
        ("In 1921 Ankara refused to call it a loan.", "refused", "recipient"),
        ("In 1921 the mill at Kars was sold at once.", "sold", "recipient"),
    ],
)
def test_what_fills_no_place(text: str, words: str, place: str) -> None:
    assert place not in _told(_statement(text, words))


@pytest.mark.parametrize(
    ("text", "words", "teller"),
    [
        ("The British consul, however, claimed that nothing had been delivered.", "delivered", "British consul"),
        ("The governor said that no money had been sent to Kars.", "sent", "governor"),
        ("The consul denied that any gold had reached Kars in 1921.", "reached", "consul"),
        ("Officials reported in May 1922 that nobody had been paid.", "paid", "Officials"),
        ("The mayor stated that none of the guns had arrived.", "arrived", "mayor"),
    ],
)
def test_a_denial_on_somebodys_word(text: str, words: str, teller: str) -> None:
    one = _statement(text, words)
    assert (one.polarity, one.attributed_to) == (Polarity.DENIED, teller)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The British consul, however, claimed that 40 guns had been delivered.", "delivered"),
        ("The governor said that money had been sent to Kars.", "sent"),
        ("The consul denied it and said that gold had reached Kars in 1921.", "reached"),
        ("Officials reported in May 1922 that the workers at Kars had been paid.", "paid"),
        ("The mayor stated that some of the guns had arrived in May 1921.", "arrived"),
    ],
)
def test_what_is_told_on_somebodys_word_and_not_denied(text: str, words: str) -> None:
    assert _statement(text, words).polarity is Polarity.AFFIRMED


def test_a_house_told_something_speaks_for_nobody() -> None:
    one = _statement("Lord Curzon told the House of Lords in May 1921 that the Turks were buying rifles.", "buying")
    assert (one.attributed_to, one.when) == ("George Curzon", "1921-05")
