"""The words of a page as name finders need them: capital or not, first in a sentence or not, suffix cut off.

Comes in: a page and the stretches to leave out. Goes out: `Word` values in order, grouped by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.page.model import Page, SegmentKind

__all__ = ["Line", "Word", "lines_of"]

_WORD: Final = re.compile(r"[^\W_]+")
_LINE: Final = re.compile(r"[^\n]+")
_NEVER: Final = (
    SegmentKind.BYLINE,
    SegmentKind.BREADCRUMB,
    SegmentKind.SOURCES,
    SegmentKind.SIGNATURE,
    SegmentKind.BOILERPLATE,
)
_BROKEN: Final = str.maketrans("›‹¤", "ıİğ")
_OPENERS: Final = "\"“”„«‹‘'(*—–-[•"


@dataclass(frozen=True, slots=True)
class Word:
    """One run of letters or digits. `gap` is what stands before it in its line; `tail` if it is a suffix behind an
    apostrophe; `first` if it opens a sentence or stands right behind an opening mark or a colon.
    """

    span: Span
    text: str
    folded: str
    gap: str
    tail: bool
    first: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its words; `shout` if all of it is in capitals, `heading` if most words have one."""

    words: tuple[Word, ...]
    shout: bool
    heading: bool
    title: bool


def _words(text: str, line: Span, *, mended: bool) -> Iterator[Word]:
    starts = {sentence.start for sentence in sentences(text, line)}
    end, first = line.start, True
    for match in _WORD.finditer(text, line.start, line.end):
        gap = text[end : match.start()]
        # "?" between two letters is an apostrophe that was lost on the way through a wrong encoding
        tail = gap in ("'", "’", "‘", "´", "`", "?") and end > line.start
        opened = any(start >= end and start <= match.start() for start in starts)
        first = opened or (gap[-1:] in _OPENERS and gap not in ("-", "–", "'", "’"))
        folded = fold(match.group())
        if mended:
            folded = folded.replace("fl", "s").replace("fi", "s")
        yield Word(Span(*match.span()), match.group(), folded, gap, tail, first or gap.rstrip().endswith(":"))
        end = match.end()


def _mended(text: str) -> str:
    """The text with letters set right that MacRoman fonts broke (›, ‹, ¤ for ı, İ, ğ); same length.

    The same fonts write fl and fi for ş and Ş; that is undone in the folded words alone, which may be shorter.
    """
    return text.translate(_BROKEN) if "¤" in text and "›" in text else text


def lines_of(page: Page) -> Iterator[Line]:
    """The lines in which names are looked for: no bylines, sources, navigation or signatures."""
    text = _mended(page.text)
    for segment in page.segments:
        if segment.kind in _NEVER:
            continue
        inner = [s.span for s in page.segments if s is not segment and segment.span.contains(s.span)]
        for match in _LINE.finditer(text, segment.span.start, segment.span.end):
            line = Span(match.start(), match.end())
            if any(span.contains(line) for span in inner):
                continue
            words = tuple(_words(text, line, mended=text != page.text))
            long = [word for word in words if len(word.text) > 2 and word.text.isalpha() and not word.tail]
            shout = bool(long) and sum(word.text.isupper() for word in long) > 0.6 * len(long)
            heading = len(long) > 2 and sum(word.capital for word in long) > 0.7 * len(long)
            yield Line(words, shout, heading, segment.kind is SegmentKind.TITLE)
