"""What a fact-checker does with a dossier: each task of docs/tasks.md walked through in a browser, clicks counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from .browser import Reader, reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DOCS = Path(__file__).parents[2] / "docs" / "tasks.md"
CONTENTS, FINDINGS = "nav.contents", "#findings"


def clicks_promised() -> dict[int, int]:
    rows = re.findall(r"^\| (\d+) \|.*\| (\d+) \|$", DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    return {int(number): int(clicks) for number, clicks in rows}


def one_line(reader: Reader) -> None:
    assert reader.sees("411 belgede bulunamadı", "header")
    assert reader.sees("Nazmi Sarıyer", "#pages")
    assert reader.sees("17 Şubat 2018", "#pages")


def changed_word(reader: Reader) -> None:
    reader.click("Efendiler, kılıç kullanan kol", FINDINGS)
    assert reader.sees("çürümeye", "#p1 .margin ins")


def oldest_copy(reader: Reader) -> None:
    reader.click("Efendiler, kılıç kullanan kol", FINDINGS)
    reader.click("1. alıntı", "#p1 .margin")
    assert reader.sees("paslanmaya", "#p1-q0 .sides > div:nth-child(2)")
    assert reader.sees("çürümeye", "#p1-q0 .sides > div:nth-child(1)")


def oldest_witness(reader: Reader) -> None:
    reader.click("Tanıklar", CONTENTS)
    assert reader.sees("17 Şubat 1923", "#witnesses li:first-child")


def not_found(reader: Reader) -> None:
    reader.click("Bulgular", CONTENTS)
    reader.click("sha256:", f"{FINDINGS} li:has-text('Bulunamayan alıntı')")
    assert reader.sees("411", "#searched")
    assert reader.sees("speeches", "#searched")


def unsourced_sums(reader: Reader) -> None:
    reader.click("Kılıç mı, saban mı", CONTENTS)
    reader.click("İddialar", "#p1 .jump")
    reader.click("kaynağı olmayanlar", "#p1 .stated")
    reader.click("miktarı olanlar", "#p1 .stated")
    rows = [row for row in reader.page.locator("#p1 .statements tbody tr").all() if row.is_visible()]
    assert rows
    assert all("kaynak yok" in row.inner_text() for row in rows)
    assert reader.sees("2.500 ton", "#p1 .statements")


def who_from_whom(reader: Reader) -> None:
    reader.click("Kopyalar", CONTENTS)
    assert reader.sees("+ çürümeye", "#copies svg")
    assert reader.sees("17 Şubat 1923", "#copies svg")


def accounts_differ(reader: Reader) -> None:
    reader.click("Olaylar", CONTENTS)
    assert reader.sees("çelişiyor", "#events .grid")
    assert reader.sees("60 bin lira", "#events .grid")
    assert reader.sees("2 bağımsız tanık", "#events .grid th")


def impossible_date(reader: Reader) -> None:
    reader.click("Bulgular", CONTENTS)
    reader.click("31 Nisan 1923", FINDINGS)
    assert reader.sees("31 Nisan 1923", "#p4 .reading")
    assert reader.sees("Olanaksız tarih", "#p4 .margin")


def what_is_dated(reader: Reader) -> None:
    reader.click("Kılıç mı, saban mı", CONTENTS)
    reader.click("Zaman çizgisi", "#p1 .jump")
    assert reader.sees("eldeki en eski tanık", "#p1 svg.chart")


def only_changes(reader: Reader) -> None:
    reader.click("Kılıç mı, saban mı", CONTENTS)
    reader.click("Alıntılar", "#p1 .jump")
    reader.click("Yalnız değişen yerler", "#p1 .quotations")
    assert not reader.page.locator("#p1 .quotations .mid > span").first.is_visible()
    assert reader.sees("çürümeye", "#p1-q0 .sides")


def run_again(reader: Reader) -> None:
    reader.click("Nerede arandı", CONTENTS)
    assert reader.sees("tanik check --as-of", "#searched")
    assert reader.sees("sha256:", "#searched")


TASKS: list[Callable[[Reader], None]] = [
    one_line,
    changed_word,
    oldest_copy,
    oldest_witness,
    not_found,
    unsourced_sums,
    who_from_whom,
    accounts_differ,
    impossible_date,
    what_is_dated,
    only_changes,
    run_again,
]


def test_every_task_is_written_down() -> None:
    assert sorted(clicks_promised()) == list(range(1, len(TASKS) + 1))


@pytest.mark.parametrize("number", range(1, len(TASKS) + 1), ids=[task.__name__ for task in TASKS])
def test_task_takes_the_clicks_it_says(browser: Browser, demo: dict[str, Path], number: int) -> None:
    with reading(browser, demo["tr"]) as reader:
        TASKS[number - 1](reader)
        assert reader.clicks == clicks_promised()[number]
