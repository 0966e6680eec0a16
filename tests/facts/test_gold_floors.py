"""Dates and amounts on the development pages: F1 may only rise."""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tanik.facts.amounts.find import find_amounts
from tanik.facts.citations.find import find_citations
from tanik.facts.dates.find import find_dates
from tanik.page.model import Page
from tanik.page.read import read

DATES_FLOOR = 0.97
AMOUNTS_FLOOR = 0.97


def _score(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _pages(shared: Path) -> list[tuple[dict[str, Any], Page]]:
    gold = [json.loads(line) for line in (shared / "gold" / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    pairs = []
    for item in gold:
        folder = shared / "gold" / "pages"
        path = next(p for p in (folder / f"{item['id']}.html", folder / f"{item['id']}.txt") if p.exists())
        pairs.append((item, read(path.read_bytes(), path=str(path))))
    return pairs


def _f1(shared: Path, layer: str, find: Callable[[Page], list[dict[str, Any]]]) -> float:
    score = _score(shared)
    right = missed = wrong = 0
    for item, page in _pages(shared):
        hits, lost, extra = score.match_layer(layer, page.text, item[layer], find(page))
        right, missed, wrong = right + hits, missed + len(lost), wrong + len(extra)
    return 2 * right / (2 * right + missed + wrong)


def test_dates(shared: Path) -> None:
    def find(page: Page) -> list[dict[str, Any]]:
        return [{"start": d.span.start, "end": d.span.end, "edtf": d.edtf} for d in find_dates(page)]

    assert _f1(shared, "dates", find) >= DATES_FLOOR


def test_amounts(shared: Path) -> None:
    def find(page: Page) -> list[dict[str, Any]]:
        dates = find_dates(page)
        found = find_amounts(page, dates, find_citations(page, dates))
        return [{"start": a.span.start, "end": a.span.end, "value": a.value, "unit": a.unit} for a in found]

    assert _f1(shared, "amounts", find) >= AMOUNTS_FLOOR


@pytest.mark.parametrize("times", [10])
def test_cost_grows_no_faster_than_the_text(
    shared: Path, times: int, work: Callable[[Callable[[], object]], int]
) -> None:
    page = next(page for item, page in _pages(shared) if item["id"] == "d31")

    def cost(text: str) -> int:
        whole = Page("p", page.source, text, (), language="tr")
        return work(lambda: find_amounts(whole, find_dates(whole), ()))

    cost(page.text)
    assert cost(page.text * times) < 1.1 * times * cost(page.text)


def test_damaged_pages_are_read(shared: Path) -> None:
    """Every page with one character in a hundred replaced: no exception, and spans read back."""
    chance = random.Random(7)
    for _, page in _pages(shared):
        letters = list(page.text)
        for place in chance.sample(range(len(letters)), len(letters) // 100):
            letters[place] = chance.choice("?›¤\ufffdßI 0./'-é²")
        damaged = replace(page, text="".join(letters))
        dates = find_dates(damaged)
        for found in (*dates, *find_amounts(damaged, dates, ())):
            assert found.span.of(damaged.text) == found.text
