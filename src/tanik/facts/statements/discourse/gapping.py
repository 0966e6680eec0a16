"""One verb for several deeds: "çırağa elli lira, ustaya seksen lira, kalfaya yüz lira verdi".

Comes in: a clause. Goes out: the clauses that it stands for, each with the words of the others left out. Of clauses
with the same verb Turkish says the verb once, at the end; that there are several shows in the phrases alone, which
stand in the same cases in each part of the list (Göksel & Kerslake 2005, 28.3.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tanik.facts.statements.lexis.verbs import Form
from tanik.facts.statements.roles.reading import Reading, Sentence, read_clause
from tanik.facts.statements.syntax.clauses import Clause
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["parts_of", "read_parts"]

_LEAST: Final = 2
_JOINS: Final = frozenset((",", "ve", "ise", ";"))
_CASES: Final = frozenset(("dat", "abl", "loc"))
_THINGS: Final = frozenset(("nom", "acc"))
_MOST_SHARED: Final = 3  # phrases that stand once for all parts


def read_parts(sentence: Sentence, clause: Clause, reading: Reading) -> list[Reading]:
    """The clause's own reading, or those of the clauses that share its verb."""
    parts = parts_of(sentence, clause)
    if len(parts) == 1:
        return [reading]
    return [read for part in parts if (read := read_clause(sentence, part)) is not None]


def parts_of(sentence: Sentence, clause: Clause) -> tuple[Clause, ...]:
    """The clause itself, or those that share its verb."""
    words, first = sentence.words, clause.predicate.first
    joins = [i for i in range(clause.own, first) if words[i].folded in _JOINS and words[i].name is None]
    if not joins:
        return (clause,)
    found = sentence.phrases(clause.own, first)
    parts = _parallel(found, joins, clause) or _dated(sentence, clause, joins, found)
    if not parts:
        return (clause,)
    whole = frozenset(range(parts[0][0], parts[-1][1]))
    return tuple(replace(clause, left_out=whole.difference(range(*own))) for own in parts)


def _parallel(found: Sequence[Phrase], joins: Sequence[int], clause: Clause) -> list[tuple[int, int]]:
    """From which word to before which each part goes, where all stand in the same cases; else nothing."""
    listed = _between(found, joins)
    *before, last = kept = _without_more(listed)
    least = _LEAST if len(kept) == len(listed) else len(last)
    for width in range(len(last), least - 1, -1):
        pattern, behind = last[:width], last[width:]
        if not _is_deed(pattern, clause) or _CASES & {one.case for one in pattern} & {one.case for one in behind}:
            continue
        starts = _starts(before, pattern)
        shared = [one for one in found if starts and one.first < starts[0]]
        if not starts or len(shared) > _MOST_SHARED or not _may_be_shared(shared, pattern):
            continue
        ends = [max(join for join in joins if join < start) for start in (*starts[1:], pattern[0].first)]
        stop = behind[0].first if behind else clause.predicate.first
        return [*zip([starts[0], *(end + 1 for end in ends)], [*ends, stop], strict=True)]
    return []


def _between(found: Sequence[Phrase], joins: Sequence[int]) -> list[list[Phrase]]:
    """The phrases between each two joins."""
    listed = [[*found[:1]]]
    for before, phrase in pairwise(found):
        if any(before.last < join < phrase.first for join in joins):
            listed.append([])
        listed[-1].append(phrase)
    return listed


def _starts(before: Sequence[Sequence[Phrase]], pattern: Sequence[Phrase]) -> list[int]:
    """The first word of each part before the last one, whose phrases are the pattern.

    A phrase alone is one more of what the part before it has: "okula beş sıra, iki masa, hastaneye on yatak".
    """
    width, starts = len(pattern), list[int]()
    for part in reversed(before):
        if [_shape(one, pattern) for one in part[-width:]] != [_shape(one, pattern) for one in pattern]:
            if len(part) == 1 and part[0].case == pattern[-1].case:
                continue
            break
        starts.append(part[-width].first)
        if len(part) > width:
            break
    return starts[::-1]


def _without_more(listed: list[list[Phrase]]) -> list[list[Phrase]]:
    """The parts without what the last one has more of: "Kars'a on çadır, Van'a iki soba ve beş yorgan"."""
    last = len(listed)
    while last > 1 and len(listed[last - 1]) == 1 and _is_one_more(listed[last - 1][0], listed[last - 2][-1]):
        last -= 1
    return listed[:last]


def _is_one_more(phrase: Phrase, before: Phrase) -> bool:
    """Whether a phrase alone is one more of what the part before it ends with, and counted as that is, or not."""
    if phrase.case not in _THINGS or phrase.quoted or (phrase.case == "nom" and phrase.name is not None):
        return False
    return phrase.case == before.case and bool(phrase.amounts) == bool(before.amounts)


def _shape(phrase: Phrase, pattern: Sequence[Phrase]) -> tuple[str, bool, bool]:
    """What is alike in phrases of one place: the case, and of nominatives alone who is named and what is counted."""
    alone = all(one.case == "nom" for one in pattern)
    return phrase.case, alone and phrase.name is not None, alone and bool(phrase.amounts)


def _is_deed(pattern: Sequence[Phrase], clause: Clause) -> bool:
    """Whether phrases are enough for a deed: a thing, and where, whence or whither; or who, and what."""
    if any(one.quoted for one in pattern):
        return False
    cases = {one.case for one in pattern}
    if cases == {"nom"}:
        who, *things = pattern
        return len(things) == 1 and who.name is not None and not who.amounts and bool(things[0].amounts)
    if cases == {"nom", "acc"}:
        return True
    if not _CASES & cases:
        return False
    # of "parasının köye gittiğini" the genitive is what goes, of "köyün okuluna" the owner
    acts = clause.predicate.form is Form.NOMINAL and pattern[0].case == "gen" and not pattern[1].possessed
    return acts or not _THINGS.isdisjoint(cases)


def _may_be_shared(shared: Sequence[Phrase], pattern: Sequence[Phrase]) -> bool:
    """Whether what stands before the parts is of all: "kredinin beş milyonu Konya'ya, üç milyonu Sivas'a"."""
    twice = {one.case for one in pattern} - {"nom", "gen"}
    return not any(one.quoted or one.case in twice for one in shared)


def _dated(sentence: Sentence, clause: Clause, joins: Sequence[int], found: Sequence[Phrase]) -> list[tuple[int, int]]:
    """The same of two parts that have one thing each behind a date of its own.

    "16 Mayıs'ta derneği, 7 Haziran'da birliği kurdu": what the verb had done to it on which day.
    """
    words = sentence.words
    for comma in joins:
        left, right = [one for one in found if one.last < comma], [one for one in found if one.first > comma]
        if not left or len(right) != 1 or left[-1].case != right[0].case or left[-1].case not in _THINGS:
            continue
        thing, low = left[-1], left[-2].last + 1 if len(left) > 1 else clause.own
        if thing.last != comma - 1 or thing.quoted or right[0].quoted:
            continue
        if not any(word.date is not None for word in words[comma + 1 : right[0].first]):
            continue
        own = next((index for index in range(low, thing.first) if words[index].date is not None), None)
        if own is not None:
            return [(own, comma), (comma + 1, clause.predicate.first)]
    return []
