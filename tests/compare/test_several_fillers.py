"""Lists in one place of a statement, as events, ledger, findings and every written form have them."""

from __future__ import annotations

from pathlib import Path

import pytest

import tanik
from tanik.compare.model import Verdict
from tanik.dossier.json import from_json, to_json
from tanik.dossier.model import Dossier
from tanik.dossier.phrases import deed_in_words


def _dossier(tmp_path: Path, *texts: str) -> Dossier:
    paths = []
    for number, text in enumerate(texts):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"{text}\n", encoding="utf-8")
        paths.append(str(path))
    return tanik.check(paths, fast=True)


def test_written_and_read_back(tmp_path: Path) -> None:
    told = _dossier(tmp_path, "Rusya 1921'de Ankara'ya tüfek, top ve cephane gönderdi.")
    written = to_json(told)
    (statement,) = written["pages"][0]["statements"]
    assert statement["roles"]["object"]["text"] == "tüfek"
    assert [(more["role"], more["text"]) for more in statement["more_roles"]] == [
        ("object", "top"),
        ("object", "cephane"),
    ]
    assert from_json(written) == told
    assert "tüfek, top, cephane" in deed_in_words(told.pages[0].facts.statements[0], "tr")
    (line,) = told.comparison.ledger.lines
    assert (line.thing, line.giver) == ("tüfek, top, cephane", "Rusya")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Fransa, İtalya ve Rusya", "Fransa, İtalya ve Rusya", None),
        ("Fransa, İtalya ve Rusya", "Fransa ve Rusya", Verdict.COMPATIBLE),
        ("Fransa ve Rusya", "Rusya", Verdict.COMPATIBLE),
    ],
)
def test_accounts_are_compared_by_all_who_are_named(
    tmp_path: Path, one: str, other: str, verdict: Verdict | None
) -> None:
    deed = "12 Mayıs 1921'de Karadağ Antlaşması'nı imzaladı."
    (event,) = _dossier(tmp_path, f"{one} {deed}", f"{other} {deed}").comparison.events
    assert [conflict.verdict for conflict in event.conflicts if conflict.on == "subject"] == (
        [verdict] if verdict else []
    )


def test_each_of_several_is_asked_about(tmp_path: Path) -> None:
    told = _dossier(tmp_path, "Ali Bey ve Enver Paşa 3 Mart 1925'te bir antlaşma imzaladı.")
    assert any(("name", "Enver Paşa") in one.details for one in told.comparison.findings)
