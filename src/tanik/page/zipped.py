"""A ZIP archive's members as streams that can be read from any place.

Comes in: a ZIP archive's seekable stream. Goes out: its entries; each opens as a seekable stream, in the archive itself
where it is stored as it is (a WACZ keeps its records so), else from a temporary file. Nothing that the archive says of
sizes is believed, and entries that lie over one another (one kernel told as thousands of files) are refused.
"""

from __future__ import annotations

import io
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final, cast

from tanik.errors import NotText, PageError, TooLarge
from tanik.page.archive import MAX_MEMBERS, open_archive

__all__ = ["Entry", "entries_of", "is_document", "spooled"]

_STEP: Final = 65536
_END: Final = b"PK\x05\x06"
_END64: Final = b"PK\x06\x06"
_TAIL: Final = 65536 + 22 + 20 + 56
_MOST_DIRECTORY: Final = 64 * 1024 * 1024
_LOCAL: Final = 30
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError, struct.error)
# A part that only an office document or an electronic book has.
_DOCUMENT: Final = frozenset({"[Content_Types].xml", "META-INF/container.xml", "META-INF/manifest.xml", "mimetype"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One file in an archive: its name, and how to come by its bytes."""

    name: str
    archive: zipfile.ZipFile
    info: zipfile.ZipInfo
    overlaps: bool

    @contextmanager
    def open(self, stream: BinaryIO, held: int, pay: Callable[[int], None]) -> Iterator[BinaryIO]:
        """The entry as a seekable stream; over `held` bytes it is unpacked into a file, and `pay` is told of each step.

        Raises `PageError` where it is locked, damaged, packed in an unknown way, or laid over another one.
        """
        if self.overlaps:
            raise NotText("it lies over another file of the archive, as in a ZIP bomb")
        if self.info.flag_bits & 0x1:
            raise PageError("it is encrypted; save it without a password and hand that in")
        if self.info.compress_type == zipfile.ZIP_STORED and self.info.compress_size > held:
            start = _data_start(stream, self.info)
            yield io.BufferedReader(_Window(stream, start, self.info.compress_size))
            return
        with spooled(held) as unpacked:
            try:
                with self.archive.open(self.info) as packed:
                    while step := packed.read(_STEP):
                        pay(len(step))
                        unpacked.write(step)
            except (RuntimeError, NotImplementedError) as error:
                raise PageError(f"it is packed in a way that is not read ({error}); pack it again") from error
            except _DAMAGE as error:
                raise NotText(f"it is damaged ({error}); get a whole copy of the archive") from error
            yield unpacked


def spooled(held: int) -> BinaryIO:
    """A temporary file that stays in memory up to `held` bytes."""
    return cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=held))


def entries_of(stream: BinaryIO) -> tuple[Entry, ...]:
    """The files of the archive in `stream`, folders left out. Raises `NotText` or `TooLarge`."""
    _check_directory(stream)
    archive = open_archive(stream).zip
    infos = [info for info in archive.infolist() if not info.is_dir()]
    behind: dict[int, int] = {}
    reach = 0
    for number, info in sorted(enumerate(infos), key=lambda item: (item[1].header_offset, item[0])):
        behind[number] = reach
        reach = max(reach, info.header_offset + _LOCAL + info.compress_size)
    return tuple(
        Entry(info.filename, archive, info, overlaps=info.header_offset < behind[number])
        for number, info in enumerate(infos)
    )


def is_document(entries: Sequence[Entry]) -> bool:
    """Whether the archive is one document (DOCX, ODT, EPUB) and not a bundle of files."""
    return any(entry.name in _DOCUMENT for entry in entries)


def _check_directory(stream: BinaryIO) -> None:
    """Raises `TooLarge` where the archive's directory alone would fill the memory."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(size - _TAIL, 0))
    tail = stream.read(_TAIL)
    at, wide = tail.rfind(_END), tail.rfind(_END64)
    said = struct.unpack_from("<L", tail, at + 12)[0] if 0 <= at <= len(tail) - 16 else 0
    if said == 0xFFFFFFFF and 0 <= wide <= len(tail) - 48:
        said = struct.unpack_from("<Q", tail, wide + 40)[0]
    if said > _MOST_DIRECTORY:
        raise TooLarge(f"a ZIP archive of more than {MAX_MEMBERS:,} members; unpack it and hand in the folder")
    stream.seek(0)


def _data_start(stream: BinaryIO, info: zipfile.ZipInfo) -> int:
    """Where a stored entry's bytes begin: behind its local header, whose lengths are its own."""
    stream.seek(info.header_offset)
    header = stream.read(_LOCAL)
    if len(header) < _LOCAL or not header.startswith(b"PK\x03\x04"):
        raise NotText("it is damaged (no header where one should be); get a whole copy of the archive")
    name, extra = struct.unpack_from("<HH", header, 26)
    return info.header_offset + _LOCAL + int(name) + int(extra)


class _Window(io.RawIOBase):
    """A stretch of a stream, as a stream of its own."""

    def __init__(self, stream: BinaryIO, start: int, size: int) -> None:
        super().__init__()
        self._stream, self._start, self._at = stream, start, 0
        self._size = max(min(size, stream.seek(0, io.SEEK_END) - start), 0)

    def readable(self) -> bool:
        """Yes."""
        return True

    def seekable(self) -> bool:
        """Yes."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to `offset` of the stretch."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(base + offset, 0)
        return self._at

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill `buffer` from here on."""
        self._stream.seek(self._start + self._at)
        data = self._stream.read(max(min(len(buffer), self._size - self._at), 0))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)
