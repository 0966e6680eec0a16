"""What English clauses leave unsaid: the other party of a deal, the thing asked for, whose office was named.

Comes in: the roles of a clause and the deal that the sentences before it told of. Goes out: the roles with what that
deal supplies. "Van Lennep refused" answers whoever asked him, and refuses what was asked for; "received 300" comes
from whoever was asked (Halliday & Hasan, Cohesion in English, 1976, on ellipsis).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.english.bilingual import is_spot, is_told_apart
from tanik.facts.statements.english.forms import row_of
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.turkish_nouns import turkish_noun
from tanik.facts.statements.lexis.units import units_by_kind

__all__ = ["Deal", "deed_done", "described", "with_sum_moved", "with_unsaid"]

_DEALS: Final = frozenset(("transfer", "promise", "request", "offer", "accept", "refuse"))
_ANSWERS: Final = frozenset(("accept", "refuse"))
_SAME: Final = frozenset(("amount", "sum", "money", "gold"))
_ORDINALS: Final = phrases("english_instalments")
_NUMBERS: Final = phrases("english_number_words")
_ASKED: Final = phrases("english_asked_things")
_PARTS: Final = phrases("english_parts")
_SETTLED: Final = frozenset(("die", "born", "begin"))
_TAKING: Final = phrases("english_taking")
_WINNING: Final = frozenset(("win", "wins", "won", "winning"))
_FOUGHT: Final = phrases("english_fought")
_LIGHT: Final = phrases("english_light_verbs")
_SENDING: Final = phrases("english_sending")
_POSTS: Final = phrases("english_posts")
_PERSON: Final = NameKind.PERSON
_MINE: Final = 6  # letters
_TITLE: Final = 60  # characters between an office and the name of who holds it
_FARTHEST: Final = 60  # names
_OPEN: Final = 3  # sentences for which a deal goes without saying


@dataclass(slots=True)
class Deal:
    """The two sides of the deal last told of and its thing."""

    one: Role | None = None
    other: Role | None = None
    thing: Role | None = None
    asker: Role | None = None
    age: int = 0

    def side_of(self, subject: Role | None) -> Role | None:
        """Of the two sides the one that is not the subject: whom "from them" means; None where none is told."""
        sides = [side for side in (self.one, self.other) if side is not None]
        return next((side for side in sides if subject is None or not _same(side, subject)), None)

    def keep(self, action: str | None, roles: Mapping[str, Role]) -> None:
        """Keep the sides and the thing of a clause about a deal."""
        if action not in _DEALS:
            return
        giver = roles.get("subject")
        someone = giver is not None and (is_told_apart(giver) or giver.text[:1].isupper())  # no "his appointment"
        if someone and "recipient" in roles:
            self.age = 0
            self.one, self.other = roles["subject"], roles["recipient"]
        if action in ("request", "offer"):
            self.asker = roles.get("subject", self.asker)
        thing = roles.get("object")
        if thing is not None and thing.text.lower() not in _SAME:
            self.thing = thing


def _same(one: Role, other: Role) -> bool:
    """Whether two roles are the same by name, or the second a short form of the first: "growers", "silk growers"."""
    if one.name is not None or other.name is not None:
        return one.name == other.name
    return one.text.lower().split()[-1:] == other.text.lower().split()[-1:]


def with_unsaid(action: str | None, roles: dict[str, Role], deal: Deal) -> dict[str, Role]:
    """The roles with the other side of the deal; of a death the place as what accounts of it differ in."""
    if action in _SETTLED and not {"object", "purpose"} & {*roles} and "place" in roles:
        return {**roles, "object": roles["place"]}
    if action not in _DEALS:
        return roles
    found = dict(roles)
    if deal.age <= _OPEN and _is_part_of(roles, deal):
        found |= {"subject": deal.one, "recipient": deal.other} if deal.one and deal.other else {}
    for here, there in (("subject", "recipient"), ("recipient", "subject")):
        if (
            here in roles
            and there not in roles
            and deal.age <= _OPEN
            and (side := _across(roles[here], deal)) is not None
        ):
            found[there] = side
    thing = roles.get("object")
    part = thing is not None and thing.text.lower() in _PARTS
    bare = thing is not None and (
        thing.text == "it" or part or not any(char.isalpha() or char in "$£€" for char in thing.text)
    )
    if action in _ANSWERS and "recipient" not in found and thing is not None and thing.text.lower() in _ASKED:
        found |= {"recipient": deal.asker} if deal.asker is not None and deal.asker != found.get("subject") else {}
    if deal.thing is not None and (bare or (action in _ANSWERS and thing is None and deal.age <= _OPEN)):
        found["object"] = deal.thing
    return found


def _is_part_of(roles: Mapping[str, Role], deal: Deal) -> bool:
    """Whether a thing that nobody gives and nobody gets is a part of what the deal was about: "the first 300 lira".

    An ordinal before a sum with an article means one of the parts of a sum told before (H&P 2002, 5.10.1).
    """
    thing = roles.get("object")
    if thing is None or deal.thing is None or {"subject", "recipient"} & {*roles}:
        return False
    first, *rest = thing.text.lower().split()
    measures = {word for word in rest if word.isalpha() and word not in _NUMBERS}
    return first in _ORDINALS and bool(measures & {*deal.thing.text.lower().split()})


def _across(role: Role, deal: Deal) -> Role | None:
    """Who stands on the other side of the deal from `role`."""
    for mine, side in ((deal.one, deal.other), (deal.other, deal.one)):
        if mine is not None and _same(mine, role):
            return side
    return None


def described(role: Role, facts: Facts, text: str) -> Role:
    """A person's office alone, with the name that it stood before: "the consul" after "the Dutch consul, A. Lennep"."""
    if role.name is not None or not role.text.islower() or not role.text.isalpha() or not is_told_apart(role):
        return role
    if (
        text[max(0, role.span.start - _MINE) : role.span.start]
        .lower()
        .endswith(("my ", "our ", "your ", "his ", "her "))
    ):
        return role  # "my government", "his father": not the one that was named before
    if role.text in phrases("english_bodies", "english_institutions"):
        return role  # "the commission" is nobody that stands behind "Commission of Inquiry, headed by"
    index = bisect_left(facts.names, role.span.start, key=lambda name: name.span.start)
    for name in reversed(facts.names[max(0, index - _FARTHEST) : index]):
        if name.kind is NameKind.PERSON:
            before = text[max(0, name.span.start - _TITLE) : name.span.start].rpartition(". ")[2]
            if role.text in before.lower().replace(",", " ").split():
                return Role(role.span, role.text, name.name)
    return role


def _is_other_sense(action: str | None, verb: str, roles: Mapping[str, Role], facts: Facts) -> bool:
    """Whether what a verb governs shows that it means another deed than its row's.

    "Took command" and "took two years" hand nothing over, "commanded the army" orders nothing, "left the post" and
    "news reached him" move nobody to a place: the sense of a verb goes by what fills its places (Resnik, Selectional
    Constraints, Cognition 61, 1996).
    """
    thing = roles.get("object")
    if (action == "attack" and thing is None and "source" in roles) or (thing is not None and verb.startswith("claim")):
        return True  # "stormed out of the office", "claimed victory"
    if verb in _TAKING and thing is not None and thing.text.lower().endswith(("prisoner", "prisoners", "hostages")):
        return True  # "took 300 prisoners"
    if verb in _TAKING and thing is not None:
        counted = [one.unit for one in facts.amounts if one.span.overlaps(thing.span)]
        return any(unit in units_by_kind("time") for unit in counted) or not (
            counted or thing.name or "source" in roles
        )
    if thing is not None and verb in _WINNING:  # a prize, a seat and independence are won from nobody
        event = any(one.name == thing.name and one.kind is NameKind.EVENT for one in facts.names)
        return not event and _FOUGHT.isdisjoint(thing.text.lower().split())
    if thing is not None and verb.startswith(("command", "led", "lead", "join")):
        event = any(one.name == thing.name and one.kind is NameKind.EVENT for one in facts.names)
        body = thing.name is not None or thing.text.lower().split()[-1] in phrases("english_bodies", "english_plurals")
        return event if verb.startswith("join") else body
    left = action == "move" and row_of(verb).source == "object" and _is_nowhere(verb, roles, facts)
    return left or (verb.startswith("hir") and _is_vehicle(roles.get("recipient")))


def _is_vehicle(role: Role | None) -> bool:
    """Whether a role is a ship, a train or another thing that is hired and holds no office: "hired a steamer"."""
    return role is not None and role.name is None and role.text.lower().split()[-1] in phrases("english_vehicles")


def _is_nowhere(verb: str, roles: Mapping[str, Role], facts: Facts) -> bool:
    """Whether what one leaves or comes to is no place: a post, a person, ears."""
    thing, goal = roles.get("object"), roles.get("recipient")
    if thing is not None and thing.text.lower().split()[-1] in _POSTS:
        return True
    if goal is None or goal.name is None:
        return goal is not None and not is_spot(goal) and not verb.startswith(("leav", "left"))
    return any(name.name == goal.name and name.kind is _PERSON for name in facts.names)


def _is_sent(thing: Role, facts: Facts) -> bool:
    """Whether what is sent is a person or soldiers."""
    if any(name.name == thing.name and name.kind is _PERSON for name in facts.names):
        return True
    turkish = turkish_noun(fold_word(thing.text.split()[-1]), "en") if thing.name is None else None
    return turkish is not None and fold_word(turkish) in phrases("troops")


def _is_driven(roles: Mapping[str, Role], facts: Facts) -> bool:
    """Whether who is forced goes to a place: "were forced back into Thrace"."""
    goal = roles.get("recipient")
    return goal is not None and any(one.name == goal.name and one.kind is NameKind.PLACE for one in facts.names)


def with_sum_moved(roles: Mapping[str, Role], facts: Facts) -> dict[str, Role]:
    """The roles of a sum that "went to" somebody: it is what was given, by whomever it "came from"."""
    moved, left = roles.get("subject"), roles.get("object")
    if moved is None or not any(one.span.overlaps(moved.span) and one.unit != "person" for one in facts.amounts):
        return dict(roles)
    found = {place: role for place, role in roles.items() if place not in ("subject", "object")} | {"object": moved}
    return found | ({"subject": left} if left is not None else {})


def _is_of_words(action: str | None, verb: str, roles: Mapping[str, Role]) -> bool:
    """Whether nobody goes anywhere and nobody is killed, since what the verb has is an agreement, a matter or a bond.

    "Reached a compromise", "the dispute was settled at Kars", "went on to build", "poisoned relations" (Oxford English
    Dictionary, reach v., settle v., proceed v., poison v.).
    """
    told = {place: role.text.lower().split()[-1] for place, role in roles.items() if role.name is None}
    if action == "kill":
        return told.get("object") in phrases("english_bonds")
    if action != "move":
        return False
    matters = phrases("english_accords", "english_matters")
    if verb.startswith("settl"):
        return bool(matters & {told.get("object", ""), told.get("subject", "")})
    if verb.startswith("reach"):
        return told.get("recipient") in phrases("english_accords")
    return verb.startswith("proceed") and "purpose" in roles and "recipient" not in roles


def deed_done(action: str | None, roles: Mapping[str, Role], facts: Facts, verb: str = "") -> str | None:
    """The action done: a sum that arrives is paid ("90 lira arrived"), a place that one takes is occupied."""
    thing = roles.get("object")
    if verb.startswith("reach") and (reached := roles.get("recipient")) is not None and reached.name is None:
        # "reached 12 thousand": a number moves nowhere
        return None if reached.text[:1].isdigit() or _is_of_words(action, verb, roles) else action
    if thing is not None and thing.name is None and thing.text.lower().split()[-1] in phrases("english_light_objects"):
        return None if verb in _LIGHT else action
    if _is_of_words(action, verb, roles) or _is_other_sense(action, verb, roles, facts):
        return None
    if verb in _TAKING and thing is not None and thing.name is not None and "source" not in roles:
        places = {name.name for name in facts.names if name.kind is NameKind.PLACE}
        return "occupy" if thing.name in places else None  # "took the Marlowe Mill" hands nothing over
    sent = verb in _SENDING and thing is not None and _is_sent(thing, facts)
    if sent or (verb.startswith("forc") and _is_driven(roles, facts)):
        return "move"  # "was sent to Kars", "sent troops": who is sent goes there and is given to nobody
    moved = roles.get("subject") if action == "move" else None
    moved = thing if action == "move" and verb.startswith("advanc") else moved  # "advanced the town 300 lira"
    sums = [one for one in facts.amounts if moved is not None and one.span.overlaps(moved.span)]
    return "transfer" if any(one.unit in units_by_kind("money") for one in sums) else action
