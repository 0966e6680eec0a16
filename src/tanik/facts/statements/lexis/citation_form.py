"""How the dictionary writes a common noun that a page has with a changed stem: "isteğ-i" is "istek", "şehr-e" "şehir".

Comes in: a role without a name. Goes out: the same with the dictionary's form as its name, where the stem on the page
is no word by itself. Turkish softens a last consonant, drops a narrow vowel or doubles a consonant before a vowel
(Göksel & Kerslake 2005, 2.1 and 2.3); text and span stay the page's. Of an object alone two things more are put as a
dictionary has them: things told of in the plural ("tüfekleri" is "tüfek"), so that they meet what is counted elsewhere,
and what is promised ("görev almayacağına" is "görev almamak"; 8.5.1).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.core.morph import Case, readings, split_suffix
from tanik.core.tables import read_rows
from tanik.facts.model import Role, Statement
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.mending import Damage, as_meant

__all__ = ["in_citation_form", "noun_in_citation_form"]

_CHANGED: Final = re.compile(r"[bcçdğgvşzhrklnmst]$")
_TAIL: Final = re.compile(r"[^\W\d_]+")
_SOFTENED: Final = {"ç": "c", "k": "ğg", "t": "d", "p": "b"}
_VOWELS: Final = "ıiuü"
_OF_LIKENESS: Final = re.compile(r"[^\W\d_]{2}l[ıiuü]ğ$")
_LEAST: Final = 2  # letters of a noun
_PLURAL: Final = re.compile(r"l[ae]r$")
_TO_COME: Final = re.compile(r"[ae]c[ae]ğ[ıi](?:n[ıiae])?$|[ae]c[ae]kler[iı](?:n[iıae])?$|[ae]caklar[ıi](?:n[ıiae])?$")
_OWN_THINGS: Final = re.compile(r"l[ae]r[ıi]$")
_POINTING: Final = ("bun", "şun", "on")
_NARROW: Final = re.compile(r"[ıiuü]$")
_OF_WHOLE: Final = re.compile(r"\wn[ıiuü]n\s")  # "on milyon rublenin bir kısmı"
_COUNT: Final = re.compile(
    r"\d|(?:bir|iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|yirmi|otuz|kırk|elli|yüz|bin)\s", re.IGNORECASE
)


def in_citation_form(statement: Statement, text: str, damage: Damage) -> Statement:
    """The statement with the dictionary's form of each role whose stem changed before its ending.

    On a page that lost letters the name is the words as they were likely meant: "antlaflma" is "antlaşma".
    """
    lost = damage is not Damage.NONE
    roles = tuple((place, _whole(role, damage) if lost else _named(role, text)) for place, role in statement.roles)
    roles = tuple((place, _as_thing(role) if place == "object" and not lost else role) for place, role in roles)
    return replace(statement, roles=roles) if roles != statement.roles else statement


def _as_thing(role: Role) -> Role:
    """An object as the dictionary has it: one thing of several, a deed as its infinitive, a sum without its case."""
    if role.name is not None or not role.text:
        return role
    told = _one_of_several(role.text) or _as_infinitive(role.text) or _without_case(role.text) or _owned(role.text)
    return replace(role, name=told) if told is not None and told != role.text else role


def _one_of_several(text: str) -> str | None:
    """A plural noun alone as its singular, people aside: who they are is not what is told of things.

    >>> _one_of_several("tüfekler"), _one_of_several("askerler"), _one_of_several("eski harfler")
    ('tüfek', None, None)
    """
    stem = text[: -len("lar")]
    if not _PLURAL.search(text) or " " in text or any(one.bare and one.lemma == text for one in readings(text)):
        return None
    return stem if not _is_people(stem) and any(one.bare and one.part == "Noun" for one in readings(stem)) else None


@cache
def _people() -> frozenset[str]:
    """Nouns that count people."""
    rows = read_rows("tanik.facts", "amount_words.csv")
    return frozenset(fold_word(row["form"]) for row in rows if row["role"] == "person")


def _as_infinitive(text: str) -> str | None:
    """What is still to be done, as the infinitive of its verb.

    >>> _as_infinitive("görev almayacağına"), _as_infinitive("borcu ödeyecekleri"), _as_infinitive("geleceği")
    ('görev almamak', 'borcu ödemek', None)
    """
    ending = _TO_COME.search(text)
    if ending is None:
        return None
    *before, verb = text.split()
    if any(split_suffix(word).case is Case.GENITIVE for word in before):
        return None  # "bedelin ödeneceği" has a subject, and no infinitive has one (8.5.1)
    root = verb[: len(verb) - len(ending.group())]
    lemmas = {one.lemma for one in readings(verb) if one.part == "Verb"}
    if not lemmas or (not before and any(one.part != "Verb" for one in readings(verb))):
        return None  # "geleceği" alone is the future
    root = root[:-1] if root.endswith("y") and root[-2:-1] in "aeıioöuü" else root
    root = root[:-1] + "t" if root.endswith("d") and root not in lemmas and root[:-1] + "t" in lemmas else root
    return " ".join((*before, root + ("mak" if text[ending.start()] == "a" else "mek")))


def _without_case(text: str) -> str | None:
    """A sum or a count whose unit stands in the accusative with a softened stem: "1 milyon frangı" is of franks."""
    *before, last = text.split()
    if not before or _COUNT.match(text) is None or not _NARROW.search(last) or _OF_WHOLE.search(text):
        return None
    if any(one.bare or one.possessive for one in readings(before[-1])) and not before[-1][:1].isdigit():
        numeral = any(one.part == "Num" for one in readings(before[-1]))
        if not numeral:
            return None  # "400 seferberlik tüfeği" is a compound, whose head keeps its possessive
    known = any(one.bare and not one.proper for one in readings(last))
    lemma = None if known else _lemma(last[:-1], last)
    return " ".join((*before, lemma)) if lemma is not None else None


def _owned(text: str) -> str | None:
    """Things of an owner who is not said, as one of them: what is whose is told with its owner.

    >>> _owned("görevleri"), _owned("Ali Bey'in görevleri"), _owned("hatıraları"), _owned("kardeşleri")
    ('görev', None, 'hatıra', None)
    """
    if " " in text or not _OWN_THINGS.search(text) or any(one.bare for one in readings(text)):
        return None
    found = [one for one in readings(text) if one.part == "Noun" and not one.proper and one.possessive]
    people = phrases("humans", "kin")
    lemma = next((one.lemma for one in found), None)
    if lemma is None or fold_word(text) in people or _is_people(lemma):
        return None
    return lemma


def _is_people(noun: str) -> bool:
    """Whether a noun counts people or is what they do: these are told of as they are."""
    people = any(fold_word(noun) in phrases(group) for group in ("actors", "humans", "bodies", "kin"))
    return people or fold_word(noun) in _people() or f"{fold_word(noun)}i" in phrases("humans")


def _whole(role: Role, damage: Damage) -> Role:
    """A role whose letters a page lost, with the words that it likely had."""
    meant = " ".join(as_meant(word, damage) for word in role.text.split())
    return replace(role, name=meant) if role.name is None and meant != role.text else role


def _named(role: Role, text: str) -> Role:
    if role.name is None and fold_word(role.text) in phrases("kin"):
        return replace(role, name=role.text[:-1].lower())  # "annem" is told of the teller's mother
    tail = _TAIL.match(text, role.span.end)
    if role.name is not None or tail is None or not _CHANGED.search(role.text):
        return role
    if lower_turkish(role.text) in _POINTING:
        return replace(role, name=split_suffix(role.text + tail.group()).stem)  # "bu-nu" (GK 6.2.1)
    stem = role.text.split()[-1]
    # behind no apostrophe what is written large opens a sentence: "Kitabı" is of "kitap"
    plain = lower_turkish(stem) if stem == role.text else stem
    if any(one.bare and not (one.proper and plain.islower()) for one in readings(plain)):
        return role
    lemma = _lemma(stem, plain + tail.group())
    return replace(role, name=role.text[: len(role.text) - len(stem)] + lemma) if lemma is not None else role


def noun_in_citation_form(noun: str, text: str, start: int) -> str:
    """A noun of the text without its ending, as the dictionary has it; `start` is an offset from which to look for it.

    >>> text = "62 sandık fişeğin 50'si"
    >>> noun_in_citation_form("fişeğ", text, 0), noun_in_citation_form("sandık", text, 0)
    ('fişek', 'sandık')
    """
    *before, stem = noun.split() or [""]
    at = text.find(noun, start)
    tail = _TAIL.match(text, at + len(noun)) if at >= 0 and stem else None
    if tail is None or any(one.bare for one in readings(stem)):
        return noun
    lemma = _lemma(stem, stem + tail.group()) or _own_noun(stem, stem + tail.group())
    return " ".join((*before, lemma)) if lemma is not None else noun


def _own_noun(stem: str, written: str) -> str | None:
    """The noun of a form that was cut a letter short: of "sabunun" it is "sabun" and not "sabu".

    >>> _own_noun("sabu", "sabunun"), _own_noun("arpa", "arpanın")
    ('sabun', None)
    """
    if len(written) - len(stem) < _LEAST or any(one.bare for one in readings(stem)):
        return None
    low = lower_turkish(stem)
    known = [one.lemma for one in readings(written) if one.part == "Noun" and not one.proper and not one.possessive]
    return next((lemma for lemma in known if lemma[:-1] == low and lower_turkish(written).startswith(lemma)), None)


def _lemma(stem: str, written: str) -> str | None:
    """The dictionary's noun behind a `written` form, if it differs from `stem` in its last letters only.

    >>> _lemma("isteğ", "isteği"), _lemma("şehr", "şehre"), _lemma("hatt", "hattı"), _lemma("borc", "borcun")
    ('istek', 'şehir', 'hat', 'borç')
    >>> _lemma("nazırlığ", "nazırlığı")
    'nazırlık'
    """
    known = (one.lemma for one in readings(written) if one.part == "Noun" and not one.proper)
    found = next((lemma for lemma in known if _may_change(lemma, lower_turkish(stem))), None)
    # a noun of -lık that no dictionary has on its own: "nazırlığı" is of "nazırlık" (GK 7.2.1, 2.1)
    return stem[:-1] + "k" if found is None and _OF_LIKENESS.search(lower_turkish(stem)) else found


def _may_change(lemma: str, stem: str) -> bool:
    """Whether a noun has this stem before a vowel: "borç" and "borc", "metin" and "metn", "hat" and "hatt".

    "Borcun" is then never of "bor", nor "metnin" of "met", which the dictionary also knows.
    """
    if len(lemma) < _LEAST or lemma == stem:
        return False
    softened = stem[:-1] == lemma[:-1] and stem[-1:] in tuple(_SOFTENED.get(lemma[-1], ""))
    dropped = lemma[-2] in _VOWELS and fold(stem) == fold(lemma[:-2] + lemma[-1])
    return softened or dropped or fold(stem) == fold(lemma + lemma[-1])
