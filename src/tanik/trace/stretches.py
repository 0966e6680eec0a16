"""A long text: the stretches of it that stand in the library.

Comes in: a long text with its weights and chains, and the evidence. Goes out: pieces, one a stretch and document, the
strongest first. A stretch has to be beyond chance, long enough and dense enough by itself; nothing is asked of the text
around it.
"""

from __future__ import annotations

from collections.abc import Sequence

from tanik.trace.chain import Chain, find_chains
from tanik.trace.model import Evidence
from tanik.trace.options import Options
from tanik.trace.piece import Piece, Query, align_long_chain, dense_segments, least_strength
from tanik.trace.query import make_query
from tanik.trace.words import read_document, read_words

__all__ = ["find_stretches", "trace_all"]


def _is_inside(chain: Chain, piece: Piece) -> bool:
    return (
        chain.start >= piece.start
        and chain.end <= piece.end
        and chain.position_end > piece.witness_start
        and chain.position < piece.witness_end
    )


def _overlaps(piece: Piece, other: Piece) -> bool:
    shared = min(piece.end, other.end) - max(piece.start, other.start)
    return 2 * shared >= piece.end - piece.start


def find_stretches(query: Query, chains: Sequence[Chain], evidence: Evidence) -> list[Piece]:
    """The pieces of a long text that stand in the library, the strongest first."""
    options = query.options
    needed = least_strength(len(query.weights), query.size, options.chance)
    by_document: dict[int, list[Piece]] = {}
    found: list[Piece] = []
    for chain in chains:
        if chain.weight < options.chain_share * needed:
            break
        own = by_document.setdefault(chain.document, [])
        reach = sum(run.end - run.start for run in chain.runs)
        if reach < options.least_words - 1 or any(_is_inside(chain, piece) for piece in own):
            continue
        witness = read_document(evidence.witness(chain.document).text)
        whole = align_long_chain(query, witness, chain, (0, len(query.weights)))
        if whole is None or whole.strength < needed:
            continue
        for piece in dense_segments(whole, query):
            if _is_match(piece, query) and not any(_overlaps(piece, o) and _overlaps(o, piece) for o in own):
                own.append(piece)
                found.append(piece)
    found.sort(key=lambda piece: (-piece.strength, piece.start, piece.document, piece.witness_start))
    return _strongest_over_same_words(found, query)


def trace_all(text: str, evidence: Evidence, options: Options | None = None) -> list[Piece]:
    """The pieces of a whole text that stand in the evidence, the strongest first, as alignments of tokens."""
    chosen = options or Options()
    query, seeds = make_query(read_words(text), evidence, chosen)
    return find_stretches(query, find_chains(seeds, chosen), evidence)


def _is_match(piece: Piece, query: Query) -> bool:
    options = query.options
    whole = float(query.weights[piece.start : piece.end].sum())
    return piece.equal >= options.least_words and piece.weight >= options.least_density * whole


def _strongest_over_same_words(found: Sequence[Piece], query: Query) -> list[Piece]:
    """No more than `most_matches` over the same words."""
    kept: list[Piece] = []
    for piece in found:
        rivals = sum(_overlaps(piece, other) for other in kept)
        if rivals < query.options.most_matches:
            kept.append(piece)
    return kept
