"""Findings about the sources that a page names: those that cannot be as they are given.

Comes in: one page. Goes out: findings where a citation does not exist in its own terms: pages counted backwards, a
page beyond the end of the work (as the citation itself tells its length, or the table of lengths does), a newspaper
before its first year (the table of newspapers), a work newer than the page that cites it.
Whether a source that could exist does, and says so, is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.compare.citing import check_citing
from tanik.compare.dates import bounds
from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind, Place
from tanik.compare.wordings import says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Citation, CitationKind, DateMention

__all__ = ["check_sources"]

_RANGE: Final = re.compile(r"(\d{1,4})\s*[-–—]\s*(\d{1,4})")
_NEWSPAPER: Final = "gazete"  # any daily paper, until paper was plenty again
_SLIM_UNTIL: Final = 1950
_LENGTH: Final = re.compile(
    r"(?<![\d.,-])(\d{2,4})\s+(?:sayfa|sahife|səhifə|pages|pp\.?|s\.(?!\s*\d))(?![^\W_])", re.IGNORECASE
)
_COUNTS: Final = ("source-pages-backwards", "source-page-beyond")
_SHOWN: Final = 120
_SO_LONG: Final = re.compile(
    r"\b(\d{2,4}) (?:sayfalik|sahifelik|sehifelik|page)\b[^.;]{0,80}?\b(\d{1,4})\.? (?:sayfa|sahife|sehife)\w*"
)
_IN_ALL: Final = re.compile(
    r"\b(?:hepsi|toplam|topu topu|tamami|tumu|butunu|kitap|kitabin (?:tamami|hepsi)|eser|cilt|olsa olsa"
    r"|in all|only|has|runs to|fills|comes to)\W+(?:hepsi |ise |da |de |yalnizca |sadece )?"
    r"(\d{2,4}) (?:sayfa|sahife|pages)(?!\w*(?:d[ae]|s[iu]))"
    r"|(?<![\w.])(\d{2,4}) (?:sayfalik|sahifelik|(?:sayfa|sahife)(?:dir|dan ibaret\w*| tut\w+)|pages long)\b"
)
# Folded, a hyphen is a space: "266 270. sayfalar arasında".
_CITED: Final = re.compile(
    r"(?<![\w.])(?:s\.|ss\.|sf\.|sayfa|p\.|on pages?|at page) ?(\d{1,4})\b(?!\.\d)"
    r"|(?<![\w.,])(\d{1,4})\.? (?:\d{1,4}\. )?(?:sayfa|sahife)(?:sinda|da|larda|lar aras\w+|larinda)\b"
)
_OTHER_WORK: Final = re.compile(
    r"\b(?:gazete|ceride|dergi|mecmua|sayi(?:si|sinda|da)?\b|nusha|arsiv|defter|tutanak|zabit|sicil|belge|ilan\b"
    r"|nevspaper|gazette|journal|issue|archive|record)"
)
_BESIDE: Final = 400
_ITS_ISSUE: Final = re.compile(r" gazete(?:si|sinin|sinde)? $| ceridesi(?:nin|nde)? $|['’]n?[iu]n $")
# "Cumhuriyet gazetesi 9 Mart 1921'de … vermiş": the paper is the doer, and what a paper does behind its day.
_IT: Final = re.compile(r" gazetesi,? $")
_GAVE: Final = re.compile(
    r"['’]?(?:[dt][ae]|(?:tarihinde|gunu)\b| (?:tarihinde|gunu))[^.;]{0,80}\b"
    r"(?:yaz|ver|duyur|bas|yayimla|haber et|manset)(?:[dt][iu]|m[iu]s)(?:t[iu]r?)?\b"
)
_ROOM: Final = 30  # characters behind a date
_BY_PAPER: Final = re.compile(r"\b(?:in|by|to|of) the ([^\W\d]+(?: [^\W\d]+){1,3}?)(?:,| on| of| for| dated)? $")
_NEAR: Final = 60  # characters before a date
_ISSUE: Final = re.compile(r"^['’]?\w{0,3} ?(?:[^\W\d]+ ){0,2}?(?:nusha|sayi|sayfa|haber|bask)\w*")


@cache
def _newspapers() -> dict[str, tuple[int, str, str]]:
    """First year, name and source of each newspaper whose years are known, by folded name.

    The last year says little: names were taken up again, and lists of what survives end early.
    """
    found = {}
    for row in read_rows("tanik.facts", "newspapers.csv"):
        first = row["years"].partition("-")[0]
        if first.isdigit():
            found[fold(row["name"])] = (int(first), row["name"], row["source"])
    return found


def check_sources(dated: Dated) -> Iterator[Finding]:
    """The findings about one page's citations."""
    for citation in dated.page.facts.citations:
        yield from _backwards(dated, citation)
        yield from _beyond(dated, citation)
        yield from _before_first(dated, citation)
        yield from _too_new(dated, citation)
    yield from _told_in_text(dated)
    yield from _longer_than_told(dated)
    yield from check_citing(dated)


def _longer_than_told(dated: Dated) -> Iterator[Finding]:
    """A page cited by a note, and how many pages the book has in all, told in one of the sentences beside it."""
    lengths = list(_IN_ALL.finditer(dated.folded))
    notes = list(_CITED.finditer(dated.folded))
    if len(lengths) != 1 or len(notes) != 1 or not says(dated.folded, "work"):
        return
    first, last = notes[0].lastindex or 1, lengths[0].lastindex or 1
    length, note = int(lengths[0][last]), int(notes[0][first])
    places = (Span(*notes[0].span(first)), Span(*lengths[0].span(last)))
    if _is_of_another(dated, *places):
        return
    near = abs(places[0].start - places[1].start) < _BESIDE
    if near and note > length and not any(one.volume is not None for one in dated.page.facts.citations):
        details = (("text", notes[0][0]), ("pages", str(note)), ("length", str(length)))
        yield Finding(FindingKind.MALFORMED_NUMBER, dated.places(places), "source-page-beyond", details)


def _is_of_another(dated: Dated, note: Span, length: Span) -> bool:
    """Whether a page cited may be one of another work than that whose length is told.

    A newspaper, a file or an issue has its own pages, and where the book was described before, a sentence that names
    somebody cites his: "Kitap 184 sayfa. … Alp'in Taşra Postaları'na (s. 212) göre".
    """
    around = dated.sentence(note) or note
    if _OTHER_WORK.search(dated.folded, around.start, around.end):
        return True
    return length.start < around.start and bool(dated.names_in(around))


def _finding(dated: Dated, citation: Citation, rule: str, *details: tuple[str, str]) -> Finding:
    text = " ".join(citation.text.split())
    shown = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
    kind = FindingKind.MALFORMED_NUMBER if rule in _COUNTS else FindingKind.ANACHRONISM
    return Finding(kind, (Place(dated.page.id, citation.span),), rule, (("text", shown), *details))


def _backwards(dated: Dated, citation: Citation) -> Iterator[Finding]:
    """Pages from a greater to a smaller number; "340-42" is 340 to 342."""
    found = _RANGE.fullmatch((citation.pages or "").strip())
    if found is None or len(found[2]) < len(found[1]):
        return
    if int(found[2]) < int(found[1]):
        yield _finding(dated, citation, "source-pages-backwards", ("pages", citation.pages or ""))


@cache
def _lengths() -> dict[str, tuple[int, str]]:
    """How many pages the longest known printing of a work has, and where that stands, by folded title."""
    return {fold(row["title"]): (int(row["pages"]), row["source"]) for row in read_rows("tanik.compare", "lengths.csv")}


def _length(citation: Citation) -> tuple[int, str] | None:
    """The length of the work that a citation names, its own telling before the table's, and where the table has it."""
    told = _LENGTH.search(citation.text)
    if told is not None:
        return int(told[1]), ""
    if citation.kind is CitationKind.NEWSPAPER and citation.year is not None and citation.year < _SLIM_UNTIL:
        return _lengths()[_NEWSPAPER]
    return _lengths().get(fold(citation.title or ""))


def _told_elsewhere(dated: Dated, citation: Citation) -> tuple[int, str] | None:
    """The length that the page gives the same work in another citation, as a list of works does behind its notes."""
    if citation.author is None or citation.title is None:
        return None
    for other in dated.page.facts.citations:
        same = other.author == citation.author and fold(other.title or "").startswith(fold(citation.title))
        told = _LENGTH.search(other.text) if same and other is not citation else None
        if told is not None:
            return int(told[1]), ""
    return None


def _told_in_text(dated: Dated) -> Iterator[Finding]:
    """What a sentence says of a source in running words: a page beyond its length, a paper before its first year."""
    cited = [one.span for one in dated.page.facts.citations]
    papers = [one.span for one in dated.page.facts.citations if one.kind is CitationKind.NEWSPAPER]
    for sentence in dated.sentences:
        folded = dated.folded[sentence.start : sentence.end]
        if not any(sentence.overlaps(span) for span in papers):
            yield from _issue_too_early(dated, sentence)
        if any(sentence.overlaps(span) for span in cited):
            continue
        found = _SO_LONG.search(folded)
        if found is not None and int(found[2]) > int(found[1]):
            place = Span(sentence.start + found.start(), sentence.start + found.end())
            text = " ".join(place.of(dated.page.text).split())[:_SHOWN]
            details = (("text", text), ("pages", found[2]), ("length", found[1]))
            yield Finding(FindingKind.MALFORMED_NUMBER, (Place(dated.page.id, place),), "source-page-beyond", details)


def _issue_too_early(dated: Dated, sentence: Span) -> Iterator[Finding]:
    """ "Akşam gazetesinin 3 Mart 1915 tarihli sayısı": an issue of a newspaper that did not yet appear."""
    for date in dated.dates_in(sentence):
        when = bounds(date.edtf)
        before = dated.folded[sentence.start : date.span.start]
        if when is not None:
            yield from _told_by(dated, date, before, int(when[1][:4]))
        behind = dated.folded[date.span.end : sentence.end]
        led = _ITS_ISSUE.search(before) if _ISSUE.match(behind[:_ROOM]) else None
        led = led or (_IT.search(before) if _GAVE.match(behind) else None)
        if led is None or when is None:
            continue
        year = when[1][:4]
        for known, (first, name, source) in _newspapers().items():
            named = re.search(rf"(?:^|\W){re.escape(known.replace('-', ' '))}$", before[: led.start()])
            if named is not None and int(year) < first:
                place = Span(sentence.start + led.start() - len(known), date.span.end)
                details = (("text", place.of(dated.page.text)), ("name", name), ("since", str(first)), ("when", year))
                spans = (Place(dated.page.id, place),)
                yield Finding(FindingKind.ANACHRONISM, spans, "source-before-newspaper", details, (("source", source),))


def _told_by(dated: Dated, date: DateMention, before: str, year: int) -> Iterator[Finding]:
    """ "… was told by the New York Times on 3 October 1846": a newspaper whose name leads to a day of its own."""
    led = _BY_PAPER.search(before, max(0, len(before) - _NEAR))
    known = _newspapers().get(led[1]) or _newspapers().get(f"the {led[1]}") if led is not None else None
    if led is None or known is None or year >= known[0]:
        return
    place = Span(date.span.start - len(before) + led.start(), date.span.end)
    details = (("text", place.of(dated.page.text)), ("name", known[1]), ("since", str(known[0])), ("when", str(year)))
    spans = (Place(dated.page.id, place),)
    yield Finding(FindingKind.ANACHRONISM, spans, "source-before-newspaper", details, (("source", known[2]),))


def _beyond(dated: Dated, citation: Citation) -> Iterator[Finding]:
    """A page that the work cannot have. Of works in volumes each counts its own pages."""
    asked = [int(number) for number in re.findall(r"\d{1,4}", citation.pages or "")]
    length = (_length(citation) or _told_elsewhere(dated, citation)) if asked and citation.volume is None else None
    if length is not None and asked[0] > length[0]:
        details = (("pages", citation.pages or ""), ("length", str(length[0])))
        because = (("source", length[1]),) if length[1] else ()
        yield replace(_finding(dated, citation, "source-page-beyond", *details), because=because)


def _before_first(dated: Dated, citation: Citation) -> Iterator[Finding]:
    paper = _newspapers().get(fold(citation.container or citation.title or ""))
    if citation.kind is not CitationKind.NEWSPAPER or paper is None or citation.year is None:
        return
    first, name, source = paper
    if citation.year < first:
        details = (("name", name), ("since", str(first)), ("when", str(citation.year)))
        yield replace(_finding(dated, citation, "source-before-newspaper", *details), because=(("source", source),))


def _too_new(dated: Dated, citation: Citation) -> Iterator[Finding]:
    """A work printed after the page that cites it; a page may be edited later, so a year's grace is given."""
    published = bounds(dated.page.published)
    if published is None or citation.year is None or citation.kind is CitationKind.WEB:
        return
    if citation.year > int(published[1][:4]) + 1:
        yield _finding(dated, citation, "source-newer-than-page", ("year", str(citation.year)), ("when", published[1]))
