"""Whom a passive deed befell, where its clause leaves that unsaid.

Comes in: a passive clause with the roles that its words fill, and who and what was told of before. Goes out: the place
that its nominative would have. A passive has as its subject whoever or whatever is the topic (Göksel & Kerslake 2005,
14.3.3.1), and a topic goes unsaid (18.1.5): "1920'de yakalandı" is told of the man, "üç yıl sonra kapatıldı" of the
paper he had founded. Who did it stays open: a passive is chosen where nobody says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tanik.facts.model import Role
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.lexicon import frame
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.roles.reference import is_human

__all__ = ["befallen"]

# what is done to people: an arrest is an order of somebody, a discharge a dismissal
_TO_PEOPLE: Final = frozenset(("kill", "dismiss", "order"))
_TO_THINGS: Final = frozenset(("abolish", "publish", "sign", "accept", "refuse"))
_STRIKING: Final = frozenset(("strike", "dismiss"))
# what befalls people: wounds, captivity, discharge
_FATES: Final = frozenset(("lose", "dismiss", "liberate"))
_PLACES: Final = frozenset(("object", "recipient"))


def befallen(
    sentence: Sentence, reading: Reading, roles: Mapping[str, Role], context: Context, action: str | None
) -> dict[str, Role]:
    """The place of whoever or whatever a passive clause without nominative is told of, as far as it was told before."""
    verb = reading.clause.predicate
    place = frame(reading.row.frame).get("passive", "object")
    fell = reading.row.frame == "fall" and action in _FATES
    awarded = reading.row.frame == "award"
    told = place in roles or (not awarded and ("object" in roles or _counts(sentence, reading)))
    if not (verb.passive or fell) or place not in _PLACES or told:
        return {}
    if any(phrase.case in ("nom", "gen") for phrase in sentence.phrases(reading.clause.own, verb.first)):
        return {}
    if fell:  # "Ali Bey Kirte'ye verildi. Ertesi gün yaralandı"
        who = context.here or context.subject
        return {place: who} if who is not None and context.is_one(who) else {}
    if awarded:  # "cepheden döndü ve bir saatle ödüllendirildi"
        return {place: context.person} if context.person is not None else {}
    if action in _TO_PEOPLE and reading.row.frame in _STRIKING:
        who = context.here or context.subject
        who = who if who is not None and (context.is_one(who) or is_human(who)) else context.person
        doer = roles.get("subject")
        return {place: who} if who is not None and (doer is None or doer.name != who.name) else {}
    what = context.thing_before() if action in _TO_THINGS else None
    return {place: what} if what is not None else {}


def _counts(sentence: Sentence, reading: Reading) -> bool:
    """Whether a clause counts what it befell, and not only how long it was: "iki yıl sonra azledildi"."""
    return bool({sentence.facts.amounts[one].unit for one in reading.amounts} - units_by_kind("time"))
