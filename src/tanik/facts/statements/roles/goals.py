"""Where to and for whom, where a clause says it by other means than the dative of its own verb.

Comes in: a clause with the roles that its cases gave. Goes out: the roles with the goal of its purpose ("Kars'a
gitmek üzere ayrıldı"), the town of a house that someone went to ("Konya'da bir konağa taşındı"), where someone got on
board, for whom a thing was given ("yetimhane için para verdi"), and who was allowed a thing ("şirketin köprü kurmasına
izin verdi"). A vessel that one boards is by what one goes and not where to. Göksel & Kerslake 2005, 17.2 and 26.1.16.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import NameKind, Role
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.verbs import Form, Predicate, VerbRow
from tanik.facts.statements.lexis.words import behind
from tanik.facts.statements.roles.reference import is_party
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.roles.states import is_foreign
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase, is_place

__all__ = ["with_goals"]

_MOVING: Final = frozenset(("go", "bring"))
_BOARDING: Final = frozenset(("bin", "bindir"))
_PURPOSE: Final = frozenset(("uzere", "icin", "maksadiyla", "amaciyla", "niyetiyle", "ucun"))
_BENEFIT: Final = frozenset(("icin", "ucun"))
_GOOD_OF: Final = ("yarari", "lehi", "menfaati", "istifadesi")
_ALLOWING: Final = re.compile(r"(?:izin|musaade|ruhsat|icazet?|onay|riza|razi|karsi)$")
_PLURAL: Final = re.compile(r"l[ae]r(?:[iu])?$|s[iu]$")
_ALLOWED: Final = re.compile(r"(?:m[ae]|s[iu]|l[ae]r[iu])n[ae]$")


def with_goals(
    sentence: Sentence, clause: Clause, row: VerbRow, own: Sequence[Phrase], roles: dict[str, Role]
) -> dict[str, Role]:
    """The roles of a clause with the receiver or goal that no dative of its verb names, where its words do."""
    if row.action == "move" and row.frame in _MOVING:
        boarding = row.stems[0][1] in _BOARDING
        roles = _boarded(sentence, row, own, roles) if boarding else roles
        goal = _goal_of_purpose(sentence, clause) if boarding or "recipient" not in roles else None
        if goal is not None:
            vessel = {"means": roles["recipient"]} if "recipient" in roles and "means" not in roles else {}
            return {**roles, **vessel, "recipient": role_of(goal, sentence.text, sentence.facts)}
        return _in_town(sentence, own, roles)
    if row.action == "transfer" and row.frame == "give" and (whose := _whose_benefit(roles)) is not None:
        return {**roles, "recipient": whose}
    if row.action == "transfer" and "recipient" not in roles and row.frame == "give":
        favoured = _favoured(sentence, own)
        return {**roles, "recipient": favoured} if favoured is not None else roles
    if row.action in ("accept", "refuse") and "recipient" not in roles:
        allowed = _allowed(sentence, clause, row)
        return {**roles, "recipient": allowed} if allowed is not None else roles
    return roles


def _goal_of_purpose(sentence: Sentence, clause: Clause) -> Phrase | None:
    """The goal of "gitmek üzere" and "geçmek için" (GK 26.1.16): where whoever left was going."""
    for position, verb in enumerate(clause.inner):
        if verb.form is not Form.INFINITIVE or not _is_going(verb) or not _is_purpose(sentence, verb):
            continue
        start = clause.inner[position - 1].last + 1 if position else clause.start
        goals = [one for one in sentence.phrases(start, verb.first) if one.case == "dat" and not one.amounts]
        if goals:
            return goals[-1]
    return None


def _is_going(verb: Predicate) -> bool:
    return any(row.action == "move" and row.frame in _MOVING for row in verb.rows)


def _is_purpose(sentence: Sentence, verb: Predicate) -> bool:
    return behind(sentence.words, verb.last) in _PURPOSE


def _boarded(sentence: Sentence, row: VerbRow, own: Sequence[Phrase], roles: dict[str, Role]) -> dict[str, Role]:
    """Of "Bandırma'dan vapura bindi" the vapur is the means, and the town where the traveller was when he got on."""
    vessel = next((one for one in own if one.case == "dat"), None)
    if vessel is None or (vessel.name is not None and is_place(vessel, sentence.facts)):
        return roles
    boarding = next((one for one in own if one.case in ("abl", "loc") and not one.amounts), None)
    if boarding is None:
        return roles
    kept = {place: role for place, role in roles.items() if place not in ("recipient", "means")}
    kept["means"] = role_of(vessel, sentence.text, sentence.facts)
    left = role_of(boarding, sentence.text, sentence.facts)
    kept = {place: role for place, role in kept.items() if role.span != left.span or place == "source"}
    return {**kept, "recipient": left}


def _in_town(sentence: Sentence, own: Sequence[Phrase], roles: dict[str, Role]) -> dict[str, Role]:
    """The goal with the town that stands in the locative right before it: "Konya'da bir konağa taşındı"."""
    goal = roles.get("recipient")
    at = next((i for i, one in enumerate(own) if goal is not None and one.span == goal.span and one.case == "dat"), 0)
    if goal is None or not at or (goal.name is not None and is_place(own[at], sentence.facts) and " " not in goal.name):
        return roles
    town = own[at - 1]
    if town.case != "loc" or not is_place(town, sentence.facts) or town.last + 1 != own[at].first:
        return roles
    whole = Span(town.span.start, goal.span.end)
    name = sentence.facts.names[town.name].name if town.name is not None else None
    return {**roles, "recipient": Role(whole, whole.of(sentence.text), name)}


def _whose_benefit(roles: dict[str, Role]) -> Role | None:
    """Of "yetimler yararına" and "ordunun menfaatine" whose good it is."""
    to = roles.get("recipient")
    words = to.text.split() if to is not None else []
    if to is None or len(words) < 2 or fold_word(words[-1]) not in _GOOD_OF:
        return None
    text = to.text[: to.text.rindex(words[-1])].rstrip()
    return Role(Span(to.span.start, to.span.start + len(text)), text, to.name)


def _favoured(sentence: Sentence, own: Sequence[Phrase]) -> Role | None:
    """For whom a thing is given or gathered, where it is someone: "yetimhane için", "Hilâl-i Ahmer yararına"."""
    for phrase in own:
        if behind(sentence.words, phrase.last) not in _BENEFIT or phrase.amounts:
            continue
        role = role_of(phrase, sentence.text, sentence.facts)
        event = phrase.name is not None and sentence.facts.names[phrase.name].kind is NameKind.EVENT
        if (is_party(role) or _is_cared_for(role)) and not event and fold_word(role.text) not in phrases("pronouns"):
            return role
    return None


def _is_cared_for(role: Role) -> bool:
    """Whether a role is a house or people that gifts go to: "bir dispanser için", "yetimler yararına"."""
    last = fold_word(role.text).split()[-1:]
    return any(_PLURAL.sub("", word) in phrases("cared_for") for word in last)


def _allowed(sentence: Sentence, clause: Clause, row: VerbRow) -> Role | None:
    """Whose doing is allowed or opposed: the genitive of what the verb takes in the dative (GK 24.4.3)."""
    verb = clause.inner[-1] if clause.inner else None
    if verb is None or verb.form is not Form.NOMINAL or not row.lead or not _ALLOWING.match(fold_word(row.lead[0][0])):
        return None
    if verb.last != clause.predicate.first - 1 or not _ALLOWED.search(sentence.words[verb.last].folded):
        return None
    start = clause.inner[-2].last + 1 if len(clause.inner) > 1 else clause.start
    for phrase in sentence.phrases(start, verb.first):
        role = role_of(phrase, sentence.text, sentence.facts)
        if phrase.case == "gen" and (is_party(role) or is_foreign(role)):
            return role
    return None
