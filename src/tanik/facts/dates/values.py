"""From day, month and year in some calendar to EDTF.

Comes in: numbers and a calendar. Goes out: an EDTF string in the Gregorian calendar, or why there is none. A Rumi or
Julian month without a day keeps its Gregorian namesake, since it lies in two Gregorian months; a Hijri day is
marked ``~``, because the tabular calendar may be a day off the moon that was seen.
"""

from __future__ import annotations

from dataclasses import dataclass

from tanik.facts.calendars import Day, ImpossibleDay, day_number, gregorian, named_in
from tanik.facts.model import Calendar

__all__ = ["Value", "day_value", "month_value", "rumi_year_of"]


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved date: EDTF or None with a problem, and the Gregorian parts that other dates are counted from."""

    edtf: str | None
    calendar: Calendar
    year: int | None = None
    month: int | None = None
    day: int | None = None
    problem: str | None = None


def rumi_year_of(gregorian_year: int, month: int) -> int:
    """The Rumi year whose `month` (by its modern namesake's number) lay in `gregorian_year`.

    >>> rumi_year_of(1909, 2), rumi_year_of(1909, 4)
    (1324, 1325)
    """
    return gregorian_year - 584 - (month < 3 and gregorian_year <= 1917)


def day_value(calendar: Calendar, year: int, month: int, day: int) -> Value:
    """A day of `calendar` as EDTF.

    >>> day_value(Calendar.RUMI, 1332, 4, 5).edtf, day_value(Calendar.GREGORIAN, 1920, 4, 31).problem
    ('1916-04-18', 'day-beyond-month:30:31')
    """
    try:
        found = gregorian(Day(calendar, year, month, day))
    except ImpossibleDay as error:
        return Value(None, calendar, problem=str(error))
    mark = "~" if calendar is Calendar.HIJRI else ""
    return Value(found.isoformat() + mark, calendar, found.year, found.month, found.day)


def month_value(calendar: Calendar, year: int, month: int) -> Value:
    """A month of `calendar` as EDTF: the namesake's, or for Hijri the months it covers.

    >>> month_value(Calendar.RUMI, 1341, 1).edtf
    '1925-01'
    """
    if calendar is Calendar.RUMI:
        reached = year + 584 + (month < 3 and year < 1334)
        return Value(f"{reached:04d}-{month:02d}", calendar, reached, month)
    if calendar is Calendar.HIJRI:
        first = named_in(Calendar.GREGORIAN, day_number(Day(calendar, year, month, 1)))
        last = named_in(Calendar.GREGORIAN, day_number(Day(calendar, year, month, 29)))
        if first is None or last is None:
            return Value(None, calendar, problem=f"month-unknown:{month}")
        start, end = f"{first.year:04d}-{first.month:02d}", f"{last.year:04d}-{last.month:02d}"
        return Value(start if start == end else f"{start}/{end}", calendar, first.year, first.month)
    return Value(f"{year:04d}-{month:02d}", calendar, year, month)
