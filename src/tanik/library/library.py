"""A library: what it holds, where fingerprints stand in it, and how documents come in and go out.

Comes in: a folder. Goes out: a value that shows one state of the library, whatever a writer does meanwhile, and that is
the evidence that tracing asks. Opening reads a few rows of the catalogue and maps the postings, whatever their size.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.errors import LibraryDamaged, LibraryError, LibraryMissing, RecordError, UnknownDocument
from tanik.library.catalogue import Catalogue, SegmentRow
from tanik.library.model import (
    AddReport,
    CollectionEntry,
    Document,
    Entry,
    Found,
    Origin,
    Refused,
    VerifyReport,
    with_text,
)
from tanik.library.place import library_path
from tanik.library.postings import Segment, count_in, look_up_in, segment_path
from tanik.library.schema import MIGRATIONS, clear_errors, connect_reader, version_of
from tanik.library.search import show_found, to_query
from tanik.library.shelf import ShelfReader
from tanik.library.writer import Outcome, index_version, open_writer
from tanik.trace.model import Hits, Searched, Witness

__all__ = ["Library"]

_TRIES: Final = 20
_KEPT_WITNESSES: Final = 64


class Library:
    """The texts held as evidence in one folder, as they were when it was opened (or at the last `refresh`).

    Use `Library.open`; close it, or use it as a context. Any number of processes may read while one adds.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None
        self._shelf: ShelfReader | None = None
        self._segments: tuple[Segment, ...] = ()
        self._witness = lru_cache(_KEPT_WITNESSES)(self._read_witness)
        self.refresh()

    @classmethod
    def open(cls, path: Path | str | None = None, *, create: bool = False) -> Library:
        """The library in the folder `path`; with `create` an empty one is made where there is none.

        Without `path` it is the one that the commands fill: ``TANIK_LIBRARY``, else that of the user-data folder.

        Raises `LibraryMissing`, `LibraryDamaged`, `LibraryBusy`, or another `LibraryError` that says what is wrong.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder, Library.open(folder, create=True) as library:
        ...     report = library.add([Document("letters", "1", "Petrol vagonları yola çıktı.")])
        ...     [found.entry.id for found in library.search("vagon")]
        ['letters:1']
        """
        folder = library_path(path)
        with clear_errors(folder):
            if folder.exists() and not folder.is_dir():
                raise LibraryError(f"{folder}: a library is a folder, and this is a file")
        if create and not _is_made(folder):
            with open_writer(folder):
                pass
        return cls(folder)

    # State

    def refresh(self) -> None:
        """Goes on to the library's newest state."""
        self.close()
        with clear_errors(self.path):
            for _ in range(_TRIES):
                try:
                    self._load()
                except FileNotFoundError as error:
                    # A writer has merged and removed files between our reading of the catalogue and our opening them.
                    missing = error.filename
                    self.close()
                except BaseException:
                    self.close()
                    raise
                else:
                    return
        raise LibraryDamaged(
            f"{missing}: the file is gone; `tanik library verify` tells what is left, and with `--repair` it makes a "
            "lost index anew"
        )

    def _load(self) -> None:
        connection = connect_reader(self.path)
        self._connection = connection
        if version_of(connection) < len(MIGRATIONS):
            self.close()
            with open_writer(self.path):
                pass
            connection = self._connection = connect_reader(self.path)
        connection.execute("BEGIN")
        self._catalogue = Catalogue(connection)
        self._summary = self._catalogue.summary()
        rows = self._catalogue.segments()
        self._has_index = not rows or self._catalogue.about("index_version") == index_version()
        removed = self._catalogue.removed()
        gone = np.array(removed, dtype=np.int64) if removed else None
        if self._has_index:
            self._segments = tuple(self._map(row, gone) for row in rows)
        self._shelf = ShelfReader(self.path, list(self._catalogue.shelves()))

    def _map(self, row: SegmentRow, removed: NDArray[np.int64] | None) -> Segment:
        path = segment_path(self.path, row.number)
        for file in row.files:
            if (path / file.name).stat().st_size != file.length:
                raise LibraryDamaged(
                    f"{path / file.name}: not as long as it was written; `tanik library verify --repair` makes the "
                    "index anew"
                )
        return Segment(path, {file.name: file.type for file in row.files}, removed)

    def close(self) -> None:
        """Lets the library's files go."""
        self._segments = ()
        self._witness.cache_clear()
        if self._shelf is not None:
            self._shelf.close()
            self._shelf = None
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return self._summary.documents

    # Evidence

    @property
    def searched(self) -> Searched:
        """What a search of this library looks through."""
        summary = self._summary
        return Searched(summary.documents, summary.digest, summary.collections, summary.earliest, summary.latest)

    @cached_property
    def authors(self) -> frozenset[str]:
        """Whose words the documents are; empty where one of them names nobody, and where they are very many."""
        return self._catalogue.authors()

    @property
    def digest(self) -> str:
        """SHA-256 (hex) over the ids and contents of all documents, in order of id."""
        return self._summary.digest

    @property
    def tokens(self) -> int:
        """How many tokens all documents have together."""
        return self._summary.tokens

    def _require_index(self) -> None:
        self._opened()
        if not self._has_index:
            raise LibraryError(
                f"{self.path}: the index was made by another version of Tanık; `tanik library verify --repair` "
                "makes it anew"
            )

    def count(self, fingerprints: NDArray[np.uint64]) -> NDArray[np.int64]:
        """How often each of `fingerprints` stands in the library."""
        self._require_index()
        return count_in(self._segments, fingerprints)

    def look_up(self, fingerprints: NDArray[np.uint64]) -> Hits:
        """Every place where one of `fingerprints` stands."""
        self._require_index()
        return look_up_in(self._segments, fingerprints)

    def witness(self, number: int) -> Witness:
        """The document of that number; raises `UnknownDocument`, or `LibraryDamaged` where its text has changed."""
        return self._witness(number)

    def named(self, identity: str) -> Witness:
        """The document of that id; raises `UnknownDocument`, or `LibraryDamaged` where its text has changed."""
        return self._witness(self._entry(identity).number)

    def _read_witness(self, number: int) -> Witness:
        document = self._document(self._entry(number))
        return Witness(
            document.id,
            document.text,
            document.collection,
            document.title,
            document.author,
            document.date,
            document.source,
            document.volume,
            document.pages,
            document.url,
        )

    # Documents

    def _opened(self) -> tuple[Catalogue, ShelfReader]:
        if self._shelf is None:
            raise LibraryError(f"{self.path}: this library was closed; open it again")
        return self._catalogue, self._shelf

    def _entry(self, key: str | int) -> Entry:
        catalogue, _ = self._opened()
        with clear_errors(self.path):
            entry = catalogue.entry(key)
        if entry is None:
            raise UnknownDocument(f"{key}: no document of that id; `tanik library list` shows those there are")
        return entry

    def _document(self, entry: Entry) -> Document:
        catalogue, shelf = self._opened()
        with clear_errors(self.path):
            text = shelf.read(catalogue.place(entry.number))
        damaged = f"{entry.id}: not what was taken in; add it again from its source"
        try:
            document = with_text(entry, text)
        except RecordError as error:
            raise LibraryDamaged(damaged) from error
        if document.sha256 != entry.sha256:
            raise LibraryDamaged(damaged)
        return document

    def entry(self, key: str) -> Entry:
        """The catalogue's row of the document `key`; raises `UnknownDocument`."""
        return self._entry(key)

    def documents(self, collection: str | None = None) -> Iterator[Entry]:
        """The documents, of one collection or all, in the order they came."""
        catalogue, _ = self._opened()
        with clear_errors(self.path):
            yield from catalogue.entries(collection)

    def get(self, key: str) -> Document:
        """The document of the id `key`; raises `UnknownDocument`, or `LibraryDamaged` where its text has changed."""
        return self._document(self._entry(key))

    def search(self, words: str, *, collection: str | None = None, most: int = 20) -> tuple[Found, ...]:
        """The documents that hold all of `words`, best first; ``"…"`` asks for a phrase.

        Raises `UsageError` where there is no word to search for.
        """
        catalogue, _ = self._opened()
        with clear_errors(self.path):
            entries = catalogue.find_words(to_query(words), collection, most)
        return tuple(show_found(entry, self._document(entry).text, words) for entry in entries)

    def collections(self) -> tuple[CollectionEntry, ...]:
        """The collections that hold at least one document, by name."""
        catalogue, _ = self._opened()
        with clear_errors(self.path):
            return catalogue.collections()

    # Changes

    def add(self, documents: Iterable[Document | Refused], *, origin: Origin | None = None) -> AddReport:
        """Takes `documents` in, and tells what became of each; a document of a known id replaces the one before.

        Documents are committed in batches: whatever stops this process, the library then holds whole documents.
        `origin` tells where a named collection came from. Raises `LibraryBusy` where another process writes.
        """
        counts = dict.fromkeys(Outcome, 0)
        replaced: list[str] = []
        refused: list[Refused] = []
        self.close()
        try:
            with open_writer(self.path) as writer:
                for document in documents:
                    if isinstance(document, Refused):
                        refused.append(document)
                        continue
                    outcome = writer.put(document)
                    counts[outcome] += 1
                    if outcome is Outcome.REPLACED:
                        replaced.append(document.id)
                writer.flush()
                if origin is not None:
                    writer.set_origin(origin)
        finally:
            self.refresh()
        return AddReport(counts[Outcome.ADDED], counts[Outcome.UNCHANGED], tuple(replaced), tuple(refused))

    def remove(self, key: str) -> Entry:
        """Takes the document of the id `key` out; raises `UnknownDocument`."""
        self.close()
        try:
            with open_writer(self.path) as writer:
                entry = writer.catalogue.entry(key)
                if entry is not None:
                    writer.remove(entry.number)
        finally:
            self.refresh()
        if entry is None:
            return self._entry(key)
        return entry

    def verify(self) -> VerifyReport:
        """Reads every file and every document, and names what is not as it was written."""
        from tanik.library.verify import verify_folder

        return verify_folder(self.path)


def _is_made(folder: Path) -> bool:
    """Whether a library with tables stands in `folder`."""
    try:
        with clear_errors(folder):
            connect_reader(folder).close()
    except LibraryMissing:
        return False
    return True
