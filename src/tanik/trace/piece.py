"""Pieces: stretches of a passage, each aligned to one stretch of one document.

Comes in: a passage, a document and the chains between them. Goes out: pieces with what they are worth. A piece ends
with its first and last words that are alike, so that what lies beyond can be looked for elsewhere: in the same document
(a moved clause, a long cut) or in another one (a splice).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain as chain_of
from itertools import islice
from math import exp, log

import numpy as np
from numpy.typing import NDArray

from tanik.trace.align import Block, Step, align_blocks, joined_steps
from tanik.trace.chain import Chain
from tanik.trace.ends import mend_ends
from tanik.trace.lexicon import Lexicon
from tanik.trace.options import Options
from tanik.trace.words import Words

__all__ = [
    "Piece",
    "Query",
    "align_between",
    "align_chains",
    "align_long_chains",
    "cut_to_core",
    "dense_segments",
    "expected_by_chance",
    "least_strength",
    "step_worth",
    "trimmed",
    "weigh",
]


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """A passage with all that its alignments need: its words, their weights, which of them the library has.

    `before` has the weight of all words before each, and of all; `formula` the same, where three words foretell.
    """

    words: Words
    weights: NDArray[np.float64]
    before: Sequence[float]
    formula: Sequence[float]
    known: NDArray[np.bool_]
    size: int
    lexicon: Lexicon
    options: Options


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the passage aligned to a stretch of a document.

    `steps` go from the first to the last; `strength` is what its like words weigh, less the cost of its gaps;
    `weight` is what the witness reads alike, without costs; `equal` counts equal words.
    """

    document: int
    steps: tuple[Step, ...]
    strength: float
    weight: float
    equal: int

    @property
    def start(self) -> int:
        """First token of the passage."""
        return self.steps[0].page

    @property
    def end(self) -> int:
        """Token of the passage after the last."""
        return self.steps[-1].page_end

    @property
    def witness_start(self) -> int:
        """First token of the document."""
        return self.steps[0].witness

    @property
    def witness_end(self) -> int:
        """Token of the document after the last."""
        return self.steps[-1].witness_end


def expected_by_chance(strength: float, tokens: int, size: int) -> float:
    """How many matches this strong chance would give a passage of `tokens` in a library of `size` tokens.

    The form of Karlin and Altschul (PNAS 87, 1990) with nats for bits: places that can meet, times the probability
    that two places agree so far.

    >>> expected_by_chance(0.0, 10, 1000)
    10000.0
    """
    return max(tokens, 1) * max(size, 1) * exp(-min(strength, 700.0))


def _is_alike(step: Step, least: float) -> bool:
    return step.likeness >= least


def trimmed(steps: Sequence[Step], options: Options) -> Sequence[Step]:
    """`steps` from the first to the last pair of like words."""
    alike = [index for index, step in enumerate(steps) if _is_alike(step, options.least_likeness)]
    return steps[alike[0] : alike[-1] + 1] if alike else ()


def weigh(document: int, steps: Sequence[Step], query: Query) -> Piece:
    """A piece made of `steps`, with its worth."""
    options, before = query.options, query.before
    strength, weight, equal = 0.0, 0.0, 0
    gap = False
    for step in steps:
        page, page_end, likeness = step.page, step.page_end, step.likeness
        is_gap = page == page_end or step.witness == step.witness_end
        if is_gap:
            size = page_end - page + step.witness_end - step.witness
            strength -= options.gap_extend * size + (0.0 if gap else options.gap_open)
        elif likeness >= options.least_likeness:
            own = before[page_end] - before[page]
            strength += own * likeness**2
            weight += own * likeness
            equal += (page_end - page) * (likeness == 1.0)
        else:
            strength -= options.mismatch
        gap = is_gap
    return Piece(document, tuple(steps), strength, weight, equal)


def align_chains(query: Query, places: Sequence[tuple[Words, Chain]], stretch: tuple[int, int]) -> list[Piece | None]:
    """What each document has of `stretch` (tokens of the passage) around its chain; None where it has nothing."""
    around = [_around(query, witness, chain, stretch) for witness, chain in places]
    blocks = [block for block in around if block is not None]
    aligned = iter(align_blocks(blocks, query.lexicon, query.options))
    pieces: list[Piece | None] = []
    for (witness, chain), block in zip(places, around, strict=True):
        if block is None:
            pieces.append(None)
            continue
        steps = mend_ends(joined_steps(next(aligned)[1]), query.words, witness, query.lexicon)
        piece = weigh(chain.document, steps, query)
        pieces.append(piece if cut_to_core(piece, query).steps else None)
    return pieces


def _around(query: Query, witness: Words, chain: Chain, stretch: tuple[int, int]) -> Block | None:
    options = query.options
    start, end = stretch
    inside = [run for run in chain.runs if run.start < end and run.end > start]
    if not inside:
        return None
    # The heaviest run too: one of words that the passage has twice may reach less far than it does.
    heaviest = max(inside, key=lambda run: run.weight)
    lows = [run.position - (run.start - start) - (run.start - start) // 3 for run in (inside[0], heaviest)]
    highs = [run.position + (end - run.start) + (end - run.start) // 3 for run in (inside[-1], heaviest)]
    low, high = min(lows) - options.margin, max(highs) + options.margin
    corners = (start, end, max(low, 0), min(high, len(witness)))
    return _block(query, witness, corners, free_start=True, free_end=True)


def step_worth(step: Step, query: Query) -> float:
    """What a step adds to the belief that both sides are one text, in nats: an unlike pair or a gap takes from it."""
    options = query.options
    if step.is_gap:
        size = step.page_end - step.page + step.witness_end - step.witness
        return -options.core_gap - options.gap_extend * size
    if _is_alike(step, options.least_likeness):
        return (query.before[step.page_end] - query.before[step.page]) * step.likeness**2
    return -options.core_mismatch


def cut_to_core(piece: Piece, query: Query) -> Piece:
    """The best stretch of the piece: like words that hang on it by a gap they do not outweigh are cut off."""
    best, best_range, total, start = 0.0, (0, 0), 0.0, 0
    steps = joined_steps(piece.steps)
    for index, step in enumerate(steps):
        if total <= 0.0:
            total, start = 0.0, index
        total += step_worth(step, query)
        if total > best:
            best, best_range = total, (start, index + 1)
    return weigh(piece.document, steps[slice(*best_range)], query)


def _anchors(query: Query, witness: Words, chain: Chain) -> list[tuple[int, int, int]]:
    """Rows of equal words on the chain: (token of the passage, token of the document, length)."""
    anchors: list[tuple[int, int, int]] = []
    page_at, witness_at = -1, -1
    for run in chain.runs:
        tokens = np.arange(max(run.start, page_at), run.end)
        tokens = tokens[(tokens + run.position - run.start >= witness_at)]
        there = tokens + run.position - run.start
        tokens, there = tokens[there < len(witness)], there[there < len(witness)]
        same = np.flatnonzero(query.words.hashes[tokens] == witness.hashes[there])
        if not len(same):
            continue
        breaks = np.flatnonzero(same[1:] - same[:-1] > 1) + 1
        heads, sizes = same[np.append(0, breaks)], np.diff(np.append(np.append(0, breaks), len(same)))
        anchors += zip(tokens[heads].tolist(), there[heads].tolist(), sizes.tolist(), strict=True)
        last = anchors[-1]
        page_at, witness_at = last[0] + last[2], last[1] + last[2]
    return anchors


_Anchors = Sequence[tuple[int, int, int]]


def align_long_chains(
    query: Query, places: Sequence[tuple[Words, Chain]], bounds: tuple[int, int]
) -> list[Piece | None]:
    """Long chains aligned block by block between their equal words, and a little beyond both ends.

    The blocks of all chains go through the aligner together; None for a chain without equal words.
    """
    anchors = [_anchors(query, witness, chain) for witness, chain in places]
    blocks = [
        _long_blocks(query, witness, own, bounds) if own else []
        for (witness, _), own in zip(places, anchors, strict=True)
    ]
    aligned = iter(align_blocks(list(chain_of.from_iterable(blocks)), query.lexicon, query.options))
    pieces: list[Piece | None] = []
    for (_, chain), own, parts in zip(places, anchors, blocks, strict=True):
        steps = [steps for _, steps in islice(aligned, len(parts))]
        pieces.append(_assembled(query, chain, own, steps) if own else None)
    return pieces


def _long_blocks(query: Query, witness: Words, anchors: _Anchors, bounds: tuple[int, int]) -> list[Block]:
    """What lies before the anchors, between each two of them, and behind the last."""
    page_at, witness_at, _ = anchors[0]
    reach = 3 * query.options.margin
    low_page, low_witness = max(bounds[0], page_at - reach), max(0, witness_at - reach)
    blocks = [_block(query, witness, (low_page, page_at, low_witness, witness_at), free_start=True)]
    for page, there, length in anchors:
        blocks.append(_block(query, witness, (page_at, page, witness_at, there)))
        page_at, witness_at = page + length, there + length
    high_page, high_witness = min(bounds[1], page_at + reach), min(len(witness), witness_at + reach)
    blocks.append(_block(query, witness, (page_at, high_page, witness_at, high_witness), free_end=True))
    return blocks


def _assembled(query: Query, chain: Chain, anchors: _Anchors, aligned: list[list[Step]]) -> Piece:
    """One piece from anchors and what was aligned around them."""
    before, *between = aligned
    after = between.pop()
    page, there, length = anchors[-1]
    if after and (after[0].page, after[0].witness) != (page + length, there + length):
        after = []
    steps = list(before)
    for (page, there, length), gap in zip(anchors, between, strict=True):
        steps += [*gap, Step(page, page + length, there, there + length, 1.0)]
    return weigh(chain.document, trimmed([*steps, *after], query.options), query)


def _block(
    query: Query,
    witness: Words,
    corners: tuple[int, int, int, int],
    *,
    free_start: bool = False,
    free_end: bool = False,
) -> Block:
    page, page_end, there, there_end = corners
    return Block(
        query.words.slice(page, page_end),
        witness.slice(there, there_end),
        page,
        there,
        query.weights[page:page_end],
        query.known[page:page_end],
        free_start,
        free_end,
    )


def align_between(query: Query, witness: Words, last: Step, following: Step) -> list[Step]:
    """What lies between two steps of one document, aligned from corner to corner."""
    corners = (last.page_end, following.page, last.witness_end, following.witness)
    ((_, steps),) = align_blocks([_block(query, witness, corners)], query.lexicon, query.options)
    return steps


def dense_segments(piece: Piece, query: Query) -> list[Piece]:
    """The stretches of a long alignment that are worth something by themselves (the X-drop of BLAST, on steps)."""
    options = query.options
    found: list[Piece] = []
    total, best, start, best_end = 0.0, 0.0, 0, 0

    def close() -> None:
        if best >= options.least_segment:
            found.append(weigh(piece.document, piece.steps[start:best_end], query))

    for index, step in enumerate(piece.steps):
        if _is_alike(step, options.least_likeness):
            total += (query.before[step.page_end] - query.before[step.page]) * step.likeness**2
        else:
            unlike = max(step.page_end - step.page, 0.1 * (step.witness_end - step.witness))
            total -= options.unlike_cost * unlike
        if total > best:
            best, best_end = total, index + 1
        elif total <= 0.0 or best - total > options.drop:
            close()
            total, best, start, best_end = 0.0, 0.0, index + 1, index + 1
    close()
    return found


def least_strength(tokens: int, size: int, chance: float) -> float:
    """The strength from which a match of a passage of `tokens` is expected less than `chance` times."""
    return log(max(tokens, 1)) + log(max(size, 1)) - log(chance)
