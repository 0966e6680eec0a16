"""The classes of words by which findings ask what a number, name or day is in its clause."""

from __future__ import annotations

import pytest

from tanik.compare.later import places_since
from tanik.compare.wordings import number_told, says
from tanik.core.fold import fold
from tanik.core.tables import read_rows, read_toml

CLASSES = [
    (kind, row)
    for table in ("reckonings.toml", "papers.toml", "beside.toml")
    for kind, row in read_toml("tanik.compare", table).items()
]


@pytest.mark.parametrize(("kind", "row"), CLASSES, ids=[kind for kind, _ in CLASSES])
def test_each_class_has_a_word_in_its_own_example_and_a_source(kind: str, row: dict[str, object]) -> None:
    assert says(fold(str(row["example"])).replace("-", " "), kind)
    assert row["source"]


def test_words_of_a_class_are_folded_and_stand_once() -> None:
    for _, row in CLASSES:
        words = [*row.get("words", ()), *row.get("forms", ())]
        assert len(words) == len(set(words))
        assert [word for word in words if fold(word) != word] == []


@pytest.mark.parametrize(
    ("told", "number"),
    [("uc taksitte", 3), ("4 kafile", 4), ("taksitle", None), ("tvo instalments", 2), ("iki eşit", None)],
)
def test_how_many_parcels(told: str, number: int | None) -> None:
    assert number_told(told, "parcel") == number


def test_each_place_stands_in_its_own_example() -> None:
    for row in read_rows("tanik.compare", "renamed.csv"):
        assert any(form in fold(row["example"]) for form in row["forms"].split("|")), row["name"]
    assert ("stalingrad", "1925-04-10") in {(form, fact[1]) for form, fact in places_since()}
