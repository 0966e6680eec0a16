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
from tanik.errors import PageError, RecordError, UnknownDocument, UsageError
from tanik.page.model import Page, SegmentKind

if TYPE_CHECKING:
    from tanik.trace.model import Witness

__all__ = ["Named", "collate", "find_renderings", "read_witnesses"]

_SIGIL: Final = re.compile(r"^([^\W_][\w.-]{0,11})=(.+)$", re.S)
_MOST_BYTES: Final = 25 * 1024 * 1024 + 1
_AUTHORS: Final = (SegmentKind.PARAGRAPH, SegmentKind.QUOTATION, SegmentKind.SIGNATURE)
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
    whole: bool = False,
) -> Apparatus:
    """`witnesses` (files, ids of documents in `library`, ``-``, texts) side by side, told from the one called `base`.

    Of a web page only what its author wrote is taken, or with `whole` all of it, menus included. The order of the
    witnesses changes nothing but the order of columns. Raises `UsageError` where one cannot be read.

    >>> apparatus = collate([WitnessText("A", "Köprü yıkıldı."), WitnessText("B", "Köprü yıkılmadı.")])
    >>> apparatus.variants[0].readings[1].kind
    <DifferenceKind.POLARITY: 'polarity'>
    """
    from tanik.compare.collate.apparatus import build_apparatus
    from tanik.compare.collate.run import collate as lay

    read = read_witnesses(witnesses, library, whole=whole)
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


def read_witnesses(
    witnesses: Iterable[Given], library: Named | None = None, *, whole: bool = False
) -> Collation | tuple[WitnessText, ...]:
    """The texts of `witnesses`; one file of CollateX JSON gives its witnesses, or its table as a collation.

    Of a web page only what its author wrote is taken, or with `whole` all of it. Raises `UsageError` where one cannot
    be read.
    """
    given = list(witnesses)
    if len(given) == 1 and isinstance(given[0], str | PathLike) and str(given[0]).lower().endswith(".json"):
        return _collatex(Path(given[0]))
    sigils = _sigils(given)
    return tuple(_read(one, sigil, library, whole=whole) for one, sigil in zip(given, sigils, strict=True))


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


def _read(one: Given, sigil: str, library: Named | None, *, whole: bool) -> WitnessText:
    if isinstance(one, WitnessText):
        return one
    _, name = _parted(str(one))
    if name == "-":
        return WitnessText(sigil, sys.stdin.buffer.read(_MOST_BYTES).decode("utf-8-sig", "replace"), source="-")
    if ":" in name and not Path(name).exists():
        return _document(name, sigil, library)
    return _file(Path(name), sigil, whole=whole)


def _document(name: str, sigil: str, library: Named | None) -> WitnessText:
    if library is None:
        raise UsageError(f"{name}: there is no such file, and no library was given in which it could be a document")
    try:
        found = library.named(name)
    except UnknownDocument as error:
        raise UsageError(str(error)) from error
    return WitnessText(sigil, found.text, found.title, found.date, found.id)


def _file(path: Path, sigil: str, *, whole: bool) -> WitnessText:
    from tanik.page.read import read

    try:
        with path.open("rb") as file:
            page = read(file.read(_MOST_BYTES), path=str(path))
    except FileNotFoundError as error:
        raise UsageError(f"{path}: there is no such file") from error
    except OSError as error:
        raise UsageError(f"{path}: the file cannot be read ({error.strerror})") from error
    except (PageError, RecordError) as error:
        raise UsageError(f"{path}: {str(error).removeprefix(f'{path}: ')}") from error
    text = page.text if whole or "html" not in page.source.media_type else _written(page)
    return WitnessText(sigil, text, page.title or path.name, page.published, str(path))


def _written(page: Page) -> str:
    """What the page's author wrote: its paragraphs and quotations; all of it where the reader found none."""
    spans: list[Span] = []
    for segment in sorted(page.segments, key=lambda one: (one.span.start, -one.span.end)):
        if segment.kind in _AUTHORS and not (spans and segment.span.start < spans[-1].end):
            spans.append(segment.span)
    return "\n\n".join(span.of(page.text) for span in spans) or page.text
