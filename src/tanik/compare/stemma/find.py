"""The entry: the tree of a tradition.

Comes in: a `Tradition`. Goes out: a `Stemma`. The order of the witnesses changes nothing but which of several equal
trees is given; witnesses that read alike wherever both can say hang below one of them, the earliest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tanik.compare.stemma.mixed import Mixed, find_mixed
from tanik.compare.stemma.model import UNKNOWN, Arc, Change, Stemma, Tradition
from tanik.compare.stemma.options import Options
from tanik.compare.stemma.parents import TwoSources
from tanik.compare.stemma.root import beliefs, directions, states_of
from tanik.compare.stemma.sectors import search_sectors, sector_supports
from tanik.compare.stemma.support import supports
from tanik.compare.stemma.tree import Evidence, Tree, evidence_of, total

__all__ = ["find_stemma"]

_DEFAULT = Options()


@dataclass(frozen=True, slots=True, eq=False)
class _Grown:
    """The tree that was found, with what each of its nodes reads (``[node, character]``)."""

    tradition: Tradition
    tree: Tree
    states: NDArray[np.int16]


def find_stemma(tradition: Tradition, options: Options = _DEFAULT) -> Stemma:
    """The likeliest tree of a tradition with at least one witness."""
    large = len(tradition.names) > options.whole
    evidence, mixed = evidence_of(tradition, options), Mixed()
    if large:
        tree = search_sectors(evidence, tradition, options)
    else:
        tree, evidence, mixed = find_mixed(tradition, options)
    turning = _turning(tradition, mixed, options)
    tree, mixed = _numbered(_from_root(tree, mixed, beliefs(tree, turning)), mixed)
    told = sector_supports(tree, evidence, tradition, options) if large else None
    held = supports(tree, evidence, options.resamples) if told is None else told
    grown = _Grown(tradition, tree, states_of(tree, evidence))
    runs = directions(tree, beliefs(tree, turning))
    arcs: list[Arc] = []
    for node in tree.nodes()[1:]:
        arcs += _arcs(grown, node, (held[node], runs[node], options.decided), mixed.get(node))
    return Stemma(tradition, tuple(arcs), grown.states, tree.nodes()[0], total(tree, evidence))


def _turning(tradition: Tradition, mixed: Mixed, options: Options) -> Evidence:
    """The evidence for which way links run.

    That a reading is rare makes it a slip that may be mended, so a witness that has it is not set apart by it. It does
    not make it young: where all copies but two come from one of those two, the oldest readings are the rare ones.
    """
    free = np.zeros(tradition.states.shape, dtype=bool)
    for node, pair in mixed.items():
        free[node, list(pair.share)] = True
    if tradition.turned is not None and tradition.turned_prior is not None:
        tradition = replace(tradition, costs=tradition.turned, prior=tradition.turned_prior)
    return evidence_of(tradition, options, free)


def _from_root(tree: Tree, mixed: Mixed, belief: dict[int, float]) -> Tree:
    """The tree from the node that most speaks for; a witness of two sources keeps its first one."""
    root, *others = tree.nodes()
    below: set[int] = set()
    for node in others:
        if node in mixed or tree.parent[node] in below:
            below.add(node)
    best = max((node for node in (root, *others) if node not in below), key=lambda node: belief[node])
    if belief[best] <= belief[root] * (1 + 1e-9):
        return tree
    turned = tree.rerooted(best)
    turned.tidy()
    return turned


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
        node: replace(
            pair,
            first=made.parent[node],
            second=number[pair.second],
            others=tuple(number[one] for one in pair.others if one in number),
        )
        for node, pair in mixed.items()
        if pair.second in number and number[pair.second] != made.parent[node] >= 0
    }
    return made, kept


def _changes(grown: _Grown, node: int, source: int, skip: frozenset[int]) -> tuple[Change, ...]:
    """What came in between a source and its copy, weightiest first; the characters of `skip` left out."""
    tradition, states = grown.tradition, grown.states
    below = grown.tree.children()
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


def _arcs(grown: _Grown, node: int, certainty: tuple[float, float, float], double: TwoSources | None) -> list[Arc]:
    """The links to a node from its one source or its two."""
    held, runs, decided = certainty
    sure = runs >= decided
    if double is None:
        source = grown.tree.parent[node]
        changes = _changes(grown, node, source, frozenset())
        return [Arc(source, node, held, runs, sure, changes)]
    ways = 1 + len(double.others)
    changes = _changes(grown, node, double.first, frozenset(double.share))
    return [
        Arc(double.first, node, held, runs, sure, changes),
        Arc(double.second, node, held / ways, runs, sure, second=True, share=double.share, others=double.others),
    ]
