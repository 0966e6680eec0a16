"""The table of readings made into characters.

Comes in: an alignment table, a row a place, a cell a witness: its word in comparison form, ``""`` where it has none,
None where it cannot say (a lacuna). Goes out: a `Tradition`. Three things become characters:

- a place where words differ (neighbouring places at which the witnesses part alike are one change of a phrase);
- words left out, each run of places as one, however long (simple indel coding: Simmons and Ochoterena, Gaps as
  characters in sequence-based phylogenetic analyses, Syst. Biol. 49, 2000); a witness whose longer gap covers it cannot
  say;
- words put in, in the same way, at places where few witnesses have any.

What a witness lacks is never agreement with another that lacks it for another reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from tanik.compare.stemma.costs import REVERSE, cost_of
from tanik.compare.stemma.model import UNKNOWN, Character, Tradition

__all__ = ["Kind", "tradition_of"]

_ORDER = (("1 2", "2 1"), (("", "order"), ("order", "")))
Cell = str | None
Row = Sequence[Cell]
Kind = Callable[[int, str, str], str]
_SLIPS = frozenset({"inflection", "little_word", "spelling"})
_LITTLE = 3  # letters: a word so short comes and goes by itself


Kinds = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Made:
    """A character with its states and the words that each reading has."""

    character: Character
    states: tuple[int, ...]
    words: int


Weighed = Callable[[_Made], Kinds]


def tradition_of(
    names: Sequence[str],
    rows: Sequence[Row],
    kind: Kind,
    *,
    spelling: bool = True,
    dates: Sequence[tuple[float, float] | None] = (),
    cites: Sequence[tuple[int, int]] = (),
    orders: Sequence[tuple[int, int, tuple[int, ...]]] = (),
) -> Tradition:
    """The tradition of an alignment table.

    `kind` names the change from one reading to another at a row (a name of ``changes.csv``). With `spelling` off,
    readings that differ in spelling alone are one. `dates` are the first and last ordinal day of each witness, or None,
    `cites` pairs (source, witness that names it), `orders` moved passages: first row, row after the last, and for each
    witness 0 or 1 for where it has them.
    """
    moved = [_Made(Character(start, end, *_ORDER), states, end - start) for start, end, states in orders]
    made = sorted(
        _all(rows, kind, spelling) + moved, key=lambda one: (one.character.place, one.character.end, one.states)
    )
    costs, prior = _costs(made, _weighed)
    by_kind, by_kind_prior = _costs(made, lambda one: one.character.kinds)
    states = np.array([one.states for one in made], dtype=np.int16).reshape(len(made), len(names)).T
    bounds = [date or (-np.inf, np.inf) for date in dates] or [(-np.inf, np.inf)] * len(names)
    return Tradition(
        tuple(names),
        tuple(one.character for one in made),
        np.ascontiguousarray(states),
        costs,
        prior,
        np.array([low for low, _ in bounds], dtype=np.float64),
        np.array([high for _, high in bounds], dtype=np.float64),
        tuple(cites),
        by_kind,
        by_kind_prior,
    )


def _costs(made: Sequence[_Made], weighed: Weighed) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What each change costs, ``[character, from, to]``, and what it costs the first text to read so."""
    width = max((len(one.character.readings) for one in made), default=1)
    costs = np.full((len(made), width, width), np.inf)
    prior = np.zeros((len(made), width))
    habits = _habits(made)
    for at, one in enumerate(made):
        for before, kinds in enumerate(weighed(one)):
            for after, name in enumerate(kinds):
                costs[at, before, after] = cost_of(name, one.words) if before != after else 0.0
                if one.character.kinds[before][after] == "spelling":
                    costs[at, before, after] *= habits[_letters(one.character, before, after)]
        for state, reading in enumerate(one.character.readings):
            prior[at, state] = _at_first(one, state, reading, weighed(one))
    return costs, prior


def _letters(character: Character, before: int, after: int) -> tuple[str, ...]:
    """The letters in which two readings differ, whichever of the two is the older."""
    one, other = Counter(character.readings[before]), Counter(character.readings[after])
    return tuple(sorted(("".join(sorted(set(one - other))), "".join(sorted(set(other - one))))))


def _habits(made: Sequence[_Made]) -> dict[tuple[str, ...], float]:
    """What one of many spellings that differ in the same letters counts: together they count little more than one.

    Who writes *ê* for *e* does so in every word; forty such words show one hand, not forty agreements (Salemans,
    Building Stemmas with the Computer, 2000, ch. 3, leaves all that is regular in spelling out for this).
    """
    found = Counter(
        letters
        for one in made
        for letters in {
            _letters(one.character, before, after)
            for before, kinds in enumerate(one.character.kinds)
            for after, name in enumerate(kinds)
            if name == "spelling"
        }
    )
    return {letters: (1 + log(times)) / times for letters, times in found.items()}


def _all(rows: Sequence[Row], kind: Kind, spelling: bool) -> list[_Made]:
    main = [2 * sum(bool(cell) for cell in row) >= sum(cell is not None for cell in row) for row in rows]
    found = _substitutions(rows, kind, spelling)
    found += _runs(rows, [at for at, mine in enumerate(main) if mine], absent=True)
    found += _runs(rows, [at for at, mine in enumerate(main) if not mine], absent=False)
    return _one_event(found)


def _at_first(made: _Made, state: int, reading: str, weighed: Kinds) -> float:
    """What it costs the first text to read so: an author writes a slip no more often than a copyist makes one.

    Words that some witnesses lack have to be thought of once, whether by the author or by who put them in; without
    that, every addition would look like an omission by all others.
    """
    into = [kinds[state] for kinds in weighed if kinds[state]]
    if into and "mending" in weighed[state]:
        return min(cost_of(kind) for kind in into)
    if reading and any(kind in ("addition", "completing") for kind in into):
        kind = next(kind for kind in into if kind in ("addition", "completing"))
        return cost_of(kind, made.words) - (cost_of(kind) if kind == "addition" else cost_of("addition", 4))
    return 0.0


def _classes(readings: list[str], place: int, kind: Kind) -> dict[str, int]:
    """Readings that spelling alone parts, under one number."""
    number = {reading: at for at, reading in enumerate(readings)}
    for at, one in enumerate(readings):
        for other in readings[:at]:
            if number[one] != number[other] and kind(place, other, one) == "spelling":
                old, new = max(number[one], number[other]), min(number[one], number[other])
                number = {reading: new if n == old else n for reading, n in number.items()}
    order = sorted(set(number.values()))
    return {reading: order.index(n) for reading, n in number.items()}


def _substitutions(rows: Sequence[Row], kind: Kind, spelling: bool) -> list[_Made]:
    found: list[_Made] = []
    for place, row in enumerate(rows):
        readings = list(
            dict.fromkeys(sorted((cell for cell in row if cell), key=lambda cell: (-row.count(cell), cell)))
        )
        if len(readings) < 2:
            continue
        number = {reading: at for at, reading in enumerate(readings)} if spelling else _classes(readings, place, kind)
        if len(set(number.values())) < 2:
            continue
        told = tuple(next(r for r in readings if number[r] == at) for at in range(max(number.values()) + 1))
        states = tuple(number[cell] if cell else UNKNOWN for cell in row)
        kinds = tuple(tuple("" if a == b else kind(place, a, b) for b in told) for a in told)
        last = found[-1] if found else None
        if last is not None and last.character.end == place and last.states == states:
            found[-1] = _phrase(last, told, kinds)
        else:
            found.append(_Made(Character(place, place + 1, told, kinds), states, 1))
    return found


def _weighed(made: _Made) -> Kinds:
    """The changes between the states, as they weigh given who has them.

    What few witnesses read, and what is near to what most read, is a slip that a copyist may mend unaided: it does not
    part those who have it from those that came from them (Maas, Textkritik, § 8b, on errors that do not separate).
    """
    states = made.states
    if "" in made.character.readings:
        return made.character.kinds
    counts = [states.count(state) for state in range(len(made.character.readings))]
    rare = [[few == 1 or (many == max(counts) and 3 * few < sum(counts)) for many in counts] for few in counts]
    return tuple(
        tuple("mending" if slip and name in _SLIPS else name for slip, name in zip(slips, kinds, strict=True))
        for slips, kinds in zip(rare, made.character.kinds, strict=True)
    )


def _phrase(last: _Made, told: tuple[str, ...], kinds: tuple[tuple[str, ...], ...]) -> _Made:
    """Two neighbouring places at which the witnesses part alike: the weightier change names both."""
    old = last.character
    readings = tuple(f"{one} {other}".strip() for one, other in zip(old.readings, told, strict=True))
    both = tuple(
        tuple(max(a, b, key=lambda name: cost_of(name) if name else 0.0) for a, b in zip(one, other, strict=True))
        for one, other in zip(old.kinds, kinds, strict=True)
    )
    return _Made(Character(old.place, old.end + 1, readings, both), last.states, last.words + 1)


def _spans(flags: Sequence[bool], places: Sequence[int], parted: bool) -> list[tuple[int, int]]:
    """Runs of set flags as indices into `places`; `parted` ends a run where the places are no neighbours."""
    found: list[tuple[int, int]] = []
    for at, flag in enumerate(flags):
        if not flag:
            continue
        if found and found[-1][1] == at and not (parted and places[at] != places[at - 1] + 1):
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _runs(rows: Sequence[Row], places: Sequence[int], *, absent: bool) -> list[_Made]:
    """Characters for runs of places at which some witnesses have no words (`absent`), or alone have some."""
    if not places:
        return []
    width = len(rows[0])
    spans = []
    for witness in range(width):
        cells = [rows[place][witness] for place in places]
        flags = [cell == "" if absent else bool(cell) for cell in cells]
        spans.append(_spans(flags, places, parted=not absent))
    found = []
    for start, end in sorted({span for mine in spans for span in mine}):
        states = []
        for witness in range(width):
            inside = [rows[place][witness] for place in places[start:end]]
            if (start, end) in spans[witness]:
                states.append(1)
            elif any(cell is None for cell in inside) or any(s < end and start < e for s, e in spans[witness]):
                states.append(UNKNOWN)
            else:
                states.append(0)
        if len(set(states) - {UNKNOWN}) < 2:
            continue
        found.append(_run(rows, places[start:end], tuple(states), (start == 0 or end == len(places), absent)))
    return found


def _run(rows: Sequence[Row], places: Sequence[int], states: tuple[int, ...], what: tuple[bool, bool]) -> _Made:
    edge, absent = what
    words = [_commonest(rows[place]) for place in places]
    text = " ".join(words)
    if len(text) <= _LITTLE:
        name = back = "little_word"
    elif absent:
        name = "cut" if edge else "omission"
        back = REVERSE[name]
    else:
        name, back = "addition", "omission"
    readings = (text, "") if absent else ("", text)
    kinds = (("", name), (back, ""))
    return _Made(Character(places[0], places[-1] + 1, readings, kinds), states, len(places))


def _commonest(row: Row) -> str:
    cells = sorted(cell for cell in row if cell)
    return max(cells, key=cells.count) if cells else ""


def _one_event(found: list[_Made]) -> list[_Made]:
    """`found` without runs that are the rest of a changed phrase: beside a change and parted as it is."""
    changes = {
        (at, one.states)
        for one in found
        if "" not in one.character.readings and len(one.character.readings) == 2
        for at in (one.character.place, one.character.end)
    }
    kept = []
    for one in found:
        if "" in one.character.readings and one.words <= 3:
            turned = tuple(1 - state if state != UNKNOWN else state for state in one.states)
            ends = (one.character.place, one.character.end)
            if any((at, states) in changes for at in ends for states in (one.states, turned)):
                continue
        kept.append(one)
    return kept
