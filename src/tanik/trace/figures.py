"""Numbers in an alignment: written in words on one side and in figures on the other.

Comes in: the words of both sides, cut into units. Goes out: units in which a number in words is one, and which units
of the two sides are the same number. ``bin dokuz yüz on dokuz`` and ``1919`` are then one pair, equal or not, and not
one pair and four words put in; so are ``10.000`` and ``10 bin``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tanik.trace.lexicon import Lexicon

__all__ = ["equal_figures", "has_figures", "number_units"]

Unit = tuple[int, int]
_HUNDRED: Final = 100
_THOUSAND: Final = 1000
_GROUP: Final = 3
_GROUPED: Final = re.compile(r"\d{3}(?!\d)")


def has_figures(words: Sequence[str]) -> bool:
    """Whether one of the words begins with a figure."""
    return any(word[0].isdigit() for word in words)


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
    last: str | None = None
    large = _has_thousands(words) or _has_thousands(other)
    for start, end in units:
        word = "".join(words[start:end])
        if last is not None and end - start == 1 and _goes_on(last, word, lexicon, large=large):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        last = word if end - start == 1 else None
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
    figures = [has_figures(unit[:1]) for unit in page], [has_figures(unit[:1]) for unit in witness]
    if not any(figures[0]) and not any(figures[1]):
        return
    values: dict[float, list[int]] = {}
    for column, unit in enumerate(witness):
        value = lexicon.value(unit)
        if value is not None:
            values.setdefault(value, []).append(column)
    for row, unit in enumerate(page if values else ()):
        value = lexicon.value(unit)
        if value is not None:
            yield from ((row, column) for column in values.get(value, ()) if figures[0][row] or figures[1][column])
