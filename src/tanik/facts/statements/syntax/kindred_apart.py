"""Azerbaijani phrases that were read as one though they are two, and those that "arasında" holds together.

Comes in: the phrases of an Azerbaijani clause as cut by case. Goes out: the same, parted where a new phrase begins
behind a state's name or behind what a month's day closed, and without the parties of "X, Y və Z ilə W arasında", which
are of the postposition and neither act nor come along (Qurbanov, Müasir Azərbaycan dili, 2003: qoşma; Göksel &
Kerslake 2005, 17.3). A plural that a state's name owns is one phrase with it where the clause has its object
("Azərbaycan | demokratları partiyanı yaratdılar").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.nouns import kindred_noun
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["parted", "without_between"]

_BETWEEN: Final = "arasin"
_JOINING: Final = frozenset((",", "ve", "ile", "hem"))
_SEVERAL: Final = re.compile(r"[a-z]{3}l[ae]r[iu]$")


def parted(found: Sequence[Phrase], words: Sequence[Word], text: str, facts: Facts) -> tuple[Phrase, ...]:
    """The phrases, two where two were read as one, and one where a state's name was cut from its people."""
    told = [one for phrase in found for one in _two(phrase, words, text, facts)]
    kept: list[Phrase] = []
    for at, phrase in enumerate(told):
        done_to = any(later.case == "acc" for later in told[at + 1 :])
        if kept and done_to and _are_of_state(kept[-1], phrase, words, facts):
            span = Span(kept[-1].span.start, phrase.span.end)
            whole = replace(phrase, first=kept.pop().first, span=span, text=span.of(text), maybe_object=False)
            kept.append(whole)
        else:
            kept.append(phrase)
    return tuple(kept)


def _two(phrase: Phrase, words: Sequence[Word], text: str, facts: Facts) -> Iterator[Phrase]:
    """The phrase, or the two that it is: "Sovet Rusiyası | Moskva danışıqlarına", "oktyabr çevrilişi | hökumətin"."""
    at = _behind_state(phrase, words, facts) or _behind_dated(phrase, words)
    if at is None:
        yield phrase
        return
    span = Span(phrase.span.start, words[at - 1].end)
    name = words[at - 1].name
    first = Phrase(phrase.first, at - 1, "nom", span, span.of(text), name)
    behind = Span(words[at].start, phrase.span.end)
    yield first
    yield replace(phrase, first=at, span=behind, text=behind.of(text))


def _behind_state(phrase: Phrase, words: Sequence[Word], facts: Facts) -> int | None:
    """Where another name begins behind a place's name of several words, which owns nothing that is named."""
    opens = words[phrase.first].name
    if phrase.name is not None or phrase.case == "nom" or opens is None:
        return None
    at = next((i for i in range(phrase.first, phrase.last) if words[i].name != opens), None)
    if at is None or at == phrase.first + 1 or words[at].name is None:
        return None
    place = facts.names[opens].kind is NameKind.PLACE and facts.names[words[at].name or 0].kind is NameKind.PLACE
    return at if place and words[at].name != words[phrase.last].name else None


def _behind_dated(phrase: Phrase, words: Sequence[Word]) -> int | None:
    """Where a genitive begins behind a possessed noun that a month's name owns: with its possessive it is closed."""
    opens = phrase.first
    if phrase.case != "gen" or opens in (phrase.last, 0) or words[opens - 1].date is None:
        return None
    noun = kindred_noun(words[opens].folded) if words[opens].name is None else None
    return opens + 1 if noun is not None and noun.possessed and not noun.plural else None


def _are_of_state(before: Phrase, phrase: Phrase, words: Sequence[Word], facts: Facts) -> bool:
    """Whether several in the possessive stand right behind a state, which then is no doer: "Azərbaycan | yazarları"."""
    place = before.name is not None and facts.names[before.name].kind is NameKind.PLACE and before.case == "nom"
    near = phrase.first == before.last + 1 and phrase.case == "nom" and phrase.name is None and not phrase.amounts
    return place and near and _SEVERAL.search(words[phrase.last].folded) is not None


def without_between(found: Sequence[Phrase], words: Sequence[Word]) -> tuple[Phrase, ...]:
    """The phrases without those that are joined to the one before "arasında"."""
    kept: list[Phrase] = []
    for phrase in found:
        behind = words[phrase.last + 1].folded if phrase.last + 1 < len(words) else ""
        if behind.startswith(_BETWEEN):
            first = phrase.first
            while kept and _is_joined(kept[-1], first, words):
                first = kept.pop().first
        kept.append(phrase)
    return tuple(kept)


def _is_joined(before: Phrase, first: int, words: Sequence[Word]) -> bool:
    """Whether a party stands right before another one, joined to it: "Almaniya və Bolqarıstan ilə | Rusiya"."""
    between = words[before.last + 1 : first]
    joined = bool(between) and all(word.folded in _JOINING for word in between)
    # who is no name ("daşnak hökuməti ilə Türkiyə arasında") is told by the phrase alone
    return joined and before.name is not None and before.case in ("nom", "com", "ins")
