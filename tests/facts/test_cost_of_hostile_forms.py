"""Forms of a page however often they come cost no more than its length: lists, tables, turns, letters, articles.

What a page says by its form is read from all of it together; four times the page may not cost sixteen times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from tanik.facts.read import read
from tanik.page.read import read as read_page

_HEADS = ("Tarih", "Gönderen", "Alan", "Mal", "Miktar", "Yer", "Vasıta", "Kaynak", "Not", "Sıra")


def _each(line: str, count: int) -> str:
    return "".join(line.format(n=at + 20, day=1 + at % 28, year=1920 + at % 3) for at in range(count))


def _cells(words: Iterable[str], name: str = "td") -> str:
    return "<tr>" + "".join(f"<{name}>{word}</{name}>" for word in words) + "</tr>"


def _table(count: int) -> str:
    cells = ("{day} Mart {year}", "Rusya", "Türkiye", "fişek", "{n}", "Batum", "vapur", "Defter", "geldi", "{n}")
    return f"<table><caption>Gelen yardımlar</caption>{_cells(_HEADS, 'th')}{_each(_cells(cells), count)}</table>"


# the page's ending, what stands before, what comes over and over, and how often
FORMS = {
    "items": ("txt", "Sovyet Rusya şunları gönderdi:\n", "- {n} sandık fişek\n", 100),
    "items with days": ("txt", "Rusya’nın Türkiye’ye gönderdikleri:\n", "- Nisan {year}: {n} sandık fişek\n", 60),
    "elements": ("html", "<p>Rusya’nın gönderdikleri:</p><ul>", "<li>{n} sandık fişek</li>", 80),
    "bare lines": ("txt", "Rusya’nın gönderdikleri:\n", "{n} sandık fişek,\n", 80),
    "heads": ("txt", "", "Rusya’nın gönderdikleri:\n- {n} sandık fişek\n", 40),
    "English items": ("txt", "Russia sent the following to Turkey:\n", "- {n} rifles and boxes\n", 60),
    "rows of tabs": ("txt", "Gelen yardımlar\nTarih\tAlan\tMiktar\n", "{day} Mart {year}\tTürkiye\t{n}\n", 60),
    "rows of strokes": ("md", "Gelenler\n\n|Tarih|Gönderen|Miktar|\n|-|-|-|\n", "|{day} Mart {year}|Rusya|{n}|\n", 60),
    "questions": ("txt", "", "Soru: Rusya ne kadar altın gönderdi?\nCevap: {n} bin altın.\n", 30),
    "questions with dashes": ("txt", "", "– Rusya ne gönderdi?\n– {n} bin altın.\n", 30),
    "speakers": ("txt", "", "MUHABİR: Rusya ne gönderdi?\nRIZA BEY: {n} top gönderdi.\n", 30),
    "letters": ("txt", "", "Kars, {day} Mart 1921\n\nAziz Rıza Bey,\n\nBiz {n} sandık aldık.\n\nÇiçerin\n\n", 20),
    "heads of letters": ("txt", "", "Kars, {day} Mart 1921\nAziz Rıza Bey,\n", 40),
    "entries": ("txt", "", "{day} Mart {year} – Rusya’dan {n} sandık fişek geldi.\n", 50),
    "entries without a verb": ("txt", "", "{day} Mart {year}: Batum’a {n} sandık fişek\n", 50),
    "days over lines": ("txt", "", "{day} Mart {year}\nBatum’a {n} sandık fişek geldi.\n", 40),
    "articles": ("txt", "Batum Antlaşması\n", "Madde {n} – Rusya Türkiye’ye {n} ton buğday verecektir.\n", 40),
    "fields of a box": (
        "html",
        '<table class="infobox">',
        "<tr><th>Doğum</th><td>{day} Mart 1871, Bursa</td></tr>",
        40,
    ),
}


def _work_of(page: str, ending: str, work: Callable[[Callable[[], object]], int]) -> int:
    held = page.encode()
    return work(lambda: read(read_page(held, path=f"a.{ending}"), fast=True))


@pytest.mark.parametrize("form", FORMS)
def test_four_times_the_form_costs_about_four_times(work: Callable[[Callable[[], object]], int], form: str) -> None:
    ending, before, again, count = FORMS[form]
    one, four = before + _each(again, count), before + _each(again, 4 * count)
    read(read_page(four.encode(), path=f"a.{ending}"), fast=True)  # what words are by themselves is known from here on
    assert _work_of(four, ending, work) < 5 * _work_of(one, ending, work)


def test_four_times_the_rows_cost_about_four_times(work: Callable[[Callable[[], object]], int]) -> None:
    one, four = _table(20), _table(80)
    read(read_page(four.encode(), path="a.html"), fast=True)
    assert _work_of(four, "html", work) < 5 * _work_of(one, "html", work)
