"""One writer at a time.

Comes in: a library folder. Goes out: the right to write to it. The lock is the kernel's (``flock``), so that it ends
with the process that holds it, however that ends; the file only says who it is.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tanik.errors import LibraryBusy

__all__ = ["LOCK_FILE", "writing"]

LOCK_FILE: Final = "writer.lock"


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Holds the right to write to the library in `folder`.

    Raises `LibraryBusy`, with the number of the process, where another one holds it.
    """
    descriptor = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(descriptor, 32, 0).decode("ascii", "replace").strip() or "unknown"
            raise LibraryBusy(
                f"{folder}: process {holder} is writing to this library; try again when it has ended"
            ) from error
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(descriptor)
