"""A page nested too deep for the parser, made shallow.

Comes in: the source of a page whose elements stand one in another thousands deep (a `<font>` never closed, hostile
input). Goes out: the same source with the tags below a depth taken out, their words kept. libxml2 gives up at 2,048
levels and drops all that is deeper, whatever it is told (`HTML_MAX_DEPTH`); no reader sees a difference between
1,500 boxes around a word and 15,000.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["make_shallow"]

_TAG: Final = re.compile(r"<(/?)([a-zA-Z][\w:-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_DEEPEST: Final = 1500
# HTML Living Standard, 13.1.2: elements without content or end tag.
_VOID: Final = frozenset(
    {
        *(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
        ),
        *("basefont", "bgsound", "frame", "keygen"),
    }
)
# Elements whose edges end a line.
_LINES: Final = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
        ),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "td", "th", "tr", "ul"),
    }
)


def make_shallow(source: str) -> str:
    """`source` without the tags that stand deeper than 1,500 others; an edge of a block becomes a line break.

    >>> deep = "<div>" * 1600 + "<p>Dipte</p>" + "</div>" * 1600
    >>> shallow = make_shallow(deep)
    >>> shallow.count("<div>"), "<br>Dipte<br>" in shallow
    (1500, True)
    """
    pieces: list[str] = []
    at = depth = 0
    dropped: dict[str, int] = {}
    for match in _TAG.finditer(source):
        closing, name = match[1], match[2].lower()
        if name in _VOID:
            continue
        if closing and dropped.get(name):
            dropped[name] -= 1
        elif closing:
            depth = max(0, depth - 1)
            continue
        elif depth < _DEEPEST:
            depth += 1
            continue
        else:
            dropped[name] = dropped.get(name, 0) + 1
        pieces.append(source[at : match.start()])
        if name in _LINES:
            pieces.append("<br>")
        at = match.end()
    pieces.append(source[at:])
    return "".join(pieces)
