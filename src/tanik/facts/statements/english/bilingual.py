"""What a common noun of an Azerbaijani or English page is in Turkish, so that pages can be laid side by side.

Comes in: a statement and its page's language. Goes out: the same with a Turkish `name` for each role that has none,
as far as the table of the domain's nouns knows its words; `text` and span stay the page's. "50,000 pounds" is then
the same thing as "50.000 sterlin". Azerbaijani words that the table lacks stay, since most are Turkish words too; an
English phrase is named only as a whole (see `renamed`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import Final

from tanik.facts.model import Facts, NameKind, Role, Statement
from tanik.facts.statements.english.renamed import renamed
from tanik.facts.statements.lexis.kindred_named import kindred_phrase, whole_noun
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.turkish_nouns import azerbaijani_noun, turkish_noun

__all__ = ["in_turkish", "is_somewhere", "is_spot", "is_told_apart"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_NOTHING: Final = Facts()


def in_turkish(statement: Statement, language: str, facts: Facts = _NOTHING) -> Statement:
    """The statement of a page in "az" or "en" with Turkish names for the common nouns in its roles."""
    if language == "en":
        roles = tuple((place, renamed(role, statement.action, facts, place)) for place, role in statement.roles)
    else:
        roles = tuple((place, _named(role, facts)) for place, role in statement.roles)
    return replace(statement, roles=roles) if roles != statement.roles else statement


def is_told_apart(role: Role | None) -> bool:
    """Whether an English doer is named, or someone in a post or a body: "the governor", "fishermen".

    >>> from tanik.core.span import Span
    >>> [is_told_apart(Role(Span(0, len(text)), text)) for text in ("The governor", "The price")]
    [True, False]
    """
    if role is None or role.name is not None:
        return role is not None
    words = _WORD.findall(role.text)
    if "and" in words and words[0][:1].isupper() and words[-1][:1].isupper():
        return True  # "Ali Bey and Veli Bey"
    turkish = turkish_noun(fold_word(words[-1]), "en") if words else None
    return turkish is not None and fold_word(turkish) in phrases("actors", "bodies")


def is_somewhere(role: Role, kind: NameKind | None = None) -> bool:
    """Whether an English role is where something may happen: a name of any `kind` but a person's, a noun of the table.

    >>> from tanik.core.span import Span
    >>> [is_somewhere(Role(Span(0, len(text)), text)) for text in ("the harbour", "takeover")]
    [True, False]
    """
    ends = {word.lower() for word in (*role.text.split()[:1], *role.text.split()[-1:])}
    if ends & phrases("english_no_authority", "english_events"):
        return False  # in a war or a treaty something happens, but nowhere
    if role.name is not None:
        return kind is not NameKind.PERSON
    return is_spot(role) and not _is_somebody(role)


def _is_somebody(role: Role) -> bool:
    """Whether a plain phrase is of people, who are no place: "on their British officers"."""
    last = _WORD.findall(role.text)[-1:]
    turkish = turkish_noun(fold_word(last[0]), "en") if last else None
    return turkish is not None and fold_word(turkish) in phrases("actors")


def is_spot(role: Role) -> bool:
    """Whether a plain English phrase is of a place or a body that one can go to: "the ruined mills of the town".

    >>> from tanik.core.span import Span
    >>> [is_spot(Role(Span(0, len(text)), text)) for text in ("the harbour", "the post", "ears of the consul")]
    [True, False, False]
    """
    head = _WORD.findall(re.split(r"\s+(?:of|for|in|at|to|on)\s+", role.text)[0])
    last = head[-1] if head else ""
    known = phrases("english_places", "english_place_nouns", "english_institutions", "english_bodies")
    known -= phrases("english_events", "english_papers")
    named = last[:1].isupper() or bool({last.lower(), last.lower().removesuffix("s")} & known)
    return named or (" of " not in role.text and is_told_apart(role))


def _named(role: Role, facts: Facts) -> Role:
    """A role of an Azerbaijani page under its Turkish name, where all its words are known; else in the page's words."""
    told = role.name if role.name is not None else role.text
    words = told.split() if role.name is not None else _WORD.findall(told)
    if role.name is not None and not any(word.islower() for word in words):
        return role
    whole = " ".join((*words[:-1], whole_noun(words[-1]))) if words else told
    if role.name is None and not any(azerbaijani_noun(word) for word in whole.split()):
        return replace(role, name=whole) if words and not whole.endswith(words[-1]) else role
    name = kindred_phrase(words, _names_in(role, facts))
    if name is None and words and not whole.endswith(words[-1]):
        name = whole
    return replace(role, name=name) if name is not None else role


def _names_in(role: Role, facts: Facts) -> dict[str, str]:
    """The names of one word inside a role, as the page has them, with their Turkish forms."""
    if role.name is not None:
        return {word: word for word in role.name.split() if not word.islower()}
    first = bisect_left(facts.names, role.span.start, key=lambda name: name.span.start)
    last = bisect_left(facts.names, role.span.end, key=lambda name: name.span.start)
    return {one.text: one.name for one in facts.names[first:last] if " " not in one.text and one.text}
