"""Centuries: "19. yüzyıl", "on dokuzuncu asır", "the twentieth century".

Comes in: the tokens of a line and a place among them. Goes out: the century that begins there, in EDTF.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.dates.words import ROLES
from tanik.facts.dates.written import Bare
from tanik.facts.numbers.tokens import WORD, Token, form_at
from tanik.facts.numbers.words import number_word

__all__ = ["century_at", "century_before", "may_name_century"]

_ENGLISH_CENTURIES: Final = ROLES["century_en"]
_FIGURES: Final = ("hi", "hii", "hiii", "hiv", "hv", "hvi", "hvii", "hviii", "hih", "hh", "hhi")  # XI to XXI, folded
_ROMAN: Final = {figure: number for number, figure in enumerate(_FIGURES, start=11)}
_NOUN: Final = re.compile(
    r"(?P<stem>(?:yuzyil|asi?r|esr)(?:l[ae]r)?|century|centuries|yy)"
    r"(?:[iu](?:n(?:[iu]n|d[ae]n?(?:ki\w*)?|[iuae])?)?|d[ae](?:n|ki\w*|yd[iu])?|[ae]|y?l[ae]|d[iu]r)?"
)
_GENITIVE: Final = re.compile(r"(?:yuzyil|asr|esr)(?:l[ae]r)?(?:[iu]n)?[iu]n")
_EARLIEST, _LATEST = 5, 22
_JOINING: Final = ("-", "ve", "ile", "and", "to")


def century_at(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """``19. yüzyıl``, ``XX. yüzyılda``, ``the 19th century``, ``19. yy``; ``XIX`` in ``XIX ve XX. yüzyıllar``."""
    in_words = _century_in_words(tokens, at) if tokens[at].kind == WORD else None
    if in_words is not None:
        return in_words
    number = _number(form_at(tokens, at))
    return (_with_noun(tokens, at, number) or _joined(tokens, at, number)) if number is not None else None


def _with_noun(tokens: tuple[Token, ...], at: int, number: int) -> Bare | None:
    """The century whose number stands at token `at` and whose noun right behind it."""
    index = at + 1
    while index < at + 3 and (
        form_at(tokens, index) in (".", "'", "-") or re.fullmatch(r"[iu]?nc[iu]|th|st|c[iu]", form_at(tokens, index))
    ):
        index += 1
    named = (index > at + 1 or not form_at(tokens, at).isdecimal()) and _is_century(tokens, index)
    return _century_of(tokens, at, index, number) if named else None


def _number(form: str) -> int | None:
    """The century that figures or Roman figures count, if history has pages of it."""
    number = int(form) if form.isdecimal() and len(form) == 2 else _ROMAN.get(form)
    return number if number is not None and _EARLIEST < number < _LATEST else None


def _is_century(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word for a century stands at token `at`; "y.y." is one in two letters."""
    form = form_at(tokens, at)
    return _NOUN.fullmatch(form) is not None or [one.form for one in tokens[at : at + 3]] == ["y", ".", "y"]


def _joined(tokens: tuple[Token, ...], at: int, number: int) -> Bare | None:
    """The first of two centuries whose noun they share: ``XIX-XX əsrlərdə``, ``18. ve 19. yüzyıllarda``."""
    index = at + 1 + (form_at(tokens, at + 1) in (".", "th", "st"))
    second = _number(form_at(tokens, index + 1))
    if form_at(tokens, index) not in _JOINING or second != number + 1 or _with_noun(tokens, index + 1, second) is None:
        return None
    return Bare(tokens[at].start, tokens[at].end, at + 1, "date.century", edtf=f"{number - 1:02d}XX")


def century_before(tokens: tuple[Token, ...], at: int) -> int | None:
    """The hundreds of the century in the genitive right before token `at`: 18 in ``XIX əsrin 80-ci illəri``.

    >>> from tanik.facts.numbers.tokens import cut
    >>> century_before(cut("19. yüzyılın 80'li yılları"), 3), century_before(cut("80'li yıllar"), 0)
    (18, None)
    """
    # "19. yy'ın", "XIX. yüzyıl'ın": an abbreviation has its case behind an apostrophe
    apart = form_at(tokens, at - 2) == "'" and form_at(tokens, at - 1) in ("in", "un", "nin", "nun")
    if not apart and not _GENITIVE.fullmatch(form_at(tokens, at - 1)):
        return None
    end = at - 2 if apart else at
    for first in range(end - 2, max(-1, end - 6), -1):
        found = century_at(tokens, first)
        if found is not None and found.last == end and found.edtf is not None:
            return int(found.edtf[:2])
    return None


def may_name_century(form: str) -> bool:
    """Whether a century may be named from the word `form` (folded) on, which is no figure and no number in words.

    >>> may_name_century("hh"), may_name_century("asir")
    (True, False)
    """
    return form in _ENGLISH_CENTURIES or form in _ROMAN


def _century_of(tokens: tuple[Token, ...], at: int, index: int, number: int) -> Bare:
    match = _NOUN.fullmatch(tokens[index].form)
    last = index if match else index + 2
    end = tokens[index].start + match.end("stem") if match else tokens[last].end
    return Bare(tokens[at].start, end, last + 1, "date.century", edtf=f"{number - 1:02d}XX")


def _century_in_words(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """``on dokuzuncu yüzyıl``, ``yirminci asırda``, ``the twentieth century``."""
    english = _ENGLISH_CENTURIES.get(tokens[at].form)
    if english is not None and _is_century(tokens, at + 1):
        return _century_of(tokens, at, at + 1, int(english))
    value = 0.0
    for index in range(at, min(at + 2, len(tokens) - 1)):
        word = number_word(tokens[index].form)
        if word is None or any(piece.kind not in ("unit", "ten") for piece in word.pieces):
            return None
        value += sum(piece.value for piece in word.pieces)
        if word.ending == "ordinal":
            named = 5 < value < 22 and _is_century(tokens, index + 1)
            return _century_of(tokens, at, index + 1, int(value)) if named else None
    return None
