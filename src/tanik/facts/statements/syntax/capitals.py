"""Names of works and companies that no table has, as their capitals show them.

Comes in: the words of a clause behind a name. Goes out: whether they belong to it. "Bozkır Yün İpliği Fabrikası" and
"Ege Tütün T.A.Ş." are one name each, though only the town is known: every word of such a name has a capital, and its
head is the possessed noun of an izafet or the short form for a company (TDK Yazım Kılavuzu, büyük harfler).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.core.morph import readings
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.lexis.words import Word

__all__ = ["goes_on_as_name", "goes_on_past_place", "is_of_family", "is_route", "marked_names"]

_LONGEST: Final = 7  # words behind the town, each letter of "T.A.Ş." one
_LONGEST_MARKED: Final = 12
_JOINING: Final = frozenset(("ve", "ile", "i", "u"))
_RESPECT: Final = frozenset(("bey", "efendi", "aga", "pasa", "hanim", "celebi", "reis", "hoca"))
_OF_FAMILY: Final = re.compile(r"[a-z]{2}(?:z[ae]d[ae]|og(?:lu|ullarindan)|gillerden)$")
_APOSTROPHE: Final = re.compile("['’‘ʼ]")
_COMPANIES: Final = ("as", "tas", "as.", "a.s", "t.a.s", "ltd", "sti", "kumpanya")


def goes_on_as_name(words: Sequence[Word], index: int, text: str) -> bool:
    """Whether words from `index` on, all with capitals, end in what makes them and the name before them one name.

    >>> goes_on_as_name((), 0, "")
    False
    """
    letters = ""
    for at, word in enumerate(words[index : index + _LONGEST]):
        known = word.name is not None or word.date is not None or word.amount is not None
        if known or not text[word.start : word.start + 1].isupper():
            return False
        letters = letters + word.folded if len(word.folded) == 1 else ""
        # one word alone is read as every other: "Konya Lisesi", "Halil Bey Çiftliği"
        if letters in _COMPANIES or word.folded in _COMPANIES or (at and _is_possessed(word)):
            return True
    return False


def goes_on_past_place(words: Sequence[Word], index: int, text: str, facts: Facts) -> bool:
    """Whether the name of a body before word `index` goes on over a place to what it has there: "Sümerbank Nazilli
    Fabrikası". Its head stands in the nominative: "Sümerbank Nazilli Fabrikası'nı açtı" are two.

    >>> goes_on_past_place((), 0, "", Facts())
    False
    """
    if not 0 < index < len(words) - 1 or words[index - 1].name is None or words[index].name is None:
        return False
    kinds = [facts.names[words[at].name or 0].kind for at in (index - 1, index)]
    if kinds != [NameKind.ORGANISATION, NameKind.PLACE]:
        return False
    for word in words[index + 1 : index + 1 + _LONGEST]:
        known = word.name is not None or word.date is not None or word.amount is not None
        if known or not text[word.start : word.start + 1].isupper():
            return False
        if _is_possessed(word):
            return not _APOSTROPHE.search(word.lower)
    return False


def is_of_family(before: Word, word: Word, text: str, facts: Facts) -> bool:
    """Whether a family stands before its man, as it did before there were surnames: "Kocabeyzade Ahmet Bey".

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> is_of_family(plain_word("kocabeyzade"), plain_word("geldi"), "kocabeyzade geldi", Facts())
    False
    """
    name = facts.names[word.name] if word.name is not None else None
    # "Köroğlu Ayvaz'ı kaçırdı": two men; with a word of respect behind it the second is the first's own name
    person = name is not None and name.kind is NameKind.PERSON and fold_word(name.text).split()[-1] in _RESPECT
    return person and text[before.start : before.start + 1].isupper() and _OF_FAMILY.search(before.folded) is not None


def is_route(word: Word, text: str) -> bool:
    """Whether a word is two names with a dash between them, neither of which it is: "Samsun-Amasya hattı"."""
    first, _, second = text[word.start : word.end].partition("-")
    return first[:1].isupper() and second[:1].isupper()


def marked_names(words: Sequence[Word], low: int, high: int, text: str) -> Iterator[tuple[int, int]]:
    """The opening and closing marks of names that stand in marks between two words: “Bozkır Yün Şirketi”.

    Every word of such a name has a capital but the small ones that join (TDK Yazım Kılavuzu, tırnak işareti).
    """
    marks = [index for index in range(low, high) if words[index].folded == '"']
    while len(marks) > 1:
        opening, closing = marks[:2]
        inside = words[opening + 1 : closing]
        named = 0 < len(inside) <= _LONGEST_MARKED and all(_is_capital(word, text) for word in inside)
        if named and inside[0].folded not in _JOINING:
            yield opening, closing
        marks = marks[2 if named else 1 :]


def _is_capital(word: Word, text: str) -> bool:
    small = word.folded in _JOINING
    return not (word.is_mark or word.quoted) and (small or text[word.start : word.start + 1].isupper())


def _is_possessed(word: Word) -> bool:
    written = word.lower.replace("’", "'")
    return any(one.possessive and one.part == "Noun" for one in readings(written))
