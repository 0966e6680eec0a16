"""One verb for two deeds: "çırağa elli lira, ustaya seksen lira verdi".

Comes in: a clause. Goes out: the clauses that it stands for, each with the words of the other left out. Of clauses
with the same verb Turkish says the verb once, at the end; that there are two shows in the phrases alone, which stand
in the same cases on both sides of the comma (Göksel & Kerslake 2005, 28.3.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.facts.statements.roles.reading import Sentence
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["parts_of"]

_LEAST: Final = 2
_JOINS: Final = frozenset((",", "ve", "ise", ";"))
_CASES: Final = frozenset(("dat", "abl", "loc"))
_THINGS: Final = frozenset(("nom", "acc"))


def parts_of(sentence: Sentence, clause: Clause) -> tuple[Clause, ...]:
    """The clause itself, or the two that share its verb."""
    words, first = sentence.words, clause.predicate.first
    commas = [i for i in range(clause.own, first) if words[i].folded in _JOINS and words[i].name is None]
    if not commas:
        return (clause,)
    found = sentence.phrases(clause.own, first)
    for comma in commas:
        left = [phrase for phrase in found if phrase.last < comma]
        right = [phrase for phrase in found if phrase.first > comma]
        own = _own(left, right)
        if own is None and left and right:
            own = _dated(sentence, clause, comma, left, right)
        if own is not None:
            return replace(clause, left_out=(comma, first)), replace(clause, left_out=(own, comma + 1))
    return (clause,)


def _dated(
    sentence: Sentence, clause: Clause, comma: int, left: Sequence[Phrase], right: Sequence[Phrase]
) -> int | None:
    """The first word of what `left` has for itself, where each side has one thing behind a date of its own; else None.

    "16 Mayıs'ta derneği, 7 Haziran'da birliği kurdu": what the verb had done to it on which day.
    """
    thing = left[-1]
    if len(right) > 1 or thing.case != right[0].case or thing.case not in _THINGS or thing.last != comma - 1:
        return None
    if thing.quoted or right[0].quoted:
        return None
    words, low = sentence.words, left[-2].last + 1 if len(left) > 1 else clause.own
    if not any(word.date is not None for word in words[comma + 1 : right[0].first]):
        return None
    return next((index for index in range(low, thing.first) if words[index].date is not None), None)


def _own(left: Sequence[Phrase], right: Sequence[Phrase]) -> int | None:
    """The first word of what `left` has for itself, where both sides stand in the same cases; else None."""
    cases = [phrase.case for phrase in right]
    alike = len(cases) >= _LEAST and [phrase.case for phrase in left[-len(cases) :]] == cases
    if not alike or "nom" not in cases or not _CASES & set(cases) or any(phrase.quoted for phrase in (*left, *right)):
        return None
    before = left[: len(left) - len(cases)]
    # "kredinin beş milyonu Konya'ya, üç milyonu Sivas'a": the whole is that of both
    if any(phrase.case not in ("nom", "gen") for phrase in before) or len(before) > 1:
        return None
    return left[len(before)].first
