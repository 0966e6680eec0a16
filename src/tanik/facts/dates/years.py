"""Years as pages write them: ``1921``, ``921``, ``'38``, ``1337``, ``337``, ``37``.

Comes in: digits, the month beside them, and the years the page has already named. Goes out: a year in its calendar.
Short years are ambiguous (37 may be 1937 or Rumi 1337): the candidate nearest to the page's other years is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tanik.facts.calendars import RUMI_FIRST, RUMI_LAST, RUMI_OFFSET, Day, day_number, named_in
from tanik.facts.model import Calendar

__all__ = ["Year", "calendar_year", "hijri_year_value", "read_year", "years_apart"]

_STEP: Final = 3  # years by which a year further off in the text must lie nearer in time to decide
_LAST_YEAR: Final = 2100
_OF_THE_PAGE: Final = 5  # years from one that the page names, within which short digits by an Ottoman month may be it


@dataclass(frozen=True, slots=True)
class Year:
    """A year in its calendar, and the Gregorian year it (mostly) falls in."""

    calendar: Calendar
    number: int
    gregorian: int


def _of(calendar: Calendar, number: int) -> Year:
    if calendar is Calendar.RUMI:
        return Year(calendar, number, number + RUMI_OFFSET)
    if calendar is Calendar.HIJRI:
        return Year(calendar, number, number - number * 11 // 365 + 622)
    return Year(calendar, number, number)


def _candidates(digits: str, month_calendar: str | None) -> list[Year]:
    number = int(digits)
    if month_calendar == "hijri":
        return [_of(Calendar.HIJRI, number if len(digits) == 4 else 1000 + number if number > 100 else 1300 + number)]
    if len(digits) == 4:
        rumi = RUMI_FIRST <= number <= RUMI_LAST
        return [_of(Calendar.RUMI if rumi else Calendar.GREGORIAN, number)]
    found = []
    if len(digits) == 3 and RUMI_FIRST <= 1000 + number <= RUMI_LAST:
        found.append(_of(Calendar.RUMI, 1000 + number))
    if len(digits) == 3 and 800 <= number <= 999:
        found.append(_of(Calendar.GREGORIAN, 1000 + number))
    if len(digits) == 2:
        found.append(_of(Calendar.GREGORIAN, 1900 + number))
        if number <= RUMI_LAST - 1300:
            found.append(_of(Calendar.RUMI, 1300 + number))
    return found


def _of_ottoman_month(found: list[Year], near: tuple[int, ...]) -> list[Year]:
    """The years that short digits can mean beside an Ottoman month: Rumi, and ours where the page itself tells of it.

    The months kept their names until 1945, with our years from 1926 on; and writers of today shorten them so.
    """
    rumi = [year for year in found if year.calendar is Calendar.RUMI]
    told = [year for year in found if any(abs(year.gregorian - other) <= _OF_THE_PAGE for other in near)]
    return [*rumi, *(year for year in told if year not in rumi)] if rumi else found


def read_year(digits: str, month_calendar: str | None, near: tuple[int, ...]) -> Year | None:
    """The year that `digits` mean beside a month of `month_calendar` (solar, ottoman, hijri or None).

    `near` are Gregorian years the page names elsewhere, nearest first.

    >>> read_year("37", "solar", (1921,))
    Year(calendar=<Calendar.RUMI: 'rumi'>, number=1337, gregorian=1921)
    >>> read_year("38", "solar", (1938,)).gregorian
    1938
    """
    if not 2 <= len(digits) <= 4 or not 0 <= int(digits) <= _LAST_YEAR:
        return None
    found = _candidates(digits, month_calendar)
    if month_calendar == "ottoman":
        found = _of_ottoman_month(found, near)
    if not found:
        return None
    if len(found) == 1 or not near:
        return found[0]
    return min(
        found, key=lambda year: min(abs(year.gregorian - other) + _STEP * rank for rank, other in enumerate(near))
    )


def hijri_year_value(number: int) -> str:
    """The Gregorian years that a Hijri year lies in, as EDTF.

    >>> hijri_year_value(1338)
    '1919/1920'
    """
    first = day_number(Day(Calendar.HIJRI, number, 1, 1))
    last = day_number(Day(Calendar.HIJRI, number, 12, 29))
    years = [day.year for one in (first, last) if (day := named_in(Calendar.GREGORIAN, one)) is not None]
    return f"{years[0]:04d}" if years[0] == years[-1] else f"{years[0]:04d}/{years[-1]:04d}"


def calendar_year(number: int) -> Year:
    """A four-digit year by itself: Rumi within that calendar's range, else Gregorian."""
    return _of(Calendar.RUMI if RUMI_FIRST <= number <= RUMI_LAST else Calendar.GREGORIAN, number)


def years_apart(begin: str | None, end: str | None) -> int:
    """How many years lie between two that are written out, or 0 where one is not.

    >>> years_apart("1331", "1915"), years_apart(None, "1915")
    (584, 0)
    """
    return int(end) - int(begin) if begin and end and begin.isdigit() and end.isdigit() else 0
