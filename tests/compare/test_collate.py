"""Collation: tables of texts with what must lie beside what, and the promises that hold for any texts."""

from __future__ import annotations

import random
from itertools import permutations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from tanik.compare.collate.anchors import find_anchors
from tanik.compare.collate.apparatus import build_apparatus
from tanik.compare.collate.run import collate
from tanik.compare.collation import Collation, Spelling, View, WitnessText
from tanik.errors import UsageError
from tanik.trace.minimal import is_minimal_pair
from tanik.trace.model import DifferenceKind

from .edits import apply_edits, find_edits

_WORDS = [
    "değirmen",
    "köprü",
    "harman",
    "kuyu",
    "çınar",
    "yokuş",
    "bakır",
    "testi",
    "yaylım",
    "ahır",
    "kervan",
    "çorap",
    "mısır",
    "fener",
    "sandık",
    "tepsi",
    "kuzu",
    "dere",
    "ve",
    "bu",
    "da",
    "ile",
    "bir",
    "o",
    "için",
    "çok",
]


def _texts(*texts: str) -> list[WitnessText]:
    return [WitnessText(chr(65 + at), text) for at, text in enumerate(texts)]


def _rows(collation: Collation) -> list[tuple[str, ...]]:
    return [tuple(" ".join(token.text for token in cell) for cell in row) for row in collation.rows()]


def _variants(*texts: str, **how: object) -> list[list[tuple[str, str | None]]]:
    apparatus = build_apparatus(collate(_texts(*texts)), **how)  # type: ignore[arg-type]
    return [[(r.text, str(r.kind) if r.kind else None) for r in unit.readings] for unit in apparatus.variants]


_PAIRS = [
    # what stands in the texts, which rows must be in the table
    ("Köprü yıkıldı.", "Köprü yıkıldı", [("Köprü", "Köprü"), ("yıkıldı", "yıkıldı")]),
    ("Bir şey söylemedi", "Birşey söylemedi", [("Bir şey", "Birşey"), ("söylemedi", "söylemedi")]),
    ("Sulh istedi", "Barış istedi", [("Sulh", "Barış"), ("istedi", "istedi")]),
    ("Değirmene un götürdü", "Değirmenden un götürdü", [("Değirmene", "Değirmenden"), ("un", "un")]),
    ("Köprü", "Harman kuyu köprü", [("", "Harman"), ("", "kuyu"), ("Köprü", "köprü")]),
    ("", "Köprü", [("", "Köprü")]),
]


@pytest.mark.parametrize(("one", "other", "rows"), _PAIRS)
def test_words_lie_beside_their_like(one: str, other: str, rows: list[tuple[str, str]]) -> None:
    found = _rows(collate(_texts(one, other)))
    assert [row for row in rows if row not in found] == []


@pytest.mark.parametrize(
    ("one", "other", "word"),
    [
        # Only one of the two can be laid side by side: the content word, or the function words it changed places with.
        ("kervan ve da", "ve da kervan", "kervan"),
        ("yüklü kervan ile bu", "ile bu yüklü kervan", "kervan"),
        ("ve kervan", "kervan ve", "kervan"),
        ("the caravan of and", "of and the caravan", "caravan"),
    ],
)
def test_content_words_go_before_function_words(one: str, other: str, word: str) -> None:
    assert (word, word) in _rows(collate(_texts(one, other)))


def test_words_go_before_punctuation() -> None:
    rows = _rows(collate(_texts("Geldi . , ; gitti", "Geldi gitti . , ;")))
    assert rows == [("Geldi", "Geldi"), ("gitti", "gitti")]


@pytest.mark.parametrize(
    ("one", "other", "moved"),
    [
        ("bakır testi kırıldı önce fener söndü gece", "fener söndü gece önce bakır testi kırıldı", 3),
        ("yeşil çınar dikildi", "çınar yeşil dikildi", 1),
        ("köprü harman kuyu", "köprü harman kuyu", 0),
    ],
)
def test_moves_are_told(one: str, other: str, moved: int) -> None:
    moves = collate(_texts(one, other)).moves
    assert max((move.words for move in moves), default=0) == moved


def test_a_formula_said_twice_has_not_moved_far() -> None:
    filler = [f"{word}{at}" for at, word in enumerate(_WORDS * 6)]
    formula = "bu şartlar altında yaşamak"
    one = " ".join([formula, *filler[:60], formula, *filler[60:120]])
    other = " ".join([*filler[:60], formula, *filler[60:120], formula])
    assert [move for move in collate(_texts(one, other)).moves if move.second - move.first > 40] == []


_READINGS = [
    ("Sulh istiyoruz", "Barış istiyoruz", [[("Sulh", None), ("Barış", "modernised")]]),
    ("Yedi vagon geldi", "Altı vagon geldi", [[("Yedi", None), ("Altı", "number")]]),
    ("Köprü yıkıldı", "Köprü yıkılmadı", [[("yıkıldı", None), ("yıkılmadı", "polarity")]]),
    ("Köprü çok eski", "Köprü eski", [[("çok", None), ("", "omission")]]),
    ("Kâğıt yandı", "Kağıt yandı", [[("Kâğıt", None), ("Kağıt", "spelling")]]),
    ("Bu işte nüfuzu var", "Bu işte nüfusu var", [[("nüfuzu", None), ("nüfusu", "wording")]]),
    ("Köprü, yıkıldı!", "Köprü yıkıldı.", []),
]


@pytest.mark.parametrize(("one", "other", "expected"), _READINGS)
def test_readings_are_told_by_kind(one: str, other: str, expected: list[list[tuple[str, str | None]]]) -> None:
    assert _variants(one, other) == expected


def test_spelling_is_shown_or_folded() -> None:
    texts = ("Kâğıt müntahab oldu", "Kağıt müntehap oldu")
    assert len(_variants(*texts, spelling=Spelling.SHOWN)) == 1
    assert _variants(*texts, spelling=Spelling.FOLDED) == _variants(*texts, spelling="folded") == []


def test_the_diplomatic_view_shows_marks_and_case() -> None:
    assert _variants("Köprü, yandı", "köprü yandı", view=View.DIPLOMATIC) == [[("Köprü,", None), ("köprü", None)]]


def test_a_base_that_is_not_there_is_refused() -> None:
    table = collate(_texts("a", "b"))
    with pytest.raises(UsageError, match="no witness is called 'Z'"):
        build_apparatus(table, "Z")


def test_two_witnesses_of_one_siglum_are_refused() -> None:
    with pytest.raises(UsageError, match="two witnesses are called A"):
        collate([WitnessText("A", "x"), WitnessText("A", "y")])
    with pytest.raises(UsageError, match="no witness"):
        collate([])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("nüfuz", "nüfus", True),
        ("saban", "sapan", True),
        ("hizmet", "hizmetin", False),
        ("isbat", "ispat", False),
        ("askerî", "askeri", False),
        ("buldu", "bildi", True),
        ("mesud", "mesut", False),
        ("penbe", "pembe", False),
    ],
)
def test_minimal_pairs(one: str, other: str, expected: bool) -> None:
    assert is_minimal_pair(one, other) is expected


def test_a_passage_that_was_changed_on_its_way_is_one_move() -> None:
    smith = "Çeşmenin yanında demirci körüğünü şişirir, nalları {} batırır, çocuklar kıvılcımları {} uğraşırdı."
    market = (
        "Pazar kurulunca köyün kadınları sepetlerini taşın üstüne dizer, peyniri bezden çıkarır, yumurtayı gömerdi."
    )
    older = f"{market} {smith.format('suya', 'saymağa')}"
    newer = f"{smith.format('yağa', 'saymaya')} {market}"
    (move,) = collate(_texts(older, newer)).moves
    assert (move.at_first, move.at_second, move.words) == ((1,), (0,), 10)


_JOINED = "Bahçede hiçbir ağaç kalmamıştı."
_APART = "Bahçede hiç bir ağaç kalmamıştı."
_PARTED = "Bahçede hiç yaşlı bir ağaç kalmamıştı."


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ((_APART, _JOINED, _PARTED), [("B", "spelling"), ("C", "addition")]),
        ((_PARTED, _JOINED, _APART), [("B", "omission"), ("C", "omission")]),
        ((_JOINED, _PARTED), [("B", "addition")]),
        ((_PARTED, _JOINED), [("B", "omission")]),
    ],
)
def test_a_word_between_the_parts_of_a_joined_one_is_put_in(
    texts: tuple[str, ...], told: list[tuple[str, str]]
) -> None:
    collation = collate(_texts(*texts))
    (unit,) = build_apparatus(collation).variants
    found = [(collation.sigils[at], str(reading.kind)) for reading in unit.readings[1:] for at in reading.witnesses]
    assert sorted(found) == told


# What must hold for any texts


def _tradition(seed: int, count: int) -> list[str]:
    """Copies of a text that nobody wrote, with words changed, dropped, put in and passages moved."""
    chance = random.Random(seed)
    copies = [[chance.choice(_WORDS) for _ in range(chance.randint(0, 60))]]
    while len(copies) < count:
        words = list(chance.choice(copies))
        for _ in range(chance.randint(0, 6)):
            at = chance.randint(0, len(words))
            match chance.choice(("drop", "put", "change", "move", "join", "part")):
                case "drop":
                    del words[at : at + chance.randint(1, 4)]
                case "put":
                    words[at:at] = chance.choices(_WORDS, k=chance.randint(1, 3))
                case "change" if at < len(words):
                    words[at] = chance.choice(_WORDS)
                case "move":
                    cut = words[at : at + 5]
                    del words[at : at + 5]
                    there = chance.randint(0, len(words))
                    words[there:there] = cut
                case "join":
                    words[at : at + 2] = ["".join(words[at : at + 2])]
                case "part" if at < len(words) and len(words[at]) > 4:
                    words[at : at + 1] = [words[at][:3], *chance.choices(_WORDS, k=chance.randint(0, 2)), words[at][3:]]
        copies.append([word for word in words if word])
    return [" ".join(words) for words in copies]


def _key(collation: Collation, order: list[str]) -> tuple[list[list[int]], list[tuple[object, ...]]]:
    columns = [collation.sigils.index(sigil) for sigil in order]
    moves = [
        (
            (m.first, m.first_end, m.second, m.second_end, m.words),
            sorted(collation.sigils[at] for at in m.at_first),
            sorted(collation.sigils[at] for at in m.at_second),
        )
        for m in collation.moves
    ]
    return collation.bounds[:, columns].tolist(), moves


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 5), st.randoms(use_true_random=False))
@example(1023, 2, random.Random(1))
@example(88, 3, random.Random(1))
@example(99, 3, random.Random(1))
@example(15073, 5, random.Random(1))
def test_the_order_of_the_witnesses_changes_nothing(seed: int, count: int, chance: random.Random) -> None:
    texts = _texts(*_tradition(seed, count))
    order = [text.sigil for text in texts]
    expected = _key(collate(texts), order)
    shuffled = chance.sample(list(permutations(texts)), k=min(4, len(list(permutations(texts)))))
    for others in shuffled:
        assert _key(collate(others), order) == expected


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 6))
def test_the_differences_applied_to_one_witness_give_the_other(seed: int, count: int) -> None:
    collation = collate(_texts(*_tradition(seed, count)))
    words = [[token.normal for token in w.tokens(0, len(w))] for w in collation.witnesses]
    for one in range(count):
        for other in range(count):
            assert apply_edits(words[one], find_edits(collation, one, other)) == words[other]


def test_a_moved_passage_is_taken_from_where_it_stands() -> None:
    collation = collate(
        _texts("bakır testi kırıldı önce fener söndü gece", "fener söndü gece önce bakır testi kırıldı")
    )
    edits = find_edits(collation, 0, 1)
    assert any(edit.source is not None for edit in edits)
    assert not any(edit.words for edit in edits)


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 6))
def test_every_column_has_every_word_once_and_in_order(seed: int, count: int) -> None:
    texts = _texts(*_tradition(seed, count))
    collation = collate(texts)
    assert (np.diff(collation.bounds, axis=0) >= 0).all()
    assert collation.bounds[0].tolist() == [0] * count
    assert collation.bounds[-1].tolist() == [len(witness) for witness in collation.witnesses]
    assert (np.diff(collation.bounds, axis=0).max(axis=1, initial=0) > 0).all()  # no empty row


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 5))
def test_readings_of_a_unit_part_the_witnesses(seed: int, count: int) -> None:
    apparatus = build_apparatus(collate(_texts(*_tradition(seed, count))), "B")
    edges = [(unit.start, unit.end) for unit in apparatus.units]
    assert [end for _, end in edges[:-1]] == [start for start, _ in edges[1:]]
    for unit in apparatus.units:
        assert sorted(at for reading in unit.readings for at in reading.witnesses) == list(range(count))
        assert 1 in unit.readings[0].witnesses
        assert unit.readings[0].kind is None


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
def test_two_witnesses_match_about_as_much_as_they_can(seed: int) -> None:
    # The longest common subsequence is the most that any alignment can match; weights may give up a function word, and
    # of two passages that changed places either may be the one that moved.
    texts = _tradition(seed, 2)
    collation = collate(_texts(*texts))
    one, other = (witness.words.tolist() for witness in collation.witnesses)
    cells = [(collation.cell(p, 0), collation.cell(p, 1)) for p in range(collation.places)]
    matched = sum(one[a:b] == other[c:d] and a < b for (a, b), (c, d) in cells)
    matched += sum(move.words for move in collation.moves)
    assert matched >= 0.75 * LCSseq.similarity(one, other) - 2


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**6))
def test_anchors_are_equal_words_in_one_order(seed: int) -> None:
    chance = random.Random(seed)
    one = np.array([chance.randint(0, 400) for _ in range(300)], dtype=np.int32)
    other = np.delete(one, [chance.randint(0, 299) for _ in range(40)])
    anchors = find_anchors(one, other, np.ones(401))
    assert (one[anchors.mine] == other[anchors.theirs]).all()
    assert (np.diff(anchors.mine) > 0).all()
    assert (np.diff(anchors.theirs) > 0).all()


def test_a_gap_is_no_move_where_the_witness_lacks_the_passage() -> None:
    texts = _texts(
        "bakır testi kırıldı önce fener söndü gece",
        "fener söndü gece önce bakır testi kırıldı",
        "bakır testi kırıldı önce",
    )
    apparatus = build_apparatus(collate(texts))
    kinds = {r.kind for unit in apparatus.variants for r in unit.readings[1:] if 2 in r.witnesses}
    assert kinds == {DifferenceKind.OMISSION}


def test_words_that_changed_places_are_a_change_of_order() -> None:
    found = _variants("yeşil çınar dikildi", "çınar yeşil dikildi")
    assert [kind for unit in found for _, kind in unit[1:]] == ["order"] * len(found)


def test_kinds_of_moved_words_are_order() -> None:
    apparatus = build_apparatus(
        collate(_texts("bakır testi kırıldı önce fener söndü gece", "fener söndü gece önce bakır testi kırıldı"))
    )
    kinds = {reading.kind for unit in apparatus.variants for reading in unit.readings[1:]}
    assert kinds == {DifferenceKind.ORDER}
