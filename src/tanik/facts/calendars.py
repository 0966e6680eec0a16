"""Four calendars and the days they share.

Comes in: a day named in one calendar. Goes out: its Julian day number, from which every other calendar names the
same day. A day number in the middle keeps the rules of each calendar in one place and makes every conversion a
pair of steps. Own arithmetic, because no library at hand knows the Ottoman fiscal (Rumi) calendar and the usual
Hijri one starts at 1343.

Rumi has three periods. From 1 Mart 1256 (13 March 1840) to 15 Şubat 1332 its days are those of the Julian
calendar and its year begins in March. The law of 8 February 1917 (Takvim-i garbînin kabulü, Düstur II, 9) dropped
thirteen days: 16 Şubat 1332 became 1 Mart 1333, and 1333 ran from March to December. From 1334 days and the start
of the year are Gregorian, and law 698 of 26 December 1925 ended the calendar on 31 Kânunuevvel 1341.

Hijri is the tabular (civil) calendar, leap years 2 5 7 10 13 16 18 21 24 26 29 of thirty: the day that was really
kept, by the new moon, may lie one day off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from tanik.facts.model import Calendar

__all__ = ["Day", "ImpossibleDay", "day_number", "gregorian", "month_length", "named_in", "weekday"]

RUMI_FIRST: Final = 1256
RUMI_LAST: Final = 1341
RUMI_OFFSET: Final = 584
_HIJRI_EPOCH: Final = 1948439  # the day before 1 Muharrem 1 = 16 July 622 (Julian)
_LONG_MONTHS: Final = (1, 3, 5, 7, 8, 10, 12)


class ImpossibleDay(ValueError):
    """A calendar has no such day; the message is the code of the reason (``DateMention.problem``)."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day as one calendar names it.

    `month` counts from 1. Rumi months carry the number of their modern namesake (Mart 3, Kânunusani 1),
    whichever month the year began with.
    """

    calendar: Calendar
    year: int
    month: int
    day: int


def _gregorian_number(year: int, month: int, day: int) -> int:
    """Day number of a day of the (proleptic) Gregorian calendar (Fliegel and Van Flandern, CACM 11, 1968)."""
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    return day + (153 * months + 2) // 5 + 365 * years + years // 4 - years // 100 + years // 400 - 32045


def _julian_number(year: int, month: int, day: int) -> int:
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    return day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083


def _hijri_number(year: int, month: int, day: int) -> int:
    return day + (59 * (month - 1) + 1) // 2 + 354 * (year - 1) + (3 + 11 * year) // 30 + _HIJRI_EPOCH


_CHANGE: Final = _gregorian_number(1917, 3, 1)
_RUMI_START: Final = _gregorian_number(1840, 3, 13)
_RUMI_END: Final = _gregorian_number(1925, 12, 31)


def _leap(calendar: Calendar, year: int) -> bool:
    if calendar is Calendar.HIJRI:
        return (11 * year + 14) % 30 < 11
    if calendar is Calendar.JULIAN:
        return year % 4 == 0
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _rumi_year(year: int, month: int) -> tuple[Calendar, int]:
    """The calendar whose days a Rumi year used in that month, and that calendar's year."""
    if year >= 1333:
        return Calendar.GREGORIAN, year + RUMI_OFFSET
    return Calendar.JULIAN, year + RUMI_OFFSET + (month < 3)


def month_length(calendar: Calendar, year: int, month: int) -> int:
    """How many days the month has; raises ImpossibleDay where the calendar has no such month.

    >>> month_length(Calendar.RUMI, 1332, 2)
    15
    """
    if not 1 <= month <= 12:
        raise ImpossibleDay(f"month-unknown:{month}")
    if calendar is Calendar.HIJRI:
        return 30 if month % 2 == 1 or (month == 12 and _leap(calendar, year)) else 29
    if calendar is Calendar.RUMI:
        if not RUMI_FIRST <= year <= RUMI_LAST:
            raise ImpossibleDay(f"rumi-out-of-use:{year}")
        if year == 1333 and month < 3:
            raise ImpossibleDay("rumi-1333-short")
        if year == 1332 and month == 2:
            return 15
        calendar, year = _rumi_year(year, month)
    if month == 2:
        return 29 if _leap(calendar, year) else 28
    return 31 if month in _LONG_MONTHS else 30


def day_number(day: Day) -> int:
    """The Julian day number of `day`; raises ImpossibleDay if its calendar has no such day.

    >>> day_number(Day(Calendar.RUMI, 1336, 4, 23)) == day_number(Day(Calendar.GREGORIAN, 1920, 4, 23))
    True
    """
    if day.year < 1:
        raise ImpossibleDay(f"year-unknown:{day.year}")
    longest = month_length(day.calendar, day.year, day.month)
    if not 1 <= day.day <= longest:
        if (day.calendar, day.year, day.month) == (Calendar.RUMI, 1332, 2):
            raise ImpossibleDay("rumi-days-dropped")
        raise ImpossibleDay(f"day-beyond-month:{longest}:{day.day}")
    calendar, year = day.calendar, day.year
    if calendar is Calendar.RUMI:
        calendar, year = _rumi_year(year, day.month)
    if calendar is Calendar.HIJRI:
        return _hijri_number(year, day.month, day.day)
    if calendar is Calendar.JULIAN:
        return _julian_number(year, day.month, day.day)
    return _gregorian_number(year, day.month, day.day)


def _civil(number: int, *, proleptic_gregorian: bool) -> tuple[int, int, int]:
    """Year, month and day of a day number (E. G. Richards, Mapping Time, 1998, algorithm F)."""
    shifted = number + 1401
    if proleptic_gregorian:
        shifted += (4 * number + 274277) // 146097 * 3 // 4 - 38
    quarter = 4 * shifted + 3
    fifth = 5 * (quarter % 1461 // 4) + 2
    month = (fifth // 153 + 2) % 12 + 1
    return quarter // 1461 - 4716 + (14 - month) // 12, month, fifth % 153 // 5 + 1


def _hijri(number: int) -> tuple[int, int, int]:
    year = (30 * (number - _HIJRI_EPOCH - 1) + 10646) // 10631
    rest = number - _hijri_number(year, 1, 1)
    month = min(12, (2 * rest + 1) // 59 + 1)
    while month > 1 and _hijri_number(year, month, 1) > number:
        month -= 1
    return year, month, number - _hijri_number(year, month, 1) + 1


def named_in(calendar: Calendar, number: int) -> Day | None:
    """How `calendar` names the day of that number; None where the calendar was not in use (Rumi only).

    >>> named_in(Calendar.RUMI, day_number(Day(Calendar.GREGORIAN, 1909, 4, 13)))
    Day(calendar=<Calendar.RUMI: 'rumi'>, year=1325, month=3, day=31)
    """
    if calendar is Calendar.HIJRI:
        return Day(calendar, *_hijri(number))
    if calendar is not Calendar.RUMI:
        return Day(calendar, *_civil(number, proleptic_gregorian=calendar is Calendar.GREGORIAN))
    if not _RUMI_START <= number <= _RUMI_END:
        return None
    year, month, day = _civil(number, proleptic_gregorian=number >= _CHANGE)
    early = number < _CHANGE and month < 3
    return Day(calendar, year - RUMI_OFFSET - early, month, day)


def gregorian(day: Day) -> date:
    """The Gregorian date of `day`; raises ImpossibleDay if its calendar has no such day.

    >>> gregorian(Day(Calendar.RUMI, 1324, 7, 10)).isoformat()
    '1908-07-23'
    """
    number = day_number(day)
    try:
        return date(*_civil(number, proleptic_gregorian=True))
    except ValueError as error:
        raise ImpossibleDay(f"year-unknown:{day.year}") from error


def weekday(number: int) -> int:
    """Day of the week of a day number: 0 Monday … 6 Sunday.

    >>> weekday(day_number(Day(Calendar.GREGORIAN, 1923, 10, 29)))
    0
    """
    return number % 7
