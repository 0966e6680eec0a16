"""Days and years in words: ``on dokuz Mayıs``, ``Nisanının yirmi üçüncü günü``, ``bin dokuz yüz yirmi``.

Comes in: tokens. Goes out: the number, where its words end and the token after. Documents of the period, and those
who copy them, spell dates out; only numbers that can be a day of a month or a year of the story are read.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.dates.written import Bare, figure_at
from tanik.facts.numbers.tokens import WORD, Token, form_at
from tanik.facts.numbers.words import number_word

__all__ = ["day_before", "day_in_words", "year_in_words", "year_spelled_at"]

_YEARS: Final = range(1250, 2101)
_THOUSAND: Final = 1000
_MOST_WORDS: Final = 5
_OF_YEAR: Final = re.compile(r"(?:yili|senesi)\w*")
_YEAR_WORD: Final = re.compile(r"bin|min")


def day_before(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """A day in words directly before a month (``on dokuz``) and the token after it."""
    value, index = 0.0, at
    while index < len(tokens) and index < at + 2 and tokens[index].kind == WORD:
        word = number_word(tokens[index].form)
        if word is None or word.ending != "plain" or any(p.kind not in ("unit", "ten") for p in word.pieces):
            break
        value, index = value + sum(piece.value for piece in word.pieces), index + 1
    if value == 1 and figure_at(tokens, index + 1, 4) is None:
        return None  # "bir nisan sabahı": one April morning
    return (int(value), index) if index > at and 1 <= value <= 31 and value == int(value) else None


def day_in_words(tokens: tuple[Token, ...], at: int) -> tuple[int, int, int] | None:
    """A day in words behind a month in the genitive (``yirmi üçüncü``, ``on beşinde``): day, end, token after.

    >>> from tanik.facts.numbers.tokens import cut
    >>> day_in_words(cut("yirmi üçüncü günü"), 0), day_in_words(cut("on beşinde"), 0)
    ((23, 12, 2), (15, 7, 2))
    """
    value, index = 0.0, at
    while index < len(tokens) and index < at + 2 and tokens[index].kind == WORD:
        word = number_word(tokens[index].form)
        if word is None or any(piece.kind not in ("unit", "ten") for piece in word.pieces):
            return None
        value += sum(piece.value for piece in word.pieces)
        if word.ending in ("ordinal", "partitive"):
            if value != int(value) or not 1 <= value <= 31:
                return None
            ordinal = word.ending == "ordinal"
            tail = re.match(r"[iu]?nc[iu]|s?[iu]", tokens[index].form[word.letters :])
            end = tokens[index].start + word.letters + (tail.end() if tail else 0)
            return int(value), tokens[index].end if ordinal else end, index + 1
        if word.ending != "plain":
            return None
        index += 1
    return None


def year_in_words(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """A year in words (``bin üç yüz otuz altı``, ``bindokuzyüzyirmi``) and the token after it.

    >>> from tanik.facts.numbers.tokens import cut
    >>> year_in_words(cut("bin dokuz yüz yirmi iki yılı"), 0), year_in_words(cut("bin dokuz asker"), 0)
    ((1922, 5), None)
    """
    if not _YEAR_WORD.match(form_at(tokens, at)):
        return None
    thousands = hundreds = rest = 0.0
    index = at
    while index < len(tokens) and index < at + _MOST_WORDS and tokens[index].kind == WORD:
        word = number_word(tokens[index].form, inside=index > at)
        if word is None or any(piece.kind not in ("unit", "ten", "hundred", "scale") for piece in word.pieces):
            break
        for piece in word.pieces:
            if piece.kind == "scale" and piece.value == _THOUSAND and not thousands:
                thousands = _THOUSAND
            elif piece.kind == "hundred" and not hundreds:
                hundreds, rest = max(rest, 1) * 100, 0.0
            else:
                rest += piece.value
        index += 1
        if word.ending != "plain":
            break
    year = int(thousands + hundreds + rest)
    return (year, index) if thousands and hundreds and year in _YEARS else None


def year_spelled_at(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """``bin dokuz yüz on dokuz yılında``: a year in words that the word for a year is behind, or None.

    >>> from tanik.facts.numbers.tokens import cut
    >>> year_spelled_at(cut("bin dokuz yüz on yılında"), 0).year, year_spelled_at(cut("bin dokuz yüz on yıl"), 0)
    (1910, None)
    """
    spelled = year_in_words(tokens, at) if _YEAR_WORD.match(tokens[at].form) else None
    if spelled is None or not _OF_YEAR.fullmatch(form_at(tokens, spelled[1])):
        return None
    return Bare(tokens[at].start, tokens[spelled[1] - 1].end, spelled[1], "date.year", year=spelled[0])
