"""Alignment: which words of the passage answer to which words of a witness.

Comes in: the words of both sides, the weight of the passage's words, a chain. Goes out: steps that go through both
stretches from end to end: equal words, pairs of different words, gaps. Within a block the alignment is the best there
is: a dynamic programme with affine gaps, a row at a time on arrays, in which like words earn a share of their weight.
A long stretch is cut at the equal words of its chain into blocks, so that the cost stays linear.

Before it, words that one side writes joined and the other apart (``kitle-i``/``kitlei``, ``bir şey``/``birşey``) are
taken as one unit, so that the programme needs no moves of two words.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from tanik.trace.lexicon import Lexicon
from tanik.trace.options import Options

__all__ = ["Block", "Step", "align_block", "joined_steps", "likenesses", "merge_units"]

Unit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Step:
    """Tokens ``[page, page_end)`` answer to ``[witness, witness_end)``; `likeness` 1 is equal, 0 unlike or a gap."""

    page: int
    page_end: int
    witness: int
    witness_end: int
    likeness: float

    @property
    def is_gap(self) -> bool:
        """Whether one side is empty."""
        return self.page == self.page_end or self.witness == self.witness_end


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Two stretches to be aligned: their words, where they begin, what the passage's words weigh.

    `free_start` and `free_end`: the alignment may begin and end anywhere, not only at the corners.
    """

    page: Sequence[str]
    witness: Sequence[str]
    page_at: int
    witness_at: int
    weights: NDArray[np.float64]
    known: NDArray[np.bool_]
    free_start: bool = False
    free_end: bool = False


def joined_steps(steps: Sequence[Step]) -> list[Step]:
    """Steps with neighbouring gaps of one side made one."""
    joined: list[Step] = []
    for step in steps:
        last = joined[-1] if joined else None
        if last is not None and last.is_gap and step.is_gap and _same_side(last, step):
            joined[-1] = Step(last.page, step.page_end, last.witness, step.witness_end, 0.0)
        else:
            joined.append(step)
    return joined


def _same_side(one: Step, other: Step) -> bool:
    return (one.page == one.page_end and other.page == other.page_end) or (
        one.witness == one.witness_end and other.witness == other.witness_end
    )


def merge_units(words: Sequence[str], other: Sequence[str]) -> list[Unit]:
    """`words` as units: one a word, but two or three neighbours are one where `other` writes them joined.

    >>> merge_units(["her", "bir", "sey"], ["her", "birsey"])
    [(0, 1), (1, 3)]
    """
    vocabulary = set(other)
    neighbours = zip(words, [*words[1:], ""], [*words[2:], "", ""], strict=False)
    if not any(a + b in vocabulary or a + b + c in vocabulary for a, b, c in neighbours if b):
        return [(index, index + 1) for index in range(len(words))]
    pairs = set(itertools.pairwise(other))
    units: list[Unit] = []
    index = 0
    while index < len(words):
        apart = tuple(words[index : index + 2]) in pairs
        joined = (n for n in (3, 2) if index + n <= len(words) and "".join(words[index : index + n]) in vocabulary)
        size = 1 if apart else next(joined, 1)
        units.append((index, index + size))
        index += size
    return units


def likenesses(page: Sequence[str], witness: Sequence[str], lexicon: Lexicon, least: float) -> NDArray[np.float64]:
    """How alike every word of `page` is to every word of `witness`: 1 equal, 0 below `least`."""
    alike = process.cdist(page, witness, scorer=Indel.normalized_similarity, score_cutoff=least, dtype=np.float32)
    table = alike.astype(np.float64)
    for row, column in lexicon.equivalents(page, witness):
        table[row, column] = max(table[row, column], lexicon.likeness)
    return table


def _gains(alike: NDArray[np.float64], weights: NDArray[np.float64], options: Options) -> NDArray[np.float64]:
    """What pairing two units earns: their weight if equal, a share if alike, a cost if not."""
    least = options.least_likeness
    share = np.where(alike >= 1.0, 1.0, (alike - least / 2) / (1 - least / 2) * 0.9)
    return np.where(alike >= least, weights[:, None] * share, -options.mismatch)


@dataclass(frozen=True, slots=True, eq=False)
class _Tables:
    """The programme's tables: best score at each cell, its ways in, and the score of starting in each row."""

    best: NDArray[np.float64]
    paired: NDArray[np.float64]
    down: NDArray[np.float64]
    entered: NDArray[np.float64]
    begin: NDArray[np.float64]


def _fill(gains: NDArray[np.float64], block: Block, options: Options) -> _Tables:
    rows, columns = gains.shape
    opening, extending = options.gap_open, options.gap_extend
    ordinals = np.arange(columns + 1, dtype=np.float64)
    shape = (rows + 1, columns + 1)
    best, paired, down, entered = (np.full(shape, -np.inf) for _ in range(4))
    skipped = np.minimum(np.arange(rows + 1) * options.edge, options.edge_most)
    begin = -skipped if block.free_start else np.full(rows + 1, -np.inf)
    begin[0] = 0.0
    best[0] = 0.0 if block.free_start else -(opening + extending * ordinals)
    best[0, 0] = 0.0
    entered[0, 0] = 0.0
    if block.free_start:
        entered[0] = 0.0
    for row in range(1, rows + 1):
        paired[row, 1:] = best[row - 1, :-1] + gains[row - 1]
        down[row] = np.maximum(best[row - 1] - opening, down[row - 1]) - extending
        enter = np.maximum(paired[row], down[row])
        if block.free_start:
            enter = np.maximum(enter, begin[row])
        entered[row] = enter
        across = np.maximum.accumulate(enter + extending * ordinals)
        best[row] = enter
        best[row, 1:] = np.maximum(enter[1:], across[:-1] - opening - extending * ordinals[1:])
    return _Tables(best, paired, down, entered, begin)


def _end(tables: _Tables, block: Block, options: Options) -> tuple[int, int, float]:
    rows, columns = tables.best.shape
    if not block.free_end:
        return rows - 1, columns - 1, float(tables.best[-1, -1])
    left = np.minimum(np.arange(rows)[::-1] * options.edge, options.edge_most)
    final = tables.best - left[:, None]
    row, column = divmod(int(np.argmax(final)), columns)
    return row, column, float(final[row, column])


def _trace_back(tables: _Tables, row: int, column: int, options: Options) -> list[tuple[int, int, bool]]:
    """Cells from the end to the start: (row, column, paired); the last one is where the alignment begins."""
    opening, extending = options.gap_open, options.gap_extend
    best, paired, down, entered = tables.best, tables.paired, tables.down, tables.entered
    cells = []
    while True:
        score = best[row, column]
        if row and column and score == paired[row, column]:
            cells.append((row, column, True))
            row, column = row - 1, column - 1
        elif score == tables.begin[row] and (column == 0 or score == entered[row, column]):
            break
        elif row and score == down[row, column]:
            while True:
                cells.append((row, column, False))
                opened = best[row - 1, column] - opening >= down[row - 1, column]
                row -= 1
                if opened:
                    break
        elif column and row == 0:
            cells.extend((0, at, False) for at in range(column, 0, -1))
            column = 0
        else:
            source = int(np.argmax(entered[row, :column] + extending * np.arange(column)))
            cells.extend((row, at, False) for at in range(column, source, -1))
            column = source
    cells.append((row, column, False))
    return cells


def _steps(
    cells: list[tuple[int, int, bool]], block: Block, units: tuple[list[Unit], list[Unit]], alike: NDArray[np.float64]
) -> list[Step]:
    page, witness = units
    ends_page = [0, *(end for _, end in page)]
    ends_witness = [0, *(end for _, end in witness)]
    path = cells[::-1]
    steps = []
    for (row, column, _), (next_row, next_column, paired) in itertools.pairwise(path):
        likeness = float(alike[next_row - 1, next_column - 1]) if paired else 0.0
        steps.append(
            Step(
                block.page_at + ends_page[row],
                block.page_at + ends_page[next_row],
                block.witness_at + ends_witness[column],
                block.witness_at + ends_witness[next_column],
                likeness,
            )
        )
    return steps


def _by_subsequence(block: Block) -> list[Step]:
    """Equal words only, for blocks too large for the whole programme."""
    steps = []
    for code in LCSseq.opcodes(block.page, block.witness):
        page, page_end = block.page_at + code.src_start, block.page_at + code.src_end
        witness, witness_end = block.witness_at + code.dest_start, block.witness_at + code.dest_end
        if code.tag == "equal":
            steps += [Step(page + i, page + i + 1, witness + i, witness + i + 1, 1.0) for i in range(page_end - page)]
            continue
        if page < page_end:
            steps.append(Step(page, page_end, witness, witness, 0.0))
        if witness < witness_end:
            steps.append(Step(page_end, page_end, witness, witness_end, 0.0))
    return steps


def align_block(block: Block, lexicon: Lexicon, options: Options) -> tuple[float, list[Step]]:
    """The best alignment of a block and its score in nats; no steps where nothing is worth pairing."""
    if not block.page and not block.witness:
        return 0.0, []
    if not block.page or not block.witness:
        if block.free_start or block.free_end:
            return 0.0, []
        size = len(block.page) + len(block.witness)
        page_end, witness_end = block.page_at + len(block.page), block.witness_at + len(block.witness)
        gap = Step(block.page_at, page_end, block.witness_at, witness_end, 0.0)
        return -(options.gap_open + options.gap_extend * size), [gap]
    if len(block.page) * len(block.witness) > options.block_cells:
        steps = _by_subsequence(block)
        weight = sum(float(block.weights[s.page - block.page_at]) for s in steps if s.likeness == 1.0)
        return weight, steps
    page_units, witness_units = merge_units(block.page, block.witness), merge_units(block.witness, block.page)
    page = ["".join(block.page[a:b]) for a, b in page_units]
    witness = ["".join(block.witness[a:b]) for a, b in witness_units]
    alike = likenesses(page, witness, lexicon, options.least_likeness)
    known = np.logical_and.reduceat(block.known, [a for a, _ in page_units])
    alike[known[:, None] & (alike < options.least_likeness_known)] = 0.0
    weights = np.add.reduceat(block.weights, [a for a, _ in page_units])
    tables = _fill(_gains(alike, weights, options), block, options)
    row, column, score = _end(tables, block, options)
    cells = _trace_back(tables, row, column, options)
    return score, _steps(cells, block, (page_units, witness_units), alike)
