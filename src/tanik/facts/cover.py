"""Which stretches of a page lie inside others or share letters with them, asked for many times.

Comes in: spans. Goes out: a `Cover` that tells whether any of them holds another span, shares a letter with it, and
which may. Of all that begin no later than a span, one holds it just where the furthest end of them lies no earlier
than its end; these furthest ends are kept in order, so that a question costs one search and a page with thousands of
blocks no more than its length.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from tanik.core.span import Span

__all__ = ["Cover"]


class Cover:
    """Spans that may hold others."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Take `spans` in any order; they may overlap."""
        held = sorted(spans, key=lambda span: span.start)
        self._starts = [span.start for span in held]
        self._furthest = list(accumulate(((span.end, -1) for span in held), _two_furthest))
        self._reached = [ends[0] for ends in self._furthest]

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

    def touches(self, span: Span) -> bool:
        """Whether one of the spans overlaps `span`.

        >>> cover = Cover((Span(10, 20), Span(0, 5)))
        >>> cover.touches(Span(4, 6)), cover.touches(Span(5, 10)), cover.touches(Span(2, 30))
        (True, False, True)
        """
        at = bisect_left(self._starts, span.end) - 1
        return at >= 0 and self._reached[at] > span.start

    def near(self, span: Span) -> range:
        """Which of the spans, counted in the order of their starts, may overlap `span`: all that do are among them.

        >>> Cover((Span(0, 5), Span(6, 9), Span(9, 12))).near(Span(7, 9))
        range(1, 2)
        """
        return range(bisect_right(self._reached, span.start), bisect_left(self._starts, span.end))


def _two_furthest(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    ends = sorted((*one, *other))
    return ends[-1], ends[-2]
