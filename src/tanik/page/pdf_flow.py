"""Lines of a PDF become paragraphs, notes and headings that flow from leaf to leaf.

Comes in: leaves with their regions and edges. Goes out: blocks in reading order. A paragraph ends where its setting
says so: a wider gap, an indented line, another size of type, a last line that stops short. One that runs on over a
column or leaf is one paragraph; what stands at the foot and head of the leaf (notes, page numbers) follows after it,
as a reader reads it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Final

from tanik.page.blocks import Block, Mark
from tanik.page.hyphens import Words, joint
from tanik.page.model import SegmentKind
from tanik.page.pdf_layout import Line, Region

__all__ = ["Flow", "Sheet", "body_size"]

_ENDS: Final = re.compile(r"[.!?…:;][”\"»’')\]\d]*(?:\[[\d*]{1,4}\])*$")
_NOTE: Final = re.compile(r"^(?:\[(?:\d{1,3}|\*{1,3}|[†‡])\]|(?:\d{1,3}|\*{1,3}|[†‡])(?=[\s.)]))\s*[.)]?\s*\S")
_BULLET: Final = re.compile(r"^(?:[•●▪■–—\-*]|\(?\d{1,2}[.)]|\(?[a-zçğıöşü][.)])\s")
_LEADERS: Final = re.compile(r"(?:\.\s?){5,}")
# A quotation is introduced; what stands in right under a heading is an abstract.
_LEAD: Final = 40
_SMALL: Final = 0.93
_LARGE: Final = 1.14
_INDENT: Final = 0.6
_QUOTE_INDENT: Final = 1.0
_GAP: Final = 1.35
_SHORT: Final = 0.12


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the flow needs to know of a leaf: its number, the page that a citation names, its lines."""

    number: int
    page: str
    regions: tuple[Region, ...]
    head: tuple[Line, ...]
    foot: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Set:
    """A line with the leaf it is set on and the edges of its column."""

    line: Line
    sheet: Sheet
    left: float
    right: float
    region: int

    @property
    def indent(self) -> float:
        """How far it stands in from the column's edge, in heights of a line."""
        return (self.line.left - self.left) / max(self.line.size, 1.0)

    @property
    def short(self) -> bool:
        """Whether it stops well before the column's edge."""
        return self.right - self.line.right > max(_SHORT * (self.right - self.left), 1.2 * self.line.size)


def body_size(sheets: Iterable[Sheet]) -> float:
    """The size in which most of the characters are set, in points."""
    sizes: Counter[float] = Counter()
    for sheet in sheets:
        for region in sheet.regions:
            for line in region.lines:
                sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.0)


def _edges(region: Region, body: float) -> tuple[float, float]:
    """Where the region's running text begins and ends: the edges that most of its lines share."""
    lines = [line for line in region.lines if len(line.text) > 20] or list(region.lines)
    lefts = Counter(round(line.left) for line in lines)
    common = [left for left, count in lefts.items() if count >= max(2, 0.25 * len(lines))]
    left = float(min(common)) if common else min(line.left for line in lines)
    rights = sorted(line.right for line in lines)
    return left, rights[int(0.8 * (len(rights) - 1))] if len(rights) > 2 else max(rights[-1], region.right)


@dataclass(slots=True)
class Flow:
    """The blocks while they are being set; `size` is that of the running text, `words` the document's own."""

    size: float
    words: Words
    blocks: list[Block] = field(default_factory=list)
    open: list[_Set] = field(default_factory=list)
    waiting: list[Block] = field(default_factory=list)
    joined: int = 0
    pitch: float = 0.0

    def sheet(self, sheet: Sheet) -> None:
        """Set one leaf after the ones before."""
        for line in sheet.head:
            self._aside(line, sheet, SegmentKind.BOILERPLATE, "pdf.running_head")
        for number, region in enumerate(sheet.regions):
            left, right = _edges(region, self.size)
            lines = [_Set(line, sheet, left, right, number) for line in region.lines]
            gaps = [one.line.base - two.line.base for one, two in pairwise(lines)]
            usual = [gap for gap in gaps if 0 < gap < 3 * self.size]
            self.pitch = median(usual) if len(usual) >= 3 else self.pitch or 1.2 * self.size
            notes = self._notes_from(lines)
            for one in lines[:notes]:
                self._line(one)
            self._notes(lines[notes:])
        for line in sheet.foot:
            self._aside(line, sheet, SegmentKind.BOILERPLATE, "pdf.running_foot")

    def finish(self) -> list[Block]:
        """All blocks, the last paragraph closed."""
        self._close()
        return self.blocks

    def _notes_from(self, lines: Sequence[_Set]) -> int:
        """Index of the first footnote line: from there to the column's end all is small, and it opens with a mark."""
        start = len(lines)
        for at in range(len(lines) - 1, -1, -1):
            if lines[at].line.size > _SMALL * self.size:
                break
            if _NOTE.match(lines[at].line.text):
                start = at
        return start

    def _notes(self, lines: Sequence[_Set]) -> None:
        groups: list[list[_Set]] = []
        for one in lines:
            if not groups or _NOTE.match(one.line.text):
                groups.append([one])
            else:
                groups[-1].append(one)
        self.waiting += [self._block(group, SegmentKind.SOURCES, "pdf.footnote") for group in groups]

    def _aside(self, line: Line, sheet: Sheet, kind: SegmentKind, rule: str) -> None:
        block = self._block([_Set(line, sheet, line.left, line.right, 0)], kind, rule)
        (self.waiting if self.open else self.blocks).append(block)

    def _line(self, one: _Set) -> None:
        if self.open and not self._continues(self.open[-1], one):
            self._close()
        self.open.append(one)

    def _close(self) -> None:
        if self.open:
            self.blocks.append(self._paragraph(self.open))
        self.blocks += self.waiting
        self.open, self.waiting = [], []

    def _continues(self, before: _Set, one: _Set) -> bool:
        """Whether `one` goes on with the paragraph whose last line is `before`."""
        if abs(before.line.size - one.line.size) > 0.12 * max(before.line.size, one.line.size):
            return False
        if (before.sheet.number, before.region) != (one.sheet.number, one.region):
            return self._runs_over(before, one)
        gap = before.line.base - one.line.base
        if gap > _GAP * max(self.pitch, one.line.size) or gap < 0 or _BULLET.match(one.line.text):
            return False
        if one.indent - before.indent > _INDENT:
            # A first line that stands out (a list, a bibliography) is followed by lines that stand in.
            return len(self.open) == 1 and not before.short and not _ENDS.search(before.line.text)
        if before.indent - one.indent > _INDENT:
            return len(self.open) == 1 and not before.short
        return not (before.short and (_ENDS.search(before.line.text) or not self._flows(before, one)))

    @staticmethod
    def _flows(before: _Set, one: _Set) -> bool:
        first = one.line.text.lstrip("“\"«(‘'")[:1]
        return first.islower() or before.line.text.endswith(("-", ","))

    def _runs_over(self, before: _Set, one: _Set) -> bool:
        """Whether a paragraph goes on in the next column or on the next leaf."""
        if self._flows(before, one):
            return True
        ended = _ENDS.search(before.line.text) is not None
        return not ended and not before.short and abs(one.indent) < _INDENT and before.line.size < _LARGE * self.size

    def _paragraph(self, lines: Sequence[_Set]) -> Block:
        size = median(one.line.size for one in lines)
        level = 1 if size >= _LARGE * self.size and sum(len(one.line.text) for one in lines) <= 300 else 0
        if level == 0 and len(lines) <= 2 and self._is_capitals(lines):
            level = 2
        if not level and self._set_in(lines, size):
            return self._block(lines, SegmentKind.QUOTATION, "pdf.indented")
        return self._block(lines, None, "pdf.paragraph", level)

    def _set_in(self, lines: Sequence[_Set], size: float) -> bool:
        """Whether the lines are set in as a block quotation is: from the left, and from the right or in smaller type.

        What stands in under a list's item belongs to the item; what leads to page numbers is a table of contents.
        """
        if len(lines) < 2 or min(one.indent for one in lines) < _QUOTE_INDENT:
            return False
        if _BULLET.match(lines[0].line.text) or self._centred(lines) or _LEADERS.search(lines[0].line.text):
            return False
        before = self.blocks[-1].text if self.blocks else ""
        introduced = len(before) >= _LEAD or before.endswith(":")
        if not introduced or _BULLET.match(before) or any("\t" in one.line.text for one in lines):
            return False
        narrow = min(one.right - one.line.right for one in lines) >= _INDENT * size
        return narrow or size <= 0.97 * self.size or before.endswith(":")

    @staticmethod
    def _centred(lines: Sequence[_Set]) -> bool:
        """Whether the lines are centred (verse, a title): they begin at places of their own."""
        lefts = [one.line.left for one in lines]
        return max(lefts) - min(lefts) > 2.5 * lines[0].line.size

    @staticmethod
    def _is_capitals(lines: Sequence[_Set]) -> bool:
        text = " ".join(one.line.text for one in lines)
        return 4 <= len(text) <= 120 and text.upper() == text and sum(map(str.isalpha, text)) > 0.6 * len(text)

    def _block(self, lines: Sequence[_Set], kind: SegmentKind | None, rule: str, level: int = 0) -> Block:
        text = ""
        marks: list[Mark] = []
        for at, one in enumerate(lines):
            words = one.line.text
            start = 0
            if at:
                lost, between = joint(text, words, self.words)
                if lost:
                    text = text[:-lost]
                    last = marks[-1]
                    marks[-1] = Mark(last.start, len(text), last.path, last.page, last.box)
                    self.joined += 1
                text += between
                start = len(text)
            text += words
            box = tuple(round(side, 1) for side in (one.line.left, one.line.bottom, one.line.right, one.line.top))
            path = f"page={one.sheet.number}"
            marks.append(Mark(start, len(text), path, one.sheet.page, (box[0], box[1], box[2], box[3])))
        size = round(median(one.line.size for one in lines), 1)
        return Block(text, rule, kind, level, tuple(marks), size=size)
