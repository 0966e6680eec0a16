"""On whose word an English clause stands.

Comes in: a sentence and its clauses. Goes out: who is named as having said it: "X wrote that", ", said X",
"according to X" (Huddleston & Pullum, The Cambridge Grammar of the English Language, 2002, 11.9).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from tanik.facts.model import Role
from tanik.facts.statements.english.adjuncts import subject_from
from tanik.facts.statements.english.bilingual import is_told_apart
from tanik.facts.statements.english.clauses import Clause
from tanik.facts.statements.english.forms import Verb, participles, verb_at, verbs
from tanik.facts.statements.english.memory import Memory
from tanik.facts.statements.english.nominals import noun_phrase
from tanik.facts.statements.english.phrases import PREPOSITIONS, lower_english
from tanik.facts.statements.english.subjects import Sentence
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["according_to", "commented", "is_governing", "only_says", "said_by", "teller_of", "tells_that", "trailing"]

_CLOSING: Final = frozenset(("”", '"', "»", "’", "'", "“"))
_BEHIND_TELLER: Final = frozenset(("which", "who", "it", "he", "she", "they"))
# endings of what nobody is (H&P 2002, 19.5.6 on nouns made from verbs and adjectives)
_ABSTRACT: Final = ("tion", "sion", "ment", "ness", "ity", "ison", "ance", "ence", "empt", "ing")


def is_trailing(words: Sequence[Word], verb: int) -> bool:
    """Whether a verb of saying stands behind what was said: ", wrote one journalist"; not "X, however, wrote that"."""
    if not verb or words[verb - 1].folded != "," or words[verb].lower in participles():
        return False
    return not (verb + 1 < len(words) and words[verb + 1].lower in ("that", "to", "in", "on", "at"))


def is_quoting(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a verb right behind a closing mark only says whose the words in marks are: "…,” wrote Hans Keller".

    Nothing but the words in marks stands before it (Huddleston & Pullum 2002, 11.8.2; Quirk et al. 1985, 14.29).
    """
    verb, row = clause.verb, verbs().get(words[clause.verb].lower)
    if not verb or row is None or not (row.reports or row.action in ("say", "write")):
        return False
    return words[verb - 1].folded in _CLOSING and all(word.is_mark for word in words[clause.start : verb])


def only_says(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a clause only says on whose word another stands: ", said X", "…” wrote X"."""
    return (verb_at(words, clause.verb).reports and is_trailing(words, clause.verb)) or is_quoting(words, clause)


def commented(sentence: Sentence, clause: Clause, memory: Memory) -> tuple[str | None, Role | None] | None:
    """On whose word a comment clause puts the one that it interrupts, and whom that is about; None of no comment."""
    at = comment_from(sentence.words, clause)
    if at is None:
        return None
    text, facts, words = sentence.text, sentence.facts, sentence.words
    low = subject_from(words, clause.start, at - 1)
    about = noun_phrase(text, facts, words, range(low, at - 1), head=True) if low < at - 1 else None
    return teller_of(noun_phrase(text, facts, words, range(at, clause.group), head=True), memory), about


def comment_from(words: Sequence[Word], clause: Clause) -> int | None:
    """Where a comment clause inside another begins: "The guns, | the consul noted, came to Kars" (Quirk 1985, 15.53).

    Its subject stands between two commas with its verb and nothing else.
    """
    after = clause.verb + 1
    if not verb_at(words, clause.verb).reports or after + 1 >= len(words) or words[after].folded != ",":
        return None
    if words[after + 1].lower in ("and", "but", "or", "who", "which"):
        return None
    at = next((at for at in range(clause.group - 1, clause.start, -1) if words[at].folded == ","), None)
    small = at is None or at + 1 == clause.group
    small = small or lower_english(words[(at or 0) + 1]) in PREPOSITIONS | {"who", "which", "and"}
    return None if small or at is None else at + 1


def is_governing(words: Sequence[Word], clause: Clause, *, goes_on: bool) -> bool:
    """Whether a clause follows a reporting verb: "wrote that", "claims 202 thousand left", ", said X" is none."""
    after = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    if after == "that":
        return True
    return goes_on and clause.end == clause.verb + 1 and after not in PREPOSITIONS  # "an article she wrote in Tanin"


def tells_that(words: Sequence[Word], clause: Clause, verb: Verb) -> bool:
    """Whether someone is told what follows: "told us that", "assured the consul that"."""
    near = [word.lower for word in words[clause.verb + 1 : clause.verb + 5]]
    # "informed on the drama that": the pronoun is of the noun before it
    near = near[: next((at for at, word in enumerate(near) if word in ("on", "about", "of")), len(near))]
    whom = words[clause.verb + 1].lower if clause.verb + 1 < len(words) else ""
    # "told the consul that", "alleged to a newspaper that"
    at_end = (
        (verb.object == "recipient" or whom in ("to", "in", "at", "on"))
        and clause.end < len(words)
        and words[clause.end].lower == "that"
    )
    timed = len(near) > 1 and near[1] in phrases("english_times")  # "replied that day"
    return verb.action == "say" and ("that" in near[timed:] or at_end)


_NOBODY: Final = phrases("english_no_teller")


def _called(role: Role | None) -> str | None:
    return (role.name or role.text) if role is not None else None


def teller_of(role: Role | None, memory: Memory) -> str | None:
    """Who says what follows: whoever writes the page where it says "I" or "we"."""
    if role is not None and role.text.lower() in ("i", "ı", "we"):
        return memory.author
    return _called(role) if role is None or _can_tell(role) else None


def _can_tell(role: Role) -> bool:
    """Whether somebody or a paper is told that can say a thing: no "attempt became known as", no "comparison shows"."""
    last = role.text.split()[-1].lower()
    if last in _NOBODY:
        return False
    if role.name is not None or last in phrases("english_papers", "english_evidence", "english_bodies"):
        return True
    return is_told_apart(role) or not last.endswith(_ABSTRACT)


def according_to(sentence: Sentence) -> str | None:
    """The authority that "according to …" names."""
    words = sentence.words
    for index in range(len(words) - 2):
        if words[index].lower == "according" and words[index + 1].lower == "to":
            ends = (
                i
                for i in range(index + 2, len(words))
                if words[i].is_mark or words[i].lower in verbs() or words[i].lower in _BEHIND_TELLER
            )
            inside = range(index + 2, next(ends, len(words)))
            if any(words[at].lower in phrases("english_no_authority") for at in inside):
                return None  # "according to the treaty": what is agreed tells nothing
            return _called(noun_phrase(sentence.text, sentence.facts, words, inside))
    return None


def trailing(words: Sequence[Word]) -> tuple[int, ...]:
    """Where verbs of saying stand behind what was said in a sentence, in order; each clause asks for the next."""
    said = (at for at, word in enumerate(words[:-1]) if (verb := verbs().get(word.lower)) is not None and verb.reports)
    return tuple(at for at in said if is_trailing(words, at))


def said_by(sentence: Sentence, clause: Clause, trailing: Sequence[int]) -> str | None:
    """Who is named behind the clause as having said it: ", wrote one journalist"; `trailing` are the verbs for it."""
    words, place = sentence.words, bisect_right(trailing, clause.verb)
    if place == len(trailing):
        return None
    index = trailing[place]
    stop = next((i for i in range(index + 1, len(words)) if words[i].is_mark), len(words))
    return _called(noun_phrase(sentence.text, sentence.facts, words, range(index + 1, stop)))
