"""Days that head the entries of a diary or register: "5 Mart 1922, Pazar" over what was written that day.

Comes in: the lines of a page in comparison form. Goes out: which of them are such headings. A line of nothing but a day
looks like the platform's own time of publication. It is none where two or more stand on the page, each right over a
paragraph: a platform prints its time once, beside a name, with a clock, or over a heading of its own. Nor is a line of
a chronology, "15 Mayıs 1919: İzmir'in işgali": its day has no year or one in which no platform was, a mark behind it,
and others like it on the page.
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
_YEAR_ALONE: Final = re.compile(r"[\W_]*(?:yil\W*|year\W*)?1[0-9]\d\d(?:-c[iu] il)?[\W_]*")
_PLATFORMS: Final = 1990  # from which year on a platform may have printed a day
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


@cache
def _entry() -> re.Pattern[str]:
    """A day, or a month with its year, at the head of a line that goes on behind a mark, in comparison form."""
    month = one_of({*MONTHS, *OLDER_MONTHS})
    day_first = rf"(?:\d{{1,2}}\.?\s)?(?:{month})(?:[,\s]\s*(?P<year>\d{{4}}))?"
    month_first = rf"(?:{month})\s\d{{1,2}}(?:,?\s(?P<other>\d{{4}}))?"
    mark = r"\s?(?:[:|]|\s-|-\s|\.\s)\s*[^\W\d_]\S*\s\S"
    return re.compile(rf"[\s*•\-]*(?:{day_first}|{month_first}){mark}")


def _dated_entries(folded: Sequence[str]) -> frozenset[int]:
    """The lines of a chronology, which begin with their day; empty where fewer than two do.

    A day without a year counts where a year of the past stands alone on a line.
    """
    found = {at: one for at, line in enumerate(folded) if (one := _entry().match(line)) is not None}
    years = {at: int(one["year"] or one["other"] or 0) for at, one in found.items()}
    if not all(years.values()) and not any(_YEAR_ALONE.fullmatch(line) for line in folded):
        years = {at: year for at, year in years.items() if year}
    past = frozenset(at for at, year in years.items() if year < _PLATFORMS)
    return past if len(past) >= _FEWEST else frozenset()


def _calendar_headings(folded: Sequence[str]) -> frozenset[int]:
    """The lines that are a year or a month alone, where a chronology stands under several of them."""
    years = {at for at, line in enumerate(folded) if _YEAR_ALONE.fullmatch(line)}
    months = {at for at, line in enumerate(folded) if line.strip(" .:*#") in MONTHS} if years else set()
    return frozenset(years | months) if len(months) >= _FEWEST or len(years) > _FEWEST else frozenset()


def day_headings(folded: Sequence[str]) -> frozenset[int]:
    """Which lines, in comparison form, are the days that a diary's entries stand under, or a chronology's entries.

    >>> told = "bugun yagmur yagdi, mektebe kimse gelmedi, erken yattik."
    >>> sorted(day_headings(["gunluk", "5 mart 1922, pazar", told, "6 mart 1922, pazartesi", told]))
    [1, 3]
    >>> day_headings(["bir yazi", "5 mart 2022", told]) == frozenset()
    True
    >>> sorted(day_headings(["yillar", "15 mayis 1919: izmir'in isgali", "4 eylul 1919 - sivas kongresi"]))
    [1, 2]
    """
    days = [at for at, line in enumerate(folded) if len(line) <= _LONGEST and _day().fullmatch(line.strip())]
    heads = frozenset(at for at in days if at + 1 < len(folded) and len(folded[at + 1]) >= _PROSE)
    heads = heads if len(heads) >= _FEWEST and len(heads) * 2 > len(days) else frozenset()
    return heads | _dated_entries(folded) | _calendar_headings(folded)


def is_weekday(folded: str) -> bool:
    """Whether some words in comparison form are a day of the week.

    >>> is_weekday("pazar gunu"), is_weekday("pazarci")
    (True, False)
    """
    return re.fullmatch(_WEEKDAY, folded.strip(" .,()")) is not None
