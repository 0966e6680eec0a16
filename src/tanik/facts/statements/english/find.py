"""Statements in English: the verb in the middle, prepositions for cases.

Comes in: a sentence's words and what the sentences before it left. Goes out: statements. English shows by order what
Turkish shows by endings: the subject stands before the verb group, the object right behind it, the rest behind
prepositions; "and" with a verb behind it goes on with the same subject; "according to", "X wrote that" and ", said X"
put a clause on somebody's word (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, Modality, NameKind, Polarity, Role, Statement
from tanik.facts.statements.english.adjuncts import is_adverb, is_described, subject_from
from tanik.facts.statements.english.bilingual import is_told_apart
from tanik.facts.statements.english.deals import deed_done
from tanik.facts.statements.english.memory import Memory, is_full_name
from tanik.facts.statements.english.phrases import is_plural, lower_english, noun_phrase
from tanik.facts.statements.english.roles import Clause, Sentence, goes_on_with, roles_of
from tanik.facts.statements.english.verbs import AUXILIARIES, NEGATIONS, Verb, is_verb, verbs
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["Memory", "find_english"]

_ADVERBS: Final = frozenset(
    ("now", "still", "also", "only", "then", "always", "later", "soon", "already", "first", "finally", "even")
)
_BREAKS: Final = frozenset((";", ":", ".", "(", ")", "but", "while", "whereas", "because", "although", "though", "so"))
_NOBODY: Final = frozenset(("nobody", "nothing", "none", "everyone", "everybody"))
_NO_ONE: Final = _NOBODY - {"everyone", "everybody"}
_REJECTING: Final = frozenset(("deny", "denies", "denied", "dispute", "disputes", "disputed"))
_CONDITIONS: Final = frozenset(("if", "provided", "unless"))
_JOINTS: Final = frozenset(("and", "but", "since", "because", "that"))
_BRACKETED: Final = 20  # words
_SAME_DAY: Final = ("that day", "the same day", "that night", "that year", "the same year", "that month")


def find_english(
    text: str, facts: Facts, words: Sequence[Word], authority: str | None, memory: Memory | None = None
) -> Iterator[Statement]:
    """The statements of one English sentence that name, date or count something; `memory` learns from each."""
    memory = memory or Memory()
    memory.age += 1
    sentence = Sentence(text, facts, words, authority)
    told = _according_to(sentence)
    here: Role | None = None
    teller: Role | None = None
    rejected = False
    clauses = _clauses(words, facts)
    if not clauses:
        _remember(sentence, Clause(0, 0, 0, len(words)), {}, memory)
    for clause in clauses:
        verb = verbs()[words[clause.verb].lower]
        roles = roles_of(sentence, clause, verb, here or memory.subject, memory)
        here = goes_on_with(sentence, clause) or memory.head or here
        trailing = _said_by(sentence, clause)
        if verb.reports and _is_trailing(words, clause.verb):
            continue
        if (verb.reports and (_governs(words, clause) or verb.action is None)) or _tells_that(words, clause, verb):
            told = _teller(roles.get("subject"), memory)
            teller = roles.get("subject")
            rejected = words[clause.verb].lower in _REJECTING
            _remember_dates(sentence, clause, memory)
            continue
        statement = _statement(sentence, clause, roles, told or trailing, memory)
        if statement is not None and rejected:
            statement = replace(statement, polarity=Polarity.DENIED)  # "denied that the guns had come"
        if statement is not None:
            yield statement
        _remember(sentence, clause, roles, memory)
        memory.deal.keep(verb.action, roles)
    if teller is not None and any(name.name == teller.name and name.kind is NameKind.PERSON for name in facts.names):
        memory.person = teller  # "he" goes on with whom the main clause told of (Grosz, Joshi & Weinstein 1995)


def _clauses(words: Sequence[Word], facts: Facts) -> list[Clause]:
    """One clause a verb: from the break before its subject to the break before the next verb's subject."""
    verbs = [index for index in range(len(words)) if is_verb(words, index)]
    found: list[Clause] = []
    start = 0
    for place, index in enumerate(verbs):
        following = verbs[place + 1] if place + 1 < len(verbs) else len(words)
        end = next((i for i in range(index + 1, following) if _is_break(words, i, following)), following)
        if end == following and following < len(words):
            end = _before_subject(words, Clause(start, index, index, following), facts)
        group = index
        while group > start and (_is_small(words[group - 1]) or is_adverb(words[group - 1])):
            group -= 1
        if group - start > 2 and f"{words[group - 2].lower} {words[group - 1].lower}" in phrases("english_adverbials"):
            group -= 3 if words[group - 3].lower in AUXILIARIES else 2  # "were at present issuing"
        if not is_described(words, facts, index):
            start = _after_unknown(words, start, group)
        found.append(Clause(min(start, group), group, index, max(end, index + 1)))
        start = end
        while start < following and (words[start].is_mark or words[start].lower in _BREAKS | {"and"}):
            start += 1
    return found


def _after_unknown(words: Sequence[Word], start: int, group: int) -> int:
    """Where a clause begins behind one whose verb is in no table: "ties had been severed, and in May Ismet wrote".

    An auxiliary before the verb's own group shows such a clause, a conjunction behind it its end (H&P 2002, 15.1).
    """
    before = range(group - 1, start - 1, -1)
    finite = next((at for at in before if words[at].lower in AUXILIARIES and words[at].date is None), None)
    if finite is None:
        return start
    cleft = lower_english(words[start]) == "it"  # "it was not until May that Ismet signed"
    joints = _JOINTS - {"that"} if cleft else _JOINTS
    joint = next((at for at in range(group - 2, finite, -1) if words[at].lower in joints), None)
    if joint is None:
        return start
    told = [at for at in range(subject_from(words, joint + 1, group), group) if words[at].date is None]
    own = [at for at in told if not words[at].is_mark and words[at].lower not in AUXILIARIES | _ADVERBS]
    return joint + 1 if own else start


def _is_break(words: Sequence[Word], index: int, high: int) -> bool:
    """Whether a clause ends here; what parentheses put in before its next verb ends none."""
    if words[index].folded == "(":
        return not any(words[at].folded == ")" for at in range(index, high))
    if words[index].folded == ")":
        return not any(words[at].folded == "(" for at in range(max(0, index - _BRACKETED), index))
    return words[index].lower in _BREAKS


def _is_small(word: Word) -> bool:
    """Whether a word before a verb is of its group: an auxiliary, a negation, a common adverb."""
    # "may" is a month too
    return word.date is None and word.lower in AUXILIARIES | (NEGATIONS - _NO_ONE) | _ADVERBS


def _before_subject(words: Sequence[Word], clause: Clause, facts: Facts) -> int:
    """Where the clause of a verb ends, if the next verb's subject stands between the two."""
    verb, following = clause.verb, clause.end
    if is_described(words, facts, following) and not _opens_relative(words, verb, following):
        return following
    for index in range(following - 1, verb, -1):
        if words[index].lower in ("and", "that", "who", "which") or words[index].folded == ",":
            return index
    # "those who came from Kars sold": what stands behind the relative clause's verb is its own (H&P 2002, 12.1)
    describes = words[following].lower.endswith("ing") and not verbs()[words[verb].lower].reports
    describes = (
        describes
        or is_described(words, facts, verb)
        or any(words[at].lower in ("who", "which") for at in range(clause.start, verb))
    )
    return following if describes else min(verb + 1, following)


def _opens_relative(words: Sequence[Word], low: int, high: int) -> bool:
    return any(words[at].lower in ("who", "which", "that") for at in range(low, high))


def _is_trailing(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb of saying stands behind what was said: ", wrote one journalist"; not "X, however, wrote that"."""
    if not verb or words[verb - 1].folded != ",":
        return False
    return not (verb + 1 < len(words) and words[verb + 1].lower == "that")


def _governs(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause follows a reporting verb: "wrote that", "claims 202 thousand left", ", said X" is none."""
    after = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    if after == "that":
        return True
    rest = range(clause.verb + 1, len(words))
    return clause.end == clause.verb + 1 and any(is_verb(words, index) for index in rest)


def _tells_that(words: Sequence[Word], clause: Clause, verb: Verb) -> bool:
    """Whether someone is told what follows: "told us that", "assured the consul that"."""
    near = [word.lower for word in words[clause.verb + 1 : clause.verb + 5]]
    # "informed on the drama that": the pronoun is of the noun before it
    near = near[: next((at for at, word in enumerate(near) if word in ("on", "about", "of")), len(near))]
    at_end = verb.object == "recipient" and clause.end < len(words) and words[clause.end].lower == "that"
    timed = len(near) > 1 and near[1] in phrases("english_times")  # "replied that day"
    goes_on = any(is_verb(words, index) for index in range(clause.verb + 1, len(words)))
    return verb.action == "say" and goes_on and ("that" in near[timed:] or at_end)


def _called(role: Role | None) -> str | None:
    return (role.name or role.text) if role is not None else None


def _teller(role: Role | None, memory: Memory) -> str | None:
    """Who says what follows: whoever writes the page where it says "I" or "we"."""
    return memory.author if role is not None and role.text.lower() in ("i", "ı", "we") else _called(role)


def _according_to(sentence: Sentence) -> str | None:
    """The authority that "according to …" names."""
    words = sentence.words
    for index in range(len(words) - 2):
        if words[index].lower == "according" and words[index + 1].lower == "to":
            stop = next((i for i in range(index + 2, len(words)) if words[i].is_mark), len(words))
            return _called(noun_phrase(sentence.text, sentence.facts, words, range(index + 2, stop)))
    return None


def _said_by(sentence: Sentence, clause: Clause) -> str | None:
    """Who is named behind the clause as having said it: ", wrote one journalist"."""
    words = sentence.words
    for index in range(clause.verb + 1, len(words) - 1):
        verb = verbs().get(words[index].lower)
        if verb is None or not verb.reports or not _is_trailing(words, index):
            continue
        stop = next((i for i in range(index + 1, len(words)) if words[i].is_mark), len(words))
        return _called(noun_phrase(sentence.text, sentence.facts, words, range(index + 1, stop)))
    return None


def _statement(
    sentence: Sentence, clause: Clause, roles: dict[str, Role], told: str | None, memory: Memory
) -> Statement | None:
    words, facts = sentence.words, sentence.facts
    verb = verbs()[words[clause.verb].lower]
    inside = [word for word in words[clause.start : clause.end] if not word.is_mark]
    if (verb.action is None and verb.reports) or not inside or inside[0].lower in ("what", "whose"):
        return None
    if verb.action is None and not told and not any(one.date is not None or one.amount is not None for one in inside):
        return None  # what has no action must at least be dated or counted
    if is_described(words, facts, clause.verb) and not any(one.date is not None for one in inside):
        return None  # "the ships chartered by the Red Crescent": without a day it only says which
    denied = bool(NEGATIONS.intersection(word.lower for word in words[clause.group : clause.verb]))
    # "paid Greece nothing", "sent no flour"
    behind = [word.lower for word in words[clause.verb + 1 : clause.end]]
    denied = denied or "nothing" in behind or behind[:1] == ["no"]
    before = [word.lower for word in words[clause.start : clause.group] if word.lower != "that"]
    # "nothing had come", "no money was sent": the clause is negative (H&P 2002, 9.1.1)
    denied = denied or before[:1] in (["no"], ["nothing"], ["nobody"], ["none"], ["neither"])
    named = any(w.name is not None or w.amount is not None or w.date is not None for w in inside)
    named = named and not any(word.lower in _NOBODY for word in inside)
    nobody = any(word.lower in _NOBODY for word in words[clause.start : clause.group])
    told_of = not nobody and any(role.name is not None for role in roles.values()) and len(roles) > 1
    # "he never said it" and "the governor ordered an inquiry" can be looked up though they name no one
    posted = verb.action is not None and "object" in roles and is_told_apart(roles.get("subject"))
    unmet = denied and verb.action is not None and _is_unmet(roles, behind, told if nobody else None, memory)
    if not (named or told_of or posted or unmet or (told and len(roles) > 1) or (denied and verb.action == "say")):
        return None
    dates = [facts.dates[word.date].edtf for word in inside if word.date is not None]
    span = Span(inside[0].start, inside[-1].end)
    doubted = memory.author if denied and verb.action == "say" else None
    authority = told or sentence.authority or doubted
    return Statement(
        span,
        span.of(sentence.text),
        deed_done(verb.action, roles, facts, words[clause.verb].lower),
        "statement-english",
        tuple(sorted((place, role) for place, role in roles.items() if role.text.lower() not in _NO_ONE)),
        next((date for date in dates if date), None) or _same_day(span.of(sentence.text), memory),
        tuple(sorted({word.amount for word in inside if word.amount is not None})),
        authority,
        Polarity.DENIED if denied else Polarity.AFFIRMED,
        _modality(sentence, clause, told),
    )


def _is_unmet(roles: dict[str, Role], behind: list[str], told: str | None, memory: Memory) -> bool:
    """Whether what is denied can be looked up though it names no one.

    On somebody's word ("the consul: nothing had come"), of a named party ("was given nothing"), or of the thing that
    a deal was about ("The coal never came").
    """
    thing, subject = memory.deal.thing, roles.get("subject")
    kept = thing is not None and subject is not None and subject.text.lower().split()[-1] in thing.text.lower().split()
    return told is not None or kept or ("nothing" in behind and any(role.name for role in roles.values()))


def _modality(sentence: Sentence, clause: Clause, told: str | None) -> Modality:
    words = sentence.words
    if sentence.text[words[-1].start : words[-1].end] == "?":
        return Modality.ASKED
    if any(_is_condition(words, at) for at in range(len(words))):
        return Modality.CONDITIONAL
    return Modality.REPORTED if told else Modality.ASSERTED


def _is_condition(words: Sequence[Word], index: int) -> bool:
    """Whether a word opens a condition; "provided" does so before "that" only, else it is a deed."""
    word = lower_english(words[index])
    return word in _CONDITIONS and (word != "provided" or words[min(index + 1, len(words) - 1)].lower == "that")


def _same_day(written: str, memory: Memory) -> str | None:
    """The last date where a clause points back to it ("that day") or follows it at once."""
    pointed = any(phrase in written.lower() for phrase in _SAME_DAY)
    return memory.when if pointed or memory.age <= 1 else None


def _remember(sentence: Sentence, clause: Clause, roles: dict[str, Role], memory: Memory) -> None:
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
    for place in ("subject", "recipient", "object"):
        if place in roles and is_plural(roles[place]):
            memory.many = roles[place]
    _remember_dates(sentence, clause, memory)


def _remember_dates(sentence: Sentence, clause: Clause, memory: Memory) -> None:
    """Keep the last date of a clause."""
    for word in sentence.words[clause.start : clause.end]:
        if word.date is not None and sentence.facts.dates[word.date].edtf:
            memory.when, memory.age = sentence.facts.dates[word.date].edtf, 0
