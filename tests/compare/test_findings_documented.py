"""Every rule that a finding can name is told in the documentation, and the documentation names no other."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "findings.md"
KINDS = (
    r"(?:quotation|rendering|date|number|sum|age|duration|source|deed|victory|surname|title|founding|treaty|office|body"
    r"|battle|cites|place|death|arrival|answer|years)"
)
OTHERS = r"(?:alphabet|event|shipment|words|page|passage|saying|counts|reply|unit|account)"


@pytest.fixture(scope="module")
def rules() -> set[str]:
    table = files("tanik.dossier").joinpath("data", "findings.toml").read_text(encoding="utf-8")
    return set(tomllib.loads(table))


def told() -> set[str]:
    """The rules in the documentation's table; "each with `-several`" stands for three."""
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    found: set[str] = set()
    for row in rows:
        named = set(re.findall(rf"`({KINDS}-[a-z-]+|{OTHERS}-[a-z-]+)`", row))
        found |= named | {f"{one}-several" for one in named if "each with `-several`" in row}
    return found


def test_every_rule_is_documented(rules: set[str]) -> None:
    assert rules - told() == set()


def test_no_other_rule_is_documented(rules: set[str]) -> None:
    assert told() - rules == set()
