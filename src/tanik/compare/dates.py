"""What two EDTF dates have to do with one another.

Comes in: EDTF as facts carry it (a day, month, year, season, decade, interval, with ``~ ? %``). Goes out: the
earliest and the latest day that it can mean, as ISO strings, which compare as strings. Years before 1000 or after
9999 do not occur on pages about the recent past and are not read.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Final

__all__ = ["bounds", "days_between", "is_day", "overlap"]

_DATE: Final = re.compile(r"(\d{3}[\dX]|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?")
_SEASONS: Final = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@lru_cache(maxsize=1 << 14)
def bounds(edtf: str | None) -> tuple[str, str] | None:
    """The first and the last day that a date can mean, or None where it fixes no year.

    >>> bounds("1921-05"), bounds("193X"), bounds("1921-03-07/1921-03-08")
    (('1921-05-01', '1921-05-31'), ('1930-01-01', '1939-12-31'), ('1921-03-07', '1921-03-08'))
    """
    if not edtf:
        return None
    parts = [_single(part) for part in re.sub(r"[~?%]|T.*$", "", edtf).split("/")]
    known = [part for part in parts if part is not None]
    if not known or len(known) != len(parts):
        return None
    return known[0][0], known[-1][1]


def _single(edtf: str) -> tuple[str, str] | None:
    match = _DATE.fullmatch(edtf)
    if match is None:
        return None
    year, month, day = match.groups()
    first, last = year.replace("X", "0"), year.replace("X", "9")
    if month is None or month == "XX" or first != last:
        return f"{first}-01-01", f"{last}-12-31"
    if month in _SEASONS:
        begin, end = _SEASONS[month]
        return f"{first}-{begin}-01", f"{first}-{end}-31"
    if not 1 <= int(month) <= 12:
        return None
    if day is None or day == "XX":
        return f"{first}-{month}-01", f"{first}-{month}-{_DAYS[int(month) - 1]:02}"
    return f"{first}-{month}-{day}", f"{first}-{month}-{day}"


def is_day(edtf: str | None) -> bool:
    """Whether a date names one day.

    >>> is_day("1921-03-23"), is_day("1921-03")
    (True, False)
    """
    found = bounds(edtf)
    return found is not None and found[0] == found[1]


def overlap(one: str | None, other: str | None) -> bool:
    """Whether two dates can be the same; an unknown date can be any.

    >>> overlap("1921", "1921-03-23"), overlap("1920", "1921-03-23"), overlap(None, "1920")
    (True, False, True)
    """
    left, right = bounds(one), bounds(other)
    return left is None or right is None or (left[0] <= right[1] and right[0] <= left[1])


def days_between(begin: str, end: str) -> int:
    """Days from one ISO day to another; each may be the 29th of a February that is shorter, as `bounds` gives it.

    >>> days_between("1921-02-29", "1921-03-02"), days_between("1921-03-02", "1921-03-01")
    (1, -1)
    """
    return _ordinal(end) - _ordinal(begin)


def _ordinal(day: str) -> int:
    year, month, number = (int(part) for part in day.split("-"))
    return date(year, month, 1).toordinal() + number - 1
