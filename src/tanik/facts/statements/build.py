"""Statements made of readings, with what the sentences before them give.

Comes in: a clause's reading and the context. Goes out: one statement, or one for each amount where several things
share one verb. A clause without date, amount or name asserts nothing that can be looked up, and gives none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from tanik.core.span import Span
from tanik.facts.model import Amount, Facts, Modality, Polarity, Role, Statement, refilled
from tanik.facts.statements.checkable import is_checkable, is_idle_rumour
from tanik.facts.statements.discourse.authority import authority_for
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.discourse.correspondents import day_in_letter
from tanik.facts.statements.discourse.counterparts import received
from tanik.facts.statements.discourse.filling import filled
from tanik.facts.statements.discourse.narration import goes_on, leaves_day, tells_again
from tanik.facts.statements.discourse.substance import things_counted, with_sum_before
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.roles.listed import with_listed
from tanik.facts.statements.roles.reading import Reading, Sentence, read_clause
from tanik.facts.statements.roles.reference import is_told_apart
from tanik.facts.statements.sharing import shared_out
from tanik.facts.statements.syntax.cases import GENITIVE, NAME_GENITIVE
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.voice import action_and_polarity, is_question, modality_of, neither

__all__ = ["Standard", "build", "build_untold"]

# whether a clause read is worth a statement: its reading, what is known, the clause that holds it, its sentence
Standard = Callable[[Reading, Context, Reading | None, Sentence], bool]

_DAY_OF_YEAR = re.compile(r"\d{4}-\d\d")
_ANY_YEAR = "XXXX"
_BARE_GENITIVE = re.compile(r"n?[iu]n")
_TOLD_PAST = re.compile(r"(?:[dt][iu]|m[iu]s(?:t[iu]r?)?)(?:l[ae]r)?$")
# deeds that one does to another
_BETWEEN = frozenset(("transfer", "promise", "request", "offer", "refuse", "write"))


def _when(sentence: Sentence, reading: Reading, context: Context, action: str | None, doer: Role | None) -> str | None:
    """The clause's own date, else that of its sentence or the one before; an impossible date is not replaced."""
    own = [sentence.facts.dates[index].edtf for index in reading.dates]
    if own:
        return next(filter(None, own), None)
    if (of_letter := day_in_letter(context.letter, sentence, reading)) is not None:
        return of_letter
    if leaves_day(sentence, reading.clause):
        return None
    before, carried = context.when_before, context.when
    if before is not None and carried is None:
        if _DAY_OF_YEAR.match(before) and _is_that_year(sentence, reading):
            return before[:4]
        same = context.lasts and tells_again(reading, action, context.done, before)
        same = same or context.pointed
        told, topic = context.done, context.topic
        same = same or (context.lasts and goes_on(sentence, reading, doer, told, before=before, topic=topic))
        carried = before if same else None
    carried = carried or context.section
    return None if carried is not None and carried.startswith(_ANY_YEAR) else carried  # "her yıl 30 Ağustos'ta"


def _is_that_year(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence goes on in the year told before it and no longer on its day: "o yıl", "həmin il" (18.1.4)."""
    words = [word.folded for word in sentence.words[: reading.clause.predicate.first]]
    return any(one in ("o", "ayni", "hemin") and other in ("yil", "sene", "il") for one, other in pairwise(words))


def build(
    sentence: Sentence,
    reading: Reading,
    context: Context,
    *,
    rejected: bool = False,
    within: Reading | None = None,
    standard: Standard = is_checkable,
) -> Iterator[Statement]:
    """The statements of one reading that meets the `standard`; `within` is the reporting clause that holds it."""
    facts, clause = sentence.facts, reading.clause
    if not (rejected or standard(reading, context, within, sentence)):
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
    roles = _said_behind_source(_not_to_himself(action, roles, sentence), sentence, reading)
    context.keep(action, roles)
    context.parties.count(things_counted(reading.amounts, sentence))
    modality = modality_of(sentence.words, clause, sentence.folded)
    if within is not None and modality is Modality.ASSERTED:
        modality = Modality.REPORTED
    last = reading.last + is_question(sentence.words, clause)
    span = Span(sentence.words[_behind_source(sentence, reading)].start, sentence.words[last].end)
    whole = Statement(
        span=span,
        text=span.of(sentence.text),
        action=action,
        rule=f"statement-{clause.predicate.form}",
        roles=tuple(sorted(roles.items())),
        when=_when(sentence, reading, context, action, roles.get("subject")),
        amounts=reading.amounts,
        attributed_to=authority_for(sentence, reading, context, modality, denied=rejected),
        polarity=polarity,
        modality=modality,
    )
    if within is None and not rejected and is_idle_rumour(whole, reading, context):
        return
    for one in shared_out(whole, sentence):
        told = with_sum_before(one, reading, sentence, context)
        yield _with_lists(with_listed(told, sentence, clause), context)


def _with_lists(statement: Statement, context: Context) -> Statement:
    """The statement with all of a list that stands elsewhere, of which the first was carried to it; its own are kept.

    >>> one = Statement(Span(0, 4), "oldu", "begin", "r")
    >>> _with_lists(one, Context.of_page(Facts(), topic=None, author=None, town=None)) is one
    True
    """
    for place, role in statement.firsts.items():
        members = statement.fillers(place)
        if len(members) > 1:
            context.lists[role.span] = members
        elif (carried := context.lists.get(role.span)) is not None and carried[0].name == role.name:
            statement = replace(statement, roles=refilled(statement.roles, [(place, one) for one in carried]))
    return statement


def _counted_people(role: Role | None, reading: Reading, facts: Facts) -> Role | None:
    """A role without a name that counts people: "doksan bin asker dondu"."""
    if role is None or role.name is not None:
        return None
    counts = (facts.amounts[index] for index in reading.amounts)
    return role if any(one.unit == "person" and one.span.overlaps(role.span) for one in counts) else None


def _not_to_himself(action: str | None, roles: dict[str, Role], sentence: Sentence) -> dict[str, Role]:
    """The roles of a deed between two without one who is both of them: the carried one, else who acts, is left open."""
    giver, getter = roles.get("subject"), roles.get("recipient")
    if action not in _BETWEEN or giver is None or getter is None or giver.name is None or giver.name != getter.name:
        return roles
    stands = sentence.span.contains(giver.span) and not sentence.span.contains(getter.span)
    left_open = "recipient" if stands else "subject"
    return {place: role for place, role in roles.items() if place != left_open}


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
    """The roles without what only names the source: in "tanığın anlattığına göre kaçtı" what was told is no object.

    Nor does whoever tells it, who stands in the genitive, do what is told (Göksel & Kerslake 2005, 24.4.2).
    """
    low, high = (sentence.words[at].start for at in (reading.first, _behind_source(sentence, reading)))
    inside = {place: role for place, role in roles.items() if low <= role.span.start < high}
    tells = {place for place, role in inside.items() if place != "subject" or _is_owner(sentence, role)}
    return {place: role for place, role in roles.items() if place not in tells}


def _is_owner(sentence: Sentence, role: Role) -> bool:
    """Whether a role's last word stands in the genitive."""
    last = next((word for word in sentence.words if word.start < role.span.end <= word.end), None)
    if last is not None and last.name is not None:  # "İ. Əmirxizinin": of a name its last word has the case
        last = next((word for word in reversed(sentence.words) if word.name == last.name), last)
    if last is None or last.name is None:
        return last is not None and GENITIVE.search(last.folded) is not None
    # Azerbaijani writes no apostrophe there: "Hüseynovun"
    behind = last.end - sentence.facts.names[last.name].span.end
    bare = _BARE_GENITIVE.fullmatch(last.folded[-behind:]) if behind > 0 else None
    return NAME_GENITIVE.search(last.folded) is not None or bare is not None


def build_untold(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Statement]:
    """A clause whose verb no table has: a statement without action, where it dates or counts what someone did."""
    if not _TOLD_PAST.search(sentence.words[clause.predicate.last].folded):
        return
    if not (clause.predicate.rows or sentence.facts_at()):
        return  # what no row knows is told for its day or its sum alone
    reading = read_clause(sentence, clause, anything=True)
    if reading is not None and _is_fact(sentence, reading, context):
        yield from build(sentence, reading, context)


def _is_fact(sentence: Sentence, reading: Reading, context: Context) -> bool:
    """Whether a clause of no known action dates, counts or says of someone named what can be looked up."""
    clause, verb = reading.clause, reading.clause.predicate
    told = (sentence.facts.amounts[index] for index in reading.amounts)
    # "reis Ali Bey'in sözünü üç kez kesti": so often to whom, which can be looked up
    whose = _is_of_someone(sentence, reading, reading.roles.get("object"))
    units = {one.unit for one in told if whose or not _is_how_often(one)} - units_by_kind("time", "percent")
    own = any(word.date is not None for word in sentence.words[clause.own : verb.first])
    doer = reading.roles.get("object" if verb.passive else "subject")
    sensed = bool(verb.rows) and bool(verb.rows[0].lead)
    if has_word("statives", sentence.words[verb.last].folded) and not sensed:
        return own and _happened(sentence, reading)
    # of "9 Nisan'da imzalanan senedi o hazırladı" the date is the signing's, which is a statement of its own
    described = bool(clause.inner) and clause.inner[-1].form is Form.PARTICIPLE
    dated = bool(reading.dates) and (own or not described)
    if doer is not None and reading.roles.get("place") == doer:
        return False
    known = is_told_apart(doer) or (doer is None and own and _goes_on_of_someone(sentence, clause, context))
    where = reading.roles.get("place")
    if (dated and (units or known)) or ("count" in units and where is not None and where.name is not None):
        return True
    # a row with conditions knows its sense: "borç 8 milyon liraya indi"
    # and so does one with a noun of its own: "fotoğraf 12 Mart 1921'de çekildi"
    needs = reading.row.needs
    if "percent" in needs or (units and (known or needs)) or (dated and reading.row.lead):
        return True
    # "Setleri mimar Otto Brandt tasarladı": what someone named did is told, though the contract names no such action
    named = doer is not None and doer.name is not None and not verb.passive
    # "Ali Bey 1919'da döndü. Kurtuluş Savaşı'na katıldı": a life goes on
    if doer is None and bool(reading.row.lead) and bool(reading.names) and not described:
        return _goes_on_of_someone(sentence, clause, context)
    return named and bool(verb.rows) and not described and (bool(reading.row.lead) or "object" in reading.roles)


def _is_of_someone(sentence: Sentence, reading: Reading, role: Role | None) -> bool:
    """Whether somebody's name stands in a role's words: "Ali Bey'in sözü"."""
    own = sentence.words[reading.clause.own : reading.clause.predicate.first]
    return role is not None and any(
        word.name is not None and role.span.start <= word.start < role.span.end for word in own
    )


def _is_how_often(amount: Amount) -> bool:
    return amount.of is not None and fold_word(amount.of) in phrases("how_often")


def _happened(sentence: Sentence, reading: Reading) -> bool:
    """Whether something came about on a day ("deprem 13 Eylül günü oldu"), and did not become something."""
    verb, words = reading.clause.predicate, sentence.words
    alone = verb.first == verb.last > 0 and words[verb.last].folded in phrases("happenings")
    at = verb.first - 1
    if at > 1 and words[at - 1].folded == "saat":
        at -= 2  # "deprem 27 Aralık gecesi saat ikide oldu"
    before = words[at]
    return alone and "subject" in reading.roles and (before.date is not None or before.folded in phrases("date_tails"))


def _goes_on_of_someone(sentence: Sentence, clause: Clause, context: Context) -> bool:
    """Whether a clause in the active that names no doer goes on telling of someone named: "1899'da okula girdi".

    A subject is dropped as long as it stays the same (Göksel & Kerslake 18.1.5); a life is told in such clauses.
    """
    if clause.predicate.passive or any(
        phrase.case == "nom" and not phrase.quoted for phrase in sentence.phrases(clause.own, clause.predicate.first)
    ):
        return False
    doer = context.unsaid_doer(None)
    return doer is not None and context.is_one(doer)
