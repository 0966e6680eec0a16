"""Which words say an office or a body, and which names are nobody's but say somebody's office.

Comes in: words and a name as it was proposed. Goes out: whether a word is an office, how many letters of a word that
makes a body are its own, and whether what the model took for a name says an office, a people or who lives somewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import readings, split_suffix
from tanik.facts.model import NameKind
from tanik.facts.names.known import Candidate
from tanik.facts.names.possessed import done_by
from tanik.facts.names.tables import given_names, heads, peoples
from tanik.facts.names.words import Word
from tanik.facts.tables import rows

__all__ = ["head_letters", "is_office", "is_post", "offices"]

_OF: Final = ("of", "for")
_FEWEST: Final = 2


@cache
def offices() -> frozenset[str]:
    """The offices that a person's name may stand beside, folded.

    >>> "vali" in offices(), "kasaba" in offices()
    (True, False)
    """
    return frozenset(fold(row["form"]) for row in rows("roles.csv")) | heads("person_before")


@lru_cache(maxsize=1 << 10)
def is_post(folded: str) -> bool:
    """Whether a word is an office with its possessive: ``sədri``, ``valisi``.

    >>> is_post("valisi"), is_post("vali"), is_post("kasabasi")
    (True, False, False)
    """
    if folded in given_names():
        return False
    return folded[:-1] in offices() or folded.removesuffix("si") in offices() - {folded}


def is_office(words: Sequence[Word], one: Candidate) -> bool:
    """Whether what the model took for a name says an office ("Qafqaz Canişini", "Sədri", "British High" before
    "Commissioner", "Secretary of State for Foreign Affairs"), a people ("Müsəlman" with a word before it), who lives
    in a place, or an Azerbaijani adjective with a part of it cut off ("Müvəqqət-i").

    >>> from tanik.core.span import Span
    >>> words = [Word(Span(0, 1), one, fold(one), " ", False, True) for one in ("Qafqaz", "Canişini")]
    >>> is_office(words, Candidate(0, 2, 8, NameKind.ORGANISATION, None, "model"))
    True
    """
    if one.name is not None or one.rule not in ("model", "whole-name"):
        return False
    first, last = words[one.begin], words[one.end - 1]
    if one.kind is NameKind.PERSON:
        named = any(word.folded in given_names() for word in words[one.begin : one.end])
        return one.end - one.begin == _FEWEST and not named and last.folded in peoples() and words[one.begin].capital
    if one.end - one.begin == 1 and (last.folded in _adjectives() or _is_inhabitant(last, one)):
        return True
    if one.end - one.begin >= _FEWEST:
        behind = words[one.end] if one.end < len(words) else None
        of_people = first.folded in peoples() and behind is not None and behind.folded in offices()
        said = first.folded in offices() and words[one.begin + 1].folded in _OF
        if said or (of_people and head_letters(last) is None):
            return True
    if one.kind is NameKind.ORGANISATION and one.begin >= _FEWEST and words[one.begin - 1].folded in _OF:
        said = words[one.begin - 2].folded in offices() or words[one.begin - 2].folded == "state"
        if said and head_letters(last) is None:
            return True  # "Secretary of State for | Foreign Affairs"
    return is_post(fold(last.text[: one.stem]))


def _is_inhabitant(word: Word, one: Candidate) -> bool:
    """Whether a body of one word is who lives in a place: ``Lüksemburglu`` (-lI, Göksel & Kerslake 2005, 7.2.2.2)."""
    whole = one.kind is NameKind.ORGANISATION and one.stem == len(word.text) and not word.text.isupper()
    return (
        whole
        and word.folded.endswith(("li", "lu"))
        and not any(r.part == "Noun" and r.bare for r in readings(word.text))
    )


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(fold(row["adjective"]) for row in rows("adjectives_azerbaijani.csv"))


@lru_cache(maxsize=1 << 12)
def _letters_of(text: str) -> int | None:
    bodies = heads("organisation")
    if fold(text) in bodies:
        return len(text)
    form = split_suffix(text, known=lambda stem: fold(stem) in bodies)
    if form.suffix and fold(form.stem) in bodies:
        return len(form.stem)
    by = done_by(text)
    return by if by and fold(text[:by]) in bodies else None


def head_letters(word: Word) -> int | None:
    """How many letters of a word that makes a body are its own; None of another word.

    >>> from tanik.core.span import Span
    >>> said = ("Cemiyeti'ne", "Cemiyeti", "Köyü")
    >>> [head_letters(Word(Span(0, 1), one, fold(one), " ", False, False)) for one in said]
    [8, 8, None]
    """
    return _letters_of(word.text)
