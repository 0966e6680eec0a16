"""Numerals that measure nothing though a noun stands behind them: a degree below zero, ``yarım kalmak``, ``bəs``.

Comes in: a number and the tokens of its line. Goes out: yes or no. Apart from `labels`, which knows the numbers that
name and order.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import WORD, Token, form_at

__all__ = ["counts_nothing", "is_repeated"]

_BELOW: Final = ("eksi", "minus", "menfi")  # "mənfi"
_UNDER_ZERO: Final = ("sifirin", "altinda")
# "yarım kalmak, bırakmak, kesmek": left unfinished (TDK Güncel Türkçe Sözlük, yarım), and no half of what follows
# "yarım kese altın" and "yarım kalem" are halves
_UNFINISHED: Final = re.compile(
    r"(?:kal(?:[dm]|a[nc]|ir|iyor|sa)|birak|kes(?:[tm]|il|en|er|ip|iyor)|yamalak|yirtik)\w*"
)
_EACH: Final = ("basina", "basi")  # "on kişi kişi başına beş lira verdi"
_HALVES: Final = ("yarim",)
_WELL: Final = ("bə", "Bə", "BƏ", "бә", "Бә", "БӘ")  # "bəs" is "well then"; five has an e: "beş"


def counts_nothing(number: Number, tokens: tuple[Token, ...], text: str) -> bool:
    """Whether a numeral is a degree below zero, a half that says "unfinished", or no numeral at all.

    >>> from tanik.facts.numbers.figures import Style
    >>> from tanik.facts.numbers.read import read_number
    >>> from tanik.facts.numbers.tokens import cut
    >>> def idle(text, at):
    ...     number = read_number(cut(text), at, text, Style(",", shown=False))
    ...     return counts_nothing(number, cut(text), text)
    >>> idle("eksi otuz soğukta", 1), idle("yarım kalan köprü", 0), idle("Bəs sahiblər?", 0), idle("yarım ton", 0)
    (True, True, True, False)
    """
    first = number.first
    if form_at(tokens, first - 1) in _BELOW:
        return True
    if (form_at(tokens, first - 2), form_at(tokens, first - 1)) == _UNDER_ZERO:
        return True
    if number.written != "words" or number.last != first + 1:
        return False
    if text[tokens[first].start : tokens[first].start + 2] in _WELL:
        return True
    return form_at(tokens, first) in _HALVES and _UNFINISHED.fullmatch(form_at(tokens, number.last)) is not None


def is_repeated(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word at token `at` is doubled and says how: ``hissə-hissə``, ``parça parça`` (GK 9.1, 16.4.1.3).

    >>> from tanik.facts.numbers.tokens import cut
    >>> is_repeated(cut("hissə-hissə ödənəcək"), 0), is_repeated(cut("parça çini"), 0)
    (True, False)
    """
    if at + 1 >= len(tokens) or tokens[at].kind != WORD:
        return False
    behind = at + 2 if form_at(tokens, at + 1) == "-" else at + 1
    return form_at(tokens, behind) == form_at(tokens, at) and form_at(tokens, behind + 1) not in _EACH
