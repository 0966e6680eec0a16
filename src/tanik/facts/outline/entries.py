"""Dated entries: the lines of a chronology, and days, months and years that stand over what happened then.

Comes in: a page. Goes out: its entries, each with the words of its date, what that date governs and its year, month
and day; what the line does not say itself is the heading's above it ("1920" over "Nisan" over "23: TBMM açıldı"). A
date stands at the head of its line, a day at that of a sentence too, and a mark, wide space or the line's end behind
it; a year or a whole date may stand before a capital ("1881 Selanik'te doğdu"), and a day or month with its year behind
the words in brackets ("Kars'ın kurtuluşu (30 Ekim 1920)"). One such line is anybody's; a chronology has several.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import accumulate
from typing import Final

from tanik.core.fold import fold, fold_whole
from tanik.core.span import Span
from tanik.facts.once import once
from tanik.facts.tables import roles, rows
from tanik.page.model import Page, SegmentKind

__all__ = ["Entries", "Entry", "entries_of"]

_READ: Final = frozenset((SegmentKind.TITLE, SegmentKind.PARAGRAPH, SegmentKind.COMMENT))
_FEWEST: Final = 2
_FEWEST_LOOSE: Final = 3
_YEARS: Final = range(1000, 2100)
_MONTHS_OF_YEAR: Final = range(1, 13)
_LONGEST_HEADING: Final = 70
_LONGEST_BETWEEN: Final = 600  # characters between the line of one day and that of the next
_QUICK: Final = re.compile(r"^[^\n]{0,24}?\d", re.MULTILINE)
_CLOSES: Final = re.compile(r"[.!?:;,…\"”»')\]]$")
_YEAR, _MONTH, _DAY = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A dated entry.

    `date` are the words of the date, `body` what it governs behind or below it. `head` says that the date stands on a
    line of its own, `loose` that nothing but a space stands behind it. `anchor` is the heading that gave what the words
    do not say. A stretch of days or years has only the parts that all of it has.
    """

    date: Span
    body: Span
    year: int | None
    month: int | None
    day: int | None
    head: bool = False
    loose: bool = False
    anchor: Span | None = None
    spread: bool = False

    @property
    def start(self) -> int:
        """Where the entry begins: with its date, or with its words where the date stands behind them."""
        return min(self.date.start, self.body.start)

    @property
    def end(self) -> int:
        """Where it ends: with its words, or with the bracket behind its date."""
        return self.body.end if self.date.start < self.body.start else self.date.end + 1

    @property
    def rank(self) -> int:
        """0 of a year, 1 of a month, 2 of a day."""
        return _DAY if self.day is not None else _MONTH if self.month is not None else _YEAR


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a page, in order."""

    found: tuple[Entry, ...] = ()
    reached: tuple[int, ...] = field(init=False, compare=False, repr=False)  # how far any entry up to each one goes

    def __post_init__(self) -> None:
        object.__setattr__(self, "reached", tuple(accumulate((one.end for one in self.found), max)))

    def over(self, offset: int) -> Entry | None:
        """The nearest entry whose date or body `offset` stands in; a day goes before the year over it."""
        at = bisect_right(self.found, offset, key=lambda one: one.start) - 1
        while at >= 0 and offset < self.reached[at]:
            if offset < self.found[at].end:
                return self.found[at]
            at -= 1
        return None


@cache
def _months() -> dict[str, int]:
    """The months of the solar year by their folded names, short ones too."""
    told = (row for row in rows("months.csv") if row["calendar"] == "solar" and row["kind"] in ("name", "short"))
    return {fold(row["form"]): int(row["month"]) for row in told}


def _one_of(names: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


@cache
def _ways() -> tuple[str, ...]:
    """The ways to write a date, in comparison form; groups d, m and y with a digit for each."""
    month, second = _one_of(_months()), r"(?P<r{0}>\s?[-/]\s?\d{{1,2}})?"
    return (
        r"(?P<d6>\d{1,2})[./](?P<m6>\d{1,2})[./](?P<y6>\d{4})\b",
        rf"(?P<d1>\d{{1,2}}){second.format(1)}\.?\s{{0,2}}(?P<m1>{month})(?![^\W\d_])(?:\s?[,.]?\s?(?P<y1>\d{{4}})\b)?",
        rf"(?P<m2>{month})\s(?P<d2>\d{{1,2}})\b{second.format(2)}(?:,?\s(?P<y2>\d{{4}})\b)?",
        rf"(?P<m3>{month})\b(?:\s(?P<y3>\d{{4}})\b)?",
        rf"(?P<y4>\d{{4}})\b(?P<r4>\s?-\s?\d{{4}})?(?:-c[iu]\sil(?:in)?)?(?:,?\s?(?P<d4>\d{{1,2}})\s(?P<m4>{month})\b"
        rf"|,?\s?(?P<m5>{month})(?:(?<=[a-z]{{3}})[iu])?\b(?:\s(?P<d5>\d{{1,2}})\b)?)?",
    )


@cache
def _dated() -> re.Pattern[str]:
    """A date at the head of a line or sentence; under a month a number alone."""
    alone = r"(?P<d7>\d{1,2})(?=\s?[:|]|\s-\s)"
    lead = r"[ \t#>*_•·▪►●+\[(\-]*(?:\d{1,3}/[ \t]+|\d{1,3}\)[ \t]+)?(?:(?:yil|year)\b:?\s)?[*_]*"
    lead = rf"(?:^{lead}|(?P<inner>(?<=[.!?;] )))"
    return re.compile(rf"{lead}(?P<date>{'|'.join((*_ways(), alone))})", re.MULTILINE)


@cache
def _bracketed() -> re.Pattern[str]:
    """A line that ends in a date in brackets, in comparison form."""
    said = r"^[ \t>*•·▪►●\-]*(?P<body>[^\W_][^\n()]{3,150}?)[ \t]*"
    return re.compile(rf"{said}\((?P<date>{'|'.join(_ways())})\)[ \t]*[.;,]?[ \t]*$", re.MULTILINE)


@cache
def _behind() -> re.Pattern[str]:
    """What may stand behind the date: the line's end, a mark or wide space before words, or one space."""
    weekday = rf"(?:,?\s\(?(?:{_one_of(roles('date_words.csv')['weekday'])})(?: gunu)?\)?)?"
    end = r"[)\]*_.:,\s-]*$"
    comma = r"[)\]*_]*,(?=[ \t]+[^\W\d_])"
    mark = r"[)\]*_]*[ \t]?(?:[:|]|\t| {2,}|-(?!\d)|\.(?=[ \t]))[*_|:\t -]*(?=[^\s])"
    space = rf"(?P<space>(?P<comma>{comma})[ \t]+|[*_]*[ ](?=[^\W_]))"
    return re.compile(rf"{weekday}(?:(?P<end>{end})|(?P<mark>{mark})|{space})", re.MULTILINE)


def _parts(match: re.Match[str]) -> tuple[int | None, int | None, int | None, bool]:
    """Year, month and day of a date as matched, and whether it is a stretch of days or years."""
    told = {key: value for key, value in match.groupdict().items() if value is not None and key[1:].isdecimal()}
    year = next((int(value) for key, value in told.items() if key[0] == "y"), None)
    named = next((value for key, value in told.items() if key[0] == "m"), None)
    month = None if named is None else int(named) if named.isdecimal() else _months()[named]
    day = next((int(value) for key, value in told.items() if key[0] == "d"), None)
    return year, month, day, any(key[0] == "r" for key in told)


def _entry(text: str, folded: str, match: re.Match[str]) -> Entry | None:
    """The entry that a line begins, as its words alone have it; None where its date goes on in a sentence."""
    year, month, day, spread = _parts(match)
    behind = _behind().match(folded, match.end("date"))
    possible = (year is None or year in _YEARS) and (month is None or month in _MONTHS_OF_YEAR)
    if behind is None or not possible or (day is not None and not 0 < day <= 31):
        return None
    if match["inner"] is not None and (behind["mark"] is None or day is None or month is None):
        return None  # within a line a day alone begins an entry, and a mark stands behind it
    parted = behind["space"] is None or behind["comma"] is not None or text[behind.end()].isupper()
    if not parted or (behind["space"] is not None and year is None):
        return None  # "Mart 1921 sonunda", "8 Eylül günü"
    stop = text.find("\n", match.end("date"))
    stop = len(text) if stop < 0 else stop
    head = behind["end"] is not None
    body = Span(stop, stop) if head else Span(behind.end(), stop)
    date = Span(match.start("date"), match.end("date"))
    if spread:
        year, day = (None if match["r4"] else year), None
    return Entry(date, body, year, month, day, head, behind["space"] is not None, spread=spread)


def _behind_words(match: re.Match[str]) -> Entry | None:
    """The entry of a line that ends in its date: a day or month with its year, a year alone being a book's."""
    year, month, day, spread = _parts(match)
    if year not in _YEARS or month not in _MONTHS_OF_YEAR:
        return None
    date, body = (Span(match.start(group), match.end(group)) for group in ("date", "body"))
    return Entry(date, body, year, month, None if spread else day, loose=True, spread=spread)


def _lines(page: Page, folded: str) -> list[Entry]:
    """The dated lines of what is read of a page, as their own words have them."""
    found = []
    for segment in page.segments:
        if segment.kind in _READ:
            low = folded.rfind("\n", 0, segment.span.start) + 1
            every = _dated().finditer(folded, low, segment.span.end)
            found += [one for match in every if (one := _entry(page.text, folded, match)) is not None]
            behind = _bracketed().finditer(folded, low, segment.span.end) if ")" in folded else ()
            found += [one for match in behind if (one := _behind_words(match)) is not None]
    taken = set[int]()
    for one in list(found):  # a line has its date before its words or behind them
        line = folded.rfind("\n", 0, one.start)
        if line in taken and one.body.end <= one.date.start:
            found.remove(one)
        taken.add(line)
    return _parted(sorted({one.date.start: one for one in found}.values(), key=lambda one: one.start), page.text)


def _parted(found: Sequence[Entry], text: str) -> list[Entry]:
    """The entries of lines, each ending where the next begins; a row of several cells is a table's."""
    cut = []
    for at, one in enumerate(found):
        stop = found[at + 1].start if at + 1 < len(found) else len(text)
        cut.append(replace(one, body=Span(one.body.start, min(one.body.end, stop))))
    return [
        _going_on(one, cut[at + 1], text) if at + 1 < len(cut) else one
        for at, one in enumerate(cut)
        if "\t" not in one.body.of(text)
    ]


def _going_on(one: Entry, after: Entry, text: str) -> Entry:
    """A day's entry with the paragraphs between it and that of the next day, which are of the day as well."""
    stop = text.rfind("\n", 0, after.start) + 1
    between = text[one.body.end : stop].strip()
    days = one.day is not None and after.day is not None and not (one.head or one.loose or after.head or after.loose)
    if not days or not between or len(between) > _LONGEST_BETWEEN:
        return one
    closed = all(_CLOSES.search(line.strip()) for line in between.splitlines() if line.strip())
    return replace(one, body=Span(one.body.start, stop)) if closed else one


def _reach(text: str, head: Entry, after: Sequence[Entry]) -> int:
    """Where what stands under a heading ends: at the next date as great, else at the next heading of another kind."""
    stops = (one for one in after if (one.head and one.rank <= head.rank) or (head.rank == _DAY and not one.loose))
    stop = next((one.date.start for one in stops), None)
    if stop is not None:
        return text.rfind("\n", 0, stop) + 1
    told = head.body.end
    for line in re.finditer(r"[^\n]+", text[head.body.end :]):
        at, words = head.body.end + line.start(), line.group().strip()
        dated = any(at <= one.date.start < at + len(line.group()) for one in after)
        heading = len(words) < _LONGEST_HEADING and _CLOSES.search(words) is None and not dated
        if told > head.body.end and heading:
            break
        told = at + len(line.group())
        if head.rank == _DAY and text[told : told + 2] in ("\n\n", ""):
            break
    return told


def _settled(text: str, lines: Sequence[Entry]) -> list[Entry]:
    """The entries with what their headings say, and these with what stands below them."""
    above: list[Entry] = []  # a year, a month and a day at most, the greater first
    found = []
    for at, line in enumerate(lines):
        one = line
        if one.head:
            one = replace(one, body=Span(one.body.start, _reach(text, one, lines[at + 1 :])))
        above = [head for head in above if one.date.start < head.body.end and not (one.head and head.rank >= one.rank)]
        year = next((head for head in above if head.year is not None), None)
        month = next((head for head in reversed(above) if head.month is not None and head.day is None), None)
        if one.month is None and one.day is not None:
            if month is None:
                continue  # a number and a colon: no day where no month is told
            one = replace(one, month=month.month, year=month.year, anchor=month.date)
        if one.year is None and year is not None and not one.spread:
            one = replace(one, year=year.year, anchor=year.date)
        if one.head:
            above.append(one)
        found.append(one)
    return found


def _worth(entries: Iterable[Entry], text: str) -> tuple[Entry, ...]:
    """The entries of a chronology; none where only one or two lines begin with a date."""
    told = [one for one in entries if any(map(str.isalpha, one.body.of(text)))]
    loose = sum(one.loose for one in told)
    return tuple(told) if len(told) - loose >= _FEWEST or len(told) >= _FEWEST_LOOSE else ()


@once
def entries_of(page: Page) -> Entries:
    """The dated entries of a page, in order; none where it is no chronology.

    >>> from tanik.page.read import read
    >>> told = "# 1920\\n\\n23 Nisan: Meclis'in açılışı.\\n\\n10 Ağustos – Sevr'in imzası.\\n"
    >>> page = read(told.encode(), path="a.md")
    >>> [(one.year, one.month, one.day, one.body.of(page.text)[:9]) for one in entries_of(page).found if not one.head]
    [(1920, 4, 23, "Meclis'in"), (1920, 8, 10, "Sevr'in i")]
    """
    if len(_QUICK.findall(page.text)) < _FEWEST:
        return Entries()
    return Entries(_worth(_settled(page.text, _lines(page, fold_whole(page.text))), page.text))
