"""Dates in figures that no calendar has: named as such and never counted, where the form is a date's."""

from collections.abc import Callable

import pytest

from tanik.facts.read import read
from tanik.page.model import Page

_IMPOSSIBLE = [
    ("Telgraf 24.13.1926 tarihinde çekildi.", "24.13.1926", "month-unknown:13"),
    ("Rapor 32.05.1921 günü verildi.", "32.05.1921", "day-beyond-month:31:32"),
    ("Dilekçe 31.04.1922 tarihlidir.", "31.04.1922", "day-beyond-month:30:31"),
    ("Senet 15/14/1922 tarihlidir.", "15/14/1922", "month-unknown:14"),
    ("Senet 15-14-1922 tarihlidir.", "15-14-1922", "month-unknown:14"),
    ("Kayıt (24. 13. 1926) silinmiş.", "24. 13. 1926", "month-unknown:13"),
    ("Aile 18.15.1899'da göçtü.", "18.15.1899", "month-unknown:15"),
    ("Toplantı, 10.17.1934.", "10.17.1934", "month-unknown:17"),
    ("Heyet 24.13.1926-da gəldi.", "24.13.1926", "month-unknown:13"),
    ("Defterde 5/45/1922 yazıyor.", "5/45/1922", "month-unknown:45"),
    ("Köye 30.02.1931'de elektrik geldi.", "30.02.1931", "day-beyond-month:28:30"),
]
_NO_DATES = [
    "Depoda 24.13.1926 lira vardı.",
    "Bölüm 3.15.1926 okunmalı.",
    "Dilekçe 3/15/1922 diye kaydedilmiş.",  # the month first
    "Sayı 24.131.926 lira.",
    "Ağırlık 12.20.1950 kg idi.",
    "Telefon 24.13.1926 numaraydı.",
    "Sürüm 2.14.2005 çıktı.",
    "Kutuda 24.13.26 yazıyor.",
    "Nüfus 1.234.567 kişiydi.",
    "Sicilde doğum 00.00.1926 yazıyor.",  # registers write 00 for what is not known
    "Depoda 24.13.1026 ton vardı.",
]


@pytest.mark.parametrize(("text", "words", "problem"), _IMPOSSIBLE, ids=str)
def test_an_impossible_date_is_named_and_counts_nothing(
    page_of: Callable[..., Page], text: str, words: str, problem: str
) -> None:
    facts = read(page_of(text), fast=True)
    assert [(one.text, one.edtf, one.problem) for one in facts.dates] == [(words, None, problem)]
    assert facts.amounts == ()


@pytest.mark.parametrize("text", _NO_DATES, ids=str)
def test_figures_that_are_no_date(page_of: Callable[..., Page], text: str) -> None:
    assert read(page_of(text), fast=True).dates == ()


def test_an_english_page_puts_its_month_first(page_of: Callable[..., Page]) -> None:
    facts = read(page_of("The cable of 3/15/1922 was late.", language="en"), fast=True)
    assert [one.edtf for one in facts.dates] == ["1922-03-15"]
