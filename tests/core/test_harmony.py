"""Endings that fit: behind words, and behind numbers as they are read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.harmony import fitting, last_word_of

_READ = (
    (0, "sıfır"), (7, "yedi"), (10, "on"), (61, "bir"), (90, "doksan"), (100, "yüz"), (1900, "yüz"), (1920, "yirmi"),
    (2000, "bin"), (10_000, "bin"), (120_000, "bin"), (1_000_000, "milyon"), (1_001_000, "bin"), (3_000_100, "yüz"),
    (5_000_000_000, "milyar"), (2_000_000_000_000, "trilyon"), (10**18, "trilyon"), (-6, "altı"),
)  # fmt: skip
_FITS = (
    ("altı", "(n)In", "nın"), ("yedi", "(n)In", "nin"), ("üç", "(n)In", "ün"), ("on", "(n)In", "un"),
    ("kırk", "(s)I", "ı"), ("iki", "(s)I", "si"), ("dokuz", "lI", "lu"), ("yirmi", "lI", "li"), ("kırk", "lI", "lı"),
    ("yüz", "lI", "lü"), ("Selma", "(n)In", "nın"), ("IŞIK", "(n)In", "ın"), ("İZMİR", "(n)In", "in"),
    ("Nərimanə", "(n)In", "nin"), ("xyz", "(n)In", "in"), ("", "(s)I", "i"),
)  # fmt: skip


@pytest.mark.parametrize(("value", "word"), _READ)
def test_a_number_ends_in_the_word_it_is_read_with(value: int, word: str) -> None:
    assert last_word_of(value) == word


@pytest.mark.parametrize(("word", "ending", "written"), _FITS)
def test_an_ending_follows_the_last_vowel(word: str, ending: str, written: str) -> None:
    assert fitting(word, ending) == written


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=1, max_value=10**15 - 1))
def test_a_thousandfold_number_ends_in_a_power(value: int) -> None:
    assert last_word_of(value * 1000) in ("bin", "milyon", "milyar", "trilyon")
    assert last_word_of(value) == last_word_of(value + 10**18)
