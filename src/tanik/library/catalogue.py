"""What the library holds, as rows: the questions and changes that are put to the catalogue.

Comes in: a connection of `schema`. Goes out: entries, places, segments, and a summary. Every change of the library is
one transaction; each raises the *generation*, which tells a summary or a seal of an older state from a current one.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Final

from tanik.library.model import CollectionEntry, Document, Entry, Origin
from tanik.library.postings import SegmentFile
from tanik.library.shelf import Chunk, Place

__all__ = ["Catalogue", "SegmentRow", "Summary"]

_COLUMNS: Final = (
    "document.number, document.id, collection.name, document.characters, document.tokens, document.sha256, "
    "document.title, document.author, document.date, document.series, document.source, document.volume, "
    "document.pages, document.url"
)
_FROM: Final = "FROM document JOIN collection ON collection.id = document.collection"
_INSERT: Final = (
    "INSERT INTO document (number, id, collection, title, author, date, series, source, volume, pages, url, "
    "characters, tokens, sha256, shelf, start, length) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


_MOST_AUTHORS: Final = 100


@dataclass(frozen=True, slots=True)
class Summary:
    """What a library holds as a whole. `digest` is a SHA-256 over the ids and contents in order of id."""

    documents: int
    tokens: int
    digest: str
    collections: tuple[str, ...]
    earliest: str | None
    latest: str | None


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """A segment of the postings as the catalogue knows it."""

    number: int
    fingerprints: int
    postings: int
    files: tuple[SegmentFile, ...]


class Catalogue:
    """The rows of one library, over one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._ask = connection.execute

    # About the whole

    def about(self, key: str) -> str | None:
        """A value kept about the whole library, or None."""
        row = self._ask("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_about(self, key: str, value: str) -> None:
        """Keeps a value about the whole library."""
        self._ask("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))

    @property
    def generation(self) -> int:
        """How many changes the library has seen."""
        return int(self.about("generation") or 0)

    def raise_generation(self) -> None:
        """Marks a change; part of every transaction that makes one."""
        self.set_about("generation", str(self.generation + 1))

    def summary(self) -> Summary:
        """What the library holds: the kept summary where it is of this generation, else reckoned anew."""
        kept = self.about("summary")
        if kept:
            value = json.loads(kept)
            if value.pop("generation") == self.generation:
                return Summary(**{**value, "collections": tuple(value["collections"])})
        return self.reckon_summary()

    def reckon_summary(self) -> Summary:
        """The summary, from the documents' rows."""
        documents, tokens = self._ask("SELECT count(*), coalesce(sum(tokens), 0) FROM document").fetchone()
        digest = hashlib.sha256()
        for row in self._ask("SELECT id, sha256 FROM document ORDER BY id"):
            digest.update(f"{row[0]}\n{row[1]}\n".encode())
        names = self._ask(
            "SELECT name FROM collection WHERE EXISTS"
            " (SELECT 1 FROM document WHERE document.collection = collection.id) ORDER BY name"
        )
        dated = "FROM document WHERE date GLOB '[0-9][0-9][0-9]*'"
        earliest, latest = self._ask(f"SELECT min(date), max(date) {dated}").fetchone()
        collections = tuple(row[0] for row in names)
        return Summary(documents, tokens, digest.hexdigest(), collections, earliest, latest)

    def authors(self) -> frozenset[str]:
        """The authors of all documents; empty where a document names none, or where they are more than a hundred."""
        names = {row[0] for row in self._ask("SELECT DISTINCT author FROM document LIMIT ?", (_MOST_AUTHORS + 1,))}
        return frozenset(names) if None not in names and len(names) <= _MOST_AUTHORS else frozenset()

    def keep_summary(self) -> None:
        """Reckons the summary and keeps it for this generation."""
        value = {"generation": self.generation, **asdict(self.reckon_summary())}
        self.set_about("summary", json.dumps(value, ensure_ascii=False))

    # Documents

    def entries(self, collection: str | None = None) -> Iterator[Entry]:
        """The documents, of one collection or all, in the order they came."""
        where = "" if collection is None else "WHERE collection.name = ?"
        given = () if collection is None else (collection,)
        for row in self._ask(f"SELECT {_COLUMNS} {_FROM} {where} ORDER BY document.number", given):
            yield Entry(*row)

    def entries_after(self, number: int, most: int) -> list[Entry]:
        """The next documents by number."""
        query = f"SELECT {_COLUMNS} {_FROM} WHERE document.number > ? ORDER BY document.number LIMIT ?"
        return [Entry(*row) for row in self._ask(query, (number, most))]

    def entry(self, key: str | int) -> Entry | None:
        """The document of that id, or of that number."""
        column = "number" if isinstance(key, int) else "id"
        row = self._ask(f"SELECT {_COLUMNS} {_FROM} WHERE document.{column} = ?", (key,)).fetchone()
        return Entry(*row) if row else None

    def text_bytes(self) -> int:
        """How many bytes of the shelf files hold the text of a document."""
        total: int = self._ask("SELECT coalesce(sum(length), 0) FROM document").fetchone()[0]
        return total

    def place(self, number: int) -> Place:
        """Where a document's text stands."""
        row = self._ask("SELECT shelf, start, length FROM document WHERE number = ?", (number,)).fetchone()
        return Place(*row)

    def next_number(self) -> int:
        """A number that no document ever had."""
        return self._next("document")

    def _next(self, table: str) -> int:
        row = self._ask("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        return (row[0] if row else 0) + 1

    def insert_document(self, number: int, document: Document, tokens: int, place: Place) -> None:
        """Takes a document in under `number`."""
        self._ask("INSERT OR IGNORE INTO collection (name) VALUES (?)", (document.collection,))
        row = self._ask("SELECT id FROM collection WHERE name = ?", (document.collection,)).fetchone()
        known = (
            *(number, document.id, row[0], document.title, document.author, document.date, document.series),
            *(document.source, document.volume, document.pages, document.url),
            *(len(document.text), tokens, document.sha256, place.shelf, place.start, place.length),
        )
        self._ask(_INSERT, known)

    def delete_document(self, number: int) -> None:
        """Takes a document out; its postings are told to be of no document."""
        self._ask("DELETE FROM document WHERE number = ?", (number,))
        self._ask("INSERT INTO removed VALUES (?)", (number,))

    def move_document(self, number: int, place: Place) -> None:
        """Tells where a document's text stands from now on."""
        given = (place.shelf, place.start, place.length, number)
        self._ask("UPDATE document SET shelf = ?, start = ?, length = ? WHERE number = ?", given)

    # Collections

    def collections(self) -> tuple[CollectionEntry, ...]:
        """The collections that hold at least one document, by name."""
        rows = self._ask(
            "SELECT collection.name, count(*), sum(document.characters), collection.title, collection.licence, "
            f"collection.package, collection.sha256, collection.documents {_FROM} "
            "GROUP BY collection.id ORDER BY collection.name"
        )
        return tuple(
            CollectionEntry(row[0], row[1], row[2], Origin(row[0], *row[3:]) if row[6] else None) for row in rows
        )

    def set_origin(self, origin: Origin) -> None:
        """Keeps where a named collection came from."""
        self._ask("INSERT OR IGNORE INTO collection (name) VALUES (?)", (origin.name,))
        self._ask(
            "UPDATE collection SET title = ?, licence = ?, package = ?, sha256 = ?, documents = ? WHERE name = ?",
            (origin.title, origin.licence, origin.package, origin.sha256, origin.documents, origin.name),
        )

    # The shelf

    def shelves(self) -> dict[int, int]:
        """The shelf files and how many bytes of each are written."""
        return dict(self._ask("SELECT id, length FROM shelf ORDER BY id").fetchall())

    def chunks(self) -> tuple[Chunk, ...]:
        """Every chunk of the shelf files, in order."""
        rows = self._ask("SELECT shelf, start, length, sha256 FROM chunk ORDER BY shelf, start")
        return tuple(Chunk(*row) for row in rows)

    def delete_shelves(self, shelves: Iterable[int]) -> None:
        """Tells that shelf files are no longer part of the library."""
        self.connection.executemany("DELETE FROM shelf WHERE id = ?", [(shelf,) for shelf in shelves])

    def insert_chunk(self, chunk: Chunk) -> None:
        """Tells that a shelf file has grown by a chunk."""
        self._ask(
            "INSERT INTO shelf VALUES (?, ?) ON CONFLICT DO UPDATE SET length = excluded.length",
            (chunk.shelf, chunk.start + chunk.length),
        )
        self._ask("INSERT INTO chunk VALUES (?, ?, ?, ?)", (chunk.shelf, chunk.start, chunk.length, chunk.sha256))

    # The postings

    def segments(self) -> tuple[SegmentRow, ...]:
        """The segments of the postings, oldest first."""
        files: dict[int, list[SegmentFile]] = {}
        for segment, *row in self._ask("SELECT segment, name, type, length, sha256 FROM file"):
            files.setdefault(segment, []).append(SegmentFile(*row))
        rows = self._ask("SELECT id, fingerprints, postings FROM segment ORDER BY id")
        return tuple(
            SegmentRow(number, fingerprints, postings, tuple(files.get(number, ())))
            for number, fingerprints, postings in rows
        )

    def next_segment(self) -> int:
        """A number that no segment ever had."""
        return self._next("segment")

    def insert_segment(self, row: SegmentRow) -> None:
        """Tells of a segment that was written."""
        self._ask("INSERT INTO segment VALUES (?, ?, ?)", (row.number, row.fingerprints, row.postings))
        for file in row.files:
            given = (row.number, file.name, file.type, file.length, file.sha256)
            self._ask("INSERT INTO file VALUES (?, ?, ?, ?, ?)", given)

    def delete_segments(self, numbers: Iterable[int]) -> None:
        """Tells that segments are no longer part of the library."""
        self.connection.executemany("DELETE FROM segment WHERE id = ?", [(number,) for number in numbers])

    def removed(self) -> tuple[int, ...]:
        """The numbers of removed documents whose postings may still stand in a segment."""
        return tuple(row[0] for row in self._ask("SELECT number FROM removed ORDER BY number"))

    def forget_removed(self, numbers: Iterable[int]) -> None:
        """Tells that no segment holds postings of these removed documents any more."""
        self.connection.executemany("DELETE FROM removed WHERE number = ?", [(number,) for number in numbers])

    # Words

    def insert_words(self, number: int, title: str, text: str) -> None:
        """Makes a document's folded words findable."""
        self._ask("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (number, title, text))

    def clear_words(self) -> None:
        """Makes no word findable."""
        self._ask("INSERT INTO words (words) VALUES ('delete-all')")

    def find_words(self, query: str, collection: str | None, most: int) -> list[Entry]:
        """The documents that answer an FTS5 query, best first; a title counts four times a text."""
        where = "" if collection is None else "AND collection.name = :collection"
        rows = self._ask(
            f"SELECT {_COLUMNS} {_FROM} JOIN words ON words.rowid = document.number "
            f"WHERE words MATCH :query {where} ORDER BY bm25(words, 4.0, 1.0), document.number LIMIT :most",
            {"query": query, "collection": collection, "most": most},
        )
        return [Entry(*row) for row in rows]
