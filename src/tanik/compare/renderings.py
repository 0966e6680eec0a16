"""What a page's rendering of an older text makes of it: findings.

Comes in: pages. Goes out: findings where an original and its version in newer words stand on one page or on two: a
word that has become another word, an article that was left out, words in brackets that are somebody's explanation.
Faithful modernisation gives no finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.collate.renderings import Laid, find_renderings
from tanik.compare.collation import Gloss, Passage, Rendering
from tanik.compare.model import Examined, Finding, FindingKind, Place
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.core.token import tokenize
from tanik.trace.beside import old_and_new
from tanik.trace.model import Difference, DifferenceKind

__all__ = ["check_renderings"]

_SHOWN: Final = 80
# A word that the glossary lacks is no sign of a change; a number, a denial, a name or a minimal pair is.
_SURE: Final = (DifferenceKind.NUMBER, DifferenceKind.POLARITY, DifferenceKind.NAME)


def check_renderings(pages: Sequence[Examined]) -> Iterator[Finding]:
    """What the renderings on `pages` change, leave out and put in.

    >>> list(check_renderings(()))
    []
    """
    ordered = sorted(pages, key=lambda page: page.id)
    for rendering in find_renderings([Laid(page.text, page.body) for page in ordered]):
        original, modern = ordered[rendering.original], ordered[rendering.modern]
        for passage in rendering.passages:
            yield from _changed(passage, original, modern)
            if passage.original is not None and passage.is_left_out:
                yield _left_out(passage, passage.original, original)
        yield from _glossed(rendering, original, modern)


def _changed(passage: Passage, original: Examined, modern: Examined) -> Iterator[Finding]:
    for change in passage.changes:
        if (change.kind in _SURE and not _is_one_word(change)) or change.rule == "minimal_pair":
            yield Finding(
                FindingKind.ALTERED_QUOTATION,
                tuple(sorted({Place(original.id, change.witness), Place(modern.id, change.page)})),
                "rendering-other-word" if change.rule == "minimal_pair" else "rendering-changed",
                (("original", change.witness_text), ("rendering", change.page_text)),
                (("difference", _told(change)),),
            )


def _is_one_word(change: Difference) -> bool:
    """Whether the two sides are one word, older and newer, in a name: "Türk Ulusu", "Türk Milleti"."""
    sides = [tokenize(fold(words)).words for words in (change.page_text, change.witness_text)]
    return [len(words) for words in sides] == [1, 1] and bool(old_and_new(*sides))


def _told(change: Difference) -> str:
    return f"{change.kind}: {change.page_text} | {change.witness_text}"


def _left_out(passage: Passage, span: Span, original: Examined) -> Finding:
    words = " ".join(span.of(original.text).split())
    shown = words if len(words) <= _SHOWN else words[:_SHOWN].rpartition(" ")[0] + " …"
    return Finding(
        FindingKind.ALTERED_QUOTATION,
        (Place(original.id, span),),
        "rendering-left-out",
        (("number", passage.number or "?"), ("text", shown)),
    )


def _glossed(rendering: Rendering, original: Examined, modern: Examined) -> Iterator[Finding]:
    """One finding on what only the rendering explains, one on what both do."""
    glosses = [
        gloss
        for passage in rendering.passages
        for gloss in passage.glosses
        if gloss.modern is not None and not _is_credit(modern.text, gloss.modern)
    ]
    for rule, told in (
        ("rendering-glossed", [gloss for gloss in glosses if gloss.original is None]),
        ("rendering-glossed-both", [gloss for gloss in glosses if gloss.original is not None]),
    ):
        if told:
            yield Finding(
                FindingKind.ALTERED_QUOTATION,
                tuple(sorted(place for gloss in told for place in _places(gloss, original, modern))),
                rule,
                (("glosses", ", ".join(f"({gloss.text})" for gloss in told)),),
            )


def _is_credit(text: str, bracket: Span) -> bool:
    """Whether a bracket stands behind closed marks: it says whose or of when the words are."""
    return text[: bracket.start].rstrip()[-1:] in tuple('”"»’')


def _places(gloss: Gloss, original: Examined, modern: Examined) -> Iterator[Place]:
    if gloss.original is not None:
        yield Place(original.id, gloss.original)
    if gloss.modern is not None:
        yield Place(modern.id, gloss.modern)
