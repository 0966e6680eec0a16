"""Statements in English: the verb in the middle, prepositions for cases.

Comes in: a sentence's words and what the sentences before it left. Goes out: statements. English shows by order what
Turkish shows by endings: the subject stands before the verb group, the object right behind it, the rest behind
prepositions; "and" with a verb behind it goes on with the same subject; "according to", "X wrote that" and ", said X"
put a clause on somebody's word (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Facts, Modality, NameKind, Polarity, Role, Statement
from tanik.facts.statements.english.bilingual import is_told_apart
from tanik.facts.statements.english.deals import deed_done, described, with_unsaid
from tanik.facts.statements.english.memory import Memory, is_full_name
from tanik.facts.statements.english.phrases import (
    PREPOSITIONS,
    Part,
    apposed,
    is_measure,
    noun_phrase,
    parts_of,
    second_object,
)
from tanik.facts.statements.lexis.words import Word

__all__ = ["Memory", "find_english"]

_BE: Final = frozenset(("was", "were", "is", "are", "been", "be", "being"))
_AUXILIARIES: Final = _BE | frozenset(
    ("has", "have", "had", "did", "does", "do", "would", "will", "could", "should", "may", "might", "must", "shall")
)
_NEGATIONS: Final = frozenset(("not", "never", "no", "didn't", "wasn't", "weren't", "nobody", "none", "neither"))
_ADVERBS: Final = frozenset(("also", "only", "then", "always", "later", "soon", "already", "first", "finally", "even"))
_ARTICLES: Final = frozenset(("the", "a", "an", "its", "his", "her", "their", "this", "that", "my", "our"))
_BREAKS: Final = frozenset((";", ":", ".", "(", ")", "but", "while", "whereas", "because", "although", "though", "so"))
_RELATIVES: Final = frozenset(("which", "who", "whose", "what", "that"))
_WEIGHING: Final = frozenset(("request", "offer", "promise", "refuse", "accept", "order"))
_ASKING: Final = ("ask", "beg", "petition", "press", "appl", "implor", "plead", "sue", "call", "appeal")
_PERSONS: Final = frozenset(("him", "her", "them"))
_NOBODY: Final = frozenset(("nobody", "nothing", "none", "everyone", "everybody"))
_CONDITIONS: Final = frozenset(("if", "provided", "unless"))
_SAME_DAY: Final = ("that day", "the same day", "that night", "that year", "the same year", "that month")


@dataclass(frozen=True, slots=True)
class _Verb:
    """A row: its action, what "to" and "from" bring in, and which places subject and object fill."""

    action: str | None
    to: str
    source: str
    subject: str
    object: str
    reports: bool


@cache
def _verbs() -> dict[str, _Verb]:
    return {
        form: _Verb(
            None if row["action"] in ("", "none") else row["action"],
            row["to"],
            row["from"],
            row["subject"] or "subject",
            row["object"] or "object",
            row["reports"] == "yes",
        )
        for row in read_rows("tanik.facts", "verbs_english.csv")
        for form in row["forms"].split("|")
    }


@cache
def _present_forms() -> frozenset[str]:
    return frozenset(
        form
        for row in read_rows("tanik.facts", "verbs_english.csv")
        for form in row["forms"].split("|")
        if form.endswith("s") or f"{form}s" in row["forms"].split("|") or f"{form}es" in row["forms"].split("|")
    )


@dataclass(frozen=True, slots=True)
class _Clause:
    """Words `start`..`end` (left out) with the verb at `verb`; `group` is where its auxiliaries begin."""

    start: int
    group: int
    verb: int
    end: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What the clauses of one sentence share."""

    text: str
    facts: Facts
    words: Sequence[Word]
    authority: str | None


def find_english(
    text: str, facts: Facts, words: Sequence[Word], authority: str | None, memory: Memory | None = None
) -> Iterator[Statement]:
    """The statements of one English sentence that name, date or count something; `memory` learns from each."""
    memory = memory or Memory()
    memory.age += 1
    sentence = _Sentence(text, facts, words, authority)
    told = _according_to(sentence)
    here: Role | None = None
    clauses = _clauses(words)
    if not clauses:
        _remember(sentence, _Clause(0, 0, 0, len(words)), {}, memory)
    for clause in clauses:
        verb = _verbs()[words[clause.verb].lower]
        roles = _roles(sentence, clause, verb, here or memory.subject, memory)
        here = roles.get(verb.subject, here)
        trailing = _said_by(sentence, clause)
        if verb.reports and clause.verb and words[clause.verb - 1].folded == ",":
            continue
        if (verb.reports and (_governs(words, clause) or verb.action is None)) or _tells_that(words, clause, verb):
            told = _called(roles.get("subject"))
            continue
        statement = _statement(sentence, clause, roles, told or trailing, memory)
        if statement is not None:
            yield statement
        _remember(sentence, clause, roles, memory)
        memory.deal.keep(verb.action, roles)


def _is_verb(words: Sequence[Word], index: int) -> bool:
    """Whether a word is one of the table's verb forms, standing where a verb stands."""
    word = words[index]
    if word.lower not in _verbs() or any(fact is not None for fact in (word.name, word.amount, word.date)):
        return False
    before = words[index - 1].lower if index else ""
    if before in _ARTICLES - {"that"} or before in ("of", "to"):
        return False
    after = words[index + 1].lower if index + 1 < len(words) else ""
    if word.lower in _present_forms() and not _verbs()[word.lower].reports:
        # what is told of the past stands in the past, or behind "did" and "would"
        near = {one.lower for one in words[max(0, index - 3) : index]}
        if not near & _AUXILIARIES:
            return False
    return not (before in PREPOSITIONS and after in PREPOSITIONS)


def _clauses(words: Sequence[Word]) -> list[_Clause]:
    """One clause a verb: from the break before its subject to the break before the next verb's subject."""
    verbs = [index for index in range(len(words)) if _is_verb(words, index)]
    found: list[_Clause] = []
    start = 0
    for place, index in enumerate(verbs):
        following = verbs[place + 1] if place + 1 < len(verbs) else len(words)
        end = next((i for i in range(index + 1, following) if words[i].lower in _BREAKS), following)
        if end == following and following < len(words):
            end = _before_subject(words, index, following)
        group = index
        while group > start and words[group - 1].lower in _AUXILIARIES | _NEGATIONS | _ADVERBS:
            group -= 1
        found.append(_Clause(min(start, group), group, index, max(end, index + 1)))
        start = end
        while start < following and (words[start].is_mark or words[start].lower in _BREAKS | {"and"}):
            start += 1
    return found


def _before_subject(words: Sequence[Word], verb: int, following: int) -> int:
    """Where the clause of `verb` ends, if the next verb's subject stands between the two."""
    for index in range(following - 1, verb, -1):
        if words[index].lower in ("and", "that", "who", "which") or words[index].folded == ",":
            return index
    describes = words[following].lower.endswith("ing") and not _verbs()[words[verb].lower].reports
    return following if describes else min(verb + 1, following)


def _governs(words: Sequence[Word], clause: _Clause) -> bool:
    """Whether a clause follows a reporting verb: "wrote that", "claims 202 thousand left", ", said X" is none."""
    after = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    if after == "that":
        return True
    rest = range(clause.verb + 1, len(words))
    return clause.end == clause.verb + 1 and any(_is_verb(words, index) for index in rest)


def _tells_that(words: Sequence[Word], clause: _Clause, verb: _Verb) -> bool:
    """Whether someone is told what follows: "told us that", "assured the consul that"."""
    near = [word.lower for word in words[clause.verb + 1 : clause.verb + 5]]
    return verb.action == "say" and "that" in near[1:]


def _called(role: Role | None) -> str | None:
    return (role.name or role.text) if role is not None else None


def _according_to(sentence: _Sentence) -> str | None:
    """The authority that "according to …" names."""
    words = sentence.words
    for index in range(len(words) - 2):
        if words[index].lower == "according" and words[index + 1].lower == "to":
            stop = next((i for i in range(index + 2, len(words)) if words[i].is_mark), len(words))
            return _called(noun_phrase(sentence.text, sentence.facts, words, range(index + 2, stop)))
    return None


def _said_by(sentence: _Sentence, clause: _Clause) -> str | None:
    """Who is named behind the clause as having said it: ", wrote one journalist"."""
    words = sentence.words
    for index in range(clause.verb + 1, len(words) - 1):
        verb = _verbs().get(words[index].lower)
        if verb is None or not verb.reports or not (index and words[index - 1].folded == ","):
            continue
        stop = next((i for i in range(index + 1, len(words)) if words[i].is_mark), len(words))
        return _called(noun_phrase(sentence.text, sentence.facts, words, range(index + 1, stop)))
    return None


def _roles(sentence: _Sentence, clause: _Clause, verb: _Verb, carried: Role | None, memory: Memory) -> dict[str, Role]:
    """Subject before the verb group, object right behind the verb, the rest by preposition."""
    words, text, facts = sentence.words, sentence.text, sentence.facts
    passive = any(words[i].lower in _BE for i in range(clause.group, clause.verb))
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


def _place(part: Part, verb: _Verb, places: dict[str, str], roles: dict[str, Role], *, asks: bool = True) -> str:
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


def _subject(sentence: _Sentence, clause: _Clause, carried: Role | None, memory: Memory) -> Role | None:
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


def _statement(
    sentence: _Sentence, clause: _Clause, roles: dict[str, Role], told: str | None, memory: Memory
) -> Statement | None:
    words, facts = sentence.words, sentence.facts
    verb = _verbs()[words[clause.verb].lower]
    inside = [word for word in words[clause.start : clause.end] if not word.is_mark]
    if (verb.action is None and verb.reports) or not inside or inside[0].lower in ("what", "whose"):
        return None
    if verb.action is None and not told and not any(one.date is not None or one.amount is not None for one in inside):
        return None  # what has no action must at least be dated or counted
    denied = bool(_NEGATIONS.intersection(word.lower for word in words[clause.group : clause.verb]))
    # "paid Greece nothing", "sent no flour"
    behind = [word.lower for word in words[clause.verb + 1 : clause.end]]
    denied = denied or "nothing" in behind or behind[:1] == ["no"]
    named = any(w.name is not None or w.amount is not None or w.date is not None for w in inside)
    named = named and not any(word.lower in _NOBODY for word in inside)
    nobody = any(word.lower in _NOBODY for word in words[clause.start : clause.group])
    told_of = not nobody and any(role.name is not None for role in roles.values()) and len(roles) > 1
    # "he never said it" and "the governor ordered an inquiry" can be looked up though they name no one
    posted = verb.action is not None and "object" in roles and is_told_apart(roles.get("subject"))
    if not (named or told_of or posted or (told and len(roles) > 1) or (denied and verb.action == "say")):
        return None
    dates = [facts.dates[word.date].edtf for word in inside if word.date is not None]
    span = Span(inside[0].start, inside[-1].end)
    doubted = memory.author if denied and verb.action == "say" else None
    authority = told or sentence.authority or doubted
    return Statement(
        span,
        span.of(sentence.text),
        deed_done(verb.action, roles, facts),
        "statement-english",
        tuple(sorted(roles.items())),
        next((date for date in dates if date), None) or _same_day(span.of(sentence.text), memory),
        tuple(sorted({word.amount for word in inside if word.amount is not None})),
        authority,
        Polarity.DENIED if denied else Polarity.AFFIRMED,
        _modality(sentence, clause, told),
    )


def _modality(sentence: _Sentence, clause: _Clause, told: str | None) -> Modality:
    words = sentence.words
    if sentence.text[words[-1].start : words[-1].end] == "?":
        return Modality.ASKED
    if any(word.lower in _CONDITIONS for word in words):
        return Modality.CONDITIONAL
    return Modality.REPORTED if told else Modality.ASSERTED


def _same_day(written: str, memory: Memory) -> str | None:
    """The last date where a clause points back to it ("that day") or follows it at once."""
    pointed = any(phrase in written.lower() for phrase in _SAME_DAY)
    return memory.when if pointed or memory.age <= 1 else None


def _remember(sentence: _Sentence, clause: _Clause, roles: dict[str, Role], memory: Memory) -> None:
    """Keep who was spoken of and when."""
    facts = sentence.facts
    people = {name.name for name in facts.names if name.kind is NameKind.PERSON}
    for place in ("object", "recipient", "subject"):
        role = roles.get(place)
        if role is not None and (role.name in people or is_full_name(role)):
            memory.person = role
    spoken = [word.name for word in sentence.words if word.name is not None and facts.names[word.name].name in people]
    if (
        spoken
        and (memory.person is None or not roles)
        and not (roles.get("subject") and roles["subject"].name in people)
    ):
        last = facts.names[spoken[-1]]
        memory.person = Role(last.span, last.text, last.name)
    memory.subject = roles.get("subject", memory.subject)
    for word in sentence.words[clause.start : clause.end]:
        if word.date is not None and facts.dates[word.date].edtf:
            memory.when, memory.age = facts.dates[word.date].edtf, 0
