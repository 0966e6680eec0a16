"""The times a platform prints on what it publishes: `13 Mart 2017 tarihinde, saat 11:52`.

Comes in: text as a platform's header line has it. Goes out: where a stamp stands and its EDTF value, to the
minute where a clock time belongs to it. This is not the grammar of dates in running text (that is the next
room's work): a stamp has a day, a month and a year of the Gregorian calendar, and is written by a machine.
Matching is on the comparison form, which keeps offsets, so one table serves every script.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.page.calendar_names import MONTHS, SHORT_WEEKDAYS, WEEKDAYS, one_of

__all__ = ["Stamp", "find_stamps", "iso_stamp", "puts_month_first"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A printed date with, it may be, a clock time: `edtf` is ``YYYY-MM-DD`` or ``YYYY-MM-DDThh:mm``.

    A time `counted` from now may be coarser (``2021~``), or empty where nothing says when now was. The span takes in
    when the words were changed ("~ 10:04").
    """

    span: Span
    edtf: str
    counted: bool = False

    @property
    def day(self) -> str:
        """The date alone."""
        return self.edtf[:10]

    @property
    def timed(self) -> bool:
        """Whether a clock time belongs to it."""
        return "T" in self.edtf


_NAMES: Final = one_of(MONTHS)
# A clock time belongs to a date when only separators, a weekday or a word for "hour" stand between.
_CLOCK: Final = (
    rf"(?:[\s,;|·•.\-@»]*(?:(?:{one_of((*WEEKDAYS, *SHORT_WEEKDAYS))})\b)?"
    r"(?:tarihinde|gunu|saat|saati|at|um|v|ora|k)?[\s,;|·\-:@]*){1,3}?"
    r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?(?!\d|[.,]\d)(?:\s?(?P<half>[ap])\.?m\b)?"
)
_DAY_FIRST: Final = (
    rf"(?<![\d.,])(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.)?\s*[\s\-/.]\s*(?P<month>{_NAMES})\.?\s*[\s,\-/.]"
    r"\s*(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)"
)
_MONTH_FIRST: Final = (
    rf"\b(?P<month>{_NAMES})\.?\s+(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)"
)
_NUMBERS: Final = (
    r"(?<![\d.,/])(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[./\-])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
    r"(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)"
)
_NUMBERS_MONTH_FIRST: Final = (
    r"(?<![\d.,/])(?P<month>0?[1-9]|1[0-2])/(?P<day>0?[1-9]|[12]\d|3[01])/(?P<year>(?:19|20)\d\d)(?!\d|[.,]\d)"
)
_ISO: Final = r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>0[1-9]|1[0-2])[-/.](?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
_FORMS: Final = tuple(re.compile(form) for form in (_ISO, _DAY_FIRST, _MONTH_FIRST, _NUMBERS))
_AMERICAN_FORMS: Final = tuple(re.compile(form) for form in (_ISO, _DAY_FIRST, _MONTH_FIRST, _NUMBERS_MONTH_FIRST))
_SLASHED: Final = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)\d\d(?!\d)")
_TIME: Final = re.compile(_CLOCK)
_ISO_TIME: Final = re.compile(r"[t ]([01]\d|2[0-3]):([0-5]\d)")
# What a changed entry's time leaves behind: "~ 10:04", "~ 15.02.2011".
_CHANGED: Final = re.compile(
    r"\s*(?:~\s*(?:\d{1,2}\.\d{1,2}\.\d{4}\s*)?(?:\d{1,2}[:.]\d{2}\b(?!\.\d))?|[–\-]\s*\d{1,2}[:.]\d{2}\b(?!\.\d))"
)
# Journals declare a year, or a year and a month.
_COARSE: Final = re.compile(r"((?:19|20)\d\d)(?:[-/](0[1-9]|1[0-2]))?")
_ANY_YEAR: Final = re.compile(r"(?:19|20)\d\d")
# Never look further than this for the clock time: a stamp is one phrase.
_REACH: Final = 48


def _value(match: re.Match[str]) -> str | None:
    """The day of one match, or None if the calendar has no such day."""
    month = match["month"]
    number = MONTHS.get(month) or int(month)
    try:
        return date(int(match["year"]), number, int(match["day"])).isoformat()
    except ValueError:
        return None


def _clock_after(folded: str, end: int) -> tuple[str, int] | None:
    """The clock time that follows the date ending at `end`, and where it ends."""
    iso = _ISO_TIME.match(folded, end)
    if iso:
        return f"{iso[1]}:{iso[2]}", iso.end()
    match = _TIME.match(folded, end, min(len(folded), end + _REACH))
    if not match:
        return None
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return f"{hour:02d}:{match['minute']}", match.end()


def _candidates(folded: str, *, month_first: bool) -> Iterator[Stamp]:
    for form in _AMERICAN_FORMS if month_first else _FORMS:
        for match in form.finditer(folded):
            day = _value(match)
            if day is None:
                continue
            time, end = _clock_after(folded, match.end()) or ("", match.end())
            changed = _CHANGED.match(folded, end)
            span = Span(match.start(), changed.end() if changed else end)
            yield Stamp(span, f"{day}T{time}" if time else day)


def puts_month_first(text: str) -> bool:
    """Whether a page writes its dates in numbers with the month first: some can only be read so, and none otherwise.

    >>> puts_month_first("10/17/2014 and 03/04/2014"), puts_month_first("03/04/2014"), puts_month_first("17/10/2014")
    (True, False, False)
    """
    pairs = [(int(first), int(second)) for first, second in _SLASHED.findall(text)]
    return any(second > 12 >= first for first, second in pairs) and not any(first > 12 for first, _ in pairs)


def find_stamps(text: str, folded: str | None = None, *, month_first: bool = False) -> tuple[Stamp, ...]:
    """Every printed date of `text`, in order, none inside another; `folded` is its comparison form if at hand.

    Numbers parted by `/` are a day and a month, or with `month_first` a month and a day.

    >>> [stamp.edtf for stamp in find_stamps("13 Mart 2017 tarihinde, saat 11:52, 02.01.2014")]
    ['2017-03-13T11:52', '2014-01-02']
    """
    if not _ANY_YEAR.search(text):
        return ()
    kept: list[Stamp] = []
    for stamp in sorted(
        _candidates(fold(text) if folded is None else folded, month_first=month_first),
        key=lambda s: (s.span.start, -s.span.end),
    ):
        if not kept or stamp.span.start >= kept[-1].span.end:
            kept.append(stamp)
    return tuple(kept)


def iso_stamp(value: str | None) -> str | None:
    """The EDTF value of a machine-readable time (an attribute, a metadata field), or None.

    >>> iso_stamp("2013-11-15T09:12:40+00:00"), iso_stamp("2016/12/30"), iso_stamp("2009/05"), iso_stamp("dün")
    ('2013-11-15T09:12', '2016-12-30', '2009-05', None)
    """
    stamps = find_stamps(value or "")
    if stamps:
        return stamps[0].edtf
    coarse = _COARSE.fullmatch((value or "").strip())
    return "-".join(filter(None, coarse.groups())) if coarse else None
