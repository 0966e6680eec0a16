"""Seasons in Turkish: ``yazı``, ``sonbaharında``.

Comes in: one word in comparison form. Goes out: the season's EDTF number (21 spring … 24 winter, ISO 8601-2, 4.8)
and how many letters of the word name it, the possessive included. Apart from `date_forms`, because the same words
follow one year (``1931 yazı``) and two (``1920-21 kışı``).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.dates.words import ROLES

__all__ = ["season_in"]

_SPRING: Final = 21
_AZERBAIJANI_YEAR: Final = re.compile(r"il(?:in(?:in|de)?|i)?")


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
