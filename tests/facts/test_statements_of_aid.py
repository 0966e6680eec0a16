"""Sentences about what was given, sent and signed: what fills a place, and what only describes or says when."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as find_facts
from tanik.page.read import read


def _told(text: str) -> tuple[Statement, ...]:
    return find_facts(read(text.encode(), path="a.txt"), fast=True).statements


def _called(one: Statement, place: str) -> str | None:
    role = one.first(place)
    return None if role is None else role.name or role.text


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # "bu" is a determiner before the plural of ships, and no plural makes an izafet with what carries it
        ("Bu gemiler 1921'de Trabzon'a geldi.", {"subject": "Bu gemiler"}),
        ("Bu mektuplar gemiyle İzmir'e gönderildi.", {"object": "Bu mektuplar", "means": "gemi"}),
        # a people is a party and no means
        ("Vali 3 Mayıs 1921'de Londra'da Fransızlarla bir anlaşma imzaladı.", {"recipient": "Fransa", "means": None}),
        ("Vali parayı 1921'de trenle Konya'ya gönderdi.", {"means": "tren"}),
        # what two do to each other, behind a bare noun, is a paper and no deed with a doer of its own
        (
            "19 Temmuz 1920'de Macar heyeti ticaret anlaşmasını hazırlamak için Ankara'ya geldi.",
            {"subject": "Macar heyeti"},
        ),
        ("Vali tarafların anlaşmasını istedi.", {"subject": "Vali", "object": "tarafların anlaşması"}),
        # a sum is what a named owner has; of a substance it is a part
        ("Hamdi Bey'in 80 altını 1921'de bankaya verildi.", {"object": "80 altın"}),
        ("Moskova altının 80 kilosunu 1921'de Konya'ya gönderdi.", {"object": "altın"}),
        # -lik makes an adjective of a sum
        ("4.000 liralık borcun yarısı 1931'de ödendi.", {"object": "4.000 liralık borcun yarısı"}),
        ("Hamdi Ağa 30 katırıyla Bolu'dan Ankara'ya cephane taşıdı.", {"object": "cephane"}),
        # a vessel takes nothing from anybody
        ("İtalya'dan 1922'de gemi de satın aldı.", {"object": "gemi", "recipient": None}),
        # since when, and in what manner
        (
            "Vilayet 1920 yılından itibaren belli aralıklarla köye un gönderdi.",
            {"source": None, "means": None, "object": "un"},
        ),
        ("Muhtelif tarihlerde Bolu'dan Ankara'ya 400 tüfek kaçırıldı.", {"place": None, "object": "400 tüfek"}),
        ("Ordu 1922'de Fransa'dan birçok askeri malzemeyle birlikte uçak satın aldı.", {"recipient": "Ordu"}),
    ],
)
def test_places(text: str, places: dict[str, str | None]) -> None:
    one = _told(text)[0]
    assert {place: _called(one, place) for place in places} == places


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Alayın çekirdeğini 1921'de 400 gönüllü oluşturdu.", None),
        ("İlk kurulu 1924'te Ali Bey oluşturdu.", "found"),
        ("Batarya 3 Mart 1922'de iki tayyare düşürdü.", None),
        ("Vapur 1921'de İzmit'te görev yaptı.", None),
        ("Ali Bey 1921'de vapurda görev yaptı.", "appoint"),
        ("Banka 1924'te bu öneriden doğdu.", None),
        ("Şair 1898'de Üsküp'te doğdu.", "born"),
    ],
)
def test_action(text: str, action: str | None) -> None:
    assert [one.action for one in _told(text)] == [action]


def test_what_a_quantity_came_to_has_the_year_of_each_sum() -> None:
    found = _told("Sandığın mevduatı 1924'te 2 milyon liraya, 1927'de 5 milyon liraya çıktı.")
    assert [one.when for one in found] == ["1924", "1927"]


def test_within_so_long_leaves_the_day_before() -> None:
    first, second = _told("Gemi 5 Mayıs 1921'de Trabzon'a geldi, iki hafta içinde 400 sandık un verildi.")
    assert (first.when, second.when) == ("1921-05-05", None)


def test_a_han_has_no_family_name() -> None:
    text = "Timur Han 1402'de Konya'yı kuşattı. Profesör Timur Kocaer bunu yazdı. Timur'un ordusu 1403'te geri döndü."
    names = [one.name for one in find_facts(read(text.encode(), path="a.txt"), fast=True).names]
    assert [name for name in names if name.startswith("Timur")] == ["Timur Han", "Timur Kocaer", "Timur Han"]


def test_nobody_gives_to_himself() -> None:
    for one in _told("Hamdi Bey bankayı 1921'de kurdu. Bunun 300 lirası Hamdi Bey tarafından verildi."):
        assert _called(one, "subject") is None or _called(one, "subject") != _called(one, "recipient")
