"""Statements made of readings, with what the sentences before them give.

Comes in: a clause's reading and the context. Goes out: one statement, or one for each amount where several things
share one verb. A clause without date, amount or name asserts nothing that can be looked up, and gives none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Facts, Modality, Polarity, Role, Statement
from tanik.facts.statements.checkable import is_checkable, is_idle_rumour
from tanik.facts.statements.discourse.authority import authority_for
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.counterparts import received
from tanik.facts.statements.discourse.filling import filled
from tanik.facts.statements.discourse.focus import place_before, state_of
from tanik.facts.statements.discourse.substance import things_counted
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.roles.reading import Reading, Sentence, absent_in, read_clause, subject_of
from tanik.facts.statements.roles.reference import is_told_apart
from tanik.facts.statements.sharing import shared_out
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.voice import (
    action_and_polarity,
    denied_deed,
    modality_of,
    neither,
)

__all__ = ["build", "build_deed", "build_state", "build_untold"]

_SUCH = frozenset(("boyle", "oyle", "soyle"))
_ABSENT = frozenset(("yoktu", "yokmus", "degildi", "bulunmuyordu"))
_THERE = frozenset(("orada", "burada", "arada", "aralarinda"))
_AT = re.compile(r"[^\W\d_]{2}n?[dt][ae]$")
_HELD = re.compile(r"l[iu]g[iu]$")
_TOLD_PAST = re.compile(r"(?:[dt][iu]|m[iu]s(?:t[iu]r?)?)(?:l[ae]r)?$")


def _when(reading: Reading, context: Context, facts: Facts) -> str | None:
    """The clause's own date, else that of its sentence or the one before; an impossible date is not replaced."""
    own = [facts.dates[index].edtf for index in reading.dates]
    if own:
        return next(filter(None, own), None)
    return context.when or context.when_before or context.section


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
    if not (rejected or is_checkable(reading, context, within, sentence)):
        return
    action, polarity = action_and_polarity(clause, reading.row)
    if rejected or (clause.predicate.first and neither(sentence.words, clause.predicate)):
        polarity = Polarity.DENIED
    roles = received(sentence, reading, context, action, filled(sentence, reading, context, action, within))
    if action == "accept" and "object" in roles and context.is_someone(roles["object"]):
        # to accept a person is to receive him
        action, roles["recipient"] = "meet", roles.pop("object")
    if action == "order" and "recipient" not in roles and "object" in roles and context.is_one(roles["object"]):
        roles["recipient"] = roles.pop("object")  # "Hükûmet onu geri çağırdı"
    if action == "die" and (dead := _counted_people(roles.get("subject"), reading, facts)) is not None:
        # who is only counted does nothing: the dead are what accounts of a death differ in
        roles = {place: role for place, role in roles.items() if place != "subject"} | {"object": dead}
    roles = _said_behind_source(roles, sentence, reading)
    context.keep(action, roles)
    context.parties.count(things_counted(reading.amounts, sentence))
    modality = modality_of(sentence.words, clause, sentence.folded)
    if within is not None and modality is Modality.ASSERTED:
        modality = Modality.REPORTED
    last = reading.last + (modality is Modality.ASKED)
    span = Span(sentence.words[_behind_source(sentence, reading)].start, sentence.words[last].end)
    whole = Statement(
        span=span,
        text=span.of(sentence.text),
        action=action,
        rule=f"statement-{clause.predicate.form}",
        roles=tuple(sorted(roles.items())),
        when=_when(reading, context, facts),
        amounts=reading.amounts,
        attributed_to=authority_for(sentence, reading, context, modality, denied=rejected),
        polarity=polarity,
        modality=modality,
    )
    if within is None and not rejected and is_idle_rumour(whole, reading, context):
        return
    yield from shared_out(whole, sentence)


def _counted_people(role: Role | None, reading: Reading, facts: Facts) -> Role | None:
    """A role without a name that counts people: "doksan bin asker dondu"."""
    if role is None or role.name is not None:
        return None
    counts = (facts.amounts[index] for index in reading.amounts)
    return role if any(one.unit == "person" and one.span.overlaps(role.span) for one in counts) else None


def _behind_source(sentence: Sentence, reading: Reading) -> int:
    """The first word of what a clause says: "rapora göre" and "elçinin yazdığına göre" only name its source."""
    words = sentence.words
    low, high = reading.first, reading.clause.predicate.first
    source = next((i for i in range(high - 1, low, -1) if words[i].folded in ("gore", "nazaran")), None)
    if source is None:
        return low
    behind = range(source + 1, high)
    return next((i for i in behind if not words[i].is_mark and words[i].folded not in ("ise", "de", "da")), low)


def _said_behind_source(roles: dict[str, Role], sentence: Sentence, reading: Reading) -> dict[str, Role]:
    """The roles without what only names the source: in "tanığın anlattığına göre kaçtı" what was told is no object."""
    low, high = (sentence.words[at].start for at in (reading.first, _behind_source(sentence, reading)))
    return {place: role for place, role in roles.items() if place == "subject" or not low <= role.span.start < high}


@cache
def _deeds() -> dict[str, str]:
    return {fold_word(row["noun"]): row["action"] for row in read_rows("tanik.facts", "deeds.csv")}


def build_deed(
    sentence: Sentence, context: Context, claimed: Mapping[str | None, Role] | None = None
) -> Iterator[Statement]:
    """What a sentence says not to exist: "böyle bir söz yoktur" denies a saying.

    Whose deed it is its own words say ("İngiliz parası yoktur"), else the claim that the sentence speaks of: `claimed`
    gives the doer of each action that it told of before.
    """
    last = denied_deed(sentence.words)
    if last is None:
        return
    for word in reversed(sentence.words[_head_start(sentence, last) : last]):
        action = next((deed for noun, deed in _deeds().items() if word.folded.startswith(noun)), None)
        if action is not None:
            span = Span(sentence.words[_deed_start(sentence, last)].start, sentence.words[last].end)
            low = _head_start(sentence, last)
            doer = state_of(sentence, low, last) or (claimed or {}).get(action) or context.doer_of(action)
            thing = _missing_thing(word, action, sentence)
            roles: tuple[tuple[str, Role], ...] = (("object", thing),) if thing else ()
            roles += (("subject", doer),) if doer else ()
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


def _missing_thing(word: Word, action: str, sentence: Sentence) -> Role | None:
    """What is said not to exist, where it is a thing that is handed over or written: "tek bir dilekçe yok"."""
    if action not in ("transfer", "write", "sign") or word.name is not None or word.folded in phrases("verbal_nouns"):
        return None
    span = Span(word.start, word.end)
    return Role(span, span.of(sentence.text)) if noun_of(span.of(sentence.text)).bare_noun else None


def _head_start(sentence: Sentence, last: int) -> int:
    """The word behind "böyle bir", with which what is said not to exist begins: before it stands where."""
    folded = [word.folded for word in sentence.words[:last]]
    pairs = (i + 2 for i in range(last - 2, -1, -1) if folded[i] in _SUCH and folded[i + 1] == "bir")
    return next(pairs, 0)


def build_untold(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Statement]:
    """A clause whose verb no table has: a statement without action, where it dates or counts what someone did."""
    last = sentence.words[clause.predicate.last].folded
    sure = bool(clause.predicate.rows) and bool(clause.predicate.rows[0].lead)
    if not _TOLD_PAST.search(last) or (last.startswith(tuple(phrases("statives"))) and not sure):
        return
    reading = read_clause(sentence, clause, anything=True)
    if reading is None:
        return
    units = {sentence.facts.amounts[index].unit for index in reading.amounts} - units_by_kind("time", "percent")
    # of "9 Nisan'da imzalanan senedi o hazırladı" the date is the signing's, which is a statement of its own
    described = bool(clause.inner) and clause.inner[-1].form is Form.PARTICIPLE
    own = any(word.date is not None for word in sentence.words[clause.own : clause.predicate.first])
    dated = bool(reading.dates) and (own or not described)
    doer = reading.roles.get("object" if clause.predicate.passive else "subject")
    if doer is not None and reading.roles.get("place") == doer:
        return
    known = is_told_apart(doer) or (doer is None and own and _goes_on_of_someone(sentence, clause, context))
    # "Setleri mimar Otto Brandt tasarladı": what someone named did is told, though the contract names no such action
    named = doer is not None and doer.name is not None and not clause.predicate.passive
    deed = (
        bool(clause.predicate.rows)
        and named
        and not described
        and (bool(reading.row.lead) or "object" in reading.roles)
    )
    # a row with conditions knows its sense: "borç 8 milyon liraya indi"
    # and so does one with a noun of its own: "fotoğraf 12 Mart 1921'de çekildi"
    sensed = (bool(units) and bool(reading.row.needs)) or (dated and bool(reading.row.lead))
    sensed = sensed or "percent" in reading.row.needs
    if (units and dated) or ((units or dated) and known) or deed or sensed:
        yield from build(sentence, reading, context)


def _goes_on_of_someone(sentence: Sentence, clause: Clause, context: Context) -> bool:
    """Whether a clause in the active that names no doer goes on telling of someone named: "1899'da okula girdi".

    A subject is dropped as long as it stays the same (Göksel & Kerslake 18.1.5); a life is told in such clauses.
    """
    if clause.predicate.passive or any(
        phrase.case == "nom" for phrase in sentence.phrases(clause.own, clause.predicate.first)
    ):
        return False
    doer = context.unsaid_doer(None)
    return doer is not None and context.is_one(doer)


def build_state(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Statement]:
    """What a noun with a copula tells of someone: that he was not there ("o gün orada yoktu"), or when he held an
    office ("bakanlığı 1917'dedir"); Göksel & Kerslake 12.1."""
    verb, words = clause.predicate, sentence.words
    own = words[clause.start : verb.first]
    doer = subject_of(sentence, clause) or context.here or context.subject
    told: tuple[str, tuple[tuple[str, Role], ...], Polarity] | None = None
    dated = next((word.date for word in own if word.date is not None), None)
    there = has_word("same_day", " ".join(word.folded for word in own)) or any(w.folded in _THERE for w in own)
    there = there or (dated is not None and bool(own) and own[-1].date is None and bool(_AT.search(own[-1].folded)))
    office = next((word for word in own if has_word("offices", word.folded) and _HELD.search(word.folded)), None)
    if words[verb.last].folded in _ABSENT and there and (doer := absent_in(sentence, clause) or doer) is not None:
        near = any(word.folded in phrases("there") for word in own)
        where = place_before(sentence.facts, words[clause.start].start) if near else None
        goal = (("recipient", where),) if where is not None else ()
        told = ("move", (("subject", doer), *goal), Polarity.DENIED)
    elif office is not None and dated is not None:
        post = Role(Span(office.start, office.end), sentence.text[office.start : office.end])
        holder = (("recipient", doer),) if doer is not None else ()
        told = ("appoint", (("object", post), *holder), Polarity.AFFIRMED)
    if told is None:
        return
    span = Span(words[clause.start].start, words[verb.last].end)
    when = sentence.facts.dates[dated].edtf if dated is not None else context.when or context.when_before
    yield Statement(
        span,
        span.of(sentence.text),
        told[0],
        "statement-state",
        tuple(sorted(told[1])),
        when=when,
        attributed_to=context.authority,
        polarity=told[2],
    )


def _deed_start(sentence: Sentence, last: int) -> int:
    """The first word of what is said not to exist: behind the words of those who say otherwise ("… diyenlerin")."""
    others = [index for index in range(last) if sentence.words[index].folded.startswith("diyen")]
    return max(_clause_start(sentence, last), others[-1] + 1 if others else 0)


def _clause_start(sentence: Sentence, last: int) -> int:
    """The word after the last comma or semicolon before word `last` behind which a few words at least follow."""
    marks = [index for index in range(last - 2) if sentence.words[index].folded in (",", ";")]
    return marks[-1] + 1 if marks else 0
