"""Witnesses as numbers: what the aligner works on.

Comes in: the texts of the witnesses. Goes out: a `Store`: every witness's words as units, each with the number of its
comparison form. A unit is one word, or the two or three words that another witness writes as one (``bir şey`` /
``birşey``, ``kitle-i`` / ``kitlei``): so the aligner never has to lay two words beside one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import add

import numpy as np
from numpy.typing import NDArray

from tanik.compare.collation import CollatedWitness, WitnessText
from tanik.trace.beside import Words, likeness_of, old_and_new, read_words, word_weights

__all__ = ["Store", "read_store"]

_UNLIKE = 0.0
# Letters in common, as a share, below which two words are not asked how alike they are.
_ALIKE = 0.7
_OLD_AND_NEW = 0.85


@dataclass(frozen=True, slots=True, eq=False)
class Store:
    """All witnesses of one collation.

    `units` has for each witness the number of each unit's form, `firsts` at which of its words each unit begins (and,
    last, how many words there are). `forms` are the comparison forms by number, `weights` what each is worth, `shapes`
    the length, first letter and last two letters of each (a row a form).
    """

    texts: tuple[Words, ...]
    witnesses: tuple[CollatedWitness, ...]
    units: tuple[NDArray[np.int32], ...]
    firsts: tuple[NDArray[np.int32], ...]
    forms: tuple[str, ...]
    weights: NDArray[np.float64]
    shapes: NDArray[np.int64]

    def likeness(self, one: NDArray[np.int32], other: NDArray[np.int32]) -> NDArray[np.float64]:
        """How alike the forms of each pair of numbers are: 1 equal, 0 unlike, between them spellings and synonyms."""
        size = len(self.forms)
        keys = one.astype(np.int64) * size + other
        wanted, places = np.unique(keys, return_inverse=True)
        ones, others = wanted // size, wanted % size
        found = (ones == others).astype(np.float64)
        asked = np.flatnonzero(self._comparable(ones, others))
        forms = self.forms
        if len(asked):
            found[asked] = likeness_of(
                [forms[at] for at in ones[asked].tolist()], [forms[at] for at in others[asked].tolist()]
            )
            found[(found < _ALIKE) & (ones != others)] = _UNLIKE
        mine, theirs = sorted(set(ones.tolist())), sorted(set(others.tolist()))
        joined = old_and_new([forms[at] for at in mine], [forms[at] for at in theirs])
        if joined:
            rows = np.array(joined, dtype=np.int64)
            known = np.isin(wanted, np.array(mine)[rows[:, 0]] * size + np.array(theirs)[rows[:, 1]])
            found[known] = np.maximum(found[known], _OLD_AND_NEW)
        alike: NDArray[np.float64] = found[places]
        return alike

    def _comparable(self, ones: NDArray[np.int64], others: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Unlike forms that may be alike by their letters: of about one length, with the same beginning or end."""
        lengths, heads, tails = self.shapes.T
        near = np.abs(lengths[ones] - lengths[others]) <= np.maximum(lengths[ones], lengths[others]) // 2
        long_enough = np.minimum(lengths[ones], lengths[others]) >= 3
        edges = (heads[ones] == heads[others]) | (tails[ones] == tails[others])
        asked: NDArray[np.bool_] = (ones != others) & near & long_enough & edges
        return asked


def _key(letters: str) -> int:
    """A few letters as a number, with the letters merged that spellings exchange."""
    return sum(ord(letter) << (16 * at) for at, letter in enumerate(letters.translate(_MERGED)))


def _shapes(forms: Sequence[str]) -> NDArray[np.int64]:
    keys = {letters: _key(letters) for letters in {part for form in forms for part in (form[:1], form[-2:])}}
    rows = [(len(form), keys[form[:1]], keys[form[-2:]]) for form in forms]
    return np.array(rows, dtype=np.int64).reshape(-1, 3)


_MERGED = str.maketrans("bdgu", "ptki")


def read_store(texts: Sequence[WitnessText]) -> Store:
    """The witnesses cut into units that can be laid side by side.

    >>> store = read_store([WitnessText("A", "Hiç bir şey"), WitnessText("B", "hiçbir şey!")])
    >>> [[store.forms[unit] for unit in units] for units in store.units]
    [['hicbir', 'sey'], ['hicbir', 'sey']]
    """
    read = tuple(read_words(text.text) for text in texts)
    words = [one.slice(0, len(one)) for one in read]
    joined = _joined_forms(words)
    numbers: dict[str, int] = {}
    units, firsts = [], []
    for own in words:
        forms, starts = _as_units(own, joined)
        units.append(np.array([numbers.setdefault(form, len(numbers)) for form in forms], dtype=np.int32))
        firsts.append(np.array([*starts, len(own)], dtype=np.int32))
    plain = [np.array([numbers.setdefault(word, len(numbers)) for word in own], dtype=np.int32) for own in words]
    names = tuple(numbers)
    counts = np.bincount(np.concatenate([*units, np.empty(0, np.int32)]), minlength=len(names))
    witnesses = tuple(
        CollatedWitness(text, one.spelling.starts, one.spelling.ends, own)
        for text, one, own in zip(texts, read, plain, strict=True)
    )
    return Store(read, witnesses, tuple(units), tuple(firsts), names, word_weights(names, counts), _shapes(names))


def _joined_forms(words: Sequence[Sequence[str]]) -> frozenset[str]:
    """The words of one witness that another one writes apart, where nobody has both ways of writing."""
    vocabularies = [set(own) for own in words]
    known = set().union(*vocabularies)
    joined: set[str] = set()
    for own, vocabulary in zip(words, vocabularies, strict=True):
        twos = list(map(add, own, own[1:]))
        for pairs in (twos, map(add, twos, own[2:])):
            joined |= known.intersection(pairs) - vocabulary
    return frozenset(joined)


def _as_units(words: Sequence[str], joined: frozenset[str]) -> tuple[list[str], Iterable[int]]:
    """The words as units, and where each begins."""
    if not joined:
        return list(words), range(len(words))
    twos = list(map(add, words, words[1:]))
    sizes = {at: 2 for at, form in enumerate(twos) if form in joined}
    sizes |= {at: 3 for at, form in enumerate(map(add, twos, words[2:])) if form in joined}
    forms: list[str] = []
    starts: list[int] = []
    at = 0
    for first in sorted(sizes):
        if first < at:
            continue  # inside the unit before
        end = first + sizes[first]
        forms += [*words[at:first], "".join(words[first:end])]
        starts += range(at, first + 1)
        at = end
    return [*forms, *words[at:]], [*starts, *range(at, len(words))]
