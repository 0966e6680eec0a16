"""Two endings that Turkish puts behind a noun when a phrase is put into Turkish.

Comes in: a noun. Goes out: the noun with the compound's possessive or with -lik, by vowel harmony and with the last
consonant softened (Göksel & Kerslake 2005, 2.1, 3.2, 8.1.1). Nouns that do otherwise stand in ``possessed.csv``.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.core.harmony import VOWELS, fitting
from tanik.core.tables import read_rows

__all__ = ["owned", "with_lik"]

_SOFT: Final = {"k": "ğ", "p": "b", "ç": "c"}


@cache
def _possessed() -> dict[str, str]:
    return {row["noun"]: row["possessed"] for row in read_rows("tanik.facts", "possessed.csv")}


def owned(noun: str, *, several: bool = False) -> str:
    """The head of a compound: with its possessive, or `several` with that of the plural.

    >>> owned("antlaşma"), owned("mektup"), owned("konsolos"), owned("birlik", several=True), owned("gazyağı")
    ('antlaşması', 'mektubu', 'konsolosu', 'birlikleri', 'gazyağı')
    """
    for plural in ("lar", "ler"):
        if noun.endswith(plural):
            noun, several = noun.removesuffix(plural), True
    if several:
        noun += fitting(noun, "lAr")
        return noun + fitting(noun, "I")
    last = noun.split(" ")[-1]
    if noun in _possessed():
        return _possessed()[noun]
    if " " in noun:
        return noun if last[-1] in "ıiuü" else noun + fitting(noun, "I")
    softened = _SOFT.get(noun[-1]) if _vowels(noun) > 1 else None
    if softened == "ğ" and noun[-2] == "n":
        softened = "g"
    return (noun[:-1] + softened if softened else noun) + fitting(noun, "(s)I")


def with_lik(phrase: str) -> str:
    """A measure before what it measures.

    >>> with_lik("500 sterlin"), with_lik("3 ton"), with_lik("10 bin lira")
    ('500 sterlinlik', '3 tonluk', '10 bin liralık')
    """
    return phrase + fitting(phrase, "lIk")


def _vowels(noun: str) -> int:
    return sum(char in VOWELS for char in lower_turkish(noun))
