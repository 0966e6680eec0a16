"""Whose the foundations and the doors are: of "temeli atıldı" and "kapılarını açtı" the building's last spoken of.

Comes in: a clause whose object is a part of a building, its sentence and the one before it. Goes out: its roles with
the building. A possessor goes unsaid where it is what was told of (Göksel & Kerslake 2005, 14.4 and 18.1.5).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.verb_rows import APART
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.roles.reference import resolved
from tanik.facts.statements.roles.states import is_state
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase, is_person

__all__ = ["of_what_was_built"]

_PARTS: Final = ("teme", "kapi", "cami", "cam")
_ROOT: Final = 4  # letters of a noun that its forms have in common
_OPENING: Final = 2  # words with which a sentence may begin before what it tells of
_OWNED: Final = re.compile(r"(?<=[a-z]{3})(?:(?<=[aeiou])s[iu]|(?<=[^aeiou])[iu])$")


def of_what_was_built(
    sentence: Sentence, reading: Reading, roles: dict[str, Role], context: Context
) -> dict[str, Role]:
    """Of "temeli atıldı" and "kapılarını açtı" what has the foundations and the doors: the house last spoken of."""
    if not (reading.row.lead and reading.row.lead[0][0].startswith(APART)):
        return roles
    at = sentence.words[reading.first].start
    part = roles.get("object")
    nouns = [fold_word(noun.lstrip(APART))[:_ROOT] for noun in reading.row.lead[0]]
    owned = nouns[0].startswith(_PARTS)
    own = part is None or part.name is not None or " " in part.text
    if part is None or own or not owned or not fold_word(part.text).startswith(tuple(nouns)):
        return roles
    house = _built_in(sentence) or _built_in(context.before) or _house_before(context.facts, at)
    house = house or (None if context.is_about_someone() else context.topic)
    doer = roles.get("subject")
    if house is None or (doer is not None and doer.span.overlaps(house.span)):
        return roles  # "müze kapılarını açtı": its own doors, as it says
    if nouns[0].startswith("kapi") and "subject" not in reading.roles:
        return {**{place: role for place, role in roles.items() if place != "object"}, "subject": house}
    return {**roles, "object": house}


def _built_in(sentence: Sentence | None) -> Role | None:
    """The building or line that a sentence tells of: what it begins with, or what its subject is a part of.

    Behind "Kütüphane iki katlıdır" and "Otelin yapımı uzun sürdü" the foundations are the library's and the hotel's: a
    possessor goes unsaid where it is what was told of (Göksel & Kerslake 2005, 14.4 and 18.1.5).
    """
    if sentence is None or not sentence.words:
        return None
    high = min((clause.predicate.first for clause in sentence.clauses), default=len(sentence.words))
    first = next(iter(sentence.phrases(0, high)), None)
    if first is None or first.case not in ("nom", "gen") or first.quoted or first.first > _OPENING:
        return None
    last = fold_word(first.text).split()[-1]
    heads = {last, _OWNED.sub("", last)}
    groups = ("institutions", "schools", "grounds", "structures")
    if heads.isdisjoint(phrases(*groups)) or is_person(first, sentence.facts) or _names_someone(first, sentence):
        return None
    return resolved(role_of(first, sentence.text, sentence.facts), sentence.facts, sentence.text)


def _names_someone(phrase: Phrase, sentence: Sentence) -> bool:
    """Whether somebody's name stands in a phrase, who is then no part of a building's."""
    names = {word.name for word in sentence.words[phrase.first : phrase.last + 1] if word.name is not None}
    return any(sentence.facts.names[at].kind is NameKind.PERSON for at in names)


def _house_before(facts: Facts, at: int) -> Role | None:
    """The body, building or line last named before offset `at`.

    >>> _house_before(Facts(), 10) is None
    True
    """
    index = bisect_left(facts.names, at, key=lambda name: name.span.start)
    for name in reversed(facts.names[:index]):
        built = name.kind is NameKind.PLACE and " " in name.name and not is_state(name.name)
        if name.kind is NameKind.ORGANISATION or built:
            return Role(name.span, name.text, name.name)
    return None
