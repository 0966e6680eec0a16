"""Numbers whose unit stands elsewhere: ``40 mebusun 22'si``, ``250 kilo …, at arabasına 400``, ``58 değil 38 top``.

Comes in: a number without a unit and the amounts told so far. Goes out: whose unit it shares, or None. A number
repeated is the same thing again; a share is a share of what was last counted; otherwise the amount of the same
line that lies nearest in size is what it is compared with. Nothing is taken over from another page, and small
numbers in passing (``ikisi de``) are left alone.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

from tanik.facts.amount_words import noun_at, phrase_at
from tanik.facts.model import Amount
from tanik.facts.number_tokens import MARK, WORD, Token
from tanik.facts.numbers import Number

__all__ = ["Told", "Unit", "elided_unit"]

_LOOK_BACK: Final = 8  # tokens in which "işçi sayısı" may stand before its number
_NEAR: Final = 400  # characters back within which a share may find its whole
_OPEN_ENDS: Final = ".,;:!?)\"'-…"
_BOTH: Final = 2
_LOCATIVE: Final = re.compile(r"'?[dt][ae](?:n|ki\w*)?")


@dataclass(frozen=True, slots=True)
class Told:
    """An amount with a unit, and the block and section it stands in."""

    amount: Amount
    block: int
    section: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit taken over, and what it counts."""

    unit: str
    of: str | None


def _form(tokens: tuple[Token, ...], at: int) -> str:
    return tokens[at].form if 0 <= at < len(tokens) else ""


def _stands_alone(number: Number, tokens: tuple[Token, ...]) -> bool:
    """Whether nothing that the number could count follows it."""
    if number.last >= len(tokens):
        return True
    after = tokens[number.last]
    if after.kind == MARK:
        return after.form in _OPEN_ENDS
    return after.kind == WORD


def _compared(number: Number, tokens: tuple[Token, ...], told: list[Told]) -> Unit | None:
    """``altı değil yirmi kişi``: the unit of the number it is set against."""
    end = tokens[min(number.last, len(tokens) - 1)].end
    if _form(tokens, number.last) not in ("degil", "deyil", "mi", "mu", "veya", "ya"):
        return None
    ahead = [one.amount for one in told if end <= one.amount.span.start <= end + 12]
    return Unit(ahead[0].unit, ahead[0].of) if ahead and ahead[0].unit != "percent" else None


def _named_before(number: Number, tokens: tuple[Token, ...], text: str) -> Unit | None:
    """``işçi sayısı … 2.100``: what is counted stands before the word for number."""
    for at in range(number.first - 1, max(-1, number.first - _LOOK_BACK), -1):
        form = _form(tokens, at)
        if form in (".", ";", "!", "?"):
            return None
        if re.fullmatch(r"sayi(?:s[iu]\w*|lar\w*)|sayda|nufus\w*|kalabalik", form):
            if form.startswith(("nufus", "kalabalik")):
                return Unit("person", None)
            noun = noun_at(tokens, at - 1) if at else None
            unit = noun.unit if noun is not None and noun.kind in ("person", "container") else "count"
            return Unit(unit, text[tokens[at - 1].start : tokens[at - 1].end]) if at else None
    return None


def _same_value(number: Number, told: list[Told]) -> Unit | None:
    for one in told:
        same = one.amount.value == number.value and one.amount.rule != "amount.elided"
        if same and one.amount.unit not in ("percent", "hour"):
            return Unit(one.amount.unit, one.amount.of)
    return None


def _nearest(number: Number, candidates: list[Told]) -> Unit | None:
    if not candidates or number.value <= 0:
        return None

    def distance(one: Told) -> float:
        return abs(math.log(max(one.amount.value, 1e-9) / number.value))

    best = min(reversed(candidates), key=distance)
    return Unit(best.amount.unit, best.amount.of)


def elided_unit(
    first: Number, number: Number, tokens: tuple[Token, ...], text: str, block: int, told: list[Told]
) -> Unit | None:
    """The unit that a number without one shares with another amount, or None.

    `first` is the lower end where the number ends a range; `told` are the page's amounts with units.
    """
    if number.value < _BOTH or (number.value == _BOTH and number.ending == "partitive"):
        return None
    before = [one for one in told if one.amount.span.start < number.start]
    here = [one for one in before if one.block == block and one.amount.unit not in ("percent",)]
    if number.ending == "partitive":
        counted = [one for one in before if one.amount.unit not in ("percent", "year", "month", "day", "hour")]
        near = [one for one in counted if number.start - one.amount.span.end < _NEAR]
        last = near[-1].amount if near else None
        return Unit(last.unit, last.of) if last is not None else _same_value(number, told)
    if number.ending == "case" and number.written == "figure":
        return None
    if not _stands_alone(number, tokens) or not _said_of(number, tokens):
        return None
    return (
        _compared(number, tokens, told)
        or _named_before(first, tokens, text)
        or _same_value(number, told)
        or _nearest(number, here)
        or (_nearest(number, before[-3:]) if number.written != "words" or number.value > 10 else None)
    )


def _said_of(number: Number, tokens: tuple[Token, ...]) -> bool:
    """Whether the number stands for a thing: at the end of a clause, or before a verb of saying or counting."""
    if number.last >= len(tokens) or tokens[number.last].kind == MARK:
        return True
    if number.ending in ("distributive", "case"):
        return True
    return bool(phrase_at("function", tokens, number.last)) or tokens[number.last].kind == WORD
