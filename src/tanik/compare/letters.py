"""The day of the paper that a sentence goes on about: "Telgraf 3 Mart 1921 tarihlidir. … Son cümlesinde de …".

Comes in: one page and a sentence of it that bears no day. Goes out: the day of the letter or telegram that was dated
earlier in the same paragraph, if no other day was told since and the sentence gives words or says what stands there.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tanik.compare.dates import is_day
from tanik.compare.dating import Dated
from tanik.compare.wordings import pattern_of, says
from tanik.core.span import Span
from tanik.facts.model import DateMention

__all__ = ["paper_day"]

_DATED: Final = re.compile(
    r"^['’]?\w{0,4} (?:tarih\w*|gunlu|gun\w*)|^(?:[^.;]{0,20}) (?:vrote|vired|cabled|sent|yaz|cek)\w*"
    r"|^ (?:tarihi )?(?:yaz|okun|gor[iu]n|konmus|var\b)\w*|^ diye tarih|^ (?:and|in) \w+ed\b"
)
_LED: Final = re.compile(r"\b(?:dated|on) $")
_ITS_DAY: Final = re.compile(
    r"^(?:\w+ ){0,1}?(?:tarihin[ea]|tarihi|tarih|ustunde\w*|uzerinde\w*|altinda\w*|it is dated|the date)\b"
)
_BEARS: Final = re.compile(r"^['’]?\w{0,4} tarih(?:li|ini|i)\b")
_FAR: Final = 900  # characters of one paragraph
_NEAR: Final = 120  # characters before the sentence of the day, in which the paper is named


def _told_next(dated: Dated, around: Span) -> DateMention | None:
    """The day in the sentence behind, which tells the paper's: "Tarihine bakarsanız 17 Temmuz 1921 görürsünüz"."""
    if (
        not says(dated.folded[around.start : around.end], "letter")
        or "\n" in dated.page.text[around.end : around.end + 2]
    ):
        return None
    behind = next((one for one in dated.sentences if one.start >= around.end), None)
    if behind is None:
        return None
    said = dated.folded[behind.start : behind.end]
    days = [one for one in dated.dates_in(behind) if is_day(one.edtf)]
    if len(days) != 1:
        return None
    # "Telgrafın sureti de var, 4 Eylül 1921 tarihini taşıyor"
    own = says(said, "letter") and _BEARS.match(dated.folded[days[0].span.end : behind.end])
    return days[0] if own or _ITS_DAY.match(said) else None


def paper_day(dated: Dated, around: Span) -> DateMention | None:
    """The day of the paper that a sentence without a day of its own goes on about, if the page leaves no doubt."""
    said = dated.folded[around.start : around.end]
    goes_on = '"' in said or says(said, "letter") or says(said, "in_paper")
    if not goes_on or dated.dates_in(around):
        return None
    begin = max(dated.page.text.rfind("\n", 0, around.start) + 1, around.start - _FAR)
    before = dated.dates_in(Span(begin, around.start))
    if not before:
        return _told_next(dated, around)
    if not is_day(before[-1].edtf):
        return None
    day = before[-1]
    told = dated.sentence(day.span)
    if told is None or not _written().search(dated.folded, max(begin, told.start - _NEAR), around.end):
        return None
    behind, lead = dated.folded[day.span.end : told.end], dated.folded[told.start : day.span.start]
    return day if _DATED.search(behind) or _LED.search(lead) or _letter_ends().search(lead) else None


@cache
def _written() -> re.Pattern[str]:
    """A letter, or in English the verb alone: "He wrote on 3 March"."""
    return re.compile(rf"{pattern_of('letter').pattern}|\bvrote")


@cache
def _letter_ends() -> re.Pattern[str]:
    """A letter as the last word before its day."""
    return re.compile(rf"{pattern_of('letter').pattern}\w* $")
