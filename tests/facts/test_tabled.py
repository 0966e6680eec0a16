"""What the rows of tables and infoboxes say: who gave what to whom and when, and nothing where no deed is named."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

import pytest

from tanik.facts.model import Facts, Statement
from tanik.facts.outline.tables import tables_of
from tanik.facts.read import read as facts
from tanik.page.model import Page
from tanik.page.read import read

_PAGES = {one["name"]: one for one in tomllib.loads((Path(__file__).parent / "tabled_pages.toml").read_text())["page"]}
_LED = "Eski defterlerin okunması zordur, ciltleri dağınık, sayfaları sararmıştır; yine de yerlerinde duruyorlar."


def _page(text: str, name: str = "p.txt") -> tuple[Page, Facts]:
    page = read(text.encode(), path=name)
    return page, facts(page, fast=True)


def _row(one: Statement, found: Facts) -> str:
    roles = defaultdict[str, list[str]](list)
    for place, role in one.roles:
        roles[place].append(role.name or role.text)
    amount = found.amounts[one.amounts[0]] if one.amounts else None
    told = [", ".join(roles[place]) for place in ("subject", "recipient", "object")]
    figure = f"{amount.unit} {amount.value:g}" if amount is not None else ""
    return " | ".join([one.action or "", one.when or "", *told, figure])


@pytest.mark.parametrize("name", _PAGES)
def test_what_the_rows_of_a_page_say(name: str) -> None:
    page, found = _page(_PAGES[name]["text"], name)
    assert [_row(one, found) for one in found.statements] == _PAGES[name]["told"]
    assert all(one.text == one.span.of(page.text) for one in found.statements)


@pytest.mark.parametrize(
    ("caption", "subject", "recipient"),
    [
        ("Rusya'nın Türkiye'ye verdiği un:", "Rusya", "Türkiye"),
        ("Türkiye'nin Rusya'dan aldığı un:", "Rusya", "Türkiye"),
        ("Türkiye'ye yapılan Sovyet yardımı:", "Sovyetler Birliği", "Türkiye"),
        ("Sovyet hükümetinin Ankara hükümetine yaptığı yardım:", "Sovyetler Birliği", "Ankara"),
        ("Rus yardımı:", "Rusya", None),
        ("Gelen un:", None, None),
    ],
)
def test_the_parties_of_a_caption(caption: str, subject: str | None, recipient: str | None) -> None:
    _, found = _page(f"Un\n\n{_LED}\n\n{caption}\nYıl\tUn (ton)\n1920\t40\n1921\t60\n")
    assert len(found.statements) == 2
    for one in found.statements:
        roles = one.firsts
        told = [roles[place].name if place in roles else None for place in ("subject", "recipient")]
        assert told == [subject, recipient]


@pytest.mark.parametrize(
    "caption",
    [
        "Un fiyatları:",
        "Köyde üretilen un:",
        "Türkiye'ye gönderilecek un:",
        "Rusya'dan istenen ve Rusya'nın verdiği un:",
        "Köyün un ihtiyacı:",
        "Tablo 3:",
    ],
)
def test_a_caption_that_leaves_the_deed_open_tells_nothing(caption: str) -> None:
    _, found = _page(f"Un\n\n{_LED}\n\n{caption}\nYıl\tUn (ton)\n1920\t40\n1921\t60\n")
    assert not found.statements


def test_a_total_an_unknown_and_an_empty_cell_say_nothing() -> None:
    rows = "Yıl\tGelen un (ton)\n1920\t40\n1921\t?\n1922\t–\n1923\t\nToplam\t40\n"
    _, found = _page(f"Un\n\n{_LED}\n\n{rows}")
    assert [(one.when, one.text) for one in found.statements] == [("1920", "1920\t40")]


def test_a_sentence_in_a_cell_is_told_once() -> None:
    rows = "Gelen yardım:\nTarih\tYardım\n3 Mart 1921\tRusya köye 40 ton un verdi.\n9 Mart 1921\t60 ton un\n"
    _, found = _page(f"Un\n\n{_LED}\n\n{rows}")
    figures = [found.amounts[at].value for one in found.statements for at in one.amounts]
    assert figures == [40, 60]


def test_a_cell_that_several_rows_share_stands_in_each_of_them() -> None:
    body = (
        "<table><caption>Köye gelen yardım</caption><tr><th>Gün</th><th>Gönderen</th><th>Miktar</th></tr>"
        "<tr><td rowspan='2'>3 Mart 1921</td><td>Rusya</td><td>40 ton un</td></tr>"
        "<tr><td>Fransa</td><td>60 ton un</td></tr></table>"
    )
    _, found = _page(f"<html lang='tr'><body><h1>Un</h1><p>{_LED}</p>{body}</body></html>", "p.html")
    told = [(one.when, one.firsts["subject"].name, one.text) for one in found.statements]
    assert told == [
        ("1921-03-03", "Rusya", "3 Mart 1921\tRusya\t40 ton un"),
        ("1921-03-03", "Fransa", "Fransa\t60 ton un"),
    ]


def _html(body: str) -> list[str]:
    _, found = _page(f"<html lang='tr'><body><h1>Un</h1><p>{_LED}</p><table>{body}</table></body></html>", "p.html")
    return [_row(one, found) for one in found.statements]


def test_a_figure_for_several_rows_or_columns_is_of_none_of_them() -> None:
    rows = (
        "<tr><th>Gönderen</th><th>Tarih</th><th>Miktar</th></tr>"
        "<tr><td>Rusya</td><td>Mart 1921</td><td rowspan='2'>40 ton un</td></tr>"
        "<tr><td>Fransa</td><td>Mayıs 1921</td></tr><tr><td>İtalya</td><td>1922</td><td>5 ton un</td></tr>"
    )
    assert _html(rows) == ["transfer | 1922 | İtalya |  | 5 ton un | t 5"]
    losses = "<tr><th>Taraf</th><th>Ölü</th><th>Yaralı</th></tr><tr><td>Rusya</td><td>40</td><td>60</td></tr>"
    rows = f"{losses}<tr><td>İran</td><td colspan='2'>90</td></tr>"
    assert _html(rows) == ["lose |  | Rusya |  | Ölü | person 40", "lose |  | Rusya |  | Yaralı | person 60"]


def test_a_total_never_stands_in_the_columns_of_a_cell_from_above() -> None:
    rows = (
        "<tr><th>Yer<th>Mal<th>Sayı</tr><tr><td>Van<td>top<td>5</tr><tr><td rowspan=2>Kars<td>tüfek<td rowspan=2></tr>"
    )
    page = read(f"<table>{rows}<tr><td>Toplam</tr></table>".encode(), path="t.html")
    (table,) = tables_of(page)
    total = table.rows[-1]
    assert total.total
    assert total.span.of(page.text) == "Toplam"
    assert [cell and cell.of(page.text) for cell in total.cells] == ["Kars", "Toplam", None]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Veren\tMiktar", ["transfer |  | Rusya |  | 40 ton un | t 40"]),
        ("Donör\tMiktar", ["transfer |  | Rusya |  | 40 ton un | t 40"]),
        ("Göndərən\tMiqdar", ["transfer |  | Rusya |  | 40 ton un | t 40"]),
        ("Kimden\tNe", ["transfer |  | Rusya |  | 40 ton un | t 40"]),
        ("Oy veren\tMiktar", []),
        ("Satan\tMiktar", []),
        ("Veren\tGönderilecek miktar", []),
        ("Gönderen\tKonu", []),
        ("Köy\tMiktar", []),
    ],
)
def test_who_gave_and_how_much_is_a_gift_without_a_caption(head: str, told: list[str]) -> None:
    _, found = _page(f"Defter\n\n{_LED}\n\n{head}\nRusya\t40 ton un\n")
    assert [_row(one, found) for one in found.statements if one.rule == "statement-table"] == told


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("Veren\tMiktar\tFiyat", "Rusya\t40 ton un\t900 lira"),
        ("Veren\tTutar\tFaiz", "Fransa\t40 milyon frank\t%5"),
        ("Kimden\tMiktar\tVade", "Ali Bey\t400 lira\t3 ay"),
        ("Gönderen\tTarih\tKelime sayısı", "Ankara\t3 Mart 1921\t40"),
        ("Veren\tMiktar\tTarih", "Rusya\t40 asker\t1921"),
        ("Gönderen\tAlan\tİçerik", "Ankara\tKars\t40 ton un isteği"),
    ],
)
def test_sales_loans_letters_and_men_are_no_gifts_without_a_caption(heads: str, row: str) -> None:
    _, found = _page(f"Defter\n\n{_LED}\n\n{heads}\n{row}\n")
    assert not [one for one in found.statements if one.rule == "statement-table"]


def test_a_head_over_heads_says_what_was_done_when_and_of_which_side() -> None:
    rows = (
        "<tr><th rowspan='2'>Ay</th><th colspan='2'>Gönderilen</th><th colspan='2'>İstenen</th></tr>"
        "<tr><th>Un (ton)</th><th>Çadır</th><th>Un (ton)</th><th>Çadır</th></tr>"
        "<tr><td>Mart 1921</td><td>4</td><td>20</td><td>9</td><td>60</td></tr>"
    )
    assert _html(rows) == [
        "transfer | 1921-03 |  |  | Un | t 4",
        "transfer | 1921-03 |  |  | Çadır | count 20",
        "request | 1921-03 |  |  | Un | t 9",
        "request | 1921-03 |  |  | Çadır | count 60",
    ]
    rows = (
        "<tr><th rowspan='2'>Veren</th><th colspan='2'>Gelen un (ton)</th></tr><tr><th>1920</th><th>1921</th></tr>"
        "<tr><td>Rusya</td><td>4</td><td>5</td></tr>"
    )
    assert _html(rows) == ["transfer | 1920 | Rusya |  | un | t 4", "transfer | 1921 | Rusya |  | un | t 5"]
    rows = (
        "<tr><td></td><td colspan='2'>Rus ordusu</td><td colspan='2'>İran ordusu</td></tr>"
        "<tr><td>Yıl</td><td>Ölü</td><td>Yaralı</td><td>Ölü</td><td>Yaralı</td></tr>"
        "<tr><td>1911</td><td>181</td><td>135</td><td>29</td><td>–</td></tr>"
    )
    assert _html(rows) == [
        "lose | 1911 | Rusya |  | Ölü | person 181",
        "lose | 1911 | Rusya |  | Yaralı | person 135",
        "lose | 1911 | İran |  | Ölü | person 29",
    ]


def test_the_losses_of_two_sides_stand_in_one_row() -> None:
    rows = "Yıl\tRus kaybı\tİngiliz kaybı\n1911\t4.000\t181 ölü\n"
    _, found = _page(f"Savaş\n\n{_LED}\n\n{rows}")
    assert [_row(one, found) for one in found.statements] == [
        "lose | 1911 | Rusya |  | 4.000 | person 4000",
        "lose | 1911 | İngiltere |  | 181 ölü | person 181",
    ]


def test_a_row_over_a_part_of_a_table_says_what_holds_for_that_part() -> None:
    rows = (
        "<tr><th>Gönderen</th><th>Miktar</th></tr><tr><td colspan='2'>Gönderilmesi kararlaştırılanlar</td></tr>"
        "<tr><td>Rusya</td><td>40 ton un</td></tr><tr><td colspan='2'>İstenenler</td></tr>"
        "<tr><td>İran</td><td>9 ton un</td></tr><tr><td colspan='2'>Gelenler</td></tr>"
        "<tr><td>Fransa</td><td>3 ton un</td></tr>"
    )
    assert [row for row in _html(rows) if row.startswith("transfer")] == ["transfer |  | Fransa |  | 3 ton un | t 3"]


@pytest.mark.parametrize("head", ["İzmir'e gönderilen tüfek", "İran'dan İzmir'e gelen tüfek sayısı", "GELEN TÜFEK"])
def test_the_thing_of_a_head_stands_where_the_page_has_it(head: str) -> None:
    page, found = _page(f"Silah\n\n{_LED}\n\nYıl\t{head}\n1920\t40\n1921\t60\n")
    told = [role.span.of(page.text).lower() for one in found.statements for role in one.fillers("object")]
    assert told == ["tüfek", "tüfek"]


@pytest.mark.parametrize(
    ("head", "thing"),
    [
        ("Gelen İngiliz tüfeği", "tüfeği"),
        ("Verilen Rus topu", "topu"),
        ("Gönderilen Alman uçağı", "uçağı"),
        ("Rusya'dan gelen Rus gemisi", "gemisi"),
        ("Gelen İngiliz tüfek sayısı", "tüfek"),
    ],
)
def test_of_a_people_and_its_things_the_things_are_counted(head: str, thing: str) -> None:
    page, found = _page(f"Silah\n\n{_LED}\n\nYıl\t{head}\n1920\t40\n1921\t60\n")
    told = [role.span.of(page.text) for one in found.statements for role in one.fillers("object")]
    assert told == [thing, thing]
    assert {one.unit for one in found.amounts} == {"count"}


@pytest.mark.parametrize("head", ["Türk askeri", "Esir İngiliz", "Fransız subayı", "Rus"])
def test_of_a_people_alone_people_are_counted(head: str) -> None:
    _, found = _page(f"Asker\n\n{_LED}\n\nYıl\t{head}\n1920\t40\n1921\t60\n")
    assert {one.unit for one in found.amounts} == {"person"}


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (
            "| Gün | Un | Tuz |\n|---|---|---|\n| 1920 | | 3 |\n| 1921 | 40 | 5 |",
            [["1920", None, "3"], ["1921", "40", "5"]],
        ),
        ("Gün    Un\n1920    30\n1921    40", [["1920", "30"], ["1921", "40"]]),
        ("Gün | Un\n1920 | 30\n1921 | 40", [["1920", "30"], ["1921", "40"]]),
    ],
)
def test_tables_of_plain_text(rows: str, cells: list[list[str | None]]) -> None:
    page, _ = _page(f"Un\n\n{_LED}\n\n{rows}\n")
    (table,) = tables_of(page)
    assert [[cell and cell.of(page.text) for cell in row.cells] for row in table.rows] == cells


@pytest.mark.parametrize("text", ["Ana sayfa | Arşiv | İletişim", "Bir satır\n\nİki satır", "a\tb"])
def test_what_is_no_table(text: str) -> None:
    page, _ = _page(f"Un\n\n{_LED}\n\n{text}\n")
    assert tables_of(page) == ()
