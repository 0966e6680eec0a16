"""Adverbs and adverbial idioms of several words, which stand between noun phrases and are part of none.

Comes in: the words of a clause without its predicate. Goes out: for the first word of each such stretch its last one.
Of "tarlayı tek başına peşin paraya sattı" nobody is "tek başı", and of "köy köy asker topladı" no village gathers: what
the dictionary marks as an adverb (TDK Türkçe Sözlük, zf.) and a noun said twice (Göksel & Kerslake 2005, 9.2 and
16.2) tell how, and never who or what. A word that also describes ("peşin para") is an adverb before the verb and before
what a number or a determiner opens.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.words import Word, written_of
from tanik.facts.statements.syntax.clauselet import Clauselet

__all__ = ["adverbials"]

# what is thought of something is an adjective before these: "mahkeme tüccarı haklı buldu" (GK 24.4.6, 14.3.7)
_JUDGING: Final = ("bul", "gor", "say")
_SHORTEST: Final = 3
_SHARE: Final = re.compile(r"(?:bir|iki|uc|dord|bes|alti|yedi|sekiz|dokuz|on|yuz|bin)s?[ae]r")


def adverbials(clause: Clauselet, low: int, high: int) -> Mapping[int, int]:
    """First and last word of each adverbial between words `low` and `high`, the latter left out."""
    found: dict[int, int] = {}
    index = low
    while index < high:
        last = _last_of(clause, low, index, high)
        if last is not None:
            found[index] = last
            index = last
        index += 1
    return found


def _last_of(clause: Clauselet, low: int, index: int, high: int) -> int | None:
    """The last word of the adverbial that begins with word `index`; None where none does."""
    words = clause.words
    word = words[index]
    if word.is_mark or word.name is not None:
        return None
    for form in _idioms().get(word.folded, ()):
        end = index + len(form)
        if end <= high and tuple(one.folded for one in words[index:end]) == form:
            return end - 1 if all(one.name is None for one in words[index:end]) else None
    if index + 1 < high and (clause.is_time(index, index + 1) or _is_twice(word, words[index + 1])):
        return index + 1
    alone = index > low and word.folded in phrases("manners") and _tells_how(words, index, high)
    return index if alone or (index > low and index + 1 == high and _is_judgment(clause, index)) else None


def _is_twice(word: Word, after: Word) -> bool:
    """Whether a word is said twice, or two numerals of shares: "kapı kapı", "birer ikişer" (GK 15.7)."""
    if word.folded.endswith(("ar", "er")) and _SHARE.fullmatch(word.folded) and _SHARE.fullmatch(after.folded):
        return True
    same = word.folded == after.folded and len(word.folded) >= _SHORTEST and word.folded.isalpha()
    return same and word.amount is None and after.name is None and after.amount is None


def _tells_how(words: Sequence[Word], index: int, high: int) -> bool:
    """Whether a word that may also describe a noun has none behind it: "peşin sattı", "toptan 4.000 lira".

    What ends in -ce tells how also before a name: "gizlice Ankara'ya yolladı" (GK 8.3.2).
    """
    after = words[index + 1] if index + 1 < high else None
    if after is None or after.is_mark or after.amount is not None or after.folded in phrases("determiners"):
        return True
    return after.name is not None and words[index].folded.endswith(("ce", "ca"))


def _is_judgment(clause: Clauselet, index: int) -> bool:
    """Whether the word before a verb of judging is an adjective: "haklı buldu"."""
    if index + 1 >= len(clause.words) or not clause.words[index + 1].folded.startswith(_JUDGING):
        return False
    word = clause.words[index]
    plain = word.amount is None and clause.describes_plainly(index)
    return plain and not noun_of(written_of(clause.text, word)).bare_noun


@cache
def _idioms() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The adverbials of the table by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(phrases("adverbials"), key=lambda form: (-len(form.split()), form)):
        found.setdefault(form.split()[0], []).append(tuple(form.split()))
    return {first: tuple(forms) for first, forms in found.items()}
