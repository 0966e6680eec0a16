"""Files become documents.

Comes in: paths (a page, a text, a folder, a container of pages, JSON Lines). Goes out: documents, one at a time, and
refusals with their reason in between: a bad file or record never stops the others. A file's id is its path below what
was named; a page's from a web archive its address without the scheme, as if it had been fetched; a record's is its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from tanik.errors import PageError, RecordError
from tanik.library.model import Document, Refused
from tanik.page.unpack import (
    HEAD,
    PAGE_SUFFIXES,
    Member,
    Piece,
    Rejected,
    Skipped,
    assets_of,
    is_container,
    is_named_page,
    unpack,
    why_not_named,
)

__all__ = ["DEFAULT_COLLECTION", "RECORD_SUFFIXES", "read_page", "read_page_file", "read_records", "read_source"]

DEFAULT_COLLECTION: Final = "texts"
RECORD_SUFFIXES: Final = frozenset({".jsonl", ".ndjson", ".jl"})
_LONGEST_LINE: Final = 25 * 1024 * 1024
# A byte more than a page may have, so that its reader can say so.
_MOST_BYTES: Final = 25 * 1024 * 1024 + 1
_LONGEST_NAME: Final = 400
_OPTIONAL: Final = ("title", "author", "date", "series", "source", "volume", "pages", "url")


# Told of what in a container is no page of its own: the container and the reason (a name of `tanik.page.unpack.Why`).
PassedOver = Callable[[str, str], None]


def read_source(
    source: Path, collection: str | None = None, *, passed_over: PassedOver | None = None
) -> Iterator[Document | Refused]:
    """The documents of one file, folder or container; `collection` overrides the one that a record names itself.

    `passed_over` is called with container and reason for everything that is no page of its own.

    >>> list(read_source(Path("no-such-file.txt")))
    [Refused(source='no-such-file.txt', reason='there is no such file')]
    """
    tell = passed_over or _silent
    if source.is_dir():
        yield from _read_folder(source, collection, tell)
    elif source.suffix.lower() in RECORD_SUFFIXES:
        yield from read_records(source, collection)
    else:
        yield from _read_file(source, "", collection, tell)


def _silent(_container: str, _reason: str) -> None:
    """Nobody wants to know."""


def _read_folder(folder: Path, collection: str | None, tell: PassedOver) -> Iterator[Document | Refused]:
    found = False
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    assets = assets_of(files)
    for name, path in files.items():
        if path.suffix.lower() in RECORD_SUFFIXES:
            found = True
            yield from read_records(path, collection)
        elif name in assets:
            tell(str(folder), "asset")
        elif not is_named_page(name):
            tell(str(folder), why_not_named(name)[0].value)
        else:
            found = True
            yield from _read_file(path, name, collection, tell)
    if not found:
        looked = " ".join(sorted(PAGE_SUFFIXES | RECORD_SUFFIXES))
        yield Refused(str(folder), f"no texts in this folder (looked for {looked})")


def _read_file(path: Path, name: str, collection: str | None, tell: PassedOver) -> Iterator[Document | Refused]:
    """A file that is a page, or the pages of a container; `name` is its own below the folder that was named, if any."""
    try:
        with path.open("rb") as stream:
            if is_container(stream.read(HEAD)):
                yield from _read_container(path, unpack(stream, str(path)), name, collection, tell)
                return
    except OSError:
        pass  # what is wrong is told where the file is read as a page
    yield read_page_file(path, name or path.name, collection)


def _read_container(
    path: Path, pieces: Iterator[Piece], name: str, collection: str | None, tell: PassedOver
) -> Iterator[Document | Refused]:
    taken: set[str] = set()
    for piece in pieces:
        if isinstance(piece, Skipped):
            tell(str(path), piece.why.value)
        elif isinstance(piece, Rejected):
            yield Refused(piece.name, piece.reason)
        else:
            called = _unlike(_member_name(path, piece, name), piece, taken)
            yield read_page(piece.data, called, collection, path=piece.path, url=piece.url, media_type=piece.media_type)


def _member_name(path: Path, member: Member, name: str) -> str:
    """What a page of a container is called in its collection."""
    inner = member.name.removeprefix(str(path)).removeprefix("!")
    if member.url and inner.endswith(member.url):
        called = member.url.partition("://")[2].rstrip("/")
    else:
        called = "!".join(part for part in (name, inner) if part) or path.name
    if len(called) <= _LONGEST_NAME:
        return called
    return f"{called[:_LONGEST_NAME]}#{hashlib.sha256(called.encode('utf-8', 'replace')).hexdigest()[:12]}"


def _unlike(called: str, member: Member, taken: set[str]) -> str:
    """The name, told apart from an earlier one of the same container by the time of the capture, or by a number."""
    made, number = called, 1
    while made in taken:
        number += 1
        made = f"{called}@{member.retrieved}" if member.retrieved and number == 2 else f"{called}@{number}"
    taken.add(made)
    return made


def read_page_file(path: Path, name: str, collection: str | None = None) -> Document | Refused:
    """The page or text in the file `path`, as the document `name`, or why it is none."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
    except FileNotFoundError:
        return Refused(str(path), "there is no such file")
    except OSError as error:
        return Refused(str(path), f"the file cannot be read ({error.strerror})")
    return read_page(data, name, collection, path=str(path))


def read_page(
    data: bytes,
    name: str,
    collection: str | None = None,
    *,
    path: str | None = None,
    url: str | None = None,
    media_type: str | None = None,
) -> Document | Refused:
    """The page whose bytes are `data`, as the document `name`, or why it is none."""
    from tanik.page.read import read

    source = path or url or name
    try:
        page = read(data, path=path, url=url, media_type=media_type)
        return Document(
            collection or DEFAULT_COLLECTION,
            name,
            page.text,
            title=page.title,
            author="; ".join(page.authors) or None,
            date=page.published,
            url=page.source.url,
        )
    except (PageError, RecordError) as error:
        return Refused(source, str(error).removeprefix(f"{source}: "))
    except Exception as error:  # noqa: BLE001 - one input of a batch: it is told of, and the others go on
        return Refused(source, f"it cannot be read ({type(error).__name__}: {error})")


def read_records(path: Path, collection: str | None = None) -> Iterator[Document | Refused]:
    """The records of a JSON Lines file: ``id`` and ``text``, and what else is known of the text.

    Blank lines are passed over; a line that is no record is refused under its number.
    """
    try:
        with path.open("rb") as file:
            for number, line in enumerate(_lines(file), 1):
                if line is not None and not line.strip():
                    continue
                try:
                    yield _document(line, collection)
                except RecordError as error:
                    yield Refused(f"{path}:{number}", str(error))
    except FileNotFoundError:
        yield Refused(str(path), "there is no such file")
    except OSError as error:
        yield Refused(str(path), f"the file cannot be read ({error.strerror})")


def _lines(file: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a file, None for one that is too long to be held."""
    while line := file.readline(_LONGEST_LINE):
        if len(line) < _LONGEST_LINE or line.endswith(b"\n"):
            yield line
            continue
        while (rest := file.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        yield None


def _document(line: bytes | None, collection: str | None) -> Document:
    if line is None:
        raise RecordError(f"a line of more than {_LONGEST_LINE >> 20} MB; part the text into several records")
    try:
        record = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except UnicodeDecodeError as error:
        raise RecordError("not UTF-8; write the file as UTF-8") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise RecordError(f"no JSON ({error})") from error
    if not isinstance(record, dict):
        raise RecordError('a record is an object: {"id": …, "text": …}')
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise RecordError("the record has no text" if text is None or isinstance(text, str) else "text is no string")
    named = collection or _field(record, "collection") or DEFAULT_COLLECTION
    name = _field(record, "id")
    if name is None:
        raise RecordError("the record has no id")
    return Document(named, name.removeprefix(f"{named}:"), text, **{key: _field(record, key) for key in _OPTIONAL})


def _field(record: dict[str, object], key: str) -> str | None:
    """What a record says under `key`, as words; numbers are taken as written, a list of words is joined."""
    value = record.get(key)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "; ".join(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise RecordError(f"{key} is no string")
    return (value or "").strip() or None
