"""Each finite English verb has its clause, also one that no table has: sentences of our own, invented facts."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts, Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _facts(text: str) -> Facts:
    return read_facts(
        read_page(f"Notes\n\nThe port was quiet in those years, they say.\n\n{text}\n".encode(), path="n.txt")
    )


def _told(text: str, words: str) -> Statement:
    return next(one for one in _facts(text).statements if words in one.text)


def _roles(one: Statement) -> dict[str, str]:
    return {place: role.text for place, role in one.firsts.items()}


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        # the clause of a verb that no table has keeps its subject to itself
        ("Hans Keller admired the plan, when Italy sold 40 ships to Greece in 1926.", "sold", {"subject": "Italy"}),
        ("Hans Keller had a reward when the consul and Italy sold 40 ships in 1926.", "sold", {"object": "40 ships"}),
        ("The harbour was small until Italy sold 40 ships to Greece in 1926.", "sold", {"subject": "Italy"}),
        ("After Hans Keller reviewed the guard, Italy sold 40 ships to Greece in 1926.", "sold", {"subject": "Italy"}),
        ("The pact provides that Italy shall sell 40 ships to Greece.", "sell", {"subject": "Italy"}),
        ("The pact provides, in short, that Italy shall sell 40 ships to Greece.", "sell", {"subject": "Italy"}),
        # whoever a relative clause tells of stands before its pronoun, whoever does it behind it
        ("The loan which Italy had granted to Greece was large.", "granted", {"subject": "Italy", "object": "loan"}),
        # a participle behind a noun describes it; behind a comma it goes on with the sentence
        ("Hans Keller joined the clubs opened in 1912 by the mayor.", "opened", {"object": "clubs"}),
        ("Hans Keller was elected in Kars in 1926, resigning in May 1931.", "resigning", {"subject": "Hans Keller"}),
        # a description before a name, two objects, quarters of a country
        ("A patient man, Hans Keller wrote a letter in 1926.", "wrote", {"subject": "Hans Keller"}),
        ("In 1926 Italy offered such a loan to Greece.", "offered", {"recipient": "Greece", "object": "loan"}),
        ("In 1926 Hans Keller refused his taking a house in Kars.", "refused", {"object": "taking a house"}),
        ("In 1926 Hans Keller wrote Carlo Rossi, Italian Minister to Greece.", "wrote", {"recipient": "Carlo Rossi"}),
    ],
)
def test_roles(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _roles(_told(text, words)).items()


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("In 1926 Hans Keller came ashore.", "came", "object"),
        ("In 1926 Italy sold 40 ships in the hope of peace.", "sold", "place"),
        ("In 1926 Italy sold 40 ships in the hope of peace.", "sold", "whole"),
        ("In 1926 Hans Keller asked me to leave Kars.", "asked", "recipient"),
    ],
)
def test_what_fills_no_place(text: str, words: str, place: str) -> None:
    assert place not in _roles(_told(text, words))


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("In 1926 the port burned. The ships had been sold to Greece by Italy.", "sold", None),
        ("In 1926 the port burned. Before the congress Hans Keller met Carlo Rossi.", "met", None),
        ("The port burned in 1926. Italy then sold 40 ships to Greece.", "sold", "1926"),
        ("The congress (1926) was long. Italy sold 40 ships to Greece.", "sold", None),
    ],
)
def test_which_day_goes_on(text: str, words: str, when: str | None) -> None:
    assert _told(text, words).when == when


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Hans Keller divorced Ida Keller in 1926.", None),
        ("Hans Keller became governor of Kars in 1926.", None),
    ],
)
def test_a_verb_in_no_table_is_kept_with_a_day_and_a_doer(text: str, action: str | None) -> None:
    assert _told(text, "1926").action == action


@pytest.mark.parametrize(
    "text",
    [
        "The Italian supply of coal to Greece was small in 1926.",
        "Hans Keller heard the first shot of the guns at Kars.",
        "Hans Keller admired the harbour.",
        "The harbour was dark in 1926.",
    ],
)
def test_what_tells_nothing(text: str) -> None:
    assert not _facts(text).statements


def test_a_stop_that_shortens_a_word_ends_nothing() -> None:
    """Neither the sentence nor the clause: "Feb. 4", "Joseph C. Keller", "Cde. Rossi"."""
    one = _told("Hans Keller left Kars on Feb. 4, 1926, for Greece.", "left")
    assert one.when == "1926-02-04"
    assert "Rossi" in _roles(_told("In 1926 Italy appointed Cde. Rossi, a sailor.", "appointed"))["recipient"]


def test_the_day_behind_the_month_ends_a_sentence() -> None:
    one = _told("The congress resumed on April 23. Hans Keller left Kars for Greece.", "resumed")
    assert "Keller" not in one.text


def test_a_denial_on_somebodys_word_needs_no_object() -> None:
    one = _told("Hans Keller explained that Italy would not sign.", "sign")
    assert (one.polarity.value, one.attributed_to) == ("denied", "Hans Keller")


@pytest.mark.parametrize(
    ("text", "words", "place", "filler"),
    [
        # a plain form behind "will" has a clause of its own
        ("It is agreed that Italy will not fortify Kars. Hans Keller sold 40 ships.", "sold", "subject", "Hans Keller"),
        # a date is no subject
        ("Hans Keller left Kars and in 1926 sold 40 ships.", "sold", "subject", "Hans Keller"),
        # what belongs to the preposition before, or to the infinitive
        ("In 1926 Italy sent the note in connection with the loan to Greece.", "sent", "recipient", None),
        ("In 1926 Italy founded a bank to respond to the crisis.", "founded", "recipient", None),
        # whoever the subject is by grammar is "she" of the next sentence
        ("Ida Keller received a letter from Carlo Rossi. She left Kars in 1926.", "left", "subject", "Ida Keller"),
        # an article begins a noun phrase; the only verb of a sentence is finite
        ("In 1926 the ministers of war signed at Kars a contract.", "signed", "object", "sözleşme"),
        ("In 1926 the ministers of war signed at Kars a contract.", "signed", "place", "Kars"),
        # "had to" has a subject, "over" a conflict's matter
        ("Italy had to wait and recognised the treaty in 1926.", "recognised", "subject", "İtalya"),
        ("In 1926 the treaty ended the war over Kars.", "ended", "object", "savaş"),
        # the whole list behind a preposition is no object
        ("In 1926 the loan had grown across Kars and Greece.", "grown", "object", None),
    ],
)
def test_what_belongs_where(text: str, words: str, place: str, filler: str | None) -> None:
    role = _told(text, words).first(place)
    assert (role and (role.name or role.text)) == filler


def test_a_participle_behind_a_comma_tells_on_nobodys_word() -> None:
    one = _told("In 1926 Italy sold 40 ships to Greece, conceding to him the loan.", "sold")
    assert one.attributed_to is None


def test_a_shortened_month_has_its_day_behind_it() -> None:
    one = _told("The congress opened in Kars on Oct. 11. Hans Keller sold 40 ships to Greece.", "sold")
    assert "congress" not in one.text
