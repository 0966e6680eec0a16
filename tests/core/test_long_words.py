"""Text without blanks: a stretch of letters is one word, however long, and is looked through once."""

from __future__ import annotations

import time

import pytest

from tanik.core.sentence import sentences
from tanik.facts.citations.find import find_citations
from tanik.page.read import read


@pytest.mark.parametrize("piece", ["a", "Ab", "a" * 40 + "-", " " * 60 + "x"])
def test_long_words_and_long_blanks_take_linear_time(piece: str) -> None:
    def cost(size: int) -> float:
        text = "Han yandı. " + piece * (size // len(piece)) + " Köprü kaldı."
        page = read(text.encode(), path="uzun.txt")
        begin = time.process_time()
        sentences(text)
        find_citations(page)
        return time.process_time() - begin

    cost(1_000)
    small, large = min(cost(10_000) for _ in range(3)), min(cost(80_000) for _ in range(2))
    assert large < 40 * max(small, 0.002)  # quadratic would be 64 times
