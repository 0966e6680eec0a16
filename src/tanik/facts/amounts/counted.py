"""What a number counts or measures, as it is handed on between the modules of amounts."""

from __future__ import annotations

from dataclasses import dataclass

from tanik.facts.model import Bound

__all__ = ["Counted"]


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number measures: the noun, where the amount's wording ends, the token after, and `of`."""

    unit: str
    factor: float
    kind: str
    end: int
    last: int
    of: str | None
    bound: Bound | None = None
    ending: str = ""
