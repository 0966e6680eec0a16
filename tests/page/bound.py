"""Documents bound for the tests: DOCX by python-docx and by hand, ODT, EPUB and wiki exports from their parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "style", "table", "meta")
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of `parts`, in their order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document with the given body; `parts` are further parts of its folder (``footnotes``)."""
    made = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
    }
    made |= {f"word/{name}.xml": content.replace("<w:root", f"<w:{name} {_W}", 1) for name, content in parts.items()}
    return zipped(made)


def odt(body: str, *, styles: str = "", meta: str = "", automatic: str = "") -> bytes:
    """An OpenDocument text with the given body."""
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {_ODF} {dc}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {_ODF}>{styles}</office:document-styles>",
        "meta.xml": f"<office:document-meta {_ODF} {dc}><office:meta>{meta}</office:meta></office:document-meta>",
    }
    return zipped(parts)


def epub(chapters: Mapping[str, str], *, meta: str = "", nav: str = "") -> bytes:
    """A book of the given chapters (name → XHTML body)."""
    xhtml = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>'
    items = "".join(f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in chapters)
    refs = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    if nav:
        items += '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        refs = '<itemref idref="nav"/>' + refs
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{meta}</metadata><manifest>{items}</manifest><spine>{refs}</spine></package>"
    )
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": f'{container}full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": package,
    }
    parts |= {f"OEBPS/{name}.xhtml": f"{xhtml}<body>{body}</body></html>" for name, body in chapters.items()}
    if nav:
        parts["OEBPS/nav.xhtml"] = f"{xhtml}<body>{nav}</body></html>"
    return zipped(parts)


def wiki(*pages: tuple[str, str], language: str = "tr") -> str:
    """The export of the given pages (title, wikitext)."""
    made = "".join(
        f"<page><title>{escape(title)}</title><ns>0</ns><id>1</id><revision><id>2</id>"
        f"<timestamp>2020-05-01T10:00:00Z</timestamp><text>{escape(text)}</text></revision></page>"
        for title, text in pages
    )
    space = "http://www.mediawiki.org/xml/export-0.11/"
    return f'<mediawiki xmlns="{space}" version="0.11" xml:lang="{language}"><siteinfo/>{made}</mediawiki>'


def tei(body: str, *, header: str = "", back: str = "") -> str:
    """A TEI P5 document with the given body."""
    head = f"<teiHeader><fileDesc>{header}</fileDesc></teiHeader>" if header else ""
    text = f"<text><body>{body}</body>{f'<back>{back}</back>' if back else ''}</text>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">{head}{text}</TEI>'
