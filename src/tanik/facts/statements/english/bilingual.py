"""What a common noun of an Azerbaijani or English page is in Turkish, so that pages can be laid side by side.

Comes in: a statement and its page's language. Goes out: the same with a Turkish `name` for each role that has none,
as far as the table of the domain's nouns knows its words; `text` and span stay the page's. "50,000 pounds" is then
the same thing as "50.000 sterlin". Azerbaijani words that the table lacks stay, since most are Turkish words too; an
English phrase is named only as a whole (see `renamed`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tanik.core.harmony import fitting
from tanik.facts.model import Facts, NameKind, Role, Statement
from tanik.facts.statements.english.renamed import renamed
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.turkish_nouns import azerbaijani_noun, known_nouns, turkish_noun

__all__ = ["in_turkish", "is_somewhere", "is_spot", "is_told_apart"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
_NOTHING: Final = Facts()
_SEVERAL: Final = re.compile(r"[a-z]{3}l[ae]r$")


def in_turkish(statement: Statement, language: str, facts: Facts = _NOTHING) -> Statement:
    """The statement of a page in "az" or "en" with Turkish names for the common nouns in its roles."""
    if language == "en":
        roles = tuple((place, renamed(role, statement.action, facts, place)) for place, role in statement.roles)
    else:
        roles = tuple((place, _named(role)) for place, role in statement.roles)
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


def _named(role: Role) -> Role:
    """A role of an Azerbaijani page with the Turkish words for those of its own that the table knows."""
    if role.name is not None:
        # a description is in the page's language though a name stands in it or it stands for a short form
        words = [(azerbaijani_noun(word) if word.islower() else None) or word for word in role.name.split()]
        return replace(role, name=" ".join(words))
    pairs = [(word, azerbaijani_noun(word)) for word in _WORD.findall(role.text)]
    last, noun = pairs[-1] if pairs else ("", None)
    if noun is not None and _is_plural(fold_word(last)) and not any(c.isdigit() for c in role.text):
        pairs[-1] = (last, noun + fitting(noun, "lAr"))
    known = any(turkish is not None for _, turkish in pairs)
    return replace(role, name=" ".join(turkish or word for word, turkish in pairs)) if known else role


def _is_plural(word: str) -> bool:
    """Whether a folded Azerbaijani word is a plural, and not a noun that ends so ("dollar")."""
    return _SEVERAL.search(word) is not None and word not in known_nouns("az")
