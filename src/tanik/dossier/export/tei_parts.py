"""Small parts of a TEI document: elements, anchors, text that XML can hold.

Comes in: names, spans, strangers' words. Goes out: elements of the TEI namespace.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

from tanik.core.span import Span

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["TEI", "XML_ID", "XML_LANG", "Anchors", "address", "attribute", "safe", "token", "under"]

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# XML 1.0, production 2: what no document may hold. A carriage return would be read back as a line feed.
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(text: str) -> str:
    """`text` with U+FFFD for what XML cannot hold: as many characters as before.

    >>> safe("a\\x00b")
    'a\ufffdb'
    """
    return _FORBIDDEN.sub("\ufffd", text)


def attribute(text: str) -> str:
    """`text` for the value of an attribute: on one line."""
    return " ".join(safe(text).split())


def token(text: str) -> str | None:
    """`text` as words of letters, figures and signs (TEI's ``teidata.word``), None where none is left.

    >>> token("un  ve\u202e tahıl"), token(" ")
    ('un ve tahıl', None)
    """
    kept = "".join(" " if letter.isspace() else letter for letter in safe(text) if _is_written(letter))
    return " ".join(kept.split()) or None


def _is_written(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter)[0] not in "CZ"


def address(url: str) -> str:
    """`url` with all that no address may hold written in percent signs (RFC 3986)."""
    place, mark, fragment = safe(url).partition("#")
    kept = ":/?@!$&'()*+,;=%-._~"
    return quote(place, safe=kept) + mark + quote(fragment, safe=kept)


def under(parent: _Element, tag: str, text: str | None = None, /, **attributes: str | None) -> _Element:
    """A new element of TEI below `parent`; attributes that are None are left out."""
    from lxml import etree

    kept = {key: attribute(value) for key, value in attributes.items() if value is not None}
    element = etree.SubElement(parent, f"{{{TEI}}}{tag}", attrib=kept)
    if text is not None:
        element.text = safe(text)
    return element


class Anchors:
    """The places of one text at which something begins or ends."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self._places: set[int] = set()
        self._sorted: list[int] = []

    def add(self, span: Span) -> None:
        """Put an anchor at either end of `span`."""
        self._places.update((span.start, span.end))
        self._sorted = []

    def is_at(self, offset: int) -> bool:
        """Whether there is an anchor at `offset`."""
        return offset in self._places

    def name(self, offset: int) -> str:
        """The name of the anchor at `offset`."""
        return f"{self.prefix}-o{offset}"

    def ends(self, span: Span) -> tuple[str, str]:
        """Pointers to the anchors at either end of `span`."""
        return f"#{self.name(span.start)}", f"#{self.name(span.end)}"

    def cuts(self, start: int, end: int, *, closing: bool) -> Iterator[tuple[int, int]]:
        """The stretch from `start` to `end` cut at every anchor; `closing` gives the anchor at its end too."""
        if not self._sorted:
            self._sorted = sorted(self._places)
        inside = self._sorted[bisect_left(self._sorted, start) : bisect_left(self._sorted, end)]
        points = [start, *(place for place in inside if place > start), end]
        yield from pairwise(points)
        if closing and self.is_at(end):
            yield end, end
