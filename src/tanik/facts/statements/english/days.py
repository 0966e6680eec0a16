"""Which day an English clause tells of, and which day it leaves to the next.

Comes in: a sentence, one of its clauses and what the clauses before left. Goes out: the dates of the clause in the
order in which they may be its own, or the day that goes on (Huddleston & Pullum, The Cambridge Grammar of the English
Language, 2002, 3.6.2 and 5.14).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, Role
from tanik.facts.statements.english.clauses import Clause
from tanik.facts.statements.english.forms import verb_at
from tanik.facts.statements.english.memory import Memory
from tanik.facts.statements.english.phrases import PREPOSITIONS, lower_english
from tanik.facts.statements.english.subjects import Sentence
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.units import units_by_kind
from tanik.facts.statements.lexis.words import Word

__all__ = ["counts_from", "dates_of", "remember_dates", "same_day"]

# of a day in its month; "north" and "month" are none
_ORDINAL: Final = re.compile(
    r"(?:twenty-|thirty-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|\d{1,2}(?:st|nd|rd|th)"
)
_BESIDE: Final = phrases("english_besides")
_LATER: Final = frozenset(("later", "afterwards", "subsequently", "eventually"))
_SAME_DAY: Final = phrases("english_same_day")


def dates_of(words: Sequence[Word], clause: Clause, inside: Sequence[Word]) -> list[int]:
    """The dates of a clause, first those outside brackets, last one that stands beside a noun before the verb.

    "After the school (1899), he left the academy (1905)" tells of 1905: what brackets hold is of the word before them.
    """
    depth, ranked = 0, []
    for at in range(_behind_perfect(words, clause), clause.end):
        depth += (words[at].folded == "(") - (words[at].folded == ")")
        if words[at].date is not None and words[at] in inside and not _is_attributive(words, at, clause):
            if (depth > 0 and _is_stretch(words, at)) or _is_between(words, at):
                continue  # "the plan (1934–1938)": how long what stands before the bracket lasted
            ranked.append((0 if depth <= 0 else 1 if at > clause.verb else 2, at, words[at].date))
    return [date for _, _, date in sorted(ranked) if date is not None]


def _behind_perfect(words: Sequence[Word], clause: Clause) -> int:
    """Where a clause begins behind "Having sold it in 1921,", which tells of an earlier day (H&P 2002, 3.5)."""
    opens = range(clause.start, clause.group)
    if not opens or lower_english(words[clause.start]) != "having":
        return clause.start
    return next((at for at in opens if words[at].folded == ","), clause.start)


def _is_attributive(words: Sequence[Word], index: int, clause: Clause) -> bool:
    """Whether a date says which one a noun means: "by the March 1921 treaty" (H&P 2002, 5.14)."""
    date = words[index].date
    first = next(at for at in range(index, -1, -1) if at == 0 or words[at - 1].date != date)
    last = next(at for at in range(index, len(words)) if at + 1 == len(words) or words[at + 1].date != date)
    if first <= clause.verb and _is_of_occasion(words, first, clause.start):
        return True
    article = first > clause.verb and words[first - 1].lower in ("the", "a", "an", "its", "their", "his")
    after = words[last + 1] if last + 1 < len(words) else None
    if first - 1 > clause.verb and words[first - 1].lower == "of":
        noun = words[first - 2]
        # "after the Harbour War of 1921"; but "thanked him in a letter of March 1924": a paper bears the deed's own day
        # what is received bears the day on which it was written
        received = verb_at(words, clause.verb).subject == "recipient" and noun.lower in phrases("english_papers")
        return noun.date is None and (received or noun.lower not in phrases("english_times", "english_papers"))
    return article and after is not None and not after.is_mark and after.lower not in PREPOSITIONS | {"and", "when"}


def _is_of_occasion(words: Sequence[Word], first: int, low: int) -> bool:
    """Whether a date before the verb is of a noun that another preposition brings in: "After the war of 1912, Kars …".

    "On", "after" and "before" set the deed beside that event and not into its year; "in" and "at" do (H&P 2002, 7.2.3).
    """
    at = first - 1
    if at - 1 <= low or words[at].lower != "of" or words[at - 1].lower in phrases("english_times", "english_papers"):
        return False
    governs = next((i for i in range(at - 1, low - 1, -1) if lower_english(words[i]) in PREPOSITIONS), None)
    return governs is not None and lower_english(words[governs]) in _BESIDE


def _is_between(words: Sequence[Word], index: int) -> bool:
    """Whether a date is the first or the last of "between May 1918 and April 1920", which is no day of its own."""
    date = words[index].date
    first = next(at for at in range(index, -1, -1) if at == 0 or words[at - 1].date != date)
    before = [lower_english(word) for word in words[max(0, first - 4) : first]]
    whole = any(word.date == date and word.lower == "and" for word in words)
    last = next(at for at in range(index, len(words)) if at + 1 == len(words) or words[at + 1].date != date)
    after = [lower_english(word) for word in words[last + 1 : last + 3]]
    dated = any(word.date is not None for word in words[last + 2 : last + 4])
    after = after[after[:1] == [","] :]  # "from October 1, 1941, to May 31, 1945"
    since = before[-1:] == ["from"] and after[:1] in (["to"], ["until"], ["till"]) and dated
    until = before[-1:] in (["until"], ["till"])
    until = until or (
        before[-1:] == ["to"] and first > 2 and any(w.date is not None for w in words[first - 3 : first - 1])
    )
    return not whole and (since or until or before[-1:] == ["between"] or ("between" in before and before[-1] == "and"))


def _is_stretch(words: Sequence[Word], index: int) -> bool:
    """Whether a date goes from one day to another: "1934–1938"."""
    return any(word.date == words[index].date and word.folded in ("–", "-", "—") for word in words)


def counts_from(inside: Sequence[Word], index: int, facts: Facts) -> bool:
    """Whether so long before or after something is told: "three years before his death in 1937" was not in 1937."""
    if inside[index].lower not in ("before", "after") or not index or (amount := inside[index - 1].amount) is None:
        return False
    return facts.amounts[amount].unit in units_by_kind("time")


def same_day(sentence: Sentence, clause: Clause, span: Span, memory: Memory) -> str | None:
    """The last date where a clause points back to it ("that day") or follows it at once.

    What "had been" done lies before the day of what is told (H&P 2002, 3.6.2 on the preterite perfect).
    """
    if any(word.date is not None for word in sentence.words[clause.verb : clause.end]):
        return None  # "served until 1962": its own date is no day of the deed
    if verb_at(sentence.words, clause.verb).action == "born":
        return None  # nobody is born on the day that the clause before tells of
    pointed = any(phrase in span.of(sentence.text).lower() for phrase in _SAME_DAY)
    perfect = any(sentence.words[at].lower == "had" for at in range(clause.group, clause.verb))
    # "before the congress Ismet met him": on another day than what was told last
    opens = sentence.words[clause.start : clause.start + 2]
    apart = lower_english(opens[0]) in ("before", "after", "until", "since")
    apart = apart and opens[-1].lower not in phrases("english_times")
    if pointed:
        return memory.when
    before = sentence.words[clause.start - 1].lower if clause.start else ""
    other = before in ("but", "because", "although", "though") and not _is_same(memory.dated, memory.head)
    own = lower_english(opens[0]) == "on" and any(
        _ORDINAL.fullmatch(one.lower) for one in sentence.words[clause.start : clause.start + 3]
    )
    if other or own:
        return None  # "on the fifteenth", ", but the other side refused it": on a day of its own, or on any
    if any(one.lower in _LATER for one in sentence.words[clause.start : clause.verb]):
        return None  # "and later supported": on another day
    then = any(one.lower in ("then", "thereupon") for one in sentence.words[clause.start : clause.verb])
    lasts = memory.age == 0 or (memory.age == 1 and then)
    return memory.when if lasts and not perfect and not apart else None


def _is_same(one: Role | None, other: Role | None) -> bool:
    """Whether two subjects are one: a day goes on while the same one is told of (Grosz, Joshi & Weinstein 1995)."""
    if one is None or other is None:
        return False
    return one.name == other.name if one.name is not None or other.name is not None else one.text == other.text


def remember_dates(sentence: Sentence, clause: Clause, memory: Memory) -> None:
    """Keep the last date of a clause; one in parentheses is of the word before it alone."""
    inside = 0
    if any(lower_english(word) in ("which", "who") for word in sentence.words[clause.start : clause.verb]):
        return  # the day of an aside is no day of the story: "the pact, which was signed in 1920"
    for word in sentence.words[clause.start : clause.end]:
        inside += (word.folded == "(") - (word.folded == ")")
        if word.date is not None and inside <= 0 and sentence.facts.dates[word.date].edtf:
            memory.when, memory.age, memory.dated = sentence.facts.dates[word.date].edtf, 0, memory.head
