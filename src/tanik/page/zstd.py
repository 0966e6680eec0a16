"""A zstd file as a stream, with the dictionary that a web archive may bring along.

Comes in: a seekable stream that begins as a zstd file does. Goes out: a stream of what is in it. Web archives in zstd
(``.warc.zst``) may begin with a frame that holds the dictionary of all the others, itself perhaps compressed
("Zstandard Compression for the WARC Format 1.0", International Internet Preservation Consortium). Frames are taken one
by one, because the library's own stream does not tell when the last one is cut off.
"""

from __future__ import annotations

import io
import struct
from typing import IO, TYPE_CHECKING, BinaryIO, Final, cast

if TYPE_CHECKING:
    import zstandard

__all__ = ["DICTIONARY", "open_zstd"]

DICTIONARY: Final = b"\x5d\x2a\x4d\x18"
_FRAME: Final = b"\x28\xb5\x2f\xfd"
_MOST_DICTIONARY: Final = 8 * 1024 * 1024
_MOST_WINDOW: Final = 1 << 27
# A kilobyte of zstd is at most 256 blocks of 128 kB: so much may be held at once, and no more.
_STEP: Final = 1024


def open_zstd(stream: BinaryIO) -> IO[bytes]:
    """What is in `stream`, frame after frame. Reading raises ``ValueError`` where it is damaged.

    >>> import zstandard
    >>> open_zstd(io.BytesIO(zstandard.compress(b"Sivas"))).read(9)
    b'Sivas'
    """
    import zstandard

    dictionary = None
    head = stream.read(8)
    if head.startswith(DICTIONARY) and len(head) == 8:
        size = int(struct.unpack("<L", head[4:])[0])
        if size > _MOST_DICTIONARY:
            raise ValueError(f"a dictionary of {size:,} bytes")
        data = stream.read(size)
        if data.startswith(_FRAME):
            data = _whole(data)
        dictionary = zstandard.ZstdCompressionDict(data)
    else:
        stream.seek(-len(head), io.SEEK_CUR)
    decompressor = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=_MOST_WINDOW)
    # Not buffered: a buffer would lose what came before the damage.
    return cast(IO[bytes], _Frames(stream, decompressor))


def _whole(data: bytes) -> bytes:
    import zstandard

    try:
        with zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW).stream_reader(io.BytesIO(data)) as reader:
            return bytes(reader.read(_MOST_DICTIONARY))
    except zstandard.ZstdError as error:
        raise ValueError(str(error)) from error


class _Frames(io.RawIOBase):
    """The decompressed bytes, damage told as ``ValueError``."""

    def __init__(self, stream: BinaryIO, decompressor: zstandard.ZstdDecompressor) -> None:
        super().__init__()
        self._stream, self._decompressor = stream, decompressor
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._held = self._left = b""

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill `buffer` with what comes next."""
        while not self._held:
            step = self._left or self._stream.read(_STEP)
            if not step:
                break
            self._held = self._unpacked(step)
        if not self._held and self._frame is not None:
            raise ValueError("the last frame is cut off")
        data, self._held = self._held[: len(buffer)], self._held[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _unpacked(self, step: bytes) -> bytes:
        """What the next bytes of the file unfold to; what lies behind the end of their frame is left for later."""
        import zstandard

        if self._frame is None:
            self._frame = self._decompressor.decompressobj()
        try:
            out = self._frame.decompress(step)
        except zstandard.ZstdError as error:
            raise ValueError(str(error)) from error
        self._left = b""
        if self._frame.eof:
            self._left, self._frame = self._frame.unused_data, None
        return out
