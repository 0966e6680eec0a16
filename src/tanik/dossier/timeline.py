"""What a page dates, laid on one line of time.

Comes in: a page's report, its findings, the witnesses. Goes out: rows and places in pixels, which the template draws as
SVG beside a table of the same. A bar is solid where the date is certain and faded where it is only possible. Long
stretches in which nothing happens are folded, or a page of 2018 about 1923 would be two dots and a blank. The drawing
is a template's and not a chart library's: see ``docs/decisions`` for what was measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tanik.compare.model import Finding, FindingKind
from tanik.dossier.display import shorten
from tanik.dossier.edtf import in_words
from tanik.dossier.model import PageReport
from tanik.dossier.words import say
from tanik.facts.model import Quotation, QuotationForm, Statement
from tanik.page.model import SegmentKind
from tanik.trace.model import Status, Trace, Witness

__all__ = ["Bar", "Row", "Timeline", "draw_timeline", "extent"]

PLOT, ROW, HEAD = 900, 26, 36
_LETTER = 6.6  # the width of a letter in the drawing, nearly
_FOLD_DAYS = 15 * 365  # an empty stretch longer than this is folded,
_FOLDED = 0.06  # … and takes this share of the line
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 120_000)
_MONTH_ROOM, _YEAR_ROOM = 88, 40
_LEAST = 6.0  # a day on a line of decades is still to be seen
_GAP = 8.0  # between a bar and its words
_LEAST_ROOM = 260.0  # with less on either side, words stand over their bar
_MOST_ROWS = 40
_LABEL = 60
_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T.*)?")
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_SPEECH = frozenset(("say", "write", "sign", "publish", "order", "request", "promise", "offer", "accept", "refuse"))
_DATING = (QuotationForm.LETTER, QuotationForm.TELEGRAM, QuotationForm.DOCUMENT)
_LIMITS = ("since", "death", "end")


@dataclass(frozen=True, slots=True)
class Bar:
    """An extent in days since year 1: what is possible, and the part of it that is certain (None: none is)."""

    first: int
    last: int
    sure: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its kind (statement, claimed, attested or published), words, date, link, and its bars in pixels.

    `shown` are the words for which the picture has room, and `label_at` where they begin, or end if `leftward`; `when`
    is the date in words, empty where the words have it.
    """

    kind: str
    label: str
    edtf: str
    target: str
    possible: tuple[float, float]
    sure: tuple[float, float] | None = None
    when: str = ""
    shown: str = ""
    label_at: float = 0.0
    leftward: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is drawn: rows, times (x, EDTF), folds (x), limits of anachronism (x, words, finding); and all rows."""

    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, str], ...]
    folds: tuple[float, ...]
    limits: tuple[tuple[float, str, int], ...]
    left_out: int = 0

    @property
    def first(self) -> str:
        """The date that begins earliest."""
        return min(self.rows, key=lambda row: row.possible[0]).edtf

    @property
    def last(self) -> str:
        """The date that ends last."""
        return max(self.rows, key=lambda row: sum(row.possible)).edtf

    @property
    def floor(self) -> int:
        """Where the rows end, from above."""
        return HEAD + ROW * len(self.rows)

    def top(self, row: int) -> int:
        """The line on which a row's words stand, from above; its bar is beside them."""
        return HEAD + ROW * row + 16

    @property
    def width(self) -> int:
        """The width of the drawing in pixels."""
        return PLOT + 8

    @property
    def height(self) -> int:
        """The height of the drawing in pixels."""
        return self.floor + 14 * len(self.limits) + 12


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    words: str
    edtf: str
    target: str
    bar: Bar


def extent(edtf: str | None) -> Bar | None:
    """The days that a date can mean; certain are a single day, and in an interval what lies between its ends.

    >>> day, month, span = extent("1923-02-17"), extent("1923-02"), extent("1919/1922")
    >>> day.sure == (day.first, day.last), month.sure, month.last - month.first, date.fromordinal(span.sure[0]).year
    (True, None, 27, 1919)
    >>> extent("XXXX-09") is None
    True
    """
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    ends = [_single(part) for part in ((start, end) if slash else (start,))]
    known = [found for found in ends if found is not None]
    if len(known) != len(ends) or known[-1][1] < known[0][0]:
        return None
    first, last = known[0][0], known[-1][1]
    if re.search("[~?%]", edtf):
        return Bar(first, last)
    if slash:
        sure = (known[0][1], known[-1][0])
        return Bar(first, last, sure if sure[0] < sure[1] else None)
    return Bar(first, last, (first, last) if first == last else None)


def _single(edtf: str) -> tuple[int, int] | None:
    found = _DATE.fullmatch(edtf.rstrip("~?%"))
    if found is None:
        return None
    year, month, day = found.groups()
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    try:
        if first != last or not month or month == "XX":
            return date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal()
        since = int(month)
        if since in _SEASONS:
            return _months(first, _SEASONS[since], 3)
        if not day or day == "XX":
            return _months(first, since, 1)
        there = date(first, since, int(day)).toordinal()
    except ValueError:
        return None
    return there, there


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    over = month + count
    after = date(year + (over - 1) // 12, (over - 1) % 12 + 1, 1)
    return date(year, month, 1).toordinal(), (after - timedelta(days=1)).toordinal()


def draw_timeline(
    page_id: str,
    report: PageReport,
    findings: Sequence[tuple[int, Finding]],
    witnesses: Mapping[str, Witness],
    lang: str,
) -> Timeline | None:
    """The line of time of one page, or None where it dates fewer than two things.

    `findings` are the page's own, each with its number in the dossier.
    """
    entries = sorted(
        (
            *_statements(page_id, report),
            *_quotations(page_id, report, witnesses, lang),
            *_published(page_id, report),
        ),
        key=lambda entry: (entry.kind in ("claimed", "attested"), entry.bar.first, entry.bar.last),
    )
    entries = _in_pairs(entries)
    if len(entries) < 2:
        return None
    shown, limits = entries[:_MOST_ROWS], tuple(_limits(findings, lang))
    scale = _Scale([entry.bar for entry in shown] + [Bar(day, day) for day, _, _ in limits])
    return Timeline(
        rows=tuple(_row(entry, scale, lang) for entry in shown),
        ticks=tuple(scale.ticks()),
        folds=scale.folds,
        limits=tuple((scale.at(day), words, number) for day, words, number in limits),
        left_out=len(entries) - len(shown),
    )


def _in_pairs(entries: Sequence[_Entry]) -> list[_Entry]:
    """What is told first, in order of time; then each quotation's claimed date over its first attestation."""
    told = [entry for entry in entries if entry.kind not in ("claimed", "attested")]
    paired = [entry for entry in entries if entry.kind in ("claimed", "attested")]
    return told + sorted(paired, key=lambda entry: (int(entry.target.rpartition("q")[2]), entry.kind == "attested"))


def _row(entry: _Entry, scale: _Scale, lang: str) -> Row:
    label = entry.words
    if entry.kind != "statement":
        told = say(f"chart.{entry.kind}", lang)
        label = f"{entry.words} · {told}" if entry.words else told
    possible = scale.bar(entry.bar.first, entry.bar.last)
    sure = None if entry.bar.sure is None else scale.bar(*entry.bar.sure)
    return Row(
        entry.kind,
        label,
        entry.edtf,
        entry.target,
        possible,
        sure,
        *_beside(label, in_words(entry.edtf, lang), possible),
    )


def _beside(label: str, date: str, bar: tuple[float, float]) -> tuple[str, str, float, bool]:
    """The words beside a bar, right of it where they have room, else left; over a bar that leaves no room.

    Gives the date, as many words as fit, where they stand, and whether they end there.
    """
    right, left = bar[0] + bar[1] + _GAP, bar[0] - _GAP
    told = "" if date in label else date
    room = (len(label) + len(told) + 1) * _LETTER
    if max(left, PLOT - right) < min(room, _LEAST_ROOM):
        right = bar[0] + _GAP
    leftward = right + room > PLOT and (room <= left or left > PLOT - right)
    most = int((left if leftward else PLOT - right) / _LETTER) - len(told) - 1
    shown = label if len(label) <= most else shorten(label, most)
    return told, shown, left if leftward else right, leftward


def _statements(page_id: str, report: PageReport) -> Iterator[_Entry]:
    """Dated statements; those of one date in one row, so that a list of twenty deeds of one day stays readable."""
    by_date: dict[str, list[int]] = {}
    for index, statement in enumerate(report.facts.statements):
        if statement.when:
            by_date.setdefault(statement.when, []).append(index)
    for when, indices in by_date.items():
        bar = extent(when)
        if bar is not None:
            words = shorten(report.facts.statements[indices[0]].text, _LABEL)
            more = f" (+{len(indices) - 1})" if len(indices) > 1 else ""
            yield _Entry("statement", f"{words}{more}", when, f"{page_id}-s{indices[0]}", bar)


def _published(page_id: str, report: PageReport) -> Iterator[_Entry]:
    bar = extent(report.page.published)
    if bar is not None and report.page.published:
        yield _Entry("published", "", report.page.published, f"{page_id}-text", bar)


def _quotations(page_id: str, report: PageReport, witnesses: Mapping[str, Witness], lang: str) -> Iterator[_Entry]:
    """For each quotation the date that the page claims for it, and that of the earliest witness found."""
    for index, (quotation, trace) in enumerate(zip(report.facts.quotations, report.traces, strict=True)):
        name, target = say("ui.quotation_n", lang, n=index + 1), f"{page_id}-q{index}"
        for kind, when in (("claimed", _claimed(report, quotation)), ("attested", _attested(trace, witnesses))):
            bar = extent(when)
            if bar is not None and when:
                yield _Entry(kind, name, when, target, bar)


def _claimed(report: PageReport, quotation: Quotation) -> str | None:
    """When the page says that the words were said.

    A dated act of speech around or just before them in their paragraph; else the last dated one of the same speaker
    that the page told before; else the date that a letter or document gives itself.
    """
    segment = report.page.segment_at(quotation.span.start)
    since = segment.span.start if segment is not None else 0
    if segment is not None and segment.kind is SegmentKind.QUOTATION and segment.published:
        return segment.published  # the credit below it: "— Nuri Bey, 3 Mayıs 1931"
    acts = [
        statement
        for statement in report.facts.statements
        if statement.when
        and statement.action in _SPEECH
        and statement.span.start <= quotation.span.start
        and (statement.span.overlaps(quotation.span) or statement.span.end <= quotation.span.start)
    ]
    near = [act for act in acts if act.span.start >= since] or [act for act in acts if _speaks(act, quotation)]
    if near:
        return near[-1].when
    if quotation.form not in _DATING:
        return None
    own = [found.edtf for found in report.facts.dates if found.edtf and quotation.span.contains(found.span)]
    return own[0] if own else None


def _speaks(act: Statement, quotation: Quotation) -> bool:
    return quotation.speaker is not None and any(doer.name == quotation.speaker for doer in act.fillers("subject"))


def _attested(trace: Trace | None, witnesses: Mapping[str, Witness]) -> str | None:
    if trace is None or trace.status is Status.ABSENT:
        return None
    held = [witnesses[match.document].date for match in trace.matches if match.document in witnesses]
    dated = [(bar.first, when) for when in held if when and (bar := extent(when)) is not None]
    return min(dated)[1] if dated else None


def _limits(findings: Iterable[tuple[int, Finding]], lang: str) -> Iterator[tuple[int, str, int]]:
    """The days on which anachronisms turn: a founding, a law, a death, a battle's end."""
    seen: set[tuple[str, str]] = set()
    for number, finding in findings:
        details = dict(finding.details)
        for what in _LIMITS:
            bar = extent(details.get(what))
            told = (details.get("name", ""), details.get(what, ""))
            if finding.kind is FindingKind.ANACHRONISM and bar is not None and told not in seen:
                seen.add(told)
                yield bar.first, f"{shorten(told[0], 24)}: {in_words(told[1], lang)}", number


class _Scale:
    """Days to pixels, with long empty stretches folded."""

    def __init__(self, bars: Sequence[Bar]) -> None:
        self._parts = _parts(bars)
        width = PLOT * (1 - _FOLDED * (len(self._parts) - 1))
        days = sum(last - first for first, last in self._parts)
        self._per_day = width / days
        starts, at = [], 0.0
        for first, last in self._parts:
            starts.append(at)
            at += (last - first) * self._per_day + PLOT * _FOLDED
        self._starts = starts

    @property
    def folds(self) -> tuple[float, ...]:
        """The middle of every fold."""
        return tuple(round(start - PLOT * _FOLDED / 2, 1) for start in self._starts[1:])

    def at(self, day: int) -> float:
        """Where a day lies."""
        for (first, last), start in zip(self._parts, self._starts, strict=True):
            if first <= day <= last:
                return round(start + (day - first) * self._per_day, 1)
        raise ValueError(f"day {day} lies in a fold")

    def bar(self, first: int, last: int) -> tuple[float, float]:
        """Where a stretch begins, and how wide it is; never too narrow to be seen."""
        left, right = self.at(first), self.at(last)
        if right - left < _LEAST:
            left, right = (left + right - _LEAST) / 2, (left + right + _LEAST) / 2
        return round(left, 1), round(right - left, 1)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Whole months (in EDTF) where they have room for their names, else whole years, as many as have room."""
        free = 0.0
        for first, last in self._parts:
            step = next(n for n in _STEPS if n * 30 * self._per_day >= (_MONTH_ROOM if n < 12 else _YEAR_ROOM))
            for months in range(date.fromordinal(first).year * 12, date.fromordinal(last).year * 12 + 12, step):
                day = date(max(months // 12, 1), months % 12 + 1, 1)
                room = _MONTH_ROOM if step < 12 else _YEAR_ROOM
                if not first <= day.toordinal() <= last:
                    continue
                at = self.at(day.toordinal())
                if at >= free and at + room - 8 <= self.at(last) + PLOT * _FOLDED / 2:
                    free = at + room - 2
                    yield at, f"{day.year:04}-{day.month:02}" if step < 12 else f"{day.year:04}"


def _parts(bars: Sequence[Bar]) -> list[tuple[int, int]]:
    """The stretches of time that are drawn: around all bars, parted where nothing lies for long."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted((bar.first, bar.last) for bar in bars):
        if merged and first - merged[-1][1] <= _FOLD_DAYS:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    room = max(60, sum(last - first for first, last in merged) // 12)
    return [(max(1, first - room), min(date.max.toordinal(), last + room)) for first, last in merged]
