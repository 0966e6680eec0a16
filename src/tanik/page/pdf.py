"""A PDF read as a person reads it.

Comes in: the bytes of a PDF with a text layer. Goes out: a `Reading`: paragraphs in reading order across columns and
leaves, broken words joined, running heads and page numbers as boilerplate, footnotes as sources, and for every line
the leaf and box it stands in. A PDF of pictures alone is refused with what to do about it: Tanık recognises no letters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.errors import EmptyPage
from tanik.page.blocks import Block, Preface, assemble, is_proper_name
from tanik.page.decode import mend
from tanik.page.hyphens import Words
from tanik.page.model import Repair, SegmentKind
from tanik.page.pdf_edges import Edges, find_edges
from tanik.page.pdf_flow import Flow, Sheet, body_size
from tanik.page.pdf_layout import read_regions
from tanik.page.pdf_text import Leaf, open_pdf, read_leaves, stated
from tanik.page.reading import Reading
from tanik.page.vocabulary import is_sources

__all__ = ["read_pdf"]

_TITLE_LONGEST: Final = 250
_PROSE: Final = 120
_FILE_NAME: Final = re.compile(
    r"\.(?:docx?|odt|indd|qxd|pdf|rtf|pmd|tex|dvi)\b|^(?:microsoft word|untitled|ads[iı]z|belge\d|document\d)", re.I
)
_JOINED: Final = "words broken at the end of a printed line; joined"


def _mended(leaves: Sequence[Leaf]) -> tuple[list[Leaf], tuple[Repair, ...]]:
    """The leaves with the letters their fonts stand for; a font's fault shows only over the whole text."""
    whole, repairs = mend("\n".join(piece.text for leaf in leaves for piece in leaf.pieces))
    if not repairs:
        return list(leaves), ()
    lines = iter(whole.split("\n"))
    mended = [replace(leaf, pieces=tuple(replace(piece, text=next(lines)) for piece in leaf.pieces)) for leaf in leaves]
    return mended, repairs


def _pages(leaves: Sequence[Leaf], edges: Sequence[Edges]) -> list[str]:
    """What a citation calls each leaf: the number printed on it, else the file's own label, else its place.

    A leaf without a number between two that count on (a plate, the opening of a chapter) is counted with them.
    """
    printed = [edge.number for edge in edges]
    pages: list[str] = []
    for at, leaf in enumerate(leaves):
        own = printed[at]
        if own is None:
            near = [
                int(number) - other
                for other in (_nearest(printed, at, -1), _nearest(printed, at, 1))
                if other is not None and (number := printed[other]) is not None and number.isdigit()
            ]
            shift = near[0] if near and (len(near) == 1 or near[0] == near[1]) else None
            own = str(at + shift) if shift is not None and at + shift > 0 and len(near) == 2 else None
        pages.append(own or leaf.label or str(leaf.number))
    return pages


def _nearest(printed: Sequence[str | None], at: int, step: int) -> int | None:
    at += step
    while 0 <= at < len(printed):
        if printed[at] is not None:
            return at
        at += step
    return None


def _with_title(blocks: list[Block], title: str | None, leaves: int) -> list[Block]:
    """The blocks with the title marked: the largest type near the beginning, unless the file states a title.

    Only the first blocks are asked, so that a chapter's heading is not the title of the book.
    """
    near: list[int] = []
    for at, block in enumerate(blocks[: 12 if leaves > 1 else 8]):
        if block.level == 1 and block.kind is None and not is_sources(block.text):
            near.append(at)
        elif block.kind is None and len(block.text) > _PROSE:
            break
    if title or not near:
        return blocks
    # The first leaf that has any: slides set their titles larger than a deck its own.
    near = [at for at in near if blocks[at].marks[0].path == blocks[near[0]].marks[0].path]
    best = max(near, key=lambda at: (blocks[at].size, -at))
    if len(blocks[best].text) <= _TITLE_LONGEST:
        blocks[best] = replace(blocks[best], kind=SegmentKind.TITLE, rule="pdf.largest")
    return blocks


def read_pdf(data: bytes) -> Reading:
    """The text and anatomy of a PDF.

    Raises `PageError` if it is locked, `NotText` if it is damaged, `TooLarge` if it is no size to read, and `EmptyPage`
    if it has no text layer.
    """
    pdf = open_pdf(data)
    try:
        leaves, repairs = _mended(list(read_leaves(pdf)))
        title, author = stated(pdf, "Title"), stated(pdf, "Author")
    finally:
        pdf.close()
    if not any(leaf.pieces for leaf in leaves):
        count = "one leaf" if len(leaves) == 1 else f"{len(leaves)} leaves"
        raise EmptyPage(
            f"the PDF has {count} but no text layer (a scan, or drawings); run character recognition over it "
            "(OCRmyPDF does it) and hand in the result"
        )
    edges = find_edges(leaves)
    pages = _pages(leaves, edges)
    sheets = [
        Sheet(leaf.number, page, tuple(read_regions(edge.body)), edge.head, edge.foot)
        for leaf, edge, page in zip(leaves, edges, pages, strict=True)
    ]
    size = body_size(sheets)
    words = Words(line.text for sheet in sheets for region in sheet.regions for line in region.lines)
    flow = Flow(size, words)
    for sheet in sheets:
        flow.sheet(sheet)
    if title and (_FILE_NAME.search(title) or not any(char.isalpha() for char in title)):
        title = None
    authors = tuple(name for name in re.split(r"\s*[;,&]\s*", author or "") if is_proper_name(name))
    blocks = _with_title(flow.finish(), title, len(leaves))
    joined = (Repair("hyphenation", flow.joined, _JOINED),) if flow.joined else ()
    return assemble(blocks, "pdf", Preface(title, authors), (*repairs, *joined))
