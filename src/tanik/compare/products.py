"""Findings about products: so much for each, so many of them, and what that comes to, in whatever order and words.

Comes in: one page. Goes out: findings. Three numbers of a sentence (or of two that follow each other): the rate is
the one that "her", "beher", "tanesi", "adam başı", "günde", "each" stands by, that bears a distributive ending ("5'er
lira") or the ablative of a price ("20 liradan 15 sandık"); what it comes to is in the same unit; the third counts
or measures people, things, weights, days: anything but money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tanik.compare.claims import clause_of
from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import unless_it_comes_to
from tanik.compare.slots import money
from tanik.compare.wordings import says
from tanik.core.fold import fold
from tanik.facts.model import Amount, Bound

__all__ = ["check_products"]

_SHARED_OUT: Final = re.compile(r"^\d+['’]?s?[ea]r\b")  # "5'er", "üçer" is read by its word
_EACH_TOLD: Final = re.compile(
    r"^(?:bir|iki|uc|dort|bes|alti|yedi|sekiz|dokuz|on|yirmi"
    r"|otuz|kirk|elli|yuz)(?:s?er|sar|ar)\b"
)
_PRICE: Final = re.compile(r"^['’]?[dt][ae]n\b")
_BEHIND: Final = re.compile(r"^['’]?\w{0,4}\s(?:each|apiece|a day|a month|per )\b")
_AHEAD: Final = 24  # characters before a number in which the word for "each" stands
_FAR: Final = 2.5
_KURUS: Final = 100  # of a lira, since 1844 (TDV İslâm Ansiklopedisi, Kuruş)
_HINDERED: Final = re.compile(
    r"\b(?:sonra\b|ayrica|daha\b|kalan|yarisi|indirim|faiz\w*|eksik|bazi\w*|haric"
    r"|discount|ehcept|masraf\w*|yaklasik|en az)"
)


def check_products(dated: Dated) -> Iterator[Finding]:
    """The findings about products on one page."""
    for sentence in dated.sentences:
        here = [one for one in dated.amounts_in(sentence) if one.unit != "percent"]
        around = dated.folded[sentence.start : sentence.end]
        plain = all(one.bound is Bound.EXACT and one.value_max is None and one.problem is None for one in here)
        if plain and len(here) == 3 and not _HINDERED.search(around):
            yield from _product(dated, here)


def _product(dated: Dated, here: Sequence[Amount]) -> Iterator[Finding]:
    product = here[-1]
    others = here[:-1]
    rates = [one for at, one in enumerate(others) if _is_rate(dated, one, others[at - 1] if at else None)]
    rates = [one if one.unit == product.unit else _in_money_of(one, product) for one in rates]
    rates = [one for one in rates if one.unit == product.unit] or rates
    if len(rates) != 1:
        return
    rate = rates[0]
    number = next(one for one in others if one.span != rate.span)
    same = rate.unit == product.unit and (rate.unit != "count" or _is_one(rate, product))
    bare = rate.rule == "amount.elided" and says(clause_of(dated, product, others[-1]), "total")
    if not (same or bare) or number.unit in money() or number.value < 2:
        return
    if number.unit == product.unit and number.unit != "count" and fold(number.of or "") == fold(product.of or ""):
        return
    reckoned = rate.value * number.value
    if reckoned / _FAR < product.value < reckoned * _FAR:
        yield from unless_it_comes_to(dated, "sum-shares", product, (number, rate), reckoned)


def _in_money_of(rate: Amount, product: Amount) -> Amount:
    """A price in kuruş as one in lira, where the product is told in lira: a hundred of them are one."""
    if (rate.unit, product.unit) != ("kurus", "lira"):
        return rate
    return replace(rate, value=rate.value / _KURUS, unit="lira")


def _is_one(rate: Amount, product: Amount) -> bool:
    return fold(rate.of or "")[:4] == fold(product.of or "")[:4]


def _is_rate(dated: Dated, amount: Amount, before: Amount | None) -> bool:
    """Whether an amount is told of each: by the word before or behind it, or by its own ending."""
    start = max(amount.span.start - _AHEAD, before.span.end if before is not None else 0)
    around = dated.sentence(amount.span)
    led = dated.folded[max(start, around.start if around is not None else 0) : amount.span.start]
    said, behind = fold(amount.text), dated.folded[amount.span.end : amount.span.end + 16]
    own = _SHARED_OUT.match(said) is not None or _EACH_TOLD.match(said) is not None
    return own or says(led, "each") or _PRICE.match(behind) is not None or _BEHIND.match(behind) is not None
