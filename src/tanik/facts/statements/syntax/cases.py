"""The case that one word stands in, by its letters.

Comes in: a word, with the name that stands on it or alone. Goes out: its likeliest case. What the words around it make
of it is asked where phrases are cut.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from tanik.core.kindred import kindred_word, latin_of
from tanik.core.morph import case_of, readings
from tanik.core.suffixes import Case, read_ending
from tanik.core.tables import read_rows
from tanik.facts.model import Name
from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.lexis.nouns import is_kindred_alone, kindred_adjectives, kindred_noun, of_others
from tanik.facts.statements.lexis.words import Word

__all__ = ["GENITIVE", "INITIALS", "NAME_GENITIVE", "is_latin", "likely_case", "suffix_case"]

GENITIVE: Final = re.compile(r"(?<=.{3})(?:(?<=[aeıioöuü])n)?[ıiuü]n$")
"""The ending of a common noun in small letters that stands in the genitive."""
NAME_GENITIVE: Final = re.compile(r"['’‘ʼ`´]n?[iu]n$")
"""The same of a folded name, behind its apostrophe."""

# "BDU-nun", "SSRİ-yə": behind initials Azerbaijani puts a hyphen before the ending (Orfoqrafiya qaydaları, 2019)
INITIALS: Final = re.compile(r"[A-ZÇƏĞİÖŞÜ]{2,}-([^\W\d_]{1,4})")
_OF_MANY: Final = re.compile(r"[a-z]{3}l[ae]r[iu]n$")  # "deputatların": of a noun that no dictionary has
# "valideynlərimi", "evimizi", "kəndimizə": whose they are, then the case (Qurbanov, Müasir Azərbaycan dili, 2003)
_OUR: Final = (
    (re.compile(r"[a-z]{3}(?:l[ae]r[iu]m|[iu]m[iu]z)[iu]$"), Case.ACCUSATIVE),
    (re.compile(r"[a-z]{3}(?:l[ae]r[iu]m|[iu]m[iu]z)[ae]$"), Case.DATIVE),
    (re.compile(r"[a-z]{3}(?:l[ae]r[iu]m|[iu]m[iu]z)[iu]n$"), Case.GENITIVE),
)
# "bolşeviklərə": behind the plural, and behind "-lik", nothing but a case begins so
_OF_SEVERAL: Final = (
    (re.compile(r"[a-z]{3}l[ae]r[ae]$"), Case.DATIVE),
    (re.compile(r"[a-z]{3}l[iu]y[ae]$"), Case.DATIVE),  # "fəhləliyə", of "fəhləlik"
    (re.compile(r"[a-z]{3}l[ae]rd[ae]$"), Case.LOCATIVE),
    (re.compile(r"[a-z]{3}l[ae]rd[ae]n$"), Case.ABLATIVE),
)
# "bankadaki hesabına yatırıldı" is no "for", and "komandan" is no "from the copper pail"
_LOOK_ALIKE: Final = {"hesabina": Case.DATIVE, "komandan": Case.NOMINATIVE, "defe": Case.NOMINATIVE}
_RELATIVE: Final = re.compile(r"(?:[dt][iu]|[ae]c[ae])g[iu]$")
_THEY_DID: Final = re.compile(r"(?:[dt][iu]|[ae]c[ae])kl[ae]r[iu]$")
_ONLY_BARE: Final = frozenset((Case.NOMINATIVE,))
_KINDRED_OBJECT: Final = re.compile(r"[a-z]{2}[aeiou]n[iu]$")


def suffix_case(word: Word, name: Name, text: str) -> Case:
    """The case that the letters after a name give it."""
    suffix = text[name.span.end : word.end].lstrip("'’‘ʼ`´?\"”» ")
    # "Kızılhaç|ı'nın": its ending stands behind the apostrophe
    suffix = suffix[max(map(suffix.rfind, "'’‘ʼ`´")) + 1 :]
    read = read_ending(suffix if suffix.isascii() or is_latin(suffix) else fold_word(suffix)) if suffix else None
    return read[0] if read else Case.NOMINATIVE


@lru_cache(maxsize=1 << 15)
def likely_case(written: str, folded: str) -> Case:
    """The likeliest case of a common noun: a page says the same words again.

    Where every reading has one case it is that, though the noun be one made of a verb ("kapanışta", GK 8.5.2).
    """
    if (certain := _certain(written, folded)) is not None:
        return certain
    if not is_latin(written) or _is_sure(written, folded):
        # "erməni": the dictionary knows the people with a capital alone
        kindred = None if folded in _peoples() else kindred_noun(folded)
        told = _ONLY_BARE if folded in _peoples() else kindred.cases if kindred is not None else None
        if told is not None:
            # "şəhəri" may be either, as "şehri" may: the clause decides
            return next(iter(told)) if len(told) == 1 else Case.NOMINATIVE
        spelled = kindred_word(written)
        if spelled is None and (owned := _unlisted(folded)) is not None:
            return owned
        written = spelled or folded
    else:
        written = kindred_word(written) or written  # "başqa": letters of Turkish but for one
    likely = case_of(written)
    if likely is Case.NOMINATIVE:
        found = of_others(readings(written))
        # "binayı" is of a building: of a man called Binay it would have a capital letter
        common = [one for one in found if not one.proper] if written.islower() else []
        cases = {one.case for one in common or found}
        of_many = not cases and _OF_MANY.search(folded) is not None
        return Case.GENITIVE if of_many else cases.pop() if len(cases) == 1 else likely
    if likely is Case.DATIVE and _is_deed(written):
        return Case.NOMINATIVE
    return likely


def _is_sure(written: str, folded: str) -> bool:
    """Whether a word in letters of Turkish is a noun of Azerbaijani that Turkish lacks: "qoşun", "iclasda"."""
    kindred = kindred_noun(folded) if is_kindred_alone(written) else None
    return kindred is not None


def _certain(written: str, folded: str) -> Case | None:
    """The case of initials with a hyphen, and of a word that the dictionary has as another."""
    if folded in _LOOK_ALIKE:
        return _LOOK_ALIKE[folded]
    if _RELATIVE.search(folded) and fold_word(written) != folded:
        return Case.NOMINATIVE  # "etdiyi", looked up as "ettiği", describes; the object is "etdiyini"
    if _is_what_they_did(written, folded):
        return Case.NOMINATIVE
    latin = latin_of(written)
    if latin == "bəyin" or latin in kindred_adjectives():
        return Case.GENITIVE if latin == "bəyin" else Case.NOMINATIVE  # "bəyin" is of the bey, and no brain
    initials = INITIALS.fullmatch(written) if "-" in folded else None
    read = read_ending(fold_word(initials[1])) if initials is not None else None
    return read[0] if read is not None else None


@cache
def _peoples() -> frozenset[str]:
    return frozenset(fold_word(row["form"]) for row in read_rows("tanik.facts", "peoples.csv"))


def _unlisted(folded: str) -> Case | None:
    """The case of a noun of Azerbaijani that no dictionary has, where its ending leaves no choice."""
    ours = next((case for ending, case in _OUR if ending.search(folded)), None)
    ours = ours or next((case for ending, case in _OF_SEVERAL if ending.search(folded)), None)
    # behind a vowel "-ni" is no possessive in Azerbaijani
    return ours or (Case.ACCUSATIVE if _KINDRED_OBJECT.search(folded) else None)


def _is_what_they_did(written: str, folded: str) -> bool:
    """Whether a word describes by what several did: "verdikleri para"; the object is "verdiklerini" (GK 25.1)."""
    if _THEY_DID.search(folded) is None:
        return False
    return any(one.part == "Verb" and one.possessive and one.case is Case.NOMINATIVE for one in readings(written))


def _is_deed(written: str) -> bool:
    """Whether a word is the noun of a deed ("arama", GK 8.5.2) before it is "to Aram" or "to my gap" (ara-m-a).

    Behind a name stands an apostrophe, and whom a page tells of is no "my".
    """
    found = readings(written)
    deed = any(one.marks[-1:] == ("ActN",) for one in found)  # "koruma", "korunma"
    return deed and all(one.proper or "P1sg" in one.marks for one in found if one.case is Case.DATIVE)


_OTHER_LETTERS: Final = re.compile("[\u0400-\u04ffəƏ]")


@lru_cache(maxsize=1 << 14)
def is_latin(word: str) -> bool:
    """Whether a word is written in the letters of Turkish: Azerbaijani "ə" is its "e", and was once Cyrillic."""
    return _OTHER_LETTERS.search(word) is None
