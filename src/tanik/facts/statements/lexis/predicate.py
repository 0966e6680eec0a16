"""A predicate of a sentence as a value: its words, its rows of the verb table and what its endings say."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from tanik.core.made import value
from tanik.facts.statements.lexis.verb_rows import VerbRow

__all__ = ["SAYING", "Form", "Predicate"]

SAYING: Final = frozenset(("say", "write"))
"""The actions that only give someone's words."""


class Form(StrEnum):
    """What a predicate does in its sentence."""

    FINITE = "finite"
    CONDITIONAL = "conditional"
    NOMINAL = "nominal"  # -dığı, -eceği, -ması: a statement as a noun
    INFINITIVE = "infinitive"  # -mak, -meyi
    PARTICIPLE = "participle"  # -an, and -mış before a noun
    TEMPORAL = "temporal"  # -ınca, -dığında, -ken, -dıktan
    CONVERB = "converb"  # -ıp, -arak


@value
class Predicate:
    """One predicate: words `first`..`last`, the rows it may be (most telling first), and its inflection.

    `rows` is empty for a finite verb that no table knows: it still ends a clause.
    """

    first: int
    last: int
    rows: tuple[VerbRow, ...]
    form: Form
    ending: str
    passive: bool = False
    negated: bool = False
    hearsay: bool = False
    future: bool = False

    @property
    def may_say(self) -> bool:
        """Whether the predicate may only give someone's words."""
        return any(row.action in SAYING for row in self.rows)
