"""Numbers as a careful reader takes them: groups, pairs, parts of a measure, bounds, and figures that name a thing."""

from __future__ import annotations

import pytest

from tanik.facts.model import Bound
from tanik.facts.read import read as read_facts
from tanik.page.read import read


def _amounts(text: str) -> list[tuple[str, float, str]]:
    facts = read_facts(read(text.encode(), path="sayfa.txt"), fast=True)
    return [(one.text, one.value, one.unit) for one in facts.amounts]


def _bounds(text: str) -> list[tuple[float, Bound]]:
    facts = read_facts(read(text.encode(), path="sayfa.txt"), fast=True)
    return [(one.value, one.bound) for one in facts.amounts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kasada 2400 000 kuruş vardı.", [("2400 000 kuruş", 2_400_000, "kurus")]),
        ("Bağışlar 1150 000 lira tuttu.", [("1150 000 lira", 1_150_000, "lira")]),
        ("Limandan 1875 000 frank yollandı.", [("1875 000 frank", 1_875_000, "franc")]),
        ("Ambara 6'750 çuval girdi.", [("6'750 çuval", 6750, "count")]),
        ("Kuruma 12’300 lira verildi.", [("12’300 lira", 12_300, "lira")]),
        ("Kasada 40 000 lira vardı.", [("40 000 lira", 40_000, "lira")]),
        ("Köyün 75'inci muhtarıydı.", []),
        ("Dosya 1921 000 sayılıdır.", []),
        ("Bunların 40'ı eve, 25'i tarlaya gitti.", []),
    ],
)
def test_groups_of_a_figure(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert _amounts(text) == expected


def test_a_figure_with_a_first_group_too_long_is_told_to_be_malformed() -> None:
    facts = read_facts(read("Kasada 2400 000 kuruş vardı.".encode(), path="sayfa.txt"), fast=True)
    assert [one.problem for one in facts.amounts] == ["groups-not-three"]
    assert facts.dates == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Handa otuz kırk yolcu kalıyordu.", [("otuz kırk yolcu", 35, "person")]),
        ("Her gün altmış yetmiş araba geçerdi.", [("altmış yetmiş araba", 65, "count")]),
        ("Meydanda üç dört yüz kişi vardı.", [("üç dört yüz kişi", 350, "person")]),
        ("Depoda yedi sekiz yüz tüfek kalmıştı.", [("yedi sekiz yüz tüfek", 750, "count")]),
        ("Meydanda üç beş yüz kişi vardı.", [("üç beş yüz kişi", 400, "person")]),
        ("Meydanda yüz iki yüz kişi vardı.", [("yüz iki yüz kişi", 150, "person")]),
        ("Depoda bin iki bin tüfek kalmıştı.", [("bin iki bin tüfek", 1500, "count")]),
        ("Meydanda yüz iki kişi vardı.", [("yüz iki kişi", 102, "person")]),
        ("Depoda iki dört yüz sandık kalmıştı.", [("iki dört yüz sandık", 300, "count")]),
        ("Handa yirmi beş yolcu kalıyordu.", [("yirmi beş yolcu", 25, "person")]),
        ("Meydanda üç yüz kırk kişi vardı.", [("üç yüz kırk kişi", 340, "person")]),
        ("Askerler ikişer üçer geri döndü.", []),
        ("Öğrenciler beşer onar dağıldılar.", []),
        ("Ailelere beşer lira verildi.", [("beşer lira", 5, "lira")]),
        ("Manifaturacı iki düzine mendil sattı.", [("iki düzine mendil", 24, "count")]),
        ("Sandıktan on düzine bardak çıktı.", [("on düzine bardak", 120, "count")]),
    ],
)
def test_two_numerals_for_a_few(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert _amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Yol 12 kilometre 300 metredir.", [("12 kilometre 300 metre", 12.3, "km")]),
        ("Duvarın boyu 3 metre 25 santimdi.", [("3 metre 25 santim", 3.25, "m")]),
        ("Ambarda 4 ton 750 kilo arpa vardı.", [("4 ton 750 kilo", 4.75, "t")]),
        ("Altın 2 kilo 400 gram geldi.", [("2 kilo 400 gram", 2.4, "kg")]),
        ("Boyu 12 metre, eni 3 metreydi.", [("12 metre", 12, "m"), ("3 metre", 3, "m")]),
        ("Bir yanda 5 metre 8 metre ötede bir duvar.", [("5 metre", 5, "m"), ("8 metre", 8, "m")]),
        ("He asked for 3m gold roubles.", [("3m gold roubles", 3_000_000, "gold_ruble")]),
        ("Dükkân £T 750 borçlandı.", [("750", 750, "lira")]),
        ("Üzümün 40%-i ixrac olundu.", [("40%", 40, "percent")]),
    ],
)
def test_parts_of_a_measure_and_signs_beside_figures(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert _amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # with one or two letters before it a figure and a possessed thing are a designation
        ("U 35 denizaltısı Akdeniz'deydi.", []),
        ("UB 46 denizaltısı mayına çarptı.", []),
        ("E 11 denizaltısı Marmara'ya girdi.", []),
        ("Filoda 35 denizaltı vardı.", [("35 denizaltı", 35, "count")]),
        ("ABD 12 denizaltısını çekti.", [("12 denizaltı", 12, "count")]),
        # the pronoun at the head of a sentence and a word of a line in capitals are none of its letters
        ("O 12 denizaltısını sattı.", [("12 denizaltı", 12, "count")]),
        ("O 5 gemisini limanda bıraktı.", [("5 gemi", 5, "count")]),
        ("İTALYA 12 TOP VE 7 GEMİSİNİ KAYBETTİ.", [("12 TOP", 12, "count"), ("7 GEMİ", 7, "count")]),
        # what swims is no hundred each
        ("Tersaneye bir yüzer vinç getirildi.", []),
        ("Boğaza yüzer köprü kuruldu.", []),
        ("Köylere yüzer çuval buğday verildi.", [("yüzer çuval", 100, "count")]),
        # more than a few thousand are no number
        ("Yolda on binlerce mülteci vardı.", []),
        ("Yolda yüz minlərlə qaçqın vardı.", []),
        ("Oda 1907 numaralıydı.", []),
        ("Sarayda 30 işçi ailesi otururdu.", [("30 işçi ailesi", 30, "count")]),
        ("Baskında 30 işçi köyü yaktı.", [("30 işçi", 30, "person")]),
        (
            "Köyün geliri 1530'da 900; 1571'de ise 1.400 akçaydı.",
            [("900", 900, "count"), ("1.400 akça", 1400, "count")],
        ),
    ],
)
def test_figures_that_name_or_count(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert _amounts(text) == expected


def test_what_a_colon_leads_in_is_counted_in_no_other_unit() -> None:
    assert _amounts('Köyde 50 kişi vardı. En yaşlısı Hane: 14 "Hasan oğlu Ali" idi.') == [("50 kişi", 50, "person")]
    assert _amounts("Köyde 20 kişi vardı. Bir haneden 4 h., 3 k. kaldı.") == [("20 kişi", 20, "person")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Köyün nüfusu 340 kişi civarındaydı.", [(340, Bound.ABOUT)]),
        ("Vergi %6 civarındadır.", [(6, Bound.ABOUT)]),
        ("Ceza iki yıla kadardı.", [(2, Bound.AT_MOST)]),
        ("Ölenlerin sayısı 4 binden fazladır.", [(4000, Bound.MORE_THAN)]),
        ("Qaçqınların sayı 15 mindən çoxdur.", [(15_000, Bound.MORE_THAN)]),
        ("Askerin üçte birinden fazlası döndü.", [(33.333333, Bound.MORE_THAN)]),
        ("İki tepe üzerinde 40 ev vardı.", [(2, Bound.EXACT), (40, Bound.EXACT)]),
        ("Selde en az 6 kişi öldü.", [(6, Bound.AT_LEAST)]),
        ("Askerin üçte biri döndü.", [(33.333333, Bound.EXACT)]),
        ("Köyün nüfusu 340 kişidir.", [(340, Bound.EXACT)]),
        ("Ceza iki yıldı.", [(2, Bound.EXACT)]),
    ],
)
def test_bounds_said_as_the_predicate(text: str, expected: list[tuple[float, Bound]]) -> None:
    assert _bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Limanda 2 mavna, 1 römork vardı.", [("2 mavna", 2, "count"), ("1 römork", 1, "count")]),
        ("Limanda bir römork vardı.", []),
        ("Adada 1 mektup bulundu.", [("1 mektup", 1, "count")]),
        ("Köye iki grup ve üç meczup geldi.", [("iki grup", 2, "count"), ("üç meczup", 3, "count")]),
        ("Evden üç kaçıp gitti.", []),
        ("Alay 900 mevcutluydu.", [("900", 900, "person")]),
        ("900 mevcutlu bir alay yürüdü.", [("900 mevcutlu", 900, "person")]),
        ("Fabrikada 240 çalışan vardı.", [("240 çalışan", 240, "person")]),
        ("Yağ 24-28-32 akçeydi.", []),
        ("Yağ 24-28 akçeydi.", [("24-28 akçe", 26, "count")]),
        ("12 Adalar elden çıktı.", []),
        ("Buradan 12 ada görünür.", [("12 ada", 12, "count")]),
        ("Toplam 2 milyon 300 küsur bin lira toplandı.", []),
        ("Sıcaklık eksi 12 dereceydi.", []),
        ("Bin dokuz yüz on bir yılında göçtüler.", []),
        ("On bir yılında bir ev yaptı.", [("On bir yıl", 11, "year")]),
    ],
)
def test_nouns_that_look_like_something_else(text: str, expected: list[tuple[str, float, str]]) -> None:
    found = _amounts(text)
    assert [one[1:] for one in found] == [one[1:] for one in expected]


_ENGLISH = "The history of the war was written from the records of the ministry and the letters of its officers. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four out of five barns burnt.", [(80, "percent", None)]),
        ("One in ten men fell ill.", [(10, "percent", None)]),
        ("It rained for one in ten days.", [(10, "day", None)]),
        ("They lost 14 of their guns.", [(14, "count", "guns")]),
        ("The bey sold two of his seven mills.", [(2, "count", "mills"), (7, "count", "mills")]),
        ("c. 12,000 Canadians landed.", [(12_000, "person", "Canadians")]),
        ("See vol. 12, c. 4.", []),
        ("About 700 British landed with 20 British guns.", [(700, "person", "British"), (20, "count", "guns")]),
        ("3,000 killed, 700 missing.", [(3000, "person", "killed"), (700, "person", "missing")]),
        ("3,000 wounded, 700 died of fever.", [(3000, "person", "wounded"), (700, "person", None)]),
        ("The smith died aged 61.", [(61, "year", None)]),
        ("In a six month siege over 4,000 perished.", [(6, "month", None)]),
    ],
)
def test_english_shares_and_people(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    facts = read_facts(read((_ENGLISH + text).encode(), path="page.txt"), fast=True)
    assert [(one.value, one.unit, one.of) for one in facts.amounts] == expected


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("No more than 40 houses stood.", Bound.AT_MOST),
        ("Not more than 40 houses stood.", Bound.AT_MOST),
        ("No fewer than 40 houses stood.", Bound.AT_LEAST),
        ("More than 40 houses stood.", Bound.MORE_THAN),
        ("Fewer than 40 houses stood.", Bound.LESS_THAN),
        ("At least 40 houses stood.", Bound.AT_LEAST),
    ],
)
def test_english_bounds_of_several_words(text: str, bound: Bound) -> None:
    assert [one[1] for one in _bounds(_ENGLISH + text)] == [bound]


def test_a_word_of_two_languages_is_read_in_that_of_the_page() -> None:
    assert _amounts("Kongreye 12 ilden gelenler oldu. Bu seçimler zor geçti.")[0][1:] == (12, "count")
    assert _amounts("O, 12 il Bakıda yaşadı və müəllim oldu.")[0][1:] == (12, "year")


def test_for_so_many_years_is_a_length_of_time() -> None:
    assert [one[1:] for one in _amounts("Şirket otuz yıllığına kuruldu.")] == [(30, "year")]
    assert [one[1:] for one in _amounts("Doktoru altı aylığına Adana'ya gönderdi.")] == [(6, "month")]
    assert _amounts("Gazete iki yazmışsa öyledir.") == []
