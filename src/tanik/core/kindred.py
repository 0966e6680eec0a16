"""The Turkish word that an Azerbaijani word is, so that a dictionary of Turkish can be asked about both.

Comes in: a word in letters that Turkish does not have (ə, q, x; the Cyrillic ones of 1958). Goes out: what the
dictionary reads in the same word as Turkish spells it. The two languages share most of their words and nearly all
endings; what differs in spelling follows laws of sound (Ergin, Azeri Türkçesi, 1981; Schönig in Johanson & Csató, The
Turkic Languages, 1998), so that laws serve every word where a list would serve the words that are in it. A word that
both alphabets write alike is asked about as it stands: there a page in Turkish must not be read otherwise.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, product
from typing import Final

from tanik.core.fold import CYRILLIC, lower_turkish
from tanik.core.morph import Reading, readings

__all__ = ["FOREIGN", "azerbaijani_readings", "kindred_readings", "kindred_word", "latin_of"]

FOREIGN: Final = re.compile(r"[əqx]")
"""The letters of Azerbaijani that Turkish lacks."""
_LONGEST: Final = 40
_MOST: Final = 24
_YOURS: Final = frozenset(("P2sg", "P2pl"))
# what is always so: the Arabic q keeps its vowel back (qərar, karar); öv was ev (dövlət, devlet); one y for two
_ALWAYS: Final = ((r"qə", "qa"), (r"öv(?=[^aeıioöuü])", "ev"), (r"yy", "y"), (r"ə", "e"))
# what is so in some words and not in others, each tried both ways
_LAWS: Final = (
    # the participle before its person: gəldiyi, geldiği; gələcəyi, geleceği
    ((r"(d[ıiuü]|[ae]c[ae])y(?=[ıiuü])", r"\1ğ"),),
    # the object behind a vowel: ölkəni, ülkeyi
    ((r"(?<=[aeıioöuü])n(?=[ıiuü]$)", "y"),),
    # of x Turkish has made h or k: "xalq" is halk, "yaxın" yakın
    ((r"x", "h"), (r"x", "k")),
    # q is k (qala, kale) or, before the vowel of an ending, ğ
    ((r"q", "k"), (r"q(?=[aıou])", "ğ")),
    # an ending is soft behind hard sounds, too: çıxdı, çıktı
    ((r"(?<=[fstkçşhpqx])d(?=[aeıiuü])", "t"),),
    # k stands where Turkish has g (keçən, geçen; köç, göç), y where it has ğ (dəyər, değer)
    ((r"^k(?=[eöüi])", "g"),),
    ((r"(?<=[ei])y(?=[ei])", "ğ"),),
    # e stands where it has a: vəziyyət, vaziyet
    ((r"^([^aeıioöuü]?)e", r"\1a"),),
)


def latin_of(word: str) -> str:
    """An Azerbaijani word in small letters of the Latin alphabet.

    >>> latin_of("Дөвләт"), latin_of("Dövlət")
    ('dövlət', 'dövlət')
    """
    return "".join(CYRILLIC.get(char, char) for char in lower_turkish(word))


def kindred_word(word: str) -> str | None:
    """The same word as Turkish spells it, if the dictionary has it; None of a word that Turkish could have written.

    >>> kindred_word("dövlətə"), kindred_word("дөвләтә"), kindred_word("qərarları"), kindred_word("devlete")
    ('devlete', 'devlete', 'kararları', None)
    """
    found = _kindred(word)
    return found[0] if found else None


def kindred_readings(word: str) -> tuple[Reading, ...]:
    """What the dictionary offers for `word`, in its own spelling or in that of the Turkish word that it is.

    >>> {str(one.case) for one in kindred_readings("məktəblərdən")}
    {'ablative'}
    >>> kindred_readings("askerden") == readings("askerden")
    True
    """
    own = readings(word)
    if own:
        return own
    found = _kindred(word)
    return found[1] if found else ()


def azerbaijani_readings(word: str) -> tuple[Reading, ...]:
    """The same of a word that stands on an Azerbaijani page: one in letters of Turkish alone is read so, too.

    >>> {one.lemma for one in azerbaijani_readings("etdiyi")} == {"etmek", "et"}, kindred_readings("etdiyi")
    (True, ())
    """
    found = readings(word) or kindred_readings(word)
    return found or (_spelled(word) or ("", ()))[1]


@lru_cache(maxsize=1 << 15)
def _kindred(word: str) -> tuple[str, tuple[Reading, ...]] | None:
    latin = latin_of(word) if len(word) <= _LONGEST else ""
    return None if latin == lower_turkish(word) and not FOREIGN.search(latin) else _spelled(word)


@lru_cache(maxsize=1 << 15)
def _spelled(word: str) -> tuple[str, tuple[Reading, ...]] | None:
    latin = latin_of(word) if len(word) <= _LONGEST else ""
    for law, letters in _ALWAYS:
        latin = re.sub(law, letters, latin)
    second = None
    for spelled in dict.fromkeys(_spellings(latin)):
        found = tuple(one for one in readings(spelled) if not one.proper)
        if found and any(not _YOURS.intersection(one.marks) for one in found):
            return spelled, found
        second = second or ((spelled, found) if found else None)  # nobody is spoken to: "ölkeni" is no "your"
    return second


def _spellings(latin: str) -> list[str]:
    """The spellings that the laws allow, first those that change least."""
    choices: list[list[tuple[str, str] | None]] = []
    for law in _LAWS:
        fits = [rule for rule in law if re.search(rule[0], latin)]
        needed = len(law) > 1  # a letter that Turkish lacks cannot stay
        choices.append([*([] if needed and fits else [None]), *fits])
    found = []
    for chosen in islice(product(*choices), _MOST):
        word = latin
        for rule in chosen:
            word = re.sub(rule[0], rule[1], word) if rule else word
        found.append(re.sub("q", "k", word))
    return found
