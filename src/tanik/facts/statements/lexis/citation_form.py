"""How the dictionary writes a common noun that a page has with a changed stem: "isteğ-i" is "istek", "şehr-e" "şehir".

Comes in: a role without a name. Goes out: the same with the dictionary's form as its name, where the stem on the page
is no word by itself. Turkish softens a last consonant, drops a narrow vowel or doubles a consonant before a vowel
(Göksel & Kerslake 2005, 2.1 and 2.3); text and span stay the page's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.core.morph import readings
from tanik.facts.model import Role, Statement
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.mending import Damage, mended

__all__ = ["in_citation_form"]

_CHANGED: Final = re.compile(r"[bcçdğgvşzhrklnmst]$")
_TAIL: Final = re.compile(r"[^\W\d_]+")
_SOFTENED: Final = {"ç": "c", "k": "ğg", "t": "d", "p": "b"}
_VOWELS: Final = "ıiuü"
_LEAST: Final = 2  # letters of a noun


def in_citation_form(statement: Statement, text: str, damage: Damage) -> Statement:
    """The statement with the dictionary's form of each role whose stem changed before its ending.

    On a page that lost letters the name is the words as they were likely meant: "antlaflma" is "antlaşma".
    """
    lost = damage is not Damage.NONE
    roles = tuple((place, _whole(role, damage) if lost else _named(role, text)) for place, role in statement.roles)
    return replace(statement, roles=roles) if roles != statement.roles else statement


def _whole(role: Role, damage: Damage) -> Role:
    """A role whose letters a page lost, with the words that it likely had."""
    meant = " ".join(mended(word, damage) for word in role.text.split())
    return replace(role, name=meant) if role.name is None and meant != role.text else role


def _named(role: Role, text: str) -> Role:
    if role.name is None and fold_word(role.text) in phrases("kin"):
        return replace(role, name=role.text[:-1].lower())  # "annem" is told of the teller's mother
    tail = _TAIL.match(text, role.span.end)
    if role.name is not None or tail is None or not _CHANGED.search(role.text):
        return role
    stem = role.text.split()[-1]
    if any(reading.bare for reading in readings(stem)):
        return role
    lemma = _lemma(stem, stem + tail.group())
    return replace(role, name=role.text[: len(role.text) - len(stem)] + lemma) if lemma is not None else role


def _lemma(stem: str, written: str) -> str | None:
    """The dictionary's noun behind a `written` form, if it differs from `stem` in its last letters only.

    >>> _lemma("isteğ", "isteği"), _lemma("şehr", "şehre"), _lemma("hatt", "hattı"), _lemma("borc", "borcun")
    ('istek', 'şehir', 'hat', 'borç')
    """
    known = (one.lemma for one in readings(written) if one.part == "Noun" and not one.proper)
    return next((lemma for lemma in known if _may_change(lemma, lower_turkish(stem))), None)


def _may_change(lemma: str, stem: str) -> bool:
    """Whether a noun has this stem before a vowel: "borç" and "borc", "metin" and "metn", "hat" and "hatt".

    "Borcun" is then never of "bor", nor "metnin" of "met", which the dictionary also knows.
    """
    if len(lemma) < _LEAST or lemma == stem:
        return False
    softened = stem[:-1] == lemma[:-1] and stem[-1:] in tuple(_SOFTENED.get(lemma[-1], ""))
    dropped = lemma[-2] in _VOWELS and fold(stem) == fold(lemma[:-2] + lemma[-1])
    return softened or dropped or fold(stem) == fold(lemma + lemma[-1])
