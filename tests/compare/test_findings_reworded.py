"""Findings that hang on who, what and when, and on no one wording: each is told in several ways, and near misses."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined


def _rules(text: str) -> list[str]:
    found = run([examined(text, fast=True)]).findings
    return sorted({one.rule for one in found if one.rule != "page-unsourced"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cumhuriyet Halk Fırkası'nın köydeki ocağı 1921'de açılmış.", ["body-too-early"]),
        (
            "Defterde Türkiye İş Bankası'nın kasabadaki şubesine Mayıs 1922'de yatırılan para görülüyor.",
            ["body-too-early"],
        ),
        ("Anadolu Ajansı'nın 3 Şubat 1920 tarihli bülteninde köprüden söz ediliyor.", ["body-too-early"]),
        ("Türk Dil Kurumu'nun madalyası 1929'da ona verilmişti.", ["body-too-early"]),
        ("Türk Tarih Kurumu'nun 14 Kasım 1926 tarihli ve mühürlü yazısı izin istiyor.", ["body-too-early"]),
        ("Türkiye İş Bankası'nın bugünkü şubesi olan konak 1921'de yapıldı.", []),
        ("Türkiye İş Bankası'nın şubesi 1926'da açıldı.", []),
        ("Türkiye İş Bankası'nın kurucusu Celal Bayar 1921'de vekil oldu.", []),
        ("1922'de Türkiye İş Bankası'nın şubesi yoktu; banka 1924'te kuruldu.", []),
        ("Türkiye İş Bankası'nın binası için arsa 1921'de alınmıştı.", []),
        ("The card bears “by arrangement with the United Nations, 1922” and a stamp.", ["founding-too-early"]),
        ("The card bears “by arrangement with the United Nations, 1952” and a stamp.", []),
    ],
)
def test_what_belongs_to_a_body_needs_the_body(text: str, expected: list[str]) -> None:
    assert _rules(f"Nota\n\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kahvecinin defterinde 1923 Mayısında Cemal Paşa'nın rıhtımda kahve içtiği yazar.", ["deed-after-death"]),
        ("Enver Paşa, bir ayrıntıya göre, Ocak 1923'te Ankara'dan dönüş izni istedi.", ["deed-after-death"]),
        ("O gün gördüğü, 1925 yılının Ocak ayında bürosuna giden Lenin'di.", ["deed-after-death"]),
        ("Tapu 1926'da Talat Paşa'nın kendi imzasıyla verilmiş.", ["deed-after-death"]),
        ("Ziya Gökalp'ın 1930'da okula gelip ders verdiği anlatısı bugün de sürer.", ["deed-after-death"]),
        ("Yazar 1930'da Ziya Gökalp'ın Türkçülüğü savunduğunu yazdı.", []),
        ("Ziya Gökalp'ın 1930'da çıkan kitapta savunduğu düşünceler tartışıldı.", []),
        ("1927'de Ziya Gökalp'ın oturduğu ev müze oldu.", []),
        ("1924'te basılan kitapta Cemal Paşa'nın Şam'da yaptırdığı yollar sayılır.", []),
        ("Cemal Paşa'nın 1922'de öldürüldüğü 1925'te konuşuluyordu.", []),
    ],
)
def test_the_dead_do_nothing_in_participles_asides_and_clefts(text: str, expected: list[str]) -> None:
    assert _rules(f"Nota\n\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zarfın üstünde “Maarif Vekili Mustafa Necati Beyefendi'ye, 2 Mart 1922” okunur.", ["office-too-early"]),
        ("Zarfın üstünde “Maarif Vekili Mustafa Necati Beyefendi'ye, 2 Mart 1927” okunur.", []),
        ("Mart 1921 tarihli mektubun zarfında “Cumhurbaşkanı Mustafa Kemal Paşa'ya” yazılıydı.", ["office-too-early"]),
        ("Mart 1925 tarihli mektubun zarfında “Cumhurbaşkanı Mustafa Kemal Paşa'ya” yazılıydı.", []),
        ("1921'de açılan okulun duvarında “Cumhurbaşkanı Mustafa Kemal Paşa” yazan bir levha durur.", []),
        ("Nisan 1929 tarihli mektubun altında “Vali Nazmi Toker” imzası var.", ["surname-too-early"]),
        ("Nisan 1929 tarihli mektubun altında “Vali Nazmi Nuri” imzası var.", []),
        ("Nisan 1929 tarihli mektubun altında “Ahmet Cevher” imzası var.", []),
        ("Nisan 1936 tarihli mektubun altında “Vali Nazmi Toker” imzası var.", []),
    ],
)
def test_what_stands_on_a_paper_bears_its_day(text: str, expected: list[str]) -> None:
    assert _rules(f"Nota\n\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Esnaf 340 lira, bir kadın 125 lira vermiş. Üstelik her iki kalemin tutarı olan {} lira "
            "kuruşuna kadar ödenmiş.",
            (485, 465),
        ),
        (
            "Borç 12.000 liralık üç taksitte ödenecek, kalan 8.000 lira sonra verilecekti; hesap toplam {} liraydı.",
            ("48.000", "44.000"),
        ),
        (
            "Deftere yazılan: 2.400 tüfek, 60 makineli tüfek ve 8 top. Subay sordu. Silahların hepsi {} parça idi.",
            ("2.568", "2.468"),
        ),
        (
            "Birinci sinfə 28 uşaq, ikinciyə 19 uşaq, üçüncüyə 13 uşaq gəlirdi. Qış idi. Hər üç "
            "sinifdə birlikdə {} uşaq oxuyur.",
            (70, 60),
        ),
        (
            "Kayığa yüz yirmi sandık fişek verilmiş; altında kırk sandık bomba var. Memur toplam {} sandık almış.",
            (180, 160),
        ),
        (
            "İlk taburda 412, ikincisinde 388, üçüncüsünde 295 er var. Yağ gelmemiş. Yanıt geldi: üç tabur, {} er.",
            ("1.195", "1.095"),
        ),
        ("Köylerde 40 ev, 50 ev ve 30 ev vardı. Yol bozuktu. O gece bu üç köyde {} ev yandı.", (130, 100)),
    ],
)
def test_a_whole_is_one_by_what_it_counts(text: str, expected: tuple[object, object]) -> None:
    wrong, right = (_rules("Nota\n\n" + text.format(number)) for number in expected)
    assert wrong == ["sum-total"]
    assert right == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "14 Haziran 1921'de Rusya'dan gelen 4.500 tüfek istasyonda indirildi. Kâtip yazmış: "
            "Rusya'dan gelen 3.200 tüfek 14 Haziran 1921'de istasyonda indirildi.",
            ["event-contradiction"],
        ),
        (
            "14 Haziran 1921'de Rusya'dan gelen 4.500 tüfek istasyonda indirildi. Kâtip yazmış: "
            "Rusya'dan gelen 4.500 tüfek 14 Haziran 1921'de istasyonda indirildi.",
            [],
        ),
        (
            "14 Haziran 1921'de Rusya'dan gelen 4.500 tüfek istasyonda indirildi. Rusya'dan gelen "
            "3.200 fişek 14 Haziran 1921'de istasyonda indirildi.",
            [],
        ),
        (
            "27 Mart 1921'de yazılan mektupta ağabeyim, İnönü'de ikinci kez kazanılan zaferi kutluyor.",
            ["victory-hailed-early"],
        ),
        ("27 Nisan 1921'de yazılan mektupta ağabeyim, İnönü'de ikinci kez kazanılan zaferi kutluyor.", []),
        (
            "Rıfat Bey 1871'de doğdu. Yedi kazada çalıştı. 1903'te Rıfat Bey kırk iki yaşındaydı; "
            "Hacer Hanım ondan küçüktü.",
            ["age-beside"],
        ),
        (
            "Rıfat Bey 1871'de doğdu. Yedi kazada çalıştı. 1903'te Rıfat Bey otuz iki yaşındaydı; "
            "Hacer Hanım ondan küçüktü.",
            [],
        ),
    ],
)
def test_one_deed_one_number_and_one_age(text: str, expected: list[str]) -> None:
    assert _rules(f"Nota\n\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sohbet: altının yolu\n\nRuslar bize hiç altın vermedi\n\nSovyet Rusya Ankara'ya 1920'de altın verdi.",
            ["title-question"],
        ),
        ("Fabrikanın borcu hiç ödenmedi\n\nDefterde fabrikanın borcunun 1931'de ödendiği yazılı.", ["title-question"]),
        ("Fabrikanın borcu hiç ödenmedi\n\nDefterde fabrikanın borcunun 1931'de de ödenmediği yazılı.", []),
        ("Sohbet: altının yolu\n\nRuslar bize hiç altın vermedi.\n\nSovyet Rusya Ankara'ya 1920'de altın verdi.", []),
    ],
)
def test_a_second_line_of_the_title_and_a_paper_count(text: str, expected: list[str]) -> None:
    assert _rules(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whatever the verb says, and in whatever case the body stands
        ("Mart 1923'te İş Bankası Ankara merkezinde hesap açtırmış.", ["body-too-early"]),
        ("Babası 1930 yılında Sümerbank Bez Fabrikası'na usta olarak girmiş.", ["body-too-early"]),
        ("Yün ipliğini 1931 güzünde Sümerbank'ın deposundan almışlar.", ["body-too-early"]),
        ("Dedem 1929'da Etibank'la çalışan bir tüccardı.", ["body-too-early"]),
        ("1925'te İş Bankası Ankara merkezinde hesap açtırmış.", []),
        # another verb, a bracket or a paper's own day stands between
        ("1910'da doğan Nuri Efendi İş Bankası'nda çalıştı.", []),
        ("Nuri Efendi (doğumu 1910) İş Bankası'nda çalıştı.", []),
        ("İş Bankası müzesindeki 1910 tarihli kumbara bağıştır.", []),
        ("Milletler Cemiyeti fikrini 1917'de Wilson ortaya attı.", []),
        ("1919'da kazılan höyüğün bugün Türk Tarih Kurumu'na bağlı bir evi var.", []),
    ],
)
def test_a_body_is_in_the_clause_of_a_day_whatever_is_told_of_it(text: str, expected: list[str]) -> None:
    assert _rules(f"Nota\n\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Üstünde 8 Şubat 1925 tarihi, altında “Başvekil İsmet” imzası okunuyor.", ["office-too-late"]),
        ("9 Ocak 1925 tarihli telgrafta “Başvekil İsmet” imzası var.", ["office-too-late"]),
        ("Emrin altında “Başkumandan Mustafa Kemal” imzası, başında 20 Temmuz 1921 tarihi var.", ["office-too-early"]),
        ("Vitrinde 14 Mayıs 1927 tarihli bir mektup duruyor. Altındaki imza “Celâl Bayar”.", ["surname-too-early"]),
        (
            "Raftaki yazı 3 Mart 1931 tarihli. Tohumun dağıtılması isteniyor. Altındaki imza şöyle: “Celal Bayar”.",
            ["surname-too-early"],
        ),
        ("Kasaba 3 Mart 1931 tarihli kanunla ilçe oldu. Altındaki imza şöyle: “Celal Bayar”.", []),
        ("Üstünde 8 Şubat 1926 tarihi, altında “Başvekil İsmet” imzası okunuyor.", []),
        ("Üstünde 8 Şubat 1925 tarihi, altında “Başvekil Fethi” imzası okunuyor.", []),
        ("Emrin altında “Başkumandan Mustafa Kemal” imzası, başında 20 Eylül 1921 tarihi var.", []),
        ("Vitrinde 14 Mayıs 1937 tarihli bir mektup duruyor. Altındaki imza “Celâl Bayar”.", []),
        ("8 Şubat 1925 tarihli kâğıtta “eski Başvekil İsmet” imzası var.", []),
    ],
)
def test_who_signs_with_an_office_holds_it(text: str, expected: list[str]) -> None:
    assert _rules(f"Nota\n\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ziya Gökalp Diyarbakır'a yerleşti. 1926'da gazetede bir yazı yayımladı.", ["deed-after-death"]),
        ("Talat Paşa Berlin'e kaçtı. 1924 yazında gençlere ders verdi.", ["deed-after-death"]),
        ("Ziya Gökalp Diyarbakır'a yerleşti. 1923'te gazetede bir yazı yayımladı.", []),
        # somebody else may be meant
        ("Ziya Gökalp ile kızı Diyarbakır'a yerleşti. 1926'da gazetede bir yazı yayımladı.", []),
        ("Ziya Gökalp Diyarbakır'a yerleşti. Ali Rıza Bey onu gördü. 1926'da gazetede bir yazı yayımladı.", []),
        ("Ziya Gökalp Diyarbakır'da vefat etti. 1926'da gazetede bir yazı yayımladı.", []),
        ("Ziya Gökalp Diyarbakır'a yerleşti.\n\n1926'da gazetede bir yazı yayımladı.", []),
        ("Mimar Kemaleddin hanı tamamladı. 1930'da belediyeye geçti.", []),
    ],
)
def test_a_life_goes_on_in_the_next_sentence_but_not_after_death(text: str, expected: list[str]) -> None:
    assert _rules(f"Nota\n\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1923'te Merkez Bankası gişesinde altın bozdurdu.", ["body-too-early"]),
        ("1925'te Merkez Bankası görevini Osmanlı Bankası görüyordu.", []),
        ("Merkez Bankası verilerine göre 1923'te bir dolar 167 kuruştu.", []),
        ("1924 yılı enflasyonunu Merkez Bankası uzmanları hesapladı.", []),
        ("1923'te Türk Dil Kurumu sözlüğünden habersizdik elbette.", []),
    ],
)
def test_what_a_body_says_today_of_a_year_is_not_told_of_it(text: str, expected: list[str]) -> None:
    assert _rules(f"Nota\n\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kaynak: “Sahnede Üç Yüz”, Cumhuriyet, 12 Kasım 1921, s. 3.", ["source-before-newspaper"]),
        ("Kaynakça: H. Er, “Höyük Notları”, Belleten, 1929, s. 15-27.", ["source-before-newspaper"]),
        ("Mənbə: «Molla Nəsrəddin», 12 may 1902, səh. 2.", ["source-before-newspaper"]),
        ("Bir bardak süt üç kuruştu (Hâkimiyet-i Milliye, 9 Nisan 1938, s. 4).", ["source-after-end"]),
        (
            "(Hamit Er, Sakarya Meydan Muharebesi'nde Bir Er, Er Matbaası, İstanbul 1919, s. 44)",
            ["source-before-event"],
        ),
        (
            "Belge: Nafıa Vekâleti Evrakı, dosya 31, 4 Haziran 1949. Aktaran: Şükrü Er, Ovalar, Ankara 1941, s. 88.",
            ["source-quotes-later"],
        ),
        ("Kaynak: “Sahnede Üç Yüz”, Cumhuriyet, 12 Kasım 1926, s. 3.", []),
        ("Kaynakça: H. Er, “Höyük Notları”, Belleten, 1939, s. 15-27.", []),
        ("Bir bardak süt üç kuruştu (Hâkimiyet-i Milliye, 9 Nisan 1928, s. 4).", []),
        ("Cumhuriyet, 29 Ekim 1923'te ilan edildi.", []),
        ("Belge için bkz. Belleten, cilt 1, sayı 1, 1937; belgenin aslı 1921 tarihlidir.", []),
        ('Kaynak: "1922\'de İzmir", Belleten, sayı 80.', []),
        ("(Hamit Er, Sakarya Meydan Muharebesi'nde Bir Er, Er Matbaası, İstanbul 1929, s. 44)", []),
        (
            "Belge: Nafıa Vekâleti Evrakı, dosya 31, 4 Haziran 1939. Aktaran: Şükrü Er, Ovalar, Ankara 1941, s. 88.",
            [],
        ),
        ("Hattat Rıza Efendi (1894-1871) Tokatlıdır.", ["years-backwards"]),
        ("Saatçi Rıfkı Gür (1894, Ilgın - 1873, Ankara) saat onarırdı.", ["years-backwards"]),
        ("Saatçi Rıfkı Gür (12 Mayıs 1894 - 3 Haziran 1873) saat onarırdı.", ["date-impossible"]),
        ("Saatçi Rıfkı Gür (1873, Ilgın - 1894, Ankara) saat onarırdı.", []),
        ("Hattat Rıza Efendi (1871-1894) Tokatlıdır.", []),
        ("Hitit kralı Şuppiluliuma (1344-1322) sefere çıktı.", []),
        ("Komutan İskender (MÖ 1356-1323) geldi.", []),
        ("16 Şubat 1332 diye bir gün hiç yaşanmadı.", []),
        (
            "On 14 May 1919 the clerk wrote to the harbour master. The reply is dated 9 May 1919.",
            ["answer-before-letter"],
        ),
    ],
)
def test_what_a_source_and_its_year_cannot_be(text: str, expected: list[str]) -> None:
    assert _rules(f"Nota\n\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Meclis Sakarya'da kazanılan zafer dolayısıyla Başkumandan'a bir tebrik telgrafı çekmiş. Telgrafın "
            "sureti de duruyor, 4 Eylül 1921 tarihini taşıyor.",
            ["victory-hailed-early"],
        ),
        (
            "Meclis Sakarya'da kazanılan zafer dolayısıyla Başkumandan'a bir tebrik telgrafı çekmiş. Telgrafın "
            "sureti de duruyor, 24 Eylül 1921 tarihini taşıyor.",
            [],
        ),
        (
            "Meclis Sakarya'da kazanılan zafer dolayısıyla Başkumandan'a bir tebrik telgrafı çekmiş. Defterde "
            "4 Eylül 1921 tarihli bir tapu da var.",
            [],
        ),
    ],
)
def test_the_day_of_a_greeting_may_stand_behind_it(text: str, expected: list[str]) -> None:
    assert _rules(f"Nota\n\n{text}") == expected
