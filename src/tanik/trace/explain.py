"""How a trace came about: the weights of the words, the chains of seeds, and where they stand.

Comes in: what `run` gets. Goes out: the stages' results as values, for whoever wants to see why a passage was found or
was not.
"""

from __future__ import annotations

from dataclasses import dataclass

from tanik.trace.chain import find_chains
from tanik.trace.model import Evidence
from tanik.trace.options import Options
from tanik.trace.piece import least_strength
from tanik.trace.query import make_query
from tanik.trace.words import read_words

__all__ = ["ExplainedChain", "Explanation", "explain"]


@dataclass(frozen=True, slots=True)
class ExplainedChain:
    """One chain: its document, its weight in nats, and its runs as (words of the passage, first token there)."""

    document: str
    weight: float
    runs: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The weight of each word in nats, how many seeds were met, the strength a match needs, the heaviest chains."""

    words: tuple[tuple[str, float], ...]
    seeds: int
    needed: float
    chains: tuple[ExplainedChain, ...]


def explain(text: str, evidence: Evidence, options: Options | None = None, *, most: int = 20) -> Explanation:
    """What the first stages made of `text`, with the `most` heaviest chains.

    >>> from tanik.trace.memory import Memory
    >>> from tanik.trace.model import Witness
    >>> told = explain("eski taş köprü", Memory([Witness("a:1", "Nehirdeki eski taş köprü yıkıldı", "a")]))
    >>> told.chains[0].runs
    (('eski tas kopru', 1),)
    """
    chosen = options or Options()
    words = read_words(text)
    query, seeds = make_query(words, evidence, chosen)
    chains = find_chains(seeds, chosen)[:most]
    weights = query.weights.round(2).tolist()
    return Explanation(
        tuple(zip(words.slice(0, len(words)), weights, strict=True)),
        len(seeds),
        round(least_strength(len(words), query.size, chosen.chance), 2),
        tuple(
            ExplainedChain(
                evidence.witness(chain.document).id,
                round(chain.weight, 2),
                tuple((" ".join(words.slice(run.start, run.end)), run.position) for run in chain.runs),
            )
            for chain in chains
        ),
    )
