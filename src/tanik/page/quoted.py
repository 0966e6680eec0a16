"""Words given as another's without marks: a paragraph that the one before announces with a colon.

Comes in: the paragraphs of a body, in order. Goes out: which of them are quoted. A letter or telegram that was
announced runs on through its paragraphs to the closing it ends with (place and date, then office and name);
anything else is one paragraph, or as many as its quotation marks hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tanik.page.vocabulary import announces_words, is_boilerplate, is_closing, is_document_noun, is_sources

__all__ = ["find_quoted"]

_OPENING: Final = re.compile(r"^[“\"«„]")
_CLOSING_MARK: Final = re.compile(r"[”\"»]\W*$")
_ANY_MARK: Final = re.compile(r"[“”\"«»„]")
_LONGEST_MARKED: Final = 12
_LIST_ITEM: Final = re.compile(r"^(?:[*•\-–]|\(?\d{1,2}[.)]|[a-z]\))\s")
_PLACE_AND_DATE: Final = re.compile(r"\b1[23]\d\d\b|\b1[89]\d\d\b|\b3[2-4]\d\b")
_LONGEST_LETTER: Final = 60
_LEAST: Final = 20


def _closing(paragraphs: Sequence[str], first: int) -> int | None:
    """Index of the last paragraph of a letter that begins at `first`, by its closing, or None."""
    for at in range(first + 1, min(len(paragraphs), first + _LONGEST_LETTER)):
        text = paragraphs[at]
        if announces_words(text) or is_sources(text) or is_boilerplate(text):
            return None
        dated = len(text) < 60 and _PLACE_AND_DATE.search(text) is not None
        if dated and at + 1 < len(paragraphs) and is_closing(paragraphs[at + 1]):
            return at + 1
        if is_closing(text):
            following = paragraphs[at + 1] if at + 1 < len(paragraphs) else ""
            return at + 1 if len(following) < 60 and _PLACE_AND_DATE.search(following) else at
    return None


def _marked_end(paragraphs: Sequence[str], first: int) -> int | None:
    """Index of the paragraph whose closing mark ends a quotation opened at `first`, or None."""
    if not _OPENING.match(paragraphs[first]):
        return None
    for at in range(first, min(len(paragraphs), first + 12)):
        if _CLOSING_MARK.search(paragraphs[at]):
            return at
    return None


def _left_open(paragraphs: Sequence[str], first: int) -> int | None:
    """Index of the last of several paragraphs under one pair of marks, opened at the head of `first`; else None."""
    words = paragraphs[first].strip()
    if not _OPENING.match(words) or _ANY_MARK.search(words, 1):
        return None
    for at in range(first + 1, min(len(paragraphs), first + _LONGEST_MARKED)):
        marks = list(_ANY_MARK.finditer(paragraphs[at]))
        if marks:
            closes = len(marks) == 1 and _CLOSING_MARK.search(paragraphs[at])
            return at if closes else None
        if announces_words(paragraphs[at]) or is_sources(paragraphs[at]) or is_boilerplate(paragraphs[at]):
            return None
    return None


def find_quoted(paragraphs: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of paragraphs that are another's words.

    >>> find_quoted(["Vali şöyle yazmış:", "Un bitti, buğday bekliyoruz efendim.", "Sonra yağmur yağdı."])
    ((1, 2),)
    """
    found: list[tuple[int, int]] = []
    at = 0
    while at + 1 < len(paragraphs):
        alone = _left_open(paragraphs, at)
        if alone is not None:
            found.append((at, alone + 1))
            at = alone + 1
            continue
        lead, first = paragraphs[at], at + 1
        at = first
        words = paragraphs[first]
        if not announces_words(lead) or len(words) < _LEAST or (_LIST_ITEM.match(words) and not is_document_noun(lead)):
            continue
        last = _marked_end(paragraphs, first)
        if last is None and is_document_noun(lead):
            last = _closing(paragraphs, first)
        at = (first if last is None else last) + 1
        found.append((first, at))
    return tuple(found)
