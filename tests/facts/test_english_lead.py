"""English leads: the subject of the verb of saying speaks, whoever the page is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tanik.core.span import Span
from tanik.facts.names.find import find_names
from tanik.facts.quotations.english_lead import english_lead
from tanik.facts.quotations.find import find_quotations
from tanik.page.model import Page

_WORDS = "“We cannot keep a fleet there for ever.”"
_HERO = (
    "Captain Edwin Harcastle commanded the ship. Harcastle kept a diary. Few knew the strait as Harcastle did.\n{lead} "
    f"{_WORDS}\nHarcastle died in 1940, and the town remembers Harcastle still."
)
_FIRES = (
    ("Lloyd George told the House:", "Lloyd George"),
    ("On 4 March Lloyd George told the House:", "Lloyd George"),
    ("When Harcastle came home, Lloyd George told the House:", "Lloyd George"),
    ("The Prime Minister told the House:", "The Prime Minister"),
    ("Arthur Pembroke warned the Commons:", "Arthur Pembroke"),
    ("Two days later Lloyd George told the House of Commons,", "Lloyd George"),
    ("Lord Curzon wrote home in his diary of Harcastle:", "Curzon"),
    ("A friend of Lloyd George told Harcastle:", "A friend of Lloyd George"),
    ("Lloyd George's secretary told the House:", "Lloyd George's secretary"),
    ("Lloyd George told the House that Harcastle had written:", "Harcastle"),
    ("Speaking in December, Bonar Law reminded the House:", "Bonar Law"),
)
_QUIET = (
    "He told the House:",
    "Lloyd George was told:",
    "The report said:",
    "In the House they said:",
    "It was said:",
    "There, on the bridge, the words were:",
    "To Lloyd George:",
    "His letter added:",
    "Lloyd George was asleep:",
    "The speech of Lloyd George was short; and the paper that morning:",
)


@pytest.mark.parametrize(("lead", "speaker"), _FIRES)
def test_the_subject_of_the_lead_speaks(page_of: Callable[..., Page], lead: str, speaker: str) -> None:
    page = page_of(_HERO.format(lead=lead), language="en")
    (found,) = find_quotations(page, find_names(page, fast=True))
    assert found.speaker is not None
    assert found.speaker.endswith(speaker)


@pytest.mark.parametrize("lead", _QUIET)
def test_a_lead_without_a_plain_subject_leaves_the_question_open(lead: str) -> None:
    assert english_lead(lead, Span(0, len(lead))) is None
