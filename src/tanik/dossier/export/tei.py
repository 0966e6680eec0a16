"""TEI P5: the whole text of the pages, and beside it everything that was found in it.

Comes in: a dossier. Goes out: one TEI document a page (a ``teiCorpus`` where there are several): the page's text, whole
and in order, in ``ab`` and ``p`` elements with an ``anchor`` wherever something begins or ends; a ``standOff`` that
says what stands between two anchors (dates, amounts, names, sources, quotations, statements); and the apparatus of the
quotations by the double-end-point method (chapter 13 of the Guidelines): the page's words as ``lem``, a witness's as
``rdg``. Facts cross each other, elements cannot: hence anchors. Taken together the text of ``body`` is the page's
text, character for character; only what XML cannot hold is replaced, one for one, by U+FFFD.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tanik.dossier.export.tei_header import write_header
from tanik.dossier.export.tei_parts import TEI, Anchors, safe, under
from tanik.dossier.export.tei_standoff import spans_of, write_standoff
from tanik.dossier.model import Dossier, PageReport
from tanik.page.model import Page, Segment, SegmentKind

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["to_tei"]


def to_tei(dossier: Dossier) -> str:
    """`dossier` as TEI.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> to_tei(made).splitlines()[1][:45]
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><tei'
    """
    from lxml import etree

    if len(dossier.pages) == 1:
        root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
        _document(root, dossier, dossier.pages[0], 1)
    elif not dossier.pages:
        root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
        write_header(root, dossier, None)
        under(under(under(root, "text"), "body"), "ab")
    else:
        root = etree.Element(f"{{{TEI}}}teiCorpus", nsmap={None: TEI})
        write_header(root, dossier, None)
        for number, report in enumerate(dossier.pages, 1):
            _document(under(root, "TEI"), dossier, report, number)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{etree.tostring(root, encoding="unicode")}\n'


def _document(root: _Element, dossier: Dossier, report: PageReport, number: int) -> None:
    anchors = Anchors(f"p{number}")
    write_header(root, dossier, report, prefix=anchors.prefix)
    standoff = under(root, "standOff")
    spans = spans_of(report, dossier)
    for span in spans:
        anchors.add(span)
    write_standoff(standoff, dossier, report, anchors)
    if not len(standoff):
        root.remove(standoff)
    _body(under(under(root, "text"), "body"), report.page, anchors)


def _body(body: _Element, page: Page, anchors: Anchors) -> None:
    """Every segment with what follows it up to the next: no character of the page stands between two elements."""
    segments = _outer(page)
    starts = [segment.span.start for segment in segments]
    if not segments or starts[0] > 0:
        _block(body, page, anchors, (0, starts[0] if starts else len(page.text), None))
    for segment, end in zip(segments, [*starts[1:], len(page.text)][: len(segments)], strict=True):
        _block(body, page, anchors, (segment.span.start, end, segment))


def _outer(page: Page) -> list[Segment]:
    """Segments that stand in no other, in order."""
    chosen: list[Segment] = []
    for segment in sorted(page.segments, key=lambda s: (s.span.start, -s.span.end)):
        if len(segment.span) and (not chosen or segment.span.start >= chosen[-1].span.end):
            chosen.append(segment)
    return chosen


def _block(body: _Element, page: Page, anchors: Anchors, place: tuple[int, int, Segment | None]) -> None:
    start, end, segment = place
    is_plain = segment is None or segment.kind is SegmentKind.PARAGRAPH
    block = under(body, "p" if is_plain else "ab")
    block.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    if segment is not None and not is_plain:
        block.set("type", segment.kind.value)
    last: _Element | None = None
    for cut, after in anchors.cuts(start, end, closing=end == len(page.text)):
        text = safe(page.text[cut:after])
        if anchors.is_at(cut):
            last = under(block, "anchor")
            last.set("{http://www.w3.org/XML/1998/namespace}id", anchors.name(cut))
            last.tail = text
        elif last is None:
            block.text = (block.text or "") + text
        else:
            last.tail = (last.tail or "") + text
