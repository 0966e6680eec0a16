"""Which place of a statement each part behind an English verb fills.

Comes in: the parts of a clause in their order. Goes out: the places as they fill, each by its preposition, by the
verb's own row and by what it holds (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002,
ch. 4 and 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.english.bilingual import is_somewhere, is_told_apart
from tanik.facts.statements.english.bodies import DETERMINERS, state_of_body
from tanik.facts.statements.english.forms import Verb, participles, row_of, verbs
from tanik.facts.statements.english.memory import Memory
from tanik.facts.statements.english.nominals import noun_phrase
from tanik.facts.statements.english.phrases import (
    Part,
    before_later,
    ends_no_phrase,
    is_bare,
    is_measure,
    second_object,
)
from tanik.facts.statements.english.placing import WHERE, place_of
from tanik.facts.statements.english.subjects import Sentence
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["PHASES", "PROVIDING", "WHERE", "Filling", "done_to"]

PHASES: Final = frozenset(("begin", "end"))
_AIMLESS: Final = frozenset(
    (
        None,
        "say",
        "write",
        "move",
        "begin",
        "end",
        "sign",
        "meet",
        "appoint",
        "lose",
        "dismiss",
        "kill",
        "die",
        "defeat",
    )
)
_ORDERING: Final = frozenset(("order", "orders", "ordered", "commanded"))
# nouns that have an infinitive of their own (H&P 2002, 5.14.1.4, 14.1)
_INFINITIVAL: Final = phrases("english_infinitival_nouns")
_BIDDING: Final = frozenset(("order", "request"))
_ASKING: Final = tuple(phrases("english_asking_stems"))
PROVIDING: Final = tuple(phrases("english_providing_stems"))
_LEAVING: Final = tuple(phrases("english_leaving_stems"))
_GIVEN: Final = phrases("english_given_participles")
_TELLING: Final = ("tell", "told", "inform", "notif")
_TO_DO: Final = _BIDDING | {"promise", "accept", "refuse"}
_DOUBLE: Final = tuple(phrases("english_double_object_stems"))
_PLEDGING: Final = frozenset(("promise", "offer", "accept", "refuse"))
_GIVING: Final = frozenset(("transfer", "promise", "offer"))
_WIRING: Final = ("cabl", "wire", "telegraph")
_LEAST: Final = 5  # letters of a participle in -ing: "king" is none
_PERSONS: Final = frozenset(("him", "her", "them"))


def done_to(verb: Verb) -> str:
    """Which place whoever a passive is about fills: "Kemal was appointed" as "they appointed Kemal"."""
    return "recipient" if verb.action == "appoint" else "object"


@dataclass(slots=True)
class Filling:
    """The places while the parts behind a verb fill them; `last` filled last; what one promises `provides` somebody."""

    sentence: Sentence
    verb: Verb
    memory: Memory
    form: str
    passive: bool
    subject: Role | None = None
    last: str = ""
    provides: bool = False
    roles: dict[str, Role] = field(default_factory=dict)

    def awaits(self, part: Part) -> bool:
        """Whether "with" brings in what one promised to provide somebody with."""
        return self.provides and part.preposition == "with" and "object" not in self.roles

    def _promises_to(self, part: Part) -> bool:
        """Whether one undertakes "to provide Turkey with a loan", which Turkey gets; "a loan" alone is the thing."""
        words, pledged = self.sentence.words, self.verb.action in _PLEDGING and part.verb.startswith(PROVIDING)
        return part.preposition == "infinitive" and pledged and "with" in [one.lower for one in words[part.stop :][:1]]

    def add(self, part: Part) -> None:
        """Put one part where it belongs."""
        words = self.sentence.words
        first = words[part.first].lower
        alone = part.stop == part.first + 1
        if not part.preposition and self.verb.action not in PHASES and self._is_gerund(part):
            return  # "found itself facing a task", "sold starting from May"
        if first in _PERSONS and (alone or (not part.preposition and _is_given(words, part))):
            self._pronoun(part, first, alone=alone)
            if alone:
                return
            part = replace(part, first=part.first + 1)
        elif self._promises_to(part) or (part.preposition == "with" and self.provides):
            place, self.provides = ("object" if self.provides else "recipient"), True
            self._put(place, self._role(range(part.first, part.stop)))
            return
        elif part.preposition == "infinitive" and (part.verb not in verbs() or self._takes_whole(part)):
            self._infinitive(self._role(range(part.first - 1, part.stop), whole=True), part)
            return
        elif self._takes_two(part) and (thing := self._second(part)) is not None:
            given = self._role(range(part.first, thing))
            if given is not None and "recipient" not in self.roles:
                self.roles["recipient"] = given
            kind = "" if part.preposition == "to" else part.preposition
            part = replace(part, first=thing, preposition=kind)
        self._fill(part, self._role(range(part.first, part.stop)))

    def join(self, part: Part) -> None:
        """Take what "and" joins to a name that fills a place into it, if it is a name of that kind: "to Ali and Veli".

        H&P 2002, 15.1: all that is joined has the function of the whole.
        """
        one, words = self.roles.get(self.last), self.sentence.words
        if one is None or not self._is_beside(one, part) or words[part.first].lower in participles():
            return  # "drove out the owners and taking over the mill"
        other = self._role(range(part.first, part.stop))
        if other is None or (other.name is None) is not (one.name is None):
            return
        facts = self.sentence.facts
        counted = any(words[at].amount is not None for at in range(part.first, part.stop))
        # "closed the mills and local shops | and the clerks left": which "and" joins what is not sure
        clear = part.stop >= len(words) or words[part.stop].lower != "and"
        things = other.name is None and self.last == "object" and not counted and clear
        whole = other.span.start == words[part.first].start and other.name is not None
        alike = whole and self.memory.kind_of(one, facts) is self.memory.kind_of(other, facts)
        if things or alike:
            span = Span(one.span.start, other.span.end)
            self.roles[self.last] = Role(span, span.of(self.sentence.text))

    def _takes_whole(self, part: Part) -> bool:
        """Whether the deed itself is begun, asked or promised, and not a thing: "asked Greece to withdraw its troops".

        Who is asked "to send 300 rifles" is asked for rifles; what else one is to do is told whole (H&P 2002, 14.2.3).
        """
        gives = row_of(part.verb).action in ("transfer", "use") or part.stop == part.first
        return self.verb.action in PHASES or (self.verb.action in _TO_DO and not gives)

    def _is_beside(self, one: Role, part: Part) -> bool:
        """Whether only names and commas stand between a role and what "and" joins: "from Kars, Ani and Van"."""
        words = self.sentence.words
        between = [word for word in words[: part.first - 1] if word.start >= one.span.end]
        capital = one.name is not None
        text = self.sentence.text
        return all(word.folded == "," or (capital and text[word.start].isupper()) for word in between)

    def _infinitive(self, role: Role | None, part: Part) -> None:
        """What one is to do: the object of a beginning ("began to build"), of a bidding that of whoever is bidden."""
        if self.verb.action in _BIDDING and "object" in self.roles and role is not None:
            self.roles = {"recipient": self.roles["object"]} | self.roles | {"object": role}
            return
        phase = self.verb.action in PHASES and not self.passive and "object" not in self.roles
        place = "object" if phase else place_of(part, self.verb, self.roles)
        if role is not None and not self._is_unfit(part, place, role):
            self._put(place, role)

    def _fill(self, part: Part, role: Role | None) -> None:
        if role is None or (part.preposition == "with" and self._is_manner(role)) or self._is_means(part):
            return
        place = place_of(
            part, self.verb, self.roles, asks=self.form.startswith(_ASKING), arrives=not self.form.startswith(_LEAVING)
        )
        if part.preposition == "from" and place == "object" and self._is_person(role):
            return  # "a cable came from Wilson": nobody left him
        wired = self.form.startswith((*_WIRING, "ask")) and is_told_apart(role)
        wired = wired and (not self.form.startswith("ask") or self._is_person(role))  # "asked Wilson whether"
        if self._is_unfit(part, place, role):
            return
        place = "object" if place == "recipient" and not part.preposition and self._is_no_one(role) else place
        if place == "purpose" and part.preposition == "infinitive" and self.verb.action not in _BIDDING:
            role = self._role(range(part.first - 1, part.stop), whole=True) or role  # "to buy guns", not "guns"
        # "promised Wilson that he would sell": a person is nothing promised
        wired = wired or (self.verb.action == "promise" and not part.preposition and self._is_person(role))
        if place == "object" and (wired or (self.verb.action == "write" and self._is_person(role))):
            place = "recipient"  # "cabled the consul": who is wired to is no thing written
        if part.preposition == "infinitive" and self.verb.action in _BIDDING and "object" in self.roles:
            # "ordered the mayor to pay": whoever is bidden is no thing ordered (H&P 2002, 14.2.3)
            self.roles = {"recipient": self.roles["object"]} | self.roles | {"object": role}
        elif part.preposition == "with" and self.form.startswith(PROVIDING) and self._given():
            # "provided the town with flour": whoever gets it stands before the thing (H&P 2002, 4.3.1)
            self.roles = {**self.roles, **self._given(), "object": role}
        elif place == "asked":
            asked = {"recipient": self.roles["object"]} if "object" in self.roles else {}
            self.roles = {**self.roles, **asked, "object": role}
        elif part.preposition == "of" and self.last not in ("", "object"):
            self._widen(self.last, role)  # "in the city of Kars": what "of" brings in is of the phrase before it
        elif place == "of" or (place == "whole" and is_measure(self.roles["object"])):
            self._widen("object" if place == "whole" else self.last, role)
        elif self.passive and not part.preposition and self._is_retained(part, role):
            # "the mayor was given 300 pounds": the subject is to whom, the thing keeps its place (H&P 2002, 8.2)
            self.roles |= {"recipient": self.roles["object"], "object": role}
        else:
            self._put(place, role)

    def _is_of_object(self, part: Part) -> bool:
        """Whether "of" stands right behind the object: "sent a part of the army", not "began work on plans of Reed".

        What "of" brings in belongs to the noun before it (H&P 2002, 5.14.1).
        """
        before = self.sentence.words[part.first - 2]
        return self.roles["object"].span.end == before.end or before.lower == "worth"  # "300 pounds worth of flour"

    def _is_no_one(self, role: Role) -> bool:
        """Whether what stands where a verb has a person is a thing: "was appointed governor", "criticised the plan"."""
        if self.verb.action == "say":
            return not is_told_apart(role) and not self.form.startswith(_TELLING)
        office = role.text.lower().split()[-1] in phrases("english_offices")
        opens = self.sentence.text[: role.span.start].lower().endswith((" a ", " an "))
        return self.verb.action == "appoint" and not self._is_person(role) and (self.passive or (office and opens))

    def _is_means(self, part: Part) -> bool:
        """Whether what stands behind "by" does nothing: "won by cheating the board", "closed by order of the court".

        A gerund is no doer, nor is a bare noun of means (H&P 2002, 14.1; Quirk et al. 1985, 9.49).
        """
        opens = self.sentence.words[part.first]
        gerund = is_bare(opens) and len(opens.lower) > _LEAST and opens.lower.endswith("ing")
        gerund = gerund and opens.lower not in phrases("english_ing_words")
        endeavour = self.sentence.words[part.stop - 1].lower in phrases("english_endeavours")
        return part.preposition == "by" and (gerund or endeavour or opens.lower in phrases("english_means"))

    def _is_gerund(self, part: Part) -> bool:
        """Whether a part is a gerund alone or with an object of its own (H&P 2002, 14.3)."""
        words = self.sentence.words
        opens, after = words[part.first], words[part.first + 1] if part.first + 1 < part.stop else None
        gerund = is_bare(opens) and len(opens.lower) > _LEAST and opens.lower.endswith("ing")
        alone = after is None and opens.lower in participles()
        return gerund and (alone or (after is not None and after.lower in DETERMINERS))

    def _is_purpose(self, part: Part, role: Role) -> bool:
        """Whether a part tells what for: "for" behind a deed that serves somebody, "to" behind what is had or moved.

        "Continued to hold", "time to go" and "the reason for it" are complements (H&P 2002, 14.1, 14.5, 8.12).
        """
        if part.preposition == "for":
            # "arrested for theft" tells on what ground
            return self.verb.action not in _AIMLESS and (self.verb.action != "order" or self.form in _ORDERING)
        before = self.sentence.words[part.first - 3].lower
        if before in _INFINITIVAL:
            return False  # "the plan to build"
        served = self.last in ("object", "recipient", "place", "source") or self.verb.action == "move" or self.passive
        governs = part.verb in verbs() or " " in role.text
        return served and self.verb.action is not None and governs

    def _is_manner(self, role: Role) -> bool:
        """Whether "with" says how or what is at hand, since it brings in nobody who may be a party.

        "Sent 40 guns with the treaty", "accepted with joy" (H&P 2002, 7.4).
        """
        if self.verb.action == "transfer" and not self.form.startswith(PROVIDING):
            return not is_told_apart(role) or _is_paper(role)
        return self.verb.action in ("accept", "refuse") and not is_told_apart(role)

    def _is_unfit(self, part: Part, place: str, role: Role) -> bool:
        """Whether a part cannot fill its place: an object where a passive has none, what is no purpose."""
        if part.preposition == "infinitive" and self.verb.action in _BIDDING and "object" in self.roles:
            return False  # "ordered the mayor to pay"
        if place == "purpose":
            return not self._is_purpose(part, role)
        if place == "whole":
            return self.last in ("", "object") and not self._is_of_object(part)
        return not part.preposition and place == "object" and self._is_no_object()

    def _is_no_object(self) -> bool:
        """Whether a bare phrase is none: that of a passive about nobody told."""
        return self.passive and done_to(self.verb) == "object" and "object" not in self.roles

    def _is_person(self, role: Role) -> bool:
        return self.memory.kind_of(role, self.sentence.facts) is NameKind.PERSON

    def _given(self) -> dict[str, Role]:
        """Whom "with" gives something: who stands as the object, where no recipient is told."""
        if "recipient" in self.roles:
            return {"recipient": self.roles["recipient"]}
        return {"recipient": self.roles["object"]} if "object" in self.roles else {}

    def _put(self, place: str, role: Role | None) -> None:
        if role is None or not place or place in self.roles:
            return
        if place == "whole" and role.span.overlaps(self.roles["object"].span):
            return
        if place != "place" or is_somewhere(role, self.memory.kind_of(role, self.sentence.facts)):
            self.roles[place] = role
            self.last = place

    def _widen(self, place: str, role: Role) -> None:
        """Take what "of" brings in into the phrase before it: "House of Commons", "40 sacks of flour"."""
        old = self.roles.get(place)
        if old is not None and role.name is not None and old.text.lower().split()[-1] in phrases("english_place_nouns"):
            self.roles[place] = role
            return
        beside = old is not None and self.sentence.text[old.span.end : role.span.start].split()[:1] == ["of"]
        if old is not None and old.name is None and beside:
            span = Span(old.span.start, role.span.end)
            self.roles[place] = Role(span, span.of(self.sentence.text))

    def _is_retained(self, part: Part, role: Role) -> bool:
        opens = self.sentence.words[part.first]
        counted = opens.amount is not None or opens.lower in ("a", "an", "the", "nothing")
        counted = counted and not self.sentence.words[part.first - 1].is_mark  # "signed in Batum, the capital"
        # "was given leases": a passive has no other bare object right behind its verb
        bare = self.sentence.words[part.first - 1].lower == self.form and not opens.lower.endswith(
            "ly"
        )  # "paid monthly"
        counted = counted or (self.form in _GIVEN and bare)
        return self.verb.to == "recipient" and "object" in self.roles and counted and role.name is None

    def _pronoun(self, part: Part, word: str, *, alone: bool) -> None:
        """What "him", "her" or "them" means: a person in the singular, things or people in the plural."""
        if word == "them":
            side = self.memory.deal.side_of(self.subject) if part.preposition else None
            meant = side or self.memory.several(self.subject)
        else:
            meant = self.memory.other_than(self.subject)
        place = place_of(part, self.verb, self.roles) if part.preposition or alone else "recipient"
        self._put(place, meant)

    def _takes_two(self, part: Part) -> bool:
        """Whether receiver and thing may stand side by side: "gave the town 300 lira", "gave to the town 300 lira"."""
        shifted = part.preposition == "to" and self.verb.to == "recipient" and "object" not in self.roles
        return part.preposition in ("", "infinitive") or shifted

    def _second(self, part: Part) -> int | None:
        gives = self.verb.to == "recipient" and self.verb.action in _GIVING and not self.passive
        if gives and self.form.startswith(_DOUBLE) and (behind := self._behind_name(part)) is not None:
            return behind
        return second_object(self.sentence.words, self.sentence.facts, part.first, part.stop, definite=gives)

    def _behind_name(self, part: Part) -> int | None:
        """Where the thing begins behind a name without an article: "promised Greece territorial gains" (H&P 2002, 4.3).

        Of verbs with which whoever gets the thing stands first.
        """
        words, held = self.sentence.words, self.sentence.words[part.first].name
        at = next((at for at in range(part.first, part.stop) if words[at].name != held), part.stop)
        free = held is not None and not part.preposition and at < part.stop
        return at if free and all(is_bare(words[i]) and not words[i].is_mark for i in range(at, part.stop)) else None

    def _role(self, inside: range, *, whole: bool = False) -> Role | None:
        words, text = self.sentence.words, self.sentence.text
        inside = before_later(words, self.sentence.facts, inside)
        if inside.start and words[inside.start - 1].lower == "by":
            # "by gunfire 20 miles west of Kars": how far off is told behind whoever does it
            far = (at for at in inside if at > inside.start and _measures_way(words[at], self.sentence.facts))
            inside = range(inside.start, next(far, inside.stop))
            state = state_of_body(text, self.sentence.facts, words, range(inside.start, len(words)))
            if state is not None:
                return state  # "by the governments of Greece and Turkey"
        if whole:
            stop = inside.stop - (len(inside) > 1 and ends_no_phrase(words[inside.stop - 1]))
            span = Span(words[inside.start].start, words[stop - 1].end)
            return Role(span, span.of(text))
        return noun_phrase(text, self.sentence.facts, words, inside)


def _is_paper(role: Role) -> bool:
    """Whether a phrase ends in a word for what is agreed or written, which gets nothing: "Friendship Treaty"."""
    return role.text.lower().split()[-1] in phrases("english_no_authority")


def _measures_way(word: Word, facts: Facts) -> bool:
    """Whether a word is of a distance: "20 miles"."""
    return word.amount is not None and facts.amounts[word.amount].text.split()[-1] in phrases("english_distances")


def _is_given(words: Sequence[Word], part: Part) -> bool:
    """Whether a pronoun stands before the thing given ("gave her 300 pounds") and does not own it ("her ships")."""
    behind = words[part.first + 1]
    return words[part.first].lower != "her" or behind.amount is not None or behind.lower in ("a", "an", "the", "no")
