"""What the form of one word says about the noun phrase that it stands in.

Comes in: a word as written. Goes out: the cases it may have, whether it may be possessed, whether it may only
describe. Turkish writes "işi" both for "his work" and for "the work" as an object; which of the two is meant shows
in the clause, so this module keeps both readings and the clause decides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from tanik.core.harmony import fitting
from tanik.core.kindred import kindred_readings, latin_of
from tanik.core.morph import Reading, readings
from tanik.core.suffixes import Case
from tanik.core.tables import read_rows
from tanik.facts.statements.lexis.lexicon import fold_word, phrases

__all__ = [
    "NounForm",
    "genitive_of",
    "is_kindred_alone",
    "is_of_me",
    "is_of_speaker",
    "is_only_adverb",
    "is_only_made_with",
    "is_people",
    "kindred_adjectives",
    "kindred_noun",
    "kindred_stem",
    "known_things",
    "noun_of",
    "of_others",
]

_NOT_NOUNS: Final = frozenset(("Adv", "Conj", "Postp", "Interj", "Ques"))
_YOURS: Final = frozenset(("P2sg", "P2pl", "A2sg", "A2pl"))
_SHORTEST: Final = 3
# plural, possessive, case of Azerbaijani (Qurbanov, Müasir Azərbaycan dili, 2003), in folded letters
_KINDRED_ENDING: Final = re.compile(
    r"(?:l[iu][gk](?![ae]))?(l[ae]r)?(s?[iu](?!n$))?((?:n?[iu]n|n[iu]|[ny]?[ae]|n?d[ae]n?)?)"
)
_KINDRED_CASES: Final = (
    (Case.GENITIVE, re.compile(r"n?[iu]n")),
    (Case.ACCUSATIVE, re.compile(r"n[iu]")),
    (Case.ABLATIVE, re.compile(r"n?d[ae]n")),
    (Case.LOCATIVE, re.compile(r"n?d[ae]")),
    (Case.DATIVE, re.compile(r"[ny]?[ae]")),
)
# an izafet's head has the possessive of the third person
_KIN_CASE: Final = re.compile(r"(?<=m)(?:[iu]n?|[ae]|d[ae]n?|l[ae])$")
_MINE: Final = frozenset(("P1sg", "P1pl", "P2sg", "P2pl"))
_OF_SPEAKER: Final = re.compile(r"[a-z]{3}(?:[iu]m[iu]z|(?<=[aeiou])m[iu]z)$")


@dataclass(frozen=True, slots=True)
class NounForm:
    """`bare_noun` and `adjective` of the uninflected word; `possessed` and `accusative` where it may be either."""

    known: bool
    cases: frozenset[Case]
    bare_noun: bool
    adjective: bool = False
    plural: bool = False
    possessed: bool = False
    accusative: bool = False


def of_others(found: Sequence[Reading]) -> list[Reading]:
    """The readings that are of nobody spoken to, or all where each is: whom a page tells of is no "you".

    "Taksitin" is "of the instalment" before it is "your instalment".
    """
    return [one for one in found if not _YOURS.intersection(one.marks)] or list(found)


@lru_cache(maxsize=1 << 14)
def noun_of(written: str) -> NounForm:
    """What the dictionary says of a word as a noun.

    >>> work = noun_of("işi")
    >>> work.possessed, work.accusative, work.bare_noun
    (True, True, False)
    """
    if latin_of(written) in kindred_adjectives():
        return NounForm(known=True, cases=frozenset({Case.NOMINATIVE}), bare_noun=False, adjective=True)
    if (kindred := kindred_noun(fold_word(written))) is not None and is_kindred_alone(written):
        return kindred
    found = [
        one for one in kindred_readings(written) if one.part not in _NOT_NOUNS and one.part != "Verb" and not one.proper
    ]
    found = of_others(found)
    bare = [one for one in found if one.bare]
    adjective = any(one.part == "Adj" for one in bare)
    if bare:
        return NounForm(
            known=True,
            cases=frozenset({Case.NOMINATIVE}),
            bare_noun=any(one.part == "Noun" for one in bare),
            adjective=adjective,
        )
    plural = [one for one in found if one.plural and not one.possessive and one.case is Case.NOMINATIVE]
    return NounForm(
        known=bool(found),
        cases=frozenset(one.case for one in found),
        bare_noun=bool(plural),
        plural=bool(plural),
        possessed=any(one.possessive and not _MINE.intersection(one.marks) for one in found),
        accusative=any(one.case is Case.ACCUSATIVE and not one.possessive for one in found),
    )


@lru_cache(maxsize=1 << 14)
def is_kindred_alone(written: str) -> bool:
    """Whether a noun of the Azerbaijani table is none of Turkish, as far as its letters go.

    What Turkish has by chance counts as none: a name, an adjective, another noun's form ("canişin" is no "your caniş").

    >>> is_kindred_alone("nazir"), is_kindred_alone("rayon"), is_kindred_alone("alay"), is_kindred_alone("yetim")
    (True, True, False, False)
    """
    found = readings(written)
    if not found or latin_of(written) not in _renamed():
        return not found
    common = [one for one in found if not one.proper]
    return not any(one.part == "Verb" or (one.bare and one.part == "Noun") for one in common)


@cache
def _renamed() -> frozenset[str]:
    """The Azerbaijani nouns that Turkish spells otherwise or calls by another word."""
    rows = read_rows("tanik.facts", "nouns_turkish.csv")
    return frozenset(row["noun"] for row in rows if row["language"] == "az" and row["noun"] != row["turkish"])


@cache
def kindred_adjectives() -> frozenset[str]:
    """The adjectives of the Azerbaijani table, in small Latin letters.

    >>> "müvəqqəti" in kindred_adjectives(), "hökumət" in kindred_adjectives()
    (True, False)
    """
    return frozenset(row["adjective"] for row in read_rows("tanik.facts", "adjectives_azerbaijani.csv"))


@lru_cache(maxsize=1 << 14)
def kindred_noun(folded: str) -> NounForm | None:
    """What the table of Azerbaijani nouns says of a folded word; None where it has no such noun.

    >>> form = kindred_noun("fehlelere")
    >>> form is not None and form.cases == {Case.DATIVE}
    True
    """
    folded = folded.rpartition("-")[2]  # "general-qubernatoru" is some governor
    stem = kindred_stem(folded)
    match = _KINDRED_ENDING.fullmatch(folded[len(stem) :]) if stem is not None else None
    if match is None:
        return None
    plural, owned, after = match.groups()
    ambiguous = not after and owned is not None and not owned.startswith("s")
    case = next((case for case, ending in _KINDRED_CASES if after and ending.fullmatch(after)), Case.NOMINATIVE)
    return NounForm(
        known=True,
        cases=frozenset({case, Case.ACCUSATIVE} if ambiguous else {case}),
        bare_noun=not owned and not after,
        plural=bool(plural) and not owned,
        possessed=bool(owned),
        accusative=ambiguous or (case is Case.ACCUSATIVE and not owned),
    )


def kindred_stem(folded: str) -> str | None:
    """The longest noun of the table that a folded word begins with.

    >>> kindred_stem("deyirmani"), kindred_stem("ordusu")
    ('deyirman', 'ordu')
    """
    ends = range(len(folded), _SHORTEST - 1, -1)
    return next((folded[:end] for end in ends if folded[:end] in _kindred()), None)


@cache
def _kindred() -> frozenset[str]:
    rows = read_rows("tanik.facts", "nouns_turkish.csv")
    return frozenset(fold_word(row["noun"]) for row in rows if row["language"] == "az")


def is_of_speaker(folded: str) -> bool:
    """Whether a folded noun is "ours" ("askerimiz"): a whole phrase, since no izafet goes on behind it.

    >>> is_of_speaker("alayimiz"), is_of_speaker("deniz")
    (True, False)
    """
    return bool(_OF_SPEAKER.search(folded))


@lru_cache(maxsize=1 << 14)
def is_only_adverb(written: str) -> bool:
    """Whether a word can be nothing else than an adverb, a conjunction or a postposition.

    >>> is_only_adverb("ayrıca"), is_only_adverb("yol")
    (True, False)
    """
    found = kindred_readings(written)
    bare = [one for one in found if one.bare] or found
    return bool(bare) and all(one.part in _NOT_NOUNS for one in bare) and fold_word(written).isalpha()


def is_of_me(folded: str) -> bool:
    """Whether a folded word in any case is the teller's kin ("dedeme"): no name before it owns it.

    >>> is_of_me("dedeme"), is_of_me("dedesine")
    (True, False)
    """
    return _KIN_CASE.sub("", folded) in phrases("kin")


@lru_cache(maxsize=1 << 14)
def is_made_with(written: str) -> bool:
    """Whether a word is a noun with -li, which describes like an adjective (GK 7.2.2.2).

    >>> is_made_with("silahlı"), is_made_with("silah")
    (True, False)
    """
    return any(one.marks == ("With",) for one in kindred_readings(written))


def is_only_made_with(written: str) -> bool:
    """Whether a word is one with -li and nothing else.

    >>> is_only_made_with("yaşlı"), is_only_made_with("pulu")
    (True, False)
    """
    return is_made_with(written) and not noun_of(written).accusative


@lru_cache(maxsize=1 << 12)
def is_people(folded: str) -> bool:
    """Whether a folded word is the name of a people that describes what follows it ("Fransız subayı").

    >>> is_people("fransiz"), is_people("subay")
    (True, False)
    """
    return any(f"{folded}{plural}" in _peoples() for plural in ("lar", "ler"))


@cache
def _peoples() -> frozenset[str]:
    """Peoples in the plural: those of states, and those of a land or a faith ("rumlar", "ermeniler")."""
    told = {fold_word(row["form"]) for row in read_rows("tanik.facts", "peoples.csv")}
    return frozenset(row["people"] for row in read_rows("tanik.facts", "states.csv")) | told


def genitive_of(name: str) -> str:
    """A name with its genitive ending, by vowel harmony (Lewis 2000, II 8).

    >>> genitive_of("Nuri"), genitive_of("Enver Paşa"), genitive_of("Pallavicini"), genitive_of("Londos")
    ("Nuri'nin", "Enver Paşa'nın", "Pallavicini'nin", "Londos'un")
    """
    return f"{name}'{fitting(name, '(n)In')}"


@cache
def known_things() -> frozenset[str]:
    """The common nouns that the table of other languages' nouns has in Turkish: what pages like ours are about.

    >>> "altın" in known_things(), "evin" in known_things()
    (True, False)
    """
    return frozenset(row["turkish"] for row in read_rows("tanik.facts", "nouns_turkish.csv"))
