"""What is said to people where something is asked wrongly, and in which language."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import click
import pytest

from tanik.cli.main import command
from tanik.cli.options import Day
from tanik.core.fold import fold
from tanik.errors import LibraryError
from tanik.library.collections import known_collections
from tanik.library.schema import clear_errors
from tanik.library.search import _place


@pytest.mark.parametrize("wrong", ["2026-13-01", "2026-02-30", "23.04.2026", "bugün", "20260423", ""])
def test_what_is_no_day_is_refused_with_an_example(wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TANIK_LANG", "tr")
    with pytest.raises(click.BadParameter, match="YYYY-AA-GG"):
        Day().convert(wrong, None, None)


def test_a_day_is_read() -> None:
    assert Day().convert("2026-04-23", None, None) == date(2026, 4, 23)


def test_every_collection_tells_its_licence_in_turkish() -> None:
    assert all(collection.licence_tr for collection in known_collections().values())


@pytest.mark.parametrize("said", ["disk I/O error", "database or disk is full", "unable to open database file"])
def test_an_unusable_catalogue_says_what_to_do(said: str) -> None:
    with pytest.raises(LibraryError, match=f"{said}; .*(?:see that|make room)"), clear_errors(Path("kitaplik")):
        raise sqlite3.OperationalError(said)


@pytest.mark.parametrize(
    ("words", "shown"),
    [("yol", "yol"), ("telgraf", "telgraf"), ("telgraf yol", "telgraf"), ("telg", "telgrafhane"), ("yok", "")],
)
def test_a_search_shows_the_word_as_it_was_typed(words: str, shown: str) -> None:
    text = fold("Yolcular telgrafhaneye gitti, telgraf geldi; yol açıldı.")
    start, end = _place(text, words)
    assert text[start:end].startswith(shown)
    assert (end > start) == bool(shown)


@pytest.mark.parametrize(
    ("typed", "lang", "wanted"),
    [
        ("chek", "en", "Did you mean 'check'?"),
        ("liberary", "tr", "'library' mi demek istediniz?"),
        ("verfy", "tr", "'verify' mi demek istediniz?"),
    ],
)
def test_a_mistyped_command_is_guessed(typed: str, lang: str, wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TANIK_LANG", lang)
    with pytest.raises(click.UsageError) as told:
        command.main([typed], standalone_mode=False)
    assert wanted in told.value.message


def test_a_command_like_no_other_is_not_guessed() -> None:
    with pytest.raises(click.UsageError) as told:
        command.main(["zzz"], standalone_mode=False)
    assert "?" not in told.value.message
