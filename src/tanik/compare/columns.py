"""Findings about the columns of tables: the row of totals against the rows above it.

Comes in: one page. Goes out: findings. ``claims`` reads lines of one number each; here each column of a table with
several is added up by itself. Every cell must hold one exact number of the column's unit or a sign for nothing. Where
no column comes out and every total is more than its rows, the table shows a choice of rows and nothing is found.
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
from tanik.facts.outline.tables import Row, tables_of

__all__ = ["check_columns"]

_NOTHING: Final = re.compile(r"[\s–—-]*|0")
_FEWEST: Final = 2


def check_columns(dated: Dated) -> Iterator[Finding]:
    """The columns of the page's tables that do not come to what their row of totals gives."""
    if not dated.page.facts.amounts:
        return
    for table in tables_of(dated.page.page):
        rows: list[Row] = []
        for row in table.rows:
            if not row.total:
                rows.append(row)
                continue
            sums = [found for at in range(1, len(row.cells)) if (found := _column(dated, rows, row, at)) is not None]
            several = len(sums) >= _FEWEST or any(_numbers(dated, one) >= _FEWEST for one in rows)
            if several and not _is_choice(sums):
                for total, parts in sums:
                    yield from unless_total(dated, total, parts)
            rows = []


def _numbers(dated: Dated, row: Row) -> int:
    return sum(cell is not None and _amount(dated, cell) is not None for cell in row.cells)


def _is_choice(sums: Sequence[tuple[Amount, list[Amount]]]) -> bool:
    """Whether the rows may be a choice of more: no column comes out, and each total is more than its rows."""
    reckoned = [(total, sum(one.value for one in parts)) for total, parts in sums]
    out = any(comes_to(told, total, total.value) for total, told in reckoned)
    return not out and all(total.value > told for total, told in reckoned)


def _amount(dated: Dated, cell: Span) -> Amount | None:
    """The one exact number of a cell."""
    inside = [one for one in dated.page.facts.amounts if cell.contains(one.span)]
    return inside[0] if len(inside) == 1 and is_plain(inside[0]) else None


def _column(dated: Dated, rows: Sequence[Row], last: Row, at: int) -> tuple[Amount, list[Amount]] | None:
    """A column's total and its parts, or None where a cell holds anything else."""
    cell = last.cells[at]
    total = _amount(dated, cell) if cell is not None else None
    if total is None:
        return None
    parts: list[Amount] = []
    for row in rows:
        part = row.cells[at]
        if part is None or _NOTHING.fullmatch(part.of(dated.page.text)):
            continue
        amount = _amount(dated, part)
        if amount is None or (amount.unit, amount.of) != (total.unit, total.of):
            return None
        parts.append(amount)
    return (total, parts) if len(parts) >= _FEWEST else None
