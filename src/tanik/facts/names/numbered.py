"""Names that begin with a number, rulers ("III. Selim") and units of an army ("15. Kolordu"), and a party's letters.

Comes in: one line of words. Goes out: candidates. An ordinal in figures has a full stop (TDK Yazım Kılavuzu, Sayıların
Yazılışı); before a given name in Roman ones it is a ruler's, who has no other name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import split_suffix
from tanik.facts.model import NameKind
from tanik.facts.names.known import Candidate
from tanik.facts.names.tables import given_names
from tanik.facts.names.words import Line, Word

__all__ = ["is_party", "is_ruler", "numbered_names"]

_LETTERS: Final = 3  # words of a party's name as they are read
_UNITS: Final = frozenset({"ordu", "kolordu", "tumen", "firka", "alay", "tabur", "tugay", "bolge"})
_ROMAN: Final = re.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})")


def numbered_names(line: Line) -> Iterator[Candidate]:
    """Units, ``3. Ordu``, ``XV. Kolordu``, rulers: ``II. Mahmut``, and parties: ``RK(b)P``."""
    for at in range(len(line.words) - 1):
        number, named = line.words[at], line.words[at + 1]
        if named.gap == "(" and is_party(line.words, at):
            yield Candidate(at, at + _LETTERS, len(line.words[at + 2].text), NameKind.ORGANISATION, None, "unit")
            continue
        if named.gap not in (". ", ".") or not named.capital:
            continue
        if is_ruler(number, named):
            stem = fold(named.text) if fold(named.text) in given_names() else split_suffix(named.text).stem
            yield Candidate(at, at + 2, len(stem), NameKind.PERSON, None, "ruler")
            continue
        numbered = named.gap == ". " and (number.text.isdigit() or _ROMAN.fullmatch(number.text))
        if numbered and fold(stem := split_suffix(named.text).stem) in _UNITS:
            yield Candidate(at, at + 2, len(stem), NameKind.ORGANISATION, None, "unit")


def is_party(words: Sequence[Word], at: int) -> bool:
    """Whether a party's letters stand at `at` with the one in brackets that tells which of two it is: ``RK(b)P``.

    >>> from tanik.core.span import Span
    >>> said = (("RK", " "), ("b", "("), ("P", ")"))
    >>> is_party([Word(Span(0, 1), one, one.lower(), gap, False, False) for one, gap in said], 0)
    True
    """
    if at + _LETTERS > len(words):
        return False
    first, letter, last = words[at : at + _LETTERS]
    marked = letter.gap == "(" and len(letter.text) == 1 and last.gap == ")" and not last.tail
    return marked and first.text.isupper() and last.text.isupper()


def is_ruler(number: Word, given: Word) -> bool:
    """Whether two words are a ruler's number and given name, which is all the name he has: ``III. Selim``."""
    if given.gap not in (". ", ".") or _ROMAN.fullmatch(number.text) is None:
        return False
    return given.folded in given_names() or fold(split_suffix(given.text).stem) in given_names()
