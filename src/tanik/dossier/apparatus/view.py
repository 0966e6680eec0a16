"""A collation as it is shown: what HTML and the terminal have in common.

Comes in: an apparatus. Goes out: the base text in pieces, cut at the places where witnesses differ; one entry a place
with its readings; the moves; how many changes there are of each kind. Only plain values, no markup.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tanik.compare.collation import Apparatus, Move, Unit
from tanik.core.span import Span

__all__ = ["Entry", "Piece", "Shown", "Variant", "show"]


@dataclass(frozen=True, slots=True)
class Variant:
    """One reading of an entry: its words ("" for a gap), who has it, and how it stands to the base text."""

    text: str
    sigils: tuple[str, ...]
    kind: str | None
    changes_meaning: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A place where the witnesses differ; the base text's reading comes first. `moves` are numbers from 1."""

    number: int
    readings: tuple[Variant, ...]
    moves: tuple[int, ...]

    @property
    def changes_meaning(self) -> bool:
        """Whether one of the readings changes the meaning."""
        return any(reading.changes_meaning for reading in self.readings)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the base text as it is written; `entry` where witnesses differ, "" as text where it has no words."""

    text: str
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """A passage that stands in two places: where the base text, or the first witness that has it there, has it."""

    number: int
    text: str
    at_first: tuple[str, ...]
    at_second: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """All of it: the paragraphs of the base text, the entries in order, the moves, and the number of each kind."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    entries: tuple[Entry, ...]
    moves: tuple[Moved, ...]
    kinds: tuple[tuple[str, int], ...]

    @property
    def of_meaning(self) -> int:
        """How many entries change the meaning."""
        return sum(entry.changes_meaning for entry in self.entries)


def show(apparatus: Apparatus) -> Shown:
    """What a reader is shown of `apparatus`."""
    entries = {unit: _entry(number, unit, apparatus) for number, unit in enumerate(apparatus.variants, 1)}
    kinds = Counter(r.kind or "writing" for entry in entries.values() for r in entry.readings[1:])
    moves = tuple(_moved(number, move, apparatus) for number, move in enumerate(apparatus.collation.moves, 1))
    paragraphs = tuple(_paragraphs(apparatus, entries))
    return Shown(paragraphs, tuple(entries.values()), moves, tuple(sorted(kinds.items(), key=lambda k: (-k[1], k[0]))))


def _entry(number: int, unit: Unit, apparatus: Apparatus) -> Entry:
    sigils = apparatus.collation.sigils
    readings = tuple(
        Variant(r.text, tuple(sigils[at] for at in r.witnesses), r.kind and r.kind.value, r.changes_meaning, r.rule)
        for r in unit.readings
    )
    return Entry(number, readings, tuple(move + 1 for move in unit.moves))


def _moved(number: int, move: Move, apparatus: Apparatus) -> Moved:
    collation = apparatus.collation
    teller = move.at_first[0]
    start, end = int(collation.bounds[move.first, teller]), int(collation.bounds[move.first_end, teller])
    first, second = (tuple(collation.sigils[at] for at in side) for side in (move.at_first, move.at_second))
    return Moved(number, collation.witnesses[teller].written(start, end), first, second)


def _paragraphs(apparatus: Apparatus, entries: dict[Unit, Entry]) -> Iterator[tuple[Piece, ...]]:
    """The base text, unit after unit; a blank line between two of them ends a paragraph."""
    open_: list[Piece] = []
    for unit, own, between in _pieces(apparatus):
        entry = entries.get(unit)
        before, broken, after = between.rpartition("\n\n") if "\n\n" in between else (between, "", "")
        if entry is None:
            head, *rest = (own + before).split("\n\n")
            open_.append(Piece(head))
            for paragraph in rest:
                yield tuple(open_)
                open_ = [Piece(paragraph)]
        else:
            open_ += [Piece(own, entry), Piece(before)]
        if broken:
            yield tuple(open_)
            open_ = [Piece(after)] if after.strip() else []
    if open_:
        yield tuple(open_)


def _pieces(apparatus: Apparatus) -> Iterator[tuple[Unit, str, str]]:
    """For every unit the base text's words and what stands between them and the next words."""
    collation, base = apparatus.collation, apparatus.base
    witness, bounds = collation.witnesses[base], collation.bounds[:, base].tolist()
    at = 0
    for unit in apparatus.units:
        start, end = bounds[unit.start], bounds[unit.end]
        if start == end:
            yield unit, "", ""
            continue
        own = witness.span(start, end)
        own = Span(at, own.end) if start == 0 else own
        at = int(witness.starts[end]) if end < len(witness) else len(witness.text)
        yield unit, own.of(witness.text), witness.text[own.end : at]
