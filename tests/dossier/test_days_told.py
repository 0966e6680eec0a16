"""A day that a statement took from another sentence is marked, in every form, with the way back to where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tanik import check
from tanik.dossier.json import to_json


@pytest.fixture
def told(tmp_path: Path) -> Callable[[str], Any]:
    def of(text: str) -> Any:
        path = tmp_path / "sayfa.txt"
        path.write_text(text, encoding="utf-8")
        return json.loads(json.dumps(to_json(check([str(path)], fast=True))))["pages"][0]["statements"]

    return of


def test_a_carried_day_says_from_where(told: Callable[[str], Any]) -> None:
    one, two = told("Nuri Bey 5 Nisan 1921'de Sinop'a geldi. Belediyeye 300 lira verdi.")
    assert "when_from" not in one
    assert (two["when"], two["when_from"]["text"]) == ("1921-04-05", "5 Nisan 1921")


def test_a_day_of_its_own_is_not_marked(told: Callable[[str], Any]) -> None:
    text = "Nuri Bey 5 Nisan 1921'de Sinop'a geldi. Ertesi gün belediyeye 300 lira verdi. Okula 40 sıra aldı."
    assert ["when_from" in one for one in told(text)][:2] == [False, False]


def test_that_year_leads_back_to_a_day_of_it(told: Callable[[str], Any]) -> None:
    text = "Nuri Bey 5 Nisan 1921'de Sinop'a geldi. O yıl belediyeye 300 lira verdi."
    assert told(text)[-1]["when_from"]["text"] == "5 Nisan 1921"
