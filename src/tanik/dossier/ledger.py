"""The ledger as JSON and as a table: asked, offered, promised, sent, arrived, used.

Comes in: the ledger of a comparison. Goes out: JSON and back, and rows for a spreadsheet. A line is a statement's and
points to it; a table line has the words of the page beside their meaning, so that it can be checked by eye.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from tanik.compare.model import Ledger, LedgerLine, LedgerTotal, StatementRef
from tanik.dossier.model import Dossier

__all__ = ["ledger_csv", "ledger_rows", "read_ledger", "write_ledger"]

Json = dict[str, Any]
_LINE = (
    "thing",
    "amount",
    "value",
    "unit",
    "bound",
    "giver",
    "receiver",
    "when",
    "source",
    "polarity",
    "modality",
    "event",
)
_COLUMNS = ("stage", *_LINE, "page", "page_title", "start", "end", "text", "citations")


def write_ledger(ledger: Ledger) -> Json:
    """The ledger as it stands in a dossier; what a line does not tell is left out.

    >>> line = LedgerLine("sent", StatementRef("p1", 0), thing="un", value=3.0, unit="count")
    >>> write_ledger(Ledger((line,)))["lines"][0]["stage"], read_ledger(write_ledger(Ledger((line,)))).lines == (line,)
    ('sent', True)
    """
    return {
        "lines": [_line(line) for line in ledger.lines],
        "totals": [_total(total) for total in ledger.totals],
    }


def _line(line: LedgerLine) -> Json:
    told = {name: getattr(line, name) for name in _LINE}
    kept = {name: value for name, value in told.items() if value is not None}
    return {"stage": line.stage, "statement": _ref(line.statement), **kept}


def _total(total: LedgerTotal) -> Json:
    told = {"thing": total.thing, "giver": total.giver, "receiver": total.receiver}
    kept = {name: value for name, value in told.items() if value is not None}
    refs = [_ref(ref) for ref in total.statements]
    return {"stage": total.stage, "unit": total.unit, "value": total.value, "statements": refs, **kept}


def _ref(ref: StatementRef) -> Json:
    return {"page": ref.page, "index": ref.index}


def read_ledger(data: Json | None) -> Ledger:
    """The ledger that `data` tells; an empty one where there is none. Raises ``KeyError`` for anything else."""
    if data is None:
        return Ledger()
    lines = tuple(_read_line(row) for row in data["lines"])
    totals = tuple(
        LedgerTotal(
            row["stage"],
            row.get("thing"),
            row["unit"],
            float(row["value"]),
            tuple(_read_ref(ref) for ref in row["statements"]),
            row.get("giver"),
            row.get("receiver"),
        )
        for row in data["totals"]
    )
    return Ledger(lines, totals)


def _read_line(row: Json) -> LedgerLine:
    told: Json = {name: row[name] for name in _LINE if name in row}
    if "value" in told:
        told["value"] = float(told["value"])
    return LedgerLine(row["stage"], _read_ref(row["statement"]), **told)


def _read_ref(data: Json) -> StatementRef:
    return StatementRef(data["page"], data["index"])


def ledger_rows(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    """The ledger's table: first the names of the columns, then a row a line, in order of page and place.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> next(ledger_rows(made))[:4]
    ('stage', 'thing', 'amount', 'value')
    """
    yield _COLUMNS
    reports = {report.page.id: report for report in dossier.pages}
    for line in dossier.comparison.ledger.lines:
        report = reports[line.statement.page]
        statement = report.facts.statements[line.statement.index]
        cited = "; ".join(" ".join(report.facts.citations[at].text.split()) for at in statement.citations)
        told = (getattr(line, name) for name in _LINE)
        yield (
            line.stage,
            *(_cell(value) for value in told),
            line.statement.page,
            report.page.title or report.page.source.label,
            str(statement.span.start),
            str(statement.span.end),
            " ".join(statement.text.split()),
            cited,
        )


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return f"{value:.12g}" if isinstance(value, float) else " ".join(value.split())


def ledger_csv(dossier: Dossier) -> str:
    """The table as CSV (RFC 4180): comma, double quotes, CRLF.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> ledger_csv(made).startswith("stage,thing,amount")
    True
    """
    out = io.StringIO()
    csv.writer(out).writerows(ledger_rows(dossier))
    return out.getvalue()
