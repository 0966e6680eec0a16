"""Chains: seeds that follow one another in the passage and in one document.

Comes in: seeds. Goes out: chains, the weightiest first. Seeds on one diagonal (a document's position minus the
passage's) become a run, on arrays and in one sort, so that the cost grows with the seeds and not with their pairs; runs
of one document are joined by dynamic programming with a cost for leaving the diagonal that grows with the logarithm of
the shift, the form minimap2 uses for genomes (Li, Bioinformatics 34, 2018). A chain only moves forward on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappush, heappushpop
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from tanik.trace.options import Options
from tanik.trace.order import order_of
from tanik.trace.seed import Seeds

__all__ = ["Chain", "Run", "find_chains"]


@dataclass(frozen=True, slots=True)
class Run:
    """Seeds on one diagonal: the tokens ``[start, end)`` of the passage, standing at `position` of `document`."""

    document: int
    start: int
    end: int
    position: int
    weight: float


@dataclass(frozen=True, slots=True)
class Chain:
    """Runs of one document in order; `weight` is theirs, less the cost of the gaps."""

    document: int
    runs: tuple[Run, ...]
    weight: float

    @property
    def start(self) -> int:
        """First token in the passage."""
        return self.runs[0].start

    @property
    def end(self) -> int:
        """Token after the last in the passage."""
        return self.runs[-1].end

    @property
    def position(self) -> int:
        """First token in the document."""
        return self.runs[0].position

    @property
    def position_end(self) -> int:
        """Token after the last in the document."""
        return self.runs[-1].position + self.runs[-1].end - self.runs[-1].start


@dataclass(frozen=True, slots=True, eq=False)
class _Runs:
    """Runs as columns, in order of document, start and position: values are made of those alone that are chained."""

    document: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]
    position: NDArray[np.int64]
    weight: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.document)


def _covered(
    begins: NDArray[np.int64], ends: NDArray[np.int64], first: NDArray[np.bool_], cumulated: NDArray[np.float64]
) -> NDArray[np.float64]:
    """What each seed adds to the weight of its run: its tokens that no earlier seed of the run holds."""
    run = np.cumsum(first)
    span = int(ends.max()) + 1
    reached = np.maximum.accumulate(ends + run * span) - run * span
    before = np.empty_like(reached)
    before[0], before[1:] = 0, reached[:-1]
    before[first] = 0
    low = np.minimum(np.maximum(begins, before), ends)
    added: NDArray[np.float64] = cumulated[ends] - cumulated[low]
    return added


_NOWHERE = np.empty(0, dtype=np.int64)


def _heaviest(weights: NDArray[np.float64], count: int) -> NDArray[np.intp]:
    """The places of the `count` largest weights, in order of place; of equal ones the earlier."""
    bar = np.partition(weights, len(weights) - count)[len(weights) - count]
    above = weights > bar
    equal = np.flatnonzero(weights == bar)[: count - int(np.count_nonzero(above))]
    above[equal] = True
    return np.flatnonzero(above)


def _find_runs(seeds: Seeds, options: Options) -> _Runs:
    """Runs of seeds on one diagonal, the weightiest ones, in order of document, start and position."""
    if not len(seeds):
        return _Runs(_NOWHERE, _NOWHERE, _NOWHERE, _NOWHERE, np.empty(0))
    cumulated = np.concatenate([[0.0], np.cumsum(seeds.information)])
    diagonal = seeds.position - seeds.token
    order = order_of((seeds.document, diagonal, seeds.token, seeds.reach))
    token, document, diagonal = seeds.token[order], seeds.document[order], diagonal[order]
    ends = np.minimum(token + seeds.reach[order] + 1, len(seeds.information))
    first = np.ones(len(token), dtype=bool)
    first[1:] = (document[1:] != document[:-1]) | (diagonal[1:] != diagonal[:-1])
    first[1:] |= token[1:] - ends[:-1] > options.run_gap
    heads = np.flatnonzero(first)
    weights = np.add.reduceat(_covered(token, ends, first, cumulated), heads)
    is_long = len(seeds.information) > options.long_passage
    kept = np.flatnonzero(weights >= (options.least_run_long if is_long else options.least_run))
    limit = options.runs_kept + 2 * len(seeds.information)
    if len(kept) > limit:
        kept = kept[_heaviest(weights[kept], limit)]
    rows = heads[kept]
    columns = (document[rows], token[rows], token[rows] + diagonal[rows])
    by_place = order_of(columns) if len(rows) else _NOWHERE
    last = np.maximum.reduceat(ends, heads)[kept]
    place = [column[by_place] for column in (columns[0], columns[1], last, columns[2])]
    return _Runs(place[0], place[1], place[2], place[3], weights[kept][by_place])


def _costs(runs: _Runs, options: Options) -> NDArray[np.float64]:
    """What joining each run to the one `lag + 1` before it costs: a row a lag, infinity where they cannot be joined."""
    count = len(runs)
    lags = np.arange(1, min(options.look_back, count - 1) + 1)[:, None]
    at = np.arange(count)[None, :]
    earlier = np.maximum(at - lags, 0)
    length = (runs.end - runs.start)[earlier]
    forward = runs.start[None, :] - runs.start[earlier]
    onward = runs.position[None, :] - runs.position[earlier]
    able = (at >= lags) & (runs.document[None, :] == runs.document[earlier]) & (forward > 0) & (onward > 0)
    able &= (forward - length <= options.chain_gap_page) & (onward - length <= options.chain_gap_witness)
    lag, run = np.nonzero(able)
    length, forward, onward = length[able], forward[able], onward[able]
    shift = np.abs(forward - onward)
    nearer = np.minimum(forward, onward)
    cost = options.gap_cost * np.maximum(nearer - length, 0)
    cost += np.where(shift > 0, options.shift_cost + options.shift_growth * np.log2(1 + shift), 0.0)
    share = np.minimum(1.0, (length - nearer) / (runs.end - runs.start)[run])
    cost += np.where(length > nearer, runs.weight[run] * share, 0.0)
    costs = np.full(able.shape, np.inf)
    costs[lag, run] = cost
    return costs


def _best_predecessors(runs: _Runs, options: Options) -> tuple[list[float], list[int]]:
    """The best score of a chain that ends with each run, and the run before it (-1: none)."""
    scores: list[float] = runs.weight.tolist()
    before = [-1] * len(scores)
    if len(scores) < 2:
        return scores, before
    costs = _costs(runs, options)
    at, lag = np.nonzero(np.isfinite(costs.T))
    own = runs.weight.tolist()
    for run, back, cost in zip(at.tolist(), (lag + 1).tolist(), costs[lag, at].tolist(), strict=True):
        score = scores[run - back] + own[run] - cost
        if score > scores[run]:
            scores[run], before[run] = score, run - back
    return scores, before


def _members(
    scores: list[float], before: list[int], least: float, most: int | None
) -> tuple[list[list[int]], list[float]]:
    """Chains as indices of runs, in order, with their weights; every run is in one chain only.

    A chain weighs no more than its score, so those that follow a score under `least`, or under the weights of `most`
    chains, are not wanted.
    """
    used = [False] * len(scores)
    chains, weights = [], []
    heaviest: list[float] = []
    for index in np.argsort(-np.array(scores), kind="stable").tolist():
        if scores[index] < least or (len(heaviest) == most and heaviest[0] > scores[index]):
            break
        members, at = [], index
        while at >= 0 and not used[at]:
            used[at] = True
            members.append(at)
            at = before[at]
        if members:
            chains.append(members[::-1])
            weights.append(scores[index] - (scores[at] if at >= 0 else 0.0))
            if most is not None:
                (heappush if len(heaviest) < most else heappushpop)(heaviest, weights[-1])
    return chains, weights


def find_chains(seeds: Seeds, options: Options, *, least: float = 0.0, most: int | None = None) -> list[Chain]:
    """Chains of runs that weigh `least` nats, at `most` so many, the weightiest first; a run is in one chain only."""
    runs = _find_runs(seeds, options)
    members, weights = _members(*_best_predecessors(runs, options), least, most)
    heads = np.array([chain[0] for chain in members], dtype=np.intp)
    weight = np.array(weights)
    ranked = np.lexsort((runs.start[heads], runs.position[heads], runs.document[heads], -weight))
    chosen = ranked[weight[ranked] >= least][:most].tolist()
    columns = (runs.document, runs.start, runs.end, runs.position, runs.weight)
    wanted = [run for at in chosen for run in members[at]]
    made = [Run(*row) for row in zip(*(column[wanted].tolist() for column in columns), strict=True)] if wanted else []
    whole = iter(made)
    chains = []
    for at in chosen:
        own = tuple(islice(whole, len(members[at])))
        chains.append(Chain(own[0].document, own, weights[at]))
    return chains
