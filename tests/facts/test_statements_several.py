"""Several who fill one place: lists joined by commas and "ve", "və", "ile" or "and", and what only looks like one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tanik.facts.model import Statement
from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page


def _told(text: str, language: str = "tr") -> tuple[Statement, ...]:
    page = replace(read_page(f"{text}\n".encode(), path="a.txt"), language=language)
    found = read_facts(page, fast=True).statements
    assert all(role.text == role.span.of(page.text) for one in found for _, role in one.roles)
    return found


@pytest.mark.parametrize(
    ("text", "place", "names"),
    [
        ("Ali Bey, Nuri Bey ve Hasan Bey protokolü 4 Mart 1922'de imzaladı.", "subject",
         "Ali Bey, Nuri Bey, Hasan Bey"),
        ("Vali, kaymakam ve belediye reisi 12 Nisan 1921'de İstanbul'a gitti.", "subject",
         "Vali, kaymakam, belediye reisi"),
        ("Ali Bey ile Galip Bey 3 Haziran 1920'de Samsun'a 200 tüfek gönderdi.", "subject", "Ali Bey, Galip Bey"),
        ("Fransa, İtalya ve Yunanistan 1919'da Anadolu'nun kıyılarını işgal etti.", "subject",
         "Fransa, İtalya, Yunanistan"),
        ("Antlaşma Ali Bey, Behiç Bey ve Galip Paşa tarafından 7 Temmuz 1921'de imzalandı.", "subject",
         "Ali Bey, Behiç Bey, Galip Paşa"),
        ("Ali Bey, Galip Paşa ve diğerleri 2 Ocak 1923'te öldürüldü.", "object", "Ali Bey, Galip Paşa"),
        ("Başkan Ali Bey, kâtip Veli Bey ve üye Hasan Bey 1921'de kararı imzaladı.", "subject",
         "Ali Bey, Veli Bey, Hasan Bey"),
        ("Hem Ali Bey hem de Veli Bey 1921'de kararı imzaladı.", "subject", "Ali Bey, Veli Bey"),
        ("Halit Bey, Nuri Bey 1921'de Konya'ya geldi.", "subject", "Halit Bey, Nuri Bey"),
        ("Türkiye ve Rusya hükümetleri 1921'de antlaşma imzaladı.", "subject", "Türkiye, Rusya"),
        ("Fransız ve İngiliz askerleri 1919'da Maraş'ı işgal etti.", "subject", "Fransız askerleri, İngiliz askerleri"),
        ("Hükûmet 1921'de Ankara'ya tüfek, top ve cephane gönderdi.", "object", "tüfek, top, cephane"),
        ("Ordu 26 Ağustos 1922'de Afyon, Kütahya ve Uşak'ı kurtardı.", "object", "Afyon, Kütahya, Uşak"),
        ("Yunan birlikleri 1919'da Aydın ile Manisa'yı işgal etti.", "object", "Aydın, Manisa"),
        ("Belediye 1924'te okulları ve medreseleri kapattı.", "object", "okullar, medrese"),
        ("Belediye 1924'te saltanatı ve hilafeti kaldırdı.", "object", "saltanat, hilafet"),
        ("Konsey 1920'de Erzurum, Kars ve Sivas'ta okullar açtı.", "place", "Erzurum, Kars, Sivas"),
        ("Komisyon 3 Mart 1925'te raporu başbakana, meclis başkanına ve valilere gönderdi.", "recipient",
         "başbakan, meclis başkanı, valiler"),
        ("Rusya ve Ukrayna'nın 1921'de gönderdiği silahlar çok eskiydi.", "subject", "Rusya, Ukrayna"),
        ("Rusya, Türkiye ve İran arasında 1921'de sınır anlaşması imzalandı.", "recipient", "Türkiye, İran"),
    ],
)  # fmt: skip
def test_every_member_of_a_list_is_told(text: str, place: str, names: str) -> None:
    (one,) = _told(text)
    assert ", ".join(role.name or role.text for role in one.fillers(place)) == names


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("Heyet başkanı Ali Bey, 4 Mart 1922'de protokolü imzaladı.", "subject", "Ali Bey"),
        ("Sami Paşa, ordunun ilk komutanı, 1 Kasım 1928'de kanunu imzaladı.", "subject", "Sami Paşa"),
        ("Cemiyet başkanı ve mebus Sami Paşa 1921'de emri imzaladı.", "subject", "Cemiyet başkanı"),
        ("Yunanistan, Aydın ve Manisa'yı 1919'da işgal etti.", "subject", "Yunanistan"),
        ("Ali Bey, Hasan Bey'i ve Veli Bey'i 1919'da tutukladı.", "subject", "Ali Bey"),
        ("Belediye 1924'te un ve şeker fabrikası kurdu.", "object", "un ve şeker fabrikası"),
        ("Belediye 1930'da siyasi ve ekonomik yardım istedi.", "object", "siyasi ve ekonomik yardım"),
        ("Tarım ve Orman Bakanlığı 1937'de Konya'ya tohum gönderdi.", "subject", "Tarım ve Orman Bakanlığı"),
        ("İttihat ve Terakki 1913'te Ziraat Bankası'na borç verdi.", "subject", "İttihat ve Terakki Cemiyeti"),
        ("Moskova Antlaşması, Türkiye ve Rusya arasında 16 Mart 1921'de imzalandı.", "subject", "Türkiye"),
        ("Nuri Bey veya Hasan Bey 1921'de Ankara'ya geldi.", "subject", "Nuri Bey"),
    ],
)
def test_what_is_no_list(text: str, place: str, name: str) -> None:
    assert [role.name or role.text for role in _told(text)[-1].fillers(place)] == [name]


def test_the_items_of_a_list_have_all_parties_of_its_head() -> None:
    told = _told("Rusya ve Ukrayna'nın Ankara ve Tiflis'e yaptığı yardımlar:\n- 500 tüfek\n- 30 ton un\n")
    assert [[role.name for role in one.fillers("subject")] for one in told] == [["Rusya", "Ukrayna"]] * 2
    assert [[role.name for role in one.fillers("recipient")] for one in told] == [["Ankara", "Tiflis"]] * 2


def test_a_list_is_carried_whole() -> None:
    told = _told("Ali Bey ve Nuri Bey 1921'de Konya'ya gitti. Antlaşmayı imzaladılar. Sonra Adana'ya döndüler.")
    assert [[role.name for role in one.fillers("subject")] for one in told] == [["Ali Bey", "Nuri Bey"]] * 3


@pytest.mark.parametrize(
    ("text", "language", "place", "names"),
    [
        ("Nəsib bəy, Həsən bəy və Əli bəy 1918-ci ildə müqaviləni imzaladı.", "az", "subject",
         "Nesib Bey, Hesen Bey, Eli Bey"),
        ("Heyət 1921-ci ildə Bakı, Gəncə və Şuşaya buğda göndərdi.", "az", "recipient", "Bakü, Gence, Şuşa"),
        ("Greece, Bulgaria and Romania signed the convention in 1919.", "en", "subject",
         "Yunanistan, Bulgaristan, Romanya"),
        ("Russia sent gold, rifles and flour to Ankara in 1920.", "en", "object", "altın, tüfek, un"),
        ("The committee sent flour to Kars, Adana and Ankara in 1921.", "en", "recipient", "Kars, Adana, Ankara"),
        ("Enver Pasha, the Minister of War, and Talat Pasha signed the decree in 1914.", "en", "subject",
         "Enver Paşa, Talat Paşa"),
        ("The Treaty of Peace and Friendship was signed by Italy in 1921.", "en", "object", "antlaşma"),
    ],
)  # fmt: skip
def test_lists_of_other_languages(text: str, language: str, place: str, names: str) -> None:
    (one,) = _told(text, language)
    assert ", ".join(role.name or role.text for role in one.fillers(place)) == names
