"""Who stands on which side of what a text is about, for the clauses that leave it unsaid.

Comes in: each statement as it is made. Goes out: the places that the next one leaves open. A passive names no doer,
but an instalment "is paid" by whoever promised it, a motion "is rejected" by the assembly that sits, a town "falls" to
the army that was attacking: the other stages of one deal have the same parties (Göksel & Kerslake 2005, 28.3, on what
may go unsaid). Nothing is filled that no sentence before has named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from tanik.facts.model import Facts, Name, NameKind, Role
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.roles.reference import called, is_party
from tanik.facts.statements.roles.states import as_state

__all__ = ["ANSWERS", "DEALS", "OF_WAR", "Cast", "Parties", "cast_of"]

ANSWERS: Final = frozenset(("accept", "refuse"))
DEALS: Final = ANSWERS | {"transfer", "request", "offer", "promise"}
_GIVING: Final = frozenset(("transfer", "promise", "offer"))
_RESOLVED: Final = ANSWERS | {"abolish"}
OF_WAR: Final = frozenset(("attack", "occupy", "defeat"))
_PAYMENTS: Final = frozenset(("taksit", "taksid", "kalan", "gerisi", "odeme"))
_STEM: Final = 5  # letters
_FARTHEST: Final = 1500  # characters back to the assembly that still sits


@dataclass(frozen=True, slots=True)
class Cast:
    """Whom and what a page names: its people, places and events that no one sits in, and the assemblies in order."""

    people: frozenset[str]
    places: frozenset[str]
    events: frozenset[str]
    assemblies: tuple[Name, ...]

    def is_event(self, role: Role | None) -> bool:
        """Whether a role is an event, which gives, asks and kills nobody by itself.

        >>> Cast(frozenset(), frozenset(), frozenset(("Kars İsyanı",)), ()).is_event(None)
        False
        """
        return role is not None and role.name in self.events


def cast_of(facts: Facts) -> Cast:
    """The cast of a page.

    >>> cast_of(Facts()).people
    frozenset()
    """
    kinds = (NameKind.PERSON, NameKind.PLACE, NameKind.EVENT)
    people, places, events = (frozenset(one.name for one in facts.names if one.kind is kind) for kind in kinds)
    assemblies = tuple(name for name in facts.names if _resolves(name))
    return Cast(people, places, events - {name.name for name in assemblies}, assemblies)


def _resolves(name: Name) -> bool:
    """Whether a name is that of a body which resolves, appoints and judges."""
    if name.kind not in (NameKind.ORGANISATION, NameKind.EVENT):
        return False
    return any(word.startswith(tuple(phrases("assemblies"))) for word in fold_word(name.name).split()[-2:])


def _is_armed(role: Role) -> bool:
    """Whether a role is a state, a people or a troop, which goes on attacking: a crowd or a man does it once."""
    words = fold_word(role.text).split()
    return as_state(role).name is not None or any(word.startswith(tuple(phrases("armies"))) for word in words)


def _is_resolved(action: str | None, thing: Role | None) -> bool:
    """Whether a thing is one that an assembly passes, rejects or abolishes: a law, a motion, a tax, a ministry."""
    if thing is None:
        return False
    last = fold_word(thing.name or thing.text).split()[-1:]
    kinds = ("laws", "levies", "offices_of_state") if action == "abolish" else ("laws", "levies", "messages", "motions")
    return any(has_word(kind, word) for kind in kinds for word in last)


def _stems(role: Role | None) -> frozenset[str]:
    """How the words of a thing begin, which is the same in all their cases."""
    words = fold_word(role.text).split() if role is not None else []
    return frozenset(word[:_STEM] for word in words if word.isalpha())


@dataclass(slots=True)
class Parties:
    """The giver and taker of the last deal, the last attacker, and what was last counted.

    What stands `apart`, as a heading does, has no other side than its own words name.
    """

    assemblies: tuple[Name, ...] = ()
    giver: Role | None = None
    taker: Role | None = None
    attacker: Role | None = None
    counted: Role | None = None
    apart: bool = False
    measured: Role | None = None
    thing: frozenset[str] = frozenset()

    def forget(self) -> None:
        """A paragraph goes on with the same parties; only what was counted is not spoken of any more."""
        self.counted = self.measured = None

    def keep(self, action: str | None, roles: Mapping[str, Role]) -> None:
        """Keep the named parties of a statement just made."""
        subject, recipient = roles.get("subject"), roles.get("recipient")
        named = [role if role is not None and is_party(role) else None for role in (subject, recipient)]
        if action in _GIVING and any(named):
            self.giver, self.taker = named
        elif action == "request" and any(named):
            self.taker, self.giver = named
        if (action in _GIVING or action == "request") and any(named):
            self.thing = _stems(roles.get("object"))
        if action in OF_WAR and subject is not None:
            self.attacker = subject if _is_armed(subject) else None

    def count(self, things: Iterable[tuple[Role, bool]]) -> None:
        """Keep what a clause counted, weighed or packed, where it has a word of its own."""
        for thing, measured in things:
            self.counted = thing
            self.measured = thing if measured else self.measured

    def unsaid(self, action: str | None, roles: Mapping[str, Role], at: int, *, passive: bool) -> dict[str, Role]:
        """The places that a passive clause at offset `at` leaves open, as far as the deal before it fills them."""
        found: dict[str, Role] = {}
        if not passive:
            return found
        if action in _GIVING and self._is_same(roles.get("object")):
            taker = roles.get("recipient")
            same = taker is None or self.taker is None or called(taker) == called(self.taker)
            if "subject" not in roles and self.giver is not None and same:
                found["subject"] = self.giver
            if taker is None and self.taker is not None:
                found["recipient"] = self.taker
        elif action in _RESOLVED and "subject" not in roles and _is_resolved(action, roles.get("object")):
            sitting = self._sitting(at)
            found |= {"subject": sitting} if sitting is not None else {}
        elif action in OF_WAR and "subject" not in roles and self.attacker is not None:
            found["subject"] = self.attacker
        return found

    def _is_same(self, thing: Role | None) -> bool:
        """Whether a thing is the one that the deal was about, or an instalment or a sum that stands for it."""
        stems = _stems(thing)
        sums = any(stem.startswith(word[:_STEM]) for stem in stems for word in phrases("sums") | _PAYMENTS)
        return bool(stems & self.thing) or sums

    def _sitting(self, at: int) -> Role | None:
        """The assembly last named before offset `at`."""
        index = bisect_left(self.assemblies, at, key=lambda name: name.span.start) - 1
        if index < 0 or at - self.assemblies[index].span.end > _FARTHEST:
            return None
        name = self.assemblies[index]
        return Role(name.span, name.text, name.name)
