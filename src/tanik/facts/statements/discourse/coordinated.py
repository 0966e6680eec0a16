"""The nominative that coordinated clauses share where the first of them is passive.

Comes in: the readings of one sentence's finite clauses in order. Goes out: the role that a later one leaves unsaid. Of
"banka 1925'te kurulmuş, 1932'de devredilmiştir" what was founded is what was handed over: clauses that are joined share
their grammatical subject, whether it does something or has something done to it (Göksel & Kerslake 2005, 28.3.1).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from tanik.facts.model import Role
from tanik.facts.statements.lexis.lexicon import frame
from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.roles.reading import Reading

__all__ = ["joined_after", "shared_nominative"]

# verbs whose subject does nothing on purpose: a house and a bank may be told by them as well as a man
_BECOMING: Final = frozenset(("become", "fall", "die"))


def _place(reading: Reading) -> str | None:
    """The place of a statement that the clause's nominative fills."""
    own = frame(reading.row.frame)
    return own.get("passive") if reading.clause.predicate.passive and "passive" in own else own.get("nom")


def joined_after(reading: Reading, before: Role | None) -> Role | None:
    """What the clauses behind this one may share: its nominative, else that of the clause `before`.

    None behind a deed done to a thing: of "müdür okulu açtı, 1923'te kapatıldı" it is the school that was closed.
    """
    place = _place(reading)
    if place == "subject" and "object" in reading.roles:
        return None
    return reading.roles.get(place or "") or before


def shared_nominative(reading: Reading, roles: Mapping[str, Role], before: Role | None) -> dict[str, Role]:
    """What the clause leaves unsaid of `before`, the nominative of the clause that it is joined to."""
    verb, place = reading.clause.predicate, _place(reading)
    becoming = verb.passive or reading.row.frame in _BECOMING
    if before is None or verb.form is not Form.FINITE or not becoming or place is None or place in roles:
        return {}
    if verb.passive and reading.row.frame == "become" and "object" in roles:
        return {}  # "çalışmalara başlandı": a passive whose thing is in the dative has no subject (GK 13.2.2.2)
    return {place: before} if not any(role.span.overlaps(before.span) for role in roles.values()) else {}
