"""The dates of a chronology that only its form tells: "23: TBMM açıldı" under "Nisan" under "1920".

Comes in: the dates found by their words and the entries of the page. Goes out: the dates with those of entries that the
words alone do not make, or make less exact ("1921, Temmuz: …"). What the entry's heading gave is inherited from it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tanik.facts.calendars import RUMI_LAST
from tanik.facts.dates.values import Value, day_value, month_value
from tanik.facts.model import Basis, Calendar, DateMention
from tanik.facts.outline.entries import Entries, Entry

__all__ = ["with_entries"]


def _value(entry: Entry) -> Value | None:
    if entry.year is None or entry.year <= RUMI_LAST:
        return None
    if entry.month is None:
        return Value(f"{entry.year:04d}", Calendar.GREGORIAN, entry.year)
    if entry.day is None:
        return month_value(Calendar.GREGORIAN, entry.year, entry.month)
    return day_value(Calendar.GREGORIAN, entry.year, entry.month, entry.day)


def _mention(entry: Entry, text: str) -> DateMention | None:
    value = _value(entry)
    if value is None:
        return None
    basis = Basis.WRITTEN if entry.anchor is None else Basis.INHERITED
    words = entry.date.of(text)
    return DateMention(entry.date, words, value.edtf, value.calendar, basis, "date.entry", entry.anchor, value.problem)


def with_entries(found: Sequence[DateMention], entries: Entries, text: str) -> tuple[DateMention, ...]:
    """The dates of `text` in order, with those that only the form of an entry tells.

    What the words of an entry's date already make a date of stays as it is, unless it is but a part of them.
    """
    ordered = sorted(found, key=lambda one: one.span.start)
    gone, made = set[DateMention](), list[DateMention]()
    for entry in entries.found:
        low = bisect_left(ordered, entry.date.start, key=lambda one: one.span.start)
        high = bisect_left(ordered, entry.date.end, key=lambda one: one.span.start)
        inside = [one for one in ordered[max(0, low - 1) : high] if one.span.overlaps(entry.date)]
        whole = any(one.span.contains(entry.date) for one in inside)
        if whole or entry.spread or (told := _mention(entry, text)) is None:
            continue
        # "1921, 28 Mayıs": the year alone and the day with that year are parts of one date
        if all(len(one.edtf or "") < len(told.edtf or "") or one.edtf == told.edtf for one in inside):
            gone.update(inside)
            made.append(told)
    kept = [one for one in ordered if one not in gone] + made
    return tuple(sorted(kept, key=lambda one: one.span.start))
