"""Clauses that the selection passes over, for whoever wants every clause that can be looked up.

Comes in: a sentence, its statements, and its clauses, each with the context as it found it. Goes out: one more
statement for every clause without one that asserts something of the past, or a state that lasts, and names, dates or
counts something or fills a role. The selection (`checkable`) is what a fact-checker wants to look up first; a
historian or whoever keeps an archive wants that nothing is dropped. What asks, wishes, supposes, judges, or tells of
the writing itself asserts nothing, and is no statement either way. These statements are told beside the others and
never instead: nothing is learned from them, and their rule ends in `FURTHER`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import FURTHER, Modality, Polarity, Role, Statement
from tanik.facts.statements.asserted import claim_of, reported, speaks_for_itself
from tanik.facts.statements.assertion import is_assertion
from tanik.facts.statements.beside import read_beside
from tanik.facts.statements.build import build
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.gapping import read_parts
from tanik.facts.statements.discourse.tellers import reporter_of
from tanik.facts.statements.lexis.lexicon import has_word
from tanik.facts.statements.lexis.predicate import SAYING, Form
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.nominal import COPULA
from tanik.facts.statements.roles.reading import Sentence, read_clause
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.fillers import role_of

__all__ = ["Passed"]

_TOLD: Final = (Modality.ASSERTED, Modality.REPORTED)
_NOT: Final = re.compile(r"degil|yok")


@dataclass(slots=True)
class Passed:
    """The clauses of one sentence as they were met, and what those say that gave no statement."""

    context: Context
    met: list[tuple[Clause, Context]] = field(default_factory=list)

    def meet(self, clause: Clause) -> None:
        """A clause is about to be read: the context is kept as it stands."""
        self.met.append((clause, _apart(self.context)))

    def told(self, sentence: Sentence, selected: Iterable[Statement]) -> list[Statement]:
        """The statements of the clauses that `selected` has none of."""
        ends, found = {one.span.end for one in selected}, list[Statement]()
        if has_word("doubts", sentence.folded):
            return []
        for clause, context in self.met:
            if _ends_of(clause, sentence).isdisjoint(ends):
                made = [one for one in _of_clause(sentence, clause, context, ends) if one.modality in _TOLD]
                made = [one for one in made if one.span.end not in ends]
                ends |= {one.span.end for one in made}
                found += [replace(one, rule=f"{one.rule}{FURTHER}") for one in made]
        return found


def _apart(context: Context) -> Context:
    """The context as it stands, which goes on learning by itself."""
    return replace(
        context,
        parties=replace(context.parties),
        dealings=replace(context.dealings, sides=list(context.dealings.sides)),
        posts=dict(context.posts),
        deeds=dict(context.deeds),
    )


def _ends_of(clause: Clause, sentence: Sentence) -> set[int]:
    """Where a statement of the clause ends: with its predicate, or with the word behind it that asks or closes it."""
    last = clause.predicate.last
    return {word.end for word in sentence.words[last : last + 2]}


def _of_clause(sentence: Sentence, clause: Clause, context: Context, ends: set[int]) -> Iterator[Statement]:
    if clause.conditional or clause.predicate.future:
        return
    if clause.predicate.form is Form.FINITE:
        yield from _of_finite(sentence, clause, context, ends)
    elif speaks_for_itself(sentence, clause):
        reading = read_clause(sentence, clause)
        yield from claim_of(sentence, reading, context, is_assertion) if reading is not None else ()
    else:
        reading = read_beside(sentence, clause)
        if reading is not None and reading.row.action not in SAYING and _has_fact(sentence, clause):
            yield from build(sentence, reading, context, standard=is_assertion)


def _of_finite(sentence: Sentence, clause: Clause, context: Context, ends: set[int]) -> Iterator[Statement]:
    """What a main clause says that was passed over: a deed, what is reported, a noun, a verb that no table has."""
    reading = read_clause(sentence, clause)
    if reading is None:
        if clause.predicate.ending == "copula":
            yield from _of_noun(sentence, clause, context)
        else:
            yield from _untold(sentence, clause, context)
        return
    if reading.row.action in SAYING:
        held = (one for one in sentence.clauses if one.outer is clause.predicate and one.predicate.form is Form.NOMINAL)
        if any(not _ends_of(one, sentence).isdisjoint(ends) for one in held):
            return  # what was said is told, and the saying is on whose word
        authority = reporter_of(sentence, reading, context)
        inner = list(reported(sentence, reading, context, authority, is_assertion))
        yield from inner or build(sentence, reading, context, standard=is_assertion)
        return
    for part in read_parts(sentence, clause, reading):
        yield from build(sentence, part, context, standard=is_assertion)


def _untold(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Statement]:
    """What is told of the past by a verb, or a sense of one, that has no action."""
    reading = read_clause(sentence, clause, anything=True)
    if reading is None:
        return
    # "su gelmedi": the table knows the verb, though no row of it fits; "köprünün ayakları çatladı": it says what
    known = bool(clause.predicate.rows) or not {"object", "subject"}.isdisjoint(reading.roles)
    if known or _has_fact(sentence, clause) or reading.names or reading.dates:
        yield from build(sentence, reading, context, standard=is_assertion)


def _has_fact(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause has a day, a name or an amount among its own words; a time alone counts nothing."""
    own = sentence.words[clause.own : clause.predicate.last + 1]
    units = {sentence.facts.amounts[word.amount].unit for word in own if word.amount is not None}
    return bool(units - units_by_kind("time")) or any(word.date is not None or word.name is not None for word in own)


def _of_noun(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Statement]:
    """What someone or something was, by a noun: "babası 1905'te Trabzon valisiydi" (GK 12.1).

    A state that lasts ("mezarı Karacaahmet'tedir") needs a name or number as one that was does.
    """
    verb, words = clause.predicate, sentence.words
    if not _has_fact(sentence, clause) or has_word("judging", words[verb.last].folded):
        return
    found = [one for one in sentence.phrases(clause.own, verb.first) if not one.quoted]
    who = next((one for one in found if one.case == "nom" and one.last < verb.first), None)
    if who is None:
        return
    roles = {"subject": role_of(who, sentence.text, sentence.facts)}
    none = _NOT.match(words[verb.last].folded) is not None
    if not none and (what := _what(sentence, clause, who.last + 1)) is not None:
        roles["object"] = what
    span = Span(words[clause.start].start, words[verb.last].end)
    own = words[clause.own : verb.last + 1]
    dates = [sentence.facts.dates[word.date].edtf for word in own if word.date is not None]
    yield Statement(
        span,
        span.of(sentence.text),
        None,
        "statement-nominal-predicate",
        tuple(sorted(roles.items())),
        when=next(iter(dates), None),
        amounts=tuple(dict.fromkeys(word.amount for word in own if word.amount is not None)),
        attributed_to=context.authority,
        polarity=Polarity.DENIED if none else Polarity.AFFIRMED,
    )


def _what(sentence: Sentence, clause: Clause, low: int) -> Role | None:
    """The noun that is the predicate, without its copula, and what stands before it in its phrase."""
    words, verb = sentence.words, clause.predicate
    word = words[verb.last]
    if word.name is not None:
        name = sentence.facts.names[word.name]
        return Role(name.span, name.text, name.name)
    last = word.end - len(match.group()) if (match := COPULA.search(word.folded)) is not None else word.end
    found = [one for one in sentence.phrases(low, verb.first) if one.last == verb.first - 1]
    beside = found[-1] if found and found[-1].case in ("nom", "gen") and not found[-1].amounts else None
    start = beside.span.start if beside is not None else words[verb.first].start
    return Role(Span(start, last), Span(start, last).of(sentence.text)) if start < last else None
