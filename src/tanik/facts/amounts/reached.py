"""Numbers in a case whose verb says what they are: ``500'ü geçmedi``, ``122'ye karşı``, ``275'e aldım``.

Comes in: a number and the tokens of its line. Goes out: whether it is reached, set against another or paid, and the
unit where the words before it name one. The -(y)I of a number reached is an accusative and no possessive, so that it
is no share of what was counted before (Göksel and Kerslake 2005, 8.1.3, 14.3.3).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.facts.amounts.told import Ledger, Told, Unit
from tanik.facts.numbers.nouns import noun_at
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import Token, form_at

__all__ = ["is_reached", "named_parted", "price_paid", "set_against"]

_REACHES: Final = re.compile(r"(?:bul[dmu]|as(?:[tm]|iyor|ar\b)|gec(?:[tm]|iyor|er\b))\w*|bulan|asan|gecen")
_NUMBER: Final = ("sayi", "rakam", "mevcut")
_AGAINST: Final = ("karsi", "karsilik", "qarsi")
_PARTED: Final = re.compile(r"\w{2,}l[ae]r(?:[iu]n?)?d[ae]n")
_DOERS: Final = re.compile(r"\w{2,}[ae]nl[ae]rd[ae]n")
_DATIVE: Final = ("e", "a", "ye", "ya")
_GOVERNING: Final = ("kadar", "yakin", "dogru", "gore", "ragmen", *_AGAINST)  # postpositions of the dative (GK 17.2.2)
_TRADES: Final = re.compile(
    r"(?:al|sat|ver|kirala|devre[dt]|kapat)[^\W\d_]*?(?:[dt][iu](?:[mkn]|l[ae]r)?|m[iu]s\w*|yor\w*|ir|ur|ar)"
)
_COINS: Final = frozenset(
    ("lira", "gold_lira", "kurus", "ruble", "gold_ruble", "pound_sterling", "franc", "dollar", "rupee", "mark")
)
_COMPARED: Final = _COINS | {"count", "person"}
_CLOSE: Final = 12  # characters between two numbers set against each other
_PHRASE: Final = 3  # tokens from a price to its verb


def is_reached(number: Number, tokens: tuple[Token, ...]) -> bool:
    """``sayı 145'i buldu``: a number that a count comes to, though "sayı 145" alone would be the number of an issue.

    >>> from tanik.facts.numbers.figures import Style
    >>> from tanik.facts.numbers.read import read_number
    >>> from tanik.facts.numbers.tokens import cut
    >>> def reached(text):
    ...     return is_reached(read_number(cut(text), 1, text, Style(",", shown=False)), cut(text))
    >>> reached("sayı 145'i buldu"), reached("sayı 145'i okudum")
    (True, False)
    """
    led = form_at(tokens, number.first - 1) in _NUMBER
    return led and number.ending == "partitive" and _REACHES.fullmatch(form_at(tokens, number.last)) is not None


def named_parted(number: Number, tokens: tuple[Token, ...], text: str) -> Unit | None:
    """``çalışanlardan 212'si``: so many of what stands before them in the ablative plural (GK 15.6, 17.2.2)."""
    at = number.first - 1
    if number.ending != "partitive" or not _PARTED.fullmatch(form_at(tokens, at)):
        return None
    noun = noun_at(tokens, at)
    if noun is not None and noun.kind in ("person", "thing", "container"):
        return Unit(noun.unit, text[tokens[at].start : noun.end])
    return Unit("person", None) if _are_doers(tokens[at], text) else None


def _are_doers(token: Token, text: str) -> bool:
    """Whether a word is of those who do something: ``kaçanlardan``; ``limanlardan`` is of harbours (GK 8.5.1)."""
    found = readings(text[token.start : token.end]) if _DOERS.fullmatch(token.form) else ()
    return bool(found) and all("PresPart" in one.marks for one in found)


def set_against(number: Number, tokens: tuple[Token, ...], ledger: Ledger) -> Unit | None:
    """``22'ye karşı 122 oy``: a number set against one that follows has the unit of that one (GK 17.3.1).

    Not of ``22'ye karşı üç gün direndi``: men, votes and money are set against each other, days against nobody.
    """
    if number.ending != "case" or form_at(tokens, number.last) not in _AGAINST:
        return None
    end = tokens[number.last].end
    ahead = ledger.after(end)
    if ahead is None or ahead.amount.span.start > end + _CLOSE or ahead.amount.unit not in _COMPARED:
        return None
    return Unit(ahead.amount.unit, ahead.amount.of)


def price_paid(number: Number, tokens: tuple[Token, ...], text: str, before: list[Told]) -> Unit | None:
    """``400 lira istedi, 275'e aldım``: the dative before a verb of buying and selling is a price (GK 14.3.3.2).

    Its coin is the one that the sentence told last.
    """
    suffix = fold(text[number.end : tokens[number.last - 1].end].strip("'’"))
    if number.ending != "case" or suffix not in _DATIVE or form_at(tokens, number.last) in _GOVERNING:
        return None
    sold = any(_TRADES.fullmatch(token.form) for token in tokens[number.last : number.last + _PHRASE])
    last = before[-1] if before else None
    if not sold or last is None or last.amount.unit not in _COINS:
        return None
    gap = text[last.amount.span.end : number.start]
    apart = "\n" in gap or re.search(r"[.!?]\s", gap)
    return None if apart else Unit(last.amount.unit, None)
