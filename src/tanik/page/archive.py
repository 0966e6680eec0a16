"""ZIP archives opened without trusting them.

Comes in: the bytes (or an open file) of a ZIP archive. Goes out: its members' names, and their bytes up to a limit.
DOCX, ODT, EPUB, WACZ and plain ZIP are all read through here. What an archive says of its sizes is not believed: a
member is unpacked piece by piece and the reading stops when it grows past its limit, when the archive as a whole
grows past its budget, or when it grows so much faster than its compressed bytes that it can only be a bomb (Deflate
reaches 1032 : 1 on one repeated byte; office XML stays below 60 : 1).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Final

from tanik.errors import NotText, PageError, TooLarge

__all__ = ["MAX_MEMBERS", "MAX_TOTAL", "Archive", "bounded_read", "open_archive", "open_member"]

MAX_MEMBER: Final = 64 * 1024 * 1024
MAX_TOTAL: Final = 256 * 1024 * 1024
MAX_MEMBERS: Final = 20_000
MAX_RATIO: Final = 250
# Small members may repeat one byte as much as they like.
_RATIO_FROM: Final = 4 * 1024 * 1024
_PIECE: Final = 256 * 1024
_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
# All that zipfile lets through when an archive's bytes are damaged.
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    OverflowError,
    struct.error,
)


def bounded_read(stream: IO[bytes], limit: int, *, what: str, compressed: int | None = None) -> bytes:
    """All of `stream`, at most `limit` bytes of it.

    `what` names the stream in messages; `compressed` is how many bytes it was packed in, where that is known. Raises
    `TooLarge` past the limit, or where it grows to more than 250 times its packed size.

    >>> bounded_read(io.BytesIO(b"Sivas"), 10, what="a.txt")
    b'Sivas'
    """
    pieces: list[bytes] = []
    size = 0
    while piece := stream.read(min(_PIECE, limit + 1 - size)):
        size += len(piece)
        if size > limit:
            raise TooLarge(f"{what} unpacks to more than {limit:,} bytes; unpack it and hand in the part that matters")
        if compressed is not None and size > _RATIO_FROM and size > MAX_RATIO * max(compressed, 1):
            raise TooLarge(f"{what} unpacks to more than {MAX_RATIO} times its packed size, as a ZIP bomb does")
        pieces.append(piece)
    return b"".join(pieces)


@dataclass(slots=True)
class Archive:
    """An open ZIP archive; `left` is how many bytes may still be unpacked from it in all."""

    zip: zipfile.ZipFile
    left: int = MAX_TOTAL
    names: tuple[str, ...] = field(default=())

    def __contains__(self, name: str) -> bool:
        return name in self.names

    def read(self, name: str, *, limit: int = MAX_MEMBER) -> bytes:
        """The bytes of the member `name`. Raises `PageError` if it is missing, locked, damaged or too large."""
        return open_member(self, name, limit=limit)

    def files(self) -> Iterator[str]:
        """The members that are files, in the order of the archive's directory."""
        return (name for name in self.names if not name.endswith("/"))


def open_archive(data: bytes | IO[bytes], *, total: int = MAX_TOTAL) -> Archive:
    """The archive in `data`, from which at most `total` bytes may be unpacked.

    Raises `NotText` if it is no whole ZIP archive, `TooLarge` if it has more than 20,000 members.

    >>> whole = io.BytesIO()
    >>> with zipfile.ZipFile(whole, "w") as archive:
    ...     archive.writestr("a.txt", "Sivas")
    >>> open_archive(whole.getvalue()).read("a.txt")
    b'Sivas'
    """
    # The directory is counted before it is read: half a million empty members fit in 25 MB.
    if isinstance(data, bytes) and data.count(_DIRECTORY_ENTRY) > MAX_MEMBERS:
        raise TooLarge(f"a ZIP archive of more than {MAX_MEMBERS:,} members; unpack it and hand in the folder")
    try:
        opened = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
    except (*_DAMAGE, NotImplementedError) as error:
        raise NotText(f"the ZIP archive is cut off or damaged ({error}); get a whole copy of the file") from error
    names = tuple(opened.namelist())
    if len(names) > MAX_MEMBERS:
        raise TooLarge(f"a ZIP archive of more than {MAX_MEMBERS:,} members; unpack it and hand in the folder")
    return Archive(opened, total, names)


def open_member(archive: Archive, name: str, *, limit: int = MAX_MEMBER) -> bytes:
    """The bytes of the member `name` of `archive`, at most `limit` of them.

    What is read counts against the archive's budget. Raises `PageError` (missing, encrypted, damaged) or `TooLarge`.
    """
    try:
        info = archive.zip.getinfo(name)
    except KeyError:
        raise PageError(f"the archive has no part {name!r}; it may be cut off: get a whole copy of the file") from None
    if info.flag_bits & 0x1:
        raise PageError(f"{name} in the archive is encrypted; save it without a password and hand that in")
    allowed = min(limit, archive.left)
    try:
        with archive.zip.open(info) as stream:
            data = bounded_read(stream, allowed, what=name, compressed=info.compress_size)
    except (RuntimeError, NotImplementedError) as error:
        raise PageError(
            f"{name} in the archive is packed in a way that is not read ({error}); pack it again"
        ) from error
    except _DAMAGE as error:
        raise PageError(f"{name} in the archive is damaged ({error}); get a whole copy of the file") from error
    archive.left -= len(data)
    return data
