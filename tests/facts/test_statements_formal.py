"""Formal Turkish of encyclopedias, articles and old letters: who did it, to whom and what, in its turns of phrase."""

from __future__ import annotations

import pytest

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
        # by whom: several with -ce, with the possessive or without, and a name with an apostrophe
        ("Sağ kalanlar Rodos makamlarınca 1913'te adaya sürüldü.", {"subject": "Rodos makamları"}),
        ("Depo 1919'da işgal kuvvetlerince yakıldı.", {"subject": "işgal kuvvetleri", "object": "Depo"}),
        ("Sözleşme 1920'de yabancı bankalarca imzalandı.", {"subject": "yabancı bankalar", "object": "Sözleşme"}),
        ("Karar 1931'de taraflarca kabul edildi.", {"subject": "taraflar", "object": "Karar"}),
        ("Fırın 1920'de Emanet'çe kapatıldı.", {"subject": "Emanet", "object": "Fırın"}),
        ("Teklif 1920'de Ankara'ca reddedildi.", {"subject": "Ankara", "object": "Teklif"}),
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
