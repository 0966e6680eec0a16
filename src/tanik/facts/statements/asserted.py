"""What the clauses of a sentence assert.

Comes in: a sentence taken apart and the context. Goes out: its statements, while the context learns from each finite
clause. A main clause asserts what it says, or, where it only reports, what it reports; of the others those that speak
for themselves: what is claimed or rejected behind them, what a dated participle tells of its noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from tanik.facts.model import Modality, NameKind, Polarity, Role, Statement, refilled
from tanik.facts.statements.beside import build_beside
from tanik.facts.statements.build import Standard, build, build_untold
from tanik.facts.statements.checkable import is_checkable
from tanik.facts.statements.claimed import is_claim
from tanik.facts.statements.denied import build_deed, rejects
from tanik.facts.statements.discourse.authority import is_rumoured, with_reported_deed
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.days import date_beside, lead_date
from tanik.facts.statements.discourse.focus import told_of
from tanik.facts.statements.discourse.gapping import parts_of, read_parts
from tanik.facts.statements.discourse.reports import is_told_event, written_in
from tanik.facts.statements.discourse.shown import is_shown
from tanik.facts.statements.discourse.tellers import (
    governs_fact,
    is_nearer,
    is_not_written,
    is_opinion,
    not_written,
    reporter_of,
    teller_behind,
    voice_of_claim,
)
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.predicate import SAYING, Form
from tanik.facts.statements.nominal import build_nominal, who_it_was
from tanik.facts.statements.roles.reaching import comes_to_sum
from tanik.facts.statements.roles.reading import (
    Reading,
    Sentence,
    doer_in,
    heard_from,
    read_clause,
    subject_of,
    tells_of_giver,
)
from tanik.facts.statements.roles.told_of import is_handed_on, is_told_of
from tanik.facts.statements.syntax.cases import NAME_GENITIVE
from tanik.facts.statements.syntax.clauses import Clause, claims_after, describes_noun, tells_of_noun
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.voice import authority_of, rejected_after

__all__ = ["asserted", "claim_of", "reported", "speaks_for_itself"]

_HEARD: Final = re.compile(r"[dt][iu]g[iu]n[iu]$")
_CLAIMED_OF: Final = re.compile(r"(?:iddia|rivayet) (?:edil|olun)(?:en|mis)\b")
_CLAIMANTS: Final = re.compile(
    r"(?P<who>(?:(?:iddia|beyan|ifade) ed|(?:one|ileri) sur|soyley|savun|yaz|anlat|diy|inan|san)[ae]nl[ae]r)"
    r"(?:[aeiu]\w*)?\b"
)
_TO_HEARD: Final = 5  # words
_MARKS: Final = frozenset("\"'“”‘’«»…")


def asserted(sentence: Sentence, context: Context, meet: Callable[[Clause], None] | None = None) -> Iterator[Statement]:
    """The statements of one sentence; `context` learns from each finite clause, and `meet` is told of each before."""
    denied, claimed = False, dict[str | None, Role]()
    for clause in sentence.clauses:
        if meet is not None:
            meet(clause)
        if clause.predicate.form is Form.FINITE:
            reading = read_clause(sentence, clause)
            if reading is None:
                yield from _without_reading(sentence, clause, context)
                continue
            parts = read_parts(sentence, clause, reading)
            for part in parts:
                for statement in _of_finite(sentence, part, context):
                    denied = denied or statement.polarity is Polarity.DENIED
                    yield statement
            teller = context.teller
            # "Ali Bey Kars'ta, Nuri Bey Van'da görev aldı": the text goes on from the nearer (GK 28.3.2)
            context.learn(sentence, parts[-1] if parts else reading)
            context.teller = teller_behind(sentence, reading, context, teller)
        elif speaks_for_itself(sentence, clause):
            reading = read_clause(sentence, clause)
            if reading is not None:
                for statement in claim_of(sentence, reading, context):
                    denied = denied or statement.polarity is Polarity.DENIED
                    if (doer := statement.first("subject")) is not None:
                        claimed[statement.action] = doer
                    yield statement
                context.describe(sentence, reading)
        else:
            yield from build_beside(sentence, clause, context)
    if not denied:
        yield from build_deed(sentence, context, claimed)


def claim_of(
    sentence: Sentence, reading: Reading, context: Context, standard: Standard = is_checkable
) -> Iterator[Statement]:
    """What a clause asserts that is no main clause and speaks for itself."""
    clause = reading.clause
    # a participle is told of its noun, and what is rejected behind it is something else
    described = clause.predicate.form is Form.PARTICIPLE
    rejected = not described and rejected_after(sentence.words, clause.predicate.last)
    voice = voice_of_claim(sentence, clause, context)
    if is_told_of(sentence.words, clause.predicate):
        voice = voice.told_by(None, None)  # nothing goes on from what is only said of a noun
    for part in read_parts(sentence, clause, reading):
        for told in build(sentence, part, voice, rejected=rejected, standard=standard):
            yield _as_claim(sentence, clause, told)


def _as_claim(sentence: Sentence, clause: Clause, told: Statement) -> Statement:
    """What is only claimed of a noun, or by people whom nobody names, is handed on and not asserted.

    "Söylediği iddia edilen söz" (GK 25.1.1); "verdiğini iddia edenler var" (a headless relative clause, GK 25.3).
    """
    after = sentence.words[clause.predicate.last + 1 : clause.predicate.last + 4]
    behind = " ".join(word.folded for word in after)
    if told.modality is not Modality.ASSERTED:
        return told
    if (claimants := _CLAIMANTS.match(behind)) is not None and told.attributed_to is None:
        who = " ".join(word.lower for word in after[: len(claimants["who"].split())])
        return replace(told, modality=Modality.REPORTED, attributed_to=who[: len(claimants["who"])])
    handed_on = is_handed_on(sentence.words, clause.predicate)
    return replace(told, modality=Modality.REPORTED) if handed_on or _CLAIMED_OF.match(behind) else told


def _without_reading(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Statement]:
    """A finite clause whose predicate no row of the verb table reads: a noun, or a verb that no table has."""
    nouns = list(build_nominal(sentence, clause, context))
    yield from nouns
    if not nouns and clause.predicate.ending != "copula":
        for part in parts_of(sentence, clause):
            yield from build_untold(sentence, part, context)
    context.subject = subject_of(sentence, clause) or who_it_was(sentence, clause) or context.subject
    context.here = doer_in(sentence, clause) or context.here
    context.teller = heard_from(sentence, clause) or context.teller
    context.when = date_beside(sentence, clause) or context.when


def _of_finite(sentence: Sentence, reading: Reading, context: Context) -> Iterator[Statement]:
    """A finite clause: itself, or, where it only reports, what it reports."""
    if reading.row.action in SAYING:
        authority = reporter_of(sentence, reading, context)
        # a saying with a day of its own is what is told
        event = is_told_event(sentence, reading)
        inner = [] if event else list(reported(sentence, reading, context, authority))
        context.speak_of(told_of(sentence, reading))
        if inner:
            yield from inner
            return
        reports = governs_fact(sentence, reading.clause) and not reading.clause.predicate.negated
        for one in build(sentence, reading, context):
            # what the report says has no statement of its own: it stands on the reporter's word in this one
            alone = authority if reports and not event else None
            own = alone if one.attributed_to in (None, context.authority) and alone else one.attributed_to
            told = replace(one, attributed_to=own)
            if event and one.action == "say" and (paper := written_in(sentence, reading)) is not None:
                told = replace(told, action="write", roles=refilled(told.roles, {"object": paper}))
            yield with_reported_deed(told, reading)
        return
    behind = _behind(sentence, reading.clause)
    if fold_word(behind) in phrases("called"):
        return  # “Sovyetler para gönderdi” başlıklı kitap: a title is its author's
    claimed = is_claim(behind)
    rejected = claimed and rejected_after(sentence.words, reading.clause.predicate.last)
    for one in build(sentence, reading, context):
        told = replace(one, modality=Modality.REPORTED) if claimed and one.modality is Modality.ASSERTED else one
        yield replace(told, polarity=Polarity.DENIED) if rejected else told


def _behind(sentence: Sentence, clause: Clause) -> str:
    """The word right behind a clause, closing marks aside; in small letters.

    Before a noun of claiming a whole clause stands as it was said, with or without marks: "“Borç ödendi” iddiası"
    (GK 15.9, noun phrases with a clause for an apposition).
    """
    behind = islice(sentence.words, clause.predicate.last + 1, None)
    return next((word.lower for word in behind if word.folded not in _MARKS), "")


def reported(
    sentence: Sentence,
    outer: Reading,
    context: Context,
    authority: str | None,
    standard: Standard = is_checkable,
) -> Iterator[Statement]:
    """The nominalised clauses that a reporting verb governs, on its subject's word."""
    refused = outer.clause.predicate.passive and rejected_after(sentence.words, outer.clause.predicate.last)
    for clause in sentence.clauses:
        verb = clause.predicate
        if clause.outer is outer.clause.predicate and verb.form is Form.NOMINAL and verb.ending == "nominal":
            reading = read_clause(sentence, clause) or _dated_claim(sentence, clause) or _sum_told(sentence, clause)
            if reading is not None and not describes_noun(sentence.words, verb):
                told = context.told_by(_nested_teller(sentence, clause) or authority, outer.roles.get("subject"))
                told.when = lead_date(sentence, outer.clause) or told.when
                nearer = told.authority if is_nearer(sentence, outer, verb.first) else None
                parts = read_parts(sentence, clause, reading)
                for one in (s for part in parts for s in build(sentence, part, told, within=outer, standard=standard)):
                    said = replace(one, attributed_to=nearer or one.attributed_to)
                    said = replace(said, polarity=Polarity.DENIED) if rejects(outer) or refused else said
                    yield not_written(said, context) if is_not_written(outer) else said


def _dated_claim(sentence: Sentence, clause: Clause) -> Reading | None:
    """What is reported with a date of its own, though its verb has no action: "fotoğrafın 1921'de çekildiği"."""
    dated = any(word.date is not None for word in sentence.words[clause.own : clause.predicate.first])
    sensed = bool(clause.predicate.rows) and bool(clause.predicate.rows[0].lead)
    return read_clause(sentence, clause, anything=True) if dated and sensed else None


def _sum_told(sentence: Sentence, clause: Clause) -> Reading | None:
    """How much something is reported to have come to, which is no deed: "borcun 80 bin lirayı bulduğu"."""
    reading = read_clause(sentence, clause, anything=True) if comes_to_sum(clause.predicate) else None
    return reading if reading is not None and reading.row.needs and reading.amounts else None


def _nested_teller(sentence: Sentence, clause: Clause) -> str | None:
    """Who says what another reports: of "Ali'nin köprünün yıkıldığını söylediğini yazar" it is Ali (GK 24.4.2)."""
    if (heard := _heard_of(sentence, clause)) is not None:
        return heard
    saying = next((one for one in sentence.clauses if one.predicate.first == clause.predicate.last + 1), None)
    if saying is None or saying.predicate.form is not Form.NOMINAL or not saying.predicate.may_say:
        return None
    for word in sentence.words[clause.start : clause.predicate.first]:
        name = sentence.facts.names[word.name] if word.name is not None else None
        if name is not None and name.kind is NameKind.PERSON and NAME_GENITIVE.search(word.folded):
            return name.name
    reading = read_clause(sentence, saying)
    return authority_of(reading.roles.get("subject")) if reading is not None else None


def _heard_of(sentence: Sentence, clause: Clause) -> str | None:
    """From whom a thing was heard: of "köyün yandığını Ali Bey'den dinlediğini yazar" it is Ali Bey's word."""
    low = clause.predicate.last + 1
    for index in range(low, min(len(sentence.words), low + _TO_HEARD)):
        if has_word("hearing", sentence.words[index].folded) and _HEARD.search(sentence.words[index].folded):
            source = next((one for one in sentence.phrases(low, index) if one.case == "abl"), None)
            return authority_of(role_of(source, sentence.text, sentence.facts)) if source is not None else None
    return None


def speaks_for_itself(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause that is no main clause asserts something all the same."""
    return _is_claimed(sentence, clause) or is_rumoured(sentence, clause) or is_shown(sentence, clause)


def _is_claimed(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause is claimed, held or rejected, or has a day of its own and tells of its noun."""
    verb, words = clause.predicate, sentence.words
    if verb.form is Form.NOMINAL:
        # of "… kaçtığını iddia etti" the claim is the main verb, which has its own say of it
        claims = clause.outer is not None and clause.outer.first == verb.last + 1 and clause.outer.may_say
        claimed = (claims_after(words, verb.last) and not claims) or (is_told_of(words, verb) and not verb.may_say)
        return (
            claimed or is_opinion(sentence, clause) or (verb.ending == "nominal" and rejected_after(words, verb.last))
        )
    dated = any(words[index].date is not None for index in range(clause.own, verb.first))
    if verb.form is Form.PARTICIPLE:
        return (dated and tells_of_noun(verb)) or tells_of_giver(sentence, clause)
    main = clause.outer
    # of "açıldığında para toplandı" the deed is the collecting, and the opening tells when
    told = main is not None and any(row.action and row.action not in SAYING for row in main.rows)
    return dated and verb.form is Form.TEMPORAL and not told
