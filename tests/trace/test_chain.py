from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.trace.chain import find_chains
from tanik.trace.options import Options
from tanik.trace.order import order_of
from tanik.trace.seed import Seeds

HITS = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 2), st.integers(0, 2), st.integers(0, 60)), max_size=60)


def _seeds(hits: list[tuple[int, int, int, int]]) -> Seeds:
    rows = np.array(sorted(set(hits)), dtype=np.int64).reshape(-1, 4)
    return Seeds(
        np.full(20, 5.0), np.full(20, 5.0), np.ones(20, dtype=bool), rows[:, 0], rows[:, 1], rows[:, 2], rows[:, 3]
    )


@settings(max_examples=200, deadline=None)
@given(HITS)
def test_chains_only_move_forward(hits: list[tuple[int, int, int, int]]) -> None:
    for chain in find_chains(_seeds(hits), Options()):
        for before, after in zip(chain.runs, chain.runs[1:], strict=False):
            assert before.document == after.document == chain.document
            assert before.start < after.start
            assert before.position < after.position


@settings(max_examples=100, deadline=None)
@given(HITS, st.randoms(use_true_random=False))
def test_the_order_of_the_seeds_changes_nothing(hits: list[tuple[int, int, int, int]], rng: object) -> None:
    seeds = _seeds(hits)
    order = np.arange(len(seeds))
    getattr(rng, "shuffle")(order)  # noqa: B009
    columns = (seeds.token, seeds.reach, seeds.document, seeds.position)
    shuffled = Seeds(seeds.information, seeds.formula, seeds.known, *(column[order] for column in columns))
    assert find_chains(shuffled, Options()) == find_chains(seeds, Options())


@settings(max_examples=100, deadline=None)
@given(HITS, st.sampled_from([1, 1 << 10, 1 << 40]))
def test_rows_are_ordered_as_by_their_columns_in_turn(hits: list[tuple[int, int, int, int]], scale: int) -> None:
    rows = np.array(sorted(set(hits), reverse=True), dtype=np.int64).reshape(-1, 4) * scale
    columns = [rows[:, column] for column in (2, 3, 0, 1)]
    assert order_of(columns).tolist() == np.lexsort(tuple(reversed(columns))).tolist()


@settings(max_examples=100, deadline=None)
@given(HITS, st.integers(1, 12))
def test_fewer_chains_are_the_first_of_all(hits: list[tuple[int, int, int, int]], most: int) -> None:
    seeds = _seeds(hits)
    everything = find_chains(seeds, Options())
    assert find_chains(seeds, Options(), most=most) == everything[:most]
    assert find_chains(seeds, Options(), least=12.0) == [chain for chain in everything if chain.weight >= 12.0]
