"""The names that a paragraph has, for tests that ask how far they go."""

from __future__ import annotations

from tanik.core.span import Span
from tanik.facts.names.find import find_names
from tanik.page.model import Page, Segment, SegmentKind, Source


def names_in(text: str, language: str = "tr", *, fast: bool = False) -> list[tuple[str, str, str]]:
    """Each name of a paragraph: as written, as known, its kind."""
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "test")
    page = Page("p", Source("0", "text/plain"), text, (segment,), language=language)
    return [(one.text, one.name, str(one.kind)) for one in find_names(page, fast=fast)]


def texts_in(text: str, language: str = "tr", *, fast: bool = False) -> list[str]:
    """Each name of a paragraph as written."""
    return [one[0] for one in names_in(text, language, fast=fast)]
