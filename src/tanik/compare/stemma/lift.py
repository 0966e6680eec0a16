"""What a source pays for what stands below it: the inner step of every tree.

Comes in: the costs of changes, ``[character, from, to]``, and what is paid below in each state. Goes out: the least
that the source pays in each of its states. Of a hundred characters most have two states and one may have forty, where a
pattern names another number on every page: so characters of about as many states are done together, and what is paid
for a state that a character lacks is never looked at. Which characters are done together changes no figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Changes", "changes_of", "least", "lift"]

Floats = NDArray[np.float64]

_WIDTHS: Final = (3, 9, 27)  # states at which one band of characters may end and another begin
_SMALL: Final = 3000  # cells that are looked at in vain without costing more than a band of their own would
_FEW: Final = 4  # states up to which a loop over them is faster than a reduction over an axis so short


@dataclass(frozen=True, slots=True, eq=False)
class Changes:
    """The costs of changes by bands of characters: which they are (None: all), and ``[to, character, from]``."""

    bands: tuple[tuple[NDArray[np.intp] | None, Floats], ...]


def changes_of(costs: Floats) -> Changes:
    """The costs ``[character, from, to]`` made ready; states that a character lacks are inf throughout.

    >>> len(changes_of(np.zeros((3, 2, 2))).bands)
    1
    """
    ready = np.moveaxis(costs, -1, 0)
    finite = np.isfinite(costs)
    there = np.logical_or(finite.any(axis=1), finite.any(axis=2))
    widths = there.shape[1] - np.argmax(there[:, ::-1], axis=1) if there.size else np.zeros(len(costs), dtype=np.intp)
    bands: list[NDArray[np.intp]] = []
    for low, high in zip((0, *_WIDTHS), (*_WIDTHS, costs.shape[1]), strict=True):
        at = np.flatnonzero((widths > low) & (widths <= high))
        if len(at) and bands and len(bands[-1]) * (widths[at].max() ** 2 - widths[bands[-1]].max() ** 2) < _SMALL:
            at = np.sort(np.concatenate((bands.pop(), at)))
        if len(at):
            bands.append(at)
    if len(bands) < 2:
        return Changes(((None, np.ascontiguousarray(ready)),))
    sizes = [int(widths[at].max()) for at in bands]
    return Changes(
        tuple((at, np.ascontiguousarray(ready[:size, at, :size])) for at, size in zip(bands, sizes, strict=True))
    )


def lift(below: Floats, changes: Changes) -> Floats:
    """What a source pays in each state for what stands below it, ``[…, character, state]``: the cheapest change.

    >>> lift(np.array([[0.0, np.inf]]), changes_of(np.array([[[0.0, 2.0], [3.0, 0.0]]]))).tolist()
    [[0.0, 3.0]]
    """
    if len(changes.bands) == 1 and changes.bands[0][0] is None:
        return _lifted(below, changes.bands[0][1])
    low = np.full(below.shape, np.inf)
    for at, costs in changes.bands:
        low[..., at, : len(costs)] = _lifted(below[..., at, : len(costs)], costs)
    return low


def _lifted(below: Floats, costs: Floats) -> Floats:
    if len(costs) > _FEW:
        states = below.transpose(below.ndim - 1, *range(below.ndim - 1))[..., None]
        wide = costs.reshape(len(costs), *(1,) * (below.ndim - 2), *costs.shape[1:])
        return np.asarray((wide + states).min(axis=0))
    low = costs[0] + below[..., :1]
    for state in range(1, len(costs)):
        np.minimum(low, costs[state] + below[..., state : state + 1], out=low)
    return np.asarray(low)


def least(paid: Floats) -> Floats:
    """The least over the states, the last axis."""
    if paid.shape[-1] > _FEW:
        return np.asarray(paid.min(axis=-1))
    low = paid[..., 0]
    for state in range(1, paid.shape[-1]):
        low = np.minimum(low, paid[..., state])
    return np.asarray(low)
