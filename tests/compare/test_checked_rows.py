"""Rows of the tables of what is known that were looked up: the tables say what the reference says."""

from __future__ import annotations

from tanik.core.tables import read_rows


def _rows(table: str) -> dict[str, dict[str, str]]:
    if table == "offices.csv":
        return {f"{row['person']}; {row['office']}": row for row in read_rows("tanik.compare", table)}
    return {row["name"]: row for row in read_rows("tanik.facts", table)}


def test_what_was_looked_up_stands_in_the_tables() -> None:
    checked = read_rows("tanik.facts", "checked.csv")
    assert len(checked) >= 100
    for one in checked:
        told = _rows(one["table"])[one["row"]][one["column"]]
        assert told.startswith(one["value"]), one
        assert one["source"], one


def test_nothing_is_looked_up_twice() -> None:
    keys = [(one["table"], one["row"], one["column"]) for one in read_rows("tanik.facts", "checked.csv")]
    assert len(keys) == len(set(keys))
