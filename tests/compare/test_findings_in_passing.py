"""Faults told in passing, as authors tell them: where each rule must fire, and the neighbours where it must not."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined


def rules(*texts: str) -> list[str]:
    found = run([examined(text, f"p{number}", fast=True) for number, text in enumerate(texts)]).findings
    return sorted(one.rule for one in found if not one.rule.startswith(("page-", "passage-")))


FIRES = [
    ("Pazar\n\nHanlar 40 lira, bakkallar 35 lira, kasaplar 20 lira verdi; böylece biriken para 120 lirayı buldu.",
     "sum-total"),
    ("Pazar\n\nBirinci gün 12 ton, ikinci gün 15 ton, üçüncü gün 8 ton kömür geldi, yani 45 ton etti.", "sum-total"),
    ("Pazar\n\nBölük 14 şehit ve 30 yaralı verdi, toplam kaybı 64 kişidir.", "sum-total"),
    ("Pazar\n\nBüyük şubeden 300 lira, küçüğünden 150 lira geldi, toplam tutarı 500 liradır.", "sum-total"),
    ("Pazar\n\nToplam gider 51.200 liradır (makine 48.500, nakliye 1.700, bina 2.000).", "sum-total"),
    ("Pazar\n\nToplam nüfus 1.200 kişiydi (Türk 700, Rum 400, Ermeni 90).", "sum-total"),
    ("Pazar\n\nToplam masraf: 640 lira (boya 90, cam 120, işçilik 330).", "sum-total"),
    ("Pazar\n\n900 lirayı üç eşit taksitte ödedi, her taksit 350 liraydı.", "sum-shares"),
    ("Pazar\n\n1.200 lirayı dört eşit hisseye böldüler, her hisse 400 lira tuttu.", "sum-shares"),
    ("Pazar\n\nDergi yüzde 60'ı haberden, yüzde 55'i ilandan oluşuyordu.", "sum-hundred"),
    ("Market\n\nThe two farms gave 40 and 35 sacks of rye, a total of 95 sacks.", "sum-total"),
    ("Market\n\nThe mill opened on Wednesday, 9 September 1922.", "date-weekday"),
    ("Not\n\nSalim Uzun 1880 doğumluydu. Salim Uzun 1940'ta kırk bir yaşında vefat etti.", "age-misfit"),
    ("Not\n\nHalil Peker 1880'de doğdu. Halil Peker 1940'ta otuz yedi yaşındayken öldü.", "age-misfit"),
    ("Note\n\nA folded sheet claims that Talaat Pasha wrote to the consul on 9 May 1922.", "deed-after-death"),
    ("Not\n\nAnlatılanlara göre Enver Paşa 1926'da kasabaya bir mektup yazmış.", "deed-after-death"),
    ("Not\n\n1926'da yazılan bir mektupta Cemal Paşa, Enver Paşa ile buluştuğunu anlatıyor.", "deed-after-death"),
    ("Not\n\nRıza Bey, Talat Paşa ile 1931'de yaptığı görüşmeyi anlattı.", "deed-after-death"),
    ("Not\n\n1935'te Enver Paşa Almanya'ya gitti.", "deed-after-death"),
    ("Not\n\nNüfus 2.000'den 2.500'e çıktı. Yüzde 40'lık bu artış göçle oldu.", "sum-growth"),
    ("Not\n\n1921 yılında Türk Tarih Kurumu'na gönderdiği teşekkür mektubu kayboldu.", "body-too-early"),
    ("Not\n\nMuhtarın 1920'de Türk Hava Kurumu'na bağışladığı arsa ekilmişti.", "body-too-early"),
]  # fmt: skip

SILENT = [
    "Not\n\n1926'da Viyana'da basılan bir kitapta Cemal Paşa, Enver Paşa ile buluştuğunu anlatır.",
    "Not\n\n1930'da çıkan bir dergide Talat Paşa'nın Lenin'le görüştüğü yazılıdır.",
    "Not\n\n1931'de gazeteci Rıza Bey, Talat Paşa ile Berlin'de yaptığı görüşmeyi anlattı.",
    "Not\n\n1934'te Hasan Usta, Enver Paşa ile bir handa ettiği sohbeti gazeteye yazdı.",
    "Not\n\n1935'te Enver Paşa köyünde iki yüz aile yaşıyordu.",
    "Not\n\nNüfus 2.000'den 2.500'e çıktı. Yüzde 40'lık artış bekleniyordu.",
    "Pazar\n\nHanlar 40 lira, bakkallar 35 lira, kasaplar 20 lira verdi; böylece biriken para 95 lirayı buldu.",
    "Pazar\n\nAyda 40 lira maaş, 15 lira yol parası alırdı; borcu ise 300 lirayı bulmuştu.",
    "Pazar\n\nBirinci gün 12 ton, ikinci gün 15 ton kömür geldi; o yıl ocaktan 900 ton çıktı.",
    "Pazar\n\nBölük 14 şehit ve 30 yaralı verdi, toplam kaybı 44 kişidir.",
    "Pazar\n\nKira 12 lira, odun 8 liraydı; toplam borcu 300 liraydı.",
    "Pazar\n\nToplam gider 52.200 liradır (makine 48.500, nakliye 1.700, bina 2.000).",
    "Pazar\n\nToplam gelirin 300 lirası (kira 100, faiz 50) harcandı.",
    "Pazar\n\nToplam borç 900 liraydı (faizi yılda 60, vadesi üç yıl).",
    "Pazar\n\n900 lirayı üç eşit taksitte ödedi, her taksit 300 liraydı.",
    "Pazar\n\n900 lirayı üç taksitte ödedi; her taksitte 10 lira da faiz verdi.",
    "Pazar\n\nDergi yüzde 60'ı haberden, yüzde 40'ı ilandan oluşuyordu.",
    "Pazar\n\nHalkın yüzde 70'i köyde otururdu, yüzde 55'i okuma bilmezdi.",
    "Pazar\n\nOran yüzde 60'tan yüzde 75'e çıktı, nüfus üç mahalleden oluşuyordu.",
    "Market\n\nThe two farms gave 40 and 35 sacks of rye, a total of 75 sacks.",
    "Market\n\nThe mill opened on Wednesday, 6 September 1922.",
    "Not\n\nSalim Uzun 1880 doğumluydu. Salim Uzun 1940'ta altmış yaşında vefat etti.",
    "Not\n\nSalim Uzun 1880 doğumluydu. Torunu 1940'ta kırk bir yaşında vefat etti.",
    "Not\n\nEnver Paşa'nın 1926'da kasabaya mektup yazdığı söylenir, oysa 1922'de ölmüştü.",
    "Not\n\nAnlatılanlara göre Enver Paşa 1926'da kasabaya bir mektup yazmış, ama bu uydurmadır.",
    "Not\n\nAnlatılanlara göre Enver Paşa 1921'de kasabaya bir mektup yazmış.",
    "Not\n\n1936 yılında Türk Tarih Kurumu'na gönderdiği teşekkür mektubu kayboldu.",
    "Not\n\n1921'de yazılan ve sonradan Türk Tarih Kurumu'na bağışlanan defter buradadır; kurum 1931'de kurulmuştur.",
    "Not\n\nYazıda 31 Haziran 1921 diye bir gün geçiyor, oysa böyle bir gün yoktur.",
    "Not\n\nHaziranın 31'i yoktur.",
    "Qeyd\n\n1913-cü ildə 60 fəhlədən 45-i yerli, 15-i gəlmə idi.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule"), FIRES)
def test_a_fault_told_in_passing_is_seen(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize("text", SILENT)
def test_its_neighbour_without_a_fault_is_left_alone(text: str) -> None:
    assert rules(text) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ressam Naci Kumru 4 Ağustos 1934'te Bergama'da öldü.", "Naci Kumru 4 Ağustos 1934'te Ödemiş'te öldü.", True),
        ("Ressam Naci Kumru 4 Ağustos 1934'te Bergama'da öldü.", "Naci Kumru 4 Ağustos 1934'te İzmir'de öldü.", False),
        ("Naci Kumru 4 Ağustos 1934'te Samsun'da öldü.", "Naci Kumru 4 Ağustos 1934'te Trabzon'da öldü.", True),
        ("Naci Kumru 4 Ağustos 1908'de Samsun'da öldü.", "Naci Kumru 4 Ağustos 1908'de Trabzon'da öldü.", False),
        ("Sümerbank'ı 1933'te Salih Karaca kurdu.", "Sümerbank'ı 1933'te Yorgi Petridis kurdu.", True),
        ("Sümerbank'ı 1933'te Salih Karaca kurdu.", "Sümerbank'ı 1933'te Salih Karaca ile Yorgi Petridi kurdu.", False),
        ("Sümerbank'ı 1933'te Salih Karaca kurdu.", "Sümerbank'ın kurucularından Yorgi Petridis 1950'de öldü.", False),
        ("Belediye 17 Şubat 1930'da Kızılay'a 1.500 lira bağışladı.",
         "17 Şubat 1930'da belediye Kızılay'a 5.100 lira bağışladı.", True),
        ("Belediye 17 Şubat 1930'da Kızılay'a 1.500 lira bağışladı.",
         "17 Şubat 1930'da belediye Kızılay'a 5.100 lira daha bağışladı.", False),
        ("Belediye 17 Şubat 1930'da Kızılay'a 1.500 lira bağışladı.",
         "18 Nisan 1931'de belediye Kızılay'a 5.100 lira bağışladı.", False),
        ("Belediye 17 Şubat 1930'da Kızılay'a 1.500 lira bağışladı.",
         "17 Şubat 1930'da belediye Kızılay'a 5.100 altın ruble bağışladı.", False),
    ],
)  # fmt: skip
def test_two_pages_contradict_each_other_only_where_both_cannot_be(one: str, other: str, expected: bool) -> None:
    assert rules(f"Bir\n\n{one}", f"İki\n\n{other}") == (["event-contradiction"] if expected else [])
