"""Forms that pages of every kind use: each row is one form, with all that must be found in it."""

from __future__ import annotations

from datetime import date

import pytest

from tanik.core.span import Span
from tanik.facts.amounts.find import find_amounts
from tanik.facts.citations.find import find_citations
from tanik.facts.dates.explained import explain_date
from tanik.facts.dates.find import find_dates
from tanik.page.model import Page, Segment, SegmentKind, Source

# Sentence, language, and what is found: words = EDTF.
DATES = [
    ("10 Temmuz sene 324 günü ilan edildi.", "tr", "10 Temmuz sene 324 = 1908-07-23"),
    ("Mektup fi 22 Zilhicce 1340 tarihli.", "tr", "22 Zilhicce 1340 = 1922-08-16~"),
    ("Senet 19 R. 1341 tarihli.", "tr", "19 R. 1341 = 1922-12-09~"),
    ("Ev 1339 senesi Teşrinievvelinin on dördünde bitti.", "tr", "1339 senesi Teşrinievvelinin on dördü = 1923-10-14"),
    ("Sünnet 12 Ks 337'de oldu.", "tr", "12 Ks 337 = 1921-01-12"),
    ("1293 Harbi'nde dedesi öldü.", "tr", ""),
    ("31 Mart Vakası'ndan sonra kapandı.", "tr", ""),
    ("5 XII 1933 günü açıldı.", "tr", "5 XII 1933 = 1933-12-05"),
    ("14. X. 1919'da geldi.", "tr", "14. X. 1919 = 1919-10-14"),
    ("12. 5. 1934 tarihli.", "tr", "12. 5. 1934 = 1934-05-12"),
    ("Ekim 19, 1934: açıldı.", "tr", "Ekim 19, 1934 = 1934-10-19"),
    ("1938/45 harp yıllarıydı.", "tr", "1938/45 = 1938/1945"),
    ("Dava 1938/45 esas numarasıyla açıldı.", "tr", ""),
    ("Sonbahar 1919'da göçtüler.", "tr", "Sonbahar 1919 = 1919-23"),
    ("50li yıllarda dedem oradaydı.", "tr", "50li yıllar = 195X"),
    ("Doksanların başında taşındık.", "tr", "Doksanlar = 199X"),
    ("Yetmişlerde kapandı.", "tr", "Yetmişler = 197X"),
    ("Ellilerinde bir adam geldi.", "tr", ""),
    ("En parlak senesi 38'di.", "tr", "38 = 1938"),
    ("1938'de kuruldu, 39'da kapandı.", "tr", "1938 = 1938; 39 = 1939"),
    ("Dedem 1921 doğumlu, 43'te sakat kaldı, 1944'te döndü.", "tr", "1921 = 1921; 43 = 1943; 1944 = 1944"),
    ("1944'te döndü, evlerin 43'te biri yanmıştı.", "tr", "1944 = 1944"),
    ("Paranın 1750'sini verdi.", "tr", ""),
    ("18 Kasım 1932'de yandı. 20'sinde müfettiş geldi.", "tr", "18 Kasım 1932 = 1932-11-18; 20 = 1932-11-20"),
    ("18 Kasım 1932'de geldi. İşçilerin 20'sinde verem çıktı.", "tr", "18 Kasım 1932 = 1932-11-18"),
    ("18 kasım 1932'de yandı, aralıkta yapıldı.", "tr", "18 kasım 1932 = 1932-11-18; aralık = 1932-12"),
    ("Kömür 1942'de azaldı, işçi 45 gün ocakta kaldı.", "tr", "1942 = 1942"),
    ("12 Ocak 1919'da fiyatı çıkarmış,2 şubatta vesika vermiştir.", "tr", "12 Ocak 1919 = 1919-01-12; şubat = 1919-02"),
    ("8 Mayıs 1922'de yandı. Aynı ayın sonunda un geldi.", "tr", "8 Mayıs 1922 = 1922-05-08; Aynı ay = 1922-05"),
    ("20 Mayıs 1940 günü yandı. Bir sonraki ay yapıldı.", "tr", "20 Mayıs 1940 = 1940-05-20; Bir sonraki ay = 1940-06"),
    ("Tezkerem 1946 Haziranıdır.", "tr", "1946 Haziran = 1946-06"),
    ("Məktəb 1920-ci illərin sonunda tikildi.", "az", "1920-ci illər = 192X"),
    ("Liman altmışıncı illərdə bağlandı.", "az", "altmışıncı illər = 196X"),
    ("Traktorların sayı 1935-də artdı.", "az", "1935 = 1935"),
    ("1929-ҹу илдән башлајараг", "az", "1929 = 1929"),
    ("It closed in March of 1921.", "en", "March of 1921 = 1921-03"),
    ("In the twentieth century it stood empty.", "en", "twentieth century = 19XX"),
]  # fmt: skip

# Sentence, language, and what is found: words = value unit.
AMOUNTS = [
    ("Depoda 2.500 t kömür vardı.", "tr", "2.500 t = 2500 t"),
    ("Anbarda 500 kq toxum qaldı.", "az", "500 kq = 500 kg"),
    ("Анбарда 300 кг буғда вар.", "az", "300 кг = 300 kg"),
    ("Beş çocuk doğmuş, üçü yaşamış.", "tr", "Beş çocuk = 5 person; üçü = 3 person"),
    ("Ahmet'le Ali geldi, ikisi de öldü.", "tr", ""),
    ("On iki değil on beş denmiş, üçü beşe karıştırmış.", "tr", ""),
    ("Altı makine ile 40 vagon geldi. Altısı da bozuktu.", "tr",
     "Altı makine = 6 count; 40 vagon = 40 wagon; Altısı = 6 count"),
    ("Hattı 19 makinist, 7 sürücü ve 4 okuyucu gezdi.", "tr",
     "19 makinist = 19 person; 7 sürücü = 7 person; 4 okuyucu = 4 person"),
    ("Evlerin dörtte üçü yıkıldı.", "tr", "dörtte üçü = 75 percent"),
    ("Tam *17 bin 500 lira* verdi.", "tr", "17 bin 500 lira = 17500 lira"),
    ("Bir gün evvel çekildiler.", "tr", "Bir gün = 1 day"),
    ("Bir gün bana geldi.", "tr", ""),
    ("Ziyaret: 09.00–17.00 arası.", "tr", ""),
    ("Çiftçi sayısı 65 binden 110 bine çıktı.", "tr", "65 bin = 65000 person; 110 bin = 110000 person"),
    ("Köprüler: 37. Mektepler: 142.", "tr", "37 = 37 count; 142 = 142 count"),
    ("Mesajlar: 37.", "tr", ""),
    ("Defterde iki not daha var.", "tr", "iki not = 2 count"),
    ("Kervanda 40 yük vardı.", "tr", "40 yük = 40 count"),
    ("On dört çocuktuk, yirmi sekiz yaşındaydım.", "tr",
     "On dört çocuk = 14 person; yirmi sekiz yaşındaydım = 28 year"),
    ("Üç türkü dinledi.", "tr", "Üç türkü = 3 count"),
    ("They found half a million francs.", "en", "half a million francs = 500000 franc"),
    ("Six children lived in two rooms.", "en", "Six children = 6 person; two rooms = 2 count"),
    ("Only four keepers and 12 seamen stayed.", "en", "four keepers = 4 person; 12 seamen = 12 person"),
    ("Traktorların sayı 112 idi.", "az", "112 = 112 count"),
    ("Üzvlərin sayı 1840-a çatdı.", "az", "1840 = 1840 person"),
    ("Bölgede 165 filatür ve 31 tacir vardı.", "tr", "165 filatür = 165 count; 31 tacir = 31 person"),
    ("Tümenin mevcudu 1.850 idi.", "tr", "1.850 = 1850 person"),
    ("Bunu Ankara 1973, s. 311 yazar; iki gün sürdü.", "tr", "iki gün = 2 day"),
    ("Labourers, some seventy thousand of them, came.", "en", "seventy thousand = 70000 person"),
    ("Germans bought two-fifths of the shares.", "en", "two-fifths = 40 percent"),
    ("Avukat 57. Alay'ın 3. taburunu ve 259. maddeyi sordu.", "tr", ""),
]  # fmt: skip

# One entry of a list of sources, with its kind, year and pages.
SOURCES = [
    ("BOA, HR.SYS, 2461/12", ("archive", None, None)),
    ("BCA 30.18.1.2/34.5.7", ("archive", None, None)),
    ("ATASE, Kls. 1234, Dos. 12, F. 3-1", ("archive", None, None)),
    ("Konya Halkevi Evrakı, defter no. 3, vr. 14", ("archive", None, None)),
    ("TBMM ZC, D. I, C. 9, s. 215", ("book", None, "215")),
    ("Düstur, III. Tertip, C. 1, s. 402", ("book", None, "402")),
    ("Takvim-i Vekayi, nr. 3556", ("newspaper", None, None)),
    ("Cumhuriyet, 12.5.1934, s. 3", ("newspaper", 1934, "3")),
    ("Demiryol Dergisi, sayı 372, Şubat 1956", ("article", 1956, None)),
]


def _read(sentence: str, language: str) -> Page:
    paragraph = Segment(SegmentKind.PARAGRAPH, _whole(sentence), "sentence")
    return Page("p", Source("0" * 64, "text/plain"), sentence, (paragraph,), language=language)


def _whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(("sentence", "language", "expected"), DATES)
def test_date(sentence: str, language: str, expected: str) -> None:
    found = find_dates(_read(sentence, language))
    assert "; ".join(f"{one.text} = {one.edtf}" for one in found) == expected


@pytest.mark.parametrize(("sentence", "language", "expected"), AMOUNTS)
def test_amount(sentence: str, language: str, expected: str) -> None:
    page = _read(sentence, language)
    found = find_amounts(page, find_dates(page), ())
    assert "; ".join(f"{one.text} = {one.value:g} {one.unit}" for one in found) == expected


@pytest.mark.parametrize(("entry", "expected"), SOURCES)
def test_source(entry: str, expected: tuple[str, int | None, str | None]) -> None:
    text = f"Kaynaklar\n{entry}."
    segment = Segment(SegmentKind.SOURCES, _whole(text), "list")
    page = Page("p", Source("0" * 64, "text/plain"), text, (segment,))
    found = find_citations(page, find_dates(page))
    assert [(str(one.kind), one.year, one.pages) for one in found] == [expected]


def test_an_archive_is_named_in_a_sentence() -> None:
    page = _read("Elimde bir de MSB Arşivi, Kutu 212, Sıra 88 diye bir not var.", "tr")
    assert [(str(one.kind), one.text) for one in find_citations(page, ())] == [
        ("archive", "MSB Arşivi, Kutu 212, Sıra 88")
    ]


def test_what_is_weighed_is_no_other_word() -> None:
    page = _read("200 kilosu borca sayıldı, 40 kilo bor kaldı.", "tr")
    assert [one.of for one in find_amounts(page, (), ())] == [None, "bor"]


@pytest.mark.parametrize(
    ("text", "edtf", "certainty"),
    [
        ("937", "1937", "not_a_day"),
        ("'38", "1938", "ambiguous"),
        ("Sonbahar 1919", "1919-23", "not_a_day"),
        ("1930'lar", "193X", "not_a_day"),
        ("14 Mart 1332 Pazartesi", "1916-03-27", "computed"),
        ("14 Mart 1332 Pazar", "1916-03-27", "ambiguous"),
        ("31 Nisan 1921", None, "impossible"),
    ],
)
def test_how_sure_a_date_is(text: str, edtf: str | None, certainty: str) -> None:
    found = explain_date(text, date(2026, 1, 1))
    assert (found.edtf, found.certainty) == (edtf, certainty)


def test_a_coming_day_is_of_the_page_s_own_year() -> None:
    text = "Saat 1933'te durdu. Haftaya 17 Kasım'da buluşalım."
    page = Page("p", Source("0" * 64, "text/plain"), text, (), published="2013-11-10")
    assert [one.edtf for one in find_dates(page)] == ["1933", "2013-11-17"]
