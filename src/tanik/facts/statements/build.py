"""Statements made of readings, with what the sentences before them give.

Comes in: a clause's reading and the context. Goes out: one statement, or one for each amount where several things
share one verb. A clause without date, amount or name asserts nothing that can be looked up, and gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Facts, Modality, Polarity, Role, Statement
from tanik.facts.statements.clauses import Clause
from tanik.facts.statements.context import Context
from tanik.facts.statements.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.reading import Reading, Sentence, read_clause
from tanik.facts.statements.reference import as_nation, as_state, is_body
from tanik.facts.statements.verbs import Form
from tanik.facts.statements.voice import (
    according_to,
    action_and_polarity,
    announced_by,
    authority_of,
    belonging_to,
    denied_deed,
    modality_of,
    neither,
)

__all__ = ["build", "build_deed", "is_rumoured"]

_TIMES = frozenset(("year", "month", "day", "hour", "percent"))
_SHARING = frozenset(("transfer", "promise", "request", "offer", "use", "lose"))
# "iki hafta gelmedi" of no one named tells nothing that can be looked up
_SPANS_OF_TIME = frozenset(("year", "month", "day", "hour"))
_QUOTING = frozenset(("de", "da", "diye", "olarak"))
# deeds whose thing goes unsaid once it was spoken of: "Meclis onayladı"
_GIVEN_OBJECTS = frozenset(("accept", "refuse", "sign"))
_NEAR = 40
_IS_NUMBER = re.compile(r"\d[\d.,]*(?:[-'’]?[^\W\d_]{1,3})?")
# deeds that a people does as people, and not its state
_OF_PEOPLE = frozenset(("move", "die", "born", "meet", "kill", "lose", None))
_ARRIVING = frozenset(("gel", "gir", "demirle", "var", "don", "gec"))
_LEAVING = frozenset(("git", "ayril", "cik", "cekil"))
_SPEECH = frozenset(("say", "write", "move", "use"))
# what stands in the present tells a habit or a rule; only of these deeds is that an assertion about the past
_HABITS = frozenset(("transfer", "move", "use", "end", "begin", "meet", "lose", "abolish", "found"))
# said in the first person these are done by saying them: "rica ediyoruz" of a letter
_PERFORMED = frozenset(("request", "offer", "promise", "accept", "refuse", "order"))
_NOW = re.compile(r"(?<!m[iu]st)(?:yor(?:l[ae]r)?|[aeiu]r(?:l[ae]r)?|m[ae]z(?:l[ae]r)?)$")
_TOLD_PAST = re.compile(r"(?:[dt][iu]|m[iu]s(?:t[iu]r?)?)(?:l[ae]r)?$")
_OF_THE_WRITER = re.compile(r"(?:yor|[aeiu]r|[ae]c[ae][gk])(?:um|im|uz|iz|sun|sin|sunuz|siniz)$")


def _when(reading: Reading, context: Context, facts: Facts) -> str | None:
    """The clause's own date, else that of its sentence or the one before; an impossible date is not replaced."""
    own = [facts.dates[index].edtf for index in reading.dates]
    if own:
        return next(filter(None, own), None)
    return context.when or context.when_before or context.section


def _unsaid_goal(reading: Reading, roles: dict[str, Role], sentence: Sentence) -> str | None:
    """Which place the one town of the title fills: the goal of who arrives there, the place of who leaves."""
    frame, stem = reading.row.frame, reading.row.stems[0][1] if reading.row.stems else ""
    if frame not in ("go", "arrive") or {"recipient", "way"} & set(roles):
        return None
    if frame == "arrive" or stem in _ARRIVING:
        return "recipient"
    named = any(role.name is not None for place, role in roles.items() if place != "subject")
    return "object" if stem in _LEAVING and not named and "object" not in roles else None


def _roles(
    sentence: Sentence, reading: Reading, context: Context, action: str | None, within: Reading | None
) -> dict[str, Role]:
    """The roles, with what is left unsaid: the subject, the other side, the thing that "bunu" points back to."""
    roles = dict(reading.roles)
    passive = reading.clause.predicate.passive and reading.row.frame not in ("bring", "become", "go", "die")
    if "subject" not in roles and not passive and reading.row.frame not in ("arrive", "fall", "rise"):
        subject = (within.roles.get("subject") if within else None) or context.doer_of(action)
        if subject is not None:
            roles["subject"] = subject
    if reading.row.frame == "rise" and "recipient" not in roles and (raised := context.doer_of("appoint")) is not None:
        roles["recipient"] = raised
    if reading.row.frame == "arrive" and "recipient" not in roles and context.topic is not None:
        roles["recipient"] = context.topic
    if action in _GIVEN_OBJECTS and "object" not in roles and not passive and context.thing is not None:
        roles["object"] = context.thing
    if context.town is not None:
        roles = {place: context.named_town(role) for place, role in roles.items()}
    if action not in _OF_PEOPLE:
        roles = {place: as_state(role) if place in ("subject", "recipient") else role for place, role in roles.items()}
    if context.town is not None and (goal := _unsaid_goal(reading, roles, sentence)):
        roles[goal] = context.town
    if "object" in roles and context.thing is not None and fold_word(roles["object"].text) in phrases("demonstratives"):
        roles["object"] = context.thing
    if "recipient" not in roles and (other := context.other_side(action, roles.get("subject"))) is not None:
        roles["recipient"] = other
    fell = reading.row.frame == "fall" or reading.clause.predicate.passive
    roles |= context.parties.unsaid(action, roles, sentence.words[reading.first].start, passive=fell)
    roles = {place: as_nation(role, roles.values()) for place, role in roles.items()}
    roles = {place: _counted_before(role, reading, context, sentence) for place, role in roles.items()}
    if action in ("die", "born", "begin") and "object" not in roles and "place" in roles:
        # whoever dies has no object: the place is the thing that accounts of a death differ in
        roles["object"] = roles["place"]
    return roles


def _counted_before(role: Role, reading: Reading, context: Context, sentence: Sentence) -> Role:
    """Of a bare number ("20'si Batum'a gitti") what the sentence before counted; every other role as it is."""
    counted = context.parties.counted
    if counted is None or role.name is not None or not _IS_NUMBER.fullmatch(fold_word(role.text)):
        return role
    amounts = [sentence.facts.amounts[index] for index in reading.amounts]
    return counted if any(amount.of is None and amount.span.overlaps(role.span) for amount in amounts) else role


def _is_checkable(reading: Reading, context: Context, within: Reading | None, sentence: Sentence) -> bool:
    """Whether the clause names, dates or counts something, or tells more of someone named before."""
    if _is_aside(reading, sentence):
        return False
    action, verb = reading.row.action, reading.clause.predicate
    if action in ("say", "write") and verb.negated and not verb.passive and _is_emphatic(reading, sentence):
        return True
    doer = reading.roles.get("subject") or (context.doer_of(action) if within is None else None)
    named = doer is not None and (doer.name is not None or is_body(doer))
    units = {sentence.facts.amounts[index].unit for index in reading.amounts}
    counted = units - _SPANS_OF_TIME
    idle = verb.ending in ("present", "aorist", "never") and not named and not reading.roles.get("recipient")
    if action in _SPEECH and idle and not (counted and _is_figure_of_someone(reading)):
        return False
    if reading.dates or reading.names or (units if named else counted):
        return True
    # a death is looked up by the name alone
    if action in ("die", "kill") and ((verb.negated and context.when_before) or (named and action == "die")):
        return True
    told = {"object", "recipient"} & set(reading.roles)
    return named and bool(told) and action not in _SPEECH


def _is_figure_of_someone(reading: Reading) -> bool:
    """Whether a figure is given in the present by a source that is told apart ("defteri 640 hane diyor")."""
    subject = reading.roles.get("subject")
    told = reading.row.action == "say" and reading.clause.predicate.ending == "present"
    return told and subject is not None and fold_word(subject.text).split()[0] not in phrases("anyone")


def _is_emphatic(reading: Reading, sentence: Sentence) -> bool:
    """Whether a clause speaks of "such a word": "böyle bir şey söylemedi" is checkable whoever it is about."""
    words = sentence.words[reading.first : reading.last]
    return has_word("emphatic", " ".join(word.folded for word in words))


def _is_aside(reading: Reading, sentence: Sentence) -> bool:
    """Whether a finite clause asserts nothing of the past: what the writer does ("yazıya eklerim"), a habit told in
    the present, that someone told a story, who-where-how questions, an undated "kitapta yazılmıştır"."""
    action, verb = reading.row.action, reading.clause.predicate
    if verb.form is not Form.FINITE:
        return False
    own = sentence.words[reading.clause.own : verb.first]
    if any(word.folded.startswith(tuple(phrases("interrogatives"))) for word in own):
        return True
    before = max(
        (i for i in range(reading.clause.own, verb.first) if sentence.words[i].folded not in _QUOTING), default=0
    )
    if action in ("say", "write") and sentence.words[before].date is not None and "recipient" not in reading.roles:
        return True  # "yaprakta 25 Recep yazıyordu": the date is what was written, not when
    last = sentence.words[reading.last].folded
    writer = action not in _PERFORMED and bool(_OF_THE_WRITER.search(last))
    # "aslında salı günü gelecekti": what did not come to pass
    writer = writer or (verb.future and any(word.folded == "aslinda" for word in sentence.words[reading.first :]))
    if writer or _is_retelling(reading) or (action == "say" and _says_nothing(reading, sentence)):
        return True
    if reading.dates or verb.negated:
        return False
    return (action in _HABITS and bool(_NOW.search(last))) or (
        action in ("say", "write") and verb.passive and not (reading.amounts and verb.hearsay)
    )


def _says_nothing(reading: Reading, sentence: Sentence) -> bool:
    """Whether a saying is told without what was said or when: "bunu bana torunu söyledi", "1933'te ne demiş"."""
    clause = reading.clause
    before = sentence.words[clause.predicate.first - 1].folded if clause.predicate.first else ""
    conditional = sentence.words[reading.last].folded.endswith(("sa", "se"))
    if before == "ne" and not conditional and not neither(sentence.words):
        return True
    own = sentence.words[clause.start : clause.predicate.first]
    after = sentence.words[clause.predicate.last + 1 : clause.predicate.last + 2]
    told = clause.inner or any(word.quoted for word in own) or any(word.folded in ("ki", ":") for word in after)
    thing = reading.roles.get("object")
    named = thing is not None and fold_word(thing.text) not in phrases("demonstratives")
    return not (told or reading.dates or reading.amounts or clause.predicate.negated or named)


def _is_retelling(reading: Reading) -> bool:
    """Whether the clause only says that a story was told, on whose word what follows it stands."""
    return reading.row.action == "say" and reading.row.verb in phrases("retellings") and not reading.clause.inner


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
    if not (rejected or _is_checkable(reading, context, within, sentence)):
        return
    action, polarity = action_and_polarity(clause, reading.row)
    if rejected or (clause.predicate.first and neither(sentence.words, clause.predicate)):
        polarity = Polarity.DENIED
    roles = _roles(sentence, reading, context, action, within)
    if action == "accept" and "object" in roles and context.is_someone(roles["object"]):
        # to accept a person is to receive him
        action, roles["recipient"] = "meet", roles.pop("object")
    context.keep(action, roles)
    context.parties.count(facts, reading.amounts, sentence.text)
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
    words, text, facts = sentence.words, sentence.text, sentence.facts
    named = (
        according_to(words, text, facts)
        or announced_by(words, reading.first, text, facts)
        or belonging_to(words, reading.last, text, facts)
    )
    told = modality is Modality.REPORTED and context.teller != authority_of(reading.roles.get("subject"))
    rumour = "sosyal medya" if is_rumoured(sentence, reading.clause) else None
    own = context.kin_of_author(context.teller) if told and context.teller else None
    doubted = reading.row.action == "say" and reading.clause.predicate.negated
    heard = context.paper if modality is Modality.REPORTED else None
    return named or own or rumour or context.authority or heard or (context.author if doubted else None)


def is_rumoured(sentence: Sentence, clause: Clause) -> bool:
    """Whether a nominalised clause is what "social media" is said to repeat."""
    before = " ".join(word.folded for word in sentence.words[: clause.predicate.first])
    return clause.predicate.ending == "nominal" and has_word("media", before)


def _shared_out(statement: Statement, sentence: Sentence) -> Iterator[Statement]:
    """One statement for each thing counted, where several share one verb; percentages and times stay with each."""
    facts = sentence.facts
    things = [index for index in statement.amounts if facts.amounts[index].unit not in _TIMES]
    goods = [index for index in things if facts.amounts[index].unit != "person"]
    things = goods or things  # "elli gence yüzer lira": so many people have a share, they are not given
    again = {word.start for before, word in pairwise(sentence.words) if before.folded == "yani"}
    things = [index for index in things if facts.amounts[index].span.start not in again]
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
    return {fold_word(row["noun"]): row["action"] for row in read_rows("tanik.facts", "deeds.csv")}


def build_deed(sentence: Sentence, context: Context) -> Iterator[Statement]:
    """What a sentence says not to exist: "böyle bir söz yoktur" denies a saying."""
    last = denied_deed(sentence.words)
    if last is None:
        return
    for word in reversed(sentence.words[:last]):
        action = next((deed for noun, deed in _deeds().items() if word.folded.startswith(noun)), None)
        if action is not None:
            span = Span(sentence.words[_clause_start(sentence, last)].start, sentence.words[last].end)
            doer = context.doer_of(action)
            roles = (("subject", doer),) if doer else ()
            yield Statement(
                span,
                span.of(sentence.text),
                action,
                "statement-denied-deed",
                roles,
                attributed_to=context.authority or context.author,
                polarity=Polarity.DENIED,
            )
            return


def build_untold(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Statement]:
    """A clause whose verb no table has: a statement without action, where it dates or counts what someone did."""
    last = sentence.words[clause.predicate.last].folded
    if not _TOLD_PAST.search(last) or last.startswith(tuple(phrases("statives"))):
        return
    reading = read_clause(sentence, clause, anything=True)
    if reading is None:
        return
    units = {sentence.facts.amounts[index].unit for index in reading.amounts} - _SPANS_OF_TIME - {"percent"}
    # of "9 Nisan'da imzalanan senedi o hazırladı" the date is the signing's, which is a statement of its own
    described = bool(clause.inner) and clause.inner[-1].form is Form.PARTICIPLE
    own = any(word.date is not None for word in sentence.words[clause.own : clause.predicate.first])
    dated = bool(reading.dates) and (own or not described)
    doer = reading.roles.get("object" if clause.predicate.passive else "subject")
    if (units or dated) and doer is not None and doer.name is not None and reading.roles.get("place") != doer:
        yield from build(sentence, reading, context)


def _clause_start(sentence: Sentence, last: int) -> int:
    """The word after the last comma or semicolon before word `last` behind which a few words at least follow."""
    marks = [index for index in range(last - 2) if sentence.words[index].folded in (",", ";")]
    return marks[-1] + 1 if marks else 0
