"""A long text: the stretches of it that stand in the library.

Comes in: a long text with its weights and chains, and the evidence. Goes out: pieces, one a stretch and document, the
strongest first. A stretch has to be beyond chance, long enough and dense enough by itself; nothing is asked of the text
around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import numpy as np

from tanik.trace.chain import Chain, find_chains
from tanik.trace.model import Evidence
from tanik.trace.options import Options
from tanik.trace.piece import Piece, Query, align_long_chains, dense_segments, least_strength
from tanik.trace.query import make_query
from tanik.trace.words import Documents, read_words

__all__ = ["find_stretches", "least_chain", "trace_all"]


_Corners = tuple[int, int, int, int]
# Documents whose words are held together.
_AT_ONCE = 64


def _is_inside(chain: Chain, pieces: Sequence[_Corners]) -> bool:
    start, end, position, position_end = chain.start, chain.end, chain.position, chain.position_end
    return any(a <= start and end <= b and position_end > c and position < d for a, b, c, d in pieces)


def _is_there(start: int, end: int, pieces: Sequence[_Corners]) -> bool:
    """Whether one of the pieces lies over the same words, each by half."""
    size = end - start
    return any(2 * (min(end, b) - max(start, a)) >= (size if size > b - a else b - a) for a, b, _, _ in pieces)


def least_chain(query: Query) -> float:
    """What a chain of a long text must weigh to be aligned."""
    return query.options.chain_share * least_strength(len(query.weights), query.size, query.options.chance)


def find_stretches(query: Query, chains: Sequence[Chain], documents: Documents) -> list[Piece]:
    """The pieces of a long text that stand in the library, the strongest first."""
    options = query.options
    needed = least_strength(len(query.weights), query.size, options.chance)
    waiting: dict[int, list[Chain]] = {}
    for one in reversed(chains):
        if sum(run.end - run.start for run in one.runs) >= options.least_words - 1:
            waiting.setdefault(one.document, []).append(one)
    corners: dict[int, list[_Corners]] = {document: [] for document in waiting}
    found: list[Piece] = []
    # Documents do not depend on one another: one chain of each is aligned at a time, all of them together.
    while turn := list(islice(_turn(waiting, corners), _AT_ONCE)):
        places = [(documents.words(chain.document), chain) for chain in turn]
        for chain, whole in zip(turn, align_long_chains(query, places, (0, len(query.weights))), strict=True):
            if whole is None or whole.strength < needed:
                continue
            own = corners[chain.document]
            for piece in dense_segments(whole, query):
                start, end = piece.start, piece.end
                if _is_match(piece, query) and not _is_there(start, end, own):
                    own.append((start, end, piece.witness_start, piece.witness_end))
                    found.append(piece)
    found.sort(key=lambda piece: (-piece.strength, piece.start, piece.document, piece.witness_start))
    return _strongest_over_same_words(found, query)


def _turn(waiting: dict[int, list[Chain]], found: dict[int, list[_Corners]]) -> Iterator[Chain]:
    """Of each document the weightiest chain that does not lie in what was found there already."""
    for document in list(waiting):
        chains = waiting[document]
        while chains and _is_inside(chains[-1], found[document]):
            chains.pop()
        if chains:
            yield chains.pop()
        else:
            del waiting[document]


def trace_all(text: str, evidence: Evidence, options: Options | None = None) -> list[Piece]:
    """The pieces of a whole text that stand in the evidence, the strongest first, as alignments of tokens."""
    chosen = options or Options()
    documents = Documents.of(evidence)
    query, seeds = make_query(read_words(text), documents, chosen)
    return find_stretches(query, find_chains(seeds, chosen, least=least_chain(query)), documents)


def _is_match(piece: Piece, query: Query) -> bool:
    options = query.options
    whole = float(query.weights[piece.start : piece.end].sum())
    return piece.equal >= options.least_words and piece.weight >= options.least_density * whole


def _strongest_over_same_words(found: Sequence[Piece], query: Query) -> list[Piece]:
    """No more than `most_matches` over the same words."""
    starts, ends = (np.array(side, dtype=np.int64) for side in ([p.start for p in found], [p.end for p in found]))
    kept = np.zeros(len(found), dtype=bool)
    for at in range(len(found)):
        shared = np.minimum(ends[:at], ends[at]) - np.maximum(starts[:at], starts[at])
        kept[at] = np.count_nonzero(kept[:at] & (2 * shared >= ends[at] - starts[at])) < query.options.most_matches
    return [piece for piece, keep in zip(found, kept.tolist(), strict=True) if keep]
