"""Replies that reject a post outright: "Yalan.", "Bu doğru değil, …", "That's not true."

Comes in: one page with its comments. Goes out: a finding for each post or message that an answer rejects, with the
words of rejection and the statements of what is answered. Who is right is not said: the two are laid side by side,
because whoever reads the post alone does not see that it was disputed on the spot. Below a long text nobody knows which
of its statements is meant, so that no finding is made there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.compare.model import Examined, Finding, FindingKind, Place
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_toml
from tanik.facts.model import Modality, Polarity, Statement
from tanik.page.model import Segment, SegmentKind

__all__ = ["check_replies"]

_HEAD: Final = 120  # letters in which a reply says that it rejects
_MOST: Final = 8  # statements of a post that one word can reject
_ENDS: Final = r"\s*(?=[.!,:;…?]|$)"
_OWN: Final = frozenset((SegmentKind.PARAGRAPH, SegmentKind.QUOTATION, SegmentKind.TITLE))


@cache
def _rejection() -> re.Pattern[str]:
    rows = (row["match"] for row in read_toml("tanik.compare", "replies.toml")["rejection"])
    return re.compile(rf"\W*(?P<words>{'|'.join(f'(?:{row})' for row in rows)}){_ENDS}")


def rejects_at(text: str) -> Span | None:
    """Where a reply says at its beginning that what it answers is not so; None where it does not.

    >>> rejects_at("Yalan. Köprü 1911'de bitti."), rejects_at("Yalan söylemeyin"), rejects_at("kaynak?")
    (Span(start=0, end=5), None, None)
    """
    found = _rejection().match(fold(text[:_HEAD]).split("\n")[0])
    return Span(*found.span("words")) if found is not None else None


def check_replies(page: Examined) -> Iterator[Finding]:
    """A finding for each post of a page that replies to it reject."""
    segments = page.page.segments
    refused: dict[int, list[tuple[Segment, Span]]] = defaultdict(list)
    for place, one in enumerate(segments):
        words = rejects_at(one.span.of(page.page.text)) if one.kind is SegmentKind.COMMENT else None
        if words is not None:
            at = _answered(page, place)
            refused[at].append((one, Span(one.span.start + words.start, one.span.start + words.end)))
    for at, replies in refused.items():
        told = _told(page, at)
        if not 0 < len(told) <= _MOST:
            continue
        who = ", ".join(dict.fromkeys(one.author or "?" for one, _ in replies))
        said = "; ".join(dict.fromkeys(words.of(page.page.text) for _, words in replies))
        places = {Place(page.id, one.span) for one in told} | {Place(page.id, words) for _, words in replies}
        details = (("who", who), ("said", said), ("count", str(len(told))))
        yield Finding(FindingKind.CONFLICT, tuple(sorted(places)), "reply-rejects", details)


def _answered(page: Examined, place: int) -> int:
    """The number of the segment that the reply at `place` answers; -1 is the page's own text.

    A chat's message answers the last one of somebody else that told something.
    """
    segments = page.page.segments
    one = segments[place]
    if one.parent is not None and segments[one.parent].kind is SegmentKind.COMMENT:
        return one.parent
    if one.rule != "chat.message":
        return -1
    before = (at for at in range(place - 1, -1, -1) if segments[at].kind is SegmentKind.COMMENT)
    return next((at for at in before if segments[at].author != one.author and _told(page, at)), place)


def _told(page: Examined, at: int) -> list[Statement]:
    """What a post asserts: of a comment in its words, of the page (-1) in its own text."""
    return [one for one in page.facts.statements if _asserts(one) and _stands_in(page, one, at)]


def _asserts(one: Statement) -> bool:
    return one.polarity is Polarity.AFFIRMED and one.modality in (Modality.ASSERTED, Modality.REPORTED)


def _stands_in(page: Examined, one: Statement, at: int) -> bool:
    segments = page.page.segments
    if at >= 0:
        return segments[at].span.overlaps(one.span)
    where = page.page.segment_at(one.span.start)
    return where is not None and where.kind in _OWN
