"""Trees of more witnesses than can be searched whole.

Comes in: a tradition of many witnesses. Goes out: its tree, and for each node how much hangs on few readings. The tree
begins as the cheapest arborescence; then sectors of it, a few dozen nodes that hang together, are taken out and
searched as traditions of their own, one after the other (sectorial searches: Goloboff, Analyzing large data sets in
reasonable times, Cladistics 15, 1999). Inside a sector only the readings in which its own members differ count, so a
sector costs the same however large the whole is, and the work grows with the number of witnesses. A second round cuts
the tree elsewhere: around the links at which the first one had cut. Nothing in it is left to chance or to a clock.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tanik.compare.stemma.model import UNKNOWN, Tradition
from tanik.compare.stemma.options import Options
from tanik.compare.stemma.root import states_of
from tanik.compare.stemma.search import search
from tanik.compare.stemma.start import first_tree
from tanik.compare.stemma.support import supports
from tanik.compare.stemma.tree import Evidence, Tree, evidence_of, total

__all__ = ["search_sectors", "sector_supports"]


def search_sectors(evidence: Evidence, tradition: Tradition, options: Options) -> Tree:
    """The cheapest tree that searching its sectors leads to; it costs no more than the arborescence it begins with."""
    tree = first_tree(evidence)
    cost = total(tree, evidence)
    for sweep in range(options.sweeps):
        tops = _cuts(tree, options.sector)
        for top in tops if sweep % 2 else [-1, *tops]:
            if top >= 0 and tree.parent[top] < 0:
                continue  # a lost node that is in the tree no more, or one that has become its root
            members = _around(tree, top, options.sector) if sweep % 2 else _below(tree, top, tops)
            made = _searched(tree, members, tradition, evidence, options)
            made.tidy()
            now = total(made, evidence)
            if now < cost:
                tree, cost = made, now
    return tree


def sector_supports(tree: Tree, evidence: Evidence, tradition: Tradition, options: Options) -> dict[int, float]:
    """For every node but the root, the share of drawings of readings in which it hangs in its sector where it does."""
    held: dict[int, float] = {}
    tops = _cuts(tree, options.sector)
    for top in (-1, *tops):
        members = _below(tree, top, tops)
        part, alone = _part(tree, members, tradition, evidence, options)
        found = supports(part, alone, options.resamples)
        held |= {members[at]: share for at, share in found.items()}
    return {node: held.get(node, 0.0) for node in tree.nodes()[1:]}


def _below(tree: Tree, top: int, tops: list[int]) -> list[int]:
    """The source of `top`, `top`, and what hangs below it down to other `tops`; from the root for -1."""
    below, split = tree.children(), {*tops} - {top}
    members = [tree.nodes()[0]] if top < 0 else [tree.parent[top], top]
    for node in members:
        if top < 0 or node != members[0]:
            members += [child for child in below[node] if child not in split]
    return members


def _cuts(tree: Tree, size: int) -> list[int]:
    """The nodes whose links to their sources part the tree into groups of at most `size`, as large as can be."""
    below = tree.children()
    weight: dict[int, int] = {}
    found = []
    for node in reversed(tree.nodes()):
        parts = sorted(below[node], key=lambda child: (weight[child], child))
        weight[node] = 1
        for child in parts:
            if weight[node] + weight[child] <= size - 1:
                weight[node] += weight[child]
            else:
                found.append(child)
    return found


def _around(tree: Tree, node: int, size: int) -> list[int]:
    """The nodes nearest to a link, their common source first."""
    below = tree.children()
    found = [tree.parent[node], node]
    for one in found:
        near = [*below[one], *([tree.parent[one]] if tree.parent[one] >= 0 else [])]
        found += [other for other in near if other not in found][: max(0, size - len(found))]
    inside = set(found)
    top = next(one for one in found if tree.parent[one] not in inside)
    return [top, *(one for one in found if one != top)]


def _part(
    tree: Tree, members: list[int], tradition: Tradition, evidence: Evidence, options: Options
) -> tuple[Tree, Evidence]:
    """A sector as a tree of its own, every member a witness in it, and the evidence in which its members differ."""
    lost = [node for node in members if node >= tree.known]
    rebuilt = states_of(tree, evidence) if lost else tradition.states
    states = np.array([rebuilt[node] if node >= tree.known else tradition.states[node] for node in members])
    telling = _telling(states)
    number = {node: at for at, node in enumerate(members)}
    earliest, latest = _days(tradition, members)
    part = Tradition(
        tuple(str(node) for node in members),
        tuple(tradition.characters[at] for at in np.flatnonzero(telling).tolist()),
        np.ascontiguousarray(states[:, telling]),
        tradition.costs[telling],
        tradition.prior[telling],
        earliest,
        latest,
        tuple((number[one], number[two]) for one, two in tradition.cites if one in number and two in number),
    )
    return Tree([number.get(tree.parent[node], -1) for node in members], len(members)), evidence_of(part, options)


def _telling(states: NDArray[np.int16]) -> NDArray[np.bool_]:
    """The characters on which two members read differently."""
    most = states.max(axis=0)
    least = np.where(states == UNKNOWN, np.iinfo(np.int16).max, states).min(axis=0)
    return np.asarray((most > least) & (most != UNKNOWN), dtype=np.bool_)


def _days(tradition: Tradition, members: list[int]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    known = len(tradition.names)
    early = [float(tradition.earliest[node]) if node < known else -np.inf for node in members]
    late = [float(tradition.latest[node]) if node < known else np.inf for node in members]
    return np.array(early), np.array(late)


def _searched(tree: Tree, members: list[int], tradition: Tradition, evidence: Evidence, options: Options) -> Tree:
    """The tree with one sector in the cheapest shape that was found for it."""
    if len(members) < 3:
        return tree
    part, alone = _part(tree, members, tradition, evidence, options)
    fixed = tree.parent[members[0]] >= 0
    _, found = search(part, alone, options.rounds, turned=not fixed)
    made = tree.copy()
    source = tree.parent[members[0]]
    number = dict(enumerate(members))
    for at in found.nodes():
        if at not in number:
            number[at] = made.new(-1)
        above = found.parent[at]
        made.parent[number[at]] = number[above] if above >= 0 else source
    return made
