"""One small sound input of every format that is read, to be mutated: made here from made-up sentences."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import zipfile
from pathlib import Path

import zstandard

from .crawl import make_crawl, page, sentence

_SAMPLES = Path(__file__).parent / "samples"
_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OD = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(parts: dict[str, bytes | str], *, stored: bool = False) -> bytes:
    """A ZIP archive of these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=archive.compression)
    return held.getvalue()


def crawl(compressed: bool = True, pages: int = 6) -> bytes:
    """A small web archive."""
    held = io.BytesIO()
    make_crawl(held, pages, compressed=compressed, paragraphs=1)
    return held.getvalue()


def mhtml(html: str | None = None) -> bytes:
    """A page as a browser saves it in one file."""
    import base64
    import quopri

    body = quopri.encodestring((html or page(1, random.Random(5), 2)).encode()).replace(b"\n", b"\r\n")
    picture = base64.encodebytes(b"\x89PNG\r\n\x1a\n" + bytes(300)).replace(b"\n", b"\r\n")
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://defter.example/sayfa\r\nSubject: Defter\r\n"
        b"Date: Sun, 22 Nov 2026 10:00:00 +0300\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--sinir--42--"\r\n\r\n\r\n'
        b"----sinir--42--\r\nContent-Type: text/html; charset=utf-8\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://defter.example/sayfa\r\n\r\n"
        + body
        + b"\r\n----sinir--42--\r\nContent-Type: text/html\r\nContent-Location: cid:frame-2@x\r\n\r\n<p>reklam</p>"
        b"\r\n----sinir--42--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Location: https://defter.example/logo.png\r\n\r\n" + picture + b"\r\n----sinir--42----\r\n"
    )


def wacz() -> bytes:
    """A web archive with its index, as one ZIP archive."""
    return zipped(
        {
            "archive/data.warc.gz": crawl(),
            "indexes/index.cdx": "example,defter)/ 20210301 {}",
            "pages/pages.jsonl": '{"format": "json-pages-1.0"}\n',
            "datapackage.json": '{"profile": "data-package", "wacz_version": "1.1.1"}',
        },
        stored=True,
    )


def _docx(lines: list[str]) -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    package = "http://schemas.openxmlformats.org"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/package/2006/content-types"><Override '
            'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
            'wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{package}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
            "word/document.xml": f'<w:document xmlns:w="{_NS}"><w:body>{body}</w:body></w:document>',
        }
    )


def _odt(lines: list[str]) -> bytes:
    body = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<office:document-content xmlns:office="{_OD}:office:1.0" xmlns:text="{_OD}:text:1.0">'
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        }
    )


def _epub(lines: list[str]) -> bytes:
    chapter = "".join(f"<p>{line}</p>" for line in lines)
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
            "a.opf": '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest>'
            '<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/>'
            "</spine></package>",
            "c.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{chapter}</body></html>',
        }
    )


def _tei(lines: list[str]) -> bytes:
    body = "".join(f"<p>{line}</p>" for line in lines)
    return (
        '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Defter'
        "</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"
        f"<text><body>{body}</body></text></TEI>"
    ).encode()


def _wiki(lines: list[str]) -> bytes:
    text = "\n\n".join(lines)
    pages = "".join(
        f"<page><title>{title}</title><ns>{space}</ns><id>{space}</id><revision><id>1</id>"
        f"<timestamp>2021-03-01T00:00:00Z</timestamp><text>== Defter ==\n''{text}'' [[İskele|iskelede]] "
        "{{Kaynak|ad=x}}</text></revision></page>"
        for title, space in (("Defter", 0), ("Şablon:Kaynak", 10), ("Tartışma:Defter", 1))
    )
    return f'<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="tr">{pages}</mediawiki>'.encode()


def _pdf(lines: list[str]) -> bytes:
    """A PDF of one leaf, with a cross-reference table that fits."""
    plain = [line.encode("ascii", "ignore").decode() for line in lines]
    shown = "\n".join(f"1 0 0 1 60 {760 - 20 * at} Tm ({line}) Tj" for at, line in enumerate(plain))
    stream = f"BT /F1 11 Tf\n{shown}\nET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        "/Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    )
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + end.encode()


def specimens() -> dict[str, bytes]:
    """Name and bytes of each; the ending of the name is that of its format."""
    dice = random.Random(7)
    lines = [sentence(dice) for _ in range(8)]
    html = page(3, dice, 4)
    found = {path.name: path.read_bytes() for path in sorted(_SAMPLES.iterdir()) if path.suffix != ".toml"}
    return found | {
        "defter.html": html.encode(),
        "latin5.html": html.encode("cp1254", "replace"),
        "wide.txt": "\n\n".join(lines).encode("utf-16"),
        "defter.md": ("# Defter\n\n" + "\n\n> ".join(lines)).encode(),
        "defter.docx": _docx(lines),
        "defter.odt": _odt(lines),
        "defter.epub": _epub(lines),
        "defter.tei": _tei(lines),
        "vikidefter.xml": _wiki(lines),
        "vikidefter.xml.bz2": bz2.compress(_wiki(lines)),
        "defter.html.gz": gzip.compress(html.encode(), mtime=0),
        "defter.txt.xz": lzma.compress("\n".join(lines).encode()),
        "defter.pdf": _pdf(lines),
        "crawl.warc.gz": crawl(),
        "crawl.warc": crawl(compressed=False),
        "crawl.warc.zst": zstandard.compress(crawl(compressed=False)),
        "crawl.wacz": wacz(),
        "defter.mhtml": mhtml(),
        "defter.zip": zipped(
            {
                "a/defter.html": html,
                "a/defter_dosyalar/logo.png": b"\x89PNG\r\n\x1a\n",
                "a/defter_dosyalar/reklam.html": "<p>reklam</p>",
                "not.txt": lines[0],
                "icice.zip": zipped({"ic.html": html, "arsiv.warc.gz": crawl(pages=2)}),
                "belge.docx": _docx(lines),
            }
        ),
    }
