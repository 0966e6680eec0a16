"""Files become documents.

Comes in: paths (a page, a text, a folder, JSON Lines). Goes out: documents, one at a time, and refusals with their
reason in between: a bad file or record never stops the others. A file's id is its path below what was named; a record's
is its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from tanik.errors import PageError, RecordError
from tanik.library.model import Document, Refused

__all__ = ["DEFAULT_COLLECTION", "RECORD_SUFFIXES", "read_page", "read_page_file", "read_records", "read_source"]

DEFAULT_COLLECTION: Final = "texts"
RECORD_SUFFIXES: Final = frozenset({".jsonl", ".ndjson", ".jl"})
PAGE_SUFFIXES: Final = frozenset({".htm", ".html", ".markdown", ".md", ".text", ".txt", ".xhtml"})
_LONGEST_LINE: Final = 25 * 1024 * 1024
# A byte more than a page may have, so that its reader can say so.
_MOST_BYTES: Final = 25 * 1024 * 1024 + 1
_OPTIONAL: Final = ("title", "author", "date", "series", "source", "volume", "pages", "url")


def read_source(source: Path, collection: str | None = None) -> Iterator[Document | Refused]:
    """The documents of one file or folder; `collection` overrides the one that a record names itself.

    >>> list(read_source(Path("no-such-file.txt")))
    [Refused(source='no-such-file.txt', reason='there is no such file')]
    """
    if source.is_dir():
        yield from _read_folder(source, collection)
    elif source.suffix.lower() in RECORD_SUFFIXES:
        yield from read_records(source, collection)
    else:
        yield read_page_file(source, source.name, collection)


def _read_folder(folder: Path, collection: str | None) -> Iterator[Document | Refused]:
    found = False
    for path in sorted(folder.rglob("*")):
        suffix = path.suffix.lower()
        if suffix not in PAGE_SUFFIXES | RECORD_SUFFIXES or not path.is_file():
            continue
        found = True
        if suffix in RECORD_SUFFIXES:
            yield from read_records(path, collection)
        else:
            yield read_page_file(path, path.relative_to(folder).as_posix(), collection)
    if not found:
        looked = " ".join(sorted(PAGE_SUFFIXES | RECORD_SUFFIXES))
        yield Refused(str(folder), f"no texts in this folder (looked for {looked})")


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
    data: bytes, name: str, collection: str | None = None, *, path: str | None = None, url: str | None = None
) -> Document | Refused:
    """The page whose bytes are `data`, as the document `name`, or why it is none."""
    from tanik.page.read import read

    source = path or url or name
    try:
        page = read(data, path=path, url=url)
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
