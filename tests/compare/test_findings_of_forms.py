"""Findings that rest on the form of a page: letters under a date line, lists, tables, entries, answers, treaties."""

from __future__ import annotations

import pytest

from tanik.compare.run import run

from .planted_pages import examined

PROSE = "The magazine printed this in the year of the flood, and we copy it here because it has been asked for."


def rules(text: str) -> list[str]:
    findings = run((examined(text, fast=True, lines=True),)).findings
    return sorted(finding.rule for finding in findings if finding.rule != "page-unsourced")


def letter(head: str, words: str, name: str, greeting: str = "Muhterem efendim,") -> str:
    return f"Eski kâğıtlar\n\nBir mektup bulduk.\n\n{head}\n\n{greeting}\n\n{words}\n\n{name}\n\nMektup müzededir."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (letter("Berlin, 9 Haziran 1923", "Ekmek pahalı, hava soğuk.", "Talat Paşa"), ["deed-after-death"]),
        (letter("Berlin, 9 Haziran 1920", "Ekmek pahalı, hava soğuk.", "Talat Paşa"), []),
        (letter("Berlin, 9 Haziran 1923", "Ekmek pahalı, hava soğuk.", "Talat"), []),  # anybody's name
        (letter("Sinop, 3 Mart 1923", "Talat Paşa'yı rahmetle anıyoruz.", "Muallim Sabri"), []),
        (letter("Ankara, 4 Mayıs 1921", "Kağnılara yol parası verilecektir.", "Başvekil İsmet"), ["office-too-early"]),
        (letter("Ankara, 4 Mayıs 1926", "Kağnılara yol parası verilecektir.", "Başvekil İsmet"), []),
        (letter("Ankara, 4 Mayıs 1921", "İşler ağır, çay bol.", "Refet Bele"), ["surname-too-early"]),
        (letter("Ankara, 4 Mayıs 1921", "İşler ağır, çay bol.", "Refet"), []),
        (letter("Sinop, 4 Eylül 1922", "Lozan Antlaşması'nı okuduk.", "Muallim Sabri"), ["treaty-too-early"]),
        (letter("Sinop, 4 Eylül 1924", "Lozan Antlaşması'nı okuduk.", "Muallim Sabri"), []),
        (letter("Sinop, 4 Eylül 1921", "Sakarya zaferinizi kutlarım.", "Muallim Sabri"), ["victory-hailed-early"]),
        (letter("Sinop, 24 Eylül 1921", "Sakarya zaferinizi kutlarım.", "Muallim Sabri"), []),
        (letter("Sinop, 4 Eylül 1921, Salı", "Hava güzel.", "Oğlun Sabri", "Babacığım,"), ["date-weekday"]),
        (letter("Sinop, 4 Eylül 1921, Pazar", "Hava güzel.", "Oğlun Sabri", "Babacığım,"), []),
        (
            letter("Sinop, 4 Eylül 1922", "Lozan Antlaşması'nı okuduk.", "Sabri", "Kardeşim Remzi,"),
            ["treaty-too-early"],
        ),
        (letter("Sivas, 3 Ekim 1919", "Millet Meclisi toplanmalıdır.", "Muallim Sabri"), []),  # whatever assembly
        (letter("Sivas, 3 Ekim 1919", "Türkiye Büyük Millet Meclisi toplandı.", "Sabri"), ["founding-too-early"]),
        # what the page says below the letter is its own
        (letter("Sinop, 4 Eylül 1921", "Hava güzel.", "Sabri") + " Lozan Antlaşması'ndan sonra kuruldu.", []),
    ],
)
def test_a_letter_bears_the_day_of_its_date_line(text: str, expected: list[str]) -> None:
    assert rules(text) == expected


def shares(head: str, *lines: str) -> str:
    return f"Hesap\n\nBir defter bulduk.\n\n{head}\n" + "\n".join(f"- {line}" for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (shares("Paranın harcandığı yerler:", "silah: yüzde 60", "maaş: yüzde 30", "un: yüzde 20"), ["sum-hundred"]),
        (shares("Paranın harcandığı yerler:", "silah: yüzde 60", "maaş: yüzde 30", "un: yüzde 10"), []),
        (shares("Paranın harcandığı yerler:", "silah: yüzde 40", "maaş: yüzde 30", "un: yüzde 10"), []),  # a choice
        (shares("Gelirin dağılımı:", "silah: %33,4", "maaş: %33,4", "un: %33,4"), []),  # rounded
        (shares("Köylerde bilinen diller:", "Türkçe: %90", "Rumca: %60", "Lazca: %30"), []),  # one may know two
        (shares("Köyde konuşulan diller şöyle dağılırdı:", "Türkçe: %90", "Rumca: %40", "Lazca: %15"), []),
        (shares("Oyların dağılımı:", "köylü: %62", "kasabalı: %30", "bağımsız: %8", "geçersiz: %3"), []),
        (shares("Where the fund went:", "orphans: 45%", "of which girls: 25%", "beds: 35%", "carts: 20%"), []),
        (shares("Harcamaların gelire oranı:", "silah: %60", "maaş: %50", "un: %30"), []),  # three wholes
        (shares("Silahın gelirdeki payı:", "1919: %60", "1920: %50", "1921: %30"), []),  # by years
        (shares("Where the money came from:", "churches: 40 per cent", "gifts: 45%", "fairs: 35%"), ["sum-hundred"]),
        (shares("Pul haradan gəlib:", "neft: 60 faiz", "pambıq: 25 faiz", "duz: 25 faiz"), ["sum-hundred"]),
        (
            "Menşe\n\n| Yer | Oranı |\n|---|---|\n| Rize | %50 |\n| Of | %40 |\n| Hopa | %30 |\n| Of'un köyleri | %5 |",
            [],
        ),
    ],
)
def test_shares_of_a_list_are_one_whole(text: str, expected: list[str]) -> None:
    assert rules(text) == expected


def entries(*lines: str) -> str:
    return "Nuri Bey: kronoloji\n\nBu kronoloji aile evrakına dayanır.\n\n" + "\n".join(f"- {line}" for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (entries("1880: Nuri Bey Of'ta doğdu.", "1910: Nuri Bey on beş yaşında evlendi."), ["age-beside"]),
        (entries("1880: Nuri Bey Of'ta doğdu.", "1910: Nuri Bey otuz yaşında evlendi."), []),
        (entries("1880 – Nuri Bey Of'ta doğdu.", "1910 – Nuri Bey kırk beş yaşında muhtar oldu."), ["age-beside"]),
        (entries("1880: Nuri Bey Of'ta doğdu.", "1910: Oğlu Rıza Bey beş yaşında okula başladı."), []),
        (entries("3 Mayıs 1923: Nuri Bey Türk Tarih Kurumu'nda konuştu."), ["body-too-early"]),
        (entries("3 Mayıs 1933: Nuri Bey Türk Tarih Kurumu'nda konuştu."), []),
        (entries("3 Mayıs 1928: Nuri Bey, sonradan Türk Tarih Kurumu adını alan cemiyete yazıldı."), []),
        (f"A life\n\n{PROSE}\n\n1926 – John Wray dies at Hull.\n1928 – John Wray gives a bell.", ["deed-after-death"]),
        (f"A life\n\n{PROSE}\n\n1926 – John Wray dies at Hull.\n1928 – John Wray's widow gives a bell.", []),
        (f"A life\n\n{PROSE}\n\n1926 – John Wray dies at Hull.\n1928 – John Wray is remembered in a song.", []),
    ],
)
def test_an_entry_is_of_its_day(text: str, expected: list[str]) -> None:
    assert rules(text) == expected


TALK = f"A talk\n\n{PROSE}\n\nQ: When?\nA: I was born in 1880.\n\nQ: And?\nA: "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Söyleşi\n\nBir söz.\n\n– Kimi gördün?\n– Enver Paşa'yı 1924'te Rize'de gördüm.", ["deed-after-death"]),
        ("Söyleşi\n\nBir söz.\n\n– Kimi gördün?\n– Enver Paşa'yı 1921'de Rize'de gördüm.", []),
        ("Söyleşi\n\nBir söz.\n\n– Neyi gördün?\n– Enver Paşa'nın evini 1924'te gördüm.", []),
        ("Söyleşi\n\nBir söz.\n\n– Kimi gördün?\n– Enver Paşa'yı 1924'te rüyamda gördüm.", []),
        ("Söyleşi\n\nBir söz.\n\n– 1919'da başladım, 1923'te bıraktım, yani sekiz sene çalıştım.", ["duration-misfit"]),
        ("Söyleşi\n\nBir söz.\n\n– 1919'da başladım, 1923'te bıraktım, yani dört sene çalıştım.", []),
        (
            TALK + "In 1920, when I was twenty years old, I left.",
            ["age-beside"],
        ),
        (
            TALK + "In 1920, when I was forty years old, I left.",
            [],
        ),
        (
            TALK + "In 1920, when my son was six years old, I left.",
            [],
        ),
    ],
)
def test_an_answer_is_of_who_gives_it(text: str, expected: list[str]) -> None:
    assert rules(text) == expected


SIDES = "Bir taraftan {one}, diğer taraftan {two} şu maddelerde uzlaşmışlardır:"


def treaty(day: str, articles: str, one: str = "Büyük Millet Meclisi Hükûmeti", two: str = "Rusya Hükûmeti") -> str:
    return f"Ankara ile Moskova arasında sözleşme\n\nMoskova, {day}\n\n{SIDES.format(one=one, two=two)}\n\n{articles}"


OWN = "Madde 1. Taraflar dost kalır.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            treaty("5 Mart 1921", OWN + "Madde 2. Taraflar, Kars Antlaşması ile çizilen sınırı tanır."),
            ["treaty-too-early"],
        ),
        (treaty("5 Mart 1922", OWN + "Madde 2. Taraflar, Kars Antlaşması ile çizilen sınırı tanır."), []),
        (treaty("5 Mart 1921", OWN + "Madde 2. Sınır tanınır. (Kars Antlaşması bunu yineler.)"), []),
        (treaty("5 Mart 1921", OWN + "Madde 2. Sınır, ileride imzalanacak Kars Antlaşması ile çizilir."), []),
        (
            treaty("5 Mart 1921", OWN + "Madde 2. Ek.", two="Sovyet Sosyalist Cumhuriyetler Birliği"),
            ["founding-too-early"],
        ),
        (treaty("5 Mart 1925", OWN + "Madde 2. Ek.", two="Sovyet Sosyalist Cumhuriyetler Birliği"), []),
        (
            treaty("5 Mart 1921", OWN + "Madde 2. Ek.", one="Türkiye Reisicumhuru Mustafa Kemal Paşa"),
            ["office-too-early"],
        ),
        (treaty("5 Mart 1925", OWN + "Madde 2. Ek.", one="Türkiye Reisicumhuru Mustafa Kemal Paşa"), []),
        # summed up, in later words
        (f"Sözleşme\n\n5 Mart 1921'de imzalandı.\n\n{OWN}Madde 2. Kars Antlaşması'ndaki sınır tanınır.", []),
    ],
)
def test_a_treaty_knows_what_its_day_knew(text: str, expected: list[str]) -> None:
    assert rules(text) == expected


def listed(head: str, *lines: str) -> str:
    return f"Ambar\n\nBir defter bulduk.\n\n{head}\n" + "\n".join(f"- {line}" for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            listed(
                "Gidenler:",
                "Rize: 40 sandık",
                "Of: 35 sandık",
                "ara toplam: 75 sandık",
                "Hopa: 25 sandık",
                "toplam: 100 sandık",
            ),
            [],
        ),
        (
            listed("Gidenler:", "Rize: 40 sandık", "Of: 35 sandık", "ara toplam: 65 sandık", "Hopa: 25 sandık"),
            ["sum-total"],
        ),
        (
            listed(
                "Gidenler:",
                "Rize: 40 sandık",
                "Of: 35 sandık",
                "ara toplam: 75 sandık",
                "Hopa: 25 sandık",
                "toplam: 110 sandık",
            ),
            ["sum-total"],
        ),
        (listed("Gidenlerin başlıcaları:", "Rize: 40 sandık", "Of: 35 sandık", "toplam: 95 sandık"), []),
        (listed("Gidenler:", "Rize: 40 sandık", "Of: 35 sandık", "toplam (ötekiler dahil): 95 sandık"), []),
        (listed("Gidenlerin başlıcaları:", "Rize: 40 sandık", "Of: 35 sandık", "toplam: 65 sandık"), ["sum-total"]),
        (listed("Gidənlər:", "Quba: 40 sandıq", "Şəki: 35 sandıq", "Cəmi: 95 sandıq"), ["sum-total"]),
        (listed("Gidənlər:", "Quba: 40 sandıq", "Şəki: 35 sandıq", "Cəmi: 75 sandıq"), []),
    ],
)
def test_a_list_may_be_a_choice_and_have_subtotals(text: str, expected: list[str]) -> None:
    assert rules(text) == expected


def row(cells: str, words: str) -> str:
    return f"Liman\n\nBir cetvel bulduk.\n\n| Tarih | Gemi | Yük |\n|---|---|---|\n{cells}\n\nBir de not var. {words}"


ONE = "| 11 Ağustos 1921 | Rüsumat | 500 tüfek |"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (row(ONE, "11 Ağustos 1921'de Rüsumat gemisi Rize'ye 700 tüfek getirdi."), ["event-contradiction"]),
        (row(ONE, "11 Ağustos 1921'de Rüsumat gemisi Rize'ye 500 tüfek getirdi."), []),
        (row(ONE, "11 Ağustos 1921'de Gazal gemisi Rize'ye 700 tüfek getirdi."), []),  # another ship
        (row(ONE, "11 Ağustos 1921'de Rüsumat gemisi Rize'ye 700 sandık getirdi."), []),  # another thing
        (row(ONE, "12 Ağustos 1921'de Rüsumat gemisi Rize'ye 700 tüfek getirdi."), []),  # another day
        (row(ONE, "11 Ağustos 1921'de Rüsumat gemisi Rize'ye ayrıca 700 tüfek getirdi."), []),
        (row(f"{ONE}\n| 11 Ağustos 1921 | Rüsumat | 200 tüfek |", "11 Ağustos 1921'de Rüsumat 700 tüfek getirdi."), []),
    ],
)
def test_a_row_and_a_sentence_of_one_day(text: str, expected: list[str]) -> None:
    assert rules(text) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Köy | Buğday (kg) | Arpa (kg)\nA | 1.200 | 400\nB | 900 | 350\nToplam | 5.400 | 2.100", []),  # a choice
        ("Köy | Buğday (kg) | Arpa (kg)\nA | 1.200 | 400\nB | 900 | 350\nToplam | 2.100 | 850", ["sum-total"]),
        ("Köy | Buğday (kg) | Arpa (kg)\nA | 1.200 | 400\nB | 900 | 350\nToplam | 2.100 | 750", []),
    ],
)
def test_columns_of_one_unit_are_not_added_together(rows: str, expected: list[str]) -> None:
    assert rules(f"Tohumluk\n\nBir defter bulduk.\n\n{rows}") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("5 Mart 1921'de 120 tüfek köylere verildi.", []),  # the row tells it in another column
        ("5 Mart 1921'de köylere 140 tüfek verildi.", ["event-contradiction"]),
    ],
)
def test_a_row_with_two_figures_is_no_other_number_of_one_of_them(sentence: str, expected: list[str]) -> None:
    rows = "Tarih | Alınan | Verilen\n5 Mart 1921 | 300 tüfek | 120 tüfek\n20 Mart 1921 | 80 tüfek | 60 tüfek"
    assert rules(f"Silahlar\n\n{rows}\n\n{sentence}") == expected
