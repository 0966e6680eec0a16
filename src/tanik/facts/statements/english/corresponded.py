"""What an English letter's "we", "you" and "your letter" mean.

Comes in: a clause's roles and who writes to whom. Goes out: the roles with writer and addressee in the places of the
pronouns, and of a paper that is "yours" and was received who sent it (Huddleston & Pullum, The Cambridge Grammar of the
English Language, 2002, 17.2 on person). What is asked, promised or accepted in the present is done by the letter, on
its day (3.6.3 on performatives): its verb is read as the past in which a page tells such deeds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.tables import read_rows
from tanik.facts.model import Role
from tanik.facts.statements.discourse.correspondents import Correspondents
from tanik.facts.statements.english.forms import Verb, row_of
from tanik.facts.statements.english.phrases import DETERMINERS, PREPOSITIONS, is_adverb, is_bare
from tanik.facts.statements.english.subjects import Sentence
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.words import Word

__all__ = ["as_told", "day_in_letter", "with_correspondents"]

_YOUR: Final = "your "
_PUT: Final = ("request", "offer", "promise", "order")
_PERFORMED: Final = (*_PUT, "accept", "refuse")
_BY_WRITER: Final = (*_PERFORMED, "transfer")
_DAYS: Final = ("today", "yesterday")
_BEHIND: Final = phrases("english_behind_performed")


@cache
def _pasts() -> dict[str, str]:
    """The past of each plain form and of each in -s: rows give a verb's forms one behind the other."""
    found: dict[str, str] = {}
    for row in read_rows("tanik.facts", "verbs_english.csv"):
        forms = row["forms"].split("|")
        for plain, in_s, past in zip(forms, forms[1:], forms[2:], strict=False):
            if in_s in (f"{plain}s", f"{plain}es", f"{plain[:-1]}ies"):
                found |= {plain: past, in_s: past}
    return found


def as_told(words: Sequence[Word], letter: Correspondents | None) -> Sequence[Word]:
    """The words of a letter's sentence with what is done by writing it in the past, without the day that opens it.

    >>> from tanik.facts.statements.lexis.words import plain_word
    >>> words = [plain_word(word) for word in "We ask you to send ten".split()]
    >>> [word.lower for word in as_told(words, Correspondents())]
    ['we', 'asked', 'you', 'to', 'send', 'ten']
    """
    if letter is None:
        return words
    opens = len(words) > 1 and words[0].lower in _DAYS
    return list(_performed(words[1:] if opens else words))


def _performed(words: Sequence[Word]) -> Iterator[Word]:
    for at, word in enumerate(words):
        past = _pasts().get(word.lower) if at and is_bare(word) else None
        performs = past is not None and (_is_mine(words, at) or _is_of_third_person(words, at))
        yield replace(word, lower=past, folded=past) if past is not None and performs else word


def _is_mine(words: Sequence[Word], at: int) -> bool:
    """Whether "I" or "we" stands before a verb, only adverbs between."""
    before = at - 1
    while before > 0 and (is_adverb(words[before]) or words[before].lower in ("hereby", "therefore", "also")):
        before -= 1
    return words[before].lower in ("i", "ı", "we") and row_of(words[at].lower).action in _BY_WRITER


def _is_of_third_person(words: Sequence[Word], at: int) -> bool:
    """Whether a form in -s is a verb: a noun before it, an object behind it ("the Government accepts the loan")."""
    before, after = words[at - 1], words[at + 1] if at + 1 < len(words) else None
    if not words[at].lower.endswith("s") or row_of(words[at].lower).action not in _PERFORMED or after is None:
        return False
    noun = not before.is_mark and before.lower not in DETERMINERS | PREPOSITIONS and not is_adverb(before)
    governs = after.lower in DETERMINERS | _BEHIND or after.amount is not None
    return noun and governs and (before.name is not None or at > 1)


def day_in_letter(sentence: Sentence, verb: int, inside: Sequence[Word], letter: Correspondents | None) -> str | None:
    """The day of a letter's clause: "yesterday", or its own where what is told is done by it."""
    if letter is None:
        return None
    opens = sentence.text[max(0, sentence.words[0].start - len("yesterday ")) : sentence.words[0].start].lower()
    said = {word.lower for word in inside} | {day for day in _DAYS if opens.endswith(f"{day} ")}
    if (told := letter.day(frozenset(said))) is not None:
        return told
    word = sentence.words[verb]
    return letter.when if sentence.text[word.start : word.end].lower() != word.lower else None


def with_correspondents(
    sentence: Sentence, verb: Verb, roles: dict[str, Role], letter: Correspondents | None
) -> dict[str, Role]:
    """The roles of a clause of a letter; those of any other page as they are."""
    if letter is None:
        return roles
    meant = {place: _meant(letter, role) for place, role in roles.items()}
    thing = meant.get("object")
    yours = thing is not None and sentence.text[: thing.span.start].lower().endswith(_YOUR)
    if verb.action == "transfer" and verb.subject == "recipient" and yours and "subject" not in meant:
        return meant | ({"subject": letter.addressee} if letter.addressee is not None else {})
    mine = letter.writer is not None and meant.get("subject") is letter.writer
    if verb.action in _PUT and mine and "recipient" not in meant and letter.addressee is not None:
        return meant | {"recipient": letter.addressee}
    return meant


def _meant(letter: Correspondents, role: Role) -> Role:
    return (letter.meant(role.text.lower()) or role) if role.name is None else role
