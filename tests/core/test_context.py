"""Words read in their sentence: what the neighbours decide."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.context import read_words
from tanik.core.morph import Case

NOM, ACC, DAT, LOC = Case.NOMINATIVE, Case.ACCUSATIVE, Case.DATIVE, Case.LOCATIVE
ABL, GEN = Case.ABLATIVE, Case.GENITIVE

# Sentence, place of the word, its lemma, case, possession.
READ = [
    ("Askerin evi yandı", 1, "ev", NOM, True),
    ("Köylüler evi yaktı", 1, "ev", ACC, False),
    ("Valinin mektubu geldi", 1, "mektup", NOM, True),
    ("Sandıklar köyün içinde kaldı", 2, "iç", LOC, True),
    ("Kafile sabahtan beri bekliyor", 1, "sabah", ABL, False),
    ("Kafile akşama kadar bekledi", 1, "akşam", DAT, False),
    ("Bana iki mektup verdi", 0, "ben", DAT, False),
    ("Bunu kimse bilmedi", 0, "bu", ACC, False),
    ("Mektup onun adına yazıldı", 2, "ad", DAT, True),
    ("Yolcular için ekmek gönderdiler", 1, "için", NOM, False),
    ("Ambardan kırk çuval un çıktı", 0, "ambar", ABL, False),
    ("Paşaların kararı bekleniyor", 0, "paşa", GEN, False),
]


@pytest.mark.parametrize(("sentence", "at", "lemma", "case", "possessive"), READ)
def test_word_in_its_sentence(sentence: str, at: int, lemma: str, case: Case, possessive: bool) -> None:
    word = read_words(tuple(sentence.split()))[at]
    assert (word.lemma, word.case, word.possessive) == (lemma, case, possessive)


@pytest.mark.parametrize(
    ("sentence", "lemma", "negative"),
    [("Vali gelmedi", "gel", True), ("Vali geldi", "gel", False), ("Asker dönmeyecek", "dön", True)],
)
def test_polarity_and_the_stem_of_a_verb(sentence: str, lemma: str, negative: bool) -> None:
    word = read_words(tuple(sentence.split()))[-1]
    assert (word.part, word.lemma, word.negative) == ("Verb", lemma, negative)


def test_unknown_names_go_through_the_suffix_splitter() -> None:
    word = read_words(("Mektup", "Nerimanovdan", "geldi"))[1]
    assert (word.lemma, word.part, word.case) == ("nerimanov", "?", ABL)
    bare = read_words(("Mektup", "Nerimanova", "verdi"), known=lambda one: one == "Nerimanova")[1]
    assert (bare.lemma, bare.case) == ("nerimanova", NOM)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(max_size=12), max_size=8))
def test_one_word_each_whatever_the_text(words: list[str]) -> None:
    assert tuple(word.form for word in read_words(words)) == tuple(words)


@pytest.mark.parametrize(
    "sentence",
    ["Kars kalesi eski bir yapıdır", "Kilise yandı", "Gül hanım köye gitti", "Deniz kıyısında durdular", "Aslan", ""],
)
def test_the_first_word_is_read_beside_the_second_alone(sentence: str) -> None:
    # who asks for the first word of a sentence has no other words read
    words = sentence.split()
    assert read_words(words)[:1] == read_words(words[:2])[:1]
