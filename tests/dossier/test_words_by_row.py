"""Tables of words of which each row is read by itself hold what they hold when they are read whole."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from tanik.dossier.words import table


def _rows(whole: object, name: str = "") -> dict[str, object]:
    """The rows of a table read whole, by their dotted names."""
    assert isinstance(whole, dict)
    rows: dict[str, object] = {name: whole} if any(isinstance(cell, str) for cell in whole.values()) else {}
    for key, below in whole.items():
        if isinstance(below, dict):
            rows |= _rows(below, f"{name}.{key}" if name else key)
    return rows


@pytest.mark.parametrize("name", ["words.toml", "findings.toml"])
def test_rows_read_one_by_one_are_those_of_the_whole_table(name: str) -> None:
    written = resources.files("tanik.dossier").joinpath("data", name).read_text(encoding="utf-8")
    assert dict(table(name)) == _rows(tomllib.loads(written))


def test_a_row_that_is_not_there_is_missing() -> None:
    rows = table("words.toml")
    assert "status.absent" in rows
    assert "no.such.row" not in rows
    assert rows.get("no.such.row") is None
