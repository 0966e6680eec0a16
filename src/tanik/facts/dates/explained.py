"""One date in every calendar, and why it means what it is taken to mean.

Comes in: the words of one date. Goes out: the day in each calendar, its weekday, how sure the reading is, and the
reasons as codes with their details, which the command line puts into the reader's language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from tanik.core.fold import fold
from tanik.facts.calendars import Day, day_number, named_in, weekday
from tanik.facts.dates.find import find_dates
from tanik.facts.dates.words import ROLES
from tanik.facts.dates.years import calendar_year
from tanik.facts.model import Basis, Calendar, DateMention
from tanik.page.model import Page, Source

__all__ = ["DateExplanation", "Reason", "explain_date"]

_DAY: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)~?")
_SHORT_YEAR: Final = re.compile(r"(?<!\d)\d{2,3}$")
_YEAR_ALONE: Final = re.compile(r"['’]?\d{2,3}")
_WORD: Final = re.compile(r"[^\W\d_]+")
_DOUBTS: Final = ("short_year.guess", "year.two_readings", "weekday.differs")
_CHANGE: Final = date(1917, 3, 1)
_RUMI_CENTURY: Final = date(1900, 3, 13)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a date is read as it is: a code and what fills it in."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DateExplanation:
    """A date explained.

    `certainty` is certain, computed (by a calendar's rule), within_a_day (tabular Hijri), not_a_day (a month, a year,
    a decade: as long as the words say), ambiguous, impossible or none (no date in the words). `days` names the day in
    each calendar that had it; empty where no single day is meant. `weekday` is 0 Monday … 6 Sunday. `problem` says
    why a date is impossible.
    """

    text: str
    edtf: str | None
    calendar: Calendar | None
    certainty: str
    days: tuple[Day, ...] = ()
    weekday: int | None = None
    reasons: tuple[Reason, ...] = ()
    problem: str | None = None


def _page(text: str, as_of: date) -> Page:
    source = Source(sha256="0" * 64, media_type="text/plain", path="-")
    return Page("date", source, text, (), published=as_of.isoformat(), language="und")


def _rumi_reason(found: date) -> Reason:
    if found >= _CHANGE:
        return Reason("rumi.after_1917", (("offset", "584"),))
    return Reason("rumi.julian", (("days", "13" if found >= _RUMI_CENTURY else "12"),))


def _reasons(mention: DateMention, found: date | None) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    if mention.calendar is Calendar.RUMI and found is not None:
        reasons.append(_rumi_reason(found))
    if mention.calendar is Calendar.HIJRI:
        reasons.append(Reason("hijri.tabular"))
    if mention.calendar is Calendar.JULIAN:
        reasons.append(Reason("julian.said"))
    if mention.basis is not Basis.WRITTEN:
        reasons.append(Reason("counted_from_today"))
    if _SHORT_YEAR.search(mention.text) and mention.edtf:
        two = re.search(r"(?<!\d)\d\d$", mention.text) is not None
        code = "short_year.guess" if two else "short_year"
        reasons.append(Reason(code, (("year", mention.edtf[:4]),)))
    if re.fullmatch(r"1[23]\d\d", mention.text):
        year = calendar_year(int(mention.text))
        low = int(mention.text) - int(mention.text) * 11 // 365 + 621
        reasons.append(Reason("year.two_readings", (("rumi", str(year.gregorian)), ("hijri", f"{low}/{low + 1}"))))
    return tuple(reasons)


def _weekday_differs(text: str, fell: int) -> tuple[Reason, ...]:
    """That a weekday among the words is not the one the day fell on; empty where it is, or none is named."""
    for word in _WORD.findall(text):
        told = ROLES["weekday"].get(fold(word))
        if told is not None:
            return () if int(told) == fell else (Reason("weekday.differs", (("written", word),)),)
    return ()


def _certainty(mention: DateMention, reasons: tuple[Reason, ...]) -> str:
    if mention.edtf is None:
        return "impossible"
    if any(reason.code in _DOUBTS for reason in reasons) or mention.edtf.startswith("X"):
        return "ambiguous"
    if mention.problem is not None:
        return "ambiguous"
    if mention.calendar is Calendar.HIJRI:
        return "within_a_day"
    if mention.calendar is not Calendar.GREGORIAN:
        return "computed"
    return "certain" if _DAY.fullmatch(mention.edtf) else "not_a_day"


def explain_date(text: str, as_of: date) -> DateExplanation:
    """The first date that `text` names, in every calendar; `as_of` is the day that relative dates count from.

    >>> found = explain_date("26 Nisan 1336", date(2026, 1, 1))
    >>> found.edtf, found.weekday, found.certainty
    ('1920-04-26', 0, 'computed')
    """
    short = _YEAR_ALONE.fullmatch(text.strip()) is not None  # "937" alone: as in "937 yılında"
    mentions = find_dates(_page(text.strip() + " yılında" if short else text, as_of))
    if not mentions:
        return DateExplanation(text, None, None, "none")
    mention = mentions[0]
    match = _DAY.fullmatch(mention.edtf or "")
    if match is None:
        reasons = _reasons(mention, None)
        certainty = _certainty(mention, reasons)
        return DateExplanation(
            text, mention.edtf, mention.calendar, certainty, reasons=reasons, problem=mention.problem
        )
    found = date(*(int(part) for part in match.groups()))
    number = day_number(Day(Calendar.GREGORIAN, found.year, found.month, found.day))
    days = tuple(day for calendar in Calendar if (day := named_in(calendar, number)) is not None)
    reasons = (*_reasons(mention, found), *_weekday_differs(text, weekday(number)))
    if mention.calendar is not Calendar.HIJRI:
        reasons = (*reasons, Reason("hijri.tabular"))  # the Hijri name of the day is shown too, and may be one off
    return DateExplanation(
        text,
        mention.edtf,
        mention.calendar,
        _certainty(mention, reasons),
        days,
        weekday(number),
        reasons,
        mention.problem,
    )
