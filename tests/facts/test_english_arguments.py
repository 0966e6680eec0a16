"""What fills an English verb's places where its words are ambiguous: sentences of our own, invented facts."""

from __future__ import annotations

import pytest

from tanik.facts.model import Amount, Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _statements(text: str, *, every: bool = True) -> tuple[Statement, ...]:
    page = read_page(f"Notes\n\nThe port was quiet in those years, they say.\n\n{text}\n".encode(), path="n.txt")
    return read_facts(page, fast=True, every_clause=every).statements


def _told(text: str, words: str) -> dict[str, str]:
    found = next(one for one in _statements(text) if words in one.text)
    return {place: role.text for place, role in found.firsts.items()}


def _amounts(text: str) -> tuple[Amount, ...]:
    return read_facts(read_page(f"Notes\n\n{text}\n".encode(), path="n.txt"), fast=True).amounts


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        # a verb in "be … -ing", a past that is no participle, an adjective that is a past before its object
        ("The Greek army was retreating to Kars in 1921.", "retreating", {"subject": "Greek army"}),
        ("The town underwent great changes in 1921.", "underwent", {"subject": "town"}),
        ("The town experienced a flood in 1921.", "experienced", {"subject": "town", "object": "flood"}),
        # the present has a clause of its own
        ("The files contain a note which Italy sent to Greece in 1921.", "sent", {"subject": "Italy"}),
        # relative clauses
        ("The bank spent the money the consul collected in 1921.", "spent", {"subject": "bank", "object": "money"}),
        ("The boys who came from Kars and Ani in 1921 were sent to Van.", "were sent", {"object": "boys"}),
        ("The school founded by the board in 1912 opened in May 1913.", "opened", {"subject": "school"}),
        # a phrase that no comma closes before a name, "as" before a joined subject, "that" of a preposition
        ("During the war Italy sold 40 ships to Greece.", "sold", {"subject": "Italy"}),
        ("In the winter of 1921 Italy sold 40 ships to Greece.", "sold", {"subject": "Italy"}),
        ("Prices rose, as many boys from Kars and Ani came in 1921.", "came", {"subject": "many boys"}),
        ("The war lasted until the mayor of that town signed a pact in 1921.", "signed", {"subject": "mayor"}),
        ("Long after the fire, the mill was sold to Greece in 1921.", "sold", {"object": "mill"}),
        ("Despite the fire, and the lack of coal, the bank sold 40 ships in 1921.", "sold", {"subject": "bank"}),
        # what a comment clause interrupts goes on
        ("The tents, the consul noted, came to Kars in 1921.", "came", {"subject": "tents", "recipient": "Kars"}),
        # an adjective before what is governed
        ("The army marched into occupied Kars in 1921.", "marched", {"subject": "army", "recipient": "Kars"}),
        ("In 1921 the bank built the largest and wealthiest mill in Kars.", "built", {"subject": "bank"}),
        ("In 1921 the board allowed the mayor to forgive 40 loans.", "allowed", {"object": "mayor"}),
    ],
)
def test_roles(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _told(text, words).items()


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        # "by" of a participle behind a noun is no doer of the verb before it
        ("In 1921 the boys were sent to schools run by the army.", "sent", "subject"),
        ("Hundreds died in 1921 from a fever caused by hunger.", "died", "object"),
        # an unknown verb behind "to" is no receiver
        ("In 1921 the board allowed the mayor to waive or modify 40 loans.", "allowed", "recipient"),
        ("The bank sold ships at the corner of Kars and Ani (now Van) streets in 1921.", "sold", "recipient"),
    ],
)
def test_left_empty(text: str, words: str, place: str) -> None:
    assert place not in _told(text, words)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # "by" of the verb itself, also behind a joined participle
        ("In 1921 the mill was sold by the army to Greece.", {"subject": "army"}),
        ("In 1921 the mill was built and sold by the army.", {"subject": "army"}),
        # a main verb behind a relative clause; a joined subject behind a comma
        ("The boys who came from Kars left in 1921.", {"subject": "boys"}),
        ("Prices rose in Kars, and the bank sold 40 ships in 1921.", {"subject": "bank"}),
        # a name behind "with" is whom one is with
        ("With the help of the bank Italy sold 40 ships in 1921.", {"object": "40 ships"}),
    ],
)
def test_of_the_verb_itself(text: str, roles: dict[str, str]) -> None:
    found = [{place: role.text for place, role in one.firsts.items()} for one in _statements(text)]
    assert any(roles.items() <= one.items() for one in found), found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("In 1921 all proposed laws were dropped by the Greek board.", ["dropped"]),
        ("In 1921 Greece had repair shops in Kars.", ["had"]),
        ("In 1921 Greece did not allow some form of state trade in Kars.", ["allow"]),
        ("The firm raised 40 lira in 1921, based on 12 letters.", ["raised"]),
        ("The files contain 40 letters of 1921.", []),
        ("“The tents came in May 1921,” wrote Hans Keller in his book.", ["came"]),
        ("In 1921 the firm sold forms and reports to Greece.", ["sold"]),
    ],
)
def test_how_many_deeds(text: str, told: list[str]) -> None:
    found = _statements(text)
    assert len(found) == len(told)
    assert all(verb in one.text for verb, one in zip(told, found, strict=True))


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Italy didn't sell 40 ships to Greece in 1921.", True),
        ("Italy didn’t sell 40 ships to Greece in 1921.", True),
        ("In 1921 the ships weren’t sold to Greece.", True),
        ("Italy couldn't sell 40 ships to Greece in 1921.", True),
        ("Italy did sell 40 ships to Greece in 1921.", False),
    ],
)
def test_negation_written_on_the_auxiliary(text: str, denied: bool) -> None:
    assert [one.polarity.value for one in _statements(text) if one.action == "transfer"] == [
        "denied" if denied else "affirmed"
    ]


def test_who_comments_is_the_teller() -> None:
    told = next(one for one in _statements("The tents, Hans Keller noted, came to Kars in 1921.") if "came" in one.text)
    assert told.attributed_to == "Hans Keller"


def test_a_joined_noun_is_no_comment() -> None:
    told = _told("Hans Keller, the consul, sold 40 ships to Greece in 1921.", "sold")
    assert told["subject"] == "Hans Keller"


@pytest.mark.parametrize(
    ("text", "words", "place", "filler"),
    [
        ("Greece lost the guns Italy sold in 1921.", "lost", "object", "guns"),
        ("The bank spent 40 lira building the mill in 1921.", "spent", "object", "40 lira"),
        ("In 1921 Italy won the war by building ships.", "won", "subject", "Italy"),
        ("In 1921 Italy promised Hans Keller that it would sell 40 ships.", "promised", "recipient", "Hans Keller"),
    ],
)
def test_what_stands_behind(text: str, words: str, place: str, filler: str) -> None:
    assert _told(text, words)[place] == filler


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Under it 12,000 millers left Kars in 1923.", "12,000 millers"),
        ("In the same year some 40,000 millers left Kars.", "40,000 millers"),
        ("In the spring of 1923 more than 5,000 refugees left Kars.", "5,000 refugees"),
        # the number is of the phrase that the preposition opens
        ("With a force of 3,000 men he attacked Kars in 1920.", None),
    ],
)
def test_a_number_behind_a_closed_phrase_begins_the_subject(text: str, subject: str | None) -> None:
    told = _told(text, "Kars")
    assert told.get("subject") == subject


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Fridtjof Nansen won the Nobel Peace Prize in 1922.", None),
        ("The Greeks won the battle of Afyon in July 1921.", "defeat"),
        ("Kâzım Karabekir won a victory at Kars in 1920.", "defeat"),
    ],
)
def test_a_prize_is_won_from_nobody(text: str, action: str | None) -> None:
    assert [one.action for one in _statements(text, every=False) if "won" in one.text] == [action]


def test_someone_is_no_teller() -> None:
    (told,) = _statements("Every autumn someone tells me that the fleet burned Kars in 1922.", every=False)
    assert told.attributed_to is None


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # what stands between "and" and its verb is that verb's
        ("Italy sold 40 guns and, in May 1920, attacked Greece.", [None, "1920-05"]),
        ("The bank bought 300 acres and, in 1934, built a school in Kars.", [None, "1934"]),
        ("Greece bought 40 ships and, by order of the king, sold 20 mills in 1921.", [None, "1921"]),
        # a day before both is that of both; behind a verb it is that verb's
        ("In 1920 Italy sold 40 guns and, with the money, bought 20 ships.", ["1920", "1920"]),
        ("In 1919, Italy sold 40 guns and, in 1921, bought 20 ships.", ["1919", "1921"]),
    ],
)
def test_the_day_of_joined_deeds(text: str, days: list[str | None]) -> None:
    assert [one.when for one in _statements(text, every=False)] == days


@pytest.mark.parametrize(
    ("text", "days", "roles"),
    [
        # "sent" behind a year that "in" opens is the verb, and "them" is nobody that is a sum
        (
            "Greece had paid the rebels 500 pounds and in 1921 sent them 40 rifles.",
            [None, "1921"],
            {"subject": "Greece", "recipient": "rebels", "object": "40 rifles"},
        ),
        ("Greece in 1921 sent Italy 40 rifles.", ["1921"], {"subject": "Greece", "recipient": "Italy"}),
    ],
)
def test_a_year_before_sent_is_a_year(text: str, days: list[str | None], roles: dict[str, str]) -> None:
    found = _statements(text, every=False)
    assert [one.when for one in found] == days
    told = {place: role.text for place, role in found[-1].firsts.items()}
    assert {place: told.get(place) for place in roles} == roles
    assert not any("sent" in amount.text for amount in _amounts(text))
