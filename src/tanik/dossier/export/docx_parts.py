"""A Word document, part by part.

Comes in: text that is fit to be shown. Goes out: paragraphs, tables, marks and footnotes. Footnotes are written as the
format has them (ECMA-376, part 1, 17.11), which the library at hand does not do: they are what an editor takes over
into a manuscript.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tanik.dossier.display import clean
from tanik.dossier.export.runs import Run

if TYPE_CHECKING:
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

__all__ = ["Paper"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NOTES_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_LOCALES = {"tr": "tr-TR", "en": "en-GB"}
_FIRST_NOTE = 1
_SMALL_POINTS = 9


class Paper:
    """A document that is being written."""

    def __init__(self, lang: str, title: str) -> None:
        import docx

        self._document = docx.Document()
        self._document.core_properties.title = title[:255]
        self._document.core_properties.author = "Tanık"
        self._document.core_properties.language = _LOCALES[lang]
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
        self._document.add_heading(" ".join(text.split()), level)

    def paragraph(self, parts: Iterable[Run]) -> None:
        """A paragraph."""
        self._put(self._document.add_paragraph(), parts)

    def lead(self, bold: str, text: str) -> None:
        """A paragraph that begins in bold."""
        paragraph = self._document.add_paragraph()
        paragraph.add_run(bold).bold = True
        paragraph.add_run(text)

    def small(self, text: str) -> None:
        """A paragraph in small letters."""
        from docx.shared import Pt

        self._document.add_paragraph().add_run(text).font.size = Pt(_SMALL_POINTS)

    def quote(self, text: str) -> None:
        """A quotation set apart."""
        self._document.add_paragraph(text, style="Quote")

    def hanging(self, parts: Iterable[Run]) -> None:
        """An entry of a bibliography, its further lines indented."""
        from docx.shared import Cm

        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.left_indent = Cm(1)
        paragraph.paragraph_format.first_line_indent = Cm(-1)
        self._put(paragraph, parts)

    def table(self, heads: tuple[str, ...], described: str, shares: tuple[int, ...] = ()) -> Table:
        """A table with a head that is repeated on every page, and words for those who do not see it.

        `shares` are the parts of the page's width that the columns take.
        """
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn
        from docx.shared import Emu

        table: Table = self._document.add_table(rows=1, cols=len(heads), style="Table Grid")
        width = sum(int(column.width or 0) for column in table.columns)
        for column, share in zip(table.columns, shares, strict=False):
            column.width = Emu(width * share // sum(shares))
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            cell.paragraphs[0].add_run(head).bold = True
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        description: Any = OxmlElement("w:tblDescription")
        description.set(qn("w:val"), described)
        table._tbl.tblPr.append(description)
        self._document.add_paragraph()
        return table

    def row(self, table: Table) -> tuple[_Cell, ...]:
        """A further row."""
        return tuple(table.add_row().cells)  # type: ignore[no-untyped-call, unused-ignore]

    def fill(self, cell: _Cell, parts: Iterable[Run]) -> None:
        """Add text to a cell."""
        self._put(cell.paragraphs[0], parts)

    def marked(self, cell: _Cell, text: str, mark: str) -> None:
        """Add text to a cell, marked ``sense`` or ``same`` where the two sides differ; a gap shows as a sign."""
        from docx.enum.text import WD_UNDERLINE

        run = cell.paragraphs[0].add_run(text or ("∅" if mark else ""))
        if mark == "sense":
            run.bold = True
            run.underline = True
        elif mark == "same":
            run.italic = True
            run.underline = WD_UNDERLINE.DOTTED

    def footnote(self, cell: _Cell, parts: tuple[Run, ...]) -> None:
        """Add a footnote to the end of a cell's text."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._notes.append(parts)
        run = cell.paragraphs[0].add_run()
        run.font.superscript = True
        reference: Any = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self._notes) - 1 + _FIRST_NOTE))
        run._r.append(reference)

    def save(self, sink: BytesIO, created: str) -> None:
        """Write the document; `created` (ISO 8601) is when the dossier was made."""
        try:
            when = datetime.fromisoformat(created).astimezone(UTC).replace(tzinfo=None)
        except ValueError:
            when = None
        if when is not None:
            self._document.core_properties.created = when
            self._document.core_properties.modified = when
        if self._notes:
            self._write_notes()
        self._document.save(sink)

    def _write_notes(self) -> None:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        package = self._document.part.package
        part = Part(PackURI("/word/footnotes.xml"), _NOTES_TYPE, _footnotes(self._notes), package)
        self._document.part.relate_to(part, _NOTES_RELATION)

    @staticmethod
    def _put(paragraph: Paragraph, parts: Iterable[Run]) -> None:
        for part in parts:
            run = paragraph.add_run(clean(part.text))
            if part.italic:
                run.italic = True


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
