"""What no writer writes costs no more than its length either: one thing over and over in every layer, counted calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tanik.core.span import Span
from tanik.facts.quotations.around import Parted
from tanik.facts.read import read
from tanik.page.model import Page

_LETTERS = 600
PIECES = {
    "a word": "geldi ", "two letters": "Ab", "capitals": "ANKARA ", "a name": "Ali ", "initials": "A. B. ",
    "figures": "7 ", "figures and strokes": "1/2/", "figures and dashes": "1-", "hours": "12:34 ", "a dot": ". ",
    "brackets": "([", "notes": "[1]", "marks": "“ ", "words in marks": "“geldi ", "guillemets": "« ", "quotes": "'a' ",
    "dashes": "— geldi ", "apostrophes": "Ali'nin'", "endings": "larımızdanki", "right to left": "\u202eسلام ",
    "combined": "a\u0301\u0301 ", "roman": "MCMXIV ", "and": "ve ", "names and": "Ali ve ", "said": "dedi ki ",
    "commas": "Ali, ", "days": "3 Mart 1921 ", "numeric days": "03.04.1921 ", "years": "1921 ", "months": "Mart ",
    "sums": "40 bin lira ", "numerals": "yüz bin ", "ranges": "3-5 ton ", "clauses": "vali geldi, Ali 40 lira verdi, ",
    "paragraphs": "geldi\n", "numbered": "7\n", "rows": "Ali | 1921 | 40 lira\n", "an address": "https://a.example/",
    "numbers and": "19 ve ", "numbers in a row": "5, ", "centuries": "XIX ve ", "groups": "1300 000 ",
    "participles": "gelen ", "genitives": "evinin ", "abbreviations": "vb. ", "a source": "(Ali Er, Köprü, s. 1) ",
}  # fmt: skip
OTHERS = {
    "en": ("and ", "he said that ", "the king of ", "had been ", "men, ships, ", "50,000 pounds ", "March 3, 1921 "),
    "az": ("və ", "ҝәлди ", "Әли бәј 40 манат верди вә "),
}
ALL = [("tr", piece) for piece in PIECES.values()] + [(lang, piece) for lang, some in OTHERS.items() for piece in some]


@pytest.mark.parametrize(("language", "piece"), ALL)
def test_four_times_the_piece_costs_about_four_times(
    page_of: Callable[[str], Page], work: Callable[[Callable[[], object]], int], language: str, piece: str
) -> None:
    def page(letters: int) -> Page:
        return replace(page_of(piece * (letters // len(piece))), language=language)

    one, four = page(_LETTERS), page(4 * _LETTERS)
    read(four, fast=True)  # what words are by themselves is known from here on
    assert work(lambda: read(four, fast=True)) < 5 * work(lambda: read(one, fast=True))


def test_a_sentence_of_figures_is_looked_through_once(ends: Callable[[str], None]) -> None:
    ends(
        "from tanik.facts.read import read\nfrom tanik.page.read import read as page\n"
        "facts = read(page(('Vali geldi. ' + '1' * 400_000).encode(), path='a.txt'), fast=True)\n"
        "assert not facts.dates\n"
    )


def test_of_a_long_paragraph_the_sentences_before_a_quotation_are_read() -> None:
    text = "Vali geldi. " * 2_000
    outer = Span(len(text) - 12, len(text))
    found = Parted(text).leading(Span(0, len(text)), outer)
    assert found[-1].end == outer.start - 1
    assert len(found) < 400
    near = Parted("Ali gitti. Vali geldi. “Gel.”").leading(Span(0, 29), Span(23, 29))
    assert [one.start for one in near] == [0, 11]


@pytest.mark.parametrize(
    ("text", "days"),
    [("18-19-20 Mayıs 1921", ["1921-05-18/1921-05-20"]), ("1, 2 ve 3 Mart 1921", ["1921-03-02/1921-03-03"])],
)
def test_days_before_one_month_are_one_date(page_of: Callable[[str], Page], text: str, days: list[str]) -> None:
    found = [date.edtf for date in read(page_of(f"Kafile {text} günü yürüdü."), fast=True).dates]
    assert found[-1:] == days


@pytest.mark.parametrize(
    ("text", "counted"),
    [("0 372 655 10 10 kişi", False), ("0 372 655 kişi", True), ("0 " + "12 " * 20 + "40 kişi", True)],
)
def test_a_row_of_figures_that_begins_with_a_nought_is_dialled(
    page_of: Callable[[str], Page], text: str, counted: bool
) -> None:
    assert bool(read(page_of(f"Köyde {text} vardı."), fast=True).amounts) == counted
