"""Whether one word is the denial of another: ``gelir``/``gelmez``, ``etti``/``etmedi``, ``imkânlı``/``imkânsız``.

Comes in: two folded words. Goes out: yes or no. The negative suffix changes the vowels around it, and the aorist
changes its consonant too, so the words are compared by their consonants with the suffix taken out: ``etmeyecek``
without -me- and its glide, and ``edecek``, both read *t-c-k* (final devoicing merged).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold

__all__ = ["is_denial", "is_negated", "is_privative_form"]

# What can follow the negative suffix; ``zaman`` or ``memur`` have none of it.
_NEGATIVE: Final = re.compile(
    r"(?<=..)m[aeiu](?=z|d[iu]|t[ae]n|d[ae]n|m[iu]s|y[aeiu]|m[ae]l|m[ae]k|m[ae]g|s[iu]n|s[ae]|yor|k$|$)|(?<=..)m[iu](?=yor)"
)
_POSSIBLE: Final = re.compile(r"y?[ae]bil(?:[iu]r)?")
_IMPOSSIBLE: Final = re.compile(r"y?[ae]m[ae]z?")
_WITHOUT: Final = re.compile(r"(?<=..)s[iu]z(?=l[iu]k|$|[dlcnmsiau])")
_WITH: Final = re.compile(r"(?<=..)l[iu](?=$|[dlkcnmsyg])")
_NOT_BEING: Final = re.compile(r"(?<=..)(?:m[ae]y[ae]n|m[ae]d[ae]n|m[ae]ks[iu]z[iu]n)")
_NEGATED: Final = re.compile(
    r"(?<=..)m(?:[ae](?:d[iu]|z(?=$|[lsd])|m[iu]s|y[ae][cnrlbm]|y[iu][pn]|s[iu]n|d[ae]n|ks[iu]z|m[ae]l|m[ae]k)|[iu]yor)"
)
_CONSONANTS: Final = str.maketrans("bdg", "ptk", "aeiou")


def _skeleton(word: str) -> str:
    """Consonants alone, final devoicing merged, the glide y left out."""
    return word.translate(_CONSONANTS).replace("y", "")


def _denied_forms(word: str) -> set[str]:
    """What `word` would be without its negation, as skeletons."""
    forms = set()
    for found in _NEGATIVE.finditer(word):
        rest = word[found.end() :]
        forms.add(_skeleton(word[: found.start()]) + _skeleton(rest))
        if rest.startswith("z"):
            forms.add(_skeleton(word[: found.start()]) + "r" + _skeleton(rest[1:]))
    return forms


def _is_denial_of(negative: str, positive: str) -> bool:
    if _skeleton(positive) in _denied_forms(negative) and negative[0] == positive[0]:
        return True
    possible, impossible = _POSSIBLE.search(positive), _IMPOSSIBLE.search(negative)
    if possible and impossible and negative[: impossible.start()] == positive[: possible.start()]:
        return impossible.start() >= 2
    for without in _WITHOUT.finditer(negative):
        stem = negative[: without.start()]
        if positive == stem or any(positive[: with_.start()] == stem for with_ in _WITH.finditer(positive)):
            return True
    return False


def is_privative_form(text: str) -> bool:
    """Whether one of the words says that something is not there: ``kararsızca``, ``olmayan``, ``sormadan``.

    >>> is_privative_form("resmî olmayan"), is_privative_form("olan")
    (True, False)
    """
    return any(_WITHOUT.search(word) or _NOT_BEING.search(word) for word in fold(text).split())


def is_negated(word: str) -> bool:
    """Whether a folded word has the ending of a denied verb.

    >>> is_negated("bildirmedi"), is_negated("bildirdi"), is_negated("bildirmek")
    (True, False, False)
    """
    return _NEGATED.search(word) is not None


def is_denial(one: str, other: str) -> bool:
    """Whether one of two folded words denies what the other affirms.

    >>> is_denial("edecek", "etmeyecek"), is_denial("gelmez", "gelir"), is_denial("zaman", "zan")
    (True, True, False)
    """
    return one != other and (_is_denial_of(one, other) or _is_denial_of(other, one))
