"""English entries without a finite verb of the past: "Signing of the Treaty of Kars", "British troops occupy Mosul".

Comes in: the words that an entry's date governs. Goes out: the same words as a sentence of the past, which the grammar
of English reads: of a nominalisation the noun behind "of" is the subject of its verb in the passive, or of one that
nothing is done to (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, 5.2.2, 16.2); goods told
with "from" and "to" were sent; and the present of a chronology is a past (H&P 3.4.2.1, the historic present). The
words put in have no place of their own on the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Facts, Statement
from tanik.facts.statements.english.find import find_english
from tanik.facts.statements.english.forms import pasts, present_forms, verbs
from tanik.facts.statements.lexis.units import DISTANCES, units_by_kind
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.outlined.dated import RULE
from tanik.facts.statements.outlined.deeds import with_verb

__all__ = ["as_past", "build_dated_english", "with_person"]

_ARTICLES: Final = frozenset(("the", "a", "an"))
_BEHIND: Final = frozenset(("by", "in", "at", "to", "from", "on", "as", "between", "with", "under", "after", ","))
_TURNS: Final = frozenset(("appoint", "dismiss"))  # what is done to the one whose life is told
# "names of" is a noun, "takes over" another verb
_NO_VERB: Final = frozenset(("of", "over", "up", "off", "out", "down"))
_AUXILIARIES: Final = frozenset(
    ("is", "are", "was", "were", "has", "have", "had", "be", "been", "did", "does", "do", "will", "would", "to")
)


@cache
def _nouns() -> dict[str, str]:
    return {row["noun"]: row["verb"] for row in read_rows("tanik.facts", "deed_nouns_english.csv")}


def as_past(words: Sequence[Word], facts: Facts) -> tuple[Word, ...] | None:
    """What an entry says, as a sentence of the past; None where it names no deed that is known.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> told = as_past([plain_word(word) for word in "Signing of the pact by Greece".split()], Facts())
    >>> " ".join(word.lower for word in told or ())
    'the pact was signed by greece'
    """
    return _of_noun(words) or _sent(words, facts) or _of_present(words)


def build_dated_english(
    text: str, facts: Facts, words: Sequence[Word], entry: tuple[int, str] | None
) -> Iterator[Statement]:
    """The statements of `words` in an entry, given where what it says begins and its date; none where it is in none."""
    if entry is None:
        return
    said = [word for word in words if word.start >= entry[0]]
    while said and said[0].is_mark:
        said.pop(0)
    while said and said[-1].is_mark:
        said.pop()
    told = as_past(said, facts)
    if told is None:
        return
    span = Span(said[0].start, said[-1].end)
    for one in find_english(text, facts, told, None):
        yield replace(one, span=span, text=span.of(text), rule=RULE, when=one.when or entry[1])


def with_person(words: tuple[Word, ...], entry: tuple[int, str] | None) -> tuple[Word, ...]:
    """The words of an entry of a life with whom it is told of: "Promoted captain" is "he was promoted captain".

    A bare participle at the head of an entry is a passive that lacks subject and auxiliary (H&P 2002, 17.8.3 on block
    language).
    """
    at = next((at for at, word in enumerate(words) if entry is not None and word.start >= entry[0]), None)
    while at is not None and at < len(words) and words[at].is_mark:
        at += 1
    if at is None or at >= len(words) or words[at].name is not None:
        return words
    form = words[at].lower
    if form not in verbs() or form in present_forms() or verbs()[form].action not in _TURNS:
        return words
    start = words[at].start
    return (*words[:at], Word(start, start, "he", "he"), Word(start, start, "was", "vas"), *words[at:])


def _of_noun(words: Sequence[Word]) -> tuple[Word, ...] | None:
    """A nominalisation with "of" at the head: whatever stands behind it up to the next preposition is the subject."""
    at = 1 if words and words[0].lower in _ARTICLES else 0
    if at + 2 >= len(words) or words[at + 1].lower != "of" or (verb := _nouns().get(words[at].lower)) is None:
        return None
    first = at + 2
    # "the Treaty of Kars" and "the Republic of Turkey" are one name
    stop = next(
        (
            index
            for index in range(first + 1, len(words))
            if words[index].lower in _BEHIND
            and (words[index].name is None or words[index].name != words[index - 1].name)
        ),
        len(words),
    )
    return (*with_verb(words[first:stop], verb), *words[stop:])


def _sent(words: Sequence[Word], facts: Facts) -> tuple[Word, ...] | None:
    """Goods told with where from and where to: "62 tanks of oil from Baku to Kars"."""
    head = words[0].amount if words else None
    idle = units_by_kind("time", "percent", "person") | DISTANCES
    if head is None or facts.amounts[head].unit in idle:
        return None
    ways = [index for index, word in enumerate(words) if word.lower in ("from", "to")]
    named = all(any(word.name is not None for word in words[index + 1 : index + 3]) for index in ways)
    if len(ways) != 2 or {words[index].lower for index in ways} != {"from", "to"} or not named:
        return None
    return (*with_verb(words[: ways[0]], "were sent"), *words[ways[0] :])


def _of_present(words: Sequence[Word]) -> tuple[Word, ...] | None:
    """A clause in the present, its verb put in the past; None where another verb is there."""
    if any(word.lower in _AUXILIARIES - {"to"} for word in words):
        return None
    found = [at for at, word in enumerate(words) if at and word.name is None and word.lower in pasts()]
    # "leading names of": no verb stands behind an article
    plain = (at for at in found if words[at - 1].lower not in _AUXILIARIES | _ARTICLES)
    verb = next((at for at in plain if at + 1 == len(words) or words[at + 1].lower not in _NO_VERB), None)
    if verb is None:
        return None
    past = pasts()[words[verb].lower]
    return (*words[:verb], replace(words[verb], lower=past, folded=past.replace("w", "v")), *words[verb + 1 :])
