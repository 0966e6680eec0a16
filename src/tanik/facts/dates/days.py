"""Days without a month of their own: the second of a pair, and the day of the month that was told before.

Comes in: tokens. Goes out: the number of the day and where it ends. ``Eylülün 27'sini 28'ine bağlayan gece`` and
Azerbaijani ``sentyabrın 27-sindən 28-inə`` name two days by one month; English says ``on the 20th`` of the month
that it speaks of.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tanik.core.fold import fold
from tanik.facts.dates.words import month_at, skip_suffix
from tanik.facts.dates.written import Written, figure_at
from tanik.facts.numbers.tokens import WORD, Token, form_at

__all__ = ["english_day_at", "english_pair", "second_day"]

_FROM: Final = re.compile(r"(?:s[iu])?(?:n?d[ae]n|t[ae]n|n?[iu])")
_TO: Final = re.compile(r"(?:s[iu]n|[iu]n|n)?[ae]")
_JOINTS: Final = frozenset(("and", "to", "through", "until"))
_ORDINAL: Final = ("st", "nd", "rd", "th")
_LAST_DAY: Final = 31
# What may follow a day; a noun would be what is numbered ("the 20th Corps").
_GOES_ON: Final = tuple(
    fold(word)
    for word in (
        "and", "but", "he", "she", "it", "they", "we", "i", "the", "a", "an", "in", "at", "to", "from", "was", "were",
        "there", "this", "that", "when", "after", "before", "with", "by", "for",
    )
)  # fmt: skip


def _suffix(tokens: tuple[Token, ...], at: int) -> str:
    """The suffix glued to the figure before token `at`, behind its hyphen or apostrophe."""
    index = at + (form_at(tokens, at) in ("-", "'", "?"))
    return form_at(tokens, index) if index < len(tokens) and tokens[index].glued else ""


def second_day(tokens: tuple[Token, ...], at: int, first: int) -> tuple[int, int, int] | None:
    """The day that ends a pair whose first day, number `first`, ends before token `at`: number, offset, token after.

    >>> from tanik.facts.numbers.tokens import cut
    >>> text = "sentyabrın 27-sindən 28-inə"
    >>> second_day(cut(text), 2, 27)[0]
    28
    """
    if not _FROM.fullmatch(_suffix(tokens, at)):
        return None
    following = skip_suffix(tokens, at)
    digits = figure_at(tokens, following, 2)
    if digits is None or not first < int(digits) <= _LAST_DAY or not _TO.fullmatch(_suffix(tokens, following + 1)):
        return None
    return int(digits), tokens[following].end, skip_suffix(tokens, following + 1)


def english_pair(tokens: tuple[Token, ...], first: Written) -> Written:
    """`first` up to the day that follows it: "August 16-18, 1920", "October 21 and 22, 1916", "May 3 to June 9, 1921".

    The year stands once, behind the second (Chicago Manual of Style, 17th ed., 6.38, 9.35); without one, only a dash
    and "to" join two days, since "May 3 and 9 ships" counts ships.
    """
    joint = form_at(tokens, first.last)
    if first.day is None or first.month is None or first.year is not None or joint not in ("-", *_JOINTS):
        return first
    month = month_at(tokens, first.last + 1)
    at = month.last if month is not None else first.last + 1
    at += month is not None and month.kind == "short" and form_at(tokens, at) == "."
    digits = figure_at(tokens, at, 2)
    if digits is None or not 1 <= int(digits) <= _LAST_DAY or (month is not None and month.ending):
        return first
    number, day = month.number if month is not None else first.month, int(digits)
    if (number, day) <= (first.month, first.day):
        return first
    after = at + 1 + (form_at(tokens, at + 1) in _ORDINAL)
    year = figure_at(tokens, after + (form_at(tokens, after) == ","), 4)
    year, last = (year, after + 1 + (form_at(tokens, after) == ",")) if year and len(year) == 4 else (None, after)
    if year is None and (joint == "and" or form_at(tokens, last) not in (",", ".", ")", ";")):
        return first
    if month is not None and joint == "and" and form_at(tokens, _index_of(tokens, first) - 1) != fold("between"):
        return first  # two days, not all between them
    upto = replace(first, month=number, day=day, year=year, end=tokens[last - 1].end, last=last)
    return replace(first, rule="date.range", year=year, upto=upto, end=upto.end, last=last)


def _index_of(tokens: tuple[Token, ...], date: Written) -> int:
    """The token with which a date begins."""
    at = date.last - 1
    while at > 0 and tokens[at].start > date.start:
        at -= 1
    return at


def english_day_at(tokens: tuple[Token, ...], at: int) -> Written | None:
    """``on the 20th``, ``by the 3rd``: the day of the month last spoken of; not ``the 20th Corps``.

    >>> from tanik.facts.numbers.tokens import cut
    >>> english_day_at(cut("sent on the 20th, was"), 2).day
    20
    """
    digits = figure_at(tokens, at + 1, 2)
    if form_at(tokens, at) != "the" or form_at(tokens, at - 1) not in ("on", "by", "until", "since") or digits is None:
        return None
    ordinal = at + 2
    if form_at(tokens, ordinal) not in _ORDINAL or not tokens[ordinal].glued or not 1 <= int(digits) <= _LAST_DAY:
        return None
    after = ordinal + 1
    of_month = form_at(tokens, after) in ("of", ",") and month_at(tokens, after + 1) is not None
    if of_month or month_at(tokens, after) is not None or form_at(tokens, after) == "of":
        return None
    if after < len(tokens) and tokens[after].kind == WORD and form_at(tokens, after) not in _GOES_ON:
        return None
    return Written(
        tokens[at].start, tokens[ordinal].end, after, "date.day-of-month", int(digits), same_month=True, lang="en"
    )
