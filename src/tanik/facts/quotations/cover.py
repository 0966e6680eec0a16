"""Which stretches of a page lie inside others, asked for many times.

Comes in: spans. Goes out: a `Cover` that tells whether any of them holds another span. Of all that begin no later
than a span, one holds it just where the furthest end of them lies no earlier than its end; these furthest ends are
kept in order, so that a question costs one search and a page with thousands of blocks no more than its length.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from tanik.core.span import Span

__all__ = ["Cover"]


class Cover:
    """Spans that may hold others."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Take `spans` in any order; they may overlap."""
        held = sorted(spans)
        self._starts = [span.start for span in held]
        self._furthest = list(accumulate(((span.end, -1) for span in held), _two_furthest))

    def holds(self, span: Span, least: int = 1) -> bool:
        """Whether one of the spans contains `span`; `least` 2 asks for two, one of them being its own.

        >>> cover = Cover((Span(10, 20), Span(0, 15)))
        >>> cover.holds(Span(12, 20)), cover.holds(Span(3, 16)), cover.holds(Span(21, 22))
        (True, False, False)
        >>> cover.holds(Span(12, 14), least=2), cover.holds(Span(12, 20), least=2)
        (True, False)
        """
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._furthest[at][least - 1] >= span.end


def _two_furthest(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    ends = sorted((*one, *other))
    return ends[-1], ends[-2]
