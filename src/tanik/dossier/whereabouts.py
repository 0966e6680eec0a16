"""Where words of a page stand in its source, as a person would look them up: on which leaf, at which second.

Comes in: a page whose reader left landmarks, and a span of its text. Goes out: a few words ("s. 13", "1:02:03"), or
none where the source has no leaves and no clock. Paths into a document's elements are for programs and are not told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from tanik.core.span import Span
from tanik.dossier.words import say
from tanik.page.model import Landmark, Page

__all__ = ["second_of", "stands_at"]

_SECOND: Final = re.compile(r"t=(\d{1,7})")
_HOUR, _MINUTE = 3600, 60


def _landmark(page: Page, span: Span) -> Landmark | None:
    """The last landmark that begins no later than the span."""
    at = bisect_right(page.landmarks, span.start, key=lambda one: one.span.start)
    return page.landmarks[at - 1] if at else None


def second_of(page: Page, span: Span) -> int | None:
    """The second of the film at which the words of `span` begin, None where the source is none."""
    mark = _landmark(page, span)
    found = _SECOND.fullmatch(mark.path) if mark is not None else None
    return int(found[1]) if found is not None else None


def stands_at(page: Page, span: Span, lang: str) -> str:
    """The leaf or the time at which the words of `span` begin in the source; empty where it has neither.

    >>> from tanik.page.read import read
    >>> page = read("WEBVTT\\n\\n01:02:03.000 --> 01:02:05.000\\nKöprü yıkıldı.".encode(), path="film.vtt")
    >>> stands_at(page, Span(0, 5), "tr")
    '1:02:03'
    """
    mark, second = _landmark(page, span), second_of(page, span)
    if second is not None:
        hours, rest = divmod(second, _HOUR)
        minutes, seconds = divmod(rest, _MINUTE)
        return f"{hours}:{minutes:02d}:{seconds:02d}" if hours else f"{minutes}:{seconds:02d}"
    return say("ui.leaf", lang, leaf=mark.page) if mark is not None and mark.page else ""
