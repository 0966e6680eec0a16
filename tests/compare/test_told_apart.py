"""Things of several kinds and their whole, signatures, greetings, meetings and retellings that do not fit."""

from __future__ import annotations

import pytest

from tanik.compare.model import FindingKind
from tanik.compare.run import run

from .planted_pages import examined

BETWEEN = "Yağmur o hafta hiç dinmedi. Kâtip sobayı yaktı, çırak su taşıdı."


def rules(*stretches: str) -> list[str]:
    text = "Not\n\n" + f" {BETWEEN}\n\n{BETWEEN} ".join(stretches)
    findings = run((examined(text, fast=True),)).findings
    return sorted(one.rule for one in findings if one.kind is not FindingKind.UNSOURCED)


@pytest.mark.parametrize(
    ("stretches", "right", "wrong"),
    [
        (("Ağılda 64 koyun, 22 keçi ve 9 inek sayıldı.", "Zabıtta toplam {} hayvan yazılıydı."), 95, 105),
        (("Sandıktan 18 tüfek ve 34 tabanca çıktı.", "Kâtip ceman {} silah kaydetti."), 52, 62),
        (("Dershanede 41 kız ile 36 erkek ders görüyordu.", "Güz boyunca {} çocuk orada ders görüyordu."), 77, 97),
        (
            (
                "Mukaveleye göre 900 çift çorap teslim edilecekti.",
                "Önce 350 çift, sonra 300 çift gönderildi.",
                "Son yollanan {} çift ile mukavele eksiksiz yerine getirildi.",
            ),
            250,
            310,
        ),
        (("40 sıranın her biri 15 liradan yapıldı.", "Marangoza sıralar için toplam {} lira ödendi."), 600, 700),
        (("Raflarda 210 Türkçe kitap vardı.", "Depoda 140 kitap bulundu.", "Kitapların yekûnu {} kitaptı."), 350, 390),
    ],
)
def test_wholes_of_what_was_told_far_before(stretches: tuple[str, ...], right: int, wrong: int) -> None:
    assert rules(*(one.format(right) for one in stretches)) == []
    assert [one for one in rules(*(one.format(wrong) for one in stretches)) if one.startswith("sum-")]


@pytest.mark.parametrize(
    "stretches",
    [
        ("Ağılda 64 koyun, 22 keçi ve 9 inek sayıldı.", "Ertesi yıl toplam 140 hayvan vardı."),  # of another time
        ("Ağılda 64 koyun ve 22 keçi vardı.", "Köyde 30 ev sayıldı.", "İlçede toplam 120 hayvan yazıldı."),  # between
        ("Dershanede 41 kız ile 36 erkek ders görüyordu.", "1926'da 97 çocuk orada ders görüyordu."),
        ("40 sıranın her biri 15 liradan yapıldı.", "Boyacıya toplam 700 lira ödendi."),  # for something else
        ("Sandıktan 18 tüfek çıktı.", "Kâtip toplam 62 silah kaydetti."),
    ],
)
def test_numbers_of_something_else_are_no_wholes(stretches: tuple[str, ...]) -> None:
    assert rules(*stretches) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kâğıdın altında 4 Mayıs 1927 tarihi ve “Kâtip Hasan Yıldırım” imzası var.", True),
        ("Kâğıdın altında 4 Mayıs 1936 tarihi ve “Kâtip Hasan Yıldırım” imzası var.", False),
        ("4 Mayıs 1927 tarihli dilekçe Mehmet Öztürk imzalı.", True),
        ("Kâğıdın altında 4 Mayıs 1927 tarihi ve “Ali Rıza Bey” imzası var.", False),
        ("Kâğıdın altında 4 Mayıs 1927 tarihi ve “Ahmet Haşim” imzası var.", False),
        ("Kâğıdın altında 4 Mayıs 1927 tarihi ve “Hasan Uşaklıgilzade” imzası var.", False),
        ("Kâğıdın altında 4 Mayıs 1927 tarihi ve “Artin Demirciyan” imzası var.", False),
        ("Kâğıdın altında 4 Mayıs 1927 tarihi ve “Yorgo Kaya” imzası var.", False),
        ("Hasan Yıldırım 4 Mayıs 1927'de kâtip oldu.", False),  # the narrator's own words
        ("Mektubu Hasan yazmış. 4 Mayıs 1927 tarihli mektubun altında “Osman Korkmaz” imzası okunur.", True),
    ],
)
def test_surnames_in_signatures_before_the_law(text: str, expected: bool) -> None:
    assert ("surname-too-early" in rules(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Telgrafın üstünde 2 Haziran 1923 yazıyor. Metinde “Lozan'da imzalanan sulhu tebrik ederiz” denir.", True),
        ("Telgrafın üstünde 2 Ağustos 1923 yazıyor. Metinde “Lozan'da imzalanan sulhu tebrik ederiz” denir.", False),
        ("2 Haziran 1923'te Lozan Antlaşması'nı kutladılar.", True),
        ("18 Temmuz 1923'te Lozan Antlaşması'nı kutladılar.", False),  # news goes ahead of the pen
        ("2 Haziran 1923'te yakında imzalanacak Lozan Antlaşması'nı şimdiden kutladılar.", False),
    ],
)
def test_treaties_hailed_before_their_day(text: str, expected: bool) -> None:
    assert ("treaty-too-early" in rules(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He claims to have shaken hands with Enver Pasha in 1925.", True),
        ("He claims to have shaken hands with Enver Pasha in 1920.", False),
        ("He met the widow of Enver Pasha in 1925.", False),
        ("1924'te Talat Paşa'nın kasabaya çeşme yaptırdığı anlatılır.", True),
        ("1924'te Talat Paşa'nın hatıraları okundu.", False),
        ("1924'te Talat Paşa'nın oğlunun kasabaya geldiği anlatılır.", False),
        ("Dedem 1926'da Enver Paşa ile tokalaştığını söylerdi.", True),
        ("Dedem 1926'da Enver Paşa'nın mezarı başında onun dostlarıyla konuştu.", False),
    ],
)
def test_the_dead_are_not_met(text: str, expected: bool) -> None:
    assert ("deed-after-death" in rules(text)) is expected


def test_one_sum_in_the_same_words_of_two_days() -> None:
    first = "7 Nisan 1927'de odun tüccarları mektebe 260 lira bağışladı."
    assert "shipment-told-twice" in rules(first, "Kitapta 9 Ekim 1930'da mektebe 260 lira bağışladıkları söylenir.")
    for other in (
        "Kitapta 7 Nisan 1927'de mektebe 260 lira bağışladıkları söylenir.",
        "Kitapta 9 Ekim 1930'da mektebe bir daha 260 lira bağışladıkları söylenir.",
        "Kitapta 9 Ekim 1930'da camiye 260 lira bağışladıkları söylenir.",
        "Kitapta 9 Ekim 1930'da mektebe 310 lira bağışladıkları söylenir.",
    ):
        assert "shipment-told-twice" not in rules(first, other)


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        (
            (
                "Ayşe Kadın 3 Ocak 1925'te toprağa verildi.",
                "Bir deftere göre Ayşe Kadın'ın 1928'de çeşme yaptırdığı bellidir.",
            ),
            True,
        ),
        (
            (
                "Ayşe Kadın 3 Ocak 1925'te toprağa verildi.",
                "Bir deftere göre Ayşe Kadın'ın 1922'de çeşme yaptırdığı bellidir.",
            ),
            False,
        ),
        (
            ("Göltepe 19 Mayıs 1922'de kuruldu.", "Fotoğrafta 1919'da Göltepe'nin bir takımla karşılaştığı yazılı."),
            False,
        ),
    ],
)
def test_burials_bind_as_deaths_do(stretches: tuple[str, ...], expected: bool) -> None:
    assert ("deed-after-death" in rules(*stretches)) is expected


def test_an_age_is_set_against_a_birth_told_elsewhere() -> None:
    born = "Kör Hasan 1884 doğumludur."
    assert "age-beside" in rules(born, "1923 güzünde Kör Hasan 57 yaşındaydı.")
    assert rules(born, "1923 güzünde Kör Hasan 39 yaşındaydı.") == []


def test_an_issue_and_a_page_in_the_genitive() -> None:
    assert "source-before-newspaper" in rules("Bunu Hâkimiyet-i Milliye'nin 4 Kasım 1917 tarihli sayısından kestim.")
    assert rules("Bunu Hâkimiyet-i Milliye'nin 4 Kasım 1921 tarihli sayısından kestim.") == []
    book = "Elimdeki tek kitap budur: Suyun Dili (Erzurum, 1958, 88 sayfa)."
    assert "source-page-beyond" in rules(book, "Olay Suyun Dili'nin 143. sayfasında anlatılır.")
    assert rules(book, "Olay Suyun Dili'nin 43. sayfasında anlatılır.") == []
