"""What fills no place though its ending could: halves of lists, determiners, another verb's object, manner."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _told(text: str) -> tuple[Statement, ...]:
    return read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True).statements


def _filled(text: str, action: str) -> dict[str, list[str]]:
    """The places of the statement of an action, each with its fillers."""
    told = next(one for one in _told(text) if one.action == action)
    filled: dict[str, list[str]] = {}
    for place, role in told.roles:
        filled.setdefault(place, []).append(role.name or role.text)
    return filled


@pytest.mark.parametrize(
    ("text", "action", "place", "wanted"),
    [
        ("Ordu 1921'de tüfek ve cephaneyi Kars'a taşıdı.", "move", "object", ["tüfek ve cephane"]),
        ("Vali 1931'de öğretmen ve memurlara 300 lira verdi.", "transfer", "recipient", ["öğretmen ve memurlar"]),
        ("Köyde 1915'te 40 kişi kıtlık ve hastalıktan öldü.", "die", "cause", ["kıtlık ve hastalık"]),
        ("Şirket 1931'de buğday, arpa ve çavdardan vazgeçti.", "refuse", "object", ["buğday, arpa ve çavdar"]),
        # each has an ending of its own, or is a deed with words of its own
        ("Vali 1921'de orduya ve köylülere 300 lira verdi.", "transfer", "recipient", ["ordu", "köylüler"]),
        # who acts may stand before the comma
        ("Köylüler, arpa ve buğdayı 1931'de Bursa'ya taşıdı.", "move", "subject", ["Köylüler"]),
        # kin of somebody are no list of common nouns
        ("Vali ve oğluna 1921'de 300 lira verildi.", "transfer", "recipient", ["Vali", "oğlu"]),
    ],
)
def test_nouns_joined_by_ve_have_one_case(text: str, action: str, place: str, wanted: list[str]) -> None:
    assert _filled(text, action).get(place, []) == wanted


@pytest.mark.parametrize(
    ("text", "action", "place"),
    [
        # an adjective before "olarak" and a thing before "ile" say how
        ("Ali Bey 1921'de kongreye etkin olarak katıldı.", "meet", "capacity"),
        ("Köprü 1931'de büyük bir törenle açıldı.", "begin", "companion"),
        ("Okul 1931'de bağışlar ile kuruldu.", "found", "companion"),
        # the object of a verb inside
        ("Yolu nasıl açacağını 1921'de kararlaştırdı.", "accept", "subject"),
        # a way is nobody to whom one speaks
        ("Nuri Bey 1921'de evine dönüp yardım istedi.", "request", "recipient"),
        # behind whom one goes is no place that one leaves
        ("Kardeşi 1921'de arkasından gitti.", "move", "object"),
        # a time alone does nothing, nor does whose time it was, or a danger under which one came
        ("Abdülhamid zamanında 1900'de okul yapıldı.", "found", "subject"),
        ("Köy 1921'de eşkıyanın tehdidi altına girdi.", "move", "recipient"),
        # a determiner alone is nobody
        ("Bir de 1921'de Kars'a gitti.", "move", "subject"),
    ],
)
def test_what_only_tells_how_or_is_anothers_fills_no_place(text: str, action: str, place: str) -> None:
    assert all(place not in {name for name, _ in one.roles} for one in _told(text) if one.action == action)


@pytest.mark.parametrize(
    ("text", "action", "place", "wanted"),
    [
        ("Ali Bey 1921'de kongreye gözlemci olarak katıldı.", "meet", "capacity", ["gözlemci"]),
        ("Ali Bey 1921'de kardeşi ile Kars'a gitti.", "move", "companion", ["kardeşi"]),
        ("Nuri Bey 1921'de valiye gidip yardım istedi.", "request", "recipient", ["vali"]),
        ("Memurlar, yolu nasıl açacaklarını 1921'de kararlaştırdı.", "accept", "subject", ["Memurlar"]),
        # behind a plural or a possessive "sonucu" is a postposition, behind a bare noun a noun
        ("Köylülerin itirazları sonucu başkan 1931'de istifa etti.", "end", "subject", ["başkan"]),
        ("Seçim sonucu 1931'de açıklandı.", "say", "object", ["Seçim sonucu"]),
        # with its possessive a phrase is closed, and a people begins another
        ("Savaş araç ve gereci 1921'de Fransızların eline geçti.", "transfer", "recipient", ["Fransa"]),
        # a name that no table has can be spoken to
        ("Vali, Bekir Türkmengil'e dönüp 1921'de yardım istedi.", "request", "recipient", ["Bekir Türkmengil"]),
        # a noun in -ma is no "to my"
        ("Koruma Kanunu 1940'ta kabul edildi.", "accept", "object", ["Koruma Kanunu"]),
        # what may be an accusative is the infinitive's
        ("Vali 1921'de anlaşmazlıkları gidermeye karar verdi.", "accept", "object", ["anlaşmazlıkları giderme"]),
        ("Kardeşi 1921'de çekilmeye karar verdi.", "accept", "subject", ["Kardeşi"]),
        # who did what a complement tells is not who asks
        (
            "Milisler tarafından köyün savunulamayacağını gören Ali Bey, valiye başvurarak 1921'de yardım istedi.",
            "request",
            "subject",
            ["Ali Bey"],
        ),
        ("Esirler 1921'de Konya, Niğde ve Karaman'daki kamplara gönderildi.", "move", "subject", ["Esirler"]),
        # behind an adverbial clause another begins
        ("Para gelince Rusya silahları 1921'de gönderdi.", "transfer", "subject", ["Rusya"]),
        ("Para gelince Rusya silahları 1921'de gönderdi.", "transfer", "object", ["silah"]),
        # a determiner before a number is of one phrase with it
        ("Bu iki aile 1921'de Kars'a taşındı.", "move", "subject", ["iki aile"]),
        ("Bir başka heyet 1921'de Kars'a gitti.", "move", "subject", ["Bir başka heyet"]),
    ],
)
def test_what_stays_told(text: str, action: str, place: str, wanted: list[str]) -> None:
    assert _filled(text, action).get(place, []) == wanted
