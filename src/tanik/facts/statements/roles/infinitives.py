"""Nouns made of verbs with what belongs to them: "meclise başvurmayı teklif etti", "valinin şehre girişi".

Comes in: the phrases of a clause, possessors joined to what they possess. Goes out: the same with each infinitive
in -mA joined to the complement right before it, and each deed in -(y)Iş to its goal and doer. Where its verb stands in
no table such a form is cut as a noun, and without its complement it says nothing (Göksel & Kerslake 8.5.2, 24.4.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.predicate import Predicate
from tanik.facts.statements.roles.heads import acts, is_human_head
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["with_infinitives", "without_attribute"]

_GOVERNED: Final = frozenset(("dat", "acc", "abl", "ins"))


def with_infinitives(found: Sequence[Phrase], text: str) -> tuple[Phrase, ...]:
    """The phrases with each infinitive in -mA joined to its own complement, and each -(y)Iş to its goal and doer."""
    joined: list[Phrase] = []
    for phrase in found:
        before = joined[-1] if joined else None
        if len(joined) > 1 and _is_deed_of(joined[-2], joined[-1], phrase):
            span = Span(joined[-2].span.start, phrase.span.end)
            joined[-2:] = [replace(phrase, first=joined[-2].first, span=span, text=span.of(text), joined=True)]
        elif before is not None and _is_governed(before, phrase, among=joined):
            span = Span(before.span.start, phrase.span.end)
            joined[-1] = replace(phrase, first=before.first, span=span, text=span.of(text))
        else:
            joined.append(phrase)
    return tuple(joined)


def without_attribute(found: tuple[Phrase, ...], verb: Predicate) -> tuple[Phrase, ...]:
    """The phrases without an adjective that describes the noun of a compound verb: "sahte teminat verdi" (GK 15.1)."""
    last = found[-1] if found and verb.first < verb.last else None
    if last is None or last.case != "nom" or last.last != verb.first - 1 or last.first != last.last:
        return found
    noun = noun_of(last.text)
    plain = last.name is None and not last.amounts and not last.determined  # "bir mektup gönderdi"
    alone = plain and noun.adjective and not noun.bare_noun
    return found[:-1] if alone else found


def _is_governed(before: Phrase, phrase: Phrase, *, among: Sequence[Phrase]) -> bool:
    """Whether a phrase is an infinitive's: in a case of its own, or a possessed noun ("onun adamı olmayı")."""
    near = phrase.first == before.last + 1 and phrase.case in ("acc", "dat") and phrase.name is None
    own = before.case in _GOVERNED or (before.case == "nom" and before.joined)
    # "anlaşmazlıkları gidermeye karar verdi": what may be an accusative is one, unless someone ends so
    doer = any(one.case == "nom" for one in among[:-1])
    own = own or (doer and before.case == "nom" and before.maybe_object and before.name is None and not _does(before))
    return near and own and not phrase.amounts and not phrase.possessed and is_infinitive(phrase.text)


def _does(phrase: Phrase) -> bool:
    return acts(phrase) or is_human_head(phrase)


def _is_deed_of(doer: Phrase, goal: Phrase, phrase: Phrase) -> bool:
    """Whether a possessed -(y)Iş has its doer and goal before it: "valinin şehre girişi" (GK 8.5.2.3)."""
    near = doer.last + 1 == goal.first and goal.last + 1 == phrase.first
    cases = doer.case == "gen" and goal.case in ("dat", "abl") and phrase.case == "nom"
    return near and cases and any("Manner" in one.marks for one in readings(phrase.text.split()[-1]))


@lru_cache(maxsize=1 << 12)
def is_infinitive(word: str) -> bool:
    """Whether a word is nothing but a verb's -mA: "görüşme" is a noun too.

    >>> is_infinitive("başvurma"), is_infinitive("görüşme"), is_infinitive("elma")
    (True, False, False)
    """
    found = readings(word)
    noun = any(one.part == "Noun" and one.bare for one in found)
    return " " not in word and not noun and any(one.marks[-1:] == ("ActN",) for one in found)
