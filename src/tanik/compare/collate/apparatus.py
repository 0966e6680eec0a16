"""The apparatus: a collation told from a base text, unit by unit.

Comes in: a `Collation`, which witness is the base, what of a word is looked at (`View`) and whether spelling counts
(`Spelling`). Goes out: an `Apparatus`. Neighbouring places at which the witnesses fall into the same groups are one
unit; at each unit the readings that count as one are grouped, and each group is told by the kind of change that lies
between it and the base text. What a move took away and put down is told as a change of order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tanik.compare.collate.judge import Judge, gravest
from tanik.compare.collation import Apparatus, CollatedWitness, Collation, Reading, Spelling, Unit, View
from tanik.core.fold import fold, lower_turkish
from tanik.errors import UsageError
from tanik.trace.model import DifferenceKind

__all__ = ["base_of", "build_apparatus"]

_Cell = tuple[int, int]
_Groups = tuple[int, ...]
_ELSEWHERE = "\0"  # no text holds it
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´′‛＇ʹ\u00ad\u200b\u200c\u200d")


def build_apparatus(
    collation: Collation,
    base: str | None = None,
    *,
    view: View = View.NORMAL,
    spelling: Spelling = Spelling.SHOWN,
) -> Apparatus:
    """The readings of `collation` told from the witness with the siglum `base` (the first one where it is None).

    Raises `UsageError` where no witness has that siglum.

    >>> from tanik.compare.collate.run import collate
    >>> from tanik.compare.collation import WitnessText
    >>> table = collate([WitnessText("A", "Sulh istiyoruz."), WitnessText("B", "Barış istiyoruz!")])
    >>> [(reading.text, str(reading.kind)) for reading in build_apparatus(table).variants[0].readings]
    [('Sulh', 'None'), ('Barış', 'modernised')]
    """
    view, spelling = View(view), Spelling(spelling)  # their values are taken, too
    builder = _Builder(collation, base_of(collation, base), view, spelling)
    return Apparatus(collation, builder.base, view, spelling, tuple(builder.units()))


def base_of(collation: Collation, base: str | None) -> int:
    """The number of the witness with that siglum, of the first one for None; raises `UsageError`."""
    if base is None:
        return 0
    if base not in collation.sigils:
        raise UsageError(f"no witness is called {base!r}; there are {', '.join(collation.sigils)}")
    return collation.sigils.index(base)


class _Written:
    """The words of one witness as strings, in the forms that are compared."""

    def __init__(self, witness: CollatedWitness, view: View) -> None:
        self._witness = witness
        self._diplomatic = view is View.DIPLOMATIC
        text = witness.text
        places = zip(witness.starts.tolist(), witness.ends.tolist(), strict=True)
        self._words = [text[start:end] for start, end in places]
        self._marks: list[tuple[str, str]] | None = None

    def shown(self, cell: _Cell) -> str:
        """The words as a reader of this view sees them."""
        if cell[0] == cell[1]:
            return ""
        if not self._diplomatic:
            return "".join(self._joined(word, cell[0]) for word in range(*cell))
        before, after = self._witness.marks(cell[0])[0], self._witness.marks(cell[1] - 1)[1]
        return f"{before}{self._witness.written(*cell)}{after}"

    def _joined(self, word: int, first: int) -> str:
        """A word with what joins it to the one before: a hyphen where one stands there alone, else a blank."""
        if word == first:
            return self._words[word]
        between = self._witness.text[int(self._witness.ends[word - 1]) : int(self._witness.starts[word])]
        return ("-" if between in ("-", "‐", "‑") else " ") + self._words[word]

    def key(self, cell: _Cell) -> str:
        """What must be equal for two readings to be one, spelling shown."""
        shown = self.shown(cell)
        return shown if self._diplomatic else lower_turkish(shown).translate(_APOSTROPHES)

    def normal(self, cell: _Cell) -> str:
        """The comparison form."""
        return fold(" ".join(self._words[cell[0] : cell[1]])).translate(_APOSTROPHES)


class _Builder:
    """Tells one collation from one base text."""

    def __init__(self, collation: Collation, base: int, view: View, spelling: Spelling) -> None:
        self.collation, self.base = collation, base
        self._folded = spelling is Spelling.FOLDED
        self._judge = Judge(collation)
        self._columns = [column.tolist() for column in collation.bounds.T]
        self._order = [base, *(at for at in range(len(collation.witnesses)) if at != base)]
        self._written = [_Written(witness, view) for witness in collation.witnesses]
        self._moved = self._moved_places()

    def units(self) -> Iterator[Unit]:
        """All units in order."""
        places = range(self.collation.places)
        keys = [(self._groups(at, at + 1, self._moved.get(at, ())), self._moved.get(at, ())) for at in places]
        for (_, moves), run in groupby(places, key=keys.__getitem__):
            within = list(run)
            start, end = within[0], within[-1] + 1
            groups = keys[start][0]
            if len(within) > 1 and len(set(groups)) > 1:
                groups = self._groups(start, end, moves)
            yield Unit(start, end, self._readings(start, end, groups, moves), moves)

    def _moved_places(self) -> dict[int, tuple[int, ...]]:
        """The moves that each place lies in: a unit never runs over the edge of a move."""
        moved: dict[int, tuple[int, ...]] = {}
        for number, move in enumerate(self.collation.moves):
            for at in (*range(move.first, move.first_end), *range(move.second, move.second_end)):
                moved[at] = (*moved.get(at, ()), number)
        return moved

    def _cell(self, witness: int, start: int, end: int) -> _Cell:
        return self._columns[witness][start], self._columns[witness][end]

    def _groups(self, start: int, end: int, moves: tuple[int, ...]) -> _Groups:
        """For every witness, the number of the group it falls into; groups are numbered in order of the columns.

        Where the base text has words, a witness that has them elsewhere is no witness that lacks them.
        """
        cells = [self._cell(witness, start, end) for witness in range(len(self._columns))]
        keys = [written.key(cell) for written, cell in zip(self._written, cells, strict=True)]
        if moves and keys[self.base]:
            for witness, cell in enumerate(cells):
                if not keys[witness] and self._has_moved(witness, cell, start, moves):
                    keys[witness] = _ELSEWHERE
        numbers: dict[str, int] = {}
        groups = [numbers.setdefault(key, len(numbers)) for key in keys]
        return self._merged(cells, groups) if self._folded and len(numbers) > 1 else tuple(groups)

    def _merged(self, cells: Sequence[_Cell], groups: list[int]) -> _Groups:
        """Groups that differ in spelling alone as one."""
        firsts: dict[int, int] = {}
        for witness, group in enumerate(groups):
            firsts.setdefault(group, witness)
        root: dict[int, int] = {}
        for group, witness in firsts.items():
            like = next(
                (other for other in sorted(set(root.values())) if self._alike(witness, firsts[other], cells)), group
            )
            root[group] = like
        numbers: dict[int, int] = {}
        return tuple(numbers.setdefault(root[group], len(numbers)) for group in groups)

    def _alike(self, one: int, other: int, cells: Sequence[_Cell]) -> bool:
        mine, theirs = self._written[one].normal(cells[one]), self._written[other].normal(cells[other])
        if not mine or not theirs:
            return False  # both have nothing, one of them because it has the words elsewhere
        if mine.replace(" ", "") == theirs.replace(" ", ""):
            return True
        return self._judge.is_spelling(one, cells[one], other, cells[other])

    def _readings(self, start: int, end: int, groups: _Groups, moves: tuple[int, ...]) -> tuple[Reading, ...]:
        by_group: dict[int, list[int]] = {}
        for witness in self._order:
            by_group.setdefault(groups[witness], []).append(witness)
        return tuple(self._reading(members, start, end, moves) for members in by_group.values())

    def _has_moved(self, witness: int, cell: _Cell, place: int, moves: tuple[int, ...]) -> bool:
        """Whether what a witness has at a place, or lacks there, is told by one of the moves."""
        for move in (self.collation.moves[number] for number in moves):
            here, there = move.at_first, move.at_second
            if not move.first <= place < move.first_end:
                here, there = there, here
            if witness in (here if cell[0] < cell[1] else there):
                return True
        return False

    def _reading(self, members: Sequence[int], start: int, end: int, moves: tuple[int, ...]) -> Reading:
        first = members[0]
        cells = [self._cell(witness, start, end) for witness in members]
        spans = tuple(self.collation.witnesses[at].span(*cell) for at, cell in zip(members, cells, strict=True))
        witnesses = tuple(sorted(members))
        spans = tuple(span for _, span in sorted(zip(members, spans, strict=True)))
        text, normal = self._written[first].shown(cells[0]), self._written[first].normal(cells[0])
        if first == self.base:
            return Reading(witnesses, spans, text, normal)
        own = self._cell(self.base, start, end)
        told = self._judge.differences(first, cells[0], self.base, own)
        worst = gravest(told)
        if worst is None:
            return Reading(witnesses, spans, text, normal)
        kind, changes, rule = worst.kind, worst.changes_meaning, worst.rule
        if self._has_moved(first, cells[0], start, moves) and self._has_moved(self.base, own, start, moves):
            kind, changes, rule = DifferenceKind.ORDER, False, "passage_moved"
        return Reading(witnesses, spans, text, normal, kind, changes, rule, told)
