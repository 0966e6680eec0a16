"""Samples as arrays: numbers of pieces, signs and labels, in batches of lines of like length.

Comes in: samples, a cutter, the vocabulary that is kept. Goes out: batches. Only the first piece of a word is asked
for a label; the signs of a word stand on all of its pieces.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from samples import IGNORED, Sample

from tanik.facts.names.pieces import Cutter, units_of
from tanik.facts.names.signs import SIGNS

LONGEST = 256
PADDING = 1


@dataclass(frozen=True)
class Row:
    """One line: pieces, for each piece its signs, for each piece its label."""

    pieces: tuple[int, ...]
    signs: tuple[tuple[int, ...], ...]
    labels: tuple[int, ...]


def row_of(sample: Sample, cutter: Cutter) -> Row:
    """One sample as numbers, between an opening and a closing piece."""
    pieces, signs, labels = [0], [()], [IGNORED]
    for unit in units_of(sample.line):
        for at, piece in enumerate(cutter.cut(unit.text, unit.spaced)):
            pieces.append(piece)
            signs.append(sample.signs[unit.word] if unit.word >= 0 else ())
            labels.append(sample.labels[unit.word] if unit.word >= 0 and at == 0 else IGNORED)
    pieces.append(2)
    return Row(tuple(pieces[:LONGEST]), (*signs, ())[:LONGEST], (*labels, IGNORED)[:LONGEST])


Batch = tuple[NDArray[np.int64], NDArray[np.float32], NDArray[np.int64]]


def batch_of(rows: list[Row]) -> Batch:
    """Rows filled up to the longest."""
    length = max(len(row.pieces) for row in rows)
    pieces = np.full((len(rows), length), PADDING, dtype=np.int64)
    signs = np.zeros((len(rows), length, len(SIGNS)), dtype=np.float32)
    labels = np.full((len(rows), length), IGNORED, dtype=np.int64)
    for number, row in enumerate(rows):
        pieces[number, : len(row.pieces)] = row.pieces
        labels[number, : len(row.labels)] = row.labels
        for at, one in enumerate(row.signs):
            signs[number, at, list(one)] = 1
    return pieces, signs, labels


def batches(rows: list[Row], size: int, chance: random.Random) -> Iterator[Batch]:
    """Batches of about `size` pieces in random order, rows of like length together."""
    order = sorted(rows, key=lambda row: len(row.pieces) + chance.random() * 4)
    groups: list[list[Row]] = [[]]
    for row in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(row.pieces) > size:
            groups.append([])
        groups[-1].append(row)
    chance.shuffle(groups)
    for group in groups:
        yield batch_of(group)
