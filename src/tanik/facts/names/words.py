"""The words of a page as name finders need them: capital or not, first in a sentence or not, suffix cut off.

Comes in: a page and the stretches to leave out. Goes out: `Word` values in order, grouped by line.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from tanik.core.fold import fold, fold_whole
from tanik.core.made import value
from tanik.core.morph import is_known
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.core.suffixes import read_ending
from tanik.facts.names.letters import Damage, damage_of, text_as_meant
from tanik.page.model import Page, SegmentKind

__all__ = ["Line", "Word", "lines_of"]

# A "?" before a small letter is one that was lost on the way through a wrong encoding: part of the word ("Vek?leti"),
# or an apostrophe ("Ankara?dan"), which `_apart` tells.
_WORD: Final = re.compile(r"[^\W_]+(?:\?(?=[^\W\d_A-ZÇĞİÖŞÜƏ])[^\W_]+)*")
_LINE: Final = re.compile(r"[^\n]+")
_NEVER: Final = (
    SegmentKind.BYLINE,
    SegmentKind.BREADCRUMB,
    SegmentKind.SOURCES,
    SegmentKind.SIGNATURE,
    SegmentKind.BOILERPLATE,
)
_LOST: Final = "ışğâİ"  # letters that one-byte western encodings lack
_MOST_LOST: Final = 3
_TAILED: Final = frozenset(("'", "’", "‘", "´", "`", "?"))
_PARTICLES: Final = frozenset((" d", " D", " l", " L", " O"))  # d'Espèrey, O'Connor: no suffix has a capital
_OPENERS: Final = "\"“”„«‹‘'(*—–-[•"


@value
class Word:
    """One run of letters or digits, with lost letters put back.

    `gap` is what stands before it in its line; `tail` if it is a suffix behind an
    apostrophe; `first` if it opens a sentence or stands right behind an opening mark or a colon; `capital` if it
    begins with one.
    """

    span: Span
    text: str
    folded: str
    gap: str
    tail: bool
    first: bool
    capital: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.capital = self.text[:1].isupper()  # type: ignore[misc]  # a value is frozen for the type checker alone


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its words; `shout` if all of it is in capitals, `heading` if most words have one."""

    words: tuple[Word, ...]
    shout: bool
    heading: bool
    title: bool


def _ends(word: str) -> bool:
    """Whether `word` is a case ending and nothing else, as stands behind an apostrophe."""
    return word[:1].islower() and read_ending(word) is not None


def _apart(text: str, line: Span) -> Iterator[Span]:
    """The runs of letters or digits of a line; a lost letter parts no word, a lost apostrophe does."""
    if text.find("?", line.start, line.end) < 0:
        for match in _WORD.finditer(text, line.start, line.end):
            yield Span(*match.span())
        return
    for match in _WORD.finditer(text, line.start, line.end):
        start = match.start()
        at = text.rfind("?", start, match.end())
        if at > start and _ends(text[at + 1 : match.end()]):
            yield Span(start, at)
            start = at + 1
        yield Span(start, match.end())


@lru_cache(maxsize=4096)
def _restored(word: str) -> str:
    """`word` with the letters that were lost to "?" where the dictionary knows just such a word, else as it is."""
    lost = word.count("?")
    if not 0 < lost <= _MOST_LOST:
        return word
    pieces = word.split("?")
    for letters in itertools.product(_LOST, repeat=lost):
        tried = pieces[0] + "".join(letter + piece for letter, piece in zip(letters, pieces[1:], strict=True))
        if is_known(tried):
            return tried
    return word


def _words(text: str, line: Span, *, mended: bool) -> Iterator[Word]:
    starts = [*(sentence.start for sentence in sentences(text, line)), len(text) + 1]  # no word is behind the last
    end, sentence = line.start, 0
    folded_text = fold_whole(text)
    for span in _apart(text, line):
        gap = text[end : span.start]
        written = text[span.start : span.end]
        tail = gap in _TAILED and end > line.start and (gap != "?" or _ends(written))
        tail = tail and not (written[0].isupper() and text[line.start : end][-2:] in _PARTICLES)
        while starts[sentence] < end:
            sentence += 1
        first = starts[sentence] <= span.start
        if gap != " ":  # as before most words
            opened = gap[-1:] in _OPENERS and gap not in ("-", "–", "'", "’")
            first = first or opened or gap.rstrip().endswith(":")
        word = _restored(written) if "?" in written else written
        folded = fold(word) if word is not written else folded_text[span.start : span.end]
        if mended:
            folded = folded.replace("fl", "s").replace("fi", "s")
        yield Word(span, word, folded, gap, tail, first)
        end = span.end


def lines_of(page: Page) -> Iterator[Line]:
    """The lines in which names are looked for: no bylines, sources, navigation or signatures."""
    damage = damage_of(page.text)
    text = text_as_meant(page.text, damage)
    ordered = sorted(page.segments, key=lambda one: one.span.start)
    starts = [one.span.start for one in ordered]
    for segment in page.segments:
        if segment.kind in _NEVER:
            continue
        near = ordered[bisect_left(starts, segment.span.start) : bisect_right(starts, segment.span.end)]
        inner = [s.span for s in near if s is not segment and segment.span.contains(s.span)]
        for match in _LINE.finditer(text, segment.span.start, segment.span.end):
            line = Span(match.start(), match.end())
            if any(span.contains(line) for span in inner):
                continue
            words = tuple(_words(text, line, mended=damage is Damage.MAC))
            long = [word for word in words if len(word.text) > 2 and word.text.isalpha() and not word.tail]
            shout = bool(long) and sum(word.text.isupper() for word in long) > 0.6 * len(long)
            heading = len(long) > 2 and sum(word.capital for word in long) > 0.7 * len(long)
            yield Line(words, shout, heading, segment.kind is SegmentKind.TITLE)
