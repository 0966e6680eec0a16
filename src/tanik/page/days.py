"""Days that head the entries of a diary or register: "5 Mart 1922, Pazar" over what was written that day.

Comes in: the lines of a page in comparison form. Goes out: which of them are such headings. A line of nothing but a day
looks like the platform's own time of publication. It is none where two or more stand on the page, each right over a
paragraph: a platform prints its time once, beside a name, with a clock, or over a heading of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from tanik.page.calendar_names import MONTHS, OLDER_MONTHS, WEEKDAYS, one_of

__all__ = ["day_headings", "is_weekday"]

_FEWEST: Final = 2
_LONGEST: Final = 48
_PROSE: Final = 40
_WEEKDAY: Final = rf"(?:{one_of(WEEKDAYS)})(?: gunu)?"


@cache
def _day() -> re.Pattern[str]:
    """A day alone on its line, in comparison form, with or without year and weekday, in any of the calendars."""
    month = one_of({*MONTHS, *OLDER_MONTHS})
    written = rf"\d{{1,2}}\.?\s(?:{month})(?:[,\s]\s*\d{{3,4}})?|(?:{month})\s\d{{1,2}}(?:,?\s\d{{4}})?"
    numbers = r"\d{1,2}[./-]\d{1,2}[./-]\d{4}"
    return re.compile(
        rf"[\[(]?(?:{_WEEKDAY},?\s)?(?P<day>{written}|{numbers})(?:[,\s]\s*\(?{_WEEKDAY}\)?)?[\])]?\s?[.:]?"
    )


def day_headings(folded: Sequence[str]) -> frozenset[int]:
    """Which lines, in comparison form, are the days that a diary's entries stand under; empty where it is none.

    >>> told = "bugun yagmur yagdi, mektebe kimse gelmedi, erken yattik."
    >>> sorted(day_headings(["gunluk", "5 mart 1922, pazar", told, "6 mart 1922, pazartesi", told]))
    [1, 3]
    >>> day_headings(["bir yazi", "5 mart 2022", told]) == frozenset()
    True
    """
    days = [at for at, line in enumerate(folded) if len(line) <= _LONGEST and _day().fullmatch(line.strip())]
    heads = frozenset(at for at in days if at + 1 < len(folded) and len(folded[at + 1]) >= _PROSE)
    return heads if len(heads) >= _FEWEST and len(heads) * 2 > len(days) else frozenset()


def is_weekday(folded: str) -> bool:
    """Whether some words in comparison form are a day of the week.

    >>> is_weekday("pazar gunu"), is_weekday("pazarci")
    (True, False)
    """
    return re.fullmatch(_WEEKDAY, folded.strip(" .,()")) is not None
