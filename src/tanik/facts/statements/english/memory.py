"""What one English sentence leaves to the next.

Comes in: roles and dates as clauses are read. Goes out: who a pronoun may mean, and the date that still holds.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.discourse.correspondents import Correspondents
from tanik.facts.statements.english.deals import Deal
from tanik.facts.statements.english.phrases import is_plural
from tanik.facts.statements.lexis.lexicon import phrases

__all__ = ["Memory", "is_full_name"]


@dataclass(slots=True)
class Memory:
    """What one English sentence leaves to the next: who and which things were spoken of last, the last date.

    `head` is what stands before the verb of the clause just read: with "and" the sentence goes on with it, also behind
    a passive, where it is no doer (H&P 2002, 15.2.2). `dated` is whom the clause of the date `when` is about.
    """

    author: str | None = None
    person: Role | None = None
    subject: Role | None = None
    when: str | None = None
    dated: Role | None = None
    age: int = 0
    many: Role | None = None
    head: Role | None = None
    passive: bool = False
    deal: Deal = field(default_factory=Deal)
    kinds: dict[str, NameKind] = field(default_factory=dict)
    letter: Correspondents | None = None

    def kind_of(self, role: Role | None, facts: Facts) -> NameKind | None:
        """What kind of name a role has; None of one without a name."""
        if not self.kinds:
            self.kinds = {name.name: name.kind for name in facts.names}
        return self.kinds.get(role.name) if role is not None and role.name is not None else None

    def may_be_several(self, role: Role, facts: Facts) -> bool:
        """Whether "they" may mean a role: what is plural, and a body or a state, which English takes for its people."""
        return self.kind_of(role, facts) is not NameKind.PERSON if role.name is not None else is_plural(role)

    def other_than(self, subject: Role | None) -> Role | None:
        """The person last spoken of who does not do the deed himself."""
        told = self.subject is not None and self.kinds.get(self.subject.name or "") is NameKind.PERSON
        people = (self.person, self.subject if told else None)
        return next((one for one in people if one is not None and (subject is None or one.name != subject.name)), None)

    def several(self, subject: Role | None) -> Role | None:
        """The things or people last spoken of in the plural, if they are not the doers: what "them" means."""
        return self.many if self.many is not None and self.many != subject else None


def is_full_name(role: Role) -> bool:
    """Whether an unknown role ends with two capitalised words: "the Italian merchant Carlo Rossi".

    >>> from tanik.core.span import Span
    >>> is_full_name(Role(Span(0, 20), "merchant Carlo Rossi")), is_full_name(Role(Span(0, 8), "the bank"))
    (True, False)
    """
    last = role.text.split()[-2:] if role.name is None else []
    bodies = phrases("english_institutions", "english_no_authority", "english_bodies")
    # a board and a treaty are nobody
    person = " of " not in role.text and not any(word.lower() in bodies for word in role.text.split())
    return person and len(last) == 2 and all(word[:1].isupper() and word[1:].islower() for word in last)
