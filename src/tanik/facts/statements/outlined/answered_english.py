"""What a short answer says in English: the question is put back into the order of a statement, the answer in its place.

Comes in: a question with its answer. Goes out: its statements. English moves the question word to the front and the
auxiliary before the subject (Huddleston & Pullum 2002, 10.4.4, 10.7): "How much did France lend to Ankara? – 2 million"
is read as "France did lend 2 million to Ankara". Who is asked about as the subject stands there already; a day and a
place go to the end; "yes" and "no" answer with all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, Modality, Polarity, Role, Statement
from tanik.facts.statements.discourse.correspondents import Correspondents
from tanik.facts.statements.english.find import Memory, find_english
from tanik.facts.statements.english.forms import participles, plain_forms, verbs
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.outlined.filled import NOWHERE, Exchange, Filled, joined, placed, within

__all__ = ["told_in_english"]

_DID: Final = frozenset(("did", "do", "does"))
_WAS: Final = frozenset(("was", "were", "is", "are", "has", "have", "had"))
_WHO: Final = frozenset(("who", "which", "what", "whom"))
_YES: Final = frozenset(("yes", "yeah", "correct", "certainly"))
_NO: Final = frozenset(("no", "never"))
_MOST: Final = 8  # words of a subject


def told_in_english(exchange: Exchange) -> Iterator[Statement]:
    """The statements of one short answer in English."""
    text = exchange.page.text
    words = [word for word in exchange.take(exchange.page, exchange.facts, exchange.question).words if not word.is_mark]
    said = [word for word in exchange.take(exchange.page, exchange.facts, exchange.answer).words if not word.is_mark]
    if len(words) <= 1 or not said or any(_is_verb(word) for word in said[1:]):
        return
    first = words[0].lower
    if first in _DID | _WAS:
        if said[0].lower in _YES | _NO and len(said) == 1:
            pieces = _stated(words, 0, None)
            filled = joined(text, pieces, len(pieces) - 1, small=frozenset((1,)))
            yield from _read(exchange, filled, None, denied=said[0].lower in _NO)
        return
    kind = _kind(words)
    at = next((index for index, word in enumerate(words[:_MOST]) if word.lower in _DID | _WAS), None)
    if kind is None or not _fits(exchange, kind):
        return
    if kind == "what" and (at is None or words[at].lower in _WAS) and (verb := _behind_who(words)) is not None:
        pieces, answers = (exchange.answer, Span(words[verb].start, words[-1].end)), 0
    elif at is not None and at > 0:
        pieces, answers = _ordered(exchange, words, at, kind)
    else:
        return
    named = any(exchange.answer.start == one.span.start for _, one in within(exchange.facts.names, exchange.answer))
    dated = any(exchange.answer.start == one.span.start for _, one in within(exchange.facts.dates, exchange.answer))
    if pieces:
        small = frozenset(() if named or dated or answers == 0 else (answers,))
        yield from _read(exchange, joined(text, pieces, answers, small=small), kind, denied=False)


def _is_past(word: Word) -> bool:
    """Whether a word is a past or a participle of the table, and no name."""
    return word.name is None and (word.lower in verbs() or word.lower in participles()) and not _is_plain(word)


def _is_plain(word: Word) -> bool:
    return word.lower in plain_forms()


def _is_verb(word: Word) -> bool:
    """Whether an answer has a verb of its own."""
    return word.lower in _DID | _WAS or _is_past(word)


def _kind(words: Sequence[Word]) -> str | None:
    """What a question asks for."""
    first, second = words[0].lower, words[1].lower
    if first == "how":
        return "how-much" if second in ("much", "many") else None
    if first in ("in", "on", "at") and second in ("which", "what") and words[2:3]:
        return "when" if words[2].lower in ("year", "month", "day", "date", "century") else "where"
    if first in ("when", "where"):
        return first
    if first in ("to", "from") and second in _WHO:
        return "where"
    return "what" if first in _WHO else None


def _fits(exchange: Exchange, kind: str) -> bool:
    """Whether the answer is of the kind that is asked for."""
    facts, answer = exchange.facts, exchange.answer
    if kind == "when":
        return any(one.edtf is not None for _, one in within(facts.dates, answer))
    return kind != "how-much" or any(within(facts.amounts, answer))


def _behind_who(words: Sequence[Word]) -> int | None:
    """The word behind "who" and "which country", where what is asked for does it."""
    if words[0].lower == "who":
        return 1
    found = (index for index, word in enumerate(words[1:_MOST], start=1) if _is_past(word))
    return next(found, None) if words[0].lower == "which" else None


def _stated(words: Sequence[Word], at: int, answer: Span | None) -> tuple[Span, ...]:
    """What stands behind the auxiliary at `at` as a statement has it: subject, auxiliary, verb, `answer`, rest."""
    done = words[at].lower in _DID
    behind = range(at + 2, min(len(words), at + 2 + _MOST))
    found = [index for index in behind if (_is_plain(words[index]) if done else _is_past(words[index]))]
    # of "the first ship reach" the verb is the last of the two
    verb = next((index for index in found if index + 1 not in found), None)
    if verb is None:
        return ()
    subject = Span(words[at + 1].start, words[verb - 1].end)
    helper = Span(words[at].start, words[at].end)
    rest = Span(words[verb].end, words[-1].end)
    own = Span(words[verb].start, words[verb].end)
    return (subject, helper, own, rest) if answer is None else (subject, helper, own, answer, rest)


def _ordered(exchange: Exchange, words: Sequence[Word], at: int, kind: str) -> tuple[tuple[Span, ...], int]:
    """The pieces of a question behind whose word an auxiliary stands, and which of them is the answer."""
    if kind in ("when", "where"):
        pieces = _stated(words, at, None)
        to_whom = words[0].lower in ("to", "from") and not exchange.said.startswith(f"{words[0].lower} ")
        lead = (Span(words[0].start, words[0].end),) if to_whom and pieces else ()
        return ((*pieces, *lead, exchange.answer), len(pieces) + len(lead)) if pieces else ((), 0)
    pieces = _stated(words, at, exchange.answer)
    return pieces, 3


def _read(exchange: Exchange, filled: Filled, kind: str | None, *, denied: bool) -> Iterator[Statement]:
    """The statements of a filled question that have the answer in them."""
    if not filled.pieces:
        return
    facts, amounts = filled.facts_of(exchange.facts)
    page = replace(exchange.page, text=filled.text, segments=(), landmarks=(), grids=())
    words = exchange.take(page, facts, Span(0, len(filled.text))).words
    memory, name = Memory(), None
    if exchange.who is not None:
        who, name = Role(NOWHERE, exchange.who.text, exchange.who.name), exchange.who.name
        memory = Memory(letter=Correspondents(who, who, spoken=True))
    for one in find_english(filled.text, facts, words, name, memory):
        asserted = one.modality in (Modality.ASSERTED, Modality.REPORTED) and one.action is not None
        if asserted and _has_answer(one, filled, facts, kind):
            told = placed(one, exchange, filled, amounts)
            yield replace(told, polarity=Polarity.DENIED) if denied else told


def _has_answer(one: Statement, filled: Filled, facts: Facts, kind: str | None) -> bool:
    """Whether the answer fills the place that was asked for."""
    inner = filled.inner
    if kind is None:
        return True
    if kind == "when":
        return one.when in {day.edtf for day in facts.dates if inner.contains(day.span)}
    if kind == "how-much":
        return any(inner.contains(facts.amounts[index].span) for index in one.amounts)
    return any(role.span.overlaps(inner) for _, role in one.roles)
