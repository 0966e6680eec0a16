"""Where a name ends without an apostrophe, and which words are no bearer's name by themselves."""

from collections.abc import Callable

import pytest

from tanik.core.span import Span
from tanik.facts.model import NameKind
from tanik.facts.names.bearers import Mention
from tanik.facts.names.find import _shorts, find_names
from tanik.facts.names.headed import bracketed_names, small_bodies
from tanik.facts.names.judged import _is_people
from tanik.facts.names.known import Candidate
from tanik.facts.names.words import lines_of
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


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        ("German firm", True),
        ("British company", True),
        ("Alman firması", True),
        ("Yunan ordusu", True),
        ("Rus elçiliği", True),
        ("Fransız birlikleri", True),
        ("German Bank", False),
        ("Rus Elçiliği", False),
        ("Türk Ocağı", False),
        ("Alman Şark bankası", False),
        ("Kars komitesi", False),
        ("alman firması", False),  # where all is small, capitals tell nothing
    ],
)
def test_a_body_called_by_its_people_and_its_kind_is_no_name(
    page_of: Callable[..., Page], words: str, refused: bool
) -> None:
    line = next(iter(lines_of(page_of(words))))
    told = Candidate(0, len(line.words), len(line.words[-1].text), NameKind.ORGANISATION, None, "model")
    assert _is_people(line, told) is refused


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Birlik Kuruçay (Karaçay) Köyü'nde gecelemişti.", ["Kuruçay", "Karaçay"]),
        ("Ordu Yeşildere (Sarıdere) Köprüsünü yaktı.", ["Yeşildere", "Sarıdere"]),
        ("Kafile Tekke (Tekir) Dağı'na çıktı.", ["Tekke", "Tekir"]),
        ("Süvariler Ulubağ (Elibağ) Boğazı'nda bekledi.", ["Ulubağ", "Elibağ"]),
        ("Değirmen Aşağıköy (Eşekköy) Köyü'ndeydi.", ["Aşağıköy", "Eşekköy"]),
        ("Ali Bey (Kaymakam) köyü gezdi.", []),
        ("Bunu Nuri (Demir) söyledi.", []),
        ("Köprü (1921) Köyü ikiye ayırdı.", []),
        ("Depoda (Üst Kat) un vardı.", []),
        ("Toplantı (Üçüncü Celse) uzadı.", []),
    ],
)
def test_another_form_in_brackets_before_a_head_names_the_place(
    page_of: Callable[..., Page], text: str, places: list[str]
) -> None:
    line = next(iter(lines_of(page_of(text))))
    assert [line.words[one.begin].text for one in bracketed_names(line)] == places


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("yaralılar diyarbakır hastanesine gitti", "diyarbakır hastanesi"),
        ("konya belediyesi suyu kesti", "konya belediyesi"),
        ("parayı edirne bankası ödedi", "edirne bankası"),
        ("sivas kongresi toplandı, kararı erzurum komitesine gönderdi", "erzurum komitesi"),
        ("bursa ticaret odası", None),  # its place does not stand before the head
        ("bizim köyün bankası battı", None),
        ("diyarbakır hastane istiyor", None),
        ("Diyarbakır hastanesi doldu", None),  # capitals tell, so that a name's head had one
        ("konya yolu kapandı", None),
    ],
)
def test_a_place_and_a_head_in_small_letters_are_a_body(
    page_of: Callable[..., Page], text: str, body: str | None
) -> None:
    line = next(iter(lines_of(page_of(text))))
    found = [
        " ".join((line.words[one.begin].text, line.words[one.begin + 1].text[: one.stem])) for one in small_bodies(line)
    ]
    assert found == ([body] if body else [])


def _mention(text: str) -> Mention:
    return Mention(Span(0, len(text)), text, NameKind.PERSON, None, "model")


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("lindqvist", True),  # a word that no dictionary knows
        ("hallström", True),
        ("barış", False),  # also a word
        ("kaya", False),
        ("Lindqvist", False),  # has its capital to be known by
        ("ali bey", False),
    ],
)
def test_who_is_once_named_in_small_letters_is_named_again(
    page_of: Callable[..., Page], text: str, alone: bool
) -> None:
    assert bool(_shorts(page_of("bu bir yazı."), [], [_mention(text)])) is alone


@pytest.mark.parametrize(
    "text",
    [
        "Büyükdedem Topçu Mülâzımı İbrahim Edhem Efendi kaldı.",
        "Süvari Yüzbaşısı Hasan Bey geldi.",
        "Dedem Piyade Binbaşısı Ömer Bey öldü.",
        "İstihkâm Yüzbaşısı Salih Efendi köprüyü kurdu.",
        "O gün Tabur Kumandanı Nuri Bey yoktu.",
    ],
)
def test_the_branch_before_a_rank_is_no_name(page_of: Callable[..., Page], text: str) -> None:
    assert [one.text.split()[-1] for one in find_names(page_of(text))] in (["Efendi"], ["Bey"])


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ressam Anna Belinova sergiyi açtı.", "Anna Belinova"),
        ("Tarixçi Rəna Qasımova dedi ki, sənəd itib.", "Rəna Qasımova"),
        ("Galina Morozova mektubu okudu.", "Galina Morozova"),
        ("Maya Dolinskaya sahneye çıktı.", "Maya Dolinskaya"),
        ("Dostuna yazan Nağı Qaradağlı geri döndü.", "Nağı Qaradağlı"),
        ("Mustafa Mahmudova verilen belge kayıptır.", "Mustafa Mahmudov"),
        ("O gün Musa Rasulova mektup yazıldı.", "Musa Rasulov"),
        ("Heyet Neriman Nerimanova telgraf çekti.", "Neriman Nerimanov"),
    ],
)
def test_a_surname_keeps_the_ending_that_is_its_own(page_of: Callable[..., Page], text: str, whole: str) -> None:
    assert [one.text for one in find_names(page_of(text)) if one.kind is NameKind.PERSON] == [whole]


@pytest.mark.parametrize(
    ("text", "men"),
    [
        ("Cemil Bey Arif Bey’e bağırdı.", ["Cemil Bey", "Arif Bey"]),
        ("Hüseyin Efendi Mehmet Ali Bey’i aradı.", ["Hüseyin Efendi", "Mehmet Ali Bey"]),
        ("Salih Efendi Veli Efendi ile geldi.", ["Salih Efendi", "Veli Efendi"]),
        ("O gün Tahir Bey geldi.", ["Tahir Bey"]),
    ],
)
def test_a_title_closes_a_name_before_another(page_of: Callable[..., Page], text: str, men: list[str]) -> None:
    assert [one.text for one in find_names(page_of(text)) if one.kind is NameKind.PERSON] == men
