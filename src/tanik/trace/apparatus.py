"""Apparatus: figures that belong to the printed page and not to what is said on it.

Comes in: a text and the characters of some words in it. Goes out: whether they are the mark of a footnote
(``millet[3]``, ``alamadık.1``) or the number of a page on a line of its own. Copies of a text bring them along or leave
them out, and neither changes a word of it.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["apparatus_rule"]

_FIGURES: Final = re.compile(r"\d{1,3}")
_BRACKETS: Final = {"[": "]", "(": ")"}
_STOPS: Final = frozenset(".,;:!?…”\"’'»")
_PAGE_LINE: Final = re.compile(
    r"[\s\-–—\[(|]*(?:s|sf|sh|sayfa|sahife|page|p)?\.?\s*\d{1,4}[\s\-–—\])|.]*", re.IGNORECASE
)


def apparatus_rule(text: str, start: int, end: int) -> str | None:
    """``footnote_mark`` or ``page_number``, or None where the characters from `start` to `end` say something.

    >>> apparatus_rule("Büyük millet[3] geldi", 13, 14), apparatus_rule("Üç (3) kişi geldi", 4, 5)
    ('footnote_mark', None)
    >>> apparatus_rule("Harman yeri\\n— 12 —\\nboştu", 14, 16)
    'page_number'
    """
    if _is_footnote_mark(text, start, end):
        return "footnote_mark"
    return "page_number" if _is_page_number(text, start, end) else None


def _is_footnote_mark(text: str, start: int, end: int) -> bool:
    """Whether a number stands glued to the word or the stop before it: in brackets, or bare behind a stop."""
    if start < 2 or not _FIGURES.fullmatch(text, start, end):
        return False
    before, further, after = text[start - 1], text[start - 2], text[end : end + 1]
    if before in _BRACKETS:
        return after == _BRACKETS[before] and (further.isalpha() or further in _STOPS)
    return before in _STOPS and (further.isalpha() or further in _STOPS) and (not after or after.isspace())


def _is_page_number(text: str, start: int, end: int) -> bool:
    """Whether the line of these words has nothing on it but a number, and is not the only one."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    high = len(text) if high < 0 else high
    alone = text[low:start].strip(" \t-–—[(|") == "" and text[end:high].strip(" \t-–—])|.") == ""
    return alone and (low > 0 or high < len(text)) and _PAGE_LINE.fullmatch(text, low, high) is not None
