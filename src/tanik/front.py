"""The main verb, as the package and the command line share it, and how what was handed in becomes inputs.

Comes in: the words given for pages (a file, a folder, an address, ``-``). Goes out: a dossier. Containers are unpacked
into their pages; what cannot be read becomes an input with a reason, so that the others go on. Where there are many
pages they are read by several processes, which open the library each for itself: reading, finding facts and tracing
are all of the work but the comparison at the end.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from itertools import chain, islice
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from tanik.dossier.model import Dossier
from tanik.errors import FetchError, LibraryError
from tanik.examine import Examination, How, Input, Omitted, Outcome, Progress, examine, examine_input
from tanik.library.library import Library
from tanik.page.unpack import (
    HEAD,
    MAX_PAGE,
    PAGE_SUFFIXES,
    Member,
    Piece,
    Skipped,
    assets_of,
    is_container,
    is_named_page,
    unpack,
    why_not_named,
)
from tanik.trace.model import Evidence
from tanik.workers import cores, in_order

if TYPE_CHECKING:
    from tanik.fetch import Limits

__all__ = ["PAGE_SUFFIXES", "Keep", "Watch", "check", "count_files", "examination", "gather", "loaded"]

Keep = Callable[[bytes], None]
Given = Iterator[Input | Omitted]
Watch = Callable[[Iterable[Input | Omitted]], Iterable[Input | Omitted]]

# Below so many pages a second process costs more time to start than it saves (docs/benchmarks.md, containers).
_FEW: Final = 24
_URL: Final = ("http://", "https://")


def check(  # noqa: PLR0913 - each by its own name
    pages: Iterable[str | PathLike[str]],
    library: Evidence | None = None,
    *,
    language: str = "en",
    as_of: date | None = None,
    progress: Progress | None = None,
    keep: Keep | None = None,
    watch: Watch | None = None,
    may_fetch: bool = True,
    limits: Limits | None = None,
    jobs: int = 1,
    fast: bool = False,
    every_clause: bool = False,
) -> Dossier:
    """Read `pages` (files, folders, containers, addresses, ``-``) and write one dossier over all of them.

    `library` is an open library, or None to trace nothing. `keep` is given the raw exchange (gzipped WARC records) of
    each address that is fetched within `limits`; `watch` sees the inputs go by and gives them on; `may_fetch` False
    forbids fetching. `jobs` is how many processes may read (0: one for each core); a script that asks for more than one
    keeps its own work behind ``if __name__ == "__main__":``, because each process imports it. `fast` finds names by
    tables and rules alone, without the trained model. `every_clause` tells every clause that could be looked up, and
    not only what is worth looking up first (`Statement.further` says which were added). A page that cannot be read
    stands in the dossier's ``refused`` with its reason; nothing is raised for it.

    >>> check(["no-such-page.html"]).refused[0].reason
    'there is no such file'
    """
    words = [str(page) for page in pages]
    inputs = gather(words, keep=keep, may_fetch=may_fetch, limits=limits)
    how = How(as_of, fast, every_clause)
    return examine(
        watch(inputs) if watch is not None else inputs,
        library,
        how=how,
        language=language,
        progress=progress,
        examination=examination(library, how, jobs or cores()),
    )


def count_files(words: Iterable[str | PathLike[str]]) -> int | None:
    """How many pages `words` name, as far as that shows without opening them; None where a container may hold more.

    >>> count_files(["a.html", "b.pdf"]), count_files(["crawl.warc.gz"])
    (2, None)
    """
    count = 0
    for word in map(str, words):
        files = [word] if word.startswith(_URL) or not Path(word).is_dir() else _listed(Path(word))
        if any(_may_hold_more(str(name)) for name in files):
            return None
        count += sum(isinstance(name, str) or is_named_page(name.name) for name in files)
    return count


def _may_hold_more(name: str) -> bool:
    return name.lower().endswith((".warc", ".gz", ".bz2", ".xz", ".wacz", ".zip", ".xml", ".mht", ".mhtml"))


def gather(
    words: Iterable[str], *, keep: Keep | None = None, may_fetch: bool = True, limits: Limits | None = None
) -> Given:
    """The inputs that `words` name: files, folders file by file, containers page by page, addresses fetched."""
    for word in words:
        if word == "-":
            yield from _standard_input()
        elif word.lower().startswith(_URL):
            yield from _address(word, keep, limits) if may_fetch else _refused(word, "fetching is forbidden here")
        elif Path(word).is_dir():
            yield from _folder(Path(word))
        else:
            yield from _file(Path(word))


def _refused(name: str, reason: str) -> Given:
    yield Input(name, url=name, reason=reason) if name.startswith(_URL) else Input(name, path=name, reason=reason)


def _standard_input() -> Given:
    """What is piped in: a page, or a container, which has to be read from any place and so goes through a file."""
    import shutil
    import tempfile

    head = sys.stdin.buffer.read(HEAD)
    if not is_container(head):
        yield Input("-", head + sys.stdin.buffer.read(MAX_PAGE + 1 - len(head)), retrieved=_now())
        return
    with tempfile.TemporaryFile() as held:
        held.write(head)
        shutil.copyfileobj(sys.stdin.buffer, held)
        yield from _unpacked(held, "-", Member("-", b"", retrieved=_now()))


def _address(url: str, keep: Keep | None, limits: Limits | None) -> Given:
    from tanik.fetch import fetch

    try:
        fetched = fetch(url, limits=limits)
    except FetchError as error:
        yield Input(url, url=url, reason=str(error).removeprefix(f"{url}: "))
        return
    if keep is not None:
        keep(fetched.exchange)
    known = Member(url, b"", url=fetched.url, media_type=fetched.content_type, retrieved=fetched.retrieved)
    if is_container(fetched.data[:HEAD]):
        yield from _unpacked(io.BytesIO(fetched.data), url, known)
    else:
        yield Input(url, fetched.data, url=known.url, media_type=known.media_type, retrieved=known.retrieved)


def _listed(folder: Path) -> list[Path]:
    """The files in and below `folder`, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _folder(folder: Path) -> Given:
    try:
        files = _listed(folder)
    except OSError as error:
        yield Input(str(folder), path=str(folder), reason=f"the folder cannot be read ({error.strerror})")
        return
    names = {path: path.relative_to(folder).as_posix() for path in files}
    assets = assets_of(names.values())
    if not any(is_named_page(path.name) for path in files):
        kinds = " ".join(sorted(PAGE_SUFFIXES))
        yield Input(str(folder), path=str(folder), reason=f"no pages in this folder (looked for {kinds})")
        return
    for path in files:
        if names[path] in assets:
            yield Omitted(str(folder), "asset")
        elif not is_named_page(path.name):
            yield Omitted(str(folder), why_not_named(path.name)[0].value)
        else:
            yield from _file(path, str(folder))


def _file(path: Path, container: str | None = None) -> Given:
    """One file: a page, whose bytes are read where it is examined, or a container."""
    try:
        with path.open("rb") as stream:
            if is_container(stream.read(HEAD)):
                yield from _unpacked(stream, str(path))
                return
    except FileNotFoundError:
        yield Input(str(path), path=str(path), reason="there is no such file", container=container)
        return
    except OSError as error:
        yield Input(str(path), path=str(path), reason=_unreadable(error), container=container)
        return
    yield Input(str(path), path=str(path), file=str(path), container=container)


def _unreadable(error: OSError) -> str:
    return f"the file cannot be read ({error.strerror})"


def _unpacked(stream: BinaryIO, name: str, known: Member | None = None) -> Given:
    """The pages of a container; one that turns out to be a single page is no container."""
    pieces = unpack(stream, name, known=known)
    first = list(islice(pieces, 2))
    alone = len(first) == 1 and first[0].name == name
    for piece in chain(first, pieces):
        yield _given(piece, None if alone else name)


def _given(piece: Piece, container: str | None) -> Input | Omitted:
    if isinstance(piece, Skipped):
        return Omitted(container or piece.container, piece.why.value)
    if isinstance(piece, Member):
        return Input(
            piece.name,
            piece.data,
            path=piece.path,
            url=piece.url,
            media_type=piece.media_type,
            retrieved=piece.retrieved,
            container=container,
            truncated=piece.truncated,
        )
    return Input(piece.name, path=piece.name, reason=piece.reason, container=container)


# Several processes


def examination(evidence: Evidence | None, how: How | None = None, jobs: int = 1) -> Examination:
    """How inputs are examined: one after the other, or in `jobs` processes where there are many.

    Other evidence than a `Library` cannot be opened in another process, and is searched in this one.

    >>> [outcome.reason for outcome in examination(None)([Input("a.txt", b" ")])]
    ['there is nothing in it but white space']
    """
    how = how or How()
    alone = partial(_in_turn, evidence, how)
    if jobs < 2 or not (evidence is None or isinstance(evidence, Library)):
        return alone

    def shared(inputs: Iterable[Input]) -> Iterator[Outcome]:
        """The outcomes of inputs parted among workers; few of them are not worth starting any."""
        waiting = iter(inputs)
        few = list(islice(waiting, _FEW))
        if len(few) < _FEW:
            yield from alone(few)
            return
        place = None if evidence is None else (evidence.path, evidence.searched.digest)
        for done in in_order(partial(_begin, place, how), chain(few, waiting), jobs, _name):
            yield done.result or Outcome(done.name, None, done.lost)

    return shared


def _examined(evidence: Evidence | None, how: How, given: Input) -> Outcome:
    return examine_input(loaded(given), evidence, None, how)


def _in_turn(evidence: Evidence | None, how: How, inputs: Iterable[Input]) -> Iterator[Outcome]:
    return (_examined(evidence, how, given) for given in inputs)


def _begin(place: tuple[Path, str] | None, how: How) -> Callable[[Input], Outcome]:
    """What a process does before its first input. Raises `LibraryError` where the library is not the one meant."""
    if place is None:
        return partial(_examined, None, how)
    library = Library.open(place[0])
    if library.searched.digest != place[1]:
        raise LibraryError(f"{place[0]}: the library was changed while it was being searched; run again")
    from tanik.trace.run import Documents

    return partial(_examined, Documents(library), how)


def _name(given: Input) -> str:
    return given.name


def loaded(given: Input) -> Input:
    """The input with its bytes, one more than a page may have, so that its reader can say so."""
    if given.file is None:
        return given
    try:
        with Path(given.file).open("rb") as stream:
            return replace(given, data=stream.read(MAX_PAGE + 1), file=None)
    except OSError as error:
        return replace(given, reason=_unreadable(error), file=None)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
