"""Plain sentences in fields of verbs: what is found and filled as answered may only rise."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from .bank import Figures, passages_of, score

_BANK = Path(__file__).parent / "sentence_bank"
_FLOORS: dict[str, dict[str, float]] = tomllib.loads((_BANK / "floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(path.stem for path in _BANK.glob("*.txt")))
def test_plain_sentences(name: str) -> None:
    figures = Figures()
    for passage in passages_of(_BANK / f"{name}.txt"):
        score(passage, figures)
    floors = {key: value for key, value in _FLOORS[name].items() if not key.startswith("first_")}
    assert {key: round(figures.shares[key], 3) for key in floors if figures.shares[key] < floors[key]} == {}
