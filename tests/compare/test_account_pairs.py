"""Forty pairs of accounts told by two pages: how the slots stand, and which are no event together."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tanik.compare.model import Examined
from tanik.compare.run import run

from .planted_pages import examined

PAIRS = tomllib.loads((Path(__file__).parent / "account_pairs.toml").read_text(encoding="utf-8"))["pair"]


def stand(pair: dict[str, str]) -> str | None:
    """How the slot of a pair stands, `none` where its accounts are no event together."""
    pages: list[Examined] = [examined(f"Sayfa {key}\n\n{pair[key]}", key, fast=True) for key in ("one", "other")]
    events = [event for event in run(pages).events if len({ref.page for ref in event.statements}) == 2]
    if not events:
        return "none"
    (event,) = events
    if pair["slot"] in event.agree:
        return "agree"
    return next((conflict.verdict.value for conflict in event.conflicts if conflict.on == pair["slot"]), None)


def test_there_are_forty_pairs() -> None:
    assert len(PAIRS) >= 40
    assert {pair.get("verdict", "none") for pair in PAIRS} == {
        "agree", "compatible", "differs_in_scope", "contradicts", "not_comparable", "none",
    }  # fmt: skip


@pytest.mark.parametrize("number", range(len(PAIRS)))
def test_two_accounts_stand_as_they_must(number: int) -> None:
    pair = PAIRS[number]
    assert stand(pair) == pair.get("verdict", "none"), pair
