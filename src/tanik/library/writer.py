"""Changing a library: documents come in and go out, the index is made anew.

Comes in: documents. Goes out: files first (texts, postings), then one transaction that tells of them. A writer that is
killed leaves files that nothing tells of; the next writer clears them away. Files that a commit makes unneeded are
removed after it; readers that still use them have them open.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import Final

import numpy as np

from tanik.core.fold import fold
from tanik.errors import LibraryDamaged
from tanik.library.catalogue import Catalogue, SegmentRow
from tanik.library.lock import writing
from tanik.library.merge import choose_merge, merge_segments
from tanik.library.model import Document, Entry, Origin
from tanik.library.postings import LAYOUT, POSTINGS_FOLDER, Segment, SegmentWriter, segment_path, write_segment
from tanik.library.schema import CATALOGUE_FILE, clear_errors, connect_writer, transaction
from tanik.library.seal import SEAL_FILE, SealState, check_seal, write_seal
from tanik.library.shelf import SHELF_FOLDER, ShelfReader, append, shelf_path
from tanik.trace.sketch import SKETCH_VERSION, Sketch, sketch

__all__ = ["Outcome", "Writer", "index_version", "open_writer"]

# What is held in memory before it is committed: about 150 MB at most.
_MOST_POSTINGS: Final = 2_000_000
_MOST_CHARACTERS: Final = 16_000_000
_MOST_DOCUMENTS: Final = 20_000
_MOST_ROWS: Final = 2_000
_LARGEST_SHELF: Final = 1 << 30
_INDEX: Final = "index_version"


def index_version() -> str:
    """The version of the index that this Tanık makes and looks up in: that of the sketch and that of the arrays."""
    return f"{SKETCH_VERSION}/{LAYOUT}"


class Outcome(Enum):
    """What taking a document in came to."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@contextmanager
def open_writer(folder: Path) -> Iterator[Writer]:
    """A writer of the library in `folder`, which is made where there is none.

    Raises `LibraryBusy` where another process writes, `LibraryDamaged` where the catalogue is not what it was.
    """
    with clear_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with writing(folder):
            writer = Writer(folder)
            try:
                yield writer
                writer.finish()
            finally:
                writer.catalogue.connection.close()


class Writer:
    """Makes changes; use it through `open_writer`, which holds the lock and finishes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.catalogue = Catalogue(connect_writer(folder))
        self._pending: list[tuple[Document, Sketch, Entry | None]] = []
        self._ids: set[str] = set()
        self._written: set[int] = set()
        self._postings = 0
        self._characters = 0
        try:
            self._check()
            self._clear_away()
            self._has_version = self.catalogue.about(_INDEX) if self.catalogue.segments() else index_version()
        except BaseException:
            self.catalogue.connection.close()
            raise

    def _check(self) -> None:
        """Refuses to write on top of damage, which the next seal would hide."""
        generation = self.catalogue.generation
        state = check_seal(self._folder, generation)
        self._sealed = generation if state is SealState.WHOLE else -1
        if state is SealState.OUTDATED:
            row = self.catalogue.connection.execute("PRAGMA quick_check(1)").fetchone()
            state = SealState.WHOLE if row[0] == "ok" else SealState.BROKEN
        if state is SealState.BROKEN:
            raise LibraryDamaged(
                f"{self._folder / CATALOGUE_FILE}: the catalogue is not what was last written; restore it from a copy, "
                "or move the folder away and add the sources again"
            )

    def _clear_away(self) -> None:
        """Removes files that no commit tells of, and of those only our own: a desktop leaves its own behind."""
        segments = {segment_path(self._folder, row.number).name for row in self.catalogue.segments()}
        for path in (self._folder / POSTINGS_FOLDER).glob("[0-9]*"):
            if path.name not in segments and path.is_dir():
                shutil.rmtree(path)
        shelves = {shelf_path(self._folder, shelf).name for shelf in self.catalogue.shelves()}
        for path in (self._folder / SHELF_FOLDER).glob("[0-9]*.texts"):
            if path.name not in shelves:
                path.unlink()
        for path in self._folder.glob(f".{SEAL_FILE}.*.part"):
            path.unlink()

    # Documents

    def put(self, document: Document) -> Outcome:
        """Takes a document in: it is committed with others, by `finish` at the latest."""
        if document.id in self._ids:
            self.flush()
        before = self.catalogue.entry(document.id)
        if before and before.sha256 == document.sha256 and self._text(before.number) == document.text:
            return Outcome.UNCHANGED
        made = sketch(document.text)
        self._pending.append((document, made, before))
        self._ids.add(document.id)
        self._postings += len(made.fingerprints)
        self._characters += len(document.text)
        if (
            self._postings >= _MOST_POSTINGS
            or self._characters >= _MOST_CHARACTERS
            or len(self._pending) >= _MOST_DOCUMENTS
        ):
            self.flush()
        return Outcome.REPLACED if before else Outcome.ADDED

    def _text(self, number: int) -> str | None:
        """The text of a document as it stands on the shelf, None where that is damaged."""
        place = self.catalogue.place(number)
        try:
            with ShelfReader(self._folder, [place.shelf]) as shelf:
                return shelf.read(place)
        except (LibraryDamaged, FileNotFoundError):
            return None

    def flush(self) -> None:
        """Commits what was put so far."""
        if not self._pending:
            return
        self._require_index()
        pending, self._pending = self._pending, []
        self._ids.clear()
        self._postings = self._characters = 0
        first = self.catalogue.next_number()
        chunk, places = append(self._folder, *self._shelf_end(), [document.text for document, _, _ in pending])
        segment = self._write_postings(
            self.catalogue.next_segment(), [(first + index, made) for index, (_, made, _) in enumerate(pending)]
        )
        with transaction(self.catalogue.connection):
            self.catalogue.insert_chunk(chunk)
            if segment:
                self.catalogue.insert_segment(segment)
            for index, (document, made, before) in enumerate(pending):
                if before:
                    self.catalogue.delete_document(before.number)
                self.catalogue.insert_document(first + index, document, made.tokens, places[index])
                self._insert_words(first + index, document.title, document.text)
            self.catalogue.set_about(_INDEX, index_version())
            self.catalogue.raise_generation()
        if segment:
            self._written.add(segment.number)
        self._merge()

    def _insert_words(self, number: int, title: str | None, text: str) -> None:
        self.catalogue.insert_words(number, fold(title or ""), fold(text).replace("\0", " "))

    def _shelf_end(self) -> tuple[int, int]:
        """The shelf file to append to, and how far it is written."""
        shelf, length = max(self.catalogue.shelves().items(), default=(1, 0))
        return (shelf, length) if length < _LARGEST_SHELF else (shelf + 1, 0)

    def remove(self, number: int) -> None:
        """Takes a document out."""
        with transaction(self.catalogue.connection):
            self.catalogue.delete_document(number)
            self.catalogue.raise_generation()

    def set_origin(self, origin: Origin) -> None:
        """Keeps where a named collection came from."""
        with transaction(self.catalogue.connection):
            self.catalogue.set_origin(origin)
            self.catalogue.raise_generation()

    def finish(self) -> None:
        """Commits the rest, tidies up, reckons the summary and seals the catalogue; nothing where nothing changed."""
        self.flush()
        if self.catalogue.generation == self._sealed:
            return
        self._merge_written()
        written = sum(self.catalogue.shelves().values())
        if written > 2 * self.catalogue.text_bytes():
            self._compact()
        with transaction(self.catalogue.connection):
            # The seal of before must not be taken for one of this state.
            self.catalogue.raise_generation()
            self.catalogue.keep_summary()
        write_seal(self._folder, self.catalogue.connection, self.catalogue.generation)

    # Postings and compaction

    def _write_postings(self, number: int, sketches: list[tuple[int, Sketch]]) -> SegmentRow | None:
        """Writes the fingerprints of documents, by number, as segment `number`."""
        fingerprints = np.concatenate([made.fingerprints for _, made in sketches])
        if not len(fingerprints):
            return None
        counts = [len(made.fingerprints) for _, made in sketches]
        documents = np.repeat(np.array([document for document, _ in sketches], dtype=np.int32), counts)
        positions = np.concatenate([made.positions for _, made in sketches])
        path = segment_path(self._folder, number)
        return _closed(number, write_segment(path, fingerprints, documents, positions))

    def _merge(self) -> None:
        while chosen := choose_merge({row.number: row.postings for row in self.catalogue.segments()}):
            self._merge_segments(chosen)

    def _merge_written(self) -> None:
        """Makes one segment of what this writer has written: built once, it is looked up in many times."""
        there = {row.number for row in self.catalogue.segments()} & self._written
        if len(there) > 1:
            self._merge_segments(tuple(sorted(there)))

    def _merge_segments(self, numbers: tuple[int, ...]) -> None:
        rows = [row for row in self.catalogue.segments() if row.number in numbers]
        segments = [
            Segment(segment_path(self._folder, row.number), {file.name: file.type for file in row.files})
            for row in rows
        ]
        number = self.catalogue.next_segment()
        removed = np.array(self.catalogue.removed(), dtype=np.int64)
        written, left_out = merge_segments(segment_path(self._folder, number), segments, removed)
        merged = _closed(number, written)
        del segments
        with transaction(self.catalogue.connection):
            self.catalogue.delete_segments(numbers)
            self.catalogue.forget_removed(left_out)
            if merged.postings:
                self.catalogue.insert_segment(merged)
                if self._written.issuperset(numbers):
                    self._written.add(number)
            self.catalogue.raise_generation()
        self._clear_away()

    def _require_index(self) -> None:
        """Makes the index anew where another version of the sketch made it."""
        if self._has_version != index_version():
            with transaction(self.catalogue.connection):
                self._index_anew()
            self._has_version = index_version()
            self._clear_away()

    def reindex(self) -> None:
        """Makes the postings and the word index anew from the texts."""
        with transaction(self.catalogue.connection):
            self._index_anew()
        self._has_version = index_version()
        self._clear_away()
        self._merge()

    def _index_anew(self) -> None:
        """Part of a transaction: what readers see changes when that is committed."""
        number = self.catalogue.next_segment()
        self.catalogue.delete_segments([row.number for row in self.catalogue.segments()])
        self.catalogue.forget_removed(self.catalogue.removed())
        self.catalogue.clear_words()
        with ShelfReader(self._folder, list(self.catalogue.shelves())) as shelf:
            for batch in _batches(self.catalogue):
                sketches = []
                for entry in batch:
                    text = shelf.read(self.catalogue.place(entry.number))
                    sketches.append((entry.number, sketch(text)))
                    self._insert_words(entry.number, entry.title, text)
                segment = self._write_postings(number, sketches)
                if segment:
                    self.catalogue.insert_segment(segment)
                    number += 1
        self.catalogue.set_about(_INDEX, index_version())
        self.catalogue.raise_generation()

    def _compact(self) -> None:
        """Writes the texts and the index anew, without what was removed.

        Put off where a text that stays is damaged: that is for `verify` to tell.
        """
        try:
            with transaction(self.catalogue.connection):
                self._move_texts()
                self._index_anew()
        except LibraryDamaged:
            return
        self._has_version = index_version()
        self._clear_away()
        self._merge()

    def _move_texts(self) -> None:
        old = list(self.catalogue.shelves())
        target, length = max(old) + 1, 0
        with ShelfReader(self._folder, old) as shelf:
            for batch in _batches(self.catalogue):
                texts = [shelf.read(self.catalogue.place(entry.number)) for entry in batch]
                chunk, places = append(self._folder, target, length, texts)
                self.catalogue.insert_chunk(chunk)
                for entry, place in zip(batch, places, strict=True):
                    self.catalogue.move_document(entry.number, place)
                target, length = self._shelf_end()
        self.catalogue.delete_shelves(old)


def _closed(number: int, written: SegmentWriter) -> SegmentRow:
    files = written.close()
    return SegmentRow(number, written.fingerprints, written.postings, files)


def _batches(catalogue: Catalogue) -> Iterator[list[Entry]]:
    """All documents, in stretches that fit into memory with their texts."""
    after = 0
    while entries := catalogue.entries_after(after, _MOST_ROWS):
        batch, characters = [], 0
        for entry in entries:
            batch.append(entry)
            characters += entry.characters
            if characters >= _MOST_CHARACTERS:
                break
        after = batch[-1].number
        yield batch
