"""The development pages, from bytes to dossier, scored as users score them: no figure may fall under its floor."""

from __future__ import annotations

import importlib.util
import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

_FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def score(shared: Path) -> ModuleType:
    """The scoring program that lies beside the development pages."""
    spec = importlib.util.spec_from_file_location("shared_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["shared_score"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def measured(tanik: Callable[..., Any], score: ModuleType, shared: Path, speeches: Path) -> dict[str, float]:
    """F1 of each layer, and the share right of everything else, over all development pages in one dossier."""
    golds = [json.loads(line) for line in (shared / "gold" / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    paths = [next((shared / "gold" / "pages").glob(f"{gold['id']}.*")) for gold in golds]
    ran = tanik("check", *paths, "--library", speeches, "--format", "json")
    assert ran.status == 0, ran.err
    layers: dict[str, list[int]] = {name: [0, 0, 0] for name in score.LAYERS}
    tally: dict[str, list[int]] = {}
    for gold, page in zip(golds, json.loads(ran.out)["pages"], strict=True):
        page["comments"] = [segment for segment in page["segments"] if segment["kind"] == "comment"]
        for name in score.LAYERS:
            hits, missed, wrong = score.match_layer(name, page["text"], gold.get(name) or [], page.get(name) or [])
            found = (hits, len(missed), 0 if name in (gold.get("open") or ()) else len(wrong))
            layers[name] = [a + b for a, b in zip(layers[name], found, strict=True)]
        score.particulars(gold, page, tally)
        for statement in gold.get("statements") or []:
            right, asked = score.slots(statement, page["text"], page)
            slots = tally.setdefault("slots", [0, 0])
            slots[0], slots[1] = slots[0] + right, slots[1] + asked
    figures = {name: 2 * hit / max(2 * hit + miss + wrong, 1) for name, (hit, miss, wrong) in layers.items()}
    return figures | {name: right / asked for name, (right, asked) in tally.items()}


@pytest.mark.parametrize(("what", "floor"), [*_FLOORS["f1"].items(), *_FLOORS["share"].items()])
def test_no_figure_falls_under_its_floor(measured: dict[str, float], what: str, floor: float) -> None:
    assert measured[what] >= floor
