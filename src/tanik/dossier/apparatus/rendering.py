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
from tanik.dossier.console import paper
from tanik.dossier.display import clean
from tanik.trace.model import DifferenceKind

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["to_text"]

_SOFT, _SENSE, _SAME, _HEAD, _SIGIL = "dim", "bold red", "cyan", "bold", "bold green"
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
    from rich.padding import Padding

    console, sink = paper(width, colour=colour)
    for indent, line in _lines(texts, renderings, lang):
        console.print(Padding(line, (0, 0, 0, indent)), soft_wrap=False)
    return "\n".join(line.rstrip() for line in sink.getvalue().splitlines()) + "\n"


def _lines(texts: Sequence[WitnessText], renderings: Sequence[Rendering], lang: str) -> Iterator[tuple[int, Text]]:
    if not renderings:
        yield 0, _text((say_of("no_rendering", lang), _SOFT))
    for rendering in renderings:
        older, newer = texts[rendering.original], texts[rendering.modern]
        if rendering.original == rendering.modern:
            older, newer = (replace(older, sigil=f"{older.sigil}{number}") for number in (1, 2))
        yield 0, _text((say_of("original", lang), _HEAD), (f"  {_name(older)}", ""))
        yield 0, _text((say_of("rendering", lang), _HEAD), (f"  {_name(newer)}", ""))
        for passage in rendering.passages:
            yield 0, _text()
            yield from _passage(passage, older, newer, lang)
        yield 0, _text()


def _name(text: WitnessText) -> str:
    return f"{text.sigil}  {text.title or text.source or ''}".rstrip()


def _passage(passage: Passage, older: WitnessText, newer: WitnessText, lang: str) -> Iterator[tuple[int, Text]]:
    head = say_of("article", lang, number=passage.number) if passage.number else say_of("passage", lang)
    if passage.is_left_out:
        yield 0, _text((head, _HEAD), (f"  {say_of('left_out', lang)}", _SENSE))
        if passage.original is not None:
            yield 2, _text((f"{older.sigil}  ", _SIGIL), (_words(older, passage.original), ""))
        return
    yield 0, _text((head, _HEAD))
    for original, modern in passage.sentences:
        for text, span in ((older, original), (newer, modern)):
            words = _words(text, span) if span is not None else f"∅ {say_of('gap', lang)}"
            yield 2, _text((f"{text.sigil}  ", _SIGIL), (words, "" if text is older else "italic"))
    yield from _told(passage, lang)


def _words(text: WitnessText, span: Span) -> str:
    return " ".join(span.of(text.text).split())


def _told(passage: Passage, lang: str) -> Iterator[tuple[int, Text]]:
    for change in passage.changes:
        kind = f"{say_kind(change.kind.value, lang)}; {say_of('changes_meaning', lang)}"
        yield 4, _text((f"{change.witness_text} → {change.page_text}", _SENSE), (f"  {kind}", _SOFT))
    for gloss in passage.glosses:
        where = "gloss_both" if gloss.original and gloss.modern else "gloss_new" if gloss.modern else "gloss_old"
        yield 4, _text((f"({gloss.text})", _SAME), (f"  {say_of(where, lang)}", _SOFT))
    faithful = [d for d in passage.differences if d.kind in _FAITHFUL and d.page_text and d.witness_text]
    told = ", ".join(f"{d.witness_text} → {d.page_text}" for d in faithful if d.kind is DifferenceKind.MODERNISED)
    yield 4, _text((say_of("faithful", lang, n=len(faithful)), _SOFT), (f": {told}" if told else "", _SOFT))


def _text(*parts: tuple[str, str]) -> Text:
    from rich.text import Text

    text = Text()
    for words, style in parts:
        text.append(clean(words), style=style)
    return text
