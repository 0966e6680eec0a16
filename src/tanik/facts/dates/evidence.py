"""What a page itself proves about how its dates are written.

Comes in: the candidates of a page. Goes out: whether its Rumi months in figures are counted from March, and the year
that a misspelt one must be. Neither is ever guessed: a numeric month counts from March only where the page puts an
equal date beside one of them, and a year is repaired only where the same day and month stand on the page with a year
that differs in one slip of the hand.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from tanik.facts.calendars import RUMI_FIRST, RUMI_LAST
from tanik.facts.dates.scan import Candidate
from tanik.facts.dates.values import day_value
from tanik.facts.dates.written import Written
from tanik.facts.dates.years import Year, read_year
from tanik.facts.model import Calendar

__all__ = ["Repair", "counted_from_march", "from_march", "march_first", "year_repaired"]

_BESIDE = 6  # characters of " (" or " = " between a date and its equal
_CLAUSE = 40  # and of a parenthesis that ends the clause
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Repair:
    """The year a misspelt one must be, and where on the page it stands rightly."""

    year: str
    start: int
    end: int


def _numeric_rumi(found: Written) -> Year | None:
    """The year of a date in figures whose year is Rumi, else None."""
    if found.rule != "date.numeric" or not found.year or found.upto is not None:
        return None
    year = read_year(found.year, "solar", ())
    return year if year is not None and year.calendar is Calendar.RUMI else None


def from_march(found: Written, year: int) -> tuple[int, int]:
    """Year and month of a Rumi date whose months are counted from March.

    >>> from_march(Written(0, 0, 0, "date.numeric", 2, 1, "solar", "1336"), 1336)
    (1336, 3)
    """
    month = ((found.month or 1) + 1) % _MONTHS + 1
    # the tenth month, Kânunuevvel, ends the civil year; the next two are those of the next one since 1334
    return (year + 1, month) if month < 3 and year >= 1334 else (year, month)


def march_first(candidates: tuple[Candidate, ...]) -> bool:
    """Whether a date in figures on this page equals one beside it only when months count from March."""
    proven = False
    for one, other in itertools.pairwise(candidates):
        first, second = one.found, other.found
        if not isinstance(first, Written) or not isinstance(second, Written) or not second.year:
            continue
        year = _numeric_rumi(first)
        gap = second.start - first.end
        equated = 0 <= gap <= _BESIDE or (0 <= gap <= _CLAUSE and other.before.endswith("("))
        beside = equated and second.day and second.month and not second.upto
        if year is None or not beside or first.day is None or first.month is None:
            continue
        told = read_year(second.year, second.naming, ())
        if told is None:
            continue
        wanted = day_value(told.calendar, told.number, second.month or 0, second.day or 0).edtf
        plain = day_value(Calendar.RUMI, year.number, first.month, first.day).edtf
        counted = day_value(Calendar.RUMI, *from_march(first, year.number), first.day).edtf
        if wanted is not None and wanted == plain:
            return False
        proven = proven or (wanted is not None and wanted == counted)
    return proven


def _one_slip(wrong: str, right: str) -> bool:
    """Whether one letter put in, left out, changed or swapped with its neighbour turns `right` into `wrong`."""
    if len(wrong) == len(right):
        odd = [index for index, pair in enumerate(zip(wrong, right, strict=True)) if pair[0] != pair[1]]
        swapped = len(odd) == 2 and odd[1] == odd[0] + 1 and wrong[odd[0]] == right[odd[1]]
        return len(odd) == 1 or (swapped and wrong[odd[1]] == right[odd[0]])
    longer, shorter = sorted((wrong, right), key=len, reverse=True)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def year_repaired(found: Written, candidates: tuple[Candidate, ...]) -> Repair | None:
    """The one year that the page gives the same day elsewhere and that `found` misspells; None where it proves none."""
    right: dict[str, Written] = {}
    for candidate in candidates:
        other = candidate.found
        if not isinstance(other, Written) or not other.year or len(other.year) != 4 or other.upto is not None:
            continue
        same = (other.day, other.month) == (found.day, found.month)
        if same and _one_slip(found.odd_year or "", other.year):
            right.setdefault(other.year, other)
    if len(right) != 1:
        return None
    ((year, other),) = right.items()
    return Repair(year, other.start, other.end)


def counted_from_march(found: Written) -> Written:
    """`found` with its month counted from March, where its year is Rumi and it is written in figures."""
    year = _numeric_rumi(found)
    if year is None or not RUMI_FIRST <= year.number < RUMI_LAST:
        return found
    number, month = from_march(found, year.number)
    return replace(found, year=str(number), month=month, rule="date.numeric.from-march")
