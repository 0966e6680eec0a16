"""Whether a quoted block repeats another post of the same thread: then it is no source, and its writer no witness.

Comes in: a page and one of its segments of quotation. Goes out: yes or no.
"""

from __future__ import annotations

from typing import Final

from tanik.page.model import Page, Segment, SegmentKind

__all__ = ["repeats_post"]

_QUOTED_POST: Final = "html.quote_box"  # how reading a page marks what a forum's post repeats of another


def repeats_post(page: Page, segment: Segment) -> bool:
    """Whether a quoted block repeats another post of the same thread rather than a source.

    >>> from tanik.core.span import Span
    >>> from tanik.page.model import Source
    >>> quoted = Segment(SegmentKind.QUOTATION, Span(0, 4), "html.quote_box", author="Poyraz")
    >>> repeats_post(Page("p1", Source("0", "text/html"), "Evet", (quoted,)), quoted)
    True
    """
    if segment.rule == _QUOTED_POST:
        return True
    parent = page.segments[segment.parent] if segment.parent is not None else None
    return parent is not None and parent.kind is SegmentKind.COMMENT
