"""An original beside its rendering, on a terminal.

Comes in: texts and the renderings found in them. Goes out: text of a given width: article by article, each sentence of
the original above the one that renders it, and below them what is no faithful modernisation: changes of meaning,
glosses, articles left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tanik.compare.collation import Passage, Rendering, WitnessText
from tanik.core.span import Span
from tanik.dossier.apparatus.words import say_kind, say_of
from tanik.dossier.console import HEAD, SAME, SENSE, SIGIL, SOFT, printed, styled
from tanik.trace.model import DifferenceKind

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["to_text"]

_FAITHFUL = (DifferenceKind.SPELLING, DifferenceKind.INFLECTION, DifferenceKind.MODERNISED, DifferenceKind.ORDER)


def to_text(
    texts: Sequence[WitnessText],
    renderings: Sequence[Rendering],
    *,
    lang: str = "en",
    width: int = 100,
    colour: bool = False,
) -> str:
    """`renderings` of `texts` as text `width` columns wide.

    >>> print(to_text((), (), lang="tr").strip())
    Bu metinlerde özgün bir metinle onun yeni dildeki karşılığı bulunamadı.
    """
    return printed(_lines(texts, renderings, lang), width, colour=colour)


def _lines(texts: Sequence[WitnessText], renderings: Sequence[Rendering], lang: str) -> Iterator[RenderableType]:
    if not renderings:
        yield styled((say_of("no_rendering", lang), SOFT))
    for rendering in renderings:
        older, newer = texts[rendering.original], texts[rendering.modern]
        if rendering.original == rendering.modern:
            older, newer = (replace(older, sigil=f"{older.sigil}{number}") for number in (1, 2))
        yield styled((say_of("original", lang), HEAD), (f"  {_name(older)}", ""))
        yield styled((say_of("rendering", lang), HEAD), (f"  {_name(newer)}", ""))
        for passage in rendering.passages:
            yield styled()
            yield from _passage(passage, older, newer, lang)
        yield styled()


def _name(text: WitnessText) -> str:
    return f"{text.sigil}  {text.title or text.source or ''}".rstrip()


def _passage(passage: Passage, older: WitnessText, newer: WitnessText, lang: str) -> Iterator[RenderableType]:
    head = say_of("article", lang, number=passage.number) if passage.number else say_of("passage", lang)
    if passage.is_left_out:
        yield styled((head, HEAD), (f"  {say_of('left_out', lang)}", SENSE))
        if passage.original is not None:
            yield styled((f"{older.sigil}  ", SIGIL), (_words(older, passage.original), ""), indent=2)
        return
    yield styled((head, HEAD))
    for original, modern in passage.sentences:
        for text, span in ((older, original), (newer, modern)):
            words = _words(text, span) if span is not None else f"∅ {say_of('gap', lang)}"
            yield styled((f"{text.sigil}  ", SIGIL), (words, "" if text is older else "italic"), indent=2)
    yield from _told(passage, lang)


def _words(text: WitnessText, span: Span) -> str:
    return " ".join(span.of(text.text).split())


def _told(passage: Passage, lang: str) -> Iterator[RenderableType]:
    for change in passage.changes:
        kind = f"{say_kind(change.kind.value, lang)}; {say_of('changes_meaning', lang)}"
        yield styled((f"{change.witness_text} → {change.page_text}", SENSE), (f"  {kind}", SOFT), indent=4)
    for gloss in passage.glosses:
        where = "gloss_both" if gloss.original and gloss.modern else "gloss_new" if gloss.modern else "gloss_old"
        yield styled((f"({gloss.text})", SAME), (f"  {say_of(where, lang)}", SOFT), indent=4)
    faithful = [d for d in passage.differences if d.kind in _FAITHFUL and d.page_text and d.witness_text]
    told = ", ".join(f"{d.witness_text} → {d.page_text}" for d in faithful if d.kind is DifferenceKind.MODERNISED)
    yield styled((say_of("faithful", lang, n=len(faithful)), SOFT), (f": {told}" if told else "", SOFT), indent=4)
