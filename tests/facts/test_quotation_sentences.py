"""Sentences of our own: the subject that the grammar fixes, and the kind of text that the words around name.

What the six forms are: *direct* is what a mouth said to somebody, also to a reporter, a judge or in a memoir's scene;
*speech* what was said to an assembly, from a stand or over a glass; *letter* what was written to one person; *telegram*
what went by wire; *proverb* what nobody in particular says; *document* every other written text.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tanik.core.fold import fold
from tanik.facts.model import Quotation
from tanik.facts.read import read as read_facts
from tanik.page.read import read

_HELD = tomllib.loads((Path(__file__).parent / "quotation_sentences.toml").read_text(encoding="utf-8"))
# What no rule reaches: a saying of a whole village, and a nurse who speaks in a surgeon's memoirs.
_FORMS_MISSED = 2


def _quotations(text: str) -> tuple[str, tuple[Quotation, ...]]:
    page = read(f"{text}\n".encode(), path="a.txt")
    return page.text, read_facts(page).quotations


def _words(name: str | None) -> frozenset[str]:
    return frozenset(word[:6] for word in fold(name or "").replace("’", " ").split())


@pytest.mark.parametrize(("text", "speaker"), _HELD["speakers"])
def test_the_grammar_names_the_speaker(text: str, speaker: str) -> None:
    _, found = _quotations(text)
    want, got = _words(speaker), _words(found[0].speaker)
    assert got
    assert want <= got or got <= want


def test_forms_of_sentences() -> None:
    wrong = []
    for text, words, form in _HELD["forms"]:
        held, found = _quotations(text)
        at = held.index(words)
        if [str(one.form) for one in found if one.span.start <= at < one.span.end] != [form]:
            wrong.append(text)
    assert len(_HELD["forms"]) > 60
    assert len(wrong) <= _FORMS_MISSED, wrong


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Nuri Bey kapıdaydı. “Hesap açık, söz kapalı” diye bağırdı, Selim Bey sustu.", "Nuri Bey"),
        ("Nuri Bey “hesap açık, söz kapalı” diyerek Selim Bey'i susturdu.", "Nuri Bey"),
        ("Nuri Bey, “hesap açık, söz kapalı” deyince Selim Bey güldü.", "Nuri Bey"),
        ("Nuri Bey “hesap açık, söz kapalı” diye yazdığı mektubu Selim Bey'e verdi.", "Nuri Bey"),
        ("Nuri Bey, Selim Bey'in evinde “hesap açık, söz kapalı” dedi.", "Nuri Bey"),
        ("Nuri Bey, Selim Bey'le konuştu. “Hesap açık, söz kapalı” dedi.", "Nuri Bey"),
        ("Nuri Bey “hesap açık, söz kapalı” diyen mektubu Selim Bey'e gösterdi.", "Nuri Bey"),
    ],
)
def test_a_subject_before_the_words_stays_the_speaker(text: str, speaker: str) -> None:
    _, found = _quotations(text)
    assert found[0].speaker == speaker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Fuat Bey ise o mektupta "Yol kapanmamalıydı" der.', ["Yol kapanmamalıydı"]),
        ('Fuat Bey ona "Deli Kemal" der.', []),
        ('Köylüler bu dereye "Kanlı Dere" der.', []),
        ("Odanın yazısında “Eğim ölçülmemiştir” ifadesi vardı.", ["Eğim ölçülmemiştir"]),
    ],
)
def test_two_words_between_verbs_of_saying(text: str, words: list[str]) -> None:
    assert [one.text for one in _quotations(text)[1]] == words


@pytest.mark.parametrize(
    "text",
    [
        "Mesele şöyle ki: köprüyü 1931'de ahali yaptı ve kimse para almadı.",
        "Şu da var ki: köprüyü 1931'de ahali yaptı ve kimse para almadı.",
        "“bu köprüyü kim yaptı o zaman?” diye sormamıza yol açan yazıdır.",
        "Soldaki kişinin “kasabanın ilk valisi” olduğu tezi uydurmadır.",
    ],
)
def test_what_the_writer_goes_on_with_or_says_a_thing_to_be_is_nobody_s_words(text: str) -> None:
    assert _quotations(text)[1] == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Vali dedi ki: köprüyü bu yıl yapacağız, parası hazır.", "köprüyü bu yıl"),
        ("Son sözünün “Beni köprüye gömün” olduğu söylenir.", "Beni köprüye gömün"),
    ],
)
def test_words_like_these_that_somebody_said_stay_quoted(text: str, words: str) -> None:
    assert _quotations(text)[1][0].text.startswith(words)


def test_a_claim_in_marks_and_what_stands_below_a_picture_are_nobody_s_words() -> None:
    assert _quotations("Dernek “valinin köprüyü kendi parasıyla yaptırdığı” iddiasını inceledi.")[1] == ()
    page = "Paylaşılan fotoğraf şu şekilde:\n\nRıza Bey tarafından 1931 yılında çekilen kare hakkındaki söz yanlış.\n"
    assert _quotations(page)[1] == ()
    said = "Vali sonunda şöyle dedi:\n\nKöprü bu yıl bitecek, parası da sandıkta hazır duruyor beyler.\n"
    assert len(_quotations(said)[1]) == 1
