"""Where every block of a laid-out page stood in its source: an XPath a block.

Comes in: a layout. Goes out: landmarks, one a stretch of neighbouring runs of one block element, each with the XPath
of that element in the tree as parsed (libxml2's: it adds no `tbody`, which a browser does). A step is an element's
name and its number among its siblings of that name, as the W3C's XPathSelector has it; names that no XPath can
write without a namespace (`o:p`) are counted among all siblings. Siblings are counted once a parent, and only where
a path leads by, so that the cost is that of the text.
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from tanik.core.span import Span
from tanik.page.boxes import Layout
from tanik.page.model import Landmark

__all__ = ["landmarks_of"]

_NAME: Final = re.compile(r"[a-z][a-z0-9-]*")
# A path names at most so many elements: deeper words are found in the outer one.
_DEEPEST: Final = 120


class _Paths:
    """Paths of boxes, worked out as they are asked for."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._paths: dict[int, tuple[str, int]] = {}
        self._steps: dict[int, dict[etree._Element, str]] = {}

    def path(self, box: int) -> str:
        """The XPath of the box, or of the ancestor of it that is not too deep."""
        waiting: list[int] = []
        while box not in self._paths:
            waiting.append(box)
            if not box:
                break
            box = self._layout.parents[box]
        for one in reversed(waiting):
            self._paths[one] = self._outer(one) if not one else self._inner(one)
        return self._paths[waiting[0] if waiting else box][0]

    def _outer(self, box: int) -> tuple[str, int]:
        element = self._layout.elements[box]
        return str(element.getroottree().getpath(element)), 0

    def _inner(self, box: int) -> tuple[str, int]:
        parent = self._layout.parents[box]
        path, depth = self._paths[parent]
        if depth >= _DEEPEST:
            return path, depth
        if parent not in self._steps:
            self._steps[parent] = _steps(self._layout.elements[parent])
        return f"{path}/{self._steps[parent][self._layout.elements[box]]}", depth + 1


def _steps(parent: etree._Element) -> dict[etree._Element, str]:
    """The step that leads from an element to each of its children."""
    counts: dict[str, int] = {}
    steps: dict[etree._Element, str] = {}
    for number, child in enumerate((child for child in parent if isinstance(child.tag, str)), 1):
        tag = child.tag
        counts[tag] = counts.get(tag, 0) + 1
        steps[child] = f"{tag}[{counts[tag]}]" if _NAME.fullmatch(tag) else f"*[{number}]"
    return steps


def landmarks_of(layout: Layout) -> tuple[Landmark, ...]:
    """A landmark for each stretch of the text that stands in one block element, in order."""
    paths = _Paths(layout)
    found: list[Landmark] = []
    for run in layout.runs:
        path = paths.path(run.box)
        if found and found[-1].path == path:
            found[-1] = Landmark(Span(found[-1].span.start, run.end), path)
        else:
            found.append(Landmark(Span(run.start, run.end), path))
    return tuple(found)
