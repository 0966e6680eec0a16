"""Forms of dates: words, two styles, misspelt years, months counted from March, parts of a year."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tanik.facts.dates.find import find_dates
from tanik.page.model import Page

# Text, language, and for each date its words and its EDTF.
FOUND = [
    # Azerbaijani Monday is "Sunday's morrow", and old Turkish has it too: no day counted from another.
    ("Məktub 14 iyun 1933-cü ildə yazıldı. Bazar ertəsi günü oxundu, ertəsi gün itdi.", "az-Latn",
     [("14 iyun 1933", "1933-06-14"), ("ertəsi gün", "1933-06-15")]),
    ("12 Mart 1921'de geldi. Pazar ertesi günü gitti.", "tr", [("12 Mart 1921", "1921-03-12")]),
    ("12 Mart 1921'de geldi. Pazar günüydü, ertesi gün gitti.", "tr",
     [("12 Mart 1921", "1921-03-12"), ("ertesi gün", "1921-03-13")]),
    # Short years beside an Ottoman month: Rumi, unless the page tells of that year of ours.
    ("25 Kânun-i Sânî 21 tarihli tezkere.", "tr", [("25 Kânun-i Sânî 21", "1906-02-07")]),
    ("Olay 1921 yılında geçer. 25 Kânun-i Sânî 21 tarihli tezkere.", "tr",
     [("1921", "1921"), ("25 Kânun-i Sânî 21", "1921-01-25")]),
    ("Kitap 2015'te basıldı. 25 Kânun-i Sânî 21 tarihli tezkere.", "tr",
     [("2015", "2015"), ("25 Kânun-i Sânî 21", "1906-02-07")]),
    ("Olay 1919'da geçer. 14 Teşrin-i Evvel 35 tarihli yazı.", "tr",
     [("1919", "1919"), ("14 Teşrin-i Evvel 35", "1919-10-14")]),
    ("Okul 1934'te açıldı. 14 Teşrinievvel 35 tarihli yazı.", "tr",
     [("1934", "1934"), ("14 Teşrinievvel 35", "1935-10-14")]),
    ("27/VII/1920'de geldi, 28/VII gecesi gitti.", "tr", [("27/VII/1920", "1920-07-27"), ("28/VII", "1920-07-28")]),
    ("7.XI.38 tarihli yazı", "tr", [("7.XI.38", "1938-11-07")]),
    ("937 senesinde yandı, '38 yılında yapıldı.", "tr", [("937", "1937"), ("'38", "1938")]),
    ("Dedem 327 doğumluydu; 1920'de askere gitti.", "tr", [("327", "1911"), ("1920", "1920")]),
    ("Köy 1937'de büyüdü, 38'in kasımında kar yağdı.", "tr", [("1937", "1937"), ("38'in kasım", "1938-11")]),
    ("Ağustos 1921. Savaşın 19'uncu günü yağmur.", "tr", [("Ağustos 1921", "1921-08"), ("19'uncu günü", "1921-08-19")]),
    ("Mayıs 1919–Eylül 1922 arasında", "tr", [("Mayıs 1919–Eylül 1922", "1919-05/1922-09")]),
    ("23 Ağustos–13 Eylül 1921 arasında", "tr", [("23 Ağustos–13 Eylül 1921", "1921-08-23/1921-09-13")]),
    ("1921 Mayıs ve Haziran aylarında", "tr", [("1921 Mayıs ve Haziran", "1921-05/1921-06")]),
    ("1919 ile 1922 yılları arasında", "tr", [("1919 ile 1922", "1919/1922")]),
    # the month of an upheaval's name is not that of what came after it
    ("Dernek 1917'de Ekim Devrimi'nden sonra kuruldu.", "tr", [("1917", "1917")]),
    ("Dernek 1917'de Ekim ayında kuruldu.", "tr", [("1917'de Ekim", "1917-10")]),
    ("1908 ve 1911 arasında", "tr", [("1908 ve 1911", "1908/1911")]),
    ("between 1915 and 1918", "en", [("1915 and 1918", "1915/1918")]),
    ("1914 ve 1918 seferleri", "tr", [("1914", "1914"), ("1918", "1918")]),
    ("1921 Eylülünün 27'sini 28'ine bağlayan gece", "tr", [("1921 Eylülünün 27'sini 28", "1921-09-27/1921-09-28")]),
    ("1918-ci il sentyabrın 27-sindən 28-inə keçən gecə", "az-Latn",
     [("1918-ci il sentyabrın 27-sindən 28", "1918-09-27/1918-09-28")]),
    ("In May 1919 he wrote on the 20th, then left.", "en", [("May 1919", "1919-05"), ("the 20th", "1919-05-20")]),
    ("On 3 May 1919 he wrote. A week later he left.", "en",
     [("3 May 1919", "1919-05-03"), ("A week later", "1919-05-10")]),
    ("In May 1919 it met on the 20th Division front.", "en", [("May 1919", "1919-05")]),
    ("In 1919 he travelled that June.", "en", [("1919", "1919"), ("June", "1919-06")]),
    ("Rumi 1293, Hicri 1294", "tr", [("1293", "1877"), ("1294", "1877/1878")]),
    ("1336 senesi Nisanının yirmi üçüncü günü", "tr", [("1336 senesi Nisanının yirmi üçüncü", "1920-04-23")]),
    ("1337 senesi Ağustosunun on beşinde", "tr", [("1337 senesi Ağustosunun on beşi", "1921-08-15")]),
    ("yirmi üç nisan bin dokuz yüz yirmi", "tr", [("yirmi üç nisan bin dokuz yüz yirmi", "1920-04-23")]),
    ("31 Nisan 1920 günü", "tr", [("31 Nisan 1920", None)]),
    ("19 Mayıs Stadı 1939 yılında açıldı.", "tr", [("1939", "1939")]),
    ("Mesaj sayım 1500 oldu.", "tr", []),
    ("Orada 1800'ü bulan asker ve 1500'ü aşan yaralı vardı.", "tr", []),
    ("O yıl 1900'den fazla tüfek geldi, 1920'den çok asker gitti.", "tr", []),
    ("1920'yi bulan günlerde, 1921'i aşan bir süreçte sürdü.", "tr", [("1920", "1920"), ("1921", "1921")]),
    ("1921'den fazla söz edilmez.", "tr", [("1921", "1921")]),
    ("XIX. yüzyılın sonunda", "tr", [("XIX. yüzyıl", "18XX")]),
    ("Heyet Aralık 1920'de toplandı. 15 Ocak'ta dağıldı.", "tr",
     [("Aralık 1920", "1920-12"), ("15 Ocak", "1921-01-15")]),
    ("Mektup 1964'te, yazılışından 43 yıl sonra basıldı.", "tr", [("1964", "1964")]),
    ("1918-ci ilin mayından 20-ci illərə qədər, XIX əsrdə", "az",
     [("1918-ci ilin may", "1918-05"), ("20-ci illər", "192X"), ("XIX əsr", "18XX")]),
    ("1918-ҹи ил мајын 28-дә; 20-ҹи илләрдә", "az", [("1918-ҹи ил мајын 28", "1918-05-28"), ("20-ҹи илләр", "192X")]),
    ("Sept. 4, 1919 (O.S. 22 August)", "en", [("Sept. 4, 1919", "1919-09-04"), ("22 August", "1919-09-04")]),
    ("In March 1921 he left. The following month he returned.", "en",
     [("March 1921", "1921-03"), ("The following month", "1921-04")]),
    ("They lived there in the twenties.", "en", [("twenties", "192X")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "language", "wanted"), FOUND)
def test_form(page_of: Callable[..., Page], text: str, language: str, wanted: list[tuple[str, str | None]]) -> None:
    found = find_dates(page_of(text, language=language))
    assert [(date.text, date.edtf) for date in found] == wanted


PARTS = [
    ("1921 yılının başlarında geldi.", "early"),
    ("1922 Mart ortalarında geldi.", "middle"),
    ("Ekim 1920 sonunda geldi.", "late"),
    ("1920'li yılların başında geldi.", "early"),
    ("1921'de, sonunda geldi.", None),
    ("3 Mart 1921 günü sonunda geldi.", None),
    ("Köy in early 1920, they said", "early"),
]


@pytest.mark.parametrize(("text", "part"), PARTS)
def test_part_of_a_year_or_month(page_of: Callable[..., Page], text: str, part: str | None) -> None:
    (date,) = find_dates(page_of(text))
    assert date.part == part


def test_one_day_in_two_styles(page_of: Callable[..., Page]) -> None:
    (both,) = find_dates(page_of("5/18 Mart 1917 günü"))
    assert (both.edtf, str(both.calendar)) == ("1917-03-18", "julian")
    (nights,) = find_dates(page_of("8/9 Temmuz 1919 gecesi"))
    assert nights.edtf == "1919-07-08/1919-07-09"


def test_months_count_from_march_only_where_the_page_proves_it(page_of: Callable[..., Page]) -> None:
    proven = find_dates(page_of("İlk tezkere 2.1.1336 (2 Mart 1920) tarihlidir. İkincisi 9.2.1336 tarihlidir."))
    assert [date.edtf for date in proven] == ["1920-03-02", "1920-03-02", "1920-04-09"]
    assert proven[0].rule == "date.numeric.from-march"
    unproven = find_dates(page_of("İlk tezkere 2.1.1336 tarihlidir. İkincisi 9.2.1336 tarihlidir."))
    assert [date.edtf for date in unproven] == ["1920-01-02", "1920-02-09"]
    refuted = find_dates(page_of("2.1.1336 (2 Ocak 1920), 3.1.1336 (3 Mart 1920)"))
    assert refuted[0].edtf == "1920-01-02"


def test_a_misspelt_year_is_repaired_by_the_page_or_told(page_of: Callable[..., Page]) -> None:
    text = "Kongre 23 Temmuz 19119'da açıldı. Başka bir yerde 23 Temmuz 1919 denir."
    repaired, right = find_dates(page_of(text))
    assert (repaired.edtf, repaired.problem) == ("1919-07-23", "year-repaired:19119:1919")
    assert repaired.anchor == right.span
    (alone,) = find_dates(page_of("Kongre 23 Temmuz 19119'da açıldı."))
    assert (alone.text, alone.edtf, alone.problem) == ("23 Temmuz 19119", "XXXX-07-23", "year-unlikely:19119")
    wide = find_dates(page_of("Kongre 23 Temmuz 2991'de açıldı. Başka bir yerde 23 Temmuz 1919 denir."))
    assert wide[0].problem == "year-unlikely:2991"


def test_the_day_of_a_newspaper_is_no_anchor(page_of: Callable[..., Page]) -> None:
    text = "Telgraf 22 Eylül 1919'da çekildi; bkz. Vakit, 28 Eylül 1919. İki gün sonra cevap geldi."
    assert find_dates(page_of(text))[-1].edtf == "1919-09-24"
