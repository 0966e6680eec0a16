"""The ledger as JSON and as a table."""

from __future__ import annotations

import csv
import io

import pytest

from tanik.compare.model import Ledger, LedgerLine, LedgerTotal, StatementRef
from tanik.dossier.export.tables import to_ledger
from tanik.dossier.json_read import from_json
from tanik.dossier.json_write import to_json
from tanik.dossier.ledger import read_ledger, write_ledger
from tanik.examine import Input, examine

PAGE = """Un defteri

9 Nisan 1921'de Ankara Kemaliye'ye 25 ton un gönderdi. 8 Mayıs 1921'de Ankara Kars'tan 3.000 lira istedi."""


def test_a_ledger_read_back_is_the_ledger_written() -> None:
    ref = StatementRef("p1", 3)
    line = LedgerLine("asked", ref, value=2.5, unit="t", giver="Kars", polarity="denied", modality="reported")
    ledger = Ledger((line,), (LedgerTotal("sent", None, "t", 4.0, (ref, ref), receiver="Kars"),))
    assert read_ledger(write_ledger(ledger)) == ledger
    assert read_ledger(None) == Ledger()
    with pytest.raises(KeyError):
        read_ledger({"lines": []})


def test_the_dossier_carries_the_ledger_and_its_table() -> None:
    dossier = examine([Input("a.txt", PAGE.encode())], None)
    assert from_json(to_json(dossier)) == dossier
    rows = list(csv.DictReader(io.StringIO(to_ledger(dossier).removeprefix("\ufeff"), newline="")))
    assert [(row["stage"], float(row["value"]), row["unit"]) for row in rows] == [
        ("sent", 25.0, "t"),
        ("asked", 3000.0, "lira"),
    ]
    told = {f"p1-s{at}": one.text for at, one in enumerate(dossier.pages[0].facts.statements, 1)}
    assert all(row["text"] in told[row["statement"]] for row in rows)


def test_a_page_without_deals_has_no_ledger() -> None:
    assert "ledger" not in to_json(examine([Input("a.txt", "Bahçe güzeldi.".encode())], None))
