"""Sentences and the amounts that must be found in them, in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.facts.amounts import find_amounts
from tanik.facts.dates import find_dates
from tanik.facts.model import Amount, Bound, Citation, CitationKind
from tanik.page.model import Page, Source

# sentence, then "value unit of" for each amount in order
AMOUNTS = [
    ("Limana 62 sistern petrol geldi.", "62 tank_wagon petrol"),
    ("Depoda üç vagon dolusu kerosin vardı.", "3 wagon kerosin"),
    ("Dokuz bin tondan fazla kömür yandı.", "9000 t kömür"),
    ("Bankaya 500 kg altın kondu.", "500 kg altın"),
    ("Hazineden beş milyon altının çıktığı söylendi.", "5000000 gold_lira -"),
    ("Köye 3 milyon 066 bin 800 ruble verildi.", "3066800 ruble -"),
    ("Alay 33 bin 275 tüfek aldı.", "33275 count tüfek"),
    ("Onlara dokuzbin kişi katıldı.", "9000 person -"),
    ("Borç üç buçuk milyon liraydı.", "3500000 lira -"),
    ("Erlere yüzer kuruş dağıtıldı.", "100 kurus -"),
    ("Kişi başına yüz ellişer lira düştü.", "150 lira -"),
    ("Depoda 20–25 bin sandık vardı.", "22500 count sandık"),
    ("Otuz-otuz beş bin asker geçti.", "32500 person asker"),
    ("Yolda beş altı kişi gördük.", "5.5 person -"),
    ("Gider 6.500.000 milyon lira tuttu.", "6500000 lira -"),
    ("Bütçe 1.250.000 liradır.", "1250000 lira -"),
    ("Yol 3,5 km uzar.", "3.5 km -"),
    ("Yük 3.5 ton tuttu.", "3.5 t -"),
    ("Değeri 18,500 dolar oldu.", "18500 dollar -"),
    ("Vergi yüzde 12,5 arttı.", "12.5 percent -"),
    ("Nüfusun %37'si göçtü.", "37 percent Nüfus"),
    ("Bağların üçte ikisi yandı.", "66.666667 percent Bağlar"),
    ("Mahsulün onda biri alındı.", "10 percent Mahsul"),
    ("Yol iki hafta sürdü.", "14 day -"),
    ("Bir buçuk yıl bekledi.", "18 month -"),
    ("Hapis üç yıl yedi ay sürdü.", "43 month -"),
    ("Bilet 217 lira 50 kuruş tuttu.", "217.5 lira -"),
    ("Ekmek 3 kuruş 10 para idi.", "3.25 kurus -"),
    ("Yarım ton un geldi.", "0.5 t un"),
    ("Kasada 2.000 İngiliz lirası vardı.", "2000 pound_sterling -"),
    ("Kumpanya 80 milyon frank istedi.", "80000000 franc -"),
    ("Rusya on milyon altın ruble vaat etti.", "10000000 gold_ruble -"),
    ("Devlet 2.500.000 Osmanlı lirası ödedi.", "2500000 gold_lira -"),
    ("Sefere dört lokomotif ile 26 vagon ayrıldı.", "4 count lokomotif; 26 wagon -"),
    ("Körfeze iki İtalyan zırhlısı girdi.", "2 count zırhlı"),
    ("Mecliste on iki kürsü kırıldı.", "12 count kürsü"),
    ("Kırk mebusun 22'si geldi, dokuzu gelmedi.", "40 person mebus; 22 person mebus; 9 person mebus"),
    ("Kağnıya 250 kilo yük vurulur, arabaya 400.", "250 kg yük; 400 kg yük"),
    ("Kampta 58 değil 38 top vardı.", "58 count top; 38 count top"),
    ("Ambarda 640 kg un, 85 pirinç, 120 litre gaz vardı.", "640 kg un; 85 kg pirinc; 120 litre gaz"),
    ("Çocuk 24 yaşında öldü.", "24 year -"),
    ("Toplam 57.008 kişi yazıldı.", "57008 person -"),
    ("Köyde işçi sayısı 2.100, iki yıl sonra 3.300 oldu.", "2100 person işçi; 2 year -; 3300 person işçi"),
    ("Yol 450 kilometre, ötekine göre 720.", "450 km -; 720 km -"),
    ("Şəhərdə 52 sistern neft, 350 ton ağ neft tapıldı.", "52 tank_wagon neft; 350 t ağ neft"),
    ("Orduda 8 minə yaxın əsgər vardı.", "8000 person əsgər"),
    ("Һәрәсинә икишәр рубл верилди.", "2 ruble -"),
    ("Kırk beş bin dolar ödendi.", "45000 dollar -"),
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
]

ENGLISH = [
    ("They sent 50,000 pounds and 14 ships.", "50000 pound_sterling -; 14 count ships"),
    ("A loan of £12.3 million at 7 per cent.", "12300000 pound_sterling -; 7 percent -"),
    ("Between 800,000 and 900,000 souls fled.", "850000 person souls"),
    ("They fled, two thirds of them by sea.", "66.666667 percent -"),
    ("The road is 3.5 km long.", "3.5 km -"),
    ("They had forty-five guns and two hundred rifles.", "45 count guns; 200 count rifles"),
]

NONE = [
    "431 sayılı kanunun 2. maddesi okundu.",
    "9. Kolordu ile 15. Tümen saat 10'da yürüdü.",
    "Birinci ve ikinci İnönü savaşları anlatıldı.",
    "Sonra onu gördü, ona sordu, bir mektup verdi.",
    "Altını vardı, yüzünden okunuyordu, bine yakın değil.",
    "Dosya 1921/217, kutu 1204, gömlek 91.",
    "26 Nisan 1336 günü geldi, 1921'de gitti.",
    "Birkaç yüz kişi ile yüzlerce araba gördük.",
    "Doksan üç Harbi'nde saat dokuzu beş geçe geldi.",
    "Oniki Ada ile Altı Ok ayrı şeylerdir.",
    "Çocuk ekmeği yedi. Sonra uyudu.",
    "Uçak uçtu, kırkın çıktı, elleri üşüdü.",
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


@pytest.mark.parametrize("sentence", ["Gider 6.500.000 milyon lira.", "Gider 1.1000.000 lira."])
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
