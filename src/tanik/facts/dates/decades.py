"""Decades: ``1930'lu yıllar``, ``kırklı yıllar``, ``doksanlarda``, ``the twenties``.

Comes in: tokens. Goes out: a value in EDTF form (``193X``), still in the calendar it was written in.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.dates.centuries import century_before
from tanik.facts.dates.words import ROLES, has_role
from tanik.facts.dates.written import Bare
from tanik.facts.numbers.nouns import noughts_apart
from tanik.facts.numbers.tokens import Token, form_at
from tanik.facts.numbers.words import number_word

__all__ = ["decade_at", "may_name_decade", "year_at"]

_FIRST_YEAR: Final = 1250
_FIRST_NAMED: Final = 1000  # "1071 yılında"; from 1200 to 1249 such a year may as well be one of the Hijra
_LAST_NAMED: Final = 1199
_OF_YEAR: Final = re.compile(r"(?:yili|senesi)\w*")
_LAST_YEAR: Final = 2100
_PLURAL: Final = re.compile(r"l[ae]r\w*")
_ORDINAL: Final = re.compile(r"c[iu]|[iu]?nc[iu]\w*|th|st|nd|rd")
_TENS_PLURAL: Final = re.compile(r"(?P<plural>(?P<tens>\w{4,}?)l[ae]r)(?:d[ae]n?(?:ki)?|(?P<owner>[iu]n))")
_FIRST_TENS: Final = 20
_LAST_CENTURY: Final = 19  # the hundreds that a decade named by its tens alone belongs to
_AZ_TENS: Final = re.compile(r"(\w{4,}?)[iu]nc[iu]")
_AZ_ORDINAL: Final = re.compile(r"c[iu]")
_TEENS: Final = ("nineteen", "eighteen")
_LI: Final = re.compile(r"l[iu]")


def year_at(tokens: tuple[Token, ...], at: int) -> int | None:
    """The year that a figure of four digits may be, before anything is asked of what stands around it; else None.

    >>> from tanik.facts.numbers.tokens import cut
    >>> year_at(cut("1071 yılında"), 0), year_at(cut("1071 kişi"), 0), year_at(cut("1921"), 0)
    (1071, None, 1921)
    """
    form = form_at(tokens, at)
    if len(form) != 4 or not form.isdecimal() or noughts_apart(tokens, at):
        return None
    named = _OF_YEAR.fullmatch(form_at(tokens, at + 1)) is not None and _FIRST_NAMED <= int(form) <= _LAST_NAMED
    return int(form) if named or _FIRST_YEAR <= int(form) <= _LAST_YEAR else None


def decade_at(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """``1930'lu yıllar``, ``1950'ler``, ``Kırklı yıllar``, ``20-ci illər``, ``the 1980s``, ``nineteen-eighties``.

    >>> from tanik.facts.numbers.tokens import cut
    >>> decade_at(cut("1930'lu yıllar"), 0).edtf, decade_at(cut("kırklı yıllarda"), 0).edtf, decade_at(cut("30 er"), 0)
    ('193X', '194X', None)
    """
    return (
        _decade_of_year(tokens, at)
        or _decade_of_tens(tokens, at)
        or _decade_in_the_plural(tokens, at)
        or _decade_in_english(tokens, at)
    )


def _decade_of_year(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """A decade named by its first year."""
    year = year_at(tokens, at)
    if year is None or year % 10:
        return None
    edtf = f"{year // 100}XX" if year % 100 == 0 else f"{year // 10}X"  # "1800'lü yıllar" may be the century
    mark = at + 1 + (form_at(tokens, at + 1) == "'")
    ending = form_at(tokens, mark) if mark < len(tokens) and tokens[mark].glued else ""
    if ending == "s" or _PLURAL.fullmatch(ending):
        stop = tokens[mark].start + (3 if _PLURAL.fullmatch(ending) else 1)
        return Bare(tokens[at].start, stop, mark + 1, "date.decade", edtf=edtf, near=year)
    hyphen = form_at(tokens, at + 1) == "-" and tokens[at + 1].glued
    if (
        hyphen and _AZ_ORDINAL.fullmatch(form_at(tokens, at + 2)) and has_role("years_noun", form_at(tokens, at + 3))
    ):  # "1920-ci illər"
        return Bare(tokens[at].start, _years_end(tokens[at + 3]), at + 4, "date.decade", edtf=edtf, near=year)
    if _LI.fullmatch(ending) and has_role("years_noun", form_at(tokens, mark + 1)):
        end = _years_end(tokens[mark + 1])
        return Bare(tokens[at].start, end, mark + 2, "date.decade", edtf=edtf, near=year)
    return None


def _decade_of_tens(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """A decade of the last century named by its tens: ``30'lu yıllar``, ``20-ci illər``, ``Kırklı yıllar``."""
    form = form_at(tokens, at)
    tens, noun = 0, at + 3
    if len(form) == 2 and form[1] == "0" and "1" <= form[0] <= "9":
        ending = form_at(tokens, at + 2)
        turkish = form_at(tokens, at + 1) == "'" and _LI.fullmatch(ending) and form != "10"
        azerbaijani = form_at(tokens, at + 1) == "-" and _ORDINAL.fullmatch(ending)
        bare = _LI.fullmatch(form_at(tokens, at + 1)) and tokens[at + 1].glued and form != "10"  # "50li yıllar"
        tens = int(form) if turkish or azerbaijani or bare else 0
        noun = at + 2 if bare else noun
    elif "nc" in form and _AZ_TENS.fullmatch(form):  # Azerbaijani "altmışıncı illər"
        word = number_word(_AZ_TENS.sub(r"\1", form))
        tens, noun = int(word.pieces[0].value) if word and word.pieces[0].kind == "ten" else 0, at + 1
    elif has_role("decade", form):
        word = number_word(re.sub(r"l[iu]$", "", form))
        tens, noun = int(word.pieces[0].value) if word else 0, at + 1
    if not tens or not has_role("years_noun", form_at(tokens, noun)):
        return None
    end, century = _years_end(tokens[noun]), century_before(tokens, at) or _LAST_CENTURY
    near = century * 100 + tens
    return Bare(tokens[at].start, end, noun + 1, "date.decade", edtf=f"{century}{tens // 10}X", near=near)


def may_name_decade(form: str) -> bool:
    """Whether a decade may be named from the word `form` (folded) on, which is no figure.

    >>> may_name_decade("kirkli"), may_name_decade("doksanlarda"), may_name_decade("kopruler")
    (True, True, False)
    """
    tens = _TENS_PLURAL.fullmatch(form)
    counts = "nc" in form or has_role("decade", form) or (tens is not None and number_word(tens["tens"]) is not None)
    return counts or has_role("decade_en", form) or form in _TEENS


def _decade_in_the_plural(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """``doksanların başında``, ``yetmişlerde``; not ``ellilerinde bir adam``, an age."""
    form = form_at(tokens, at)
    match = _TENS_PLURAL.fullmatch(form) if "lar" in form or "ler" in form else None
    word = number_word(match["tens"]) if match else None
    if match is None or word is None or len(word.pieces) != 1 or word.pieces[0].kind != "ten" or word.ending != "plain":
        return None
    tens = int(word.pieces[0].value)
    if tens < _FIRST_TENS or (match["owner"] and not has_role("part", form_at(tokens, at + 1))):
        return None
    end = tokens[at].start + match.end("plural")
    return Bare(tokens[at].start, end, at + 1, "date.decade", edtf=f"19{tens // 10}X", near=1900 + tens)


def _decade_in_english(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """``nineteen-eighties``, ``the twenties``."""
    form = form_at(tokens, at)
    century, noun = 19 if form == "nineteen" else 18, at + 2
    if has_role("decade_en", form) and form_at(tokens, at - 1) == "the":
        century, noun = 19, at
    elif form not in _TEENS or form_at(tokens, at + 1) != "-":
        return None
    if not has_role("decade_en", form_at(tokens, noun)):
        return None
    tens = list(ROLES["decade_en"]).index(form_at(tokens, noun)) + 2
    near = century * 100 + tens * 10
    return Bare(tokens[at].start, tokens[noun].end, noun + 1, "date.decade", edtf=f"{century}{tens}X", near=near)


def _years_end(token: Token) -> int:
    """Where ``yıllar`` ends in an inflected ``yıllarda``."""
    match = re.match(r"(?:yil|il)lar|seneler|iller", token.form)
    return token.start + match.end() if match else token.end
