"""What is done: modal and phasal verbs over infinitives, nouns as predicates, clefts, wages, reports with a date."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _statements(text: str) -> tuple[Statement, ...]:
    return read_facts(read_page(f"{text}\n".encode(), path="a.txt")).statements


@pytest.mark.parametrize(
    "text",
    [
        "yüzbaşı o sırada bitlis'teydi, harput'ta değil. fabrikanın hazineye devri 1924'te gerçekleşti.",
    ],
)
def test_any_sentence_is_read_without_an_error(text: str) -> None:
    for one in _statements(text):
        assert one.span.of(f"{text}\n") == one.text
