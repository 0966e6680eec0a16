"""A Word document, part by part.

Comes in: text that is fit to be shown. Goes out: paragraphs, tables, marks and footnotes. They are written as the
format has them (ECMA-376, part 1, chapter 17) and put into the library's empty document at the end: the library's own
way, a search through the styles and the tree for every run of letters, took ten seconds for two hundred pages.
Footnotes (17.11), which it does not do at all, are what an editor takes over into a manuscript.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tanik.dossier.display import clean
from tanik.dossier.export.runs import Run

__all__ = ["Cell", "Paper", "Table"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NOTES_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_LOCALES = {"tr": "tr-TR", "en": "en-GB"}
_FIRST_NOTE = 1
_SMALL_POINTS = 9
_TWIPS_A_CM = 567
_EMU_A_TWIP = 635
# What runs are set in; the format wants these in this order (17.3.2).
_BOLD, _ITALIC, _SUPERSCRIPT = "<w:b/>", "<w:i/>", '<w:vertAlign w:val="superscript"/>'
_SMALL = f'<w:sz w:val="{2 * _SMALL_POINTS}"/>'
# The style sets off the first row and the first column; rows are not banded (17.4.55).
_LOOK = '<w:tblLook w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
_MARKS = {"": "", "sense": '<w:b/><w:u w:val="single"/>', "same": '<w:i/><w:u w:val="dotted"/>'}


@dataclass(slots=True)
class Cell:
    """A cell of a table that is being written: its runs."""

    runs: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Table:
    """A table that is being written: the widths of its columns in twips, its description, its rows."""

    widths: Sequence[int]
    described: str
    rows: list[tuple[Cell, ...]] = field(default_factory=list)

    def to_xml(self) -> str:
        """The table; its first row is repeated on every page."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        rows = "".join(self._row(row, is_head=place == 0) for place, row in enumerate(self.rows))
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/>'
            f"{_LOOK}<w:tblDescription w:val={quoteattr(self.described)}/></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, row: tuple[Cell, ...], *, is_head: bool) -> str:
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr><w:p>{"".join(cell.runs)}</w:p></w:tc>'
            for cell, width in zip(row, self.widths, strict=True)
        )
        return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if is_head else ''}{cells}</w:tr>"


def _run(text: str, looks: str = "") -> str:
    """A run of letters; an end of line and a tabulator are signs of their own (17.3.3)."""
    told = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    told = told.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{f"<w:rPr>{looks}</w:rPr>" if looks else ""}<w:t xml:space="preserve">{told}</w:t></w:r>'


def _runs(parts: Iterable[Run]) -> str:
    return "".join(_run(clean(part.text), _ITALIC if part.italic else "") for part in parts)


class Paper:
    """A document that is being written."""

    def __init__(self, lang: str, title: str) -> None:
        import docx

        self._document = docx.Document()
        self._document.core_properties.title = title[:255]
        self._document.core_properties.author = "Tanık"
        self._document.core_properties.language = _LOCALES[lang]
        section = self._document.sections[0]
        margins = int(section.left_margin or 0) + int(section.right_margin or 0)
        self._width = (int(section.page_width or 0) - margins) // _EMU_A_TWIP
        self._body: list[str | Table] = []
        self._notes: list[tuple[Run, ...]] = []
        self._speak(_LOCALES[lang])

    def _speak(self, locale: str) -> None:
        """Tell the word processor the language, or it underlines every word of it."""
        from docx.oxml.ns import qn

        properties = self._document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
        if properties is not None:
            spoken = properties.find(qn("w:lang"))
            if spoken is not None:
                spoken.set(qn("w:val"), locale)

    def heading(self, text: str, level: int) -> None:
        """A heading; level 0 is the title."""
        self._paragraph(_run(" ".join(text.split())), style=f"Heading{level}" if level else "Title")

    def paragraph(self, parts: Iterable[Run]) -> None:
        """A paragraph."""
        self._paragraph(_runs(parts))

    def lead(self, bold: str, text: str) -> None:
        """A paragraph that begins in bold."""
        self._paragraph(_run(bold, _BOLD) + _run(text))

    def small(self, text: str) -> None:
        """A paragraph in small letters."""
        self._paragraph(_run(text, _SMALL))

    def quote(self, text: str) -> None:
        """A quotation set apart."""
        self._paragraph(_run(text), style="Quote")

    def hanging(self, parts: Iterable[Run]) -> None:
        """An entry of a bibliography, its further lines indented."""
        self._paragraph(_runs(parts), f'<w:ind w:left="{_TWIPS_A_CM}" w:hanging="{_TWIPS_A_CM}"/>')

    def _paragraph(self, runs: str, looks: str = "", style: str = "") -> None:
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        properties = f"<w:pPr>{named}{looks}</w:pPr>" if named or looks else ""
        self._body.append(f"<w:p>{properties}{runs}</w:p>")

    def table(self, heads: tuple[str, ...], described: str, shares: tuple[int, ...] = ()) -> Table:
        """A table with a head that is repeated on every page, and words for those who do not see it.

        `shares` are the parts of the page's width that the columns take, by default equal ones.
        """
        parts = shares or (1,) * len(heads)
        table = Table([self._width * part // sum(parts) for part in parts], clean(described))
        table.rows.append(tuple(Cell([_run(head, _BOLD)]) for head in heads))
        self._body += [table, "<w:p/>"]
        return table

    def row(self, table: Table) -> tuple[Cell, ...]:
        """A further row."""
        table.rows.append(tuple(Cell() for _ in table.widths))
        return table.rows[-1]

    def fill(self, cell: Cell, parts: Iterable[Run]) -> None:
        """Add text to a cell."""
        cell.runs.append(_runs(parts))

    def marked(self, cell: Cell, text: str, mark: str) -> None:
        """Add text to a cell, marked ``sense`` or ``same`` where the two sides differ; a gap shows as a sign."""
        cell.runs.append(_run(text or ("∅" if mark else ""), _MARKS[mark]))

    def footnote(self, cell: Cell, parts: tuple[Run, ...]) -> None:
        """Add a footnote to the end of a cell's text."""
        self._notes.append(parts)
        number = len(self._notes) - 1 + _FIRST_NOTE
        cell.runs.append(f'<w:r><w:rPr>{_SUPERSCRIPT}</w:rPr><w:footnoteReference w:id="{number}"/></w:r>')

    def save(self, sink: BytesIO, created: str) -> None:
        """Write the document; `created` (ISO 8601) is when the dossier was made."""
        try:
            when = datetime.fromisoformat(created).astimezone(UTC).replace(tzinfo=None)
        except ValueError:
            when = None
        if when is not None:
            self._document.core_properties.created = when
            self._document.core_properties.modified = when
        self._write_body()
        if self._notes:
            self._write_notes()
        self._document.save(sink)

    def _write_body(self) -> None:
        """Put what was written before the section's own properties, which the format wants last."""
        from docx.oxml.parser import oxml_parser
        from lxml import etree

        written = "".join(part if isinstance(part, str) else part.to_xml() for part in self._body)
        held = etree.fromstring(f'<w:body xmlns:w="{_W}">{written}</w:body>', oxml_parser)
        body = self._document.element.body
        for element in reversed(list(held)):
            body.insert(0, element)

    def _write_notes(self) -> None:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, _footnotes(self._notes), package)
        self._document.part.relate_to(part, _NOTES_RELATION)


def _footnotes(notes: list[tuple[Run, ...]]) -> bytes:
    """The part that holds the footnotes; the two lines that separate them from the text come first."""
    from lxml import etree

    def element(parent: Any, name: str, **attributes: str) -> Any:
        return etree.SubElement(parent, f"{{{_W}}}{name}", {f"{{{_W}}}{k}": v for k, v in attributes.items()})

    root = etree.Element(f"{{{_W}}}footnotes", nsmap={"w": _W})
    for identity, kind in (("-1", "separator"), ("0", "continuationSeparator")):
        held = element(root, "footnote", type=kind, id=identity)
        element(element(element(held, "p"), "r"), kind)
    for number, parts in enumerate(notes, _FIRST_NOTE):
        paragraph = element(element(root, "footnote", id=str(number)), "p")
        mark = element(paragraph, "r")
        element(element(mark, "rPr"), "vertAlign", val="superscript")
        element(mark, "footnoteRef")
        for part in (Run(" "), *parts):
            run = element(paragraph, "r")
            if part.italic:
                element(element(run, "rPr"), "i")
            text = element(run, "t")
            text.text = clean(part.text)
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
