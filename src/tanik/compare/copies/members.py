"""Who belongs to a group of copies: pages and library documents, with dates and stated sources.

Comes in: the passages of a group, the pages, the documents that traces of these passages lead to. Goes out: one
`Member` a page and a document. A passage in a comment has the comment's date. Of a page that does not say when it was
published, only the day on which it was read bounds the date.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from tanik.compare.dates import bounds
from tanik.compare.model import CopyDocument, Examined, Place
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.page.model import Source
from tanik.trace.model import Match, Trace, Witness

__all__ = ["Member", "documents_of", "members_of", "names_as_source", "page_member"]

_LEAST_SCORE = 0.6
_MOST_DOCUMENTS = 6
_TITLE_WORDS = 3  # a title shorter than this names nothing in particular
_UNKNOWN = (float("-inf"), float("inf"))
_FIRST_WEB_PAGE = "1991-08-06"  # info.cern.ch was announced; no HTML is older


@dataclass(frozen=True, slots=True)
class Member:
    """One copy: its page's or document's id, where the passage stands in that, its text, and the whole text.

    `published` is EDTF, `days` the first and last day that it can mean, as numbers that grow with time. `sources` are
    the ids of other members that it names as its source.
    """

    id: str
    span: Span
    text: str
    whole: str
    published: str | None
    days: tuple[float, float]
    is_page: bool = True
    sources: tuple[str, ...] = ()

    @staticmethod
    def of_document(witness: Witness, span: Span) -> Member:
        """A stretch of a library document as a copy."""
        return Member(
            witness.id, span, span.of(witness.text), witness.text, witness.date, _days(witness.date), is_page=False
        )


def _number(day: str) -> float:
    year, month, date = (int(part) for part in day.split("-"))
    return float((year * 12 + month) * 31 + date)


def _days(published: str | None, source: Source | None = None) -> tuple[float, float]:
    """The first and last day that a date can mean; of an undated web page, from the first one ever to its reading."""
    found = bounds(published)
    if found is not None:
        return _number(found[0]), _number(found[1])
    first, last = _UNKNOWN
    if source is not None and "html" in source.media_type:
        first = _number(_FIRST_WEB_PAGE)
    read = bounds(source.retrieved) if source is not None else None
    return first, _number(read[1]) if read is not None else last


def documents_of(
    passages: Sequence[Place], pages: Mapping[str, Examined], witnesses: Mapping[str, Witness]
) -> tuple[CopyDocument, ...]:
    """The library's witnesses of a group's passages, those that hold most of them first."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for place in passages:
        for match in _matches(pages[place.page], place):
            if match.document in witnesses:
                spans[match.document].append(match.witness)
    ordered = sorted(spans, key=lambda name: (-max(map(len, spans[name])), name))
    return tuple(CopyDocument(name, _hull(spans[name])) for name in ordered[:_MOST_DOCUMENTS])


def _traces(page: Examined) -> Iterator[Trace]:
    yield from (trace for trace in page.traces if trace is not None)
    yield from page.passages


def _matches(page: Examined, place: Place) -> Iterator[Match]:
    """The matches of what the page has in the passage."""
    for trace in _traces(page):
        for match in trace.matches:
            common = min(match.page.end, place.span.end) - max(match.page.start, place.span.start)
            if match.score >= _LEAST_SCORE and 2 * common >= len(match.page) > 0:
                yield match


def _hull(spans: Sequence[Span]) -> Span:
    """The longest stretch, with those that touch it or stand near it."""
    best = max(spans, key=lambda span: (len(span), -span.start))
    for span in sorted(spans):
        if span.start <= best.end + len(best) and best.start <= span.end + len(best):
            best = Span(min(best.start, span.start), max(best.end, span.end))
    return best


def members_of(
    passages: Sequence[Place],
    documents: Sequence[CopyDocument],
    pages: Mapping[str, Examined],
    witnesses: Mapping[str, Witness],
) -> tuple[Member, ...]:
    """The copies of a group; of a page with several passages the longest and what is near; documents last."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for place in passages:
        spans[place.page].append(place.span)
    longest = {identifier: _hull(held) for identifier, held in spans.items()}
    named = {one: [other for other in longest if names_as_source(pages[one], pages[other])] for one in longest}
    found = []
    for identifier in sorted(longest):
        found.append(page_member(pages[identifier], longest[identifier], tuple(named[identifier])))
    found += [Member.of_document(witnesses[one.document], one.span) for one in documents]
    return tuple(found)


def page_member(examined: Examined, span: Span, sources: tuple[str, ...]) -> Member:
    """A stretch of a page as a copy that names `sources`."""
    page = examined.page
    segment = page.segment_at(span.start)
    published = (segment.published if segment is not None else None) or page.published
    return Member(
        page.id, span, span.of(page.text), page.text, published, _days(published, page.source), sources=sources
    )


def _address(url: str) -> str:
    """A URL without what does not tell two pages apart: scheme, ``www.``, fragment, a closing slash."""
    parts = urlsplit(url.strip())
    host = (parts.hostname or "").removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}" if host else ""


def names_as_source(page: Examined, other: Examined) -> bool:
    """Whether `page` names `other` as its source, by its address or by its title."""
    address = _address(other.page.source.url or "")
    title = fold(other.page.title or "").strip()
    for citation in page.facts.citations:
        if address and citation.url and _address(citation.url) == address:
            return True
        told = fold(citation.title or "").strip()
        if told and told == title and len(re.findall(r"\w+", title)) >= _TITLE_WORDS:
            return True
    return False
