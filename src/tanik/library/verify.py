"""Is everything as it was written?

Comes in: a library folder. Goes out: a report that names every damaged file and document. Everything is read: the
catalogue against its seal, its rows against each other, every array of the postings and every chunk of the texts
against its checksum, every document against its own, so that damage to a text is told by file *and* by document.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from tanik.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryMissing, RecordError
from tanik.library.catalogue import Catalogue
from tanik.library.lock import writing
from tanik.library.model import Damage, VerifyReport, with_text
from tanik.library.postings import segment_path
from tanik.library.schema import CATALOGUE_FILE, clear_errors, connect_reader
from tanik.library.seal import SEAL_FILE, SealState, check_seal
from tanik.library.shelf import ShelfReader, shelf_path
from tanik.library.writer import open_writer

__all__ = ["repair_index", "verify_folder"]

_UNSEALED: Final = (
    "the last writer was stopped before it sealed the catalogue; its rows were checked, not its every byte"
)
_BUSY: Final = "another process is writing: the catalogue's rows were checked, not its every byte"


def verify_folder(folder: Path) -> VerifyReport:
    """Reads the whole library in `folder`; raises `LibraryMissing` where there is none.

    A damaged catalogue is reported, not raised; what only the catalogue could tell is then left unchecked.
    """
    try:
        with clear_errors(folder), closing(connect_reader(folder)) as connection:
            connection.execute("BEGIN")
            return _verify(folder, connection)
    except LibraryMissing:
        raise
    except LibraryError as error:
        return VerifyReport(0, 1, (Damage(CATALOGUE_FILE, str(error)),))


def repair_index(folder: Path) -> None:
    """Makes the postings and the word index of the library in `folder` anew from its texts.

    Works where files of the postings are damaged or gone. Raises `LibraryMissing`, `LibraryBusy`, or `LibraryDamaged`
    where the catalogue or a text is damaged.
    """
    with clear_errors(folder):
        connect_reader(folder).close()
    with open_writer(folder) as writer:
        writer.reindex()


def _verify(folder: Path, connection: sqlite3.Connection) -> VerifyReport:
    catalogue = Catalogue(connection)
    damages: list[Damage] = []
    notes: list[str] = []
    for said in _seal(folder, catalogue):
        (damages if isinstance(said, Damage) else notes).append(said)  # type: ignore[arg-type]
    damages += _rows(catalogue)
    segments = catalogue.segments()
    damages += _segments(folder, catalogue)
    damages += _shelves(folder, catalogue)
    damages += _documents(folder, catalogue)
    files = 2 + len(catalogue.shelves()) + sum(len(row.files) for row in segments)
    return VerifyReport(catalogue.summary().documents, files, tuple(damages), tuple(notes))


def _seal(folder: Path, catalogue: Catalogue) -> Iterator[Damage | str]:
    try:
        with writing(folder):
            state = check_seal(folder, catalogue.generation)
    except LibraryBusy:
        yield _BUSY
        return
    except PermissionError:
        # Who may not write here cannot meet a writer of their own; another's shows in a generation that differs.
        state = check_seal(folder, catalogue.generation)
    if state is SealState.BROKEN:
        yield Damage(CATALOGUE_FILE, f"the catalogue and its seal ({SEAL_FILE}) do not fit each other")
    elif state is not SealState.WHOLE:
        yield _UNSEALED


def _rows(catalogue: Catalogue) -> Iterator[Damage]:
    for (said,) in catalogue.connection.execute("PRAGMA integrity_check(10)"):
        if said != "ok":
            yield Damage(CATALOGUE_FILE, said)
    if catalogue.connection.execute("PRAGMA foreign_key_check").fetchone():
        yield Damage(CATALOGUE_FILE, "a row points to another that is not there")
    if catalogue.summary() != catalogue.reckon_summary():
        yield Damage(CATALOGUE_FILE, "the summary is not that of the documents")


def _segments(folder: Path, catalogue: Catalogue) -> Iterator[Damage]:
    for row in catalogue.segments():
        for file in row.files:
            path = segment_path(folder, row.number) / file.name
            try:
                with path.open("rb") as opened:
                    digest = hashlib.file_digest(opened, "sha256").hexdigest()
            except FileNotFoundError:
                yield Damage(str(path.relative_to(folder)), "the file is gone")
                continue
            if digest != file.sha256:
                yield Damage(str(path.relative_to(folder)), "not what was written")


def _shelves(folder: Path, catalogue: Catalogue) -> Iterator[Damage]:
    written = catalogue.shelves()
    for shelf, length in written.items():
        path = shelf_path(folder, shelf)
        if not path.exists():
            yield Damage(str(path.relative_to(folder)), "the file is gone")
            continue
        at = 0
        with ShelfReader(folder, [shelf]) as reader:
            for chunk in catalogue.chunks():
                if chunk.shelf != shelf:
                    continue
                gap, at = chunk.start - at, chunk.start + chunk.length
                if gap or hashlib.sha256(reader.bytes_of(chunk)).hexdigest() != chunk.sha256:
                    where = f"bytes {chunk.start} to {at} are not what was written"
                    yield Damage(str(path.relative_to(folder)), where)
        if at != length:
            yield Damage(str(path.relative_to(folder)), f"{length} bytes were written, {at} are told of")


def _documents(folder: Path, catalogue: Catalogue) -> Iterator[Damage]:
    there = [shelf for shelf in catalogue.shelves() if shelf_path(folder, shelf).exists()]
    with ShelfReader(folder, there) as reader:
        for entry in catalogue.entries():
            place = catalogue.place(entry.number)
            try:
                whole = place.shelf in there and with_text(entry, reader.read(place)).sha256 == entry.sha256
            except (LibraryDamaged, RecordError):
                whole = False
            if not whole:
                yield Damage(entry.id, "the document is not what was taken in")
