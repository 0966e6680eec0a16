"""What a figure counts, with the words that say of which kind: "40 makineli tüfek" are no rifles.

Comes in: an amount. Goes out: the words between its number and its noun with that noun, and which nouns only pack a
thing. What stands before a noun narrows it (Göksel & Kerslake 2005, 14.3), so that a machine gun, a mountain gun and a
gun are three things where they are added up.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import dropwhile
from typing import Final

from tanik.core.fold import fold
from tanik.core.tables import read_rows, read_toml
from tanik.facts.model import Amount

__all__ = ["containers", "counted", "is_swapped"]

_OWNED: Final = re.compile(r"s?[iu]")  # folded: "dağ topu"
_PIECES: Final = frozenset(("adet", "tane", "parca", "aded", "eded", "pieces", "of"))


@cache
def _numerals() -> frozenset[str]:
    return frozenset(fold(row["form"]) for row in read_rows("tanik.facts", "numerals.csv"))


@cache
def containers() -> frozenset[str]:
    """The stems of what things are packed in, which is no thing by itself.

    >>> "sandi" in containers()
    True
    """
    return frozenset(read_toml("tanik.compare", "ledger.toml")["containers"]["stems"])


def counted(amount: Amount) -> str | None:
    """What an amount is of, with the words of its own that narrow it; None where the page does not say.

    >>> from tanik.core.span import Span
    >>> def of(text, noun):
    ...     return counted(Amount(Span(0, len(text)), text, 40.0, "count", "amount.thing", noun))
    >>> of("40 makineli tüfek", "tüfek"), of("iki bin dağ topu", "top"), of("40 rifles", "rifles"), of("40", "tüfek")
    ('makineli tüfek', 'dağ topu', 'rifles', 'tüfek')
    """
    if amount.of is None or amount.unit != "count":
        return amount.of
    behind = list(dropwhile(_is_number, amount.text.split()))
    noun = amount.of.split()
    kind, last = behind[: -len(noun)], " ".join(behind[-len(noun) :])
    if not kind or not fold(last).startswith(fold(amount.of)):
        return amount.of
    owned = _OWNED.fullmatch(fold(last)[len(fold(amount.of)) :]) is not None
    return " ".join((*kind, last if owned else amount.of))


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or fold(word) in _numerals() or fold(word) in _PIECES


def is_swapped(one: Amount, other: Amount) -> bool:
    """Whether one number is the other with its figures in another order, as a slip of the pen leaves it: 62 and 26."""
    told, again = f"{one.value:.0f}", f"{other.value:.0f}"
    return told != again and sorted(told) == sorted(again)
