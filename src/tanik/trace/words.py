"""A text as the kernel reads it: words by number.

Comes in: a text. Goes out: its words as letters, as 64-bit hashes (equal words have equal hashes) and as strings where
strings are needed. A document is met again and again while a page is traced, so the last few are kept: reading is a
pure function of the text, and the memory it may hold is bounded.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.core.span import Span
from tanik.core.token import Spelling, spell
from tanik.trace.sketch import word_hashes

__all__ = ["Words", "read_document", "read_words"]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text: places (`spelling`), `hashes`, all `letters` in a row."""

    text: str
    spelling: Spelling
    hashes: NDArray[np.uint64]
    letters: str
    bounds: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.hashes)

    def slice(self, start: int, end: int) -> list[str]:
        """The folded words from token `start` to before token `end`."""
        bounds = self.bounds[start : end + 1].tolist()
        return [self.letters[a:b] for a, b in itertools.pairwise(bounds)]

    def span(self, start: int, end: int) -> Span:
        """Where the words from token `start` to before token `end` stand; empty before `start` if there are none."""
        if start < end:
            return Span(int(self.spelling.starts[start]), int(self.spelling.ends[end - 1]))
        place = int(self.spelling.ends[start - 1]) if start else 0
        return Span(place, place)


# Books set with the Turkish fonts of old desktop publishing come out of a PDF with these signs where the font drew a
# dotless ı and a ğ.
_SIGNS: Final = re.compile(r"(?<=\w)[›¤](?=\w|[›¤])|(?<=[›¤\w])[›¤]")
_LETTERS: Final = {"›": "ı", "¤": "ğ"}


def _readable(text: str) -> str:
    """`text`, same length, with the signs that stand for Turkish letters inside words put right."""
    if "›" not in text and "¤" not in text:
        return text
    return _SIGNS.sub(lambda sign: _LETTERS[sign.group()], text)


def read_words(text: str) -> Words:
    """The words of `text`.

    >>> read_words("Vatan, vatandır.").slice(0, 2)
    ['vatan', 'vatandir']
    """
    spelling = spell(_readable(text))
    letters = spelling.letters.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    bounds = np.append(spelling.firsts, np.int32(len(letters))).astype(np.int32)
    return Words(text, spelling, word_hashes(spelling), letters, bounds)


read_document = lru_cache(maxsize=128)(read_words)
"""`read_words`, keeping the documents read last."""
