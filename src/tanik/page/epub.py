"""An EPUB read as a person reads it.

Comes in: the bytes of an EPUB 2 or 3. Goes out: a `Reading` of the whole book in the order of its spine. Each part is
XHTML and is laid out as any HTML page (`boxes`); what its elements are comes from their names, from `epub:type` and
from ARIA roles (EPUB Structural Semantics Vocabulary 1.1; DPUB-ARIA 1.1). The page is the printed edition's, where the
book marks its page breaks. EbookLib is under the AGPL; zipfile and lxml do all that is needed.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from lxml import etree

from tanik.errors import EmptyPage, NotText, PageError, TooLarge
from tanik.page.archive import MAX_MEMBER, Archive, open_archive
from tanik.page.blocks import Block, Mark, Preface, assemble
from tanik.page.boxes import Layout, lay_out, parse_html
from tanik.page.decode import decode
from tanik.page.model import Repair, SegmentKind
from tanik.page.office import part, text_at, words_of
from tanik.page.reading import Reading
from tanik.page.xml_tree import Paths, local, parse_xml

__all__ = ["read_epub"]

_NAMES: Final = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_TYPE: Final = "{http://www.idpf.org/2007/ops}type"
_EVENT: Final = "{http://www.idpf.org/2007/opf}event"
_ROLE: Final = "{http://www.idpf.org/2007/opf}role"
_HEADING: Final = re.compile(r"^h([1-6])$")
_NOTE: Final = re.compile(r"\b(?:doc-)?(?:foot|end|rear)notes?\b")
_SOURCES: Final = re.compile(r"\b(?:doc-)?(?:bibliography|biblioentry)\b")
_PLATE: Final = re.compile(r"\b(?:doc-)?(?:toc|landmarks|page-?list|index)\b")
_BREAK: Final = re.compile(r"\b(?:doc-)?pagebreak\b")
_DAY: Final = re.compile(r"^\d{4}(?:-\d\d(?:-\d\d)?)?(?:T\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class _Book:
    """What the package says: the parts in reading order with their properties, and the book's description."""

    parts: tuple[tuple[str, str], ...]
    preface: Preface


def _package(archive: Archive, repairs: list[Repair]) -> tuple[str, etree._Element]:
    if "META-INF/encryption.xml" in archive and b"EncryptedData" in archive.read("META-INF/encryption.xml"):
        listed = archive.read("META-INF/encryption.xml").decode("utf-8", "replace")
        # Fonts are often scrambled; text is only where a book is locked.
        if re.search(r"URI=\"[^\"]+\.x?html?\"", listed):
            raise PageError("the EPUB is locked by its seller (DRM); hand in a copy that is not")
    container = part(archive, "META-INF/container.xml", repairs)
    rootfile = next((one for one in container.iter() if local(one) == "rootfile"), None)
    name = "" if rootfile is None else str(rootfile.get("full-path") or "")
    if not name:
        raise NotText("the EPUB does not say where its contents are; get a whole copy of the file")
    return name, part(archive, name, repairs)


def _book(archive: Archive, repairs: list[Repair]) -> _Book:
    name, package = _package(archive, repairs)
    folder = posixpath.dirname(name)
    items: dict[str, tuple[str, str, str]] = {}
    for item in package.iterfind("opf:manifest/opf:item", _NAMES):
        path = posixpath.normpath(posixpath.join(folder, unquote(str(item.get("href") or ""))))
        items[str(item.get("id"))] = (path, str(item.get("media-type") or ""), str(item.get("properties") or ""))
    spine = [
        items[key]
        for ref in package.iterfind("opf:spine/opf:itemref", _NAMES)
        if (key := str(ref.get("idref"))) in items
    ]
    parts = tuple((path, properties) for path, media, properties in spine if "html" in media or path.endswith("html"))
    meta = package.find("opf:metadata", _NAMES)
    creators = [] if meta is None else meta.findall("dc:creator", _NAMES)
    authors = [words_of(one) for one in creators if one.get(_ROLE) in {None, "aut"}]
    days = [] if meta is None else meta.findall("dc:date", _NAMES)
    stated = [text.strip() for one in days if one.get(_EVENT) in {None, "publication"} and (text := one.text)]
    published = next((found[0] for text in stated if (found := _DAY.match(text))), None)
    language = text_at(meta, "dc:language", _NAMES)
    return _Book(
        parts,
        Preface(
            title=text_at(meta, "dc:title", _NAMES),
            authors=tuple(dict.fromkeys(name for name in authors if name)),
            published=published[:10] if published and published.endswith("T00:00") else published,
            language=(language or "")[:3].split("-")[0].lower() or None,
            sure=True,
        ),
    )


def _tree(text: str, name: str) -> etree._Element | None:
    """The part's tree: XHTML as XML, so that ``<title/>`` swallows nothing; what is not well formed as HTML."""
    try:
        root = parse_xml(text, name)
    except TooLarge:
        raise
    except PageError:
        return parse_html(text)
    for element in root.iter(etree.Element):
        if not isinstance(element.tag, str):
            continue
        element.tag = local(element)
    for entity in [one for one in root.iter() if isinstance(one, etree._Entity)]:
        _resolve(entity)
    return root


def _resolve(entity: etree._Entity) -> None:
    """Put the character in place of a named reference, as HTML knows it."""
    from tanik.page.xml_tree import text_of_entity

    shown = text_of_entity(entity) + (entity.tail or "")
    above, before = entity.getparent(), entity.getprevious()
    if above is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + shown
    else:
        above.text = (above.text or "") + shown
    entity.tail = None
    above.remove(entity)


def _said(element: etree._Element) -> str:
    """What the book says the element is; a part read as HTML keeps the prefix in the attribute's name."""
    return f"{element.get(_TYPE) or element.get('epub:type') or ''} {element.get('role') or ''}"


def _kinds(layout: Layout) -> list[tuple[SegmentKind | None, int, str, int]]:
    """For each element (kind, heading level, rule, the element that decided), inherited from the outside in."""
    found: list[tuple[SegmentKind | None, int, str, int]] = []
    for box, element in enumerate(layout.elements):
        above = found[layout.parents[box]] if layout.parents[box] >= 0 else (None, 0, "epub.paragraph", -1)
        tag = str(element.tag)
        said = _said(element)
        heading = _HEADING.match(tag)
        if above[0] is not None:
            found.append(above)
        elif tag == "nav" or _PLATE.search(said):
            found.append((SegmentKind.BOILERPLATE, 0, "epub.contents", box))
        elif _NOTE.search(said):
            found.append((SegmentKind.SOURCES, 0, "epub.note", box))
        elif _SOURCES.search(said):
            found.append((SegmentKind.SOURCES, 0, "epub.bibliography", box))
        elif tag == "blockquote" or "epigraph" in said:
            found.append((SegmentKind.QUOTATION, 0, "epub.blockquote", box))
        elif heading:
            found.append((None, int(heading[1]), "epub.heading", box))
        else:
            found.append((None, above[1], above[2], above[3]))
    return found


def _breaks(layout: Layout) -> list[tuple[int, str]]:
    """(offset in the layout's text, the printed page that begins there)."""
    found: list[tuple[int, str]] = []
    for box, element in enumerate(layout.elements):
        if _BREAK.search(_said(element)):
            name = element.get("title") or element.get("aria-label") or layout.text_of(box) or element.get("id") or ""
            number = re.search(r"\d+|[ivxlc]+$", str(name).strip(), re.I)
            if number:
                found.append((layout.starts[box], number[0]))
    return found


def _blocks(layout: Layout, name: str, paths: Paths, page: str | None) -> Iterator[Block]:
    """The blocks of one part; runs of one paragraph (verse, a table's row) are one block."""
    kinds, breaks = _kinds(layout), _breaks(layout)
    groups: list[list[int]] = []
    for at, run in enumerate(layout.runs):
        before = layout.runs[at - 1] if at else None
        if before is not None and run.same_paragraph and kinds[run.box] == kinds[before.box]:
            groups[-1].append(at)
        else:
            groups.append([at])
    for group in groups:
        first, last = layout.runs[group[0]], layout.runs[group[-1]]
        kind, level, rule, decided = kinds[first.box]
        path = f"{name}#{paths.of(layout.elements[first.box])}"
        marks: list[Mark] = []
        cuts = [(max(at, first.start), number) for at, number in breaks if at < last.end]
        at_start = [number for at, number in cuts if at <= first.start]
        page = at_start[-1] if at_start else page
        places = [(first.start, page), *[(at, number) for at, number in cuts if at > first.start]]
        for (start, number), end in zip(places, [at for at, _ in places[1:]] + [last.end], strict=True):
            if end > start:
                marks.append(Mark(start - first.start, end - first.start, path, number))
        page = places[-1][1]
        group_of = decided if kind is SegmentKind.QUOTATION else None
        yield Block(layout.text[first.start : last.end], rule, kind, level, tuple(marks), group=group_of)


def read_epub(data: bytes) -> Reading:
    """The text and anatomy of a book in EPUB.

    Raises `PageError` where it is locked or lacks a part, `NotText` where it is damaged, `TooLarge` where it is built
    to be too large, `EmptyPage` without text.
    """
    archive = open_archive(data)
    repairs: list[Repair] = []
    book = _book(archive, repairs)
    blocks: list[Block] = []
    page: str | None = None
    for name, properties in book.parts:
        if name not in archive:
            repairs.append(Repair("missing_part", 1, "a chapter that the book lists is missing; the rest was read"))
            continue
        try:
            found = decode(archive.read(name), limit=MAX_MEMBER)
        except EmptyPage:
            continue
        repairs += found.repairs
        root = _tree(found.text, name)
        if root is None:
            continue
        layout = lay_out(root)
        offset = len(blocks)
        for block in _blocks(layout, name, Paths(root), page):
            kind = SegmentKind.BOILERPLATE if "nav" in properties.split() else block.kind
            group = None if block.group is None else offset * 10_000 + block.group
            blocks.append(Block(block.text, block.rule, kind, 0 if kind else block.level, block.marks, group=group))
        page = next((mark.page for block in reversed(blocks) for mark in reversed(block.marks)), page)
    if not blocks:
        raise EmptyPage("the EPUB has no text (a picture book, or its parts are missing)")
    return assemble(blocks, "epub", book.preface, repairs)
