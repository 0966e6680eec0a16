"""The tables of this room, read.

Comes in: the name of a table under ``data/``. Goes out: its rows, or the words of each role that the table gives.
"""

from __future__ import annotations

from tanik.core.fold import fold
from tanik.core.tables import read_rows

__all__ = ["roles", "rows"]


def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of table `name`, in order, each a mapping from column to cell.

    >>> rows("months.csv")[0]["form"]
    'Ocak'
    """
    return read_rows("tanik.facts", name)


def roles(name: str) -> dict[str, dict[str, str]]:
    """The folded words of each role in table `name`, with the value that stands beside each.

    >>> roles("date_words.csv")["previous"]["gecen"]
    '-1'
    """
    table: dict[str, dict[str, str]] = {}
    for row in rows(name):
        table.setdefault(row["role"], {})[fold(row["form"])] = row["value"]
    return table
