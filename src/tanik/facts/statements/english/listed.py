"""All members of a list that fills one place of an English statement: "Greece, Bulgaria and Romania".

Comes in: a statement whose places have one filler each, its sentence and its clause. Goes out: the same with every
member of what commas and "and" join in its place: each has the function of the whole (Huddleston & Pullum 2002, 15.1).
What stands beside a person with an article is an apposition and nobody else: "Wilson, the consul, and Hale" (15.5.2).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tanik.facts.model import Facts, NameKind, Role, Statement, refilled
from tanik.facts.statements.english.bilingual import is_told_apart
from tanik.facts.statements.english.bodies import DETERMINERS
from tanik.facts.statements.english.clauses import Clause
from tanik.facts.statements.english.forms import verb_width
from tanik.facts.statements.english.nominals import noun_phrase
from tanik.facts.statements.english.phrases import PREPOSITIONS, is_adjective, is_adverb, parts_of
from tanik.facts.statements.english.subjects import Sentence
from tanik.facts.statements.lexis.turkish_nouns import turkish_noun
from tanik.facts.statements.lexis.words import Word

__all__ = ["with_listed"]

_PLACES: Final = frozenset(("subject", "object", "recipient", "place", "source"))
_LONGEST: Final = 8  # words of one member
_NOBODY: Final = frozenset(("others", "other", "etc", "so", "more"))


def with_listed(statement: Statement, sentence: Sentence, clause: Clause) -> Statement:
    """The statement with all members of the lists that fill its places."""
    words = sentence.words
    if not any(word.folded == "and" and word.name is None for word in words[clause.start : clause.end]):
        return statement
    for name, role in statement.roles:
        if name not in _PLACES or not statement.says(role):
            continue
        at = bisect_right(words, role.span.start, key=lambda word: word.start) - 1
        before = clause.start <= at < clause.group
        pieces = _before_verb(words, clause, at) if before else _behind_verb(words, clause, at)
        members = _members(sentence, role, pieces, head=before)
        others = [other for place, other in statement.roles if place != name]
        if len(members) > 1 and not any(one.span.overlaps(other.span) for one in members for other in others):
            statement = replace(statement, roles=refilled(statement.roles, [(name, one) for one in members]))
    return statement


def _before_verb(words: Sequence[Word], clause: Clause, at: int) -> list[range]:
    """The members of a subject, of which the first holds word `at`; none where it is more than names and commas."""
    high = clause.group
    while high > at and (words[high - 1].is_mark or is_adverb(words[high - 1]) or words[high - 1].lower == "both"):
        high -= 1
    low = at
    while low > clause.start and not words[low - 1].is_mark and not _opens(words[low - 1]):
        low -= 1
    pieces = list(_cut(words, low, high))
    # "the Treaty of Peace and Friendship": what "of" brings in may be joined to what stands behind "and"
    return [] if any(words[i].lower in PREPOSITIONS for piece in pieces for i in piece) else pieces


def _opens(word: Word) -> bool:
    """Whether a noun phrase begins behind a word: behind "and", a preposition or a day."""
    return word.lower == "and" or word.lower in PREPOSITIONS or word.date is not None


def _behind_verb(words: Sequence[Word], clause: Clause, at: int) -> list[range]:
    """The members of what stands behind the verb, of which the first holds word `at`."""
    parts = parts_of(words, clause.verb + verb_width(words, clause.verb), clause.end)
    first = next((i for i, part in enumerate(parts) if part.first <= at < part.stop), None)
    if first is None:
        return []
    last = first + 1
    while last < len(parts) and parts[last].preposition == "listed":
        last += 1
        if "and" in (words[parts[last - 1].first - 1].lower, words[parts[last - 1].first - 2].lower):
            break
    return list(_cut(words, parts[first].first, parts[last - 1].stop))


def _cut(words: Sequence[Word], low: int, high: int) -> Iterator[range]:
    """The pieces between commas and "and"; nothing where no "and" stands before the last, or another mark does."""
    joints = [i for i in range(low, high) if words[i].folded == "," or (words[i].lower == "and" and not words[i].name)]
    ands = [i for i in joints if words[i].lower == "and"]
    if len(ands) != 1 or ands[0] != joints[-1] or any(words[i].is_mark for i in range(low, high) if i not in joints):
        return
    edges = [low - 1, *joints, high]
    for one, other in pairwise(edges):
        if other > one + 1:
            yield range(one + 1, other)


def _members(sentence: Sentence, role: Role, pieces: Sequence[range], *, head: bool) -> list[Role]:
    """What fills a place, one for each piece; nothing where one of them is of another kind, counted or dated."""
    words, facts = sentence.words, sentence.facts
    held = [words[i] for piece in pieces for i in piece]
    if len(pieces) < 2 or any(len(piece) > _LONGEST for piece in pieces):
        return []
    if any(word.amount is not None or word.date is not None or word.quoted for word in held):
        return []
    found: list[Role] = []
    for piece in pieces:
        if found and piece is not pieces[-1] and _is_apposed(words, piece, found[-1], facts):
            continue
        if all(words[i].lower in _NOBODY | DETERMINERS for i in piece):
            continue
        one = noun_phrase(sentence.text, facts, words, piece, head=head)
        if one is None or not _is_noun(one, words[piece.stop - 1]) or (found and not _is_alike(found[0], one, facts)):
            return []
        found.append(one)
    joint = len(found) > 1 and found[0].span.overlaps(role.span)
    # the first keeps what the clause read of it: "the Greek government" is Greece
    first = role if joint and role.span.end <= found[1].span.start else found[0] if joint else None
    return [first, *found[1:]] if first is not None else []


def _is_noun(role: Role, last: Word) -> bool:
    """Whether a member is a name or ends in a noun: "military and political support" is one thing."""
    noun = last.lower.endswith("s") or turkish_noun(last.folded, "en") is not None or is_told_apart(role)
    return role.name is not None or (noun and not is_adjective(last))


def _is_apposed(words: Sequence[Word], piece: range, before: Role, facts: Facts) -> bool:
    """Whether words say what the person before them is: "Enver Pasha, the Minister of War, and Talat Pasha"."""
    opens = words[piece.start].lower in ("the", "a", "an", "then", "former", "his", "her", "their")
    return opens and _kind_of(before, facts) is NameKind.PERSON


def _kind_of(role: Role, facts: Facts) -> NameKind | None:
    return next((name.kind for name in facts.names if role.name and name.span.overlaps(role.span)), None)


def _is_alike(one: Role, other: Role, facts: Facts) -> bool:
    """Whether two members may be listed together: people and bodies with such, places with places."""
    kinds = [_kind_of(role, facts) for role in (one, other)]
    if None not in kinds:
        return (kinds[0] is NameKind.PERSON) is (kinds[1] is NameKind.PERSON)
    return kinds == [None, None] or all(role.name is not None or is_told_apart(role) for role in (one, other))
