"""What a format's reader hands back, and the painting of segments that the readers share.

Comes in: pieces of a text (lines, runs), each with a label. Goes out: segments in order, neighbours of one
label and one group made one. A quotation in the middle of a comment stays inside it; one at its edge stands
beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tanik.core.span import Span
from tanik.page.model import Grid, Landmark, Repair, Segment, SegmentKind

__all__ = ["Group", "Label", "Reading", "paint"]

# The number of a piece, or what else a group is and the numbers that tell it from others: ("comment", 3).
Group = int | tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """What one piece is: its kind, the rule that said so, and the group it is one segment with.

    Pieces of equal kind and group become one segment if nothing but `inner` quotations
    stands between. `parent` names the group of the comment it belongs to or answers.
    """

    kind: SegmentKind
    rule: str
    group: Group
    author: str | None = None
    published: str | None = None
    parent: Group | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A page's text with its anatomy, before language and source are known.

    `landmarks` lead back into the source; `repairs` are what the reader itself mended (a word joined over two lines);
    `grids` are its tables.
    """

    text: str
    segments: tuple[Segment, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    url: str | None = None
    landmarks: tuple[Landmark, ...] = ()
    repairs: tuple[Repair, ...] = ()
    grids: tuple[Grid, ...] = ()


def _stretches(spans: Sequence[Span], labels: Sequence[Label]) -> list[tuple[Span, Label]]:
    """One stretch a group: from its first to its last piece, where only quotations inside it stand between."""
    found: list[tuple[Span, Label]] = []
    for span, label in zip(spans, labels, strict=True):
        if not len(span):
            continue
        for place in range(len(found) - 1, -1, -1):
            before, other = found[place]
            if other.group == label.group and other.kind == label.kind:
                found[place] = (Span(before.start, span.end), other)
                break
            if other.kind is not SegmentKind.QUOTATION or label.kind is not SegmentKind.COMMENT:
                found.append((span, label))
                break
        else:
            found.append((span, label))
    return sorted(found, key=lambda item: (item[0].start, -item[0].end))


def paint(spans: Sequence[Span], labels: Sequence[Label]) -> tuple[Segment, ...]:
    """The segments that labelled pieces make; parents are given as indices of comment segments."""
    stretches = _stretches(spans, labels)
    places: dict[Group, int] = {}
    for index, (_, label) in enumerate(stretches):
        if label.kind is SegmentKind.COMMENT:
            places.setdefault(label.group, index)
    return tuple(
        Segment(
            kind=label.kind,
            span=span,
            rule=label.rule,
            author=label.author,
            published=label.published,
            parent=None if label.parent is None else places.get(label.parent),
            language=label.language,
        )
        for span, label in stretches
    )
