"""What each kind of change weighs.

Comes in: the name of a change and how many words it takes. Goes out: its cost in nats, from the table ``changes.csv``.
A change that copyists make every day, or that two of them make alike, says little about descent and costs little; one
that nobody makes twice costs much. Some cost more one way than back: words that were left out cannot be put back by
thinking, so a copy that has them did not come from one that lacks them.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from tanik.core.tables import read_rows

__all__ = ["REVERSE", "cost_of", "kinds_of_change"]

# The way back of a change that has one of another name; all others are their own way back.
REVERSE: Final = {
    "typing": "mending",
    "mending": "typing",
    "modernising": "archaising",
    "archaising": "modernising",
    "omission": "addition",
    "addition": "omission",
    "cut": "completing",
    "completing": "cut",
}


@cache
def _table() -> dict[str, tuple[float, float, float]]:
    rows = read_rows("tanik.compare", "changes.csv")
    return {row["change"]: (float(row["nats"]), float(row["word_nats"]), float(row["most"])) for row in rows}


def kinds_of_change() -> tuple[str, ...]:
    """The names of all changes that have a weight."""
    return tuple(_table())


def cost_of(change: str, words: int = 1) -> float:
    """What a change of so many words costs, in nats.

    >>> cost_of("spelling") < cost_of("omission") < cost_of("addition", 6)
    True
    """
    nats, more, most = _table()[change]
    return min(most, nats + more * (words - 1))
