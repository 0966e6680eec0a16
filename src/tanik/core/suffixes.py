"""Case endings by rule: what could be stem and what ending in a word that no dictionary knows.

Comes in: a word. Goes out: every way to take a plural and a case ending off its end that the sounds allow, with
how much each deserves belief. Names of the past are in no dictionary, so only the law of sounds is left: the
ending's vowels follow the last vowel of the stem, buffers stand after vowels, hard consonants ask for t. Foreign
names break harmony ("Lenin'den", "Harold'a"), hence broken harmony lowers a reading and does not forbid it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import lower_turkish
from tanik.core.tables import read_rows

__all__ = ["Case", "Form", "endings_of", "hardened", "is_case_of", "looks_foreign", "read_ending"]

_VOWELS: Final = "aâeəıiîoöuûüéèêäáàóòô"
_BACK: Final = "aâıouûáàóòô"
_ROUND: Final = "oöuûüóòô"
_HARD: Final = "fstkçşhpx"
_LONGEST_ENDING: Final = 8
_GENITIVE: Final = 3  # letters of -nin
_HARDENED: Final = {"b": "p", "c": "ç", "d": "t", "ğ": "k", "g": "k"}
_SOUNDS: Final = {"I": "[ıiuüî]", "A": "[aeâ]", "D": "[dt]", "C": "[cç]"}


class Case(StrEnum):
    """The seven cases that Turkish nouns show."""

    NOMINATIVE = "nominative"
    ACCUSATIVE = "accusative"
    DATIVE = "dative"
    LOCATIVE = "locative"
    ABLATIVE = "ablative"
    GENITIVE = "genitive"
    INSTRUMENTAL = "instrumental"


@dataclass(frozen=True, slots=True)
class Form:
    """A word taken apart: `stem` and `suffix` as written (apostrophe in neither), what the suffix says.

    `belief` orders readings of one word: 0 for none, more for longer endings that obey the law of sounds.
    """

    stem: str
    suffix: str
    case: Case
    plural: bool = False
    possessive: bool = False
    belief: int = 0


@dataclass(frozen=True, slots=True)
class _Ending:
    pattern: re.Pattern[str]
    case: Case
    possessive: bool
    strength: int
    written: bool
    sizes: tuple[int, int]


def _pattern(form: str) -> str:
    """A regular expression for an ending in letters of sound classes: ``(y)A`` → ``y?[aeâ]``."""
    out = re.sub(r"\((\w)\)", r"\1?", form)
    return "".join(_SOUNDS.get(char, char) for char in out)


def _sizes(form: str) -> tuple[int, int]:
    """How many letters an ending has at least and at most: ``(y)A`` one or two."""
    return len(re.sub(r"\(\w\)", "", form)), len(re.sub(r"[()]", "", form))


@cache
def _endings() -> tuple[_Ending, ...]:
    return tuple(
        _Ending(
            re.compile(_pattern(row["form"])),
            Case(row["case"]),
            row["after"] == "possessive",
            int(row["strength"]),
            row["after"] == "written",
            _sizes(row["form"]),
        )
        for row in read_rows("tanik.core", "case_endings.csv")
    )


_PLURAL: Final = re.compile(r"l[ae]r")
_POSSESSIVE: Final = re.compile(r"(?:[ıiuü]?m[ıiuü]z|[ıiuü]?n[ıiuü]z|l[ae]r[ıi]|s[ıiuü]|[ıiuü])")


def read_ending(suffix: str) -> tuple[Case, bool] | None:
    """Case and number that a suffix behind an apostrophe says, or None if it is no suffix at all.

    >>> read_ending("lardan"), read_ending("iye")
    ((<Case.ABLATIVE: 'ablative'>, True), None)
    """
    small = lower_turkish(suffix)
    plural = _PLURAL.match(small)
    rest = small[plural.end() :] if plural else small
    if plural and not rest:
        return Case.NOMINATIVE, True
    for ending in _endings():
        own = _POSSESSIVE.match(rest) if ending.possessive else None
        if ending.pattern.fullmatch(rest) or (own and ending.pattern.fullmatch(rest, own.end())):
            return ending.case, bool(plural)
    return (Case.NOMINATIVE, bool(plural)) if _POSSESSIVE.fullmatch(rest) else None


def is_case_of(stem: str, suffix: str) -> bool:
    """Whether letters are a case ending that the sounds of `stem` ask for: of "Tunus" they are "u" and "ta".

    After a vowel stands a buffer, the vowels go with the last of the stem, hard consonants ask for t.

    >>> [is_case_of("Tunus", suffix) for suffix in ("u", "ta", "da", "yu", "i", "lu")]
    [True, True, False, False, False, False]
    """
    stem, suffix = lower_turkish(stem), lower_turkish(suffix)
    if not stem or _last_vowel(stem) is None or not (_harmonic(stem, suffix) or _is_clear(stem, suffix)):
        return False
    if suffix.startswith("d") and stem[-1] in _HARD:
        return False
    held = (one for one in _endings() if one.case is not Case.NOMINATIVE and one.pattern.fullmatch(suffix))
    return any(_fits(stem, suffix, possessive=one.possessive) for one in held)


def _is_clear(stem: str, suffix: str) -> bool:
    """Whether a stem ends in the clear l of borrowed names, behind which the vowels are front: "Kemal'e", "Celal'in"
    (TDK Yazım Kılavuzu, büyük ünlü uyumu)."""
    front = str.maketrans("aou", "eöü")
    return stem.endswith("l") and stem[-2:-1] in tuple("aou") and _harmonic(stem[-2].translate(front) + "l", suffix)


def hardened(stem: str) -> str:
    """The stem with its softened last consonant hard again.

    >>> hardened("Zonguldağ"), hardened("Nerimanov")
    ('Zonguldak', 'Nerimanov')
    """
    return stem[:-1] + _HARDENED[stem[-1]] if stem[-1:] in _HARDENED else stem


_FOREIGN: Final = re.compile(r"[wqx]|[ck]k|sh|th|ch|ph|gh|([bcdfghjklmnprstvz])\1(?=[^aeıioöuü]|$)|[aeiou]{3}|oo|ee|ou")


def looks_foreign(word: str) -> bool:
    """Whether letters of `word` stand together as in no Turkish word, so that harmony cannot be asked of its suffix.

    >>> looks_foreign("Southseade"), looks_foreign("Azerbaycandan")
    (True, False)
    """
    return _FOREIGN.search(lower_turkish(word)) is not None


def _sounds_open(stem: str) -> bool:
    """Whether a stem ends in the sound of a vowel; a y behind a consonant is one, as in Henry."""
    return stem[-1] in _VOWELS or (stem[-1] == "y" and len(stem) > 1 and stem[-2] not in _VOWELS)


def _last_vowel(stem: str) -> str | None:
    if stem[-1] == "y" and _sounds_open(stem):
        return "i"
    return next((char for char in reversed(stem) if char in _VOWELS), None)


def _harmonic(stem: str, suffix: str) -> bool:
    """Whether each vowel of the suffix follows the vowel before it."""
    before = _last_vowel(stem)
    if before is None:
        return False
    for char in suffix:
        if char not in _VOWELS:
            continue
        if (char in _BACK) != (before in _BACK) and not suffix.endswith("ki"):
            return False
        if char in "ıiuü" and not suffix.endswith("ki") and (char in _ROUND) != (before in _ROUND):
            return False
        before = char
    return True


def _fits(stem: str, suffix: str, *, possessive: bool) -> bool:
    """Whether buffer and hardness of the suffix's first sound suit the stem's last."""
    vowel_end = _sounds_open(stem)
    first = suffix[0]
    if possessive:
        return stem[-1] in "ıiuü"
    if first == "y" or (first == "n" and len(suffix) > 1 and suffix[1] in _VOWELS):
        return vowel_end
    if first in _VOWELS:
        return not vowel_end
    if first == "t":
        return stem[-1] in _HARD
    return True


def _tells(stem: str, suffix: str) -> bool:
    """Whether the seam itself gives a short ending away: a buffer between vowels, a softened k.

    "-iye" is left out: it is how Arabic names end (Suriye, Osmaniye).
    """
    if suffix[0] == "y":
        return _sounds_open(stem) and not (stem[-1] in "iıî" and suffix in ("ye", "ya"))
    if suffix[0] == "n" and len(suffix) == _GENITIVE:
        return _sounds_open(stem) and suffix[1] in "ıiuü" and _harmonic(stem, suffix)
    return stem[-1] == "ğ" and suffix[0] in _VOWELS


def _readings(word: str, small: str, ending: _Ending) -> Iterator[Form]:
    shortest, longest = ending.sizes
    for size in range(max(shortest, 1), min(longest, _LONGEST_ENDING, len(small) - 1) + 1):
        stem, suffix = small[:-size], small[-size:]
        if len(stem) < 2 or not ending.pattern.fullmatch(suffix) or _last_vowel(stem) is None:
            continue
        if not _fits(stem, suffix, possessive=ending.possessive):
            continue
        harmony = _harmonic(stem, suffix)
        clash = suffix[0] == "d" and stem[-1] in _HARD
        belief = ending.strength * 2 + 2 * harmony - clash + 2 * _tells(stem, suffix)
        yield Form(word[:-size], word[-size:], ending.case, possessive=ending.possessive, belief=belief)
        if len(stem) > 5 and stem[-3:] in ("lar", "ler"):
            yield Form(word[: -size - 3], word[-size - 3 :], ending.case, plural=True, belief=belief + 1)


@lru_cache(maxsize=1 << 13)
def endings_of(word: str) -> tuple[Form, ...]:
    """Every reading of `word` as stem and case ending, most believed first; the bare word is not among them.

    >>> [(form.stem, str(form.case)) for form in endings_of("Azerbaycandan")][0]
    ('Azerbaycan', 'ablative')
    """
    small = lower_turkish(word)
    found = [form for ending in _endings() if not ending.written for form in _readings(word, small, ending)]
    if len(small) > 5 and small[-3:] in ("lar", "ler") and _harmonic(small[:-3], small[-3:]):
        found.append(Form(word[:-3], word[-3:], Case.NOMINATIVE, plural=True, belief=6))
    return tuple(sorted(found, key=lambda form: -form.belief))
