"""Which two places cannot be one inside the other.

Comes in: two places as they are called, and the earlier day of what happened there. Goes out: whether both can be
right. "İzmir'de" and "Bergama'da" can, for one lies in the other; two towns that are seats of a kaza cannot, nor can
two seats of a vilayet once vilayets were as small as today's. Before 1925 they held one another (Aydın held İzmir). A
city abroad (kind `abroad`) is in none of them and in no other city.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from tanik.core.tables import read_rows

__all__ = ["are_apart"]

_ABROAD: Final = "abroad"
_SMALL_SINCE: Final = "1925"  # the law of April 1924 made every sancak a vilayet


def are_apart(one: str, other: str, when: str) -> bool:
    """Whether two places, called by their names, have no part in common on a day (EDTF).

    >>> are_apart("Bergama", "Ödemiş", "1911"), are_apart("Bergama", "İzmir", "1934-08-04")
    (True, False)
    >>> are_apart("Samsun", "Trabzon", "1934"), are_apart("Samsun", "Trabzon", "1908")
    (True, False)
    >>> are_apart("Paris", "Bergama", "1908"), are_apart("Berlin", "Londra", "1908")
    (True, True)
    """
    kinds = _kinds()
    left, right = kinds.get(one), kinds.get(other)
    if one == other or left is None or right is None:
        return False
    if _ABROAD in (left, right):
        return True
    if left != right:
        return False
    return left == "district" or when[:4] >= _SMALL_SINCE


@cache
def _kinds() -> dict[str, str]:
    return {row["place"]: row["kind"] for row in read_rows("tanik.compare", "apart.csv")}
