"""Evidence held in memory: for tests, for benchmarks and for laying one page against another.

Comes in: witnesses. Goes out: an `Evidence`. All fingerprints stand in one sorted array, so that counting and looking
up are binary searches over all that is asked at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from tanik.trace.model import Hits, Searched, Witness
from tanik.trace.order import order_of
from tanik.trace.sketch import sketch

__all__ = ["Memory"]


class Memory:
    """Some witnesses, ready to be searched.

    >>> memory = Memory([Witness("a:1", "Ordular ilk hedefiniz Akdenizdir", "a")])
    >>> memory.searched.documents, memory.tokens
    (1, 4)
    """

    def __init__(self, witnesses: Iterable[Witness]) -> None:
        self._witnesses = tuple(witnesses)
        self._numbers = {witness.id: number for number, witness in enumerate(self._witnesses)}
        sketches = [sketch(witness.text) for witness in self._witnesses]
        sizes = [len(s.fingerprints) for s in sketches]
        fingerprints = np.concatenate([np.empty(0, np.uint64), *(s.fingerprints for s in sketches)])
        positions = np.concatenate([np.empty(0, np.int32), *(s.positions for s in sketches)])
        documents = np.repeat(np.arange(len(sketches), dtype=np.int32), sizes)
        order = np.argsort(fingerprints)
        in_order = fingerprints[order]
        first = np.ones(len(in_order), dtype=bool)
        first[1:] = in_order[1:] != in_order[:-1]
        self._fingerprints = in_order[first]
        self._bounds = np.append(np.flatnonzero(first), len(in_order))
        self._positions = positions[order]
        self._documents = documents[order]
        self._tokens = sum(s.tokens for s in sketches)
        self._searched = _searched(self._witnesses)

    @property
    def searched(self) -> Searched:
        """What is held."""
        return self._searched

    @property
    def authors(self) -> frozenset[str]:
        """Whose words are held; empty where a witness names nobody."""
        named = {witness.author for witness in self._witnesses}
        return frozenset(name for name in named if name) if None not in named else frozenset()

    @property
    def tokens(self) -> int:
        """How many tokens all documents have together."""
        return self._tokens

    def count(self, fingerprints: NDArray[np.uint64]) -> NDArray[np.int64]:
        """How often each fingerprint stands in the documents."""
        low, high = self._rows_of(fingerprints)
        return (high - low).astype(np.int64)

    def _rows_of(self, fingerprints: NDArray[np.uint64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The first row of each fingerprint, and the row after its last."""
        places = np.searchsorted(self._fingerprints, fingerprints)
        inside = np.minimum(places, len(self._fingerprints) - 1)
        here = self._fingerprints[inside] == fingerprints if len(self._fingerprints) else np.zeros(len(places), bool)
        low = self._bounds[places]
        return low, np.where(here, self._bounds[inside + 1], low)

    def look_up(self, fingerprints: NDArray[np.uint64]) -> Hits:
        """Every place where one of the fingerprints stands."""
        low, high = self._rows_of(fingerprints)
        sizes = high - low
        asked = np.repeat(np.arange(len(fingerprints), dtype=np.int32), sizes)
        before = np.cumsum(sizes) - sizes
        rows = np.arange(len(asked)) - np.repeat(before - low, sizes)
        documents, positions = self._documents[rows], self._positions[rows]
        order = order_of((documents, asked, positions))
        return Hits(asked[order], documents[order], positions[order])

    def witness(self, number: int) -> Witness:
        """The document of that number."""
        return self._witnesses[number]

    def named(self, document: str) -> Witness:
        """The document of that id. Raises ``KeyError`` where there is none."""
        return self._witnesses[self._numbers[document]]


def _searched(witnesses: tuple[Witness, ...]) -> Searched:
    digest = hashlib.sha256()
    for witness in sorted(witnesses, key=lambda w: w.id):
        content = hashlib.sha256(witness.text.encode("utf-8", "surrogatepass")).hexdigest()
        digest.update(f"{witness.id}\t{content}\n".encode("utf-8", "surrogatepass"))
    dates = sorted(witness.date for witness in witnesses if witness.date)
    return Searched(
        documents=len(witnesses),
        digest=digest.hexdigest(),
        collections=tuple(sorted({witness.collection for witness in witnesses})),
        earliest=dates[0] if dates else None,
        latest=dates[-1] if dates else None,
    )
