"""States in English noun phrases: what a body of a state stands for, and adjectives of a state before its name.

Comes in: a stretch of words. Goes out: "Turkey" for "the Republic of Turkey", "Greece and Turkey" for "the governments
of Greece and Turkey", and whether a name only describes the next, as in "Soviet Russia" (Huddleston & Pullum, The
Cambridge Grammar of the English Language, 2002, 5.14). The small words that every reader of phrases asks for are here
too, since nothing here needs another module of phrases.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["ARTICLES", "DETERMINERS", "goes_before_name", "is_of_institution", "lower_english", "state_of_body"]

_OWNERS: Final = phrases("english_owners")
ARTICLES: Final = _OWNERS | {"the", "a", "an", "this", "that", "one"}
DETERMINERS: Final = ARTICLES | phrases("english_determiners")
_ADJECTIVES: Final = 5  # words before a body
_STATE_BODIES: Final = phrases("english_state_bodies")


def lower_english(word: Word) -> str:
    """A word in small letters as English has them: small letters are Turkish here and make "ın" of "In".

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> lower_english(plain_word("In")), lower_english(plain_word("With"))
    ('in', 'with')
    """
    return word.lower.replace("ı", "i")


def state_of_body(text: str, facts: Facts, words: Sequence[Word], inside: range) -> Role | None:
    """The state whose body opens a phrase: "the Republic of Turkey", "the governments of Greece and Turkey"."""
    first = next((at for at in inside if lower_english(words[at]) not in DETERMINERS), inside.stop)
    near = range(first, min(inside.stop, first + _ADJECTIVES))
    body = next((at for at in near if words[at].is_mark or words[at].lower in _STATE_BODIES), first)
    if all(text[words[at].start].islower() and words[at].name is None for at in range(first, body)):
        first = body  # "the newborn and poor Republic of Armenia"
    at = first + 2 + (first + 2 < inside.stop and words[first + 2].lower == "the")
    if at >= inside.stop or words[first + 1].lower != "of" or lower_english(words[first]) not in _STATE_BODIES:
        return None
    described = lower_english(words[at]) in phrases("english_state_adjectives") and at + 1 < inside.stop
    at += described and words[at + 1].name is not None  # "the government of Soviet Armenia"
    held = words[at].name
    if held is None or facts.names[held].kind is not NameKind.PLACE:
        return None
    one = facts.names[held]
    other = next((i for i in range(at, inside.stop) if words[i].name != held), inside.stop)
    if other + 1 < inside.stop and words[other].lower == "and" and (second := words[other + 1].name) is not None:
        span = Span(one.span.start, facts.names[second].span.end)
        return Role(span, span.of(text))
    return Role(one.span, one.text, one.name)


def is_of_institution(words: Sequence[Word], index: int) -> bool:
    """Whether a name at `index` only says which school or street: "Şemsi Efendi School" is no person."""
    after = next((at for at in range(index, len(words)) if words[at].name != words[index].name), len(words))
    nouns = phrases("english_institutions")
    if after >= len(words) or lower_english(words[after]) in nouns:
        return after < len(words)
    # "the Marlowe Kars Cloth Factory": names and one noun at most before the noun
    stop = next((at for at in range(after, len(words)) if words[at].name is None), len(words))
    behind = [lower_english(word) for word in words[stop : stop + 2] if not word.is_mark]
    return stop > after and bool(nouns.intersection(behind))


def goes_before_name(facts: Facts, words: Sequence[Word], index: int, stop: int) -> bool:
    """Whether a name only describes the one right behind it: "Soviet Russia", "Bolshevik Russia" (H&P 2002, 5.14)."""
    after = next((at for at in range(index, stop) if words[at].name != words[index].name), stop)
    then = words[after].name if after < stop else None
    if then is None or facts.names[then].kind is not NameKind.PLACE:
        return False
    return lower_english(words[index]) in phrases("english_state_adjectives")
