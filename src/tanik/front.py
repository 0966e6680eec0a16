"""The main verb, as the package and the command line share it, and how what was handed in becomes bytes.

Comes in: the words given for pages (a file, a folder, an address, ``-``). Goes out: a dossier. What cannot be read
becomes an input with a reason, so that the others go on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from os import PathLike
from pathlib import Path
from typing import Final

from tanik.dossier.model import Dossier
from tanik.errors import FetchError
from tanik.examine import Input, Progress, examine
from tanik.trace.model import Evidence

__all__ = ["PAGE_SUFFIXES", "Keep", "check", "gather"]

Keep = Callable[[bytes], None]

# What a folder is searched for. A file that is named outright is read whatever its suffix.
PAGE_SUFFIXES: Final = frozenset({".htm", ".html", ".markdown", ".md", ".text", ".txt", ".xhtml"})
# One byte more than a page may have, so that the reader can say "too large" without reading a whole disk image.
_MOST_BYTES: Final = 25 * 1024 * 1024 + 1


def check(
    pages: Iterable[str | PathLike[str]],
    library: Evidence | None = None,
    *,
    language: str = "en",
    as_of: date | None = None,
    progress: Progress | None = None,
    keep: Keep | None = None,
    may_fetch: bool = True,
) -> Dossier:
    """Read `pages` (files, folders, addresses, ``-``) and write one dossier over all of them.

    `library` is an open library, or None to trace nothing. `keep` is given the raw exchange (gzipped WARC records) of
    each address that is fetched; `may_fetch` False forbids fetching. A page that cannot be read stands in the
    dossier's ``refused`` with its reason; nothing is raised for it.

    >>> check(["no-such-page.html"]).refused[0].reason
    'there is no such file'
    """
    words = [str(page) for page in pages]
    return examine(
        gather(words, keep=keep, may_fetch=may_fetch), library, as_of=as_of, language=language, progress=progress
    )


def gather(words: Iterable[str], *, keep: Keep | None = None, may_fetch: bool = True) -> Iterator[Input]:
    """The inputs that `words` name: files as they are, folders file by file, addresses fetched, ``-`` read."""
    for word in words:
        if word == "-":
            yield Input("-", sys.stdin.buffer.read(_MOST_BYTES), retrieved=_now())
        elif word.startswith(("http://", "https://")):
            yield _address(word, keep) if may_fetch else Input(word, url=word, reason="fetching is forbidden here")
        elif Path(word).is_dir():
            yield from _folder(Path(word))
        else:
            yield _file(Path(word))


def _address(url: str, keep: Keep | None) -> Input:
    from tanik.fetch import fetch

    try:
        fetched = fetch(url)
    except FetchError as error:
        return Input(url, url=url, reason=str(error).removeprefix(f"{url}: "))
    if keep is not None:
        keep(fetched.exchange)
    return Input(url, fetched.data, url=fetched.url, media_type=fetched.media_type, retrieved=fetched.retrieved)


def _folder(folder: Path) -> Iterator[Input]:
    try:
        found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in PAGE_SUFFIXES and p.is_file())
    except OSError as error:
        yield Input(str(folder), path=str(folder), reason=f"the folder cannot be read ({error.strerror})")
        return
    if not found:
        kinds = " ".join(sorted(PAGE_SUFFIXES))
        yield Input(str(folder), path=str(folder), reason=f"no pages in this folder (looked for {kinds})")
    for path in found:
        yield _file(path)


def _file(path: Path) -> Input:
    try:
        with path.open("rb") as stream:
            data = stream.read(_MOST_BYTES)
    except FileNotFoundError:
        return Input(str(path), path=str(path), reason="there is no such file")
    except OSError as error:
        return Input(str(path), path=str(path), reason=f"the file cannot be read ({error.strerror})")
    return Input(str(path), data, path=str(path))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
