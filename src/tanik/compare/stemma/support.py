"""How much hangs on few readings.

Comes in: a tree and the evidence. Goes out: for each node the share of resampled evidence under which it stays where it
hangs. Characters are drawn anew with replacement (Felsenstein, Confidence limits on phylogenies, Evolution 39, 1985);
the rest of the tree is held, so that a drawing costs one product of matrices and no new search. Places that cost the
same share the vote: a witness that could hang in four places has a quarter.
"""

from __future__ import annotations

import numpy as np

from tanik.compare.stemma.search import branch_places
from tanik.compare.stemma.tree import Evidence, Tree

__all__ = ["supports"]

_SEED = 1985
_EQUAL = 1e-6


def supports(tree: Tree, evidence: Evidence, resamples: int) -> dict[int, float]:
    """For every node but the root, the share of drawings in which it hangs where the tree has it."""
    size = int(evidence.weights.sum())
    if not size:
        return dict.fromkeys(tree.nodes()[1:], 0.0)
    random = np.random.default_rng(_SEED)
    drawn = random.multinomial(size, evidence.weights / evidence.weights.sum(), size=resamples).astype(np.float64)
    held = {}
    for node in tree.nodes()[1:]:
        places, here = branch_places(tree, node, evidence)
        sums = places.costs @ drawn.T + places.fixed[:, None]
        votes = sums <= sums.min(axis=0) + _EQUAL
        held[node] = float((votes[here] / votes.sum(axis=0)).mean())
    return held
