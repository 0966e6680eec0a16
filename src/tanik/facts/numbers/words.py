"""Words that are numbers: ``dokuzbin``, ``yüz ellişer``, ``üçüncü``, ``forty``.

Comes in: one word in comparison form. Goes out: the numerals it is built from and what its ending makes of them.
Turkish writes numerals together or apart and inflects them, so a word is taken apart whole: numerals, then one
ending from a closed list. A closed list, because ``uçak`` and ``altın`` begin like numerals too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tanik.core.fold import fold
from tanik.facts.tables import rows

__all__ = [
    "NumberWord",
    "Piece",
    "group_name",
    "number_word",
    "opens_english_number",
    "opens_number",
    "surely_spelt",
]


@dataclass(frozen=True, slots=True)
class Piece:
    """One numeral: its value and its kind (unit, teen, ten, hundred, scale, half)."""

    value: float
    kind: str


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word taken apart: its numerals, how long they are in letters, and its ending.

    `ending` is plain, distributive (``üçer``), ordinal (``üçüncü``), partitive (``üçü``) or case (``üçten``).
    """

    pieces: tuple[Piece, ...]
    letters: int
    ending: str


_ENDINGS: Final = (
    ("plain", r""),
    ("distributive", r"(?:s?[ae]r)(?:[iu](?:n[iuae]|nd[ae]n?|n[iu]n)?|[dt][ae]n?|[ae]|l[iu]|l[iu]k)?"),
    ("ordinal", r"[iu]?nc[iu]\w*"),
    ("partitive", r"s?[iu](?:n[iuae]|nd[ae]n?|n[iu]n|yl[ae]|yd[iu]|d[iu]r)?"),
    ("case", r"(?:[dt][ae]n?|y?[ae]|n?[iu]n|y?l[ae]|y?[dt][iu]|[dt][iu]r|yken|l[iu]k?(?:[ae]|t[ae]n?)?|y[iu])"),
)


def _pieces(languages: tuple[str, ...]) -> dict[str, Piece]:
    found: dict[str, Piece] = {}
    for row in rows("numerals.csv"):
        if row["lang"] in languages:
            found[fold(row["form"])] = Piece(float(row["value"]), row["kind"])
    return found


_TURKIC: Final = _pieces(("tr", "az"))
_ENGLISH: Final = _pieces(("en",))
_NOT: Final = frozenset(fold(row["form"]) for row in rows("not_numerals.csv"))
_ANY: Final = "|".join(sorted(_TURKIC, key=len, reverse=True))
_RUN: Final = re.compile(f"(?:{_ANY})+")
_ONE: Final = re.compile(_ANY)
_LARGE: Final = re.compile("bin|min|yuz")
_ONE_OF_THEM: Final = re.compile(r"biri(?:n(?:[iuae]|in|d[ae]n?))?")
_WHOLE: Final = tuple((name, re.compile(f"((?:{_ANY})+){ending}")) for name, ending in _ENDINGS)


_GROUP: Final = re.compile(f"(?:{_ANY})+l[iu]kl[ae]r\\w*")


def group_name(form: str) -> bool:
    """Whether `form` (folded) names people by a number, and counts nothing: ``ellilikler``.

    >>> group_name("ellilikler"), group_name("ellilik")
    (True, False)
    """
    return _GROUP.fullmatch(form) is not None


def surely_spelt(written: str) -> bool:
    """Whether `written` can only be the numeral: ``üçü`` is three of them, and never ``ucu``, the tip.

    >>> surely_spelt("üçü"), surely_spelt("ucu"), surely_spelt("Üçünü")
    (True, False, True)
    """
    return written[:2] in ("üç", "Üç", "ÜÇ")


@lru_cache(maxsize=1 << 14)
def opens_number(form: str) -> bool:
    """Whether a folded word looks like a Turkish or Azerbaijani number word at all, whatever stands around it.

    It is asked of every word of a page, as `opens_english_number` is.

    >>> opens_number("binden"), opens_number("asker")
    (True, False)
    """
    return _RUN.match(form) is not None


@lru_cache(maxsize=1 << 14)
def opens_english_number(form: str) -> bool:
    """The same of English, where "half" opens one too.

    >>> opens_english_number("ten"), opens_english_number("half"), opens_english_number("the")
    (True, True, False)
    """
    return form == "half" or number_word(form, english=True) is not None


@lru_cache(maxsize=1 << 13)
def number_word(form: str, *, english: bool = False, inside: bool = False, sure: bool = False) -> NumberWord | None:
    """`form` (folded) as a number word, or None.

    `inside` says that a number has begun before the word: then ``binden`` is a thousand and no verb. `sure` says that
    its spelling rules out the other word (`surely_spelt`).

    >>> number_word("dokuzbin").pieces
    (Piece(value=9.0, kind='unit'), Piece(value=1000.0, kind='scale'))
    >>> number_word("ucer").ending, number_word("ucak")
    ('distributive', None)
    """
    if english:
        stem = form[:-1] if form[-1:] == "s" and form[:-1] in _ENGLISH and len(form) > 4 else form
        piece = _ENGLISH.get(stem)
        return NumberWord((piece,), len(stem), "plain") if piece else None
    # "yirmi biri öldü" are twenty-one of them, "biri öldü" someone
    within = inside and (_LARGE.match(form) or _ONE_OF_THEM.fullmatch(form))
    if not _RUN.match(form) or (form in _NOT and not (sure or within)):
        return None
    for name, pattern in _WHOLE:
        match = pattern.fullmatch(form)
        if match:
            run = match.group(1)
            return NumberWord(tuple(_TURKIC[part] for part in _ONE.findall(run)), len(run), name)
    return None
