"""Trees to begin the search with.

Comes in: the evidence. Goes out: a tree in which witnesses alone stand: the cheapest arborescence (Chu and Liu, Sci.
Sinica 14, 1965; Edmonds, J. Res. NBS 71B, 1967) over what it costs to come from each witness to each other, dates and
stated sources included. A witness that can say little is compared on what it has, at the rate of that.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tanik.compare.stemma.lift import lift
from tanik.compare.stemma.tree import Evidence, Tree

__all__ = ["arborescence", "distances", "first_tree"]


def distances(evidence: Evidence) -> NDArray[np.float64]:
    """What it costs to come from each witness (row) to each other (column)."""
    known = evidence.known
    wide = (evidence.own == 0).sum(axis=2) > 1 if evidence.own.shape[2] > 1 else np.zeros(evidence.own.shape[:2], bool)
    table = np.zeros((known, known))
    whole = float(evidence.weights.sum())
    lifted = lift(evidence.own, evidence.forth)
    columns = np.arange(evidence.own.shape[1])
    for source in range(known):
        # What a source reads is one state; what it cannot say is free, and is taken out of the sum below.
        cost = lifted[:, columns, evidence.own[source].argmin(axis=1)] if len(columns) else lifted.sum(axis=2)
        shared = ~(wide | wide[source])
        seen = shared @ evidence.weights
        spent = np.where(shared, cost, 0.0) @ evidence.weights
        # A mean to start from keeps a scrap that shares three words with everybody from being everybody's source.
        table[source] = (spent + 1.0) * whole / (seen + 1.0)
    table += evidence.penalty
    np.fill_diagonal(table, np.inf)
    return table


def arborescence(costs: NDArray[np.float64], root: int) -> list[int]:
    """The source of each node in the cheapest tree out of `root` (−1 for the root itself).

    >>> arborescence(np.array([[np.inf, 1.0, 9.0], [1.0, np.inf, 2.0], [9.0, 1.0, np.inf]]), 0)
    [-1, 0, 1]
    """
    costs = costs.copy()
    costs[:, root] = np.inf
    size = len(costs)
    source = [-1 if node == root else int(np.argmin(costs[:, node])) for node in range(size)]
    cycle = _cycle(source)
    if not cycle:
        return source
    inside = np.zeros(size, dtype=bool)
    inside[cycle] = True
    rest = [node for node in range(size) if not inside[node]]
    joined = len(rest)
    small = np.full((joined + 1, joined + 1), np.inf)
    small[:joined, :joined] = costs[np.ix_(rest, rest)]
    paid = np.array([costs[source[node], node] for node in cycle])
    enter = costs[np.ix_(rest, cycle)] - paid
    leave = costs[np.ix_(cycle, rest)]
    small[:joined, joined] = enter.min(axis=1)
    small[joined, :joined] = leave.min(axis=0)
    found = arborescence(small, rest.index(root))
    for at, node in enumerate(rest):
        above = found[at]
        if above == joined:
            source[node] = cycle[int(np.argmin(leave[:, at]))]
        elif above >= 0:
            source[node] = rest[above]
    door = found[joined]
    source[cycle[int(np.argmin(enter[door]))]] = rest[door]
    return source


def _cycle(source: list[int]) -> list[int]:
    """Some nodes that are each other's source in a ring, or none."""
    state = [0] * len(source)
    for begin in range(len(source)):
        path = []
        node = begin
        while node >= 0 and state[node] == 0:
            state[node] = 1
            path.append(node)
            node = source[node]
        if node >= 0 and state[node] == 1:
            return path[path.index(node) :]
        for one in path:
            state[one] = 2
    return []


def first_tree(evidence: Evidence) -> Tree:
    """The cheapest tree of witnesses alone, over all roots."""
    known = evidence.known
    if known == 1:
        return Tree([-1], known)
    table = distances(evidence)
    finite = table[np.isfinite(table)]
    large = float(np.abs(finite).sum()) + 1.0
    whole = np.full((known + 1, known + 1), np.inf)
    whole[:known, :known] = table
    whole[known, :known] = large
    return Tree([-1 if source == known else source for source in arborescence(whole, known)[:known]], known)
