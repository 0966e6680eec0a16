"""What cannot begin a date is not looked into, and nothing is lost by that."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.facts.dates.bare import bare_at
from tanik.facts.dates.begins import may_begin
from tanik.facts.dates.forms import written_at
from tanik.facts.dates.relative import relative_at
from tanik.facts.numbers.tokens import FIGURE, WORD, cut

_WORDS = [
    "köprü",
    "aynı",
    "yılın",
    "ekim",
    "ayında",
    "Ekim'de",
    "üçü",
    "yirminci",
    "yüzyılda",
    "XX.",
    "yy",
    "bundan",
    "on",
    "gün",
    "sonra",
    "ertesi",
    "geçen",
    "sene",
    "kırklı",
    "yıllar",
    "doksanlarda",
    "the",
    "twentieth",
    "century",
    "nineteen",
    "-",
    "eighties",
    "twenties",
    "half",
    "a",
    "year",
    "ago",
    "last",
    "month",
    "bin",
    "dokuz",
    "yüz",
    "yirmi",
    "iki",
    "yılı",
    "1922",
    "17",
    "5",
    ".",
    "'",
    "de",
    "inci",
    "ayın",
    "20'sinde",
    "Sonbahar",
    "autumn",
    "of",
    "on",
    "3rd",
    "Mayıs",
    "ve",
    "Haziran",
    "kânun",
    "evvel",
    "Teşrin",
    "i",
    "sani",
    "bir",
    "sonraki",
]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=7), st.booleans())
def test_no_date_begins_with_a_word_that_may_begin_none(words: list[str], english: bool) -> None:
    text = " ".join(words)
    tokens = cut(text)
    for at, token in enumerate(tokens):
        if token.kind == FIGURE or (token.kind == WORD and may_begin(token.form, english=english)):
            continue
        assert written_at(tokens, at, english=english) is None
        assert bare_at(tokens, at) is None
        assert relative_at(tokens, at, text, english=english) is None


@pytest.mark.parametrize("form", ["kopru", "kolera", "yuzyil", "defterler", "yildiz"])
def test_most_words_begin_no_date(form: str) -> None:
    assert not may_begin(form, english=False)
