"""What there was, how much it measured, whose it was: told where registers have it, left out where it sets a scene."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

_TOLD = (
    ("Kampta 2.700 kadar subay vardı.", "subay", 2700, "affirmed"),
    ("Limanda o yıl on iki vapur bulunuyordu.", "vapur", 12, "affirmed"),
    ("1923'te elde 40 top kalmıştı.", "top", 40, "affirmed"),
    ("Hastanenin 120 yatağı vardı.", "yata", 120, "affirmed"),
    ("Kasabanın nüfusu 1912'de 9.400'dü.", "nüfus", 9400, "affirmed"),
    ("Geminin mürettebatı 302 kişiydi.", "mürettebat", 302, "affirmed"),
    ("Bankanın sermayesi 250.000 liraydı.", "sermaye", 250000, "affirmed"),
    ("Köprünün boyu 180 metreydi.", "boy", 180, "affirmed"),
    ("Cephanelikte tek mermi yoktu.", "mermi", None, "denied"),
    ("1919'a kadar kasabada telefon yoktu.", "telefon", None, "denied"),
)
_UNTOLD = (
    "O akşam masada dokuz kişi vardı.",
    "Yolda on binden çok insan vardı.",
    "Cebinde yirmi lira vardı.",
    "Yanında iki arkadaşı vardı.",
    "Kasabada eski bir han vardı.",
    "Orada 100 ton altın varmış.",
    "Depoda 40 top var mıydı?",
    "Köyde kaç hane vardı?",
    "Ambarda 40 çuval un olsaydı köylü aç kalmazdı.",
    "Kimsede umut kalmamıştı.",
)


def _statements(text: str) -> tuple[tuple[Statement, ...], tuple[float | None, ...]]:
    page = read_page(f"{text}\n".encode(), path="a.txt")
    facts = read_facts(page, fast=True)
    told = tuple(facts.amounts[index].value for one in facts.statements for index in one.amounts)
    return facts.statements, told


@pytest.mark.parametrize(("text", "thing", "amount", "polarity"), _TOLD)
def test_what_registers_have_is_told(text: str, thing: str, amount: float | None, polarity: str) -> None:
    (one,), told = _statements(text)
    roles = one.firsts
    assert (one.action, one.polarity.value) == (None, polarity)
    assert thing in roles["object"].text
    assert told == (() if amount is None else (amount,))


@pytest.mark.parametrize("text", _UNTOLD)
def test_what_only_sets_a_scene_is_not(text: str) -> None:
    assert [one for one in _statements(text)[0] if one.rule == "statement-existence"] == []


@pytest.mark.parametrize(
    ("text", "action", "roles"),
    [
        ("Sancağın merkezi 1918'e kadar Bayburt'tu.", None, {"object": "Bayburt"}),
        ("Bu çiftlik Salih Ağa'nındı.", None, {"subject": "Salih Ağa", "object": "Bu çiftlik"}),
        ("Okulun ilk müdürü Nafiz Bey'di.", "appoint", {"recipient": "Nafiz Bey", "object": "Okulun ilk müdürü"}),
        ("Derneğin kurucusu Sabri Bey'dir.", "found", {"subject": "Sabri Bey", "object": "dernek"}),
        ("Resimdeki kişi Sabri Bey değildir.", None, {"object": "Sabri Bey"}),
    ],
)
def test_who_and_whose_it_was(text: str, action: str | None, roles: dict[str, str]) -> None:
    (one,), _ = _statements(text)
    told = {place: role.name or role.text for place, role in one.firsts.items()}
    assert one.action == action
    assert {place: told.get(place) for place in roles} == roles


def test_what_is_left_of_what_was_counted() -> None:
    found, _ = _statements("Ambarda 40 çuval un vardı. 15'i yandı. Bunların 12'si satıldı, kalanı orduya verildi.")
    assert [one.firsts["object"].text for one in found[1:]] == ["un", "un", "un"]
