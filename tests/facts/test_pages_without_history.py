"""Pages that tell no history, and what stands beside it: directions, rules, tests, welcomes, tables of scores."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tanik.facts.outline.options import options_of
from tanik.facts.read import read
from tanik.page.language import language_of
from tanik.page.read import read as read_page


def _told(text: str, language: str = "tr") -> list[str | None]:
    page = replace(read_page(text.encode(), path="a.txt"), language=language)
    return [one.action for one in read(page, fast=True).statements]


@pytest.mark.parametrize(
    "text",
    [
        "Süresi geçen istek reddedilir.",
        "Kayıt açılmazsa işlem kabul edilmez.",
        "Üye, iade talebi açar.",
        "Bu durumda müşteriye paketi geri vermesi önerilir.",
        "Varsayılan olarak yalnız ilk işlev çağrılır.",
        "Sistem gerekli belgeleri ister.",
        "Yönetici yeni üyeyi göreve atar.",
        "Hamur yoğrulur, şerbet üzerine dökülür ve soğuması istenir.",
        "Kasabamıza hoş geldiniz.",
        "Batum'a hoş geldiniz.",
    ],
)
def test_rules_directions_and_welcomes_tell_no_deed(text: str) -> None:
    assert not _told(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sovyet hükûmeti 3 Mart 1921'de isteği reddeder.", "refuse"),
        ("Ali Fuat Paşa isteği reddeder.", "refuse"),
        ("Vali isteği reddetti.", "refuse"),
        ("Meclis antlaşmayı kabul etmedi.", "refuse"),
        ("Lenin 1920'de 40 top gönderir.", "transfer"),
        ("Heyet 3 Mart 1921'de Batum'a geldi.", "move"),
        ("Hoş sözlerle karşılanan heyet 3 Mart 1921'de Batum'a geldi.", "move"),
    ],
)
def test_deeds_are_told_in_the_past_and_in_the_present_of_a_story(text: str, told: str) -> None:
    assert told in _told(text)


_QUESTION = "7. Aşağıdakilerden hangisi yanlıştır?\n"
_FOUR = "A) Rusya 1920'de 300 top gönderdi.\nB) Heyet Batum'a geldi.\nC) Meclis 1921'de antlaşmayı onayladı.\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (_QUESTION + _FOUR, 1),
        (_QUESTION + "\n" + _FOUR.replace("\n", "\n\n"), 1),
        ("Rusya ne gönderdi?\n\n" + _FOUR, 1),
        (_QUESTION + _FOUR.replace("A)", "a)").replace("B)", "b)").replace("C)", "c)"), 1),
        ("Which of the following is wrong?\n" + _FOUR, 1),
        (_QUESTION + _FOUR + "\n8. Hangisi doğrudur?\n" + _FOUR, 2),
        # what a text numbers with letters is its own
        ("Yardımlar şunlardır:\n" + _FOUR, 0),
        ("Neler oldu?\n" + _FOUR.replace("A)", "a)").replace("B)", "b)").replace("C)", "c)"), 0),
        (_QUESTION + "A) Rusya 1920'de 300 top gönderdi.\nB) Heyet Batum'a geldi.\n", 0),
        ("Rusya ne gönderdi? 300 top gönderdi.\n" + _FOUR, 0),
        (_QUESTION + _FOUR.replace("B)", "E)"), 0),
    ],
)
def test_options_stand_below_a_question(text: str, count: int) -> None:
    page = read_page(text.encode(), path="a.txt")
    assert len(options_of(page)) == count
    assert bool(_told(text)) == (count == 0)


@pytest.mark.parametrize(
    "text",
    [
        "Note the steps that the committee of Batum described.",
        "Mention Batum in the letter to the new governor.",
        "Use the form of the Red Crescent to send money.",
        "Sign the letter to the governor of Batum.",
        "Fix state leakage in the tests of Batum.",
        "Allow note fields in the files of the Red Crescent.",
    ],
)
def test_directions_to_the_reader_tell_no_deed(text: str) -> None:
    assert not _told(f"The page is new. {text}", "en")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sent 300 rifles to Kars in 1920.", "transfer"),
        ("The governor and the consul sent 300 rifles to Kars.", "transfer"),
        ("The report of the Red Crescent named the consul of Batum.", "appoint"),
        ("Lenin sent 300 rifles to Kars.", "transfer"),
        ("The king and the queen gave 300 rifles to Kars.", "transfer"),
        ("The consul did not sign the letter of the Red Crescent.", "sign"),
    ],
)
def test_english_deeds_are_told(text: str, told: str) -> None:
    assert told in _told(text, "en")


@pytest.mark.parametrize(
    "row",
    ["12 December 1959\tWon", "3 March 1921\tLost\tKars\t4", "Driver\tTeam\tRetired\tNotes", "7\tBatum\tSigned\t12"],
)
def test_cells_of_a_row_are_no_sentence(row: str) -> None:
    assert not _told(f"The table has the matches of Batum.\nDay\tResult\n{row}\n{row}\n", "en")


def test_a_sentence_beside_its_day_is_one() -> None:
    assert _told("8 Mart 1921\tHeyet Batum'a geldi.\n9 Mart 1921\tHeyet Kars'a gitti.\n") == ["move", "move"]


@pytest.mark.parametrize("count", [3, 40, 100, 300])
def test_a_list_that_counts_one_thing_keeps_its_language(count: int) -> None:
    text = "Rusya şunları gönderdi:\n" + "".join(f"- {at + 500} top\n" for at in range(count))
    assert language_of(text) == "tr"
    assert len(read(read_page(text.encode(), path="a.txt"), fast=True).statements) == count


def test_an_english_list_stays_english() -> None:
    assert language_of("Russia sent the following things to Turkey:\n" + "- 300 rifles\n" * 200) == "en"
