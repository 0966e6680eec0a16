"""What an Azerbaijani noun phrase is in Turkish: with the endings that hold it together, or not at all.

Comes in: the words of a phrase in the page's language, and the names in it with their Turkish forms. Goes out: the
phrase in Turkish; None where a word of it is not known, since half a phrase in Turkish can be read in neither language.
Both languages build their phrases alike (Ergin, Azeri Türkçesi, 1981; Qurbanov, Müasir Azərbaycan dili, 2003: təyini
söz birləşmələri), so that each noun keeps its plural, its possessive and its genitive in Turkish dress: "şəhər
idarəsi" is "şehir idaresi", "hökumətin tərkibi" "hükûmetin kadrosu". A case behind the last word is none of the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.core.harmony import fitting
from tanik.core.kindred import azerbaijani_readings, latin_of
from tanik.core.morph import is_known
from tanik.facts.statements.lexis.endings import owned
from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.lexis.nouns import genitive_of, kindred_stem
from tanik.facts.statements.lexis.turkish_nouns import azerbaijani_noun, known_nouns

__all__ = ["kindred_phrase", "whole_noun"]

# plural, possessive and case behind a noun's stem; what "-lıq" makes of a noun is another noun
_ENDING: Final = re.compile(r"(l[ae]r)?(s?[iu](?!n$))?((?:n?[iu]n|n[iu]|[ny]?[ae]|n?d[ae]n?)?)")
_CUT: Final = re.compile(r"(\w{3,})l[iü]")
_CYRILLIC: Final = "иү"
_GENITIVE: Final = re.compile(r"n?[iu]n")
_AMBIGUOUS: Final = re.compile(r"[iu]")
_PLURAL: Final = re.compile(r"[a-z]{3}l[ae]r$")
_FOREIGN: Final = re.compile(r"[əqxw]|[^\x00-\u024f]")
_COUNTED: Final = re.compile(r"\d")


def kindred_phrase(words: Sequence[str], names: Mapping[str, str]) -> str | None:
    """The phrase in Turkish, or None where one of its words is not known; `names` as the page has them, in Turkish.

    >>> kindred_phrase(("şəhər", "idarəsi"), {}), kindred_phrase(("növbəti", "görüş"), {})
    ('şehir idaresi', None)
    >>> kindred_phrase(("Azərbaycan", "hökumətinin", "tərkibi"), {"Azərbaycan": "Azerbaycan"})
    'Azerbaycan hükûmetinin kadrosu'
    """
    counted = any(_COUNTED.search(word) for word in words)
    if counted:
        # what is counted is a singular, and a measure that the table lacks is a sign: "500 kq qızıl" is 500 kq altın
        return " ".join(names.get(word) or azerbaijani_noun(word) or word for word in words)
    words = (*words[:-1], whole_noun(words[-1])) if words else words
    told = [_turned(words, at, names) for at in range(len(words))]
    return " ".join(one for one in told if one) if all(told) else None


def whole_noun(word: str) -> str:
    """A noun in "-lik" that lost its last letter with the dative, since k is y before a vowel: "nazirli(yə)" nazirlik.

    >>> whole_noun("nazirli"), whole_noun("kəndli"), whole_noun("Təbrizli")
    ('nazirlik', 'kəndli', 'Təbrizli')
    """
    base = _CUT.fullmatch(latin_of(word))
    if base is None or not word.islower() or azerbaijani_noun(word) is not None:
        return word
    noun = azerbaijani_noun(base[1]) is not None
    noun = noun or any(one.bare and one.part == "Noun" for one in azerbaijani_readings(base[1]))
    return f"{word}{'к' if word[-1] in _CYRILLIC else 'k'}" if noun else word


def _turned(words: Sequence[str], at: int, names: Mapping[str, str]) -> str | None:
    """One word in Turkish, with its endings; None of a word that is not known or has a case inside the phrase."""
    word, last = words[at], at == len(words) - 1
    if not word[:1].isalpha():
        return word
    name = names.get(word) or _name_in_genitive(word, names)
    noun = azerbaijani_noun(word) if name is None else None
    if noun is None:
        # a name in another case is of another phrase: "Gürcüstanda ordu"
        return name or (None if any(word.startswith(one) for one in names) else _same_word(word))
    folded = fold_word(word)
    stem = kindred_stem(folded)
    match = _ENDING.fullmatch(folded[len(stem) :]) if stem is not None and folded not in known_nouns("az") else None
    plural, possessed, case = match.groups() if match is not None else (None, None, "")
    if case and not last and not _GENITIVE.fullmatch(case):
        return None
    if _is_owned(words[:at], possessed, case):
        noun = owned(noun, several=bool(plural))
    elif plural:
        noun += fitting(noun, "lAr")
    return noun + fitting(noun, "(n)In") if case and not last else noun


def _is_owned(before: Sequence[str], possessed: str | None, case: str) -> bool:
    """Whether a noun is the head of a compound or somebody's: by its possessive, or behind a plural that it is for.

    "məktəbi" may be an object in the accusative, and is possessed only behind a noun; "qızlar məktəb" has lost its
    possessive with the case.
    """
    if not before:
        return False
    if possessed is None:
        return not case and _PLURAL.search(fold_word(before[-1])) is not None
    return not _AMBIGUOUS.fullmatch(possessed) or bool(case) or _owns(before)


def _owns(before: Sequence[str]) -> bool:
    """Whether the words before may own a noun: a name or a noun right before it, a genitive anywhere."""
    genitive = any(fold_word(word).endswith(("in", "un")) for word in before)
    return genitive or before[-1][:1].isupper() or azerbaijani_noun(before[-1]) is not None


def _name_in_genitive(word: str, names: Mapping[str, str]) -> str | None:
    """A name with its genitive: "Azərbaycanın" is "Azerbaycan'ın"."""
    stem = next((name for name in names if word.startswith(name) and word != name), None)
    if stem is None or not _GENITIVE.fullmatch(fold_word(word.removeprefix(stem))):
        return None
    return genitive_of(names[stem])


@lru_cache(maxsize=1 << 12)
def _same_word(word: str) -> str | None:
    """A word that Turkish has too, as Turkish spells it: "rəsmi" resmi, "yeni" yeni; None of any other."""
    latin = latin_of(word)
    if word[:1].isupper():
        return (
            None
            if _FOREIGN.search(latin)
            else word
            if word.isascii() or latin == lower_turkish(word)
            else latin.capitalize()
        )
    adjectives = {one.lemma for one in azerbaijani_readings(word) if one.bare and one.part == "Adj"}
    if adjectives:
        return word if word in adjectives else min(adjectives)
    return None if _FOREIGN.search(latin) or not is_known(word) else word
