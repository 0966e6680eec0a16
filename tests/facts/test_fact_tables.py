"""Rows of the room's tables have a source and stand once; the examples of weekdays are days of that name."""

from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from tanik.facts.dates.explained import explain_date
from tanik.facts.names.tables import key_of
from tanik.facts.tables import rows

TABLES = sorted(one.name for one in files("tanik.facts").joinpath("data").iterdir() if one.name.endswith(".csv"))
SOURCED = [name for name in TABLES if "source" in rows(name)[0]]


def test_most_tables_have_a_column_of_sources() -> None:
    assert "date_words.csv" in SOURCED
    assert len(SOURCED) > len(TABLES) // 2


@pytest.mark.parametrize("name", SOURCED)
def test_every_row_has_its_source(name: str) -> None:
    assert [row for row in rows(name) if not row["source"].strip()] == []


@pytest.mark.parametrize("name", TABLES)
def test_no_row_stands_twice(name: str) -> None:
    said = Counter(tuple(row[column] for column in row if column not in ("example", "source")) for row in rows(name))
    assert [one for one, times in said.items() if times > 1] == []


def test_no_form_is_two_peoples() -> None:
    bearers: dict[tuple[str, ...], set[str]] = {}
    for row in rows("people.csv"):
        for form in (row["name"], *filter(None, row["aliases"].split(";"))):
            bearers.setdefault(key_of(form), set()).add(row["name"])
    assert [names for names in bearers.values() if len(names) > 1] == []


@pytest.mark.parametrize("row", [row for row in rows("date_words.csv") if row["role"] == "weekday"], ids=str)
def test_the_example_of_a_weekday_fell_on_it(row: dict[str, str]) -> None:
    found = explain_date(row["example"], date(2026, 1, 1))
    assert str(found.weekday) == row["value"]
    assert "weekday.differs" not in [reason.code for reason in found.reasons]
