"""Where an English phrase ends, what it belongs to and when a word is no verb."""

from __future__ import annotations

import pytest

from tanik.facts.model import Modality, Statement

from .answers import english_facts


def _told(text: str) -> tuple[Statement, ...]:
    return english_facts(text).statements


def _one(text: str, words: str) -> Statement:
    return next(one for one in _told(text) if words in one.text)


def _roles(text: str, words: str) -> dict[str, str]:
    return {place: role.text for place, role in _one(text, words).firsts.items()}


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("Greece closed a part of the harbour in 1921.", "closed", "harbour"),
        ("Greece ordered the closure of three mills in 1921.", "ordered", "three mills"),
        ("Greece began work on the mills of Kars in 1921.", "began", None),
        ("Greece opened a school in 1921 consisting of Turkish orphans.", "opened", None),
        ("Greece began a war over the towns of Italy in 1921.", "began", None),
    ],
)
def test_of_is_of_the_noun_that_it_stands_behind(text: str, words: str, whole: str | None) -> None:
    assert _roles(text, words).get("whole") == whole


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("After the harbour war of 1912, Greece sold 40 tents to Italy.", "sold", None),
        ("Before the strikes of 1912, Greece sold 40 tents to Italy.", "sold", None),
        ("The report on the riots of 1929 criticised Greece.", "criticised", None),
        ("In the spring of 1912 Greece sold 40 tents to Italy.", "sold", "1912-21"),
        ("In the harbour war of 1912, Greece sold 40 tents to Italy.", "sold", "1912"),
        ("After the harbour war, in 1912, Greece sold 40 tents to Italy.", "sold", "1912"),
        ("In May of 1912 Greece sold 40 tents to Italy.", "sold", "1912-05"),
    ],
)
def test_the_year_of_an_event_beside_the_deed_is_not_its_own(text: str, words: str, when: str | None) -> None:
    assert _one(text, words).when == when


@pytest.mark.parametrize(
    ("text", "words", "thing"),
    [
        ("Italy published a note threatening Greece with war in 1921.", "published", "note"),
        ("Italy published a map showing Kars in 1921.", "published", "map"),
        ("Italy sold the remaining Greek tents in 1921.", "sold", "remaining Greek tents"),
        ("Italy sold tents and left Kars in 1921.", "sold", "tents"),
    ],
)
def test_a_gerund_before_a_name_begins_a_clause_of_its_own(text: str, words: str, thing: str) -> None:
    assert _roles(text, words)["object"] == thing


def test_and_joins_a_past_with_its_particle() -> None:
    assert "recipient" not in _roles("In May 1906 the assembly convened and drew up a constitution.", "convened")
    assert _roles("In May 1906 the bank sold and paid up the loan.", "sold").get("recipient") is None


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("Reports of those killed vary from 40 to 90 men in Kars.", "kill"),
        ("Retired Admiral Reed obtained a concession from Greece in 1923.", "dismiss"),
        ("Captured General Halil came to Kars in 1923.", "occupy"),
    ],
)
def test_what_only_describes_a_noun_is_no_deed(text: str, left_out: str) -> None:
    assert left_out not in [one.action for one in _told(text)]


def test_a_fronted_participle_still_is_one() -> None:
    assert _told("Founded in 1915, the Orphan Board sold 900 tents to Greece.")[0].action == "found"
    assert [one.action for one in _told("The Turks killed 40 men in Kars in 1919.")] == ["kill"]
    told = _told("Generously funded and armed by Greece, the Orphan Board took Kars in 1919.")
    assert "armed" not in [role.text for one in told for _, role in one.roles]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Two Greek sailors backed by marines took the harbour in 1919.", "took", "Two Greek sailors"),
        ("A board headed by Reed sold 40 tents to Greece in 1919.", "sold", "board"),
        ("Forty years ago today, the board met in Kars.", "met", "board"),
        ("The Italian and Greek Workers' Unions sent 40 tents to Kars.", "sent", "Italian and Greek Workers' Unions"),
        ("The Russian Bolshevik government sent 40 tents to Kars.", "sent", "Russian Bolshevik government"),
        ("The General Staff sent 40 tents to Kars in 1919.", "sent", "General Staff"),
        ("General Reed sent 40 tents to Kars in 1919.", "sent", "General Reed"),
    ],
)
def test_a_subject_is_whole_and_takes_in_nothing_else(text: str, words: str, who: str) -> None:
    assert who in (_roles(text, words)["subject"], f"General {_roles(text, words)['subject']}")


@pytest.mark.parametrize(
    ("text", "words", "action"),
    [
        ("The dispute was settled in Kars in 1922.", "settled", None),
        ("An agreement settled in Kars in 1922 ended the war.", "settled", None),
        ("The refugees settled in Kars in 1922.", "settled", "move"),
        ("The two sides reached a compromise in 1922.", "reached", None),
        ("The army reached Kars in 1922.", "reached", "move"),
        ("Greece proceeded to build a school in 1922.", "proceeded", None),
        ("The army proceeded to Kars in 1922.", "proceeded", "move"),
        ("The affair killed the friendship with Greece in 1922.", "killed", None),
        ("The bandits killed 40 men in 1922.", "killed", "kill"),
    ],
)
def test_what_a_verb_governs_shows_that_nobody_moves_or_dies(text: str, words: str, action: str | None) -> None:
    assert _one(text, words).action == action


@pytest.mark.parametrize(
    ("text", "words", "place", "filler"),
    [
        ("Greece published two notes for the Turks to leave Kars in 1921.", "published", "purpose", "leave Kars"),
        ("Greece bought 40 tents for the orphans in 1921.", "bought", "purpose", "orphans"),
        ("The League appointed a board to visit Kars, study the wells, and meet them.", "appointed", "object", None),
        ("All clerks were ordered to lay down their keys in 1921.", "ordered", "object", "lay down their keys"),
        ("All clerks were ordered to lay down their keys in 1921.", "ordered", "recipient", "All clerks"),
        ("Some 500 sailors arrived in a steamer at Samsun in 1920.", "arrived", "recipient", "Samsun"),
        ("Some 500 sailors arrived in Samsun in 1920.", "arrived", "recipient", "Samsun"),
        ("The 900 pounds were raised by the efforts of the school in 1921.", "raised", "recipient", None),
        ("When the strike of Kars began, the mayor sold 40 tents to Greece.", "sold", "object", "40 tents"),
        ("The harbour was hit by gunfire 20 miles east of Samsun in 1921.", "hit", "subject", "gunfire"),
        ("Greece gave the Jewish and Arab communities the mill in 1921.", "gave", "object", "mill"),
    ],
)
def test_a_place_is_filled_by_its_own_phrase_or_by_none(text: str, words: str, place: str, filler: str | None) -> None:
    assert _roles(text, words).get(place) == filler


def test_a_condition_is_of_the_verb_nearest_to_it() -> None:
    text = "Reed sent a letter to Greece in 1921, telling the clerk not to sign unless he was sure."
    assert _one(text, "sent").modality is Modality.ASSERTED
    assert _one("Greece promised to send 40 tents if Italy paid.", "promised").modality is Modality.CONDITIONAL


def test_a_length_of_time_may_be_described() -> None:
    told = english_facts("They worked for three solid weeks and two full months in Kars.").amounts
    assert [(one.value, one.unit) for one in told] == [(21.0, "day"), (2.0, "month")]
    assert [one.unit for one in english_facts("They sold 12 large tents in Kars.").amounts] == ["count"]


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        (
            "Italy undertook to provide Greece with a loan in 1916.",
            "undertook",
            {"subject": "Italy", "recipient": "Greece", "object": "loan"},
        ),
        ("Italy promised to supply Greece with 40 tents in 1916.", "promised", {"recipient": "Greece"}),
        ("Italy promised to supply 40 tents in 1916.", "promised", {"recipient": "", "object": "40 tents"}),
        ("The board offered to provide a loan in 1916.", "offered", {"recipient": "", "object": "loan"}),
        ("Under a pact signed in 1921 Italy sold 40 tents to Greece.", "sold", {"subject": "Italy"}),
        (
            "The board agreed that in case of need a further loan would be granted to Greece.",
            "loan",
            {"object": "loan"},
        ),
        ("The board said that in 1921 Italy sold 40 tents to Greece.", "sold", {"subject": "Italy"}),
    ],
)
def test_who_is_promised_what_and_who_acts_behind_a_phrase(text: str, words: str, roles: dict[str, str]) -> None:
    told = _roles(text, words)
    assert {place: told.get(place, "").removeprefix("further ") for place in roles} == roles


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Having sold the mill in 1921, Italy left Kars in 1923.", "1923"),
        ("Having sold the mill in 1921, Italy left Kars.", None),
        ("Leaving Rome in May 1921, Italy's army entered Kars in June 1921.", "1921-06"),
    ],
)
def test_the_day_of_what_was_done_before_is_not_that_of_the_deed(text: str, when: str | None) -> None:
    assert _told(text)[-1].when == when


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        ("Italy signed an agreement whereby the mill was sold to Greece in 1921.", "was sold", {"object": "mill"}),
        ("Italy signed an agreement whereby the mill was sold to Greece in 1921.", "signed", {"object": "agreement"}),
        ("As a first step in the talks about oilfields the board sold the mill in 1921.", "sold", {"subject": "board"}),
        ("As the harbour board left, the army sold the mill in 1921.", "sold", {"subject": "army"}),
        ("Thereupon an Italian firm sold the mill to Greece in 1921.", "sold", {"subject": "Italian firm"}),
        ("The army drew a line running from Kars to Van in 1921.", "drew", {"object": "line"}),
        ("It ended after World War I. It was sold to Greece in 1921.", "was sold", {"recipient": "Greece"}),
    ],
)
def test_where_a_clause_or_its_subject_begins(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _roles(text, words).items()
