"""An HTTP response as it was kept in an archive: status, headers, and the body as the server meant it (RFC 9110, 9112).

Comes in: the bytes of a response, from its status line. Goes out: a `Response`, and on demand the body without its
transfer- and content-encodings. Archives differ in what they keep: some crawlers take the chunks or the compression off
and leave the headers standing. So an encoding is undone where the bytes bear it out, and left where they do not.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import Final

from tanik.errors import NotText, TooLarge
from tanik.page.warc_records import fields

__all__ = ["MOST_HEADER", "Response", "body_of", "decoded", "read_head"]

MOST_HEADER: Final = 65536
_STATUS: Final = re.compile(rb"\s*HTTP/\d(?:\.\d)?\s+(\d{3})\b")
_END: Final = re.compile(rb"\r?\n\r?\n")
_CHUNK: Final = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_STEP: Final = 65536
_GZIP: Final = b"\x1f\x8b"
_ZSTD: Final = b"\x28\xb5\x2f\xfd"


@dataclass(frozen=True, slots=True)
class Response:
    """Status and headers (names in lower case) of a response, and how many bytes they took."""

    status: int
    headers: dict[str, str]
    size: int


def read_head(data: bytes) -> Response | None:
    """The head of the response that `data` begins with; None where there is none.

    >>> head = read_head(b"HTTP/1.1 200 OK\\r\\nContent-Type: text/html\\r\\n\\r\\n<p>")
    >>> head.status, head.headers["content-type"], head.size
    (200, 'text/html', 44)
    """
    status = _STATUS.match(data)
    end = _END.search(data, 0, MOST_HEADER)
    if status is None or end is None:
        return None
    lines = re.split(rb"\r?\n", data[: end.start()])[1:]
    return Response(int(status[1]), fields(lines), end.end())


def body_of(headers: dict[str, str], raw: bytes, limit: int) -> bytes:
    """The body without chunks and compression.

    Raises `TooLarge` where it unfolds to more than `limit` bytes, `NotText` for an encoding that is broken or unknown.

    >>> body_of({"transfer-encoding": "chunked"}, b"3\\r\\nabc\\r\\n2\\r\\nde\\r\\n0\\r\\n\\r\\n", 100)
    b'abcde'
    """
    if "chunked" in headers.get("transfer-encoding", "").lower():
        raw = _unchunked(raw)
    for coding in _codings(headers.get("content-encoding", "")):
        if _bears_out(coding, raw):
            raw = _unpacked(coding, raw, limit)
    return raw


def decoded(content_encoding: str, raw: bytes, limit: int) -> bytes:
    """The body without its content-encoding, which it must have. Raises as `body_of` does.

    >>> decoded("gzip", zlib.compress(b"Sivas", wbits=31), 100)
    b'Sivas'
    """
    for coding in _codings(content_encoding):
        raw = _unpacked(coding, raw, limit)
    return raw


def _codings(written: str) -> list[str]:
    """The encodings that a header names, the last applied first."""
    codings = [part.strip().lower() for part in written.split(",")]
    return [part for part in reversed(codings) if part not in {"", "identity", "utf-8", "none"}][:4]


def _bears_out(coding: str, raw: bytes) -> bool:
    """Whether bytes from an archive may still be encoded so; a crawler may have taken the compression off."""
    if coding in {"gzip", "x-gzip"}:
        return raw.startswith(_GZIP)
    if coding == "zstd":
        return raw.startswith(_ZSTD)
    return not (coding in {"br", "deflate"} and raw.lstrip()[:1] == b"<")


def _unchunked(raw: bytes) -> bytes:
    """The chunks joined; the bytes as they are where they do not begin as a chunk does."""
    parts: list[bytes] = []
    at = 0
    while found := _CHUNK.match(raw, at):
        size = int(found[1], 16)
        if not size:
            break
        parts.append(raw[found.end() : found.end() + size])
        at = found.end() + size
        if at >= len(raw):
            break
    else:
        return raw if not parts else b"".join(parts)
    return b"".join(parts)


def _unpacked(coding: str, raw: bytes, limit: int) -> bytes:
    if coding in {"gzip", "x-gzip"}:
        return _inflated(raw, 31, limit)
    if coding == "deflate":
        # Many servers send the bare stream without its zlib header (RFC 9110, 8.4.1.2, note).
        bare = len(raw) < 2 or raw[0] & 15 != 8 or (raw[0] << 8 | raw[1]) % 31 != 0
        return _inflated(raw, -15 if bare else 15, limit)
    if coding == "br":
        return _brotli(raw, limit)
    if coding == "zstd":
        return _zstd(raw, limit)
    raise NotText(f"the content-encoding {coding[:40]!r} is not known")


def _inflated(raw: bytes, window: int, limit: int) -> bytes:
    """What gzip or deflate unfolds to; a stream that breaks off gives what came before."""
    inflate = zlib.decompressobj(window)
    try:
        out = inflate.decompress(raw, limit + 1)
    except zlib.error as error:
        raise NotText("the body is not what its content-encoding says") from error
    return _within(out, limit)


def _brotli(raw: bytes, limit: int) -> bytes:
    import brotli  # type: ignore[import-untyped]

    decoder = brotli.Decompressor()
    parts: list[bytes] = []
    size = 0
    try:
        waiting = raw
        while size <= limit and not decoder.is_finished():
            out = decoder.process(waiting, output_buffer_limit=_STEP)
            waiting = b""
            if not out and decoder.can_accept_more_data():
                break
            parts.append(out)
            size += len(out)
    except brotli.error as error:
        raise NotText("the body is not what its content-encoding says") from error
    return _within(b"".join(parts), limit)


def _zstd(raw: bytes, limit: int) -> bytes:
    import io

    import zstandard

    try:
        with zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(io.BytesIO(raw)) as reader:
            out = reader.read(limit + 1)
    except zstandard.ZstdError as error:
        raise NotText("the body is not what its content-encoding says") from error
    return _within(out, limit)


def _within(out: bytes, limit: int) -> bytes:
    if len(out) > limit:
        raise TooLarge(f"unfolds to more than {limit:,} bytes; hand in the part that matters")
    return out
