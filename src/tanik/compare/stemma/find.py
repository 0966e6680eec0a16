"""The entry: the tree of a tradition.

Comes in: a `Tradition`. Goes out: a `Stemma`. The order of the witnesses changes nothing but which of several equal
trees is given; witnesses that read alike wherever both can say hang below one of them, the earliest.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tanik.compare.stemma.mixed import Mixed, find_mixed
from tanik.compare.stemma.model import UNKNOWN, Arc, Change, Stemma, Tradition
from tanik.compare.stemma.options import Options
from tanik.compare.stemma.parents import TwoSources
from tanik.compare.stemma.root import beliefs, directions, states_of
from tanik.compare.stemma.sectors import search_sectors, sector_supports
from tanik.compare.stemma.support import supports
from tanik.compare.stemma.tree import Tree, evidence_of, total

__all__ = ["find_stemma"]

_DEFAULT = Options()


def find_stemma(tradition: Tradition, options: Options = _DEFAULT) -> Stemma:
    """The likeliest tree of a tradition with at least one witness."""
    large = len(tradition.names) > options.whole
    if large:
        evidence = evidence_of(tradition, options)
        tree, mixed = _numbered(search_sectors(evidence, tradition, options), {})
        held = sector_supports(tree, evidence, tradition, options)
    else:
        tree, evidence, mixed = find_mixed(tradition, options)
        tree, mixed = _numbered(tree, mixed)
        held = supports(tree, evidence, options.resamples)
    states = states_of(tree, evidence)
    runs = directions(tree, beliefs(tree, evidence))
    arcs: list[Arc] = []
    for node in tree.nodes()[1:]:
        arcs += _arcs(tradition, tree, states, node, (held[node], runs[node], options.decided), mixed.get(node))
    return Stemma(tradition, tuple(arcs), states, tree.nodes()[0], total(tree, evidence))


def _numbered(tree: Tree, mixed: Mixed) -> tuple[Tree, Mixed]:
    """Lost nodes numbered anew in order of their place in the tree; second sources that are in it no more left out."""
    order = tree.nodes()
    lost = [node for node in order if node >= tree.known]
    number = {node: node for node in range(tree.known)} | {node: tree.known + at for at, node in enumerate(lost)}
    made = Tree([-2] * (tree.known + len(lost)), tree.known)
    for node in order:
        source = tree.parent[node]
        made.parent[number[node]] = number[source] if source >= 0 else source
    kept = {
        node: replace(pair, first=made.parent[node], second=number[pair.second])
        for node, pair in mixed.items()
        if pair.second in number and number[pair.second] != made.parent[node] >= 0
    }
    return made, kept


def _changes(
    tradition: Tradition, states: NDArray[np.int16], node: int, source: int, tree: Tree, skip: frozenset[int]
) -> tuple[Change, ...]:
    """What came in between a source and its copy, weightiest first."""
    below = tree.children()
    inside = [node]
    for one in inside:
        inside.extend(below[one])
    outside = [one for one in range(len(tradition.names)) if one not in set(inside)]
    mine, theirs = states[node], states[source]
    at = np.flatnonzero((mine != theirs) & (mine != UNKNOWN) & (theirs != UNKNOWN))
    found = [
        Change(
            int(one),
            int(theirs[one]),
            int(mine[one]),
            float(tradition.costs[one, theirs[one], mine[one]]),
            not bool((tradition.states[outside, one] == mine[one]).any()),
        )
        for one in at
        if int(one) not in skip
    ]
    return tuple(sorted(found, key=lambda change: (-change.nats, change.character)))


def _arcs(
    tradition: Tradition,
    tree: Tree,
    states: NDArray[np.int16],
    node: int,
    certainty: tuple[float, float, float],
    double: TwoSources | None,
) -> list[Arc]:
    held, runs, decided = certainty
    sure = runs >= decided
    if double is None:
        source = tree.parent[node]
        changes = _changes(tradition, states, node, source, tree, frozenset())
        return [Arc(source, node, held, runs, sure, changes)]
    changes = _changes(tradition, states, node, double.first, tree, frozenset(double.share))
    return [
        Arc(double.first, node, held, runs, sure, changes),
        Arc(double.second, node, held, runs, sure, second=True, share=double.share),
    ]
