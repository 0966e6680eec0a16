"""A file is written whole or not at all.

Comes in: where a result is to lie. Goes out: a file to write into, which takes that place when all is written and on
the disk. Whoever reads meanwhile, and whoever finds the folder after a power cut, meets the old file or the new one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from stat import S_IMODE
from typing import IO, Final

__all__ = ["sync_folder", "written_whole"]

# Of a long name this much stands in the name beside it: 255 bytes is the most that file systems take, 4 a letter.
_OF_NAME: Final = 55


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file to write into, which takes the place of `path` when the block ends, and goes where it does not.

    A link stays a link: what it leads to is replaced. Who may read a file that was there may read the new one. What is
    no plain file (``/dev/stdout``, a pipe) is written into, for to put a file in its place would take it away from
    everybody. Raises `OSError`.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     place = Path(folder, "out.txt")
    ...     with written_whole(place) as file:
    ...         _ = file.write(b"whole")
    ...     place.read_bytes()
    b'whole'
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield file
        return
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".{place.name[:_OF_NAME]}.{os.getpid()}.part")
    try:
        with beside.open("wb") as file:
            if place.exists():
                os.fchmod(file.fileno(), S_IMODE(place.stat().st_mode))
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(place)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Have the names of the files in `folder` on disk. Raises `OSError`."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
