"""Days that only say which paper somebody's account is, and are no days of what it tells.

Comes in: a folded sentence and where a date stands in it. Goes out: yes or no. The day in a bracket behind a source
("gazeteye (Vakit, 3 Mart 1921) göre") is that of the issue, that in "Ali Bey'in 1922'de verdiği bilgiye göre" that of
the telling, and "3 Mart 1921 tarihli mektubunda belirttiği gibi" that
of the letter: both stand inside a phrase or clause of manner that "göre" or "gibi" closes (Göksel & Kerslake 2005,
17.2.2, 26.3.9). So does the day of what a deed rests on: "30 Ekim 1918 tarihli mütareke uyarınca" (17.3.2).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["is_of_source"]

_CLOSED: Final = re.compile(r"[^()]*\)(?:['’]\w+)?\s+(?:gore|nazaran|bakilirsa)\b")
_TOLD_IN: Final = re.compile(
    r"['’]?\w*\s+(?:tarihli|gunlu|sayi\w*|nusha\w*)\b"
    r"[^,;:()!?]{0,90}?\b(?:gore|nazaran|bakilirsa|uyarinca|geregince|mucibince|icabinca|\w+(?:[dt][iu]g[iu]|[dt][iu]kl[ae]r[iu])\s+(?:gibi|uzere))\b"
)
_GIVEN: Final = re.compile(
    r"(?:['’]?[dt][ae]|\s+(?:yil|sene|ay|gun|tarih)\w*)\s+(?:(?!\w+['’]n?[iu]n\b)[^,;:()!?]){0,60}?"
    r"\b\w+(?:(?:[dt][iu]g[iu]|[dt][iu]kl[ae]r[iu])\s+\w+[ae]|(?:[dt][iu]g[iu]|[dt][iu]kl[ae]r[iu])n[ae])\s+(?:gore|nazaran|bakilirsa)\b"
)
# "1453 yılını yazdı": the accusative makes the year what is told of, and no time (GK 14.3.3)
_TOLD_OF: Final = re.compile(
    r"\s+(?:yil|sene|il)l?[ae]?r?[iu]n[iu]\s+(?:\w+\s+){0,3}?"
    r"(?:yaz|anlat|isle|incele|ele al|kapsa|hatirla|an(?:di|ar|iyor)|goster|isaret)\w*"
)


@lru_cache(maxsize=1 << 8)
def is_of_source(folded: str, start: int, end: int) -> bool:
    """Whether the date between `start` and `end` of a folded sentence is that of a source alone.

    >>> told = "vakit'e (3 mart 1921) gore kopru yandi"
    >>> is_of_source(told, 9, 20), is_of_source("3 mart 1921'de kopru yandi", 0, 11)
    (True, False)
    >>> is_of_source("3 mart 1921 tarihli mektubunda belirttigi gibi kopru yandi", 0, 11)
    True
    >>> is_of_source("3 mart 1921 tarihli kanun uyarinca kopru yapildi", 0, 11)
    True
    >>> is_of_source("ali'nin 1922'de verdigi bilgiye gore kopru yandi", 8, 12)
    True
    >>> is_of_source("1453 yilini yazdi", 0, 4), is_of_source("1909 yilini karla kapatti", 0, 4)
    (True, False)
    """
    inside = folded.rfind("(", 0, start) > folded.rfind(")", 0, start)
    if _TOLD_OF.match(folded, end):
        return True
    return bool(_CLOSED.match(folded, end) if inside else _TOLD_IN.match(folded, end) or _GIVEN.match(folded, end))
