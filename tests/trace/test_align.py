from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.trace.align import Block, align_block, likenesses
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


def test_large_blocks_are_compared_by_subsequence() -> None:
    words = [f"w{number}" for number in range(400)]
    _, steps = align_block(_block(words, words[:200] + words[250:], free=False), LEXICON, OPTIONS)
    assert sum(step.likeness == 1.0 for step in steps) == 350


def test_joined_words_are_one_unit() -> None:
    assert merge_units(["kitle", "i", "asliye"], ["kitlei", "asliye"]) == [(0, 2), (2, 3)]
    assert merge_units(["bir", "sey"], ["birsey", "bir", "sey"]) == [(0, 1), (1, 2)]
