"""Dialogues, short answers and what is said in marks: what they tell, and that other lines tell nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tanik.facts.model import Facts, Modality, Polarity, Statement
from tanik.facts.outline.turns import turns_of
from tanik.facts.read import read
from tanik.page.read import read as read_page

_PAGES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("turns_pages.toml").read_text(encoding="utf-8"))[
    "page"
]


def _facts(text: str, name: str = "a.txt") -> tuple[str, Facts]:
    found = read_page(text.strip().encode(), path=name)
    return found.text, read(found, fast=True)


def _row(one: Statement) -> list[str]:
    roles = one.firsts
    named = [roles[place].name or roles[place].text if place in roles else "" for place in ("subject", "recipient")]
    thing = roles["object"].name or roles["object"].text if "object" in roles else ""
    row = [one.action or "", *named, thing, one.when or "", one.attributed_to or ""]
    return row if one.polarity is Polarity.AFFIRMED else [*row, one.polarity.value]


@pytest.mark.parametrize("page", _PAGES, ids=[page["name"] for page in _PAGES])
def test_what_turns_and_quoted_speech_tell(page: dict[str, Any]) -> None:
    text, facts = _facts(page["text"], page["name"])
    asked = [one for one in facts.statements if one.modality is not Modality.ASKED]
    told = [one for one in asked if one.rule == page.get("rule", one.rule)]
    told = [one for one in told if one.modality.value == page.get("modality", one.modality.value)]
    assert [_row(one) for one in told] == page["tells"]
    assert all(one.span.of(text) == one.text for one in facts.statements)
    assert all(role.span.of(text) == role.text for one in facts.statements for _, role in one.roles if role.name)


def test_a_page_without_questions_or_labels_has_no_turns() -> None:
    page = read_page(b"Ali geldi.\n\nVeli: gitti.\n", path="a.txt")
    assert turns_of(page) == ()


def test_minutes_name_their_chairman_at_the_head() -> None:
    page = "Reis: Ferit Bey\n\nREİS — Belediye 1921'de okula 300 lira verdi.\nALİ BEY (Bolu) — Kabul ediyoruz.\n"
    _, facts = _facts(page)
    assert [one.attributed_to for one in facts.statements if one.action == "transfer"] == ["Ferit Bey"]


@pytest.mark.parametrize(
    "asked", ["Kim verdi, ne zaman ve ne kadar?", "Kim geldi, hangi yıl?", "Ne verdi, kime?", "Kime, ne verdi, neden?"]
)
def test_a_comma_behind_what_is_asked_opens_no_question(asked: str) -> None:
    _, facts = _facts(f"Soru: {asked}\nCevap: Fransa, 5 top.\nSoru: {asked}\nCevap: 1921'de.\n")
    assert all(role.text for one in facts.statements for _, role in one.roles)


@pytest.mark.parametrize("blanks", [" ", "\t", " \t"])
def test_a_long_blank_line_is_passed_over(blanks: str) -> None:
    page = read_page(f"Soru: Kim geldi?\n{blanks * 30_000}\nCevap: Ali.\n".encode(), path="a.txt")
    assert [one.body.of(page.text) for one in turns_of(page)] == ["Kim geldi?", "Ali."]
