"""A collation on a terminal.

Comes in: an apparatus. Goes out: text of a given width, with colour codes or without: who the witnesses are, then every
difference with a little of the base text before it, its readings below one another, and the passages that moved. A
stranger's text is made fit to be shown first and is never read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tanik.compare.collation import Apparatus
from tanik.dossier.apparatus.view import Entry, Shown, Variant, show
from tanik.dossier.apparatus.words import say_kind, say_of
from tanik.dossier.console import HEAD, SAME, SENSE, SIGIL, SOFT, printed, styled
from tanik.dossier.display import shorten
from tanik.dossier.edtf import in_words
from tanik.dossier.words import number

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["to_text"]

_BEFORE, _LONGEST = 34, 160


def to_text(apparatus: Apparatus, *, lang: str = "en", width: int = 100, colour: bool = False) -> str:
    """`apparatus` as text `width` columns wide.

    >>> from tanik.compare.collate.apparatus import build_apparatus
    >>> from tanik.compare.collate.run import collate
    >>> from tanik.compare.collation import WitnessText
    >>> table = collate([WitnessText("A", "Sulh istiyoruz"), WitnessText("B", "Barış istiyoruz")])
    >>> print(to_text(build_apparatus(table), lang="tr").splitlines()[3])
    1 fark: sadeleştirme 1
    """
    return printed(_lines(apparatus, show(apparatus), lang), width, colour=colour)


def _lines(apparatus: Apparatus, shown: Shown, lang: str) -> Iterator[RenderableType]:
    yield from _witnesses(apparatus, lang)
    yield styled()
    kinds = ", ".join(f"{say_kind(kind, lang)} {number(count, lang)}" for kind, count in shown.kinds)
    counted = say_of("entries", lang, n=len(shown.entries))
    yield styled((counted, HEAD), (f": {kinds}" if kinds else "", SOFT))
    if shown.of_meaning:
        yield styled((say_of("of_meaning", lang, n=shown.of_meaning), SENSE))
    if not shown.entries:
        yield styled((say_of("no_entries", lang), SOFT))
    for before, entry in _in_context(shown):
        yield styled()
        yield from _entry(before, entry, lang)
    if shown.moves:
        yield styled()
        yield styled((say_of("moves", lang), HEAD))
    for move in shown.moves:
        sides = say_of("moved", lang, first=" ".join(move.at_first), second=" ".join(move.at_second))
        yield styled((f"{move.number:>4}  ", SOFT), (shorten(move.text, _LONGEST), ""), (f"  {sides}", SOFT))


def _witnesses(apparatus: Apparatus, lang: str) -> Iterator[RenderableType]:
    longest = max(len(sigil) for sigil in apparatus.collation.sigils)
    for at, witness in enumerate(apparatus.collation.witnesses):
        about = witness.about
        day = in_words(about.date, lang) if about.date else None
        named = [one for one in (about.title or about.source, day) if one]
        base = f" ({say_of('base', lang)})" if at == apparatus.base else ""
        words = f"{number(len(witness), lang)} {say_of('words', lang).lower()}"
        yield styled((f"{witness.sigil:<{longest}}  ", SIGIL), (", ".join([*named, words]), ""), (base, SOFT))


def _in_context(shown: Shown) -> Iterator[tuple[str, Entry]]:
    """Every entry with the words of the base text that stand before it."""
    before = ""
    for paragraph in shown.paragraphs:
        for piece in paragraph:
            if piece.entry is not None:
                yield before, piece.entry
            before = (before + piece.text)[-2 * _BEFORE :]
        before += " "


def _entry(before: str, entry: Entry, lang: str) -> Iterator[RenderableType]:
    words = " ".join(before.split())
    if len(words) > _BEFORE:
        words = "… " + words[-_BEFORE:].partition(" ")[2]
    moves = "".join(f"  ⇄{move}" for move in entry.moves)
    yield styled((f"{entry.number:>4}  ", SOFT), (words, SOFT), (moves, SAME))
    for reading in entry.readings:
        yield _reading(reading, lang)


def _reading(reading: Variant, lang: str) -> RenderableType:
    style = "" if reading.kind is None else (SENSE if reading.changes_meaning else SAME)
    kind = f"  {say_kind(reading.kind, lang)}" if reading.kind else ""
    words = shorten(reading.text, _LONGEST) if reading.text else f"∅ {say_of('gap', lang)}"
    return styled(("      ", ""), (f"{' '.join(reading.sigils)}  ", SIGIL), (words, style), (kind, SOFT))
