"""The dossier as tables: CSV for a spreadsheet, Parquet for a database or a notebook.

Comes in: a dossier. Goes out: a table a kind of thing, joined by the ids in their first columns (`page`, `statement`,
`quotation`, `match`); every row that stands in a page has `start` and `end` in code points of its text. Values stay
what they are (numbers, EDTF dates, the schema's English words), so that the tables of a Turkish and of an English
dossier can be laid one under the other.

In CSV a text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"); Parquet
has types, and its text is as it was.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from tanik.dossier.export import table_rows as rows
from tanik.dossier.export.table_rows import Cell
from tanik.dossier.model import Dossier, PageReport
from tanik.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Table", "tables", "to_csv", "to_ledger", "to_parquet"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
# Spreadsheets look behind white space too, and take full-width signs for plain ones.
_WIDE = str.maketrans("＝＋－＠", "=+-@")


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns with their types (``str``, ``int``, ``float``, ``bool``), and its rows."""

    name: str
    columns: tuple[tuple[str, type], ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"table {self.name}: a row has {len(row)} cells for {len(self.columns)} columns")


def tables(dossier: Dossier) -> tuple[Table, ...]:
    """All tables of `dossier`, those without rows too: whoever reads them finds the columns.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> [table.name for table in tables(made)][:4]
    ['pages', 'statements', 'roles', 'amounts']
    """
    return tuple(
        Table(name, _columns(columns), tuple(tuple(row) for row in make(dossier)))
        for name, columns, make in rows.TABLES
    )


def _columns(told: str) -> tuple[tuple[str, type], ...]:
    types: dict[str, type] = {"": str, "int": int, "float": float, "bool": bool}
    pairs = (column.partition(":") for column in told.split())
    return tuple((name, types[kind]) for name, _, kind in pairs)


def to_csv(dossier: Dossier) -> dict[str, bytes]:
    """The tables as CSV, a file a table: UTF-8 with a byte order mark (Excel asks for it), RFC 4180.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> to_csv(made)["amounts.csv"].decode("utf-8-sig").split(",")[:3]
    ['page', 'amount', 'start']
    """
    return {f"{table.name}.csv": _csv(table).encode("utf-8-sig") for table in tables(dossier)}


def to_ledger(dossier: Dossier) -> str:
    """The ledger alone, one CSV for a spreadsheet: the table's columns, then the page each line comes from.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> to_ledger(made).split(",")[2:5]
    ['stage', 'thing', 'text']
    """
    (table,) = (table for table in tables(dossier) if table.name == "ledger")
    sources = {report.page.id: _source(report) for report in dossier.pages}
    columns = (*table.columns, ("page_title", str), ("page_published", str), ("page_source", str))
    rows = tuple((*row, *sources.get(str(row[0]), (None, None, None))) for row in table.rows)
    return "\ufeff" + _csv(Table("ledger", columns, rows))


def _source(report: PageReport) -> tuple[str | None, str | None, str]:
    return report.page.title, report.page.published, report.page.source.label


def _csv(table: Table) -> str:
    sink = StringIO()
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(name for name, _ in table.columns)
    writer.writerows([_told(cell) for cell in row] for row in table.rows)
    return sink.getvalue()


def _told(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        text = cell.replace("\x00", "\u2400")
        return f"'{text}" if text.lstrip(" \xa0\ufeff").translate(_WIDE).startswith(_FORMULA) else text
    return cell


def to_parquet(dossier: Dossier) -> dict[str, bytes]:
    """The tables as Parquet, a file a table, each with the dossier's provenance in its metadata.

    Raises ``UsageError`` where pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: pip install 'tanik[parquet]'") from error
    made = {}
    for table in tables(dossier):
        sink = BytesIO()
        pq.write_table(
            _arrow(pa.schema(_fields(table), metadata=_provenance(dossier)), table), sink, compression="zstd"
        )
        made[f"{table.name}.parquet"] = sink.getvalue()
    return made


def _fields(table: Table) -> Iterator[tuple[str, pa.DataType]]:
    import pyarrow as pa

    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    for name, kind in table.columns:
        yield name, types[kind]


def _arrow(schema: pa.Schema, table: Table) -> pa.Table:
    import pyarrow as pa

    columns = [list(column) for column in zip(*table.rows, strict=True)] or [[] for _ in table.columns]
    arrays = [pa.array(_passable(column), type=field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def _passable(column: Sequence[Cell]) -> Iterable[Cell]:
    """Half characters, which no UTF-8 can hold, become the sign for what cannot be shown."""
    return [c.encode("utf-8", "replace").decode() if isinstance(c, str) and not _is_whole(c) else c for c in column]


def _is_whole(text: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _provenance(dossier: Dossier) -> dict[str, str]:
    library = dossier.library
    return {
        "tanik": dossier.version,
        "created": dossier.created,
        "as_of": dossier.as_of,
        "library_sha256": library.digest if library is not None else "",
    }
