"""Rows in order of several columns, quickly.

Comes in: columns of whole numbers. Goes out: the order of their rows. The columns are packed into one number where they
fit, because one sort of one column is several times faster than `numpy.lexsort`.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

import numpy as np
from numpy.typing import NDArray

__all__ = ["order_of"]

_LARGEST = 2**62


def order_of(columns: Sequence[NDArray[np.integer]]) -> NDArray[np.intp]:
    """The order of rows that differ in some column, by the first column, then the second, and so on.

    >>> order_of([np.array([1, 0, 1]), np.array([5, 9, 2])]).tolist()
    [1, 2, 0]
    """
    if not len(columns[0]):
        return np.empty(0, dtype=np.intp)
    wide = [column.astype(np.int64) for column in columns]
    lows = [int(column.min()) for column in wide]
    widths = [int(column.max()) - low + 1 for column, low in zip(wide, lows, strict=True)]
    if prod(widths) >= _LARGEST:
        return np.lexsort(tuple(reversed(wide)))
    key = wide[0] - lows[0]
    for column, low, width in zip(wide[1:], lows[1:], widths[1:], strict=True):
        key = key * width + (column - low)
    bits = len(key).bit_length()
    if prod(widths) << bits >= _LARGEST:
        return np.argsort(key)
    # The row's number goes along in the lowest bits: sorting numbers is three times as fast as sorting their order.
    key = (key << bits) + np.arange(len(key))
    key.sort()
    order: NDArray[np.intp] = key & ((1 << bits) - 1)
    return order
