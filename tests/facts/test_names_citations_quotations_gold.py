"""Measured quality on the shared development pages: names, citations, quotations, speakers, forms. Floors only rise."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tanik.facts.citations.find import find_citations
from tanik.facts.dates.find import find_dates
from tanik.facts.names.find import find_names
from tanik.facts.quotations.find import find_quotations
from tanik.page.read import read

_FLOORS = {"names": 0.95, "citations": 0.98, "quotations": 0.98}
_SHARES = {"names name": 0.97, "speaker": 0.86, "quotation form": 0.94}


def _scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _shown(found: object, *fields: str) -> dict[str, Any]:
    span = found.span  # type: ignore[attr-defined]
    values = {name: getattr(found, name) for name in (*fields, "text")}
    return {"start": span.start, "end": span.end, **{k: str(v) if v is not None else None for k, v in values.items()}}


def _pages(shared: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for line in (shared / "gold" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        path = next(iter((shared / "gold" / "pages").glob(f"{gold['id']}.*")))
        page = read(path.read_bytes(), path=path.name)
        citations = find_citations(page, find_dates(page))
        names = find_names(page, citations)
        quotations = find_quotations(page, names, citations)
        found = {
            "text": page.text,
            "names": [_shown(name, "kind", "name") for name in names],
            "citations": [_shown(citation, "kind", "year") for citation in citations],
            "quotations": [_shown(quotation, "speaker", "form") for quotation in quotations],
        }
        yield {key: gold[key] for key in _FLOORS if gold.get(key)}, found


@pytest.mark.slow
def test_quality_does_not_fall(shared: Path) -> None:
    score = _scorer(shared)
    totals = {layer: [0, 0, 0] for layer in _FLOORS}
    tally: dict[str, list[int]] = {}
    for gold, found in _pages(shared):
        for layer in _FLOORS:
            hits, missed, wrong = score.match_layer(layer, found["text"], gold.get(layer, []), found[layer])
            for index, count in enumerate((hits, len(missed), len(wrong))):
                totals[layer][index] += count
        score.particulars(gold, found, tally)
    for layer, (right, missed_count, wrong_count) in totals.items():
        assert 2 * right / (2 * right + missed_count + wrong_count) >= _FLOORS[layer], layer
    for name, floor in _SHARES.items():
        assert tally[name][0] / tally[name][1] >= floor, name
