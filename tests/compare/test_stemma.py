"""Trees of witnesses: small ones that can be checked by hand, and properties over traditions made by chance."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.compare.stemma.characters import tradition_of
from tanik.compare.stemma.costs import REVERSE, cost_of, kinds_of_change
from tanik.compare.stemma.find import find_stemma
from tanik.compare.stemma.lift import changes_of, least, lift
from tanik.compare.stemma.model import Stemma
from tanik.compare.stemma.options import Options
from tanik.compare.stemma.root import beliefs
from tanik.compare.stemma.search import branch_places, search
from tanik.compare.stemma.start import arborescence, first_tree
from tanik.compare.stemma.tree import Tree, evidence_of, total

from .traditions import Shape, make_tradition

SENTENCE = "dere boyunda üç eski değirmen dururdu ve taşları geceleri kendiliğinden dönerdi derlerdi köyün yaşlıları"
TEXT = SENTENCE.split()
OLD, OLDER = (100.0, 100.0), (50.0, 50.0)


def copy_of(words: list[str], *changes: tuple[int, str]) -> list[str]:
    made = list(words)
    for at, word in changes:
        made[at] = word
    return made


def table(*copies: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*copies, strict=True))


def kind(_place: int, _before: str, _after: str) -> str:
    return "wording"


def drawn(stemma: Stemma) -> set[frozenset[str]]:
    return {frozenset((stemma.name(arc.source), stemma.name(arc.target))) for arc in stemma.arcs}


def links(*pairs: str) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in pairs}


FIRST = copy_of(TEXT, (2, "dört"), (4, "kulübe"))
SECOND = copy_of(FIRST, (8, "sabaha"), (10, "susardı"))


def test_errors_are_handed_on_along_a_chain() -> None:
    found = find_stemma(tradition_of("ABC", table(TEXT, FIRST, SECOND), kind))
    assert drawn(found) == links("AB", "BC")


def test_without_polarity_or_dates_no_direction_is_claimed() -> None:
    found = find_stemma(tradition_of("AB", table(TEXT, FIRST), kind))
    assert [arc.decided for arc in found.arcs] == [False]


def test_dates_decide_and_forbid() -> None:
    found = find_stemma(tradition_of("AB", table(TEXT, FIRST), kind, dates=[OLD, OLDER]))
    assert [(found.name(arc.source), found.name(arc.target), arc.decided) for arc in found.arcs] == [("B", "A", True)]


def test_words_left_out_are_not_put_back() -> None:
    """B lacks what A and C have, so neither has the text from it."""
    cut = [*TEXT[:3], "", "", "", *TEXT[6:]]
    found = find_stemma(tradition_of("ABC", table(TEXT, cut, copy_of(TEXT, (9, "dermiş"))), kind))
    assert drawn(found) == links("AB", "AC")
    (change,) = next(arc.changes for arc in found.arcs if found.name(arc.target) == "B")
    character = found.tradition.characters[change.character]
    assert (character.readings[change.before], character.readings[change.after]) == ("eski değirmen dururdu", "")
    assert change.peculiar


def test_a_lacuna_is_no_agreement() -> None:
    """Two witnesses that lack the same leaves agree in nothing by that."""
    leaves: list[str | None] = [None] * 6
    torn = [leaves + copy[6:] for copy in (TEXT, SECOND)]
    rows = list(zip(TEXT, SECOND, *torn, strict=True))
    assert drawn(find_stemma(tradition_of("ABCD", rows, kind))) == links("AB", "AC", "BD")


def test_a_lost_source_is_drawn_where_shared_errors_ask_for_it() -> None:
    """Each of B, C and D has what A lacks and errors of its own that the others lack."""
    words = [f"söz{n}" for n in range(60)]
    lost = copy_of(words, *((at, f"ara{at}") for at in range(0, 60, 6)))
    ends = [
        copy_of(lost, *((at, f"{name}{at}") for at in range(at, 60, 12)))
        for name, at in zip("bcd", (2, 4, 8), strict=True)
    ]
    found = find_stemma(tradition_of("ABCD", table(words, *ends), kind))
    assert drawn(found) == {frozenset(("*1", name)) for name in "ABCD"}
    assert {found.name(int(node)) for node in range(len(found.states))} == {"A", "B", "C", "D", "*1"}


def test_a_witness_of_two_sources_is_told_with_what_it_took_from_each() -> None:
    words = [f"söz{n}" for n in range(60)]
    left = copy_of(words, *((at, f"sol{at}") for at in range(0, 60, 4)))
    right = copy_of(words, *((at, f"sağ{at}") for at in range(2, 60, 4)))
    both = left[:30] + right[30:]
    found = find_stemma(tradition_of(["O", "L", "R", "M"], table(words, left, right, both), kind))
    sources = {found.name(arc.source): arc for arc in found.arcs if found.name(arc.target) == "M"}
    assert set(sources) == {"L", "R"}
    (second,) = (arc for arc in sources.values() if arc.second)
    places = [found.tradition.characters[number].place for number in second.share]
    assert all(place < 30 for place in places) or all(place >= 30 for place in places)


def test_spelling_can_be_left_out() -> None:
    rows = table(TEXT, copy_of(TEXT, (1, "boyûnda")), copy_of(TEXT, (1, "boyûnda"), (2, "dört")))

    def spelt(_place: int, before: str, after: str) -> str:
        return "spelling" if before.replace("û", "u") == after.replace("û", "u") else "wording"

    assert len(tradition_of("ABC", rows, spelt).characters) == 2
    assert len(tradition_of("ABC", rows, spelt, spelling=False).characters) == 1


def test_a_slip_is_younger_than_what_it_was_made_of() -> None:
    def slips(_place: int, before: str, _after: str) -> str:
        return "mending" if before.endswith("x") else "typing"

    slipped = copy_of(TEXT, *((at, TEXT[at] + "x") for at in (0, 3, 5, 8)))
    found = find_stemma(tradition_of("AB", table(slipped, TEXT), slips))
    assert [(found.name(arc.source), arc.decided) for arc in found.arcs] == [("B", True)]


def test_one_witness_and_none_that_differ() -> None:
    assert find_stemma(tradition_of("A", table(TEXT), kind)).arcs == ()
    same = find_stemma(tradition_of("AB", table(TEXT, TEXT), kind))
    assert [arc.decided for arc in same.arcs] == [False]


def test_every_change_has_a_weight_and_a_way_back() -> None:
    names = set(kinds_of_change())
    assert set(REVERSE) <= names
    assert all(REVERSE[REVERSE[name]] == name for name in REVERSE)
    assert all(0 < cost_of(name) <= cost_of(name, 30) for name in names)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 6), st.randoms(use_true_random=False))
def test_the_arborescence_is_the_cheapest(size: int, chance: object) -> None:
    costs = np.array([[chance.random() for _ in range(size)] for _ in range(size)])  # type: ignore[attr-defined]
    np.fill_diagonal(costs, np.inf)

    def cost(sources: list[int]) -> float:
        return float(sum(costs[source, node] for node, source in enumerate(sources) if source >= 0))

    def trees(node: int, made: list[int]) -> list[list[int]]:
        if node == size:
            return [made] if all(_leads_to_root(made, one) for one in range(size)) else []
        return [tree for source in range(size) if source != node for tree in trees(node + 1, [*made, source])]

    found = arborescence(costs, 0)
    assert all(_leads_to_root(found, node) for node in range(size))
    if size <= 5:
        assert cost(found) == pytest.approx(min(cost(tree) for tree in trees(1, [-1])))


def _leads_to_root(sources: list[int], node: int) -> bool:
    for _ in sources:
        if sources[node] < 0:
            return True
        node = sources[node]
    return sources[node] < 0


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.integers(3, 7), st.sampled_from((0.0, 0.4)))
def test_the_search_only_improves_and_its_sums_are_the_trees(seed: int, size: int, torn: float) -> None:
    made, kinds = make_tradition(seed, Shape(witnesses=size, words=80, fragments=torn))
    tradition = tradition_of(made.names, made.rows, lambda _place, a, b: kinds.get((a, b), "wording"))
    evidence = evidence_of(tradition, Options())
    first = first_tree(evidence)
    cost, tree = search(first, evidence, 5)
    assert cost == pytest.approx(total(tree, evidence))
    assert cost <= total(first, evidence) + 1e-6
    node = tree.nodes()[-1]
    places, here = branch_places(tree, node, evidence)
    assert places.sums(evidence.weights)[here] <= places.sums(evidence.weights).min() + 1e-6
    assert sorted(one for one in tree.nodes() if one < size) == list(range(size))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000), st.randoms(use_true_random=False))
def test_the_order_of_witnesses_changes_no_link_that_is_sure(seed: int, chance: object) -> None:
    made, kinds = make_tradition(seed, Shape(witnesses=6, words=200))
    order = list(range(6))
    chance.shuffle(order)  # type: ignore[attr-defined]

    def sure(columns: list[int]) -> set[tuple[str, str]]:
        rows = [tuple(row[at] for at in columns) for row in made.rows]
        names = [made.names[at] for at in columns]
        found = find_stemma(tradition_of(names, rows, lambda _place, a, b: kinds.get((a, b), "wording")))
        return {(found.name(a.source), found.name(a.target)) for a in found.arcs if a.decided and a.support > 0.95}

    mine, theirs = sure(list(range(6))), sure(order)
    either = {frozenset(link) for link in mine | theirs}
    assert len(either) <= 5  # a tree of six: two orders never claim two trees


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from((0.0, 0.4)), st.sampled_from((0.0, 0.5)))
def test_belief_in_a_root_is_what_the_tree_costs_from_there(seed: int, torn: float, dated: float) -> None:
    made, kinds = make_tradition(seed, Shape(witnesses=6, words=80, lost=0.3, fragments=torn, dated=dated))
    tradition = tradition_of(made.names, made.rows, lambda _place, a, b: kinds.get((a, b), "wording"), dates=made.dates)
    evidence = evidence_of(tradition, Options(lost=1.0))
    _, tree = search(first_tree(evidence), evidence, 3)
    believed = beliefs(tree, evidence)
    costs = {}
    for node in tree.nodes():
        turned = tree.rerooted(node)
        turned.tidy()
        costs[node] = total(turned, evidence)
    least = min(costs.values())
    whole = sum(np.exp(least - cost) for cost in costs.values())
    assert believed == pytest.approx({node: np.exp(least - cost) / whole for node, cost in costs.items()})


def test_a_large_tradition_is_searched_in_sectors() -> None:
    """Sectors find what a search of the whole finds, and the same in every order of witnesses where it is sure."""
    made, kinds = make_tradition(3, Shape(witnesses=40, dated=0.5, lost=0.2))
    tradition = tradition_of(made.names, made.rows, lambda _place, a, b: kinds.get((a, b), "wording"), dates=made.dates)
    parts, whole = find_stemma(tradition), find_stemma(tradition, Options(whole=100, starts=1, rounds=3, reshaped=0))
    assert parts.nats <= whole.nats + 1.0
    assert len(drawn(parts) & drawn(whole)) >= 0.95 * len(drawn(whole))
    assert all(0.0 <= arc.support <= 1.0 for arc in parts.arcs)
    assert drawn(parts) == drawn(find_stemma(tradition))


def test_made_traditions_are_recovered() -> None:
    """The floor of what ``bench/stemma.py`` measures, on seeds of its own."""
    right = true = 0
    for seed in range(2000, 2006):
        made, kinds = make_tradition(seed, Shape(witnesses=8))
        found = find_stemma(tradition_of(made.names, made.rows, lambda _p, a, b: kinds.get((a, b), "wording")))  # noqa: B023
        wanted = {frozenset((source, copy)) for copy, sources in made.sources.items() for source in sources}
        right, true = right + len(drawn(found) & wanted), true + len(wanted)
    assert right / true >= 0.93


def test_a_tree_turns_and_tidies_itself() -> None:
    tree = Tree([-1, 3, 3, 0], 3)
    assert tree.rerooted(2).parent == [3, 3, -1, 2]
    tree.parent[1] = -2
    tree.tidy()
    assert tree.parent == [-1, -2, 0, -2]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=40), st.integers(0, 10_000), st.booleans())
def test_lifting_by_bands_is_lifting_state_by_state(widths: list[int], seed: int, stacked: bool) -> None:
    """Characters of about as many states are done together: that must give what each alone gives."""
    random = np.random.default_rng(seed)
    most = max(widths)
    costs = np.full((len(widths), most, most), np.inf)
    below = np.full(((3,) if stacked else ()) + (len(widths), most), np.inf)
    for at, width in enumerate(widths):
        costs[at, :width, :width] = random.random((width, width))
        below[..., at, :width] = random.random((*below.shape[:-2], width))
    plain = (costs + below[..., None, :]).min(axis=-1)
    assert np.array_equal(lift(below, changes_of(costs)), plain)
    assert np.array_equal(least(plain), plain.min(axis=-1))
