"""The sources that a page names: lists at its end, footnotes, parentheses, and those inside a sentence.

Comes in: a page and the dates on it. Goes out: a `Citation` for each source, with its fields. First come the zones
in which a source may stand (segments of sources, what follows "Kaynak:", notes, parentheses, lines that look like
an entry), then the zones are parted into entries, and each entry is read by `fields`. In running text
only what cannot be mistaken is taken: an archive's abbreviation with a number, a newspaper with its day, an address.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tanik.core.fold import fold, fold_whole
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.citations.fields import read_entry
from tanik.facts.citations.resolve import bind_notes, resolve
from tanik.facts.citations.tables import archive_pattern, head_pattern, is_newspaper, newspaper_pattern
from tanik.facts.model import Basis, Citation, CitationKind, DateMention
from tanik.facts.numbers.tokens import mended
from tanik.page.model import Page, SegmentKind

__all__ = ["find_citations"]

_LINE: Final = re.compile(r"[^\n]+")
_BULLET: Final = re.compile(r"^\s*(?:[-–—*•^·]|\[?\d{1,2}\]?[.)]?(?=\s)|\d{1,2}\)|\[\d{1,2}\])\s*")
_PARENTHESIS: Final = re.compile(r"\(([^()\n]{5,220})\)")
_CALL: Final = re.compile(
    r"(?:[\s,.:;]*(?:[A-ZÇĞİÖŞÜ][\w.&/()-]*|[\d./-]*\d[\w./-]*|kutu|gömlek|lef|fon|dosya|vesika|belge|defter|varak|"
    r"vr|sayfa|s|f|op|p|d|l|siy|iş|klasör|fihrist|no|vol|box|busta|[NHRPE])\.?(?![^\W\d]))+"
)
_NEWSPAPER: Final = re.compile(
    r"(?<![^\W_])((?:[^\W\d_][^\W_]*(?:-[^\W_]+)?\s){1,3}(?:gazetesi|qəzeti|гәзети)),?\s"
    r"(?:(?:no|sayı|sy|№)\.?\s*\d+,?\s*)?",
    re.IGNORECASE,
)
_PAPER_NOUNS: Final = tuple(fold(noun) for noun in ("gazetesi", "qəzeti", "гәзети"))
_URL: Final = re.compile(r"(?:https?://|www\.)[^\s,;()<>“”]+(?:\s*\(?(?:Erişim|Accessed|Giriş)[^\n)]{5,40}\)?)?")
_ENTRY_LINE: Final = re.compile(
    r"(?:\b(?:s|ss|sf|sh|sayfa|pp|p|səh|с)\.?\s*\d+(?:\s*[-–]\s*\d+)?(?:\s*vd)?|:\s*[^:.]{3,60},\s*1[2-9]\d\d"
    r"|\(\d{4}\):\s*\d+\s*[-–]\s*\d+|\d+\(\d+\),\s*\d+\s*[-–]\s*\d+)\.?\s*$"
)
_BETWEEN: Final = re.compile(
    r";\s+|\s/\s|(?<=\.)\s+(?=\d{1,2}[.)]\s+[^\W\d_])|\s•\s"
    # "214/33. Milliyet, 2 Eylül 1963": a number ends one entry and a newspaper with its day begins the next
    r"|(?<=\d\.)\s+(?=[A-ZÇĞİÖŞÜ][^,.\d]{2,40},\s\d{1,2}\s[A-ZÇĞİÖŞÜ])"
)
_AND: Final = re.compile(r"\s(?:ve|ile|and)\s(?=[^\W\d_]?[A-ZÇĞİÖŞÜ])|\s[-–]\s(?=[A-ZÇĞİÖŞÜ]|https?:|www\.)")
_BEGINS_APA: Final = re.compile(r"[^(),\n]{2,40},[^()\n]{1,40}\(\d{4}\)")
_LOOKED_UP: Final = re.compile(r"(?:Erişim|Accessed|Retrieved|Son giriş)\b", re.IGNORECASE)
_SEE: Final = re.compile(r"\b(?:bkz|bk|bakınız|krş|see)\b[.:]?\s+(?=[A-ZÇĞİÖŞÜ“\"«])", re.IGNORECASE)
_TIME_OF: Final = re.compile(r"['’]?\s?(?:[dt][ae]|gunu|tarihinde|gecesi|sabahi|aksami)\b")
_TELLS: Final = re.compile(
    r"\b(?:yaz|bildir|duyur|haber|manset|yayim|yayin|bas[dtmi]|diyor|demis|sayi|nusha|ilani|soruyor|yer ver"
    r"|iddia|dedi|one sur|savun|elestir|anlat)"
)
_SENTENCE: Final = 160  # letters
_NEVER: Final = (SegmentKind.BOILERPLATE, SegmentKind.BREADCRUMB, SegmentKind.BYLINE, SegmentKind.TITLE)
_LONGEST_ENTRY: Final = 320
_HEAD_WORDS: Final = 40
# a heading told in a sentence, "Kaynak olarak şu kitabı öneririm"
_TOLD: Final = re.compile(r"\s+olarak\s[^:.;\n]{0,40}:")
_ARCHIVE_NAME: Final = re.compile(r"\b(?:[A-ZÇĞİÖŞÜ][^\W\d_]*\s){1,4}(?:Arşivi|Arxivi),")
_LONGEST_NAME: Final = 60
_TABS: Final = re.compile(r"\t+")
_PAGE_NUMBER: Final = re.compile(r"\w{1,2}\.?\s?\d+$")
_FULL_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")
_TO_THE_MONTH: Final = re.compile(r"\d{4}-\d\d")
_LONGEST_ISSUE: Final = 120


class _Reader:
    """Reads entries of one page; holds the page's text, damaged letters mended, and the years of its full dates."""

    def __init__(self, page: Page, dates: tuple[DateMention, ...]) -> None:
        self.page_text = page.text
        self.text = mended(page.text)  # letter for letter, so that spans hold in both
        self._dates = [date for date in dates if date.edtf and date.basis is Basis.WRITTEN]
        self._starts = [date.span.start for date in self._dates]
        self._read: dict[Span, Citation | None] = {}

    def read(self, span: Span) -> Citation | None:
        """The entry under `span`, if it is one; where an entry ends is found by reading stretches more than once."""
        if span not in self._read:
            found = read_entry(span.of(self.text), self._years(span))
            self._read[span] = replace(found, span=span, text=span.of(self.page_text)) if found is not None else None
        return self._read[span]

    def _years(self, span: Span) -> tuple[int, ...]:
        """The years of the days and months written in `span`."""
        inside = self._dates[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]
        # "s. 31" is a page and no day of the month Safer, whose abbreviation is s.
        inside = [date for date in inside if span.contains(date.span) and not _PAGE_NUMBER.match(date.text)]
        return tuple(int(date.edtf[:4]) for date in inside if date.edtf and _TO_THE_MONTH.match(date.edtf))


def _trimmed(text: str, span: Span) -> Span | None:
    """The span without bullet, number and outer white space."""
    words = span.of(text)
    bullet = _BULLET.match(words)
    start = span.start + (bullet.end() if bullet else 0)
    start += len(text[start : span.end]) - len(text[start : span.end].lstrip(" \t,;"))
    end = start + len(text[start : span.end].rstrip(" \t,;"))
    return Span(start, end) if end - start >= 4 else None


def _joined(reader: _Reader, pieces: list[Span]) -> Iterator[Span]:
    """Pieces put together again where a cut fell inside an entry: a new one begins only where both are whole."""
    held: Span | None = None
    for piece in pieces:
        if held is None:
            held = piece
            continue
        both = Span(held.start, piece.end)
        whole = reader.read(held) is not None
        if whole and reader.read(piece) and not _goes_on(reader.text, held, piece):
            yield held
            held = piece
        elif not whole or reader.read(both):
            held = both
    if held is not None:
        yield held


def _goes_on(text: str, held: Span, piece: Span) -> bool:
    """Whether an entry is not over yet: an author and year (APA) with none behind it, or the day of a visit."""
    if _LOOKED_UP.match(piece.of(text).lstrip()):
        return True  # "Erişim tarihi: …" belongs to the address before it
    return bool(_BEGINS_APA.match(held.of(text).lstrip())) and not _BEGINS_APA.match(piece.of(text).lstrip())


def _cut(text: str, span: Span, at: re.Pattern[str]) -> list[Span]:
    """The stretches of `span` between matches of `at`."""
    edges = [span.start]
    for match in at.finditer(text, span.start, span.end):
        edges += [match.start(), match.end()]
    edges.append(span.end)
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a]


def _entries(reader: _Reader, span: Span) -> Iterator[Span]:
    """The entries of one line of a zone."""
    for part in _joined(reader, _cut(reader.text, span, _BETWEEN)):
        for piece in _joined(reader, list(sentences(reader.text, part))):
            for entry in _joined(reader, _cut(reader.text, piece, _AND)):
                found = _trimmed(reader.text, entry)
                if found is not None:
                    yield found


def _lines(text: str, span: Span) -> Iterator[Span]:
    for match in _LINE.finditer(text, span.start, span.end):
        yield Span(match.start(), match.end())


def _after_head(text: str, folded: str, line: Span) -> int | None:
    """Where entries begin in a line that a heading opens: behind its colon, or at its end."""
    head = head_pattern("head").search(folded, line.start, line.end)
    while head is not None:
        behind = text[head.end() : line.end].lstrip(" 0123456789()")
        lone = head.start() - line.start < _HEAD_WORDS and not behind.strip(" :.")
        told = _TOLD.match(text, head.end(), line.end)
        if behind[:1] == ":" or lone or told:
            return line.end if lone else told.end() if told else text.index(":", head.end()) + 1
        head = head_pattern("head").search(folded, head.end(), line.end)
    return None


def _zones(page: Page, folded: str, reader: _Reader) -> Iterator[tuple[Span, bool]]:
    """Lines in which sources may stand, each with whether a heading or a segment of sources vouches for it."""
    under_head = skip = False
    for segment in page.segments:
        if segment.kind in _NEVER:
            continue
        for line in _lines(page.text, segment.span):
            if segment.kind is not SegmentKind.SOURCES and not under_head and "\t" in line.of(page.text):
                # a row of a table: "Kaynak" over a column heads no list, and a source fills its cell
                yield from ((cell, False) for cell in _cut(page.text, line, _TABS))
                continue
            begin = _after_head(page.text, folded, line)
            if begin is not None:
                # a heading alone on its line opens a list, one with words behind it only its own line
                under_head, skip = begin == line.end, False
                yield Span(begin, line.end), True
                continue
            ended = head_pattern("end").match(folded[line.start : line.end].strip())
            if ended or skip:
                skip = ended is not None and ("atif" in ended.group() or "cite" in ended.group())
                under_head = False
                continue
            listed = segment.kind is SegmentKind.SOURCES
            if under_head and not listed:
                under_head = segment.kind is not SegmentKind.COMMENT and _is_entry(reader, line)
            yield line, listed or under_head


def _is_entry(reader: _Reader, line: Span) -> bool:
    found = _trimmed(reader.text, line)
    return found is not None and len(line) <= _LONGEST_ENTRY and reader.read(found) is not None


def _from_zones(page: Page, reader: _Reader) -> Iterator[Citation]:
    folded = fold_whole(page.text)
    for whole, vouched in _zones(page, folded, reader):
        line = _trimmed(page.text, whole)
        if line is None:
            continue
        short = len(line) <= _LONGEST_ENTRY
        alone = short and (
            _ENTRY_LINE.search(line.of(page.text))
            or _opens_with_archive(page.text, line)
            or _listed_issue(reader, whole, line)
        )
        if not vouched and not alone:
            continue
        for entry in _entries(reader, line if vouched else _last_words(reader, line)):
            found = reader.read(entry)
            if found is not None and len(entry) <= _LONGEST_ENTRY:
                yield found


def _last_words(reader: _Reader, line: Span) -> Span:
    """The last sentence of a line that no heading vouches for, where it is an entry by itself, else the line."""
    *before, last = sentences(reader.text, line) or [line]
    found = reader.read(last) if before else None
    whole = found is not None and found.title and found.year and found.pages
    return last if whole else line


def _opens_with_archive(text: str, line: Span) -> bool:
    start = _BULLET.match(text, line.start, line.end)
    found = archive_pattern().match(text, start.end() if start else line.start, line.end)
    return bool(found and _CALL.match(text, found.end(), line.end))


def _listed_issue(reader: _Reader, whole: Span, line: Span) -> bool:
    """Whether a line with a bullet or a number is the issue of a periodical: ``- Demiryol Dergisi, sayı 372, 1956``."""
    if line.start == whole.start or len(line) > _LONGEST_ISSUE or not _BULLET.match(whole.of(reader.text)):
        return False
    found = reader.read(line)
    if found is None or found.kind is CitationKind.ARTICLE:
        return found is not None
    return found.kind is CitationKind.NEWSPAPER and any(is_newspaper(part) for part in line.of(reader.text).split(","))


def _inline(page: Page, reader: _Reader, dates: tuple[DateMention, ...]) -> Iterator[Citation]:
    """Sources inside sentences: parentheses, archive numbers, newspapers with their day, addresses."""
    yield from _in_parentheses(reader.text, reader)
    yield from _in_archives(page.text, reader)
    spans = [Span(*place) for place in (*_newspapers(reader.text, dates), *_named_issues(reader.text, dates))]
    for match in _URL.finditer(page.text):
        spans.append(Span(match.start(), match.start() + len(match.group().rstrip(".,)"))))
    for span in spans:
        if found := reader.read(span):
            yield found


def _in_parentheses(text: str, reader: _Reader) -> Iterator[Citation]:
    """Sources in parentheses and behind "bkz."."""
    for match in _PARENTHESIS.finditer(text):
        for entry in _entries(reader, Span(match.start(1), match.end(1))):
            found = reader.read(entry)
            if found and _is_sure(found, entry.of(text)):
                yield found
    for match in _SEE.finditer(text):
        entry = sentences(text, Span(match.end(), min(len(text), match.end() + 200)))[0]
        found = reader.read(entry)
        if found and (_is_sure(found, entry.of(text)) or found.kind is CitationKind.ARTICLE):
            yield found


def _in_archives(text: str, reader: _Reader) -> Iterator[Citation]:
    """An archive's sign or its name (``MSB Arşivi, Kutu 212``) with a call number behind it."""
    named = _ARCHIVE_NAME.finditer(text) if "Arşivi," in text or "Arxivi," in text else ()
    for match in (*archive_pattern().finditer(text), *named):
        call = _CALL.match(text, match.end())
        if call and re.search(r"\d", call.group()):
            span = Span(match.start(), match.start() + len(text[match.start() : call.end()].rstrip(" ,.;:")))
            found = reader.read(span)
            if found and found.kind is CitationKind.ARCHIVE:
                yield found


def _newspapers(text: str, dates: tuple[DateMention, ...]) -> Iterator[tuple[int, int]]:
    """``Sakarya gazetesi, 3 Mart 1921``: a name that says what it is, with the day of the issue."""
    starts = {date.span.start: date.span.end for date in dates}
    if not any(_is_behind_paper(text, start) for start in starts):
        return  # few pages cite so, and the names are looked for in all of the text
    for match in _NEWSPAPER.finditer(text):
        if match.end() in starts:
            yield match.start(), starts[match.end()]


def _is_behind_paper(text: str, start: int) -> bool:
    """Whether the word for a newspaper stands shortly before a date."""
    before = fold(text[max(0, start - _LONGEST_NAME) : start])
    return any(noun in before for noun in _PAPER_NOUNS)


def _named_issues(text: str, dates: tuple[DateMention, ...]) -> Iterator[tuple[int, int]]:
    """Known newspapers with the day of an issue behind them: ``İrade-i Milliye, 28 Eylül 1919``."""
    for date in dates:
        if date.edtf is None or not _FULL_DAY.match(date.edtf):
            continue
        before = newspaper_pattern().search(fold(text[max(0, date.span.start - _LONGEST_NAME) : date.span.start]))
        if before is None or _is_told(text, date.span.end):
            continue
        if text[max(0, date.span.start - _LONGEST_NAME) + before.start()].isupper():
            yield max(0, date.span.start - _LONGEST_NAME) + before.start(), date.span.end


def _is_told(text: str, end: int) -> bool:
    """Whether a date goes on as the time of a sentence in which no paper tells anything.

    "Cumhuriyet, 29 Ekim 1923'te ilan edildi" is no issue of a newspaper; "Akşam, 3 Mart 1925'te şunu yazdı" is one.
    """
    behind = fold(text[end : end + _SENTENCE].split("\n", maxsplit=1)[0])
    return _TIME_OF.match(behind) is not None and _TELLS.search(behind) is None


def _is_sure(citation: Citation, text: str) -> bool:
    """Whether a parenthesis is a source and not an aside that mentions a year."""
    if citation.kind in (CitationKind.ARCHIVE, CitationKind.NEWSPAPER, CitationKind.WEB):
        return True
    if citation.rule == "short-form":
        return bool(citation.pages)
    commas = text.count(",") >= 1 and text[:1].isupper()
    return commas and bool(citation.pages) and bool(citation.author or citation.year or citation.volume)


def find_citations(page: Page, dates: tuple[DateMention, ...] = ()) -> tuple[Citation, ...]:
    """The sources named on `page`, in order of their start, none inside another.

    >>> from tanik.page.model import Page, Segment, SegmentKind, Source
    >>> text = "Kaynak: Ali Er, Köprünün Öyküsü, İzmir 1931, s. 12; BCA, 030.10/5.3"
    >>> segment = Segment(SegmentKind.SOURCES, Span(0, len(text)), "example")
    >>> page = Page("p1", Source("0", "text/plain"), text, (segment,))
    >>> [(str(citation.kind), citation.text) for citation in find_citations(page)]
    [('book', 'Ali Er, Köprünün Öyküsü, İzmir 1931, s. 12'), ('archive', 'BCA, 030.10/5.3')]
    """
    reader = _Reader(page, dates)
    held = sorted(segment.span for segment in page.segments if segment.kind is SegmentKind.BOILERPLATE)
    chosen: list[Citation] = []
    for citation in [*_from_zones(page, reader), *_inline(page, reader, dates)]:
        at = bisect_left(held, citation.span)  # of spans apart from each other only the neighbours can overlap
        if not any(span.overlaps(citation.span) for span in held[max(0, at - 1) : at + 1]):
            chosen.append(citation)
            held.insert(at, citation.span)
    ordered = tuple(sorted(chosen, key=lambda citation: citation.span))
    return bind_notes(page.text, resolve(ordered))
