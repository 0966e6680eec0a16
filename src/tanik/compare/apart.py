"""Which two places cannot be one inside the other.

Comes in: two places as they are called, and the earlier day of what happened there. Goes out: whether both can be
right. "İzmir'de" and "Bergama'da" can, for one lies in the other; two towns that are seats of a kaza cannot, nor can
two seats of a vilayet once vilayets were as small as today's. Before 1925 they held one another (Aydın held İzmir), for
the law of April 1924 made every sancak a vilayet; some were undone later, and their seats lay in another vilayet from
then on (Aksaray in Niğde, 1933). A city abroad (kind `abroad`) is in none of them and in no other city.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from tanik.core.tables import read_rows

__all__ = ["are_apart"]

_ABROAD: Final = "abroad"
_EVER: Final = "9999"


@dataclass(frozen=True, slots=True)
class _Seat:
    """What a place was the seat of, from the first year of which this holds to the first of which it no longer does."""

    kind: str
    since: str
    until: str

    def holds(self, when: str) -> bool:
        return self.since <= when[:4] < (self.until or _EVER)


def are_apart(one: str, other: str, when: str) -> bool:
    """Whether two places, called by their names, have no part in common on a day (EDTF).

    >>> are_apart("Bergama", "Ödemiş", "1911"), are_apart("Bergama", "İzmir", "1934-08-04")
    (True, False)
    >>> are_apart("Samsun", "Trabzon", "1934"), are_apart("Samsun", "Trabzon", "1908")
    (True, False)
    >>> are_apart("Niğde", "Aksaray", "1931"), are_apart("Niğde", "Aksaray", "1934")
    (True, False)
    >>> are_apart("Paris", "Bergama", "1908"), are_apart("Berlin", "Londra", "1908")
    (True, True)
    """
    left, right = _seats().get(one), _seats().get(other)
    if one == other or left is None or right is None:
        return False
    if _ABROAD in (left.kind, right.kind):
        return True
    return left.kind == right.kind and left.holds(when) and right.holds(when)


@cache
def _seats() -> dict[str, _Seat]:
    rows = read_rows("tanik.compare", "apart.csv")
    return {row["place"]: _Seat(row["kind"], row["since"], row["until"]) for row in rows}
