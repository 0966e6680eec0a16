"""Words cut into the pieces that the model's vocabulary knows.

Comes in: the vocabulary (pieces with their log probabilities) and words. Goes out: numbers of pieces. The cut is the
likeliest one under a unigram model (Kudo 2018, "Subword regularization"), found by dynamic programming; a letter
that no piece covers is the unknown piece.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from tanik.core.made import value
from tanik.facts.names.words import Line

__all__ = ["OPENING", "Cutter", "Unit", "units_of"]

OPENING: Final = "▁"
_LONGEST: Final = 16
_PENALTY: Final = 10.0


@value
class Unit:
    """A word or a mark: its text, whether a blank stands before it, and which word of its line it is (-1 for marks)."""

    text: str
    spaced: bool
    word: int


def units_of(line: Line, read: Iterable[int] | None = None) -> list[Unit]:
    """The words of `line` whose numbers are in `read` (all, if it is None), and the marks before each, in order."""
    found: list[Unit] = []
    last: int | None = None
    for number in range(len(line.words)) if read is None else read:
        word = line.words[number]
        blank = last != number - 1
        last = number
        for char in word.gap:
            if char.isspace():
                blank = True
            else:
                found.append(Unit(char, blank, -1))
                blank = False
        found.append(Unit(word.text, blank, number))
    return found


class Cutter:
    """Cuts words with one vocabulary; the answers are kept, since words come back."""

    def __init__(
        self, pieces: Sequence[str], scores: Sequence[float], letters: Mapping[str, str], unknown: int
    ) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces) if piece and number > unknown}
        self._scores = tuple(scores)
        self._letters = str.maketrans(dict(letters))
        self._unknown = unknown
        self._worst = min(scores) - _PENALTY
        self.cut = lru_cache(maxsize=1 << 16)(self._cut)

    def _cut(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The pieces of `word`; `spaced` if a blank stands before it.

        >>> Cutter(("<unk>", "▁An", "kara", "▁"), (0, -2.0, -3.0, -4.0), {}, 0).cut("Ankara", True)
        (1, 2)
        """
        text = (OPENING if spaced else "") + word.translate(self._letters).strip()
        best = [0.0] + [-1e30] * len(text)
        back: list[tuple[int, int]] = [(0, 0)] * (len(text) + 1)
        for start in range(len(text)):
            here = best[start]
            for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
                number = self._numbers.get(text[start:end])
                if number is not None and here + self._scores[number] > best[end]:
                    best[end], back[end] = here + self._scores[number], (start, number)
            if here + self._worst > best[start + 1]:
                best[start + 1], back[start + 1] = here + self._worst, (start, self._unknown)
        found, end = [], len(text)
        while end:
            end, number = back[end]
            found.append(number)
        return tuple(reversed(found)) or (self._unknown,)
