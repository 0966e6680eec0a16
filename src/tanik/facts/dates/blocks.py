"""Where on a page dates and amounts are looked for.

Comes in: a page. Goes out: blocks, one a line, each with what it belongs to. Bylines, breadcrumbs, signatures and
boilerplate are left out: their dates are when somebody posted, not what the page says. In lists of sources only
full dates count, because a year of publication says nothing about the past that the page argues about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold, fold_whole
from tanik.core.span import Span
from tanik.facts.dates.words import ROLES, has_role
from tanik.facts.once import once
from tanik.page.model import Page, Segment, SegmentKind

__all__ = ["Block", "blocks_of"]

_SEARCHED: Final = frozenset(
    {
        SegmentKind.TITLE,
        SegmentKind.PARAGRAPH,
        SegmentKind.QUOTATION,
        SegmentKind.SOURCES,
        SegmentKind.COMMENT,
    }
)
_LONGEST_HEADING: Final = 70
_FIGURES: Final = re.compile(r"[\d\s./:,\-]+")
_MARGIN: Final = 4  # a bullet or a number before the label
# where a label may begin: at each word of a line, but without a colon only at the first
_WORD: Final = re.compile(r"(?:^|[.;(]\s*|\s)(?=[^\W\d_])")
_OPENING: Final = re.compile(r"(?=[^\W\d_])")
_LABEL: Final = re.compile(r"[\W_]*([^\W\d_]+)[^.;:\n]{0,30}:|[\W_]*([^\W\d_]+)\W*$")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the page: its place, whose words it holds, and the part of the page it stands in.

    `section` grows at every heading and every comment; `sources` is where a list of sources begins in the block
    (its end where it holds none).
    """

    start: int
    end: int
    kind: SegmentKind
    section: int
    sources: int

    @property
    def cited_whole(self) -> bool:
        """Whether the whole line is a list of sources."""
        return self.sources - self.start <= _MARGIN


def _outer(page: Page) -> list[Segment]:
    kept: list[Segment] = []
    for segment in sorted(page.segments, key=lambda part: (part.span.start, -len(part.span))):
        inside = bool(kept) and kept[-1].span.contains(segment.span)
        if not inside or kept[-1].kind not in _SEARCHED:
            kept.append(segment)
    if not page.segments:
        kept.append(Segment(SegmentKind.PARAGRAPH, Span(0, len(page.text)), "whole"))
    return kept


def _heading(line: str, kind: SegmentKind) -> bool:
    if kind not in (SegmentKind.TITLE, SegmentKind.PARAGRAPH) or "\t" in line:
        return False
    return len(line) < _LONGEST_HEADING and line[-1] not in ".!?:;,…\"”»')]" and not line[0].islower()


def _sources_from(line: str, folded: str) -> int | None:
    """Where in `line` a list of sources begins, or None: after a label such as "Kaynak:"."""
    if not any(label in folded for label in ROLES["source_label"]):
        return None
    begins = _WORD.finditer(line) if ":" in line else filter(None, (_OPENING.match(line),))
    for match in begins:
        label = _LABEL.match(line, match.end())
        word = fold((label.group(1) or label.group(2) or "") if label else "")
        if word and has_role("source_label", word):
            colon = line.find(":", match.end(), match.end() + 60)
            if colon >= 0 or match.end() == 0:
                return match.end()
    return None


def _is_stamp(line: str, segment: Segment) -> bool:
    """Whether a post's first line is nothing but figures, and the post's time is known: it is that time."""
    return segment.kind is SegmentKind.COMMENT and bool(segment.published) and _FIGURES.fullmatch(line) is not None


@once
def blocks_of(page: Page) -> tuple[Block, ...]:
    """The lines of `page` in which facts are looked for, in order."""
    blocks: list[Block] = []
    section = 0
    in_sources = False
    folded = fold_whole(page.text)
    for segment in _outer(page):
        if segment.kind not in _SEARCHED:
            continue
        section += segment.kind is SegmentKind.COMMENT
        in_sources = segment.kind is SegmentKind.SOURCES or (
            in_sources and not page.segments and segment.kind is SegmentKind.PARAGRAPH
        )
        first = True
        for match in re.finditer(r"[^\n]+", page.text[segment.span.start : segment.span.end]):
            line = match.group()
            if not line.strip() or (first and _is_stamp(line, segment)):
                continue
            first = False
            start, end = segment.span.start + match.start(), segment.span.start + match.end()
            section += _heading(line.strip(), segment.kind) and bool(blocks)
            inside = start if in_sources else end
            if not in_sources:
                found = _sources_from(line, folded[start:end])
                inside = end if found is None else start + found
            blocks.append(Block(start, end, segment.kind, section, inside))
    return tuple(blocks)
