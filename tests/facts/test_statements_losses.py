"""Who died of what and from where, what says only when or how, and who tells nothing."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read


def _roles(text: str) -> dict[str, str]:
    facts = read_facts(read(text.encode(), path="sayfa.txt"), fast=True)
    return {place: role.name or role.text for place, role in facts.statements[-1].firsts.items()}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("1918'de kasabada vebadan 300 kişi öldü.", {"cause": "veba", "object": "300 kişi", "place": "kasaba"}),
        ("1918'de açlıktan 300 kişi öldü.", {"cause": "açlık", "object": "300 kişi"}),
        ("Konya'dan 40 kişi 1916'da şehit oldu.", {"source": "Konya", "object": "40 kişi"}),
        ("Köylülerden 40 kişi 1919'da öldü.", {"subject": "Köylüler"}),
        ("Hanedandan 155 kişi 1924'te yurt dışına gönderildi.", {"subject": "Hanedan", "recipient": "yurt dışı"}),
        ("Toplantı 1926'da 17.30'da başladı.", {"subject": "Toplantı"}),
        ("Kitaplarda hep 40 şehit verdiğimiz yazıldı.", {"object": "40 şehit", "place": "Kitaplar"}),
    ],
)
def test_what_fills_which_place(text: str, roles: dict[str, str]) -> None:
    assert _roles(text) == roles


def test_by_what_a_thing_began_is_not_what_was_begun() -> None:
    assert "object" not in _roles("Savaş 1916'da köylerin topa tutulmasıyla başladı.")


@pytest.mark.parametrize(
    "text",
    [
        "Sulhu imzalayan valiyi yermiş, Türklerin kazandığını, Fransa’nın limanı kaybettiğini açıklamıştır.",
        "Valiyi eleştirmiş, Rusların geldiğini, Fransa’nın limanı kaybettiğini aylarca anlatmıştır.",
    ],
)
def test_whose_deed_is_told_is_no_teller(text: str) -> None:
    facts = read_facts(read(text.encode(), path="sayfa.txt"), fast=True)
    told = [one.attributed_to for one in facts.statements]
    assert told
    assert not any((teller or "").endswith(("lerin", "ların")) for teller in told)
