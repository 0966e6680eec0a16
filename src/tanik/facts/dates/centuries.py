"""Centuries: "19. yüzyıl", "on dokuzuncu asır", "the twentieth century".

Comes in: the tokens of a line and a place among them. Goes out: the century that begins there, in EDTF.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.dates.words import ROLES, has_role
from tanik.facts.dates.written import Bare
from tanik.facts.numbers.tokens import Token, form_at
from tanik.facts.numbers.words import number_word

__all__ = ["century_at", "may_name_century"]

_ENGLISH_CENTURIES: Final = ROLES["century_en"]
_ROMAN: Final = {"hviii": 18, "hih": 19, "hh": 20, "hvii": 17, "hvi": 16, "hhi": 21}  # folding makes x an h


def century_at(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """``19. yüzyıl``, ``XX. yüzyılda``, ``the 19th century``."""
    form = form_at(tokens, at)
    in_words = _century_in_words(tokens, at)
    if in_words is not None:
        return in_words
    number = int(form) if form.isdecimal() and len(form) == 2 else _ROMAN.get(form)
    if number is None or not 5 < number < 22:
        return None
    index = at + 1
    while index < at + 3 and (
        form_at(tokens, index) in (".", "'", "-") or re.fullmatch(r"[iu]?nc[iu]|th|st|c[iu]", form_at(tokens, index))
    ):
        index += 1
    if (index > at + 1 or not form.isdecimal()) and has_role("century", form_at(tokens, index)):
        return _century_of(tokens, at, index, number)
    return None


def may_name_century(form: str) -> bool:
    """Whether a century may be named from the word `form` (folded) on, which is no figure and no number in words.

    >>> may_name_century("hh"), may_name_century("asir")
    (True, False)
    """
    return form in _ENGLISH_CENTURIES or form in _ROMAN


def _century_of(tokens: tuple[Token, ...], at: int, index: int, number: int) -> Bare:
    match = re.match(r"yuzyil|asi?r|century|esr", tokens[index].form)
    end = tokens[index].start + match.end() if match else tokens[index].end
    return Bare(tokens[at].start, end, index + 1, "date.century", edtf=f"{number - 1:02d}XX")


def _century_in_words(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """``on dokuzuncu yüzyıl``, ``yirminci asırda``, ``the twentieth century``."""
    english = _ENGLISH_CENTURIES.get(tokens[at].form)
    if english is not None and has_role("century", form_at(tokens, at + 1)):
        return _century_of(tokens, at, at + 1, int(english))
    value = 0.0
    for index in range(at, min(at + 2, len(tokens) - 1)):
        word = number_word(tokens[index].form)
        if word is None or any(piece.kind not in ("unit", "ten") for piece in word.pieces):
            return None
        value += sum(piece.value for piece in word.pieces)
        if word.ending == "ordinal":
            named = 5 < value < 22 and has_role("century", tokens[index + 1].form)
            return _century_of(tokens, at, index + 1, int(value)) if named else None
    return None
