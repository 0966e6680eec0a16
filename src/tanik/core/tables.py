"""The tables of rules that stand as CSV beside the code that reads them.

Comes in: a room's package and the name of a table under its ``data`` folder. Goes out: its rows. Tables are CSV so
that a reader of another trade can mend them; every row carries an example and a source.
"""

from __future__ import annotations

import csv
from importlib.resources import files

__all__ = ["read_rows"]


def read_rows(room: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of table `name` of package `room`, in order, each a mapping from column to cell.

    >>> read_rows("tanik.core", "case_endings.csv")[0].keys() >= {"form", "case", "source"}
    True
    """
    table = files(room).joinpath("data", name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(table.splitlines()))
