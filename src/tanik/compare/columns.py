"""Findings about the columns of tables: the row of totals against the rows above it.

Comes in: one page. Goes out: findings. ``claims`` reads lines without cells; here each column of lines with several
cells, parted by tabs or bars, is added up by itself. Every row must have as many cells (that of the totals may begin
with one over several columns; a row of subtotals is none of them), and every cell one exact number of the column's
unit or a sign for nothing. Where of several columns none comes out and every total is more than its rows, the table
shows a choice of rows and nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding
from tanik.compare.reckoning import comes_to, is_plain, unless_total
from tanik.core.span import Span
from tanik.facts.model import Amount

__all__ = ["check_columns"]

_ROW: Final = re.compile(r"^[^\n]*(?:\t|\|)[^\n]*$", re.MULTILINE)
_RULE: Final = re.compile(r"[\s|:+=-]*")
_NOTHING: Final = re.compile(r"[\s–—-]*|\s*0\s*")
_TOTAL: Final = re.compile(r"\W*(?:genel |umumi |grand )?(?:toplam\w*|yekun\w*|cemi|total)\b[^\d]*")
# What lies in a table's rows again: they are below it or above it too.
_SUBTOTAL: Final = re.compile(
    r"\W*(?:(?:ara|alt) topla\w*|nakl ?i? ?yekun\w*|ara yekun\w*|aral[iu]q cem\w*|sub ?total)\b"
)
_FIGURE: Final = re.compile(r"\s*(\d{1,3}(?:\.\d{3})+|\d{1,6})\s*")
_FEWEST: Final = 2

_Sum = tuple[Amount, list[Amount]]  # a total and its parts


def check_columns(dated: Dated) -> Iterator[Finding]:
    """The columns of the page's tables that do not come to what their row of totals gives."""
    text = dated.page.text
    if "\t" not in text and "|" not in text:
        return
    rows: list[list[Span]] = []
    last = 0
    for line in _ROW.finditer(text):
        if text[last : line.start()].strip():
            rows = []
        last = line.end()
        if _RULE.fullmatch(line.group()):
            continue
        cells = _cells(text, line.start(), line.end())
        if cells and _TOTAL.fullmatch(dated.folded, cells[0].start, cells[0].end):
            cells = _beneath(cells, rows)
            yield from _misfits(dated, [row for row in rows if len(row) == len(cells)], cells)
            rows = []
        elif not (cells and _SUBTOTAL.match(dated.folded, cells[0].start, cells[0].end)):
            rows.append(cells)


def _cells(text: str, start: int, end: int) -> list[Span]:
    """The cells of a line; a bar at its edge only closes it."""
    told = text[start:end].rstrip()
    low = start + (len(told) - len(told.lstrip(" ")))
    low, high = low + told.lstrip(" ").startswith("|"), start + len(told) - told.endswith("|")
    marks = [at for at in range(low, high) if text[at] in "\t|"]
    return [Span(one, other) for one, other in zip([low, *(at + 1 for at in marks)], [*marks, high], strict=True)]


def _beneath(cells: list[Span], rows: Sequence[list[Span]]) -> list[Span]:
    """A row of totals with as many cells as the rows above it: its first cell often reaches over several columns."""
    missing = max((len(row) for row in rows), default=0) - len(cells)
    label = cells[0]
    return [label, *[Span(label.end, label.end)] * missing, *cells[1:]]


def _misfits(dated: Dated, rows: Sequence[list[Span]], last: Sequence[Span]) -> Iterator[Finding]:
    """The findings of one row of totals below its rows."""
    sums = [found for at in range(1, len(last)) if (found := _column(dated, rows, last, at)) is not None]
    if not _is_choice(sums):
        for total, parts in sums:
            yield from unless_total(dated, total, parts)


def _is_choice(sums: Sequence[_Sum]) -> bool:
    """Whether the rows may be a choice of more: no column comes out, and each total is more than its rows."""
    reckoned = [(total, sum(one.value for one in parts)) for total, parts in sums]
    out = any(comes_to(told, total, total.value) for total, told in reckoned)
    return len(sums) >= _FEWEST and not out and all(total.value > told for total, told in reckoned)


def _amount(dated: Dated, cell: Span) -> Amount | None:
    """The one exact number of a cell; a figure alone that nothing is said to be counted by is a number too."""
    inside = dated.amounts_in(cell)
    if inside:
        return inside[0] if len(inside) == 1 and is_plain(inside[0]) else None
    found = _FIGURE.fullmatch(dated.page.text, cell.start, cell.end)
    if found is None or any(cell.contains(one.span) for one in dated.page.facts.dates):
        return None
    span = Span(found.start(1), found.end(1))
    return Amount(span, found[1], float(found[1].replace(".", "")), "count", "amount.cell")


def _column(dated: Dated, rows: Sequence[list[Span]], last: Sequence[Span], at: int) -> _Sum | None:
    """A column's total and its parts, or None where a cell holds anything else."""
    total = _amount(dated, last[at])
    if total is None:
        return None
    parts: list[Amount] = []
    for number, row in enumerate(rows):
        amount = _amount(dated, row[at])
        if amount is None:
            text = dated.page.text
            headed = not number and not any(map(str.isdigit, text[row[0].start : row[-1].end]))
            if headed or _NOTHING.fullmatch(row[at].of(text)):
                continue
            return None
        if (amount.unit, amount.of) != (total.unit, total.of):
            return None
        parts.append(amount)
    # what is no more than one of its rows is an average, a rate or what was left at the end, and no sum of them
    several = len(parts) >= _FEWEST and total.value > max(one.value for one in parts)
    return (total, parts) if several else None
