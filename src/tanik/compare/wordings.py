"""Which class of words a stretch of a page has: words for totals, for rests, for shares of each, for papers, for deeds.

Comes in: a folded stretch and the name of a class. Goes out: whether a word of that class begins in it. The classes
stand under ``data`` (``reckonings.toml``, ``papers.toml``, ``beside.toml``), so that a rule asks what a number or name
is in its clause, and never for one wording. Of a class the ``words`` are beginnings of words, the ``forms`` whole ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.tables import read_rows, read_toml

__all__ = ["is_each", "is_later", "number_told", "numbers", "pattern_of", "plain", "says"]

_TABLES: Final = ("reckonings.toml", "papers.toml", "beside.toml")
# the dative before "kadar": up to (Ergin: çekim edatları); what is counted has no case: "485 lira kadar"
_UP_TO: Final = re.compile(r"(?<!\d )\b\w+[ae] kadar\b")
_COLLECTED: Final = re.compile(r"\btoplam(?:is|ak|ay)\w*")  # "190 kitap toplamışlar" is of collecting, and no total
_IN_PLACE: Final = re.compile(r"n?[dt][ae]n?\b")
_MOST: Final = 10  # in how many goes something came, in words


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
    >>> pattern_of("not_exact").search("hemen hemen 40 er kadardi") is not None
    False
    """
    row = next(table[kind] for table in map(_table, _TABLES) if kind in table)
    either = (rf"(?:{_any_of(row[part])}){end}" for part, end in (("words", ""), ("forms", r"\b")) if part in row)
    return re.compile(rf"\b(?:{'|'.join(either)})")


def _any_of(words: Iterable[str]) -> str:
    """One expression for some words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _table(name: str) -> dict[str, dict[str, list[str]]]:
    return read_toml("tanik.compare", name)


def says(folded: str, kind: str) -> bool:
    """Whether a folded stretch has a word of a class.

    >>> says("alay 300 kisi eksilmisti", "left"), says("alay gitti", "left")
    (True, False)
    """
    return pattern_of(kind).search(_COLLECTED.sub(" ", folded) if kind == "total" else folded) is not None


def is_each(folded: str) -> bool:
    """Whether a stretch says that so much is for every one; what is in or from a place is none: "çarşı sandığında 312".

    >>> is_each("sandigi 3 liradan"), is_each("carsi sandiginda "), is_each("gunde ")
    (True, False, True)
    """
    found = pattern_of("each").finditer(folded)
    return any(one[0].endswith(" ") or not _IN_PLACE.match(folded, one.end()) for one in found)


def is_later(folded: str) -> bool:
    """Whether a stretch says that its number is of another time or not exact; "son kuruşuna kadar" is neither.

    >>> is_later("485 lira son kurusuna kadar odenmis"), is_later("485 lira kadar odenmis")
    (False, True)
    """
    return says(_UP_TO.sub(" ", folded), "later")


@cache
def numbers() -> dict[str, int]:
    """The folded words for two to ten in every language of the table, with their numbers.

    >>> numbers()["tvo"], numbers()["uc"]
    (2, 3)
    """
    told = {fold(row["form"]): float(row["value"]) for row in read_rows("tanik.facts", "numerals.csv")}
    return {form: int(value) for form, value in told.items() if 1 < value <= _MOST and value.is_integer()}


@cache
def _counted(kind: str) -> re.Pattern[str]:
    """A number before a word of a class."""
    number = "|".join((r"\d{1,2}", *numbers()))
    return re.compile(rf"\b({number}) (?:esit )?{pattern_of(kind).pattern}")


def number_told(folded: str, kind: str) -> int | None:
    """How many of a class a stretch tells, in figures or words: "üç taksitte" is three.

    >>> number_told("iki seferde yolladi", "parcel"), number_told("seferde yolladi", "parcel")
    (2, None)
    """
    found = _counted(kind).search(folded)
    if found is None:
        return None
    return int(found[1]) if found[1].isdigit() else numbers()[found[1]]
