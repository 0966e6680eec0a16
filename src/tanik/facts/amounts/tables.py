"""Numbers in the cells of a table: the unit stands at the head of the column or of the row.

Comes in: the lines of a page, cells parted by tabs. Goes out: for each number in a cell, the unit that its column
(``Delege``) or its row (``Ölü sayısı``) names. Lines are taken one by one in order; a line of words alone with as
many cells is the head of the lines that follow it.
"""

from __future__ import annotations

from tanik.facts.amounts.elided import Unit
from tanik.facts.numbers.nouns import noun_at
from tanik.facts.numbers.tokens import cut

__all__ = ["Tables", "unit_named"]

_PEOPLE = ("nufus", "mevcut", "kayip", "zayiat", "population", "casualties")


def unit_named(cell: str) -> Unit | None:
    """The unit that a heading names, or None.

    >>> unit_named("Delege").unit
    'person'
    """
    tokens = cut(cell)
    for at, token in enumerate(tokens):
        noun = noun_at(tokens, at)
        if noun is not None and noun.kind != "time":
            return Unit(noun.unit, cell[token.start : noun.end] if noun.kind in ("person", "thing") else None)
        if token.form.startswith(_PEOPLE):
            return Unit("person", None)
    return None


class Tables:
    """The heads of the tables of one page, as its lines go by."""

    def __init__(self) -> None:
        self._head: tuple[Unit | None, ...] = ()
        self._rows: dict[int, tuple[str, tuple[Unit | None, ...]]] = {}

    def line(self, start: int, line: str) -> bool:
        """Take the next line, which begins at `start`; whether it is a row of a table."""
        cells = line.split("\t")
        if len(cells) < 2:
            self._head = ()
            return False
        if not any(char.isdecimal() for char in line):
            self._head = tuple(unit_named(cell) for cell in cells)
        elif len(cells) != len(self._head):
            self._head = ()
        self._rows[start] = (line, self._head)
        return True

    def holds(self, start: int) -> bool:
        """Whether the line that begins at `start` is a row."""
        return start in self._rows

    def unit(self, start: int, offset: int) -> Unit | None:
        """The unit of a number at `offset` in the row that begins at `start`, or None."""
        line, head = self._rows[start]
        column = line.count("\t", 0, offset - start)
        if column and column < len(head) and head[column] is not None:
            return head[column]
        return unit_named(line.split("\t")[0]) if column and not head else None
