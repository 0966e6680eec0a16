"""Overlapping marks become a row of pieces.

Comes in: a stretch of a text and marks over it, in any order, nested or crossing. Goes out: the text cut at every
boundary, each piece with the marks that cover it. Markup can only nest, marks of a page do not: cutting at the
boundaries is the one way to show every mark whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tanik.core.span import Span

__all__ = ["Mark", "Piece", "split"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to be shown over a stretch of text: what kind, its name, what to say of it, which entry it leads to."""

    kind: str
    span: Span
    id: str
    note: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch without a boundary in it: its text, the marks over it (shortest first), those that begin and end."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()
    ends: tuple[Mark, ...] = ()


def split(text: str, span: Span, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """`span` of `text` as pieces, cut wherever one of `marks` begins or ends.

    A mark of no length gives a piece of no length at its place. Joined, the pieces read as the span's text. A mark
    that begins before the span begins with the span; one that shares nothing with it is left out.

    >>> crossing = (Mark("a", Span(0, 4), "1"), Mark("b", Span(2, 6), "2"))
    >>> [(piece.text, [mark.kind for mark in piece.marks]) for piece in split("abcdefgh", Span(0, 8), crossing)]
    [('ab', ['a']), ('cd', ['a', 'b']), ('ef', ['b']), ('gh', [])]
    """
    inside = sorted(
        (_clipped(mark, span) for mark in marks if _touches(mark.span, span)),
        key=lambda mark: (mark.span.start, -mark.span.end, mark.kind, mark.id),
    )
    cuts = sorted({span.start, span.end, *(m.span.start for m in inside), *(m.span.end for m in inside)})
    pieces: list[Piece] = []
    active: list[Mark] = []
    queue = iter(inside)
    waiting = next(queue, None)
    for place, start in enumerate(cuts):
        points: list[Mark] = []
        begins: list[Mark] = []
        while waiting is not None and waiting.span.start == start:
            (begins if len(waiting.span) else points).append(waiting)
            waiting = next(queue, None)
        pieces.extend(Piece("", (point,), (point,), (point,)) for point in points)
        active = [mark for mark in active if mark.span.end > start] + begins
        if place + 1 < len(cuts):
            end = cuts[place + 1]
            over = tuple(sorted(active, key=lambda mark: (len(mark.span), mark.kind, mark.id)))
            ends = tuple(mark for mark in over if mark.span.end == end)
            pieces.append(Piece(text[start:end], over, tuple(begins), ends))
    return tuple(pieces)


def _touches(one: Span, whole: Span) -> bool:
    if len(one):
        return one.overlaps(whole)
    return whole.start <= one.start <= whole.end


def _clipped(mark: Mark, whole: Span) -> Mark:
    if whole.contains(mark.span):
        return mark
    inner = Span(max(mark.span.start, whole.start), min(mark.span.end, whole.end))
    return replace(mark, span=inner)
