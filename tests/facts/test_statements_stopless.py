"""Text without a stop for thousands of words: read in pieces, at a cost that grows with its length."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.facts.read import read as read_facts
from tanik.facts.statements.find import find_statements
from tanik.facts.statements.lexis.words import pieces_of
from tanik.page.read import read as read_page

_CLAUSE = "vali Konya'ya 3 Mayıs 1921'de 40 çuval un gönderdi"


@settings(max_examples=100)
@given(st.lists(st.sampled_from(["un", "tuz,", "Rıza", "gitti;"]), min_size=1, max_size=1500))
def test_pieces_hold_every_word_in_order(words: list[str]) -> None:
    text = " ".join(words)
    pieces = list(pieces_of(text, Span(0, len(text))))
    assert " ".join(piece.of(text) for piece in pieces).split() == words
    assert all(len(piece.of(text).split()) <= 300 for piece in pieces)


def test_each_clause_of_a_text_without_stops_is_read() -> None:
    page = read_page(f"Değirmen\n\n{', '.join([_CLAUSE] * 200)}\n".encode(), path="a.txt")
    made = read_facts(page, fast=True).statements
    assert len([one for one in made if one.action == "transfer"]) == 200


def test_the_cost_grows_with_the_length_and_not_with_its_square(work: Callable[[Callable[[], object]], int]) -> None:
    def cost(times: int) -> int:
        text = "Rıza Bey'e göre vali elçinin raporunda 40 çuval un gönderdiğini yazan " * times
        page = read_page(f"Değirmen\n\n{text}adam geldi.\n".encode(), path="a.txt")
        facts = read_facts(page, fast=True)
        return work(lambda: find_statements(page, facts))

    cost(50)
    assert cost(400) < 4.4 * cost(100)  # 16 times with the square
