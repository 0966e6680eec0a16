"""A text becomes fingerprints: 64-bit numbers that equal stretches of two texts share.

Comes in: a text. Goes out: fingerprints with the ordinal of the token each begins at, three a token: the stem
alone, the stem with the next, the stem with the next two. The long ones find copies cheaply in long texts; the short
ones find six damaged words; and their counts in a library tell how rare a word is there and how well it foretells the
next, which is what the score of a match is reckoned from (README.md, steps 2 and 6).

A stem is the first five folded letters of a word, with the letters merged that spellings of one Turkish word
exchange: b/p, d/t, g/k (final devoicing: ``mesud``/``mesut``, ``edüb``/``edip``) and u/i (labial harmony:
``müşkül``/``müşkil``). Words of one letter are passed over, so that an izafet written ``kitle-i``, ``kitle i`` and
``kitlei`` meets itself.

The library stores exactly what `sketch` gives, under `SKETCH_VERSION`; a change of the tokens or of the fingerprints
raises the version, and a library of another version is indexed anew. Nothing here depends on the process, the
machine or the platform's byte order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.core.token import Spelling, spell

__all__ = [
    "KINDS",
    "SKETCH_VERSION",
    "STEM",
    "Sketch",
    "kinds",
    "sketch",
    "sketch_words",
    "stem_fingerprints",
    "word_hashes",
]

SKETCH_VERSION: Final = 2
KINDS: Final = 3
"""Fingerprints of one, two and three stems; the two lowest bits of a fingerprint tell which (0, 1, 2)."""

STEM: Final = 5
"""Letters of a word that are its stem."""

_WIDEST: Final = 32
_MERGED: Final = {ord(a): ord(b) for a, b in ("bp", "dt", "gk", "ui")}


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """The fingerprints of one text.

    `fingerprints` and `positions` have one row a fingerprint; `positions` are token ordinals, not decreasing.
    `tokens` is the number of tokens of the text.
    """

    fingerprints: NDArray[np.uint64]
    positions: NDArray[np.int32]
    tokens: int


def _mixed(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Each number scattered over 64 bits: the finaliser of SplitMix64 (Steele, Lea and Flood, 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


_FACTORS: Final = _mixed(np.arange(1, _WIDEST + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)) | np.uint64(1)
_LETTER: Final[NDArray[np.uint32]] = np.arange(0x250, dtype=np.uint32)
_LETTER[list(_MERGED)] = list(_MERGED.values())


def word_hashes(spelling: Spelling, width: int = _WIDEST) -> NDArray[np.uint64]:
    """One 64-bit hash a word, of its first `width` letters (at most 32).

    >>> word_hashes(spell("vatan Vatan")).tolist()[0] == word_hashes(spell("vatan Vatan")).tolist()[1]
    True
    """
    if not len(spelling):
        return np.empty(0, dtype=np.uint64)
    lengths = np.diff(spelling.firsts, append=len(spelling.letters))
    place = np.arange(len(spelling.letters)) - np.repeat(spelling.firsts, lengths)
    letters = (spelling.letters.astype(np.uint64) + np.uint64(1)) * _FACTORS[np.minimum(place, _WIDEST - 1)]
    letters[place >= width] = 0
    return _mixed(np.add.reduceat(letters, spelling.firsts))


def _stems(spelling: Spelling) -> NDArray[np.uint64]:
    letters = spelling.letters
    merged = np.where(letters < len(_LETTER), _LETTER[np.minimum(letters, len(_LETTER) - 1)], letters)
    return word_hashes(Spelling(merged, spelling.firsts, spelling.starts, spelling.ends), STEM)


def _counted(spelling: Spelling) -> NDArray[np.intp]:
    """The words that are fingerprinted: all but single letters (single digits stay)."""
    lengths = np.diff(spelling.firsts, append=len(spelling.letters))
    first = spelling.letters[spelling.firsts]
    return np.flatnonzero((lengths > 1) | ((first >= ord("0")) & (first <= ord("9"))))


def kinds(fingerprints: NDArray[np.uint64]) -> NDArray[np.int64]:
    """How many stems beyond the first each fingerprint holds: 0, 1 or 2."""
    return (fingerprints & np.uint64(3)).astype(np.int64)


def sketch_words(spelling: Spelling) -> Sketch:
    """The fingerprints of a text whose words are already spelled."""
    if not len(spelling):
        return Sketch(np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int32), 0)
    counted = _counted(spelling)
    stems = _stems(spelling)[counted]
    runs, found, ordinals = stems, [], []
    for kind in range(KINDS):
        if kind:
            runs = _mixed(runs[:-1] * np.uint64(3) + stems[kind:]) if len(stems) > kind else runs[:0]
        found.append((runs & ~np.uint64(3)) | np.uint64(kind))
        ordinals.append(counted[: len(runs)])
    fingerprints, positions = np.concatenate(found), np.concatenate(ordinals)
    order = np.argsort(positions, kind="stable")
    return Sketch(fingerprints[order], positions[order].astype(np.int32), len(spelling))


def stem_fingerprints(stems: Sequence[str]) -> NDArray[np.uint64]:
    """The fingerprint of each stem by itself, as `sketch` gives it for a word that begins so.

    >>> stem_fingerprints(["ordul"])[0] in sketch("Ordular ilk hedefiniz").fingerprints
    True
    """
    letters = np.frombuffer("".join(stems).encode("utf-32-le", "surrogatepass"), dtype="<u4").astype(np.uint32)
    lengths = np.array([len(stem) for stem in stems], dtype=np.int32)
    firsts = (np.cumsum(lengths) - lengths).astype(np.int32)
    return _stems(Spelling(letters, firsts, firsts, firsts + lengths)) & ~np.uint64(3)


def sketch(text: str) -> Sketch:
    """The fingerprints of `text`: of every stem, every pair and every three in a row.

    >>> sketch("Ordular ilk hedefiniz").positions.tolist()
    [0, 0, 0, 1, 1, 2]
    """
    return sketch_words(spell(text))
