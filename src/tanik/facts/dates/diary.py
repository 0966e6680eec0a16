"""The day on which an entry of a diary was written: "27 Safer 1341: …", or a line of nothing but a day.

Comes in: the candidates of a page. Goes out: which of them date an entry, and the year in which a day without one
lies near such a day. Whoever keeps a diary means by "dün 4 Mart" the one next to the day over the entry, not that of
the page on which it is printed a century later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from tanik.facts.dates.scan import Candidate
from tanik.facts.dates.written import Written

__all__ = ["entry_days", "nearest_year"]

_FEWEST: Final = 2
_MONTH: Final = 31
_YEAR: Final = 12 * _MONTH
_NEAR: Final = 5 * _MONTH
_AHEAD: Final = re.compile(r"[\s\[(*•\-–]*(?:[^\W\d_]+,\s)?$")
# Behind the day: nothing but a weekday, or a mark with the day's doings behind it.
_BEHIND: Final = re.compile(r"(?:,?\s\(?[^\W\d_]+(?:\s[Gg]ünü)?\)?)?[\])]?\s*(?:[.:]?\s*$|[:—–]\s*[^\W\d_a-zçğıöşüə])")


def _dates_entry(candidate: Candidate, text: str) -> bool:
    found, block = candidate.found, candidate.block
    if not isinstance(found, Written) or found.day is None or found.month is None or found.upto is not None:
        return False
    ahead = _AHEAD.fullmatch(text, block.start, found.start) is not None
    return ahead and _BEHIND.match(text, found.end, block.end) is not None


def entry_days(candidates: Iterable[Candidate], text: str) -> frozenset[int]:
    """Where the days begin that entries stand under; empty where fewer than two do: one day alone heads a letter."""
    starts = frozenset(one.found.start for one in candidates if _dates_entry(one, text))
    return starts if len(starts) >= _FEWEST else frozenset()


def nearest_year(day: date, month: int, of_month: int | None) -> int:
    """The year in which a day of a month (its middle where no day is given) lies near `day`.

    That is the year of `day`, or the one before or after where it lies within five months there: further off the story
    of the same year is told on.

    >>> nearest_year(date(1921, 12, 30), 1, 2), nearest_year(date(1922, 10, 23), 3, 5)
    (1922, 1923)
    >>> nearest_year(date(1920, 4, 23), 10, 29)
    1920
    """
    place = month * _MONTH + (of_month or _MONTH // 2) - day.month * _MONTH - day.day
    if abs(place) > _YEAR - _NEAR:
        return day.year + (1 if place < 0 else -1)
    return day.year
