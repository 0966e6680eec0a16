"""What a page offers in proof of its statements: the notes and sources that stand beside them.

Comes in: a page's statements, its sentences and its citations with their notes. Goes out: the same statements with
the indices of their citations and the spans in the text that point to them. A note's mark or a source in brackets
stands behind what it proves, so it proves what the sentence has said by then and no more; a source in brackets of its
own, right behind a sentence, proves that sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Citation, Statement

__all__ = ["with_sources"]

_NEAR: Final = 60
# what stands between a sentence and the source behind it: brackets, "Kaynak:", "bkz."
_OPENED: Final = re.compile(r"[.!?…\"”’»]*\s{0,2}[(\[]\s{0,2}(?:[^\W\d_]{2,8}[.:]\s{0,2})?")


def _pointers(citations: Sequence[Citation]) -> list[tuple[Span, int]]:
    """Where the text points to each citation: the marks of its note, else its own words; in order."""
    found = [(mark, index) for index, one in enumerate(citations) for mark in one.marks]
    found += [(one.span, index) for index, one in enumerate(citations) if not one.marks and one.note is None]
    return sorted(found, key=lambda pointer: (pointer[0], pointer[1]))


def with_sources(
    text: str, statements: Sequence[Statement], sentences: Sequence[Span], citations: Sequence[Citation]
) -> Iterator[Statement]:
    """The statements, each with its citations (indices) and its support (spans of marks and sources).

    `sentences` are in order and hold the statements; spans are code points of `text`.

    >>> from tanik.facts.model import CitationKind
    >>> text = "Köprü yıkıldı (Er, Köprü, 1931)."
    >>> told = Statement(Span(0, 13), text[:13], None, "statement-finite")
    >>> source = Citation(Span(15, 30), text[15:30], CitationKind.BOOK, "book")
    >>> [(one.citations, one.support[0].of(text)) for one in with_sources(text, [told], [Span(0, 32)], [source])]
    [((0,), 'Er, Köprü, 1931')]
    """
    pointers = _pointers(citations)
    starts = [span.start for span, _ in pointers]
    for statement in statements:
        at = bisect_left(sentences, statement.span.end, key=lambda span: span.end)
        end = sentences[at].end if at < len(sentences) else statement.span.end
        near = pointers[bisect_left(starts, statement.span.end) : bisect_left(starts, end + _NEAR)]
        proof = [(span, index) for span, index in near if span.start < end or _OPENED.fullmatch(text, end, span.start)]
        citing = tuple(sorted({index for _, index in proof}))
        support = tuple(dict.fromkeys(span for span, _ in proof))
        told = (statement.citations, statement.support) != (citing, support)
        yield replace(statement, citations=citing, support=support) if told else statement
