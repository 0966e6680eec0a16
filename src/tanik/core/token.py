"""Words of a text with their places.

Comes in: a text. Goes out: the start and end of every word, and each word's comparison form. A word is a run of
letters, digits and combining marks; an apostrophe between letters belongs to the word (``Nerimanov'a`` is one
word), a hyphen parts two words, unless it stands at the end of a line that goes on with a small letter
(``kur-⏎tarmak``). Punctuation is not kept: what lies between two words can be read from the text.

Everything happens on arrays of code points, because a library is tokenised whole: `spell` gives words as letters
for those who only want to hash them, `tokenize` gives them as strings.
"""

from __future__ import annotations

import itertools
import unicodedata
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.core.fold import fold_codes

__all__ = ["Spelling", "Tokens", "spell", "tokenize"]

# Classes of folded characters; 0 is "not met yet".
_PARTS, _LETTER, _APOSTROPHE, _MARK, _HYPHEN, _NEWLINE = 1, 2, 3, 4, 5, 6
_BROKEN: Final = bytes((_HYPHEN, _NEWLINE))
_JOINED: Final = bytes((_LETTER, *_BROKEN, _LETTER))
_CLASS: Final[NDArray[np.uint8]] = np.zeros(0x110000, dtype=np.uint8)
_INVISIBLE: Final = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of one text: `starts` and `ends` (code points, one entry a word) and folded `words`."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    words: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """The words of one text as letters, without apostrophes and marks.

    `letters` are folded code points of all words in a row; `firsts` says at which of them each word begins;
    `starts` and `ends` are the words' places in the text.
    """

    letters: NDArray[np.uint32]
    firsts: NDArray[np.int32]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.firsts)


def _class_of(char: str) -> int:
    if char.isalnum():
        return _LETTER
    if char == "'":
        return _APOSTROPHE
    if char == "-":
        return _HYPHEN
    if char == "\n":
        return _NEWLINE
    if char in _INVISIBLE or unicodedata.category(char).startswith("M"):
        return _MARK
    return _PARTS


def _classes(folded: NDArray[np.uint32]) -> NDArray[np.uint8]:
    classes = _CLASS[folded]
    if not classes.all():
        for code in set(folded[classes == 0].tolist()):
            _CLASS[code] = _class_of(chr(code))
        classes = _CLASS[folded]
    return classes


def _joined_lines(text: str, classes: NDArray[np.uint8]) -> NDArray[np.intp]:
    """Where a hyphen and a line's end stand between two parts of one word."""
    row, found = classes.tobytes(), []  # a search of bytes is many times as fast as comparing four arrays
    at = row.find(_BROKEN)
    while at >= 0:
        if at and row[at - 1 : at + 3] == _JOINED and text[at + 2].islower():
            found.append(at)
        at = row.find(_BROKEN, at + 1)
    return np.array(found, dtype=np.intp)


def spell(text: str) -> Spelling:
    """The words of `text` as folded letters.

    >>> spelling = spell("fi’l-i hâl")
    >>> "".join(map(chr, spelling.letters.tolist())), spelling.firsts.tolist(), spelling.ends.tolist()
    ('filihal', [0, 3, 4], [4, 6, 10])
    """
    folded = fold_codes(text)
    classes = _classes(folded)
    letter = np.zeros(len(folded) + 2, dtype=bool)
    letter[1:-1] = classes == _LETTER
    inside = letter.copy()
    inside[1:-1] |= classes == _MARK
    inside[1:-1] |= (classes == _APOSTROPHE) & inside[:-2] & inside[2:]
    for place in _joined_lines(text, classes).tolist():
        inside[place + 1 : place + 3] = True
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[0::2], edges[1::2]
    # Letters of each word: all of it but its few marks, apostrophes and joined lines.
    others = np.flatnonzero(inside != letter) - 1
    sizes = ends - starts - np.bincount(np.searchsorted(starts, others, "right") - 1, minlength=len(starts))
    if not sizes.all():  # a run of marks alone is no word
        written = sizes > 0
        starts, ends, sizes = starts[written], ends[written], sizes[written]
    firsts = (np.cumsum(sizes) - sizes).astype(np.int32)
    letters = folded.take(np.flatnonzero(letter[1:-1]))  # three times as fast as a mask
    return Spelling(letters, firsts, starts.astype(np.int32), ends.astype(np.int32))


def tokenize(text: str) -> Tokens:
    """The words of `text`, folded, without apostrophes.

    >>> tokenize("Nerimanov'a “kardeş” eli").words
    ('nerimanova', 'kardes', 'eli')
    """
    spelling = spell(text)
    letters = spelling.letters.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    firsts = [*spelling.firsts.tolist(), len(letters)]
    words = tuple(letters[first:after] for first, after in itertools.pairwise(firsts))
    return Tokens(spelling.starts, spelling.ends, words)
