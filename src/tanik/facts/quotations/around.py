"""What stands around a quotation: the sentence that leads to it, what follows it there, the sentences before.

Comes in: a text, the quotation's place, its paragraph and those before. Goes out: an `Around`. Words that fill a
paragraph of their own are led to by the paragraph before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.quotations.words import say_pattern

__all__ = ["Around", "Parted", "announcing_line"]

_CLOSED: Final = re.compile(r"[.!?…][\])”\"'’»\d]*\s*$")
# A note's number hides the end of a sentence: "der.[4] Son halife", "demiştir.3 Kâzım".
_NOTE_ENDS: Final = re.compile(
    r"(?<=[\w”\"»)][.!?…])(?:\[\d{1,3}\](?=\s+\d)|(?:\[\d{1,3}\]|\d{1,2})(?=\s+[“\"«„]?[A-ZÇĞİÖŞÜƏА-Я]))"
)
# A heading that sends: "Afyon Mutasarrıflığından Dahiliye Vekâletine, 8 Temmuz 1921".
_FROM_TO: Final = re.compile(r"[dt][ae]n\s(?:[^\s.:;]+\s){0,4}[^\s.:;]*(?:n[ae]|y[ae]|['’][ae])\b[^.:;!?]*$")
_MOST_HEADING_WORDS: Final = 16
_VERB_REACH: Final = 25  # letters at a line's end that may hold its verb
_MOST_BEFORE: Final = 6
_BEHIND: Final = 320
# Who is looked for before a quotation stands in the last sentences; a longer stretch of its paragraph is not read.
_BEFORE: Final = 4000
_NEAR: Final = 1000  # where so many sentences lie as are asked about, no more is read


@dataclass(frozen=True, slots=True)
class Around:
    """`lead` is the part of the quotation's own sentence before it, empty where it opens one; `tail` the part behind;
    `earlier` are the sentences before, nearest first; `same` says how many of them stand in the same paragraph; `later`
    is the sentence behind.
    """

    outer: Span
    lead: Span
    tail: Span
    earlier: tuple[Span, ...]
    same: int
    later: Span


def is_sending(heading: str) -> bool:
    """Whether a line over the words only says who writes to whom.

    >>> is_sending("Afyon Mutasarrıflığından Dahiliye Vekâletine, 8 Temmuz 1921"), is_sending("Cephede")
    (True, False)
    """
    return len(heading.split()) <= _MOST_HEADING_WORDS and _FROM_TO.search(fold(heading)) is not None


def leads_on(text: str, line: Span) -> bool:
    """Whether a line that no full stop ends goes on in the next: with a colon or comma, with a verb of saying, or as a
    heading that sends; another heading or a label does not.

    >>> leads_on("Vali şunları söyledi:", Span(0, 21)), leads_on("Yunanistan Başbakanı, 1933", Span(0, 26))
    (True, False)
    """
    words = text[line.start : line.end].rstrip()
    return (
        words[-1:] in tuple(":;,–—-")
        or say_pattern().search(fold(words[-_VERB_REACH:])) is not None
        or is_sending(words)
    )


def announcing_line(outer: Span, lines: tuple[Span, ...]) -> Span:
    """The paragraph that leads to the words: their own, or the one before where they fill their own."""
    alone = len(lines) > 1 and outer.start <= lines[-1].start + 1
    return lines[-2] if alone else lines[-1]


class Parted:
    """The sentences of one page's paragraphs, parted once each."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._held: dict[tuple[int, int], tuple[Span, ...]] = {}

    def of(self, start: int, end: int) -> tuple[Span, ...]:
        """The sentences of a stretch."""
        if end <= start:
            return ()
        held = self._held.get((start, end))
        if held is None:
            whole = sentences(self._text, Span(start, end))
            held = self._held[(start, end)] = tuple(part for one in whole for part in self._at_notes(one))
        return held

    def _at_notes(self, sentence: Span) -> Iterator[Span]:
        start = sentence.start
        for note in _NOTE_ENDS.finditer(self._text, sentence.start, sentence.end):
            yield Span(start, note.end())
            start = min(note.end() + 1, sentence.end)
        yield Span(start, sentence.end)

    def around(self, outer: Span, lines: tuple[Span, ...]) -> Around:
        """What stands around the quotation at `outer`, in the last of `lines`."""
        line = lines[-1]
        lead_line = announcing_line(outer, lines)
        before = self._before(lead_line.start, min(lead_line.end, outer.start), outer.start)
        lead = Span(outer.start, outer.start)
        goes_on = before and not _CLOSED.search(self._text, before[-1].start, before[-1].end)
        if goes_on and (lead_line is line or leads_on(self._text, before[-1])):
            lead = before.pop()
        same = len(before)
        earlier = list(reversed(before))
        index = lines.index(lead_line)
        while len(earlier) < _MOST_BEFORE and index > 0:
            index -= 1
            earlier.extend(reversed(self.of(lines[index].start, lines[index].end)))
        tail, later = self._behind(outer, line)
        return Around(outer, lead, tail, tuple(earlier[:_MOST_BEFORE]), min(same, _MOST_BEFORE), later)

    def _before(self, low: int, end: int, outer: int) -> list[Span]:
        """The sentences between `low` and `end`, the last ones alone where they lie near and the stretch is long."""
        for reach in (_NEAR, _BEFORE):
            near = max(low, outer - reach)
            found = list(self.of(near, max(near, end)))
            if near == low or len(found) > _MOST_BEFORE + 2:
                break
        return found[-_MOST_BEFORE - 1 :] if near > low else found

    def leading(self, lead: Span, outer: Span) -> tuple[Span, ...]:
        """The sentences of paragraph `lead` up to the quotation at `outer`; of a long paragraph those in its reach.

        A long paragraph is parted once, not again for each quotation in it.
        """
        near = max(lead.start, outer.start - _BEFORE)
        end = max(near, min(lead.end, outer.start))
        whole = self.of(lead.start, lead.end) if near > lead.start else ()
        low, high = (bisect_left(whole, at, key=lambda one: one.start) for at in (near, end))
        if low == high:
            return self.of(near, end)
        return (*whole[low : high - 1], *self.of(whole[high - 1].start, min(end, whole[high - 1].end)))

    def behind(self, outer: Span, line: Span) -> tuple[Span, ...]:
        """The sentences right behind a quotation in its paragraph, the rest of its own first."""
        return self.of(outer.end, max(outer.end, min(line.end, outer.end + _BEHIND)))

    def _behind(self, outer: Span, line: Span) -> tuple[Span, Span]:
        end = max(outer.end, min(line.end, outer.end + _BEHIND))
        behind = self.behind(outer, line)
        nothing = Span(outer.end, outer.end)
        if not behind:
            return nothing, nothing
        closed = re.search(r"[.!?…]\W?$", self._text[outer.start : outer.end])
        if closed and re.match(r"[\s\d\[\]]*(?:\s[A-ZÇĞİÖŞÜƏА-Я]|$)", self._text[outer.end : end]):
            return nothing, behind[0]
        return behind[0], behind[1] if len(behind) > 1 else nothing
