"""Seventy-two sets of accounts told by two or three pages: how the slots stand, and which are no event together."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tanik.compare.model import Event, Examined
from tanik.compare.run import run

from .planted_pages import examined

FILES = ("account_pairs", "account_pairs_second")
PAIRS = [
    pair
    for name in FILES
    for pair in tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))["pair"]
]


def together(pair: dict[str, str]) -> list[Event]:
    """The events to which every page of a set belongs."""
    told = [key for key in ("one", "third", "other") if key in pair]
    pages: list[Examined] = [examined(f"Sayfa {key}\n\n{pair[key]}", key, fast=True) for key in told]
    return [event for event in run(pages).events if len({ref.page for ref in event.statements}) == len(told)]


def stand(pair: dict[str, str]) -> str | None:
    """How the slot of a set stands, `none` where its accounts are no event together."""
    events = together(pair)
    if not events:
        return "none"
    (event,) = events
    if pair["slot"] in event.agree:
        return "agree"
    return next((conflict.verdict.value for conflict in event.conflicts if conflict.on == pair["slot"]), None)


def test_there_are_seventy_two_sets() -> None:
    assert len(PAIRS) >= 72
    assert {pair.get("verdict", "none") for pair in PAIRS} == {
        "agree", "compatible", "differs_in_scope", "contradicts", "not_comparable", "none",
    }  # fmt: skip


@pytest.mark.parametrize("number", range(len(PAIRS)))
def test_two_accounts_stand_as_they_must(number: int) -> None:
    pair = PAIRS[number]
    assert stand(pair) == pair.get("verdict", "none"), pair


@pytest.mark.parametrize("number", [at for at, pair in enumerate(PAIRS) if "independent" in pair])
def test_copies_count_once(number: int) -> None:
    (event,) = together(PAIRS[number])
    assert event.independent == PAIRS[number]["independent"]
