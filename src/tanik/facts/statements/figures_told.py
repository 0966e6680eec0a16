"""What a figure alone is told of: the thing that it counts, and the parties of the deed that the page told of before.

Comes in: a figure that no verb makes a statement of, and the context. Goes out: its roles. "Defterde: 40 tüfek, on
sandık fişek" says again what was given, and is told of the same giver and taker as the page's own account.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from tanik.facts.model import Statement, refilled
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.roles.counted import counted_thing
from tanik.facts.statements.roles.sentence import Sentence

__all__ = ["ACCOUNT", "told_by", "with_parties"]

ACCOUNT: Final = "statement-figure-account"
"""The rule of a sum that one more author gives of what the page has just told on another's word."""

_PARTED: Final = ("statement-figure", ACCOUNT)


def told_by(statement: Statement) -> str | None:
    """On whose word a statement stands: its authority, or, of a sum that somebody says, who says it."""
    said = statement.first("subject") if statement.action == "say" else None
    return statement.attributed_to or (said.name if said is not None else None)


def with_parties(statement: Statement, sentence: Sentence, context: Context) -> Statement:
    """A figure's statement with the thing that it counts and with who gave it to whom."""
    if statement.rule not in _PARTED or statement.action == "say":
        return statement
    told = context.deeds.get(statement.action or "", {})
    roles = refilled(
        tuple((place, told[place]) for place in ("subject", "recipient") if place in told), statement.roles
    )
    if len(statement.amounts) == 1:
        roles = refilled(roles, {"object": counted_thing(statement.amounts[0], sentence)})
    return replace(statement, roles=roles)
