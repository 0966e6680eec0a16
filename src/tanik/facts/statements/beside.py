"""What a sentence tells beside its main clause: deeds with a day or a sum of their own.

Comes in: a participle, a converb or a clause of time, and the sentence's context. Goes out: its statement. Of
"1889'da Manastır'da doğan Cemil Bey mutasarrıf oldu" the birth is told like a deed of its own, and the noun behind the
participle is whose it is; "1911'de devraldığı iki değirmeni onardı" has its doer from the main verb and its thing from
the noun behind; of "4 Mart'ta toplanarak karar verdi" the meeting has the main verb's subject (Göksel & Kerslake 2005,
25.1.1, 26.3.8). Without a day, a sum in a participle, or a name before -ip, such a clause only tells how or which. Of
"Mısır'ın Ankara'ya gönderdiği 40 bin lira" giver and sum are named: the sum was given whatever became of it then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tanik.facts.model import Modality, NameKind, Role, Statement
from tanik.facts.statements.build import build
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.lexicon import fold_word, frame, phrases
from tanik.facts.statements.lexis.predicate import SAYING, Form
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.words import behind
from tanik.facts.statements.roles.counted import counted_thing
from tanik.facts.statements.roles.gaps import noun_behind
from tanik.facts.statements.roles.reading import Reading, Sentence, doer_in, read_clause
from tanik.facts.statements.roles.reference import is_party, is_told_apart
from tanik.facts.statements.syntax.clauses import BARE_POSSESSIVE, Clause, claims_after, describes_noun
from tanik.facts.statements.syntax.fillers import role_of
from tanik.facts.statements.syntax.phrases import Phrase
from tanik.facts.statements.syntax.voice import rejected_after

__all__ = ["build_beside", "read_beside"]

_TOLD: Final = frozenset(("past", "hearsay", "ongoing", "unknown", "copula"))
_LINKING: Final = (Form.CONVERB, Form.TEMPORAL)
_AND: Final = re.compile(r"[iu]p$")
_LIFE: Final = frozenset(("die", "born"))
_NO_DEED: Final = SAYING | {"use", "request", None}
_ABOUT: Final = frozenset(("yaklasik", "toplam", "tam"))  # before a sum


def build_beside(sentence: Sentence, clause: Clause, context: Context) -> Iterator[Statement]:
    """The statement of a clause that is no main clause, where it has a day or a sum of its own."""
    if (given := _given(sentence, clause)) is not None:
        told = build(sentence, given, _apart(context))
        yield from (_as_said(one, given) for one in told if one.modality is Modality.ASSERTED)
        return
    reading = read_beside(sentence, clause) if _is_measured(sentence, clause) else None
    if reading is None or clause.predicate.negated or reading.row.action in _NO_DEED:
        return
    outer = next(one for one in sentence.clauses if one.predicate is clause.outer)
    if _is_told(reading, outer, sentence):
        yield from build(sentence, reading, context)


def _apart(context: Context) -> Context:
    """A context of the same voice that leaves the main clause nothing: whoever gave a thing need not have lost it."""
    fresh = context.another(context.authority, context.letter)
    fresh.teller, fresh.source = context.teller, context.source
    return fresh


def _given(sentence: Sentence, clause: Clause) -> Reading | None:
    """The reading of a -dığı form of giving whose genitive names the giver and whose head is a sum (GK 25.1.1.2).

    None where the rest of the sentence rejects it.
    """
    verb, words, facts = clause.predicate, sentence.words, sentence.facts
    if verb.form is not Form.NOMINAL or verb.passive or verb.negated or verb.future:
        return None
    at = verb.last + 1 + (behind(words, verb.last) in _ABOUT)
    amount = words[at].amount if at < len(words) else None
    if amount is None or facts.amounts[amount].unit in units_by_kind("time", "percent"):
        return None
    if not _is_relative(sentence, clause) or rejected_after(words, verb.last):
        return None
    reading = read_clause(sentence, clause)
    if reading is None or reading.row.action != "transfer" or "object" in reading.roles:
        return None
    giver = reading.roles.get("subject")
    if giver is None or not (is_told_apart(giver) or is_party(giver)) or giver.span.start < words[clause.own].start:
        return None
    thing = counted_thing(amount, sentence)
    last = max(index for index, word in enumerate(words) if word.start < thing.span.end)
    roles = {**reading.roles, "object": thing}
    return replace(reading, roles=roles, amounts=(amount,), last=last)


def _as_said(told: Statement, given: Reading) -> Statement:
    """A statement with those of its roles and that day alone which its own words give: it was before what is told."""
    roles = tuple((place, role) for place, role in told.roles if told.says(role))
    return replace(told, roles=roles, when=told.when if given.dates else None)


def read_beside(sentence: Sentence, clause: Clause, *, anything: bool = False) -> Reading | None:
    """The reading of a clause beside a main clause that tells the past, with the roles that the two share.

    None where it is no deed of its own; `anything` reads verbs and senses of no action too.
    """
    verb, main = clause.predicate, clause.outer
    if verb.form is Form.NOMINAL and not _is_relative(sentence, clause):
        return None
    if verb.form in _LINKING and _next_form(sentence, clause) is Form.NOMINAL:
        return None  # "Ali Bey askerlerin donarak öldüğünü yazdı": who froze is the complement's own
    if main is None or main.ending not in _TOLD or verb.future:
        return None
    reading = read_clause(sentence, clause, anything=anything)
    if reading is None:
        return None
    outer = next(one for one in sentence.clauses if one.predicate is main)
    head = noun_behind(sentence, verb, outer) if verb.form not in _LINKING else None
    if verb.form not in _LINKING and (head is None or (head.case == "gen" and verb.form is Form.PARTICIPLE)):
        return None  # "1916'da gelen avansın bir bölümü": whose part is told of is only described
    roles = _with_head(reading, head, sentence) if head is not None else dict(reading.roles)
    place = frame(reading.row.frame).get("nom", "subject")
    if not verb.passive and place not in roles and verb.form is not Form.PARTICIPLE:
        told = read_clause(sentence, outer, anything=True)
        doer = told.doer if told is not None else doer_in(sentence, outer)
        roles |= {place: doer} if doer is not None else {}
    return replace(reading, roles=roles)


def _next_form(sentence: Sentence, clause: Clause) -> Form | None:
    """The form of the verb that comes next in the sentence."""
    return next((one.predicate.form for one in sentence.clauses if one.predicate.first > clause.predicate.last), None)


def _is_told(reading: Reading, outer: Clause, sentence: Sentence) -> bool:
    """Whether a clause says enough to be looked up by itself: with whom, whose or what, and not only when.

    A clause of time with no other day behind it says when the main deed was: "kongre 4 Eylül'de açıldığında toplandı";
    but a death and a birth are somebody's own: "kocası 1917'de ölünce Konya'ya taşındı".
    """
    form = reading.clause.predicate.form
    if form is Form.TEMPORAL and not (_is_of_a_life(reading, sentence) or _has_day(sentence, outer)):
        return False
    only_how = ("subject", "place") if form is Form.CONVERB else ()  # "açıklarında mayına çarparak battı" says how
    other = [role for place, role in reading.roles.items() if place not in only_how]
    return bool(reading.amounts) or any(is_told_apart(role) for role in other)


def _is_of_a_life(reading: Reading, sentence: Sentence) -> bool:
    """Whether a clause tells a death or a birth and names in its own words whose."""
    alone = read_clause(sentence, reading.clause) if reading.row.action in _LIFE else None
    return alone is not None and "subject" in alone.roles


def _has_day(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause has a day among its own words."""
    return any(word.date is not None for word in sentence.words[clause.own : clause.predicate.first])


def _is_relative(sentence: Sentence, clause: Clause) -> bool:
    """Whether a -dığı form describes the noun behind it and is no complement: "1911'de devraldığı iki değirmen"."""
    verb, words = clause.predicate, sentence.words
    bare = verb.ending == "nominal" and BARE_POSSESSIVE.search(words[verb.last].folded) is not None
    governing = phrases("postpositions", "on_record")  # "gittiği belli değil"
    if not bare or describes_noun(words, verb) or behind(words, verb.last) in governing:
        return False
    governed = any(other.predicate.first == verb.last + 1 for other in sentence.clauses)
    return not governed and not claims_after(words, verb.last)


def _is_measured(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause has a day among its own words, or, a participle, a sum, or, joined by -ip, a name.

    The gerund in -ip stands for a verb with "ve" and tells a deed of its own (Lewis, Turkish Grammar, XI).
    """
    verb, own = clause.predicate, sentence.words[clause.own : clause.predicate.first]
    joined = verb.form is Form.CONVERB and _AND.search(sentence.words[verb.last].folded) is not None
    if joined and any(word.name is not None for word in own):
        return True
    if _has_day(sentence, clause):
        return not verb.passive or verb.form in _LINKING or _is_of_person(sentence, clause)
    counted = {sentence.facts.amounts[word.amount].unit for word in own if word.amount is not None}
    return verb.form not in _LINKING and not verb.passive and bool(counted - units_by_kind("time", "percent"))


def _is_of_person(sentence: Sentence, clause: Clause) -> bool:
    """Whether a participle describes a person by name: "1926'da tutuklanan gazeteci Fuat Bey" (GK 25.1.1)."""
    outer = next((one for one in sentence.clauses if one.predicate is clause.outer), None)
    head = noun_behind(sentence, clause.predicate, outer) if outer is not None else None
    name = sentence.facts.names[head.name] if head is not None and head.name is not None else None
    return clause.predicate.form is Form.PARTICIPLE and name is not None and name.kind is NameKind.PERSON


def _with_head(reading: Reading, head: Phrase, sentence: Sentence) -> dict[str, Role]:
    """The roles with the noun that a participle describes: who did it, or of -dığı what it was done to."""
    roles, places, noun = dict(reading.roles), frame(reading.row.frame), role_of(head, sentence.text, sentence.facts)
    doer = places.get("nom", "subject")
    if reading.clause.predicate.passive and reading.clause.predicate.form is Form.PARTICIPLE:
        return roles | {places.get("passive", "object"): noun}
    if reading.clause.predicate.form is Form.PARTICIPLE:
        own = roles.get(doer)
        if own is not None and "bare" in places and places["bare"] not in roles:
            roles[places["bare"]] = own  # "para toplayan cemiyet": the nominative before it is what was collected
        return roles | {doer: noun}
    timed = head.name is None and fold_word(head.text).split()[-1] in phrases("times")
    thing = places.get("acc")
    if thing is not None and thing not in roles and not timed:
        roles[thing] = noun
    return roles
