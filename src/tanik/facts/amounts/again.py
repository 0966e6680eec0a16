"""A measure told again by its last word: "the 62 cars" after "62 tank cars of petroleum".

Comes in: an English page's amounts. Goes out: the same, where a definite phrase with the number and the head noun of
an earlier compound measure counts what that one did. A definite phrase that repeats a head noun means what was
spoken of before (Halliday & Hasan, Cohesion in English, 1976, 6.1 on reiteration).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.facts.model import Amount

__all__ = ["told_again"]

_DEFINITE: Final = re.compile(r"\b(?:the|these|those|all)\s+$", re.IGNORECASE)
_SHOWN: Final = 8  # characters that the longest of these words takes, with its blank


def told_again(amounts: Sequence[Amount], text: str) -> tuple[Amount, ...]:
    """`amounts` of `text` in order, each definite repetition with the unit of what it repeats.

    >>> from tanik.core.span import Span
    >>> text = "62 tank cars came. The 62 cars left."
    >>> first = Amount(Span(0, 12), text[:12], 62.0, "tank_wagon", "r", of="petroleum")
    >>> again = Amount(Span(23, 30), text[23:30], 62.0, "count", "r", of="cars")
    >>> [(one.unit, one.of) for one in told_again((first, again), text)]
    [('tank_wagon', 'petroleum'), ('tank_wagon', 'petroleum')]
    """
    found: list[Amount] = []
    for one in amounts:
        before = text[max(0, one.span.start - _SHOWN) : one.span.start]
        head = one.text.split()[-1].lower()
        same = None
        if one.unit in ("count", "wagon") and _DEFINITE.search(before):
            same = next((old for old in reversed(found) if _is_short_for(old, one, head)), None)
        found.append(one if same is None else replace(one, unit=same.unit, of=same.of, rule="amount.again"))
    return tuple(found)


def _is_short_for(old: Amount, one: Amount, head: str) -> bool:
    """Whether an earlier measure of two words ends in `head` and has the same number."""
    words = old.text.lower().split()
    return old.unit not in ("count", one.unit) and old.value == one.value and len(words) > 2 and words[-1] == head
