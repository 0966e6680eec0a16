"""The options of a test: answers to choose from, of which all but one are wrong.

Comes in: a page. Goes out: where its options stand, three or more lines with A, B, C before them below a question.
Small letters may number what a text says itself, so that below these the question must ask which one it is.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.page.model import Page

__all__ = ["options_of"]

_QUICK: Final = re.compile(r"^[ \t>*_-]{0,8}\(?[Cc][).]", re.MULTILINE)
_LINE: Final = re.compile(r"^[ \t>*_-]{0,8}\(?(?P<letter>[A-Ha-h])(?:\)|\.(?=[ \t]))[^\n]*(?:\n|\Z)", re.MULTILINE)
_ASKS: Final = re.compile(r"\?[\s*_\"”’)]*\Z")
_WHICH: Final = re.compile(r"\bhang|\bwhich\b")
_LONGEST: Final = 400
_FEWEST: Final = 3


def options_of(page: Page) -> tuple[Span, ...]:
    """Where the options of a page's questions stand, in order.

    >>> from tanik.page.read import read
    >>> page = read("Kim geldi?\\nA) Ali geldi.\\nB) Veli geldi.\\nC) Can geldi.\\n".encode(), path="a.txt")
    >>> [one.of(page.text).count("geldi") for one in options_of(page)]
    [3]
    """
    text, found, run = page.text, list[Span](), list[re.Match[str]]()
    if _QUICK.search(text) is None:
        return ()
    for match in _LINE.finditer(text):
        letter = match["letter"]
        begins = not run or text[run[-1].end() : match.start()].strip() or ord(letter) != ord(run[-1]["letter"]) + 1
        if begins:
            found += _settled(text, run)
            run = [match] if letter in "Aa" else []
        else:
            run.append(match)
    return (*found, *_settled(text, run))


def _settled(text: str, run: list[re.Match[str]]) -> list[Span]:
    """The stretch of a run of options, where a question stands over it."""
    if len(run) < _FEWEST:
        return []
    before = text[max(0, run[0].start() - _LONGEST) : run[0].start()]
    asked = _ASKS.search(before) is not None
    if asked and run[0]["letter"].islower():
        asked = _WHICH.search(fold(before.rstrip().rpartition("\n")[2])) is not None
    return [Span(run[0].start(), run[-1].end())] if asked else []
