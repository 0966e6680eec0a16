"""Which dates of what is known beforehand were looked up, and how far.

Comes in: a table, its row and a column. Goes out: whether the date there was found in a reference. A date that nobody
looked up accuses with a margin, or not at all. Read from ``checked.csv`` of ``facts/data``, which says where each was
found; a user vouches for rows of their own with a table of the same name.
"""

from __future__ import annotations

from functools import cache

from tanik.core.tables import read_rows

__all__ = ["is_vouched", "vouched"]


@cache
def vouched() -> dict[tuple[str, str, str], str]:
    """What was looked up, by table, row and column, as far as it was: "1922", where only the year was found.

    >>> vouched()["people.csv", "Enver Paşa", "died"]
    '1922-08-04'
    """
    return {(row["table"], row["row"], row["column"]): row["value"] for row in read_rows("tanik.facts", "checked.csv")}


def is_vouched(table: str, row: str, column: str, value: str) -> bool:
    """Whether a date that the tables have was looked up at least in part; a user's own row is not ours to vouch for.

    >>> is_vouched("organisations.csv", "Etibank", "founded", "1935-06")
    True
    >>> is_vouched("organisations.csv", "Etibank", "founded", "1912")
    False
    """
    known = vouched().get((table, row, column))
    return known is not None and value.startswith(known)
