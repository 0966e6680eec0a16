"""`tanik trace --explain`: the stages' results after the result, in both languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Tanik = Callable[..., Any]
_TEXT = "Kışlık odunu derenin öte yakasına yığdık, kızaklar gelince taşıyacağız."
_QUOTED = "odunu derenin öte yakasına yığdık"


@pytest.fixture(scope="module")
def woods(tanik: Tanik, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of one invented note."""
    folder = tmp_path_factory.mktemp("woods")
    source = folder / "notes.jsonl"
    source.write_text(json.dumps({"id": "n1", "text": _TEXT}, ensure_ascii=False) + "\n", encoding="utf-8")
    ran = tanik("library", "add", source, "--collection", "notes", "--library", folder / "library")
    assert ran.status == 0, ran.err
    return folder / "library"


@pytest.mark.parametrize(
    ("lang", "heading", "nothing"),
    [("tr", "Zincirler, en ağırı önce", "Zincir yok"), ("en", "Chains, the weightiest first", "No chains")],
)
def test_chains_come_after_the_result(tanik: Tanik, woods: Path, lang: str, heading: str, nothing: str) -> None:
    plain = tanik("trace", _QUOTED, "--library", woods, "--lang", lang)
    told = tanik("trace", _QUOTED, "--explain", "--library", woods, "--lang", lang)
    assert told.status == 0, told.err
    assert told.out.startswith(plain.out)
    after = told.out[len(plain.out) :]
    assert heading in after
    assert "notes:n1" in after
    assert "odunu derenin ote yakasina yigdik @ 1" in after
    foreign = tanik("trace", "güvercinler minareden havalandı", "--explain", "--library", woods, "--lang", lang)
    assert nothing in foreign.out


def test_explain_goes_with_text_alone(tanik: Tanik, woods: Path) -> None:
    ran = tanik("trace", _QUOTED, "--explain", "--format", "json", "--library", woods)
    assert ran.status == 2
    assert "--explain" in ran.err


def test_help_tells_of_it(tanik: Tanik) -> None:
    assert "--explain" in tanik("trace", "--help").out
