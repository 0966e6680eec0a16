"""The roles of an English clause: subject before the verb group, object behind it, the rest behind prepositions.

Comes in: a sentence, one of its clauses with its verb, and what the sentences before left. Goes out: who and what
fills each place (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, ch. 4 and 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import NameKind, Role
from tanik.facts.statements.english.adjuncts import antecedent, is_of_deed, is_to_do
from tanik.facts.statements.english.bilingual import is_somewhere, is_told_apart
from tanik.facts.statements.english.clauses import Clause
from tanik.facts.statements.english.deals import described, with_unsaid
from tanik.facts.statements.english.forms import Verb, participles, verb_width, verbs
from tanik.facts.statements.english.memory import Memory
from tanik.facts.statements.english.nominals import noun_phrase
from tanik.facts.statements.english.phrases import (
    PREPOSITIONS,
    Part,
    is_adverb,
    is_bare,
    is_idle,
    is_measure,
    parts_of,
    second_object,
)
from tanik.facts.statements.english.subjects import (
    Sentence,
    fronted_subject,
    goes_on_with,
    object_relative,
    of_relative,
    subject_of,
)
from tanik.facts.statements.english.verbs import BE
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.words import Word

__all__ = ["Sentence", "goes_on_with", "roles_of"]

_WEIGHING: Final = frozenset(("request", "offer", "promise", "refuse", "accept", "order"))
_PHASES: Final = frozenset(("begin", "end"))
_BIDDING: Final = frozenset(("order", "request"))
_ASKING: Final = ("ask", "beg", "petition", "press", "appl", "implor", "plead", "sue", "call", "appeal")
_PROVIDING: Final = ("present", "provid", "suppl", "furnish", "equip", "entrust")
_TAKING: Final = ("take", "took", "taking")
_WIRING: Final = ("cabl", "wire", "telegraph")
_BEFORE_NOUN: Final = frozenset(("the", "a", "an", "its", "his", "her", "their", "this", "that", "my", "our", "and"))
# what these bring in is no party and no place of the deed: "after the war", "against the plan" (H&P 2002, 7.2)
_ASIDE: Final = frozenset(
    ("listed", "after", "before", "during", "against", "within", "without", "since", "towards", "toward")
)
# deeds that one does with another; else "with" says what is at hand ("opened with 40 guests")
_WITH: Final = frozenset(("sign", "meet", "accept", "transfer", "say", "write", "promise", "offer", "refuse", None))
_RELATING: Final = frozenset(("which", "who", "whom", "whose", "where"))
_PRONOUNS: Final = frozenset(("he", "she", "it", "they"))
_OBJECTS: Final = frozenset(("him", "them", "us", "me"))
_MOVED_ON: Final = frozenset(("die", "lose", "end", "begin", "meet", "say", "born"))
_LEAST: Final = 5  # letters of a participle in -ing: "king" is none
_WHERE: Final = frozenset(("in", "at", "on", "near"))
_PERSONS: Final = frozenset(("him", "her", "them"))
_BARE: Final = _OBJECTS | _PRONOUNS | {"you", "these", "those", "this", "that", "such", "i", "ı", "we"}


def roles_of(sentence: Sentence, clause: Clause, verb: Verb, carried: Role | None, memory: Memory) -> dict[str, Role]:
    """Subject before the verb group, object right behind the verb, the rest by preposition."""
    words, facts = sentence.words, sentence.facts
    form = words[clause.verb].lower
    passive = form not in participles() and any(words[i].lower in BE for i in range(clause.group, clause.verb))
    head = of_relative(sentence, clause) or subject_of(sentence, clause, carried, memory)
    memory.head = head
    if clause.describes and not _is_told(words, clause):
        head = antecedent(words, facts, sentence.text, clause.group) or head
    fronted = clause.verb == 0 and form.endswith("ed") and clause.end < len(words)
    head = fronted_subject(sentence, clause.verb) if fronted else head
    shared = clause.describes or fronted or _shares_passive(words, clause, verb, memory) or _has_agent(words, clause)
    passive = (passive or shared) and verb.action != "born"
    stative = passive and form in phrases("english_state_participles") and words[clause.verb + 1 :][:1] != []
    stative = stative and words[clause.verb + 1].lower == "to"  # "was opposed to the plan": the subject opposes it
    verb, passive = (replace(verb, to=verb.object) if stative else verb), passive and not stative
    memory.passive = passive
    filling = _Filling(sentence, verb, memory, form, passive=passive)
    if head is not None:
        filling.roles[_done_to(verb) if passive else verb.subject] = head
    if (whom := object_relative(words, clause)) is not None and not passive:
        done_to = antecedent(words, facts, sentence.text, whom)
        filling.roles |= {verb.object: done_to} if done_to is not None else {}
    filling.subject = filling.roles.get("object" if passive else verb.subject)
    idle = beside = phrasal = aimed = liken = False
    for part in parts_of(words, clause.verb + verb_width(words, clause.verb), _end(words, clause)):
        aside = _is_aside(sentence, verb, filling.form, part)
        beside = beside and bool(part.preposition) and words[part.first - 2].folded != ","
        # of "in connection with the note" the second preposition belongs to the first (H&P 2002, 7.3.2)
        goes_on = idle and (part.preposition == "of" or (phrasal and part.preposition in ("with", "to")))
        # "set up to respond to a crisis": what stands behind an infinitive belongs to it
        goes_on = goes_on or (aimed and part.preposition in ("to", "with", "from", "into"))
        goes_on = goes_on or (aimed and part.preposition == "infinitive" and words[part.first - 3].lower != "and")
        goes_on = goes_on or (aimed and part.preposition == "for" and verb.action in _PHASES)
        aimed = aimed or part.preposition == "infinitive"
        # "as a result of a request for aid": what behind "as" says in what way takes the rest with it (H&P 2002, 7.4.3)
        alike = "as" in (words[part.first - 1].lower, words[part.first].lower) and verb.action != "appoint"
        goes_on = goes_on or (liken and part.preposition in ("of", "for", "to", "with", "by"))
        goes_on = goes_on or is_of_deed(words, part)
        alike = alike or is_to_do(words, part)
        liken = alike or (liken and goes_on)
        idle = is_idle(words, part) or aside or beside or goes_on or alike
        if part.preposition == "listed" and words[part.first - 1].lower == "and":
            filling.join(part)
        if not idle:
            filled = dict(filling.roles)
            filling.add(part)
            unplaced = filling.roles == filled
            idle = unplaced and part.preposition not in ("", "of", "infinitive", "listed")
            # "wrote Grew, American Minister to Bern": what stands behind a noun beside another is of that noun
            phrasal = idle and part.stop == part.first + 1 and is_bare(words[part.first])
            beside = unplaced and not part.preposition and words[part.first - 1].folded == ","
        # "held two talks, one at Kars, the other at Ani": what follows is of each of the two alone
        beside = beside or (part.preposition == "listed" and words[part.first].lower in ("one", "the"))
    roles = {place: described(role, facts, sentence.text) for place, role in filling.roles.items()}
    roles = _with_unsaid(verb, form, roles, memory)
    # a pronoun that stands for nobody found fills nothing
    return {place: role for place, role in roles.items() if role.text.lower() not in _BARE}


def _with_unsaid(verb: Verb, form: str, roles: dict[str, Role], memory: Memory) -> dict[str, Role]:
    """The roles with what the deal before supplies; "took part" takes nothing that a deal was about."""
    thing = roles.get("object")
    light = thing is not None and thing.text.lower() in phrases("english_light_objects")
    return roles if light and form.startswith(_TAKING) else with_unsaid(verb.action, roles, memory.deal)


def _is_aside(sentence: Sentence, verb: Verb, form: str, part: Part) -> bool:
    """Whether a part tells how, how long or with what and fills no place, by its preposition and by what it holds."""
    words = sentence.words
    with_whom = part.preposition != "with" or verb.action in _WITH or form.startswith(_PROVIDING)
    aside = part.preposition in _ASIDE or not with_whom or _is_while(sentence, part)
    opens, alone = words[part.first], part.stop == part.first + 1
    whither = part.preposition in ("in", "at") and verb.action == "move" and alone
    aside = aside or (whither and is_bare(opens) and _is_manner(opens))  # "fled in panic to the port"
    # "a great deal in regaining Kars": a gerund with its object is a deed and no place (H&P 2002, 14.3)
    gerund = part.preposition in _WHERE and not alone and is_bare(opens) and len(opens.lower) > _LEAST
    return aside or (gerund and opens.lower.endswith("ing"))


def _shares_passive(words: Sequence[Word], clause: Clause, verb: Verb, memory: Memory) -> bool:
    """Whether "was" of the clause before goes on: "was built in Leipzig and brought to Izmir" (H&P 2002, 15.2.2)."""
    bare = clause.start == clause.group == clause.verb and clause.start > 0 and memory.passive
    after = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else "."
    joined = bare and words[clause.start - 1].lower == "and"
    able = verb.source != "object" and verb.action is not None and verb.action not in _MOVED_ON
    return joined and able and (after in PREPOSITIONS or after == ".")


def _has_agent(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a past behind a comma has a doer with "by", no subject and no object: "finished off by the clerk"."""
    bare = clause.start == clause.group == clause.verb and clause.start > 1
    past = words[clause.verb].lower.endswith(("ed", "n", "t", "d"))
    if not bare or words[clause.start - 1].folded != "," or not past:
        return False
    low = clause.verb + verb_width(words, clause.verb)
    low += low < clause.end and words[low].lower in ("off", "up", "out", "down", "over")
    opens = low < clause.end and words[low].lower in PREPOSITIONS
    return opens and any(words[at].lower == "by" for at in range(low, clause.end))


def _is_manner(word: Word) -> bool:
    """Whether a bare word behind "in" is no place of the table: "in panic"."""
    return not is_somewhere(Role(Span(word.start, word.end), word.lower))


def _is_while(sentence: Sentence, part: Part) -> bool:
    """Whether a part only says how long or after how long: "in two years", "after 30 hours of fighting"."""
    words = sentence.words[part.first : part.stop]
    later = bool(words) and words[-1].lower in ("later", "earlier", "ago", "before")
    counts = [word.amount for word in (words if later else words[:1]) if word.amount is not None]
    if not (part.preposition or later) or not counts:
        return False
    return sentence.facts.amounts[counts[0]].unit in units_by_kind("time")


def _done_to(verb: Verb) -> str:
    """Which place whoever a passive is about fills: "Kemal was appointed" as "they appointed Kemal"."""
    return "recipient" if verb.action == "appoint" else "object"


def _is_told(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a form of "be" stands before the participle: "X was a body established by Y" tells of X."""
    return any(words[at].lower in BE for at in range(clause.start, clause.group))


def _end(words: Sequence[Word], clause: Clause) -> int:
    """Where what the verb governs ends: a participle behind a noun begins a clause of its own ("asking for a loan").

    H&P 2002, 14.7.1 on participial modifiers.
    """
    for index in range(clause.verb + 2, clause.end):
        before = words[index - 1]
        bound = before.is_mark or before.lower in _BEFORE_NOUN | PREPOSITIONS
        parted = words[index].folded == "," and index + 2 < clause.end and words[index + 1].lower == "and"
        if parted and words[index + 2].lower in PREPOSITIONS:
            return index  # ", and from Italy" goes on with what stood before the clause
        loose = before.folded == "," and words[index].lower.endswith("ing") and len(words[index].lower) > _LEAST
        if loose or (words[index].lower in participles() and not bound) or words[index].lower in _RELATING:
            return index
    return clause.end


@dataclass(slots=True)
class _Filling:
    """The places of a statement while the parts behind its verb fill them; `last` is the one filled last."""

    sentence: Sentence
    verb: Verb
    memory: Memory
    form: str
    passive: bool
    subject: Role | None = None
    last: str = ""
    roles: dict[str, Role] = field(default_factory=dict)

    def add(self, part: Part) -> None:
        """Put one part where it belongs."""
        words = self.sentence.words
        first = words[part.first].lower
        alone = part.stop == part.first + 1
        if first in _PERSONS and (alone or (not part.preposition and _is_given(words, part))):
            self._pronoun(part, first, alone=alone)
            if alone:
                return
            part = replace(part, first=part.first + 1)
        elif part.preposition == "infinitive" and (part.verb not in verbs() or self.verb.action in _PHASES):
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
        beside = one is not None and one.name is not None and one.span.end == words[part.first - 2].end
        other = self._role(range(part.first, part.stop)) if beside else None
        if one is None or other is None or other.name is None or other.span.start != words[part.first].start:
            return
        facts = self.sentence.facts
        if self.memory.kind_of(one, facts) is self.memory.kind_of(other, facts):
            span = Span(one.span.start, other.span.end)
            self.roles[self.last] = Role(span, span.of(self.sentence.text))

    def _infinitive(self, role: Role | None, part: Part) -> None:
        """What one is to do: the object of a beginning ("began to build"), of a bidding that of whoever is bidden."""
        if self.verb.action in _BIDDING and "object" in self.roles and role is not None:
            self.roles = {"recipient": self.roles["object"]} | self.roles | {"object": role}
            return
        phase = self.verb.action in _PHASES and not self.passive and "object" not in self.roles
        self._put("object" if phase else _place(part, self.verb, self.roles), role)

    def _fill(self, part: Part, role: Role | None) -> None:
        if role is None:
            return
        handed = part.preposition == "with" and self.verb.action == "transfer"
        if handed and not self.form.startswith(_PROVIDING) and (not is_told_apart(role) or _is_paper(role)):
            return  # "sent 40 guns with the treaty": only somebody is a party to what is handed over
        if part.preposition == "with" and self.verb.action in ("accept", "refuse") and not is_told_apart(role):
            return  # "accepted with joy": how, and not from whom
        place = _place(part, self.verb, self.roles, asks=self.form.startswith(_ASKING))
        wired = self.form.startswith(_WIRING) and is_told_apart(role)
        if not part.preposition and place == "object" and self._is_no_object():
            return
        if place == "object" and (wired or (self.verb.action == "write" and self._is_person(role))):
            place = "recipient"  # "cabled the consul": who is wired to is no thing written
        if part.preposition == "infinitive" and self.verb.action in _BIDDING and "object" in self.roles:
            # "ordered the mayor to pay": whoever is bidden is no thing ordered (H&P 2002, 14.2.3)
            self.roles = {"recipient": self.roles["object"]} | self.roles | {"object": role}
        elif part.preposition == "with" and self.form.startswith(_PROVIDING) and self._given():
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

    def _is_no_object(self) -> bool:
        """Whether a bare phrase is none: that of a passive about nobody told."""
        return self.passive and _done_to(self.verb) == "object" and "object" not in self.roles

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
        if place != "place" or is_somewhere(role, self.memory.kind_of(role, self.sentence.facts)):
            self.roles[place] = role
            self.last = place

    def _widen(self, place: str, role: Role) -> None:
        """Take what "of" brings in into the phrase before it: "House of Commons", "40 sacks of flour"."""
        old = self.roles.get(place)
        if old is not None and role.name is not None and old.text.lower().split()[-1] in phrases("english_place_nouns"):
            self.roles[place] = role
            return
        if old is not None and old.name is None and old.span.end <= role.span.start:
            span = Span(old.span.start, role.span.end)
            self.roles[place] = Role(span, span.of(self.sentence.text))

    def _is_retained(self, part: Part, role: Role) -> bool:
        opens = self.sentence.words[part.first]
        counted = opens.amount is not None or opens.lower in ("a", "an", "the", "nothing")
        counted = counted and not self.sentence.words[part.first - 1].is_mark  # "signed in Batum, the capital"
        return self.verb.to == "recipient" and "object" in self.roles and counted and role.name is None

    def _pronoun(self, part: Part, word: str, *, alone: bool) -> None:
        """What "him", "her" or "them" means: a person in the singular, things or people in the plural."""
        if word == "them":
            side = self.memory.deal.side_of(self.subject) if part.preposition else None
            meant = side or self.memory.several(self.subject)
        else:
            meant = self.memory.other_than(self.subject)
        place = _place(part, self.verb, self.roles) if part.preposition or alone else "recipient"
        self._put(place, meant)

    def _takes_two(self, part: Part) -> bool:
        """Whether receiver and thing may stand side by side: "gave the town 300 lira", "gave to the town 300 lira"."""
        shifted = part.preposition == "to" and self.verb.to == "recipient" and "object" not in self.roles
        return part.preposition in ("", "infinitive") or shifted

    def _second(self, part: Part) -> int | None:
        return second_object(self.sentence.words, self.sentence.facts, part.first, part.stop)

    def _role(self, inside: range, *, whole: bool = False) -> Role | None:
        words, text = self.sentence.words, self.sentence.text
        if whole:
            stop = inside.stop - (len(inside) > 1 and is_adverb(words[inside.stop - 1]))
            span = Span(words[inside.start].start, words[stop - 1].end)
            return Role(span, span.of(text))
        return noun_phrase(text, self.sentence.facts, words, inside)


def _is_paper(role: Role) -> bool:
    """Whether a phrase ends in a word for what is agreed or written, which gets nothing: "Friendship Treaty"."""
    return role.text.lower().split()[-1] in phrases("english_no_authority")


def _is_given(words: Sequence[Word], part: Part) -> bool:
    """Whether a pronoun stands before the thing given ("gave her 300 pounds") and does not own it ("her ships")."""
    behind = words[part.first + 1]
    return words[part.first].lower != "her" or behind.amount is not None or behind.lower in ("a", "an", "the", "no")


def _place(part: Part, verb: Verb, roles: dict[str, Role], *, asks: bool = True) -> str:
    """Which place of a statement a part of the clause fills; `asks` of verbs that are "ask someone for a thing"."""
    if not part.preposition:
        return "object" if verb.object in roles and verb.object == "recipient" else verb.object
    if part.preposition == "for":
        # "asked the bank for a loan": whoever is asked stands where the thing does elsewhere
        return "asked" if verb.action == "request" and asks else "purpose"
    if part.preposition in ("in", "at") and verb.action == "move" and verb.to not in roles:
        return verb.to
    if part.preposition == "infinitive":
        return "object" if verb.action in _WEIGHING and "object" not in roles else "purpose"
    if part.preposition == "of":
        return "whole" if "object" in roles else "of"
    places = {"to": verb.to, "into": verb.to, "from": verb.source, "by": "subject", "with": "recipient"}
    return places.get(part.preposition, "place" if part.preposition in _WHERE else "")
