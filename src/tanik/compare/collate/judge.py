"""What kind of change lies between two readings.

Comes in: a collation and two cells of it. Goes out: the differences of the one from the other as `trace` tells them,
and the gravest of them as the kind of the whole. One question is asked beyond those of `trace`: two words that differ
in a letter or two are a minimal pair, and no spellings or forms of one word, where the dictionary knows both and has
no lemma for them in common (``nüfuz`` "influence", ``nüfus`` "population").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from tanik.compare.collation import Collation
from tanik.trace.beside import Words, is_minimal_pair, read_words, tell_differences
from tanik.trace.model import Difference, DifferenceKind

__all__ = ["Judge", "gravest", "sharpened"]

_Cell = tuple[int, int]
# Rules that speak of how a word is written, which no dictionary can gainsay.
_WRITTEN: Final = frozenset(
    {"apostrophe", "circumflex", "diacritics", "encoding", "footnote_mark", "hyphen", "izafet", "joined", "number_form"}
)
_GRAVEST: Final = (
    DifferenceKind.POLARITY,
    DifferenceKind.NUMBER,
    DifferenceKind.NAME,
    DifferenceKind.WORDING,
    DifferenceKind.OMISSION,
    DifferenceKind.ADDITION,
    DifferenceKind.GLOSS,
    DifferenceKind.ORDER,
    DifferenceKind.MODERNISED,
    DifferenceKind.INFLECTION,
    DifferenceKind.SPELLING,
)


def gravest(differences: Sequence[Difference]) -> Difference | None:
    """The difference that weighs most: one that changes the meaning before one that does not, then by kind."""
    return min(differences, key=lambda d: (not d.changes_meaning, _GRAVEST.index(d.kind)), default=None)


class Judge:
    """Tells what differs between cells of one collation."""

    def __init__(self, collation: Collation) -> None:
        self._collation = collation
        self._read: dict[int, Words] = {}
        self._told: dict[tuple[str, str], bool] = {}

    def _words(self, witness: int) -> Words:
        if witness not in self._read:
            self._read[witness] = read_words(self._collation.witnesses[witness].text)
        return self._read[witness]

    def _range(self, witness: int, words: _Cell) -> _Cell:
        """The same words as `trace` counts them: a table that came in may count marks as words."""
        collated, read = self._collation.witnesses[witness], self._words(witness)
        if len(collated) == len(read):
            return words
        span = collated.span(*words)
        start = int(np.searchsorted(read.spelling.ends, span.start, side="right"))
        return start, max(start, int(np.searchsorted(read.spelling.starts, span.end)))

    def differences(self, witness: int, words: _Cell, base: int, base_words: _Cell) -> tuple[Difference, ...]:
        """What `words` of one witness change of `base_words` of another."""
        mine, theirs = self._range(witness, words), self._range(base, base_words)
        if mine[0] == mine[1] and theirs[0] == theirs[1]:
            return ()
        told = tell_differences(self._words(witness), mine, self._words(base), theirs)
        return tuple(sharpened(difference) for difference in told)

    def is_spelling(self, witness: int, words: _Cell, other: int, other_words: _Cell) -> bool:
        """Whether two cells have the same words, spelling aside."""
        mine = self._collation.witnesses[witness].written(*words)
        theirs = self._collation.witnesses[other].written(*other_words)
        key = (mine, theirs) if mine < theirs else (theirs, mine)
        if key not in self._told:
            found = self.differences(witness, words, other, other_words) if mine and theirs else ()
            only = all(one.kind is DifferenceKind.SPELLING for one in found)
            self._told[key] = only if mine and theirs else mine == theirs
        return self._told[key]


def sharpened(difference: Difference) -> Difference:
    """A difference of spelling or form that is one between two words, told as such."""
    if difference.kind not in (DifferenceKind.SPELLING, DifferenceKind.INFLECTION) or difference.rule in _WRITTEN:
        return difference
    one, other = difference.page_text, difference.witness_text
    if len(one.split()) != 1 or len(other.split()) != 1 or not is_minimal_pair(one, other):
        return difference
    return replace(difference, kind=DifferenceKind.WORDING, changes_meaning=True, rule="minimal_pair")
