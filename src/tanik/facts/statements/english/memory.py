"""What one English sentence leaves to the next.

Comes in: roles and dates as clauses are read. Goes out: who a pronoun may mean, and the date that still holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tanik.facts.model import Role
from tanik.facts.statements.english.deals import Deal

__all__ = ["Memory"]


@dataclass(slots=True)
class Memory:
    """What one English sentence leaves to the next: who was spoken of last, the last date, the page's author."""

    author: str | None = None
    person: Role | None = None
    subject: Role | None = None
    when: str | None = None
    age: int = 0
    deal: Deal = field(default_factory=Deal)

    def other_than(self, subject: Role | None) -> Role | None:
        """The person last spoken of who does not do the deed himself."""
        people = (self.person, self.subject)
        return next((one for one in people if one is not None and (subject is None or one.name != subject.name)), None)
