"""The ledger as JSON and back: asked, offered, promised, sent, arrived, used.

Comes in: the ledger of a comparison, or its JSON. Goes out: the other. A line is a statement's and points to it. Its
table for a spreadsheet is one of `tanik.dossier.export.tables`.
"""

from __future__ import annotations

from typing import Any

from tanik.compare.model import Ledger, LedgerLine, LedgerTotal, StatementRef

__all__ = ["read_ledger", "write_ledger"]

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
