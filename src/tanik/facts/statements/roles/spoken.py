"""Which phrases a clause has, before it is known what they are to its verb, and the row of the verb table they fit.

Comes in: a sentence taken apart and one of its clauses. Goes out: the phrases of its own, those that it shares with the
clauses before it, and the row. It is asked once a clause, though one that no row fits may be read again as a deed that
no table knows.
"""

from __future__ import annotations

from tanik.core.made import value
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.verbs import Form, VerbRow
from tanik.facts.statements.roles.fill import choose_row
from tanik.facts.statements.roles.gaps import after_verb, before_inner, genitives_before
from tanik.facts.statements.roles.leads import lead_of
from tanik.facts.statements.roles.own import objects_outside, phrases_alone, stands_behind, without_outer
from tanik.facts.statements.roles.sentence import Sentence
from tanik.facts.statements.roles.told_of import noun_told_of
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.phrases import Phrase, as_accusative

__all__ = ["Spoken", "spoken_in"]


@value
class Spoken:
    """The phrases of a clause: `lead` it shares with others, `own` are the rest, `borrowed` those before others."""

    clause: Clause
    lead: tuple[Phrase, ...]
    own: tuple[Phrase, ...]
    borrowed: tuple[Phrase, ...]
    told_of: Phrase | None
    row: VerbRow | None


def spoken_in(sentence: Sentence, clause: Clause) -> Spoken:
    """The phrases of `clause` and the row that fits them; its `clause` may begin later, behind what is another's."""
    key = "spoken", id(clause)
    if key not in sentence.kept:
        sentence.kept[key] = clause, _spoken(sentence, clause)
    spoken: Spoken = sentence.kept[key][1]
    return spoken


def _spoken(sentence: Sentence, clause: Clause) -> Spoken:
    clause = without_outer(sentence, clause)
    facts, verb = sentence.facts, clause.predicate
    nominal = verb.form is not Form.FINITE
    own = phrases_alone(sentence, clause)
    lead = lead_of(sentence, clause, own)
    borrowed = before_inner(sentence, clause) if stands_behind(clause, own) else ()
    if not nominal and verb.passive:
        borrowed += genitives_before(sentence, clause, own)
    borrowed = borrowed or objects_outside(sentence, clause, own)
    own = borrowed + own + after_verb(sentence, clause)
    told_of = noun_told_of(sentence, clause)
    row = choose_row(verb, lead + own, facts)
    if row is None and told_of is not None and not verb.passive:
        row = choose_row(verb, (*lead, *own, as_accusative(told_of)), facts)
    if row is None and not (nominal or borrowed) and (borrowed := before_inner(sentence, clause)):
        row, own = choose_row(verb, lead + borrowed + own, facts), borrowed + own
    return Spoken(clause, lead, own, borrowed, told_of, row or _dated_motion(sentence, clause))


def _dated_motion(sentence: Sentence, clause: Clause) -> VerbRow | None:
    """The row of moving, where a clause says when but not from where or to where: "21 Haziran'da çekildiler"."""
    dated = any(word.date is not None for word in sentence.words[clause.own : clause.predicate.first])
    past = clause.predicate.ending in ("past", "hearsay")
    for row in clause.predicate.rows if dated and past else ():
        if row.action == "move" and not row.lead and row.stems[0][1] in phrases("journeys"):
            return row
    return None
