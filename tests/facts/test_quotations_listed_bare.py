"""Sayings listed without marks: a name and a colon before them, or a name with an office below them."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read


def _said(title: str, *lines: str) -> list[tuple[str | None, str]]:
    body = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html lang=tr><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"
    page = read(html.encode(), path="sayfa.html")
    return [(one.speaker, one.text) for one in read_facts(page, fast=True).quotations]


_WORDS = (
    "Deniz susar da kıyı konuşur durur",
    "Tuz hep kalır ama su akıp gider",
    "Kürek kolu yorar, rüzgâr gönlü yorar",
)


@pytest.mark.parametrize(
    "title", ["Deniz için söylenenler", "Denizciler neler demiş", "Ustaların deniz hakkında dedikleri"]
)
def test_a_name_and_a_colon_before_each(title: str) -> None:
    found = _said(
        title, *(f"{who}: {words}!" for who, words in zip(("Halil Tan", "Nuri Er", "Salih Ak"), _WORDS, strict=True))
    )
    assert [who for who, _ in found] == ["Halil Tan", "Nuri Er", "Salih Ak"]
    assert found[0][1] == f"{_WORDS[0]}!"


def test_a_name_with_an_office_below_each_though_no_mark_ends_them() -> None:
    labels = ("Halil Tan / Rize Valisi", "Nuri Er - Liman Başkanı", "Salih Ak / Şair")
    lines = [line for pair in zip(_WORDS, labels, strict=True) for line in pair]
    found = _said("Deniz için söylenenler", "Aşağıda deniz için söylenenler yer alıyor.", *lines)
    assert [who for who, _ in found] == ["Halil Tan", "Nuri Er", "Salih Ak"]
    assert [words for _, words in found] == list(_WORDS)


@pytest.mark.parametrize(
    "lines",
    [
        ("Not: Deniz o gün pek dalgalıydı.", "Kaynak: Limanın eski defteri burada.", "Uyarı: Yollar kışın kapanır."),
        ("Halil Tan: Rize'de doğdu ve orada büyüdü.", "Deniz o gün pek dalgalıydı.", "Yollar kışın kapanır."),
    ],
)
def test_what_is_no_list_of_sayings(lines: tuple[str, ...]) -> None:
    assert _said("Deniz için söylenenler", *lines) == []


def test_names_and_colons_on_a_page_that_speaks_of_no_sayings() -> None:
    lines = (
        "Halil Tan: Liman başkanı, iki çocuk babası.",
        "Nuri Er: Kılavuz kaptan, emekli.",
        "Salih Ak: Kıyı bekçisi, bekâr.",
    )
    assert _said("Limanın çalışanları", *lines) == []
