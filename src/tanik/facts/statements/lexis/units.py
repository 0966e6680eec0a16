"""The units of amounts by what they measure.

Comes in: kinds of units, as ``units.csv`` names them. Goes out: the units. What is counted in days or shares is no
thing that is handed over, what is counted in money may buy one: the grammar asks for the kind and never for a unit.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from tanik.core.tables import read_rows
from tanik.facts.statements.lexis.lexicon import fold_word, phrases

__all__ = ["DISTANCES", "is_coin", "is_unit", "measures", "units_by_kind"]

DISTANCES: Final = frozenset(("km", "m"))


@cache
def units_by_kind(*kinds: str) -> frozenset[str]:
    """The units of one kind or several: money, time, measure, container, person, percent.

    >>> sorted(units_by_kind("time", "percent"))
    ['day', 'hour', 'month', 'percent', 'year']
    """
    return frozenset(row["unit"] for row in read_rows("tanik.facts", "units.csv") if row["kind"] in kinds)


@cache
def measures() -> frozenset[str]:
    """Units and vessels, behind which a noun is what they measure: "400 kg altını"."""
    rows = read_rows("tanik.facts", "units.csv")
    return phrases("containers") | {fold_word(row["form"]) for row in rows}


@cache
def _coins() -> frozenset[str]:
    return frozenset(fold_word(row["form"]) for row in read_rows("tanik.facts", "units.csv") if row["kind"] == "money")


def is_coin(noun: str) -> bool:
    """Whether a noun is a unit of money.

    >>> is_coin("ruble"), is_coin("kilo")
    (True, False)
    """
    return fold_word(noun) in _coins()


def is_unit(noun: str) -> bool:
    """Whether a noun is a unit or a vessel, which measures what stands beside it.

    >>> is_unit("kilo"), is_unit("çuval"), is_unit("fabrika")
    (True, True, False)
    """
    return fold_word(noun) in measures()
