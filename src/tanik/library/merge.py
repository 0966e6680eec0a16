"""Small segments become large ones, so that a look-up stays a few binary searches however often something is added.

Comes in: segments. Goes out: which of them to merge, and the merged segment. Size-tiered: a tier holds segments within
a factor of eight of each other; eight of one tier are merged into one of the next, so each posting is written anew once
a tier (log-structured merge, O'Neil et al. 1996). Merging walks through the fingerprints range by range and so needs
the same little memory for any size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tanik.library.postings import Segment, SegmentWriter

__all__ = ["choose_merge", "merge_segments"]

_FAN: Final = 8
_SMALLEST: Final = 4096
_BLOCK: Final = 1 << 21

_Block: TypeAlias = tuple[NDArray[np.uint64], NDArray[np.uint32], NDArray[np.uint32]]


def _tier(postings: int) -> int:
    return int(log(postings / _SMALLEST, _FAN)) + 1 if postings > _SMALLEST else 0


def choose_merge(sizes: Mapping[int, int]) -> tuple[int, ...]:
    """The numbers of the segments to merge next, or none; `sizes` gives each segment's postings.

    >>> choose_merge({1: 90, 2: 80, 3: 10**6})
    ()
    >>> choose_merge({n: 50 for n in range(8)} | {9: 10**6})
    (0, 1, 2, 3, 4, 5, 6, 7)
    """
    tiers: dict[int, list[int]] = {}
    for number, postings in sorted(sizes.items()):
        tiers.setdefault(_tier(postings), []).append(number)
    full = [numbers for _, numbers in sorted(tiers.items()) if len(numbers) >= _FAN]
    return tuple(full[0]) if full else ()


def _bounds(segments: Sequence[Segment]) -> list[int]:
    """Fingerprints that part all postings into ranges of about `_BLOCK`, read off the largest segment."""
    largest = max(segments, key=lambda segment: len(segment.fingerprints)).fingerprints
    total = sum(len(segment.documents) for segment in segments)
    pieces = max(1, -(-total // _BLOCK))
    marks = [int(largest[len(largest) * piece // pieces]) for piece in range(1, pieces)]
    return [0, *sorted(set(marks) - {0}), 2**64]


def _between(segment: Segment, low: int, high: int) -> tuple[NDArray[np.uint64], slice]:
    """The fingerprint of every posting in ``[low, high)``, and the rows of these postings."""
    first = int(np.searchsorted(segment.fingerprints, np.uint64(low)))
    last = len(segment.fingerprints)
    if high < 2**64:
        last = int(np.searchsorted(segment.fingerprints, np.uint64(high)))
    offsets = segment.offsets[first : last + 1].astype(np.int64)
    each = np.repeat(segment.fingerprints[first:last], np.diff(offsets))
    return each, slice(int(offsets[0]), int(offsets[-1]))


def _range(segments: Sequence[Segment], low: int, high: int) -> _Block:
    """The postings of all `segments` with fingerprints in ``[low, high)``, in order."""
    parts = [(segment, *_between(segment, low, high)) for segment in segments]
    each = np.concatenate([fingerprints for _, fingerprints, _ in parts])
    documents = np.concatenate([segment.documents[rows] for segment, _, rows in parts])
    positions = np.concatenate([segment.positions[rows] for segment, _, rows in parts])
    order = np.argsort(each, kind="stable")
    return each[order], documents[order], positions[order]


def merge_segments(
    path: Path, segments: Sequence[Segment], removed: NDArray[np.int64]
) -> tuple[SegmentWriter, tuple[int, ...]]:
    """Writes `segments` as one at `path`, leaving out the documents `removed`.

    Gives the segment, which is still to be closed, and the numbers of the documents that were left out.
    """
    widest = max(segment.positions.dtype.itemsize for segment in segments)
    total = sum(len(segment.documents) for segment in segments)
    writer = SegmentWriter(path, total, 2 ** (8 * widest) - 1)
    left_out: set[int] = set()
    bounds = _bounds(segments)
    for low, high in pairwise(bounds):
        each, documents, positions = _range(segments, low, high)
        gone = np.isin(documents, removed)
        left_out.update(np.unique(documents[gone]).tolist())
        writer.write(each[~gone], documents[~gone], positions[~gone])
        for segment in segments:
            segment.let_go()
    return writer, tuple(sorted(left_out))
