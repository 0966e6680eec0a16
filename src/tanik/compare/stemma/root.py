"""Which way the links of a tree run, and what each node read.

Comes in: a tree and the evidence. Goes out: for each node how much belief there is that everything descends from it,
and a state for every node and character. A tree costs otherwise from another root only where changes cost more one way
than back (words left out cannot be brought back; a misprint is mended more easily than made twice), or where dates
forbid: where nothing does, belief is spread evenly and no direction is claimed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tanik.compare.stemma.model import UNKNOWN
from tanik.compare.stemma.tree import Evidence, Tree, messages, priors, rootings, total

__all__ = ["beliefs", "directions", "states_of"]


def beliefs(tree: Tree, evidence: Evidence) -> dict[int, float]:
    """How much belief each witness or lost node deserves as the source of all; the sum is 1."""
    top, *others = tree.nodes()
    costs = {top: total(tree, evidence)}
    if others:
        turned = tree
        if top >= tree.known and tree.parent.count(top) == 2:
            turned = tree.rerooted(others[0])  # from any other root this lost node joins two links and is none
            turned.tidy()
        costs = {node: cost for node, cost in _turned(turned, evidence).items() if node != top} | costs
    least = min(costs.values())
    odds = {node: float(np.exp(least - cost)) for node, cost in costs.items()}
    whole = sum(odds.values())
    return {node: odd / whole for node, odd in odds.items()}


def _turned(tree: Tree, evidence: Evidence) -> dict[int, float]:
    """What the tree costs from each of its nodes as the root."""
    costs: dict[int, float] = {}
    for node, around in rootings(tree, evidence).items():
        turned = tree.rerooted(node)
        reading = float(evidence.weights @ (around + evidence.prior).min(axis=-1))
        costs[node] = reading + priors(turned, evidence, turned.nodes())
    return costs


def directions(tree: Tree, belief: dict[int, float]) -> dict[int, float]:
    """For each node but the root, the belief that the link to it runs from its source and not to it."""
    order = tree.nodes()
    inside = dict(belief)
    for node in reversed(order):
        if tree.parent[node] >= 0:
            inside[tree.parent[node]] += inside[node]
    return {node: min(1.0, max(0.0, 1.0 - inside[node])) for node in order[1:]}


def states_of(tree: Tree, evidence: Evidence) -> NDArray[np.int16]:
    """The state of every node, character by character of the tradition, in a cheapest history; sources first.

    Where two histories cost the same, a copy keeps what its source has.
    """
    found = messages(tree, evidence)
    order = found.order
    size = evidence.own.shape[1]
    table = np.full((len(tree.parent), size), UNKNOWN, dtype=np.int16)
    rows = np.arange(size)
    for node in order:
        source = tree.parent[node]
        cost = found.below[found.row[node]]
        if source < 0:
            table[node] = np.argmin(cost + evidence.prior, axis=1)
            continue
        mine = table[source]
        cost = cost + evidence.costs[rows, mine]
        keeps = cost[rows, mine] <= cost.min(axis=1) + 1e-9
        table[node] = np.where(keeps, mine, np.argmin(cost, axis=1))
    return table[:, evidence.members]
