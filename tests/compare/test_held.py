"""How long something lasted or was held behind the two times of a paragraph: where it is told, where not."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined


def misfits(text: str) -> int:
    found = run([examined(f"Defterler nasıl okundu?\n\n{text}", fast=True)]).findings
    return sum(one.rule == "duration-misfit" for one in found)


FIRES = [
    "Kuşatma 8 Mart 1915'te başladı. Şehir 6 Haziran 1915'te teslim oldu. "
    "Altı aya yakın süren kuşatmada at eti yenmişti.",
    "Halk Fırkası'nın köydeki şubesi 3 Mayıs 1924'te açıldı, 17 Kasım 1930'da kapandı. "
    "Şube demek ki on yıla yakın sürdü.",
    "He was appointed keeper of the lighthouse on 3 May 1911 and left on 2 June 1925, "
    "so he held the post for a little over ten years.",
    "Cümhuriyyət 28 may 1918-ci ildə elan olundu. 28 aprel 1920-ci ildə ordu şəhərə girdi. "
    "Cümhuriyyət cəmi 35 ay yaşadı.",
    "Gemi 4 Mayıs 1921'de denize çıktı, 20 Mayıs 1921'de limana girdi. Sefer demek ki otuz günden biraz fazla sürmüş.",
    "Grev 2 Şubat 1923'te başladı ve 9 Şubat'ta sona erdi. Bütün madeni kapatan bu grev on altı gün sürdü.",
    "İşgal 16 Mart 1920'de başladı. Son birlikler 4 Ekim 1923'te şehri tahliye etti. "
    "Altı yılı biraz aşkın süren işgalde fırınlar hiç kapanmadı.",
    "The siege began on 3 March 1913 and the town fell on 26 March 1913. The siege lasted almost fifty days.",
    "Onlar 5 Haziran 1926'da evlendiler. 12 Temmuz 1931'de boşandılar; evlilik yani dokuz yıl sürdü.",
    "Müdür kürsüye 3 Mayıs 1927'de çıktı ve son sözünü 7 Mayıs'ta söyledi. "
    "Hiç durmadan devam edilen okuma on gün sürdü.",
]
SOUND = [
    "Kuşatma 8 Mart 1915'te başladı. Şehir 6 Haziran 1915'te teslim oldu. Üç aya yakın süren kuşatmada at eti yendi.",
    "Kongre 4 Eylül 1919'da açıldı, 11 Eylül'de kapandı. Yolculuk üç gün sürdü.",
    "Kongre 4 Eylül 1919'da açıldı, 11 Eylül'de kapandı. İlk oturum üç gün sürdü.",
    "He was appointed keeper of the lighthouse on 3 May 1911 and left on 2 June 1925, "
    "so he held the post for a little over fourteen years.",
    "The war began on 28 July 1914 and ended on 11 November 1918. His service in the army lasted nearly two years.",
    "Cümhuriyyət 28 may 1918-ci ildə elan olundu. 28 aprel 1920-ci ildə ordu şəhərə girdi. "
    "Cümhuriyyət cəmi 23 ay yaşadı.",
    "Cümhuriyyət 28 may 1918-ci ildə elan olundu. 28 aprel 1920-ci ildə ordu şəhərə girdi. Nənəm səksən il yaşadı.",
    "İtalya 29 Eylül 1911'de savaş ilan etti. 18 Ekim 1912'de imzalar atıldı. "
    "Bir yıldan biraz fazla süren savaşın sonucu budur.",
    "İtalya 29 Eylül 1911'de savaş ilan etti. 18 Ekim 1912'de imzalar atıldı. "
    "Savaştan sonra üç yıl süren kuraklık geldi.",
    "Grev 2 Şubat 1923'te başladı ve 9 Şubat'ta sona erdi. İkinci grev on altı gün sürdü.",
    "29 Ocak 1923'te evlendiler. Boşanma 5 Ağustos 1925'te gerçekleşti; evlilikleri demek ki iki buçuk yıl sürdü.",
    "Okul 1908'de açıldı, 1925'te kapandı. Okulun onarımı on yıldan fazla sürdü.",
    "İşgal 16 Mart 1920'de başladı, 4 Ekim 1923'te bitti. İşgal iki yıldan fazla sürdü.",
    "Fabrika 1926'da kuruldu, 1950'de kapandı. Fabrikanın kuruluşu için verilen mücadele on yıl sürdü.",
]


@pytest.mark.parametrize("text", FIRES)
def test_a_length_that_does_not_lie_between_its_two_times_is_told_once(text: str) -> None:
    assert misfits(text) == 1


@pytest.mark.parametrize("text", SOUND)
def test_a_length_that_fits_or_is_of_something_else_is_not_told(text: str) -> None:
    assert misfits(text) == 0
