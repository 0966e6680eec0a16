"""The closed word classes and case frames that statements are read with.

Comes in: the tables under ``data/``. Goes out: frozen sets of folded words and, for each frame, which case fills
which place. Kept apart so that the grammar's code names a class and never a word.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import is_known
from tanik.core.tables import read_rows

__all__ = ["fold_word", "frame", "has_word", "phrases"]

# an order and a prince, a union and a unit, a party and a division, a number and an issue
_TWO_MEANINGS: Final = frozenset(("emir", "birlik", "firka", "sayi"))
_ENGLISH: Final = "english_"
_FOREIGN: Final = re.compile(r"[əqx]")


@lru_cache(maxsize=1 << 15)
def fold_word(text: str) -> str:
    """A word or short phrase folded (see core/fold): the same few are compared again and again.

    >>> fold_word("Söğüt")
    'sogut'
    """
    return fold(text)


@cache
def _tables(name: str) -> dict[str, dict[str, object]]:
    return tomllib.loads(files("tanik.facts").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def phrases(*names: str) -> frozenset[str]:
    """The folded words (or phrases) of one class, or of several together.

    >>> "gunu" in phrases("date_tails"), "gunu" in phrases("joins", "date_tails")
    (True, True)
    >>> "towards" in phrases("english_prepositions")
    True
    """
    if len(names) != 1:
        return frozenset().union(*map(phrases, names))
    name = names[0]
    if name.startswith(_ENGLISH):
        return _english()[name.removeprefix(_ENGLISH)]
    words = _tables("statement_words.toml")[name]["words"]
    if not isinstance(words, list):
        raise TypeError(f"statement_words.toml: [{name}] words must be a list")
    return frozenset(map(str, words)) | {noun for noun, turkish in _kindred() if turkish in words}


@cache
def _english() -> dict[str, frozenset[str]]:
    """The words of each class of English: those are in a table of their own, which is read in a tenth of the time."""
    return {row["kind"]: frozenset(row["words"].split("|")) for row in read_rows("tanik.facts", "english_words.csv")}


@cache
def _kindred() -> tuple[tuple[str, str], ...]:
    """The nouns that are Azerbaijani alone, each with the Turkish one of its meaning, both folded.

    What a class says of "hükûmet" it says of "hökumət". A noun that Turkish has, too, means something else there
    ("say", "pul"), and of a Turkish noun with two meanings it is not told which of them the class is about.
    """
    rows = [row for row in read_rows("tanik.facts", "nouns_turkish.csv") if row["language"] == "az"]
    # in letters of Turkish it may be the stem of another word there: "müdire" is no dative of "müdir"
    rows = [row for row in rows if _FOREIGN.search(row["noun"])]
    pairs = [(fold_word(row["noun"]), fold_word(row["turkish"])) for row in rows]
    return tuple(pair for pair in pairs if pair[1] not in _TWO_MEANINGS and not is_known(pair[0]))


@lru_cache(maxsize=1 << 15)
def has_word(name: str, folded: str) -> bool:
    """Whether a word or phrase of the class stands in `folded` text, as the beginning of a word.

    >>> has_word("armies", "yunan ordusu"), has_word("armies", "heyet")
    (True, False)
    """
    return _any_of(name).search(f" {folded}") is not None


@cache
def _any_of(name: str) -> re.Pattern[str]:
    """The words of a class as one expression, each at a word's beginning."""
    return re.compile(" (?:" + "|".join(map(re.escape, sorted(phrases(name)))) + ")")


@cache
def frame(name: str) -> dict[str, str]:
    """Which place of a statement each case fills.

    >>> frame("give")["dat"]
    'recipient'
    """
    return {case: str(role) for case, role in _tables("frames.toml")[name].items() if case != "example"}
