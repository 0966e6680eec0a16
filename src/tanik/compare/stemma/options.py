"""Every threshold of the search for a tree. Chosen on simulated traditions with ``bench/stemma.py``."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Options"]


@dataclass(frozen=True, slots=True)
class Options:
    """How much evidence is asked for, in nats.

    `lost` is what drawing a lost ancestor must save, `second` what a second source must save, and `kin` what it must
    save beyond that if one of the two sources descends from the other, for then a lost copy between them would do as
    well; passing from one source to the other between neighbouring characters costs the logarithm of one of `switches`.
    An arc against the dates costs `against_dates`; a stated source is worth `cited`; a source costs `silent` for each
    character that it lacks and the copy has, so that of equal sources the one that can speak is taken. A direction is
    decided from `decided` on. `resamples` sets of characters are drawn for the support; `rounds` bounds the search,
    which begins from `starts` trees. Up to `reshaped` witnesses, the tree is searched anew without each witness that
    may have two sources. Above `whole` witnesses, sectors of `sector` nodes are searched, in as many
    `sweeps`, and no second sources are looked for.
    """

    lost: float = 15.0
    second: float = 2.0
    kin: float = 4.0
    switches: tuple[float, ...] = (0.02, 0.1, 0.3, 0.5)
    against_dates: float = 60.0
    cited: float = 4.0
    silent: float = 0.05
    decided: float = 0.95
    resamples: int = 200
    rounds: int = 12
    starts: int = 4
    reshaped: int = 20
    whole: int = 24
    sector: int = 20
    sweeps: int = 3
