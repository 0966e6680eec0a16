"""What is known beforehand about sources: archives, newspapers, journals, the words that head or mark citations.

Comes in: nothing. Goes out: the tables under ``data/``, folded for comparison. Each row there has an example and a
source, so that a reader can judge it and add his own.
"""

from __future__ import annotations

import re
from functools import cache

from tanik.core.fold import fold
from tanik.facts.tables import rows

__all__ = [
    "archive_codes",
    "archive_pattern",
    "head_pattern",
    "is_journal",
    "is_known_newspaper",
    "is_newspaper",
    "newspaper_pattern",
    "words_of",
]


@cache
def archive_codes() -> dict[str, str]:
    """The full name of each archive by its abbreviation."""
    return {row["form"]: row["name"] for row in rows("archives.csv")}


@cache
def archive_pattern() -> re.Pattern[str]:
    """An archive's abbreviation, in capitals, as a word of its own."""
    codes = sorted(archive_codes(), key=len, reverse=True)
    return re.compile(r"(?<![\w&/])(?:" + "|".join(re.escape(code) for code in codes) + r")(?![\w-])")


@cache
def words_of(kind: str) -> frozenset[str]:
    """Folded words that show one kind of source: publisher, journal, newspaper, archive, register, court, title."""
    return frozenset(fold(row["form"]) for row in rows("source_words.csv") if row["kind"] == kind)


@cache
def head_pattern(kind: str) -> re.Pattern[str]:
    """A heading of sources (``head``) or of what comes after them (``end``), to be matched on folded text."""
    forms = sorted((fold(row["form"]) for row in rows("source_heads.csv") if row["kind"] == kind), key=len)
    return re.compile(r"\b(?:" + "|".join(re.escape(form) for form in reversed(forms)) + r")\b")


def _plain(name: str) -> str:
    return fold(name).replace("-", " ").replace("'", "")


@cache
def _newspapers() -> frozenset[str]:
    return frozenset(_plain(row["name"]) for row in rows("newspapers.csv"))


@cache
def _journals() -> frozenset[str]:
    return frozenset(_plain(row["name"]) for row in rows("journals.csv"))


@cache
def newspaper_pattern() -> re.Pattern[str]:
    """A known newspaper's name and a comma, to be searched on folded text right before the date of an issue."""
    forms = sorted((fold(row["name"]) for row in rows("newspapers.csv")), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(form) for form in forms) + r"),\s*$")


def is_newspaper(name: str) -> bool:
    """Whether `name` is a newspaper's, by the table or by the word that follows it.

    >>> is_newspaper("Hâkimiyet-i Milliye"), is_newspaper("Sakarya gazetesi"), is_newspaper("Kadro")
    (True, True, False)
    """
    words = _plain(name.strip(' .,“”"«»')).replace('"', "").split()
    return bool(words) and (" ".join(words) in _newspapers() or words[-1] in words_of("newspaper"))


def is_known_newspaper(name: str) -> bool:
    """Whether the table of newspapers has `name`.

    >>> is_known_newspaper("Takvim-i Vekayi"), is_known_newspaper("Sakarya gazetesi")
    (True, False)
    """
    return _plain(name.strip(' .,“”"«»')) in _newspapers()


def is_journal(name: str) -> bool:
    """Whether `name` is a journal's, by the table or by a word in it (mecmua, review).

    >>> is_journal("Resimli Tarih Mecmuası"), is_journal("Tarih ve Toplum"), is_journal("Vakit")
    (True, True, False)
    """
    words = _plain(name.strip(' .,“”"«»')).replace('"', "").split()
    return " ".join(words) in _journals() or not words_of("journal").isdisjoint(words)
