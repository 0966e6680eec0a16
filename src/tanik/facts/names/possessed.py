"""Whether a genitive has what it owns behind it, and where a possessed noun ends before -ncA.

Comes in: the words of a line. Goes out: whether a possessed noun follows a word in its clause. "-in" behind a surname
is a case only with one ("Demirin dükkânı"; Göksel & Kerslake 14.4); in "Gülten Arın konuştu" it is part of the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.core.morph import readings
from tanik.facts.names.words import Word

__all__ = ["SHORT", "done_by", "has_possessed_behind"]

# Letters of a stem: behind a longer one "-in" is hardly ever a likeness by chance.
SHORT: Final = 3
_CLAUSE: Final = 8  # words within which the owner's thing is named
_OWNED: Final = re.compile(r"[^aeiou][iu](?:n[dt][ae]n?|n[ae]|n[iu]n?|yl[ae])?$")  # third person, folded
_BY: Final = re.compile(r"(.{2,}[ıiuü])nc[ae]")
_ENDS: Final = frozenset(".;:!?()")


def has_possessed_behind(words: Sequence[Word], at: int) -> bool:
    """Whether a word with a possessive of the third person stands in the clause behind word `at`.

    >>> from tanik.core.fold import fold
    >>> from tanik.core.span import Span
    >>> words = [Word(Span(0, 1), one, fold(one), " ", False, False) for one in "Özün eski evi kapandı".split()]
    >>> has_possessed_behind(words, 0), has_possessed_behind(words, 2)
    (True, False)
    """
    for word in words[at + 1 : at + 1 + _CLAUSE]:
        if not _ENDS.isdisjoint(word.gap):
            return False
        found = readings(word.text) if _OWNED.search(word.folded) and not word.tail else ()
        if any(one.possessive for one in found):
            return True
    return False


def done_by(text: str) -> int:
    """How many letters of a possessed noun stand before -ncA, by whom a thing was done (Lewis 2000, 12.2, hükûmetçe):
    ``Kurulu|nca``, ``Vekâleti|nce``; 0 of another word.

    >>> done_by("Kurulunca"), done_by("Başınca"), done_by("Konya")
    (6, 4, 0)
    """
    found = _BY.fullmatch(lower_turkish(text))
    return found.end(1) if found else 0
