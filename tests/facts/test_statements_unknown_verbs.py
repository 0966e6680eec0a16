"""Verbs of no table inside a sentence: their forms part phrases as those of known verbs do (GK 25.1.1, 26.3, 27.2)."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read


def _told(text: str) -> tuple[Statement, dict[str, str]]:
    page = read((text + "\n").encode(), path="page.txt")
    one = read_facts(page, fast=True).statements[-1]
    return one, {place: role.name or role.text for place, role in one.firsts.items()}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # a participle of a verb that is made of a noun or adjective
        (
            "Belediye, halkın yükünü hafifleten 3 kilometrelik yolu 1921'de açtı.",
            {"subject": "Belediye", "object": "3 kilometrelik yol"},
        ),
        ("Şehri güzelleştiren çeşmeyi 1921'de Rıfat Paşa yıktı.", {"subject": "Rıfat Paşa", "object": "çeşme"}),
        ("Köylüyü ilgilendiren kararı vali 4 Mart 1921'de imzaladı.", {"subject": "vali", "object": "karar"}),
        # one that opens the sentence describes the noun behind it
        ("Öfkelenen kaymakam 4 Mart 1921'de istasyonu yıktı.", {"subject": "kaymakam", "object": "istasyon"}),
        # of the first and second person, and before a comma
        (
            "Tüccar, yanaştığımız limanda 4 Mart 1921'de gemiyi sattı.",
            {"subject": "Tüccar", "object": "gemi", "place": "liman"},
        ),
        ("Vali, çok özlediği, yıllarca düşlediği köyüne 1921'de döndü.", {"subject": "Vali", "recipient": "köyü"}),
        # a converb that opens the sentence is nobody
        ("Terleyerek, mektubu 4 Mart 1921'de valiye verdi.", {"object": "mektup", "recipient": "vali"}),
        ("Kuraklık uzasa belediye 1921'de suyu satacaktı.", {"subject": "belediye", "object": "su"}),
        # what only looks like a verb
        ("Kazan 1921'de belediyeye verildi.", {"object": "Kazan", "recipient": "belediye"}),
        ("Vali hiç olmazsa 300 altını 1921'de köye gönderdi.", {"object": "300 altın", "recipient": "köy"}),
    ],
)
def test_a_verb_of_no_table_parts_phrases(text: str, roles: dict[str, str]) -> None:
    assert _told(text)[1] == roles
