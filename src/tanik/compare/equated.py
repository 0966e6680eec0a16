"""Two dates that a page gives for one day, in two calendars: whether the calendars agree.

Comes in: one page. Goes out: findings. Writers put the day of today's calendar in brackets behind the old one ("14
Ağustos 1335 (14 Ağustos 1919)"), or the other way round; where the two are not the same day, one of them, or the name
of its calendar, was passed on wrongly. Only dates that stand side by side with nothing but such brackets, an equals
sign or "yani" between them are taken as one; a Hijri day is reckoned by the tables and may be off, so it is given two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tanik.compare.dates import bounds, days_between
from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind, Place
from tanik.core.span import Span
from tanik.facts.model import Basis, Calendar, DateMention

__all__ = ["check_equated"]

# "(" or "= " or "yani", the calendar's name or its letter before the second date; behind a mere comma or dash its name.
_CASE: Final = r"['’]?(?:[dt][iu]r|[dt][ae]n?|[iıuü]n)?(?: (?:senesi|yili|gunu|tarihi?(?:dir)?|tarihinde|tarihli))?"
_BY: Final = r"(?:miladi|rumi|hicri|gregorian|hijri)\b[.:]?(?: (?:takvimle|takvime gore|tarihle|olarak))? ?"
_TODAY: Final = r"(?:bugunku|simdiki|yeni|bizim|gunumuz) takvim(?:le|imizle|de|e gore) ?"
_BETWEEN: Final = re.compile(
    rf"{_CASE}(?:(?:\s?[(\[]\s?|\s?=\s?|\s?/\s?|,? (?:yani|that is,?|yeni) )"
    rf"(?:{_BY}|{_TODAY}|(?:m|r|h)\b[.:]? ?)?|(?:,\s|\s?[–—]\s?|\s{{3}}|;\s)(?:{_BY}|{_TODAY}))"
)
_NAMED: Final = re.compile(r"\b(?:miladi|rumi|hicri|hijri|gregorian|milattan)\b")
_CLOSED: Final = re.compile(r"\s?(?:m|miladi|rumi|hicri|h|r)?\.?\s?[)\]/;,=]")
_RUMI: Final = 584
_HIJRA: Final = 621.6
_LUNAR: Final = 0.970224  # of our year is a lunar one
_EITHER: Final = 1  # years: the old year reaches into the next of ours
_TABULAR: Final = 2  # days: the tables may be one off, and the day was counted from sunset


def check_equated(dated: Dated) -> Iterator[Finding]:
    """The findings about pairs of dates of one page that are told to be the same day."""
    dates = [date for date in dated.page.facts.dates if date.edtf and not date.problem]
    for one, other in pairwise(dates):
        if (_is_pair(dated, one, other) or _both_named(dated, one, other)) and not _meet(one, other):
            yield _misfit(dated, one, other)


def _is_pair(dated: Dated, one: DateMention, other: DateMention) -> bool:
    """Whether the page gives `other` as `one` in another calendar; a year alone may be read in two ways."""
    if one.calendar is other.calendar or Basis.RELATIVE in (one.basis, other.basis):
        return False
    between = dated.folded[one.span.end : other.span.start]
    years = not any("-" in (date.edtf or "")[:7] for date in (one, other))
    if one.span.end > other.span.start or (years and not _are_years_apart(one, other, between)):
        return False
    if not _BETWEEN.fullmatch(between):
        return False
    bracketed = "(" in between or "[" in between
    return not bracketed or _CLOSED.match(dated.folded[other.span.end : other.span.end + 12]) is not None


def _are_years_apart(one: DateMention, other: DateMention, between: str) -> bool:
    """Whether a year of ours, called so, is that of an old year in neither of its readings: "1329 (miladi 1918)"."""
    old = re.search(r"\b1[23]\d\d\b", one.text)
    new = bounds(other.edtf)
    if old is None or new is None or "miladi" not in between:
        return False
    rumi, hijri = int(old[0]) + _RUMI, round(int(old[0]) * _LUNAR + _HIJRA)
    return all(abs(int(new[0][:4]) - year) > _EITHER for year in (rumi, hijri))


def _both_named(dated: Dated, one: DateMention, other: DateMention) -> bool:
    """Whether each of two dates has the name of its calendar: "miladi 15 Ağustos 1914, rumi 2 Ağustos 1330"."""
    if one.calendar is other.calendar or one.span.end > other.span.start:
        return False
    led = dated.folded[max(0, one.span.start - 12) : one.span.start] + dated.folded[one.span.start : one.span.end]
    between = dated.folded[one.span.end : other.span.start] + dated.folded[other.span.start : other.span.end]
    apart = other.span.start - one.span.end <= len(", miladi takvimle ")
    years = all(re.search(r"\d{4}", date.text) for date in (one, other))
    both = _NAMED.search(led) is not None and _NAMED.search(between) is not None
    bracketed = Calendar.HIJRI in (one.calendar, other.calendar) and _NAMED.search(led) is not None
    return years and apart and (both or (bracketed and _BETWEEN.fullmatch(between[: -len(other.text)]) is not None))


def _meet(one: DateMention, other: DateMention) -> bool:
    left, right = bounds(one.edtf), bounds(other.edtf)
    if left is None or right is None:
        return True
    slack = _TABULAR if Calendar.HIJRI in (one.calendar, other.calendar) else 0
    return days_between(left[0], right[1]) >= -slack and days_between(right[0], left[1]) >= -slack


def _misfit(dated: Dated, one: DateMention, other: DateMention) -> Finding:
    old, new = (other, one) if one.calendar is Calendar.GREGORIAN else (one, other)
    end = other.span.end + (dated.folded[other.span.end : other.span.end + 1] in (")", "]"))
    return Finding(
        FindingKind.IMPOSSIBLE_DATE,
        (Place(dated.page.id, Span(one.span.start, end)),),
        "date-equated",
        (("old", old.text), ("date", old.edtf or ""), ("new", new.text)),
        (("rule", old.rule), ("date", old.edtf or ""), ("calendar", old.calendar.value)),
    )
