"""The day of the paper that a sentence goes on about: "Telgraf 3 Mart 1921 tarihlidir. … Son cümlesinde de …".

Comes in: one page and a sentence of it that bears no day. Goes out: the day of the letter or telegram that was dated
earlier in the same paragraph, if no other day was told since and the sentence gives words or says what stands there.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.compare.dates import is_day
from tanik.compare.dating import Dated
from tanik.core.span import Span
from tanik.facts.model import DateMention

__all__ = ["paper_day"]

_PAPER: Final = re.compile(
    r"\b(?:mektu[bp]|telgraf|telqraf|dilekce|tezkere|pusula|kartpostal|letter|telegram|vrote|cable|note to|dispatch)"
)
_DATED: Final = re.compile(
    r"^['’]?\w{0,4} (?:tarih\w*|gunlu|gun\w*|tarix\w*)|^(?:[^.;]{0,20}) (?:vrote|vired|cabled|sent|yaz|cek)\w*"
)
_LED: Final = re.compile(r"\b(?:dated|on) $|\b(?:mektu[bp]|telgraf|dilekce|letter|telegram)\w* $")
_GOES_ON: Final = re.compile(
    r"[“\"«]|\b(?:telgraf|mektu|dilekce|metin|metn|cumle|satir|letter|telegram|sentence|deni[lyr]|diyor|yaz(?:iyor|ili|mis)"
    r"|bahs|anlat|added|says|hatt[ai])"
)
_FAR: Final = 900  # characters of one paragraph


def paper_day(dated: Dated, around: Span) -> DateMention | None:
    """The day of the paper that a sentence without a day of its own goes on about, if the page leaves no doubt."""
    if dated.dates_in(around) or not _GOES_ON.search(dated.folded[around.start : around.end]):
        return None
    begin = max(dated.page.text.rfind("\n", 0, around.start) + 1, around.start - _FAR)
    before = dated.dates_in(Span(begin, around.start))
    if not before or not is_day(before[-1].edtf):
        return None
    day = before[-1]
    told = dated.sentence(day.span)
    if told is None or not _PAPER.search(dated.folded, max(begin, told.start - 120), around.end):
        return None
    behind, lead = dated.folded[day.span.end : told.end], dated.folded[told.start : day.span.start]
    return day if _DATED.search(behind) or _LED.search(lead) else None
