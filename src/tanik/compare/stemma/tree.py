"""A rooted tree of witnesses and lost ancestors, and what it costs.

Comes in: evidence as arrays. Goes out: the least cost of all changes in the tree, and what each node would pay in each
state. The programme is Sankoff's (Minimal mutation trees of sequences, SIAM J. Appl. Math. 28, 1975) with unequal
costs; witnesses may stand inside the tree, as sources that survive do, and a state that is unknown is free.

Characters on which all witnesses stand alike and that cost alike are one, with the sum of their weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tanik.compare.stemma.model import UNKNOWN, Tradition
from tanik.compare.stemma.options import Options

__all__ = [
    "Evidence",
    "Messages",
    "Tree",
    "evidence_of",
    "lift",
    "loose",
    "messages",
    "priors",
    "raised",
    "rootings",
    "total",
]

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """A tradition made ready: `own` is ``[witness, character, state]``, 0 where the witness may have it, else inf.

    `costs` is ``[character, from, to]``, `prior` ``[character, state]``, `weights` how many characters each stands for,
    `members` which of these each character of the tradition became. `free` is ``[witness, character]``: what the
    witness took from a second source, so that the link to its first one need not explain it. `penalty` is
    ``[source, copy]`` for dates and stated sources.
    """

    own: Floats
    costs: Floats
    prior: Floats
    free: NDArray[np.bool_]
    weights: Floats
    members: NDArray[np.intp]
    penalty: Floats
    earliest: Floats
    latest: Floats
    lost: float
    against: float

    @property
    def known(self) -> int:
        """How many witnesses there are; nodes from this number on are lost ones."""
        return len(self.own)


def evidence_of(tradition: Tradition, options: Options, free: NDArray[np.bool_] | None = None) -> Evidence:
    """The evidence of a tradition; `free` is ``[witness, character of the tradition]``."""
    states, costs = tradition.states, tradition.costs
    free = np.zeros(states.shape, dtype=bool) if free is None else free
    patterns: dict[bytes, int] = {}
    members = np.empty(states.shape[1], dtype=np.intp)
    firsts: list[int] = []
    for column in range(states.shape[1]):
        key = states[:, column].tobytes() + costs[column].tobytes() + free[:, column].tobytes()
        key += tradition.prior[column].tobytes()
        if key not in patterns:
            patterns[key] = len(firsts)
            firsts.append(column)
        members[column] = patterns[key]
    width = costs.shape[1] if states.shape[1] else 1
    own = np.full((len(states), len(firsts), width), np.inf)
    for witness, row in enumerate(states[:, firsts]):
        own[witness, np.arange(len(firsts)), np.maximum(row, 0)] = 0.0
        own[witness, row == UNKNOWN] = 0.0
    penalty = np.where(tradition.earliest[:, None] > tradition.latest[None, :], options.against_dates, 0.0)
    silent = (states == UNKNOWN).astype(np.float64)
    penalty += options.silent * (silent @ (1.0 - silent).T)
    for source, witness in tradition.cites:
        penalty[source, witness] -= options.cited
    weights = np.bincount(members, minlength=len(firsts)).astype(np.float64)
    return Evidence(
        own=own,
        costs=costs[firsts] if firsts else np.zeros((0, 1, 1)),
        prior=tradition.prior[firsts] if firsts else np.zeros((0, 1)),
        free=free[:, firsts],
        weights=weights,
        members=members,
        penalty=penalty,
        earliest=tradition.earliest,
        latest=tradition.latest,
        lost=options.lost,
        against=options.against_dates,
    )


@dataclass(slots=True)
class Tree:
    """Sources by node: `parent[node]` is its source, −1 for the root, −2 for a node that is not in the tree."""

    parent: list[int]
    known: int

    def copy(self) -> Tree:
        """The same tree, to be changed."""
        return Tree(list(self.parent), self.known)

    def nodes(self) -> list[int]:
        """All nodes in the tree, sources before their copies."""
        below = self.children()
        order = [node for node, source in enumerate(self.parent) if source == -1]
        for node in order:
            order.extend(below[node])
        return order

    def children(self) -> list[list[int]]:
        """The copies of each node."""
        below: list[list[int]] = [[] for _ in self.parent]
        for node, source in enumerate(self.parent):
            if source >= 0:
                below[source].append(node)
        return below

    def new(self, source: int) -> int:
        """A lost node below `source`; its number."""
        for node in range(self.known, len(self.parent)):
            if self.parent[node] == -2:
                self.parent[node] = source
                return node
        self.parent.append(source)
        return len(self.parent) - 1

    def tidy(self) -> None:
        """Takes out lost nodes that have no copy, or one."""
        going = True
        while going:
            going = False
            below = self.children()
            for node in range(self.known, len(self.parent)):
                if self.parent[node] == -2 or len(below[node]) > 1:
                    continue
                for child in below[node]:
                    self.parent[child] = self.parent[node]
                self.parent[node] = -2
                going = True
                break

    def lost(self) -> int:
        """How many lost nodes stand in the tree."""
        return sum(source != -2 for source in self.parent[self.known :])

    def rerooted(self, root: int) -> Tree:
        """The same links with `root` as the source of all."""
        turned = self.copy()
        node, source = root, -1
        while node != -1:
            after = self.parent[node]
            turned.parent[node] = source
            node, source = after, node
        return turned


def lift(below: Floats, costs: Floats) -> Floats:
    """What a source pays in each state for what stands below it: the cheapest change to a state below."""
    # A loop over the few states is several times faster than a reduction over an axis so short.
    low = costs[..., 0] + below[..., None, 0]
    for state in range(1, costs.shape[-1]):
        np.minimum(low, costs[..., state] + below[..., None, state], out=low)
    return np.asarray(low)


def raised(node: int, below: Floats, evidence: Evidence) -> Floats:
    """What the source of `node` pays for it and all below it."""
    low = lift(below, evidence.costs)
    if node < evidence.known and evidence.free[node].any():
        low = np.where(evidence.free[node][:, None], below.min(axis=1)[:, None], low)
    return low


@dataclass(frozen=True, slots=True, eq=False)
class Messages:
    """What each node pays: `below` for its copies, given its state; `above` for all the rest, given its state.

    `high` is what a lost node put in between it and its source would pay for all above.
    """

    order: list[int]
    below: dict[int, Floats]
    above: dict[int, Floats]
    high: dict[int, Floats]
    earliest: dict[int, float]
    latest: dict[int, float]


def _below(tree: Tree, order: Sequence[int], evidence: Evidence) -> tuple[dict[int, Floats], dict[int, Floats]]:
    free = np.zeros(evidence.own.shape[1:])
    below: dict[int, Floats] = {}
    lifted: dict[int, Floats] = {}
    for node in reversed(order):
        own = evidence.own[node] if node < evidence.known else free
        below[node] = own + below[node] if node in below else own.copy()
        lifted[node] = raised(node, below[node], evidence)
        source = tree.parent[node]
        if source >= 0:
            below[source] = below[source] + lifted[node] if source in below else lifted[node]
    return below, lifted


def messages(tree: Tree, evidence: Evidence) -> Messages:
    """The messages of a tree, and between which days each node must have been written."""
    order = tree.nodes()
    below, lifted = _below(tree, order, evidence)
    backward = np.swapaxes(evidence.costs, 1, 2)
    above: dict[int, Floats] = {}
    high: dict[int, Floats] = {}
    earliest: dict[int, float] = {}
    for node in order:
        source = tree.parent[node]
        if source < 0:
            above[node] = high[node] = evidence.prior
            before = -np.inf
        else:
            mine, rest = below[source], np.full_like(below[source], np.inf)
            np.subtract(mine, lifted[node], out=rest, where=np.isfinite(mine))
            rest += above[source]
            above[node] = high[node] = lift(rest, backward)
            if node < evidence.known and evidence.free[node].any():
                above[node] = np.where(evidence.free[node][:, None], rest.min(axis=1)[:, None], above[node])
            before = earliest[source]
        earliest[node] = max(before, float(evidence.earliest[node])) if node < evidence.known else before
    latest: dict[int, float] = dict.fromkeys(order, np.inf)
    for node in reversed(order):
        if node < evidence.known:
            latest[node] = min(latest[node], float(evidence.latest[node]))
        if tree.parent[node] >= 0:
            latest[tree.parent[node]] = min(latest[tree.parent[node]], latest[node])
    return Messages(order, below, above, high, earliest, latest)


def priors(tree: Tree, evidence: Evidence, order: Iterable[int]) -> float:
    """What dates, stated sources and lost nodes cost."""
    cost = evidence.lost * tree.lost()
    holder: dict[int, int] = {}
    for node in order:
        source = tree.parent[node]
        above = -1 if source < 0 else source if source < evidence.known else holder[source]
        holder[node] = above
        if node < evidence.known and source >= 0:
            if source < evidence.known:
                cost += float(evidence.penalty[source, node])
            elif above >= 0 and evidence.earliest[above] > evidence.latest[node]:
                cost += evidence.against
    return cost


def rootings(tree: Tree, evidence: Evidence) -> dict[int, Floats]:
    """What each node would pay for all the others, given its state, were it the root.

    Two passes do for all roots: what hangs below a node is known from the tree as it stands, and what hangs above it,
    were it the root, from what its source would pay for all but it.
    """
    order = tree.nodes()
    below, lifted = _below(tree, order, evidence)
    around: dict[int, Floats] = {}
    for node in order:
        source = tree.parent[node]
        around[node] = below[node]
        if source >= 0:
            rest = np.full_like(around[source], np.inf)
            np.subtract(around[source], lifted[node], out=rest, where=np.isfinite(around[source]))
            around[node] = below[node] + raised(source, rest, evidence)
    return around


def total(tree: Tree, evidence: Evidence) -> float:
    """The cost of a whole tree in nats."""
    order = tree.nodes()
    below, _ = _below(tree, order, evidence)
    return float(evidence.weights @ (below[order[0]] + evidence.prior).min(axis=-1)) + priors(tree, evidence, order)


def loose(branch: Tree, evidence: Evidence) -> float:
    """The cost of a branch that hangs nowhere, in nats."""
    order = branch.nodes()
    below, _ = _below(branch, order, evidence)
    return float(evidence.weights @ below[order[0]].min(axis=-1)) + priors(branch, evidence, order)
