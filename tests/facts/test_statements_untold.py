"""Clauses whose verb no table has: kept with a day of their own, else only where more can be looked up."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _told(text: str) -> list[str]:
    return [one.text for one in read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True).statements]


@pytest.mark.parametrize(
    "text",
    [
        "Deprem 13 Eylül 1924 günü oldu.",
        "Baskın 4 Ocak 1925'te oldu.",
        "Patlama 1911'de olmuş.",
        "Halim Bey 1911'de kıvrandı.",
    ],
)
def test_what_has_a_day_of_its_own_is_told(text: str) -> None:
    assert _told(text) == [text.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    [
        "Köprünün adı sonra değişti.",
        "1924'te yapılan köprünün adı değişti.",
        "1926'da her şey güzel oldu.",
        "O yıl çok kar oldu.",
        "Çeşme kurudu.",
        "Çarşıdaki bina 1967'de depo oldu.",
        "Bildiri 3 Mayıs 1921'de duvarlara asıldı.",
    ],
)
def test_what_has_none_or_is_no_event_is_not(text: str) -> None:
    assert _told(text) == []
