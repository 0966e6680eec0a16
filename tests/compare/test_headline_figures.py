"""Figures of a title that the text gives otherwise, and parts, sums, round numbers and others that only look so."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined

OTHERWISE = [
    "27 günlük kuşatma\n\nDüşman kaleyi sardı. Kuşatma kırk bir gün sürdü, sonunda su bitti. Kumandan teslim oldu.",
    "318 haneli köy sular altında kalıyor\n\nBaraj tamamlandı. Köyde 381 hane yaşıyordu, hepsi taşındı. Muhtar ağladı.",
    "Vali 640 fidan diktirdi\n\nKış gelmeden iş bitti. Vali okul yoluna 460 fidan diktirdi. Fidanlar kavaktı.",
    "54.700 liralık köprü açıldı\n\nKöprü için belediye 57.400 lira harcadı. Törene herkes geldi.",
    "The 47-day strike\n\n"
    "The miners walked out in March. The strike lasted 29 days and ended in a compromise. Nobody won.",
    "126 şagirdli məktəb\n\nKənddə məktəb 1912-ci ildə açıldı. Məktəbdə 162 şagird oxuyurdu. Müəllim bir nəfər idi.",
    "Müzeye 385 parça bağışladı\n\nEmekli doktor yıllarca topladı. Müzeye 358 parça bağışladı, çoğu sikkeydi.",
    "Mahallenin 136 Şehidi Anılıyor\n\nOkula levha asıldı. Levhada ölen 163 mahallelinin adı var.",
    "Alayın 412 Şehidi\n\nKayıtlara baktık. Alaydan 421 er şehit düştü. Adları taşa yazıldı.",
    "Depremde 46 ev yıkıldı\n\nSabaha karşı sarsıntı oldu. Depremde 64 ev yıkıldı. Kimse ölmedi.",
]
SOUND = [
    "27 günlük kuşatma\n\nDüşman kaleyi sardı. Kuşatma yirmi yedi gün sürdü. İlk hücum on iki gün sürdü.",
    "318 haneli köy sular altında\n\nKöyde yukarı mahallede 200, aşağıda 118 hane vardı. Baraj tamamlandı.",
    "12 bin liralık köprü\n\nKöprünün keşif bedeli 21 bin liraydı, pazarlıkla indirildi.",
    "200 öğrencili okul\n\nOkulda 214 öğrenci okuyordu. Müdür yeniydi.",
    "214 öğrencili okul\n\nOkulun 12 öğrencisi yarışmaya gitti. Müdür sevindi.",
    "Vali 640 fidan diktirdi\n\nVali ilk yıl 460 fidan diktirdi, kalanını sonra. Fidanlar kavaktı.",
    "12 günlük gezi\n\nGezi güzel geçti. Vapur yolculuğu üç gün sürdü. Gezinin tamamı iki hafta gibi geldi.",
    "33 yıllık öğretmen emekli oldu\n\nÖğretmen köyde 22 yıl çalıştı, sonra şehre geldi. Öğrencileri uğurladı.",
    "Kazada 21 kişi yaralandı\n\nOtobüs devrildi. Kazada 12 kişi hastaneye kaldırıldı, ötekiler ayakta tedavi edildi.",
    "100 soruda cumhuriyet\n\nKitapta 101 soru var, sonuncusu okura. Yazar böyle istemiş.",
    "Köyün 136 Şehidi Anılıyor\n\nTörene 163 köylü geldi. Levhada adlar okundu.",
    "Köyün 136 Şehidi Anılıyor\n\nÖlen 136 köylünün adı levhada. Köyden o yıl 163 kişi daha öldü.",
    "Köyün 136 Şehidi Anılıyor\n\nKöyde 163 kişi yaralandı, ilaç yoktu.",
    "45 kilometrelik yol\n\nYolun 54 kilometre olan eski hali bozuktu. Yenisi kısaldı, 45 kilometre.",
    "1923'ten 1938'e 15 yıl\n\nO on beş yılda neler oldu? Fabrika yapımı 3 yıl sürdü.",
    "Köye 120 lira yardım\n\nKöye 210 lira da muhtar verdi. Yardım kışın geldi.",
]


def told(text: str) -> list[str]:
    return [one.rule for one in run((examined(text, fast=True),)).findings if one.rule == "title-figure"]


@pytest.mark.parametrize("text", OTHERWISE)
def test_a_figure_that_the_text_gives_otherwise_is_told(text: str) -> None:
    assert told(text) == ["title-figure"]


@pytest.mark.parametrize("text", SOUND)
def test_a_figure_that_the_text_bears_out_is_not_told(text: str) -> None:
    assert not told(text)
