"""The object that stands before its subject: "kitabı 1933'te matbaa bastı".

Comes in: the nominatives of an active clause that has no accusative. Goes out: the one of them that is its object, or
None. What is asked about stands right before the verb in Turkish, and what is known stands first, so that whoever did a
thing comes behind it (Göksel & Kerslake 2005, 23.3.1, 23.3.2). "Kitabı" is "the book" or "his book" by its letters;
that somebody who can do things stands behind it tells which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.verbs import Predicate
from tanik.facts.statements.roles.heads import acts, is_human_head
from tanik.facts.statements.syntax.phrases import Phrase, is_unit

__all__ = ["fronted_object"]

_DOERS: Final = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE)
_INFLECTED: Final = re.compile(r"(?:l[ae]r)?(?:s?[iu])?$")
_PLURAL: Final = re.compile(r"l[ae]r(?:[iu])?$")
# whoever is sent, named to a post or given may stand bare before these verbs: "hükûmeti iki elçi gönderdi"
_OF_PEOPLE: Final = frozenset(("transfer", "move", "appoint", "dismiss", "lose", "request", "offer"))


def fronted_object(nominatives: Sequence[Phrase], predicate: Predicate, facts: Facts) -> Phrase | None:
    """The first nominative where its ending may be an accusative and somebody stands between it and the verb.

    A measure alone behind the doer ("3.000 adet") says how many of the object there were.
    """
    told = [one for one in nominatives if not _is_measure(one, facts)]
    if len(told) != len(nominatives) and (not told or told[-1].last > _first_measure(nominatives, facts)):
        return None
    if len(told) != 2:
        return None
    thing, doer = told
    behind = predicate.first - 1 if len(told) == len(nominatives) else nominatives[-1].first - 1
    known = thing.maybe_object and thing.name is None and not thing.joined and not thing.amounts
    near = doer.last == behind or (doer.name is not None and doer.last < behind)
    if not known or not near or not _does(doer, facts):
        return None
    # a name is definite: before its verb it is nobody to whom a thing is done ("mebusları İngilizler tutukladı")
    body = thing.first == thing.last and _is_one(thing, "bodies")
    if is_human_head(thing) and not body and not _is_named(doer):
        return None
    if _is_one(thing, "bodies") and _counts_people(doer) and predicate.rows[:1]:
        return None if predicate.rows[0].action in _OF_PEOPLE else thing
    return thing


def _first_measure(nominatives: Sequence[Phrase], facts: Facts) -> int:
    return next(one.first for one in nominatives if _is_measure(one, facts))


def _is_measure(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase is a number and a unit of pieces, and no thing: "3.000 adet", "iki tane"."""
    amount = facts.amounts[phrase.amounts[0]] if phrase.amounts else None
    if amount is None or amount.unit in units_by_kind("money", "time", "person"):
        return False
    return is_unit(fold_word(phrase.text).split()[-1]) and phrase.span.start >= amount.span.start


def _does(phrase: Phrase, facts: Facts) -> bool:
    """Whether a phrase is somebody told apart who does things: by name, counted, described, or a body."""
    if phrase.name is not None:
        return facts.names[phrase.name].kind in _DOERS
    if is_human_head(phrase) or _is_one(phrase, "bodies"):
        return True
    last = fold_word(phrase.text).split()[-1]
    someone = acts(phrase) or _INFLECTED.sub("", last) in phrases("actors")
    alone = phrase.first == phrase.last and not _PLURAL.search(last)
    # a bare noun right before the verb is its object: "şirketi memur aldı" (GK 22.3)
    return (someone and (not alone or last in phrases("officials"))) or _INFLECTED.sub("", last) in phrases("forces")


def _is_named(phrase: Phrase) -> bool:
    """Whether a phrase is a name or a people in the plural: "İngilizler"."""
    return phrase.name is not None or (phrase.text[:1].isupper() and bool(_PLURAL.search(fold_word(phrase.text))))


def _is_one(phrase: Phrase, group: str) -> bool:
    last = fold_word(phrase.text).split()[-1]
    return not {last, _INFLECTED.sub("", last)}.isdisjoint(phrases(group))


def _counts_people(phrase: Phrase) -> bool:
    return bool(phrase.amounts) or fold_word(phrase.text).startswith("bir ")
