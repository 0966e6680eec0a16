"""Minimal pairs: two words that look alike and are two words, and two names that do.

Comes in: two words as written. Goes out: whether the dictionary knows both and has no lemma for them in common
(``nüfuz`` "influence", ``nüfus`` "population"). What sounds exchange from one spelling to another, they also exchange
from one word to another; only the dictionary can tell which it is. Where it has an old spelling and a new one as two
entries (``mesud`` / ``mesut``, ``anber`` / ``amber``), the law of final consonants and the table ``one_word.csv`` say
that they are one word.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.core.morph import Reading, readings
from tanik.core.tables import read_rows

__all__ = ["are_two_names", "is_minimal_pair", "is_other_person", "is_surely_name"]

_APOSTROPHES: Final = "'’‘ʼ`´′"
# A final b, d, g is written p, t, k since the spelling guide of 1941; ç and c fold alike.
_DEVOICED: Final = str.maketrans("bdg", "ptk")
_SINGULAR: Final = frozenset({"A1sg", "A2sg", "P1sg", "P2sg"})
_PLURAL: Final = frozenset({"A1pl", "A2pl", "P1pl", "P2pl"})


@lru_cache(maxsize=1 << 14)
def _common(word: str) -> tuple[Reading, ...]:
    """The readings of a word that are no proper names; of a word with an apostrophe, those of what stands before it."""
    stem = lower_turkish(word)
    for mark in _APOSTROPHES:
        stem = stem.partition(mark)[0]
    return tuple(reading for reading in readings(stem) if not reading.proper)


def _lemmas(word: str) -> frozenset[str]:
    return frozenset(_plain(reading.lemma) for reading in _common(word))


def _plain(lemma: str) -> str:
    folded = fold(lemma)
    return folded[:-1] + folded[-1:].translate(_DEVOICED)


@cache
def _one_word() -> frozenset[frozenset[str]]:
    rows = read_rows("tanik.trace", "one_word.csv")
    return frozenset(frozenset((_plain(row["first"]), _plain(row["second"]))) for row in rows)


def is_minimal_pair(one: str, other: str) -> bool:
    """Whether two words that look alike are two words of the dictionary, with no lemma in common.

    >>> is_minimal_pair("nüfuzla", "nüfusla"), is_minimal_pair("kitabı", "kitaplar"), is_minimal_pair("isbat", "ispat")
    (True, False, False)
    >>> is_minimal_pair("mesud", "mesut"), is_minimal_pair("amberi", "anberi"), is_minimal_pair("buldu", "bildi")
    (False, False, True)
    """
    mine, theirs = _lemmas(one), _lemmas(other)
    if not mine or not theirs or mine & theirs:
        return False
    pairs = [(a, b) for a in mine for b in theirs]
    return not any(a.startswith(b) or b.startswith(a) or frozenset((a, b)) in _one_word() for a, b in pairs)


def is_other_person(one: str, other: str) -> bool:
    """Whether two words are forms of one word for the first and the second person.

    >>> is_other_person("edeceğimiz", "edeceğiniz"), is_other_person("çenber", "çember")
    (True, False)
    """
    mine, theirs = ({(r.lemma, mark) for r in _common(word) for mark in r.marks} for word in (one, other))
    for persons in (_SINGULAR, _PLURAL):
        held, there = ({pair for pair in marks if pair[1] in persons} for marks in (mine, theirs))
        if held and there and not held & there and {lemma for lemma, _ in held} & {lemma for lemma, _ in there}:
            return True
    return False


def _head(word: str) -> str:
    """A name without the suffixes behind its apostrophe."""
    for mark in _APOSTROPHES:
        word = word.partition(mark)[0]
    return word


def is_surely_name(word: str) -> bool:
    """Whether a capitalised word is a name by itself: it has an apostrophe, or is only a name in the dictionary.

    >>> is_surely_name("Konya’dan"), is_surely_name("Enver"), is_surely_name("Bugün")
    (True, True, False)
    """
    head = _head(word)
    if not word[:1].isupper():
        return False
    known = readings(head)
    return head != word or (bool(known) and all(reading.proper for reading in known))


def _name_lemmas(word: str) -> frozenset[str]:
    return frozenset(_plain(reading.lemma) for reading in readings(_head(word)) if reading.proper)


def are_two_names(one: str, other: str) -> bool:
    """Whether the dictionary knows two capitalised words as names, and as different ones.

    >>> are_two_names("Kars’ya", "Ankara’ya"), are_two_names("Sivas’ta", "Sivas"), are_two_names("Kemal", "Cemal")
    (True, False, True)
    """
    if not (one[:1].isupper() and other[:1].isupper()):
        return False
    mine, theirs = _name_lemmas(one), _name_lemmas(other)
    return bool(mine and theirs) and not mine & theirs
