"""Which bare words of a clause can be neither its subject nor its object, by what they and the verb are.

Comes in: a phrase in the nominative, or a predicate. Goes out: yes or no. The nominative is the case of the subject
and of the object that is not definite (Göksel & Kerslake 2005, 8.1.3.1, 14.3.2). A personal ending on the verb says
who the subject is (8.4), a pronoun is definite and as an object takes the accusative (14.3.2), an adjective without
noun says how (16.2), and a finite verb that no table has ends a clause of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from tanik.core.kindred import latin_of
from tanik.core.morph import readings
from tanik.facts.statements.lexis.lexicon import fold_word, frame, phrases
from tanik.facts.statements.lexis.persons import is_done_by_us
from tanik.facts.statements.lexis.predicate import Form, Predicate
from tanik.facts.statements.lexis.verb_rows import VerbRow
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.phrase import Phrase

__all__ = [
    "is_definite_pronoun",
    "is_determiner",
    "is_done_by_speaker",
    "is_never_accusative",
    "is_verb_of_its_own",
    "says_how",
]

_ENDING: Final = frozenset(
    (
        *("Past", "Narr", "Aor", "Prog1", "Prog2", "Fut", "Imp", "Opt", "Desr", "Necess", "Cond", "Evid"),
        *("AdvErek", "CopPast", "CopPres3sg", "CopPres1sg", "CopPres2sg", "CopPres1pl", "CopPres2pl", "CopPres3pl"),
    )
)


def is_definite_pronoun(phrase: Phrase) -> bool:
    """Whether a phrase is a pronoun that in the nominative can only be a subject: of "onu biz verdik" it is "biz"."""
    return phrase.name is None and (is_of_some(phrase) or fold_word(phrase.text) in phrases("subject_pronouns"))


def is_never_accusative(phrase: Phrase) -> bool:
    """Whether what ends like an accusative is none: a pronoun, or a determiner alone ("yeni aldığı kitap")."""
    # "kendi" is oneself, Azerbaijani "kəndi" the village
    return is_determiner(phrase) or (is_definite_pronoun(phrase) and latin_of(phrase.text) != "kəndi")


def is_determiner(phrase: Phrase) -> bool:
    """Whether a phrase is nothing but what stands before a noun: "bir demeç verdi", "yeni aldığı kitap" (GK 15.6)."""
    plain = phrase.case == "nom" and phrase.name is None
    text = fold_word(phrase.text) if plain else ""
    return text in phrases("bare_determiners") or text.endswith(" bir")  # "büyük bir miting düzenlendi"


def is_of_some(phrase: Phrase) -> bool:
    """Whether a phrase ends in a pronoun that is possessed: "bazıları kabul etti", for in the accusative it is
    "bazılarını" (GK 18.4)."""
    return phrase.name is None and not phrase.amounts and _last(phrase) in phrases("owned_pronouns")


def is_done_by_speaker(predicate: Predicate, words: Sequence[Word], low: int) -> bool:
    """Whether a finite verb is of "I", "we" or "you", and none of these stands before it from word `low` on."""
    if predicate.form is not Form.FINITE or not is_done_by_us(words[predicate.last].folded):
        return False
    before = (word.folded for word in words[low : predicate.first])
    return not any(word in phrases("speakers_themselves") or word.endswith(("imiz", "umuz")) for word in before)


def is_of_participle(phrase: Phrase, predicate: Predicate, row: VerbRow) -> bool:
    """Whether a nominative stands before an active participle, whose subject is the noun behind it: "köprü yapan usta".

    It may be what that noun has ("oğlu okul yaptıran vali"), and of what happens it may be a bare one ("su gelen köy";
    GK 25.1.1.1, 25.1.1.3).
    """
    if predicate.ending != "participle" or predicate.passive or row.frame == "go":
        return False
    return "acc" in frame(row.frame) and _last(phrase)[-1:] not in ("i", "u")


def is_verb_of_its_own(phrase: Phrase) -> bool:
    """Whether a phrase ends in a verb, so that it is a clause: "olsun, dediler", "olsun diye" (GK 24.2, 26.3)."""
    return phrase.case in ("nom", "as") and phrase.name is None and is_finite_verb(phrase.text.split()[-1])


@lru_cache(maxsize=1 << 12)
def is_finite_verb(word: str) -> bool:
    """Whether a word can be nothing but a finite verb, a noun with a copula or a converb.

    >>> is_finite_verb("bakarız"), is_finite_verb("ustaydı"), is_finite_verb("yazar"), is_finite_verb("kapı")
    (True, True, False, False)
    """
    found = readings(word)
    return bool(found) and all(not _ENDING.isdisjoint(one.marks) for one in found)


@lru_cache(maxsize=1 << 12)
def is_manner(word: str) -> bool:
    """Whether a word is an adjective, or one with -cA, and no noun (GK 15.1, 16.2).

    >>> is_manner("berbat"), is_manner("gaddarca"), is_manner("kapı"), is_manner("İngilizce")
    (True, True, False, False)
    """
    found = readings(word)
    if not any(one.bare for one in found):
        return any("Ly" in one.marks for one in found)
    noun = any(one.part in ("Noun", "Pron") and (one.bare or one.possessive) for one in found)
    return not noun and any(one.part in ("Adj", "Adv") and one.bare for one in found)


def says_how(phrase: Phrase) -> bool:
    """Whether a nominative is an adjective alone, which before a verb says how or as what: "aç bıraktı"."""
    plain = phrase.case == "nom" and phrase.name is None and not (phrase.amounts or phrase.quoted or phrase.determined)
    if not plain or _last(phrase) in phrases("actors", "humans"):
        return False
    words = phrase.text.split()
    if len(words) == 1 and _last(phrase) in phrases("hows"):
        return True
    return all(is_manner(word) or word in ("ve", "çok", "pek", "daha", "en") for word in words)


def _last(phrase: Phrase) -> str:
    return fold_word(phrase.text).split()[-1]
