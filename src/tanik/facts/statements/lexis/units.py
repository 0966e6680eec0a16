"""The units of amounts by what they measure.

Comes in: kinds of units, as ``units.csv`` names them. Goes out: the units. What is counted in days or shares is no
thing that is handed over, what is counted in money may buy one: the grammar asks for the kind and never for a unit.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from tanik.core.tables import read_rows

__all__ = ["DISTANCES", "units_by_kind"]

DISTANCES: Final = frozenset(("km", "m"))


@cache
def units_by_kind(*kinds: str) -> frozenset[str]:
    """The units of one kind or several: money, time, measure, container, person, percent.

    >>> sorted(units_by_kind("time", "percent"))
    ['day', 'hour', 'month', 'percent', 'year']
    """
    return frozenset(row["unit"] for row in read_rows("tanik.facts", "units.csv") if row["kind"] in kinds)
