"""The classes of English words: each is asked for, no word stands twice in one, and its example has one of them."""

import re
from pathlib import Path

import pytest

import tanik.facts
from tanik.core.tables import read_rows

ROWS = read_rows("tanik.facts", "english_words.csv")
STEMS = ("_stems",)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["kind"])
def test_a_class_has_each_word_once_and_an_example_of_one(row: dict[str, str]) -> None:
    words = row["words"].split("|")
    assert len(words) == len(set(words)) > 1
    ends = "" if row["kind"].endswith(STEMS) else r"(?!\w)"
    found = [word for word in words if re.search(rf"(?<!\w){re.escape(word)}{ends}", row["example"], re.IGNORECASE)]
    marks = [word for word in words if not word[0].isalnum() and word in row["example"]]
    assert found or marks, row["example"]


def test_every_class_is_asked_for() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in Path(tanik.facts.__path__[0]).rglob("*.py"))
    assert [row["kind"] for row in ROWS if f'"english_{row["kind"]}"' not in code] == []
