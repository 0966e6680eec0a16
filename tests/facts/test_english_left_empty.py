"""Where English grammar does not decide, a place of a statement stays empty; where it does, it is filled."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement

from .answers import english_facts


def _one(text: str, words: str) -> Statement:
    return next(one for one in english_facts(text).statements if words in one.text)


def _roles(text: str, words: str) -> dict[str, str]:
    return {place: role.name or role.text for place, role in _one(text, words).firsts.items()}


_LENNEP, _ROSSI = "Arnold Lennep", "Woodrow Wilson"


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Arnold Lennep came to Kars in 1921. He sold 40 tents to Greece.", "sold", _LENNEP),
        ("Arnold Lennep met Woodrow Wilson in 1921. He sold 40 tents to Greece.", "sold", _LENNEP),
        ("Arnold Lennep was in Kars. When Woodrow Wilson came in 1921, he sold 40 tents to Greece.", "he sold", _ROSSI),
        ("The pact was signed by Arnold Lennep and Woodrow Wilson in 1921. He sold 40 tents to Greece.", "sold", None),
        ("The talk between Arnold Lennep and Woodrow Wilson ended in 1921. He sold 40 tents to Greece.", "sold", None),
        ("Arnold Bey came to Kars in 1921. She sold 40 tents to Greece.", "She sold", None),
        ("The Harbour Committee came to Kars in 1921. He sold 40 tents to Greece.", "He sold", None),
        ("The Harbour Treaty was signed in Kars in 1921. He sold 40 tents to Greece.", "He sold", None),
    ],
)
def test_he_is_whom_the_grammar_gives_or_nobody(text: str, words: str, who: str | None) -> None:
    assert _roles(text, words).get("subject") == who


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("The office was closed in May 1921. The Sixth Army defeated Greece at Kars.", "defeated", None),
        ("Greece left Kars in May 1921. The pact led to the flight of 900 Turks.", "led", None),
        ("In 1953 the clerk said that Arnold Lennep sold 40 tents to Greece.", "Lennep sold", None),
        ("Arnold Lennep went to Kars in 1921. He sold 40 tents to Greece.", "He sold", None),
        ("Arnold Lennep went to Kars in 1921. He then sold 40 tents to Greece.", "sold", "1921"),
        ("The office was closed in May 1921. In the same month Greece sold 40 tents to Italy.", "sold", "1921-05"),
        ("The office was closed in May 1921. Greece then sold 40 tents to Italy.", "sold", "1921-05"),
        ("In 1921 the clerk said that the Turks were buying 40 tents from Greece.", "buying", "1921"),
        ("In 1921 Greece sold 40 tents to Italy and bought 30 rifles.", "bought", "1921"),
    ],
)
def test_a_day_goes_on_in_its_sentence_or_where_it_is_pointed_to(text: str, words: str, when: str | None) -> None:
    assert _one(text, words).when == when


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        ("Arnold Lennep was opposed to the pact of 1921.", "opposed", {"subject": _LENNEP, "object": "pakt"}),
        (
            "The tents were sewn in Kars, finished off in 1921 by the veteran Woodrow Wilson.",
            "finished",
            {"subject": _ROSSI},
        ),
        (
            "In 1921 the Swiss merchant Woodrow Wilson sold 40 tents to Greece.",
            "sold",
            {"subject": _ROSSI, "object": "40 çadır"},
        ),
        ("Greece accepted Italy's plan in 1921.", "accepted", {"subject": "Yunanistan", "object": "Italy's plan"}),
        ("Greece paid 900 pounds (400 in gold) to Italy in 1921.", "paid", {"recipient": "İtalya"}),
        (
            "In 1921 Arnold Lennep began to repair the mills.",
            "began",
            {"subject": _LENNEP, "object": "repair the mills"},
        ),
        (
            "In 1921 Arnold Lennep urged the mayor to subscribe 40 pounds.",
            "urged",
            {"recipient": "belediye başkanı", "object": "subscribe 40 pounds"},
        ),
        ("In 1921 Italy offered to rename Kars as Harbour.", "offered", {"object": "rename Kars"}),
        ("Arnold Lennep went to Kars as the head of the army in 1921.", "went", {"recipient": "Kars"}),
    ],
)
def test_what_grammar_gives(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _roles(text, words).items()


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("In 1921 the Harbour Board was set up as a result of a call for aid.", "set up", ("purpose", "whole")),
        ("In 1921 Italy accepted the plan of fighting for the poor.", "accepted", ("purpose",)),
        ("In 1921 the board received 900 pounds for distribution to the mission.", "received", ("place",)),
        ("In 1921 the board held two talks, one at Kars, the other at Ani.", "held", ("place",)),
        (
            "Italy spoke to Woodrow Wilson in 1921 about the wish to use the harbour on each Harbour Day.",
            "spoke",
            ("object",),
        ),
        ("Greece gave Italy Kars in 1921 and ensure order in Ani.", "gave", ("purpose",)),
        ("In 1921 Arnold Lennep sold 40 tents in feeding Kars and Ani.", "sold", ("place",)),
        ("In 1921 the board sought to buy 40 tents.", "sought", ("recipient",)),
    ],
)
def test_what_grammar_leaves_open(text: str, words: str, places: tuple[str, ...]) -> None:
    found = [one for one in english_facts(text).statements if words in one.text]
    assert not [place for one in found for place, _ in one.roles if place in places]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Arnold Lennep and Woodrow Wilson sold 40 tents to Greece in 1921.", "Arnold Lennep and Woodrow Wilson"),
        ("Italy and Russia sold 40 tents to Greece in 1921.", "Italy and Russia"),
        ("Arnold Lennep and the Italy of old sold 40 tents to Greece in 1921.", "Arnold Lennep"),
        ("Italy and Russian banks sold 40 tents to Greece in 1921.", "Italy and Russian banks"),
    ],
)
def test_each_of_a_joined_subject_is_told(text: str, who: str) -> None:
    assert " and ".join(role.text for role in _one(text, "sold").fillers("subject")) == who


def test_to_seek_to_do_is_no_request() -> None:
    assert _one("In 1921 Italy sought to buy 40 tents from Greece.", "sought").action is None
    assert _one("In 1921 Italy sought 40 tents from Greece.", "sought").action == "request"


def test_a_past_without_its_object_and_subject_tells_nothing() -> None:
    text = "Italy bought ships without flags, but loaded with arms from Greece, in 1921."
    assert not [one for one in english_facts(text).statements if "loaded" in one.text]


def test_a_body_keeps_its_own_name() -> None:
    one = _one("In 1921 the Central Harbour Committee was set up in Kars.", "set up")
    assert "Orta" not in str(one.firsts["object"].name)


@pytest.mark.parametrize(
    ("text", "words", "place", "name"),
    [
        ("In 1921 Arnold Lennep was promoted to the rank of major general.", "promoted", "whole", "tümgeneral"),
        ("In 1921 Italy urged the American people to give 40 tents.", "urged", "recipient", "Amerikan halkı"),
        ("In 1921 Italy gave 40 tents to Greece to aid the Armenians.", "gave", "purpose", None),
    ],
)
def test_turkish_names_of_whole_phrases(text: str, words: str, place: str, name: str | None) -> None:
    assert _one(text, words).firsts[place].name == name


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        ("In 1921 Italy met the Geneva star of the fair.", "met", {"recipient": "Geneva star of the fair"}),
        ("In 1921 Italy met the Geneva of the fair.", "met", {"recipient": "Geneva"}),
        (
            "Greece received political and military support from Italy in 1921.",
            "received",
            {"object": "political and military support"},
        ),
        ("Greece received flour and support from Italy in 1921.", "received", {"object": "flour and support"}),
        ("In 1921 Arnold Lennep published his first two novels.", "published", {"object": "first two novels"}),
        ("A company named Harbourstroy was founded in Kars in 1921.", "founded", {"place": "Kars"}),
        ("In 1921 Italy joined Greece following the Harbour War.", "joined", {"object": "Greece"}),
    ],
)
def test_whole_phrases(text: str, words: str, roles: dict[str, str]) -> None:
    told = {place: role.text for place, role in _one(text, words).firsts.items()}
    assert roles.items() <= told.items()


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("In 1921 Italy lost 40 mills in the Harbour War.", "lost", ("place",)),
        ("In 1921 Italy lost 40 mills in the Treaty of Harbour.", "lost", ("place",)),
        ("In 1921 Greece sent tents to Italy, and from Russia with the help of the board.", "sent", ("source",)),
        ("Set up with a view to making tents for the poor, the board sold 40 tents in 1921.", "Set", ("recipient",)),
        ("Greece sold Italy 40 mills. It took part in the war with Russia in 1921.", "part", ("whole", "source")),
        ("After leaving Kars for good, she sold 40 tents to Greece in 1921.", "leaving", ("subject",)),
        ("The pact was made by Italy and Greece, which sold 40 tents in 1921.", "sold", ("subject",)),
        ("The mills ceded to Italy in the pact had been acquired by Greece.", "acquired", ("object",)),
    ],
)
def test_what_is_no_part_of_the_deed(text: str, words: str, places: tuple[str, ...]) -> None:
    found = [one for one in english_facts(text).statements if words in one.text]
    assert not [place for one in found for place, _ in one.roles if place in places]


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Italy sold 40 tents after the March 1921 pact.", "sold", None),
        ("Italy sold 40 tents after the Harbour War of 1921.", "sold", None),
        ("Italy sold 40 tents in the spring of 1921.", "sold", "1921"),
        ("Italy sold 40 tents in the summer, on 3 March 1921.", "sold", "1921-03-03"),
    ],
)
def test_a_date_that_says_which_pact_is_no_day_of_the_deed(text: str, words: str, when: str | None) -> None:
    told = _one(text, words).when
    assert told is None if when is None else (told or "").startswith(when)


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Italy paid 40.000 sterling (TRL 600,00) to Greece in 1921.", [(40000, "pound_sterling"), (600, "lira")]),
        ("Italy paid USD 900 to Greece in 1921.", [(900, "dollar")]),
        ("Italy paid 40,000 gold sterling to Greece in 1921.", [(40000, "pound_sterling")]),
        ("Italy bought 40 sacks in 1921.", [(40, "count")]),
    ],
)
def test_what_a_currency_before_a_sum_is(text: str, amounts: list[tuple[float, str]]) -> None:
    assert [(one.value, one.unit) for one in english_facts(text).amounts] == amounts


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Italy lost it in World War II. The board sold 40 tents to Greece.", "The board sold 40 tents to Greece"),
        ("Italy joined Kars and Smyrna.[3][4] The board sold 40 tents to Greece.", "The board sold 40 tents to Greece"),
        ("Under Henry VIII. Marlowe the board sold 40 tents to Greece.", "Under Henry VIII. Marlowe the board"),
    ],
)
def test_where_a_sentence_ends(text: str, words: str) -> None:
    assert _one(text, "sold").text.startswith(words)


def test_she_is_whom_the_main_clause_tells_of() -> None:
    text = "Edith Marlowe met Woodrow Wilson, who was in Kars. Later he sold 40 tents to Greece in 1921."
    assert _roles(text, "he sold")["subject"] != "Woodrow Wilson"


def test_an_article_that_she_wrote_in_a_paper_says_nothing_on_her_word() -> None:
    text = "A piece that Woodrow Wilson wrote in Tanin caused an outcry and he fled to Kars in 1921."
    assert _one(text, "fled").attributed_to is None


def test_what_is_present_is_not_presented() -> None:
    assert not [
        one for one in english_facts("Forty tents were present in Kars in 1921.").statements if one.action == "transfer"
    ]


def test_who_is_left_in_charge_goes_nowhere() -> None:
    actions = [one.action for one in english_facts("In 1921 Arnold Lennep was left in charge of Kars.").statements]
    assert "move" not in actions
    assert _one("In 1921 Arnold Lennep left Kars.", "left").action == "move"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Ali Bey thanked the mayor in a letter of March 1924.", "1924-03"),
        ("Ali Bey thanked the mayor in his telegram of 3 March 1924.", "1924-03-03"),
        ("Ali Bey sent 40 sacks after the Harbour War of 1921.", None),
    ],
)
def test_the_day_of_a_paper_is_that_of_what_is_said_in_it(text: str, when: str | None) -> None:
    assert _one(text, "Ali Bey").when == when
