"""What a tree of witnesses is made from, and what it says.

A `Tradition` is the evidence: for every witness and every *character* (a place where the witnesses differ, or an
omission) the state that it has there, and what it costs a copyist to turn one state into another. Costs are in nats:
the negative logarithm of how often a copyist does that, so that differences of cost are odds. A `Stemma` is the
answer: arcs from source to copy, lost sources among them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["UNKNOWN", "Arc", "Change", "Character", "Stemma", "Tradition"]

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Character:
    """One thing in which witnesses can differ.

    `place` is the row of the table where it stands (`end` the row after its last one), `readings` what each state
    reads (``""`` for words left out), `kinds` the name of the change between each pair of states, row by row.
    """

    place: int
    end: int
    readings: tuple[str, ...]
    kinds: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tradition:
    """Witnesses and their states.

    `states` has a row a witness, a column a character (`UNKNOWN` where the witness cannot say). `costs` is a table
    ``[character, from, to]`` in nats, infinite where a character has fewer states; `prior` is ``[character, state]``,
    what it costs the first text to have that state; `turned` and `turned_prior` are the same for the question which way
    links run, where it counts for nothing that a reading is rare (None where they are no others). `earliest` and
    `latest` bound each witness's date as ordinal days (infinite where unknown); `cites` are pairs (source, witness that
    names it).
    """

    names: tuple[str, ...]
    characters: tuple[Character, ...]
    states: NDArray[np.int16]
    costs: NDArray[np.float64]
    prior: NDArray[np.float64]
    earliest: NDArray[np.float64]
    latest: NDArray[np.float64]
    cites: tuple[tuple[int, int], ...] = ()
    turned: NDArray[np.float64] | None = None
    turned_prior: NDArray[np.float64] | None = None

    def __post_init__(self) -> None:
        if self.states.shape != (len(self.names), len(self.characters)):
            raise ValueError("states need a row a witness and a column a character")
        if self.costs.shape[:1] != (len(self.characters),) or self.costs.ndim != 3:
            raise ValueError("costs need a square table a character")


@dataclass(frozen=True, slots=True)
class Change:
    """A reading that came in on the way to a witness: which character, from which state to which, what it weighs.

    `peculiar` says that only this witness and those that descend from it have it.
    """

    character: int
    before: int
    after: int
    nats: float
    peculiar: bool = True


@dataclass(frozen=True, slots=True)
class Arc:
    """`target` was copied from `source`: numbers of nodes; those from the number of witnesses on are lost ones.

    `support` is the share of resampled evidence that leaves the target where it is, `direction` the share of belief
    that the arc runs this way and not back; `second` marks a second source, which gave the characters `share`; `others`
    are nodes that could have given them as well, and its support is divided among them.
    `changes` came in on this arc. `decided` is False where the direction is anyone's guess.
    """

    source: int
    target: int
    support: float
    direction: float
    decided: bool
    changes: tuple[Change, ...] = ()
    second: bool = False
    share: tuple[int, ...] = ()
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Stemma:
    """The tree: its arcs, every node's states (lost ones reconstructed), and the cost of all of it in nats.

    `root` is the node that all others descend from, in the likeliest direction.
    """

    tradition: Tradition
    arcs: tuple[Arc, ...]
    states: NDArray[np.int16]
    root: int
    nats: float

    def name(self, node: int) -> str:
        """What to call a node: a witness's name, or ``*1``, ``*2`` … for a lost one."""
        known = len(self.tradition.names)
        return self.tradition.names[node] if node < known else f"*{node - known + 1}"
