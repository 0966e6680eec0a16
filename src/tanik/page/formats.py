"""Which format some bytes are in.

Comes in: the bytes of one input, its name and the media type its carrier declared. Goes out: a `Format`. The bytes
are asked first (a PDF says so in its first line, a ZIP archive by what lies in it, an XML document by its root); what
text looks alike (HTML, Markdown, plain) is told with the help of type and name, by the reader of text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from tanik.errors import NotText
from tanik.page.archive import Archive, open_archive

__all__ = ["Format", "format_of", "opened_format"]


class Format(StrEnum):
    """A format that is read, by its media type."""

    HTML = "text/html"
    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    EPUB = "application/epub+zip"
    TEI = "application/tei+xml"
    MEDIAWIKI = "application/mediawiki+xml"
    WEBVTT = "text/vtt"
    SUBRIP = "application/x-subrip"


# The header may stand anywhere in the first 1,024 bytes (ISO 32000-2, annex I on what readers accept).
_PDF: Final = re.compile(rb"%PDF-\d")
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_PROLOGUE: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--(?:[^-]|-(?!->)){0,4000}-->\s*|<\?[^>]{0,500}\?>\s*"
    r"|<!DOCTYPE\s(?:[^\[>]|\[[^\]]{0,8000}\])*>\s*)*"
)
_ROOT: Final = re.compile(r"<(?:[A-Za-z_][\w.\-]{0,40}:)?(?P<name>[A-Za-z_][\w.\-]{0,60})(?P<rest>[^>]{0,12000})")
# W3C WebVTT 4.1; SubRip has no standard: a number, and below it two times with an arrow.
_WEBVTT: Final = re.compile(r"WEBVTT(?:[ \t\r\n]|\Z)")
_SUBRIP: Final = re.compile(r"\s*\d{1,6}[ \t]*\r?\n\s*\d{1,3}:\d{2}:\d{2},\d{1,3}\s*-->")
_TEI_ROOTS: Final = frozenset(("TEI", "teiCorpus", "TEI.2"))
_OTHER_OFFICE: Final = {
    "xl/workbook.xml": "an Excel workbook; save the sheet that matters as text (CSV) or print it to PDF",
    "ppt/presentation.xml": "a PowerPoint presentation; print it to PDF",
}


def _in_archive(archive: Archive, refuse: Callable[[str], Exception]) -> Format:
    if "mimetype" in archive:
        declared = archive.read("mimetype", limit=4096).decode("ascii", "replace").strip()
        if declared == Format.EPUB:
            return Format.EPUB
        if declared.startswith(Format.ODT):
            return Format.ODT
        if declared.startswith("application/vnd.oasis.opendocument"):
            raise refuse(f"this is an OpenDocument file that is no text ({declared}); print it to PDF")
    if "word/document.xml" in archive or "_rels/.rels" in archive:
        for part, name in _OTHER_OFFICE.items():
            if part in archive:
                raise refuse(f"this is {name}")
        return Format.DOCX
    if "META-INF/container.xml" in archive:
        return Format.EPUB
    if "content.xml" in archive:
        return Format.ODT
    raise refuse("this is a ZIP archive of files, not one document; hand it in to `tanik check`, or unpack it")


def format_of(data: bytes) -> Format | None:
    """The format that the bytes themselves give away, or None if it takes reading them as text.

    Raises `NotText` for an archive that is no document, `PageError` for one that cannot be opened.

    >>> format_of(b"%PDF-1.7 ...").name, format_of("Köprü".encode())
    ('PDF', None)
    """
    if _PDF.search(data, 0, 1024):
        return Format.PDF
    if data.startswith(_ZIP):
        return _in_archive(open_archive(data), NotText)
    return None


def opened_format(text: str) -> Format | None:
    """The format that a text opens as: subtitles by their first lines, XML by its root; None for all others.

    >>> opened_format('<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"/>').name
    'TEI'
    >>> opened_format("WEBVTT - Belgesel\\n").name, opened_format("1\\n00:00:01,000 --> 00:00:02,500\\nMerhaba").name
    ('WEBVTT', 'SUBRIP')
    """
    if _WEBVTT.match(text):
        return Format.WEBVTT
    return Format.SUBRIP if _SUBRIP.match(text) else _xml_format(text)


def _xml_format(text: str) -> Format | None:
    start = _PROLOGUE.match(text)
    root = _ROOT.match(text, start.end() if start else 0)
    if root is None:
        return None
    if root["name"] in _TEI_ROOTS:
        return Format.TEI
    if root["name"] == "document" and "urn:oasis:names:tc:opendocument" in root["rest"]:
        return Format.ODT
    return Format.MEDIAWIKI if root["name"] == "mediawiki" else None
