"""Case endings that stand apart from their name, as dictionaries of users, forums and comments write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.span import Span
from tanik.core.suffixes import is_case_of
from tanik.facts.model import Statement
from tanik.facts.read import read
from tanik.facts.statements.lexis.parted import with_endings
from tanik.facts.statements.lexis.words import words_of
from tanik.page.read import read as read_page


def _statements(text: str) -> tuple[Statement, ...]:
    return read(read_page(text.encode(), path="entry.txt")).statements


# what is written apart, and which role the name has then
_APART = (
    ("ruslar 1916'da trabzon u işgal etti.", "object", "Trabzon"),
    ("1917'de kazım karabekir e iki bin tüfek verdiler.", "recipient", "Kâzım Karabekir"),
    ("ingilizler 1920'de istanbul u işgal etmişti.", "object", "İstanbul"),
    ("heyet 1921'de ankara ya geldi.", "recipient", "Ankara"),
    ("enver paşa 1918'de berlin e kaçtı.", "recipient", "Berlin"),
    ("yunanlılar 1919'da izmir i işgal ettiler.", "object", "İzmir"),
    ("lenin 1921'de mustafa kemal e mektup yazdı.", "recipient", "Mustafa Kemal Atatürk"),
    ("alay 1915'te çanakkale savaşı na katıldı.", "place", None),
    ("1922'de ismet paşa ya telgraf çektiler.", "recipient", "İsmet İnönü"),
    ("vali 1919'da Anadolu' da dernek kurdu.", "place", "Anadolu"),
)

# the same letters where they are words of their own
_OWN = (
    ("Ankara da bir şehirdi.", "da"),
    ("Enver Paşa ya da Talat Paşa geldi.", "ya"),
    ("İzmir ne zaman alındı?", "ne"),
    ("Mustafa Kemal de geldi.", "de"),
    ("Trabzon un gönderdi.", "un"),
    ("Trabzon ya yandı ya yıkıldı.", "ya"),
    ("İsmet Paşa ki savaşmıştı.", "ki"),
    ("Edirne de düştü.", "de"),
    ("Samsun ten rengi.", "ten"),
    ("Batum i harfi.", "i"),
)


@pytest.mark.parametrize(("text", "role", "name"), _APART)
def test_an_ending_written_apart_gives_the_name_its_case(text: str, role: str, name: str | None) -> None:
    roles = [one.firsts for one in _statements(text)]
    assert roles, text
    held = {place for one in roles for place, value in one.items() if name is None or value.name == name}
    assert role in held or name is None, (text, roles)
    assert all(value.name != name for one in roles if name for place, value in one.items() if place == "subject")


@pytest.mark.parametrize(("text", "word"), _OWN)
def test_a_word_of_its_own_stays_one(text: str, word: str) -> None:
    facts = read(read_page(text.encode(), path="entry.txt"))
    words = with_endings(words_of(text, Span(0, len(text)), facts, ()), text, facts)
    assert word in [one.lower for one in words]


@settings(max_examples=100)
@given(st.sampled_from(("Tunus", "Ankara", "Trabzon", "İzmir", "Köprülü")), st.text("aeıioöuüyndt", max_size=4))
def test_of_two_vowel_harmonies_a_name_asks_for_one(stem: str, suffix: str) -> None:
    swapped = suffix.translate(str.maketrans("aeıioöuü", "eaiıöoüu"))
    vowels = any(letter in "aeıiuü" for letter in suffix)
    assert not (vowels and is_case_of(stem, suffix) and is_case_of(stem, swapped))
