"""What a value is not: a possessed subject no accusative, a paper's day no day of deeds, a label nobody."""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _statements(text: str) -> tuple[Statement, ...]:
    return read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True).statements


def _of(text: str, part: str) -> dict[str, str | None]:
    one = next(one for one in _statements(text) if part in one.text and not one.further)
    found: dict[str, str | None] = {place: role.text for place, role in one.firsts.items()}
    return found | {"action": one.action, "when": one.when, "by": one.attributed_to}


# sentence, a part of its statement, a place, what fills it (None where nothing may)
VALUES = [
    # beside an intransitive verb "-ları" is the possessed subject (GK 8.1.2, 13.1.1)
    ("Ali Bey 1920'de geldi. Kurulun toplantıları 1921'de sona erdi.", "sona", "subject", "Kurulun toplantıları"),
    ("Ali Bey 1920'de geldi. Derneğin dersleri 1921'de başladı.", "başladı", "subject", "Derneğin dersleri"),
    ("Vali 1921'de çetelerin evlerini yaktı.", "yaktı", "object", "çetelerin evleri"),
    ("Müdür toplantıları 1921'de sona erdirdi.", "erdirdi", "subject", "Müdür"),
    # what somebody is called describes him (GK 14.3.3)
    ("1935'te Salih isminde bir tüccar tarafından dükkân yakıldı.", "yakıldı", "object", "dükkân"),
    ("1935'te Salih adlı bir tüccar tarafından dükkân yakıldı.", "yakıldı", "object", "dükkân"),
    ("1935'te Salih adında bir tüccar dükkânı yaktı.", "yaktı", "place", None),
    ("Vali 1935'te kendi adında bir okul açtı.", "açtı", "subject", "Vali"),
    # two names of one head in the plural (GK 14.4, 26.1.1)
    ("Kars ve Ardahan delegeleri 1924'te geldi.", "geldi", "subject", "Kars ve Ardahan delegeleri"),
    ("Kars ve Ardahan 1924'te yandı.", "yandı", "object", "Kars"),
    # behind a genitive the possessive stands before the accusative (GK 14.4)
    ("Belediye 1931'de köprünün altını onardı.", "onardı", "object", "köprünün altı"),
    ("Belediye 1931'de altını sattı.", "sattı", "object", "altın"),
    # rebels and riots
    ("Âsiler 1920'de Bolu'yu işgal etti.", "işgal", "subject", "Âsiler"),
    ("Jandarma 1925'te haydutların taşkınlıklarını bastırdı.", "bastırdı", "action", "defeat"),
    ("Yazar 1925'te hikâyelerini bastırdı.", "bastırdı", "action", "publish"),
    # how long, and nobody
    ("Uzun süre 1921'de Ali Bey'i hapsettiler.", "hapsettiler", "subject", None),
    # the day of a paper, of an issue (GK 17.2.2, 26.3.9)
    ("Gazeteye (Ses, 3 Mart 1921) göre Ali Bey köprüyü yaktı.", "yaktı", "when", None),
    ("Ali Bey (3 Mart 1921) köprüyü yaktı.", "yaktı", "when", "1921-03-03"),
    ("Hasan Bey'in 5 Mayıs 1943 tarihli mektubunda belirttiği gibi Ali Bey köyü yaktı.", "yaktı", "when", None),
    ("5 Mayıs 1943 tarihli rapora göre Ali Bey 1940'ta köyü yaktı.", "yaktı", "when", "1940"),
    ("5 Mayıs 1943 tarihli kanunla okul kapatıldı.", "kapatıldı", "when", "1943-05-05"),
    # on whose word: whoever tells, of a law with its article, and no clause that only describes the source
    ("Hasan Bey'in yazdığı gibi Ali Bey 1921'de köprüyü yaktı.", "yaktı", "by", "Hasan Bey"),
    ("Hasan Bey'in dediği gibi Ali Bey 1921'de köprüyü yaktı.", "yaktı", "by", "Hasan Bey"),
    ("Hasan Bey'in değindiği gibi Ali Bey 1921'de köprüyü yaktı.", "yaktı", "by", "Hasan Bey"),
    ("Hasan Bey'in istediği gibi Ali Bey 1921'de köprüyü yaktı.", "yaktı", "by", None),
    ("Hasan Bey'in desteklediği gibi Ali Bey 1921'de köprüyü yaktı.", "yaktı", "by", None),
    ("Hasan Bey'in denediği gibi Ali Bey 1921'de köprüyü yaktı.", "yaktı", "by", None),
    ("1928'de yayımlanan yasanın 12. maddesine göre vakıf 1930'da arsa sattı.", "sattı", "by", "yasanın 12. maddesi"),
    ("1928'de yayımlanan yasanın 12. maddesine göre vakıf 1930'da arsa sattı.", "yayımlanan", "by", None),
    # a label, an organ of a body, a number of meetings
    ("Madde 3 — Osmanlı Devleti 1918'de Kars'ı Rusya'ya bıraktı.", "bıraktı", "subject", "Osmanlı Devleti"),
    ("Fırka ordusu kurmay heyetinde 1916'da Ali Bey görev aldı.", "görev", "recipient", "Ali Bey"),
    ("Şehir meclisi okul binasını 1925'te kapattı.", "kapattı", "subject", "Şehir meclisi"),
    ("Ali Bey ve Veli Bey 1921'de iki görüşme yaptılar.", "yaptılar", "recipient", None),
    ("Ali Bey 1921'de iki elçiyle görüştü.", "görüştü", "recipient", "iki elçi"),
    ("1921'de Sakarya'da ilk kayıplarımızı verdik.", "verdik", "action", "lose"),
    ("Belediye 1921'de kayıplarımızı ödedi.", "ödedi", "subject", "Belediye"),
    # who is named is no post of another (GK 12.2)
    ("1920'de heyete Rıza Bey, Hasan Bey ve Cemil Bey seçildiler.", "seçildiler", "recipient", "Rıza Bey"),
    ("1920'de Rıza Bey başkan seçildi.", "seçildi", "object", "başkan"),
    # by whose hand, without the genitive
    ("Köprü 1921'de kâtibinin marifetiyle yakıldı.", "yakıldı", "subject", "kâtibi"),
    ("Köprü 1921'de Ali Bey marifetiyle yakıldı.", "yakıldı", "subject", "Ali Bey"),
    # what is counted stands behind the adjective (GK 15.10)
    ("1920'de 8 ayrı İstiklâl Mahkemesi kuruldu.", "kuruldu", "object", "8 ayrı İstiklâl Mahkemesi"),
    ("1920'de iki hasta Ali Bey'e para verdi.", "verdi", "subject", "iki hasta"),
    # of what is still to come the whole is told (GK 24.4.1)
    ("Müdür 3 Mart 1936'da okulun kapatılacağını yazmıştı.", "yazmıştı", "object", "okulun kapatılacağını"),
    ("Müdür 3 Mart 1936'da okulun yandığını yazmıştı.", "yazmıştı", "object", "okul"),
    # of which day of the week, and for how many years: nobody
    ("Ali Bey 1919'da geldi. 23 Mart 1920 salı gecesi Malta'ya gönderildi.", "gönderildi", "subject", "Ali Bey"),
    ("Ali Bey 1919'da geldi. Uzun yıllar Konya'da öğretmenlik yaptı.", "yaptı", "recipient", "Ali Bey"),
    ("Ali Bey 1931'de kitabını meydana getirdi.", "getirdi", "recipient", None),
    ("Tümen 16 Ağustos 1921'de yürüyüşe geçti.", "geçti", "recipient", None),
    ("1920'de İzmir'de olaylar çıktı.", "çıktı", "action", "begin"),
    ("Ali Bey 1920'de Samsun'a çıktı.", "çıktı", "action", "move"),
    ("Bu notlar 1950'de basıldı.", "basıldı", "action", "publish"),
    ("Jandarma evi 1950'de bastı.", "bastı", "action", "attack"),
    # a surname in brackets before the title, which has the case (TDK, yay ayraç)
    ("1920'de Albay Nuri (Kırlı) Bey'e para verildi.", "verildi", "recipient", "Albay Nuri"),
    ("1920'de başkanlığa Nuri (Kırlı) Bey seçildi.", "seçildi", "recipient", "Nuri"),
    ("Nuri (Kırlı) Bey 1920'de köprüyü yaktı.", "yaktı", "subject", "Nuri"),
    ("Vali 1920'de Nuri (Kırlı) Paşa'yı Van'a gönderdi.", "gönderdi", "subject", "Vali"),
    ("Vali (Nuri) Van'a 1920'de asker gönderdi.", "gönderdi", "subject", "Vali"),
    # a campaign with a year of ours is no month of the Hijra
    ("Bir seferinde 1923'te Ali Bey okulu kapattı.", "kapattı", "when", "1923"),
]


@pytest.mark.parametrize(("text", "part", "place", "filler"), VALUES)
def test_a_place_has_the_value_that_the_grammar_gives(text: str, part: str, place: str, filler: str | None) -> None:
    assert _of(text, part).get(place) == filler


def test_the_day_of_a_letter_is_not_carried_on() -> None:
    told = "Hasan Bey'in 5 Mayıs 1943 tarihli mektubunda yazdığı gibi Ali Bey köyü yaktı. Ali Bey Van'a gitti."
    assert _of(told, "gitti")["when"] is None
    assert _of("Ali Bey 5 Mayıs 1943'te köyü yaktı. Ali Bey Van'a gitti.", "gitti")["when"] == "1943-05-05"
