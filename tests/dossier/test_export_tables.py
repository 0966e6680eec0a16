"""Tables: CSV that no spreadsheet takes for a formula, Parquet that pyarrow reads back value for value."""

from __future__ import annotations

import builtins
import csv
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.compare.model import Ledger, LedgerLine, LedgerTotal, StatementRef
from tanik.dossier.export.tables import Table, tables, to_csv, to_parquet
from tanik.dossier.model import Dossier
from tanik.errors import UsageError

from .hostile import make_hostile

_FORMULAS = ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "=HYPERLINK(\"https://example.org\")",
             "\ufeff=1", "＝1+1", "=cmd|' /C calc'!A0", "\xa0@x"]  # fmt: skip


def _read(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_table_has_a_row_a_thing(sample: Dossier) -> None:
    made = {table.name: table for table in tables(sample)}
    facts = [report.facts for report in sample.pages]
    traces = [t for report in sample.pages for t in report.traces if t is not None]
    traces += [passage.trace for report in sample.pages for passage in report.passages]
    assert len(made["pages"].rows) == len(sample.pages)
    assert len(made["statements"].rows) == sum(len(found.statements) for found in facts)
    assert len(made["amounts"].rows) == sum(len(found.amounts) for found in facts)
    assert len(made["quotations"].rows) == sum(len(found.quotations) for found in facts)
    assert len(made["matches"].rows) == sum(len(trace.matches) for trace in traces)
    assert len(made["differences"].rows) == sum(len(m.differences) for trace in traces for m in trace.matches)
    assert len(made["witnesses"].rows) == len(sample.witnesses)
    assert {row[1] for row in made["findings"].rows} == {f"f{n}" for n in range(1, len(sample.comparison.findings) + 1)}


def test_offsets_read_the_words_back(sample: Dossier) -> None:
    texts = {report.page.id: report.page.text for report in sample.pages}
    seen = 0
    for table in tables(sample):
        names = [name for name, _ in table.columns]
        if {"page", "start", "end", "text"} <= set(names):
            for row in table.rows:
                told = dict(zip(names, row, strict=True))
                if told["start"] is not None:
                    assert texts[str(told["page"])][told["start"] : told["end"]] == told["text"]  # type: ignore[misc]
                    seen += 1
    assert seen > 40


def test_rows_point_at_rows(sample: Dossier) -> None:
    made = {table.name: [dict(zip([n for n, _ in table.columns], row, strict=True)) for row in table.rows]
            for table in tables(sample)}  # fmt: skip
    known = {row["statement"] for row in made["statements"]}
    assert {row["statement"] for row in made["roles"]} <= known
    assert {row["statement"] for row in made["events"]} <= known
    amounts = {row["amount"] for row in made["amounts"]}
    assert {name for row in made["statements"] for name in str(row["amounts"]).split()} <= amounts
    assert {row["match"] for row in made["differences"]} <= {row["match"] for row in made["matches"]}


def test_csv_comes_back(sample: Dossier) -> None:
    files = to_csv(sample)
    for table in tables(sample):
        rows = _read(files[f"{table.name}.csv"])
        assert len(rows) == len(table.rows)
        for row in rows:
            assert list(row) == [name for name, _ in table.columns]


@pytest.mark.parametrize("payload", _FORMULAS)
def test_no_cell_is_a_formula(payload: str) -> None:
    for content in to_csv(make_hostile(payload)).values():
        for row in _read(content):
            for name, cell in row.items():
                bare = cell.lstrip(" \xa0\ufeff\t\r\n")
                assert not bare.startswith(("=", "+", "@", "＝")), (name, cell)
                assert not cell.startswith("-") or cell.lstrip("-").replace(".", "").isdigit()


def test_a_negative_number_stays_one() -> None:
    from tanik.dossier.export import tables as module

    table = Table("t", (("a", float), ("b", str)), ((-1.5, "-1.5"),))
    assert module._csv(table) == "a,b\r\n-1.5,'-1.5\r\n"


def _parquet(content: bytes) -> Any:
    import pyarrow.parquet as pq

    return pq.read_table(BytesIO(content))


def test_parquet_comes_back_value_for_value(sample: Dossier) -> None:
    files = to_parquet(sample)
    for table in tables(sample):
        read = _parquet(files[f"{table.name}.parquet"])
        assert read.column_names == [name for name, _ in table.columns]
        rows = [tuple(row[name] for name, _ in table.columns) for row in read.to_pylist()]
        assert rows == list(table.rows)
        assert read.schema.metadata[b"tanik"] == sample.version.encode()


@settings(max_examples=12, deadline=None)
@given(st.text(min_size=1, max_size=12))
def test_any_words_stand_in_both(payload: str) -> None:
    dossier = make_hostile(payload)
    files = to_parquet(dossier)
    for name, content in to_csv(dossier).items():
        assert _parquet(files[name.replace(".csv", ".parquet")]).num_rows == len(_read(content))


def test_without_pyarrow_it_says_what_to_install(sample: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[..., Any] = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == "pyarrow":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(UsageError, match=r"tanik\[parquet\]"):
        to_parquet(sample)


def test_the_ledger_has_its_lines_and_its_sums(sample: Dossier) -> None:
    line = LedgerLine("sent", StatementRef("p1", 0), "kömür", "45 vagon", 45.0, "wagon", "exact", "Kurul", "Örnekköy")
    total = LedgerTotal("sent", "kömür", "wagon", 45.0, (StatementRef("p1", 0),), "Kurul", "Örnekköy")
    kept = replace(sample.comparison, ledger=Ledger((line,), (total,)))
    files = to_csv(replace(sample, comparison=kept))
    (row,) = _read(files["ledger.csv"])
    assert (row["statement"], row["stage"], row["value"], row["receiver"]) == ("p1-s1", "sent", "45.0", "Örnekköy")
    (row,) = _read(files["ledger_totals.csv"])
    assert (row["value"], row["unit"], row["statements"]) == ("45.0", "wagon", "p1-s1")


def test_a_row_of_another_length_is_no_table() -> None:
    with pytest.raises(ValueError, match="2 cells for 1 columns"):
        Table("t", (("a", str),), (("x", "y"),))
