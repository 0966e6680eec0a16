"""The texts of the documents: append-only files, each text compressed on its own.

Comes in: texts. Goes out: texts, by file, offset and length. A file only ever grows; the catalogue says how far it is
written, so what a killed writer left behind that point is not part of the library and the next writer cuts it off. Each
commit's bytes are a *chunk* with a checksum, which also covers texts that were removed since. zlib, because it is
everywhere Python is: half to a third of the size, and a text is read back in microseconds.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final

from tanik.core.whole import sync_folder
from tanik.errors import LibraryDamaged

__all__ = ["SHELF_FOLDER", "Chunk", "Place", "ShelfReader", "append", "shelf_path"]

SHELF_FOLDER: Final = "texts"
_LEVEL: Final = 6


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: `length` bytes from `start` in shelf file number `shelf`."""

    shelf: int
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """The bytes that one commit appended to a shelf file, with their SHA-256 (hex)."""

    shelf: int
    start: int
    length: int
    sha256: str


def shelf_path(folder: Path, shelf: int) -> Path:
    """The file of shelf number `shelf` in the library `folder`.

    >>> str(shelf_path(Path("lib"), 3))
    'lib/texts/000003.texts'
    """
    return folder / SHELF_FOLDER / f"{shelf:06d}.texts"


def append(folder: Path, shelf: int, length: int, texts: list[str]) -> tuple[Chunk, list[Place]]:
    """Writes `texts` behind the first `length` bytes of a shelf file, and has them on disk before it returns.

    Whatever stood behind `length` is cut off first: no commit knows of it.
    """
    packed = [zlib.compress(text.encode("utf-8"), _LEVEL) for text in texts]
    places, at = [], length
    for piece in packed:
        places.append(Place(shelf, at, len(piece)))
        at += len(piece)
    path = shelf_path(folder, shelf)
    path.parent.mkdir(exist_ok=True)
    is_new = not path.exists()
    whole = b"".join(packed)
    with path.open("ab") as file:
        file.truncate(length)
        file.write(whole)
        file.flush()
        os.fsync(file.fileno())
    if is_new:
        sync_folder(path.parent)
    return Chunk(shelf, length, len(whole), hashlib.sha256(whole).hexdigest()), places


class ShelfReader:
    """Reads texts from the shelf files that a snapshot of the catalogue names.

    All files are opened at once, so that a writer that replaces them afterwards takes nothing away.
    """

    def __init__(self, folder: Path, shelves: list[int]) -> None:
        self._folder = folder
        self._files: dict[int, int] = {}
        try:
            for shelf in shelves:
                self._files[shelf] = os.open(shelf_path(folder, shelf), os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            self.close()
            raise

    def read(self, place: Place) -> str:
        """The text at `place`; raises `LibraryDamaged` where its bytes are not a text any more."""
        try:
            packed = os.pread(self._files[place.shelf], place.length, place.start)
            return zlib.decompress(packed).decode("utf-8")
        except (zlib.error, UnicodeDecodeError) as error:
            raise LibraryDamaged(
                f"{shelf_path(self._folder, place.shelf)}: bytes {place.start} to {place.start + place.length} "
                "hold no text any more; add the document again from its source"
            ) from error

    def bytes_of(self, chunk: Chunk) -> bytes:
        """The bytes of a chunk as they are now."""
        return os.pread(self._files[chunk.shelf], chunk.length, chunk.start)

    def close(self) -> None:
        """Lets the files go."""
        for descriptor in self._files.values():
            os.close(descriptor)
        self._files.clear()

    def __enter__(self) -> ShelfReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
