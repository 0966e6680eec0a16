"""Figures with dots and commas: which mark parts thousands and which begins the decimals.

Comes in: a figure as written, the language, and what the rest of the page shows. Goes out: its value, and what is
wrong with it where it is malformed. Turkish and Azerbaijani part thousands with a dot and decimals with a comma
(TDK Yazım Kılavuzu), English the other way round, and real pages mix both; form decides first (``1.234.567``,
``0,75``, ``3.5``), then the page's own unambiguous figures, then the language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tanik.core.made import value

__all__ = ["Figure", "Style", "read_figure", "style_of"]

_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:[.,][0-9]{3})+")
# English begins no decimals with a comma: four figures behind one are thousands that were grouped badly.
_MISGROUPED: Final = re.compile(r"[1-9][0-9]{0,2},[0-9]{4,}")
_FIGURE: Final = re.compile(r"(?<![0-9.,])[0-9]+(?:[.,][0-9]+)+(?![0-9])")
_REPEATED_GROUPS: Final = 2


@dataclass(frozen=True, slots=True)
class Style:
    """How a page writes figures: the mark of its decimals, whether the page showed it, and its language."""

    decimal: str
    shown: bool
    english: bool = False


@value
class Figure:
    """A figure's value; `other` is its value if its one mark were read the other way."""

    value: float
    other: float | None = None
    problem: str | None = None


def _shown_decimal(figure: str) -> str | None:
    """The decimal mark that this figure alone proves, or None."""
    marks = [char for char in figure if char in ".,"]
    if len(set(marks)) == 2:
        return marks[-1]
    if len(marks) >= _REPEATED_GROUPS:
        return {".": ",", ",": "."}[marks[0]] if _GROUPED.fullmatch(figure) else None
    return None if _GROUPED.fullmatch(figure) else marks[0]


def style_of(text: str, *, english: bool) -> Style:
    """The style of a page: what its unambiguous figures show, else what its language is used to.

    >>> style_of("1.250.000 lira", english=False)
    Style(decimal=',', shown=True, english=False)
    """
    figures = (match.group() for match in _FIGURE.finditer(text))
    readable = (one for one in figures if not (english and _MISGROUPED.fullmatch(one)))
    votes = [mark for one in readable if (mark := _shown_decimal(one))]
    commas = votes.count(",")
    if votes and commas * 2 != len(votes):
        return Style("," if commas * 2 > len(votes) else ".", shown=True, english=english)
    return Style("." if english else ",", shown=False, english=english)


def _decimal(figure: str, mark: str) -> float:
    thousands = "," if mark == "." else "."
    return float(figure.replace(thousands, "").replace(mark, "."))


def _many_marks(figure: str, marks: list[str], digits: float) -> Figure:
    """A figure with two marks or more: thousands, thousands and decimals, or malformed."""
    if len(set(marks)) == 2 and marks[-1] not in marks[:-1]:
        return Figure(_decimal(figure, marks[-1]))
    if len(set(marks)) == 2:
        return Figure(digits, problem="marks-alternate")
    if _GROUPED.fullmatch(figure):
        return Figure(digits)
    return Figure(digits, problem="groups-not-three")


def read_figure(figure: str, style: Style) -> Figure:
    """The value of `figure` (digits with inner dots and commas).

    >>> read_figure("8.450", Style(",", shown=False)).value, read_figure("3.5", Style(",", shown=False)).value
    (8450.0, 3.5)
    >>> read_figure("1.1000.000", Style(",", shown=False)).problem
    'groups-not-three'
    >>> read_figure("33,2750", Style(".", shown=False, english=True)).problem
    'groups-not-three'
    """
    marks = [char for char in figure if char in ".,"]
    digits = float(figure.replace(".", "").replace(",", ""))
    if not marks:
        return Figure(digits)
    if len(marks) > 1:
        return _many_marks(figure, marks, digits)
    if style.english and style.decimal == "." and _MISGROUPED.fullmatch(figure):
        return Figure(digits, problem="groups-not-three")
    decimal = float(figure.replace(",", "."))
    if not _GROUPED.fullmatch(figure):
        return Figure(decimal)
    # One mark and three digits after it. The language's own thousands mark stays one even where a neighbour
    # slips (3.5 beside 3.500); the other mark is read by the page's own habit.
    own = "," if style.english else "."
    # Nobody writes three decimals that are all noughts: "122.000 pounds" on an English page is written as in Turkish.
    habit = style.decimal == marks[0] if style.shown else style.english
    if marks[0] != own and habit and not figure.endswith("000"):
        return Figure(decimal, digits)
    return Figure(digits, decimal)
