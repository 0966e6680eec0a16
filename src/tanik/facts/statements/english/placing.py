"""Which place of a statement a preposition opens.

Comes in: one part behind an English verb, the verb's row and the places already filled. Goes out: the place that the
part fills by its preposition alone (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, 4, 7).
"""

from __future__ import annotations

from typing import Final

from tanik.facts.model import Role
from tanik.facts.statements.english.forms import Verb
from tanik.facts.statements.english.phrases import Part

__all__ = ["WHERE", "place_of"]

WHERE: Final = frozenset(("in", "at", "on", "near"))
_WEIGHING: Final = frozenset(("request", "offer", "promise", "refuse", "accept", "order"))


def place_of(part: Part, verb: Verb, roles: dict[str, Role], *, asks: bool = True, arrives: bool = True) -> str:
    """Which place of a statement a part of the clause fills; `asks` of verbs that are "ask someone for a thing"."""
    if not part.preposition:
        return "object" if verb.object in roles and verb.object == "recipient" else verb.object
    if part.preposition == "for":
        # "asked the bank for a loan": whoever is asked stands where the thing does elsewhere
        return "asked" if verb.action == "request" and asks else "purpose"
    if part.preposition in ("in", "at") and verb.action == "move" and verb.to not in roles and arrives:
        return verb.to
    if part.preposition == "infinitive":
        return "object" if verb.action in _WEIGHING and "object" not in roles else "purpose"
    if part.preposition == "of":
        return "whole" if "object" in roles else "of"
    places = {"to": verb.to, "into": verb.to, "from": verb.source, "by": verb.subject, "with": "recipient"}
    return places.get(part.preposition, "place" if part.preposition in WHERE else "")
