"""How another program finds a stretch of a page in the page's source.

Comes in: a page and a span of its text. Goes out: the selectors of the W3C Web Annotation Data Model (section 4.2),
as its JSON has them: the words with what stands around them, which survives most changes of the page; the offsets
into the page's text; and the place in the source by the page's landmarks, an XPath for HTML, a fragment
(`page=13`) for PDF. Several are given because each fails differently: who reads them tries the exact place
first and checks it by the words.
"""

from __future__ import annotations

from typing import Final

from tanik.core.span import Span
from tanik.page.model import Landmark, Page

__all__ = ["selectors_of"]

Selector = dict[str, object]

# Characters before and after that tell one place of the same words from another.
_AROUND: Final = 32


def selectors_of(page: Page, span: Span) -> tuple[Selector, ...]:
    """The W3C selectors of `span`: TextQuoteSelector, TextPositionSelector, and where the page has landmarks the place.

    Raises ``ValueError`` if the span is empty or lies outside the text. Source: W3C Recommendation "Web Annotation
    Data Model", 23 February 2017, 4.2.

    >>> from tanik.page.read import read
    >>> page = read(b"<html><body><h1>Liman</h1><p>Gemi dolu geldi.</p></body></html>")
    >>> quote, position, place = selectors_of(page, Span(7, 11))
    >>> quote["exact"], quote["suffix"], position["start"], place["value"]
    ('Gemi', ' dolu geldi.', 7, '/html/body/p[1]')
    """
    if not 0 <= span.start < span.end <= len(page.text):
        raise ValueError(f"[{span.start}, {span.end}) is no stretch of a text of {len(page.text)} characters")
    quote: Selector = {
        "type": "TextQuoteSelector",
        "exact": span.of(page.text),
        "prefix": page.text[max(0, span.start - _AROUND) : span.start],
        "suffix": page.text[span.end : span.end + _AROUND],
    }
    position: Selector = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    marks = [mark for mark in page.landmarks if mark.span.overlaps(span)]
    return (quote, position, *_places(marks))


def _places(marks: list[Landmark]) -> list[Selector]:
    """The place in the source: the innermost element that holds every landmark, or the fragment that they share."""
    if not marks:
        return []
    paths = [mark.path for mark in marks]
    if paths[0].startswith("/"):
        return [{"type": "XPathSelector", "value": _common(paths)}]
    if all(path == paths[0] for path in paths):
        return [{"type": "FragmentSelector", "value": paths[0]}]
    return [
        {
            "type": "RangeSelector",
            "startSelector": {"type": "FragmentSelector", "value": paths[0]},
            "endSelector": {"type": "FragmentSelector", "value": paths[-1]},
        }
    ]


def _common(paths: list[str]) -> str:
    """The longest path that all `paths` begin with, step by step."""
    steps = paths[0].split("/")
    for path in paths[1:]:
        others = path.split("/")
        shared = 0
        while shared < min(len(steps), len(others)) and steps[shared] == others[shared]:
            shared += 1
        steps = steps[:shared]
    return "/".join(steps) or "/*"
