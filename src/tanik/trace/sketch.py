"""A text becomes fingerprints: 64-bit numbers that equal stretches of two texts share.

Comes in: a text. Goes out: fingerprints with the ordinal of the token each begins at. The library stores exactly
what `sketch` gives, under `SKETCH_VERSION`; a change of either the tokens or the fingerprints raises the version, and
a library of another version is indexed anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.core.token import tokenize

__all__ = ["SKETCH_VERSION", "Sketch", "sketch"]

SKETCH_VERSION: Final = 1
_STEM: Final = 6
_WIDTH: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """The fingerprints of one text.

    `fingerprints` and `positions` have one row a fingerprint; `positions` are token ordinals, not decreasing.
    `tokens` is the number of tokens of the text.
    """

    fingerprints: NDArray[np.uint64]
    positions: NDArray[np.int32]
    tokens: int


def sketch(text: str) -> Sketch:
    """The fingerprints of `text`: one for every run of four folded stems.

    >>> sketch("Ordular ilk hedefiniz Akdenizdir ileri").positions.tolist()
    [0, 1]
    """
    stems = [word[:_STEM] for word in tokenize(text).words]
    runs = [hash(tuple(stems[i : i + _WIDTH])) & 0xFFFFFFFFFFFFFFFF for i in range(len(stems) - _WIDTH + 1)]
    fingerprints = np.array(runs, dtype=np.uint64)
    return Sketch(fingerprints, np.arange(len(runs), dtype=np.int32), len(stems))
