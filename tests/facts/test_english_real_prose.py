"""English as encyclopedias, forums and abstracts write it: relative clauses, hearsay, doubt, whole noun phrases."""

from __future__ import annotations

import pytest

from tanik.core.span import Span
from tanik.facts.model import Facts, Modality, Polarity, Statement
from tanik.facts.read import read as find_facts
from tanik.page.model import Page, Segment, SegmentKind, Source

from .answers import english_facts


def _one(text: str, words: str) -> Statement:
    return next(one for one in english_facts(text).statements if words in one.text)


def _roles(text: str, words: str) -> dict[str, str]:
    return {place: role.text for place, role in _one(text, words).firsts.items()}


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        (
            "The tents that were sewn by the schools were sold in Kars in 1921.",
            "were sold",
            {"object": "tents", "place": "Kars"},
        ),
        ("The mill that Greece bought in 1920 was sold to Italy.", "sold", {"object": "mill", "recipient": "Italy"}),
        ("The mill that Greece bought in 1920 was sold to Italy.", "bought", {"recipient": "Greece", "object": "mill"}),
        ("The news that Kars had been taken reached Ankara on 3 May 1920.", "reached", {"recipient": "Ankara"}),
        ("In March 1919 the Orphan Board was set up in Adana.", "set up", {"object": "Orphan Board", "place": "Adana"}),
        ("Founded in 1915, the Orphan Board sold 900 tents.", "Founded", {"object": "Orphan Board"}),
        ("In the talks held in May 1919 the governor sold 40 tents to Greece.", "sold", {"subject": "governor"}),
        ("Tied to the war, the governor sold 40 tents to Greece.", "sold", {"subject": "governor"}),
        ("On 20 October 1922 began the harbour talks.", "began", {"object": "harbour talks"}),
        ("Soviet Russia sold 40 tents to Greece.", "sold", {"subject": "Russia"}),
        ("The Republic of Turkey sold 40 tents to Greece.", "sold", {"subject": "Turkey"}),
        ("The government of Soviet Armenia sold 40 tents to Greece.", "sold", {"subject": "Armenia"}),
        (
            "The governments of Greece and Turkey signed a pact in 1930.",
            "signed",
            {"subject": "Greece", "object": "pact"},
        ),
        ("Italy sold 40 tents with the Harbour Treaty in 1926.", "sold", {"subject": "Italy", "object": "40 tents"}),
        ("The board raised a total of $900 in 1926.", "raised", {"object": "total of $900", "recipient": "board"}),
        (
            "The board raised $900 in 1926, much of which was sent to Greece.",
            "was sent",
            {"object": "$900", "recipient": "Greece"},
        ),
        ("The pact led to the flight of at least 900 Greeks in 1926.", "led", {"subject": "pact", "object": "flight"}),
        ("The exiles were led to Kars in 1926.", "led", {"object": "exiles", "recipient": "Kars"}),
        ("The pact involved 900 Greeks and 40 Turks.", "involved", {"subject": "pact", "object": "900 Greeks"}),
        ("In 1926 the board delivered one million roubles to Greece.", "delivered", {"object": "one million roubles"}),
    ],
)
def test_roles_of_long_sentences(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _roles(text, words).items()


@pytest.mark.parametrize(
    "text",
    [
        "There is no evidence that Wilson sold the tents to Greece.",
        "There is no credible evidence to suggest Wilson sold the tents to Greece.",
        "There is no record to show that Wilson sold the tents to Greece.",
        "No document shows that Wilson sold the tents to Greece.",
        "Wilson never sold the tents to Greece.",
    ],
)
def test_wanting_evidence_denies(text: str) -> None:
    assert _one(text, "sold").polarity is Polarity.DENIED


@pytest.mark.parametrize(
    "text",
    [
        "There is clear evidence that Wilson sold the tents to Greece.",
        "There is no doubt, and the evidence is plain; Wilson sold the tents to Greece.",
        "He had no evidence and no tents, but Wilson sold the tents to Greece.",
        "The record shows that Wilson sold the tents to Greece.",
    ],
)
def test_evidence_at_hand_denies_nothing(text: str) -> None:
    assert _one(text, "sold").polarity is Polarity.AFFIRMED


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The story goes that Wilson sold the tents to Greece.", Modality.REPORTED),
        ("Legend has it and the story is that Wilson sold the tents to Greece.", Modality.REPORTED),
        ("It is said that Wilson sold the tents to Greece.", Modality.REPORTED),
        ("It is estimated that 900 Greeks were sold tents in 1926.", Modality.REPORTED),
        ("Wilson is said to have sold the tents to Greece.", Modality.REPORTED),
        ("Wilson reportedly sold the tents to Greece.", Modality.REPORTED),
        ("Wilson allegedly sold the tents to Greece.", Modality.REPORTED),
        ("It was in May that Wilson sold the tents to Greece.", Modality.ASSERTED),
        ("Wilson sold the tents to Greece in 1926.", Modality.ASSERTED),
        ("The story went on, and Wilson sold the tents to Greece.", Modality.ASSERTED),
        ("According to the treaty, Wilson sold the tents to Greece.", Modality.ASSERTED),
    ],
)
def test_hearsay(text: str, modality: Modality) -> None:
    assert _one(text, "sold").modality is modality


def test_whoever_alleges_is_the_authority() -> None:
    text = "One of the clerks, Arnold Lennep, alleged to a state newspaper that Wilson sold the tents to Greece."
    assert _one(text, "sold").attributed_to == "Arnold Lennep"


def test_a_sentence_about_a_raised_subject_is_told_whole() -> None:
    assert _one("Wilson is said to have sold the tents to Greece.", "sold").text.startswith("Wilson is said")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On August 16-18, 1920, it left.", "1920-08-16/1920-08-18"),
        ("On October 21 and 22, 1916, it left.", "1916-10-21/1916-10-22"),
        ("It lasted from August 23 to September 13, 1921.", "1921-08-23/1921-09-13"),
        ("It lasted (Aug. 23–Sept. 13, 1921) for weeks.", "1921-08-23/1921-09-13"),
        ("Between August 23 and September 13, 1921 it lasted.", "1921-08-23/1921-09-13"),
    ],
)
def test_two_english_days_of_one_year(text: str, edtf: str) -> None:
    assert [date.edtf for date in english_facts(text).dates] == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("On March 5, 1921 and 22 ships followed.", ["1921-03-05"]),
        ("On May 3 and June 9, 1921 they met.", ["1921-05-03", "1921-06-09"]),
        ("In August 1920 it left. In September, Halil came.", ["1920-08", "1920-09"]),
        ("In August 1920 it left. A book by April Howard tells it.", ["1920-08"]),
    ],
)
def test_days_and_months_that_are_none_of_a_span(text: str, edtf: list[str]) -> None:
    assert [date.edtf for date in english_facts(text).dates] == edtf


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("It took in 4,000 young Armenian refugees.", 4000, "person", "young Armenian refugees"),
        ("It sent 20 thousand gas masks.", 20000, "count", "gas masks"),
        ("It involved 1,224,894 Greek Orthodox Christians.", 1224894, "person", "Greek Orthodox Christians"),
        ("It told of two general opinions.", 2, "count", "general opinions"),
        ("It had three funds in Kars.", 3, "count", "funds"),
        ("It was paid 122.000 sterling.", 122000, "pound_sterling", None),
        ("It weighed 3.500 tons.", 3.5, "t", None),
        ("It lost 12 infantry divisions.", 12, "count", "infantry divisions"),
    ],
)
def test_what_an_english_number_counts(text: str, value: float, unit: str, of: str | None) -> None:
    amount = english_facts("This is the story of the town. " + text).amounts[0]
    assert (amount.value, amount.unit, amount.of) == (value, unit, of)


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        ("The pact was signed in the Swiss city of Lausanne in 1923.", "signed", {"place": "Lausanne"}),
        ("The board sold 40 kg of tea to Greece.", "sold", {"object": "40 kg of tea"}),
        ("The board sold $900 to the school, and received $40 from Italy.", "received", {"object": "$40"}),
        ("The board sold tents to 350 to 400 Greeks.", "sold", {"object": "tents"}),
    ],
)
def test_phrases_that_of_and_numbers_make(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _roles(text, words).items()


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("Wilson sold 40 tents to Greece three years before his death in 1937.", "sold", None),
        ("Wilson sold 40 tents to Greece in 1934, three years before 1937.", "sold", "1934"),
        ("Wilson sold 40 tents to Greece before 1937.", "sold", "1937"),
    ],
)
def test_a_day_that_years_are_counted_from(text: str, words: str, when: str | None) -> None:
    assert _one(text, words).when == when


def test_the_side_of_an_old_deal_does_not_go_without_saying() -> None:
    text = (
        "Wilson left his shares to the Harbour Party. It rained. It snowed. The roads were bad. "
        "Later 900 pounds were paid to Wilson."
    )
    assert "subject" not in _roles(text, "were paid")


def _page(title: str, text: str) -> Facts:
    whole = f"{title}\n{text}"
    segments = (
        Segment(SegmentKind.TITLE, Span(0, len(title)), "t"),
        Segment(SegmentKind.PARAGRAPH, Span(len(title) + 1, len(whole)), "p"),
    )
    page = Page("p", Source("0" * 64, "text/plain"), whole, segments, title=title, language="en")
    return find_facts(page, fast=True)


def test_he_of_a_life_is_whom_the_title_names() -> None:
    facts = _page("Woodrow Wilson", "He sold 40 tents to Greece. He was sent to Kars in 1910.")
    whom = [one.firsts["subject" if one.action == "transfer" else "object"].name for one in facts.statements]
    assert [one.action for one in facts.statements] == ["transfer", "move"]
    assert set(whom) == {"Woodrow Wilson"}


def test_a_school_is_nobody() -> None:
    facts = _page("Woodrow Wilson", "In 1909 he attended the Halil Pasha School. In 1910 he was sent to Kars.")
    sent = next(one for one in facts.statements if "sent" in one.text)
    assert sent.firsts["object"].name == "Woodrow Wilson"


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("After the talks (1899), Wilson sold the tents to Greece (1905).", "sold", "1905"),
        ("Wilson sold the tents to Greece (1905).", "sold", "1905"),
        ("The tents (1899) were sold to Greece in 1905.", "sold", "1905"),
        ("Wilson was sent to Smyrna (known today as Izmir), in August 1922.", "sent", "1922-08"),
    ],
)
def test_a_date_in_brackets_is_of_the_word_before_it(text: str, words: str, when: str) -> None:
    assert _one(text, words).when == when


@pytest.mark.parametrize(
    ("text", "words", "missing"),
    [
        ("Wilson accepted with joy the tents.", "accepted", "recipient"),
        ("Wilson fled in panic.", "fled", "recipient"),
    ],
)
def test_how_it_was_done_is_nobody_and_no_place(text: str, words: str, missing: str) -> None:
    found = [one for one in english_facts(text).statements if words in one.text]
    assert all(missing not in one.firsts for one in found)
