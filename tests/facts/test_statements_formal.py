"""Formal Turkish of encyclopedias, articles and old letters: who did it, to whom and what, in its turns of phrase."""

from __future__ import annotations

import pytest

from tanik.facts.read import read as read_facts
from tanik.page.read import read as read_page

from .answers import rows_of

_PLACES = ("subject", "recipient", "object")


def _all(text: str) -> list[dict[str, str]]:
    """The filled places of each statement of a text."""
    return [
        {place: value for place, value in zip(_PLACES, row, strict=True) if value} for row in rows_of(text, *_PLACES)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a people without a state describes a noun as any other
        ("Rum tüccar 1927'de Nihat Bey'e defteri verdi.", {"subject": "Rum tüccar"}),
        ("Evde oturan Ermeni aile 1927'de Nihat Bey'e mührü teslim etti.", {"subject": "Ermeni aile"}),
        # "buyurmak" is "etmek" of one who stands above
        ("Vali Şükrü Paşa 1912'de hastaneye on bin lira ihsan buyurdular.", {"object": "on bin lira"}),
        ("Mutasarrıf Nihat Bey 1913'te okula bir bina tahsis buyurdu.", {"recipient": "okul"}),
        # what a thing is called is nobody, and what is called so is the thing
        ("Nihat Bey 1926'da istifa etti. Anılarını 1938'de “Deniz” adıyla yayımladı.", {"subject": "Nihat Bey"}),
        ("Nihat Bey 1938'de “Son Kış” adlı kitabını yayımladı.", {"object": "kitap"}),
        ("Nihat Bey 1921'de “Umut” adlı gemiyi Trabzon'a gönderdi.", {"object": "gemi"}),
        # a father with his name is one phrase in any case
        (
            "Nihat Bey 1878'de Bursa'da doğdu. Babası Kaymakam Rıza Bey'in 1889'da Üsküp'e tayini üzerine bu şehre"
            " taşındı.",
            {"subject": "Nihat Bey"},
        ),
        # a post is no one, though somebody held another one
        ("Şirket müdürü Nihat Bey 1923'te zammı reddetti. 1938'de müdür olarak Ali Bey atandı.", {"object": "müdür"}),
        (
            "1920'de Hicaz-Yemen Demiryolları umum müdürlüğüne atandı.",
            {"object": "Hicaz-Yemen Demiryolları umum müdürü"},
        ),
        ("Derneğe 1937'de ilk müdür olarak Nihat Bey getirildi.", {"recipient": "Nihat Bey", "object": "müdür"}),
        # the point of a number is inside its name
        (
            "Nihat Bey'e 1915'te Alman İmparatoru II. Wilhelm tarafından nişan verildi.",
            {"subject": "II. Wilhelm", "object": "nişan"},
        ),
        ("Grevi yönetenlerden Nihat Usta 1923'te işten çıkarıldı.", {"object": "Nihat Usta"}),
        # whither a way went that tells when is no one's share
        ("İstanbul'a gelişinde 1921'de Nihat Bey'e nişan verildi.", {"recipient": "Nihat Bey"}),
        # by whom: several with -ce, with the possessive or without, and a name with an apostrophe
        ("Sağ kalanlar Rodos makamlarınca 1913'te adaya sürüldü.", {"subject": "Rodos makamları"}),
        ("Depo 1919'da işgal kuvvetlerince yakıldı.", {"subject": "işgal kuvvetleri", "object": "Depo"}),
        ("Sözleşme 1920'de yabancı bankalarca imzalandı.", {"subject": "yabancı bankalar", "object": "Sözleşme"}),
        ("Karar 1931'de taraflarca kabul edildi.", {"subject": "taraflar", "object": "Karar"}),
        ("Fırın 1920'de Emanet'çe kapatıldı.", {"subject": "Emanet", "object": "Fırın"}),
        ("Teklif 1920'de Ankara'ca reddedildi.", {"subject": "Ankara", "object": "Teklif"}),
        # what is done to a language is done to it, and not in it
        ("Okullarda 1924'te Rumca yasaklandı.", {"object": "Rumca"}),
    ],
)
def test_who_and_what(text: str, wanted: dict[str, str]) -> None:
    told = _all(text)[-1]
    assert {place: told.get(place) for place in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "place", "wrong"),
    [
        ("Nihat Bey 1926'da istifa etti. Anılarını 1938'de “Otuz Yıl” adıyla yayımladı.", "subject", "Otuz Yıl"),
        ("Vali Şükrü Paşa 1912'de hastaneye on bin lira ihsan buyurdular.", "object", "ihsan"),
        # how many, how long and in which language: nobody
        ("Köy 1920'de yıllarca süren bir davada yandı.", "subject", "yıl"),
        ("Binlerce kişi 1920'de öldürüldü.", "subject", "Bin"),
        ("Rapor 1920'de Türkçe yazıldı.", "object", "Türkçe"),
    ],
)
def test_who_and_what_not(text: str, place: str, wrong: str) -> None:
    assert all(wrong not in told.get(place, "") for told in _all(text))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # the day of a founding, an appointment or a printing is nothing else's
        ("26 Ağustos 1924'te kurulan bankanın sermayesi Nihat Bey tarafından karşılandı.", None),
        ("1923'te kurulan şirket 1931'de belediyeye 40 bin lira verdi.", "1931"),
        ("22 Aralık 1925'te temeli atılan fabrikanın inşası Nihat Bey'e ihale edildi.", None),
        ("3 Mayıs 1921'de kurulan mahkemede üç kişi yargılandı.", "1921-05-03"),
        # what is before or behind a day is not on it
        ("Nihat Bey 1921'den sonra İzmir'e taşındı.", None),
        ("Nihat Bey 3 Mayıs 1921 tarihinden önce Paris'e gitti.", None),
        ("Nihat Bey'in 3 Mayıs 1919'da göreve başlamasından kısa bir süre sonra Nezaret şehre 200 lira verdi.", None),
        ("Antlaşmanın 3 Mayıs 1921'de imzalanmasından iki gün sonra birlikler Adana'dan ayrıldı.", "1921-05-05"),
        # of who stands behind the day it is the day
        ("1921'de Ankara hükûmeti yeni kurulan bankaya 300 lira verdi.", "1921"),
        ("5 Mart 1921'de Nihat Bey yayımlanan kararı reddetti.", "1921-03-05"),
        ("3 Mayıs 1921'de, ordunun çekilmesinden sonra, Nihat Bey İzmir'e gitti.", "1921-05-03"),
        ("Nihat Bey 1921'de Ankara'dan sonra Konya'ya gitti.", "1921"),
    ],
)
def test_when(text: str, when: str | None) -> None:
    facts = read_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True)
    assert facts.statements[-1].when == when


def test_what_is_conceded_is_told() -> None:
    told = _all("Alman heyeti 1926'da sözleşmeyi imzalamışsa da Nihat Bey onu 1927'de reddetti.")
    assert [one["subject"] for one in told] == ["Alman heyeti", "Nihat Bey"]
    assert len(_all("Alman heyeti 1926'da sözleşmeyi imzalamışsa Nihat Bey 1927'de onu reddetti.")) == 1
