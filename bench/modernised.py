"""Speeches in today's Turkish led back to the words that were spoken.

    python bench/modernised.py [--each 100] [--misses]

`speeches` holds the opening speeches of 1920 to 1923 twice: as they were taken down (ATAM) and in today's words
(Vikikaynak). Passages of 25 words and more are drawn from the latter, from sentence to sentence, and traced in a
library without any Vikikaynak text. Told are: how often the original document comes first, and how often the match
lies on the right sentence: its middle must lie within a passage's length of where the two texts, laid side by side as
wholes, put it.
*Own words* is the share of a passage's words that the original has equal there: passages are told by it, because some
were rendered word for word and others sentence by sentence.
"""

from __future__ import annotations

import argparse
import random
import time
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus import require_speeches
from tanik.core.sentence import sentences
from tanik.trace.memory import Memory
from tanik.trace.model import Witness
from tanik.trace.run import run
from tanik.trace.stretches import trace_all
from tanik.trace.words import Documents, Words, read_words

_SHORTEST = 25
_LONGEST = 60
_SAME_SIZE = 1.3  # a page of more words than that times the original's carries the original too
_ENOUGH = 0.25  # of a text must be led back at once for the two to be one speech


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a rendering: its text, the document it renders, the code point there that answers to its middle."""

    text: str
    document: str
    middle: int
    own: float


def _course(
    words: Words, document: Witness
) -> tuple[list[tuple[int, int]], np.ndarray[tuple[int], np.dtype[np.bool_]]]:
    """Where a rendering and its original run side by side: pairs of token and code point, ever forward; equal words."""
    memory = Documents(Memory([document]))
    there = memory.words(0)
    pairs, equal = [], np.zeros(len(words), dtype=bool)
    for piece in trace_all(words.text, memory):
        for step in piece.steps:
            if step.likeness == 1.0:
                equal[step.page : step.page_end] = True
                pairs.append((step.page, int(there.spelling.starts[step.witness])))
    pairs.sort()
    # A longest row that goes forward on both sides.
    ends: list[int] = []
    links: list[tuple[int, int]] = []
    rows: list[int] = []
    for at, (_, offset) in enumerate(pairs):
        place = bisect_right(ends, offset)
        links.append((at, rows[place - 1] if place else -1))
        if place == len(ends):
            ends.append(offset)
            rows.append(at)
        else:
            ends[place], rows[place] = offset, at
    row, at = [], rows[-1] if rows else -1
    while at >= 0:
        row.append(pairs[at])
        at = links[at][1]
    return row[::-1], equal


def passages(rng: random.Random, each: int, texts: list[Witness], originals: list[Witness]) -> list[Passage]:
    """Passages of the renderings, `each` of every speech, with the place they render."""
    by_date: dict[str, list[Witness]] = defaultdict(list)
    for witness in originals:
        by_date[witness.date or ""].append(witness)
    found = []
    for text in texts:
        words = read_words(text.text)
        for original in by_date.get(text.date or "-", []):
            row, equal = _course(words, original)
            if not row or equal.mean() < _ENOUGH or len(words) > _SAME_SIZE * len(original.text.split()):
                continue
            found += _drawn(rng, each, words, original, row, equal)
    return found


def _drawn(
    rng: random.Random,
    each: int,
    words: Words,
    original: Witness,
    row: list[tuple[int, int]],
    equal: NDArray[np.bool_],
) -> list[Passage]:
    starts = words.spelling.starts.tolist()
    spans = sentences(words.text)
    tokens, offsets = zip(*row, strict=True)
    found = []
    for _ in range(20 * each):
        at = rng.randrange(len(spans))
        low = bisect_right(starts, spans[at].start - 1)
        end = at
        while end < len(spans) and bisect_right(starts, spans[end].end - 1) - low < _SHORTEST:
            end += 1
        if end == len(spans):
            continue
        high = bisect_right(starts, spans[end].end - 1)
        if high - low > _LONGEST or not tokens[0] < low < high < tokens[-1]:
            continue
        own = float(equal[low:high].mean())
        middle = int(np.interp((low + high) / 2, tokens, offsets))
        span = words.span(low, high)
        found.append(Passage(span.of(words.text), original.id, middle, own))
        if len(found) == each:
            break
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    everything = require_speeches()
    originals = [w for w in everything if ":wikisource-" not in w.id]
    texts = [w for w in everything if ":wikisource-" in w.id]
    drawn = passages(random.Random(arguments.seed), arguments.each, texts, originals)
    memory = Documents(Memory(originals))
    tally: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    statuses: Counter[str] = Counter()
    spent = 0.0
    for passage in drawn:
        started = time.process_time()
        trace = run(passage.text, memory)
        spent += time.process_time() - started
        best = trace.matches[0] if trace.matches else None
        first = best is not None and best.document == passage.document
        middle = (best.witness.start + best.witness.end) / 2 if best else 0
        there = first and abs(middle - passage.middle) < len(passage.text)
        statuses[trace.status.value] += 1
        bucket = "own words under 0.3" if passage.own < 0.3 else "0.3 to 0.6" if passage.own < 0.6 else "over 0.6"
        for name in (bucket, "all"):
            tally[name].append((first, there))
        if arguments.misses and not there:
            print(first, there, round(passage.own, 2), passage.document, best and best.document, passage.text[:300])
    print(f"{'':22}{'passages':>10}{'document first':>16}{'sentence right':>16}")
    for name, rows in sorted(tally.items(), key=lambda item: item[0] == "all"):
        shares = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
        print(f"{name:22}{len(rows):>10}{shares[0]:>16.3f}{shares[1]:>16.3f}")
    print(f"{1000 * spent / max(len(drawn), 1):.1f} ms of processor time a passage; statuses {dict(statuses)}")


if __name__ == "__main__":
    main()
