"""Inputs made to harm, read in a process whose memory is limited.

    python -m tests.page.hostile [NAME…]

prints a line for each: its name, and ``read`` or ``refused``; whatever hangs is ended and told in the same place.
"""

from __future__ import annotations

import gzip
import io
import resource
import sys
import zipfile
from collections.abc import Callable

from .fuzz import TooSlow, examine, examine_guarded, limit_memory
from .specimens import specimens, zipped

Made = tuple[str, bytes | str]
_TEI = "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>"
_DOCUMENT = "word/document.xml"


def _laughs(root: str) -> str:
    """Entities that each name the one before four times: 4 to the power of 30 words."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 4}">' for n in range(1, 30))
    return f'<!DOCTYPE {root} [<!ENTITY a0 "ha">{entities}]>'


def _office() -> dict[str, bytes | str]:
    with zipfile.ZipFile(io.BytesIO(specimens()["defter.docx"])) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _text_node_of_100_mb() -> Made:
    return "a.html", "<html><p>" + "kelime " * 14_300_000


def _text_node_of_24_mb() -> Made:
    return "a.html", "<html><p>" + "kelime " * 3_500_000


def _word_of_24_mb() -> Made:
    return "a.txt", "x" * 24_000_000


def _deep_html() -> Made:
    return "a.html", "<div>" * 500_000 + "son"


def _deep_xml() -> Made:
    return "a.tei", _TEI + "<div>" * 300_000


def _billion_laughs() -> Made:
    return "a.tei", f"{_laughs('TEI')}{_TEI}<p>&a29;</p></body></text></TEI>"


def _billion_laughs_in_docx() -> Made:
    parts = _office()
    parts[_DOCUMENT] = _laughs("w:document") + str(parts[_DOCUMENT]).replace("<w:t>", "<w:t>&a29;", 1)
    return "a.docx", zipped(parts)


def _billion_laughs_in_wiki() -> Made:
    return (
        "a.xml",
        f"{_laughs('mediawiki')}<mediawiki><page><title>&a29;</title><revision><text>x</text></revision></page>",
    )


def _docx_that_unfolds() -> Made:
    return "a.docx", zipped({**_office(), _DOCUMENT: b"<a>" + bytes(400_000_000)})


def _page_that_unfolds() -> Made:
    return "a.html.gz", gzip.compress(b"<p>" + b"a" * 500_000_000, 1)


def _web_archive_that_unfolds() -> Made:
    body = gzip.compress(b"<p>" + bytes(300_000_000), 1)
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + body
    return "a.warc", b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n" % len(block) + block


def _nested_mhtml() -> Made:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b0\r\n\r\n"
    part = b"--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n"
    return "a.mhtml", head + b"".join(part % (number, number + 1) for number in range(3000))


def _header_of_mhtml_without_end() -> Made:
    return "a.mhtml", "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n" + "X: y\r\n" * 1_000_000


def _many_empty_files() -> Made:
    return "a.zip", zipped({f"{number}.txt": b"" for number in range(25_000)})


def _members_that_break_off() -> Made:
    record = b"WARC/1.1\r\nContent-Length: 9\r\n\r\n"
    return "a.warc.gz", b"".join(gzip.compress(record + bytes([n % 256]) * 60)[:-4] for n in range(60_000))


def _lengths_that_lie() -> Made:
    return "a.warc", "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 9000000\r\n\r\n\r\n" * 100_000


def _header_of_a_record_without_end() -> Made:
    return "a.warc", "WARC/1.1\r\n" + "X-Y: z\r\n" * 3_000_000


def _pdf_wider_than_the_earth() -> Made:
    return "a.pdf", specimens()["defter.pdf"].replace(b"1 0 0 1 60 740 Tm", b"99999999 0 0 1 60 740 Tm")


HOSTILE: dict[str, Callable[[], Made]] = {
    made.__name__.strip("_"): made
    for made in (
        *(_text_node_of_100_mb, _text_node_of_24_mb, _word_of_24_mb, _deep_html, _deep_xml, _billion_laughs),
        *(_billion_laughs_in_docx, _billion_laughs_in_wiki, _docx_that_unfolds, _page_that_unfolds),
        *(_web_archive_that_unfolds, _nested_mhtml, _header_of_mhtml_without_end, _many_empty_files),
        *(_members_that_break_off, _lengths_that_lie, _header_of_a_record_without_end, _pdf_wider_than_the_earth),
    )
}


def main() -> None:
    """Read the inputs that are named, or all of them."""
    for name, data in specimens().items():
        examine(name, data)  # tables and parsers are loaded before memory is limited
    for key in sys.argv[1:] or HOSTILE:
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        name, made = HOSTILE[key]()
        data = made.encode() if isinstance(made, str) else made
        del made
        limit_memory()
        try:
            outcome = examine_guarded(name, data)
        except TooSlow:
            outcome = "hanging"
        print(key, outcome, flush=True)


if __name__ == "__main__":
    main()
