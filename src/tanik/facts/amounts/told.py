"""The amounts that a page has told so far, by their place and by their value.

Comes in: amounts, one by one. Goes out: those before or after a place, and the unit in which a number was told. What a
number without a unit shares with one of them is asked of `elided`.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass
from typing import Final

from tanik.facts.model import Amount

__all__ = ["Ledger", "Told", "Unit"]

_SEEN_BACK: Final = 40  # amounts that are looked through, so that cost stays in line with length


@dataclass(frozen=True, slots=True)
class Told:
    """An amount with a unit, and the block and section it stands in."""

    amount: Amount
    block: int
    section: int


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit taken over, and what it counts."""

    unit: str
    of: str | None
    scale: float = 1.0


class Ledger:
    """The amounts told on a page, in order of their place."""

    def __init__(self) -> None:
        self._entries: list[tuple[int, int, Told]] = []
        self._values: dict[float, Unit] = {}

    def add(self, told: Told) -> None:
        """Enter an amount; the first with a value is the one that later repeats refer to."""
        insort(self._entries, (told.amount.span.start, len(self._entries), told), key=lambda entry: entry[:2])
        if told.amount.unit not in ("percent", "hour"):
            self._values.setdefault(told.amount.value, Unit(told.amount.unit, told.amount.of))

    def before(self, offset: int) -> list[Told]:
        """The last amounts that begin before `offset`, in order."""
        at = bisect_left(self._entries, (offset, -1), key=lambda entry: entry[:2])
        return [told for _, _, told in self._entries[max(0, at - _SEEN_BACK) : at]]

    def after(self, offset: int) -> Told | None:
        """The first amount that begins at `offset` or later."""
        at = bisect_left(self._entries, (offset, -1), key=lambda entry: entry[:2])
        return self._entries[at][2] if at < len(self._entries) else None

    def same_value(self, value: float) -> Unit | None:
        """The unit in which the page tells this very number elsewhere."""
        return self._values.get(value)
