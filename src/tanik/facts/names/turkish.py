"""The Turkish form of a name that is written in Azerbaijani or in English.

Comes in: a name as the page writes it, in a language that is not Turkish. Goes out: how Turkish writes it. Letters
of Azerbaijani that Turkish lacks have a fixed answer (ə e, x h, q k; Cyrillic letters first go to the Latin ones that
replaced them), words that make a name (*müqaviləsi*, *Treaty of*) stand in ``name_words.csv``. The tables of names are
asked once more with the new form, since they know bearers by their Turkish names best. A name of which nothing is
known but its English words stays as it is: translating those would be inventing a name.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from tanik.core.fold import CYRILLIC, lower_turkish
from tanik.core.kindred import latin_of
from tanik.facts.model import NameKind
from tanik.facts.names.english import bearer_of
from tanik.facts.names.tables import gazetteer, key_of
from tanik.facts.tables import rows

__all__ = ["turkish_form"]

_TURKISH: Final = {"ə": "e", "x": "h", "q": "k"}
_ROMAN: Final = re.compile(r"(?=..)X{0,3}(?:IX|IV|V?I{0,3})")
_APART: Final = re.compile(r"([^\W_]+)")
_OF: Final = re.compile(r"(?:the )?(\w+) of (?:the )?(\w+)", re.IGNORECASE)
_BEFORE: Final = re.compile(r"(?:the )?(\w+) (\w+)", re.IGNORECASE)


@cache
def _words(language: str) -> dict[str, str]:
    return {row["form"]: row["turkish"] for row in rows("name_words.csv") if row["language"] == language}


def _capital(word: str) -> str:
    return {"i": "İ", "ı": "I"}.get(word[:1], word[:1].upper()) + word[1:]


def _letter(char: str) -> str:
    small = lower_turkish(char)
    told = CYRILLIC.get(small, small)
    told = _TURKISH.get(told, told)
    return told if char == small else _capital(told)


def _from_azerbaijani(text: str) -> str:
    """The name word by word: as the table has it, else letter by letter."""
    found = []
    for part in _APART.split(text):
        latin = latin_of(part)
        # the Arabic q keeps the vowel behind it back: Şəfiqə, Şefika
        written = re.sub("(?<=[qг])[əә]", "a", part) if "qə" in latin else part
        known = _words("az").get(latin)
        # an initial that Turkish has not got is written with the letter that it has: "Ə." is "E."
        if _ROMAN.fullmatch(part):
            found.append(part)  # "XI Qızıl Ordu"
            continue
        foreign = len(part) > 2 or any(letter in "əƏqQxX" or lower_turkish(letter) in CYRILLIC for letter in part)
        found.append(known or (_capital("".join(map(_letter, written))) if foreign else part))
    return "".join(found)


def _from_english(text: str) -> str | None:
    """A head word and a place that the tables know: "Treaty of Kars", "Sivas Congress"."""
    for pattern, head, place in ((_OF, 1, 2), (_BEFORE, 2, 1)):
        match = pattern.fullmatch(text)
        turkish = _words("en").get(match[head].lower()) if match else None
        entry = gazetteer().get(key_of(match[place])) if match else None
        if turkish and entry is not None and entry.kind is NameKind.PLACE:
            return f"{entry.name} {turkish}"
    return None


def turkish_form(text: str, kind: NameKind, language: str) -> str | None:
    """How Turkish writes the name `text` of a page in `language`; None where that is not known.

    >>> turkish_form("Həmid Sultanov", NameKind.PERSON, "az")
    'Hamid Sultanov'
    >>> turkish_form("Treaty of Kars", NameKind.EVENT, "en"), turkish_form("Grain Office", NameKind.EVENT, "en")
    ('Kars Antlaşması', None)
    """
    if language == "az":
        form: str | None = _from_azerbaijani(text)
    else:
        person = bearer_of(text) if language == "en" and kind is NameKind.PERSON else None
        form = person or (_from_english(text) if language == "en" else None)
    if form is None:
        return None
    entry = gazetteer().get(key_of(form))
    return entry.name if entry is not None and entry.kind is kind else form
