"""The tree with its witnesses of two sources.

Comes in: a tradition. Goes out: the cheapest tree, and the second sources that it takes to explain it. A witness of two
sources pulls a tree out of shape, for no single place fits it: so, one after the other, the witness that gains most by
a second source is given one, the characters that came from there are taken out of what its first link must explain,
and the search goes on from there.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tanik.compare.stemma.model import Tradition
from tanik.compare.stemma.options import Options
from tanik.compare.stemma.parents import TwoSources, two_sources
from tanik.compare.stemma.root import states_of
from tanik.compare.stemma.search import Tried, pruned, search, stepwise
from tanik.compare.stemma.start import first_tree
from tanik.compare.stemma.tree import Evidence, Tree, evidence_of, loose, messages, raised, total

__all__ = ["Mixed", "find_mixed"]

Mixed = dict[int, TwoSources]


def find_mixed(tradition: Tradition, options: Options) -> tuple[Tree, Evidence, Mixed]:
    """The cheapest tree, the evidence as it was weighed, and the second source of each witness that has one."""
    free = np.zeros(tradition.states.shape, dtype=bool)
    evidence = evidence_of(tradition, options)
    tree = _first(evidence, options)
    mixed: Mixed = {}
    while len(mixed) < len(tradition.names) // 3:
        candidates = [node for node in range(evidence.known) if node not in mixed and tree.parent[node] >= 0]
        gains = [
            (gain, node, pair) for node in candidates for gain, pair in _gain(tradition, tree, node, evidence, options)
        ]
        if not gains:
            break
        _, node, pair = max(gains, key=lambda one: (one[0], -one[1]))
        mixed[node] = pair
        free[node, list(pair.share)] = True
        evidence = evidence_of(tradition, options, free)
        made = _hung(tree, node, pair.first) if pair.first < evidence.known else tree
        tried: Tried = set()
        found = (search(one, evidence, options.rounds, tried=tried) for one in (made, tree))
        _, tree = min(found, key=lambda one: one[0])
    return tree, evidence, mixed


def _hung(tree: Tree, node: int, source: int) -> Tree:
    """The tree with the branch at `node` below a witness."""
    made = tree.copy()
    made.parent[node] = source
    made.tidy()
    return made


def _first(evidence: Evidence, options: Options) -> Tree:
    """The cheapest tree over several beginnings."""
    known = evidence.known
    silent = ((evidence.own == 0).sum(axis=2) > 1).sum(axis=1)
    tried: Tried = set()
    found = [search(first_tree(evidence), evidence, options.rounds, tried=tried)]
    for begin in range(options.starts - 1 if known > 2 else 0):
        order = np.argsort(silent, kind="stable") if begin == 0 else np.random.default_rng(begin).permutation(known)
        begun = stepwise([int(node) for node in order], evidence)
        found.append(search(begun, evidence, options.rounds, tried=tried))
    return min(found, key=lambda one: one[0])[1]


def _gain(
    tradition: Tradition, tree: Tree, node: int, evidence: Evidence, options: Options
) -> list[tuple[float, TwoSources]]:
    """What a second source would save for a witness, and which two; nothing where it saves less than it costs.

    The rest of the tree is first let find its own shape: it may have been bent to make room for this witness.
    """
    rest, branch = pruned(tree, node)
    if evidence.known <= options.reshaped:
        _, rest = search(rest, evidence, 2)
    late = tradition.latest[node]
    sources = [one for one in rest.nodes() if one >= evidence.known or tradition.earliest[one] <= late]
    if len(sources) < 2:
        return []
    price = options.second + float(np.log(len(sources)))
    within = total(tree, evidence) - total(rest, evidence) - loose(branch, evidence) - price
    paid = _paid(states_of(rest, evidence), node, branch, evidence)

    def surcharge(one: int, other: int) -> float:
        return options.kin if _leads_to(rest, one, other) or _leads_to(rest, other, one) else 0.0

    pair = two_sources(paid, sources, switches=options.switches, within=within, surcharge=surcharge)
    return [] if pair is None else [(within - pair.nats, pair)]


def _leads_to(tree: Tree, node: int, copy: int) -> bool:
    """Whether a copy descends from a node."""
    while copy >= 0 and copy != node:
        copy = tree.parent[copy]
    return copy == node


def _paid(states: NDArray[np.int16], node: int, branch: Tree, evidence: Evidence) -> NDArray[np.float64]:
    """What the branch at `node` costs below each other node, character by character of the tradition."""
    below = messages(branch, evidence).below[0]  # the branch's root leads its rows
    low = raised(node, below, evidence) - below.min(axis=1)[:, None]
    return np.asarray(low[evidence.members[None], np.maximum(states, 0)])
