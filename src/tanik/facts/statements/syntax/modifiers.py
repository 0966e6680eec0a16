"""Words before a noun that tell by themselves whether a phrase goes on with them.

Comes in: one word or two. Goes out: whether an adjective among the determiners has another before it, whether a plural
is what the plural before it acts on, whether a word is an ordinal (Göksel & Kerslake 2005, 10.2, 15.7, 15.10).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.kindred import kindred_readings
from tanik.core.suffixes import Case
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = [
    "BEFORE_AND_AFTER",
    "OF_SEVERAL",
    "PRONOUNS",
    "TOGETHER",
    "WITH",
    "goes_with",
    "is_deed",
    "is_ordinal",
    "is_owned_there",
    "is_participle",
    "is_people_of",
    "is_several",
]

_PRONOUNS: Final = {
    Case.ACCUSATIVE: "onu bunu sunu onlari bunlari kendisini kendini beni seni bizi sizi otekini oburunu",
    Case.DATIVE: "ona buna suna onlara bunlara kendisine bize bana sana size otekine oburune",
    Case.GENITIVE: "onun bunun sunun onlarin bunlarin bizim benim sizin senin otekinin oburunun",
    Case.INSTRUMENTAL: "onunla bununla sununla onlarla bunlarla bizimle benimle sizinle seninle kendisiyle",
}
PRONOUNS: Final = {word: case for case, words in _PRONOUNS.items() for word in words.split()}
WITH: Final = frozenset(("ile", "ila", "ilen"))  # GK 17.3.1; Azerbaijani "ilə", and "ilən" of its letters
TOGETHER: Final = frozenset(("birlikte", "beraber", "beraberce"))
BEFORE_AND_AFTER: Final = frozenset(("sonra", "once", "evvel"))
OF_SEVERAL: Final = re.compile(r"l[ae]r[iu]$")
_SHORTEST_ORDINAL: Final = 5
_ADJECTIVAL: Final = frozenset(("yeni", "son", "ilk", "ayni", "baska", "diger", "bircok", "birkac", "tur"))
_POINTING: Final = frozenset(("bu", "su", "o", "bir", "her"))


def goes_with(before: Word, word: Word) -> bool:
    """Whether an adjective among the determiners has another of them before it: "bu yeni anlaşma" (GK 15.10).

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> goes_with(plain_word("bu"), plain_word("yeni")), goes_with(plain_word("komite"), plain_word("ilk"))
    (True, False)
    """
    return word.folded in _ADJECTIVAL and before.name is None and before.folded in _POINTING


def is_several(word: Word) -> bool:
    """Whether a word is several things that a plural before it acts on: "kaçakçılar tüfekleri getirdi".

    An izafet has its first noun in the singular, but for bodies ("kadınlar dernekleri"); Göksel & Kerslake 10.2.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> is_several(plain_word("tüfekleri")), is_several(plain_word("dernekleri"))
    (True, False)
    """
    stem = OF_SEVERAL.sub("", word.folded)
    return stem != word.folded and not {stem, f"{stem}i"} & phrases("bodies", "actors")


def is_people_of(folded: str) -> bool:
    """Whether a folded word is people in the plural with the possessive: of two names they may be the head (GK 14.4).

    >>> is_people_of("milletvekilleri"), is_people_of("kopruleri")
    (True, False)
    """
    stem = OF_SEVERAL.sub("", folded)
    return stem != folded and not {stem, f"{stem}i"}.isdisjoint(phrases("actors", "officials"))


def is_ordinal(folded: str) -> bool:
    """Whether a folded word is an ordinal numeral.

    >>> is_ordinal("ikinci"), is_ordinal("inci")
    (True, False)
    """
    return len(folded) > _SHORTEST_ORDINAL and folded.endswith(("inci", "uncu"))


def is_participle(written: str, *, light: bool) -> bool:
    """Whether a word is a participle that describes what follows: "geçen bir yıl", and behind "yer" also "alan".

    >>> is_participle("bulunan", light=False), is_participle("alan", light=False), is_participle("alan", light=True)
    (True, False, True)
    """
    found = kindred_readings(written)
    noun = any(one.bare and one.part == "Noun" for one in found)
    return any("PresPart" in one.marks for one in found) and (light or not noun)


def is_deed(written: str) -> bool:
    """Whether a word is the bare noun of a deed (GK 8.5.2), which heads no izafet with the name behind it.

    >>> is_deed("görüşme"), is_deed("doktor")
    (True, False)
    """
    return any(one.marks == ("ActN",) for one in kindred_readings(written))


def is_owned_there(text: str) -> bool:
    """Whether a genitive stands before the last word, which then has the possessive: "köprünün altını" (GK 14.4).

    >>> is_owned_there("köprünün altını"), is_owned_there("altını")
    (True, False)
    """
    *_, owner, last = ["", *text.split()]
    owns = any(one.case is Case.GENITIVE for one in kindred_readings(owner)) if owner else False
    return owns and any(one.possessive and one.case is Case.ACCUSATIVE for one in kindred_readings(last))
