"""Statements in English: the verb in the middle, prepositions for cases.

Comes in: a sentence's words. Goes out: statements. English shows by order what Turkish shows by endings, so a small
table of verb forms and the position of names and amounts around them are enough for plain news and history prose;
whatever is more intricate is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Facts, Modality, Polarity, Role, Statement
from tanik.facts.statements.words import Word

__all__ = ["find_english"]

_BE: Final = frozenset(("was", "were", "is", "are", "been", "be", "being"))
_NEGATIONS: Final = frozenset(("not", "never", "no", "didn't", "wasn't", "weren't"))
_STOPS: Final = frozenset(
    (",", ";", ":", ".", "?", "!", "and", "but", "who", "which", "that", "after", "before", "while")
)
_PREPOSITIONS: Final = frozenset(("to", "from", "by", "with", "for", "in", "at", "on", "of", "into", "under"))
_ARTICLES: Final = frozenset(("the", "a", "an", "its", "his", "her", "their", "this", "that"))
_CLAUSE_MARKS: Final = frozenset((";", ":", ".", "(", ")"))
_RELATIVES: Final = frozenset(("which", "what", "who", "whose"))
_LONGEST_OBJECT: Final = 6


@dataclass(frozen=True, slots=True)
class _Verb:
    """A row: its action and what "to" and "from" bring in."""

    action: str
    to: str
    source: str


@cache
def _verbs() -> dict[str, _Verb]:
    return {
        form: _Verb(row["action"], row["to"], row["from"])
        for row in read_rows("tanik.facts", "verbs_english.csv")
        for form in row["forms"].split("|")
    }


def find_english(text: str, facts: Facts, words: Sequence[Word], authority: str | None) -> Iterator[Statement]:
    """The statements of one English sentence that name, date or count something."""
    start = 0
    verbs = [index for index, word in enumerate(words) if _is_verb(words, index)]
    for place, index in enumerate(verbs):
        end = verbs[place + 1] if place + 1 < len(verbs) else len(words)
        end = next((i for i in range(index + 1, end) if words[i].folded in _CLAUSE_MARKS), end)
        # the next verb's subject stands before it, behind the last comma or conjunction
        if place + 1 < len(verbs):
            end = next((i for i in range(end - 1, index, -1) if words[i].folded in ("and", ",", "but", "who")), end)
        statement = _statement(text, facts, words, (start, index, end), authority)
        if statement is not None:
            yield statement
        start = end


def _is_verb(words: Sequence[Word], index: int) -> bool:
    """Whether a word is one of the table's verb forms, standing where a verb stands."""
    word = words[index]
    if word.lower not in _verbs() or any(fact is not None for fact in (word.name, word.amount, word.date)):
        return False
    before = words[index - 1].lower if index else ""
    return before not in _ARTICLES and before not in ("to", "of")


def _statement(
    text: str, facts: Facts, words: Sequence[Word], bounds: tuple[int, int, int], authority: str | None
) -> Statement | None:
    start, index, end = bounds
    inside = [word for word in words[start:end] if not word.is_mark]
    if not inside or inside[0].lower in _RELATIVES:
        return None
    verb = _verbs()[words[index].lower]
    before = [word.lower for word in words[max(start, index - 4) : index]]
    # "He never said it" is checkable though it names no one
    denied = verb.action == "say" and bool(_NEGATIONS.intersection(before))
    if not denied and not any(w.name is not None or w.amount is not None or w.date is not None for w in inside):
        return None
    roles = _roles(text, facts, words, bounds, passive=bool(_BE.intersection(before[-3:])))
    dates = [facts.dates[word.date].edtf for word in inside if word.date is not None]
    span = Span(inside[0].start, inside[-1].end)
    return Statement(
        span,
        span.of(text),
        verb.action,
        "statement-english",
        tuple(sorted(roles.items())),
        next((date for date in dates if date), None),
        tuple(sorted({word.amount for word in inside if word.amount is not None})),
        authority,
        Polarity.DENIED if _NEGATIONS.intersection(before) else Polarity.AFFIRMED,
        Modality.ASKED if text[words[-1].start : words[-1].end] == "?" else Modality.ASSERTED,
    )


def _roles(
    text: str, facts: Facts, words: Sequence[Word], bounds: tuple[int, int, int], *, passive: bool
) -> dict[str, Role]:
    """Subject before the verb, object right behind it, the rest by preposition."""
    start, index, end = bounds
    verb = _verbs()[words[index].lower]
    roles: dict[str, Role] = {}
    head = _phrase(text, facts, words, range(start, index))
    if head is not None:
        roles["object" if passive and verb.action != "born" else "subject"] = head
    places = {"to": verb.to, "into": verb.to, "from": verb.source, "by": "subject", "with": "recipient"}
    position = index + 1
    while position < end:
        stop = next((i for i in range(position + 1, end) if words[i].lower in _PREPOSITIONS | _STOPS), end)
        opening = words[position].lower
        place = places.get(opening, "place") if opening in _PREPOSITIONS else "object"
        phrase = _phrase(text, facts, words, range(position, min(stop, position + _LONGEST_OBJECT)))
        if verb.action == "request" and opening == "for" and phrase is not None:
            # "asked the bank for a loan": whoever is asked stands where the thing does elsewhere
            roles = {**roles, **({"recipient": roles["object"]} if "object" in roles else {}), "object": phrase}
        elif phrase is not None and place not in roles and opening not in _STOPS:
            roles[place] = phrase
        position = stop
    return roles


def _phrase(text: str, facts: Facts, words: Sequence[Word], inside: range) -> Role | None:
    """The name in a stretch of words, else its plain words without articles and prepositions."""
    for index in inside:
        name = words[index].name
        if name is not None:
            return Role(facts.names[name].span, facts.names[name].text, facts.names[name].name)
    plain = [
        words[index]
        for index in inside
        if not words[index].is_mark
        and words[index].date is None
        and not words[index].quoted
        and words[index].lower not in _PREPOSITIONS | _STOPS | _ARTICLES | _BE
    ]
    if not plain:
        return None
    span = Span(plain[0].start, plain[-1].end)
    return Role(span, span.of(text))
