"""What goes into a library and what comes out of it.

A `Document` is what is taken in; an `Entry` is its row of the catalogue, without the text, so that a list of a million
is cheap. Everything else here is a report that a command shows to a person.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Final

from tanik.errors import RecordError

__all__ = [
    "AddReport",
    "CollectionEntry",
    "Damage",
    "Document",
    "Entry",
    "Found",
    "Origin",
    "Refused",
    "VerifyReport",
    "with_text",
]

_COLLECTION: Final = re.compile(r"[^\W_][\w.-]{0,63}")
_MOST_NAME: Final = 500
_HALF: Final = re.compile("[\ud800-\udfff]")
_DAY: Final = r"-?\d{4}(?:-(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12]\d|3[01]|XX))?)?[~?%]?"
_YEAR: Final = r"-?\d{2}[\dX]X[~?%]?"
# EDTF level 0 and what is used of level 1 (Library of Congress, 2019): a day, month or year, perhaps uncertain or
# with unspecified digits, or an interval that may be open.
_EDTF: Final = re.compile(rf"(?:{_DAY}|{_YEAR})(?:/(?:{_DAY}|{_YEAR}|\.\.)?)?|(?:\.\.)?/(?:{_DAY}|{_YEAR})")


@dataclass(frozen=True, slots=True)
class Document:
    """One text to be held as evidence, with what is known of it.

    `name` is unlike any other of its `collection`; the two make the `id`. `date` is EDTF. `source`, `volume` and
    `pages` say where the text was printed, `url` where it stands on the web. Raises `RecordError` if the collection's
    or the document's name cannot be part of an id, or the date is not EDTF.

    >>> Document("letters", "a-12", "Sevgili kardeşim", date="1921-05").id
    'letters:a-12'
    """

    collection: str
    name: str
    text: str
    title: str | None = None
    author: str | None = None
    date: str | None = None
    series: str | None = None
    source: str | None = None
    volume: str | None = None
    pages: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if not _COLLECTION.fullmatch(self.collection):
            raise RecordError(
                f"collection {self.collection!r}: letters, digits, '.', '-' and '_' only, at most 64 of them"
            )
        if not self.name.strip() or len(self.name) > _MOST_NAME or not self.name.isprintable():
            raise RecordError(f"id {self.name[:40]!r}: 1 to {_MOST_NAME} printable characters are needed")
        if self.date is not None and not _EDTF.fullmatch(self.date):
            raise RecordError(f"date {self.date[:40]!r} is not EDTF (write 1921-05-19, 1921-05 or 1921)")

        for value in (self.text, self.title, self.author, self.series, self.source, self.url):
            if value is not None and _HALF.search(value):
                raise RecordError("the text holds half a character (a lone surrogate): write it anew as UTF-8")

    @property
    def id(self) -> str:
        """The document's id in the library: ``collection:name``."""
        return f"{self.collection}:{self.name}"

    @property
    def sha256(self) -> str:
        """SHA-256 (hex) over all fields: two documents with the same one are the same."""
        known = [
            self.collection,
            self.name,
            self.title,
            self.author,
            self.date,
            self.series,
            self.source,
            self.volume,
            self.pages,
            self.url,
        ]
        head = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(f"{head}\n{self.text}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """A document's row of the catalogue: everything but its text, which has `characters` code points.

    `number` is the document's number in the postings; `sha256` is that of the whole document.
    """

    number: int
    id: str
    collection: str
    characters: int
    tokens: int
    sha256: str
    title: str | None = None
    author: str | None = None
    date: str | None = None
    series: str | None = None
    source: str | None = None
    volume: str | None = None
    pages: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A document that holds the words searched for, and a stretch of its text around the first of them."""

    entry: Entry
    start: int
    end: int
    snippet: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file or record that was not taken in, and why."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class AddReport:
    """What an `add` did: how many documents came new, and which were replaced, unchanged or refused."""

    added: int = 0
    unchanged: int = 0
    replaced: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a named collection came from: `sha256` is of the file it was read from."""

    name: str
    title: str
    licence: str
    package: str
    sha256: str
    documents: int


@dataclass(frozen=True, slots=True)
class CollectionEntry:
    """A collection of a library. `origin` is None for a collection of the user's own files."""

    name: str
    documents: int
    characters: int
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that is not what it was when it was written: a file (path in the library) or a document (id)."""

    what: str
    problem: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What `verify` read, what is damaged, and what could not be checked (`notes`)."""

    documents: int
    files: int
    damages: tuple[Damage, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether everything holds what it held when it was written."""
        return not self.damages


def with_text(entry: Entry, text: str) -> Document:
    """The document that `entry` and its `text` make."""
    name = entry.id.removeprefix(f"{entry.collection}:")
    return Document(
        entry.collection,
        name,
        text,
        entry.title,
        entry.author,
        entry.date,
        entry.series,
        entry.source,
        entry.volume,
        entry.pages,
        entry.url,
    )
