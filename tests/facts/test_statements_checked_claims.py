"""What articles that check a claim say of photographs and sayings, and what entries that argue only wish or exclaim."""

from __future__ import annotations

import pytest

from tanik.facts.model import Polarity, Statement
from tanik.facts.read import read
from tanik.page.read import read as read_page


def _statements(text: str) -> tuple[Statement, ...]:
    return read(read_page(text.encode(), path="article.txt")).statements


_DATED = (
    ("Fotoğraf, 9 Mayıs 1931'de Yalova'da çekilmiş.", "1931-05-09", Polarity.AFFIRMED),
    ("Fotoğraf 12 Mart 1921 günü Sivas'ta kaydedilmiştir.", "1921-03-12", Polarity.AFFIRMED),
    ("Bu fotoğraf 1915'te çekilmedi.", "1915", Polarity.DENIED),
    ("Birçok kaynakta fotoğrafın 12 Mart 1921 tarihinde çekildiği belirtilmektedir.", "1921-03-12", Polarity.AFFIRMED),
)


@pytest.mark.parametrize(("text", "when", "polarity"), _DATED)
def test_a_photograph_was_taken_and_did_not_go_anywhere(text: str, when: str, polarity: Polarity) -> None:
    (one,) = _statements(text)
    assert (one.action, one.when, one.polarity) == (None, when, polarity)
    assert "otoğraf" in one.firsts["object"].text
    assert "subject" not in one.firsts


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Rıza Bey o programda 3 Mart 2019'da şu ifadeleri kullanmıştı.", "say"),
        ("Vali Rıza Bey yazısında 3 Mart 1931'de onun sözlerine yer vermişti.", "say"),
        ("Enver Paşa 1922'de Mirliva Rıza Bey'e üç bin lira verdi.", "transfer"),
        ("Rıza Bey 1922'de Savunma Bakanlığı'na üç bin lira verdi.", "transfer"),
        ("Meclis 1921'de başkumandanlığı Mustafa Kemal Paşa'ya verdi.", "appoint"),
        ("Vahdettin kaçmamıştır.", "move"),
    ],
)
def test_the_deed_is_told_by_what_stands_beside_its_verb(text: str, action: str) -> None:
    assert [one.action for one in _statements(text)] == [action]


@pytest.mark.parametrize(
    "text",
    [
        "Köprünün hesabı herkesçe bilinsin istiyorum.",
        "Burada defterlerin hesabını bir daha görelim istedik.",
        "Rıza Bey konakta tek başına uyuyor.",
    ],
)
def test_wishes_and_sleep_assert_nothing(text: str) -> None:
    assert _statements(text) == ()


def test_whoever_turns_to_the_reader_is_no_doer() -> None:
    (one,) = _statements("bakınız enver paşa 5 mart 1914'te evlendi.")
    assert one.firsts["subject"].name == "Enver Paşa"


def test_a_source_named_behind_a_finite_verb_and_its_comma_is_the_next_clause_s() -> None:
    found = _statements("Fransızlar 1881'de Tunus'u işgal ettiler, bazı iddialara göre Rıza Paşa 1882'de istifa etti.")
    assert [one.attributed_to for one in found] == [None, "bazı iddialar"]
    (behind,) = _statements("Fransızlar 1881'de Tunus'u işgal ettiler vali raporuna göre.")
    assert behind.attributed_to is not None


def test_as_one_likes_is_no_source() -> None:
    found = _statements("Vali 1921'de keyfine göre vergiyi kaldırdı.")
    assert [one.attributed_to for one in found] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Reşit Bey'in evini okula bağışladığı 5 Mart 1937 tarihli mektupta böyle bir cümle yoktur.",
        "Reşit Bey'in 40 top istediği telgrafta bu ifade geçmez.",
        "Kâtip Cemil'in kasayı boşalttığı tutanakta böyle bir söz yer almaz.",
    ],
)
def test_words_that_a_paper_lacks_do_not_deny_the_deed_it_tells_of(text: str) -> None:
    assert not [
        one for one in _statements(text) if one.action in ("transfer", "request") and one.polarity.value == "denied"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Reşit Bey'in evini okula bağışladığı 5 Mart tarihli raporda yer almaz.",
        "Reşit Bey'in evini okula bağışladığına dair böyle bir belge yoktur.",
        "Reşit Bey'in evini okula bağışladığı yalandır.",
    ],
)
def test_a_deed_that_no_paper_has_is_denied(text: str) -> None:
    assert [one.polarity.value for one in _statements(text) if one.action == "transfer"] == ["denied"]
