"""What collation gives: witnesses laid side by side word by word, and what their readings are.

A `Collation` is an alignment table. Its columns are the witnesses, its rows (*places*) go through all of them at once,
and a *cell* is what one witness has at one place: no word (a gap), one, or a few where another witness writes them as
one. Words stand in arrays, because a book has a hundred thousand of them; values are made when somebody asks. Reading
the cells of one column from the first place to the last gives every word of that witness, in its own order: a passage
that stands elsewhere in another witness is a gap there and is told as a `Move`.

An `Apparatus` is the table told from a base text: runs of places at which not all witnesses read alike (*units*), and
the *readings* they have there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.trace.model import Difference, DifferenceKind

__all__ = [
    "Apparatus",
    "CollatedWitness",
    "Collation",
    "Gloss",
    "Move",
    "Passage",
    "Reading",
    "Rendering",
    "Spelling",
    "Token",
    "Unit",
    "View",
    "WitnessText",
]

_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´′‛＇ʹ\u00ad\u200b\u200c\u200d")


class View(StrEnum):
    """What of a word is looked at: its letters (``normal``) or all that is written, case and marks (``diplomatic``)."""

    NORMAL = "normal"
    DIPLOMATIC = "diplomatic"


class Spelling(StrEnum):
    """Whether readings that differ in spelling alone are told apart (``shown``) or are one reading (``folded``)."""

    SHOWN = "shown"
    FOLDED = "folded"


@dataclass(frozen=True, slots=True)
class WitnessText:
    """One copy as it comes to be collated: its siglum and its text; `date` is EDTF, `source` a path or document id."""

    sigil: str
    text: str
    title: str | None = None
    date: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """One word of one witness: where it stands, as written, and its comparison form.

    `before` and `after` are the marks that stand at the word, without white space: an opening bracket, a full stop.
    """

    span: Span
    text: str
    normal: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class CollatedWitness:
    """A witness cut into words.

    `starts` and `ends` are the words' places in `text` (code points), `words` one number a word: equal numbers are
    equal comparison forms, in all witnesses of one collation.
    """

    about: WitnessText
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    words: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def sigil(self) -> str:
        """The witness's siglum."""
        return self.about.sigil

    @property
    def text(self) -> str:
        """The witness's text."""
        return self.about.text

    def span(self, start: int, end: int) -> Span:
        """Where words ``[start, end)`` stand; empty, after the word before, where there are none."""
        if start < end:
            return Span(int(self.starts[start]), int(self.ends[end - 1]))
        place = int(self.ends[start - 1]) if start else 0
        return Span(place, place)

    def written(self, start: int, end: int) -> str:
        """Words ``[start, end)`` as they are written, white space made single blanks."""
        return " ".join(self.span(start, end).of(self.text).split())

    def marks(self, word: int) -> tuple[str, str]:
        """The marks that stand at a word: those that open before it, and those that follow it."""
        before = self.text[int(self.ends[word - 1]) if word else 0 : int(self.starts[word])]
        end = int(self.starts[word + 1]) if word + 1 < len(self.words) else len(self.text)
        after = self.text[int(self.ends[word]) : end]
        opening = before[len(before) - _opening(before) :] if word else before
        return _plain(opening), _plain(after[: len(after) - _opening(after)] if word + 1 < len(self.words) else after)

    def token(self, word: int) -> Token:
        """The word of that number, as a value."""
        span = self.span(word, word + 1)
        text = span.of(self.text)
        before, after = self.marks(word)
        return Token(span, text, fold(text).translate(_APOSTROPHES), before, after)

    def tokens(self, start: int, end: int) -> tuple[Token, ...]:
        """Words ``[start, end)`` as values."""
        return tuple(self.token(word) for word in range(start, end))


def _opening(between: str) -> int:
    """How many of the last characters between two words open what follows: brackets, quotation marks after a blank."""
    size = 0
    while size < len(between) and not between[-1 - size].isspace():
        size += 1
    if size == len(between) and between:
        # No blank at all: only what can do nothing but open.
        return next((n for n in range(size) if between[-1 - n] not in "([{“„«‘"), size)
    return size


def _plain(marks: str) -> str:
    return "".join(marks.split())


@dataclass(frozen=True, slots=True)
class Move:
    """A passage that stands at places ``[first, first_end)`` in some witnesses and at ``[second, …)`` in others.

    `at_first` and `at_second` are numbers of witnesses; `words` is how many words they have alike.
    """

    first: int
    first_end: int
    second: int
    second_end: int
    at_first: tuple[int, ...]
    at_second: tuple[int, ...]
    words: int


@dataclass(frozen=True, slots=True, eq=False)
class Collation:
    """The alignment table of some witnesses.

    `bounds` has a row a place and one more, a column a witness: the words that witness *w* has at place *p* are those
    from ``bounds[p, w]`` to before ``bounds[p + 1, w]``. The first row is all zero, the last one has the numbers of
    words, and no column ever falls.
    """

    witnesses: tuple[CollatedWitness, ...]
    bounds: NDArray[np.int32]
    moves: tuple[Move, ...] = ()

    @property
    def places(self) -> int:
        """How many rows the table has."""
        return len(self.bounds) - 1

    @property
    def sigils(self) -> tuple[str, ...]:
        """The witnesses' sigla, in order of the columns."""
        return tuple(witness.sigil for witness in self.witnesses)

    def cell(self, place: int, witness: int) -> tuple[int, int]:
        """Which words the witness has at the place: ``[start, end)``, empty for a gap."""
        return int(self.bounds[place, witness]), int(self.bounds[place + 1, witness])

    def row(self, place: int) -> tuple[tuple[Token, ...], ...]:
        """What every witness has at the place: its tokens, none for a gap."""
        return tuple(witness.tokens(*self.cell(place, at)) for at, witness in enumerate(self.witnesses))

    def rows(self) -> Iterator[tuple[tuple[Token, ...], ...]]:
        """All rows in order."""
        return map(self.row, range(self.places))


@dataclass(frozen=True, slots=True)
class Reading:
    """What some witnesses have at a unit.

    `witnesses` are numbers of the collation's witnesses, `spans` the words' places in each of them (empty where it has
    none), `text` how the first of them writes it and `normal` its comparison form. `kind`, `changes_meaning` and
    `rule` tell how it stands to the base text's reading (None for that reading itself, and where only case or marks
    differ); `differences` are the changes one by one, from the base text (`witness`) to this reading (`page`).
    """

    witnesses: tuple[int, ...]
    spans: tuple[Span, ...]
    text: str
    normal: str
    kind: DifferenceKind | None = None
    changes_meaning: bool = False
    rule: str = ""
    differences: tuple[Difference, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether the witnesses have no word here."""
        return not self.normal


@dataclass(frozen=True, slots=True)
class Unit:
    """Places ``[start, end)`` of the table, at which the witnesses have these readings, that of the base text first.

    `moves` are the numbers of the collation's moves that begin or end here.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    moves: tuple[int, ...] = ()

    @property
    def is_variant(self) -> bool:
        """Whether the witnesses differ here."""
        return len(self.readings) > 1


@dataclass(frozen=True, slots=True)
class Apparatus:
    """A collation told from a base text: all units in order, those without a difference too."""

    collation: Collation
    base: int
    view: View
    spelling: Spelling
    units: tuple[Unit, ...]

    @property
    def variants(self) -> tuple[Unit, ...]:
        """The units at which the witnesses differ."""
        return tuple(unit for unit in self.units if unit.is_variant)


@dataclass(frozen=True, slots=True)
class Gloss:
    """Words in brackets that explain: where they stand in the original and in the rendering, None where they do not."""

    text: str
    original: Span | None
    modern: Span | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage (an article, a sentence) of an original beside the one that renders it.

    `original` or `modern` is None where the passage stands on one side only. `number` is the article's own.
    `differences` go from the original (`witness`) to the rendering (`page`), their spans counted in the whole texts;
    what none of them changes in meaning is a faithful rendering.
    """

    original: Span | None
    modern: Span | None
    number: str | None = None
    differences: tuple[Difference, ...] = ()
    glosses: tuple[Gloss, ...] = ()
    sentences: tuple[tuple[Span | None, Span | None], ...] = ()

    @property
    def is_left_out(self) -> bool:
        """Whether the rendering lacks it."""
        return self.modern is None

    @property
    def changes(self) -> tuple[Difference, ...]:
        """The differences that no modernisation accounts for: another word, number, name or polarity."""
        return tuple(d for d in self.differences if d.changes_meaning and d.kind in _CHANGES)


_CHANGES = (DifferenceKind.WORDING, DifferenceKind.NUMBER, DifferenceKind.NAME, DifferenceKind.POLARITY)


@dataclass(frozen=True, slots=True)
class Rendering:
    """An original and its version in newer words: the numbers of the two texts, and their passages in order.

    Where both stand in one text the two numbers are the same.
    """

    original: int
    modern: int
    passages: tuple[Passage, ...]
