"""Statements made of readings, with what the sentences before them give.

Comes in: a clause's reading and the context. Goes out: one statement, or one for each amount where several things
share one verb. A clause without date, amount or name asserts nothing that can be looked up, and gives none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Facts, Modality, Polarity, Role, Statement
from tanik.facts.statements_reading import Reading, Sentence
from tanik.facts.statements_voice import according_to, action_and_polarity, authority_of, denied_deed, modality_of

__all__ = ["Context", "build", "build_deed"]

_TIMES = frozenset(("year", "month", "day", "hour", "percent"))
_SHARING = frozenset(("transfer", "promise", "request", "offer", "use", "lose"))
_NEAR = 40
_SPEECH = frozenset(("say", "write", "move", "use"))
_ANSWERS = frozenset(("accept", "refuse"))
_ASKING = frozenset(("request", "offer", "order", "promise"))


@dataclass(slots=True)
class Context:
    """What one sentence hands to the next within a stretch of one voice."""

    authority: str | None = None
    subject: Role | None = None
    when: str | None = None
    when_before: str | None = None
    asked_by: Role | None = None
    here: Role | None = None
    teller: str | None = None

    @property
    def doer(self) -> Role | None:
        """Who a clause without subject is about: a subject of its own sentence, else the last that was named."""
        return self.here or self.subject

    def begin_sentence(self) -> None:
        """The date of the sentence before stays for one sentence more."""
        self.when_before, self.when, self.here = self.when, None, None

    def begin_stretch(self) -> None:
        """A new paragraph keeps the subject and nothing else."""
        self.when_before = self.when = self.here = self.asked_by = self.teller = None

    def told_by(self, authority: str | None, subject: Role | None) -> Context:
        """The context of what someone else says."""
        return Context(authority or self.authority, subject or self.doer, self.when, self.when_before, self.asked_by)

    def learn(self, sentence: Sentence, reading: Reading) -> None:
        """Keep what later clauses leave out."""
        subject = reading.roles.get("subject")
        self.here = subject or self.here
        if subject is not None and subject.name is not None:
            self.subject = subject
        if reading.dates and (when := sentence.facts.dates[reading.dates[0]].edtf):
            self.when = when
        if reading.row.action in ("say", "write"):
            self.teller = authority_of(subject or self.doer)
        elif not reading.clause.predicate.hearsay:
            self.teller = None
        if reading.row.action in _ASKING:
            self.asked_by = self.doer


def _when(reading: Reading, context: Context, facts: Facts) -> str | None:
    """The clause's own date, else that of its sentence or the one before."""
    own = [facts.dates[index].edtf for index in reading.dates]
    return next((when for when in own if when), context.when or context.when_before)


def _roles(reading: Reading, context: Context, action: str | None, within: Reading | None) -> dict[str, Role]:
    """The roles, with the subject that is left unsaid."""
    roles = dict(reading.roles)
    passive = reading.clause.predicate.passive and reading.row.frame not in ("bring", "become", "go", "die")
    if "subject" not in roles and not passive and reading.row.frame not in ("arrive", "fall", "rise"):
        subject = (within.roles.get("subject") if within else None) or context.doer
        if subject is not None:
            roles["subject"] = subject
    asked_by = context.asked_by if action in _ANSWERS and "recipient" not in roles else None
    if asked_by is not None and asked_by != roles.get("subject"):
        roles["recipient"] = asked_by
    return roles


def _is_checkable(reading: Reading, context: Context, within: Reading | None) -> bool:
    """Whether the clause names, dates or counts something, or tells more of someone named before.

    "Kimi altmış bir der", "duvarda 26 Recep yazıyor": a saying or writing in the present by no one named is none.
    """
    action, ending = reading.row.action, reading.clause.predicate.ending
    doer = reading.roles.get("subject") or (context.doer if within is None else None)
    named = doer is not None and doer.name is not None
    if (
        action in _SPEECH
        and ending in ("present", "aorist", "never")
        and not named
        and not reading.roles.get("recipient")
    ):
        return False
    if reading.dates or reading.amounts or reading.names:
        return True
    told = {"object", "recipient"} & set(reading.roles)
    return named and bool(told) and action not in _SPEECH


def build(
    sentence: Sentence,
    reading: Reading,
    context: Context,
    *,
    rejected: bool = False,
    within: Reading | None = None,
) -> Iterator[Statement]:
    """The statements of one reading; `within` is the reporting clause that holds it."""
    facts, clause = sentence.facts, reading.clause
    if not _is_checkable(reading, context, within):
        return
    action, polarity = action_and_polarity(clause, reading.row)
    if rejected:
        polarity = Polarity.DENIED
    roles = _roles(reading, context, action, within)
    modality = modality_of(sentence.words, clause, sentence.folded)
    if within is not None and modality is Modality.ASSERTED:
        modality = Modality.REPORTED
    last = reading.last + (modality is Modality.ASKED)
    span = Span(sentence.words[reading.first].start, sentence.words[last].end)
    whole = Statement(
        span=span,
        text=span.of(sentence.text),
        action=action,
        rule=f"statement-{clause.predicate.form}",
        roles=tuple(sorted(roles.items())),
        when=_when(reading, context, facts),
        amounts=reading.amounts,
        attributed_to=_authority(sentence, reading, context, modality),
        polarity=polarity,
        modality=modality,
    )
    yield from _shared_out(whole, sentence)


def _authority(sentence: Sentence, reading: Reading, context: Context, modality: Modality) -> str | None:
    """On whose word: "…'e göre", else whoever was just said to tell it, else the comment's or letter's author."""
    named = according_to(sentence.words, sentence.text, sentence.facts)
    told = modality is Modality.REPORTED and context.teller != authority_of(reading.roles.get("subject"))
    return named or (context.teller if told else None) or context.authority


def _shared_out(statement: Statement, sentence: Sentence) -> Iterator[Statement]:
    """One statement for each thing counted, where several share one verb; percentages and times stay with each."""
    facts = sentence.facts
    things = [index for index in statement.amounts if facts.amounts[index].unit not in _TIMES]
    if statement.action not in _SHARING or len(things) < 2:
        yield statement
        return
    for index in things:
        thing = _thing(index, sentence)
        roles = tuple(sorted({**dict(statement.roles), "object": thing}.items()))
        yield replace(statement, roles=roles, amounts=(index,))


def _thing(index: int, sentence: Sentence) -> Role:
    """An amount with the thing that it measures, as far as that stands right behind it."""
    amount = sentence.facts.amounts[index]
    end = next((w.end for w in sentence.words if w.start < amount.span.end <= w.end), amount.span.end)
    if amount.of:
        at = sentence.text.find(amount.of, amount.span.start, end + _NEAR)
        end = max(amount.span.end, at + len(amount.of) if at >= 0 else 0)
    for word in sentence.words:
        if word.start < end:
            continue
        ends = word.is_mark or word.amount is not None or word.folded in ("ve", "ile") or word.start - end > 2
        if ends or amount.unit not in ("count", "person") or end > amount.span.end + len(amount.of or ""):
            break
        end = word.end
    span = Span(amount.span.start, end)
    return Role(span, span.of(sentence.text))


@cache
def _deeds() -> dict[str, str]:
    table = files("tanik.facts").joinpath("data", "deeds.csv").read_text(encoding="utf-8")
    return {fold(row["noun"]): row["action"] for row in csv.DictReader(table.splitlines())}


def build_deed(sentence: Sentence, context: Context) -> Iterator[Statement]:
    """What a sentence says not to exist: "böyle bir söz yoktur" denies a saying."""
    last = denied_deed(sentence.words)
    if last is None:
        return
    for word in reversed(sentence.words[:last]):
        action = next((deed for noun, deed in _deeds().items() if word.folded.startswith(noun)), None)
        if action is not None:
            span = Span(sentence.words[0].start, sentence.words[last].end)
            roles = (("subject", context.doer),) if context.doer else ()
            yield Statement(
                span,
                span.of(sentence.text),
                action,
                "statement-denied-deed",
                roles,
                attributed_to=context.authority,
                polarity=Polarity.DENIED,
            )
            return
