"""Readers of a page that several rooms ask in turn, and that read each page once.

Comes in: a function of a page alone. Goes out: the same, which keeps what it found on the last page. Pages are told
apart by being the same object and not by their contents, which would have to be read through to be compared.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from tanik.page.model import Page

__all__ = ["once"]

T = TypeVar("T")


def once(read: Callable[[Page], T]) -> Callable[[Page], T]:
    """`read`, asked again only of another page than the last.

    >>> from tanik.page.model import Source
    >>> seen, page = [], Page("p1", Source("0", "text/plain"), "Köprü yıkıldı.", ())
    >>> length = once(lambda page: seen.append(page) or len(page.text))
    >>> length(page), length(page), len(seen)
    (14, 14, 1)
    """
    held: tuple[Page, T] | None = None

    @wraps(read)
    def kept(page: Page) -> T:
        nonlocal held
        last = held
        if last is not None and last[0] is page:
            return last[1]
        found = read(page)
        held = page, found
        return found

    return kept
