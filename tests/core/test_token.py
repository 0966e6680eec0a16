from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.fold import fold, fold_codes, lower_turkish
from tanik.core.token import spell, tokenize

WORDS = [
    ("Nerimanov'a “kardeş” eli", ("nerimanova", "kardes", "eli")),
    ("Ankara’ya gitti.", ("ankaraya", "gitti")),
    ("kitle-i asliye", ("kitle", "i", "asliye")),
    ("kur-\ntarmak", ("kurtarmak",)),
    ("Ankara-\nİstanbul", ("ankara", "istanbul")),
    ("kur\u00adtarmak", ("kurtarmak",)),
    ("a\u0302lem", ("alem",)),
    ("3. Ordu, 1’inci Şube", ("3", "ordu", "1inci", "sube")),
    ("", ()),
    ("…—“”", ()),
    ("'tırnak'", ("tirnak",)),
    ("\u0301", ()),
    ("Азәрбајҹан", ("azerbaycan",)),
    ("a_b", ("a", "b")),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert tokenize(text).words == words


@settings(max_examples=200)
@given(st.text(st.characters(), max_size=60))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(lower_turkish(text)) == len(fold_codes(text)) == len(text)


@settings(max_examples=200)
@given(st.text(st.characters(), max_size=60))
def test_words_stand_where_they_are_said_to_stand(text: str) -> None:
    tokens = tokenize(text)
    assert len(tokens.starts) == len(tokens.ends) == len(tokens)
    last = 0
    for start, end, word in zip(tokens.starts.tolist(), tokens.ends.tolist(), tokens.words, strict=True):
        assert last <= start < end <= len(text)
        assert word
        assert all(letter in fold(text[start:end]) for letter in word)
        last = end


@settings(max_examples=100)
@given(st.lists(st.text("abcçdeıiğöşüâ", min_size=1, max_size=9), max_size=12))
def test_plain_words_come_back(words: list[str]) -> None:
    assert tokenize(" ".join(words)).words == tuple(fold(word) for word in words)
    assert len(spell(" ".join(words))) == len(words)
