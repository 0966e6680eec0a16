"""Where a name ends without an apostrophe, and which words are no bearer's name by themselves."""

from collections.abc import Callable

import pytest

from tanik.facts.model import NameKind
from tanik.facts.names.find import find_names
from tanik.page.model import Page

_WHOLE = [
    ("Gülten Arın okula geldi.", "Gülten Arın"),
    ("Toplantıda Gülten Arın konuştu.", "Gülten Arın"),
    ("Öğretmen Gülten Arın sınıfa girdi ve çocuklara anlattı.", "Gülten Arın"),
    ("Ayşe Yaşın ile Gülten Arın toplantıya katıldı.", "Gülten Arın"),
    ("Ali Erin geldi.", "Ali Erin"),
    ("Dün Halit Özün konuştu.", "Halit Özün"),
    ("Avukat Nuri Sakın dilekçe verdi.", "Nuri Sakın"),
    ("Hasan Kalın eve döndü.", "Hasan Kalın"),
    ("Murat Üstün eve döndü.", "Murat Üstün"),
    ("Köyde Orhan Taşkın bekledi.", "Orhan Taşkın"),
]
_OWNERS = [
    ("Hasan Demirin dükkânı kapandı.", "Hasan Demir"),
    ("Halit Özün mektubu okundu.", "Halit Öz"),
    ("Nazif Beyin evi yandı.", "Nazif Bey"),
    ("Ali Demirin bütün arkadaşları geldi.", "Ali Demir"),
    ("Halit Demirin geldiğini duyduk.", "Halit Demir"),
    ("Osman Beyin oğlu askerdi.", "Osman Bey"),
    ("Vali Hasan Demirin emri geldi.", "Hasan Demir"),
    ("Leyla Arın'ın konuşması uzundu.", "Leyla Arın"),
    ("Ali Demirden mektup geldi.", "Ali Demir"),
    ("Müdür Gülten Arın'ı dinledi.", "Gülten Arın"),
]
_CANAL = [
    ("Kanal'dan gemiler geçti.", True),
    ("Dün Kanal'a asker gitti.", True),
    ("Cemal Paşa Kanal'a yürüdü.", True),
    ("İngilizler Kanal'ı tuttu.", True),
    ("Ulusal Kanal'a konuşan Yılmaz, belgeyi gösterdi.", False),
    ("Haberi Ulusal Kanal duyurdu.", False),
    ("Programı Kanal D'de izledik.", False),
    ("Filmi Yeni Kanal'da gördük.", False),
]


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize(("text", "name"), _OWNERS, ids=str)
def test_a_genitive_comes_off_where_something_is_owned(
    page_of: Callable[..., Page], text: str, name: str, fast: bool
) -> None:
    assert name in [one.text for one in find_names(page_of(text), fast=fast)]


@pytest.mark.parametrize(("text", "name"), _WHOLE, ids=str)
def test_a_surname_that_looks_like_a_genitive_stays_whole(page_of: Callable[..., Page], text: str, name: str) -> None:
    assert name in [one.text for one in find_names(page_of(text))]


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize(("text", "is_suez"), _CANAL, ids=str)
def test_a_channel_is_no_canal(page_of: Callable[..., Page], text: str, is_suez: bool, fast: bool) -> None:
    assert ("Süveyş Kanalı" in [one.name for one in find_names(page_of(text), fast=fast)]) is is_suez


@pytest.mark.parametrize(
    "text", ["Filyos'ta liman yapıldı.", "Filyos limanı açıldı ve Filyos büyüdü.", "Gaz Filyos'tan geliyor."]
)
def test_filyos_is_a_place(page_of: Callable[..., Page], text: str) -> None:
    assert {(one.text, one.kind) for one in find_names(page_of(text))} == {("Filyos", NameKind.PLACE)}


@pytest.mark.parametrize(
    "text", ["Türk konuştu.", "Orada bir Türk vardı.", "Bunu Türk de Kürt de bilir.", "Kararı Türk verdi."]
)
def test_a_people_is_no_body(page_of: Callable[..., Page], text: str) -> None:
    assert [one for one in find_names(page_of(text)) if one.kind is NameKind.ORGANISATION] == []
