"""Rules that ask for no verb of a list, no word of a class, no place in the sentence: where they fire, where not."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined


def rules(text: str) -> list[str]:
    found = run([examined(f"Not\n\n{text}", fast=True)]).findings
    return sorted({one.rule for one in found} - {"page-unsourced"})


FIRES = [
    ("Koğuşta 64 hasta vardı, 18 hasta geldi, 27 hasta taburcu edildi; 45 hasta kaldı.", "sum-stock"),
    ("Kazım Bey 1876'da doğdu. Kazım Bey 1920'de tam yirmi yaşındaydı.", "age-beside"),
    ("Osman Bey 1888'de Van'da doğdu. 1921'de kırk yaşındaki Osman Bey yola çıktı.", "age-beside"),
    # deeds of the dead, whatever they are
    ("Talat Paşa 8 Mayıs 1924'te Ankara'da bir toplantıya başkanlık etti.", "deed-after-death"),
    ("Talat Paşa 1922'de Berlin'de satranç oynadı.", "deed-after-death"),
    ("Ziya Gökalp, 1930 yazında Diyarbakır'da bir okulun temelini attı.", "deed-after-death"),
    ("Ziya Gökalp 1935'te köy köy dolaştı.", "deed-after-death"),
    ("1923'te Talat Paşa Berlin'de bir lokanta açtı.", "deed-after-death"),
    ("Enver Paşa 1924'te Moskova'da ev kiraladı diye bir söz dolaşır.", "deed-after-death"),
    ("Talat Paşa, 1922'de Berlin'de satranç oynadı, sonra uyudu.", "deed-after-death"),
    ("Mehmet Akif Ersoy 1940'ta Bursa'da hastalandı.", "deed-after-death"),
    # times
    ("İnşaata 1931'de başlandı, köprü 1934'te bitti. Sekiz yıl süren inşaatta iki kişi öldü.", "duration-misfit"),
    ("Grev 3 Mayıs 1925'te başladı, 9 Mayıs 1925'te bitti. Bu grev tam otuz gün sürdü.", "duration-misfit"),
    ("1920'de başladığı görevini 1931'de bıraktı, demek ki on sekiz yıl burada çalıştı.", "duration-misfit"),
    ("Kervan 3 Mart 1921'de yola çıkıp 21 Mart 1921'de şehre vardığında kırk gündür yoldaydı.", "duration-misfit"),
    # stocks
    ("Depoda 40 sandık vardı, 25 sandık daha geldi, 30 sandık dağıtıldı, geriye 45 sandık kaldı.", "sum-stock"),
    ("Kışlada 200 er vardı, 80 er katıldı, 60 er terhis edildi. Sonunda kışlada 300 er kaldı.", "sum-stock"),
    # sums
    ("40 yatak, 25 yorgan ve 15 yastıktan oluşan 95 parça eşya geldi.", "sum-total"),
    ("12 kadın ve 18 erkekten oluşan 35 kişi yola çıktı.", "sum-total"),
    ("Tanesi 25 kuruştan 400 çarık için 120 lira ödendi.", "sum-shares"),
    ("Gelirin yüzde 50'si bağıştan, yüzde 35'i ise üye aidatlarından, yüzde 30'u kiradan geldi.", "sum-hundred"),
    ("Ev 3.7500 liraya satıldı.", "number-malformed"),
    # bodies, sources
    ("Kazım Efendi 1921'de Sümerbank'tan aldığı kumaşı sattı.", "body-too-early"),
    ("Levhada “Etibank Şubesi, 3 Mart 1925” yazıyor.", "founding-too-early"),
    ("Kapakta “Azərbaycan Xalq Cümhuriyyəti Nazirliyi, 14 fevral 1917” yazıyor.", "founding-too-early"),
    ("Ulus gazetesinin 6 Mayıs 1921 günkü sayısı masadaydı.", "source-before-newspaper"),
    # ages far from the birth
    ("Kazım Bey 1876'da doğdu. Kazım Bey çok çalıştı. 1921'de elli yedisindeydi.", "age-beside"),
    ("Cevdet Bey 1880 doğumluydu. Yağmur yağdı. 1915'te Cevdet Bey kırk sekizindeydi.", "age-beside"),
    ("Rasim Bey 1903'te doğmuş ve 1920'de, henüz on üçündeyken dümene geçmiş.", "age-beside"),
    # the dead of the page itself
    ("Nafiz Bey çok yaşadı. 19 Aralık 1932'de Bursa'da vefat etti. Yağmur yağdı."
     " Nafiz Bey, 1936 yılında bahçeye bir çınar dikmiş.", "deed-after-death"),
]  # fmt: skip

SILENT = [
    "Talat Paşa 1943'te İstanbul'a getirildi.",
    "Enver Paşa 1996'da Türkiye'ye geldi.",
    "Ziya Gökalp 1976'da büyük bir törenle anıldı.",
    "Ziya Gökalp 1930'larda gençleri derinden etkiledi.",
    "Cemal Paşa 1930'da bir romanın kahramanı oldu.",
    "Enver Paşa, 1925'te Sovyet basınında yine hedefti.",
    "Ali Bey 1925'te Talat Paşa Lisesi'nde okudu.",
    "Bayram Bey 1925'te Ziya Gökalp ile çıkarılmış bir dergide yazdı.",
    "Talat Paşa 1923'te artık yoktu, Ali Bey onun işini gördü.",
    "Talat Paşa için 1925'te mevlit okuttu.",
    "Talat Paşa, 1919'da Berlin'de bir lokanta açtı.",
    "İnşaata 1931'de başlandı, köprü 1934'te bitti. Üç yıl süren inşaatta iki kişi öldü.",
    "Köprüye 1931'de başlandı, okul 1934'te bitti. Sekiz yıl süren savaştan yeni çıkılmıştı.",
    "Kervan 3 Mart 1921'de yola çıkıp 21 Mart 1921'de şehre vardığında on sekiz gündür yoldaydı.",
    "1908'de evlendi, 1920'de öğretmen oldu; kırk yıldır yürümeyi sevdi.",
    "Depoda 40 sandık vardı, 25 sandık daha geldi, 30 sandık dağıtıldı, geriye 35 sandık kaldı.",
    "Kışlada 200 er vardı, 80 er katıldı, 60 er terhis edildi. Komşu köyde 120 er kaldı.",
    "40 yatak, 25 yorgan ve 15 yastıktan oluşan 80 parça eşya geldi.",
    "3 subay, 40 er ve 2 hemşireden oluşan 1 heyet geldi.",
    "Tanesi 25 kuruştan 400 çarık için 100 lira ödendi.",
    "Ev 37.500 liraya satıldı.",
    "Oran 1.2345 kilometreydi.",
    "Kazım Efendi 1936'da Sümerbank'tan aldığı kumaşı sattı.",
    "Kazım Efendi 1921'de, bugünkü Sümerbank'tan uzak bir evde oturdu.",
    "Sergideki “Etibank kurulurken, 3 Mart 1925” adlı tablo güzeldi.",
    "Kapakta “Azərbaycan Xalq Cümhuriyyəti Nazirliyi, 14 fevral 1919” yazıyor.",
    "Kazım Bey 1876'da doğdu. Oğlu Rıza 1921'de on sekiz yaşındaydı.",
    "Kazım Bey 1876'da doğdu. Rıza Bey de geldi. 1921'de yirmi yaşındaydı.",
    "Kazım Bey 1876'da doğdu. Toplantı 1921'de, mayısın on yedisindeydi.",
    "Kazım Bey 1876'da doğdu. 1921'de, henüz yirmisindeyken gittiği köyü anlattı.",
    "Kazım Bey 1876'da doğdu. On iki yaşındayken gördüğü selin resmini 1921'de çizdi.",
    "1876'da doğan Kazım Bey uzun yaşadı. 1921'de Kazım Bey'le karşılaşan çoban on yedisindeydi.",
    "Kazım Bey 1876'da doğdu. 1921'de eşi yirmi beş yaşındaydı.",
    "3 Mayıs 1921'de İnebolu'ya gelen 4.500 tüfek Ümit vapurundan indirildi."
    " 3 Mayıs 1921'de İnebolu'da köylülere ayrıca 300 tüfek dağıtıldı.",
    # the dead in works and on pictures, what is named after them, namesakes
    "Talat Paşa'nın hatıraları 1946'da yayımlandı; Talat Paşa burada kararı kendisinin aldığını yazdı.",
    "Mithat Paşa 1980'de çıkan bir romanda rüştiye talebesine para dağıttı.",
    "Mehmet Akif 1952'de okura bu önsözle seslendi.",
    "Lenin 1934'te bir afişten işçilere el salladı.",
    "Ziya Gökalp İlkokulu 1955'te açıldı. Ziya Gökalp 1957'de yüz mezun verdi.",
    "Halide Edip 1964'te öldü. Halide Edip 1998'de yapılan ankette ilk sırayı aldı.",
    "Ziya Gökalp 1957'de belediyeye yüz lira gönderdi; yazarla yalnız adı ortaktı.",
    # ages of things and of others
    "Kazım Bey 1876'da doğdu. Cami 1920'de tam yirmi yaşındaydı.",
    "Hasan Bey 1870'te doğdu. Konağı 1910'da elli yaşındaydı ve çatısı akıyordu.",
    "Osman Bey 1888'de doğdu. 1921'de, kırk yaşındaki atıyla yola çıktı.",
    "Nuri Bey 1902'de doğdu. 1963'te öldüğünde, otuz yaşındayken yaptırdığı ev yıkılmıştı.",
    "Rüştü Bey 1884'te doğdu. Karşısındaki subay 1921'de otuz yaşındaydı.",
    "Lenin öldüğünde 1924'te, yaşlı usta altmış beş yaşındaydı; 1870'te doğmuş olan Lenin'i hiç görmemişti.",
    "Aaron was born in 1876. At the age of seventeen his brother left in 1901.",
    "Sadık Bey 1912'de on yedi yaşında askere gitti; nüfusta 1898 doğumlu görünür, yaşını büyütmüştü.",
    "Cemal Paşa vapuru 1926'da İzmir'e vardı. Cemal Paşa 1927'de limanda battı.",
    "Savaş 1911'de başladı, 1923'te bitti. On yıl süren savaşlar nesli tüketti.",
    # how many nobody knows; the share of one
    "Koğuşta 64 hasta vardı, 18 hasta geldi, 27 hasta taburcu edildi, 6'sı da öldü, birkaçı kaçtı; 45 hasta kaldı.",
    "Sürgün 1915'te başladı, 1923'te bitti; Haçik'in payına düşen üç yıl sürdü.",
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule"), FIRES)
def test_it_fires(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize("text", SILENT)
def test_it_is_silent(text: str) -> None:
    assert rules(text) == []
