"""What the rest of a page says of a day or month without a year: the year in which it tells the same one.

Comes in: the candidates of a page. Goes out: the year of the day or the month, where the page writes it with one year
only. A story that runs over the turn of a year names its January with the next year somewhere; a comment that asks of
"12 Eylül" means the day that the page tells of.
"""

from __future__ import annotations

from tanik.facts.dates.scan import Candidate
from tanik.facts.dates.written import Written
from tanik.facts.dates.years import read_year
from tanik.facts.model import Calendar

__all__ = ["Elsewhere"]

_YEAR_BEGIN = 2  # until February the days are those after the turn of the year
_DIGITS = 4  # of a year that is not shortened


class Elsewhere:
    """The days and months of one page with the years they are written with, and the days settled since."""

    def __init__(self, candidates: tuple[Candidate, ...]) -> None:
        self._days: dict[tuple[int, int], int] = {}
        self._months: dict[int, set[int]] = {}
        for candidate in candidates:
            found = candidate.found
            if not isinstance(found, Written) or not found.month or not found.year or found.upto is not None:
                continue
            year = read_year(found.year, found.naming, ())
            if year is None or len(found.year) != _DIGITS or year.calendar is Calendar.HIJRI:
                continue
            if found.day:
                self._days.setdefault((found.month, found.day), year.gregorian)
            if not candidate.cited:
                self._months.setdefault(found.month, set()).add(year.gregorian)

    def learn(self, month: int | None, day: int | None, year: int | None) -> None:
        """Take in a day whose year the story gave."""
        if month and day and year:
            self._days.setdefault((month, day), year)

    def year_of_day(self, found: Written) -> int | None:
        """The year with which the page tells of the day, None where it does not."""
        return self._days.get((found.month or 0, found.day or 0))

    def year_of_month(self, found: Written, main: int) -> int:
        """`main`, the year that the page is about, or the next if its January or February is told in that alone."""
        turned = 0 < (found.month or 0) <= _YEAR_BEGIN and self._months.get(found.month or 0) == {main + 1}
        return main + turned
