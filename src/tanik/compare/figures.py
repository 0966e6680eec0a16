"""Findings about single figures: days that no calendar has, weekdays that do not fit, numbers that cannot be read.

Comes in: one page. Goes out: findings. What is wrong with a date or a number by itself was seen when it was read
(``facts``); here it is told, and the weekday that stands beside a date is set against the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 - "date" is a mention of one here
from typing import Final

from tanik.compare.dates import is_day
from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind, Place
from tanik.compare.reckoning import TIMES
from tanik.compare.refuted import is_refuted
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount, Basis, DateMention

__all__ = ["check_figures"]

_DAYS: Final = {
    "pazartesi": 0,
    "sali": 1,
    "carsamba": 2,
    "persembe": 3,
    "cuma": 4,
    "cumartesi": 5,
    "pazar": 6,
    "bazar ertesi": 0,
    "cersenbe ahsami": 1,
    "cersenbe": 2,
    "cume ahsami": 3,
    "cume": 4,
    "senbe": 5,
    "bazar": 6,
    "monday": 0,
    "tuesday": 1,
    "vednesday": 2,  # folded
    "thursday": 3,
    "friday": 4,
    "saturday": 5,
    "sunday": 6,
}
# Folded: what a page says when it sets the calendar against what others tell.
_CORRECTS: Final = re.compile(
    r"\b(?:takvim\w*|oysa|halbuki|aslinda|gercekte|dogrusu|degil\w*|yanlis\w*|calendar|actually|in fact|in truth|not)\b"
)
_OF_THE_MONTH: Final = re.compile(r"(?:o |bu |her )?ay[iu]n\b|(?:of )?the month")
_YEAR_AND_MONTH: Final = len("1920-04")
# Degrees and measures of instruments have as many decimals as they like.
_MEASURED: Final = r"(?:enlem|boylam|paralel|meridyen|kuzey|guney|dogu|bati|derece)"
_UNREAD: Final = re.compile(
    r"(?<![\d.,/])([1-9]\d{0,2}(?:\.\d{3})*\.\d{4}(?:\.\d{3})*)(?![\d.,/])"
    rf" (?!{_MEASURED}|tl\b|dolar|euro)[a-z]{{4,}}"
)
# Two points where one parts the thousands: "45..000.000 lira".
_DOUBLED: Final = re.compile(
    r"(?<![\d.,/])([1-9]\d{0,2}(?:\.\d{3})*\.\.\d{3}(?:(?:\.\d{3})+(?= [a-z]{3})|(?= (?:lira|altin|ruble|frank|mark))))"
)
_IS_MEASURED: Final = re.compile(rf"[\d.]+ {_MEASURED}")
# A comma and a point cannot both part thousands: "161,500.000".
_MIXED: Final = re.compile(r"[1-9]\d{0,2},\d{3}\.\d{3}(?!\d)")
_FOUR: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})*\.\d{4,}(?!\d)")
# India parts off the last three figures, and by twos what is before them: "12,50,000 rupees", twelve and a half lakh.
_BY_LAKHS: Final = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}(?![\d.,]*\d)")
_OF_INDIA: Final = re.compile(r"\b(?:lakhs?|crores?|rupees?)\b")
_BY_POINT: Final = ("tr", "az")
_MARKETS: Final = ("pazar", "bazar")  # Sunday, and the market that is held on any day
_ANSWERED: Final = 120  # characters behind a sentence in which a page may answer what it hands on
_DAY: Final = "|".join(sorted(_DAYS, key=len, reverse=True))
# Between a date and its weekday: a case ending, "tarihine denk gelen", "günü", "günlerden", "bir".
_FILLED: Final = (
    r"(?:(?:tarihi(?:nde|ne)?|gunu(?:ne)?|denk gel\w+|rastla\w+|tesaduf ed\w+|gunlerden|o gun|bir|olan|yani|ki|ise)"
    r"[\s,]+){0,4}"
)
_BEHIND: Final = re.compile(
    rf"^(?:['’ ]?(?:[iıuü]n?|d[ae]|t[ae]|[iu]nde|[iu]nda|s[iu]nda))?[\s,()]{{1,3}}{_FILLED}({_DAY})"
    rf"(?:['’]?(?:y?[ae]|yd[iu]|d[iu]r?|[yn]?[iu]))?(?![^\W_])(?:\s+(?:gun|sabah|aksam|gec)|[ ),.;:]|\s|$)"
)
_BEFORE: Final = re.compile(
    rf"(?<![^\W_])({_DAY})(?:y?d[iu]|d[iu]r)?(?: gunu(?:yd[iu]|d[iu]r)?| of|,? the)?[\s,(:]{{1,3}}$"
)


def check_figures(dated: Dated) -> Iterator[Finding]:
    """The findings about one page's dates and numbers."""
    page = dated.page
    for date in page.facts.dates:
        if is_refuted(dated, date.span) or _is_of_any_month(dated, date):
            continue
        if date.problem is not None:
            yield Finding(
                FindingKind.IMPOSSIBLE_DATE,
                (Place(page.id, date.span),),
                "date-impossible" if date.edtf is None else "date-doubtful",
                (("text", date.text), ("problem", date.problem)),
                (("rule", date.rule),),
            )
        else:
            yield from _weekday(dated, date)
    yield from _unread(dated)
    for amount in page.facts.amounts:
        problem = amount.problem or _ungrouped(dated, amount)
        if problem is not None and not is_refuted(dated, amount.span) and not _is_by_lakhs(dated, amount):
            yield Finding(
                FindingKind.MALFORMED_NUMBER,
                (Place(page.id, amount.span),),
                "number-malformed",
                (("text", amount.text), ("problem", problem)),
                (("rule", amount.rule),),
            )


def _is_of_any_month(dated: Dated, date: DateMention) -> bool:
    """Whether a day is only that of "the month", which its sentence does not name: "ayın 31'inde doğan"."""
    around = dated.sentence(date.span) or date.span
    named = (one for one in dated.page.facts.dates if one is not date and around.contains(one.span))
    return _OF_THE_MONTH.match(fold(date.text)) is not None and not any(_is_month(one) for one in named)


def _is_month(date: DateMention) -> bool:
    return len(date.edtf or "") >= _YEAR_AND_MONTH


def _unread(dated: Dated) -> Iterator[Finding]:
    """Figures grouped in fours before a noun, of which no amount could be made: "1.2400 metreküp"."""
    if dated.page.page.language not in _BY_POINT:
        return
    known = [*(one.span for one in dated.page.facts.amounts), *(one.span for one in dated.page.facts.dates)]
    cited = [one.span for one in dated.page.facts.citations]
    for found in (*_UNREAD.finditer(dated.folded), *_DOUBLED.finditer(dated.folded)):
        span = Span(*found.span(1))
        if any(one.overlaps(span) for one in (*known, *cited)) or is_refuted(dated, span):
            continue
        details = (("text", found[1]), ("problem", "groups-not-three"))
        yield Finding(FindingKind.MALFORMED_NUMBER, (Place(dated.page.page.id, span),), "number-malformed", details)


def _ungrouped(dated: Dated, amount: Amount) -> str | None:
    """What is wrong with "1.2500 lira": Turkish parts thousands by a point, in threes, and decimals by a comma.

    (TDK, Yazım Kılavuzu: Sayıların Yazılışı.)
    """
    written = _FOUR.match(amount.text) or _MIXED.match(amount.text)
    grouped = amount.unit not in TIMES and dated.page.page.language in _BY_POINT and written
    wrong = grouped and not _IS_MEASURED.match(dated.folded, amount.span.start)
    return "groups-not-three" if wrong else None


def _is_by_lakhs(dated: Dated, amount: Amount) -> bool:
    """Whether an English page that counts in lakhs, crores or rupees groups a number as India does."""
    grouped = dated.page.page.language == "en" and _BY_LAKHS.match(amount.text) is not None
    return grouped and _OF_INDIA.search(dated.folded) is not None


def _weekday(dated: Dated, date: DateMention) -> Iterator[Finding]:
    """A weekday right before or behind a day that fell on another."""
    if date.edtf is None or date.basis is Basis.RELATIVE or not is_day(date.edtf):
        return
    if "/" in date.edtf or not date.edtf[:4].isdigit():
        return
    told = _told_day(dated, date)
    fell = Day.fromisoformat(date.edtf[:10]).weekday()
    if told is not None and _DAYS[told[0]] != fell and not _is_corrected(dated, told[1], fell):
        yield Finding(
            FindingKind.IMPOSSIBLE_DATE,
            (Place(dated.page.id, told[1]),),
            "date-weekday",
            (("text", told[1].of(dated.page.text)), ("weekday", str(fell))),
            (("rule", date.rule), ("date", date.edtf)),
        )


def _is_corrected(dated: Dated, span: Span, fell: int) -> bool:
    """Whether the page itself says on which day it fell: "Cuma günüydü; takvimler ise perşembeyi gösteriyor"."""
    around = dated.sentence(span) or span
    stretch = dated.folded[around.start : around.end + _ANSWERED]
    named = any(re.search(rf"\b{day}", stretch) for day, number in _DAYS.items() if number == fell)
    return named and _CORRECTS.search(stretch) is not None


def _told_day(dated: Dated, date: DateMention) -> tuple[str, Span] | None:
    """The weekday that stands beside a date, with the stretch of both."""
    span, folded = date.span, dated.folded
    behind = _BEHIND.match(folded[span.end : span.end + 60])
    if behind is not None and not _is_market(dated, span.end + behind.start(1), behind[1]):
        return behind[1], Span(span.start, span.end + behind.end(1))
    inside = re.search(rf"(?<![^\W_])({_DAY})(?![^\W_])", folded[span.start : span.end])
    if inside is not None:
        return inside[1], span
    before = _BEFORE.search(folded[max(0, span.start - 20) : span.start])
    if before is not None:
        start = max(0, span.start - 20) + before.start(1)
        return before[1], Span(start, span.end)
    return None


def _is_market(dated: Dated, start: int, day: str) -> bool:
    """Whether the word behind a date is the market and not Sunday: in small letters, with a word behind it."""
    end = start + len(day)
    behind = dated.folded[end : end + 5].partition("\n")[0].lstrip()
    return (
        day in _MARKETS and dated.page.text[start].islower() and behind[:1].isalpha() and not behind.startswith("gun")
    )
