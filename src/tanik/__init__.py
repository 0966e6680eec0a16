"""Tanık reads pages that argue about the past and says what they rest on.

The same verbs as on the command line::

    import tanik

    with tanik.Library.open() as library:
        dossier = tanik.check(["page.html"], library=library)
        trace = tanik.trace("…", library=library)

Nothing heavy is imported until it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tanik.core.release import __version__

if TYPE_CHECKING:
    from tanik.dossier.model import Dossier
    from tanik.front import check
    from tanik.library.library import Library
    from tanik.lineage import copies, first_seen
    from tanik.trace.model import Evidence, Trace
    from tanik.trace.options import Options
    from tanik.witnesses import collate

    def trace(text: str, library: Evidence, *, options: Options | None = None) -> Trace:
        """Where `text` comes from (see `tanik.trace`, which is a package that can be called)."""


__all__ = ["Dossier", "Library", "Trace", "__version__", "check", "collate", "copies", "first_seen", "trace"]

_WHERE = {
    "check": "tanik.front",
    "collate": "tanik.witnesses",
    "copies": "tanik.lineage",
    "first_seen": "tanik.lineage",
    "trace": "tanik.trace",  # a package that can be called: see there
    "Dossier": "tanik.dossier.model",
    "Library": "tanik.library.library",
    "Trace": "tanik.trace.model",
}


def __getattr__(name: str) -> object:
    """The public names, each imported when it is first used."""
    if name not in _WHERE:
        raise AttributeError(f"module 'tanik' has no attribute {name!r}; it has {', '.join(__all__)}")
    from importlib import import_module

    found = import_module(_WHERE[name])
    return found if found.__name__ == f"tanik.{name}" else getattr(found, name)


def __dir__() -> list[str]:
    return sorted(__all__)
