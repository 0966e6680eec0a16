from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.trace.align import Block, Step, align_block, align_blocks, likenesses
from tanik.trace.lexicon import load_lexicon
from tanik.trace.options import Options
from tanik.trace.units import merge_units

OPTIONS = Options()
LEXICON = load_lexicon()
WORDS = st.lists(st.sampled_from(["dere", "tepe", "dag", "daglar", "ova", "su", "tas", "deere"]), max_size=7)


def _block(page: list[str], witness: list[str], *, free: bool) -> Block:
    weights = np.asarray(1.0 + np.arange(len(page)) % 3, dtype=np.float64)
    known = np.zeros(len(page), dtype=bool)
    return Block(page, witness, 0, 0, weights, known, free, free)


def _plain(block: Block) -> float:
    """The same cost by the plainest programme: every cell, every gap length."""
    page, witness, options = block.page, block.witness, OPTIONS
    alike = likenesses(page, witness, LEXICON, options.least_likeness)
    least = options.least_likeness
    best = np.full((len(page) + 1, len(witness) + 1), -np.inf)
    for row in range(len(page) + 1):
        for column in range(len(witness) + 1):
            ways = [0.0] if row == column == 0 else []
            if block.free_start:
                ways.append(-min(row * options.edge, options.edge_most))
            if row and column:
                share = alike[row - 1, column - 1]
                gain = -options.mismatch
                if share >= least:
                    gain = block.weights[row - 1] * (
                        1.0 if share >= 1.0 else (share - least / 2) / (1 - least / 2) * 0.9
                    )
                ways.append(best[row - 1, column - 1] + gain)
            ways += [best[row - k, column] - options.gap_open - options.gap_extend * k for k in range(1, row + 1)]
            ways += [best[row, column - k] - options.gap_open - options.gap_extend * k for k in range(1, column + 1)]
            best[row, column] = max(ways)
    if not block.free_end:
        return float(best[-1, -1])
    left = np.minimum(np.arange(len(page) + 1)[::-1] * options.edge, options.edge_most)
    return float((best - left[:, None]).max())


@pytest.mark.parametrize("free", [False, True])
@settings(max_examples=80, deadline=None)
@given(page=WORDS, witness=WORDS)
def test_the_score_is_that_of_a_plain_dynamic_programme(page: list[str], witness: list[str], *, free: bool) -> None:
    if not page or not witness:
        return
    block = _block(page, witness, free=free)
    score, _ = align_block(block, LEXICON, OPTIONS)
    assert score == pytest.approx(_plain(block))


@settings(max_examples=80, deadline=None)
@given(page=WORDS, witness=WORDS)
def test_steps_go_through_both_sides_without_a_hole(page: list[str], witness: list[str]) -> None:
    _, steps = align_block(_block(page, witness, free=False), LEXICON, OPTIONS)
    at_page, at_witness = 0, 0
    for step in steps:
        assert (step.page, step.witness) == (at_page, at_witness)
        assert step.page_end + step.witness_end > step.page + step.witness
        at_page, at_witness = step.page_end, step.witness_end
    assert (at_page, at_witness) == (len(page), len(witness))


def _cost(block: Block, steps: list[Step]) -> float:
    """What the steps are worth, summed up one by one; neighbouring gaps are one each side."""
    alike = likenesses(block.page, block.witness, LEXICON, OPTIONS.least_likeness)
    least, total, last = OPTIONS.least_likeness, 0.0, None
    for step in steps:
        side = "page" if step.witness == step.witness_end else "witness" if step.page == step.page_end else None
        if side is not None:
            size = step.page_end - step.page + step.witness_end - step.witness
            total -= OPTIONS.gap_extend * size + (0.0 if side == last else OPTIONS.gap_open)
        else:
            share = alike[step.page, step.witness]
            assert step.likeness == pytest.approx(share)
            gain = block.weights[step.page] * (1.0 if share >= 1.0 else (share - least / 2) / (1 - least / 2) * 0.9)
            total += gain if share >= least else -OPTIONS.mismatch
        last = side
    return total


@pytest.mark.parametrize("free", [False, True])
@settings(max_examples=120, deadline=None)
@given(page=WORDS, witness=WORDS)
def test_the_steps_are_worth_the_score(page: list[str], witness: list[str], *, free: bool) -> None:
    if not page or not witness:
        return
    block = _block(page, witness, free=free)
    score, steps = align_block(block, LEXICON, OPTIONS)
    start, end = (steps[0].page, steps[-1].page_end) if steps else (0, 0)
    ends = sum(min(left * OPTIONS.edge, OPTIONS.edge_most) for left in (start, len(page) - end))
    if free and not steps:
        return  # nothing is worth pairing: one end alone was left out
    assert score == pytest.approx(_cost(block, steps) - (ends if free else 0.0))


@settings(max_examples=80, deadline=None)
@given(page=WORDS, witness=WORDS)
def test_words_of_one_weight_align_alike_from_either_side_and_either_end(page: list[str], witness: list[str]) -> None:
    def score(one: list[str], other: list[str]) -> float:
        block = Block(one, other, 0, 0, np.ones(len(one)) * 2.5, np.zeros(len(one), dtype=bool))
        return align_block(block, LEXICON, OPTIONS)[0]

    forwards = score(page, witness)
    assert forwards == pytest.approx(score(witness, page))
    assert forwards == pytest.approx(score(page[::-1], witness[::-1]))


@settings(max_examples=60, deadline=None)
@given(sides=st.lists(st.tuples(WORDS, WORDS, st.booleans()), max_size=6))
def test_blocks_align_together_as_each_alone(sides: list[tuple[list[str], list[str], bool]]) -> None:
    blocks = [_block(page, witness, free=free) for page, witness, free in sides]
    assert align_blocks(blocks, LEXICON, OPTIONS) == [align_block(block, LEXICON, OPTIONS) for block in blocks]


def test_large_blocks_are_compared_by_subsequence() -> None:
    words = [f"w{number}" for number in range(400)]
    _, steps = align_block(_block(words, words[:200] + words[250:], free=False), LEXICON, OPTIONS)
    assert sum(step.likeness == 1.0 for step in steps) == 350


def test_joined_words_are_one_unit() -> None:
    assert merge_units(["kitle", "i", "asliye"], ["kitlei", "asliye"]) == [(0, 2), (2, 3)]
    assert merge_units(["bir", "sey"], ["birsey", "bir", "sey"]) == [(0, 1), (1, 2)]
