"""Numbers in an alignment: written in words on one side and in figures on the other.

Comes in: the words of both sides, cut into units. Goes out: units in which a number in words is one, and which units
of the two sides are the same number. ``bin dokuz yüz on dokuz`` and ``1919`` are then one pair, equal or not, and not
one pair and four words put in; so are ``10.000`` and ``10 bin``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise
from typing import Final

from tanik.trace.lexicon import Lexicon
from tanik.trace.units import Unit

__all__ = ["Manner", "equal_figures", "has_figures", "manner_of", "number_units", "roman_value"]

_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_GROUP: Final = 3
_GROUPED: Final = re.compile(r"\d{3}(?!\d)")
_RANK: Final = re.compile(r"[iu]nc[iu]")
_EACH: Final = re.compile(
    r"(?:bir|iki|uc|dor[td]|bes|alti|yedi|sekiz|dokuz|on|yirmi|otuz|kirk|elli|altmis|yetmis|seksen|doksan|yuz|bin"
    r"|milyon|milyar)s?[ae]r(?:l[iu]\w*)?"
)
_MANY: Final = re.compile(r"l[ae]rc[ae]")
_ROMAN: Final = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_LETTERS: Final = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_INITIALS: Final = frozenset("LCDM")
_APOSTROPHE: Final = re.compile("['’‘ʼ`´′]")


class Manner(Enum):
    """What a number says: how many, which one, how many each, or how many times so many at least."""

    COUNT = "count"
    RANK = "rank"
    EACH = "each"
    MANY = "many"


# Figures say neither.
_UNLIKE_FIGURES: Final = frozenset({Manner.EACH, Manner.MANY})


def manner_of(words: Sequence[str]) -> Manner | None:
    """The manner of a number; None for bare figures, which may be a rank as well as a count.

    >>> manner_of(["on", "ikinci"]), manner_of(["binlerce"]), manner_of(["1919"])
    (<Manner.RANK: 'rank'>, <Manner.MANY: 'many'>, None)
    """
    last = words[-1]
    if _RANK.search(last):
        return Manner.RANK
    if last[0].isdigit():
        return None
    if _MANY.search(last):
        return Manner.MANY
    return Manner.EACH if _EACH.fullmatch(last) else Manner.COUNT


def roman_value(written: str) -> int | None:
    """The value of a Roman number in capitals, without what stands behind an apostrophe; a single L, C, D, M is none.

    >>> roman_value("XIX"), roman_value("IV’üncü"), roman_value("Civ"), roman_value("C")
    (19, 4, None, None)
    """
    figures = _APOSTROPHE.split(written)[0]
    if not _ROMAN.fullmatch(figures) or figures in _INITIALS:
        return None
    values = [_LETTERS[letter] for letter in figures]
    return sum(-one if one < other else one for one, other in pairwise([*values, 0]))


def has_figures(words: Sequence[str]) -> bool:
    """Whether one of the words begins with a figure."""
    return any(map(str.isdigit, [word[0] for word in words]))


def number_units(units: list[Unit], words: Sequence[str], other: Sequence[str], lexicon: Lexicon) -> list[Unit]:
    """`units` with the words of one number among them made one, where either side has figures.

    >>> from tanik.trace.lexicon import load_lexicon
    >>> number_units([(0, 1), (1, 2), (2, 3)], ["on", "dokuz", "mayis"], ["19", "mayis"], load_lexicon())
    [(0, 2), (2, 3)]
    >>> number_units([(0, 1), (1, 2), (2, 3)], ["10", "000", "kisi"], ["10", "bin", "kisi"], load_lexicon())
    [(0, 2), (2, 3)]
    """
    if not has_figures(other) and not has_figures(words):
        return units
    joined: list[Unit] = []
    last: str | None = None  # the word before, where it is a number
    large = _has_thousands(words) or _has_thousands(other)
    for start, end in units:
        word = words[start]
        is_number = end - start == 1 and (word[0].isdigit() or lexicon.number(word) is not None)
        if last is not None and is_number and _goes_on(last, word, lexicon, large=large):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        last = word if is_number else None
    return joined


def _has_thousands(words: Sequence[str]) -> bool:
    """Whether there are figures of a thousand and more among the words."""
    return any(
        word.isdigit() and (len(word) > _GROUP or _is_grouped(last, word)) for last, word in pairwise(["", *words])
    )


def _is_grouped(last: str, word: str) -> bool:
    return last.isdigit() and len(last) <= _GROUP and _GROUPED.match(word) is not None


def _goes_on(last: str, word: str, lexicon: Lexicon, *, large: bool) -> bool:
    """Whether the number that ends with `last` goes on with `word`.

    `large` says that one of the sides writes thousands in figures: ``10 bin`` is one number then. In words ``yüz elli
    bin`` and ``on dokuzuncu`` are one, ``beş on`` (five or ten) is not; in figures ``10.000`` is.
    """
    if word[0].isdigit():
        return _is_grouped(last, word)
    before, value = lexicon.number(last), lexicon.number(word)
    if before is None or value is None:
        return False
    if last[0].isdigit():
        return large and value >= _THOUSAND and len(last) <= _GROUP
    if value >= _THOUSAND:
        return True
    if value == _HUNDRED:
        return 2 <= before < 10 or before >= _THOUSAND
    return before >= _HUNDRED if value >= 10 else before >= 10 or value < 1


def equal_figures(
    page: Sequence[Sequence[str]], witness: Sequence[Sequence[str]], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """The pairs (unit of the page, unit of the witness) of one number, one of them or both in figures."""
    figures = [unit[0][0].isdigit() for unit in page], [unit[0][0].isdigit() for unit in witness]
    if not any(figures[0]) and not any(figures[1]):
        return
    values: dict[float, list[int]] = {}
    for column, value in _in_figures(witness, lexicon):
        values.setdefault(value, []).append(column)
    for row, value in _in_figures(page, lexicon) if values else ():
        yield from ((row, column) for column in values.get(value, ()) if figures[0][row] or figures[1][column])


def _in_figures(units: Sequence[Sequence[str]], lexicon: Lexicon) -> Iterator[tuple[int, float]]:
    """The units that are a number which figures may say, by index, with its value."""
    for at, unit in enumerate(units):
        value = lexicon.number(unit[0]) if len(unit) == 1 else lexicon.value(unit)
        if value is not None and manner_of(unit) not in _UNLIKE_FIGURES:
            yield at, value
