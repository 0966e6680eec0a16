"""The tables of an HTML page as grids: which row and column each cell begins in, and how many it reaches over.

Comes in: a layout. Goes out: a grid a table element, with its caption. Cells are put into slots as a browser puts them
("Forming a table", HTML Living Standard 4.9.12.1): a cell takes the first free column of its row, `colspan` and
`rowspan` are read by the rules for non-negative integers and clamped, a `rowspan` of nought reaches to the end of its
row group, and none reaches beyond that. What is not shown is no part of a grid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from lxml import etree

from tanik.core.span import Span
from tanik.page.boxes import Layout
from tanik.page.model import Cell, Grid

__all__ = ["cells_of_row", "grids_of"]

_GROUPS: Final = frozenset(("thead", "tbody", "tfoot"))
_CELLS: Final = frozenset(("td", "th"))
_INTEGER: Final = re.compile(r"[ \t\n\f\r]*\+?(?P<number>\d{1,6})", re.ASCII)
_WIDEST, _HIGHEST = 1000, 65534
# A table beyond that is no table that anybody reads row by row, and costs what it likes.
_MOST_ROWS: Final = 500
_MOST_COLUMNS: Final = 100
_ROWS_ABOVE: Final = 30  # rows that are looked through for cells that reach down
_REACHED: Final = etree.XPath(f"boolean(preceding-sibling::tr[position() <= {_ROWS_ABOVE}]/*[@rowspan])")


def _number(element: etree._Element, name: str, otherwise: int) -> int:
    """The non-negative integer of an attribute: "2", " 3px"; `otherwise` where there is none."""
    match = _INTEGER.match(str(element.get(name) or ""))
    return int(match["number"]) if match is not None else otherwise


@dataclass(slots=True)
class _Rows:
    """The rows of a table as they are formed: `taken` says for each column before which row it is free again."""

    layout: Layout
    found: list[tuple[Cell, ...]] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)

    def row(self, cells: list[int], left: int) -> None:
        """Form a row of the boxes of its cells; `left` is how many rows its group has from this one on."""
        at, column, formed = len(self.found), 0, list[Cell]()
        for box in cells:
            while self.taken.get(column, 0) > at:
                column += 1
            if column >= _MOST_COLUMNS:
                break
            element = self.layout.elements[box]
            wide = min(max(_number(element, "colspan", 1), 1), _WIDEST, _MOST_COLUMNS - column)
            high = min(_number(element, "rowspan", 1) or left, _HIGHEST, left)
            free = (one for one in range(column + 1, column + wide) if self.taken.get(one, 0) > at)
            wide = next(free, column + wide) - column  # slots that a cell above has stay its own
            if high > 1:
                self.taken |= dict.fromkeys(range(column, column + wide), at + high)
            formed.append(Cell(self._words(box), column, wide, high, head=element.tag == "th"))
            column += wide
        self.found.append(tuple(formed))

    def _words(self, box: int) -> Span | None:
        """The words of a cell, up to a table inside it; None where it has none."""
        span = self.layout.span(box)
        inner = next((at for at in range(box + 1, self.layout.lasts[box] + 1) if self._tag(at) == "table"), None)
        if inner is not None:
            end = self.layout.starts[inner]
            span = Span(span.start, span.start + len(self.layout.text[span.start : end].rstrip()))
        return span if len(span) else None

    def _tag(self, box: int) -> object:
        return self.layout.elements[box].tag


def _children(layout: Layout, box: int) -> Iterator[int]:
    """The boxes of an element's own children, in order."""
    at = box + 1
    while at <= layout.lasts[box]:
        yield at
        at = layout.lasts[at] + 1


def _grid(layout: Layout, table: int) -> Grid | None:
    """The grid of a table element; None of one with too many rows, or with no cell."""
    rows, caption = _Rows(layout), None
    groups: list[list[int]] = [[]]
    for child in _children(layout, table):
        tag = layout.elements[child].tag
        if tag == "caption" and caption is None and len(layout.span(child)):
            caption = layout.span(child)
        elif tag == "tr":
            groups[-1].append(child)
        elif tag in _GROUPS:
            groups += [[one for one in _children(layout, child) if layout.elements[one].tag == "tr"], []]
    if sum(map(len, groups)) > _MOST_ROWS:
        return None
    for group in groups:
        for number, row in enumerate(group):
            cells = [one for one in _children(layout, row) if layout.elements[one].tag in _CELLS]
            rows.row(cells, len(group) - number)
    return Grid(tuple(rows.found), caption) if any(rows.found) else None


def grids_of(layout: Layout) -> tuple[Grid, ...]:
    """The grids of a page's tables, in order of their beginning; tables inside tables stand beside them.

    >>> from tanik.page.boxes import lay_out, parse_html
    >>> rows = "<tr><td rowspan=2>Kars</td><td>un</td></tr><tr><td>tuz</td></tr>"
    >>> layout = lay_out(parse_html(f"<table>{rows}</table>"))
    >>> (grid,) = grids_of(layout)
    >>> [[(cell.span.of(layout.text), cell.column, cell.high) for cell in row] for row in grid.rows]
    [[('Kars', 0, 2), ('un', 1, 1)], [('tuz', 1, 1)]]
    """
    tables = [box for box, element in enumerate(layout.elements) if element.tag == "table"]
    found = (_grid(layout, box) for box in tables)
    return tuple(grid for grid in found if grid is not None)


def cells_of_row(row: etree._Element) -> list[etree._Element]:
    """The cell in each column of a row, also where it reaches down from the rows right above or over several columns.

    >>> from tanik.page.boxes import parse_html
    >>> tree = parse_html("<table><tr><td>un<td rowspan=2>Kars</tr><tr><td>tuz</tr></table>")
    >>> [cell.text for cell in cells_of_row(tree.findall(".//tr")[1])]
    ['tuz', 'Kars']
    """
    above: list[etree._Element] = []
    if _REACHED(row):
        above = list(islice(row.itersiblings("tr", preceding=True), _ROWS_ABOVE))[::-1]
    held: list[tuple[etree._Element, int]] = []  # the cells of a row, and how many rows each goes on
    for one in (*above, row):
        reaching = {at: (cell, left - 1) for at, (cell, left) in enumerate(held) if left}
        own = [
            (cell, max(_number(cell, "rowspan", 1) - 1, 0))
            for cell in one
            if cell.tag in _CELLS
            for _ in range(min(max(_number(cell, "colspan", 1), 1), _MOST_COLUMNS))
        ]
        held = []
        while own or len(held) in reaching:
            held.append(reaching.pop(len(held)) if len(held) in reaching else own.pop(0))
        held += [reaching[at] for at in sorted(reaching)]
    return [cell for cell, _ in held]
