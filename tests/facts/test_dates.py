"""Sentences and the dates that must be found in them, in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.facts.dates.find import find_dates
from tanik.facts.model import Basis, Calendar
from tanik.page.model import Page, Segment, SegmentKind, Source

# sentence, then "wording = EDTF" for each date in order
WRITTEN = [
    ("Köy 1071 yılında fethedildi.", "1071 = 1071"),
    ("7 Mayıs 1921'de geldi. Görüşmenin ertesi günü gitti.", "7 Mayıs 1921 = 1921-05-07"),
    ("7 Mayıs 1921'de geldi. Ertesi günü gitti.", "7 Mayıs 1921 = 1921-05-07; Ertesi gün = 1921-05-08"),
    ("7 Mayıs 1921'de geldi. O günün ertesi günü gitti.", "7 Mayıs 1921 = 1921-05-07; ertesi gün = 1921-05-08"),
    ("Yol 6 Mart 1920 ile 9 Nisan 1921 arasında kapandı.", "6 Mart 1920 ile 9 Nisan 1921 = 1920-03-06/1921-04-09"),
    (
        "Yol 6 Mart 1920 ve 9 Nisan 1921 tarihleri arasında kapandı.",
        "6 Mart 1920 ve 9 Nisan 1921 = 1920-03-06/1921-04-09",
    ),
    ("Yol 6 Mart'la 9 Nisan 1921 arası kapandı.", "6 Mart'la 9 Nisan 1921 = 1921-03-06/1921-04-09"),
    ("Yol Mart 1920 ile Mayıs 1921 arasında kapandı.", "Mart 1920 ile Mayıs 1921 = 1920-03/1921-05"),
    ("Yol 6 mart 1920 ilə 9 may 1921 arasında bağlandı.", "6 mart 1920 ilə 9 may 1921 = 1920-03-06/1921-05-09"),
    ("6 Mart 1920 ile 9 Nisan 1921 günleri oturum var.", "6 Mart 1920 = 1920-03-06; 9 Nisan 1921 = 1921-04-09"),
    ("6 Mart 1920 ile 9 Nisan 1921 tarihli notlar var.", "6 Mart 1920 = 1920-03-06; 9 Nisan 1921 = 1921-04-09"),
    # what was sent or shared out is no post of the web, whose day would be of the page
    (
        "Van 3 Mart 1920'de alındı. 4 Mart'ta gönderilen çuvallar paylaşıldı.",
        "3 Mart 1920 = 1920-03-03; 4 Mart = 1920-03-04",
    ),
    (
        "Van 3 Mart 1920'de alındı. 4 Mart'ta paylaşılan çuvalların hesabı görüldü.",
        "3 Mart 1920 = 1920-03-03; 4 Mart = 1920-03-04",
    ),
    ("Çeşme Hicri 1170 yılında yapıldı.", "1170 = 1756/1757"),
    ("1927 nüfus sayımı sonbaharda yapıldı.", "1927 = 1927"),
    ("1919 kışı sert geçti.", "1919 kışı = 1919-24"),
    ("Köprü 1922 yılı Kasım ayının 1'inde açıldı.", "1922 yılı Kasım ayının 1 = 1922-11-01"),
    ("Köprü 1922 yılının Ağustos ayının 30'unda açıldı.", "1922 yılının Ağustos ayının 30 = 1922-08-30"),
    ("Köprü 1922'nin Mayıs ayının üçüncü günü açıldı.", "1922'nin Mayıs ayının üçüncü = 1922-05-03"),
    ("1922 yılının Ağustos ayının sonunda yağmur yağdı.", "1922 yılının Ağustos = 1922-08"),
    ("Heyet 8 Eylül 1924 günü yola çıktı.", "8 Eylül 1924 = 1924-09-08"),
    ("Kervan 14 Mart 1921de şehre vardı.", "14 Mart 1921 = 1921-03-14"),
    ("Okul 2 Eylül 1922'de açıldı.", "2 Eylül 1922 = 1922-09-02"),
    ("Liman 7 ŞUBAT 1919’DA kapandı.", "7 ŞUBAT 1919 = 1919-02-07"),
    ("Defter 1.3.1922 tarihli.", "1.3.1922 = 1922-03-01"),
    ("Makbuz 07/08/1921 tarihlidir.", "07/08/1921 = 1921-08-07"),
    ("Mühür 12.IX.1922 gününü gösterir.", "12.IX.1922 = 1922-09-12"),
    ("Tutanak 1922-11-01 tarihini taşır.", "1922-11-01 = 1922-11-01"),
    ("Mektup 9-VI-1921 tarihli.", "9-VI-1921 = 1921-06-09"),
    ("Gazete 5 Teşrin-i sâni 1338'de çıktı.", "5 Teşrin-i sâni 1338 = 1922-11-05"),
    ("Emir 11 Kânunuevvel 1292'de verildi.", "11 Kânunuevvel 1292 = 1876-12-23"),
    ("Olay 31 Mart 1325'te patladı.", "31 Mart 1325 = 1909-04-13"),
    ("Telgraf 19 Nisan 336'da geldi.", "19 Nisan 336 = 1920-04-19"),
    ("Tarih 23 Teşrinievvel 1339 (1923) idi.", "23 Teşrinievvel 1339 (1923) = 1923-10-23"),
    ("Belge 12 \\ Mart \\1337(1921) tarihlidir.", "12 \\ Mart \\1337(1921) = 1921-03-12"),
    ("Sonteşrin 1936 sayısında çıktı.", "Sonteşrin 1936 = 1936-11"),
    ("Vakfiye 9 Ramazan 1326'da yazıldı.", "9 Ramazan 1326 = 1908-10-05~"),
    ("Toplantı 23 Ağustos–13 Eylül 1921 arasında sürdü.", "23 Ağustos–13 Eylül 1921 = 1921-08-23/1921-09-13"),
    ("Fırtına 4-6 Ocak 1922 günlerinde esti.", "4-6 Ocak 1922 = 1922-01-04/1922-01-06"),
    ("Kervan 23 Ağustos'tan 13 Eylül 1921'e kadar yürüdü.", "23 Ağustos = 1921-08-23; 13 Eylül 1921 = 1921-09-13"),
    ("Han 12 Aralık 1927'de yandı; 8 Ocak'ta onarım başladı.", "12 Aralık 1927 = 1927-12-12; 8 Ocak = 1928-01-08"),
    ("1931-ci ilin yazında körpü tikildi.", "1931-ci ilin yazı = 1931-21"),
    ("1914-1918 yıllarında kıtlık vardı.", "1914-1918 = 1914/1918"),
    ("1926-27 kışı sert geçti, 1928/29 kışında yol kapandı.", "1926-27 kışı = 1926-24; 1928/29 kışı = 1928-24"),
    ("Okul 4 Kasým 1931'de, 3 Aralýk 1932'den önce açýldý.", "4 Kasým 1931 = 1931-11-04; 3 Aralýk 1932 = 1932-12-03"),
    ("Han 9 Mayıs 1925'te yandı. Aynı yıl yenisi yapıldı.", "9 Mayıs 1925 = 1925-05-09; Aynı yıl = 1925"),
    ("Depo 20 Haziran 1930'da, yani iki hafta önce açılmıştı.", "20 Haziran 1930 = 1930-06-20"),
    ("Şair beş ay önce ölmüştü, yani Nisan 1933'te.", "Nisan 1933 = 1933-04"),
    ("1929–33 arasında ev yapılmadı.", "1929–33 = 1929/1933"),
    ("1930'lu yıllarda yol açıldı.", "1930'lu yıllar = 193X"),
    ("Ellili yıllarda köprü yıkıldı.", "Ellili yıllar = 195X"),
    ("1970'lerde göç başladı.", "1970'ler = 197X"),
    ("19. yüzyılda han yapıldı.", "19. yüzyıl = 18XX"),
    ("XX. yüzyılın başında yandı.", "XX. yüzyıl = 19XX"),
    ("1922 yazında kuraklık oldu.", "1922 yazı = 1922-22"),
    ("1919 kışı sert geçti.", "1919 kışı = 1919-24"),
    ("Köprü 1922 yılı Kasım ayının 1'inde açıldı.", "1922 yılı Kasım ayının 1 = 1922-11-01"),
    ("Köprü 1922 yılının Ağustos ayının 30'unda açıldı.", "1922 yılının Ağustos ayının 30 = 1922-08-30"),
    ("Köprü 1922'nin Mayıs ayının üçüncü günü açıldı.", "1922'nin Mayıs ayının üçüncü = 1922-05-03"),
    ("1922 yılının Ağustos ayının sonunda yağmur yağdı.", "1922 yılının Ağustos = 1922-08"),
    ("1921 ilkbaharında ekim yapıldı.", "1921 ilkbaharı = 1921-21"),
    ("1923 sonlarında taşındı.", "1923 = 1923"),
    ("1920 Eylülünde yağmur yağdı.", "1920 Eylül = 1920-09"),
    ("1921 yılının Temmuz ayında sel geldi.", "1921 yılının Temmuz = 1921-07"),
    ("Nisan 1922'de döndü.", "Nisan 1922 = 1922-04"),
    ("937'de köye elektrik geldi.", "937 = 1937"),
    ("Rivayete göre '38 yılında satıldı.", "'38 = 1938"),
    ("On dokuz Mayıs 1919'da iskeleye çıktı.", "On dokuz Mayıs 1919 = 1919-05-19"),
    ("1919-cu il noyabrın 7-də qatar gəldi.", "1919-cu il noyabrın 7 = 1919-11-07"),
    ("28 may 1918-ci ildə elan olundu.", "28 may 1918 = 1918-05-28"),
    ("1920-ҹи ил апрелин 28-дә", "1920-ҹи ил апрелин 28 = 1920-04-28"),
    ("31 Nisan 1921'de geldi.", "31 Nisan 1921 = None"),
    ("20 Şubat 1332'de yazmış.", "20 Şubat 1332 = None"),
    ("29 Şubat 1923 tarihli sahte belge.", "29 Şubat 1923 = None"),
    ("21 ve 22 Mayıs 1921 geceleri.", "21 ve 22 Mayıs 1921 = 1921-05-21/1921-05-22"),
    ("Eski takvimle 3 Kasım 1907 günü.", "3 Kasım 1907 = 1907-11-16"),
    ("Son Kânun 1931'de basıldı.", "Son Kânun 1931 = 1931-01"),
    ("23 Nisan (1920) Cuma günü açıldı.", "23 Nisan (1920) = 1920-04-23"),
    ("30'lu yıllarda yol yapıldı.", "30'lu yıllar = 193X"),
    ("On dokuzuncu yüzyılda han yandı.", "On dokuzuncu yüzyıl = 18XX"),
    ("24-25-26 Mayıs 1921 günleri.", "24-25-26 Mayıs 1921 = 1921-05-24/1921-05-26"),
    ("6 Mart 1921 - 12 Mart 1921 arası.", "6 Mart 1921 - 12 Mart 1921 = 1921-03-06/1921-03-12"),
    ("Ocak-Mart 1921 döneminde.", "Ocak-Mart 1921 = 1921-01/1921-03"),
    ("1921-1922-ci illərdə verildi.", "1921-1922 = 1921/1922"),
    ("1335 senesi Mayısının 15'inde.", "1335 senesi Mayısının 15 = 1919-05-15"),
    ("Bir yıl sonra, yani 1922'de döndü.", "1922 = 1922"),
    ("Her 29 Ekim'de bayrak asılır.", "29 Ekim = XXXX-10-29"),
    ("Aralık 1919'dan Şubat 1920'ye kadar.", "Aralık 1919 = 1919-12; Şubat 1920 = 1920-02"),
]

# a context sentence first
INHERITED = [
    ("1921 yılında ürün azdı. Aynı yılın Kasım ayında dolu yağdı.", "1921 = 1921; Aynı yılın Kasım = 1921-11"),
    ("4 Ocak 1922'de geldi, ertesi gün gitti.", "4 Ocak 1922 = 1922-01-04; ertesi gün = 1922-01-05"),
    ("4 Ocak 1922'de geldi. Üç gün sonra hastalandı.", "4 Ocak 1922 = 1922-01-04; Üç gün sonra = 1922-01-07"),
    ("30 Kasım 1922'de geldi. İki ay sonra döndü.", "30 Kasım 1922 = 1922-11-30; İki ay sonra = 1923-01"),
    ("6 Mayıs 1924'te seçildi, 11 Haziran'da döndü.", "6 Mayıs 1924 = 1924-05-06; 11 Haziran = 1924-06-11"),
    ("Şubat 1916'da başladı. Ruslar 8 Martta girdi.", "Şubat 1916 = 1916-02; 8 Mart = 1916-03-08"),
    ("Kasım 1915'te çıktılar. Ayın 17'sinde dağa vurdular.", "Kasım 1915 = 1915-11; Ayın 17 = 1915-11-17"),
    ("Mart 1920'de taşındı. Ertesi ay öldü.", "Mart 1920 = 1920-03; Ertesi ay = 1920-04"),
    ("1923'te kuruldu, ertesi yıl kapandı.", "1923 = 1923; ertesi yıl = 1924"),
    ("1921'de Mayıs ve Haziran aylarında yağmadı.", "1921'de Mayıs ve Haziran = 1921-05/1921-06"),
    ("3 Mart 1924'te çıktı. Aynı gün vekâlet de kapandı.", "3 Mart 1924 = 1924-03-03; Aynı gün = 1924-03-03"),
    ("1921'de, temmuzun sonunda geldiler.", "1921 = 1921; temmuz = 1921-07"),
    ("10 Temmuz 1913'te, dört gün sonra, 14 Temmuz'da bitti.", "10 Temmuz 1913 = 1913-07-10; 14 Temmuz = 1913-07-14"),
    ("1918-ci ildə başladı. Həmin ilin oktyabr ayında bitdi.", "1918 = 1918; Həmin ilin oktyabr = 1918-10"),
    (
        "4 Kânunuevvel 1331'de başladı. 8 Kânunuevvel'de bitti.",
        "4 Kânunuevvel 1331 = 1915-12-17; 8 Kânunuevvel = 1915-12-21",
    ),
]

ENGLISH = [
    ("He left on 5 June 1920.", "5 June 1920 = 1920-06-05"),
    ("He left on June 5, 1920, by boat.", "June 5, 1920 = 1920-06-05"),
    ("On the 3rd of March 1924 it rained.", "3rd of March 1924 = 1924-03-03"),
    ("In September 1922 it burned.", "September 1922 = 1922-09"),
    ("It sailed in May 1924 and again in the following month.", "May 1924 = 1924-05; the following month = 1924-06"),
    ("In the summer of 1921 they waited.", "summer of 1921 = 1921-22"),
    ("Between May and October 1921 they came.", "May and October 1921 = 1921-05/1921-10"),
    ("He met them from 4 to 11 September 1919.", "4 to 11 September 1919 = 1919-09-04/1919-09-11"),
    ("On 03/18/1915 the fleet came.", "03/18/1915 = 1915-03-18"),
    ("They met in the 1930s.", "1930s = 193X"),
    ("He came on 7 May 1921. The next day he left.", "7 May 1921 = 1921-05-07; The next day = 1921-05-08"),
    ("He came on 7 May 1921. Three days later he left.", "7 May 1921 = 1921-05-07; Three days later = 1921-05-10"),
    ("He may march in august company.", ""),
    ("In the 19th century it stood.", "19th century = 18XX"),
    ("The letter of 17 January 1923, Old Style, is lost.", "17 January 1923 = 1923-01-30"),
]

NONE = [
    "Toplantıya 1500 kişi katıldı.",
    "1900 kişilik salon doldu.",
    "Kaleye 2000 askerle geldi.",
    "O gün 1500 köylüye toprak dağıtıldı.",
    "431 sayılı kanun 2. maddesiyle kaldırıldı.",
    "Nişan fotoğrafı çekildi, Kasım Bey güldü.",
    "Aralık kapıdan baktı, ocak başında oturdu.",
    "Bu işe 1500 tüfek, 1800 sandık gitti.",
    "Dosya 1924/305, kutu 655, tel 0312 555 00 00.",
    "31 Mart Vakası çok yazıldı.",
    "Muharrem Efendi Recep Ağa'yı gördü.",
    "Saat 10.30'da 3.500 kişi vardı.",
    "Puan 3-1, oran 4/5.",
]


def _pairs(expected: str) -> list[tuple[str, str | None]]:
    pairs = []
    for part in filter(None, expected.split("; ")):
        wording, _, edtf = part.rpartition(" = ")
        pairs.append((wording, None if edtf == "None" else edtf))
    return pairs


@pytest.mark.parametrize(("sentence", "expected"), WRITTEN + INHERITED)
def test_sentence(page_of: Callable[..., Page], sentence: str, expected: str) -> None:
    found = find_dates(page_of(sentence))
    assert [(date.text, date.edtf) for date in found] == _pairs(expected)


@pytest.mark.parametrize(("sentence", "expected"), ENGLISH)
def test_english(page_of: Callable[..., Page], sentence: str, expected: str) -> None:
    found = find_dates(page_of(sentence, language="en"))
    assert [(date.text, date.edtf) for date in found] == _pairs(expected)


@pytest.mark.parametrize("sentence", NONE)
def test_no_date(page_of: Callable[..., Page], sentence: str) -> None:
    assert [date.text for date in find_dates(page_of(sentence))] == []


@pytest.mark.parametrize(("sentence", "expected"), WRITTEN + INHERITED)
def test_valid_edtf(page_of: Callable[..., Page], sentence: str, expected: str) -> None:
    for date in find_dates(page_of(sentence)):
        if date.edtf is None:
            assert date.problem
        else:
            assert parse_edtf(date.edtf) is not None


def test_calendar_basis_and_anchor(page_of: Callable[..., Page]) -> None:
    page = page_of("12 Mart 1337 günü yazıldı. Ertesi gün gönderildi. Aynı yılın Kasım ayında vardı.")
    first, second, third = find_dates(page)
    assert (first.calendar, first.basis, first.anchor) == (Calendar.RUMI, Basis.WRITTEN, None)
    assert (second.basis, second.anchor) == (Basis.RELATIVE, first.span)
    assert (third.basis, third.edtf) == (Basis.INHERITED, "1921-11")


def test_counted_from_the_page(page_of: Callable[..., Page]) -> None:
    page = page_of("Doksan dokuz yıl önce bugün köprü açıldı. Geçen sene onarıldı.", published="2020-05-04")
    assert [date.edtf for date in find_dates(page)] == ["1921-05-04", "2019"]
    page = page_of("Kırk yıl önce bu köprü ahşaptı; otuz yıl önce bu gün yandı.", published="2020-05-04")
    assert [date.edtf for date in find_dates(page)] == ["1980", "1990-05-04"]


def test_short_years_go_with_the_page(page_of: Callable[..., Page]) -> None:
    old = page_of("1921'de başladı. Defterde Temmuz 37 yazıyor, altında 7.8.37.")
    new = page_of("1938'de başladı. Defterde Temmuz 37 yazıyor, altında 7.XI.38.")
    assert [date.edtf for date in find_dates(old)] == ["1921", "1921-07", "1921-08-07"]
    assert [date.edtf for date in find_dates(new)] == ["1938", "1937-07", "1938-11-07"]


def test_damaged_letters(page_of: Callable[..., Page]) -> None:
    lost = page_of("17 Kas?m 1926'da a??ld?, ayn? y?l?n A?ustos'unda de?il, kay?tta.")
    assert [date.edtf for date in find_dates(lost)] == ["1926-11-17", "1926-08"]


def test_bare_years_of_the_thirteen_hundreds(page_of: Callable[..., Page]) -> None:
    rumi = page_of("Vali 1923'te atandı. 1339 bütçesi açık verdi.")
    medieval = page_of("Kale 1326'da alındı, 1453'te onarıldı, 1923'te yıkıldı.")
    founded = page_of("Beylik 1299'da kuruldu, 1922'de bitti.")
    assert [date.edtf for date in find_dates(rumi)] == ["1923", "1923"]
    assert [date.edtf for date in find_dates(medieval)] == ["1326", "1453", "1923"]
    assert [date.edtf for date in find_dates(founded)] == ["1299", "1922"]


def test_years_that_disagree_are_told(page_of: Callable[..., Page]) -> None:
    (date,) = find_dates(page_of("Tarih 26 Nisan 1336 (1921) diye yazılı."))
    assert date.problem


def test_bylines_are_not_searched() -> None:
    text = "Yazan: A. B., 3 Mart 2011\nKöprü 1921'de yandı."
    split = text.index("\n")
    segments = (
        Segment(SegmentKind.BYLINE, Span(0, split), "test"),
        Segment(SegmentKind.PARAGRAPH, Span(split + 1, len(text)), "test"),
    )
    page = Page("p", Source("0" * 64, "text/plain"), text, segments)
    assert [date.text for date in find_dates(page)] == ["1921"]


def test_only_full_dates_count_in_sources(page_of: Callable[..., Page]) -> None:
    page = page_of("Kaynak: A. Yazar, Bir Kitap, Ankara 1966, s. 12; Akşam, 5 Mayıs 1921.")
    assert [date.text for date in find_dates(page)] == ["5 Mayıs 1921"]


_PIECES = st.sampled_from(
    [
        "5",
        "31",
        "1921",
        "1336",
        "Mayıs",
        "Şubat'ta",
        " ",
        " ",
        "/",
        "-",
        "(",
        ")",
        ".",
        "ve",
        "ayın",
        "günü",
        "ertesi gün",
        "yılı",
        "'",
        "sonra",
        "üç",
        "bin",
        "?",
        "\n",
        "iyunun",
        "II",
        "yüzyıl",
        "January",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80), st.lists(_PIECES, max_size=25).map("".join), st.lists(_PIECES, max_size=25).map(" ".join)
    )
)
def test_any_text_is_read(text: str) -> None:
    page = Page("p", Source("0" * 64, "text/plain"), text, (), published="2020-02-29")
    for date in find_dates(page):
        assert date.span.of(text) == date.text
        assert date.edtf is None or parse_edtf(date.edtf) is not None


def test_the_stamp_of_a_post_is_no_date_of_its_text() -> None:
    text = "14.11.2011 20:05\n\nTren köprüye 12 Mart 1921 günü geldi.\n\n03.04.1921"
    span = Span(0, len(text))
    told = Segment(SegmentKind.COMMENT, span, "test", author="okur", published="2011-11-14T20:05")
    untold = Segment(SegmentKind.COMMENT, span, "test", author="okur")
    stamped, plain = (
        [date.edtf for date in find_dates(Page("p", Source("0" * 64, "text/plain"), text, (segment,)))]
        for segment in (told, untold)
    )
    assert stamped == ["1921-03-12", "1921-04-03"]
    assert plain == ["2011-11-14", "1921-03-12", "1921-04-03"]


@pytest.mark.parametrize("text", ["2.5 yaşında.", "1,5 yılında bitti.", "Sürüm 1.0 yılı geçti.", "0.9 doğumlu"])
def test_a_number_with_a_fraction_is_no_year(text: str) -> None:
    assert not find_dates(Page("p", Source("0" * 64, "text/plain"), text, ()))
