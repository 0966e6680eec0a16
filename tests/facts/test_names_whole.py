"""What belongs to a name beside the words that were taken for it: numbers, bynames, heads of sites, given names."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read

from .named import names_in, texts_in


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sultan III. Selim yeni bir ordu kurdurdu.", "III. Selim"),
        ("IV. Murat Revan önlerine geldi.", "IV. Murat"),
        ("Sonra II.Mahmut tahta çıktı.", "II.Mahmut"),
        ("Ressam I. Aleksandr zamanında Petersburg'a gitti.", "I. Aleksandr"),
        ("Bu sırada II. Osman Yeniçeri Ocağı'nı kaldırmak istedi.", "II. Osman"),
    ],
)
def test_a_rulers_number_is_part_of_his_name(text: str, named: str, fast: bool) -> None:
    assert named in texts_in(text, fast=fast)


@pytest.mark.parametrize(
    "text",
    [
        "II. Dünya Savaşı çıktı.",
        "II. Meşrutiyet ilan edildi.",
        "III. Bölüm bitti.",
        "XX. Yüzyıl başladı.",
    ],
)
def test_a_number_before_anything_else_makes_no_ruler(text: str) -> None:
    assert all(kind != "person" for _, _, kind in names_in(text))


@pytest.mark.parametrize("fast", [False, True])
@pytest.mark.parametrize(
    ("text", "named", "kind"),
    [
        ("Evimiz Enver Paşa Caddesi üzerindeydi.", "Enver Paşa Caddesi", "place"),
        ("Sokak Kâzım Karabekir Stadyumu'na çıkardı.", "Kâzım Karabekir Stadyumu", "place"),
        ("Ders İsmet İnönü İlkokulu'nda başladı.", "İsmet İnönü İlkokulu", "organisation"),
        ("Yürüyüş Gazi Mustafa Kemal Bulvarı'nda bitti.", "Gazi Mustafa Kemal Bulvarı", "place"),
        ("Araba Talat Paşa köprüsünden geçti.", "Talat Paşa köprüsü", "place"),
        ("Konya'nın Kâzım Karabekir ilçesinde pancar ekilir.", "Kâzım Karabekir ilçesi", "place"),
    ],
)
def test_what_bears_a_persons_name_is_no_person(text: str, named: str, kind: str, fast: bool) -> None:
    assert (named, named, kind) in names_in(text, fast=fast)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Enver Paşa köprüyü attırdı.", "Enver Paşa"),
        ("Atatürk parkı gezdi.", "Atatürk"),
        ("Kâzım Karabekir köyüne döndü.", "Kâzım Karabekir"),
        ("Talat Paşa'nın caddesi yoktu.", "Talat Paşa"),
        ("Enver Paşa Topkapı Sarayı'na gitti.", "Enver Paşa"),
    ],
)
def test_who_acts_on_a_site_stays_a_person(text: str, named: str) -> None:
    assert (named, "person") in [(text, kind) for text, _, kind in names_in(text)]


def test_a_byname_before_a_given_name_is_part_of_it() -> None:
    assert "Topal Recep Paşa" in texts_in("O yıl Topal Recep Paşa idam edildi.")
    assert "Deli İmam Mahmut Efendi" in texts_in("Ardından Deli İmam Mahmut Efendi seçildi.")
    assert "Mahmut Efendi" in texts_in("Ardından imam Mahmut Efendi seçildi.")


def test_units_keep_their_number_and_items_of_a_list_lose_theirs() -> None:
    assert "13. Topçu Alayı" in texts_in("Önce Manastır'daki 13. Topçu Alayı geldi.")
    assert "Nazirlər Şurası" in texts_in("1. Nazirlər Şurasının sədri bildirdi.", "az")


def test_a_given_name_before_a_known_surname_is_somebody_else_of_that_family() -> None:
    assert ("Mevhibe İnönü", "Mevhibe İnönü", "person") in names_in("Şair Mevhibe İnönü'ye gül verdi.")
    assert ("Menderes", "Adnan Menderes", "person") in names_in("Başkan Menderes'i aradı.")
    assert ("Hitler", "Adolf Hitler", "person") in names_in("Yazar Hitler'i eleştirdi.")


def test_a_family_is_nobody_in_particular() -> None:
    assert "Karabekir" not in texts_in("Karabekir ailesi Erenköy'de otururdu.")
    assert "Karabekir" in texts_in("Karabekir ailesine mektup yazdı.")


def test_words_that_their_place_explains_are_no_places() -> None:
    assert texts_in("Kilise yandı.") == []
    assert ("Kilis", "place") in [(text, kind) for text, _, kind in names_in("Dün Kilis'e vardılar.")]


def test_a_capital_behind_an_apostrophe_is_no_suffix() -> None:
    assert ("Franchet d'Espèrey", "Louis Franchet d'Espèrey", "person") in names_in(
        "Franchet d'Espèrey İstanbul'a girdi."
    )


def test_initials_before_a_surname_of_the_table_are_its_bearers() -> None:
    assert ("R. Orbay", "Rauf Orbay", "person") in names_in("Bu konuda R. Orbay konuştu.")
    assert ("S. Orbay", "S. Orbay", "person") in names_in("Bu konuda S. Orbay konuştu.")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Sonra III.Selim Kuzgun Mustafa'yı tanıdı.", "III.Selim"),
        ("Yeni padişah Rıza Paşa Şehzade Mahmut'u saydı.", "Rıza Paşa"),
        ("Yıllar sonra Ziya Adana'da öldü.", "Ziya"),
        ("Alayda hemen Hafız Halit Bey seçildi.", "Hafız Halit Bey"),
        ("O gün R. Yılmazoğlu Tiflis Mahkemesi'ne gitti.", "R. Yılmazoğlu"),
    ],
)
def test_two_names_are_parted_and_one_is_kept_together(text: str, named: str) -> None:
    assert named in texts_in(text)


def test_a_surname_behind_two_known_given_names_makes_another_man() -> None:
    assert ("Mustafa Necati Sepetçioğlu", "Mustafa Necati Sepetçioğlu", "person") in names_in(
        "Yıllarca Mustafa Necati Sepetçioğlu romanlar yazdı."
    )


def test_an_acronym_is_written_in_capitals_and_a_quarter_of_the_sky_belongs_to_its_land() -> None:
    assert all(name != "Amerika Birleşik Devletleri" for _, name, _ in names_in("Kul demek olan Abd sözü Arapçadır."))
    assert ("ABD", "Amerika Birleşik Devletleri", "place") in names_in("Heyet ABD'ye gitti.")
    assert "Eastern Thrace" in texts_in("They left Eastern Thrace in October 1922.", "en")


@pytest.mark.parametrize("text", ["Soyadı Kanunu 1934'te çıktı.", "Soyadı Kanunu ile herkese ad verildi."])
def test_a_law_keeps_its_possessive(text: str) -> None:
    assert "Soyadı Kanunu" in texts_in(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ekimde Meclis Lozan Antlaşması'nı onayladı.", ["Meclis", "Lozan Antlaşması"]),
        ("Sonra Meclis Takrir-i Sükûn Kanunu'nu çıkardı.", ["Meclis", "Takrir-i Sükûn Kanunu"]),
        # a congress is a body's own, and a ship no person in any case
        ("Annesi Reşit Paşa hastane gemisinde çalıştı.", []),
        ("Esirler Lady Mary vapuruna bindirildi.", []),
        ("Esirler Reşit Paşa'ya hastane kapısında rastladı.", ["Reşit Paşa"]),
        # the strike, and not the ambassador Grew; who writes endings behind an apostrophe leaves none in a surname
        ("Grev üç gün sonra bitti.", []),
        (
            "Edouard Huguenin bir gün önce Ankara'ya, Konya'ya, Sivas'a, İzmir'e, Bursa'ya, Adana'ya yazdı.",
            ["Edouard Huguenin", "Ankara", "Konya", "Sivas", "İzmir", "Bursa", "Adana"],
        ),
        ("1929-cu ildə Rəhimov Tiflisdəki və İstanbuldakı mətbəələrə yazdı.", ["Rəhimov", "Tiflis", "İstanbul"]),
    ],
)
def test_what_stands_beside_a_name_is_not_it(text: str, named: list[str]) -> None:
    assert texts_in(text) == named


def test_who_is_called_by_his_name_alone_in_english() -> None:
    text = "The ship came in the morning and Refet Pasha landed. Refet, it is said, spoke to the crowd in the square."
    found = read_facts(read(f"{text}\n".encode(), path="a.txt"), fast=True).names
    assert [(one.text, one.name) for one in found] == [("Refet Pasha", "Refet Bele"), ("Refet", "Refet Bele")]
