"""The names of months and of days of the week in comparison form, as platforms and diaries print them.

Comes in: `data/calendar.toml`. Goes out: the tables, read once, for those who look for stamps, ages and day headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tanik.core.fold import fold
from tanik.core.tables import read_toml

__all__ = ["MONTHS", "OLDER_MONTHS", "SHORT_WEEKDAYS", "WEEKDAYS", "one_of"]

_TABLE: Final = read_toml("tanik.page", "calendar.toml")


def _places(key: str) -> Iterator[tuple[str, int]]:
    """The names that all languages have under `key`, each with its place in its row."""
    for row in _TABLE["language"]:
        yield from ((fold(name), place) for place, name in enumerate(row.get(key, ())))


# January is 1, Monday 0, as `datetime` counts them.
MONTHS: Final = {name: place + 1 for key in ("short", "wide") for name, place in _places(key)}
OLDER_MONTHS: Final = tuple(fold(name) for row in _TABLE["older"] for name in row["wide"])
WEEKDAYS: Final = dict(_places("weekdays"))
SHORT_WEEKDAYS: Final = dict(_places("weekdays_short"))


def one_of(names: Iterable[str]) -> str:
    """A regular expression for any of `names`, the longest first.

    >>> one_of(["mar", "mart"])
    'mart|mar'
    """
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))
