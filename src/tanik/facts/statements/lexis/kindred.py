"""Words of Azerbaijani's closed classes as the Turkish words that they are.

Comes in: the words of a sentence of an Azerbaijani page. Goes out: the same words; conjunctions, postpositions,
adverbs and pronouns are looked up as the Turkish ones of the same use, forms of verbs with Turkish endings. What such a
word does in a clause ("qədər" as "kadar") is a rule of the grammar that both languages share (Ergin, Azeri Türkçesi,
1981), so that no rule has to know both words. Stems stay as they are: nouns and verbs have tables of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.core.kindred import kindred_readings, latin_of
from tanik.core.morph import readings
from tanik.core.tables import read_rows
from tanik.facts.statements.lexis.nouns import kindred_noun
from tanik.facts.statements.lexis.words import Word

__all__ = ["with_kindred"]

# forms of a verb that no noun can have: the object of a noun in a vowel ends in "-ni", never in "-yi" (Qurbanov, Müasir
# Azərbaycan dili, 2003)
_ENDINGS: Final = (
    (re.compile(r"(?<=[a-z]{2}[dt])([iu])y([iu]n?(?:[iuae]|d[ae]n?)?)$"), r"\1g\2"),
    (re.compile(r"(?<=[a-z])([ae])c([ae])y([iu]n?(?:[iuae]|d[ae]n?)?)$"), r"\1c\2g\3"),
    (re.compile(r"(?<=[a-z]{2}[dt])([iu])kd([ae]n?)$"), r"\1kt\2"),
)
_ORDINAL: Final = re.compile(r"^\d+-c[iu]$")  # "1929-cu ilə qədər" is to the year, not with it
# "-dək" behind a dative is until, as "kadar" is (Qurbanov, Müasir Azərbaycan dili, 2003)
_UNTIL: Final = re.compile(r"[a-z]{2}[ae]d[ae]k$")
_PASSED: Final = re.compile(r"(?:[aeiu]|d[ae]n)$")  # an accusative, dative or ablative, which numerals only look like
_NUMERALS: Final = frozenset(("iki", "alti", "yeddi", "iyirmi", "elli"))
_WHEN: Final = re.compile(r"(?<=[a-z]{2})[ae]nd[ae]$")
_AS: Final = re.compile(r"(?<=[a-z]{2})[dt][iu]kd[ae]$")  # "girdikdə"; "yastıqda" is on a pillow
_TO_DO: Final = re.compile(r"(?<=[a-z]{2})m[ae]g[aeiu]$")
# "bundan əlavə", "bundan başqa": behind an ablative each is the postposition "besides"
_BESIDES: Final = frozenset(("elave", "baska", "savayi"))
_FROM: Final = re.compile(r"d[ae]n$")


def with_kindred(words: Sequence[Word], text: str) -> tuple[Word, ...]:
    """The words with those of the table looked up in Turkish; where they stand in `text` does not change.

    >>> from tanik.facts.statements.lexis.words import Word
    >>> with_kindred([Word(0, 5, "qədər", "keder")], "qədər")[0].folded
    'kadar'
    """
    before = ("", *(word.folded for word in words))
    after = (*words[1:], None)
    return tuple(
        _kindred(word, last, text, follows=next_) for word, last, next_ in zip(words, before, after, strict=False)
    )


def _kindred(word: Word, before: str, text: str, *, follows: Word | None) -> Word:
    if word.is_mark or word.quoted or not (word.name is word.amount is word.date is None):
        return word
    turkish = None if _ORDINAL.search(before) else _table().get(latin_of(text[word.start : word.end]))
    turkish = turkish or _by_place(word, before, text, follows=follows)
    if turkish is not None:
        return replace(word, lower=lower_turkish(turkish), folded=fold(turkish))
    ended = _ended(word.folded, text[word.start : word.end])
    return word if ended == word.folded else replace(word, folded=ended)


def _by_place(word: Word, before: str, text: str, *, follows: Word | None) -> str | None:
    """The Turkish word that a word is where it stands: "keçmiş" eski, "ildən başlayaraq" itibaren."""
    found = "başka" if word.folded in _BESIDES and _FROM.search(before) else None
    found = "itibaren" if word.folded == "baslayarak" and _FROM.search(before) else found
    found = "eski" if word.folded == "kecmis" and _is_former(before, follows) else found
    found = "alən" if word.folded == "alan" else found  # who takes: Azerbaijani calls no field so
    until = found is None and _UNTIL.search(word.folded) and not readings(text[word.start : word.end])
    return "kadar" if until else found


def _is_former(before: str, follows: Word | None) -> bool:
    """Whether "keçmiş" says what someone was ("bir qrup keçmiş zabit"): nothing that was passed stands before it."""
    passed = _PASSED.search(before) is not None and before not in _NUMERALS
    return not passed and follows is not None and not follows.is_mark and follows.folded not in ("ve", "ise")


def _ended(folded: str, written: str) -> str:
    """A folded word with the verb's ending as Turkish writes it: "gəldiyi" geldiği, "gələndə" gelince."""
    if _AS.search(folded) and (_is_deed(written, "PastPart") or not kindred_readings(written)):
        return _AS.sub("inca", folded)
    for ending, turkish in _ENDINGS:
        if ending.search(folded):
            return ending.sub(turkish, folded)
    if _WHEN.search(folded) and (_is_deed(written, "PresPart") or _is_unread(folded, written)):
        return _WHEN.sub("inca", folded)
    if _TO_DO.search(folded) and _is_deed(f"{latin_of(written)[:-2]}y{written[-1]}", "ActN"):
        return f"{folded[:-2]}y{folded[-1]}"  # "yazmağa"; "barmağa" is to the finger
    return folded


def _is_unread(folded: str, written: str) -> bool:
    """Whether no dictionary and no table has a word in small letters: "qayıdanda" is then no noun's locative."""
    return written.islower() and kindred_noun(folded) is None and not kindred_readings(written)


def _is_deed(written: str, mark: str) -> bool:
    """Whether the dictionary reads a word as a form of a verb alone; "meydanda" is none."""
    found = kindred_readings(written)
    return bool(found) and all(mark in one.marks or one.part == "Verb" for one in found)


@cache
def _table() -> dict[str, str]:
    rows = read_rows("tanik.facts", "kindred_words.csv")
    return {row["azerbaijani"]: row["turkish"] for row in rows}
