"""Budgets that do not balance, and lists behind a colon that hold more than their whole."""

from __future__ import annotations

import pytest

from tanik.compare.run import run
from tanik.dossier.messages import message

from .planted_pages import examined


def sums(text: str) -> list[str]:
    findings = run((examined(f"Not\n\n{text}", fast=True),)).findings
    return [finding.rule for finding in findings if finding.rule.startswith("sum-")]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("O yıl gider 73 milyon lira, gelir 61 milyon liraydı; açık 14 milyon lirayı buluyordu.", ["sum-balance"]),
        ("O yıl gider 73 milyon lira, gelir 61 milyon liraydı; açık 12 milyon lirayı buluyordu.", []),
        ("Köyün geliri 4.000 lira, gideri 3.500 lira, bütçe fazlası 600 liraydı.", ["sum-balance"]),
        ("Varidat 900 lira, masraf 1.000 lira, açık 100 liraydı.", []),
        ("Varidat 900 lira, masraf 1.000 lira, açık ise 200 liraydı.", ["sum-balance"]),
        (
            "Its revenue was 40 million lira, expenditure 52 million lira and the deficit 10 million lira.",
            ["sum-balance"],
        ),
        ("Its revenue was 40 million lira, expenditure 52 million lira and the deficit 12 million lira.", []),
        ("Gelir yaklaşık 61 milyon lira, gider 73 milyon lira, açık 14 milyon liraydı.", []),
        ("Gelir 61 milyon lira, gider 73 milyon lira, açık 14 milyon kuruştu.", []),
        ("Gelir 40 lira, gider 52 lira idi; köylünün açık alanda 10 lirası çalındı.", []),
        ("Gelir 40 lira, başka gelir 10 lira, gider 52 lira, açık 5 lira idi.", []),
        ("Gelir 40 lira, gider 52 lira idi.", []),
        ("Ambara 90 çuval un geldi: 40'ı Bolu'dan, 30'u Düzce'den, 25'i Gerede'den.", ["sum-part"]),
        ("Ambara 90 çuval un geldi: 40'ı Bolu'dan, 30'u Düzce'den, 20'si Gerede'den.", []),
        ("Ambara 90 çuval un geldi: 12'si ıslaktı, 3'ü delikti.", []),
        ("They had 11 million lira by then: 4 million in 1920, 6 million in 1921 and 2 million in 1922.", ["sum-part"]),
        ("They had 12 million lira by then: 4 million in 1920, 6 million in 1921 and 2 million in 1922.", []),
    ],
)
def test_what_does_not_come_out_is_told(text: str, rules: list[str]) -> None:
    assert sums(text) == rules


def test_the_difference_is_told_in_the_readers_figures() -> None:
    page = examined("Not\n\nGider 73 milyon lira, gelir 61 milyon lira, açık 14 milyon liraydı.", fast=True)
    (finding,) = run((page,)).findings
    assert "(73 milyon lira − 61 milyon lira) 12.000.000 ediyor" in message(finding, "tr")
    assert "is 12,000,000, but the page gives it as “14 milyon lira”" in message(finding, "en")
