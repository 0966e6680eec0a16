"""A stretch of a text, in code points.

Comes in: two offsets. Goes out: a value that every located thing of the dossier carries. Offsets are
code points (what ``len`` counts), half open, so that ``text[span.start:span.end]`` reads the words back.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Span"]


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Half-open interval ``[start, end)`` of code points in one text.

    Raises ``ValueError`` if ``start`` is negative or beyond ``end``.

    >>> Span(3, 8).of("30 vagon petrol")
    'vagon'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"a span needs 0 <= start <= end, not [{start}, {end})")
        _SET_START(self, start)  # as `core/made` sets fields: four thousand spans stand on a page of 2,000 words
        _SET_END(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` under the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character.

        >>> Span(0, 3).overlaps(Span(3, 5))
        False
        """
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> Span:
        """The same stretch, `by` code points further on."""
        return Span(self.start + by, self.end + by)


_SET_START, _SET_END = Span.__dict__["start"].__set__, Span.__dict__["end"].__set__
