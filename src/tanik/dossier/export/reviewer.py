"""Who signs a review.

Comes in: ``NAME`` or ``NAME,URL``. Goes out: the reviewer.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from tanik.errors import UsageError

__all__ = ["Reviewer"]


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Who reviews: a name, and a web address if there is one."""

    name: str
    url: str | None = None

    @classmethod
    def parse(cls, words: str) -> Reviewer:
        """``NAME`` or ``NAME,URL``. Raises ``UsageError`` where there is no name or the address is none of the web.

        >>> Reviewer.parse("Deniz Örnek,https://example.org/deniz")
        Reviewer(name='Deniz Örnek', url='https://example.org/deniz')
        """
        name, _, url = (part.strip() for part in words.rpartition(","))
        if not name or "://" not in url:
            name, url = words.strip(), ""
        if not name or (url and urlsplit(url).scheme not in ("http", "https")):
            raise UsageError(f"--reviewed-by takes NAME or NAME,URL with a web address, not {words!r}")
        return cls(name, url or None)
