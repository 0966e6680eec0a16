"""A year in two calendars: "1293 (1877)", "1316 (Miladi 1900)", "1245(M.1829)", "1909 (1327)".

Comes in: the tokens of a line and a year of the Hijra or of the Ottoman treasury among them. Goes out: the year of
ours that stands beside it and the calendar by which the two are one year, so that nothing is left to guess: the Rumi
year is 584 years behind (Takvim-i garbînin kabulü, 1917), the Hijri one the fewer the later it is.
"""

from __future__ import annotations

from typing import Final

from tanik.facts.calendars import RUMI_FIRST, RUMI_LAST, RUMI_OFFSET
from tanik.facts.dates.words import has_role, skip_suffix
from tanik.facts.dates.written import Bare, figure_at
from tanik.facts.model import Calendar
from tanik.facts.numbers.tokens import Token, form_at

__all__ = ["doubled_year"]

_FIRST: Final = 900  # of the years that Ottoman pages double
_OF_OURS: Final = ("m", "miladi", "milad")
_OF_THEIRS: Final = ("h", "r", "hicri", "rumi", "hijri")


def _led(tokens: tuple[Token, ...], at: int, words: tuple[str, ...]) -> int:
    """The token after one of `words` at token `at`, and its dot."""
    if form_at(tokens, at) not in words:
        return at
    return at + 1 + (form_at(tokens, at + 1) == ".")


def _four(tokens: tuple[Token, ...], at: int) -> int | None:
    digits = figure_at(tokens, at, 4)
    return int(digits) if digits is not None and len(digits) == 4 else None


def _calendar(number: int, ours: int, *, hijri: bool) -> Calendar | None:
    """The calendar in which `number` is the year `ours` of ours, give or take the one that both lie in."""
    rumi = RUMI_FIRST <= number <= RUMI_LAST and 0 <= ours - number - RUMI_OFFSET <= 1
    lunar = abs(number - number * 11 // 365 + 622 - ours) <= 1
    if lunar and (hijri or not rumi):
        return Calendar.HIJRI
    return Calendar.RUMI if rumi else None


def doubled_year(tokens: tuple[Token, ...], at: int) -> Bare | None:
    """The year at token `at` by the one of ours in brackets behind it or right before its own, or None.

    >>> from tanik.facts.numbers.tokens import cut
    >>> found = doubled_year(cut("1293 (1877) harbi"), 0)
    >>> found.edtf, str(found.calendar)
    ('1877', 'rumi')
    >>> doubled_year(cut("1293 (1999) harbi"), 0) is None
    True
    """
    digits = figure_at(tokens, at, 4)
    number = int(digits) if digits is not None else 0
    if not _FIRST <= number <= RUMI_LAST:
        return None
    last = skip_suffix(tokens, at + 1)
    hijri = has_role("hijri_word", form_at(tokens, at - 1)) or form_at(tokens, at - 2) == "h"
    ours, end = _behind(tokens, last), last
    if ours is None:
        ours, end = _before(tokens, at), at + 1
    calendar = _calendar(number, ours, hijri=hijri) if ours is not None else None
    if calendar is None:
        return None
    return Bare(
        tokens[at].start, tokens[at].end, end, "date.year.doubled", edtf=str(ours), near=ours, calendar=calendar
    )


def _behind(tokens: tuple[Token, ...], at: int) -> int | None:
    """The year of ours in brackets at token `at`, or behind a stroke."""
    if form_at(tokens, at) not in ("(", "/", "["):
        return None
    return _four(tokens, _led(tokens, at + 1, _OF_OURS))


def _before(tokens: tuple[Token, ...], at: int) -> int | None:
    """The year of ours before the bracket in which the one at token `at` stands."""
    opens = at - 1
    while opens > at - 3 and form_at(tokens, opens) in (*_OF_THEIRS, "."):
        opens -= 1
    if form_at(tokens, opens) not in ("(", "["):
        return None
    before = opens - 1
    if form_at(tokens, before - 1) == "'":
        before -= 2
    return _four(tokens, before)
