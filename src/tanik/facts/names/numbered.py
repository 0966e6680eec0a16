"""Names that begin with a number: rulers ("III. Selim") and units of an army ("15. Kolordu").

Comes in: one line of words. Goes out: candidates. An ordinal in figures has a full stop (TDK Yazım Kılavuzu, Sayıların
Yazılışı); before a given name in Roman ones it is a ruler's, who has no other name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import split_suffix
from tanik.facts.model import NameKind
from tanik.facts.names.known import Candidate
from tanik.facts.names.tables import given_names
from tanik.facts.names.words import Line, Word

__all__ = ["is_ruler", "numbered_names"]

_UNITS: Final = frozenset({"ordu", "kolordu", "tumen", "firka", "alay", "tabur", "tugay", "bolge"})
_ROMAN: Final = re.compile(r"(?=.)X{0,3}(?:IX|IV|V?I{0,3})")


def numbered_names(line: Line) -> Iterator[Candidate]:
    """Units, ``3. Ordu``, ``XV. Kolordu``, and rulers: ``II. Mahmut``."""
    for at in range(len(line.words) - 1):
        number, named = line.words[at], line.words[at + 1]
        if named.gap not in (". ", ".") or not named.capital:
            continue
        if is_ruler(number, named):
            stem = fold(named.text) if fold(named.text) in given_names() else split_suffix(named.text).stem
            yield Candidate(at, at + 2, len(stem), NameKind.PERSON, None, "ruler")
            continue
        numbered = named.gap == ". " and (number.text.isdigit() or _ROMAN.fullmatch(number.text))
        if numbered and fold(stem := split_suffix(named.text).stem) in _UNITS:
            yield Candidate(at, at + 2, len(stem), NameKind.ORGANISATION, None, "unit")


def is_ruler(number: Word, given: Word) -> bool:
    """Whether two words are a ruler's number and given name, which is all the name he has: ``III. Selim``."""
    if given.gap not in (". ", ".") or _ROMAN.fullmatch(number.text) is None:
        return False
    return given.folded in given_names() or fold(split_suffix(given.text).stem) in given_names()
