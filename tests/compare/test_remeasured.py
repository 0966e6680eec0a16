"""One number taken up again with another unit, and what only looks like it: changing, short names, two things."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined

CHANGED = [
    "Barakalar için gelen kereste 300 pud, yani 300 kilo tutuyordu.",
    "Sandıkta 90 bin sterlin, yani 90 bin Türk lirası vardı.",
    "Konsolosa verilen üç yüz altın ruble, başka deyişle üç yüz Osmanlı altınıydı.",
    "Köyden iskeleye 17 mil, yani 17 kilometre yol vardı.",
    "Cami için halktan 1.200 lira toplandı. Toplanan 1.200 dolar vakfa yatırıldı.",
    "Kaymakam köye 40 ton çimento gönderdi. Bu 40 kilo çimento iki ayda kullanıldı.",
    "Okul için 25 dönüm arazi bağışlandı. Bağışlanan 25 hektar arazi bugün park olarak duruyor.",
    "Vakıf 1935'te 12.000 İngiliz lirası aldı. Aynı para, yani 12.000 Fransız frangı, bankaya yatırıldı.",
    "Şirket 18.000 altın lira borç aldı. Bu borç, 18.000 kâğıt lira, üç taksitte ödendi.",
    "The town collected 3,500 gold liras for the school. The same sum, 3,500 paper liras, was handed to the governor.",
    "The road from the port ran for 42 kilometres. The 42 miles were paved in 1931.",
    "Cəmiyyət yetimlərə 60 pud un ayırdı. Həmin 60 ton un qışda paylandı.",
    "Cəmiyyət 900 qızıl manat yığdı. Həmin pul, yəni 900 kağız manat, məktəbə verildi.",
    "Belediye 7.500 lira harcadı. Harcanan 7.500 lirayı meclis onayladı; bu 7.500 doların makbuzu yoktu.",
    "45.000 dolarlık heykel\n\nBelediye 1931'de heykel için 45.000 lira ödedi. Açılış yağmurda yapıldı.",
]
SOUND = [
    "Depoda 100 ton buğday vardı. Köylülere bu buğdaydan 100 kilo verildi.",
    "Köyden iskeleye 17 mil, yani 27 kilometre yol vardı.",
    "Sandıkta 90 bin İngiliz lirası, yani 90 bin sterlin vardı.",
    "Kasada 300 altın, yani 300 Osmanlı altını vardı.",
    "Cami için halktan 1.200 altın lira toplandı. Toplanan 1.200 lira vakfa yatırıldı.",
    "Vakıf 12.000 İngiliz lirası aldı. Bu 12.000 lira bankaya yatırıldı.",
    "Borsada 100 dolar verdi. Ertesi gün karşılığında 100 lirayı aldı.",
    "Paket 500 gram un, 500 kilo şeker ve 20 lira taşıyordu.",
    "Köye 100 ton buğday verildi. Kasabaya ise bu 100 kilo tuz gönderildi.",
    "Hattın uzunluğu 380 kilometredir. Bazıları bu 380 kilometreyi 380 mil sanır.",
    "Toplanan 3.000 lira bankada dolara çevrildi; bu 3.000 dolar bir yıl sonra çekildi.",
    "Bir günde 50 lira kazanıyordu. O 50 liranın yanına 50 kuruş da bahşiş eklenirdi.",
    "O il 200 manat maaş alırdı. Bu 200 rubl ailəyə çatırdı.",
    "Fiyatı 250 lira, kargosu 250 kuruştu. Bu 250 kuruşu alıcı öder.",
    "Ali 300 lira, Veli 300 dolar verdi. Bu 300 doları cami için harcadılar.",
    "Tarla 30 dönümdü. Yanındaki 30 hektarlık orman devletindi.",
    "The price was 90 pounds. At the rate of the day those 90 pounds made 90 dollars.",
    "O gün kasada 500 altın vardı. Bu 500 lira kasabaya yetti.",
    "Sözleşmede 4.000 dolar yazıyor. Gazetenin dediği bu 4.000 lira yanlıştır.",
]


def changed(text: str) -> list[str]:
    return [one.rule for one in run((examined(text, fast=True),)).findings if one.rule == "unit-changed"]


@pytest.mark.parametrize("text", CHANGED)
def test_a_number_taken_up_with_another_unit_is_told(text: str) -> None:
    assert changed(text) == ["unit-changed"]


@pytest.mark.parametrize("text", SOUND)
def test_a_unit_that_is_not_changed_is_not_told(text: str) -> None:
    assert not changed(text)
