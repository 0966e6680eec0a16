"""Pages that a browser saved whole: which files beside them are their pictures, styles and frames.

Comes in: the names of a folder's or an archive's files. Goes out: those that belong to a saved page. A browser keeps
them in a folder named after the page, with an ending that depends on the system's language (``page_files``,
``page_dosyalar``); the endings stand in ``data/containers.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import PurePosixPath
from typing import Final

from tanik.core.tables import read_toml

__all__ = ["assets_of"]

_SAVED: Final = frozenset({".htm", ".html", ".xhtml"})


@cache
def _endings() -> tuple[str, ...]:
    rows = read_toml("tanik.page", "containers.toml")["beside"]
    return tuple(row["suffix"] for row in rows)


def assets_of(names: Iterable[str]) -> frozenset[str]:
    """Those of `names` (with ``/`` between folders) that were saved for a page which is among them.

    >>> sorted(assets_of(["a/page.html", "a/page_files/logo.png", "a/page_files/ad/f.html", "a/other_files/x.html"]))
    ['a/page_files/ad/f.html', 'a/page_files/logo.png']
    """
    paths = [PurePosixPath(name) for name in names]
    folders = {
        str(path.with_name(path.stem + ending))
        for path in paths
        if path.suffix.lower() in _SAVED and path.stem
        for ending in _endings()
    }
    return frozenset(str(path) for path in paths if any(str(above) in folders for above in path.parents))
