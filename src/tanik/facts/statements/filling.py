"""The roles of a statement with what its clause leaves unsaid.

Comes in: a clause's reading and what the sentences before it gave. Goes out: all its roles: the subject carried on, the
other side of a deal, the town of the title. Only what a rule points to is filled: weighing all that a page has spoken
of by learned weights was tried, and on pages not learned from it was right no more often (docs/quality.md).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.facts.model import Role
from tanik.facts.statements.context import Context
from tanik.facts.statements.lexicon import fold_word, phrases
from tanik.facts.statements.reading import Reading, Sentence
from tanik.facts.statements.reference import as_nation, as_state

__all__ = ["filled"]

# deeds whose thing goes unsaid once it was spoken of: "Meclis onayladı"
_GIVEN_OBJECTS: Final = frozenset(("accept", "refuse", "sign"))
_IS_NUMBER: Final = re.compile(r"\d[\d.,]*(?:[-'’]?[^\W\d_]{1,3})?")
# deeds that a people does as people, and not its state
_OF_PEOPLE: Final = frozenset(("move", "die", "born", "meet", "kill", "lose", None))
_ARRIVING: Final = frozenset(("gel", "gir", "demirle", "var", "don", "gec"))
_LEAVING: Final = frozenset(("git", "ayril", "cik", "cekil"))


def _unsaid_goal(reading: Reading, roles: dict[str, Role], sentence: Sentence) -> str | None:
    """Which place the one town of the title fills: the goal of who arrives there, the place of who leaves."""
    frame, stem = reading.row.frame, reading.row.stems[0][1] if reading.row.stems else ""
    if frame not in ("go", "arrive") or {"recipient", "way"} & set(roles):
        return None
    if frame == "arrive" or stem in _ARRIVING:
        return "recipient"
    named = any(role.name is not None for place, role in roles.items() if place != "subject")
    return "object" if stem in _LEAVING and not named and "object" not in roles else None


def filled(
    sentence: Sentence, reading: Reading, context: Context, action: str | None, within: Reading | None
) -> dict[str, Role]:
    """The roles, with what is left unsaid: the subject, the other side, the thing that "bunu" points back to."""
    roles = dict(reading.roles)
    passive = reading.clause.predicate.passive and reading.row.frame not in ("bring", "become", "go", "die")
    if "subject" not in roles and not passive and reading.row.frame not in ("arrive", "fall", "rise"):
        subject = (within.roles.get("subject") if within else None) or context.doer_of(action)
        if subject is not None:
            roles["subject"] = subject
    if reading.row.frame == "rise" and "recipient" not in roles and (raised := context.doer_of("appoint")) is not None:
        roles["recipient"] = raised
    if reading.row.frame == "arrive" and "recipient" not in roles and context.topic is not None:
        roles["recipient"] = context.topic
    if action in _GIVEN_OBJECTS and "object" not in roles and not passive and context.thing is not None:
        roles["object"] = context.thing
    if context.town is not None:
        roles = {place: context.named_town(role) for place, role in roles.items()}
    if action not in _OF_PEOPLE:
        roles = {place: as_state(role) if place in ("subject", "recipient") else role for place, role in roles.items()}
    if context.town is not None and (goal := _unsaid_goal(reading, roles, sentence)):
        roles[goal] = context.town
    if "object" in roles and context.thing is not None and fold_word(roles["object"].text) in phrases("demonstratives"):
        roles["object"] = context.thing
    if "recipient" not in roles and (other := context.other_side(action, roles.get("subject"))) is not None:
        roles["recipient"] = other
    fell = reading.row.frame == "fall" or reading.clause.predicate.passive
    roles |= context.parties.unsaid(action, roles, sentence.words[reading.first].start, passive=fell)
    roles = {place: as_nation(role, roles.values()) for place, role in roles.items()}
    roles = {place: _counted_before(role, reading, context, sentence) for place, role in roles.items()}
    if action in ("die", "born", "begin") and "object" not in roles and "place" in roles:
        # whoever dies has no object: the place is the thing that accounts of a death differ in
        roles["object"] = roles["place"]
    return roles


def _counted_before(role: Role, reading: Reading, context: Context, sentence: Sentence) -> Role:
    """Of a bare number ("20'si Batum'a gitti") what the sentence before counted; every other role as it is."""
    counted = context.parties.counted
    if counted is None or role.name is not None or not _IS_NUMBER.fullmatch(fold_word(role.text)):
        return role
    amounts = [sentence.facts.amounts[index] for index in reading.amounts]
    return counted if any(amount.of is None and amount.span.overlaps(role.span) for amount in amounts) else role
