"""Numbers in the cells of a table: what the head of the column says they are."""

from __future__ import annotations

import pytest

from tanik.facts.amounts.tables import unit_named
from tanik.facts.read import read as facts
from tanik.page.read import read

_TOLD = "Köylüler gelen malı teslim aldı, hesap defterine geçirdi ve altını imzaladı; defter bugün de yerindedir."


@pytest.mark.parametrize(
    ("head", "unit", "of", "scale"),
    [
        ("Un (kg)", "kg", "un", 1),
        ("Gönderilen altın (kg)", "kg", "altın", 1),
        ("Un, ton", "t", "un", 1),
        ("Petrol (sistern)", "tank_wagon", "petrol", 1),
        ("Tutar (bin lira)", "lira", None, 1e3),
        ("Altın ruble (milyon)", "gold_ruble", None, 1e6),
        ("Asker (bin)", "person", "Asker", 1e3),
        ("Qızıl (kq)", "kg", "qızıl", 1),
        ("Amount (thousand roubles)", "ruble", None, 1e3),
        ("Oy (%)", "percent", None, 1),
        ("Makineli tüfek", "count", "Makineli tüfek", 1),
    ],
)
def test_the_unit_of_a_head(head: str, unit: str, of: str | None, scale: float) -> None:
    found = unit_named(head)
    assert found is not None
    assert (found.unit, found.of, found.scale) == (unit, of, scale)


@pytest.mark.parametrize("head", ["Para", "Adet", "Miktar", "Sıra", "Gönderen", "Yıl", "Açıklama"])
def test_a_head_that_names_no_unit(head: str) -> None:
    assert unit_named(head) is None


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("Yıl\tUn (ton)\n1920\t40,5\n1921\t60", [(40.5, "t", "un"), (60, "t", "un")]),
        ("| Yıl | Para (bin lira) |\n|---|---|\n| 1920 | 40 |\n| 1921 | – |", [(40_000, "lira", None)]),
        ("Mal\tAdet\nTüfek\t3.387\nTop\t54", [(3387, "count", "Tüfek"), (54, "count", "Top")]),
        (
            "Mal\t1920\t1921\nTüfek\t300\t450\nTop\t5\t",
            [(300, "count", "Tüfek"), (450, "count", "Tüfek"), (5, "count", "Top")],
        ),
        ("Sıra\tVeren\n1\tOluklu\n2\tBağlı", []),
    ],
)
def test_the_numbers_of_cells(rows: str, told: list[tuple[float, str, str | None]]) -> None:
    page = read(f"Un defteri\n\n{_TOLD}\n\n{rows}\n".encode(), path="p.txt")
    found = facts(page, fast=True).amounts
    assert [(one.value, one.unit, one.of) for one in found] == told


def test_an_empty_cell_of_html_moves_no_number_to_another_column() -> None:
    table = (
        "<table><tr><th></th><th>Un (kg)</th><th>Petrol (litre)</th></tr>"
        "<tr><td>1920</td><td></td><td>70</td></tr><tr><td>1921</td><td>40</td><td></td></tr></table>"
    )
    page = read(f"<html lang='tr'><body><h1>Defter</h1><p>{_TOLD}</p>{table}</body></html>".encode(), path="p.html")
    found = facts(page, fast=True).amounts
    assert [(one.value, one.unit) for one in found] == [(70, "litre"), (40, "kg")]
