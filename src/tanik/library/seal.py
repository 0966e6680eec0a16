"""A checksum over the whole catalogue file.

Comes in: a library at rest. Goes out: the file ``catalogue.seal``, and later whether the catalogue still is what was
sealed. SQLite notices a broken structure but not a changed letter in a row or in the word index; the seal notices every
byte. It carries the catalogue's generation: where a writer was stopped before it could seal, the generations differ,
and the seal says nothing instead of something wrong.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from enum import Enum
from pathlib import Path
from typing import Final

from tanik.core.whole import written_whole
from tanik.errors import LibraryError
from tanik.library.schema import CATALOGUE_FILE

__all__ = ["SEAL_FILE", "SealState", "check_seal", "write_seal"]

SEAL_FILE: Final = "catalogue.seal"


class SealState(Enum):
    """What the seal says of the catalogue."""

    WHOLE = "whole"
    BROKEN = "broken"
    OUTDATED = "outdated"
    NONE = "none"


_HASH: Final = (
    "import hashlib, sys\nwith open(sys.argv[1], 'rb') as file: print(hashlib.file_digest(file, 'sha256').hexdigest())"
)


def _digest(folder: Path) -> str:
    """The SHA-256 (hex) of the catalogue file, read by another process.

    Were this process to open and close the file, POSIX would let go of every lock that SQLite holds on it here, and
    another process could take the journal away under an open connection (sqlite.org, "How To Corrupt", section 2.2).
    """
    import subprocess

    command = [sys.executable, "-I", "-S", "-c", _HASH, str(folder / CATALOGUE_FILE)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip().rpartition("\n")[2]
        raise LibraryError(f"{folder / CATALOGUE_FILE}: its checksum cannot be reckoned: {said}")
    return done.stdout.strip()


def write_seal(folder: Path, connection: sqlite3.Connection, generation: int) -> None:
    """Writes all changes into the catalogue file and seals it, unless a reader keeps an older state in use.

    Hold the lock, and no open transaction.
    """
    # A reader must not be waited for: it may stay open all day.
    waited = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.execute("PRAGMA busy_timeout = 0")
    _, frames, written = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {waited}")
    seal = {"generation": generation, "sha256": _digest(folder) if frames == written else None}
    with written_whole(folder / SEAL_FILE) as file:
        file.write(f"{json.dumps(seal)}\n".encode("ascii"))


def check_seal(folder: Path, generation: int) -> SealState:
    """Whether the catalogue of that generation is what was sealed. Nobody may be writing."""
    try:
        seal = json.loads((folder / SEAL_FILE).read_text(encoding="ascii"))
        sealed, digest = int(seal["generation"]), seal["sha256"]
    except FileNotFoundError:
        return SealState.NONE
    except (ValueError, KeyError, TypeError):
        return SealState.BROKEN
    if sealed > generation:
        return SealState.BROKEN
    if sealed < generation or digest is None:
        return SealState.OUTDATED
    return SealState.WHOLE if digest == _digest(folder) else SealState.BROKEN
