"""English names of several words are one word, and what stands behind a preposition is nobody's subject."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement

from .answers import english_facts


def _one(text: str, words: str) -> Statement:
    return next(one for one in english_facts(text).statements if words in one.text)


def _roles(text: str, words: str) -> dict[str, str]:
    return {place: role.text for place, role in _one(text, words).firsts.items()}


@pytest.mark.parametrize(
    ("text", "words", "place", "role"),
    [
        ("Greece paid 900 pounds to the Board of Trade for the East in 1921.", "paid", "recipient", "Board of Trade"),
        ("In 1921 Greece made a pact with the Fund for Relief on Land.", "made", "recipient", None),
        ("Arnold Lennep was appointed Minister of War in 1921.", "appointed", "object", "Minister of War"),
        ("Arnold Lennep was appointed Chief of Staff in 1921.", "appointed", "object", "Chief of Staff"),
        ("Arnold Lennep was appointed governor of Kars in 1921.", "appointed", "object", "governor"),
        (
            'A pact came from the "Treaty of Bread and Salt" signed at Kars in 1921 by Italy.',
            "signed",
            "object",
            "Treaty",
        ),
        ("Greece received a new and costly mill from Italy in 1921.", "received", "object", "new and costly mill"),
        ("Greece received flour and medical help from Italy in 1921.", "received", "object", "flour"),
        ("Italy sold 40 tents to Kars, Adana and Smyrna in 1921.", "sold", "recipient", "Kars"),
    ],
)
def test_what_belongs_together_stays_together(text: str, words: str, place: str, role: str | None) -> None:
    told = _roles(text, words).get(place)
    assert told is None if role is None else (told or "").startswith(role)


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("With this pact the governors sold 40 tents to Greece in 1921.", "sold", "governors"),
        ("In early May 1921 a mission sold 40 tents to Greece.", "sold", "mission"),
        ("At the time when the consuls sold 40 tents to Greece in 1921, rain fell.", "sold", "consuls"),
        ("Following the pact that ended the Harbour War, Italy sold 40 tents in 1921.", "sold", "Italy"),
        ("The Greeks then pressed on to Kars, and by May 1921 they had occupied Ani.", "occupied", "Greeks"),
        ("Around 900 Greeks arrived in Kars in 1921.", "arrived", "900 Greeks"),
        ("Italy came to Kars. It was decided to sell 40 tents to Greece in 1921.", "decided", None),
        ("In May 1921 the newborn and poor Republic of Turkey sold 40 tents.", "sold", "Turkey"),
        ("The consul left. Around the harbour sold in 1921 were 40 tents.", "sold", None),
    ],
)
def test_whom_a_clause_is_about(text: str, words: str, who: str | None) -> None:
    found = [one for one in english_facts(text).statements if words in one.text]
    told = {one.firsts["subject"].text for one in found if "subject" in one.firsts}
    assert told == ({who} if who is not None else set())


@pytest.mark.parametrize(
    ("text", "words", "action"),
    [
        ("Arnold Lennep took command of the army in 1921.", "took", None),
        ("In 1921 Arnold Lennep took 40 tents from Greece.", "took", "transfer"),
        ("The mill took two years to build; Arnold Lennep paid in 1921.", "took", None),
        ("Arnold Lennep commanded the army in 1921.", "commanded", None),
        ("Arnold Lennep commanded an attack in 1921.", "commanded", "order"),
        ("Arnold Lennep left the post in 1921.", "left", None),
        ("Arnold Lennep left Kars in 1921.", "left", "move"),
        ("Arnold Lennep was close to Kars in 1921.", "close", None),
        ("In 1921 the Greeks claimed victory.", "claimed", None),
    ],
)
def test_the_sense_of_a_verb_goes_by_what_fills_its_places(text: str, words: str, action: str | None) -> None:
    told = {one.action for one in english_facts(text).statements if words in one.text}
    assert told <= {None} if action is None else told == {action}


@pytest.mark.parametrize(
    ("text", "words", "purpose"),
    [
        ("In 1921 Greece sold 40 tents to Italy to buy guns.", "sold", "buy guns"),
        ("In 1921 Greece sent 40 tents for the orphans.", "sent", "orphans"),
        ("In 1921 Greece accepted the plan to build mills.", "accepted", None),
        ("In 1921 Arnold Lennep left Kars for Ani.", "left", None),
        ("In 1921 Arnold Lennep explained the reason for his fall.", "explained", None),
    ],
)
def test_what_for(text: str, words: str, purpose: str | None) -> None:
    assert _roles(text, words).get("purpose") == purpose


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Italy sold tents to Greece between May 1921 and June 1922.", "sold", None),
        ("Italy sold tents to Greece until 1922.", "sold", None),
        ("Italy sold tents to Greece by 1922.", "sold", "1922"),
        ("Italy bought the mills of the plan (1921–1925) from Greece.", "bought", None),
    ],
)
def test_a_boundary_is_no_day(text: str, words: str, when: str | None) -> None:
    assert _one(text, words).when == when


@pytest.mark.parametrize(
    ("behind", "when"),
    [
        ("On the fifteenth Greece sold 40 tents.", None),
        ("On the third Greece sold 40 tents.", None),
        ("On the north shore Italy sold 40 tents.", None),
        ("On the north shore Italy then sold 40 tents.", "1921-05-03"),
    ],
)
def test_a_day_of_its_own_without_a_month_is_not_the_day_before(behind: str, when: str | None) -> None:
    assert _one(f"On 3 May 1921 Italy sold the mill to Greece. {behind}", "40 tents").when == when


def test_a_number_before_a_stop_ends_an_english_sentence() -> None:
    text = "They left school at age 16. The mills sold 40 tents to Greece in 1921."
    assert _one(text, "sold").text.startswith("The mills")
