"""A deed of the dead in a clause that leaves its subject unsaid: told where grammar alone gives the subject."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined


def _rules(text: str) -> list[str]:
    found = run((examined(f"Not\n\n{text}\n", fast=True),)).findings
    return [one.rule for one in found if one.rule.startswith("deed-")]


@pytest.mark.parametrize(
    "text",
    [
        "Nerimanov 1925'te Moskova'da öldü, 1926'da ise bir gazeteye demeç verdi.",
        "Nerimanov 1925'te Moskova'da öldü ve 1927'de Ankara'ya bir mektup yazdı.",
        "Nərimanov 1925-ci ildə Moskvada öldü, 1926-cı ildə isə Bakıda qəzetə müsahibə verdi.",
    ],
)
def test_a_joined_clause_goes_on_with_the_dead(text: str) -> None:
    assert _rules(text) == ["deed-after-death"]


@pytest.mark.parametrize(
    "text",
    [
        "Nerimanov 1925'te Moskova'da öldü, oğlu 1926'da bir gazeteye demeç verdi.",
        "Nerimanov 1925'te Moskova'da öldü; 1926'da eşi bir gazeteye demeç verdi.",
        "Nerimanov 1925'te Moskova'da öldü, 1926'da Bakü'de anıldı.",
        "Enver Paşa 1922'de öldü, 1996'da İstanbul'a getirildi.",
        "Talat Paşa 1921'de öldürüldü, 1943'te Türkiye'ye getirildi ve törenle gömüldü.",
        "Nerimanov 1925'te öldü. 1926'da Bakü'de bir gazeteye demeç verildi.",
    ],
)
def test_others_and_what_becomes_of_the_dead_are_no_deed_of_theirs(text: str) -> None:
    assert _rules(text) == []
