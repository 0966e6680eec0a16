"""The clauses of an English sentence: one for each of its verbs.

Comes in: the words of a sentence. Goes out: its clauses in order, each from the break before its subject to the break
before the next verb's subject (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, 14 and 15).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.facts.model import Facts
from tanik.facts.statements.english.adjuncts import is_described
from tanik.facts.statements.english.forms import row_of
from tanik.facts.statements.english.phrases import is_adverb, lower_english
from tanik.facts.statements.english.verbs import (
    AUXILIARIES,
    NEGATIONS,
    SUBORDINATORS,
    has_auxiliary,
    is_head,
    is_linking,
    is_loose_participle,
)
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["Clause", "clauses_of", "relative_that"]

_ADVERBS: Final = frozenset(
    ("now", "still", "also", "only", "then", "always", "later", "soon", "already", "first", "finally", "even")
)
_BREAKS: Final = frozenset((";", ":", "(", ")", "but", "while", "whereas", "because", "although", "though", "so", "—"))
_WHO: Final = frozenset(("who", "which", "whom", "whose", "how", "why"))
_NO_ONE: Final = frozenset(("nobody", "nothing", "none"))
_BRACKETED: Final = 20  # words


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `start`..`end` (left out) with the verb at `verb`; `group` is where its auxiliaries begin.

    `describes` says that it is no clause of its own but a participle that describes the noun before it.
    """

    start: int
    group: int
    verb: int
    end: int
    describes: bool = False


def clauses_of(words: Sequence[Word], facts: Facts) -> list[Clause]:
    """One clause a verb: from the break before its subject to the break before the next verb's subject."""
    heads = _heads(words)
    finite = sum(not is_loose_participle(words, index) for index in heads)
    found: list[Clause] = []
    start, reduced = 0, False
    for place, index in enumerate(heads):
        following = heads[place + 1] if place + 1 < len(heads) else len(words)
        # the only verb of a sentence describes nothing, but for a passive: "the ministers of war signed at Kars a pact"
        alone = finite == 1 and not any(word.lower == "by" for word in words[index + 1 : index + 2])
        describes, reduced = reduced or (not alone and is_described(words, facts, index)), False
        relative = any(words[at].lower in ("who", "which") for at in range(start, index))
        relative = relative or relative_that(words, start, index) is not None
        end = next((i for i in range(index + 1, following) if _is_break(words, i, following)), following)
        if end == following and following < len(words):
            end = _before_subject(words, Clause(start, index, index, following, describes or relative), facts)
            reduced = end == following and not relative and _is_reduced(words, index, following)
            # "the coats that were sewn in Kars were sold": the auxiliaries are of the verb that follows
            end = _group_of(words, following, index + 1) if end == following and not reduced else end
        group = _group_of(words, index, start)
        if group - start > 2 and f"{words[group - 2].lower} {words[group - 1].lower}" in phrases("english_adverbials"):
            group -= 3 if words[group - 3].lower in AUXILIARIES else 2  # "were at present issuing"
        found.append(Clause(min(start, group), group, index, max(end, index + 1), describes))
        start = end
        while start < following and (words[start].is_mark or words[start].lower in _BREAKS | {"and"}):
            start += 1
    return found


def _heads(words: Sequence[Word]) -> list[int]:
    """The verbs that have a clause; "was" has none where a participle tells of its subject ("was a body set up")."""
    heads = [index for index in range(len(words)) if is_head(words, index)]
    joints = SUBORDINATORS | _WHO | _BREAKS | {",", "and", "that"}
    return [
        at
        for place, at in enumerate(heads)
        if place + 1 == len(heads)
        or not is_linking(words, at)
        or has_auxiliary(words, heads[place + 1])
        or any(words[i].lower in joints for i in range(at, heads[place + 1]))
    ]


def _is_break(words: Sequence[Word], index: int, high: int) -> bool:
    """Whether a clause ends here; what parentheses put in before its next verb ends none."""
    if words[index].folded == "(":
        return not any(words[at].folded == ")" for at in range(index, high))
    if words[index].folded == ")":
        return not any(words[at].folded == "(" for at in range(max(0, index - _BRACKETED), index))
    return words[index].lower in _BREAKS


def _group_of(words: Sequence[Word], verb: int, low: int) -> int:
    """Where the auxiliaries, negations and adverbs before a verb begin."""
    while verb > low and (_is_small(words[verb - 1]) or is_adverb(words[verb - 1])):
        verb -= 1
    return verb


def relative_that(words: Sequence[Word], low: int, verb: int) -> int | None:
    """Where a "that" behind the noun which opens a clause makes it a relative one: "the coats that the town sold".

    Not of "it was in May that …", nor behind a verb, whose object the clause is (H&P 2002, 12.3, 16.9).
    """
    for at in range(low + 1, verb):
        before = words[at - 1]
        if words[at].lower == "that" and at + 1 <= verb and not before.is_mark and lower_english(words[low]) != "it":
            noun = before.lower not in phrases("english_claimed_nouns") | AUXILIARIES and not is_head(words, at - 1)
            return at if noun and any(not one.is_mark for one in words[low:at]) else None
    return None


def _is_small(word: Word) -> bool:
    """Whether a word before a verb is of its group: an auxiliary, a negation, a common adverb."""
    # "may" is a month too
    return word.date is None and word.lower in AUXILIARIES | (NEGATIONS - _NO_ONE) | _ADVERBS


def _before_subject(words: Sequence[Word], clause: Clause, facts: Facts) -> int:
    """Where the clause of a verb ends, if the next verb's subject stands between the two."""
    verb, following = clause.verb, clause.end
    if is_described(words, facts, following) and not _opens_relative(words, verb, following):
        return following
    between = range(following - 1, verb, -1)
    # what a subordinator opens may have a joined subject: "when Ismet and his men left" (H&P 2002, 15.2)
    opened = next((at for at in between if words[at].lower in SUBORDINATORS | _WHO), None)
    joint = next((at for at in between if words[at].lower in ("and", "that") or words[at].folded == ","), None)
    if opened is not None and (joint is None or words[joint].lower == "and" or joint < opened):
        return opened
    if joint is not None:
        return joint
    prepositional = next((at for at in between if words[at].lower in ("as", "after", "before", "since", "once")), None)
    if prepositional is not None and prepositional < following - 1:
        return prepositional
    # "those who came from Kars sold": what stands behind the relative clause's verb is its own (H&P 2002, 12.1)
    return following if clause.describes or _is_reduced(words, verb, following) else min(verb + 1, following)


def _is_reduced(words: Sequence[Word], verb: int, following: int) -> bool:
    """Whether the second of two verbs that nothing joins is a participle: "joined the clubs started in 1912".

    H&P 2002, 14.7.1; behind a verb of saying a whole clause may stand, and what goes by itself has no passive.
    """
    form, row = words[following].lower, row_of(words[following].lower)
    passive = form.endswith(("ed", "ing")) and row.source != "object" and row.action not in ("die", "born", "lose")
    return passive and not row_of(words[verb].lower).reports and not has_auxiliary(words, following)


def _opens_relative(words: Sequence[Word], low: int, high: int) -> bool:
    return any(words[at].lower in ("who", "which", "that") for at in range(low, high))
