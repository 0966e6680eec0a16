"""Days without a month of their own: the second of a pair, and the day of the month that was told before.

Comes in: tokens. Goes out: the number of the day and where it ends. ``Eylülün 27'sini 28'ine bağlayan gece`` and
Azerbaijani ``sentyabrın 27-sindən 28-inə`` name two days by one month; English says ``on the 20th`` of the month
that it speaks of.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.facts.dates.words import month_at, skip_suffix
from tanik.facts.dates.written import Written, figure_at
from tanik.facts.numbers.tokens import WORD, Token, form_at

__all__ = ["english_day_at", "second_day"]

_FROM: Final = re.compile(r"(?:s[iu])?(?:n?d[ae]n|t[ae]n|n?[iu])")
_TO: Final = re.compile(r"(?:s[iu]n|[iu]n|n)?[ae]")
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
