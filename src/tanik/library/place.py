"""Where a user's library lies when none is named.

Comes in: a folder or nothing. Goes out: the library's folder, the same for the commands and for Python.
"""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["library_path"]


def library_path(given: Path | str | None = None) -> Path:
    """The library folder: what was given, else ``TANIK_LIBRARY``, else ``library`` in the platform's user-data folder.

    >>> library_path("letters").name
    'letters'
    """
    named = given if given is not None else os.environ.get("TANIK_LIBRARY")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("tanik") / "library"
