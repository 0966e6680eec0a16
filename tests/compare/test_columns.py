"""The row of totals of a table against the rows above it, column by column."""

from __future__ import annotations

import pytest

from tanik.compare.columns import check_columns
from tanik.compare.dating import Dated
from tanik.compare.model import Examined
from tanik.facts.read import read as facts
from tanik.page.read import read

_LED = "Köylüler gelen malı teslim aldı, hesap defterine geçirdi ve altını imzaladı; defter bugün de yerindedir."


def _misfits(rows: str) -> list[str]:
    page = read(f"Un\n\n{_LED}\n\n{rows}\n".encode(), path="p.txt")
    dated = Dated(Examined(page, facts(page, fast=True)))
    return [dict(one.details)["total"] for one in check_columns(dated)]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("Yıl\tTüfek\tTop\n1920\t3.387\t12\n1921\t33.275\t54\nToplam\t36.662\t76", ["76"]),
        ("Yıl\tTüfek\tTop\n1920\t3.387\t12\n1921\t33.275\t–\n1922\t\t30\nToplam\t36.652\t42", ["36.652"]),
        (
            "| Köy | Kadın | Erkek |\n|---|---|---|\n| A | 121 | 131 |\n| B | 202 | 211 |\n| Toplam | 323 | 332 |",
            ["332"],
        ),
        ("Tarih\tGetiren\tTutar (ruble)\nMart 1921\tA\t500\nMayıs 1921\tB\t300\nToplam\t\t900", ["900"]),
        ("Side\tKilled\tWounded\nA\t121\t131\nB\t202\t211\nTotal\t313\t342", ["313"]),
        ("Köy | Un | Arpa\nA | 20 | 100\nB | 10 | 50\nAra toplam | 30 | 150\nC | 5 | 40\nToplam | 35 | 180", ["180"]),
    ],
)
def test_a_total_that_does_not_fit_its_column(rows: str, wrong: list[str]) -> None:
    assert _misfits(rows) == wrong


@pytest.mark.parametrize(
    "rows",
    [
        "Yıl\tTüfek\tTop\n1920\t3.387\t12\n1921\t33.275\t54\nToplam\t36.662\t66",
        "Köy\tKadın\tErkek\nA\t121\t131\nB\t202\t211\nToplam\t1.523\t1.642",  # a choice of the villages
        "Yıl\tTüfek\tTop\n1920\t3.387\t?\n1921\t33.275\t54\nToplam\t36.662\t66",
        "Yıl\tTüfek\tTop\n1920\t3.387\t12\n1921\tyaklaşık 33.000\t54\nToplam\t36.662\t66",
        "Tarih\tGetiren\tTutar (ruble)\nMart 1921\tA\t500\nMayıs 1921\tB\t300\nToplam\t\t800",
        "Yıl\tTüfek\tTop\n1920\t3.387\t12\nToplam\t36.662\t66",
        "Köy | Un | Arpa\nA | 20 | 100\nB | 10 | 50\nAra toplam | 30 | 150\nC | 5 | 40\nToplam | 35 | 190",
        "Side\tKilled\tWounded\nA\t12\t13\nSubtotal\t12\t13\nB\t20\t21\nC\t1\t1\nTotal\t33\t35",
    ],
)
def test_what_fits_or_cannot_be_reckoned(rows: str) -> None:
    assert _misfits(rows) == []


@pytest.mark.parametrize(("total", "wrong"), [("900", ["900"]), ("800", [])])
def test_the_label_of_a_total_may_reach_over_several_columns(total: str, wrong: list[str]) -> None:
    rows = [("Tarih", "Getiren", "Tutar (ruble)"), ("Mart 1921", "Ali Bey", "500"), ("Mayıs 1921", "Veli Bey", "300")]
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    table = f'<table>{cells}<tr><td colspan="2">Toplam</td><td>{total}</td></tr></table>'
    page = read(f"<html><body><h1>Gelen para</h1><p>{_LED}</p>{table}</body></html>".encode(), path="p.html")
    found = check_columns(Dated(Examined(page, facts(page, fast=True))))
    assert [dict(one.details)["total"] for one in found] == wrong
