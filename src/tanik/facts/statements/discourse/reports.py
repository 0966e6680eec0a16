"""Whether a reporting verb is what is told, or only says on whose word its complement stands.

Comes in: a reading whose verb says or writes, with a nominalised clause before it. Goes out: yes or no. A report with
a day of its own in the simple past is a deed ("27 Aralık'ta vali, kâtibin kaçtığını açıkladı": the day is the
announcement's); one without, or in the present of citing ("rapor valinin kaçtığını yazar"), hands on what it governs.
A date belongs to the reporting verb where it stands behind the complement, or before the complement's own genitive
subject (Göksel & Kerslake, Turkish: A Comprehensive Grammar, 2005, 23.1.2, 24.4.2), and not before a participle, whose
day it is then. Where the complement counts what was given or lost it is told all the same: a ledger is made of such
clauses.
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.model import Role
from tanik.facts.statements.lexis.lexicon import has_word
from tanik.facts.statements.lexis.predicate import Form
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.roles.reading import Reading, Sentence
from tanik.facts.statements.syntax.clauses import Clause

__all__ = ["is_told_event", "written_in"]

_IN_HIS: Final = re.compile(r"(?:[iu]|l[ae]r[iu])nd[ae]$")
_PAST: Final = re.compile(r"(?:[dt][iu]|m[iu]st[iu]r?)(?:l[ae]r)?$")


def is_told_event(sentence: Sentence, reading: Reading) -> bool:
    """Whether a reporting clause has a day of its own, so that the saying is what happened then."""
    clause, words = reading.clause, sentence.words
    told = clause.inner[-1] if clause.inner else None
    if told is None or told.form is not Form.NOMINAL or not _PAST.search(words[reading.last].folded):
        return False
    if clause.predicate.ending == "aorist":
        return False  # "anlatırdı": what someone used to tell was told on no one day (GK 21.2.2)
    if clause.predicate.passive or _counts(sentence, clause.start, told.first):
        return False
    if _has_day(sentence, clause, told.last + 1, clause.predicate.first):
        return True
    # of several complements the report's day stands before the first
    joined = [place for place, verb in enumerate(clause.inner) if verb.form is Form.NOMINAL]
    begun = next((one for one in joined if len(clause.inner) - one == sum(other >= one for other in joined)), 0)
    low = clause.inner[begun - 1].last + 1 if begun else clause.start
    doers = sentence.phrases(low, clause.inner[begun].first)
    doer = next((phrase.first for phrase in doers if phrase.case == "gen"), None)
    return doer is not None and _has_day(sentence, clause, clause.start, doer)


def _has_day(sentence: Sentence, clause: Clause, low: int, high: int) -> bool:
    """Whether words `low` to before `high` have a date of the clause's own.

    One before a participle is the day of what that describes: of "2009'da yapılan incelemede" it is the examination's
    (Göksel & Kerslake 25.1.1); behind a comma the participle begins anew.
    """
    described = [verb.first for verb in clause.inner if verb.form is Form.PARTICIPLE and verb.first < high]
    for index in range(low, high):
        if sentence.words[index].date is None:
            continue
        verb = next((first for first in described if first > index), None)
        if verb is None or any(word.folded == "," for word in sentence.words[index:verb]):
            return True
    return False


def written_in(sentence: Sentence, reading: Reading) -> Role | None:
    """The letter or telegram of his own in which someone says a thing: of "4 Mart tarihli telgrafında bildirdi" it."""
    for word in sentence.words[reading.clause.start : reading.clause.predicate.first]:
        if has_word("letters", word.folded) and (ending := _IN_HIS.search(word.folded)) is not None:
            span = Span(word.start, word.end - len(ending.group()))
            found = readings(sentence.text[word.start : word.end])
            lemma = next((one.lemma for one in found if one.part == "Noun" and not one.proper), None)
            return Role(span, span.of(sentence.text), lemma)
    return None


def _counts(sentence: Sentence, low: int, high: int) -> bool:
    """Whether words `low` to before `high` count or weigh something."""
    counted = (word.amount for word in sentence.words[low:high] if word.amount is not None)
    return any(sentence.facts.amounts[index].unit not in units_by_kind("time", "percent") for index in counted)
