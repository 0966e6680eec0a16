"""A text as the kernel reads it: words by number.

Comes in: a text. Goes out: its words as letters, as 64-bit hashes (equal words have equal hashes) and as strings where
strings are needed. `Documents` is the evidence together with those of its documents that were read last.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.core.span import Span
from tanik.core.token import Spelling, spell
from tanik.trace.model import Evidence, Hits, Searched, Witness
from tanik.trace.sketch import word_hashes

__all__ = ["Documents", "Words", "is_bracketed", "read_words"]


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

    def written(self, start: int, end: int) -> str:
        """The text from token `start` to before token `end`, one at least, as it stands."""
        return self.text[self.spelling.starts[start] : self.spelling.ends[end - 1]]


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


_BRACKETS: Final = {"(": ")", "[": "]"}


def is_bracketed(text: str, start: int, end: int) -> bool:
    """Whether the characters stand in round or square brackets."""
    before = text[max(0, start - 300) : start]
    for opening, closing in _BRACKETS.items():
        if before.rfind(opening) > before.rfind(closing):
            return closing in text[start : end + 300]
    return False


_KEPT: Final = 128


class Documents:
    """An evidence whose documents are read once: whoever traces many passages in one evidence makes one of these.

    It is the `Evidence` it was made from, and gives the `words` of a document beside; the `kept` documents asked for
    last are remembered, by number, so it must not outlive a change of the evidence.
    """

    def __init__(self, evidence: Evidence, kept: int = _KEPT) -> None:
        self._evidence = evidence
        self._kept = kept
        self._read: dict[int, Words] = {}

    @classmethod
    def of(cls, evidence: Evidence) -> Documents:
        """`evidence` itself where it is one already."""
        return evidence if isinstance(evidence, cls) else cls(evidence)

    @property
    def searched(self) -> Searched:
        """What the evidence holds."""
        return self._evidence.searched

    @property
    def authors(self) -> frozenset[str]:
        """Whose words its documents are."""
        return self._evidence.authors

    @property
    def tokens(self) -> int:
        """How many tokens its documents have together."""
        return self._evidence.tokens

    def count(self, fingerprints: NDArray[np.uint64]) -> NDArray[np.int64]:
        """How often each fingerprint stands in the evidence."""
        return self._evidence.count(fingerprints)

    def look_up(self, fingerprints: NDArray[np.uint64]) -> Hits:
        """Every place where one of the fingerprints stands."""
        return self._evidence.look_up(fingerprints)

    def witness(self, number: int) -> Witness:
        """The document of that number."""
        return self._evidence.witness(number)

    def named(self, identity: str) -> Witness:
        """The document of that id."""
        return self._evidence.named(identity)

    def words(self, number: int) -> Words:
        """The words of the document of that number."""
        words = self._read.pop(number, None) or read_words(self._evidence.witness(number).text)
        if len(self._read) >= self._kept:
            del self._read[next(iter(self._read))]
        self._read[number] = words
        return words
