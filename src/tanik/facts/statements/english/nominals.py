"""The name or the noun that an English noun phrase is about.

Comes in: a stretch of words. Goes out: the name in it, else its plain words without articles and prepositions. A body
of a state ("the Greek government") stands for the state; a name that only says whose or which a thing is ("the League's
plan", "a Paris firm") is not what the phrase is about (Huddleston & Pullum, The Cambridge Grammar of the English
Language, 2002, ch. 5).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from tanik.core.span import Span
from tanik.core.tables import read_rows
from tanik.facts.model import Facts, Name, NameKind, Role
from tanik.facts.statements.english.bodies import (
    ARTICLES,
    DETERMINERS,
    goes_before_name,
    is_of_institution,
    lower_english,
    state_of_body,
)
from tanik.facts.statements.english.phrases import (
    LOOSE,
    PREPOSITIONS,
    STOPS,
    is_adverb,
    is_bare,
    is_participle_behind,
    is_plural,
)
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["noun_phrase", "state_named"]

_TITLE: Final = 3  # words of a title before a name
_NO_NOUNS: Final = PREPOSITIONS | STOPS | DETERMINERS | LOOSE
# what stands before or behind a subject and is none of it (H&P 2002, 8.20)
_BEFORE: Final = phrases("english_before_subject")
_BEHIND: Final = phrases("english_behind_subject")
# endings of the adjectives of peoples and parts of the world (H&P 2002, 19.5.9)
_OF_PEOPLE: Final = ("ean", "ese")
_QUARTERS: Final = {"eastern": "Doğu", "western": "Batı", "northern": "Kuzey", "southern": "Güney", "central": "Orta"}


def _holder(facts: Facts, words: Sequence[Word], inside: range) -> Role | None:
    """Who is named right behind an office that "of" or "to" describes: "the Minister of War Kemal Bey".

    Two noun phrases side by side without a comma are one in apposition (H&P 2002, 5.14.2).
    """
    stop = next((at for at in inside if words[at].is_mark and at > inside.start), inside.stop)
    last = stop - 1
    held = words[last].name
    if held is None or facts.names[held].kind is not NameKind.PERSON:
        return None
    first = last
    while first > inside.start and words[first - 1].name == held:
        first -= 1
    described = any(words[at].lower in ("of", "to", "for") for at in range(inside.start + 1, first - 1))
    before = words[first - 1] if first > inside.start else None
    if before is None or not described or before.is_mark or lower_english(before) in PREPOSITIONS | ARTICLES | STOPS:
        return None
    if lower_english(words[inside.start]) in PREPOSITIONS:
        return None
    return Role(facts.names[held].span, facts.names[held].text, facts.names[held].name)


def _ends_subject(word: Word) -> bool:
    """Whether a subject's own words end here; what is counted and what is named has its small words: "Near East"."""
    return is_bare(word) and word.lower in PREPOSITIONS | {"who", "which", ",", "("}


def _governs_article(words: Sequence[Word], index: int) -> bool:
    """Whether a past that looks like its plain form has an object behind it: "Paris cut | the rations" (H&P 18.2.3)."""
    past = words[index].lower in phrases("english_invariant_pasts") and is_bare(words[index])
    return past and words[index + 1].lower in DETERMINERS and words[index - 1].lower not in DETERMINERS


def _is_place(facts: Facts, words: Sequence[Word], index: int, stop: int) -> bool:
    held = words[index].name if index < stop else None
    return held is not None and facts.names[held].kind is NameKind.PLACE


def _is_owner(text: str, facts: Facts, words: Sequence[Word], index: int, stop: int) -> bool:
    """Whether a name only says whose the noun behind it is: "the League's plan" (H&P 2002, 5.16.1)."""
    held = words[index].name
    after = next((at for at in range(index, stop) if words[at].name != held), stop)
    end = facts.names[held].span.end if held is not None else words[index].end
    owned = text[end : end + 2] in ("'s", "’s", "s'", "s’") or text[end - 2 : end] in ("'s", "’s")
    return owned and after < stop and not words[after].is_mark and lower_english(words[after]) not in PREPOSITIONS


def _is_before_person(facts: Facts, words: Sequence[Word], index: int, stop: int) -> bool:
    """Whether a place's name opens a description that a person's name ends: "Italian veteran Carlo Rossi".

    H&P 2002, 5.14.2 on descriptions before a name.
    """
    held = words[index].name
    if held is None or facts.names[held].kind is NameKind.PERSON:
        return False
    ends = (at for at in range(index, stop) if words[at].is_mark or lower_english(words[at]) in PREPOSITIONS | STOPS)
    last = next(ends, stop) - 1
    person = words[last].name if last > index else None
    told = person is not None and person != held and facts.names[person].kind is NameKind.PERSON
    return told and any(words[at].name is None for at in range(index, last))


def _joined(text: str, facts: Facts, words: Sequence[Word], index: int, stop: int) -> Span | None:
    """Both names of a subject that "and" joins, of one kind and closing it: "Ali and Veli sold" (H&P 2002, 15.1)."""
    held = words[index].name
    after = next((at for at in range(index, stop) if words[at].name != held), stop)
    if held is None or after + 1 >= stop or words[after].lower != "and":
        return None
    titled = range(after + 1, min(after + 1 + _TITLE, stop - 1))
    after = next((at - 1 for at in titled if words[at].name is not None or not text[words[at].start].isupper()), after)
    other = words[after + 1].name  # "President Ali and Prime Minister Veli"
    last = max(at for at in range(index, stop) if words[at].name == other) + 1 if other is not None else stop
    alike = other is not None and facts.names[other].kind is facts.names[held].kind
    if other is None or not alike or last < stop:
        return None
    return Span(facts.names[held].span.start, facts.names[other].span.end)


def _is_of_regime(word: Word) -> bool:
    return word.lower in phrases("english_state_adjectives")


def _widened(text: str, words: Sequence[Word], index: int, first: int, one: Name) -> Role | None:
    """A name with what belongs to it before it: "General | Staff", "the Italian and | French Communist Parties".

    "General" before a body is no rank (Oxford English Dictionary, general adj. 8); of a plural that two adjectives
    describe each is one of its kind (H&P 2002, 15.2).
    """
    before = words[index - 1] if index > first else None
    if before is not None and before.lower == "general" and one.text.lower() in phrases("english_general_bodies"):
        span = Span(before.start, one.span.end)
        return Role(span, span.of(text))
    adjective = before is not None and before.lower == "and" and index - 1 > first
    both = adjective and one.text.lower().split()[0] in _states() and lower_english(words[index - 2]) in _states()
    if both and one.text.lower().endswith("s") and " " in one.text:
        span = Span(words[index - 2].start, one.span.end)
        return Role(span, span.of(text))
    return None


def _unbroken(text: str, plain: list[Word]) -> list[Word]:
    """The words of a phrase up to a bracket or a quotation mark that opens in it: "122 pounds (in gold"."""
    for at in range(1, len(plain)):
        gap = text[plain[at - 1].end : plain[at].start]
        if any(mark in "([“«—" for mark in gap) or " - " in gap or " – " in gap:
            return plain[:at]
    return plain


def _without_adverbs(plain: list[Word]) -> list[Word]:
    """A subject's words without the connectives before and the adverbs behind it: "Well, the bank often"."""
    low, high = 0, len(plain)
    while low < high and is_bare(plain[low]) and plain[low].lower in _BEFORE:
        low += 1
    while high > low and is_bare(plain[high - 1]) and plain[high - 1].lower in _BEHIND:
        high -= 1
    return plain[low:high]


def _describes(text: str, words: Sequence[Word], index: int, stop: int) -> bool:
    """Whether a common noun stands right behind a place's name."""
    if index >= stop or words[index].is_mark or words[index].name is not None or words[index].date is not None:
        return False
    after = words[index]
    return text[after.start].islower() and after.lower not in PREPOSITIONS | STOPS | ARTICLES


@cache
def _states() -> dict[str, str]:
    return {row["adjective"]: row["state"] for row in read_rows("tanik.facts", "states_english.csv")}


def state_named(adjective: str) -> str | None:
    """The state that an adjective is of, in Turkish.

    >>> state_named("british"), state_named("large")
    ('İngiltere', None)
    """
    return _states().get(adjective)


def _of_quantity(text: str, words: Sequence[Word], first: Word, inside: range) -> Role:
    """A subject that only says how much, with what it is of: "the number of workers" (H&P 2002, 5.9)."""
    ends = (at for at in inside if at > inside.start and (words[at].is_mark or words[at].lower in PREPOSITIONS))
    stop = next(ends, inside.stop)
    while stop - 1 > inside.start and is_adverb(words[stop - 1]):
        stop -= 1
    span = Span(first.start, words[stop - 1].end if stop > inside.start else first.end)
    return Role(span, span.of(text))


def noun_phrase(text: str, facts: Facts, words: Sequence[Word], inside: range, *, head: bool = False) -> Role | None:
    """The name in a stretch of words, else its plain words without articles and prepositions.

    `head` says that the phrase is a subject: what stands behind a preposition in it only describes.
    """
    stop = inside.stop
    if head:
        stop = next((i for i in inside if i > inside.start and _ends_subject(words[i])), stop)
        stop = next((i for i in range(inside.start + 1, stop - 1) if _governs_article(words, i)), stop)
        led = stop < inside.stop and words[stop].lower == "by" and is_participle_behind(words, stop - 1, inside.start)
        stop -= led and stop - 1 > inside.start  # "sailors backed by marines" are sailors
    whole = _holder(facts, words, inside) or state_of_body(text, facts, words, inside) if head else None
    if whole is not None:
        return whole
    for index in range(inside.start, stop):
        name = words[index].name
        if name is not None and facts.names[name].text.lower() in phrases("english_genders", "english_genders_female"):
            continue  # "the King": whoever he is
        if name is None or goes_before_name(facts, words, index, stop) or is_of_institution(words, index):
            continue
        if _is_owner(text, facts, words, index, stop) or _is_before_person(facts, words, index, stop):
            continue  # "the League's plan" is a plan, "the Kars merchant Wilson" is Wilson
        state = _states().get(words[index].lower)
        after = next((at for at in range(index + 1, stop) if not _is_of_regime(words[at])), stop)
        if state and after < stop and words[after].lower in phrases("english_governing_bodies"):
            continue  # "the Russian government", "the Russian Bolshevik government"
        parted = index + 1 < stop and words[index + 1].name != name
        if parted and (quarter := _QUARTERS.get(words[index].lower)) and _is_place(facts, words, index + 1, stop):
            east = facts.names[words[index + 1].name or 0]  # "Eastern Thrace"
            span = Span(words[index].start, east.span.end)
            return Role(span, span.of(text), f"{quarter} {east.name}")
        # what is counted ends behind the name: "1,500 Kars orphans"
        last = max(at for at in range(index, stop) if words[at].name == name)
        counted = last + 1 < stop and words[last + 1].amount is not None and words[last].amount is not None
        titled = counted or (index > inside.start and words[index - 1].lower in ("the", "a", "an"))
        of_people = facts.names[name].text.lower().endswith(_OF_PEOPLE)  # "the European powers"
        # "the Red Army soldiers left"
        body = head and facts.names[name].kind is NameKind.ORGANISATION and last + 2 == stop
        of_people = of_people or (body and is_plural(Role(facts.names[name].span, words[last + 1].lower)))
        only = facts.names[name].kind is NameKind.PLACE or state or titled or of_people
        if only and _describes(text, words, last + 1, stop):
            continue  # "a Moscow trust" is no town, "the American committee" no American, "the Nobel prize" no Nobel
        both = _joined(text, facts, words, index, inside.stop) if head else None
        one = facts.names[name]
        alone = _widened(text, words, index, inside.start, one) or Role(one.span, one.text, one.name)
        return alone if both is None else Role(both, both.of(text))
    if head and stop < inside.stop - 1 and words[stop].lower == "of" and words[stop - 1].lower in ("first", "last"):
        return noun_phrase(text, facts, words, range(stop + 1, inside.stop), head=True)  # "the last of the ships"
    return _plain_role(text, words, inside, stop, head=head)


def _plain_role(text: str, words: Sequence[Word], inside: range, stop: int, *, head: bool) -> Role | None:
    """The plain words of a stretch up to word `stop`, for want of a name; None where it has none."""
    plain = [
        words[index]
        for index in range(inside.start, stop)
        if not words[index].is_mark
        and words[index].date is None
        and not words[index].quoted
        and (lower_english(words[index]) not in _NO_NOUNS or words[index].amount is not None)
        and not is_adverb(words[index])
    ]
    plain = _without_adverbs(plain) if head else plain
    if not plain:
        return None
    if head and stop < inside.stop and words[stop].lower == "of" and plain[-1].lower in phrases("english_quantities"):
        return _of_quantity(text, words, plain[0], range(stop + 1, inside.stop))
    plain = _unbroken(text, plain)
    signed = plain[0].amount is not None and text[max(0, plain[0].start - 1) : plain[0].start] in ("$", "£", "€")
    span = Span(plain[0].start - signed, plain[-1].end)
    state = _states().get(plain[0].lower) if plain[-1].lower in phrases("english_governing_bodies") else None
    return Role(span, span.of(text), state)
