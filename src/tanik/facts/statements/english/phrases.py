"""Noun phrases of an English clause.

Comes in: the words behind a verb, or those of one phrase. Goes out: the parts that prepositions open, and of each
the name or the plain noun that it is about. A body of a state ("the Greek government") stands for the state.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.core.tables import read_rows
from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.english.bodies import (
    ARTICLES,
    DETERMINERS,
    lower_english,
)
from tanik.facts.statements.english.forms import is_ended, past_participles, plain_forms
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.turkish_nouns import turkish_noun
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.words import Word

__all__ = [
    "DETERMINERS",
    "LATER",
    "LOOSE",
    "PREPOSITIONS",
    "STOPS",
    "Part",
    "apposed",
    "before_later",
    "ends_no_phrase",
    "is_adjective",
    "is_adverb",
    "is_bare",
    "is_idle",
    "is_measure",
    "is_participle_behind",
    "is_plural",
    "lower_english",
    "parts_of",
    "second_object",
    "state_adjectives",
]

PREPOSITIONS: Final = phrases("english_prepositions")
STOPS: Final = phrases("english_phrase_stops")
_PREDETERMINERS: Final = phrases("english_predeterminers")
LOOSE: Final = phrases("english_phrase_adverbs")
_OBJECTS: Final = phrases("english_bare_objects")
_ORDINALS: Final = phrases("english_postdeterminers")
_MEASURING: Final = phrases("english_measuring_adjectives")
_PARTICLES: Final = phrases("english_particles")
_LONGEST: Final = 7
_LEAST: Final = 4  # letters that a participle in -ed has more than
AND_OR: Final = frozenset(("and", "or"))
_CLOCK: Final = phrases("english_clock")
# they open a clause wherever they stand (H&P 2002, 16.2 on case)
LATER: Final = frozenset(("later", "earlier", "ago", "before"))
_NOMINATIVES: Final = frozenset(("as", "he", "she", "they", "we", "i", "ı"))
_MEASURES: Final = phrases("english_measures")


@dataclass(frozen=True, slots=True)
class Part:
    """Words `first`..`stop` (left out) behind a preposition, of which the object has none.

    "infinitive" brings in what one is to do, by its `verb`; "listed" goes on with the part before.
    """

    preposition: str
    first: int
    stop: int
    verb: str = ""


def is_adverb(word: Word) -> bool:
    """Whether a word says only how: "immediately"; a name, a number and a noun in -ly ("family") do not.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> [is_adverb(plain_word(word)) for word in ("immediately", "family", "Italy", "ally")]
    [True, False, False, False]
    """
    return (
        word.lower.endswith("ly")
        and (len(word.lower) > 5 or word.lower in ("newly", "fully", "badly"))
        and is_bare(word)
        and word.lower not in phrases("english_ly_nouns")
    )


def ends_no_phrase(word: Word) -> bool:
    """Whether a word at the end of a stretch only says how or joins what comes: "to go home or | to sign up".

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> [ends_no_phrase(plain_word(word)) for word in ("quickly", "or", "home")]
    [True, True, False]
    """
    return is_adverb(word) or word.lower in AND_OR


def is_measure(role: Role) -> bool:
    """Whether a role only measures what "of" brings in: "40 sacks of flour".

    >>> from tanik.core.span import Span
    >>> is_measure(Role(Span(0, 8), "40 sacks")), is_measure(Role(Span(0, 4), "loan"))
    (True, False)
    """
    last = role.text.lower().split()[-1:]
    return role.name is None and any(word in _MEASURES or word.removesuffix("s") in _MEASURES for word in last)


def parts_of(words: Sequence[Word], low: int, high: int) -> tuple[Part, ...]:
    """The parts of the stretch behind a verb, each up to the next preposition or stop."""
    found: list[Part] = []
    index = low
    while index < high:
        opening = words[index].lower
        if opening == "(":  # what stands in parentheses is beside the clause (H&P 2002, 15.5)
            index = next((i for i in range(index, high) if words[i].folded == ")"), high) + 1
            continue
        opens = _is_preposition(words, index)
        first = index + opens
        begin = max(first, index + 1)
        begin += opens and begin < high and words[begin].lower in ("each", "every")  # "of each school"
        ends = (i for i in range(begin, high) if _is_preposition(words, i) or _is_stop(words, i, high))
        stop = next(ends, high)
        if opens and opening != "to":
            stop = next((i for i in range(first + 1, stop) if _begins_again(words, i)), stop)
        elif opens and is_ended(words, low - 1, first + 2):
            stop = min(stop, first + 2)  # "brought to an end | the war"
        if opening in _NOMINATIVES - {"as"}:
            break  # "came to the ears of the consul he"
        if opening in STOPS:
            index += 1
            continue
        kind = opening if opens else ""
        kind = "from" if kind == "of" and words[index - 1].lower == "out" else kind  # "out of the town"
        if kind == "to" and first < stop and _is_infinitive(words, first, stop, high):
            kind, first = "infinitive", first + 1
        joined = any(part.preposition == "infinitive" for part in found)  # else "and" joins no infinitive
        if not kind and joined and words[index - 1].lower == "and" and _is_plain_verb(words[first]):
            kind, first = "infinitive", first + 1  # "to form an army and go to Baku"
        goes_on = words[index - 1].lower in (",", "and", ")") and bool(found) and found[-1].preposition != "infinitive"
        # "to visit Iraq, study the wells, and meet them": what is listed behind an infinitive is to be done, too
        kind = "listed" if not kind and joined and words[index - 1].folded == "," else kind
        if not kind and goes_on and (words[index - 1].folded != ")" or found[-1].preposition):
            kind = "listed"  # "from Great Britain, France and Italy": what is listed behind a preposition is no object
        if first < stop or (kind == "infinitive" and stop < high):
            verb = words[first - 1].lower if kind == "infinitive" else ""
            led = stop < high and words[stop].lower == "by" and is_participle_behind(words, stop - 1, low)
            kind = "led" if kind == "by" and is_participle_behind(words, index - 1, low) else kind
            last = stop - (led and stop - 1 > first)  # "a delegation headed by": the participle is no noun
            found.append(Part(kind, first, min(last, first + _LONGEST), verb))
        index = max(stop, index + 1)
    return tuple(found)


def second_object(words: Sequence[Word], facts: Facts, low: int, high: int, *, definite: bool = False) -> int | None:
    """Where the thing given begins, if whom it was given to stands bare before it: "sold the Turks 10,000 coats".

    Of two bare objects the first is the recipient (Huddleston & Pullum 2002, 4.3); that a second begins shows in its
    number or article behind a name or a plain noun.
    """
    for index in range(low + 1, high):
        word = words[index]
        counts = word.amount is not None and word.amount != words[index - 1].amount
        counts = counts and facts.amounts[word.amount or 0].unit not in units_by_kind("time")  # "left Kars two years"
        numbered = any(one.amount is not None for one in words[index + 1 : min(index + 3, high)])
        the = definite and word.lower == "the" and not numbered  # "the agreed 40 tents": the number opens what is told
        article = (word.lower in ("a", "an") or the) and word.name is None
        opens = counts or (article and not words[index - 1].lower.endswith("ing"))  # "rejected his taking a wife"
        start = index
        while opens and start - 1 > low and (words[start - 1].lower in LOOSE or _is_before_number(words, start - 1)):
            start -= 1
        before = words[start - 1]
        if counts and _opens_number(words, low, index):
            continue  # "gave a combined 300 pounds"
        owner = before.lower.endswith(("'s", "’s"))  # "closed the town's eight mills"
        plain = before.amount is None and before.date is None and not before.is_mark and not owner
        if opens and plain and before.lower not in DETERMINERS | LOOSE | STOPS | _ORDINALS | PREPOSITIONS:
            return start
    return None


def _is_before_number(words: Sequence[Word], at: int) -> bool:
    """Whether a word is of the number behind it: "at least 40", "US$40"."""
    dollars = words[at].lower == "us" and words[at + 1].start - words[at].end == 1
    return dollars or (words[at].lower == "at" and words[at + 1].lower in ("least", "most"))


def _opens_number(words: Sequence[Word], low: int, index: int) -> bool:
    """Whether an article and an adjective before a number are of its phrase: "a further 30" (H&P 2002, 5.11)."""
    single = index - 2 >= low and words[index - 2].lower in ("a", "an")
    adjective = words[index - 1].lower in _MEASURING or is_adjective(words[index - 1])
    return single and (adjective or words[index - 1].lower.endswith("ed"))


def before_later(words: Sequence[Word], facts: Facts, inside: range) -> range:
    """The words of a part before a stretch of time that "later" closes: "paid 300 pounds | three months later"."""
    after = words[inside.stop].lower if inside.stop < len(words) else ""
    if words[inside.stop - 1].lower not in LATER and after not in ("before", "after"):
        return inside
    for at in range(inside.start + 1, inside.stop):
        held, before = words[at].amount, words[at - 1].amount
        if held is not None and held != before and facts.amounts[held].unit in units_by_kind("time"):
            return range(inside.start, at)
    return inside


def apposed(words: Sequence[Word], facts: Facts, low: int, high: int) -> Role | None:
    """The person named beside a description before a verb: "The consul, Arnold van Lennep, opened", "A poet, Ali left".

    H&P 2002, 15.5 on supplements: the description names nobody, and the name stands alone before the verb or its comma.
    """
    commas = [index for index in range(low, high) if words[index].folded == ","]
    if not commas:
        return None
    closed = commas[-1] == high - 1
    if closed and any(words[index].lower == "and" for index in range(commas[0], commas[-2 if len(commas) > 1 else -1])):
        return None  # "the consul, Hale, and a clerk, Reed, left": two people
    stop = commas.pop() if closed else high
    before = words[low : commas[-1]] if commas else ()
    first = commas[-1] + 1 + (words[commas[-1] + 1].lower == "one") if commas else stop  # "the clerk, one Ali Bey,"
    held = {words[index].name for index in range(first, stop)}
    name = facts.names[held.pop() or 0] if len(held) == 1 and None not in held else None
    if name is None or name.kind is not NameKind.PERSON:
        return None
    if not closed and (
        len(commas) > 1 or any(w.name is not None for w in before) or "and" in (w.lower for w in before)
    ):
        return None
    return Role(name.span, name.text, name.name)


def is_participle_behind(words: Sequence[Word], index: int, low: int) -> bool:
    """Whether a word is the participle of the noun before it, whose "by" no other verb has: "schools run by the army".

    H&P 2002, 14.7.1; "planned and organised by", "a shot by" have none of their own.
    """
    if index < low or not is_bare(words[index]):
        return False
    form, before = words[index].lower, words[index - 1].lower
    participle = (form.endswith("ed") and len(form) > _LEAST) or form in past_participles()
    return participle and before not in DETERMINERS | AND_OR and not words[index - 1].is_mark


def _is_stop(words: Sequence[Word], index: int, high: int) -> bool:
    """Whether a phrase ends here; "and" between two adjectives ends none: "military and political support"."""
    if index and words[index].amount is not None and words[index].amount == words[index - 1].amount:
        return False  # "between 300 and 400 lira"
    if words[index].lower != "and" or index + 2 >= high:
        return words[index].lower in STOPS | _NOMINATIVES
    single = words[index - 2].lower in ("a", "an") and is_bare(words[index - 1])  # "a new and troubling task"
    joined = single or (is_adjective(words[index - 1]) and is_adjective(words[index + 1]))
    return not joined or not is_bare(words[index + 2]) or words[index + 2].lower in STOPS | PREPOSITIONS


def is_adjective(word: Word) -> bool:
    """Whether a word is an adjective by its ending or a state's: "political", "Greek" (H&P 2002, 19.3).

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> [is_adjective(plain_word(word)) for word in ("political", "military", "Greek", "flour")]
    [True, True, True, False]
    """
    form = word.lower
    derived = len(form) > 5 and form.endswith(("ical", "onal", "ial", "ural", "ous", "ary", "ern", "ive", "ese", "ian"))
    superlative = len(form) > 5 and form.endswith("iest")
    return derived or superlative or form in state_adjectives() or form in phrases("english_adjectives")


@cache
def state_adjectives() -> frozenset[str]:
    """The adjectives of states: "greek", "armenian"."""
    return frozenset(row["adjective"] for row in read_rows("tanik.facts", "states_english.csv"))


def _is_preposition(words: Sequence[Word], index: int) -> bool:
    """Whether a word is a preposition here: "over" and "about" only where they count nothing."""
    held = words[index].name
    inner = held is not None and (words[index - 1].name == held or words[min(index + 1, len(words) - 1)].name == held)
    if words[index].amount is not None or (inner and len(words) > 1):
        return False  # "350 to 400 people" is one number, "Near East" one name
    counts = index + 1 < len(words) and words[index + 1].amount is not None
    if words[index].lower == "following" and index and index + 1 < len(words):
        # "after the war" is "following the war" (H&P 2002, 7.2.3), no "following year"
        return words[index - 1].lower not in DETERMINERS and words[index + 1].lower in DETERMINERS
    if words[index].lower == "at" and index + 1 < len(words) and words[index + 1].lower in ("least", "most"):
        return False
    if words[index].lower == "around" and counts:
        return False  # "around 900 people"
    return words[index].lower in PREPOSITIONS or (words[index].lower in ("over", "about") and not counts)


def _begins_again(words: Sequence[Word], index: int) -> bool:
    """Whether an article begins a noun phrase of its own: "signed at London a treaty" (H&P 2002, 5.2)."""
    before = words[index - 1].lower
    gerund = is_bare(words[index - 1]) and before.endswith("ing")  # "of using the harbour"
    return words[index].lower in ("a", "an", "the") and before not in DETERMINERS | _PREDETERMINERS and not gerund


def _is_infinitive(words: Sequence[Word], first: int, stop: int, high: int) -> bool:
    """Whether a verb stands behind "to", one of no table too: a bare word alone that is no noun of the table."""
    if _is_plain_verb(words[first]) or _governs_object(words, first, high):
        return True
    word = words[first]
    alone = stop == first + 1 and is_bare(word)
    bare = alone and word.lower.isalpha() and word.lower not in DETERMINERS | _OBJECTS | PREPOSITIONS | STOPS | LOOSE
    return bare and not word.lower.endswith(("s", "ion", "ment", "ness", "ity", "ance")) and _is_unknown(word)


def _is_unknown(word: Word) -> bool:
    """Whether a word is no noun that has a Turkish one."""
    return turkish_noun(word.folded, "en") is None


def _is_plain_verb(word: Word) -> bool:
    """Whether a word behind "to" is a verb of the table rather than a noun."""
    return is_bare(word) and (word.lower in plain_forms() or word.lower in phrases("english_plain_verbs"))


def _governs_object(words: Sequence[Word], index: int, high: int) -> bool:
    """Whether a word behind "to" has an article or a pronoun right behind it, as a verb has: "to call it a loan"."""
    word = words[index]
    free = is_bare(word) and word.lower.isalpha()
    at = index + 1 + (index + 2 < high and words[index + 1].lower in _PARTICLES)  # "to lay down their arms"
    opens = at < high and words[at].lower in ARTICLES | _OBJECTS
    return free and opens and word.lower not in ARTICLES | _OBJECTS | PREPOSITIONS | STOPS | LOOSE


def is_idle(words: Sequence[Word], part: Part) -> bool:
    """Whether a part behind the verb fills no place: "at once", "by the end of the year", "every month"."""
    inside = [words[index].lower for index in range(part.first, part.stop) if words[index].lower not in ARTICLES]
    if " ".join([part.preposition, *inside]).strip() in phrases("english_adverbials"):
        return True
    if words[part.first].amount is not None and {w.lower for w in words[part.first + 1 : part.first + 3]} & _CLOCK:
        return True  # "sailed 4 p.m. for Mersin"
    plain = [one for one in inside if one not in STOPS]
    told = any(words[at].amount is not None or words[at].name is not None for at in range(part.first, part.stop))
    return bool(plain) and plain[-1] in phrases("english_times") and not told


def is_bare(word: Word) -> bool:
    """Whether a word is no name, no date and no number.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> is_bare(plain_word("harbour"))
    True
    """
    return word.name is None and word.date is None and word.amount is None


def is_plural(role: Role) -> bool:
    """Whether "they" may stand for what a role tells of: "40 rifles", "the Turks", "people".

    >>> from tanik.core.span import Span
    >>> [is_plural(Role(Span(0, len(text)), text)) for text in ("the Turks", "children", "gold", "congress")]
    [True, True, False, False]
    """
    last = role.text.lower().split()[-1]
    if role.name is not None:
        return False
    if last in state_adjectives() and last.endswith(("sh", "ch", "ese")):
        return True  # "the British": an adjective of a people that stands for it (H&P 2002, 5.7.1)
    return last in phrases("english_plurals") or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
