"""The dates of a page.

Comes in: a page. Goes out: its dates in order, each as EDTF in the Gregorian calendar with the calendar it was
written in and how its value was reached. The grammar (`date_forms`, `date_bare`, `date_relative`) says what stands
there; this module says what it means on this page: which century short digits belong to, which year a day without
year falls in, from which date "the next day" is counted.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.calendars import RUMI_OFFSET
from tanik.facts.dates.births import RUMI_HEYDAY
from tanik.facts.dates.context import Context, Settled
from tanik.facts.dates.entered import with_entries
from tanik.facts.dates.evidence import counted_from_march, march_first, year_repaired
from tanik.facts.dates.relative import Relative, counted
from tanik.facts.dates.scan import Candidate, scan
from tanik.facts.dates.values import Value, day_value, month_value, rumi_year_of
from tanik.facts.dates.words import ROLES
from tanik.facts.dates.written import Bare, Written
from tanik.facts.dates.years import Year, calendar_year, hijri_year_value, read_year
from tanik.facts.model import Basis, Calendar, DateMention
from tanik.facts.outline.entries import entries_of
from tanik.page.model import Page

__all__ = ["find_dates"]

_NEXT_WORDS: Final = 8  # characters of ", yani "
_NEAR_WORDS: Final = 45  # characters between a relative date and the written one that makes it a mere measure
_THAT_IS: Final = ("yani", "yeni", "i.e.", "that is")  # "yəni" in comparison form
_HIJRI_YEARS: Final = range(1000, 1400)
_EACH_YEAR: Final = re.compile(r"\b(?:her(?: (?:yil|sene|il)(?:n?in)?)?|(?:each|every)(?: year(?: on)?)?) $")
_FROM_A_DEED: Final = re.compile(r"[’']?\w{0,5},\s+[^\W\d_]+[dt][ae]n\s+")
_THAT_IS_FROM: Final = re.compile(r"\b(?:yani|yeni|i\.e\.|that is),?\s+(?:\w+[dt][ae]n\s+)?$")
_NEAR_DAY: Final = 160  # characters of a sentence or two
_PAPER: Final = re.compile(r"\s+(?:tarihli|senesi(?:nde)?)\b")
_AGE: Final = 15  # years within which another of the page vouches for "43'te"
_LAST_DAY: Final = 31
# "29 Ekim Cumhuriyet Bayramı": the name of a day that comes each year
_FEAST: Final = re.compile(r"(?:\s+(?:[A-ZÇĞİÖŞÜ]\w*|ve)){0,6}?\s+(?:Bayramı|Şenliği|Anma Günü|Day\b)")
_KEPT: Final = re.compile(r"\s+(?:toren|kutlama|anma|bayram|yil\s?donum)|\s+\w+\s+daha\b")
_PRESENT: Final = "XXXX"
_LONGEST: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of each month in its longest year
_ANY_YEAR: Final = 1921  # an ordinary year, to count days in where no year is told


def _says_julian(candidate: Candidate) -> bool:
    before, after = fold(candidate.before), fold(candidate.after)
    if before.rstrip().endswith("o.s."):
        return True
    clause = before[max(before.rfind(";"), before.rfind(". ")) + 1 :]
    if any(cue in clause for cue in ROLES["julian_before"]):
        return not any(char.isdecimal() for char in clause)
    near = after.lstrip(" ,('")
    return "takvim farki" in after[:30] or any(
        near.startswith(cue) and not near[len(cue) : len(cue) + 2].strip()[:1].isalnum()
        for cue in ROLES["julian_after"]
    )


def _year_of(found: Written, context: Context) -> Year | None:
    if not found.year:
        return None
    near = context.near(found.start)
    return read_year(found.year, found.naming, near)


def _calendar_of(found: Written, year: Year | None, julian: bool, rumi_block: bool) -> Calendar:
    if found.naming == "hijri":
        return Calendar.HIJRI
    if year is not None and year.calendar is Calendar.RUMI:
        return Calendar.RUMI
    if julian:
        return Calendar.JULIAN
    if year is None and (found.naming == "ottoman" or (rumi_block and found.naming == "solar")):
        return Calendar.RUMI
    return Calendar.GREGORIAN


def _value(found: Written, calendar: Calendar, year: int | None) -> Value:
    """The value of one end: `year` is in `calendar`, None where it is unknown."""
    if found.season is not None and year is not None:
        return Value(f"{year:04d}-{found.season}", Calendar.GREGORIAN, year)
    month = found.month
    if month is None:
        return Value(None, calendar, problem="month-missing")
    if year is None:
        longest = _LONGEST[month - 1] if calendar is Calendar.GREGORIAN else 31
        if found.day is not None and found.day > longest:
            return Value(None, calendar, problem=f"day-beyond-month:{longest}:{found.day}")
        tail = f"-{found.day:02d}" if found.day is not None else ""
        return Value(f"{_PRESENT}-{month:02d}{tail}", calendar, None, month, found.day)
    if found.day is None:
        return month_value(calendar, year, month)
    return day_value(calendar, year, month, found.day)


def _own_year(calendar: Calendar, gregorian_year: int, month: int) -> int:
    """The year of `calendar` in which `month` lay in that Gregorian year."""
    return rumi_year_of(gregorian_year, month) if calendar is Calendar.RUMI else gregorian_year


def _both_ends(found: Written, calendar: Calendar, year: int | None) -> Value:
    """The value of a date or of a range; a range that ends before it begins began the year before."""
    first = _value(found, calendar, year)
    if found.upto is None:
        return first
    last = _value(found.upto, calendar, _last_year(found, year))
    styles = _two_styles(found, last) if found.slash else None
    if styles is not None:
        return styles
    if first.edtf and last.edtf and year is not None and first.edtf > last.edtf and found.month != found.upto.month:
        first = _value(found, calendar, year - 1)
    if first.edtf is None or last.edtf is None:
        return replace(first, edtf=None, problem=first.problem or last.problem)
    if first.edtf > last.edtf:
        return replace(first, edtf=None, problem="range-reversed")
    return replace(last, edtf=f"{first.edtf}/{last.edtf}")


def _last_year(found: Written, year: int | None) -> int | None:
    """The year of a range's end where it has one of its own (``Mayıs 1919–Eylül 1922``)."""
    own = found.upto.year if found.upto is not None else None
    if own is None or own == found.year or year is None:
        return year
    told = read_year(own, found.naming, (year,))
    return told.number if told is not None else year


def _two_styles(found: Written, last: Value) -> Value | None:
    """One day in the old and the new style, ``5/18 Mart 1917``; None where the two are not the same day.

    ``13/26 Nisan 1336`` as well: the second day is one of our calendar, whichever the year is counted by.
    """
    upto, year = found.upto, last.year
    if upto is None or year is None or None in (found.day, found.month, last.edtf):
        return None
    turned = (found.month or 0) > (upto.month or 0)
    old = day_value(Calendar.JULIAN, year - turned, found.month or 0, found.day or 0)
    new = day_value(Calendar.GREGORIAN, year, upto.month or 0, upto.day or 0)
    same = old.edtf is not None and old.edtf == new.edtf
    return replace(old, calendar=Calendar.RUMI if last.calendar is Calendar.RUMI else old.calendar) if same else None


def _checked(value: Value, found: Written, year: Year | None) -> Value:
    """`value`, with a problem where the second year beside it names another."""
    if found.check is None or year is None or value.year is None:
        return value
    other = calendar_year(int(found.check))
    if other.gregorian in (value.year, year.gregorian):
        return value
    return replace(value, problem=f"years-disagree:{year.number}:{found.check}")


def _written(candidate: Candidate, found: Written, context: Context) -> Settled | None:
    if found.same_month:
        return _day_of_month(candidate, found, context)
    if found.odd_year:
        return _odd_year(candidate, found, context)
    year = _year_of(found, context)
    if found.year and year is None:
        return None
    calendar = _calendar_of(found, year, _says_julian(candidate), context.rumi_block(candidate))
    if (
        year is not None
        and found.rule == "date.numeric"
        and year.number in _HIJRI_YEARS
        and _told(candidate, "hijri_word")
    ):
        calendar = Calendar.HIJRI  # "hicri 29/12/1261"
    if year is not None:
        value = _checked(_both_ends(found, calendar, year.number), found, year)
        return context.settle(candidate, value, found.rule, Basis.WRITTEN, None)
    return _without_year(candidate, found, calendar, context)


def _odd_year(candidate: Candidate, found: Written, context: Context) -> Settled | None:
    """A date whose year is misspelt: repaired where the page proves how, else told to be unlikely."""
    repair = year_repaired(found, context.candidates)
    if repair is None:
        value = replace(_value(found, Calendar.GREGORIAN, None), problem=f"year-unlikely:{found.odd_year}")
        return context.settle(candidate, value, found.rule, Basis.WRITTEN, None)
    year = read_year(repair.year, found.naming, ())
    if year is None:
        return None
    value = _value(found, _calendar_of(found, year, julian=False, rumi_block=False), year.number)
    value = replace(value, problem=f"year-repaired:{found.odd_year}:{repair.year}")
    anchor = Span(repair.start, repair.end)
    return context.settle(candidate, value, found.rule + ".repaired", Basis.INHERITED, anchor)


def _without_year(candidate: Candidate, found: Written, calendar: Calendar, context: Context) -> Settled | None:
    """A date that names no year: every year's (``her eylül``), or the year of the story."""
    before = fold(candidate.before)
    every_year = candidate.months > 2 or _EACH_YEAR.search(before) is not None
    # "bir 30 Ağustos töreninde daha": one of the feasts that come each year
    every_year = every_year or (before.endswith("bir ") and _KEPT.match(fold(candidate.after)) is not None)
    every_year = every_year or (_FEAST.match(candidate.after) is not None and not context.tells_year_beside(candidate))
    reached, anchor = (None, None) if every_year else context.year_for(candidate, found)
    if reached is None:
        value = _both_ends(found, calendar, None)
        told = found.month is not None
        return context.settle(candidate, value, found.rule, Basis.WRITTEN, None) if told else None
    if found.month is None:
        value = _value(found, calendar, reached)
    elif calendar is Calendar.HIJRI:
        return None
    else:
        value = _both_ends(found, calendar, _own_year(calendar, reached, found.month))
    return context.settle(candidate, value, found.rule + ".inherited", Basis.INHERITED, anchor)


def _day_of_month(candidate: Candidate, found: Written, context: Context) -> Settled | None:
    last = context.last_month()
    if last is None or last.value.year is None or last.value.month is None or found.day is None:
        return None
    if found.day > _LAST_DAY:  # no month is named: a number that no month has is no day
        return None
    if found.rule.endswith(".before") and not _goes_on(candidate, found.day, last):
        return None
    value = day_value(Calendar.GREGORIAN, last.value.year, last.value.month, found.day)
    return context.settle(candidate, value, found.rule, Basis.INHERITED, last.mention.span)


def _goes_on(candidate: Candidate, day: int, last: Settled) -> bool:
    """Whether a bare ``20'sinde`` tells the next day of a story that stood at a day of that month a sentence before."""
    near = candidate.found.start - last.mention.span.end <= _NEAR_DAY
    same = last.candidate.block.section == candidate.block.section
    return near and same and last.value.day is not None and last.value.day < day


def _bare(candidate: Candidate, found: Bare, context: Context) -> Settled | None:
    if found.edtf is not None:
        value = Value(found.edtf, found.calendar, found.near)
        return context.settle(candidate, value, found.rule, Basis.WRITTEN, None)
    if found.year is None:
        return None
    if found.year in _HIJRI_YEARS and _told(candidate, "hijri_word"):
        edtf = hijri_year_value(found.year)
        return context.settle(candidate, Value(edtf, Calendar.HIJRI, int(edtf[:4])), found.rule, Basis.WRITTEN, None)
    if found.rule == "date.year.short" and not any(
        abs(year - found.year) <= _AGE for year in context.near(found.start)
    ):
        return None
    year = calendar_year(found.year)
    likely = context.rumi_likely and (
        found.year >= RUMI_HEYDAY or context.births.is_late(candidate) or _dates_a_paper(candidate, found.year, context)
    )
    if year.calendar is Calendar.RUMI and not (context.rumi_page or likely or _told(candidate, "rumi_word")):
        year = Year(Calendar.GREGORIAN, found.year, found.year)
    value = Value(f"{year.gregorian:04d}", year.calendar, year.gregorian)
    return context.settle(candidate, value, found.rule, Basis.WRITTEN, None)


def _dates_a_paper(candidate: Candidate, year: int, context: Context) -> bool:
    """``1319 tarihli makbuz``: a paper is dated as its own days counted, if the years told near by are those."""
    dated = _PAPER.match(fold(candidate.after)) is not None
    return dated and any(abs(near - year - RUMI_OFFSET) <= _AGE for near in context.near(candidate.found.start))


def _told(candidate: Candidate, role: str) -> bool:
    """Whether the word before a year names its calendar: ``Rumi 1293``, ``Hicrî 1294``."""
    words = fold(candidate.before).rstrip("(").split()
    return bool(words) and words[-1].lstrip("([") in ROLES[role]


def _relative(candidate: Candidate, found: Relative, context: Context, rest: tuple[Candidate, ...]) -> Settled | None:
    start = context.start_of(candidate, found)
    if start is None:
        return None
    # the day after 11 September is known in a year that is not
    reached = counted(found, start.year or _ANY_YEAR, start.month, start.day)
    if reached is None:
        return None
    year, month, day = reached
    if (
        found.count
        and not found.to_the_day
        and (
            _told_again(candidate, rest)
            or _explains(candidate, context)
            or _explained(candidate, rest, context)
            or _measured_from(candidate, context)
        )
    ):
        context.pending = (candidate.sentence, year, month) if start.year is not None else context.pending
        return None
    if found.rule.startswith("date.same-") and not _opens_sentence(candidate):
        return None
    if start.year is None:
        value = Value(f"{_PRESENT}-{month:02d}-{day:02d}", Calendar.GREGORIAN, None, month, day)
    elif month is None:
        value = Value(f"{year:04d}", Calendar.GREGORIAN, year)
    elif day is None:
        value = month_value(Calendar.GREGORIAN, year, month)
    else:
        value = day_value(Calendar.GREGORIAN, year, month, day)
    return context.settle(candidate, value, found.rule, Basis.RELATIVE, start.span)


def _opens_sentence(candidate: Candidate) -> bool:
    before = candidate.before.rstrip()
    return not before or before[-1] in ".!?:"


def _told_again(candidate: Candidate, rest: tuple[Candidate, ...]) -> bool:
    """Whether a written date in the same sentence says which day the counted one is."""
    for other in rest[:2]:
        gap = other.found.start - candidate.found.end
        if isinstance(other.found, Bare) and other.sentence == candidate.sentence:
            return gap <= _NEXT_WORDS
        if not isinstance(other.found, Written) or other.sentence != candidate.sentence:
            return False
        if gap <= 4 or (gap <= _NEAR_WORDS * 2 and not other.found.year):
            return True
    return False


def _explains(candidate: Candidate, context: Context) -> bool:
    """``26 Kasım'da açıldı, yani üç hafta önce``: a measure of what the date before it said."""
    last = context.settled[-1] if context.settled else None
    return (
        last is not None
        and last.candidate.sentence == candidate.sentence
        and _THAT_IS_FROM.search(fold(candidate.before)) is not None
    )


def _measured_from(candidate: Candidate, context: Context) -> bool:
    """``1964'te, yazılışından 43 yıl sonra``: the date is told, and the years lead to it from something else."""
    last = context.settled[-1] if context.settled else None
    if last is None or last.candidate.sentence != candidate.sentence:
        return False
    return _FROM_A_DEED.fullmatch(context.text[last.mention.span.end : candidate.found.start]) is not None


def _explained(candidate: Candidate, rest: tuple[Candidate, ...], context: Context) -> bool:
    """``altı ay önce ölmüştü, yani Ocak 1938'de``: a written date says the day right after."""
    if not rest or not isinstance(rest[0].found, Written) or not rest[0].found.year:
        return False
    gap = fold(context.text[candidate.found.end : rest[0].found.start])
    return len(gap) <= _NEAR_WORDS and "." not in gap and gap.rstrip().endswith(_THAT_IS)


def _ahead(candidate: Candidate, rest: tuple[Candidate, ...], context: Context) -> Candidate:
    """The candidate with the year that a date right after it has: ``23 Ağustos'tan 13 Eylül 1921'e``."""
    found = candidate.found
    if not isinstance(found, Written) or found.year or not found.day or not found.month or not rest:
        return candidate
    other = rest[0].found
    near = isinstance(other, Written) and other.day and other.year and other.start - found.end <= 12
    if not near or not isinstance(other, Written) or other.month is None or candidate.block is not rest[0].block:
        return candidate
    gap = context.text[found.end : other.start]
    if "." in gap or ";" in gap or "(" in gap or (other.month, other.day or 0) < (found.month, found.day):
        return candidate
    return replace(candidate, found=replace(found, year=other.year, check=other.check))


def find_dates(page: Page) -> tuple[DateMention, ...]:
    """The dates that `page` names, in order of their start.

    Byline, breadcrumb, signature and boilerplate segments are left out; in lists of sources only full dates count.

    >>> from tanik.page.model import Page, Source
    >>> page = Page("p", Source("0" * 64, "text/plain"), "Mektup 26 Nisan 1336'da yazıldı.", ())
    >>> [(date.text, date.edtf, str(date.calendar)) for date in find_dates(page)]
    [('26 Nisan 1336', '1920-04-26', 'rumi')]
    """
    candidates = scan(page)
    if march_first(candidates):
        candidates = tuple(
            replace(one, found=counted_from_march(one.found)) if isinstance(one.found, Written) else one
            for one in candidates
        )
    chronology = entries_of(page)
    context = Context(page, candidates, chronology)
    for index, candidate in enumerate(candidates):
        rest = candidates[index + 1 : index + 4]
        ahead = _ahead(candidate, rest, context)
        found = ahead.found
        if isinstance(found, Written):
            settled = _written(ahead, found, context)
        elif isinstance(found, Bare):
            settled = _bare(ahead, found, context)
        else:
            settled = _relative(ahead, found, context, rest)
        if settled is not None:
            context.note(settled)
    return with_entries([settled.mention for settled in context.settled], chronology, page.text)
