"""A plain text as lines with their places.

Comes in: a text. Goes out: its lines, blanks at their edges left out of the spans, with what a reader sees of
layout: indentation, and whether an empty line stands before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tanik.core.span import Span
from tanik.page.stamp import Stamp, find_stamps
from tanik.page.vocabulary import is_boilerplate, is_control

__all__ = ["Line", "ends_broken", "is_plate", "is_separator", "split_lines"]

_SEPARATOR: Final = re.compile(r"^[\-_=*~–—•·\s]{3,}$")
_BROKEN: Final = re.compile(r"[a-zçğıöşüə]{2}[-¬\u00ad]$")
# A longer line is prose; nobody's header line is this long.
_HEADER: Final = 160


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty: its `span` without outer blanks, its words, and the stamps of a short one."""

    span: Span
    text: str
    indent: int
    gap: int
    stamps: tuple[Stamp, ...]

    @property
    def rest(self) -> str:
        """The line without its stamps."""
        text = self.text
        for stamp in reversed(self.stamps):
            text = f"{text[: stamp.span.start]} {text[stamp.span.end :]}"
        return " ".join(text.split())


def is_separator(text: str) -> bool:
    """Whether the line is drawn rather than written (`----------`)."""
    return _SEPARATOR.match(text) is not None


def is_plate(text: str) -> bool:
    """Whether the line is the platform's and nobody's: drawn, printed by it, or one of its controls.

    >>> is_plate("-----------"), is_plate("Yanıtla"), is_plate("Köprü yıkıldı.")
    (True, True, False)
    """
    return is_separator(text) or is_boilerplate(text) or is_control(text)


def ends_broken(text: str) -> bool:
    """Whether a line ends within a word that was broken for width, as in a narrow column.

    >>> ends_broken("Mersin iskelesinde bekle-"), ends_broken("1914-"), ends_broken("Giriş -")
    (True, False, False)
    """
    return _BROKEN.search(text) is not None


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of `text` that are not empty; `gap` counts the empty lines before each.

    >>> [(line.text, line.gap) for line in split_lines("Bir\\n\\n  İki ")]
    [('Bir', 0), ('İki', 1)]
    """
    lines: list[Line] = []
    offset = gap = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            stamps = find_stamps(words) if len(words) < _HEADER else ()
            lines.append(Line(Span(start, start + len(words)), words, indent, gap, stamps))
            gap = 0
        else:
            gap += 1
        offset += len(raw) + 1
    return tuple(lines)
