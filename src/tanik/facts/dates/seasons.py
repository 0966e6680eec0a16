"""Seasons: ``1931 yazı``, ``1920-21 kışı``, ``autumn of 1922``.

Comes in: a word in comparison form, or tokens. Goes out: the season's EDTF number (21 spring … 24 winter,
ISO 8601-2, 4.8) and where the letters that name it end, the possessive included; or the date that it makes with the
year beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tanik.facts.dates.words import ROLES, has_role
from tanik.facts.dates.written import Written, figure_at
from tanik.facts.numbers.tokens import Token, form_at

__all__ = ["season_at", "season_first", "season_in", "season_over_two_years"]

_SPRING: Final = 21
# behind "in the autumn" these begin another phrase or clause
_GO_ON: Final = frozenset(
    (
        "and",
        "but",
        "when",
        "while",
        "the",
        "a",
        "he",
        "she",
        "they",
        "it",
        "we",
        "with",
        "by",
        "because",
        "as",
        "at",
        "to",
    )
)
_AZERBAIJANI_YEAR: Final = re.compile(r"il(?:in(?:in|de)?|i)?")


@lru_cache(maxsize=4096)
def season_in(form: str, after: str = "") -> tuple[int, int] | None:
    """The season that the folded word `form` names and the letters that name it, or None.

    `after` is the word before it: behind the Azerbaijani word for year, ``yaz`` is the spring.

    >>> season_in("kisinda"), season_in("kisi"), season_in("yazdi")
    ((24, 4), (24, 4), None)
    >>> season_in("yazinda", after="ilin")
    (21, 4)
    """
    for stem, value in ROLES["season"].items():
        if form == stem or re.fullmatch(stem + r"s?[iu](?:n(?:d[ae]n?|[iu]n|[ae])?)?(?:ki)?", form):
            match = re.match(stem + r"s?[iu]?", form)
            spring = stem == "yaz" and _AZERBAIJANI_YEAR.fullmatch(after)
            return _SPRING if spring else int(value), match.end() if match else len(stem)
    return None


def season_over_two_years(tokens: tuple[Token, ...], at: int) -> Written | None:
    """The season at token `at` behind two years, of the year it begins in: ``1920-21 kışı``.

    >>> from tanik.facts.numbers.tokens import cut
    >>> found = season_over_two_years(cut("1920-21 kışı"), 0)
    >>> (found.year, found.season) if found else None
    ('1920', 24)
    """
    first, second = figure_at(tokens, at, 4), figure_at(tokens, at + 2, 4)
    dashed = form_at(tokens, at + 1) in ("-", "/")
    if not (dashed and first and second) or len(first) != 4 or int(second[-2:]) != (int(first) + 1) % 100:
        return None
    index = at + 3 + has_role("year_noun", form_at(tokens, at + 3))
    season = season_at(tokens, index)
    if season is None:
        return None
    return Written(tokens[at].start, season[1], index + 1, "date.season", year=first, season=season[0])


def season_at(tokens: tuple[Token, ...], at: int) -> tuple[int, int] | None:
    """The EDTF season named at token `at` and the offset where its name ends.

    >>> from tanik.facts.numbers.tokens import cut
    >>> season_at(cut("1931 yazında"), 1)
    (22, 9)
    """
    found = season_in(form_at(tokens, at), after=form_at(tokens, at - 1) if at else "")
    return (found[0], tokens[at].start + found[1]) if found else None


def season_first(tokens: tuple[Token, ...], at: int) -> Written | None:
    """A season at token `at` before its year: ``autumn of 1922``, ``Sonbahar 1919``.

    >>> from tanik.facts.numbers.tokens import cut
    >>> found = season_first(cut("autumn of 1922"), 0)
    >>> (found.year, found.season) if found else None
    ('1922', 23)
    """
    form = form_at(tokens, at)
    english = form in ROLES["season_en"]
    if not english and form not in ROLES["season"]:
        return None
    index = at + 1 + (english and form_at(tokens, at + 1) == "of")
    digits = figure_at(tokens, index, 4)
    if digits is None or len(digits) != 4:
        return _that_season(tokens, at) if english else None
    season = int(ROLES["season_en" if english else "season"][form])
    return Written(tokens[at].start, tokens[index].end, index + 1, "date.season", year=digits, season=season)


def _that_season(tokens: tuple[Token, ...], at: int) -> Written | None:
    """``in the spring`` of the year that the story tells of: nothing behind says whose spring, or makes a name of it.

    "In the winter offensive", "in the spring of his life" are no times of the year, and the day behind says more than
    "in the summer, on 3 March".
    """
    led = (form_at(tokens, at - 2), form_at(tokens, at - 1)) == ("in", "the") if at > 1 else False
    after = form_at(tokens, at + 1)
    if not led or not (after in _GO_ON or not after[:1].isalnum()):
        return None
    if after == "," and form_at(tokens, at + 2) == "on":
        return None
    season = int(ROLES["season_en"][form_at(tokens, at)])
    return Written(tokens[at].start, tokens[at].end, at + 1, "date.season", season=season)
