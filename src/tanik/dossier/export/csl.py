"""CSL-JSON: the works of a dossier for Zotero, pandoc and word processors.

Comes in: a dossier. Goes out: a list of items of the schema 1.0.2. Each carries ``keyword`` ``tanik:page``,
``tanik:source`` or ``tanik:witness``, so that a reference manager can tell what a page was from what it rests on.
"""

from __future__ import annotations

from tanik.dossier.export.bibliography import cited_works
from tanik.dossier.model import Dossier

__all__ = ["to_csl"]


def to_csl(dossier: Dossier) -> list[dict[str, object]]:
    """The works of `dossier` as CSL-JSON items, each id once.

    >>> from tanik.dossier.build import build
    >>> to_csl(build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=()))
    []
    """
    return [work.csl() for work in cited_works(dossier)]
