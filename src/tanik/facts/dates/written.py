"""A date as a page writes it, before its value is settled.

Comes in: nothing. Goes out: `Written`, which the grammars of figures and of words both make, `Bare` for a year, decade
or century without a month, and the reading of one figure. Apart, so that no grammar needs another.
"""

from __future__ import annotations

from dataclasses import dataclass

from tanik.facts.model import Calendar
from tanik.facts.numbers.tokens import FIGURE, Token

__all__ = ["Bare", "Written", "figure_at"]


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written.

    `last` is the token after it. `month` is 1–12 in the naming `naming` (solar, ottoman, hijri); `year` and
    `check` are digits, the latter a second year given beside the first. `shift` is 0 for "of the same year", -1 and
    1 for the year before and after; `same_month` for "on the 25th of the month". `upto` is the end of a range, joined
    by a `slash` where it may be one day in two styles; `odd_year` are digits that can be no year as they stand.
    """

    start: int
    end: int
    last: int
    rule: str
    day: int | None = None
    month: int | None = None
    naming: str | None = None
    year: str | None = None
    check: str | None = None
    shift: int | None = None
    same_month: bool = False
    season: int | None = None
    ending: str = ""
    stem: str = ""
    lang: str = ""
    upto: Written | None = None
    slash: bool = False
    odd_year: str | None = None


def figure_at(tokens: tuple[Token, ...], at: int, longest: int) -> str | None:
    """The digits at token `at` where they are a whole number of at most `longest` digits, else None."""
    token = tokens[at] if 0 <= at < len(tokens) else None
    if token is None or token.kind != FIGURE or not token.form.isdecimal() or len(token.form) > longest:
        return None
    return token.form


@dataclass(frozen=True, slots=True)
class Bare:
    """A year (or span, decade, century) without month: place, token after it, rule, and years as written.

    `edtf` is set where the value needs no calendar (decades, centuries, spans, and years of another `calendar` beside
    which ours stands); else `year` is the number read.
    """

    start: int
    end: int
    last: int
    rule: str
    year: int | None = None
    edtf: str | None = None
    near: int | None = None
    calendar: Calendar = Calendar.GREGORIAN
