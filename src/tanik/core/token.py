"""Words of a text with their places.

Comes in: a text. Goes out: the start and end of every word, and each word's comparison form. A word is a run of
letters, digits and combining marks; an apostrophe between letters belongs to the word (``Nerimanov'a`` is one
word), a hyphen parts two words. Punctuation is not kept: what lies between two words can be read from the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.core.fold import fold

__all__ = ["Tokens", "tokenize"]

_WORD: Final = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of one text: `starts` and `ends` (code points, one entry a word) and folded `words`."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    words: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)


def tokenize(text: str) -> Tokens:
    """The words of `text`, folded, without apostrophes.

    >>> tokenize("Nerimanov'a “kardeş” eli").words
    ('nerimanova', 'kardes', 'eli')
    """
    folded = fold(text)
    spans = [match.span() for match in _WORD.finditer(folded)]
    places = np.array(spans, dtype=np.int32).reshape(-1, 2)
    words = tuple(folded[start:end].replace("'", "") for start, end in spans)
    return Tokens(places[:, 0].copy(), places[:, 1].copy(), words)
