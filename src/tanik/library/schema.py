"""The catalogue's tables, their versions, and how a connection to them is made.

Comes in: a library folder. Goes out: an SQLite connection whose tables have the newest version. WAL, so that readers
go on while one writer adds; ``synchronous=FULL``, because files that a commit has made unneeded are removed after it
and the commit must not be lost behind them. Versions stand in ``PRAGMA user_version``; a step of `MIGRATIONS` leads
from each to the next and is never changed once a release has carried it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tanik.errors import LibraryDamaged, LibraryError, LibraryMissing

__all__ = [
    "CATALOGUE_FILE",
    "MIGRATIONS",
    "clear_errors",
    "connect_reader",
    "connect_writer",
    "transaction",
    "version_of",
]

CATALOGUE_FILE: Final = "catalogue.sqlite"
_APPLICATION: Final = 0x54414E4B  # "TANK", so that `file` and a person see whose database it is
_WAIT: Final = 10.0

_FIRST: Final = (
    "CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE collection (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
        title TEXT, licence TEXT, package TEXT, sha256 TEXT, documents INTEGER) STRICT""",
    "CREATE TABLE shelf (id INTEGER PRIMARY KEY, length INTEGER NOT NULL) STRICT",
    """CREATE TABLE chunk (
        shelf INTEGER NOT NULL REFERENCES shelf ON DELETE CASCADE, start INTEGER NOT NULL,
        length INTEGER NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (shelf, start)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE segment (
        id INTEGER PRIMARY KEY AUTOINCREMENT, fingerprints INTEGER NOT NULL, postings INTEGER NOT NULL) STRICT""",
    """CREATE TABLE file (
        segment INTEGER NOT NULL REFERENCES segment ON DELETE CASCADE, name TEXT NOT NULL,
        type TEXT NOT NULL, length INTEGER NOT NULL, sha256 TEXT NOT NULL,
        PRIMARY KEY (segment, name)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE document (
        number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        collection INTEGER NOT NULL REFERENCES collection,
        title TEXT, author TEXT, date TEXT, series TEXT, source TEXT, volume TEXT, pages TEXT, url TEXT,
        characters INTEGER NOT NULL, tokens INTEGER NOT NULL, sha256 TEXT NOT NULL,
        shelf INTEGER NOT NULL REFERENCES shelf, start INTEGER NOT NULL, length INTEGER NOT NULL) STRICT""",
    "CREATE INDEX document_collection ON document (collection, number)",
    # Postings of a document that was removed stay in their segment until that is merged.
    "CREATE TABLE removed (number INTEGER PRIMARY KEY) STRICT",
    """CREATE VIRTUAL TABLE words USING fts5 (
        title, text, content='', tokenize='unicode61 remove_diacritics 0')""",
)

_RAISE: Final = "INSERT INTO about VALUES ('generation', '1') ON CONFLICT DO UPDATE SET value = CAST(value + 1 AS TEXT)"
_WAYS_OUT: Final = {
    sqlite3.SQLITE_IOERR: "the disk or network drive did not answer: see that it is there and has room, then try again",
    sqlite3.SQLITE_FULL: "the disk is full: make room, then try again",
    sqlite3.SQLITE_BUSY: "another program is writing to it: try again when that is done",
    sqlite3.SQLITE_LOCKED: "another program is writing to it: try again when that is done",
    sqlite3.SQLITE_READONLY: "it may not be written: change the rights of its folder, or name another with --library",
    sqlite3.SQLITE_CANTOPEN: "see that its folder is there and may be read, or name another with --library",
}
MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST,)


def _way_out(error: sqlite3.OperationalError) -> str:
    """What to do about an error of the system under the database, by its primary result code (sqlite.org/rescode)."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _WAYS_OUT.get(code, "see that the disk has room and that its folder may be read and written")


@contextmanager
def clear_errors(folder: Path) -> Iterator[None]:
    """Says in one clear line what the database or the system could not do with the library in `folder`."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise LibraryError(f"{folder}: the catalogue cannot be used: {error}; {_way_out(error)}") from error
    except sqlite3.DatabaseError as error:
        raise LibraryDamaged(
            f"{folder / CATALOGUE_FILE}: the catalogue is damaged ({error}); restore it from a copy, "
            "or move the folder away and add the sources again"
        ) from error
    except OSError as error:
        where = error.filename or folder
        raise LibraryError(f"{where}: {error.strerror or error}") from error


def _open(folder: Path, mode: str) -> sqlite3.Connection:
    address = f"{(folder / CATALOGUE_FILE).absolute().as_uri()}?{mode}"
    # A library value may be handed from thread to thread (a web server does); it is not used by two at once.
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=_WAIT, check_same_thread=False)


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables, 0 where there are none; refuses what Tanık did not write or cannot know."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    owner: int = connection.execute("PRAGMA application_id").fetchone()[0]
    if version and owner != _APPLICATION:
        raise LibraryError(f"{CATALOGUE_FILE} is a database, but not of a Tanık library")
    if version > len(MIGRATIONS):
        raise LibraryError(
            f"the library has version {version}, this Tanık knows versions up to {len(MIGRATIONS)}: "
            "use the newer Tanık that wrote it"
        )
    return version


def _reading_mode(folder: Path) -> str:
    if os.access(folder, os.W_OK) and os.access(folder / CATALOGUE_FILE, os.W_OK):
        return "mode=rw"
    journal = folder / f"{CATALOGUE_FILE}-wal"
    return "mode=ro" if journal.exists() and journal.stat().st_size else "mode=ro&immutable=1"


def connect_reader(folder: Path) -> sqlite3.Connection:
    """A connection that only reads.

    A folder that may not be written to is read as it lies, which SQLite's own locks would not allow; but where a writer
    is at work, or was copied or stopped at it, what it committed last stands in the journal, which is read with it.
    """
    if not (folder / CATALOGUE_FILE).is_file():
        raise LibraryMissing(
            f"{folder}: there is no library here; `tanik library add speeches --library {folder}` makes one"
        )
    connection = _open(folder, _reading_mode(folder))
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA mmap_size = 268435456")
        if version_of(connection) == 0:
            raise LibraryMissing(
                f"{folder}: the library was never finished; `tanik library add SOURCE…` starts it anew"
            )
    except BaseException:
        connection.close()
        raise
    return connection


def connect_writer(folder: Path) -> sqlite3.Connection:
    """A connection that writes, with the tables made or brought to the newest version. Hold the lock first."""
    connection = _open(folder, "mode=rwc")
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    for version in range(version_of(connection), len(MIGRATIONS)):
        with transaction(connection):
            for statement in MIGRATIONS[version]:
                connection.execute(statement)
            # A seal of before must not be taken for one of the new tables.
            connection.execute(_RAISE)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {version + 1}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
