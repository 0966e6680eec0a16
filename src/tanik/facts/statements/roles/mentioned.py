"""How often a page names whom or what, counted once a page.

Comes in: the names of a page, asked about by clause after clause. Goes out: how many times each bearer is named. Names
are told apart by being the same tuple and not by its contents, which would have to be read through to be compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from tanik.facts.model import Name, NameKind

__all__ = ["times_named"]

_PAGES: Final = 2  # pages whose counts are kept


class _Held:
    """The names of one page, equal to themselves alone."""

    __slots__ = ("names",)

    def __init__(self, names: tuple[Name, ...]) -> None:
        self.names = names

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.names is other.names

    def __hash__(self) -> int:
        return id(self.names)


def times_named(names: tuple[Name, ...], kind: NameKind | None = None) -> Mapping[str, int]:
    """How often each bearer (of one `kind`, or of any) is named by the names of a page; nobody else 0 times.

    >>> from tanik.core.span import Span
    >>> towns = tuple(Name(Span(at, at + 4), "Kars", "Kars", NameKind.PLACE, "place:kars", "r") for at in (0, 9))
    >>> times_named(towns)["Kars"], times_named(towns, NameKind.PERSON)["Kars"]
    (2, 0)
    """
    return _counted(_Held(names), kind)


@lru_cache(maxsize=2 * _PAGES)
def _counted(held: _Held, kind: NameKind | None) -> Counter[str]:
    return Counter(name.name for name in held.names if kind is None or name.kind is kind)
