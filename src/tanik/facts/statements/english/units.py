"""Names of several words that are one word of their sentence: "Board for Relief in the Near East", "Chief of Staff".

Comes in: the words of a sentence. Goes out: the same with each such name as one word, so that no preposition and no
"and" in it is taken for one of the clause. A multiword name that nothing can stand inside is read as "words with
spaces" (Sag, Baldwin, Bond, Copestake & Flickinger, Multiword Expressions: A Pain in the Neck for NLP, CICLing 2002,
3.1); where it ends, capitals and its head noun tell (Huddleston & Pullum, The Cambridge Grammar of the English
Language, 2002, 5.20 on proper names with of-phrases).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.english.bodies import DETERMINERS, lower_english
from tanik.facts.statements.english.phrases import PREPOSITIONS
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["with_units"]

_LINKS: Final = frozenset(("of", "for", "on"))
_FURTHER: Final = _LINKS | {"in", "and", "to"}
_OFFICES: Final = phrases("english_offices")
# "the Republic of Turkey" is read as Turkey; events have names of their own
_STATES: Final = phrases("english_state_heads")
_TITLED: Final = 12  # words of a title between marks
_SHORT: Final = 3  # letters of a small word in a title


def with_units(text: str, facts: Facts, words: Sequence[Word]) -> list[Word]:
    """`words` with each name of several words as one of them.

    >>> from tanik.facts.statements.lexis.words import words_of
    >>> from tanik.core.span import Span
    >>> text = "He left the Board of Commissioners for Foreign Missions in spring"
    >>> [word.lower for word in with_units(text, Facts(), words_of(text, Span(0, len(text)), Facts(), ()))][3:6]
    ['board of commissioners for foreign missions', 'in', 'spring']
    """
    found: list[Word] = []
    at = 0
    while at < len(words):
        stop = _title(text, words, at) or max(_unit(text, facts, words, at), _named(text, words, at))
        if stop - at > 1:
            found.append(_one(text, words[at:stop]))
            at = stop
        else:
            found.append(words[at])
            at += 1
    return found


def _one(text: str, words: Sequence[Word]) -> Word:
    """Several words as one, which has a name only where all have the same; an office names nobody."""
    alike = len({word.name for word in words}) == 1 and not _OFFICES.intersection(map(lower_english, words[:2]))
    name = words[0].name if alike else None
    lower, folded = (" ".join(parts) for parts in zip(*((w.lower, w.folded) for w in words), strict=True))
    return Word(words[0].start, words[-1].end, lower, folded, name=name)


def _named(text: str, words: Sequence[Word], low: int) -> int:
    """Where a name of the page that has a small word in it ends: "Near East Relief", "Union and Progress"."""
    name = words[low].name
    if name is None or (low and words[low - 1].name == name) or not text[words[low].start].isupper():
        return low
    stop = next((at for at in range(low, len(words)) if words[at].name != name), len(words))
    small = any(lower_english(word) in PREPOSITIONS | {"and"} for word in words[low:stop])
    return stop if small and all(word.date is None and word.amount is None for word in words[low:stop]) else low


def _unit(text: str, facts: Facts, words: Sequence[Word], low: int) -> int:
    """Where the name that opens at `low` ends; `low` itself where none does."""
    if not _is_capital(text, words, low) or (low and _is_capital(text, words, low - 1)):
        return low
    stop = _run(text, words, low)
    head = lower_english(words[stop - 1])
    body = head in phrases("english_bodies", "english_institutions", "english_shores") - _STATES
    end = stop
    if body or head in _OFFICES:
        end = _linked(text, facts, words, stop, office=not body)
    if end > stop:
        return end
    return stop if _is_cut(facts, words, low, stop) else low


def _run(text: str, words: Sequence[Word], low: int) -> int:
    stop = low + 1
    while stop < len(words) and _is_capital(text, words, stop):
        stop += 1
    return stop


def _linked(text: str, facts: Facts, words: Sequence[Word], stop: int, *, office: bool) -> int:
    """Where what "of" or "for" brings into a name ends: "Committee | for Relief in the Near East"."""
    links, bare = _LINKS | ({"in", "to"} if office else set()), False
    while stop < len(words) and words[stop].lower in links:
        low = stop + 1
        low += low < len(words) and words[low].lower == "the" and words[stop].lower != "and"
        if low >= len(words) or not _is_capital(text, words, low):
            break
        end = _run(text, words, low)
        person = (at for at in range(low, end) if _is_person(facts, words[at]))
        end = next(person, end)  # "Minister of War | Ali Bey"
        if end == low:
            break
        named = words[end - 1].name
        somewhere = named is not None and facts.names[named].kind is NameKind.PLACE
        if (office and somewhere) or (words[stop].lower in ("in", "and", "to") and somewhere and not bare):
            break  # "President of the United States", "the Board of Trade in Izmir"
        bare = not somewhere
        stop, links = end, (_FURTHER if bare else _LINKS)
    return stop


def _is_person(facts: Facts, word: Word) -> bool:
    return word.name is not None and facts.names[word.name].kind is NameKind.PERSON


def _is_cut(facts: Facts, words: Sequence[Word], low: int, stop: int) -> bool:
    """Whether a table's name ends inside a longer one: "First Five-Year | Plan" (5.20.3)."""
    named = {word.name for word in words[low:stop]} - {None}
    tail = words[stop - 1].name is None and words[stop - 2].name is not None if stop - low > 1 else False
    people = any(facts.names[one].kind is NameKind.PERSON for one in named if one is not None)
    return tail and not people


def _is_capital(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word may be of a name: a capital, no number, no date, no small word that opens the sentence."""
    word = words[at]
    if word.is_mark or word.quoted or word.date is not None or word.amount is not None:
        return False
    if not text[word.start].isupper() or lower_english(word) in DETERMINERS | {"i"}:
        return False
    return at > 0 or word.name is not None or (len(words) > 1 and text[words[1].start].isupper())


def _title(text: str, words: Sequence[Word], at: int) -> int:
    """Where a title between marks ends, whose words have capitals; 0 where none opens at `at`."""
    if not at or words[at - 1].folded not in ('"', "“", "«") or words[at].is_mark or words[at].quoted:
        return 0
    stop = next((i for i in range(at, min(at + _TITLED + 1, len(words))) if words[i].is_mark), 0)
    if stop - at < 2 or words[stop].folded not in ('"', "”", "»"):
        return 0
    inside = words[at:stop]
    titled = all(text[word.start].isupper() or len(word.lower) <= _SHORT for word in inside)
    return stop if titled and text[inside[0].start].isupper() and all(word.date is None for word in inside) else 0
