"""Alignment: which words of the passage answer to which words of a witness.

Comes in: the words of both sides, the weight of the passage's words, a chain. Goes out: steps that go through both
stretches from end to end: equal words, pairs of different words, gaps. Within a block the alignment is the best there
is: a dynamic programme with affine gaps, a row at a time on arrays, in which like words earn a share of their weight.
A long stretch is cut at the equal words of its chain into blocks, so that the cost stays linear.

Before it, words that one side writes joined and the other apart are taken as one unit (`units`), so that the programme
needs no moves of two words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel, LCSseq

from tanik.trace.figures import equal_figures, has_figures, number_units
from tanik.trace.lexicon import Lexicon
from tanik.trace.options import Options
from tanik.trace.units import Unit, merge_units

__all__ = ["Block", "Step", "align_block", "align_blocks", "align_gains", "joined_steps", "likenesses"]

_T = TypeVar("_T")
# Of the tables that are filled together: they should stay within a processor's cache.
_CELLS_AT_ONCE = 1 << 16


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


def _gain(alike: float, weight: float, options: Options) -> float:
    """The same for one pair."""
    least = options.least_likeness
    if alike < least:
        return -options.mismatch
    return weight * (1.0 if alike >= 1.0 else (alike - least / 2) / (1 - least / 2) * 0.9)


@dataclass(frozen=True, slots=True, eq=False)
class _Tables:
    """The programme's tables for several blocks at once: row, block, column.

    Scores are raised by `gap_extend` for each row and column passed, so that a gap once open costs no more: `best` at
    each cell, the ways in (`paired`, `down`), the best of those that are no gap across (`entered`), and what it is
    worth to begin there (`begin`).
    """

    best: NDArray[np.float64]
    paired: NDArray[np.float64]
    down: NDArray[np.float64]
    entered: NDArray[np.float64]
    begin: NDArray[np.float64]


def _begin(blocks: Sequence[Block], rows: int, columns: int, options: Options) -> NDArray[np.float64]:
    """What beginning at each cell is worth: nothing lost but the edge, or not allowed."""
    free = np.array([block.free_start for block in blocks])
    if not free.any():
        begin = np.full((rows, len(blocks), columns), -np.inf)
        begin[0, :, 0] = 0.0
        return begin
    skipped = np.minimum(np.arange(rows) * options.edge, options.edge_most)
    passed = options.gap_extend * (np.arange(rows)[:, None] + np.arange(columns))
    begin = np.where(free[None, :, None], (passed - skipped[:, None])[:, None, :], -np.inf)
    begin[0, :, 0] = 0.0
    return begin


def _fill(gains: NDArray[np.float64], blocks: Sequence[Block], options: Options) -> _Tables:
    """The tables of blocks padded to one shape: a cell depends on those before it alone, so padding changes nothing."""
    rows, _, columns = gains.shape
    opening = options.gap_open
    begin = _begin(blocks, rows + 1, columns + 1, options)
    best, down, entered = np.full_like(begin, -np.inf), np.full_like(begin, -np.inf), begin.copy()
    paired = np.full_like(begin, -np.inf)
    raised = gains + 2 * options.gap_extend
    best[0] = begin[0]
    np.maximum(begin[0, :, 1:], begin[0, :, :1] - opening, out=best[0, :, 1:])
    across = np.empty_like(begin[0, :, 1:])
    for row in range(1, rows + 1):
        above, enter, here = best[row - 1], entered[row], best[row]
        np.add(above[:, :-1], raised[row - 1], out=paired[row, :, 1:])
        np.subtract(above, opening, out=here)
        np.maximum(here, down[row - 1], out=down[row])
        np.maximum(paired[row], down[row], out=here)
        np.maximum(here, enter, out=enter)
        np.maximum.accumulate(enter[:, :-1], axis=1, out=across)
        np.subtract(across, opening, out=across)
        here[:, 0] = enter[:, 0]
        np.maximum(enter[:, 1:], across, out=here[:, 1:])
    return _Tables(best, paired, down, entered, begin)


def _one(tables: _Tables, block: int, rows: int, columns: int) -> _Tables:
    """The tables of one block, without padding."""
    whole = (tables.best, tables.paired, tables.down, tables.entered, tables.begin)
    return _Tables(*(table[: rows + 1, block, : columns + 1] for table in whole))


def _end(tables: _Tables, block: Block, options: Options) -> tuple[int, int, float]:
    rows, columns = tables.best.shape
    if not block.free_end:
        passed = options.gap_extend * (rows + columns - 2)
        return rows - 1, columns - 1, float(tables.best[-1, -1]) - passed
    left = np.minimum(np.arange(rows)[::-1] * options.edge, options.edge_most)
    passed = options.gap_extend * (np.arange(rows)[:, None] + np.arange(columns))
    final = tables.best - passed - left[:, None]
    row, column = divmod(int(np.argmax(final)), columns)
    return row, column, float(final[row, column])


def _trace_back(tables: _Tables, row: int, column: int, options: Options) -> list[tuple[int, int, bool]]:
    """Cells from the end to the start: (row, column, paired); the last one is where the alignment begins."""
    best, paired, down, entered, begin = tables.best, tables.paired, tables.down, tables.entered, tables.begin
    cells = []
    while True:
        score = best[row, column]
        if row and column and score == paired[row, column]:
            cells.append((row, column, True))
            row, column = row - 1, column - 1
        elif score == begin[row, column]:
            break
        elif row and score == down[row, column]:
            while True:
                cells.append((row, column, False))
                opened = best[row - 1, column] - options.gap_open >= down[row - 1, column]
                row -= 1
                if opened:
                    break
        else:
            source = int(np.argmax(entered[row, :column]))
            cells.extend((row, at, False) for at in range(column, source, -1))
            column = source
    cells.append((row, column, False))
    return cells


@dataclass(frozen=True, slots=True, eq=False)
class _Prepared:
    """A block as units, with how alike they are and what pairing them earns."""

    block: Block
    page: list[Unit]
    witness: list[Unit]
    alike: NDArray[np.float64]
    gains: NDArray[np.float64]


def _prepared(block: Block, lexicon: Lexicon, options: Options) -> _Prepared:
    page_units, witness_units = merge_units(block.page, block.witness), merge_units(block.witness, block.page)
    figures = has_figures(block.page) or has_figures(block.witness)
    if figures:
        page_units = number_units(page_units, block.page, block.witness, lexicon)
        witness_units = number_units(witness_units, block.witness, block.page, lexicon)
    page, witness = _joined(block.page, page_units), _joined(block.witness, witness_units)
    alike = likenesses(page, witness, lexicon, options.least_likeness)
    if figures:
        mine, theirs = [block.page[a:b] for a, b in page_units], [block.witness[a:b] for a, b in witness_units]
        for row, column in equal_figures(mine, theirs, lexicon):
            alike[row, column] = 1.0
    known, weights = block.known, block.weights
    if len(page_units) < len(block.page):
        firsts = [start for start, _ in page_units]
        known, weights = np.logical_and.reduceat(known, firsts), np.add.reduceat(weights, firsts)
    alike[known[:, None] & (alike < options.least_likeness_known)] = 0.0
    return _Prepared(block, page_units, witness_units, alike, _gains(alike, weights, options))


def _joined(words: Sequence[str], units: Sequence[Unit]) -> Sequence[str]:
    return words if len(units) == len(words) else ["".join(words[start:end]) for start, end in units]


def _aligned(group: Sequence[_Prepared], options: Options) -> list[tuple[float, list[Step]]]:
    """Blocks of about one shape, in one programme."""
    rows = max(prepared.gains.shape[0] for prepared in group)
    columns = max(prepared.gains.shape[1] for prepared in group)
    gains = np.zeros((rows, len(group), columns))
    for at, prepared in enumerate(group):
        height, width = prepared.gains.shape
        gains[:height, at, :width] = prepared.gains
    tables = _fill(gains, [prepared.block for prepared in group], options)
    aligned = []
    for at, prepared in enumerate(group):
        own = _one(tables, at, *prepared.gains.shape)
        row, column, score = _end(own, prepared.block, options)
        aligned.append((score, _steps(_trace_back(own, row, column, options), prepared)))
    return aligned


def _steps(cells: list[tuple[int, int, bool]], prepared: _Prepared) -> list[Step]:
    page = [prepared.block.page_at + end for end in (0, *(end for _, end in prepared.page))]
    witness = [prepared.block.witness_at + end for end in (0, *(end for _, end in prepared.witness))]
    alike = prepared.alike
    steps = []
    row, column, _ = cells[-1]
    for next_row, next_column, paired in reversed(cells[:-1]):
        likeness = float(alike[next_row - 1, next_column - 1]) if paired else 0.0
        steps.append(Step(page[row], page[next_row], witness[column], witness[next_column], likeness))
        row, column = next_row, next_column
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


def _one_pair(block: Block, lexicon: Lexicon, options: Options) -> tuple[float, list[Step]]:
    """A word against a word, between equal ones on both sides: the commonest block, and most need no table."""
    alike = Indel.normalized_similarity(block.page[0], block.witness[0], score_cutoff=options.least_likeness)
    if lexicon.are_equivalent(block.page[0], block.witness[0]):
        alike = max(alike, lexicon.likeness)
    if block.known[0] and alike < options.least_likeness_known:
        alike = 0.0
    score = _gain(alike, float(block.weights[0]), options)
    apart = -2 * (options.gap_open + options.gap_extend)
    page, there = block.page_at, block.witness_at
    if score < apart:
        return apart, [Step(page, page + 1, there, there, 0.0), Step(page + 1, page + 1, there, there + 1, 0.0)]
    return score, [Step(page, page + 1, there, there + 1, alike)]


def _without_programme(block: Block, lexicon: Lexicon, options: Options) -> tuple[float, list[Step]] | None:
    """What needs no programme: empty sides, single words, and blocks too large for one; None for all others."""
    if not block.page and not block.witness:
        return 0.0, []
    if not block.page or not block.witness:
        if block.free_start or block.free_end:
            return 0.0, []
        size = len(block.page) + len(block.witness)
        page_end, witness_end = block.page_at + len(block.page), block.witness_at + len(block.witness)
        gap = Step(block.page_at, page_end, block.witness_at, witness_end, 0.0)
        return -(options.gap_open + options.gap_extend * size), [gap]
    if len(block.page) == len(block.witness) == 1 and not (block.free_start or block.free_end):
        return _one_pair(block, lexicon, options)
    if len(block.page) * len(block.witness) > options.block_cells:
        steps = _by_subsequence(block)
        return sum(float(block.weights[s.page - block.page_at]) for s in steps if s.likeness == 1.0), steps
    return None


def align_blocks(blocks: Sequence[Block], lexicon: Lexicon, options: Options) -> list[tuple[float, list[Step]]]:
    """The best alignment of each block and its score in nats; no steps where nothing is worth pairing."""
    results = [_without_programme(block, lexicon, options) for block in blocks]
    shapes: dict[tuple[int, int], list[tuple[int, _Prepared]]] = {}
    for at, result in enumerate(results):
        if result is None:
            prepared = _prepared(blocks[at], lexicon, options)
            rows, columns = prepared.gains.shape
            shapes.setdefault((rows.bit_length(), columns.bit_length()), []).append((at, prepared))
    for group in _bounded(shapes):
        for (at, _), result in zip(group, _aligned([prepared for _, prepared in group], options), strict=True):
            results[at] = result
    return [result for result in results if result is not None]


def _bounded(shapes: Mapping[tuple[int, int], list[_T]]) -> Iterator[list[_T]]:
    """What stands under one shape (bits of rows and columns), parted so that the tables of a part stay small."""
    for (rows, columns), group in shapes.items():
        most = max(1, _CELLS_AT_ONCE >> (rows + columns))
        yield from (group[at : at + most] for at in range(0, len(group), most))


def align_block(block: Block, lexicon: Lexicon, options: Options) -> tuple[float, list[Step]]:
    """The best alignment of one block and its score in nats."""
    return align_blocks([block], lexicon, options)[0]


def align_gains(gains: Sequence[NDArray[np.float64]], options: Options) -> list[list[tuple[int, int]]]:
    """The pairs (row, column) of the best alignment from corner to corner of each table of gains.

    A gain is what pairing a row with a column earns, in the unit of the options' gap costs. Rows and columns that stand
    in no pair are gaps. Tables of about one shape go through one programme.

    >>> align_gains([np.array([[4.0, -1.0, -1.0], [-1.0, -1.0, 4.0]])], Options())
    [[(0, 0), (1, 2)]]
    """
    shapes: dict[tuple[int, int], list[int]] = {}
    for at, table in enumerate(gains):
        rows, columns = table.shape
        shapes.setdefault((rows.bit_length(), columns.bit_length()), []).append(at)
    none = np.empty(0)
    corner = Block((), (), 0, 0, none, none.astype(np.bool_))
    pairs: list[list[tuple[int, int]]] = [[] for _ in gains]
    for group in _bounded(shapes):
        high, wide = (max(gains[at].shape[side] for at in group) for side in (0, 1))
        padded = np.zeros((high, len(group), wide))
        for place, at in enumerate(group):
            rows, columns = gains[at].shape
            padded[:rows, place, :columns] = gains[at]
        tables = _fill(padded, [corner] * len(group), options)
        for place, at in enumerate(group):
            own = _one(tables, place, *gains[at].shape)
            rows, columns = gains[at].shape
            cells = _trace_back(own, rows, columns, options)
            pairs[at] = [(row - 1, column - 1) for row, column, paired in reversed(cells[:-1]) if paired]
    return pairs
