"""Speeches as further training text, labelled by tables and rules where these can be trusted.

Comes in: a library folder that holds the collection ``speeches`` (public domain; ``tanik library add speeches``). Goes
out: sentences with labels for some of their words. What tables and rules find is taken as it is; a common word that
they do not take for a name is none; of a capital word inside a sentence that they do not know, nothing is said. The
text itself stays in the library: what is used is drawn by seed from the documents in order of their ids.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from augment import lowered
from labelled import Labelled
from samples import IGNORED, LABELS, Sample, samples_of

from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.names.choose import chosen
from tanik.facts.names.signs import SIGNS
from tanik.facts.names.words import Line
from tanik.library.library import Library

_SHORT, _LONG = 40, 600
_COMMON = SIGNS.index("common")


def passages(folder: Path, count: int, seed: int) -> list[Labelled]:
    """`count` stretches of one to three sentences, drawn by `seed`."""
    found = []
    with Library.open(folder) as library:
        texts = [library.get(key).text for key in sorted(entry.id for entry in library.documents("speeches"))]
    for text in texts:
        spans = list(sentences(text, Span(0, len(text))))
        for at in range(0, len(spans), 2):
            stretch = text[spans[at].start : spans[min(at + at % 3, len(spans) - 1)].end]
            if _SHORT < len(stretch) < _LONG:
                found.append(Labelled(" ".join(stretch.split()), (), "tr", "speech"))
    return random.Random(seed).sample(found, min(count, len(found)))


def _labels(line: Line, signs: tuple[tuple[int, ...], ...]) -> Iterator[int]:
    spans = {at: one for one in chosen(line, small=False, foreign=False) for at in range(one.begin, one.end)}
    for at, word in enumerate(line.words):
        one = spans.get(at)
        if one is not None:
            yield LABELS.index(f"{'B' if at == one.begin else 'I'}-{one.kind}")
        elif word.tail or (_COMMON not in signs[at] and not word.text.isdigit()):
            yield IGNORED
        else:
            yield IGNORED if word.capital and not word.first else LABELS.index("O")


def silver(passage: Labelled, chance: random.Random) -> list[Sample]:
    """The passage's samples; every third in small letters, with the labels of its own capitals."""
    found = []
    low = chance.random() < 0.34
    small = samples_of(lowered(passage)) if low else []
    for number, sample in enumerate(samples_of(passage)):
        labels = tuple(_labels(sample.line, sample.signs))
        if not low:
            found.append(replace(sample, labels=labels))
        elif number < len(small) and len(small[number].line.words) == len(labels):
            found.append(replace(small[number], labels=labels))
    return found
