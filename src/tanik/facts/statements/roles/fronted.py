"""The object that stands before its subject: "kitabı 1933'te matbaa bastı".

Comes in: the nominatives of an active clause that has no accusative. Goes out: the one of them that is its object, or
None. What is asked about stands right before the verb in Turkish, and what is known stands first, so that whoever did a
thing comes behind it (Göksel & Kerslake 2005, 23.3.1, 23.3.2). "Kitabı" is "the book" or "his book" by its letters;
that somebody who can do things stands behind it tells which.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.units import is_unit, units_by_kind
from tanik.facts.statements.lexis.verbs import Predicate
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.heads import acts, is_human_head
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["fronted_object", "with_owner"]

_DOERS: Final = (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE)
_INFLECTED: Final = re.compile(r"(?:l[ae]r)?(?:s?[iu])?$")
_OWNED_OBJECT: Final = re.compile(r"n[iu]\b")  # "raporu|nu": behind the possessive the accusative has an n (GK 6.1.3)
_SEVERAL: Final = re.compile(r"(?:[dt][iu]|m[iu]s)l[ae]r(?:di)?$")
_PLURAL: Final = re.compile(r"l[ae]r(?:[iu])?$")
# whoever is sent, named to a post or given may stand bare before these verbs: "hükûmeti iki elçi gönderdi"
_OF_PEOPLE: Final = frozenset(("transfer", "move", "appoint", "dismiss", "lose", "request", "offer"))


def fronted_object(nominatives: Sequence[Phrase], predicate: Predicate, facts: Facts, verb: Word) -> Phrase | None:
    """The first nominative where its ending may be an accusative and somebody stands between it and the verb.

    `verb` is the inflected word of the predicate. A measure alone behind the doer ("3.000 adet") says how many of the
    object there were.
    """
    told = [one for one in nominatives if not _is_measure(one, facts)]
    measures = nominatives[len(told) :]
    if list(nominatives[: len(told)]) != told:
        return None
    if len(told) == 1:
        return told[0] if _are_several_who_do(told[0], verb) else None
    if len(told) != len(("thing", "doer")):
        return None
    thing, doer = told
    behind = measures[0].first if measures else predicate.first
    near = doer.last == behind - 1 or doer.name is not None
    known = thing.maybe_object and thing.name is None and not thing.joined and not thing.amounts
    return thing if known and near and _does(doer, facts) and not _may_act(thing, doer, predicate) else None


def _may_act(thing: Phrase, doer: Phrase, predicate: Predicate) -> bool:
    """Whether the first noun may be who acts all the same: "oğlu bir memur gönderdi", "hükûmeti iki elçi gönderdi".

    A name is definite: before its verb it is nobody to whom a thing is done ("mebusları İngilizler tutukladı").
    """
    body = thing.first == thing.last and _is_one(thing, "bodies")
    if is_human_head(thing) and not body and not _is_named(doer):
        return True
    sends = bool(predicate.rows) and predicate.rows[0].action in _OF_PEOPLE
    return _is_one(thing, "bodies") and _counts_people(doer) and sends


def _are_several_who_do(thing: Phrase, verb: Word) -> bool:
    """Whether the verb is of several and the noun is one: "başyazarı sürmüşler" (agreement: GK 12.2.2)."""
    several = _SEVERAL.search(verb.folded) is not None and _PLURAL.search(fold_word(thing.text)) is None
    free = thing.name is None and not thing.joined and not thing.amounts and not _is_one(thing, "bodies")
    return several and free and thing.maybe_object and thing.first == thing.last


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
    if _is_unlisted(phrase) or _is_of_trade(phrase):
        return True
    last = fold_word(phrase.text).split()[-1]
    someone = acts(phrase) or _INFLECTED.sub("", last) in phrases("actors")
    alone = phrase.first == phrase.last and not _PLURAL.search(last)
    # a bare noun right before the verb is its object: "şirketi memur aldı" (GK 22.3)
    return (someone and (not alone or last in phrases("officials"))) or _INFLECTED.sub("", last) in phrases("forces")


def _is_of_trade(phrase: Phrase) -> bool:
    """Whether a phrase is one person by his trade, which -CI makes (GK 7.2.2.3): "bir hurdacı"."""
    found = readings(phrase.text.split()[-1]) if phrase.determined or phrase.first < phrase.last else ()
    return bool(found) and all(one.marks == ("Agt",) for one in found)


def _is_unlisted(phrase: Phrase) -> bool:
    """Whether a phrase is a name that no table has, or ends in one: "Kanaat Kitabevi", "Avusturyalı Krippel"."""
    words = phrase.text.split()
    last = words[-1]
    if len(words) > 1 and all(word[:1].isupper() for word in words):
        return True
    return last[:1].isupper() and last[1:].islower() and not noun_of(last).known


def with_owner(found: tuple[Phrase, ...], facts: Facts, text: str) -> tuple[Phrase, ...]:
    """The phrases of a clause where a name before the accusative only says whose it is: "Darülfünun raporunu Ali Bey".

    The accusative is possessed and somebody else stands right before the verb (GK 14.4: a noun before a possessed one
    belongs to it, and a clause has one subject).
    """
    nominatives = [one for one in found if one.case == "nom" and not one.quoted]
    things = [one for one in found if one.case == "acc"]
    if len(nominatives) != len(("owner", "doer")) or len(things) != 1:
        return found
    (owner, doer), thing = nominatives, things[0]
    beside = owner.last + 1 == thing.first and doer.first > thing.last and doer.name is not None
    person = owner.name is None or facts.names[owner.name].kind is NameKind.PERSON
    behind = text[thing.span.end : thing.span.end + len("ini")].split()
    if person or not beside or not behind or _OWNED_OBJECT.match(fold_word(behind[0])) is None:
        return found
    span = Span(owner.span.start, thing.span.end)
    whole = replace(thing, first=owner.first, span=span, text=span.of(text), name=None, joined=True)
    return tuple(whole if one is thing else one for one in found if one is not owner)


def _is_named(phrase: Phrase) -> bool:
    """Whether a phrase is a name or a people in the plural: "İngilizler"."""
    return phrase.name is not None or (phrase.text[:1].isupper() and bool(_PLURAL.search(fold_word(phrase.text))))


def _is_one(phrase: Phrase, group: str) -> bool:
    last = fold_word(phrase.text).split()[-1]
    return not {last, _INFLECTED.sub("", last)}.isdisjoint(phrases(group))


def _counts_people(phrase: Phrase) -> bool:
    return bool(phrase.amounts) or fold_word(phrase.text).startswith("bir ")
