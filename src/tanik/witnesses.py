"""Witnesses handed in become a collation, as the package and the command line share it.

Comes in: what the caller calls witnesses: files, ids of library documents, ``-``, or texts. Goes out: an apparatus.
A witness may be given a siglum (``M=letter.txt``); else the witnesses are A, B, C and so on, in the order they came.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from tanik.compare.collation import Apparatus, Collation, Rendering, Spelling, View, WitnessText
from tanik.core.span import Span
from tanik.errors import RecordError, UnknownDocument, UsageError

if TYPE_CHECKING:
    from tanik.trace.model import Witness

__all__ = ["Named", "collate", "find_renderings", "read_witnesses"]

_SIGIL: Final = re.compile(r"^([^\W_][\w.-]{0,11})=(.+)$", re.S)
_MOST_BYTES: Final = 25 * 1024 * 1024 + 1
Given = str | PathLike[str] | WitnessText


class Named(Protocol):
    """Whoever holds documents by id: a library."""

    def named(self, identity: str) -> Witness:
        """The document of that id. Raises `UnknownDocument`."""
        ...


def collate(
    witnesses: Iterable[Given],
    library: Named | None = None,
    *,
    base: str | None = None,
    view: View | str = View.NORMAL,
    spelling: Spelling | str = Spelling.SHOWN,
) -> Apparatus:
    """`witnesses` (files, ids of documents in `library`, ``-``, texts) side by side, told from the one called `base`.

    The order of the witnesses changes nothing but the order of columns. Raises `UsageError` where one cannot be read.

    >>> apparatus = collate([WitnessText("A", "Köprü yıkıldı."), WitnessText("B", "Köprü yıkılmadı.")])
    >>> apparatus.variants[0].readings[1].kind
    <DifferenceKind.POLARITY: 'polarity'>
    """
    from tanik.compare.collate.apparatus import build_apparatus
    from tanik.compare.collate.run import collate as lay

    read = read_witnesses(witnesses, library)
    collation = read if isinstance(read, Collation) else lay(read)
    return build_apparatus(collation, base, view=View(view), spelling=Spelling(spelling))


def find_renderings(
    witnesses: Iterable[Given], library: Named | None = None
) -> tuple[tuple[WitnessText, ...], tuple[Rendering, ...]]:
    """The texts of `witnesses`, and the originals and renderings that stand in them, passage by passage.

    One text may hold both. Raises `UsageError` where one cannot be read.

    >>> old = "1 – Bu sene harbe nihayet verilecek, kuvvetler geri alınacaktır."
    >>> new = "1 – Bu yıl savaşa son verilecek, kuvvetler geri alınacaktır."
    >>> _, (found,) = find_renderings([WitnessText("A", new), WitnessText("B", old)])
    >>> found.original, found.modern
    (1, 0)
    """
    from tanik.compare.collate.renderings import Laid
    from tanik.compare.collate.renderings import find_renderings as find

    read = read_witnesses(witnesses, library)
    texts = tuple(witness.about for witness in read.witnesses) if isinstance(read, Collation) else read
    return texts, find([Laid(text.text, (Span(0, len(text.text)),)) for text in texts])


def read_witnesses(witnesses: Iterable[Given], library: Named | None = None) -> Collation | tuple[WitnessText, ...]:
    """The texts of `witnesses`; one file of CollateX JSON gives its witnesses, or its table as a collation.

    Raises `UsageError` where one cannot be read.
    """
    given = list(witnesses)
    if len(given) == 1 and isinstance(given[0], str | PathLike) and str(given[0]).lower().endswith(".json"):
        return _collatex(Path(given[0]))
    sigils = _sigils(given)
    return tuple(_read(one, sigil, library) for one, sigil in zip(given, sigils, strict=True))


def _collatex(path: Path) -> Collation | tuple[WitnessText, ...]:
    from tanik.dossier.apparatus.collatex import from_collatex

    try:
        return from_collatex(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error})") from error
    except RecordError as error:
        raise UsageError(f"{path}: {error}") from error


def _parted(word: str) -> tuple[str | None, str]:
    """The siglum that a word gives, if any, and what it names."""
    found = _SIGIL.match(word)
    return (found[1], found[2]) if found and not Path(word).exists() else (None, word)


def _sigils(given: Sequence[Given]) -> list[str]:
    """A siglum for each witness: its own, or the next free letter."""
    own = [one.sigil if isinstance(one, WitnessText) else _parted(str(one))[0] for one in given]
    free = (letters for letters in _letters() if letters not in own)
    return [sigil or next(free) for sigil in own]


def _letters() -> Iterator[str]:
    """A, B, …, Z, A2, B2, …"""
    round_ = 1
    while True:
        yield from (chr(code) + (str(round_) if round_ > 1 else "") for code in range(ord("A"), ord("Z") + 1))
        round_ += 1


def _read(one: Given, sigil: str, library: Named | None) -> WitnessText:
    if isinstance(one, WitnessText):
        return one
    _, name = _parted(str(one))
    if name == "-":
        return WitnessText(sigil, sys.stdin.buffer.read(_MOST_BYTES).decode("utf-8-sig", "replace"), source="-")
    if ":" in name and not Path(name).exists():
        return _document(name, sigil, library)
    return _file(Path(name), sigil)


def _document(name: str, sigil: str, library: Named | None) -> WitnessText:
    if library is None:
        raise UsageError(f"{name}: there is no such file, and no library was given in which it could be a document")
    try:
        found = library.named(name)
    except UnknownDocument as error:
        raise UsageError(str(error)) from error
    return WitnessText(sigil, found.text, found.title, found.date, found.id)


def _file(path: Path, sigil: str) -> WitnessText:
    from tanik.library.model import Refused
    from tanik.library.sources import read_page_file

    read = read_page_file(path, path.name)
    if isinstance(read, Refused):
        raise UsageError(f"{read.source}: {read.reason}")
    return WitnessText(sigil, read.text, read.title or path.name, read.date, str(path))
