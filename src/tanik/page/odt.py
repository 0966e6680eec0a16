"""An OpenDocument text read as a person reads it.

Comes in: the bytes of an ODT (the archive), or a flat one (one XML file). Goes out: a `Reading`: paragraphs with what
their styles say of them, notes after the paragraph that calls them, annotations with author and time, headers and
footers as boilerplate, tracked deletions left out (OASIS OpenDocument 1.3, part 3).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from tanik.errors import PageError
from tanik.page.archive import open_archive
from tanik.page.blocks import Block, Ink, Preface, assemble
from tanik.page.model import Repair, SegmentKind
from tanik.page.office import kind_of_style, names_of, part, row_block, text_at
from tanik.page.reading import Reading
from tanik.page.xml_tree import Paths, local, parse_xml

__all__ = ["read_flat_odt", "read_odt"]

_NAMES: Final = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "style", "meta", "table")
} | {"dc": "http://purl.org/dc/elements/1.1/"}
_SKIPPED: Final = frozenset(
    ("tracked-changes", "note", "annotation", "annotation-end", "sequence-decls", "forms", "variable-decls", "title")
)
_INDEXES: Final = frozenset(("table-of-content", "illustration-index", "alphabetical-index", "table-index"))


@dataclass(slots=True)
class _Writer:
    """The document while it is being read."""

    styles: dict[str, tuple[str, str]]
    paged: bool
    prefix: str
    leaf: int = 1
    notes: list[etree._Element] = field(default_factory=list)
    late: list[Block] = field(default_factory=list)
    boxed: list[etree._Element] = field(default_factory=list)

    def page(self) -> str | None:
        return str(self.leaf) if self.paged else None

    def kind(self, name: str) -> tuple[SegmentKind | None, int]:
        """What the style `name` stands for, or the first of those it is based on that stands for anything."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            shown, above = self.styles.get(name, (name, ""))
            found = kind_of_style(shown)
            if found != (None, 0):
                return found
            name = above
        return None, 0


def _get(element: etree._Element, space: str, name: str) -> str:
    return str(element.get(f"{{{_NAMES[space]}}}{name}") or "")


def _styles(*roots: etree._Element | None) -> dict[str, tuple[str, str]]:
    """Style name → (the name people see, the style it is based on)."""
    found: dict[str, tuple[str, str]] = {}
    for root in roots:
        for style in () if root is None else root.iter(f"{{{_NAMES['style']}}}style"):
            name = _get(style, "style", "name")
            found[name] = (_get(style, "style", "display-name") or name, _get(style, "style", "parent-style-name"))
    return found


def _write(writer: _Writer, element: etree._Element, ink: Ink, path: str) -> None:
    ink.write(element.text)
    for child in element:
        name = local(child)
        if name == "s":
            ink.write(" ")
        elif name in {"tab", "line-break"}:
            ink.part("\t" if name == "tab" else "\n")
        elif name == "soft-page-break":
            writer.leaf += 1
            ink.at(path, writer.page())
        elif name in {"note", "annotation"}:
            writer.notes.append(child)
            ink.write(f"[{_citation(child)}]" if name == "note" else None)
        elif name == "text-box":
            writer.boxed.append(child)
        elif name not in _SKIPPED:
            _write(writer, child, ink, path)
        ink.write(child.tail)


def _citation(note: etree._Element) -> str:
    return text_at(note, "text:note-citation", _NAMES) or "*"


def _paragraph(writer: _Writer, element: etree._Element, paths: Paths) -> Block | None:
    ink = Ink()
    path = writer.prefix + paths.of(element)
    ink.at(path, writer.page())
    _write(writer, element, ink, path)
    kind, level = writer.kind(_get(element, "text", "style-name"))
    if local(element) == "h":
        outline = _get(element, "text", "outline-level")
        level = level or (int(outline) if outline.isdigit() and len(outline) < 3 else 1)
    return ink.block("odt.paragraph" if kind is None else f"odt.style_{kind}", kind, level=level)


def _blocks(writer: _Writer, element: etree._Element, paths: Paths) -> Iterator[Block]:
    for child in element:
        name = local(child)
        if name in {"p", "h"}:
            block = _paragraph(writer, child, paths)
            if block is not None:
                yield block
            yield from _asides(writer, paths)
        elif name == "table-row":
            cells = [list(_blocks(writer, cell, paths)) for cell in child]
            yield from row_block(cells, "odt.row")
        elif name in _INDEXES:
            for block in _blocks(writer, child, paths):
                yield replace(block, kind=SegmentKind.BOILERPLATE, rule="odt.index", level=0)
        elif name == "soft-page-break":
            writer.leaf += 1
        elif name not in _SKIPPED:
            yield from _blocks(writer, child, paths)


def _asides(writer: _Writer, paths: Paths) -> Iterator[Block]:
    """The notes and boxes of the last paragraph; endnotes and annotations wait for the end."""
    notes, writer.notes = writer.notes, []
    boxed, writer.boxed = writer.boxed, []
    for note in notes:
        if local(note) == "annotation":
            writer.late += _annotation(writer, note, paths)
            continue
        ink = Ink()
        path = writer.prefix + paths.of(note)
        ink.at(path, writer.page())
        ink.write(f"[{_citation(note)}] ")
        body = note.find("text:note-body", _NAMES)
        for paragraph in () if body is None else body.iter(f"{{{_NAMES['text']}}}p"):
            _write(writer, paragraph, ink, path)
            ink.part("\n")
        end = _get(note, "text", "note-class") == "endnote"
        block = ink.block("odt.endnote" if end else "odt.footnote", SegmentKind.SOURCES)
        if block is not None and end:
            writer.late.append(block)
        elif block is not None:
            yield block
    for box in boxed:
        yield from _blocks(writer, box, paths)


def _annotation(writer: _Writer, note: etree._Element, paths: Paths) -> Iterator[Block]:
    ink = Ink()
    path = writer.prefix + paths.of(note)
    ink.at(path, writer.page())
    for paragraph in note.iter(f"{{{_NAMES['text']}}}p"):
        _write(writer, paragraph, ink, path)
        ink.part("\n")
    block = ink.block("odt.annotation", SegmentKind.COMMENT)
    if block is not None:
        time = (text_at(note, "dc:date", _NAMES) or "")[:16]
        yield replace(block, author=text_at(note, "dc:creator", _NAMES), published=time or None)


def _edges(
    root: etree._Element | None, styles: dict[str, tuple[str, str]], prefix: str
) -> tuple[list[Block], list[Block]]:
    """Headers and footers of all page layouts, each text once."""
    found: tuple[list[Block], list[Block]] = ([], [])
    if root is None:
        return found
    writer, paths = _Writer(styles, paged=False, prefix=prefix), Paths(root)
    seen: set[str] = set()
    for element in root.iter():
        name = local(element)
        if name.startswith(("header", "footer")) and element.tag.startswith(f"{{{_NAMES['style']}}}"):
            for block in _blocks(writer, element, paths):
                if block.text not in seen:
                    seen.add(block.text)
                    foot = name.startswith("footer")
                    rule = "odt.footer" if foot else "odt.header"
                    found[foot].append(replace(block, kind=SegmentKind.BOILERPLATE, rule=rule, level=0))
    return found


@dataclass(frozen=True, slots=True)
class _Parts:
    """The trees of a document, whichever way it is packed; `prefix` opens the paths into its content."""

    content: etree._Element
    styles: etree._Element | None
    meta: etree._Element | None
    prefix: tuple[str, str]


def _reading(parts: _Parts, repairs: list[Repair]) -> Reading:
    body = parts.content.find(".//office:body/office:text", _NAMES)
    if body is None:
        raise PageError("the OpenDocument file has no text in it; print it to PDF and hand that in")
    styles = _styles(parts.styles, parts.content)
    paged = next(body.iter(f"{{{_NAMES['text']}}}soft-page-break"), None) is not None
    writer = _Writer(styles, paged, parts.prefix[0])
    heads, feet = _edges(parts.styles, styles, parts.prefix[1])
    blocks = [*heads, *_blocks(writer, body, Paths(parts.content)), *writer.late, *feet]
    creator = text_at(parts.meta, ".//meta:initial-creator", _NAMES) or text_at(parts.meta, ".//dc:creator", _NAMES)
    preface = Preface(
        title=text_at(parts.meta, ".//dc:title", _NAMES),
        authors=names_of(creator),
        language=(text_at(parts.meta, ".//dc:language", _NAMES) or "")[:2].lower() or None,
    )
    return assemble(blocks, "odt", preface, repairs)


def read_odt(data: bytes) -> Reading:
    """The text and anatomy of an OpenDocument text.

    Raises `PageError` where a part is missing, locked, damaged or built to be too large, `EmptyPage` without text.
    """
    archive = open_archive(data)
    repairs: list[Repair] = []
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise PageError("the document is locked with a password; save a copy without one and hand that in")
    content = part(archive, "content.xml", repairs)
    styles = part(archive, "styles.xml", repairs) if "styles.xml" in archive else None
    meta = part(archive, "meta.xml", repairs) if "meta.xml" in archive else None
    return _reading(_Parts(content, styles, meta, ("content.xml#", "styles.xml#")), repairs)


def read_flat_odt(text: str) -> Reading:
    """The same for a flat document (``.fodt``): one XML file, decoded already."""
    root = parse_xml(text, "the OpenDocument file")
    return _reading(_Parts(root, root, root, ("", "")), [])
