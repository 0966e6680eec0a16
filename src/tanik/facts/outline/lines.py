"""The lines of a page as its form has them: which marker opens each, how far in it stands, which element holds it.

Comes in: a page. Goes out: its lines that are not blank, in order. Other forms than lists may ask for them too.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.made import value
from tanik.core.span import Span
from tanik.facts.once import once
from tanik.page.model import Page

__all__ = ["Line", "lines_of", "trimmed"]

_LINE: Final = re.compile(r"^[^\S\n]*\S[^\n]*", re.MULTILINE)
_MARKER: Final = re.compile(
    r"(?P<wiki>[*#]{1,4})[ \t]*(?=[^\s*#])|(?P<bullet>[-–—•·▪►●○◦‣■✓✔➢]|[*+])[ \t]+(?=\S)"
    r"|(?P<number>\(?(?P<count>\d{1,2})(?:[.)]|[.]\))-?)[ \t]+(?=\S)|(?P<letter>\(?[a-hA-H]\))[ \t]*(?=\S)"
)
_ELEMENT: Final = re.compile(r"^(?P<root>.*?/(?:ul|ol|dl)\[\d+\])(?P<rest>/.*)$")
_KIND: Final = re.compile(r"/(li|dt|dd)\[\d+\]")


@value
class Line:
    """A line: `span` without the blanks around it, `body` without its marker too.

    `marker` is the sign or number that opens it and `kind` its class; `number` what the marker counts. `element` is li,
    dt or dd of HTML, and `root` the path of the outermost list around it. `indent` says how far in an item stands.
    `gap` says that a blank line stands before it; `small` that it begins small; `goes_on` that it stands further in
    than a line without a marker would.
    """

    span: Span
    body: Span
    marker: str | None = None
    kind: str | None = None
    number: int | None = None
    element: str | None = None
    root: str | None = None
    indent: int = 0
    gap: bool = False
    small: bool = False
    goes_on: bool = False


@once
def lines_of(page: Page) -> tuple[Line, ...]:
    """The lines of a page that are not blank, in order.

    >>> from tanik.page.read import read
    >>> page = read("Gelenler:\\n • 4 top\\n   ve fişek\\n2) çadır\\n".encode(), path="a.txt")
    >>> [(one.marker, one.body.of(page.text), one.indent) for one in lines_of(page)]
    [(None, 'Gelenler:', 0), ('•', '4 top', 1), (None, 've fişek', 3), ('2)', 'çadır', 0)]
    """
    text, found, last = page.text, list[Line](), 0
    elements = {one.span.start: one.path for one in page.landmarks if one.path.endswith("]") and "l[" in one.path}
    for match in _LINE.finditer(text):
        told = match.group().rstrip()
        start = match.start() + len(told) - len(told.lstrip())
        span = Span(start, match.start() + len(told))
        gap = text.count("\n", last, match.start()) > 1
        found.append(_line(text, span, start - match.start(), elements.get(start), gap=gap))
        last = match.end()
    return tuple(found)


def _line(text: str, span: Span, indent: int, path: str | None, *, gap: bool) -> Line:
    small = text[span.start].islower()
    element = _ELEMENT.match(path) if path is not None else None
    if element is not None and (kinds := _KIND.findall(element["rest"])):
        depth = len(kinds)
        return Line(span, span, element=kinds[-1], root=element["root"], indent=depth, gap=gap, small=small)
    marker = _MARKER.match(text, span.start, span.end)
    if marker is None:
        return Line(span, span, indent=indent, gap=gap, small=small, goes_on=indent > 1)
    kind = marker.lastgroup if marker.lastgroup != "count" else "number"
    number = int(marker["count"]) if marker["count"] else None
    sign = marker.group().strip()
    depth = indent + len(sign) - 1 if kind == "wiki" else indent
    body = Span(marker.end(), span.end)
    return Line(
        span, body, sign, kind if kind in ("number", "letter") else sign[0], number, indent=depth, gap=gap, small=small
    )


def trimmed(text: str, span: Span) -> Span:
    """A span without the blanks around it, empty where it holds nothing else.

    >>> trimmed("4 top \\n", Span(1, 7))
    Span(start=2, end=5)
    """
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
