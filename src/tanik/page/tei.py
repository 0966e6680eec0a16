"""A TEI document read as a person reads it.

Comes in: the decoded text of a TEI P5 (or P4) document. Goes out: a `Reading`: title, authors and date from its header,
its text with divisions, quotations, verse, notes after the paragraph that calls them, bibliographies, and for each
stretch its XPath and the page that the last `pb` names. Where the encoder gives two forms (`choice`, `app`), the one
that the source has is read (`sic`, `orig`, `abbr`, `lem`); what was
deleted is left out (TEI Guidelines, chapters 3, 4, 11, 12).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from tanik.page.blocks import Block, Ink, Preface, assemble
from tanik.page.model import SegmentKind
from tanik.page.reading import Reading
from tanik.page.xml_tree import Paths, local, parse_xml, text_of_entity

__all__ = ["read_tei"]

# Elements that hold words and no blocks of their own, as a rule.
_LEAVES: Final = frozenset(
    {"p", "ab", "head", "l", "item", "label", "cell", "salute", "signed", "dateline", "byline", "docAuthor", "docDate"}
    | {"docImprint", "titlePart", "trailer", "stage", "speaker", "bibl", "biblStruct", "fw", "figDesc"}
)
_SET_OFF: Final = frozenset(
    ("lg", "opener", "closer", "epigraph", "argument", "note", "q", "quote", "said", "cit", "postscript", "row")
)
_PROSE: Final = _LEAVES | _SET_OFF
_KINDS: Final = {
    "byline": SegmentKind.BYLINE,
    "docAuthor": SegmentKind.BYLINE,
    "docDate": SegmentKind.BYLINE,
    "fw": SegmentKind.BOILERPLATE,
    "signed": SegmentKind.SIGNATURE,
    "bibl": SegmentKind.SOURCES,
    "biblStruct": SegmentKind.SOURCES,
}
_QUOTES: Final = frozenset(("quote", "q", "floatingText", "cit", "epigraph", "said"))
_LISTS: Final = frozenset(("listBibl",))
_HIDDEN: Final = frozenset(
    ("corr", "reg", "expan", "rdg", "del", "teiHeader", "facsimile", "surplus", "figDesc", "graphic")
)
_LIVED: Final = re.compile(r",?\s*\(?\d{4}\s*[-–]\s*(?:\d{4})?\)?$")
_DAY: Final = re.compile(r"^-?\d{4}(?:-\d\d(?:-\d\d)?)?(?:T[\d:]+)?$")
_FIRST_PAGE: Final = re.compile(r"^\W*(?:p|s|pp|page|sayfa)?\W*", re.I)


@dataclass(slots=True)
class _Writer:
    """The text while it is being read."""

    paths: Paths
    page: str | None = None
    notes: list[etree._Element] = field(default_factory=list)
    count: int = 0

    def turn(self, element: etree._Element) -> None:
        """A page break: what follows stands on the page it names."""
        name = str(element.get("n") or "").strip()
        self.page = _FIRST_PAGE.sub("", name) or name or None


def _language(element: etree._Element) -> str | None:
    value = element.get("{http://www.w3.org/XML/1998/namespace}lang") or element.get("lang")
    return str(value)[:3].split("-")[0].lower() if value else None


def _holds_blocks(element: etree._Element) -> bool:
    """Whether a quotation is set off, with paragraphs or verse of its own, or stands inside a line."""
    return any(local(child) in {"p", "ab", "lg", "l", "div", "quote", "list", "body", "head"} for child in element)


def _write(writer: _Writer, element: etree._Element, ink: Ink) -> None:
    ink.write(element.text)
    for child in element:
        name = local(child)
        if not name:
            ink.write(text_of_entity(child))
        elif name == "pb":
            writer.turn(child)
            ink.at(writer.paths.of(element), writer.page)
            if child.get("break") != "no":
                ink.write(" ")
        elif name == "lb":
            if child.get("break") != "no":
                ink.write(" ")
        elif name == "note":
            writer.notes.append(child)
            writer.count += 1
            ink.write(f"[{child.get('n') or writer.count}]")
        elif name == "gap":
            ink.write("[…]")
        elif name in {"l", "row", "item", "p"} and len(ink.pieces):
            ink.part("\n")
            _write(writer, child, ink)
            ink.part("\n")
        elif name == "cell":
            ink.part("\t")
            _write(writer, child, ink)
        elif name not in _HIDDEN:
            _write(writer, child, ink)
        ink.write(child.tail)


def _block(writer: _Writer, element: etree._Element, kind: SegmentKind | None, level: int = 0) -> Iterator[Block]:
    """The element's words as one block, then the notes it calls."""
    ink = Ink()
    ink.at(writer.paths.of(element), writer.page)
    _write(writer, element, ink)
    name = local(element)
    block = ink.block(f"tei.{name}", kind, level=level)
    if block is not None:
        yield replace(block, language=_language(element))
    notes, writer.notes = writer.notes, []
    for note in notes:
        yield from _note(writer, note)


def _note(writer: _Writer, note: etree._Element) -> Iterator[Block]:
    ink = Ink()
    ink.at(writer.paths.of(note), writer.page)
    number = note.get("n") or str(writer.count)
    ink.write(f"[{number}] ")
    held, writer.notes = writer.notes, []
    _write(writer, note, ink)
    inner, writer.notes = writer.notes, held
    block = ink.block("tei.note", SegmentKind.SOURCES)
    if block is not None:
        yield block
    for other in inner:
        yield from _note(writer, other)


def _blocks(writer: _Writer, element: etree._Element, kind: SegmentKind | None, depth: int) -> Iterator[Block]:
    """The blocks in `element`; `kind` is what stands around them says they are, `depth` how deep its division is."""
    for child in element:
        name = local(child)
        if name == "pb":
            writer.turn(child)
        elif name in _HIDDEN or not name:
            pass
        elif name == "note":
            writer.count += 1
            yield from _note(writer, child)
        elif name == "head":
            yield from _block(writer, child, kind, 0 if kind else max(depth, 1))
        elif name in _QUOTES and (name != "q" or _holds_blocks(child)):
            yield from _quotation(writer, child, depth)
        elif name in {"lg", "row"} and not any(local(part) == "lg" for part in child):
            yield from _block(writer, child, kind)
        elif name in _LISTS:
            yield from _blocks(writer, child, SegmentKind.SOURCES, depth)
        elif name in _LEAVES and not any(local(part) in {"p", "list", "lg", "floatingText"} for part in child):
            yield from _paragraph(writer, child, kind or _KINDS.get(name), depth)
        else:
            yield from _loose(writer, child, kind, depth + name.startswith("div"))


def _paragraph(writer: _Writer, element: etree._Element, kind: SegmentKind | None, depth: int) -> Iterator[Block]:
    """A paragraph; one that is nothing but a quotation set off is that quotation."""
    inner = [child for child in element if local(child) in {"quote", "cit", "floatingText"}]
    alone = len(element) == len(inner) == 1 and not (element.text or "").strip() and not (inner[0].tail or "").strip()
    if inner and (alone or _holds_blocks(inner[0])):
        yield from _loose(writer, element, kind, depth)
    else:
        yield from _block(writer, element, kind)


def _loose(writer: _Writer, element: etree._Element, kind: SegmentKind | None, depth: int) -> Iterator[Block]:
    """An element that holds blocks; words that stand in it beside them are blocks too."""
    loose = [child for child in element if local(child) in _PROSE or len(child)]
    if not loose:
        yield from _block(writer, element, kind)
        return
    if (element.text or "").strip():
        ink = Ink()
        ink.at(writer.paths.of(element), writer.page)
        ink.write(element.text)
        first = ink.block(f"tei.{local(element)}", kind)
        if first is not None:
            yield first
    for block in _blocks(writer, element, kind, depth):
        yield replace(block, language=block.language or _language(element))
    for child in element:
        if (child.tail or "").strip():
            ink = Ink()
            ink.at(writer.paths.of(element), writer.page)
            ink.write(child.tail)
            tail = ink.block(f"tei.{local(element)}", kind)
            if tail is not None:
                yield tail


def _quotation(writer: _Writer, element: etree._Element, depth: int) -> Iterator[Block]:
    """A quotation set off, as one segment, with the speaker its `who` or its `bibl` names."""
    who = element.get("who")
    author = None if not who or str(who).startswith("#") else str(who)
    inner = element if _holds_blocks(element) or local(element) in {"cit", "floatingText", "epigraph"} else None
    blocks = list(
        _blocks(writer, element, SegmentKind.QUOTATION, depth)
        if inner is not None and len(element)
        else _block(writer, element, SegmentKind.QUOTATION)
    )
    for block in blocks:
        if block.kind is SegmentKind.QUOTATION and block.rule in {"tei.bibl", "tei.biblStruct"}:
            yield replace(block, kind=SegmentKind.SOURCES)
        elif block.kind is SegmentKind.QUOTATION:
            yield replace(block, author=author, language=block.language or _language(element))
        else:
            yield block


def _words(element: etree._Element | None) -> str | None:
    if element is None:
        return None
    ink = Ink()
    for piece in element.itertext():
        ink.write(str(piece))
    return "".join(ink.pieces) or None


def _when(element: etree._Element | None) -> str | None:
    """The day an element of the header gives, if it gives one in ISO form."""
    if element is None:
        return None
    for value in (element.get("when"), element.get("when-iso"), element.get("notBefore"), element.text):
        if value and _DAY.match(str(value).strip()):
            return str(value).strip()[:16]
    return None


def _name_of(element: etree._Element) -> str | None:
    """An author's name, forename first."""
    parts = {local(child): _words(child) for name in element.iter() for child in name if local(child)}
    if parts.get("surname"):
        return " ".join(filter(None, (parts.get("forename"), parts["surname"])))
    for child in element.iter():
        if local(child) in {"persName", "name"}:
            return _words(child)
    return _LIVED.sub("", _words(element) or "") or None


def _find(root: etree._Element, *path: str) -> list[etree._Element]:
    """Elements below `root` by local names, so that P4 and P5 are read alike."""
    found = [root]
    for step in path:
        found = [
            child for element in found for child in element.iter() if child is not element and local(child) == step
        ]
    return found


def _preface(root: etree._Element) -> Preface:
    headers = [child for child in root.iter() if local(child) == "teiHeader"][:1]
    if not headers:
        return Preface(language=_language(root))
    header = headers[0]
    titles = _find(header, "titleStmt", "title")
    main = [title for title in titles if title.get("type") in {"main", None}] or titles
    days = [*_find(header, "publicationStmt", "date"), *_find(header, "sourceDesc", "date")]
    authors = [_name_of(author) for author in _find(header, "titleStmt", "author")]
    languages = [str(one.get("ident") or "") for one in _find(header, "langUsage", "language")]
    return Preface(
        title=_words(main[0]) if main else None,
        authors=tuple(dict.fromkeys(name for name in authors if name)),
        published=next((day for one in days if (day := _when(one))), None),
        language=_language(root) or (languages[0][:2].lower() or None if languages else None),
        sure=True,
    )


def read_tei(text: str) -> Reading:
    """The text and anatomy of a TEI document. Raises `PageError` where it is no sound XML, `EmptyPage` without text.

    >>> page = read_tei('<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Köprü</title>'
    ...     '</titleStmt></fileDesc></teiHeader><text><body><pb n="12"/><p>Taştan <pb n="13"/>yapıldı.</p></body>'
    ...     '</text></TEI>')
    >>> page.title, [(mark.span.of(page.text), mark.page) for mark in page.landmarks]
    ('Köprü', [('Taştan ', '12'), ('yapıldı.', '13')])
    """
    root = parse_xml(text, "the TEI document")
    writer = _Writer(Paths(root))
    blocks = list(_blocks(writer, root, None, 0))
    return assemble(blocks, "tei", _preface(root), ())
