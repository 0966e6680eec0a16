"""What stands before a colon or a dash in an item of a list: its day, who gave or got it, both, or its kind.

Comes in: a label taken apart, and the deed that the list's head announces. Goes out: who fills which place by it. The
dative is who got, the ablative who gave (Göksel & Kerslake 2005, 14.3.3, 14.3.5); an arrow leads from one to the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Role, Statement
from tanik.facts.statements.roles.reading import Sentence
from tanik.facts.statements.roles.reference import is_told_apart, with_full_names
from tanik.facts.statements.syntax.fillers import role_of

__all__ = ["Label", "labelled", "says_sides"]

_ASKED: Final = frozenset(("request",))
_ARROW: Final = re.compile(r"→|⇒|➔|->|=>")


@dataclass(frozen=True, slots=True)
class Label:
    """Who stands where in an item by its label, the kind of its thing, and its day where it is dated."""

    roles: dict[str, Role]
    kind: Span | None = None
    when: str | None = None
    dated: bool = False


def labelled(label: Sentence, deed: Statement, roles: dict[str, Role]) -> Label:
    """What a label says of its item: its day, who gave it or to whom, or its kind."""
    words, facts = [word for word in label.words if not word.is_mark], label.facts
    dates = [word.date for word in words if word.date is not None]
    if dates:
        return Label(roles, None, facts.dates[dates[0]].edtf if len(set(dates)) == 1 else None, dated=True)
    found = label.phrases(0, len(label.words))
    if deed.action not in _ASKED and (sides := _sides(label)):
        return Label(roles | sides)
    if len(found) != 1 or found[0].amounts:
        return Label(roles)
    phrase, role = found[0], with_full_names(role_of(found[0], label.text, facts), facts)
    asked = deed.action in _ASKED
    place = {"dat": "recipient", "abl": "recipient" if asked else "subject", "loc": "place"}.get(phrase.case)
    if place is not None:
        return Label(roles | {place: role} if place != "place" or phrase.name is not None else roles)
    if phrase.case == "nom" and is_told_apart(role):
        return Label({"subject": role} | roles)  # who stands there is who dealt, where the head names nobody
    return Label(roles, role.span if phrase.name is None else None)


def says_sides(label: Sentence) -> bool:
    """Whether a label says from whom to whom its item went."""
    return bool(_sides(label))


def _sides(label: Sentence) -> dict[str, Role]:
    """From whom to whom a label says that its item went: "Bakü → Ankara", "Bakü'den Ankara'ya"."""
    found = label.phrases(0, len(label.words))
    if len(found) != len(("from", "to")) or any(one.amounts or one.name is None for one in found):
        return {}
    between = label.text[found[0].span.end : found[1].span.start]
    cases = [one.case for one in found]
    if not (_ARROW.search(between) and cases == ["nom", "nom"]) and cases != ["abl", "dat"]:
        return {}
    roles = [with_full_names(role_of(one, label.text, label.facts), label.facts) for one in found]
    return dict(zip(("subject", "recipient"), roles, strict=True))
