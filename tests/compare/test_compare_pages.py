"""Comparing real pages and the development pages: what must be found there, and how few alarms may be false."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from tanik.compare.model import Comparison, Examined, FindingKind
from tanik.compare.run import run
from tanik.facts.model import Modality
from tanik.facts.read import read as read_facts
from tanik.page.read import read


def _rules(comparison: Comparison) -> set[str]:
    return {finding.rule for finding in comparison.findings}


def _check(path: Path, identifier: str) -> Examined:
    made = replace(read(path.read_bytes(), path=str(path)), id=identifier)
    facts = read_facts(made)
    return Examined(made, facts, tuple(None for _ in facts.quotations))


def test_the_aid_page(shared: Path) -> None:
    one = _check(next((shared / "pages").glob("000*")), "aid")
    found = run((one,))
    assert len(one.facts.statements) >= 10
    (told,) = [finding for finding in found.findings if finding.rule == "shipment-told-twice"]
    assert {"kerosin", "yağ"} <= set(dict(told.details)["things"].split())
    assert "1921-03-23" in dict(told.details)["dates"]
    assert {"page-unsourced", "victory-too-early", "office-too-early"} <= _rules(found)
    ledger = [(line.stage, line.value, line.unit, line.when) for line in found.ledger.lines]
    assert ledger.count(("sent", 30.0, "tank_wagon", "1921-03-23")) == 1
    assert ("promised", 3.0, "wagon", "1921-05") in ledger
    assert ("sent", 500.0, "kg", "1921-03-17") in ledger
    assert ("used", 200.0, "kg", None) in ledger  # when it was used the page does not say
    assert [stage for stage, value, _, when in ledger if when == "1921" and value is None] == ["asked"]
    asked = {line.statement for line in found.ledger.lines if line.stage == "asked"}
    assert not any(asked <= set(event.statements) for event in found.events)


def test_the_letter_page(shared: Path) -> None:
    one = _check(next((shared / "pages").glob("002*")), "letter")
    conditional = [made for made in one.facts.statements if made.modality is Modality.CONDITIONAL]
    assert any(made.action == "promise" for made in conditional)
    golds = [
        made for made in one.facts.statements if any(one.facts.amounts[i].unit == "gold_lira" for i in made.amounts)
    ]
    assert [made.action for made in golds] == ["request"]
    found = run((one,))
    assert "title-question" in _rules(found)
    assert {line.stage for line in found.ledger.lines if line.unit == "gold_lira"} == {"asked"}


def test_false_alarms_on_the_development_pages(shared: Path) -> None:
    """At most one contradiction, sum or chronology finding on pages none of which was written to have one."""
    folder = shared / "gold" / "pages"
    lines = (shared / "gold" / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    ids = [json.loads(line)["id"] for line in lines]
    pages = [_check(next(folder.glob(f"{identifier}.*")), identifier) for identifier in ids]
    loud = (FindingKind.CONFLICT, FindingKind.ARITHMETIC, FindingKind.ANACHRONISM)
    assert len([finding for finding in run(pages).findings if finding.kind in loud]) <= 1
