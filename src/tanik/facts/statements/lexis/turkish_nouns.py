"""The Turkish noun for a word of an Azerbaijani or English page, in any of the forms that the word takes.

Comes in: a folded word. Goes out: its Turkish noun in the singular, as far as ``nouns_turkish.csv`` knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.core.kindred import latin_of
from tanik.core.tables import read_rows
from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.lexis.nouns import kindred_adjectives

__all__ = ["azerbaijani_noun", "known_nouns", "turkish_noun"]

# Azerbaijani endings from the last to the first: case, possessive, plural (Qurbanov, Müasir Azərbaycan dili, 2003)
_ENDINGS: Final = (
    re.compile(r"(?:d[ae]n?|n?[iu]n|y?[iuae]|n[iuae]|l[ae])$"),
    re.compile(r"(?:l[ae]r[iu]|s[iu]|[iu])$"),
    re.compile(r"l[ae]r$"),
)
_ENGLISH_PLURALS: Final = (("ies", "y"), ("men", "man"), ("children", "child"), ("s", ""), ("es", ""))
_LEAST: Final = 2


@cache
def known_nouns(language: str) -> dict[str, str]:
    """The Turkish nouns of the table by the folded noun of `language`.

    >>> known_nouns("en")["kerosene"]
    'gazyağı'
    """
    rows = (row for row in read_rows("tanik.facts", "nouns_turkish.csv") if row["language"] == language)
    return {fold_word(row["noun"]): row["turkish"] for row in rows}


@cache
def _written() -> dict[str, tuple[str, ...]]:
    """The Azerbaijani nouns as they are written by their folded letters: "hökumət" is written "hökümət", too."""
    found: dict[str, tuple[str, ...]] = {}
    for row in read_rows("tanik.facts", "nouns_turkish.csv"):
        if row["language"] == "az":
            folded = fold_word(row["noun"])
            found[folded] = (*found.get(folded, ()), latin_of(row["noun"]))
    return found


def azerbaijani_noun(word: str) -> str | None:
    """The Turkish noun for an Azerbaijani word as written: "düz" is straight and no salt ("duz").

    >>> azerbaijani_noun("duzu"), azerbaijani_noun("düz")
    ('tuz', None)
    """
    folded, latin = fold_word(word), latin_of(word)
    if latin in kindred_adjectives():
        return None
    form = next((one for one in _forms(folded, "az") if one in known_nouns("az")), None)
    if form is None:
        return None
    # the last letter softens
    agrees = latin.isascii() or any(own[:-1] == latin[: len(own) - 1] for own in _written().get(form, ("",)))
    return known_nouns("az")[form] if agrees else None


def turkish_noun(word: str, language: str) -> str | None:
    """The Turkish noun for a folded word in any of its forms; None where the table has none.

    >>> turkish_noun("abunecisi", "az"), turkish_noun("children", "en"), turkish_noun("zzz", "en")
    ('abone', 'çocuk', None)
    """
    nouns = known_nouns(language)
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
