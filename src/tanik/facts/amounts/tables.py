"""Numbers in the cells of a table: the unit stands at the head of the column or of the row.

Comes in: a page's tables, and its lines, cells parted by tabs. Goes out: for each number in a cell, the unit that its
column (``Delege``, ``Altın (kg)``, ``Para (bin lira)``) or its row (``Ölü sayısı``) names. What a bracket holds is the
unit of the whole column, and what stands before it is what is weighed or paid (ISO 80000-1, 7.1.1, on the heads of
columns); a word for a power of ten there multiplies. Lines of no table are taken one by one in order; a line of words
alone with as many cells is the head of the lines that follow it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.facts.amounts.told import Unit
from tanik.facts.numbers.nouns import Noun, noun_at
from tanik.facts.numbers.tokens import cut
from tanik.facts.outline.heads import bracket_of, deeds_in, is_deed, kind_of_head
from tanik.facts.outline.tables import Table

__all__ = ["Tables", "unit_named"]

_PEOPLE = ("nufus", "mevcut", "kayip", "kayb", "zayiat", "itki", "population", "casualties", "losses")
_NUMBER: Final = re.compile(r"[^\W\d_]*\d[\d.,\s]*\W*")
_LONGEST: Final = 60  # characters of a cell that is a figure and what bounds it, and no text
_SCALES: Final = {"bin": 1e3, "min": 1e3, "thousand": 1e3, "milyon": 1e6, "million": 1e6, "milyar": 1e9, "billion": 1e9}
_UNCOUNTED: Final = ("date", "source", "giver", "receiver", "place")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_APOSTROPHE: Final = re.compile(r"[^\W\d_]+['’][^\W\d_]{2}")


@lru_cache(maxsize=2048)
def unit_named(cell: str) -> Unit | None:
    """The unit that a heading names, or None.

    >>> unit_named("Delege").unit, unit_named("Gönderilen altın (kg)"), unit_named("Tutar (bin lira)").scale
    ('person', Unit(unit='kg', of='altın', scale=1.0), 1000.0)
    >>> unit_named("Gelen Rus topu"), unit_named("Rus").unit
    (Unit(unit='count', of='top', scale=1.0), 'person')
    """
    told, bracket = bracket_of(cell)
    noun, scale = _noun_in(bracket)
    if "%" in bracket:
        return Unit("percent", None)
    if noun is not None and noun.kind in ("measure", "money", "container"):
        return Unit(noun.unit, _substance(told) if noun.kind != "money" else None, scale * noun.factor)
    if noun is not None and noun.kind == "thing" and told:
        return Unit(noun.unit, lower_turkish(bracket[: noun.end]), scale)
    named, own = _noun_in(told if bracket else cell)
    if kind_of_head(told) == "amount" and (named is None or named.kind in ("money", "thing")) and _is_bare(told):
        return None
    if named is not None and not (named.kind == "person" and named.end < len(told) and _tells_people(told.split()[-1])):
        of = cell[_named_start(cell, named) : named.end] if named.kind in ("person", "thing") else None
        return Unit(named.unit, of, scale * own * (named.factor if named.kind == "money" else 1.0))
    return Unit("person", None, scale) if _tells_people(cell) else None


def _tells_people(words: str) -> bool:
    """Whether words say that people are counted, and not which: of "Yunan kaybı" no Greeks are."""
    return any(token.form.startswith(_PEOPLE) for token in cut(words))


def _noun_in(words: str) -> tuple[Noun | None, float]:
    """The first noun among some words that counts or measures, and the power of ten that they name.

    Of a people and a thing right behind it the thing is counted: "Rus topu" (Göksel & Kerslake 2005, 10.2).
    """
    tokens, scale, found, before = cut(words), 1.0, None, -1
    for at, token in enumerate(tokens):
        whose = found is not None and found.kind == "person" and at == before + 1
        if token.form in _SCALES:
            scale *= _SCALES[token.form]
        elif _APOSTROPHE.match(words, token.start):
            continue  # "Rusya'dan": a name, which is not counted
        elif (found is None or whose) and (noun := noun_at(tokens, at)) is not None and noun.kind != "time":
            found, before = (noun, at) if found is None or noun.kind == "thing" else (found, before)
    return found, scale


def _named_start(cell: str, noun: Noun) -> int:
    """Where the words of a noun begin in its cell."""
    return cut(cell)[noun.last - len(noun.stem.split())].start


def _is_bare(head: str) -> bool:
    """Whether a head is nothing but a word for how much: "Para" is no coin, and "Adet" counts something else."""
    return len(head.split()) == 1


def _substance(head: str) -> str | None:
    """What a measure at the head of a column is of: its last word that tells neither how much nor what was done."""
    deeds = deeds_in(head)
    words = _WORD.finditer(head)
    told = [one.group() for one in words if not any(deed.start <= one.start() < deed.end for deed in deeds)]
    kept = [word for word in told if kind_of_head(word) is None]
    return lower_turkish(kept[-1]) if kept else None


def _unit_of(head: str) -> Unit | None:
    """The unit that a head of a column names; people are lost where it says no more than that."""
    unit = unit_named(head)
    return Unit("person", bracket_of(head)[0]) if unit is None and kind_of_head(head) == "lost" else unit


class Tables:
    """The heads of the tables of one page, as its lines go by."""

    def __init__(self, text: str, tables: Sequence[Table] = ()) -> None:
        self._text = text
        self._head: tuple[Unit | None, ...] = ()
        self._rows: dict[int, tuple[str, tuple[Unit | None, ...]]] = {}
        self._cells = (
            sorted(
                (cell.start, cell.end, at, number, table)
                for table in tables
                if table.head
                for number, row in enumerate(table.rows)
                for at, cell in enumerate(row.cells)
                if cell is not None and at not in row.carried
            )
            if tables
            else []
        )

    def line(self, start: int, line: str) -> bool:
        """Take the next line, which begins at `start`; whether it is a row of a table."""
        cells = line.split("\t")
        if len(cells) < 2:
            self._head = ()
            return self._in_table(start, start + len(line))
        if not any(char.isdecimal() for char in line):
            self._head = tuple(unit_named(cell) for cell in cells)
        elif len(cells) != len(self._head):
            self._head = ()
        self._rows[start] = (line, self._head)
        return True

    def _in_table(self, start: int, end: int) -> bool:
        at = bisect_right(self._cells, start, key=lambda cell: cell[0])
        return at < len(self._cells) and self._cells[at][0] < end

    def holds(self, start: int, offset: int) -> bool:
        """Whether the line that begins at `start` is a row, or the number at `offset` stands in a cell."""
        return start in self._rows or self._cell(offset) is not None

    def _cell(self, offset: int) -> tuple[int, int, int, int, Table] | None:
        at = bisect_right(self._cells, offset, key=lambda cell: cell[0]) - 1
        return self._cells[at] if at >= 0 and offset < self._cells[at][1] else None

    def unit(self, start: int, offset: int) -> Unit | None:
        """The unit of a number at `offset` in the row that begins at `start`, or None."""
        if (found := self._cell(offset)) is not None:
            return self._headed(found)
        line, head = self._rows[start]
        column = line.count("\t", 0, offset - start)
        if column and column < len(head) and head[column] is not None:
            return head[column]
        return unit_named(line.split("\t")[0]) if column and not head else None

    def _headed(self, found: tuple[int, int, int, int, Table]) -> Unit | None:
        """The unit of a bare number in a cell: its column's, else that of the thing its row is of."""
        start, end, column, number, table = found
        over = [one.of(self._text) for one in table.heads(column)]
        if not over or end - start > _LONGEST:
            return None
        head = over[0]
        if kind_of_head(head) in _UNCOUNTED and not bracket_of(head)[1]:
            return None
        unit = next((one for one in map(_unit_of, over) if one is not None), None)
        if unit is not None or not column:
            return unit
        row = table.rows[number]
        heads = [one.of(self._text) if one is not None else "" for one in table.head]
        years = all(_NUMBER.fullmatch(head) for head in heads[1:] if head)
        things = [at for at, head in enumerate(heads) if kind_of_head(head) == "thing"] or ([0] if years else [])
        if len(things) != 1 or not (kind_of_head(head) == "amount" or years or is_deed(head)):
            return None
        thing = row.cells[things[0]]
        return unit_named(thing.of(self._text)) if thing is not None else None
