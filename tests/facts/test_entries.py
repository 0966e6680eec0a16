"""Dated entries: what each governs, what those without a verb tell, and what looks like them and is not (our pages)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tanik.facts.model import Statement
from tanik.facts.outline.entries import entries_of
from tanik.facts.read import read
from tanik.page.model import SegmentKind
from tanik.page.read import read as read_page

_PAGES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("entries_pages.toml").read_text(encoding="utf-8")
)["page"]
_PLACES = ("subject", "recipient", "object", "source")


def _row(one: Statement) -> list[str]:
    roles = one.firsts
    named = [roles[place].name or roles[place].text if place in roles else "" for place in _PLACES]
    return [one.action or "", *named, one.when or ""]


@pytest.mark.parametrize("page", _PAGES, ids=[page["name"] for page in _PAGES])
def test_entries_tell_what_their_date_governs(page: dict[str, Any]) -> None:
    found = read_page(page["text"].strip().encode(), path=page["name"])
    facts = read(found, fast=True)
    assert [_row(one) for one in facts.statements] == page["tells"]
    assert all(one.span.of(found.text) == one.text for one in facts.statements)
    assert not any(one.kind is SegmentKind.BYLINE for one in found.segments)


def _dates(text: str, path: str = "a.txt") -> list[tuple[str, str | None, str]]:
    facts = read(read_page(text.encode(), path=path), fast=True)
    return [(one.text, one.edtf, one.basis.value) for one in facts.dates]


def test_a_day_takes_the_year_of_its_heading() -> None:
    told = _dates("# Yıllar\n\n## 1919\n\n15 Mayıs: İzmir.\n\n## 1922\n\n9 Eylül: İzmir. 11 Ekim'de Mudanya.\n", "a.md")
    assert told[1:] == [
        ("15 Mayıs", "1919-05-15", "inherited"),
        ("1922", "1922", "written"),
        ("9 Eylül", "1922-09-09", "inherited"),
        ("11 Ekim", "1922-10-11", "inherited"),
    ]


def test_a_day_under_a_month_is_a_date_only_there() -> None:
    told = _dates("1920\nNisan\n23: Meclis açıldı.\nMayıs\n3: Heyet kuruldu.\n")
    assert ("23", "1920-04-23", "inherited") in told
    assert ("3", "1920-05-03", "inherited") in told
    assert _dates("Maddeler\n23: Meclis açıldı.\n24: Heyet kuruldu.\n") == []


@pytest.mark.parametrize("day", ["1918, 28 may", "1918, 28 Mayıs", "1918, 28 May"])
def test_a_year_before_its_day_is_one_date(day: str) -> None:
    told = _dates(f"Xronologiya\n\n{day} – Gəncədə məktəb açıldı.\n1919, 1 mart – Bakıda bank açıldı.\n")
    assert told[0] == (day, "1918-05-28", "written")


def test_an_azerbaijani_month_of_its_year_opens_an_entry() -> None:
    told = _dates("Xronologiya\n\n1925-ci ilin martı – Rza bəyin vəfatı.\n1926, 1 may – Bakıda bank açıldı.\n")
    assert told[0][1] == "1925-03"


def test_a_day_of_each_year_has_no_year() -> None:
    told = _dates("1921'de ordu hazırdı. Her 30 Ağustos'ta tören oldu. Bir 30 Ağustos töreninde daha konuşuldu.\n")
    assert [edtf for _, edtf, _ in told] == ["1921", "XXXX-08-30", "XXXX-08-30"]
    assert _dates("1921'de ordu hazırdı. Bir 30 Ağustos sabahı vali geldi.\n")[1][1] == "1921-08-30"


def test_one_dated_line_is_no_chronology() -> None:
    page = read_page(
        b"Mektup\n\n5 Mart 1921: Ankara'da g\xc3\xb6r\xc3\xbc\xc5\x9fme.\n\nBu g\xc3\xbcn ya\xc4\x9fmur.\n",
        path="a.txt",
    )
    assert entries_of(page).found == ()


def test_a_heading_of_a_day_ends_where_the_next_begins() -> None:
    text = "5 Mart 1921\nAli geldi.\n\n6 Mart 1921\nVeli gitti.\n\nSonra ne oldu, kimse bilmez.\n"
    page = read_page(text.encode(), path="a.txt")
    bodies = [one.body.of(page.text).strip() for one in entries_of(page).found]
    assert bodies == ["Ali geldi.", "Veli gitti."]
