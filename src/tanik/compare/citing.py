"""Sources that cannot be what they are given as: a journal before its first year, a book older than what it is about.

Comes in: one page. Goes out: findings. ``sources`` reads what a citation says of pages and newspapers; here its year is
laid beside what is known of the periodical (``data/periodicals.csv``), of the event that the title names
(``facts/data/events.csv``), and of the document that the page has from it ("… 14 Mayıs 1947. Aktaran: …, 1941").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from tanik.compare.dates import bounds
from tanik.compare.dating import Dated
from tanik.compare.known import Deed, deeds
from tanik.compare.model import Finding, FindingKind, Place
from tanik.compare.wordings import plain, says
from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Citation, CitationKind

__all__ = ["check_citing"]

_SHOWN: Final = 120
_YEARS: Final = 4  # digits
_EVENTS: Final = ("battle", "treaty", "congress", "armistice")
_NUMBER: Final = r"(?:,? ?(?:s|ss|sf|sah|sayfa|sahife|seh|sehife|say|sayi|no|nr|p|pp|vol|cilt|c)\b\.? ?\d|\)|$)"
_LOCATED: Final = re.compile(rf"^{_NUMBER}")
_NAMED: Final = re.compile(r"([^,;:()\n]{3,60}?)[\"”»]?(?: gazetesi| dergisi| mecmuasi| jurnali| gezeti)?, $")
_MARKS: Final = " \"“”«»'‘’"
_QUOTED_FROM: Final = re.compile(r"\b(?:aktaran|nakleden|zikreden|akt\b|nakil|iktibas|quoted in|cited in|cited by)\W+$")
_MARKED: Final = re.compile(r"[“\"«][^“”\"«»\n]*[”\"»]")
_OF_PAPER: Final = re.compile(r"^['’]?\w{0,4} (?:tarihli|gunlu)")
_REACH: Final = 200  # letters before a citation


class _Periodical(NamedTuple):
    name: str
    since: int
    until: int | None
    source: str


@cache
def _periodicals() -> dict[str, _Periodical]:
    """What is known of periodicals, by each folded form of their names; newspapers with their first year alone."""
    found = {}
    for row in read_rows("tanik.facts", "newspapers.csv"):
        first = row["years"].partition("-")[0]
        if first.isdigit():
            found[plain(row["name"])] = _Periodical(row["name"], int(first), None, row["source"])
    for row in read_rows("tanik.compare", "periodicals.csv"):
        until = int(row["until"]) if row["until"] else None
        one = _Periodical(row["name"], int(row["since"]), until, row["source"])
        found |= dict.fromkeys((*row["forms"].split("|"), plain(row["name"])), one)
    return found


def check_citing(dated: Dated) -> Iterator[Finding]:
    """The findings about the years of one page's sources.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.read import read as read_facts
    >>> from tanik.page.read import read as read_page
    >>> page = read_page("Kaynak: A. Er, “Göl Notları”, Belleten, 1929, s. 15-27.".encode(), path="sayfa.txt")
    >>> [one.rule for one in check_citing(Dated(Examined(page, read_facts(page, fast=True))))]
    ['source-before-newspaper']
    """
    told: set[Span] = set()
    for citation in dated.page.facts.citations:
        for finding in (*_of_journal(dated, citation), *_of_event(dated, citation), *_of_document(dated, citation)):
            told.add(citation.span)
            yield finding
    newspapers = [one.span for one in dated.page.facts.citations if one.kind is CitationKind.NEWSPAPER]
    for finding in _issues(dated):
        place = finding.places[0].span
        if not any(place.overlaps(one) for one in (*told, *newspapers)):
            yield finding


def _of_journal(dated: Dated, citation: Citation) -> Iterator[Finding]:
    """A journal before its first year, or a paper after its last; newspapers before theirs are read by ``sources``."""
    known = _periodicals().get(plain(citation.container or citation.title or "").strip(_MARKS))
    if known is None or citation.year is None or not _is_of_print(dated, citation):
        return
    if citation.kind is not CitationKind.NEWSPAPER and citation.year < known.since:
        yield _early(dated, citation.span, known, citation.year)
    elif known.until is not None and citation.year > known.until:
        yield _late(dated, citation.span, known, citation.year)


def _is_of_print(dated: Dated, citation: Citation) -> bool:
    """Whether the year of a source may be that of its printing: not that of its title, nor of a paper in it.

    "“1922'de İzmir”, Belleten, sayı 80" is of no year; "belgenin aslı 1921 tarihlidir" is of the paper.
    """
    said = citation.span.of(dated.folded)
    titles = [found.span() for found in _MARKED.finditer(said)]
    told = [found.span() for found in re.finditer(rf"(?<!\d){citation.year}(?!\d)", said)]
    return not told or any(
        not any(begin <= start < end for begin, end in titles) and not _OF_PAPER.match(said[stop:])
        for start, stop in told
    )


def _issues(dated: Dated) -> Iterator[Finding]:
    """An issue cited by its day and page, as "Cumhuriyet, 12 Kasım 1922, s. 3", however the note around it is made."""
    for date in dated.page.facts.dates:
        when = bounds(date.edtf)
        if when is None or not _LOCATED.match(dated.folded[date.span.end : date.span.end + _REACH].split("\n")[0]):
            continue
        named = _NAMED.search(dated.folded, max(0, date.span.start - _REACH), date.span.start)
        name = named[1].strip(_MARKS) if named is not None else ""
        known = _periodicals().get(name) or _periodicals().get(name.rpartition(" bkz ")[2])
        if named is None or known is None:
            continue
        place = Span(named.start(1) + len(named[1]) - len(named[1].lstrip(_MARKS)), date.span.end)
        if int(when[1][:_YEARS]) < known.since:
            yield _early(dated, place, known, int(when[1][:_YEARS]))
        elif known.until is not None and int(when[0][:_YEARS]) > known.until:
            yield _late(dated, place, known, int(when[0][:_YEARS]))


@cache
def _named_events() -> tuple[tuple[str, Deed], ...]:
    """The folded names of events of more than one word, the longest first."""
    told = ((form, deed) for deed in deeds(*_EVENTS) if deed.checked for form in deed.forms if len(form.split()) > 1)
    return tuple(sorted(told, key=lambda one: -len(one[0])))


def _of_event(dated: Dated, citation: Citation) -> Iterator[Finding]:
    """A work whose title names an event that its year of printing is before."""
    title = plain(citation.title or "")
    if citation.year is None or not title or citation.kind is CitationKind.WEB or not _is_of_print(dated, citation):
        return
    found = next((deed for form, deed in _named_events() if re.search(rf"\b{re.escape(form)}", title)), None)
    since = bounds(found.begin) if found is not None else None
    if found is not None and since is not None and citation.year < int(since[0][:_YEARS]):
        details = (("year", str(citation.year)), ("name", found.name), ("since", found.begin))
        yield _finding(dated, citation.span, "source-before-event", details, found.source)


def _of_document(dated: Dated, citation: Citation) -> Iterator[Finding]:
    """A document that a page has from a work printed before the document was written."""
    line = dated.page.text.rfind("\n", 0, citation.span.start) + 1
    before = Span(max(line, citation.span.start - _REACH), citation.span.start)
    led = _QUOTED_FROM.search(dated.folded, before.start, before.end)
    own = _QUOTED_FROM.match(f"{dated.folded[citation.span.start : citation.span.end].split(' ')[0]} ")
    days = dated.dates_in(before)
    when = bounds(days[-1].edtf) if days else None
    if citation.year is None or when is None or not (led or own):
        return
    if int(when[0][:_YEARS]) > citation.year and not says(dated.folded[before.start : before.end], "first_issue"):
        details = (("when", days[-1].edtf or "?"), ("year", str(citation.year)))
        yield _finding(dated, citation.span, "source-quotes-later", details, "", days[-1].span)


def _early(dated: Dated, span: Span, known: _Periodical, year: int) -> Finding:
    details = (("name", known.name), ("since", str(known.since)), ("when", str(year)))
    return _finding(dated, span, "source-before-newspaper", details, known.source)


def _late(dated: Dated, span: Span, known: _Periodical, year: int) -> Finding:
    details = (("name", known.name), ("until", str(known.until)), ("when", str(year)))
    return _finding(dated, span, "source-after-end", details, known.source)


def _finding(
    dated: Dated, span: Span, rule: str, details: tuple[tuple[str, str], ...], source: str, *more: Span
) -> Finding:
    text = " ".join(span.of(dated.page.text).split())
    shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    places = tuple(Place(dated.page.id, one) for one in (span, *more))
    because = (("source", source),) if source else ()
    return Finding(FindingKind.ANACHRONISM, places, rule, (("text", shown), *details), because)
