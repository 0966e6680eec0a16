"""What a page is once it has been read.

A page is one text and the stretches it consists of. Every offset downstream is a code point of `Page.text`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from tanik.core.span import Span

__all__ = ["Cell", "Grid", "Landmark", "Page", "Repair", "Segment", "SegmentKind", "Source"]


class SegmentKind(StrEnum):
    """What a segment is for."""

    TITLE = "title"
    BYLINE = "byline"
    BREADCRUMB = "breadcrumb"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    SOURCES = "sources"
    COMMENT = "comment"
    SIGNATURE = "signature"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a page came from, and the digest of the bytes that were read.

    `sha256` is of the bytes before any decoding; `retrieved` an ISO 8601 time or None.
    """

    sha256: str
    media_type: str
    path: str | None = None
    url: str | None = None
    retrieved: str | None = None
    encoding: str = "utf-8"

    @property
    def label(self) -> str:
        """What to call the input when speaking to a person."""
        return self.path or self.url or "-"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the page with one author and one purpose.

    `author` and `published` (EDTF) are those the page gives for this very segment (a comment's, a post's);
    `parent` is the index in `Page.segments` of the comment or post that this one answers or stands inside;
    `language` is the segment's own (ISO 639; ``ota`` for Ottoman Turkish in Latin letters), None where that is
    the page's.
    """

    kind: SegmentKind
    span: Span
    rule: str
    author: str | None = None
    published: str | None = None
    parent: int | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Landmark:
    """Where a stretch of the page's text stood in the source.

    `path` is a position that the source's own format understands: an XPath (HTML, TEI, DOCX), ``page=13`` (PDF), the
    name of a part and an XPath in it (EPUB). `page` is the number printed or counted for the leaf, as a citation
    would name it. `box` is left, bottom, right, top in points from the leaf's lower left corner.
    """

    span: Span
    path: str
    page: str | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words (None where it has none), its first column, how many columns and rows it takes."""

    span: Span | None
    column: int
    wide: int = 1
    high: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as its source lays it out: the cells that begin in each row, in order of their columns; its caption."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: Span | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of damage that was found in the input, how often, and what was done about it."""

    kind: str
    count: int
    note: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its text and what the text consists of.

    `segments` are in order of their start and do not overlap, except that a quotation may lie inside a
    paragraph or a comment. `published` is EDTF. `language` is an ISO 639 code (``tr``, ``az``, ``en``, …) or
    ``und``. `landmarks` lead from the text back to the source, in order of their start, without overlap. `grids` are
    the tables whose cells the source itself lays out; they serve the reading and are no part of the page's value.
    Raises ``ValueError`` if a segment lies outside the text.
    """

    id: str
    source: Source
    text: str
    segments: tuple[Segment, ...]
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str = "und"
    repairs: tuple[Repair, ...] = field(default=())
    landmarks: tuple[Landmark, ...] = field(default=(), repr=False)
    grids: tuple[Grid, ...] = field(default=(), repr=False, compare=False)

    def __post_init__(self) -> None:
        for segment in self.segments:
            if segment.span.end > len(self.text):
                raise ValueError(f"segment {segment.kind} {segment.span} lies outside the page's text")

    def segment_at(self, offset: int) -> Segment | None:
        """The smallest segment that holds the character at `offset`, or None."""
        inside = [s for s in self.segments if s.span.start <= offset < s.span.end]
        return min(inside, key=lambda s: len(s.span), default=None)

    def landmark_at(self, offset: int) -> Landmark | None:
        """Where the character at `offset` stood in the source: the last landmark that holds it, or None."""
        at = bisect_right(self.landmarks, offset, key=lambda landmark: landmark.span.start) - 1
        return self.landmarks[at] if at >= 0 and offset < self.landmarks[at].span.end else None
