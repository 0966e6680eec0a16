"""Numbers in an alignment: written in words on one side and in figures on the other.

Comes in: the words of both sides, cut into units. Goes out: units in which a number in words is one, and which units
of the two sides are the same number. ``bin dokuz yüz on dokuz`` and ``1919`` are then one pair, equal or not, and not
one pair and four words put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tanik.trace.lexicon import Lexicon

__all__ = ["equal_figures", "has_figures", "number_units"]

Unit = tuple[int, int]


def has_figures(words: Sequence[str]) -> bool:
    """Whether one of the words begins with a figure."""
    return any(word[0].isdigit() for word in words)


def number_units(units: list[Unit], words: Sequence[str], other: Sequence[str], lexicon: Lexicon) -> list[Unit]:
    """`units` with the rows of number words among them made one, where either side has figures.

    >>> from tanik.trace.lexicon import load_lexicon
    >>> number_units([(0, 1), (1, 2), (2, 3)], ["on", "dokuz", "mayis"], ["19", "mayis"], load_lexicon())
    [(0, 2), (2, 3)]
    """
    if not has_figures(other) and not has_figures(words):
        return units
    joined: list[Unit] = []
    open_number = False
    for start, end in units:
        word = "".join(words[start:end])
        is_number = end - start == 1 and not word[0].isdigit() and lexicon.number(word) is not None
        if is_number and open_number:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
        open_number = is_number
    return joined


def equal_figures(
    page: Sequence[Sequence[str]], witness: Sequence[Sequence[str]], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """The pairs (unit of the page, unit of the witness) of one number, in words here and in figures there."""
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
            yield from ((row, column) for column in values.get(value, ()) if figures[0][row] != figures[1][column])
