"""The search for the tree of least cost.

Comes in: the evidence and a tree to begin with. Goes out: a tree that no single move makes cheaper. A move takes one
branch off and hangs it elsewhere: below a witness, below a lost node, or beside another branch below a new lost node;
or it turns the tree to another root; or it exchanges a source and its copy. All places for a branch are weighed at
once, from the messages of the tree without it. Where no such move helps, a branch is hung elsewhere by another of its
nodes than the one it hung by (bisection and reconnection: Swofford and Olsen, Phylogeny reconstruction, 1990): without
that, a source and its copy between two branches cannot change places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tanik.compare.stemma.lift import least
from tanik.compare.stemma.tree import Evidence, Messages, Tree, messages, priors, raised, rootings, total

__all__ = ["Hanging", "Tried", "branch_places", "pruned", "search", "stepwise"]

_LEAST_GAIN = 1e-6
# A kind of move, the branch (-1: the whole tree), and the sources of the tree, that it made no cheaper.
Tried = set[tuple[str, int, tuple[int, ...]]]


@dataclass(frozen=True, slots=True, eq=False)
class Hanging:
    """Places where a branch can hang: below `node`, or (`beside`) next to it below a new lost node; costs by character.

    `costs` is ``[place, character]`` without weights, `fixed` what dates, stated sources and a new lost node cost.
    """

    nodes: list[tuple[int, bool]]
    costs: NDArray[np.float64]
    fixed: NDArray[np.float64]

    def sums(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """What each place costs in all."""
        return np.asarray(self.costs @ weights + self.fixed)


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """A branch taken off: the node it is hung by, what its source would pay by character, its latest day (ordinal)."""

    node: int
    low: NDArray[np.float64]
    latest: float


def _branch(tree: Tree, node: int) -> set[int]:
    below = tree.children()
    inside = [node]
    for one in inside:
        inside.extend(below[one])
    return set(inside)


def hangings(rest: Tree, found: Messages, branch: Cut, evidence: Evidence) -> Hanging:
    """All places for a branch in the rest of the tree, whose messages are `found`."""
    nodes: list[tuple[int, bool]] = []
    fixed: list[float] = []
    under = least(found.below + found.above + branch.low)
    beside = least(found.high + found.lifted + branch.low)
    for node in found.order:
        nodes += [(node, False), (node, True)]
        fixed.append(_prior(node, branch, found.earliest[node], evidence))
        source = rest.parent[node]
        since = found.earliest[source] if source >= 0 else -np.inf
        price = evidence.lost + (evidence.against if since > branch.latest else 0.0)
        if source >= 0 and source < evidence.known and node < evidence.known:
            # The link that the new lost node breaks no longer profits from being a stated one.
            price -= min(0.0, float(evidence.penalty[source, node]))
        fixed.append(price)
    costs = np.stack((under, beside), axis=1).reshape(len(nodes), -1)
    return Hanging(nodes, costs, np.array(fixed))


def _prior(node: int, branch: Cut, since: float, evidence: Evidence) -> float:
    if node < evidence.known and branch.node < evidence.known:
        own = float(evidence.penalty[node, branch.node])
        return own if own > 0 or since <= branch.latest else own + evidence.against
    return evidence.against if since > branch.latest else 0.0


def hang(rest: Tree, branch: int, node: int, beside: bool) -> Tree:
    """The tree with the branch hung at a place."""
    made = rest.copy()
    if beside:
        lost = made.new(made.parent[node])
        made.parent[node] = lost
        made.parent[branch] = lost
    else:
        made.parent[branch] = node
    return made


def pruned(tree: Tree, node: int) -> tuple[Tree, Tree]:
    """The tree without the branch at `node`, and the branch as a tree of its own."""
    inside = _branch(tree, node)
    rest, branch = tree.copy(), tree.copy()
    for one in range(len(tree.parent)):
        if one in inside:
            rest.parent[one] = -2
        else:
            branch.parent[one] = -2
    branch.parent[node] = -1
    rest.tidy()
    return rest, branch


def _joined(rest: Tree, branch: Tree) -> Tree:
    """Both in one table again; nodes keep their numbers, the branch's root stays loose."""
    made = rest.copy()
    for node, source in enumerate(branch.parent):
        if source != -2:
            made.parent[node] = source
    return made


def branch_places(tree: Tree, node: int, evidence: Evidence) -> tuple[Hanging, int]:
    """All places for the branch at `node` with the rest of the tree held, and which of them it has now."""
    rest, branch = pruned(tree, node)
    below = messages(branch, evidence)
    cut = Cut(node, raised(node, below.below[below.row[node]], evidence), below.latest[node])
    places = hangings(rest, messages(rest, evidence), cut, evidence)
    source = tree.parent[node]
    if rest.parent[source] != -2:
        return places, places.nodes.index((source, False))
    (sibling,) = (one for one in tree.children()[source] if one != node)
    return places, places.nodes.index((sibling, True))


def _moved(tree: Tree, node: int, evidence: Evidence) -> Tree | None:
    """The tree with the branch at `node` in a cheaper place, or None where it hangs in the cheapest."""
    places, here = branch_places(tree, node, evidence)
    sums = places.sums(evidence.weights)
    best = int(np.argmin(sums))
    if sums[best] > sums[here] - _LEAST_GAIN:
        return None
    rest, branch = pruned(tree, node)
    made = hang(_joined(rest, branch), node, *places.nodes[best])
    made.tidy()
    return made


def _reconnected(tree: Tree, node: int, evidence: Evidence) -> Tree | None:
    """The tree with the branch at `node` hung by another of its nodes, where that is cheapest."""
    rest, branch = pruned(tree, node)
    inside = branch.nodes()
    if len(inside) < 2:
        return None
    found, latest = messages(rest, evidence), messages(branch, evidence).latest[node]
    around = rootings(branch, evidence)
    best: tuple[float, int, tuple[int, bool]] | None = None
    for other in inside[1:]:
        turned = branch.rerooted(other)
        places = hangings(rest, found, Cut(other, raised(other, around[other], evidence), latest), evidence)
        sums = places.sums(evidence.weights) + priors(turned, evidence, turned.nodes())
        at = int(np.argmin(sums))
        if best is None or sums[at] < best[0]:
            best = float(sums[at]), other, places.nodes[at]
    if best is None:
        return None
    _, other, place = best
    made = hang(_joined(rest, branch.rerooted(other)), other, *place)
    made.tidy()
    return made


def _turned(tree: Tree, evidence: Evidence) -> Iterable[Tree]:
    """The tree with other roots, and with a source and its copy exchanged."""
    order = tree.nodes()
    for node in order[1:]:
        yield tree.rerooted(node)
    below = tree.children()
    for node in order[1:]:
        source = tree.parent[node]
        if node >= evidence.known or source >= evidence.known:
            continue
        made = tree.copy()
        for child in below[node]:
            made.parent[child] = source
        for child in below[source]:
            made.parent[child] = node
        made.parent[node], made.parent[source] = tree.parent[source], node
        yield made


def search(
    tree: Tree, evidence: Evidence, rounds: int, *, turned: bool = True, tried: Tried | None = None
) -> tuple[float, Tree]:
    """The cheapest tree that moves lead to from `tree`, and its cost in nats; not `turned`, its root stays its root.

    `tried` notes what made no tree cheaper; searches of the same evidence that share it do no such work twice.
    """
    tried = set() if tried is None else tried
    cost = total(tree, evidence)
    for _ in range(rounds):
        before = cost
        cost, tree = _improved(cost, tree, evidence, _moved, tried)
        if turned:
            cost, tree = _rerooted(cost, tree, evidence, tried)
        if cost > before - _LEAST_GAIN:
            cost, tree = _improved(cost, tree, evidence, _reconnected, tried)
        if cost > before - _LEAST_GAIN:
            break
    return cost, tree


def _rerooted(cost: float, tree: Tree, evidence: Evidence, tried: Tried) -> tuple[float, Tree]:
    """The tree turned to the root, or with the source and copy exchanged, that makes it cheaper."""
    key = ("turned", -1, tuple(tree.parent))
    if key in tried:
        return cost, tree
    begun = tree
    for made in list(_turned(tree, evidence)):
        made.tidy()
        after = total(made, evidence)
        if after < cost - _LEAST_GAIN:
            cost, tree = after, made
    if tree is begun:
        tried.add(key)
    return cost, tree


def _improved(
    cost: float, tree: Tree, evidence: Evidence, move: Callable[[Tree, int, Evidence], Tree | None], tried: Tried
) -> tuple[float, Tree]:
    """The tree after a move of every branch, those that make it cheaper."""
    for node in tree.nodes()[1:]:
        if tree.parent[node] < 0:
            continue
        key = (move.__name__, node, tuple(tree.parent))
        if key in tried:
            continue
        made = move(tree, node, evidence)
        if made is not None and (moved := total(made, evidence)) < cost - _LEAST_GAIN:
            cost, tree = moved, made
        else:
            tried.add(key)
    return cost, tree


def stepwise(order: list[int], evidence: Evidence) -> Tree:
    """A tree made by hanging one witness after the other where it costs least."""
    tree = Tree([-2] * evidence.known, evidence.known)
    tree.parent[order[0]] = -1
    for node in order[1:]:
        found = messages(tree, evidence)
        cut = Cut(node, raised(node, evidence.own[node], evidence), float(evidence.latest[node]))
        places = hangings(tree, found, cut, evidence)
        best = int(np.argmin(places.sums(evidence.weights)))
        tree = hang(tree, node, *places.nodes[best])
    return tree
