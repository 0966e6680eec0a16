"""Lists under an announcing line: what their items tell, and that other lists tell nothing (pages of our own)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tanik.facts.model import Facts, Statement
from tanik.facts.read import read
from tanik.page.read import read as read_page

_PAGES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("listed_pages.toml").read_text(encoding="utf-8"))[
    "page"
]


def _facts(page: dict[str, Any]) -> tuple[str, Facts]:
    found = read_page(page["text"].strip().encode(), path=page["name"])
    return found.text, read(found, fast=True)


def _row(one: Statement) -> list[str]:
    roles = dict(reversed(one.roles))
    named = [roles[place].name or roles[place].text if place in roles else "" for place in ("subject", "recipient")]
    thing = roles["object"].text if "object" in roles else ""
    return [one.action or "", *named, thing, one.when or "", one.attributed_to or ""]


@pytest.mark.parametrize("page", _PAGES, ids=[page["name"] for page in _PAGES])
def test_items_tell_what_their_head_announces(page: dict[str, Any]) -> None:
    text, facts = _facts(page)
    told = [_row(one) for one in facts.statements if one.rule == "statement-listed"]
    assert told == page["tells"]
    assert all(one.span.of(text) == one.text for one in facts.statements)
