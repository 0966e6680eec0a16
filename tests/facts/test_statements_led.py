"""Bodies with a leader, posts in a town, purposes with objects of their own: each rule where it holds and where not."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as find_facts
from tanik.page.read import read as read_page

from .answers import roles_where


def _roles(text: str, part: str) -> dict[str, str]:
    return roles_where(text, lambda told: part in told)


@pytest.mark.parametrize(
    ("text", "part", "place", "value"),
    [
        # the body acts, its leader says which
        ("Rıza Nur başkanlığındaki heyet 1922'de Bern'e gitti.", "gitti", "subject", "Rıza Nur başkanlığındaki heyet"),
        ("Ali Bey komutasındaki ordu 3 Ekim 1920'de Iğdır'ı aldı.", "aldı", "subject", "Ali Bey komutasındaki ordu"),
        ("Ali Bey başkanlığında heyet 1922'de Bern'e gitti.", "gitti", "recipient", "Bern"),
        ("Rıza Nur 1922'de Bern'deki heyete para verdi.", "verdi", "subject", "Rıza Nur"),
        # the post is the object, the town where it is held
        ("Hükûmet 1921'de Ali Fuat Paşa'yı Moskova'ya elçi olarak atadı.", "atadı", "object", "elçi"),
        ("Hükûmet 1921'de Ali Fuat Paşa'yı Moskova'ya elçi olarak atadı.", "atadı", "place", "Moskova"),
        ("Ali Fuat Paşa 1920'de Moskova'ya elçi tayin edildi.", "tayin", "object", "elçi"),
        ("Hükûmet 1920'de Ali Fuat Paşa'yı elçiliğe atadı.", "atadı", "object", "elçi"),
        # what was only intended leaves the main verb nothing
        ("Heyet ticaret anlaşmasını hazırlamak için 1920'de Bern'e geldi.", "geldi", "recipient", "Bern"),
        ("Vali evlerin yağmalanmasını önlemek üzere 1921'de Aydın'a gitti.", "gitti", "subject", "Vali"),
        ("Vali 1921'de ticaretin kesilmesini istedi.", "istedi", "object", "ticaretin kesilmesi"),
        # "-yi" is no possessive: whose deed it is stands in the genitive, and who tells of it before the comma
        ("Osman Bey, Nuri Bey'in 10 milyon rubleyi Moskova'ya yolladığını anlatır.", "yolla", "subject", "Nuri Bey"),
        (
            "Osman Bey, Nuri Bey'in 10 milyon rubleyi Moskova'ya yolladığını yazdı.",
            "yolla",
            "object",
            "10 milyon ruble",
        ),
        ("Vali, Nuri Bey'in 1921'de 40 bin lirayı aldığını yazdı.", "aldığını", "recipient", "Nuri Bey"),
        ("Vali, Nuri Bey'in 1921'de parayı Sivas'a yolladığını yazdı.", "yolla", "subject", "Nuri Bey"),
        ("Vali 1921'de 200 kilo altın teslim aldı, kalanı Sivas'a gönderdi.", "Sivas", "object", "altın"),
        ("Vali 1921'de 200 tüfek teslim aldı.", "teslim", "object", "200 tüfek"),
        # what help is for gets nothing, a front, a movement and people do
        ("Hintliler 1921'de Millî Mücadele'ye 125 bin lira gönderdi.", "gönderdi", "recipient", "Kurtuluş Savaşı"),
        ("Rusya 1921'de Batı Cephesi'ne silah yolladı.", "yolladı", "recipient", "Batı Cephesi"),
        ("Rusya 1921'de asilere silah yolladı.", "yolladı", "recipient", "asiler"),
    ],
)
def test_a_place_is_filled_by_whoever_the_grammar_has(text: str, part: str, place: str, value: str) -> None:
    assert _roles(text, part).get(place) == value


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        ("Heyet ticaret anlaşmasını hazırlamak için 1920'de Bern'e geldi.", "geldi", "object"),
        ("Vali evlerin yağmalanmasını önlemek üzere 1921'de Aydın'a gitti.", "gitti", "object"),
        ("Rusya 1921'de Kurtuluş Savaşı'na destek için 5 milyon ruble gönderdi.", "gönderdi", "recipient"),
        ("İngiltere 1925'te isyana destek amacıyla silah yolladı.", "yolladı", "recipient"),
    ],
)
def test_a_place_is_left_empty(text: str, part: str, place: str) -> None:
    assert place not in _roles(text, part)


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        # of a share without a number nobody says how much it is
        ("Rusya 10 milyon rublenin bir kısmını 1921'de teslim etti.", "teslim", []),
        ("10 bin tüfeğin çoğu 1921'de Sivas'a yollandı.", "yollandı", []),
        ("Depodan 200 çuval unun ancak yarısı 1921'de Konya'ya gönderildi.", "gönderildi", []),
        ("Half of the 10 million rubles was delivered in 1921.", "delivered", []),
        ("Russia delivered only part of the 500 rifles in 1921.", "delivered", []),
        # of the whole, and of a share with a number
        ("Rusya 10 milyon rublenin tamamını 1921'de teslim etti.", "teslim", [10_000_000]),
        ("Rusya 10 milyon rublenin 4 milyonunu 1921'de teslim etti.", "teslim", [4_000_000]),
        ("Rusya 10 milyon rubleyi 1921'de teslim etti.", "teslim", [10_000_000]),
        ("Russia delivered all of the 500 rifles in 1921.", "delivered", [500]),
        ("Russia delivered a total of the promised 500 rifles in 1921.", "delivered", [500]),
    ],
)
def test_a_whole_is_not_what_its_share_comes_to(text: str, part: str, told: list[float]) -> None:
    facts = find_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True)
    one = next(statement for statement in facts.statements if part in statement.text)
    assert [facts.amounts[index].value for index in one.amounts] == told


def test_whoever_gave_a_thing_did_not_lose_it() -> None:
    told = "Kızılay'ın Rus esirlerine dağıttığı 3.000 battaniye 1918 yazında ele geçirildi."
    assert _roles(told, "ele geçirildi") == {"object": "3.000 battaniye"}
    assert roles_where(told, lambda said: said.endswith("battaniye"))["recipient"] == "Rus esirleri"
