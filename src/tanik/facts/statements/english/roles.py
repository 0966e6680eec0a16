"""The roles of an English clause: subject before the verb group, object behind it, the rest behind prepositions.

Comes in: a sentence, one of its clauses with its verb, and what the sentences before left. Goes out: who and what
fills each place (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, ch. 4 and 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, Role
from tanik.facts.statements.english.deals import described, with_unsaid
from tanik.facts.statements.english.memory import Memory
from tanik.facts.statements.english.phrases import (
    PREPOSITIONS,
    Part,
    apposed,
    is_measure,
    noun_phrase,
    parts_of,
    second_object,
)
from tanik.facts.statements.english.verbs import BE, Verb
from tanik.facts.statements.lexis.words import Word

__all__ = ["Clause", "Sentence", "roles_of"]

_RELATIVES: Final = frozenset(("which", "who", "whose", "what", "that"))
_WEIGHING: Final = frozenset(("request", "offer", "promise", "refuse", "accept", "order"))
_ASKING: Final = ("ask", "beg", "petition", "press", "appl", "implor", "plead", "sue", "call", "appeal")
_PERSONS: Final = frozenset(("him", "her", "them"))


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `start`..`end` (left out) with the verb at `verb`; `group` is where its auxiliaries begin."""

    start: int
    group: int
    verb: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the clauses of one sentence share."""

    text: str
    facts: Facts
    words: Sequence[Word]
    authority: str | None


def roles_of(sentence: Sentence, clause: Clause, verb: Verb, carried: Role | None, memory: Memory) -> dict[str, Role]:
    """Subject before the verb group, object right behind the verb, the rest by preposition."""
    words, text, facts = sentence.words, sentence.text, sentence.facts
    passive = any(words[i].lower in BE for i in range(clause.group, clause.verb))
    roles: dict[str, Role] = {}
    head = _subject(sentence, clause, carried, memory)
    if head is not None:
        roles["object" if passive and verb.action != "born" else verb.subject] = head
    subject = roles.get("object" if passive else verb.subject)
    places = {"to": verb.to, "into": verb.to, "from": verb.source, "by": "subject", "with": "recipient"}
    for part in parts_of(words, clause.verb + 1, clause.end):
        first = part.first
        if not part.preposition and words[first].lower in _PERSONS:
            # "gave him 300 dollars": a pronoun before the thing is to whom it was given
            alone = part.stop == first + 1
            pronoun = memory.other_than(subject)
            if pronoun is not None:
                roles.setdefault(verb.object if alone else "recipient", pronoun)
            first += 1
        elif part.preposition in places and words[first].lower in _PERSONS and part.stop == first + 1:
            pronoun = memory.deal.side_of(subject) if words[first].lower == "them" else memory.other_than(subject)
            place = _place(part, verb, places, roles)
            roles |= {place: pronoun} if pronoun is not None and place not in roles else {}
            continue
        elif not part.preposition and (thing := second_object(words, facts, first, part.stop)) is not None:
            given = noun_phrase(text, facts, words, range(first, thing))
            roles |= {"recipient": given} if given is not None and "recipient" not in roles else {}
            first = thing
        role = noun_phrase(text, facts, words, range(first, part.stop))
        if role is None:
            continue
        place = _place(part, verb, places, roles, asks=words[clause.verb].lower.startswith(_ASKING))
        if place == "asked":
            roles = {**roles, **({"recipient": roles["object"]} if "object" in roles else {}), "object": role}
        elif place == "whole" and is_measure(roles["object"]):
            roles["object"] = Role(
                Span(roles["object"].span.start, role.span.end), text[roles["object"].span.start : role.span.end]
            )
        elif place not in roles:
            roles[place] = role
    roles = {place: described(role, facts, text) for place, role in roles.items()}
    return with_unsaid(verb.action, roles, memory.deal)


def _place(part: Part, verb: Verb, places: dict[str, str], roles: dict[str, Role], *, asks: bool = True) -> str:
    """Which place of a statement a part of the clause fills; `asks` of verbs that are "ask someone for a thing"."""
    if not part.preposition:
        return verb.object
    if part.preposition == "for" and verb.action == "request" and asks:
        return "asked"  # "asked the bank for a loan": whoever is asked stands where the thing does elsewhere
    if part.preposition in ("in", "at") and verb.action == "move" and verb.to not in roles:
        return verb.to
    if part.preposition == "infinitive":
        return "object" if verb.action in _WEIGHING and "object" not in roles else "purpose"
    if part.preposition == "of" and "object" in roles:
        return "whole"
    return places.get(part.preposition, "place")


def _subject(sentence: Sentence, clause: Clause, carried: Role | None, memory: Memory) -> Role | None:
    """Who stands before the verb group; the carried subject where no one does, a person where a pronoun does."""
    words = sentence.words
    low = clause.start
    while low < clause.group - 1 and (words[low].date is not None or _before_date(words, low)):
        low += 1
    for index in range(clause.start, clause.group):
        if words[index].folded == "," and _opens_with_preposition(words, low):
            low = index + 1
    inside = [i for i in range(low, clause.group) if not words[i].is_mark]
    if len(inside) > 1 and words[inside[0]].lower == "that":
        low, inside = inside[1], inside[1:]
    if not inside:
        return carried
    first = words[inside[0]].folded
    if (beside := apposed(words, sentence.facts, low, clause.group)) is not None:
        return beside
    if len(inside) == 1 and first in ("he", "she"):
        return memory.person
    if first in _RELATIVES or (len(inside) == 1 and first in ("they", "it")):
        return carried
    return noun_phrase(sentence.text, sentence.facts, words, range(low, clause.group), head=True)


def _before_date(words: Sequence[Word], index: int) -> bool:
    """Whether a preposition stands right before a date: "In September 1922 the army entered"."""
    return words[index].folded in PREPOSITIONS and words[index + 1].date is not None


def _opens_with_preposition(words: Sequence[Word], low: int) -> bool:
    """Whether a stretch opens with a preposition or a date: "On 3 May," is no subject."""
    if low >= len(words):
        return False
    word = words[low]
    comma = next((i for i in range(low, len(words)) if words[i].folded == ","), low)
    timed = any(one.lower in ("day", "year", "month", "week", "morning") for one in words[low:comma])
    # folded, because small letters are Turkish here and make "ın" of "In"
    return word.folded in PREPOSITIONS or word.date is not None or word.folded == "according" or timed
