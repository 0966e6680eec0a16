"""Births in years that only the Ottoman treasury can have counted: "1298'de Erzurum'da doğdu, 1931'de öldü".

Comes in: the candidates of a page. Goes out: whether the year of a birth, read as ours, would make a life of six
hundred years: its paragraph goes on with a year of ours, and no other year of the page is one of the Middle Ages.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.facts.calendars import RUMI_FIRST, RUMI_LAST
from tanik.facts.dates.scan import Candidate
from tanik.facts.dates.written import Bare, Written

__all__ = ["RUMI_HEYDAY", "Births"]

RUMI_HEYDAY: Final = 1325
"""From here a bare year of a page on 1909–1925 is Rumi sooner than medieval."""

_BIRTH: Final = re.compile(r"\W*(?:(?:[dt][ae]|yil\w*|sene\w*)\s+)?(?:\S+[dt][ae]\s+)?dog(?:d|m[au]|up|um)")
_DIGITS: Final = 4  # of a year that is not shortened


class Births:
    """The years of one page among which its births lie."""

    def __init__(self, candidates: tuple[Candidate, ...]) -> None:
        self._ours: dict[int, int] = {}  # where the last year of ours stands, by its paragraph
        self._medieval = False
        for one in candidates:
            year = _year_of(one)
            if year > RUMI_LAST:
                self._ours[one.block.start] = one.found.start
            elif RUMI_FIRST <= year < RUMI_HEYDAY and not _is_birth(one):
                self._medieval = True

    def is_late(self, candidate: Candidate) -> bool:
        """Whether a year of the Middle Ages or the treasury is of a birth, and of one not long before our own years."""
        goes_on = self._ours.get(candidate.block.start, 0) > candidate.found.start
        return goes_on and not self._medieval and _is_birth(candidate)


def _year_of(candidate: Candidate) -> int:
    """The year that a candidate has in all its digits, else 0."""
    year = str(candidate.found.year or "") if isinstance(candidate.found, Written | Bare) else ""
    return int(year) if len(year) == _DIGITS and year.isdecimal() else 0


def _is_birth(candidate: Candidate) -> bool:
    return _BIRTH.match(fold(candidate.after)) is not None
