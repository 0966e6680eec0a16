"""Offices and who holds them: "başkanlık" is the office, "başkan" whoever has it.

Comes in: the words of an office. Goes out: what its holder is called. The ending -lik makes the one of the other
(Göksel & Kerslake 2005, 7.2.2), so that "başkomutanlığa getirildi" is told of whom the page then calls "başkomutan".
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["holder_of", "titled_as"]

_OFFICE: Final = re.compile(r"^(.*[^\W\d_]{2,}?)l[ıiuü][kgğ](s?[ıiuü]n?[ae]?|[ae])?$")
_HARMONY: Final = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_CIRCUMFLEX: Final = str.maketrans("âîûAIİOÖUÜE", "aiuaıioöuüe")
_VOWEL: Final = re.compile(r"[aeıioöuüâîû]", re.IGNORECASE)


def holder_of(office: str) -> str:
    """What the holder of an office is called; other words as they are.

    >>> holder_of("başkanlığına"), holder_of("genel müdürlüğ"), holder_of("bakan")
    ('başkan', 'genel müdür', 'bakan')
    """
    match = _OFFICE.match(office)
    return match.group(1) if match else office


def titled_as(office: str) -> str:
    """The title of an office's holder: the head of an izafet keeps its possessive (GK 14.4).

    >>> titled_as("Sivas Valiliği"), titled_as("belediye başkanlığına"), titled_as("ikinci başkanlığ")
    ('Sivas Valisi', 'belediye başkanı', 'ikinci başkan')
    """
    holder, match = holder_of(office), _OFFICE.match(office)
    owned = match is not None and (match.group(2) or " ")[0] in "ıiuüs"
    vowels = _VOWEL.findall(holder)
    if not owned or " " not in holder or not vowels:
        return holder
    ending = _HARMONY.get(vowels[-1].translate(_CIRCUMFLEX), "i")
    return f"{holder}{'s' if _VOWEL.match(holder[-1]) else ''}{ending}"
