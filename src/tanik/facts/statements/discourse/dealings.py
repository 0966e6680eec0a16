"""Who deals with whom: the two sides of what is asked, offered, written and answered.

Comes in: each statement as it is made. Goes out: the other side that the next one leaves unsaid. The other party to a
deal is dropped in the clauses joined to it (Göksel & Kerslake 2005, 28.3.1), and who answers an offer is whom it was
made to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tanik.facts.model import Role
from tanik.facts.statements.discourse.parties import ANSWERS, DEALS, Cast
from tanik.facts.statements.lexis.lexicon import fold_word, has_word
from tanik.facts.statements.roles.reference import is_party, is_same

__all__ = ["ASKING", "Dealings"]

ASKING: Final = frozenset(("request", "offer", "order", "promise"))
"""Deeds that ask for an answer."""
_WITH_SOMEONE: Final = DEALS | {"write", "order"}
_SIDES: Final = _WITH_SOMEONE | {"meet", "say", "sign"}
_SENDING: Final = frozenset(("write", "request", "offer", "say", "order"))


@dataclass(slots=True)
class Dealings:
    """Who last asked and was asked, who last sent word, and the two `sides` of the sentence."""

    cast: Cast
    asked_by: Role | None = None
    asked_of: Role | None = None
    sender: Role | None = None
    sender_before: Role | None = None
    sides: list[Role] = field(default_factory=list)

    def begin_stretch(self) -> None:
        """A new paragraph: nothing asked in the one before is answered in it, though its sender may be."""
        self.asked_by = self.asked_of = self.sender = None

    def dealt_with(self, action: str | None, subject: Role, *, at_once: bool) -> Role | None:
        """With whom `subject` deals: of an answer whoever asked, else the other of the two that the sentence joins.

        Joined clauses share what they leave unsaid (Göksel & Kerslake 28.3.1); from sentence to sentence the other of
        two was wrong more often than right (docs/quality.md).
        """
        asker, asked = self.asked_by, self.asked_of
        # "X, Y'den borç istedi. Y on bin lira yolladı": who was asked and gives `at_once`, gives to who asked
        granted = at_once and action == "transfer" and asked is not None and is_same(asked, subject)
        if (action in ANSWERS or granted) and asker is not None and not is_same(asker, subject):
            return asker
        return self._across_from(subject) if action in _WITH_SOMEONE else None

    def _across_from(self, party: Role) -> Role | None:
        """The other of the two who deal with each other in this sentence, where `party` is one of them."""
        if not any(is_same(side, party) for side in self.sides):
            return None
        return next((side for side in self.sides if not is_same(side, party)), None)

    def who_sent(self, thing: Role | None, subject: Role | None) -> Role | None:
        """Of an offer, a wish or a condition that is answered: whoever last asked, wrote or offered."""
        sent = thing is not None and thing.name is None and has_word("messages", fold_word(thing.text).split()[-1])
        sender = self.sender or self.sender_before
        if not sent or sender is None or (subject is not None and is_same(sender, subject)):
            return None
        return sender

    def keep(self, action: str | None, roles: Mapping[str, Role]) -> None:
        """Keep the two sides of a statement just made, and who sent word."""
        if action in _SIDES:
            self._keep_sides(roles)
        if action in _SENDING and "subject" in roles:
            self.sender = self.sender_before = roles["subject"]

    def _keep_sides(self, roles: Mapping[str, Role]) -> None:
        """The two who deal with each other, until someone else comes in."""
        told = (roles.get(place) for place in ("subject", "recipient"))
        subject, recipient = (role if role is not None and self._may_deal(role) else None for role in told)
        if subject is not None and recipient is not None:
            self.sides = [subject, recipient]
        elif subject is not None and not any(is_same(side, subject) for side in self.sides):
            self.sides = []

    def _may_deal(self, role: Role) -> bool:
        """Whether a role can be dealt with: a treaty or a war is no one."""
        return is_party(role) and not self.cast.is_event(role)
