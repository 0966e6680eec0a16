"""The tables of numbers and dates, read.

Comes in: the name of a table under ``data/``. Goes out: its rows. Tables are CSV so that a reader of another
trade can mend them; every row carries an example and a source.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from importlib import resources

__all__ = ["rows"]


def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """The rows of table `name`, in order, each a mapping from column to cell.

    >>> rows("months.csv")[0]["form"]
    'Ocak'
    """
    text = resources.files("tanik.facts").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
