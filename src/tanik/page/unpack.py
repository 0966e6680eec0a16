"""One input becomes the pages in it.

Comes in: a seekable binary stream and its name. Goes out: pieces, one for each thing that the input holds: an input
that is no container gives itself; a WARC, a WACZ, a page saved as MHTML, a ZIP of any of these, or one of them in gzip,
bzip2, xz or zstd gives its pages, and tells of all the rest why it is none. Streaming: one page is held at a time, and
containers in containers are read where they lie, or from a temporary file. What it is, the first bytes say; names only
help.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO, Final, cast

from tanik.errors import PageError
from tanik.page.members import MAX_PAGE, Bounds, Member, Piece, Rejected, Skipped, Why, inside
from tanik.page.mhtml import is_mhtml, read_mhtml
from tanik.page.saved import assets_of
from tanik.page.warc import read_warc, why_no_page
from tanik.page.warc_records import is_warc
from tanik.page.zipped import entries_of, is_document, spooled
from tanik.page.zstd import DICTIONARY, open_zstd

__all__ = [
    "HEAD",
    "MAX_PAGE",
    "PAGE_SUFFIXES",
    "Bounds",
    "Member",
    "Piece",
    "Rejected",
    "Skipped",
    "Why",
    "assets_of",
    "is_container",
    "is_named_page",
    "unpack",
    "why_not_named",
]

HEAD: Final = 65536  # how much of the front tells what it is
# What a folder or an archive is searched for. A file that is named outright is read whatever its suffix.
PAGE_SUFFIXES: Final = frozenset(
    (
        *(".htm", ".html", ".xhtml", ".shtml", ".markdown", ".md", ".text", ".txt"),
        *(".pdf", ".docx", ".odt", ".epub", ".xml", ".tei", ".mht", ".mhtml", ".vtt", ".srt"),
        *(
            ".warc",
            ".wacz",
            ".zip",
            ".warc.gz",
            ".warc.zst",
            ".xml.gz",
            ".xml.bz2",
            ".xml.xz",
            ".html.gz",
            ".htm.gz",
            ".txt.gz",
        ),
    )
)
_PACKED: Final[dict[bytes, Callable[[BinaryIO], IO[bytes]]]] = {
    b"\x1f\x8b\x08": lambda stream: cast(IO[bytes], gzip.GzipFile(fileobj=stream)),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ\x00": lzma.LZMAFile,
    b"\x28\xb5\x2f\xfd": open_zstd,
    DICTIONARY: open_zstd,
}
_ZIP: Final = b"PK\x03\x04"
_STEP: Final = 65536
_WIKI: Final = "application/mediawiki+xml"
# MediaWiki's numbers for messages, templates and modules, and the talk about them (Manual: Namespace constants).
_NO_PROSE: Final = frozenset({"8", "9", "10", "11", "828", "829"})
_LITTER: Final = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


def is_named_page(name: str) -> bool:
    """Whether a file of this name is taken from a folder.

    >>> is_named_page("crawl.WARC.gz"), is_named_page("logo.png")
    (True, False)
    """
    suffixes = PurePosixPath(name.lower()).suffixes
    return bool(suffixes) and (suffixes[-1] in PAGE_SUFFIXES or "".join(suffixes[-2:]) in PAGE_SUFFIXES)


def why_not_named(name: str) -> tuple[Why, str]:
    """Why a file of this name is not taken from a folder, and its ending.

    >>> why_not_named("logo.png")
    (<Why.IMAGE: 'image'>, '.png')
    """
    import mimetypes

    guessed = mimetypes.guess_type(f"x{PurePosixPath(name).suffix.lower()}", strict=False)[0]
    return (why_no_page(guessed) if guessed else None) or Why.NOT_PAGE, PurePosixPath(name).suffix.lower()[:20]


def is_container(head: bytes) -> bool:
    """Whether what begins with `head` has to be unpacked before it is read.

    >>> is_container(b"WARC/1.1\\r\\n"), is_container(b"<p>")
    (True, False)
    """
    return is_warc(head) or head.startswith((_ZIP, *_PACKED)) or is_mhtml(head) or _is_dump(head)


def _is_dump(head: bytes) -> bool:
    return b"<mediawiki" in head[:2048]


def unpack(
    stream: BinaryIO, name: str, *, known: Member | None = None, bounds: Bounds | None = None
) -> Iterator[Piece]:
    """The pieces of the input called `name`, in the order they stand in it.

    `stream` is seekable; `known` carries what its carrier said of it (address, media type, time of retrieval), for an
    input that is itself a page. Raises nothing for what is in the stream: damage is a `Rejected`.

    >>> [piece.name for piece in unpack(io.BytesIO(b"<p>Sivas"), "a.html")]
    ['a.html']
    """
    limits = bounds or Bounds()
    size = stream.seek(0, io.SEEK_END)
    purse = _Purse(max(limits.floor, limits.ratio * size))
    yield from _opened(stream, name, _Place(limits, purse, known=known))


class _Purse:
    """How many more bytes may be inflated from one input, containers within containers included."""

    def __init__(self, left: int) -> None:
        self.left = left

    def pay(self, size: int, name: str) -> None:
        """Take `size` from it. Raises `PageError` when it is empty."""
        self.left -= size
        if self.left < 0:
            raise PageError(f"{name}: what is packed in here unfolds as a bomb does; unpack it and hand in the part")


class _Place:
    """Where in an input the reading is: the limits, what is left to spend, how deep, and what is known."""

    __slots__ = ("bounds", "depth", "known", "purse")

    def __init__(self, bounds: Bounds, purse: _Purse, depth: int = 0, known: Member | None = None) -> None:
        self.bounds, self.purse, self.depth, self.known = bounds, purse, depth, known

    def deeper(self) -> _Place:
        """The place inside a container here."""
        return _Place(self.bounds, self.purse, self.depth + 1)


def _opened(stream: BinaryIO, name: str, place: _Place) -> Iterator[Piece]:
    """The pieces of a stream, by what its first bytes say it is."""
    stream.seek(0)
    head = stream.read(HEAD)
    if is_warc(head):
        yield from read_warc(stream, name, place.bounds)
    elif head.startswith(_ZIP):
        yield from _zipped(stream, name, place)
    elif head.startswith(tuple(_PACKED)):
        yield from _packed(stream, head, name, place)
    elif is_mhtml(head):
        stream.seek(0)
        yield from read_mhtml(stream.read(place.bounds.page + 1), name, place.bounds.page)
    elif _is_dump(head):
        yield from _dump(stream, name, place)
    else:
        yield _page(stream, name, place)


def _dump(stream: BinaryIO, name: str, place: _Place) -> Iterator[Piece]:
    """The pages of a MediaWiki dump; redirects, templates, modules and messages of the program are no pages."""
    from tanik.page.mediawiki import members

    stream.seek(0)
    try:
        for found in members(stream):
            inner = inside(name, found.title or "?")
            if found.namespace in _NO_PROSE:
                yield Skipped(name, inner, Why.NOT_PAGE, f"namespace {found.namespace}")
            elif found.leads_to is not None:
                yield Skipped(name, inner, Why.REDIRECT, f"leads to {found.leads_to}")
            elif len(found.data) > place.bounds.page:
                yield Rejected(name, inner, f"larger than {place.bounds.page:,} bytes; hand in the part that matters")
            else:
                yield Member(inner, found.data, path=inner, media_type=_WIKI)
    except PageError as error:
        yield Rejected(name, name, str(error))


def _page(stream: BinaryIO, name: str, place: _Place) -> Member:
    """The stream as one page; one byte more than a page may have, so that its reader can say so."""
    stream.seek(0)
    data = stream.read(place.bounds.page + 1)
    known = place.known
    if known is None:
        return Member(name, data, path=name)
    return Member(name, data, known.path, known.url, known.media_type, known.retrieved, known.truncated)


def _packed(stream: BinaryIO, head: bytes, name: str, place: _Place) -> Iterator[Piece]:
    """One file in gzip, bzip2, xz or zstd: unpacked into a temporary file, and read from there."""
    if place.depth >= place.bounds.depth:
        yield Rejected(name, name, f"more than {place.bounds.depth} containers in one another; unpack the outer ones")
        return
    opener = next(found for magic, found in _PACKED.items() if head.startswith(magic))
    stream.seek(0)
    with spooled(place.bounds.page) as inner:
        try:
            with opener(stream) as unpacked:
                _copy(unpacked, inner, name, place)
        except PageError as error:
            yield Rejected(name, name, str(error).removeprefix(f"{name}: "))
            return
        except (OSError, EOFError, zlib.error, lzma.LZMAError, ValueError) as error:
            inner.seek(0)
            if is_warc(inner.read(HEAD)):  # its records before the damage stand by themselves
                yield from _opened(inner, name, place.deeper())
            yield Rejected(name, name, f"the compressed file is cut or damaged ({error}); get a whole copy of it")
            return
        yield from _opened(inner, name, place.deeper())


def _copy(source: IO[bytes], target: BinaryIO, name: str, place: _Place) -> None:
    while step := source.read(_STEP):
        place.purse.pay(len(step), name)
        target.write(step)


def _zipped(stream: BinaryIO, name: str, place: _Place) -> Iterator[Piece]:
    """A ZIP archive: a document that is one (DOCX, ODT, EPUB) as a page, any other member by member."""
    if place.depth >= place.bounds.depth:
        yield Rejected(name, name, f"more than {place.bounds.depth} containers in one another; unpack the outer ones")
        return
    try:
        entries = entries_of(stream)
    except PageError as error:
        yield Rejected(name, name, str(error))
        return
    if is_document(entries):
        yield _page(stream, name, place)
        return
    names = [entry.name for entry in entries]
    assets = assets_of(names)
    crawl = "datapackage.json" in names and any(_is_crawl(entry) for entry in names)
    for entry in entries:
        inner = inside(name, entry.name)
        why = _why_no_entry(entry.name, assets, crawl)
        if why is not None:
            yield Skipped(name, inner, *why)
            continue
        try:
            with entry.open(stream, place.bounds.page, lambda size: place.purse.pay(size, name)) as opened:
                yield from _opened(opened, inner, place.deeper())
        except PageError as error:
            yield Rejected(name, inner, str(error))


def _is_crawl(entry: str) -> bool:
    """Whether a member of a WACZ holds its records (WACZ 1.1.1, 5.1)."""
    return entry.startswith("archive/") and entry.lower().endswith((".warc", ".warc.gz"))


def _why_no_entry(entry: str, assets: frozenset[str], crawl: bool) -> tuple[Why, str] | None:
    """Why a member of a ZIP archive is passed over unread, and its ending."""
    path = PurePosixPath(entry)
    if "__MACOSX" in path.parts or path.name.lower() in _LITTER:
        return Why.METADATA, path.name[:40]
    if crawl:
        return None if _is_crawl(entry) else (Why.ARCHIVE_RECORD, path.name[:40])
    if entry in assets:
        return Why.ASSET, path.suffix.lower()[:20]
    return None if is_named_page(entry) else why_not_named(entry)
