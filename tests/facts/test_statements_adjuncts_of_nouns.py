"""Words that belong to a noun, an adjunct or a subordinate verb, and fill no place of the main verb.

Sentences of long articles, invented: whose deed it was is left open rather than given to whoever stands nearest.
"""

from __future__ import annotations

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _one(text: str, part: str) -> Statement:
    found = read_facts(read_page(text.encode(), path="x.txt")).statements
    return next(one for one in found if part in one.text)


def _filled(text: str, part: str) -> dict[str, str]:
    return {place: role.name or role.text for place, role in _one(text, part).firsts.items()}


@pytest.mark.parametrize(
    ("text", "part", "place"),
    [
        # whoever "-im" means is the writer
        ("Servet ve Halit Beyleri davet ettim.", "davet", "subject"),
        ("Halit Bey 3 Mayıs 1921'de bir telgraf gönderdim.", "gönderdim", "subject"),
        # a passive whose thing stands in the dative has no subject
        ("Müdür 1921'de okulu açtı, öğrenci kayıtlarına başlandı.", "başlandı", "subject"),
        ("Banka 1921'de kurulmuş ve kredi işlerine başlanmıştır.", "başlanmıştır", "subject"),
        # who was caught is not told to have been caught by his own
        ("İsyancılar 1925'te Bozova'yı ele geçirdi. Halit Bey 15 Nisan'da ele geçirildi.", "15 Nisan", "subject"),
        # a nominalised clause is the subject
        ("Halit Bey 1925'te yenildi. İsyanın bastırılması Mayıs ayı sonunu buldu.", "sonunu buldu", "subject"),
        # why and against what
        ("Köyün Ermenilere verilmesi ihtimaline karşı 1918'de Köylü Cemiyeti kuruldu.", "kuruldu", "recipient"),
        ("Köyün Bozova'ya bağlanması kararına karşı 1921'de Köylü Cemiyeti kuruldu.", "kuruldu", "subject"),
        # a rising belongs to whoever is named before it
        ("Halit Bey isyanını 1925'te bastırdı.", "bastırdı", "subject"),
        # by whom the subordinate deed was done
        ("Ali Bey tarafından kurulan cemiyet 1920'de kapatıldı.", "kapatıldı", "subject"),
        # when, and not where
        ("Nisan sonlarında Ali Bey 300 lira gönderdi.", "gönderdi", "place"),
        ("Sonuçta köylüler 1919'da bir birlik kurdular.", "kurdular", "place"),
        # what the purpose governs
        ("Müdür halkın işleri ile ilgilenebilmek amacıyla 1921'de Konya'ya geldi.", "geldi", "companion"),
        # a war is no place
        ("Musul, Birinci Dünya Savaşı'nda İngilizler tarafından işgal edildi.", "işgal", "place"),
    ],
)
def test_a_place_that_the_sentence_leaves_open_stays_open(text: str, part: str, place: str) -> None:
    assert place not in _filled(text, part)


@pytest.mark.parametrize(
    ("text", "part", "place", "value"),
    [
        ("Ben Halit Bey'e 3 Mayıs 1921'de bir telgraf gönderdim.", "gönderdim", "recipient", "Halit Bey"),
        ("Halil ve Şükrü Paşalara 3 Mayıs 1921'de bir telgraf gönderdik.", "gönderdik", "recipient", "Halil"),
        ("Bozkır ve çevresinde 1919'da eşkıya 40 köyü yaktı.", "yaktı", "subject", "eşkıya"),
        ("Vali ve oğluna 1921'de 300 lira verildi.", "verildi", "recipient", "Vali"),
        ("Vali köye geldi ve oğluna 300 lira verdi.", "verdi", "recipient", "oğlu"),
        ("Halit Bey ve arkadaşları 1925'te Bozkır'a geldi.", "geldi", "subject", "Halit Bey"),
        ("Merkezi Konya olmak üzere 1921'de Köylü Bankası kuruldu.", "kuruldu", "object", "Köylü Bankası"),
        ("Üçü subay olmak üzere 40 kişi 1921'de Konya'da tutuklandı.", "tutuklandı", "object", "40 kişi"),
        ("Ali Bey Konya'ya gitmek üzere 3 Mayıs 1921'de trene bindi.", "bindi", "recipient", "Konya"),
        ("1918 sonlarında Ali Bey memleketi Konya'ya döndü.", "döndü", "subject", "Ali Bey"),
        ("1918 sonlarında memleketi Konya'ya döndü.", "döndü", "recipient", "Konya"),
        ("Konya'nın Yunanlılar tarafından işgali üzerine 57. Tümen 20 Mayıs 1919'da Çine'ye çekildi.",
         "çekildi", "subject", "57. Tümen"),
        ("Köyün evleri 1921'de Ali Bey tarafından yakıldı.", "yakıldı", "subject", "Ali Bey"),
        ("Osmanlı Devleti şartları pek ağır olan Mondros Mütarekesi'ni 1918'de imzaladı.",
         "imzaladı", "subject", "Osmanlı Devleti"),
        ("Şartları pek ağır olan Mondros Mütarekesi'ni 1918'de Rauf Bey imzaladı.", "imzaladı", "subject", "Rauf Bey"),
        ("16 Haziran 1919'da Ali Efe Malgaç (Malkaç) Köprüsü yakınındaki karakola baskın düzenledi.",
         "baskın", "subject", "Ali Efe"),
        ("Ali Bey (Yalman) 1921'de Konya'ya geldi.", "geldi", "subject", "Ali Bey"),
        ("Ali Bey, Veli Bey ve Halit Efendi tarafından 1919'da Köylü Cemiyeti kuruldu.", "kuruldu", "object",
         "Köylü Cemiyeti"),
        ("Cemiyet, yaptığı toplantılarda mesaisini yoğunlaştırmış, Erzurum'un verilemeyeceği kararını almış.",
         "kararını almış", "subject", "Cemiyet"),
        ("Ali Bey tarafından 1919'da kurulan cemiyet 1920'de bir okul açtı.", "okul açtı", "subject", "cemiyet"),
        ("Köprü 1921'de Ali Bey tarafından onarıldı.", "onarıldı", "subject", "Ali Bey"),
        ("Müslümanlar 1913'te Ankara'ya büyük yürüyüşe başladı.", "başladı", "object", "büyük yürüyüş"),
        ("Kongre biter bitmez Ali Bey Konya'ya gitti.", "gitti", "subject", "Ali Bey"),
        ("Ali Bey haberi alır almaz 1921'de Konya'ya gitti.", "gitti", "subject", "Ali Bey"),
        ("Ali Bey 1909'da Anadolu'daki ayaklanmaları bastırdı.", "bastırdı", "object", "Anadolu'daki ayaklanmalar"),
        ("Halit Bey isyanını 1925'te ordu bastırdı.", "bastırdı", "subject", "ordu"),
        ("Konya halkı Ali Efendi'yi 1921'de oldukça soğuk karşıladı.", "karşıladı", "subject", "Konya halkı"),
        ("Konya ahalisi Vali Nuri Bey'e 1921'de 300 lira verdi.", "verdi", "recipient", "Nuri Bey"),
        ("1923'te eşitliği esas alan bir antlaşma imzalandı.", "imzalandı", "object", "bir antlaşma"),
        ("Anlaşma gereği limanın Fransızlara verilmesi 1921'de kararlaştırıldı.", "kararlaştırıldı", "object",
         "limanın Fransızlara verilmesi"),
    ],
)  # fmt: skip
def test_who_does_it_and_to_whom(text: str, part: str, place: str, value: str) -> None:
    assert _filled(text, part)[place] == value
