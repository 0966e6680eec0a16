"""Text without blanks: a stretch of letters is one word, however long, and is looked through once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tanik.core.sentence import sentences
from tanik.facts.citations.find import find_citations
from tanik.facts.names.find import find_names
from tanik.page.read import read

_PIECES = ("a", "Ab", "a" * 40 + "-", " " * 60 + "x")
_READ = """
from tanik.core.sentence import sentences
from tanik.facts.citations.find import find_citations
from tanik.facts.names.find import find_names
from tanik.page.read import read

text = "Han yandı. " + {piece!r} * (3_000_000 // {length}) + " Köprü kaldı."
page = read(text.encode(), path="uzun.txt")
sentences(text)
find_citations(page)
find_names(page, fast=True)
"""


@pytest.mark.parametrize("piece", _PIECES)
def test_long_words_and_long_blanks_come_to_an_end(piece: str, ends: Callable[[str], None]) -> None:
    ends(_READ.format(piece=piece, length=len(piece)))


@pytest.mark.parametrize("piece", _PIECES[:2])
def test_a_long_word_is_one_word_for_whoever_counts_calls(piece: str, work: Callable[..., int]) -> None:
    def cost(size: int) -> int:
        text = "Han yandı. " + piece * (size // len(piece)) + " Köprü kaldı."
        page = read(text.encode(), path="uzun.txt")
        return work(lambda: (sentences(text), find_citations(page), find_names(page, fast=True)))

    cost(1_000)
    assert cost(80_000) < 1.5 * cost(10_000)
