"""Whether a clause asserts anything that could be looked up, however little.

Comes in: a clause's reading and its sentence. Goes out: yes or no. This is the standard of whoever wants every clause;
what is worth looking up first is the narrower one of `checkable`. A past deed needs one role filled or a fact of its
own, one told in the present a day or, of a story, somebody's name; a verb in the first person singular without a day
and one in the second person tell of who writes and who reads.
"""

from __future__ import annotations

from typing import Final

from tanik.facts.statements.asides import PRESENT, is_aside, is_scene
from tanik.facts.statements.checkable import PAST, is_counterfactual
from tanik.facts.statements.discourse.context import Context
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.persons import is_done_by_writer, is_done_by_you
from tanik.facts.statements.lexis.predicate import SAYING, Form
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.roles.reading import Reading, Sentence

__all__ = ["is_assertion"]

_BESIDE: Final = (Form.CONVERB, Form.TEMPORAL, Form.PARTICIPLE, Form.NOMINAL)


def is_assertion(reading: Reading, context: Context, within: Reading | None, sentence: Sentence) -> bool:
    """Whether the clause asserts something of the past, or of a lasting state, that names, dates, counts or has a role.

    A standard of `build`: of `context` it asks only whether the sentence has told of somebody.
    """
    verb, last = reading.clause.predicate, sentence.words[reading.last].folded
    if is_aside(reading, sentence) or is_counterfactual(reading, sentence) or verb.future or verb.ending == "must":
        return False
    if verb.form is Form.FINITE and (is_done_by_you(last) or (is_done_by_writer(last) and not reading.dates)):
        return False
    told = verb.form in _BESIDE or within is not None or PAST.search(last) is not None
    if not told and not (verb.ending in PRESENT and (reading.dates or is_scene(reading, sentence))):
        return False
    counted = {sentence.facts.amounts[index].unit for index in reading.amounts} - units_by_kind("time")
    if reading.dates or reading.names or counted:
        return True
    if reading.row.action in SAYING and within is None and not verb.negated and "object" not in reading.roles:
        return False  # "söyledi" of no one named, with nothing said; but "cevap gelmedi" can be looked up
    pointing = phrases("pronouns") | phrases("demonstratives")
    # "güverteye düştü, öldü": whoever the sentence goes on with
    goes_on = verb.form is Form.FINITE and reading.row.action is not None and context.here is not None
    return goes_on or any(fold_word(role.text) not in pointing for role in reading.roles.values())
