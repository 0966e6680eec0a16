"""Writes a web archive as a crawl leaves it, and says what must become of each of its records.

The pages are made up word by word from the lists below. Sound records are written by warcio, so that the reader is
measured on another's writing; the damaged ones are cut and patched by hand. Everything follows from the seed.
"""

from __future__ import annotations

import gzip
import io
import random
import zlib
from collections import Counter
from typing import BinaryIO

import brotli
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

_WHO = ("İskele memuru Rıza", "Öğretmen Şükrüye", "Değirmenci Ömer", "Kâtip Ağazade", "Ulak İlyas", "Hekim Çağla")
_DID = ("gönderdi", "istedi", "teslim aldı", "saydı", "ölçtü", "reddetti")
_WHAT = ("{n} çuval arpa", "{n} sandık çivi", "{n} top bez", "{n} kile buğday", "{n} teneke gazyağı", "{n} arşın kumaş")
_WHERE = ("Yeşilırmak kıyısında", "Karşıyaka iskelesinde", "eski değirmende", "Çınarlı köyünde", "hanın avlusunda")
_DATE = "2021-03-0{day}T0{hour}:15:30Z"
_CHARSETS = ("utf-8", "windows-1254", "iso-8859-9", "utf-8", "utf-16")
_CODINGS = ("", "gzip", "br", "zstd", "deflate", "raw-deflate")


def sentence(dice: random.Random) -> str:
    """A sentence of the crawl's own world."""
    what = dice.choice(_WHAT).format(n=dice.randint(2, 900))
    return f"{dice.choice(_WHO)} {dice.randint(1905, 1930)} yılında {dice.choice(_WHERE)} {what} {dice.choice(_DID)}."


def page(number: int, dice: random.Random, paragraphs: int = 12) -> str:
    """An HTML page that names itself ``sayfa-NUMBER``."""
    body = "\n".join(f"<p>{' '.join(sentence(dice) for _ in range(5))}</p>" for _ in range(paragraphs))
    menu = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("anasayfa", "iletişim", "arşiv"))
    return (
        f"<!doctype html><html lang=tr><head><title>Defter sayfa-{number}</title></head><body><ul>{menu}</ul>"
        f"<h1>Defter sayfa-{number}</h1>{body}<footer>Bütün hakları saklıdır</footer></body></html>"
    )


def _packed(body: bytes, coding: str) -> bytes:
    if coding == "gzip":
        return gzip.compress(body, mtime=0)
    if coding == "br":
        return brotli.compress(body, quality=4)
    if coding == "zstd":
        return zstandard.compress(body)
    if coding == "deflate":
        return zlib.compress(body)
    if coding == "raw-deflate":
        return zlib.compress(body)[2:-4]
    return body


def _chunked(body: bytes) -> bytes:
    steps = (body[at : at + 1000] for at in range(0, len(body), 1000))
    return b"".join(b"%x;x=1\r\n%b\r\n" % (len(step), step) for step in steps) + b"0\r\n\r\n"


class _Crawl:
    def __init__(self, out: BinaryIO, seed: int, compressed: bool) -> None:
        self.out, self.compressed = out, compressed
        self.dice = random.Random(seed)
        self.expected: Counter[str] = Counter()
        self.number = 0
        self._write(WARCWriter.create_warcinfo_record, "crawl.warc.gz", {"software": "tests"})
        self.expected["archive_record"] += 1

    def _write(self, make, *words, **named) -> bytes:  # type: ignore[no-untyped-def]
        held = io.BytesIO()
        writer = WARCWriter(held, gzip=self.compressed)
        writer.write_record(make(writer, *words, **named))
        self.out.write(held.getvalue())
        return held.getvalue()

    def record(
        self, kind: str, body: bytes, *, http: str = "", headers: tuple = (), about: dict | None = None
    ) -> bytes:
        """One record at a fresh address; its bytes are returned as well."""
        self.number += 1
        uri = (about or {}).pop("uri", f"https://defter.example/{self.number}")
        date = _DATE.format(day=1 + self.number % 9, hour=self.number % 10)
        lines = StatusAndHeaders(http, list(headers), protocol="HTTP/1.1") if http else None
        return self._write(
            WARCWriter.create_warc_record,
            uri,
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=lines,
            warc_headers_dict={"WARC-Date": date, **(about or {})},
        )

    def page(self, paragraphs: int, about: dict | None = None, status: str = "200 OK") -> bytes:
        """A page that must be read, in the next charset and coding in turn."""
        at = self.expected["read"]
        charset, coding = _CHARSETS[at % len(_CHARSETS)], _CODINGS[at % len(_CODINGS)]
        text = page(at, self.dice, paragraphs)
        body = _packed(text.encode(charset), coding)
        headers = [("Content-Type", f"text/html; charset={charset}")]
        if coding:
            headers.append(("Content-Encoding", coding.removeprefix("raw-")))
        if at % 3 == 1:
            headers.append(("Transfer-Encoding", "chunked"))
            body = _chunked(body)
        else:
            headers.append(("Content-Length", str(len(body))))
        self.expected["read"] += 1
        return self.record("response", body, http=status, headers=tuple(headers), about=about)

    def other(self, key: str, kind: str, body: bytes = b"x", http: str = "", headers: tuple = (), **about: str) -> None:
        """A record that is no page, and what must be said of it."""
        self.record(kind, body, http=http, headers=headers, about=dict(about))
        self.expected[key] += 1


def make_crawl(
    out: BinaryIO,
    pages: int = 1000,
    *,
    seed: int = 1337,
    compressed: bool = True,
    paragraphs: int = 12,
    damaged: bool = True,
) -> Counter[str]:
    """Write the archive to `out`; how many records must come out under which head (``read``, a reason, …)."""
    crawl = _Crawl(out, seed, compressed)
    for number in range(pages):
        if number == pages // 2 and damaged:
            _damage(crawl, paragraphs)
        crawl.page(paragraphs, {"WARC-Truncated": "length"} if number % 200 == 7 else None)
        crawl.other("request", "request", http="GET / HTTP/1.1", headers=(("Host", "defter.example"),))
        _beside(crawl, number)
    return crawl.expected


_HTML = (("Content-Type", "text/html"),)


def _beside(crawl: _Crawl, number: int) -> None:
    """What stands between the pages of a crawl."""
    ok = "200 OK"
    if number % 10 == 0:
        crawl.other("image", "response", b"\x89PNG\r\n\x1a\n" + bytes(3000), ok, (("Content-Type", "image/png"),))
    if number % 12 == 1:
        crawl.other("redirect", "response", b"", "301 Moved", (("Location", "/1"), *_HTML))
    if number % 15 == 2:
        crawl.other("http_error", "response", b"<p>yok</p>", "404 Not Found", _HTML)
    if number % 40 == 3:
        crawl.other("http_error", "response", b"", "503 Busy", _HTML)
    if number % 25 == 4:
        crawl.other("style_or_script", "response", b"p{}", ok, (("Content-Type", "text/css"),))
    if number % 25 == 5:
        crawl.other("not_page", "response", b"{}", ok, (("Content-Type", "application/json; charset=utf-8"),))
    if number % 30 == 6:
        crawl.other("revisit", "revisit", b"", ok, _HTML)
    if number % 50 == 7:
        crawl.other("metadata", "metadata", b"via: x")
    if number % 100 == 8:
        crawl.other(
            "not_http", "response", b"20210301 10.0.0.1", uri="dns:defter.example", **{"Content-Type": "text/dns"}
        )
    if number % 50 == 9:
        body = page(number, random.Random(number)).encode()
        crawl.record("response", body, http=ok, headers=_HTML, about={"uri": f"https://defter.example/cift/{number}"})
        crawl.expected["read_twice"] += 1
        crawl.other("duplicate", "response", body, ok, _HTML, uri=f"https://defter.example/cift/{number}")
    if number % 100 == 10:
        crawl.other("rejected", "response", b"", ok, _HTML)
    if number % 200 == 11:
        crawl.other("rejected", "response", b"not gzip", ok, (*_HTML, ("Content-Encoding", "compress")))


def _damage(crawl: _Crawl, paragraphs: int) -> None:
    """In the middle: a record that was cut off when the crawler died, and one that lies about its length."""
    held, crawl.out = crawl.out, io.BytesIO()
    whole = crawl.page(paragraphs)
    crawl.expected["read"] -= 1
    crawl.out = held
    crawl.out.write(whole[: len(whole) * 2 // 3])
    crawl.expected["rejected"] += 1
    if crawl.compressed:
        plain = gzip.decompress(whole)
        crawl.out.write(gzip.compress(_lying(plain), mtime=0))
    else:
        crawl.out.write(b"\r\n\r\n" + _lying(whole))
    crawl.expected["rejected"] += 1


def _lying(record: bytes) -> bytes:
    """The record with a length of its block that is a thousand times too large."""
    head, _, rest = record.partition(b"Content-Length: ")
    digits = rest.partition(b"\r\n")[0]
    return head + b"Content-Length: " + digits + b"000" + rest[len(digits) :]
