"""What a common noun of an Azerbaijani or English page is in Turkish, so that pages can be laid side by side.

Comes in: a statement and its page's language. Goes out: the same with a Turkish `name` for each role that has none,
as far as the table of the domain's nouns knows its words; `text` and span stay the page's. "50,000 pounds" is then
the same thing as "50.000 sterlin". Words that the table lacks stay as they are; where it knows none there is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.tables import read_rows
from tanik.facts.model import Role, Statement
from tanik.facts.statements.lexis.lexicon import fold_word, phrases

__all__ = ["in_turkish", "is_told_apart"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d+(?:[.,]\d+)*")
# Azerbaijani endings from the last to the first: case, possessive, plural (Qurbanov, Müasir Azərbaycan dili, 2003)
_ENDINGS: Final = (
    re.compile(r"(?:d[ae]n?|n?[iu]n|y?[iuae]|n[iuae]|l[ae])$"),
    re.compile(r"(?:l[ae]r[iu]|s[iu]|[iu])$"),
    re.compile(r"l[ae]r$"),
)
_ENGLISH_PLURALS: Final = (("ies", "y"), ("men", "man"), ("children", "child"), ("es", ""), ("s", ""))
_LEAST: Final = 2
_SEVERAL: Final = re.compile(r"[a-z]{3}l[ae]r$")


@cache
def _nouns(language: str) -> dict[str, str]:
    rows = (row for row in read_rows("tanik.facts", "nouns_turkish.csv") if row["language"] == language)
    return {fold_word(row["noun"]): row["turkish"] for row in rows}


def in_turkish(statement: Statement, language: str) -> Statement:
    """The statement with Turkish names for the common nouns in its roles, on a page in "az" or "en"."""
    roles = tuple((place, _named(role, language)) for place, role in statement.roles)
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
    turkish = _turkish(fold_word(words[-1]), "en") if words else None
    return turkish is not None and fold_word(turkish) in phrases("actors") | phrases("bodies")


def _named(role: Role, language: str) -> Role:
    if role.name is not None:
        # a description is in the page's language though a name stands in it or it stands for a short form
        words = [
            (_turkish(fold_word(word), language) if word.islower() else None) or word for word in role.name.split()
        ]
        return replace(role, name=" ".join(words))
    told = [(word, _turkish(fold_word(word), language)) for word in _WORD.findall(role.text)]
    last, noun = told[-1] if told else ("", None)
    if (
        language == "az"
        and noun is not None
        and _is_plural(fold_word(last))
        and not any(c.isdigit() for c in role.text)
    ):
        told[-1] = (last, _plural(noun))
    known = any(turkish is not None for _, turkish in told)
    return replace(role, name=" ".join(turkish or word for word, turkish in told)) if known else role


def _is_plural(word: str) -> bool:
    """Whether a folded Azerbaijani word is a plural, and not a noun that ends so ("dollar")."""
    return _SEVERAL.search(word) is not None and word not in _nouns("az")


def _plural(noun: str) -> str:
    """A Turkish noun in the plural.

    >>> _plural("işçi"), _plural("kitap")
    ('işçiler', 'kitaplar')
    """
    last = next((char for char in reversed(noun.lower()) if char in "aıoueiöü"), "e")
    return f"{noun}{'lar' if last in 'aıou' else 'ler'}"


def _turkish(word: str, language: str) -> str | None:
    """The Turkish noun for a folded word in any of its forms; None where the table has none.

    >>> _turkish("abunecisi", "az"), _turkish("children", "en"), _turkish("zzz", "en")
    ('abone', 'çocuk', None)
    """
    nouns = _nouns(language)
    return next((nouns[form] for form in _forms(word, language) if form in nouns), None)


def _forms(word: str, language: str) -> Iterator[str]:
    """The word itself, then what is left of it without its endings."""
    yield word
    if language == "en":
        for plural, single in _ENGLISH_PLURALS:
            if word.endswith(plural):
                yield word.removesuffix(plural) + single
        return
    left = {word}
    for ending in _ENDINGS:
        for form in sorted(left, key=len, reverse=True):
            match = ending.search(form)
            if match is not None and match.start() >= _LEAST:
                left.add(form[: match.start()])
                yield form[: match.start()]
