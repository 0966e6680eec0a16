"""DOCX: read back by python-docx and by our own reader; differences marked otherwise than by colour; real footnotes."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_UNDERLINE
from lxml import etree

from tanik.dossier.export.docx import to_docx
from tanik.dossier.export.styles import Style
from tanik.dossier.model import Dossier
from tanik.page.read import read

from .hostile import make_hostile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _document(dossier: Dossier, style: Style | None = None) -> Any:
    return docx.Document(BytesIO(to_docx(dossier, style)))


def _part(dossier: Dossier, name: str, style: Style | None = None) -> etree._Element:
    with zipfile.ZipFile(BytesIO(to_docx(dossier, style))) as packed:
        return etree.fromstring(packed.read(name))


def test_it_has_every_quotation_and_finding(sample: Dossier) -> None:
    document = _document(sample)
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    for report in sample.pages:
        for quotation, trace in zip(report.facts.quotations, report.traces, strict=True):
            first = quotation.text.split()[0]
            assert first in (cells if trace is not None and trace.matches else words)
        for statement in report.facts.statements:
            assert statement.text in cells
    assert sum(paragraph.text[:1].isdigit() for paragraph in document.paragraphs) >= len(sample.comparison.findings)


def test_differences_are_marked_without_colour(sample: Dossier) -> None:
    runs = [run for table in _document(sample).tables for row in table.rows[1:] for cell in row.cells
            for paragraph in cell.paragraphs for run in paragraph.runs]  # fmt: skip
    of_sense = {run.text for run in runs if run.bold and run.underline}
    the_same = {run.text for run in runs if run.italic and run.underline == WD_UNDERLINE.DOTTED}
    assert {"45", "25"} <= of_sense
    assert the_same
    assert not of_sense & the_same - {"∅"}


def test_every_side_by_side_has_a_footnote_to_its_witness(sample: Dossier) -> None:
    references = list(_part(sample, "word/document.xml").iter(f"{_W}footnoteReference"))
    notes = {note.get(f"{_W}id"): note for note in _part(sample, "word/footnotes.xml").iter(f"{_W}footnote")}
    assert references
    for reference in references:
        told = "".join(notes[reference.get(f"{_W}id", "")].itertext())
        assert any(witness.id in told for witness in sample.witnesses)
    assert len(notes) == len(references) + 2


@pytest.mark.parametrize(("style", "told"), [
    (Style.ISNAD, "Örnek Konuşmalar, 2/13-14."), (Style.CHICAGO, "2:13–14."), (Style.APA, "(Örnek, 1920, "),
])  # fmt: skip
def test_footnotes_follow_the_style(sample: Dossier, style: Style, told: str) -> None:
    assert told in "".join(_part(sample, "word/footnotes.xml", style).itertext())


def test_our_own_reader_reads_it(sample: Dossier) -> None:
    page = read(to_docx(sample))
    assert "Cemil Örnek" in page.text
    assert sample.pages[0].page.title in page.text  # type: ignore[operator]


def test_its_head_rows_are_repeated_and_its_tables_described(sample: Dossier) -> None:
    root = _part(sample, "word/document.xml")
    tables = list(root.iter(f"{_W}tbl"))
    assert tables
    for table in tables:
        assert table.find(f".//{_W}tblHeader") is not None
        assert table.find(f".//{_W}tblDescription") is not None


@pytest.mark.parametrize("payload", ["<w:p/>", "a\x00\x08b", "\u202egel", "]]>", "{ HYPERLINK x }", "\ud800", "\r\n\t"])
def test_strangers_words_stand_as_words(payload: str) -> None:
    document = _document(make_hostile(payload))
    assert document.tables
    assert not list(document.element.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}hyperlink"))


def test_without_library_and_of_no_pages(unsearched: Dossier, empty: Dossier) -> None:
    assert _document(unsearched).paragraphs
    assert _document(empty).paragraphs[0].text == "Tanık dosyası"
