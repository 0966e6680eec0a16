"""Training samples: sentences as the program sees them, with a label for each word.

Comes in: labelled sentences. Goes out: for each line of each sentence its units (words and the marks between them),
the signs of its words and their labels. Everything is made by the program's own code, so that training and use agree.
"""

from __future__ import annotations

from dataclasses import dataclass

from labelled import Labelled

from tanik.core.span import Span
from tanik.facts.names.choose import chosen
from tanik.facts.names.find import is_low
from tanik.facts.names.signs import SIGNS, signs_of
from tanik.facts.names.words import Line, lines_of
from tanik.page.model import Page, Segment, SegmentKind, Source

LABELS = ("O", *(f"{at}-{kind}" for kind in ("person", "place", "organisation", "event") for at in "BI"))
IGNORED = -100


@dataclass(frozen=True)
class Sample:
    """One line: its words, the signs of each, the label of each (IGNORED where none is asked)."""

    line: Line
    signs: tuple[tuple[int, ...], ...]
    labels: tuple[int, ...]


def page_of(sentence: Labelled) -> Page:
    """The sentence as a page of one paragraph."""
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(sentence.text)), "sample")
    source = Source("0", "text/plain")
    return Page("sample", source, sentence.text, (segment,), language=sentence.language)


def samples_of(sentence: Labelled, *, news: bool = False) -> list[Sample]:
    """The sentence's lines with signs and labels; `news` for sentences labelled by other rules."""
    found = []
    page = page_of(sentence)
    foreign = sentence.language not in ("tr", "und")
    for line in lines_of(page):
        low = is_low(page, line)
        signs = signs_of(line, chosen(line, small=low, foreign=foreign), low=low)
        if news:
            for one in signs:
                one.append(SIGNS.index("news"))
        found.append(Sample(line, tuple(map(tuple, signs)), tuple(_labels(line, sentence))))
    return found


def _labels(line: Line, sentence: Labelled) -> list[int]:
    labels = []
    for word in line.words:
        label = "O"
        for start, end, kind in sentence.names:
            if word.span.start < end and word.span.end > start:
                label = f"{'B' if word.span.start <= start else 'I'}-{kind}"
        labels.append(IGNORED if word.tail and label == "O" else LABELS.index(label))
    return labels
