"""The one door to word forms: stem, suffix, case, number, and whether a word is a common one.

Comes in: a word as written. Goes out: a `Form`, or the readings that the dictionary offers. Known words are read
by akana (MIT or Apache-2.0), which offers the right case among its readings in 92–99 of 100 words; words that it
does not know, and they are the names of the past, by the law of sounds in `suffixes`. Whoever asks may say which
stems are known (a gazetteer, the bare words of the page): that evidence goes before everything else, since
"Nerimanova" is a surname on one page and a dative on the next.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Protocol, TypedDict

from tanik.core.fold import fold, lower_turkish
from tanik.core.suffixes import Case, Form, endings_of, hardened, looks_foreign, read_ending
from tanik.core.tables import read_rows

__all__ = ["Case", "Form", "Reading", "case_of", "cases_of", "is_common", "is_known", "readings", "split_suffix"]

_CASES: Final = {
    "Acc": Case.ACCUSATIVE,
    "Dat": Case.DATIVE,
    "Loc": Case.LOCATIVE,
    "Abl": Case.ABLATIVE,
    "Gen": Case.GENITIVE,
    "Ins": Case.INSTRUMENTAL,
}
_POSSESSIVES: Final = {"P1sg", "P2sg", "P3sg", "P1pl", "P2pl", "P3pl"}
_APOSTROPHES: Final = "'’‘ʼ`´′‛＇ʹ"
# A believed ending is one of at least two sounds that obeys harmony (see suffixes: strength twice, harmony two).
_ENOUGH: Final = 6
_CERTAIN_STEMS: Final = ("ov", "ev", "yev", "yan", "zade", "oğlu", "ski", "skiy", "iç", "son", "berg")
_LONGEST_WORD: Final = 40
# demonstratives take an n before their endings (Göksel & Kerslake 2005, 6.2.1): bu-nu, o-nun, şu-nda
_POINTING: Final = re.compile(r"(bu|şu|o)(?:n([ıiuüae]|[ıiuü]n|d[ae]|d[ae]n)|(nlar)(?:([ıa]|ın|da|dan))?)")
_POINTED: Final = {
    "": Case.NOMINATIVE,
    **dict.fromkeys(("a", "e"), Case.DATIVE),
    **dict.fromkeys(("da", "de"), Case.LOCATIVE),
    **dict.fromkeys(("dan", "den"), Case.ABLATIVE),
    **dict.fromkeys(("un", "ün", "ın", "in"), Case.GENITIVE),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a known word: `part` is Noun, Adj, Verb, Adv, …; `bare` when nothing is added to the lemma.

    `marks` are the dictionary's names for the morphemes after the first (P3sg, Dat, Past, …).
    """

    lemma: str
    part: str
    case: Case
    plural: bool
    possessive: bool
    proper: bool
    negative: bool
    bare: bool
    marks: tuple[str, ...] = ()
    abbreviation: bool = False


class _Raw(TypedDict):
    lemma: str
    primary_pos: str
    secondary_pos: str
    morphemes: list[str]


class _Dictionary(Protocol):
    def analyze(self, word: str) -> list[_Raw]: ...


_WITH_HIS: Final = ("yla", "yle")


@cache
def _dictionary() -> _Dictionary:
    import akana  # type: ignore[import-untyped, unused-ignore]

    dictionary: _Dictionary = akana.Morphology()
    return dictionary


@lru_cache(maxsize=1 << 16)
def readings(word: str) -> tuple[Reading, ...]:
    """What the dictionary offers for `word`, in no telling order; empty for a word it does not know.

    >>> {str(reading.case) for reading in readings("askerden")}
    {'ablative'}
    """
    if not word or len(word) > _LONGEST_WORD or not word.replace("'", "").isalpha():
        return ()
    found = []
    for raw in _dictionary().analyze(lower_turkish(word)):
        marks = raw["morphemes"]
        case = next((_CASES[mark] for mark in marks if mark in _CASES), Case.NOMINATIVE)
        found.append(
            Reading(
                lemma=raw["lemma"],
                part=raw["primary_pos"],
                case=case,
                plural="A3pl" in marks,
                possessive=not _POSSESSIVES.isdisjoint(marks),
                proper=raw["secondary_pos"] == "Prop",
                negative="Neg" in marks,
                bare=not set(marks[1:]) - {"A3sg", "Nom"},
                marks=tuple(mark for mark in marks[1:] if mark not in ("A3sg", "Nom")),
                abbreviation=raw["secondary_pos"] == "Abbrv",
            )
        )
    # "evini" is "his house" before it is a grain: a rare word stands back where a common one fits
    usual = [reading for reading in found if reading.lemma not in _rare_lemmas()]
    if not word.lower().endswith(_WITH_HIS):  # "okula" is to the school, for "with his arrow" has a -y- (GK 8.1.2)
        usual = [reading for reading in usual if reading.marks[-2:] != ("P3sg", "Ins")]
    return tuple(usual or found)


@cache
def _rare_lemmas() -> frozenset[str]:
    """Headwords that prose hardly has and that look like inflected forms of common nouns."""
    return frozenset(row["lemma"] for row in read_rows("tanik.core", "rare_lemmas.csv"))


def is_known(word: str) -> bool:
    """Whether the dictionary has any reading of `word`."""
    return bool(readings(word))


def is_common(word: str) -> bool:
    """Whether the dictionary reads `word` as something else than a proper name.

    >>> is_common("ordular"), is_common("Nerimanov")
    (True, False)
    """
    return any(not reading.proper for reading in readings(word))


def _apostrophe(word: str) -> int:
    return max(map(word.rfind, _APOSTROPHES))


def _written(word: str, at: int, begin: int | None = None) -> Form | None:
    """The form of a word whose suffix stands behind an apostrophe at `at`, or from `begin`; None where none does."""
    stem, suffix = word[:at], word[at + 1 if begin is None else begin :]
    read = read_ending(suffix)
    if not stem or read is None:
        return None
    return Form(stem, suffix, read[0], plural=read[1], belief=20)


def _from_dictionary(word: str, forms: tuple[Form, ...]) -> Form | None:
    """The form that agrees with a reading of the dictionary; the bare word if a reading is bare."""
    known = readings(word)
    if any(reading.bare for reading in known):
        return Form(word, "", Case.NOMINATIVE, belief=10)
    owned_head = any(_owned_by_another(reading) and reading.case is Case.NOMINATIVE for reading in known)
    if owned_head and word[:1].isupper():
        return Form(word, "", Case.NOMINATIVE, belief=10)  # "Birliği", "Ordusu": the head of a name, oftener than "-i"
    owned = _possessed(known, forms)
    if owned is not None:
        return owned
    # the longest stem, but a y between vowels is a buffer: "Ankara-ya", not "Ankaray-a"
    by_stem = sorted(forms, key=lambda form: -len(form.stem) - 2 * (form.suffix[0] == "y" and len(form.stem) > 2))
    for form in by_stem:
        stems = {fold(form.stem), fold(hardened(lower_turkish(form.stem)))}
        if any(reading.case == form.case and fold(reading.lemma) in stems for reading in known):
            return form
    for form in forms:
        if any(reading.case == form.case and fold(form.stem).startswith(fold(reading.lemma)[:-1]) for reading in known):
            return form
    return None


def _owned_by_another(reading: Reading) -> bool:
    """Whether the possessor is a third person, the only one that names show."""
    return "P3sg" in reading.marks and reading.part == "Noun" and not (reading.abbreviation or reading.proper)


def _possessed(known: tuple[Reading, ...], forms: tuple[Form, ...]) -> Form | None:
    """``Devleti-nin``, ``Ordusu-na``: the possessive belongs to the name, the case alone is taken off."""
    owned = [reading for reading in known if _owned_by_another(reading)]
    for form in forms:
        seam = form.possessive or (form.suffix[:1] == "n" and lower_turkish(form.stem)[-1:] in "ıiuü")
        if seam and any(
            reading.case is form.case and fold(form.stem).startswith(fold(reading.lemma)[:-1]) for reading in owned
        ):
            return form
    return None


def _after_capitals(word: str) -> Form | None:
    """``TBMMye``, ``CHPde``: where capitals end and small letters that are a suffix begin."""
    size = next((at for at, char in enumerate(word) if not char.isupper()), len(word))
    if size < 2 or size == len(word) or not word[size:].islower():
        return None
    return _written(word, size, size)


def split_suffix(word: str, *, known: Callable[[str], bool] | None = None) -> Form:
    """`word` taken apart into stem and case suffix; `known` tells stems for which there is other evidence.

    >>> form = split_suffix("Nerimanovun")
    >>> form.stem, form.suffix, str(form.case)
    ('Nerimanov', 'un', 'genitive')
    >>> split_suffix("Paşa’ya").stem, split_suffix("Sakarya").stem
    ('Paşa', 'Sakarya')
    """
    return _split_alone(word) if known is None else _split(word, known)


@lru_cache(maxsize=1 << 14)
def _split_alone(word: str) -> Form:
    """The same by the word alone: a page says the same words again."""
    return _split(word, None)


def _pointing(word: str) -> Form | None:
    """A demonstrative with its ending: the n before it is no part of the stem, "-nlar" is."""
    found = _POINTING.fullmatch(lower_turkish(word)) if word[:1] in "bşoBŞO" else None
    if found is None:
        return None
    ending, cut = found[2] or found[4] or "", found.end(3 if found[3] else 1)
    return Form(word[:cut], word[cut:], _POINTED.get(ending, Case.ACCUSATIVE), plural=bool(found[3]))


def _split(word: str, known: Callable[[str], bool] | None) -> Form:
    at = _apostrophe(word)
    shown = (_written(word, at) if at > 0 else None) or _after_capitals(word) or _pointing(word)
    if shown is not None:
        return shown
    bare = Form(word, "", Case.NOMINATIVE)
    if len(word) > _LONGEST_WORD or (known is not None and known(word)):
        return bare
    forms = endings_of(word)
    if known is not None:
        for form in forms:
            if known(form.stem) or known(hardened(form.stem)):
                return form
    if is_known(word):
        return _from_dictionary(word, forms) or bare
    enough = _ENOUGH - 2 * looks_foreign(word)
    for form in forms:
        if form.belief >= enough or (form.belief >= 4 and lower_turkish(form.stem).endswith(_CERTAIN_STEMS)):
            return form
    return bare


def cases_of(word: str) -> frozenset[Case]:
    """Every case that `word` may stand in.

    >>> sorted(cases_of("mektubu"))
    [<Case.ACCUSATIVE: 'accusative'>, <Case.NOMINATIVE: 'nominative'>]
    """
    at = _apostrophe(word)
    if at > 0 and (form := _written(word, at)):
        return frozenset({form.case})
    nouns = [reading.case for reading in readings(word) if reading.part != "Verb"]
    return frozenset(nouns or [split_suffix(word).case])


def case_of(word: str, *, known: Callable[[str], bool] | None = None) -> Case:
    """The likeliest case of `word` taken alone.

    A bare reading goes before an inflected one, a possessed one before an accusative: both are more frequent.

    >>> str(case_of("Paşaya")), str(case_of("hükümetine")), str(case_of("Azerbaycandan"))
    ('dative', 'dative', 'ablative')
    """
    at = _apostrophe(word)
    nouns = [] if at > 0 else [reading for reading in readings(word) if reading.part != "Verb"]
    if not nouns:
        return split_suffix(word, known=known).case
    best = min(nouns, key=lambda reading: (not reading.bare, reading.case == Case.ACCUSATIVE, -len(reading.lemma)))
    return best.case
