"""What "değil" puts aside inside a clause, told from a clause that it ends.

Comes in: a sentence's words and predicates. Goes out: the predicates without each "değil" that only replaces one phrase
by the next: "gemiyi Norveç değil, Hollanda verdi" is one clause, "bu doğru değil, gemi gelmedi" are two. A copula has
no object and no one to whom or from whom (Göksel & Kerslake 2005, 12.1 and 20.2), so that behind such a phrase the verb
is still to come.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tanik.core.suffixes import Case
from tanik.facts.model import Facts
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.verbs import Form, Predicate
from tanik.facts.statements.lexis.words import Word, written_of
from tanik.facts.statements.syntax.clauselet import Clauselet

__all__ = ["without_contrasts"]

_NOT: Final = frozenset(("degil", "deyil"))
_OF_A_VERB: Final = (Case.ACCUSATIVE, Case.DATIVE, Case.ABLATIVE)


def without_contrasts(
    words: Sequence[Word], predicates: Sequence[Predicate], text: str, facts: Facts
) -> tuple[Predicate, ...]:
    """The predicates of a sentence, those aside that only put a phrase aside before its verb."""
    kept: list[Predicate] = []
    clause = Clauselet(words, text, facts)
    for position, verb in enumerate(predicates):
        start = kept[-1].last + 1 if kept else 0
        after = predicates[position + 1] if position + 1 < len(predicates) else None
        if after is None or not _replaces(words, start, verb, after, clause):
            kept.append(verb)
    return tuple(kept)


def _replaces(words: Sequence[Word], start: int, verb: Predicate, after: Predicate, clause: Clauselet) -> bool:
    """Whether a predicate is "değil" between two phrases of the verb that comes after it."""
    index = verb.last
    if words[index].folded not in _NOT or index + 1 >= len(words) or words[index + 1].folded != ",":
        return False
    if index - 1 <= start or words[index - 1].is_mark or after.form is not Form.FINITE or after.first <= index + 2:
        return False
    if any(word.is_mark for word in words[start + 1 : index]):
        return False
    before = words[index - 1]
    adjective = before.name is None and before.amount is None and noun_of(written_of(clause.text, before)).adjective
    own = clause.case(index - 1)
    waiting = any(clause.case(at) in _OF_A_VERB for at in range(start, index - 1))
    return not adjective and (waiting or own in (Case.ACCUSATIVE, Case.ABLATIVE))
