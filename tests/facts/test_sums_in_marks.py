"""A sum in marks is what was given, and nobody's words; with a verb of saying behind it, it is somebody's."""

from __future__ import annotations

import pytest

from tanik.facts.model import Facts
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _facts(text: str) -> Facts:
    return read_facts(read_page(text.encode(), path="x.txt"), fast=True)


@pytest.mark.parametrize(
    ("text", "thing", "value"),
    [
        ("Lenin'in Ankara'ya “tam on bir milyon altın ruble” verdiğini yazıyorlar.", "on bir milyon altın ruble", 11e6),
        ("Enver Paşa 1921'de “3 bin tüfek” istedi.", "3 bin tüfek", 3000),
        ("Rauf Bey Konya'ya “40 sandık ilaç” gönderdi.", "40 sandık ilaç", 40),
        ("Heyet Ziraat Bankası'na “1,5 milyon lira” yatırdı.", "1,5 milyon lira", 1.5e6),
        ("Köylüler orduya “yaklaşık 900 okka un” verdi.", "900 okka un", 900),
    ],
)
def test_a_sum_in_marks_is_what_was_dealt_with(text: str, thing: str, value: float) -> None:
    facts = _facts(text)
    assert not facts.quotations
    told = next(one for one in facts.statements if one.amounts)
    given = told.first("object")
    assert given is not None
    assert (given.name or given.text, facts.amounts[told.amounts[0]].value) == (thing, value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vali “Beş bin altın” dedi.", "Beş bin altın"),
        ("Müdür “40 sandık” diye cevap verdi.", "40 sandık"),
        ("Rauf Bey “Kırk top geldi” diye yazdı.", "Kırk top geldi"),
        ("“Üç gün aç kaldık” diyor dedem.", "Üç gün aç kaldık"),
        ("Rauf Bey, “On bin asker yürüyor, yollar kapandı” haberini verdi.", "On bin asker yürüyor, yollar kapandı"),
    ],
)
def test_words_with_a_number_that_somebody_said_are_a_quotation(text: str, words: str) -> None:
    assert [one.span.of(text) for one in _facts(text).quotations] == [words]
