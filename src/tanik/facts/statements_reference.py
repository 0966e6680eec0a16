"""What a short form refers to: "Paşa", "Kongre", "kasaba" after a full name.

Comes in: phrases without a name, and the names of the page. Goes out: the name last mentioned before it that the
short form can stand for: a rank or office that a person's name ends with, the last word of a body's or event's
name, or a word for a settlement after a place. Nothing is guessed across more than the page's own names.
"""

from __future__ import annotations

from bisect import bisect_left

from tanik.core.fold import fold
from tanik.facts.model import Facts, Name, NameKind, Role
from tanik.facts.statements_lexicon import phrases

__all__ = ["resolved"]

_SHORTEST = 4


def _bare(word: str) -> str:
    """A folded word without what is likely its case ending."""
    for ending in (
        "sinden",
        "sindan",
        "inden",
        "undan",
        "sinda",
        "sine",
        "sini",
        "nden",
        "ndan",
        "den",
        "dan",
        "ten",
        "tan",
        "ye",
        "ya",
        "yi",
        "yu",
        "ne",
        "na",
        "ni",
        "de",
        "da",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def _stands_for(word: str, name: Name) -> bool:
    """Whether a folded common noun is a short form of the name."""
    last = fold(name.text).split()[-1]
    full = fold(name.name).split()[-1]
    if name.kind is NameKind.PERSON:
        return word in phrases("ranks") and (last == word or word in fold(name.text).split())
    if name.kind is NameKind.PLACE:
        return word in phrases("settlements")
    return len(word) >= _SHORTEST and (last.startswith(word) or full.startswith(word))


def resolved(role: Role, facts: Facts, *, other_than: str | None = None) -> Role:
    """The role with the name that its words stand for, where a name before it fits.

    A pronoun is no one's who does the deed himself (`other_than`).
    """
    if role.name is not None or not role.text or " " in role.text.strip():
        return role
    word = _bare(fold(role.text))
    index = bisect_left([name.span.start for name in facts.names], role.span.start)
    before = facts.names[max(0, index - 12) : index]
    if fold(role.text) in phrases("pronouns"):
        person = next((n for n in reversed(before) if n.kind is NameKind.PERSON and n.name != other_than), None)
        return Role(role.span, role.text, person.name) if person else role
    for name in reversed(facts.names[:index]):
        if _stands_for(word, name):
            return Role(role.span, role.text, name.name)
    return role
