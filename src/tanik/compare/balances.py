"""Findings about balances: what is left over or lacking between what comes in and what goes out.

Comes in: one page. Goes out: findings. A sentence that gives income, expenditure and the deficit or surplus of one
budget, one number each and all in one money, can be reckoned: "gelir 51 milyon, gider 63 milyon, açık 14 milyon lira".
Rounded figures ("about") are left alone, and so is any sentence with a second number under one of the three heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import comes_to, is_plain, misfit
from tanik.facts.model import Amount

__all__ = ["check_balances"]

# The head stands right before its number, a small word aside: "giderler toplamı 63 milyon", "revenue was 51 million".
_GAP: Final = r"(?:\W{1,3}(?:ise|de|da|idi|toplami?|tutari|olarak|[wv]as|is|of|at|came|to|stood)){0,3}\W{1,3}$"
_HEADS: Final = {
    "in": re.compile(rf"\b(?:gelir|varidat|irat|medahil|income|revenue|receipts)\w*{_GAP}"),
    "out": re.compile(
        rf"\b(?:gider|masraf|sarfiyat|masarif|harcama|e[hx]penditure|e[hx]penses|spending|outlay)\w*{_GAP}"
    ),
    "gap": re.compile(
        r"\b(?:acik|acigi|butce acigi|fazla(?:si)?|farki?|(?:geriye |geri )?kalan|zarar|deficit|surplus|shortfall)\b"
        + _GAP
    ),
}
_REACH: Final = 36  # characters before a number in which its head stands


def check_balances(dated: Dated) -> Iterator[Finding]:
    """The findings about the balances of one page."""
    for sentence in dated.sentences:
        told: dict[str, list[Amount]] = {head: [] for head in _HEADS}
        start = sentence.start
        for amount in filter(is_plain, dated.amounts_in(sentence)):
            head = _head(dated.folded[max(start, amount.span.start - _REACH) : amount.span.start])
            if head is not None:
                told[head].append(amount)
            start = amount.span.end
        if all(len(found) == 1 for found in told.values()):
            yield from _reckoned(dated, *(found[0] for found in told.values()))


def _head(before: str) -> str | None:
    """Under which head a number stands: the one named last before it."""
    found = [(match.start(), head) for head, pattern in _HEADS.items() if (match := pattern.search(before))]
    return max(found)[1] if found else None


def _reckoned(dated: Dated, income: Amount, spent: Amount, gap: Amount) -> Iterator[Finding]:
    if not income.unit == spent.unit == gap.unit:
        return
    left = abs(spent.value - income.value)
    if comes_to(left, gap, max(income.value, spent.value)):
        return
    yield misfit(dated, "sum-balance", gap, sorted((income, spent), key=lambda one: -one.value), left)
