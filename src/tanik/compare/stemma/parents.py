"""Witnesses with two sources.

Comes in: a tree of the other witnesses, and one witness. Goes out: the two sources that together explain its readings
best, what that costs, and which character came from which. A copyist reads one source for a stretch and then the other,
or glances at the other here and there; both are a walk between two sources along the text, with a cost for crossing
over (a hidden Markov model, as the recombination models of genetics have it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

__all__ = ["TwoSources", "two_sources"]

Floats = NDArray[np.float64]
_EQUAL = 1e-9


@dataclass(frozen=True, slots=True)
class TwoSources:
    """Characters numbered `share` came from `second`, the rest from `first`; `nats` is what the readings cost so.

    `others` are sources that would have given the same share as well as `second`.
    """

    first: int
    second: int
    share: tuple[int, ...]
    nats: float
    others: tuple[int, ...] = ()


def _walk(first: Floats, second: Floats, switch: float) -> tuple[float, NDArray[np.bool_]]:
    """The cheapest walk between two sources, and where it is with the second."""
    stay, cross = float(-np.log1p(-switch)), float(-np.log(switch))
    with_first, with_second = 0.0, cross
    back: list[tuple[bool, bool]] = []
    for one, two in zip(first.tolist(), second.tolist(), strict=True):
        from_second, from_first = with_second + cross < with_first + stay, with_first + cross < with_second + stay
        back.append((from_second, from_first))
        with_first, with_second = (
            (with_second + cross if from_second else with_first + stay) + one,
            (with_first + cross if from_first else with_second + stay) + two,
        )
    side = with_second < with_first
    where = np.zeros(len(first), dtype=bool)
    for at in range(len(first) - 1, -1, -1):
        where[at] = side
        side = side != back[at][side]
    return min(with_first, with_second), where


def two_sources(
    paid: Floats,
    sources: Sequence[int],
    *,
    switches: Sequence[float],
    within: float,
    surcharge: Callable[[int, int], float],
) -> TwoSources | None:
    """The cheapest pair of `sources` of a witness, or None where none costs less than `within` nats.

    `paid` is ``[node, character]``: what it costs to come from each node, in the order of the text; `surcharge` what a
    pair costs beside its readings.
    """
    rows = paid[list(sources)]
    least = np.minimum(rows[:, None], rows[None]).sum(axis=2)
    crossing = float(-np.log(max(switches)))
    best, found = within, None
    pairs = [(float(least[one, two]), one, two) for one in range(len(rows)) for two in range(one)]
    for bound, one, two in sorted(pairs):
        if bound + crossing >= best:
            break
        telling = np.flatnonzero(rows[one] != rows[two])
        base = float(rows[one].sum() - rows[one][telling].sum()) + surcharge(sources[one], sources[two])
        for switch in switches:
            cost, where = _walk(rows[one][telling], rows[two][telling], switch)
            gave = tuple(int(n) for n in telling[where & (rows[two] < rows[one])[telling]])
            kept = tuple(int(n) for n in telling[~where & (rows[one] < rows[two])[telling]])
            if cost + base < best and gave and kept:
                best = cost + base
                pair = (one, two, gave) if len(gave) <= len(kept) else (two, one, kept)
                found = TwoSources(sources[pair[0]], sources[pair[1]], pair[2], best)
    return None if found is None else replace(found, others=tuple(_as_good(found, paid, sources)))


def _as_good(found: TwoSources, paid: Floats, sources: Sequence[int]) -> Iterator[int]:
    """The sources that read as the second one does wherever the copy took something from it."""
    share = list(found.share)
    least = float(paid[found.second][share].sum()) + _EQUAL
    for node in sources:
        if node not in (found.first, found.second) and float(paid[node][share].sum()) <= least:
            yield node
