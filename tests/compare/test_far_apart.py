"""What a page tells in one place and forgets in another: sums, lives, offices, foundings, lengths, days of papers."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined

BETWEEN = (
    "Yağmur o hafta hiç dinmedi. Kâtip sobayı yaktı, çırak su taşıdı. Komşu dükkânın sahibi gelip saatlerce oturdu. "
    "Kimse ona gitmesini söyleyemedi, çünkü kapıda köpek yatıyordu."
)


def rules(*stretches: str) -> list[str]:
    text = "Not\n\n" + f" {BETWEEN}\n\n{BETWEEN} ".join(stretches)
    return sorted({one.rule for one in run((examined(text, fast=True),)).findings} - {"page-unsourced"})


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        (("Birinci depoda 310 çuval vardı.", "İkinci depoda 275 çuval sayıldı.", "Çuvalların yekûnu {} çuvaldı."), 585),
        (("Baharda 420 lira toplandı.", "Güzün 380 lira daha geldi.", "Kasada toplanan para {} lirayı buldu."), 800),
        (("Köyden 64 er çıktı.", "İlk günde 12 er öldü. Sonra 20 er yaralandı.", "Geriye 32 er kaldı."), None),
        (("Borç dört eşit taksitte toplam 2.000 lira idi.", "Senede göre her taksit {} lira tutuyordu."), 500),
    ],
)
def test_sums_told_far_apart(stretches: tuple[str, ...], expected: int | None) -> None:
    if expected is None:
        assert rules(*stretches) == []
        return
    assert rules(*(one.format(f"{expected:,}".replace(",", ".")) for one in stretches)) == []
    wrong = rules(*(one.format(f"{expected + 90:,}".replace(",", ".")) for one in stretches))
    assert [one for one in wrong if one.startswith("sum-")]


@pytest.mark.parametrize(
    "stretches",
    [
        # Another time's number, a rate, a number that some of the row give, givers of whom not all are told.
        ("Depoda 310 çuval vardı.", "Öbüründe 275 çuval sayıldı.", "Bugün depolarda toplam 640 çuval duruyor."),
        ("Depoda 310 çuval vardı.", "Öbüründe 275 çuval sayıldı.", "Her depoya toplam 640 çuval düşüyordu."),
        ("Depoda 310 çuval vardı.", "275 çuval ve 100 çuval geldi.", "Gelenlerin toplamı 375 çuval etti."),
        ("Depoda 310 çuval vardı.", "Öbüründe 275 çuval sayıldı.", "Beş depoda toplam 700 çuval bulundu."),
        ("Depoda 310 çuval vardı.", "Öbüründe 275 çuval sayıldı.", "Toplam 4.000 çuval beklenmişti."),
        ("14 kuruşa sabun, 9 kuruşa iki okka tuz aldı, 22 kuruş da hamama verdi.",),
    ],
)
def test_numbers_that_are_no_sum(stretches: tuple[str, ...]) -> None:
    assert [one for one in rules(*stretches) if one.startswith("sum-")] == []


@pytest.mark.parametrize(
    ("stretches", "expected"),
    [
        (("Tahir Bey 4 Mayıs 1922'de öldü.", "Tahir Bey'in 1926'da bağışladığı saat durmuyor."), ["deed-after-death"]),
        (("Tahir Bey 4 Mayıs 1922'de öldü.", "Tahir Bey'in 1919'da bağışladığı saat durmuyor."), []),
        (("Tahir Bey 4 Mayıs 1922'de öldü.", "Tahir Bey'in oğlunun 1926'da bağışladığı saat durmuyor."), []),
        (("Tahir Bey 4 Mayıs 1922'de öldü.", "Tahir Bey'in mezarı 1926'da yapıldı."), []),
        (
            (
                "Nazmi Bey 9 Ekim 1924'te belediye reisi seçildi.",
                "Dilekçe 3 Mart 1921'de belediye reisi Nazmi Bey'e yazıldı.",
            ),
            ["office-too-early"],
        ),
        (
            (
                "Nazmi Bey 9 Ekim 1924'te belediye reisi seçildi.",
                "Dilekçe 3 Mart 1925'te belediye reisi Nazmi Bey'e yazıldı.",
            ),
            [],
        ),
        (("Nazmi Bey 9 Ekim 1924'te belediye reisi seçildi.", "Dilekçe 3 Mart 1921'de Nazmi Bey'e yazıldı."), []),
        (
            ("Ova Yolu gazetesinin ilk sayısı 2 Mayıs 1923'te çıktı.", "Haber “Ova Yolu”, 4 Eylül 1921 sayısındadır."),
            ["source-before-newspaper"],
        ),
        (
            ("Ova Yolu gazetesinin ilk sayısı 2 Mayıs 1923'te çıktı.", "Haber “Ova Yolu”, 4 Eylül 1925 sayısındadır."),
            [],
        ),
        (("Bağ Kitabı (Konya, 1924, 96 sayfa) çok okundu.", "Bkz. Bağ Kitabı, s. 127."), ["source-page-beyond"]),
        (("Bağ Kitabı (Konya, 1924, 96 sayfa) çok okundu.", "Bkz. Bağ Kitabı, s. 72."), []),
    ],
)
def test_what_the_page_itself_tells(stretches: tuple[str, ...], expected: list[str]) -> None:
    assert rules(*stretches) == expected


@pytest.mark.parametrize(("day", "expected"), [("24 Mart 1921", ["victory-hailed-early"]), ("4 Nisan 1921", [])])
def test_a_paper_keeps_its_day_over_some_sentences(day: str, expected: list[str]) -> None:
    told = f"Mektup {day} tarihlidir. {BETWEEN} Mektubun sonunda “İkinci İnönü zaferinizi kutlarız” deniyor."
    assert rules(told) == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Sami Bey'in 19 Temmuz 1920'de mektebe 1.800 lira verdiği yazılıdır.", ["shipment-told-twice"]),
        ("Sami Bey'in 3 Mart 1919'da mektebe 1.800 lira verdiği yazılıdır.", []),
        ("Sami Bey'in 19 Temmuz 1920'de mektebe bir daha 1.800 lira verdiği yazılıdır.", []),
        ("Sami Bey'in 19 Temmuz 1920'de mektebe 600 lira verdiği yazılıdır.", []),
    ],
)
def test_one_sum_told_twice_with_another_day(second: str, expected: list[str]) -> None:
    assert rules("Sami Bey 3 Mart 1919'da mektebe 1.800 lira verdi.", second) == expected
