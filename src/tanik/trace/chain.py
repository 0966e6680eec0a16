"""Chains: seeds that follow one another in the passage and in one document.

Comes in: seeds. Goes out: chains, the weightiest first. Seeds on one diagonal (a document's position minus the
passage's) become a run, on arrays and in one sort, so that the cost grows with the seeds and not with their pairs; runs
of one document are joined by dynamic programming with a cost for leaving the diagonal that grows with the logarithm of
the shift, the form minimap2 uses for genomes (Li, Bioinformatics 34, 2018). A chain only moves forward on both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log2

import numpy as np
from numpy.typing import NDArray

from tanik.trace.options import Options
from tanik.trace.seed import Seeds

__all__ = ["Chain", "Run", "find_chains", "find_runs"]


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


def find_runs(seeds: Seeds, options: Options) -> list[Run]:
    """Runs of seeds, the weightiest ones, in order of document and start."""
    if not len(seeds):
        return []
    cumulated = np.concatenate([[0.0], np.cumsum(seeds.information)])
    diagonal = seeds.position - seeds.token
    order = np.lexsort((seeds.reach, seeds.token, diagonal, seeds.document))
    token, document, diagonal = seeds.token[order], seeds.document[order], diagonal[order]
    ends = np.minimum(token + seeds.reach[order] + 1, len(seeds.information))
    first = np.ones(len(token), dtype=bool)
    first[1:] = (document[1:] != document[:-1]) | (diagonal[1:] != diagonal[:-1])
    first[1:] |= token[1:] - ends[:-1] > options.run_gap
    heads = np.flatnonzero(first)
    weights = np.add.reduceat(_covered(token, ends, first, cumulated), heads)
    last = np.maximum.reduceat(ends, heads)
    is_long = len(seeds.information) > options.long_passage
    kept = np.flatnonzero(weights >= (options.least_run_long if is_long else options.least_run))
    limit = options.runs_kept + 2 * len(seeds.information)
    if len(kept) > limit:
        kept = kept[np.argsort(-weights[kept], kind="stable")[:limit]]
    kept = kept[np.lexsort((token[heads[kept]] + diagonal[heads[kept]], token[heads[kept]], document[heads[kept]]))]
    rows = heads[kept]
    columns = (document[rows], token[rows], last[kept], token[rows] + diagonal[rows], weights[kept])
    return [Run(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]


def _step(before: Run, run: Run, options: Options) -> float | None:
    """What joining two runs costs, or None where they cannot be joined."""
    length = before.end - before.start
    forward, onward = run.start - before.start, run.position - before.position
    if forward <= 0 or onward <= 0:
        return None
    if forward - length > options.chain_gap_page or onward - length > options.chain_gap_witness:
        return None
    shift = abs(forward - onward)
    cost = options.gap_cost * max(min(forward, onward) - length, 0)
    if shift:
        cost += options.shift_cost + options.shift_growth * log2(1 + shift)
    overlap = length - min(forward, onward)
    if overlap > 0:
        cost += run.weight * min(1.0, overlap / (run.end - run.start))
    return cost


def _best_predecessors(runs: list[Run], options: Options) -> tuple[list[float], list[int]]:
    scores: list[float] = []
    before: list[int] = []
    for index, run in enumerate(runs):
        best, chosen = run.weight, -1
        for earlier in range(index - 1, max(-1, index - 1 - options.look_back), -1):
            if runs[earlier].document != run.document:
                break
            cost = _step(runs[earlier], run, options)
            if cost is not None and scores[earlier] + run.weight - cost > best:
                best, chosen = scores[earlier] + run.weight - cost, earlier
        scores.append(best)
        before.append(chosen)
    return scores, before


def find_chains(seeds: Seeds, options: Options) -> list[Chain]:
    """Chains of runs, the weightiest first; every run is in one chain only."""
    runs = find_runs(seeds, options)
    scores, before = _best_predecessors(runs, options)
    used: set[int] = set()
    chains = []
    for index in sorted(range(len(runs)), key=lambda i: (-scores[i], i)):
        members, at = [], index
        while at >= 0 and at not in used:
            used.add(at)
            members.append(at)
            at = before[at]
        if members:
            weight = scores[index] - (scores[at] if at >= 0 else 0.0)
            chains.append(Chain(runs[index].document, tuple(runs[i] for i in reversed(members)), weight))
    return sorted(chains, key=lambda c: (-c.weight, c.document, c.position, c.start))
