"""Times that a platform prints counted from now: `3 yıl önce`, `dün 14:05`, `2 hours ago`.

Comes in: a line of a platform's, and the moment the page was made, where the page gives one. Goes out: `Stamp`s whose
value is as coarse as what was printed: "3 years ago" names a year, and approximately (`2021~`), because platforms
round. Without an anchor the value is empty: the line is known for a time, and no time is made up. The moment a text
was *published* is no anchor: comments are younger than what they are written under.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_toml
from tanik.page.calendar_names import WEEKDAYS, one_of
from tanik.page.stamp import Stamp, find_stamps, iso_stamp

__all__ = ["Anchor", "anchor_of", "find_ages"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """The moment a page was made; `zoned` if it is told in UTC, while the page's own clock may stand elsewhere.

    `timed` if its clock time is known; `since` is the EDTF time before which nothing on the page was written.
    """

    moment: datetime
    zoned: bool = False
    timed: bool = True
    since: str | None = None


_TABLE: Final = read_toml("tanik.page", "ago.toml")
_UNITS: Final = ("year", "month", "week", "day", "hour", "minute", "second")
_DAYS: Final = {"year": 365.2425, "month": 30.4369, "week": 7.0, "day": 1.0, "hour": 1 / 24, "minute": 1 / 1440}
# Clocks from UTC-4 to UTC+4 (Baku) show the same day as UTC between these hours; outside them the day is not sure.
_EARLY: Final = 4
_LATE: Final = 20


def _words(key: str) -> dict[str, int]:
    """The words of all languages for `key`, with their place in its row."""
    return {fold(word): place for row in _TABLE["language"] for place, word in enumerate(row[key])}


_UNIT_OF: Final = {word: unit for unit in _UNITS for word in _words(unit)}
_ONE: Final = _words("one")
_COUNTED: Final = rf"(?:(?P<count>\d{{1,3}}|{one_of(_ONE)})\s+)?(?P<unit>{one_of(_UNIT_OF)})"
_PART: Final = re.compile(rf"\b{_COUNTED}\b")
_CLOCK: Final = (
    r"(?:[\s,]*(?:saat|at|v|da|de)?[\s,]+(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?"
    r"(?:\s?(?P<half>[ap])\.?m\b)?)"
)
_AGO: Final = re.compile(
    rf"\b(?:(?:\d{{1,3}}|{one_of(_ONE)})\s+)?(?:{one_of(_UNIT_OF)})"
    rf"(?:(?:,|\s(?:ve|and|və|i))?\s*\d{{1,3}}\s+(?:{one_of(_UNIT_OF)})){{0,2}}\s+(?:{one_of(_words('ago'))})\b"
)
_DAY: Final = re.compile(
    rf"\b(?:(?P<today>{one_of(_words('today'))})|(?P<yesterday>{one_of(_words('yesterday'))}))\b{_CLOCK}?"
)
_WEEKDAY: Final = re.compile(rf"\b(?P<weekday>{one_of(WEEKDAYS)})\b{_CLOCK}")
_NOW: Final = re.compile(rf"\b(?:{one_of(_words('now'))})\b")
_FORMS: Final = (_NOW, _AGO, _DAY, _WEEKDAY)
# Nothing but marks may stand between such a time and an edge of its line, or another part of the line.
_EDGE: Final = " \t\n|·•,;:()[]»«–—-/#"
_LONGEST: Final = 90
_ANCHORS: Final = tuple((re.compile(row["match"]), row["form"], bool(row["zone"])) for row in _TABLE["anchor"])


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the words are a label: the whole line, its end, or its beginning before a mark that parts it.

    "3 yıl önce köye gittim" is somebody's sentence.
    """
    before, after = text[:start].rstrip(), text[end:].lstrip(" ")
    if not after.strip(_EDGE):
        return not before or len(before.split()) <= 5 or before[-1] in _EDGE
    return not before.strip(_EDGE) and after[0] in "|·•\t\n–—-#(" and len(after) < _LONGEST // 2


def find_ages(text: str, folded: str, anchor: Anchor | None = None) -> tuple[Stamp, ...]:
    """The times of a short line that are counted from `anchor`; their `edtf` is empty where that does not settle them.

    >>> now = Anchor(datetime(2024, 5, 10, 14, 30))
    >>> [find_ages(line, fold(line), now)[0].edtf for line in ("3 yıl önce", "dün 14:05", "2 hours ago")]
    ['2021~', '2024-05-09T14:05', '2024-05-10']
    >>> find_ages("3 yıl önce köye gittim", fold("3 yıl önce köye gittim"), now)
    ()
    """
    if len(text) > _LONGEST:
        return ()
    for form in _FORMS:
        match = form.search(folded)
        if match and _stands_alone(text, match.start(), match.end()):
            return (Stamp(Span(match.start(), match.end()), _settled(form, match, anchor), counted=True),)
    return ()


def _settled(form: re.Pattern[str], match: re.Match[str], anchor: Anchor | None) -> str:
    """The value, or nothing where there is no anchor, or where it would be older than the page's own text."""
    value = _value(form, match, anchor) if anchor else None
    bare = (value or "").rstrip("~")
    return "" if anchor is None or value is None or (anchor.since and bare < anchor.since[: len(bare)]) else value


def _value(form: re.Pattern[str], match: re.Match[str], anchor: Anchor) -> str | None:
    if form is _AGO:
        return _counted(match[0], anchor)
    if form is _NOW:
        return _day(anchor.moment, sure=anchor.timed and not _at_midnight(anchor))
    if form is _WEEKDAY:
        back = (anchor.moment.weekday() - WEEKDAYS[match["weekday"]]) % 7
    else:
        back = 0 if match["today"] else 1
    day = anchor.moment - timedelta(days=back)
    if match["hour"] is None or _at_midnight(anchor):
        return _day(day, sure=not _at_midnight(anchor))
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    if form is _WEEKDAY and not back and (hour, int(match["minute"])) > (anchor.moment.hour, anchor.moment.minute):
        day -= timedelta(days=7)  # "Friday at 15:00" read on a Friday at noon
    return f"{day.date().isoformat()}T{hour:02d}:{match['minute']}"


def _at_midnight(anchor: Anchor) -> bool:
    """Whether the page's own calendar may have shown another day than UTC's at that moment."""
    return anchor.zoned and not _EARLY <= anchor.moment.hour < _LATE


def _day(moment: datetime, *, sure: bool) -> str:
    return moment.date().isoformat() + ("" if sure else "~")


def _counted(words: str, anchor: Anchor) -> str | None:
    """EDTF of so many units before the anchor, as coarse as the smallest of them."""
    parts = [(match["count"], _UNIT_OF[match["unit"]]) for match in _PART.finditer(words)]
    if not parts:
        return None
    finest = parts[-1][1]
    days = sum((int(count) if (count or "").isdigit() else 1) * _DAYS.get(unit, 0.0) for count, unit in parts)
    try:
        moment = anchor.moment - timedelta(days=days)
        earlier = moment - timedelta(days=_DAYS.get(finest, 0.0))
    except OverflowError:
        return None
    if finest == "year":
        return f"{moment.year:04d}~"
    if finest == "month":
        return f"{moment:%Y-%m}~"
    if finest in {"week", "day"}:
        return _day(moment, sure=False)
    sure = anchor.timed and earlier.date() == moment.date() and not _at_midnight(anchor)
    return _day(moment, sure=sure)


def anchor_of(
    source: str, retrieved: str | None = None, modified: str | None = None, since: str | None = None
) -> Anchor | None:
    """The moment that a page's "ago" counts from, or None where neither the page nor its archive tells it.

    First what the page carries of its own making (an archive's mark, the clock it prints), then when it was
    `retrieved`, then when it says it was last `modified`; these are ISO times, and `since` when it was published.

    >>> anchor_of("<p>It is currently Tue Mar 04, 2014 2:22 pm</p>").moment.isoformat()
    '2014-03-04T14:22:00'
    """
    for pattern, form, zoned in _ANCHORS:
        match = pattern.search(source)
        moment = _moment(source[match.end() : match.end() + 60], form) if match else None
        if moment is not None:
            return Anchor(moment, zoned, since=since)
    for stated in (retrieved, modified):
        stamp = iso_stamp(stated)
        if stamp and len(stamp) >= len("2014-03-04"):
            moment = datetime.fromisoformat(stamp)
            return Anchor(moment, zoned="T" in stamp and stated is retrieved, timed="T" in stamp, since=since)
    return None


def _moment(text: str, form: str) -> datetime | None:
    if form == "stamp":
        stamps = find_stamps(text)
        return datetime.fromisoformat(stamps[0].edtf) if stamps and stamps[0].span.start < 12 else None
    sizes = (14,) if form.startswith("%Y") else range(24, 15, -1)
    for size in sizes:
        try:
            return datetime.strptime(text[:size].strip(), form)
        except ValueError:
            continue
    return None
