"""Where fingerprints stand: sorted arrays on disk, looked up by binary search.

Comes in: the fingerprints of documents. Goes out: immutable *segments*, and from them hits. A segment is a folder of
five raw little-endian arrays: ``fingerprints`` (sorted, each once), ``offsets`` (where the postings of each begin; one
entry more than fingerprints), ``documents`` and ``positions`` (one entry a posting; by fingerprint, then document, then
position), and ``buckets`` (where the fingerprints with given first bits begin, so that a search of billions touches
two pages and not thirty).
They are mapped into memory, so that opening reads nothing and a look-up reads the pages it touches. Each document's
postings lie in one segment.
"""

from __future__ import annotations

import hashlib
import mmap
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.core.whole import sync_folder
from tanik.trace.model import Hits

__all__ = [
    "ARRAYS",
    "LAYOUT",
    "POSTINGS_FOLDER",
    "Segment",
    "SegmentFile",
    "SegmentWriter",
    "count_in",
    "look_up_in",
    "segment_path",
    "write_segment",
]

POSTINGS_FOLDER: Final = "postings"
LAYOUT: Final = 2
"""Which arrays a segment has and what they mean: an index of another layout is made anew."""

_EXACT: Final = 4096
ARRAYS: Final = ("fingerprints", "offsets", "documents", "positions", "buckets")
_BUCKET: Final = 64
_MOST_BITS: Final = 26


def segment_path(folder: Path, segment: int) -> Path:
    """The folder of segment number `segment` in the library `folder`."""
    return folder / POSTINGS_FOLDER / f"{segment:06d}"


@dataclass(frozen=True, slots=True)
class SegmentFile:
    """One array of a segment: its name, numpy type, bytes and SHA-256 (hex)."""

    name: str
    type: str
    length: int
    sha256: str


class SegmentWriter:
    """Writes a segment block by block, in order of the fingerprints.

    `postings` is the most there will be and `last_position` the largest position: they settle how wide the numbers are.
    """

    def __init__(self, path: Path, postings: int, last_position: int) -> None:
        self.path = path
        path.mkdir(parents=True)
        wide = "<u8" if postings >= 2**32 else "<u4"
        self._types = ("<u8", wide, "<u4", "<u2" if last_position < 2**16 else "<u4", wide)
        bits = min(max((postings // _BUCKET).bit_length(), 1), _MOST_BITS)
        self._shift = np.uint64(64 - bits)
        self._in_bucket = np.zeros(2**bits, dtype=np.int64)
        self._files = [(path / name).open("wb") for name in ARRAYS]
        self._sums = [hashlib.sha256() for _ in ARRAYS]
        self.fingerprints = 0
        self.postings = 0

    def write(self, each: NDArray[np.uint64], documents: NDArray[np.integer], positions: NDArray[np.integer]) -> None:
        """Appends postings; `each` is the fingerprint of every one, sorted, all above those written before."""
        if not len(each):
            return
        starts = np.concatenate(([0], np.flatnonzero(np.diff(each)) + 1))
        once = each[starts]
        buckets = (once >> self._shift).astype(np.intp)
        first, last = int(buckets[0]), int(buckets[-1])
        self._in_bucket[first : last + 1] += np.bincount(buckets - first)
        arrays = (once, starts + self.postings, documents, positions)
        for index, array in enumerate(arrays):
            self._append(index, array)
        self.fingerprints += len(starts)
        self.postings += len(each)

    def _append(self, index: int, array: NDArray[np.generic]) -> None:
        data = np.ascontiguousarray(array, dtype=self._types[index]).data.cast("B")
        self._sums[index].update(data)
        self._files[index].write(data)

    def close(self) -> tuple[SegmentFile, ...]:
        """Ends the segment, has it on disk, and tells what its files are."""
        self._append(1, np.array([self.postings]))
        self._append(4, np.concatenate(([0], np.cumsum(self._in_bucket))))
        told = []
        for name, kind, file, digest in zip(ARRAYS, self._types, self._files, self._sums, strict=True):
            file.flush()
            os.fsync(file.fileno())
            told.append(SegmentFile(name, kind, file.tell(), digest.hexdigest()))
            file.close()
        sync_folder(self.path)
        sync_folder(self.path.parent)
        return tuple(told)


def write_segment(
    path: Path,
    fingerprints: NDArray[np.uint64],
    documents: NDArray[np.int32],
    positions: NDArray[np.int32],
) -> SegmentWriter:
    """Writes postings, one row each, as a segment that is still to be closed; rows come by document and position."""
    order = np.argsort(fingerprints, kind="stable")
    last = int(positions.max(initial=0))
    writer = SegmentWriter(path, len(fingerprints), last)
    writer.write(fingerprints[order], documents[order], positions[order])
    return writer


def _mapped(path: Path) -> mmap.mmap:
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)


class Segment:
    """A segment, mapped into memory. `removed` are the numbers of documents that are no longer in the library."""

    def __init__(self, path: Path, types: dict[str, str], removed: NDArray[np.int64] | None = None) -> None:
        self._maps = {name: _mapped(path / name) for name in ARRAYS}
        self.fingerprints: NDArray[np.uint64] = np.frombuffer(self._maps["fingerprints"], types["fingerprints"])
        self.offsets: NDArray[np.uint64] = np.frombuffer(self._maps["offsets"], types["offsets"])
        self.documents: NDArray[np.uint32] = np.frombuffer(self._maps["documents"], types["documents"])
        self.positions: NDArray[np.uint32] = np.frombuffer(self._maps["positions"], types["positions"])
        self.removed = removed
        self._buckets: NDArray[np.uint64] = np.frombuffer(self._maps["buckets"], types["buckets"])
        self._shift = np.uint64(64 - (len(self._buckets) - 1).bit_length() + 1)

    def let_go(self) -> None:
        """Gives back the memory of what was read so far; it is read again when it is asked for."""
        for one in self._maps.values():
            one.madvise(mmap.MADV_DONTNEED)

    def find(self, fingerprints: NDArray[np.uint64]) -> tuple[NDArray[np.intp], ...]:
        """Which of `fingerprints` (sorted) stand here: their indices, and where their postings begin and end."""
        at = self._first_not_below(fingerprints)
        at[at == len(self.fingerprints)] = 0
        found = np.flatnonzero(self.fingerprints[at] == fingerprints)
        at = at[found]
        return found, self.offsets[at].astype(np.intp), self.offsets[at + 1].astype(np.intp)

    def _first_not_below(self, fingerprints: NDArray[np.uint64]) -> NDArray[np.intp]:
        """Where each of `fingerprints` stands or would stand: a binary search in its bucket, all of them at once."""
        bucket = (fingerprints >> self._shift).astype(np.intp)
        low, high = self._buckets[bucket].astype(np.intp), self._buckets[bucket + 1].astype(np.intp)
        for _ in range(int((high - low).max(initial=0)).bit_length()):
            middle = (low + high) >> 1
            is_open = low < high
            below = self.fingerprints[np.where(is_open, middle, 0)] < fingerprints
            low = np.where(is_open & below, middle + 1, low)
            high = np.where(is_open & ~below, middle, high)
        return low

    def rows(self, fingerprints: NDArray[np.uint64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Every posting of `fingerprints` (sorted): the index of its fingerprint, and its row in the arrays."""
        found, starts, ends = self.find(fingerprints)
        counts = ends - starts
        total = int(counts.sum())
        before = np.cumsum(counts) - counts
        rows = np.arange(total) + np.repeat(starts - before, counts)
        asked = np.repeat(found, counts)
        if self.removed is None:
            return asked, rows
        kept = ~np.isin(self.documents[rows], self.removed)
        return asked[kept], rows[kept]


def count_in(segments: Sequence[Segment], fingerprints: NDArray[np.uint64]) -> NDArray[np.int64]:
    """How many postings each of `fingerprints` has in all `segments`.

    A fingerprint with thousands of postings in one segment is counted with those of removed documents until these are
    merged away: reading them all would cost more than the figure, which tells how common it is, gains.
    """
    order = np.argsort(fingerprints)
    needles = fingerprints[order]
    counts = np.zeros(len(needles), dtype=np.int64)
    for segment in segments:
        found, starts, ends = segment.find(needles)
        counts[found] += ends - starts
        if segment.removed is not None:
            few = found[ends - starts <= _EXACT]
            asked, _ = segment.rows(needles[few])
            counts[few] += np.bincount(asked, minlength=len(few)) - (ends - starts)[ends - starts <= _EXACT]
    given = np.empty_like(counts)
    given[order] = counts
    return given


def look_up_in(segments: Sequence[Segment], fingerprints: NDArray[np.uint64]) -> Hits:
    """Every posting of `fingerprints` in `segments`: by document, then as asked, then by position."""
    order = np.argsort(fingerprints)
    needles = fingerprints[order]
    found = [(segment, *segment.rows(needles)) for segment in segments]
    empty = np.empty(0, dtype=np.int64)
    asked = np.concatenate([empty, *(order[index] for _, index, _ in found)])
    documents = np.concatenate([empty, *(segment.documents[rows] for segment, _, rows in found)])
    positions = np.concatenate([empty, *(segment.positions[rows] for segment, _, rows in found)])
    # One key instead of three: positions already ascend for each document and fingerprint, and the sort is stable.
    by = np.argsort(documents * (len(needles) + 1) + asked, kind="stable")
    return Hits(asked[by].astype(np.int32), documents[by].astype(np.int32), positions[by].astype(np.int32))
