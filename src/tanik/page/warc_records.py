"""A WARC file's records, one after another, whatever state the file is in (ISO 28500:2017).

Comes in: a seekable binary stream, plain or compressed with gzip. Goes out: a `Record` for each record, its block
still to be read, or a `Damage` where none can be made out. Reading goes on at the next record that can be found: at
the next gzip member that inflates to a record, or at the next line that begins one. Nothing larger than what the
caller reads is held. The general WARC libraries stop at the first broken member, and an old crawl nearly always has one
where the crawler was killed; that is why the framing is read here (a test reads sound archives beside warcio).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final, Protocol

__all__ = ["Damage", "Record", "fields", "is_warc", "read_records"]

_GZIP: Final = b"\x1f\x8b\x08"
_CHUNK: Final = 65536
_PLAIN_CHUNK: Final = 16384
_FIRST: Final = 1024
_MOST_HEADER: Final = 65536
_MOST_DIGITS: Final = 15
_BEGINS: Final = re.compile(rb"\r?\nWARC/[01]\.\d")
_OVERLAP: Final = 16
# Deflate reaches 1032 : 1 on one repeated byte; crawled pages stay far below 100 : 1.
_MOST_RATIO: Final = 250
_RATIO_FROM: Final = 64 * 1024 * 1024
# Bytes that may be read a second time in search of the next member, as a multiple of the file: a crafted file of
# members inside members would else be read once for each of them.
_SECOND_READING: Final = 4


class Damage:
    """A stretch of the file, from `offset`, that gives no record, and why; `headers` as far as they could be read."""

    __slots__ = ("headers", "offset", "reason")

    def __init__(self, offset: int, reason: str, headers: dict[str, str] | None = None) -> None:
        self.offset = offset
        self.reason = reason
        self.headers = headers or {}


class _BrokenError(Exception):
    """The stretch of the file that is being read ends or breaks before its time."""


class _Section(Protocol):
    """Bytes that hold records: the file itself, or one compressed member of it."""

    def more(self) -> bytes: ...


class _Plain:
    """The file from `start` to its end."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream, self.reached = stream, start

    def more(self) -> bytes:
        """Some more bytes, none at the end."""
        self._stream.seek(self.reached)
        out = self._stream.read(_PLAIN_CHUNK)
        self.reached += len(out)
        return out


class _Gzip:
    """One gzip member."""

    def __init__(self, stream: BinaryIO, start: int) -> None:
        self._stream = stream
        self._inflate = zlib.decompressobj(wbits=31)
        self._waiting = b""
        self._end: int | None = None
        self._start = self.reached = start
        self._size = 0

    def ends(self) -> int | None:
        """The offset behind the member, or None if it is cut or damaged."""
        try:
            while self.more():
                pass
        except _BrokenError:
            return None
        return self._end

    def more(self) -> bytes:
        """Some more inflated bytes, none at the end. Raises `_BrokenError` where the member is cut or damaged."""
        while self._end is None:
            if not self._waiting:
                self._stream.seek(self.reached)
                self._waiting = self._stream.read(_CHUNK)
                self.reached += len(self._waiting)
            try:
                # A small first step, so that a record that breaks off soon can still be named.
                out = self._inflate.decompress(self._waiting, _CHUNK if self._size else _FIRST)
            except zlib.error as error:
                raise _BrokenError("a compressed record is cut or damaged") from error
            if not (self._waiting or out or self._inflate.eof):
                raise _BrokenError("the file ends inside a compressed record")
            self._size += len(out)
            if self._size > _RATIO_FROM and self._size > _MOST_RATIO * (self.reached - self._start):
                raise _BrokenError(f"a compressed record unfolds to more than {_MOST_RATIO} times its size")
            self._waiting = self._inflate.unconsumed_tail
            if self._inflate.eof:
                self._end = self.reached - len(self._inflate.unused_data)
            if out:
                return out
        return b""


class _Tap:
    """A section with a buffer: bytes and lines are drawn from it, and a look ahead is free."""

    def __init__(self, section: _Section) -> None:
        self._section = section
        self._held = b""
        self.drawn = 0

    def look(self, size: int) -> bytes:
        """The next `size` bytes (fewer at the end), left where they are."""
        while len(self._held) < size and (more := self._section.more()):
            self._held += more
        return self._held[:size]

    def draw(self, most: int) -> bytes:
        """Up to `most` bytes, none at the end."""
        if not self._held:
            self._held = self._section.more()
        out, self._held = self._held[:most], self._held[most:]
        self.drawn += len(out)
        return out

    def skip_line_ends(self) -> bool:
        """Pass over CR and LF; whether anything is left."""
        while ahead := self.look(1):
            if ahead not in b"\r\n":
                return True
            self.draw(len(self._held) - len(self._held.lstrip(b"\r\n")))
        return False

    def head(self) -> bytes | None:
        """The lines up to an empty one, without it; None where that does not come within a header's measure."""
        size = 1024
        while True:
            ahead = self.look(size)
            found = re.search(rb"\r?\n\r?\n", ahead)
            if found:
                self.draw_all(found.end())
                return ahead[: found.start()]
            if len(ahead) < size or size >= _MOST_HEADER:
                return None
            size *= 2

    def draw_all(self, size: int) -> None:
        """Pass over `size` bytes that `look` has shown."""
        while size > 0:
            size -= len(self.draw(size))

    def seek_record(self) -> bool:
        """Pass over bytes until a line begins a record; whether one does."""
        tail = b""
        while ahead := self.look(_CHUNK):
            found = _BEGINS.search(tail + ahead)
            if found:
                self.draw_all(max(found.start() - len(tail), 0))
                return True
            tail = ahead[-_OVERLAP:]
            self.draw_all(len(ahead))
        return False


class Record:
    """One record: its headers (names in lower case), and its block, to be read from the front.

    `offset` is where it (or the compressed member that it stands in) begins in the file. Once `finish` was called the
    block is gone, and `finish` says what is wrong with the record: None if it was whole.
    """

    __slots__ = ("_damage", "_done", "_left", "_tap", "headers", "length", "offset")

    def __init__(self, offset: int, headers: dict[str, str], length: int, tap: _Tap) -> None:
        self.offset, self.headers, self.length = offset, headers, length
        self._tap, self._left = tap, length
        self._done, self._damage = False, ""

    def read(self, most: int) -> bytes:
        """Up to `most` bytes of the block, none at its end or where the file breaks off."""
        if not self._left or self._damage:
            return b""
        try:
            out = self._tap.draw(min(most, self._left))
        except _BrokenError as error:
            self._damage = str(error)
            return b""
        if not out:
            self._damage = f"the record says {self.length:,} bytes and the file holds {self.length - self._left:,}"
        self._left -= len(out)
        return out

    def finish(self) -> str | None:
        """Pass over what is left of the block, and say what is wrong with the record."""
        while not self._done:
            if not self.read(_CHUNK):
                self._done = True
                self._damage = self._damage or self._after()
        return self._damage or None

    def _after(self) -> str:
        """What is wrong behind the block: there must be the end, or another record."""
        try:
            if self._tap.skip_line_ends() and not self._tap.look(5).startswith(b"WARC/"):
                return f"the record is longer than the {self.length:,} bytes it says"
        except _BrokenError as error:
            return str(error)
        return ""


def is_warc(head: bytes) -> bool:
    """Whether a file that begins with `head` is a WARC, plain or in gzip.

    >>> is_warc(b"WARC/1.1\\r\\n"), is_warc(b"<p>WARC/1.1</p>")
    (True, False)
    """
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(wbits=31).decompress(head, 64)
        except zlib.error:
            return False
    return re.match(rb"\s*WARC/[01]\.\d", head) is not None


def read_records(stream: BinaryIO) -> Iterator[Record | Damage]:
    """The records of a WARC from its seekable `stream`; each is finished before the next one comes."""
    stream.seek(0)
    start = stream.read(len(_GZIP))
    yield from _compressed(stream) if start == _GZIP else _plain(stream)


def _plain(stream: BinaryIO) -> Iterator[Record | Damage]:
    size = stream.seek(0, 2)
    at: int | None = 0
    while at is not None:
        tap = _Tap(_Plain(stream, at))
        if not tap.skip_line_ends():
            return
        offset = at + tap.drawn
        made = _record(tap, offset)
        if isinstance(made, Record) and not _fits(stream, at + tap.drawn + made.length, size):
            # The block is not read at all: it may swallow the records behind it.
            made = Damage(offset, f"the record's length of {made.length:,} bytes does not fit the file", made.headers)
        yield made
        failed = isinstance(made, Damage) or made.finish() is not None
        at = _next_plain(stream, offset) if failed else at + tap.drawn


def _fits(stream: BinaryIO, end: int, size: int) -> bool:
    """Whether a record may end at `end`: at the file's end, or before the next record."""
    if end > size:
        return False
    stream.seek(end)
    after = stream.read(_OVERLAP).lstrip(b"\r\n")
    return not after or after.startswith(b"WARC/")


def _next_plain(stream: BinaryIO, offset: int) -> int | None:
    """Where a line begins a record, behind the one at `offset`."""
    start = offset + 5
    tap = _Tap(_Plain(stream, start))
    return start + tap.drawn if tap.seek_record() else None


def _compressed(stream: BinaryIO) -> Iterator[Record | Damage]:
    size = stream.seek(0, 2)
    again = _SECOND_READING * size + _CHUNK
    at: int | None = 0
    while at is not None:
        member = _Gzip(stream, at)
        yield from _of_member(_Tap(member), at)
        end = member.ends()
        if end is None:
            again -= member.reached - at
            at = _next_member(stream, at + 1 if again > 0 else max(member.reached - _CHUNK, at + 1))
            continue
        at = _next_member(stream, end)
        if end < size and at != end:
            yield Damage(end, f"{(at or size) - end:,} bytes that are no record")


def _of_member(tap: _Tap, at: int) -> Iterator[Record | Damage]:
    """The records of one member."""
    failed = False
    try:
        while tap.skip_line_ends():
            made = _record(tap, at)
            yield made
            failed = isinstance(made, Damage) or made.finish() is not None
            if failed and not tap.seek_record():
                return
            failed = False
    except _BrokenError as error:
        if not failed:  # the record that broke off has been told of
            yield Damage(at, str(error))


def _next_member(stream: BinaryIO, start: int) -> int | None:
    """Where, from `start`, the next gzip member begins that inflates to a record."""
    stream.seek(start)
    held, base = b"", start
    while more := stream.read(_CHUNK):
        held += more
        place = held.find(_GZIP)
        while place >= 0:
            if place + 512 > len(held):
                held += stream.read(512)
            if is_warc(held[place : place + 512]):
                return base + place
            place = held.find(_GZIP, place + 1)
        base += max(len(held) - _OVERLAP, 0)
        held = held[-_OVERLAP:]
    return None


def _record(tap: _Tap, offset: int) -> Record | Damage:
    """The record whose version line comes next, its block still in the tap."""
    head = tap.head()
    if head is None:
        return Damage(offset, "no record's header ends here")
    version, *lines = re.split(rb"\r?\n", head)
    if not version.startswith(b"WARC/"):
        return Damage(offset, "no record begins where one should")
    headers = fields(lines)
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) <= _MOST_DIGITS):
        return Damage(offset, f"the record says no usable length ({length[:20]!r})", headers)
    return Record(offset, headers, int(length), tap)


def fields(lines: list[bytes]) -> dict[str, str]:
    """Header lines as names in lower case and values; the first of a name counts, folded lines are joined.

    >>> fields([b"Content-Type: text/html;", b"  charset=utf-8"])
    {'content-type': 'text/html; charset=utf-8'}
    >>> fields([b"no field", b" folded", b"A: 1", b"A: 2", b" 3"])
    {'a': '1'}
    """
    found: dict[str, str] = {}
    name = ""
    for line in lines:
        text = line.decode("utf-8", "replace")
        if text[:1] in (" ", "\t") and name:
            found[name] = f"{found[name]} {text.strip()}".strip()
            continue
        name, colon, value = text.partition(":")
        name = name.strip().lower() if colon else ""
        if name in found:
            name = ""  # what is folded after a repeated name belongs to it, and is passed over with it
        if name:
            found[name] = value.strip()
    return found
