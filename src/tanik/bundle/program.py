"""Which program made a bundle, so exactly that its work can be done again.

Comes in: nothing. Goes out: versions, one digest over the files of this package, and one over the user's own tables. A
version number alone does not say it: a program under work has one number for many states.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from tanik.core.tables import FOLDERS

__all__ = ["program_digest", "tables_digest", "versions"]


def versions() -> dict[str, str]:
    """The versions of this program, of Python, and of the packages it stands on.

    >>> "python" in versions()
    True
    """
    found = {"python": platform.python_version(), "tanik": version("tanik")}
    for line in requires("tanik") or ():
        if "extra ==" in line:
            continue
        name = re.split(r"[\s;<>=!~\[(]", line, maxsplit=1)[0]
        try:
            found[name] = version(name)
        except PackageNotFoundError:  # an optional part that is not there says nothing
            continue
    return dict(sorted(found.items()))


@cache
def program_digest() -> str:
    """SHA-256 over the names and contents of the files of this package.

    >>> len(program_digest())
    64
    """
    root = Path(__file__).resolve().parents[1]
    return _digest_of(root, (path for path in root.rglob("*") if path.suffix != ".pyc"))


def tables_digest() -> str | None:
    """SHA-256 over the user's own tables of words, None where there are none."""
    folders = [Path(part) for part in os.environ.get(FOLDERS, "").split(os.pathsep) if part]
    if not folders:
        return None
    digest = hashlib.sha256()
    for folder in folders:
        digest.update(_digest_of(folder, folder.rglob("*")).encode())
    return digest.hexdigest()


def _digest_of(root: Path, paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in paths if path.is_file()):
        digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
