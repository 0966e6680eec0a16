"""A Word document read as a person reads it.

Comes in: the bytes of a DOCX. Goes out: a `Reading`: paragraphs with what their styles say of them, footnotes after the
paragraph that calls them, reviewers' comments with author and time, headers and footers as boilerplate, deleted text
left out. lxml reads the parts (ECMA-376); python-docx knows no footnotes and opens an archive without bounds. The
leaf's number is Word's own, from where it last broke the pages.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from tanik.page.archive import Archive, open_archive
from tanik.page.blocks import Block, Ink, Preface, assemble
from tanik.page.model import Repair, SegmentKind
from tanik.page.office import kind_of_style, names_of, part, row_block, text_at
from tanik.page.reading import Reading
from tanik.page.xml_tree import Paths, local

__all__ = ["read_docx"]

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES: Final = {
    "w": _WORD[1:-1],
    "dc": "http://purl.org/dc/elements/1.1/",
    "cover": "http://schemas.microsoft.com/office/2006/coverPageProps",
}
_SKIPPED: Final = frozenset(
    ("del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr", "sdtPr", "tblPr", "rt", "commentReference")
)
_MOST_COLUMNS: Final = 63
_BREAKS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "ptab": "\t"}
# Twentieths of a point: a block quotation is set in about a centimetre on the left and some on the right.
_QUOTE_LEFT: Final = 500
_QUOTE_RIGHT: Final = 200


@dataclass(frozen=True, slots=True)
class _Style:
    kind: SegmentKind | None = None
    level: int = 0


@dataclass(slots=True)
class _Writer:
    """The document while it is being read."""

    archive: Archive
    folder: str
    styles: dict[str, _Style]
    repairs: list[Repair]
    paged: bool = False
    leaf: int = 1
    notes: dict[str, list[etree._Element]] = field(default_factory=dict)
    paths: Paths | None = None
    called: list[str] = field(default_factory=list)
    count: dict[str, int] = field(default_factory=lambda: {"footnote": 0, "endnote": 0})
    late: list[Block] = field(default_factory=list)
    boxed: list[etree._Element] = field(default_factory=list)

    def page(self) -> str | None:
        return str(self.leaf) if self.paged else None


def _get(element: etree._Element, name: str) -> str | None:
    value = element.get(f"{_WORD}{name}")
    return None if value is None else str(value)


def _styles(archive: Archive, folder: str, repairs: list[Repair]) -> tuple[dict[str, _Style], str | None]:
    """Style id → what it stands for, and the document's default language."""
    name = f"{folder}styles.xml"
    if name not in archive:
        return {}, None
    root = part(archive, name, repairs)
    found: dict[str, _Style] = {}
    based: dict[str, str] = {}
    for style in root.iterfind("w:style", _NAMES):
        identity = _get(style, "styleId") or ""
        named = style.find("w:name", _NAMES)
        kind, level = kind_of_style("" if named is None else _get(named, "val") or "")
        outline = style.find("w:pPr/w:outlineLvl", _NAMES)
        if kind is None and not level and outline is not None and (_get(outline, "val") or "9") in "012345678":
            level = int(_get(outline, "val") or 0) + 1
        found[identity] = _Style(kind, level)
        above = style.find("w:basedOn", _NAMES)
        if above is not None:
            based[identity] = _get(above, "val") or ""
    for identity, style in list(found.items()):
        above_id, seen = based.get(identity, ""), {identity}
        while style == _Style() and above_id in found and above_id not in seen:
            seen.add(above_id)
            style = found[identity] = found[above_id]  # noqa: PLW2901  (the first ancestor that says anything)
            above_id = based.get(above_id, "")
    language = root.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", _NAMES)
    return found, None if language is None else _get(language, "val")


def _write_run(writer: _Writer, element: etree._Element, ink: Ink, path: str) -> None:
    """Write what `element` and all in it show."""
    for child in element:
        name = local(child)
        if name in _SKIPPED:
            continue
        if name == "t":
            ink.write(child.text)
        elif name in _BREAKS:
            ink.part(_BREAKS[name])
        elif name == "noBreakHyphen":
            ink.write("-")
        elif name == "lastRenderedPageBreak":
            writer.leaf += 1
            ink.at(path, writer.page())
        elif name in {"footnoteReference", "endnoteReference"}:
            ink.write(_call(writer, name.removesuffix("Reference"), child))
        elif name == "txbxContent":
            writer.boxed.append(child)
        elif len(child):
            _write_run(writer, child, ink, path)


def _call(writer: _Writer, kind: str, element: etree._Element) -> str:
    """The mark of a note: its number among the notes that are called."""
    identity = f"{kind}:{_get(element, 'id')}"
    if identity not in writer.notes:
        return ""
    writer.count[kind] += 1
    writer.called.append(identity)
    return f"[{writer.count[kind]}]"


def _paragraph(writer: _Writer, element: etree._Element, paths: Paths) -> Block | None:
    ink = Ink()
    path = paths.of(element)
    ink.at(path, writer.page())
    _write_run(writer, element, ink, path)
    named = element.find("w:pPr/w:pStyle", _NAMES)
    style = writer.styles.get(_get(named, "val") or "", _Style()) if named is not None else _Style()
    outline = element.find("w:pPr/w:outlineLvl", _NAMES)
    level = style.level
    if outline is not None and (_get(outline, "val") or "9") in "012345678":
        level = int(_get(outline, "val") or 0) + 1
    rule = "docx.paragraph" if style.kind is None else f"docx.style_{style.kind}"
    block = ink.block(rule, style.kind, level=level)
    if block is not None and style == _Style() and _is_set_in(element) and len(block.text) > 40:
        return replace(block, kind=SegmentKind.QUOTATION, rule="docx.indented")
    return block


def _is_set_in(element: etree._Element) -> bool:
    """Whether the paragraph is set in on both sides, and no item of a list."""
    setting = element.find("w:pPr/w:ind", _NAMES)
    if setting is None or element.find("w:pPr/w:numPr", _NAMES) is not None:
        return False
    left, right = (
        next((value for name in names if (value := _get(setting, name))), "0")
        for names in (("left", "start"), ("right", "end"))
    )
    return _twips(left) >= _QUOTE_LEFT and _twips(right) >= _QUOTE_RIGHT


def _twips(value: str) -> int:
    return int(value) if value.lstrip("-").isdigit() and len(value) < 9 else 0


def _blocks(writer: _Writer, element: etree._Element, paths: Paths) -> Iterator[Block]:
    """The blocks in `element`, notes after the paragraphs that call them."""
    for child in element:
        name = local(child)
        if name == "p":
            block = _paragraph(writer, child, paths)
            if block is not None:
                yield block
            yield from _called(writer)
            boxed, writer.boxed = writer.boxed, []
            for box in boxed:
                yield from _blocks(writer, box, paths)
        elif name == "tr":
            cells: list[list[Block]] = []
            for cell in child.iter(f"{_WORD}tc"):
                if _row(cell) is child:
                    cells += [list(_blocks(writer, cell, paths)), *([] for _ in range(_columns(cell) - 1))]
            yield from row_block(cells, "docx.row")
        elif name not in _SKIPPED and len(child):
            yield from _blocks(writer, child, paths)


def _columns(cell: etree._Element) -> int:
    """How many columns of its table a cell takes (ISO/IEC 29500-1, 17.4.17 gridSpan)."""
    span = cell.find(f"{_WORD}tcPr/{_WORD}gridSpan")
    value = span.get(f"{_WORD}val", "") if span is not None else ""
    return min(int(value), _MOST_COLUMNS) if value.isdecimal() and int(value) else 1


def _row(cell: etree._Element) -> etree._Element | None:
    above = cell.getparent()
    while above is not None and local(above) != "tr":
        above = above.getparent()
    return above


def _called(writer: _Writer) -> Iterator[Block]:
    """The notes that the last paragraph called; endnotes wait for the end."""
    called, writer.called = writer.called, []
    first = {"footnote": writer.count["footnote"], "endnote": writer.count["endnote"]}
    for identity in reversed(called):
        first[identity.partition(":")[0]] -= 1
    for identity in called:
        kind = identity.partition(":")[0]
        first[kind] += 1
        blocks = [_note(writer, identity, first[kind])]
        for block in blocks:
            if block is not None and kind == "footnote":
                yield block
            elif block is not None:
                writer.late.append(block)


def _note(writer: _Writer, identity: str, number: int) -> Block | None:
    ink = Ink()
    root = writer.notes[identity][0]
    kind = identity.partition(":")[0]
    path = f"{writer.folder}{kind}s.xml#/w:{kind}s/w:{kind}[@w:id='{identity.partition(':')[2]}']"
    ink.at(path, writer.page())
    ink.write(f"[{number}] ")
    for paragraph in root.iter(f"{_WORD}p"):
        _write_run(writer, paragraph, ink, path)
        ink.part("\n")
    return ink.block(f"docx.{kind}", SegmentKind.SOURCES)


def _load_notes(writer: _Writer) -> None:
    for kind in ("footnote", "endnote"):
        name = f"{writer.folder}{kind}s.xml"
        if name not in writer.archive:
            continue
        for note in part(writer.archive, name, writer.repairs).iterfind(f"w:{kind}", _NAMES):
            # Separators are notes too, by their type.
            if _get(note, "type") in {None, "normal"}:
                writer.notes[f"{kind}:{_get(note, 'id')}"] = [note]


def _comments(writer: _Writer) -> Iterator[Block]:
    name = f"{writer.folder}comments.xml"
    if name not in writer.archive:
        return
    root = part(writer.archive, name, writer.repairs)
    paths = Paths(root)
    for comment in root.iterfind("w:comment", _NAMES):
        ink = Ink()
        ink.at(f"{name}#{paths.of(comment)}")
        for paragraph in comment.iter(f"{_WORD}p"):
            _write_run(writer, paragraph, ink, name)
            ink.part("\n")
        block = ink.block("docx.comment", SegmentKind.COMMENT)
        if block is not None:
            time = (_get(comment, "date") or "")[:16]
            yield replace(block, author=_get(comment, "author") or None, published=time or None)


def _edges(writer: _Writer, kind: str) -> Iterator[Block]:
    """Headers or footers, each text once."""
    seen: set[str] = set()
    for name in writer.archive.files():
        if not (name.startswith(f"{writer.folder}{kind}") and name.endswith(".xml")):
            continue
        root = part(writer.archive, name, writer.repairs)
        paths = Paths(root)
        for paragraph in root.iter(f"{_WORD}p"):
            block = _paragraph(writer, paragraph, paths)
            if block is not None and block.text not in seen:
                seen.add(block.text)
                marks = tuple(replace(mark, path=f"{name}#{mark.path}", page=None) for mark in block.marks)
                yield replace(block, kind=SegmentKind.BOILERPLATE, rule=f"docx.{kind}", level=0, marks=marks)


def _main_part(archive: Archive) -> str:
    if "_rels/.rels" in archive:
        for relation in part(archive, "_rels/.rels", []):
            if str(relation.get("Type", "")).endswith("/officeDocument"):
                return posixpath.normpath(str(relation.get("Target", "")).lstrip("/"))
    return "word/document.xml"


def _preface(archive: Archive, language: str | None) -> Preface:
    """Title and authors from the core properties; the day of publication from the cover page, if it has one.

    When a file was made or saved says nothing of when its text was published, so it is not taken for that.
    """
    core = part(archive, "docProps/core.xml", []) if "docProps/core.xml" in archive else None
    published = None
    for name in archive.files():
        if name.startswith("customXml/item") and name.endswith(".xml") and "Props" not in name:
            root = part(archive, name, [])
            day = text_at(root, "cover:PublishDate", _NAMES) if "coverPageProps" in str(root.tag) else None
            published = published or (day or "")[:10] or None
    return Preface(
        title=text_at(core, "dc:title", _NAMES),
        authors=names_of(text_at(core, "dc:creator", _NAMES)),
        published=published,
        language=(text_at(core, "dc:language", _NAMES) or language or "")[:2].lower() or None,
    )


def read_docx(data: bytes) -> Reading:
    """The text and anatomy of a Word document.

    Raises `PageError` where a part is missing, locked, damaged or built to be too large, `EmptyPage` without text.
    """
    archive = open_archive(data)
    main = _main_part(archive)
    folder = f"{posixpath.dirname(main)}/" if posixpath.dirname(main) else ""
    repairs: list[Repair] = []
    root = part(archive, main, repairs)
    styles, language = _styles(archive, folder, repairs)
    paged = next(root.iter(f"{_WORD}lastRenderedPageBreak"), None) is not None
    writer = _Writer(archive, folder, styles, repairs, paged)
    _load_notes(writer)
    start = root.find(".//w:sectPr/w:pgNumType", _NAMES)
    if start is not None and (_get(start, "start") or "").isdigit():
        writer.leaf = int(_get(start, "start") or 1)
    blocks = list(_edges(writer, "header"))
    blocks += _blocks(writer, root, Paths(root))
    blocks += writer.late
    blocks += _comments(writer)
    blocks += _edges(writer, "footer")
    return assemble(blocks, "docx", _preface(archive, language), repairs)
