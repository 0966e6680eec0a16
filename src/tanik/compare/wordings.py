"""Which class of words a stretch of a page has: words for totals, for rests, for shares of each, for papers, for deeds.

Comes in: a folded stretch and the name of a class. Goes out: whether a word of that class begins in it. The classes
stand under ``data`` (``reckonings.toml``, ``papers.toml``), so that a rule asks what a number or name is in its
clause, and never for one wording.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.tables import read_toml

__all__ = ["NUMBERS", "number_told", "pattern_of", "plain", "says"]

_TABLES: Final = ("reckonings.toml", "papers.toml")
NUMBERS: Final = {
    **dict(zip(["iki", "uc", "dort", "bes", "alti", "yedi", "sekiz", "dokuz", "on"], range(2, 11), strict=True)),
    **dict(
        zip("two three four five six seven eight nine ten".replace("two", "tvo").split(), range(2, 11), strict=True)
    ),
}
_NUMBER: Final = "|".join((r"\d{1,2}", *NUMBERS))


def plain(form: str) -> str:
    """A name or title as it is compared: folded, with single spaces and none of its hyphens.

    >>> plain("Kellogg-Briand  Paktı")
    'kellogg briand pakti'
    """
    return " ".join(fold(form).replace("-", " ").split())


@cache
def pattern_of(kind: str) -> re.Pattern[str]:
    """The pattern of one class of words, at the beginning of a word.

    >>> pattern_of("total").search("koyde toplam 40 er") is not None
    True
    """
    words = next(table[kind]["words"] for table in map(_table, _TABLES) if kind in table)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})")


@cache
def _table(name: str) -> dict[str, dict[str, list[str]]]:
    return read_toml("tanik.compare", name)


def says(folded: str, kind: str) -> bool:
    """Whether a folded stretch has a word of a class.

    >>> says("alay 300 kisi eksilmisti", "left"), says("alay gitti", "left")
    (True, False)
    """
    return pattern_of(kind).search(folded) is not None


def number_told(folded: str, kind: str) -> int | None:
    """How many of a class a stretch tells, in figures or words: "üç taksitte" is three.

    >>> number_told("iki seferde yolladi", "parcel"), number_told("seferde yolladi", "parcel")
    (2, None)
    """
    found = re.search(rf"\b({_NUMBER}) (?:esit )?{pattern_of(kind).pattern}", folded)
    if found is None:
        return None
    return int(found[1]) if found[1].isdigit() else NUMBERS[found[1]]
