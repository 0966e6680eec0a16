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
from tanik.facts.model import FURTHER, Facts, Modality, NameKind, Polarity, Role, Statement
from tanik.facts.statements.english.bodies import is_of_institution
from tanik.facts.statements.english.clauses import Clause, clauses_of, is_main
from tanik.facts.statements.english.corresponded import as_told, day_in_letter
from tanik.facts.statements.english.days import counts_from, dates_of, remember_dates, same_day
from tanik.facts.statements.english.deals import deed_done, with_sum_moved
from tanik.facts.statements.english.forms import participles, verb_at, verb_width, verbs
from tanik.facts.statements.english.hedges import (
    came_at_last,
    is_denied,
    is_hearsay,
    is_raised,
    lacks_evidence,
    passes_on_hearsay,
)
from tanik.facts.statements.english.listed import with_listed
from tanik.facts.statements.english.memory import Memory, is_full_name
from tanik.facts.statements.english.phrases import is_plural, lower_english
from tanik.facts.statements.english.roles import Sentence, goes_on_with, roles_of
from tanik.facts.statements.english.selection import NO_ONE, Passed, asserts, deed_of, passed_over
from tanik.facts.statements.english.sharing import shared_out
from tanik.facts.statements.english.tellers import (
    according_to,
    commented,
    is_governing,
    only_says,
    said_by,
    teller_of,
    tells_that,
    trailing,
)
from tanik.facts.statements.english.units import with_units
from tanik.facts.statements.english.verbs import is_linking
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.words import Word

__all__ = ["Memory", "find_english"]

_REJECTING: Final = phrases("english_rejecting")
_REASONS: Final = phrases("english_reasons")
_NUMERALS: Final = frozenset(("i", "ii"))
_CONDITIONS: Final = frozenset(("if", "provided", "unless"))


def find_english(
    text: str, facts: Facts, words: Sequence[Word], authority: str | None, memory: Memory | None = None
) -> Iterator[Statement]:
    """The statements of one English sentence; `memory` learns from each clause.

    Those that name, date or count nothing, or are not worth looking up first for another reason, are told further
    (`Statement.further`): the others are the same with and without them.
    """
    memory = memory or Memory()
    for part in _sentences(text, words):
        yield from _find(text, facts, part, authority, memory)


def _sentences(text: str, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The sentences in one that a number did not let end: English has no ordinal with a stop ("at age 16. The …")."""
    start = 0
    for at in range(1, len(words) - 1):
        ends = words[at].folded == "." and words[at - 1].folded[-1:].isdigit()
        # "after World War I. It was": a numeral of a war is no initial
        ends = ends or (words[at].folded == "." and words[at - 1].folded in _NUMERALS and words[at - 2].folded == "war")
        if ends and text[words[at + 1].start].isupper() and words[at + 1].date is None:
            yield words[start : at + 1]
            start = at + 1
    yield words[start:]


def _find(text: str, facts: Facts, words: Sequence[Word], authority: str | None, memory: Memory) -> Iterator[Statement]:
    """The statements of what is one English sentence."""
    words = as_told(with_units(text, facts, _within(words)), memory.letter)
    if not words:
        return  # a line of pictures or stops is no sentence, and lets nobody be forgotten
    memory.age += 1
    memory.deal.age += 1
    sentence = Sentence(text, facts, words, authority)
    told, sayers = according_to(sentence), trailing(words)
    here: Role | None = None
    teller = main = here
    rejected, heard, raised = False, False, None
    clauses = clauses_of(words, facts)
    if not clauses:
        _remember(sentence, Clause(0, 0, 0, len(words)), {}, memory)
    for place, clause in enumerate(clauses):
        goes_on = place + 1 < len(clauses)
        verb = verb_at(words, clause.verb)
        if (comment := commented(sentence, clause, memory)) is not None:
            told, here = comment[0] or told, comment[1] or here
            continue
        roles = roles_of(sentence, clause, verb, here or memory.subject, memory)
        here = goes_on_with(sentence, clause) or memory.head or here
        main = main or (memory.head if is_main(words, clause) else None)
        behind = said_by(sentence, clause, sayers)
        if only_says(words, clause):
            continue
        lacking = lacks_evidence(words, clause)
        if lacking or (goes_on and passes_on_hearsay(words, clause)):
            rejected = rejected or lacking
            heard = heard or not rejected
            raised = clause.start if is_raised(words, clause) else None
            remember_dates(sentence, clause, memory)
            continue
        governs = is_governing(words, clause, goes_on=goes_on) or (
            verb.action is None and not _has_reason(words, clause)
        )
        if (verb.reports and governs) or (goes_on and tells_that(words, clause, verb)):
            told = teller_of(roles.get("subject"), memory)
            teller = roles.get("subject") or memory.head
            rejected = words[clause.verb].lower in _REJECTING
            memory.when = None  # the day of a telling is not the day of what is told, but for what was going on
            if goes_on and words[clauses[place + 1].verb].lower in participles():
                remember_dates(sentence, clause, memory)
            continue
        statement = _statement(sentence, clause, roles, told or behind, memory)
        if statement is not None:
            heard_here = heard or is_hearsay(words, clause)
            statement = _doubted(sentence, statement, raised, rejected=rejected, heard=heard_here)
            following = clauses[place + 1].start if goes_on else len(words)
            for one in shared_out(statement, sentence, clause, following):
                yield with_listed(one, sentence, clause)
        raised = None
        _remember(sentence, clause, roles, memory)
        memory.deal.keep(verb.action, roles)
    _keep_main(main if len(clauses) > 1 or memory.passive else None, teller, memory, facts)


def _has_reason(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a ground or a time is behind a clause, and not what somebody knows: "knew it, as he had trained it"."""
    after = [word.lower for word in words[clause.end - 1 : clause.end + 2] if not word.is_mark]
    return bool(_REASONS.intersection(after[-2:]))


def _keep_main(main: Role | None, teller: Role | None, memory: Memory, facts: Facts) -> None:
    """Let the sentence behind go on with whom the main clause is about (Grosz, Joshi & Weinstein 1995)."""
    memory.subject = main or memory.subject
    for role in (main, teller):
        if role is not None and memory.kind_of(role, facts) is NameKind.PERSON:
            memory.person = role


def _doubted(sentence: Sentence, statement: Statement, raised: int | None, *, rejected: bool, heard: bool) -> Statement:
    """A statement as those before it in the sentence hold it: rejected by whoever tells it, or only heard."""
    if rejected:
        statement = replace(statement, polarity=Polarity.DENIED)  # "denied that the guns had come"
    return _as_heard(sentence, statement, raised) if heard else statement


def _as_heard(sentence: Sentence, statement: Statement, raised: int | None) -> Statement:
    """`statement` as hearsay, from word `raised` on where its subject stands before the verb of saying."""
    if raised is not None:
        span = Span(sentence.words[raised].start, statement.span.end)
        statement = replace(statement, span=span, text=span.of(sentence.text))
    asserted = statement.modality is Modality.ASSERTED
    return replace(statement, modality=Modality.REPORTED) if asserted else statement


def _within(words: Sequence[Word]) -> Sequence[Word]:
    """The words of a sentence without the stops inside it: where it does not end, one only shortens a word."""
    return [word for at, word in enumerate(words) if word.folded != "." or at == len(words) - 1]


def _statement(
    sentence: Sentence, clause: Clause, roles: dict[str, Role], told: str | None, memory: Memory
) -> Statement | None:
    """What a clause says; what is not worth looking up first is marked as told further."""
    words, facts = sentence.words, sentence.facts
    passed = passed_over(sentence, clause, roles, told, memory)
    if passed is Passed.EMPTY:
        return None
    verb, denied = deed_of(words, clause), is_denied(words, clause)
    inside = [word for word in words[clause.start : clause.end] if not word.is_mark]
    counted_from = next((at for at in range(len(inside)) if counts_from(inside, at, facts)), len(inside))
    told_at = (*came_at_last(words, clause), *dates_of(words, clause, inside[:counted_from]))
    dates = [facts.dates[at].edtf for at in told_at]
    of_letter = day_in_letter(sentence, clause.verb, inside, memory.letter)
    span = Span(inside[0].start, inside[-1].end)
    doubted = memory.author if denied and verb.action == "say" else None
    authority = told or sentence.authority or doubted
    after = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    tries = after == "to" and words[clause.verb].lower in ("seek", "seeks", "sought", "seeking")  # to try, no request
    form = words[clause.verb].lower if verb_width(words, clause.verb) == 1 else ""  # "took over" takes otherwise
    action = None if tries else deed_done(verb.action, roles, facts, form)
    if verb.action == "move" and action == "transfer":
        roles = with_sum_moved(roles, facts)
    made = Statement(
        span,
        span.of(sentence.text),
        action,
        "statement-english",
        _told_roles(verb.action if tries else action, roles),
        next((date for date in dates if date), None) or of_letter or same_day(sentence, clause, span, memory),
        tuple(sorted({word.amount for word in inside if word.amount is not None and word.date is None})),
        authority,
        Polarity.DENIED if denied else Polarity.AFFIRMED,
        _modality(sentence, clause, told),
    )
    if passed is None:
        return made
    further = made.modality in (Modality.ASSERTED, Modality.REPORTED) and asserts(sentence, clause, made)
    return replace(made, rule=f"{made.rule}{FURTHER}") if further else None


def _told_roles(action: str | None, roles: dict[str, Role]) -> tuple[tuple[str, Role], ...]:
    """The roles that are told: of a verb whose deed is in no table only subject and object are sure.

    What its prepositions bring in goes by the verb (H&P 2002, 4.2.2 on specified prepositions).
    """
    sure = {*roles} if action is not None else {"subject", "object", "whole"}
    told = ((place, role) for place, role in roles.items() if place in sure and role.text.lower() not in NO_ONE)
    return tuple(sorted(told))


def _modality(sentence: Sentence, clause: Clause, told: str | None) -> Modality:
    words = sentence.words
    if sentence.text[words[-1].start : words[-1].end] == "?":
        return Modality.ASKED
    # what a clause reports may have a condition of its own: "warned them that he would act if they rose"
    until = next((at for at in range(clause.end, len(words)) if words[at].lower == "that"), len(words))
    on = next((at for at in range(until) if _is_condition(words, at)), None)
    if on is not None and not _is_of_bidding(words, clause, on):
        return Modality.CONDITIONAL
    return Modality.REPORTED if told else Modality.ASSERTED


def _is_of_bidding(words: Sequence[Word], clause: Clause, on: int) -> bool:
    """Whether a condition is of what somebody is bidden behind a clause: "sent a wire, telling him to go if they rose".

    It is of the verb nearest before it (H&P 2002, 8.14).
    """
    nearer = [word.lower for word in words[clause.end : on]]
    bidden = any(one in participles() and verbs()[one].action in ("order", "request", "say") for one in nearer)
    return bidden and "to" in nearer


def _is_condition(words: Sequence[Word], index: int) -> bool:
    """Whether a word opens a condition; "provided" does so before "that" only, else it is a deed."""
    word = lower_english(words[index])
    return word in _CONDITIONS and (word != "provided" or words[min(index + 1, len(words) - 1)].lower == "that")


def _remember(sentence: Sentence, clause: Clause, roles: dict[str, Role], memory: Memory) -> None:
    """Keep who was spoken of and when."""
    facts = sentence.facts
    relative = any(word.lower in ("who", "which") for word in sentence.words[clause.start : clause.group])
    # "his father was Colonel Reed" goes on about his father
    linking = is_linking(sentence.words, clause.verb)
    for place in ("subject",) if linking else ("object", "recipient", "subject"):
        role = roles.get(place) if not relative or memory.person is None else None
        if role is not None and (memory.kind_of(role, facts) is NameKind.PERSON or is_full_name(role)):
            memory.person = role
    aside = any(word.lower in ("who", "which") for word in sentence.words[clause.start : clause.group])
    aside = aside and memory.person is not None  # a relative clause leaves whom the sentence is about
    if memory.kind_of(memory.head, facts) is NameKind.PERSON and clause.verb > clause.start and not aside:
        memory.person = memory.head  # the subject by grammar is whom the next sentence goes on with, whatever its place
    spoken = [
        word.name
        for at, word in enumerate(sentence.words)
        if word.name is not None
        and facts.names[word.name].kind is NameKind.PERSON
        and not is_of_institution(sentence.words, at)
    ]
    subject = roles.get("subject")
    about = memory.kind_of(memory.head, facts) is NameKind.PERSON or memory.kind_of(subject, facts) is NameKind.PERSON
    if not about and len({facts.names[one].name for one in spoken}) > 1:
        memory.person = None  # of two who are named and are not the subject "he" may be either
    elif (
        spoken
        and not linking
        and (memory.person is None or not roles)
        and memory.kind_of(roles.get("subject"), facts) is not NameKind.PERSON
    ):
        last = facts.names[spoken[-1]]
        memory.person = Role(last.span, last.text, last.name)
    memory.subject = roles.get("subject", memory.subject)
    for place in ("subject", "recipient", "object"):
        if place in roles and is_plural(roles[place]) and not _is_sum(sentence, roles[place]):
            memory.many = roles[place]
    remember_dates(sentence, clause, memory)


def _is_sum(sentence: Sentence, role: Role) -> bool:
    """Whether a role is a sum of money, which "it" stands for and no "them": "paid the rebels 500 pounds"."""
    counted = (word.amount for word in sentence.words if role.span.start <= word.start < role.span.end)
    money = units_by_kind("money")
    return any(at is not None and sentence.facts.amounts[at].unit in money for at in counted)
