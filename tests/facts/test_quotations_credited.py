"""Whom a block of words names below or in its last line: he speaks, and the line is no part of what he said."""

from __future__ import annotations

import pytest

from tanik.core.span import Span
from tanik.facts.quotations.credits import credited
from tanik.facts.read import read as read_facts
from tanik.page.read import read

_LEAD = (
    "Kasabanın girişindeki taşta iki söz okunur, ikisini de çocuklar ezbere bilir ve her bayram yüksek sesle söylerler."
)
_CREDITS = (
    "Yol açıldı.\n— Ali Bey, Hatıralar",
    "Yol açıldı.\n– Mustafa Kemal, İnebolu, 1921",
    "Yol açıldı.\n-- Halide Edib",
    "Yol açıldı. — Hafız Osman",
    "“Yol açıldı.” — Hafız Osman",
    "Yol açıldı\n— Ali Bey (1921)",
    "Yol açıldı.\n\n— Falih Rıfkı Atay, Çankaya, s. 12",
    "> Yol açıldı.\n> — Ali Bey",
    "Yol açıldı!\n― Köroğlu",
    "Road open.\n— Clara Whitcombe, letter of 1917",
)
_TALK = (
    "— Nereye gidiyorsun?\n— Denize, dedi.",
    "Yol açıldı.\n— Kim dedi?",
    "Yol açıldı — Ali Bey söyledi.",
    "Yol açıldı, Ali Bey\nHatıralar",
    "— Ali Bey geldi",
    "Yol açıldı.\n— ve kapandı",
    "Yol açıldı.\n— 1921",
    "Sevgili kardeşim,\nYol açıldı.\nCemal",
    "Yol açıldı.\n- elma\n- armut",
    "Yol 1919 — 1922 arasında açıldı.",
)
# (what stands in the blockquote, its words, its speaker)
_BLOCKS = (
    ("<p>Gözüm yolda.</p><p>— Mustafa Kemal, İnebolu</p>", "Gözüm yolda.", "Mustafa Kemal Atatürk"),
    ("<p>Gözüm yolda.</p><footer>— Mustafa Kemal, İnebolu</footer>", "Gözüm yolda.", "Mustafa Kemal Atatürk"),
    ("<p>Gözüm yolda.</p><cite>Hafız Osman</cite>", "Gözüm yolda.", "Hafız Osman"),
    ("Gözüm yolda. <cite>Hafız Osman</cite>", "Gözüm yolda.", "Hafız Osman"),
    ("“Gözüm yolda.” — Hafız Osman", "Gözüm yolda.", "Hafız Osman"),
)
_LETTERS = (
    ("Gazi Mustafa Kemal Atatürk\nCumhurbaşkanı", "Mustafa Kemal Atatürk"),
    ("Hasan Saka\nİktisat Vekili", "Hasan Saka"),
    ("İktisat Vekili\nHasan Saka", "Hasan Saka"),
    ("Rıza Tekin\nMerzifon Kaymakamı\nMerzifon, 12 Mart 1931", "Rıza Tekin"),
    ("Nermin", "Nermin"),
)


@pytest.mark.parametrize("words", _CREDITS)
def test_a_credit_is_no_part_of_the_words(words: str) -> None:
    assert credited(words, Span(0, len(words))).of(words).strip("“”> ").rstrip(".!") in ("Yol açıldı", "Road open")


@pytest.mark.parametrize("words", _TALK)
def test_talk_and_signatures_stay(words: str) -> None:
    assert credited(words, Span(0, len(words))) == Span(0, len(words))


@pytest.mark.parametrize(("block", "words", "speaker"), _BLOCKS)
def test_a_block_is_spoken_by_whom_it_credits(block: str, words: str, speaker: str) -> None:
    html = f"<html><body><article><h1>Taş</h1><p>{_LEAD}</p><blockquote>{block}</blockquote><p>{_LEAD}</p></article>"
    (found,) = read_facts(read(html.encode(), path="tas.html"), fast=True).quotations
    assert (found.text, found.speaker) == (words, speaker)


@pytest.mark.parametrize(("signature", "speaker"), _LETTERS)
def test_a_letter_is_its_signatorys(signature: str, speaker: str) -> None:
    text = f"{_LEAD}\n\nMektubun metni şöyledir:\n\n“Sayın Reis,\nİşlerim izin vermedi.\n{signature}”\n\n{_LEAD}"
    (found,) = read_facts(read(text.encode(), path="mektup.txt"), fast=True).quotations
    assert found.speaker == speaker


@pytest.mark.parametrize(
    ("opening", "form"),
    [
        ("Osmancığım, yol açıldı diye sevinme. Kar yine bastırdı, köprü de yıkıldı.", "letter"),
        ("Hemşirem, yol açıldı diye sevinme. Kar yine bastırdı, köprü de yıkıldı.", "letter"),
        ("Çocuklar, yol açıldı diye sevinme. Kar yine bastırdı, köprü de yıkıldı.", "direct"),
    ],
)
def test_who_is_addressed_as_dear_reads_a_letter(opening: str, form: str) -> None:
    page = f"<article><h1>Sandık</h1><p>Sandıktan bir kâğıt çıktı.</p><blockquote><p>{opening}</p></blockquote>"
    (found,) = read_facts(read(f"{page}</article>".encode(), path="a.html"), fast=True).quotations
    assert found.form == form
