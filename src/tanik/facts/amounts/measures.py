"""What an old or foreign measure is in today's units, where a source says.

Comes in: an amount. Goes out: its size in a unit of the International System, with the source of the conversion; a
span where the measure was of two sizes, and None where it changed from town to town. An amount itself is never
converted: pages are compared in the units they use, and a reader who wants kilograms sees on whose word.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tanik.core.fold import fold
from tanik.facts.model import Amount
from tanik.facts.tables import rows

__all__ = ["SiValue", "in_si"]


@dataclass(frozen=True, slots=True)
class SiValue:
    """A size in kg, m, m2 or m3: `low` and `high` are equal where the measure had one size.

    `note` says which of several sizes is meant; `source` where the conversion can be checked.
    """

    low: float
    high: float
    unit: str
    note: str
    source: str


@cache
def _measures() -> dict[str, dict[str, str]]:
    return {fold(row["form"]): row for row in rows("measures.csv")}


def in_si(amount: Amount) -> SiValue | None:
    """The size of `amount` in a unit of the International System, or None where no source gives one.

    >>> from tanik.core.span import Span
    >>> found = in_si(Amount(Span(0, 7), "20 okka", 20, "count", "amount.thing", of="okka"))
    >>> round(found.low, 3), found.unit, found.source.split(",")[0]
    (25.659, 'kg', 'İnalcık')
    """
    row = _measures().get(fold(amount.of or "") if amount.unit == "count" else amount.unit)
    if row is None or not (row["factor"] or row["low"]):
        return None
    low, high = float(row["factor"] or row["low"]), float(row["factor"] or row["high"])
    least = amount.value if amount.value_min is None else amount.value_min
    most = amount.value if amount.value_max is None else amount.value_max
    return SiValue(least * low, most * high, row["si"], row["note"], row["source"])
