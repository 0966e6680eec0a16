"""What an English clause tells beside its deed: causes, appositions, times counted from another, means, grounds."""

import pytest

from tanik.facts.model import Statement

from .answers import english_facts


def _told(text: str) -> tuple[Statement, ...]:
    return english_facts(text).statements


def _roles(text: str, words: str = "") -> dict[str, str]:
    one = next(one for one in _told(text) if words in one.text)
    return {place: role.text for place, role in one.roles}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # times counted from another open no subject
        ("Two days later the army took Kars.", "", {"subject": "army", "object": "Kars"}),
        ("A few weeks earlier Italy sold 40 tents to Greece.", "", {"subject": "Italy", "object": "40 tents"}),
        ("The later years of the mill cost Italy 40 tents.", "", {}),
        # what a comma sets beside a name says what that is
        ("In 1919 the army marched to Kars, a town in the plain of Italy.", "", {"recipient": "Kars"}),
        ("In 1919 the army marched to Kars in Italy.", "", {"recipient": "Kars", "place": "Italy"}),
        (
            "The plan was offered in 1936 by Winston Churchill, chief of the press for Italy.",
            "",
            {"subject": "Winston Churchill", "object": "plan"},
        ),
        # causes
        ("In 1920 the mill was destroyed due to attacks by the army.", "", {"object": "mill"}),
        ("In 1920 the mill was destroyed by the army.", "", {"object": "mill", "subject": "army"}),
        # means
        ("The mill was closed in 1925 by order of the court.", "", {"object": "mill"}),
        ("The mill was closed in 1925 by the court.", "", {"object": "mill", "subject": "court"}),
        # grounds
        ("The clerk was arrested for theft in 1921.", "", {"object": "clerk"}),
        ("The government ordered two ships for the navy in 1921.", "", {"purpose": "navy", "object": "two ships"}),
        # quantities and waters
        ("The number of mills fell by 40 percent in 1921.", "", {"subject": "number of mills"}),
        ("The army landed on the Gulf of Saros in 1915.", "", {"place": "Gulf of Saros"}),
        # a dash sets apart what it opens
        ("The army seized the Castle - the seat of the mayor - in 1916.", "", {"object": "Castle", "subject": "army"}),
        # participles between commas
        ("Hale, appointed governor in 1920, left Kars in 1921.", "Hale", {"recipient": "Hale", "object": "governor"}),
        ("He was appointed High Commissioner in 1919.", "", {"object": "High Commissioner"}),
        # what is asked, promised or agreed
        ("Greece asked Italy to withdraw its army in 1921.", "", {"recipient": "Italy", "object": "withdraw its army"}),
        ("Greece asked Italy to send 300 rifles in 1921.", "", {"recipient": "Italy", "object": "300 rifles"}),
        ("Russia agreed to end the talks in 1921.", "", {"subject": "Russia", "object": "end the talks"}),
        # two objects
        ("Italy granted the towns the right to trade in 1922.", "", {"recipient": "towns", "object": "right"}),
        (
            "Italy promised Greece territorial gains in 1919.",
            "",
            {"recipient": "Greece", "object": "territorial gains"},
        ),
        ("The bank sold Kars carpets in 1919.", "", {"object": "Kars carpets"}),
        ("In 1920 the workers closed the town's eight mills.", "", {"object": "town's eight mills"}),
        # who has a thing done does not do it
        ("The governor had burned the mill in 1920.", "", {"subject": "governor", "object": "mill"}),
    ],
)
def test_what_is_beside_the_deed_fills_no_place_of_it(text: str, words: str, expected: dict[str, str]) -> None:
    told = _roles(text, words) if expected else {}
    assert told.items() >= expected.items()
    assert not {"place", "source", "purpose"} & ({*told} - {*expected})
    assert ("subject" in told) is ("subject" in expected) or "subject" not in expected


@pytest.mark.parametrize(
    "text",
    [
        "In 1920 the mill was destroyed owing to raids by the army.",
        "The mill was sold in 1925 by auction.",
        "The governor had the mill burned in 1920.",
    ],
)
def test_nobody_is_told_to_have_done_it(text: str) -> None:
    assert "subject" not in _roles(text)


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("The war came to an end in 1918.", ["end"]),
        ("The army came to the end of the road in 1918.", ["move"]),
        ("The bank undertook a new survey in 1919.", [None]),
        ("The bank undertook to pay 300 liras in 1919.", ["promise"]),
        ("Italy sent troops to Kars in 1919.", ["move"]),
        ("Italy sent 300 rifles to Kars in 1919.", ["transfer"]),
        ("The army was forced back into Thrace in 1920.", ["move"]),
        ("The army took 300 prisoners in 1920.", [None]),
        ("The board called for an inquiry in 1937.", ["request"]),
        ("In 1914 talks between the town and state militia were closed by Italy.", ["end"]),
        ("The board was appointed in 1938 to examine it and recommend a plan.", ["appoint"]),
    ],
)
def test_the_deed_goes_by_what_stands_around_it(text: str, actions: list[str | None]) -> None:
    assert [one.action for one in _told(text)] == actions


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("The mill closed when a clerk of the bank, Hale, left Kars in 1921.", "left", "Hale"),
        ("The town where the mill is located was sold in 1920.", "sold", None),
        ("The British landed in May 1919. Two days later they took Kars.", "took", "British"),
    ],
)
def test_a_clause_has_its_own_subject(text: str, words: str, subject: str | None) -> None:
    told = _roles(text, words)
    if subject is None:
        assert told["object"] == "town"
    else:
        assert told["subject"] in subject or subject in told["subject"]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Hugo Kaya, who was born in 1881, sent 200 rifles to Kars.", "sent", None),
        ("The committee, which met in 1920, promised 500 pounds.", "promised", None),
        ("The committee met in 1920 and promised 500 pounds.", "promised", "1920"),
    ],
)
def test_the_day_of_an_aside_is_no_day_of_the_deed(text: str, words: str, day: str | None) -> None:
    told = next(one for one in _told(text) if words in one.text)
    assert told.when == day
