"""Rows of the tables of what is known that were looked up: the tables say what the reference says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tanik.core.tables import read_rows


def _rows(table: str) -> dict[str, dict[str, str]]:
    if table == "terms.csv":
        return {f"{row['person']}; {row['post']}; {row['begin']}": row for row in read_rows("tanik.facts", table)}
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


def test_a_user_may_vouch_for_a_date(tmp_path: Path) -> None:
    """Tables are read once a process, so this takes one of its own."""
    (tmp_path / "organisations.csv").write_text("name,founded\nKuzukent Su Birliği,1931-05-02\n", encoding="utf-8")
    asked = "from tanik.compare.known import bodies; print(bodies()['Kuzukent Su Birliği'].checked)"
    answers = []
    for row in ("", "organisations.csv,Kuzukent Su Birliği,founded,1931,defter\n"):
        (tmp_path / "checked.csv").write_text(f"table,row,column,value,source\n{row}", encoding="utf-8")
        run = subprocess.run(
            [sys.executable, "-c", asked],
            env={**os.environ, "TANIK_TABLES": str(tmp_path), "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=True,
        )
        answers.append(run.stdout.strip())
    assert answers == ["False", "True"]
