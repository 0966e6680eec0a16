"""Seeds: where fingerprints of a passage stand in the library, and how much each word of it weighs there.

Comes in: the sketch of a passage and the evidence. Goes out: the information of every token (the surprise of meeting it
after its predecessor, in nats, as the library itself counts), and the places of the rarest fingerprints. A word that
the library's own texts foretell ("Büyük Millet" → "Meclisi") tells little, so that formulas and titles weigh less than
their length, and text strung together from common pairs does not look like a copy.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tanik.trace.model import Evidence
from tanik.trace.options import Options
from tanik.trace.sketch import Sketch, kinds

__all__ = ["Seeds", "find_seeds"]


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """What the evidence has of a passage.

    `information` and `formula` have one entry a token of the passage: the second is lower where the library foretells a
    token by the two before it. `token`, `reach`, `document` and `position` have one row a
    seed: the passage's token it begins at, how many tokens beyond the first it holds, where it stands.
    """

    information: NDArray[np.float64]
    formula: NDArray[np.float64]
    known: NDArray[np.bool_]
    token: NDArray[np.int64]
    reach: NDArray[np.int64]
    document: NDArray[np.int64]
    position: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.token)


def _information(
    passage: Sketch, counts: NDArray[np.int64], size: int, options: Options
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_]]:
    """The weight of each token in nats, after one predecessor and after two; whether the library has its stem."""
    kind = kinds(passage.fingerprints)
    single = np.full(passage.tokens, size, dtype=np.float64)
    single[passage.positions[kind == 0]] = counts[kind == 0]
    counted = passage.positions[kind == 0]
    chance = np.maximum(single - options.formula_count, 1.0) / size
    pairs = counts[kind == 1].astype(np.float64)
    if len(pairs):
        before, after = counted[:-1][: len(pairs)], counted[1:][: len(pairs)]
        usual = max(options.formula_count, options.formula_share * size)
        foretold = np.maximum(pairs - usual, 0.0) / np.maximum(single[before], 1.0)
        chance[after] = np.maximum(chance[after], foretold)
    weights = _nats(chance, options)
    triples = counts[kind == 2].astype(np.float64)
    if len(triples):
        foretold = np.maximum(triples - usual, 0.0) / np.maximum(pairs[: len(triples)], 1.0)
        third = counted[2:][: len(triples)]
        chance[third] = np.maximum(chance[third], foretold)
    return weights, _nats(chance, options), single > 0


def _nats(chance: NDArray[np.float64], options: Options) -> NDArray[np.float64]:
    return np.clip(-np.log(np.minimum(chance, 1.0)), options.least_information, options.most_information)


def find_seeds(passage: Sketch, evidence: Evidence, options: Options) -> Seeds:
    """The places of the passage's rarest fingerprints, as many as `options` let be looked up."""
    counts = evidence.count(passage.fingerprints)
    information, formula, known = _information(passage, counts, max(evidence.tokens, options.background), options)
    kind = kinds(passage.fingerprints)
    order = np.lexsort((-kind, counts))
    order = order[counts[order] > 0]
    is_long = passage.tokens > options.long_passage
    first = options.base_hits_long if is_long else options.base_hits
    each = options.hits_per_token_long if is_long else options.hits_per_token
    budget = first + each * passage.tokens
    order = np.sort(order[np.cumsum(counts[order]) <= budget])
    hits = evidence.look_up(passage.fingerprints[order])
    asked = order[hits.asked]
    return Seeds(
        information,
        formula,
        known,
        passage.positions[asked].astype(np.int64),
        kind[asked],
        hits.document.astype(np.int64),
        hits.position.astype(np.int64),
    )
