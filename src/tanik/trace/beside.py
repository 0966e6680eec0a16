"""Two texts side by side, as the rooms that compare ask about them: the door to the kernel's words and judgements.

Comes in: texts, and stretches of them. Goes out: their words, which of two vocabularies belong together, the best way
through tables of gains, and what differs between two stretches. Whoever lays witnesses side by side knows nothing of
the kernel but this module, so that the kernel may change behind it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel

from tanik.trace.align import Block, Step, align_block, align_gains
from tanik.trace.differences import find_differences
from tanik.trace.lexicon import load_lexicon, merged
from tanik.trace.minimal import is_minimal_pair
from tanik.trace.model import Difference
from tanik.trace.options import Options
from tanik.trace.sketch import stem_fingerprints
from tanik.trace.words import Words, read_words

__all__ = [
    "Words",
    "best_pairs",
    "between_parts",
    "is_minimal_pair",
    "is_suffixes",
    "likeness_of",
    "merged",
    "old_and_new",
    "read_words",
    "stem_fingerprints",
    "stem_of",
    "tell_differences",
    "word_weights",
]

_CONTENT: Final = 4.0
_BY_LENGTH: Final = {0: 1.4, 1: 1.4, 2: 2.0, 3: 2.4, 4: 3.2}
_FUNCTION: Final = 1.4
_LEAST: Final = 0.7
# In nats, like the weights: what it costs to lay two unlike words in one row, to open a gap, to go on with it.
_COSTS: Final = Options(mismatch=0.25, gap_open=0.5, gap_extend=0.05)


def stem_of(word: str) -> str:
    """The stem that a folded word has as a fingerprint.

    >>> stem_of("devletlerin")
    'tevle'
    """
    return load_lexicon().stem(word)


@lru_cache(maxsize=1 << 14)
def is_suffixes(ending: str) -> bool:
    """Whether a folded word's ending can be read as a row of Turkish suffixes.

    >>> is_suffixes("lerimizden")
    True
    """
    return load_lexicon().is_suffixes(ending)


def word_weights(words: Sequence[str], counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """What it is worth to lay each of these words beside itself, given how often each stands in the texts, in nats.

    Content words weigh most. Function words of the table weigh little in any text, and so does whatever a text repeats
    again and again, in whatever language it is; short words weigh less than long ones, because frequent words are
    short in all languages (Zipf, The Psycho-Biology of Language, 1935).

    >>> word_weights(["ve", "vagon", "of"], np.array([40, 1, 1])).round(1).tolist()
    [0.7, 4.0, 2.0]
    """
    lexicon = load_lexicon()
    total = max(int(counts.sum()), 2)
    rarity = np.clip(np.log(total / np.maximum(counts, 1)) / np.log(total), 0.0, 1.0)
    most = np.array([_FUNCTION if lexicon.function_group(word) else _content(word) for word in words])
    common = counts > max(4, total // 400)
    weights = np.where(common, most * np.minimum(rarity, 0.6), most)
    return np.maximum(weights, _LEAST)


def _content(word: str) -> float:
    return _BY_LENGTH.get(len(word), _CONTENT)


def likeness_of(one: Sequence[str], other: Sequence[str]) -> NDArray[np.float64]:
    """How alike the words of each pair are, by their letters: 1 equal, 0 where too little is common to speak of."""
    found = process.cpdist(one, other, scorer=Indel.normalized_similarity, score_cutoff=0.6, dtype=np.float32)
    return found.astype(np.float64)


def old_and_new(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Which words of two vocabularies are an old word and its modern equal, either way round, as pairs of indices.

    >>> old_and_new(["harp", "sulh"], ["baris"])
    [(1, 0)]
    """
    return sorted(set(load_lexicon().equivalents(one, other)))


def best_pairs(gains: Sequence[NDArray[np.float64]]) -> list[list[tuple[int, int]]]:
    """The pairs (row, column) of the best way from corner to corner of each table of gains."""
    return align_gains(gains, _COSTS)


def tell_differences(
    page: Words, page_words: tuple[int, int], witness: Words, witness_words: tuple[int, int]
) -> tuple[Difference, ...]:
    """What differs between words ``[start, end)`` of one text and of another, in order of the first.

    >>> one, other = read_words("Harbe son verildi."), read_words("Savaşa son verilmedi.")
    >>> [(str(d.kind), d.page_text, d.witness_text) for d in tell_differences(one, (0, 3), other, (0, 3))]
    [('modernised', 'Harbe', 'Savaşa'), ('polarity', 'verildi', 'verilmedi')]
    """
    lexicon = load_lexicon()
    start, end = page_words
    there, there_end = witness_words
    mine, theirs = page.slice(start, end), witness.slice(there, there_end)
    if len(mine) == len(theirs) == 1 or not mine or not theirs:
        whole = Step(start, end, there, there_end, 1.0 if mine == theirs else 0.0)
        return find_differences(page, witness, [whole], lexicon)
    few, many = sorted((mine, theirs), key=len)
    inside = between_parts(few[0], many) if len(few) == 1 else None
    if inside is not None:
        first, last = inside
        if few is theirs:
            gap = Step(start + first, start + last, there_end, there_end, 0.0)
        else:
            gap = Step(end, end, there + first, there + last, 0.0)
        return find_differences(page, witness, [gap], lexicon)
    counts = np.ones(len(mine), dtype=np.int64)
    block = Block(mine, theirs, start, there, word_weights(mine, counts), np.ones(len(mine), dtype=np.bool_))
    _, steps = align_block(block, lexicon, _COSTS)
    return find_differences(page, witness, _single(steps), lexicon)


def between_parts(word: str, words: Sequence[str]) -> tuple[int, int] | None:
    """Which of `words` stand between the parts of which `word` is made, as ``[start, end)``; None where none do.

    >>> between_parts("hicbir", ["hic", "iyi", "bir"]), between_parts("hicbir", ["hic", "bir"])
    ((1, 2), None)
    """
    for first in range(1, len(words) - 1):
        for last in range(first + 1, len(words)):
            if word == "".join((*words[:first], *words[last:])):
                return first, last
    return None


def _single(steps: Sequence[Step]) -> list[Step]:
    """Equal steps one word each, as differences are told of them."""
    singles: list[Step] = []
    for step in steps:
        size = step.page_end - step.page
        if step.likeness == 1.0 and size > 1 and size == step.witness_end - step.witness:
            pairs = itertools.zip_longest(range(step.page, step.page_end), range(step.witness, step.witness_end))
            singles += [Step(one, one + 1, other, other + 1, 1.0) for one, other in pairs]
        else:
            singles.append(step)
    return singles
