"""What a page has said so far: the dates from which days without a year and relative dates are counted.

Comes in: candidates and, one by one, settled dates. Goes out: the year for a day without one, the start for a
relative date. A day without year takes the year of the last date in its section that is not told in passing
(`passing`); a new section or a comment goes back to the day itself if the page dates it elsewhere, then to the year
that the page is about.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from datetime import date

from tanik.core.fold import fold, fold_whole
from tanik.core.span import Span
from tanik.facts.calendars import RUMI_LAST
from tanik.facts.dates.births import Births
from tanik.facts.dates.deeds import deed_before, tells_deed
from tanik.facts.dates.diary import entry_days, nearest_year
from tanik.facts.dates.elsewhere import Elsewhere
from tanik.facts.dates.parts import part_of
from tanik.facts.dates.passing import is_aside, is_background, is_in_passing, is_of_before, tells_before
from tanik.facts.dates.relative import Relative
from tanik.facts.dates.scan import Candidate
from tanik.facts.dates.values import Value
from tanik.facts.dates.words import ROLES
from tanik.facts.dates.writers import year_of_writer
from tanik.facts.dates.written import Bare, Written
from tanik.facts.dates.years import calendar_year, read_year
from tanik.facts.model import Basis, Calendar, DateMention
from tanik.facts.outline.entries import Entries
from tanik.facts.outline.letters import letters_of
from tanik.page.model import Page, SegmentKind

__all__ = ["Context", "Settled", "Start"]

_NEAREST = 5
_A_LIFE = 30  # years behind what a page tells of: the writer's own
_REST = 120  # characters of a clause
_FIRST_PERSON = re.compile(r"[^.!?;]*?[^\W\d_]{2}[dt][iu](?:m|k)\b")
_YEAR_END, _YEAR_BEGIN = 11, 2  # from November or December to January or February within one sentence
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_NEAR_SENTENCES = 2
_COMING = [[word] for word in ROLES["coming"]]  # "haftaya 17 Kasım": told from the day the page was written
_REPUBLIC = 1950  # and up to which a page is about the time when Rumi years were written
# Paşa, Bey, Efendi and Hazretleri were struck from papers in November 1934 (law 2590): a letter to somebody so called
# is older, and the last year written short that both calendars leave open lies as far from either
_TITLED = 1926
_TITLE = re.compile(r"\b(?:pasa|bey|efendi)(?:\b|['’]|[a-z]{2}\b)|hazretler")
_SHORT, _MANY = 2, 4  # digits; years
_MIDDLE = 15  # of a month
_RUMI_ERA = 1840  # Gregorian years from which a Rumi year may be read into a bare number


@dataclass(frozen=True, slots=True)
class Settled:
    """A date whose value is settled, and the candidate it came from."""

    mention: DateMention
    value: Value
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Start:
    """Where counting starts: a date's parts and the span that gave them (None for the page's own date)."""

    year: int | None
    month: int | None
    day: int | None
    span: Span | None


def _written_years(candidates: tuple[Candidate, ...]) -> list[tuple[int, int]]:
    """(offset, Gregorian year) of every year that needs no context."""
    years = []
    for candidate in candidates:
        found = candidate.found
        if isinstance(found, Written) and found.year and (len(found.year) == 4 or found.naming == "ottoman"):
            year = read_year(found.year, found.naming, ())
            if year is not None:
                years.append((found.start, year.gregorian))
        elif isinstance(found, Bare) and found.year is not None:
            years.append((found.start, found.year if found.year > 1341 else calendar_year(found.year).gregorian))
    return years


def _parts(published: str | None) -> tuple[int | None, int | None, int | None]:
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", published or "")
    if not match:
        return None, None, None
    year, month, day = (int(part) if part else None for part in match.groups())
    return year, month, day


def _titled_letters(page: Page, candidates: tuple[Candidate, ...]) -> tuple[Span, ...]:
    """The letters of a page with short years whose addressee bears a title of before 1934, and those beside them."""
    if not any(isinstance(one.found, Written) and len(one.found.year or "") == _SHORT for one in candidates):
        return ()
    letters = letters_of(page)
    to = (one.addressee for one in letters)
    titled = any(one is not None and _TITLE.search(fold(one.of(page.text))) for one in to)
    return tuple(one.span for one in letters) if titled else ()


class Context:
    """The dates of one page as they are settled, from first to last."""

    def __init__(self, page: Page, candidates: tuple[Candidate, ...], chronology: Entries) -> None:
        self.text = page.text
        self._chronology = chronology
        self.candidates = candidates
        self.published = _parts(page.published)
        self.settled: list[Settled] = []
        self._story: list[Settled] = []  # those whose year the story has
        self._first_of_year: dict[int, Span] = {}
        self._blocks_of_years: set[int] = set()  # those in which a date with a year stands, by identity
        self.pending: tuple[int, int, int | None] | None = None
        self._years = _written_years(candidates)
        self._offsets = [offset for offset, _ in self._years]
        self._tells_years = bool(self._years) or any(isinstance(one.found, Bare) for one in candidates)
        self.births = Births(candidates)
        self._main = self._main_year(candidates)
        self._elsewhere = Elsewhere(candidates)
        self._entries = entry_days(candidates, page.text)
        self._entry_day: Settled | None = None
        self.rumi_page = any(
            isinstance(c.found, Written) and c.found.year and (c.found.naming == "ottoman" or self._is_rumi(c.found))
            for c in candidates
        )
        years = [year for _, year in self._years]
        modern = any(_RUMI_ERA <= year <= _REPUBLIC for year in years)
        self.rumi_likely = modern and not any(1341 < year < _RUMI_ERA for year in years)
        self._rumi_blocks = self._find_rumi_blocks(candidates)
        self._titled = _titled_letters(page, candidates)

    @staticmethod
    def _is_rumi(found: Written) -> bool:
        year = read_year(found.year or "", found.naming, ())
        return year is not None and year.calendar is Calendar.RUMI

    @staticmethod
    def _find_rumi_blocks(candidates: tuple[Candidate, ...]) -> frozenset[int]:
        """Blocks where a day without year under an Ottoman name stands, and no day is dated the modern way."""
        ottoman, modern = set(), set()
        for candidate in candidates:
            found = candidate.found
            if not isinstance(found, Written) or found.month is None or found.day is None:
                continue
            if found.naming == "ottoman" and not found.year:
                ottoman.add(candidate.block.start)
            elif found.year and found.naming == "solar" and not Context._is_rumi(found):
                modern.add(candidate.block.start)
        return frozenset(ottoman - modern)

    def rumi_block(self, candidate: Candidate) -> bool:
        """Whether days without year in this block are counted in the Rumi calendar."""
        return candidate.block.start in self._rumi_blocks

    def _main_year(self, candidates: tuple[Candidate, ...]) -> int | None:
        """The year that the page names most often where it tells its story."""
        told = [c for c in candidates if c.block.kind != SegmentKind.COMMENT and c.found.start < c.block.sources]
        story = [c for c in told or candidates if not is_in_passing(c, self.text)]
        years = Counter(year for _, year in _written_years(tuple(story)))
        often = max(years.values(), default=0)
        # of many years that are told once each none is the one that the page is about
        return next(year for year in years if years[year] == often) if often > 1 or 0 < len(years) < _MANY else None

    def near(self, offset: int) -> tuple[int, ...]:
        """The Gregorian years written nearest to `offset`, nearest first; not that of the date that begins there."""
        at = bisect_left(self._offsets, offset)
        around = [one for one in self._years[max(0, at - _NEAREST) : at + _NEAREST + 1] if one[0] != offset]
        told = tuple(year for _, year in sorted(around, key=lambda item: abs(item[0] - offset)))[:_NEAREST]
        titled = any(one.start <= offset < one.end for one in self._titled)
        return (_TITLED, *told) if titled else told

    def _last(self, candidate: Candidate) -> Settled | None:
        """The last settled date with a year in the candidate's section."""
        last = next(reversed(self._story), None)
        if self.settled and self._shares_aside(self.settled[-1], candidate):
            last = self.settled[-1]
        return last if last is not None and last.candidate.block.section == candidate.block.section else None

    def _shares_aside(self, last: Settled, candidate: Candidate) -> bool:
        """Whether the date before stands in the same parentheses: ``(1921'de geldi, 10 Nisan'da gitti)``."""
        gap = self.text[last.candidate.found.end : candidate.found.start]
        return is_aside(last.candidate) and ")" not in gap and last.value.year is not None

    def _newest(self) -> Settled | None:
        return next((one for one in reversed(self.settled) if one.value.year is not None), None)

    def last_month(self) -> Settled | None:
        """The last date on the page that names a month."""
        return next((one for one in reversed(self.settled) if one.value.month and one.value.year), None)

    def year_for(self, candidate: Candidate, found: Written) -> tuple[int | None, Span | None]:
        """The Gregorian year of a date that names none, and the span that gave it."""
        if found.shift is not None:
            return self._shifted_year(candidate, found.shift)
        now = year_of_writer(fold_whole(self.text), candidate, found, self.published)
        if now is not None:
            return now
        entry = self._entry(candidate) if found.month and found.naming != "hijri" else None
        over = self._chronology.over(candidate.found.start)
        if entry is not None and (over is None or over.date.start == entry.candidate.found.start):
            day = date(entry.value.year or 1, entry.value.month or 1, entry.value.day or 1)
            return nearest_year(day, found.month or 1, found.day), entry.mention.span
        under = self._year_over(candidate)
        if under is not None:
            return under
        if self.published[0] is not None and found.day and fold(candidate.before).split()[-1:] in _COMING:
            return self.published[0], None
        return self._year_of_story(candidate, found)

    def _entry(self, candidate: Candidate) -> Settled | None:
        """The day over the diary's entry in which `candidate` stands, or over the one before where it is one itself."""
        return self._entry_day if candidate.block.kind is not SegmentKind.COMMENT else None

    def _year_over(self, candidate: Candidate) -> tuple[int, Span] | None:
        """The year of the dated entry that a date stands in, unless one with a year was told in it since."""
        entry = self._chronology.over(candidate.found.start)
        if entry is None or entry.year is None or entry.year <= RUMI_LAST:
            return None
        last = self._last(candidate)
        since = max(entry.date.start, candidate.block.start)
        if last is not None and last.candidate.found.start > since and last.candidate.found.start != entry.date.start:
            return None
        return entry.year, entry.anchor or entry.date

    def _year_of_story(self, candidate: Candidate, found: Written) -> tuple[int | None, Span | None]:
        """The year that what was told before gives: the last date's, else that of the same day or of the page."""
        if self.pending is not None and self.pending[0] == candidate.sentence and found.month:
            return self._pending_year(found.month), self.settled[-1].mention.span if self.settled else None
        last = self._last(candidate)
        if last is not None:
            return self._turned(last, candidate, found), last.mention.span
        same_day = self._elsewhere.year_of_day(found)
        if same_day is not None:
            return same_day, self._span_of_year(same_day)
        if self._main is not None:
            year = self._elsewhere.year_of_month(found, self._main)
            return year, self._span_of_year(year)
        # a page that tells years, but none of its story, does not tell of the year in which it was written
        return (self.published[0] if found.day and not self._tells_years else None), None

    def _turned(self, last: Settled, candidate: Candidate, found: Written) -> int | None:
        """The year of the last date; the next one where a sentence goes on from the end of a year to its beginning.

        The one before, where at the beginning of a year a pluperfect tells of its end.
        """
        year, month = last.value.year, last.value.month
        gap = self.text[last.candidate.found.end : candidate.found.start]
        # A story runs forward: the January after a December, a sentence or two on, is that of the next year.
        stops = len(_SENTENCE_END.findall(gap))
        goes_on = stops <= _NEAR_SENTENCES and "\n" not in gap and month is not None and month >= _YEAR_END
        turned = goes_on and found.month is not None and found.month <= _YEAR_BEGIN
        if turned and year is not None:
            return year + 1
        if year is None or month is None or found.month is None or found.month <= month or stops > _NEAR_SENTENCES:
            return year
        # What the pluperfect tells was before that: in January, "29 Kasım'da gelmişti" is of the year that just ended.
        day = date(year, month, min(last.value.day or _MIDDLE, _MIDDLE))
        return min(year, nearest_year(day, found.month, found.day)) if tells_before(candidate, self.text) else year

    def _pending_year(self, month: int) -> int:
        """The year of the month nearest to the date that was counted to just before."""
        _, year, reached = self.pending or (0, 0, None)
        if reached is None:
            return year
        return min((year - 1, year, year + 1), key=lambda one: abs(one * 12 + month - year * 12 - reached))

    def _shifted_year(self, candidate: Candidate, shift: int) -> tuple[int | None, Span | None]:
        last = self._newest()
        if shift < 0 and self.published[0] is not None and (last is None or not self._told(candidate)):
            return self.published[0] + shift, None
        if last is None or last.value.year is None:
            return (self.published[0], None) if self.published[0] and shift <= 0 else (None, None)
        return last.value.year + shift, last.mention.span

    def _told(self, candidate: Candidate) -> bool:
        """Whether the year before is counted within the story: another date stands in the same sentence."""
        return bool(self.settled) and self.settled[-1].candidate.sentence == candidate.sentence

    def _span_of_year(self, year: int) -> Span | None:
        return self._first_of_year.get(year)

    def start_of(self, candidate: Candidate, found: Relative) -> Start | None:
        """What a relative date counts from, or None where nothing is at hand."""
        if found.from_now:
            year, month, day = self.published
            return Start(year, month, day, None) if year is not None else None
        if candidate.quoted and not any(
            one.candidate.block is candidate.block and one.candidate.quoted for one in self.settled[-1:]
        ):
            return None
        deed = deed_before(candidate.before)
        told = [one for one in self.settled if self._tells(one, deed)] if deed is not None else []
        aside: Start | None = None
        for one in reversed(told or self.settled):
            if aside is not None and one.candidate.block is not candidate.block:
                break
            if one.mention.basis is Basis.RELATIVE and candidate.sentence == one.candidate.sentence:
                continue
            if one.mention.edtf is None or one.candidate.cited:
                continue
            if one.value.year is None and (found.unit not in ("d", "w") or one.candidate.block is not candidate.block):
                continue
            if self._is_another_voice(one, candidate) or self._is_of_the_writer(one, candidate):
                continue
            if found.unit in ("d", "w") and one.value.day is None:
                continue
            if found.unit == "m" and one.value.month is None:
                continue
            start = Start(one.value.year, one.value.month, one.value.day, one.mention.span)
            if one.candidate.sentence == candidate.sentence or not is_background(one.candidate, self.text):
                return start
            aside = aside or start  # counted from that day only if the paragraph tells no other
        return aside

    def tells_year_beside(self, candidate: Candidate) -> bool:
        """Whether the paragraph has told a year before this date: a feast of every year is then that year's."""
        return id(candidate.block) in self._blocks_of_years

    def _tells(self, one: Settled, deed: str) -> bool:
        """Whether a date is that of a deed: ``1938 yılında vefat eden``."""
        return tells_deed(deed, self._rest(one))

    def _rest(self, one: Settled) -> str:
        """What stands right behind a date."""
        end = one.candidate.found.end
        return self.text[end : end + _REST]

    def _is_another_voice(self, one: Settled, candidate: Candidate) -> bool:
        """Whether a date stands in another comment: whoever answers counts from his own days or from the page's."""
        block = one.candidate.block
        return block.kind is SegmentKind.COMMENT and block.section != candidate.block.section

    def _is_of_the_writer(self, one: Settled, candidate: Candidate) -> bool:
        """Whether a date is of the writer's own days ("1979'da gördüm"), told in another paragraph of an old story."""
        year = one.value.year
        if self._main is None or year is None or year < self._main + _A_LIFE or one.candidate.block is candidate.block:
            return False
        return _FIRST_PERSON.match(fold(self._rest(one))) is not None

    def settle(self, candidate: Candidate, value: Value, rule: str, basis: Basis, anchor: Span | None) -> Settled:
        """The settled date of `candidate`."""
        span = Span(candidate.found.start, candidate.found.end)
        part = part_of(candidate.before, candidate.after) if value.day is None else None
        words = span.of(self.text)
        mention = DateMention(span, words, value.edtf, value.calendar, basis, rule, anchor, value.problem, part)
        return Settled(mention, value, candidate)

    def note(self, settled: Settled) -> None:
        """Take a settled date into account for those that follow."""
        value = settled.value
        if settled.candidate.found.start in self._entries and value.year and value.month and value.day:
            self._entry_day = settled
        self.settled.append(settled)
        if value.year is not None:
            self._first_of_year.setdefault(value.year, settled.mention.span)
        if value.year:
            self._blocks_of_years.add(id(settled.candidate.block))
        before = bool(self._story) and is_of_before(settled.candidate, self.text)
        if value.year is None or before or self._is_now(settled):
            return
        self._elsewhere.learn(value.month, value.day, value.year)
        if not is_in_passing(settled.candidate, self.text):
            self._story.append(settled)

    def _is_now(self, settled: Settled) -> bool:
        """Whether a date is of the writer's own days, reckoned from the page's: the story does not go on from it."""
        found, mention = settled.candidate.found, settled.mention
        if isinstance(found, Relative):
            return found.from_now
        theirs = mention.basis is Basis.INHERITED and mention.anchor is None and self._main is not None
        return theirs and settled.value.year != self._main
