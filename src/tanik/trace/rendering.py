"""Renderings: where a passage in today's words was said in the words of its own time, or the other way round.

Comes in: a passage that no chain of equal stems explains, and the evidence. Goes out: the places that answer to it
word by word, through the glossary as well as through shared stems. A rendering keeps the order and nearly the number of
the words, so what it answers to lies along a diagonal of the document: for every word the stems that it, its old or its
new equals may have there are looked up, and a band of diagonals is weighed by the likelihood ratio of two accounts of
it. If it is a rendering, a word's answer stands in the band with the probability `rendering_presence`; if it is not, as
often as the library's own counts say. That ratio is a strength in nats like any other: the expected number of bands so
strong by chance is the library's size × e^(−strength). Shared stems count only what a formula would not foretell, and
the glossary must have had its part, or sentences of ceremony would pass for renderings of each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tanik.trace.align import Block, align_block, joined_steps
from tanik.trace.model import Evidence
from tanik.trace.piece import Piece, Query, least_strength, trimmed, weigh
from tanik.trace.sketch import stem_fingerprints
from tanik.trace.words import Words

__all__ = ["Rendering", "align_rendering", "find_renderings", "is_rendering"]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A band of a document that answers to a passage: token `diagonal` there stands against the passage's first."""

    document: int
    diagonal: int
    strength: float


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """What is looked up: fingerprints, the passage's token each answers to, whether it is that token's own stem."""

    fingerprints: NDArray[np.uint64]
    token: NDArray[np.int64]
    own: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class _Hits:
    """Where what is looked up stands: document, diagonal there, the passage's token, whether by its own stem."""

    document: NDArray[np.int64]
    diagonal: NDArray[np.int64]
    token: NDArray[np.int64]
    own: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class _Worth:
    """What the presence of each token's answer adds to the likelihood ratio, and what the absence of all takes."""

    by_glossary: NDArray[np.float64]
    by_stem: NDArray[np.float64]
    absent: float


def find_renderings(query: Query, evidence: Evidence) -> list[Rendering]:
    """The bands that may be beyond chance, the strongest of each document, the strongest first.

    Whether one that chance may give at times is a rendering, its alignment tells (`is_rendering`).
    """
    asked = _asked(query)
    counts = evidence.count(asked.fingerprints)
    worth, used = _worth(query, asked, counts)
    kept = np.flatnonzero(used[asked.token] & (counts > 0))
    if not len(kept):
        return []
    found = evidence.look_up(asked.fingerprints[kept])
    rows = kept[found.asked]
    diagonal = found.position.astype(np.int64) - asked.token[rows]
    hits = _Hits(found.document.astype(np.int64), diagonal, asked.token[rows], asked.own[rows])
    bands = _bands(query, hits, worth)
    needed = least_strength(1, query.size, query.options.rendering_chance_rich)
    best: dict[int, Rendering] = {}
    for band in bands:
        known = best.get(band.document)
        if band.strength >= needed and (known is None or known.strength < band.strength):
            best[band.document] = band
    return sorted(best.values(), key=lambda band: (-band.strength, band.document))


def _asked(query: Query) -> _Asked:
    """Every stem that a word of the passage or an equal of it may have."""
    words = query.words.slice(0, len(query.words))
    stems: list[str] = []
    tokens: list[int] = []
    own: list[bool] = []
    for at, word in enumerate(words):
        if len(word) < 2:
            continue
        others = query.lexicon.other_stems(words[max(at - 1, 0) : at + 1])
        mine = query.lexicon.stem(word)
        stems += [mine, *(stem for stem in others if stem != mine)]
        tokens += [at] * (len(stems) - len(tokens))
        own += [True, *([False] * (len(stems) - len(own) - 1))]
    return _Asked(stem_fingerprints(stems), np.array(tokens, dtype=np.int64), np.array(own, dtype=bool))


def _worth(query: Query, asked: _Asked, counts: NDArray[np.int64]) -> tuple[_Worth, NDArray[np.bool_]]:
    """What each token is worth, and which tokens are looked up: the rarest, as many as the options let."""
    options, size = query.options, len(query.words)
    present = options.rendering_presence
    width = 2 * options.rendering_band + 1
    total = np.bincount(asked.token, counts, minlength=size)
    chance = -np.expm1(-width * total / query.size)
    gain = np.log(present / np.clip(chance, 1e-9, present))
    loss = np.log((1 - present) / (1 - np.minimum(chance, present)))
    order = np.argsort(total, kind="stable")
    order = order[gain[order] > 0]
    used = np.zeros(size, dtype=bool)
    used[order[np.cumsum(total[order]) <= options.rendering_hits]] = True
    formula = np.diff(np.array(query.formula)) - np.log(width / present)
    stem = np.maximum(np.minimum(gain, formula), 0.0)
    return _Worth(gain - loss, stem - loss, float(loss[used].sum())), used


def _bands(query: Query, hits: _Hits, worth: _Worth) -> list[Rendering]:
    """The bands of diagonals with what they weigh, those without a part of the glossary left out.

    Bands are two steps wide and begin a step apart, so that a rendering lies whole in one of them.
    """
    options, size = query.options, len(query.words)
    step = options.rendering_band
    low = (hits.diagonal + size) // step + 1
    spread = int(low.max()) + 1
    place = np.concatenate([hits.document * spread + low, hits.document * spread + low - 1])
    rows = np.concatenate([hits.token, hits.token])
    mine = np.concatenate([hits.own, hits.own])
    # One row a band and token; a token that answers by its own stem does not count by the glossary too.
    key = (place * size + rows) * 2 + ~mine
    key = np.unique(key)
    first = np.ones(len(key), dtype=bool)
    first[1:] = key[1:] >> 1 != key[:-1] >> 1
    key = key[first]
    by_glossary, rows, place = (key & 1).astype(bool), (key >> 1) % size, (key >> 1) // size
    value = np.where(by_glossary, worth.by_glossary[rows], worth.by_stem[rows])
    heads = np.flatnonzero(np.append(True, place[1:] != place[:-1]))
    strength = np.add.reduceat(value, heads) + worth.absent
    modern = np.add.reduceat(np.where(by_glossary, value, 0.0), heads)
    pairs = np.add.reduceat(by_glossary.astype(np.int64), heads)
    able = (modern >= options.rendering_modern) & (pairs >= options.rendering_pairs) & (strength > 0)
    return [
        Rendering(int(at // spread), int(at % spread * step - size), float(nats))
        for at, nats in zip(place[heads][able].tolist(), strength[able].tolist(), strict=True)
    ]


def align_rendering(query: Query, witness: Words, rendering: Rendering) -> Piece | None:
    """The passage aligned to the band of the document, from its first to its last like words; None without any."""
    size, reach = len(query.words), 2 * query.options.rendering_band
    low, high = max(rendering.diagonal - reach, 0), min(rendering.diagonal + size + reach, len(witness))
    block = Block(
        query.words.slice(0, size),
        witness.slice(low, high),
        0,
        low,
        query.weights,
        query.known,
        free_start=True,
        free_end=True,
    )
    _, steps = align_block(block, query.lexicon, query.options)
    alike = trimmed(joined_steps(steps), query.options)
    return weigh(rendering.document, alike, query) if alike else None


def is_rendering(query: Query, piece: Piece, band: Rendering, found: Sequence[Rendering]) -> bool:
    """Whether the alignment bears out what its band promised: old and new words in order, and enough of the passage.

    Turns of speech in another order share words with a band, too, but an alignment goes forward only. `found` are the
    bands of all documents: one that chance may give at times must have more old and new words, and stand out from the
    others.
    """
    options, lexicon = query.options, query.lexicon
    alike = [s for s in piece.steps if not s.is_gap and s.likeness >= options.least_likeness]
    rendered = {query.words.slice(s.page, s.page_end)[0] for s in alike if s.likeness == lexicon.likeness}
    words = sum(s.page_end - s.page for s in alike)
    is_rich = len(rendered) >= options.rendering_pairs
    least = options.rendering_cover if is_rich else options.rendering_cover_poor
    if not rendered or words < least * len(query.words):
        return False
    if band.strength >= least_strength(1, query.size, options.rendering_chance):
        return True
    next_best = max((other.strength for other in found if other is not band), default=0.0)
    return len(rendered) >= options.rendering_pairs_rich and band.strength >= options.rendering_lead * next_best
