"""Azerbaijani clauses read through the Turkish words that theirs are: spelling, endings, closed classes, classes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tanik.core.kindred import CYRILLIC, kindred_readings, kindred_word, latin_of
from tanik.core.morph import readings
from tanik.facts.model import Statement
from tanik.facts.read import read as find_facts
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.page.read import read


def _statements(text: str) -> tuple[Statement, ...]:
    page = read(f"Köhnə günlər\n\n{text}\n".encode(), path="a.txt")
    return find_facts(page).statements


def _told(text: str, words: str) -> dict[str, str]:
    one = next(one for one in _statements(text) if one.text.endswith(words))
    return {place: role.name or role.text for place, role in one.firsts.items()} | {"action": str(one.action)}


@pytest.mark.parametrize(
    ("word", "turkish"),
    [
        ("hissələrini", "hisselerini"),
        ("dəyərdə", "değerde"),
        ("göndərdiyi", "gönderdiği"),
        ("qardaşlarından", "kardaşlarından"),
        ("çıxan", "çıkan"),
        ("кечирилән", "geçirilen"),
        ("вәзијјәти", "vaziyeti"),
        # what Turkish could have written is asked about as it stands, and what no law reaches is not guessed
        ("ordunun", None),
        ("xəstəxanada", None),
    ],
)
def test_a_word_is_spelled_as_turkish_spells_it(word: str, turkish: str | None) -> None:
    assert kindred_word(word) == turkish


@given(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyz", min_size=1, max_size=12))
@settings(max_examples=100, deadline=None)
def test_words_in_turkish_letters_are_never_read_otherwise(word: str) -> None:
    assert kindred_readings(word) == readings(word)


@given(st.text(alphabet="".join(CYRILLIC), min_size=1, max_size=8))
@settings(max_examples=100, deadline=None)
def test_both_alphabets_are_read_alike(word: str) -> None:
    assert kindred_word(word) in (kindred_word(latin_of(word)), latin_of(word), None) or kindred_word(word)


@pytest.mark.parametrize(
    ("text", "words", "roles"),
    [
        # "qədər" governs what stands before it and is no part of the next phrase
        (
            "Həmin il fabrik kəndə 40 kisə un göndərmiş və qış bitənə qədər un göndərməyi vəd etmişdi.",
            "göndərmiş",
            {"subject": "fabrika", "recipient": "köy"},
        ),
        # the time at which, after which and in which something is done is a clause of its own
        ("Elçi Tiflisdən qayıdanda nazirə məktub yazdı.", "yazdı", {"recipient": "nazır", "object": "mektup"}),
        ("Kamran bəy pul topladıqdan sonra iki mağaza aldı.", "aldı", {"recipient": "Kamran Bey"}),
        ("Kamran bəy taxıl satmağa 1920-ci ildə başladı.", "başladı", {"object": "tahıl satma"}),
        # what a participle describes is who does it
        (
            "Kamran paşanın rəhbərlik etdiyi ordu 1918-ci ildə Şamaxıya daxil oldu.",
            "oldu",
            {"subject": "ordu", "object": "Şamahı"},
        ),
        # "şəhəri" is what is freed, "düşməndən" no participle of a verb
        (
            "Ordu 1919-cu ildə Şamaxıya daxil olaraq şəhəri düşməndən azad edib.",
            "azad edib",
            {"subject": "ordu", "object": "şehir"},
        ),
        ("Elçinin gəldiyi şəhəri 1919-cu ildə ordu tutdu.", "tutdu", {"subject": "ordu", "object": "şehir"}),
        # a commission and the government that approves it are two
        (
            "Əsasnamə yazıldı, mayın 19-da bu komissiya hökumət tərəfindən təsdiq olundu.",
            "olundu",
            {"subject": "hükûmet"},
        ),
        # the t of a stem is soft before a vowel
        ("Kamran bəy 1897-ci ildə öz firmasını yaradır.", "yaradır", {"action": "found"}),
        ("Kamran bəy 1914-cü ildə bank yaradaraq şirkətin sədri seçilir.", "seçilir", {"recipient": "Kamran Bey"}),
        # letters of Turkish but for one
        ("Kamran bəy 1914-cü ildə başqa tacirlərlə görüşdü.", "görüşdü", {"subject": "Kamran Bey"}),
    ],
)
def test_roles(text: str, words: str, roles: dict[str, str]) -> None:
    assert roles.items() <= _told(text, words).items()


def test_a_turkish_noun_is_no_form_of_an_azerbaijani_one() -> None:
    page = read("Fabrika 1925'ten sonra yılda 800 ton bakır gönderdi.\n".encode(), path="a.txt")
    (told,) = find_facts(page).statements
    assert told.firsts["subject"].text == "Fabrika"


def test_sums_in_manat_and_qepik_are_roubles() -> None:
    page = read("Tacir məktəbə 300 min manat və 50 qəpik ayırdı.\n".encode(), path="a.txt")
    found = [(one.unit, one.value) for one in find_facts(page).amounts]
    assert found == [("ruble", 300_000), ("ruble", 0.5)]


def test_the_perfect_is_no_hearsay() -> None:
    told = _statements("Kamran bəy 1905-ci ildə Bakıda qəzetlərdə işləmiş; sonra nazir olmuşdur.")
    assert {str(one.modality) for one in told} == {"asserted"}


def test_roles_are_the_same_in_cyrillic_letters() -> None:
    back = {latin: cyrillic for cyrillic, latin in CYRILLIC.items()} | {"O": "О", "Ş": "Ш"}
    text = "Ordu 1919-cu ildə Şamaxıya daxil olaraq şəhəri düşməndən azad edib."
    cyrillic = "".join(back.get(char, char) for char in text)
    assert _told(cyrillic, "азад едиб")["object"] == _told(text, "azad edib")["object"] == "şehir"


def test_a_class_holds_for_the_azerbaijani_noun_of_the_same_meaning() -> None:
    assert {"hokumet", "qezet".replace("q", "k"), "sehid"} <= phrases("officials") | phrases("actors")
    # Turkish has "pul" and "say", too, and an order is no prince
    assert not {"pul", "say"} & phrases("sums")
    assert "emr" not in phrases("actors")
