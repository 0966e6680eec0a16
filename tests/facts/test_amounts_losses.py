"""Losses in numbers: which noun a number without one counts, and where a word for people is an adjective."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read


def _counted(text: str) -> list[tuple[str, str, str | None]]:
    facts = read_facts(read(text.encode(), path="sayfa.txt"), fast=True)
    return [(one.text, one.unit, one.of) for one in facts.amounts]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        # the noun before the number says what was lost, and not the number told before
        ("Alaydan 300 er öldü. Toplam kaybımız 5.400'ü bulmuştu.", ("5.400", "person", "kayıp")),
        ("Alaydan 300 er öldü. Karşı tarafın kaybı ise 9.000'e ulaştı.", ("9.000", "person", "kayıp")),
        ("Alaydan 300 er öldü. Karşı tarafın zayiatı 9.000'i aştı.", ("9.000", "person", "zayiat")),
        ("Şehit sayımızın 4.120 olmasına üzüldüler.", ("4.120", "person", "Şehit")),
        # of losses a part is still a share, and the losses of a firm are money
        ("Alayın 900 kayıp verdiği yazılır. Bu kaybın 300'ü er idi.", ("300", "person", "kayıp")),
        ("Şirketin borcu 4.000 liraydı. Kaybı 9.000'e ulaştı.", ("9.000", "lira", None)),
        # two nouns before "ile" are a compound; before a verb the second may be an object
        ("Tabura 640 ev izni ile ayrılan katılmadı.", ("640 ev", "count", "ev")),
        ("Tabura 640 hava değişimi ile ayrılan katılmadı.", ("640 hava değişimi", "count", "hava değişimi")),
        ("Baskında 40 er köyü yaktı.", ("40 er", "person", "er")),
        # people who can describe do so before a bare noun that ends the phrase
        ("Depoda 300 kayıp eser bulundu.", ("300 kayıp eser", "count", "eser")),
        ("Depoda 300 kayıp er bulundu.", ("300 kayıp er", "person", "er")),
        ("O gün 300 kayıp verdik.", ("300 kayıp", "person", "kayıp")),
        ("O gün 300 yaralı savaş dışı kaldı.", ("300 yaralı", "person", "yaralı")),
        # a past is no possessed head of a compound
        ("Kaymakam 2 okul kurdu.", ("2 okul", "count", "okul")),
    ],
)
def test_what_the_last_number_counts(text: str, last: tuple[str, str, str | None]) -> None:
    assert _counted(text)[-1] == last


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (
            "Kıyıya 308 gemi geldi ve limanın iki yanına asker çıkardı. Onlar 9 bin, biz ise 7 bin şehit verdik.",
            "person",
        ),
        ("Fabrika 40 işçi aldı. Valinin 300, kaymakamın ise 200 lirası vardı.", "lira"),
        # no comma, or a sentence between: nearest is what was told before
        ("Fabrika 40 işçi aldı. Ertesi yıl 55 oldu. Kasada 60 lira kaldı.", "person"),
        ("Fabrika 40 işçi aldı, sonra 55, kasada ise 6.000 lira kaldı.", "person"),
    ],
)
def test_the_next_number_of_the_sentence_is_nearer_than_one_of_another(text: str, unit: str) -> None:
    assert _counted(text)[-2][1] == unit
