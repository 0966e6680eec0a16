"""Verbs of no table inside a sentence: their forms part phrases as those of known verbs do (GK 25.1.1, 26.3, 27.2)."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.facts.statements.find import sentences_of
from tanik.facts.statements.roles.reading import read_clause
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
        # an infinitive with a phrase of its own, a future participle, a -mış form
        (
            "Vali, askerlere bakacak bir doktoru 4 Mart 1921'de köye gönderdi.",
            {"subject": "Vali", "object": "bir doktor", "recipient": "köy"},
        ),
        (
            "Vali köprüyü onarmak için 300 altını 4 Mart 1921'de Ankara'ya gönderdi.",
            {"subject": "Vali", "object": "300 altın", "recipient": "Ankara"},
        ),
        (
            "Valinin yıpranmış mektubunu 4 Mart 1921'de müzeye verdiler.",
            {"object": "Valinin yıpranmış mektubu", "recipient": "müze"},
        ),
        # a finite verb of any tense or mood ends its clause
        ("Komutan susar, asker köprüyü 4 Mart 1921'de yakar.", {"subject": "asker", "object": "köprü"}),
        ("Köylüler kıtlıkla boğuşur, vali 4 Mart 1921'de unu sattı.", {"subject": "vali", "object": "un"}),
        ("Kimse aldanmasın diye vali 4 Mart 1921'de bildiriyi yayımladı.", {"subject": "vali", "object": "bildiri"}),
        # of an active verb a bare -dığı is no complement: it describes the noun behind it
        ("Askerlerin geçtiği köprü 4 Mart 1921'de çöktü.", {"subject": "köprü"}),
        # a verb in -lAş that no dictionary has
        (
            "Güçsüzleşerek, kaleyi 4 Mart 1921'de düşmana bıraktı.",
            {"object": "kale", "recipient": "düşman"},
        ),
        # what only looks like a verb
        ("Kazan 1921'de belediyeye verildi.", {"object": "Kazan", "recipient": "belediye"}),
        ("Ordu 4 Mart 1921'de köye yemek gönderdi.", {"subject": "Ordu", "object": "yemek", "recipient": "köy"}),
        ("Vali hiç olmazsa 300 altını 1921'de köye gönderdi.", {"object": "300 altın", "recipient": "köy"}),
    ],
)
def test_a_verb_of_no_table_parts_phrases(text: str, roles: dict[str, str]) -> None:
    assert _told(text)[1] == roles


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # a pronoun in the nominative is a phrase alone (GK 6.2)
        ("Onlar evi 4 Mart 1921'de yıktı.", {"subject": "Onlar", "object": "ev"}),
        ("Herkes unu 4 Mart 1921'de orduya verdi.", {"subject": "Herkes", "object": "un", "recipient": "ordu"}),
        ("Kimse kaleyi 4 Mart 1921'de düşmana satmadı.", {"subject": "Kimse", "object": "kale", "recipient": "düşman"}),
        ("Kimisi köprüyü yaktı.", {"subject": "Kimisi", "object": "köprü"}),
        # words of time before a thing are none of its phrase (GK 16.4)
        ("Bir gün ambarı 300 altına tüccara sattı.", {"object": "ambar", "recipient": "tüccar"}),
        ("Şimdi hanı belediye yıktı.", {"subject": "belediye", "object": "han"}),
        # but "bu", "o" and a night's raid go on
        ("Ordu bir gece baskınında kaleyi aldı.", {"subject": "Ordu", "object": "kale", "place": "bir gece baskını"}),
        ("O evi belediye yıktı.", {"subject": "belediye", "object": "O ev"}),
    ],
)
def test_pronouns_and_times_are_phrases_alone(text: str, roles: dict[str, str]) -> None:
    found = _first_reading(text)
    assert {place: found.get(place) for place in roles} == roles


def _first_reading(text: str) -> dict[str, str]:
    """What the last clause of a sentence says by the grammar alone, place by place."""
    page = read((text + "\n").encode(), path="page.txt")
    facts = read_facts(page, fast=True)
    found = [
        reading
        for sentence in sentences_of(page, facts)
        for clause in sentence.clauses
        if (reading := read_clause(sentence, clause)) is not None
    ]
    return {place: role.text for place, role in found[-1].roles.items()}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # what somebody says before a comma or a closing mark is no phrase of the saying (GK 24.2.1)
        ("Bu işe karışmayın, dedi vali.", {"subject": "vali"}),
        ("Köyü hemen boşaltın, dedi.", {}),
        ('Ambarları size açacağız" dedi kaymakam.', {"subject": "kaymakam"}),
        # but a subject before what it says, and a complement, are
        ("Vali köprünün çöktüğünü söyledi.", {"subject": "Vali"}),
        ("Kaymakam “karışmayın” dedi.", {"subject": "Kaymakam"}),
    ],
)
def test_what_is_said_is_no_phrase_of_the_saying(text: str, roles: dict[str, str]) -> None:
    found = _first_reading(text)
    assert {place: said for place, said in found.items() if place != "object"} == roles
