"""A verb that wishes or asks ("gelsin", "olsun") is nothing that a number counts."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as find_facts
from tanik.page.read import read


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Kervan 10 milyon ruble getirdi, nasıl 5 milyon gelsin?", [None, None]),
        ("Kasaya 40 bin lira kondu, neden 20 bin versinler?", [None, None]),
        ("Orada 30 olsun, burada 20 dükkân olsun.", ["dükkân", "dükkân"]),
        ("Ambara 200 basın mensubu geldi.", ["basın mensubu"]),
        ("Şair 3 vezin kullandı.", ["vezin"]),
    ],
)
def test_wishes_are_not_counted(text: str, counted: list[str | None]) -> None:
    facts = find_facts(read(text.encode(), path="x.txt"), fast=True)
    assert [amount.of for amount in facts.amounts] == counted
