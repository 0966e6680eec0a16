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

from tanik.compare.stemma.lift import Changes, changes_of, lift
from tanik.compare.stemma.model import UNKNOWN, Tradition
from tanik.compare.stemma.options import Options

__all__ = [
    "Evidence",
    "Messages",
    "Tree",
    "evidence_of",
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

    `costs` is ``[character, from, to]``, `forth` and `back` are the same made ready for `lift`, the changes run one way
    and the other; `prior` is ``[character, state]``, `weights` how many characters each stands for,
    `members` which of these each character of the tradition became. `free` is ``[witness, character]``: what the
    witness took from a second source, so that the link to its first one need not explain it; `is_mixed` says who has
    such. `penalty` is ``[source, copy]`` for dates and stated sources.
    """

    own: Floats
    costs: Floats
    forth: Changes
    back: Changes
    prior: Floats
    free: NDArray[np.bool_]
    is_mixed: tuple[bool, ...]
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
    told = costs[firsts] if firsts else np.zeros((0, 1, 1))
    return Evidence(
        own=own,
        costs=told,
        forth=changes_of(told),
        back=changes_of(np.swapaxes(told, 1, 2)),
        prior=tradition.prior[firsts] if firsts else np.zeros((0, 1)),
        free=free[:, firsts],
        is_mixed=tuple(bool(row.any()) for row in free[:, firsts]),
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


def raised(node: int, below: Floats, evidence: Evidence) -> Floats:
    """What the source of `node` pays for it and all below it."""
    low = lift(below, evidence.forth)
    if node < evidence.known and evidence.is_mixed[node]:
        low = np.where(evidence.free[node][:, None], below.min(axis=1)[:, None], low)
    return low


@dataclass(frozen=True, slots=True, eq=False)
class Messages:
    """What each node pays, a row a node of `order`, ``[node, character, state]``.

    `below` is for its copies, given its state, `lifted` what its source pays for that; `above` for all the rest, given
    its state; `high` what a lost node put in between it and its source would pay for all above. `earliest` and `latest`
    are the days between which each node must have been written.
    """

    order: list[int]
    row: dict[int, int]
    below: Floats
    lifted: Floats
    above: Floats
    high: Floats
    earliest: dict[int, float]
    latest: dict[int, float]


@dataclass(frozen=True, slots=True)
class _Levels:
    """The nodes of a tree, sources before copies, in rows; `ends` parts them by their distance from the root.

    What is paid is worked out for all nodes of a level at once, which is many times faster than node by node.
    """

    order: list[int]
    sources: list[int]
    ends: list[tuple[int, int]]


def _levels(tree: Tree) -> _Levels:
    below = tree.children()
    order = [node for node, source in enumerate(tree.parent) if source == -1]
    sources, ends = [-1] * len(order), [(0, len(order))]
    while ends[-1][0] < ends[-1][1]:
        start, end = ends[-1]
        for row in range(start, end):
            order.extend(below[order[row]])
            sources.extend([row] * len(below[order[row]]))
        ends.append((end, len(order)))
    return _Levels(order, sources, ends[:-1])


def _below(levels: _Levels, evidence: Evidence) -> tuple[Floats, Floats]:
    """What each node pays for its copies, and what its source pays for that; rows of `levels`."""
    below = np.zeros((len(levels.order), *evidence.own.shape[1:]))
    lifted = np.empty_like(below)
    for start, end in reversed(levels.ends):
        for row in range(start, end):
            if levels.order[row] < evidence.known:
                below[row] += evidence.own[levels.order[row]]
        part = below[start:end]
        lifted[start:end] = _freed(part, lift(part, evidence.forth), levels.order[start:end], evidence)
        for row in range(end - 1, start - 1, -1):
            if levels.sources[row] >= 0:
                below[levels.sources[row]] += lifted[row]
    return below, lifted


def _freed(paid: Floats, low: Floats, nodes: Sequence[int], evidence: Evidence) -> Floats:
    """`low`, but the least of `paid` where a node took the reading from a second source."""
    for row, node in enumerate(nodes):
        if node < evidence.known and evidence.is_mixed[node]:
            low[row] = np.where(evidence.free[node][:, None], paid[row].min(axis=1)[:, None], low[row])
    return low


def _without(mine: Floats, lifted: Floats) -> Floats:
    """What a source pays less what it pays for one of its copies."""
    rest = np.full_like(mine, np.inf)
    np.subtract(mine, lifted, out=rest, where=np.isfinite(mine))
    return rest


def messages(tree: Tree, evidence: Evidence) -> Messages:
    """The messages of a tree, and between which days each node must have been written."""
    levels = _levels(tree)
    order, sources = levels.order, levels.sources
    below, lifted = _below(levels, evidence)
    above, high = np.empty_like(below), np.empty_like(below)
    above[: levels.ends[0][1]] = high[: levels.ends[0][1]] = evidence.prior
    for start, end in levels.ends[1:]:
        rest = _without(below[sources[start:end]], lifted[start:end])
        rest += above[sources[start:end]]
        high[start:end] = lift(rest, evidence.back)
        above[start:end] = _freed(rest, high[start:end].copy(), order[start:end], evidence)
    earliest: dict[int, float] = {}
    for row, node in enumerate(order):
        before = earliest[order[sources[row]]] if sources[row] >= 0 else -np.inf
        earliest[node] = max(before, float(evidence.earliest[node])) if node < evidence.known else before
    latest: dict[int, float] = dict.fromkeys(order, np.inf)
    for node in reversed(order):
        if node < evidence.known:
            latest[node] = min(latest[node], float(evidence.latest[node]))
        if tree.parent[node] >= 0:
            latest[tree.parent[node]] = min(latest[tree.parent[node]], latest[node])
    row_of = {node: row for row, node in enumerate(order)}
    return Messages(order, row_of, below, lifted, above, high, earliest, latest)


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
    levels = _levels(tree)
    below, lifted = _below(levels, evidence)
    around = below.copy()
    for start, end in levels.ends[1:]:
        sources = levels.sources[start:end]
        rest = _without(around[sources], lifted[start:end])
        turned = lift(rest, evidence.forth)
        around[start:end] += _freed(rest, turned, [levels.order[row] for row in sources], evidence)
    return dict(zip(levels.order, around, strict=True))


def total(tree: Tree, evidence: Evidence) -> float:
    """The cost of a whole tree in nats."""
    levels = _levels(tree)
    paid = _below(levels, evidence)[0][0] + evidence.prior
    return float(evidence.weights @ paid.min(axis=-1)) + priors(tree, evidence, levels.order)


def loose(branch: Tree, evidence: Evidence) -> float:
    """The cost of a branch that hangs nowhere, in nats."""
    levels = _levels(branch)
    return float(evidence.weights @ _below(levels, evidence)[0][0].min(axis=-1)) + priors(
        branch, evidence, levels.order
    )
