"""What an English clause has besides its subject and objects: openings, adverbs, participles that describe a noun.

Comes in: the words of a sentence and a place in them. Goes out: where the subject begins behind "However," and "On 3
May,", whether a word only says how, whether a participle is a clause of its own or describes the noun before it, and
that noun. English tells these apart by order and commas alone (Huddleston & Pullum, The Cambridge Grammar of the
English Language, 2002, 8.20 on adjuncts and connectives, 14.7.1 on participles behind nouns).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind, Role
from tanik.facts.statements.english.forms import participles, row_of, verbs
from tanik.facts.statements.english.phrases import DETERMINERS, PREPOSITIONS, Part, is_adverb, is_bare, lower_english
from tanik.facts.statements.english.verbs import AUXILIARIES, BE, SUBORDINATORS
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["antecedent", "is_described", "is_of_deed", "is_to_do", "subject_from"]

# deeds that are not told without what they are done to: their participle without an object is a passive
_DONE_TO: Final = frozenset(
    ("sign", "publish", "found", "abolish", "appoint", "dismiss", "occupy", "liberate", "kill", "transfer", "order")
)
_RELATIVES: Final = phrases("english_relatives")
_PASSED: Final = frozenset((",", "(", '"', "”", "’", "»"))
_OPENING: Final = SUBORDINATORS | {"as", "since", "once", "after", "before"}
_LEAST: Final = 5  # letters of a participle in -ing: "king" is none
_FRONTING: Final = frozenset(("over", "about", "following", "according"))
# what opens an adjunct of time or place; behind "with" and "by" a name may be the one that they bring in
_WHEN: Final = phrases("english_temporal_openers")
_BARELY: Final = phrases("english_before_timing")
_OPENS: Final = frozenset(("the", "a", "an", "it", "he", "she", "they", "we"))
_COUNTED_FROM: Final = frozenset(("later", "earlier", "afterwards", "ago"))
_COUNTING: Final = phrases("english_quantifiers", "english_approximators") | {
    "a",
    "an",
    "one",
    "the",
    "few",
    "couple",
    "of",
}
_TIMED: Final = 5  # words of a time counted from another
_LONGEST: Final = 6  # words of a noun phrase before a relative pronoun


def subject_from(words: Sequence[Word], low: int, high: int) -> int:
    """Where the subject begins in `low`..`high`: behind connectives and what a comma closes before it."""
    closed = next((at for at in range(low, high) if words[at].folded == ")"), None)
    if closed is not None and not any(words[at].folded == "(" for at in range(low, closed)):
        low = closed + 1  # what a bracket put in before is over
    while low < high:
        word = words[low]
        prepositional = lower_english(word) in PREPOSITIONS
        timed = word.date is not None or (prepositional and words[low + 1].date is not None)
        passing = (timed or is_adverb(word)) and low < high - 1
        opened = _closing(words, low, high) if lower_english(word) in _OPENING else None
        if opened is not None:
            low = opened + 1
        elif (timed_from := _behind_time(words, low, high)) is not None:
            low = timed_from
        elif prepositional and words[low + 1].lower in phrases("english_times") and low + 2 < high:
            low += 2  # "Before midnight the guns fell silent"
        elif word.lower in _BARELY and words[low + 1].lower in ("after", "before", "since"):
            low += 1  # "Long after his death,"
        elif word.is_mark or passing or lower_english(word) in SUBORDINATORS | phrases("english_connectives"):
            low += 1
        elif (comma := _closing(words, low, high)) is not None:
            low = comma + 1
        elif (begins := _behind_phrase(words, low, high)) is not None:
            low = begins
        else:
            break
    return low


def _behind_time(words: Sequence[Word], low: int, high: int) -> int | None:
    """Where the subject begins behind a time counted from another: "Two days later | the army", "A year earlier | Ali".

    A noun phrase of time with such an adverb is an adjunct with or without a comma (H&P 2002, 8.6.2).
    """
    for at in range(low + 1, min(low + _TIMED, high - 1)):
        if words[at + 1].lower in _COUNTED_FROM and words[at].lower in phrases("english_times"):
            small = all(one.amount is not None or one.lower in _COUNTING for one in words[low:at])
            return at + 2 if small and at + 2 < high else None
    return None


def _behind_phrase(words: Sequence[Word], low: int, high: int) -> int | None:
    """Where an article opens the subject behind a fronted phrase that no comma closes: "With this pact | the towns".

    A noun phrase is a chunk: an article behind its noun begins the next one (Abney, Parsing by Chunks, 1991).
    """
    opening = lower_english(words[low])
    named = opening == "as" and low + 1 < high and words[low + 1].lower in ("a", "an")  # "As a first step the board"
    if (opening not in PREPOSITIONS | _FRONTING or opening == "of" or low + 1 >= high) and not named:
        return None
    for at in range(low + 2, high):
        before = words[at - 1]
        closed = lower_english(before) not in PREPOSITIONS | DETERMINERS | _FRONTING | {"and", "or", "all", "both"}
        if words[at].lower in _OPENS and closed and not before.is_mark and not before.lower.endswith("ing"):
            return at
        if opening in _WHEN and _names_subject(words, at, high):
            return at
    return None


def _names_subject(words: Sequence[Word], at: int, high: int) -> bool:
    """Whether a name alone stands behind a closed phrase up to the verb: "During the war | Italy", "of 1921 | Ali"."""
    held, before = words[at].name, words[at - 1]
    if held is None or before.name == held or before.is_mark or lower_english(before) in PREPOSITIONS | DETERMINERS:
        return False
    noun = before.date is not None or (before.name is None and before.amount is None and before.lower.islower())
    return noun and before.lower not in ("and", "or") and all(word.name == held for word in words[at:high])


def _closing(words: Sequence[Word], low: int, high: int) -> int | None:
    """The comma that ends an opening adjunct ("With their help,", "Founded in 1920,"); None where none opens."""
    commas = [i for i in range(low, high) if words[i].folded == ","]
    if not commas:
        return None
    comma = commas[0]
    if lower_english(words[low]) in PREPOSITIONS and any(_begins_count(words, at, low) for at in range(low + 2, comma)):
        return None  # "At noon on Monday | 300 members of the board, two clerks and a guard left"
    if len(commas) > 1 and words[comma + 1].lower in ("and", "or") and lower_english(words[low]) in PREPOSITIONS:
        comma = commas[1]  # "Despite the war, and the lack of food, the bank sold"
    opening = words[low]
    timed = any(one.lower in ("day", "eve", "year", "month", "week", "morning") for one in words[low:comma])
    digits = opening.folded.isdigit() and opening.amount is None and comma == low + 1  # the rest of "August 16-18,"
    participle = opening.name is None and lower_english(opening).endswith("ing") and len(opening.lower) > 5
    opens = (
        lower_english(opening) in PREPOSITIONS | _OPENING | _FRONTING
        or opening.date is not None
        or opening.folded == "according"
    )
    # "Connected with the war, the trade fell"
    passive = low == 0 and opening.name is None and lower_english(opening).endswith("ed")
    passive = passive and lower_english(words[1]) in PREPOSITIONS | {"as"}
    return comma if opens or timed or digits or passive or (participle and comma > low + 1) else None


def _begins_count(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether a number opens a noun phrase right behind another one: "On 5 May | less than 300 men"."""
    if words[at].amount is None or words[at].amount == words[at - 1].amount:
        return False
    while at - 1 > low and lower_english(words[at - 1]) in phrases("english_approximators") | {"less"}:
        at -= 1
    before = words[at - 1]
    return not before.is_mark and lower_english(before) not in PREPOSITIONS | DETERMINERS | _COUNTING | {"and", "or"}


def is_described(words: Sequence[Word], facts: Facts, verb: int) -> bool:
    """Whether a past participle describes the noun before it: "the treaty signed in Batumi", "built by the town".

    No auxiliary and no subject of its own stands before it, no object behind it, and its deed is one that needs one;
    "by" makes it a passive whatever the deed.
    """
    form = words[verb].lower
    row = row_of(form)
    if verb == 0 or verb + 1 >= len(words) or form in participles() or not form.endswith(("ed", "t", "n", "d")):
        return False
    at = verb - 1
    while at > 0 and (words[at].folded == "," or is_adverb(words[at])):
        at -= 1
    before, after = words[at], words[verb + 1]
    if before.lower in AUXILIARIES | _RELATIVES | {"and", "but", "or", "then", "not"} or before.is_mark:
        return False
    if after.lower == "by" and row.action is not None:
        return True
    held = facts.names[before.name].kind if before.name is not None else None
    signs = row.action == "sign" and held in (NameKind.PERSON, NameKind.PLACE)  # "Greece signed at Mudros"
    # "granted to Greece 900 pounds" has its object behind
    shifted = row.action == "transfer" and after.lower == "to"
    plainly = (
        not shifted
        and row.subject == "subject"
        and row.action in _DONE_TO
        and after.lower in PREPOSITIONS - {"of", "for"}
    )
    return plainly and held is not NameKind.PERSON and not signs and form not in ("sent", "wrote", "gave")


def antecedent(words: Sequence[Word], facts: Facts, text: str, before: int) -> Role | None:
    """The noun phrase that ends right before `before`: a name, or plain words back to an article or preposition."""
    at = before - 1
    while at >= 0 and (words[at].folded in _PASSED or is_adverb(words[at])):
        at -= 1
    if at >= 0 and words[at].folded == ")":
        at = next((i for i in range(at, -1, -1) if words[i].folded == "("), 0) - 1
    if at < 0 or words[at].is_mark:
        return None
    if (held := words[at].name) is not None:
        return Role(facts.names[held].span, facts.names[held].text, facts.names[held].name)
    first = at + 1
    while first > 0 and at - first < _LONGEST - 1 and not _ends_phrase(words[first - 1]):
        if first <= at and words[first].amount is not None and words[first - 1].lower in verbs():
            break  # "and collected | 40,000 pounds, which": a number has no verb before it
        first -= 1
    if first > at:
        return None
    span = Span(words[first].start, words[at].end)
    return Role(span, span.of(text))


def _ends_phrase(word: Word) -> bool:
    """Whether a noun phrase cannot go on to the left of this word."""
    small = lower_english(word) in PREPOSITIONS | DETERMINERS | AUXILIARIES | BE | {"and", "but", "or", "than", "as"}
    return small or word.is_mark or word.date is not None or lower_english(word) in _RELATIVES


def is_of_deed(words: Sequence[Word], part: Part) -> bool:
    """Whether a part belongs to the noun of a deed before it: "a plan of fighting for the poor", "for distribution to".

    What a verb governs its noun keeps (H&P 2002, 5.14.1); that a noun is one of a deed shows in its ending.
    """
    at = part.first - 2
    if part.preposition not in ("for", "to") or at < 1 or words[at].name is not None:
        return False
    bare = words[at - 1].lower in ("of", "for") or words[at - 1].lower.endswith("ing")
    return bare and words[at].lower.endswith(("ing", "tion", "sion", "ment"))


def is_to_do(words: Sequence[Word], part: Part) -> bool:
    """Whether "to" has a gerund with its object behind it: "with a view to making tents for the poor"."""
    opens = words[part.first]
    gerund = is_bare(opens) and len(opens.lower) > _LEAST and opens.lower.endswith("ing")
    return gerund and part.preposition in ("to", "into", "from", "by") and part.stop > part.first + 1
