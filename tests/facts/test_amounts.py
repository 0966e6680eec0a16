"""Sentences and the amounts that must be found in them, in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.facts.amounts.find import find_amounts
from tanik.facts.dates.find import find_dates
from tanik.facts.model import Amount, Bound, Citation, CitationKind
from tanik.page.model import Page, Source

# sentence, then "value unit of" for each amount in order
AMOUNTS = [
    ("Limana 47 sistern petrol geldi.", "47 tank_wagon petrol"),
    ("Depoda altı vagon dolusu saman vardı.", "6 wagon saman"),
    ("Yedi bin tondan fazla kömür yandı.", "7000 t kömür"),
    ("Bankaya 320 kg altın kondu.", "320 kg altın"),
    ("Kasadan üç milyon altının alındığı söylendi.", "3000000 gold_lira -"),
    ("Köye 3 milyon 066 bin 800 ruble verildi.", "3066800 ruble -"),
    ("Alay 33 bin 275 tüfek aldı.", "33275 count tüfek"),
    ("Beş yüz tüfeği sakladılar.", "500 count tüfeğ"),
    ("Toplantıya 1500 kişi katıldı.", "1500 person -"),
    ("Yirmi kişiden on biri öldü.", "20 person -; 11 person -"),
    ("Yirmi kişiden biri öldü.", "20 person -"),
    ("1900 kişilik salon doldu.", "1900 person -"),
    ("Kaleye 2000 askerle geldi.", "2000 person asker"),
    ("1927 nüfus sayımına göre ilçede 4.500 kişi yaşardı.", "4500 person -"),
    ("Şehirde 1500 nüfus vardı.", "1500 person nüfus"),
    ("Köprü 1200 yıl dayandı.", "1200 year -"),
    ("Depoda 52 kutu vardı.", "52 count kutu"),
    ("40 sandığın kapağı kırıktı.", "40 count sandığ"),
    ("On iki çocuğa süt verildi.", "12 person çocuğ"),
    ("Onlara dokuzbin kişi katıldı.", "9000 person -"),
    ("Borç üç buçuk milyon liraydı.", "3500000 lira -"),
    ("Erlere yüzer kuruş dağıtıldı.", "100 kurus -"),
    ("Kişi başına yüz ellişer lira düştü.", "150 lira -"),
    ("Depoda 20–25 bin sandık vardı.", "22500 count sandık"),
    ("Otuz-otuz beş bin asker geçti.", "32500 person asker"),
    ("Yolda beş altı kişi gördük.", "5.5 person -"),
    ("Gider 4.200.000 milyon lira tuttu.", "4200000 lira -"),
    ("Bütçe 1.250.000 liradır.", "1250000 lira -"),
    ("Yol 3,5 km uzar.", "3.5 km -"),
    ("Yük 3.5 ton tuttu.", "3.5 t -"),
    ("Değeri 13,700 dolar oldu.", "13700 dollar -"),
    ("Vergi yüzde 12,5 arttı.", "12.5 percent -"),
    ("Nüfusun %37'si göçtü.", "37 percent Nüfus"),
    ("Bağların üçte ikisi yandı.", "66.666667 percent Bağlar"),
    ("Hasadın onda biri alındı.", "10 percent Hasad"),
    ("Yol iki hafta sürdü.", "14 day -"),
    ("Bir buçuk yıl bekledi.", "18 month -"),
    ("Köprü yarım asır ayakta kaldı.", "50 year -"),
    ("Kale bir buçuk asır dayandı.", "150 year -"),
    ("Sürgün iki yıl beş ay sürdü.", "29 month -"),
    ("Bilet 36 lira 25 kuruş tuttu.", "36.25 lira -"),
    ("Ekmek 4 kuruş 20 para idi.", "4.5 kurus -"),
    ("Yarım ton un geldi.", "0.5 t un"),
    ("Sizdeki yüz bin liramızla iki tonumuzu verdik.", "100000 lira -; 2 t -"),
    ("Selim Bey'e göre 300 bin lira 41).\nCavit Bey'e göre 1 milyon lira (42).", "300000 lira -; 1000000 lira -"),
    ("Köyde 70 ev yandı (geçen yıl 20).", "70 count ev; 20 count ev"),
    ("Köyde binden fazla kişi öldü.", "1000 person -"),
    ("Köye yüze yakın rapor geldi.", "100 count rapor"),
    ("Köyde yüzü aşkın ev yandı.", "100 count ev"),
    ("Samsun'dan 40 kadar şikâyet telgrafı geldi.", "40 count telgraf"),
    ("10 okul uçağı ile 24 keşif uçağı ısmarladı.", "10 count uçağ; 24 count uçağ"),
    ("Bine yakın dilekçe verildi; 63 imzalı dilekçe okundu.", "1000 count dilekçe; 63 count imzalı"),
    ("Kasada 2.000 İngiliz lirası vardı.", "2000 pound_sterling -"),
    ("Kumpanya 80 milyon frank istedi.", "80000000 franc -"),
    ("Rusya on milyon altın ruble vaat etti.", "10000000 gold_ruble -"),
    ("Devlet 1.850.000 Osmanlı lirası ödedi.", "1850000 gold_lira -"),
    ("Sefere üç mavna ile 18 vagon ayrıldı.", "3 count mavna; 18 wagon -"),
    ("Körfeze iki İtalyan zırhlısı girdi.", "2 count zırhlı"),
    ("Mecliste on iki kürsü kırıldı.", "12 count kürsü"),
    ("Yetmiş delegenin 41'i geldi, altısı gelmedi.", "70 person delege; 41 person delege; 6 person delege"),
    ("Katıra 90 kilo yük vurulur, deveye 160.", "90 kg yük; 160 kg yük"),
    ("Limanda 12 değil 17 mavna vardı.", "12 count mavna; 17 count mavna"),
    ("Ambarda 730 kg un, 210 pirinç, 45 litre gaz vardı.", "730 kg un; 210 kg pirinç; 45 litre gaz"),
    ("Çocuk 11 yaşında öldü.", "11 year -"),
    ("Toplam 83.041 kişi yazıldı.", "83041 person -"),
    ("Davete 70 sanayici ve kırk demirci geldi.", "70 person sanayici; 40 person demirci"),
    ("Kasabanın üç amacı vardı.", "3 count amac"),
    ("Liste on üç bekçiden ve iki muhafızdan oluşur.", "13 person bekçi; 2 person muhafız"),
    ("Anlaşma dört ilkeye dayanır.", "4 count ilke"),
    ("Köyde beş, altı seneden beri kuraklık vardı.", "5.5 year -"),
    ("Her haneye yirmişer zeytin ağacı düştü.", "20 count zeytin ağacı"),
    ("Gelen 60 sandıktan ikisi boştu.", "60 count sandık; 2 count sandık"),
    ("Verilen 3 değil 7 milyon frank idi.", "3000000 franc -; 7000000 franc -"),
    ("Konuşma iki saat kırk beş dakika sürdü.", "2.75 hour -"),
    ("Konuklar beş yüz kişiydi; 400'e, sonra 250'ye indirildi.", "500 person -; 400 person -; 250 person -"),
    ("Firarilerin sayısı 40-50 kadardı. Gidenlerin sayısı 70'tir.", "45 person Firarilerin; 70 person -"),
    ("Kasada seksen lirayý buldular.", "80 lira -"),
    ("Köyde işçi sayısı 1.400, üç yıl sonra 1.900 oldu.", "1400 person işçi; 3 year -; 1900 person işçi"),
    ("Yol 450 kilometre, ötekine göre 720.", "450 km -; 720 km -"),
    ("Limanda 34 sistern neft, 120 ton ağ neft qalırdı.", "34 tank_wagon neft; 120 t ağ neft"),
    ("Orduda 8 minə yaxın əsgər vardı.", "8000 person əsgər"),
    ("Һәрәсинә икишәр рубл верилди.", "2 ruble -"),
    ("Otuz altı bin dolar ödendi.", "36000 dollar -"),
    ("Onlar birmilyonikiyüzbin kişiydi.", "1200000 person -"),
    ("Komisyon 5'er bin lira dağıttı.", "5000 lira -"),
    ("Paranın 1/3'ü, yani 33.333 lirası gitti.", "33.333333 percent Para; 33333 lira -"),
    ("Kazada 17'si kadın 60 kişi öldü.", "17 person -; 60 person -"),
    ("Kimine göre 100, kimine göre 200 kilogram altın vardı.", "100 kg altın; 200 kg altın"),
    ("Orada 60 bin mi 90 bin mi asker vardı?", "60000 person asker; 90000 person asker"),
    ("Mersin'e 147.000 top mermisi indi.", "147000 count mermi"),
    ("Onlara 2 şer lira verildi.", "2 lira -"),
    ("Köyde 35 hane, 212 nüfus vardı; 40 kadarı gitti.", "35 count hane; 212 person nüfus; 40 person nüfus"),
    ("Beş yüz elli dönüm tarla ekildi.", "550 count dönüm"),
    ("Telgrafta 2 bin 750 çuval un yazıyordu.", "2750 count çuval"),
    ("Sandıkta iki altın bilezik ile 3 altın madalya bulundu.", "2 count bilezik; 3 count madalya"),
    (
        "Hazineden 100 altın ve 50 altın lira verildi, 20 altın ceza alındı.",
        "100 gold_lira -; 50 gold_lira -; 20 gold_lira -",
    ),
]

ENGLISH = [
    ("They sent 35,000 pounds and 9 ships.", "35000 pound_sterling -; 9 count ships"),
    ("The debt was £4.7 million, 5 per cent unpaid.", "4700000 pound_sterling -; 5 percent -"),
    ("Between 30,000 and 50,000 soldiers fled.", "40000 person soldiers"),
    ("They fled, two thirds of them by sea.", "66.666667 percent -"),
    ("The road is 3.5 km long.", "3.5 km -"),
    ("They had forty-five guns and two hundred rifles.", "45 count guns; 200 count rifles"),
]

NONE = [
    "431 sayılı kanunun 2. maddesi okundu.",
    "7. Kolordu ile 12. Tümen saat 10'da yürüdü.",
    "Birinci ve ikinci İnönü savaşları anlatıldı.",
    "Sonra onu gördü, ona sordu, bir mektup verdi.",
    "Altını vardı, yüzünden okunuyordu, bine yakın değil.",
    "Bu yüzden fazla ses çıkmadı; o yüzden çok üzüldü.",
    "Dosya 1924/305, kutu 655, gömlek 38.",
    "17 Mayıs 1337 günü geldi, 1924'te gitti.",
    "Birkaç yüz kişi ile yüzlerce araba gördük.",
    "Kasaba 1243 yılında kuruldu.",
    "Köy 1071 yılının sonunda, 1461 senesinden sonra el değiştirdi.",
    "1919 kışı sert geçti.",
    "Doksan üç Harbi'nde saat dokuzu beş geçe geldi.",
    "Oniki Ada ile Altı Ok ayrı şeylerdir.",
    "Çocuk ekmeği yedi. Sonra uyudu.",
    "Uçak uçtu, kırkın çıktı, elleri üşüdü.",
    "Vali ona bir altın saat verdi.",  # a thing of gold, and no coin
    "Konaktan bir altun mangal götürüldü.",
]

BOUNDS = [
    ("Limana 9 bin tondan fazla kömür geldi.", Bound.MORE_THAN),
    ("Limana yaklaşık 40 sandık geldi.", Bound.ABOUT),
    ("Limana 40 sandık kadar mal geldi.", Bound.ABOUT),
    ("Limana en az 40 sandık geldi.", Bound.AT_LEAST),
    ("Limana en çok 40 sandık geldi.", Bound.AT_MOST),
    ("Limana 40 sandık geldi.", Bound.EXACT),
    ("Bedel 40 bin liraya kadar çıktı.", Bound.AT_MOST),
    ("Limanda 5 tondan az kömür kaldı.", Bound.LESS_THAN),
]


def _amounts(page: Page, citations: tuple[Citation, ...] = ()) -> tuple[Amount, ...]:
    return find_amounts(page, find_dates(page), citations)


def _shown(amounts: tuple[Amount, ...]) -> str:
    return "; ".join(f"{amount.value:.10g} {amount.unit} {amount.of or '-'}" for amount in amounts)


@pytest.mark.parametrize(("sentence", "expected"), AMOUNTS)
def test_sentence(page_of: Callable[..., Page], sentence: str, expected: str) -> None:
    assert _shown(_amounts(page_of(sentence))) == expected


@pytest.mark.parametrize(("sentence", "expected"), ENGLISH)
def test_english(page_of: Callable[..., Page], sentence: str, expected: str) -> None:
    assert _shown(_amounts(page_of(sentence, language="en"))) == expected


@pytest.mark.parametrize("sentence", NONE)
def test_no_amount(page_of: Callable[..., Page], sentence: str) -> None:
    assert [amount.text for amount in _amounts(page_of(sentence))] == []


@pytest.mark.parametrize(("sentence", "bound"), BOUNDS)
def test_bound(page_of: Callable[..., Page], sentence: str, bound: Bound) -> None:
    (amount,) = _amounts(page_of(sentence))
    assert amount.bound is bound


def test_numbers_in_a_table_take_the_unit_of_their_column(page_of: Callable[..., Page]) -> None:
    page = page_of("Köy\tEr\tTop\nYukarı\t1.200\t%5\nAşağı\t900\t12\n\nNüfus\t4.500")
    assert _shown(_amounts(page)) == "1200 person Er; 5 percent -; 900 person Er; 12 count Top; 4500 person Nüfus"


def test_a_range_keeps_its_ends(page_of: Callable[..., Page]) -> None:
    (amount,) = _amounts(page_of("Aylık 50-60 kuruş idi."))
    assert (amount.value, amount.value_min, amount.value_max) == (55.0, 50.0, 60.0)


@pytest.mark.parametrize("sentence", ["Gider 4.200.000 milyon lira.", "Gider 1.1000.000 lira."])
def test_malformed_numbers_are_told(page_of: Callable[..., Page], sentence: str) -> None:
    (amount,) = _amounts(page_of(sentence))
    assert amount.problem


def test_numbers_in_citations_are_no_amounts(page_of: Callable[..., Page]) -> None:
    text = "Bunu A. Yazar, 3 cilt, 200 sayfa, yazar. Limana 40 sandık geldi."
    citation = Citation(Span(5, text.index(", yazar")), "", CitationKind.BOOK, "test")
    assert _shown(_amounts(page_of(text), (citation,))) == "40 count sandık"


_PIECES = st.sampled_from(
    [
        "5",
        "3.500",
        "1,5",
        "bin",
        "milyon",
        "yüz",
        "üçte",
        "biri",
        " ",
        " ",
        "-",
        "ton",
        "lira",
        "kuruş",
        "50'si",
        "%",
        "£",
        "yüzde",
        "altın",
        "sandık",
        "ve",
        "değil",
        ".",
        "(",
        ")",
        "\n",
        "buçuk",
        "ikişer",
        "0",
        "1936",
        "beş",
        "altı",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80), st.lists(_PIECES, max_size=25).map("".join), st.lists(_PIECES, max_size=25).map(" ".join)
    )
)
def test_any_text_is_read(text: str) -> None:
    page = Page("p", Source("0" * 64, "text/plain"), text, ())
    for amount in _amounts(page):
        assert amount.span.of(text) == amount.text
        assert amount.text
