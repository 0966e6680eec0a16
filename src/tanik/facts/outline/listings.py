"""Lists: an announcing line or a heading, and the items below it or behind its colon.

Comes in: a page. Goes out: listings in order, as spans. A list is told by its form alone: markers (a dash, a bullet, a
number, a letter), list elements of HTML (by the landmarks' paths), or short lines of one make under a line that ends in
a colon or a heading. What head and items say is read elsewhere; whether a list is worth reading is decided there too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from tanik.core.fold import fold
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.outline.lines import Line, lines_of
from tanik.page.model import Page, SegmentKind

__all__ = ["Head", "Item", "Listing", "listings_of"]

_LONGEST_HEADING: Final = 120
_LONGEST_BARE: Final = 110  # characters of an item without a marker
_MOST_LABEL_WORDS: Final = 7
_SKIPPED: Final = (SegmentKind.BOILERPLATE, SegmentKind.SOURCES, SegmentKind.BREADCRUMB, SegmentKind.SIGNATURE)
_OPENED: Final = re.compile(r"^[ \t]*(?:[-–—•*·▪►●○◦‣■✓✔➢+#]|\(?\d{1,2}[.)])[ \t]*\S", re.MULTILINE)
_COLON: Final = re.compile(r":[ \t]*[-–—]?[ \t*_']*$")
_ENDED: Final = re.compile(r"[.!?…;,][\"'”’»)]*$")
_POINTS_DOWN: Final = re.compile(r"\b(?:asagida|sunlar|soyle|beledir|bunlar|following|as follows|below)")
_LABEL: Final = re.compile(r"(?P<label>[^:\n]{1,60}?)[*_']*[ \t]*(?::[*_']*[ \t]+|[ \t]+[–—-][ \t]+)(?P<body>\S)")
_TOTAL: Final = re.compile(
    r"(?:genel |umumi |grand |in )?(?:toplam\w*|yekun\w*|cem[ie]n?\w{0,3}|hepsi|ceman|butovlukde|total|sum|all)\b"
)
_INLINE: Final = re.compile(r"[^\W_]['’\")]?[ \t]?:[ \t]+(?=[^\s\"“„«‘])")
_NUMBERED: Final = re.compile(r"(?:(?<=\s)|^)\(?(?:\d{1,2}|[a-hA-H])\)[ \t]*(?=\S)")
_PARTED: Final = re.compile(r",(?!\d)[ \t]*|;[ \t]*|(?<=[^\W\d])[ \t]+(?:ve|və|вә|and|ile|ilə)[ \t]+(?=\d)")
_SEMICOLON: Final = re.compile(r";[ \t]*")
_TAIL: Final = " \t\n,;.…"


class Head(StrEnum):
    """How a list is announced: by a colon, by a heading, by a sentence that points down, or in one line with it."""

    COLON = "colon"
    HEADING = "heading"
    POINTING = "pointing"
    INLINE = "inline"


@dataclass(frozen=True, slots=True)
class Item:
    """One item: `span` is all of it without its marker and its last comma, `body` what stands behind its `label`.

    `label` is what stands before a colon or a dash ("Nisan 1921", "Kars'a", "Tüfek") or an HTML term; None without.
    `depth` is 0 of the outermost items; `parent` is the index of the item that holds this one. `total` says that the
    item counts the others together. `marked` is False of lines that only their make shows to be items.
    """

    span: Span
    body: Span
    label: Span | None = None
    depth: int = 0
    parent: int | None = None
    total: bool = False
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: `head` is its last announcing sentence without the colon, or the heading; `kind` how it announces."""

    head: Span
    kind: Head
    items: tuple[Item, ...]

    @property
    def span(self) -> Span:
        """From the head to the end of the last item."""
        return Span(self.head.start, max(self.head.end, *(item.span.end for item in self.items)))


def listings_of(page: Page) -> tuple[Listing, ...]:
    """The lists of a page in order of their heads; every span lies in `page.text`, no two lists share an item.

    >>> from tanik.page.read import read
    >>> text = "1921'de gelenler:\\n- Nisan 1921: 4 top\\n- Mayıs 1921: 30 tüfek\\nToplam: 34 parça\\n"
    >>> (found,) = listings_of(read(text.encode(), path="a.txt"))
    >>> found.head.of(text), str(found.kind)
    ("1921'de gelenler", 'colon')
    >>> [(one.label.of(text) if one.label else None, one.body.of(text), one.total) for one in found.items]
    [('Nisan 1921', '4 top', False), ('Mayıs 1921', '30 tüfek', False), ('Toplam', '34 parça', True)]
    >>> text = "Garnizon köye şunları verdi: 20 çadır, 3 ton un ve 40 battaniye.\\n"
    >>> (found,) = listings_of(read(text.encode(), path="a.txt"))
    >>> str(found.kind), [one.body.of(text) for one in found.items]
    ('inline', ['20 çadır', '3 ton un', '40 battaniye'])
    """
    elements = any("/li[" in one.path or "/dd[" in one.path for one in page.landmarks)
    if not (elements or ":" in page.text or _OPENED.search(page.text)):
        return ()
    lines, found = lines_of(page), list[Listing]()
    left_out = _Places(one.span for one in page.segments if one.kind in _SKIPPED)
    at = 0
    while at < len(lines):
        line = lines[at]
        if left_out.holds(line.span.start):
            at += 1
            continue
        below = _below(page, lines, at)
        if below is not None:
            listing, at = below
            found.append(listing)
            continue
        if page.text.find(":", line.body.start, line.span.end) >= 0:
            found += _inline(page, line)
        at += 1
    return tuple(found)


class _Places:
    """Stretches of a page, asked whether they hold a place."""

    def __init__(self, spans: Iterator[Span]) -> None:
        self._spans = sorted(spans)

    def holds(self, offset: int) -> bool:
        at = bisect_right(self._spans, offset, key=lambda span: span.start) - 1
        return at >= 0 and offset < self._spans[at].end


def _below(page: Page, lines: Sequence[Line], at: int) -> tuple[Listing, int] | None:
    """The list below line `at`, where that announces one, and the line behind it."""
    if at + 1 >= len(lines):
        return None
    line, first = lines[at], lines[at + 1]
    kind = _kind_of(page.text, line, first)
    if kind is None:
        return None
    last: int | None
    if first.element is not None:
        last = _elements(lines, at + 1)
    elif first.marker is not None:
        last = _marked(lines, at + 1)
    else:
        last = _bare(page.text, lines, at + 1, kind)
    if last is None:
        return None
    items = _items(page.text, lines[at + 1 : last])
    if last < len(lines) and (total := _total(page.text, lines[last])) is not None:
        items, last = (*items, total), last + 1
    if any(page.text[item.span.end : item.span.end + 1] == "?" for item in items):
        return None
    if not items or (kind is Head.HEADING and len(items) < 2):
        return None
    return Listing(_head(page, line, kind), kind, items), last


def _kind_of(text: str, line: Line, first: Line) -> Head | None:
    """How `line` announces what begins in `first`; None where it announces nothing."""
    told = line.body.of(text)
    if line.marker is not None and line.element is None and not told.endswith(":") and not _is_subheading(line, first):
        return None
    if _COLON.search(told):
        return Head.COLON
    listed = first.marker is not None or first.element is not None
    if line.element is not None or "\t" in told:
        return None
    if listed and _ENDED.search(told) and _POINTS_DOWN.search(fold(told[-200:])):
        return Head.POINTING
    if len(told) > _LONGEST_HEADING or _ENDED.search(told) or not (told[:1].isalnum() or told[:2] == "=="):
        return None
    return Head.HEADING


def _is_subheading(line: Line, first: Line) -> bool:
    """Whether a numbered line is a heading of marked items below it, which are no part of its own list."""
    return line.number is not None and first.marker is not None and first.number is None and first.kind != line.kind


def _head(page: Page, line: Line, kind: Head) -> Span:
    """The last sentence of the announcing line, which may have begun in a line before, without marks around it."""
    start, text = line.body.start, page.text
    if kind is not Head.HEADING:
        segment = page.segment_at(start)
        start = segment.span.start if segment is not None and line.marker is None else start
        told = sentences(text, Span(start, line.span.end))
        start = told[-1].start if told else start
    return _trimmed(text, Span(start, line.span.end), " \t\n:*_'=-–—")


def _trimmed(text: str, span: Span, behind: str = _TAIL) -> Span:
    """A span without blanks and the marks of wiki text before it, and without `behind` at its end."""
    start, end = span.start, span.end
    while end > start and text[end - 1] in behind:
        end -= 1
    while start < end and text[start] in " \t\n*_=":
        start += 1
    while text[start : start + 2] == "''" and start < end:
        start += 1
    return Span(start + 1 if text[start : start + 1] == "'" and start < end else start, end)


def _elements(lines: Sequence[Line], low: int) -> int:
    """The line behind the list elements that begin in line `low`: those of the same list and of lists inside it."""
    root = lines[low].root
    return next((at for at in range(low, len(lines)) if lines[at].root != root), len(lines))


def _marked(lines: Sequence[Line], low: int) -> int | None:
    """The line behind the marked items that begin in line `low`; lines that only go on with an item are inside."""
    first, number, at = lines[low], lines[low].number, low + 1
    if number is not None and number > 1:
        return None
    while at < len(lines):
        line = lines[at]
        goes_on = line.marker is None and line.element is None and not line.gap and (line.small or line.goes_on)
        if line.marker is None and not goes_on:
            break
        if line.marker is not None and line.indent <= first.indent and line.kind != first.kind:
            break
        if line.number is not None and line.kind == first.kind and line.indent == first.indent:
            if number is None or line.number != number + 1:
                break
            number = line.number
        at += 1
    return at


def _bare(text: str, lines: Sequence[Line], low: int, kind: Head) -> int | None:
    """The line behind short lines of one make; what holds no number and no comma at its end may be a heading again."""
    at, gap = low, lines[low + 1].gap if low + 1 < len(lines) else False
    while at < len(lines):
        line, told = lines[at], lines[at].body.of(text)
        plain = line.marker is None and line.element is None and "\t" not in told
        if not plain or len(told) > _LONGEST_BARE or _COLON.search(told) or re.search(r"[?!…]\W*$", told):
            break
        goes_on = at > low and told.endswith((",", ";"))
        if not (goes_on or re.search(r"\d", told)) or (at > low and line.gap != gap):
            break
        if told.endswith(".") and " " in told and not lines[max(low, at - 1)].span.of(text).endswith((",", ";")):
            break
        at += 1
    return at if at - low >= (1 if kind is Head.COLON else 2) else None


def _items(text: str, lines: Sequence[Line]) -> tuple[Item, ...]:
    """The items of a list's lines: their labels, and which stands inside which."""
    found: list[Item] = []
    open_at: list[tuple[int, int]] = []  # indent and index of the items that may hold the next one
    term: Span | None = None
    for line in lines:
        if line.element == "dt":
            term = _trimmed(text, line.body, _TAIL + ":")
            continue
        if found and line.marker is None and line.element is None and not line.gap and (line.small or line.goes_on):
            whole = _trimmed(text, Span(found[-1].span.start, line.span.end))
            found[-1] = replace(found[-1], span=whole, body=Span(found[-1].body.start, whole.end))
            continue
        while open_at and open_at[-1][0] >= line.indent:
            open_at.pop()
        item = _item(text, line.body, term if line.element == "dd" else None)
        if not item.span:
            continue
        marked = line.marker is not None or line.element is not None
        parent = open_at[-1][1] if open_at else None
        found.append(replace(item, depth=len(open_at), parent=parent, marked=marked))
        open_at.append((line.indent, len(found) - 1))
    return tuple(found)


def _item(text: str, span: Span, term: Span | None = None) -> Item:
    """One item of its words: what stands before a colon or a dash is its label."""
    ends = text[span.start : span.end].rstrip()[-1:]
    whole = _trimmed(text, span, _TAIL + (":" if ends == ":" else ""))
    if term is not None:
        return Item(Span(min(term.start, whole.start), whole.end), whole, term, total=_is_total(text, term))
    match = _LABEL.match(text, whole.start, whole.end)
    if match is None or len(match["label"].split()) > _MOST_LABEL_WORDS:
        return Item(whole, whole, total=_is_total(text, whole))
    label = _trimmed(text, Span(*match.span("label")))
    return Item(whole, Span(match.start("body"), whole.end), label, total=_is_total(text, label))


def _is_total(text: str, span: Span) -> bool:
    return _TOTAL.match(fold(span.of(text)[:30])) is not None


def _total(text: str, line: Line) -> Item | None:
    """The line behind a list that counts it together: "Toplam: 34 parça"."""
    if line.element is not None or len(line.body) > _LONGEST_BARE or not _is_total(text, line.body):
        return None
    item = _item(text, line.body)
    return replace(item, marked=False) if re.search(r"\d", item.body.of(text)) else None


def _inline(page: Page, line: Line) -> Iterator[Listing]:
    """What a line lists behind a colon inside it, to the end of the sentence."""
    text = page.text
    for colon in _INLINE.finditer(text, line.body.start, line.span.end):
        told = sentences(text, Span(line.body.start, line.span.end))
        start = next((one.start for one in told if one.start <= colon.start() < one.end), line.body.start)
        tail = Span(colon.end(), line.span.end)
        numbered = list(_NUMBERED.finditer(text, tail.start, tail.end))
        if numbered and numbered[0].start() == tail.start:
            ends = [*(one.start() for one in numbered[1:]), tail.end]
            parts = [Span(one.end(), end) for one, end in zip(numbered, ends, strict=True)]
        else:
            end = next((one.end for one in told if colon.end() < one.end), tail.end)
            parts = list(_parts(text, Span(tail.start, end)))
        items = tuple(item for one in parts if (item := replace(_item(text, one), depth=0)).span)
        if items:
            yield Listing(_trimmed(text, Span(start, colon.end()), " \t\n:"), Head.INLINE, items)
            return


def _parts(text: str, tail: Span) -> Iterator[Span]:
    """What commas and a last "ve" part; where there are semicolons these part."""
    mark = _SEMICOLON if _SEMICOLON.search(text, tail.start, tail.end - 1) else _PARTED
    low = tail.start
    for match in mark.finditer(text, tail.start, tail.end):
        yield Span(low, match.start())
        low = match.end()
    if low < tail.end:
        yield Span(low, tail.end)
