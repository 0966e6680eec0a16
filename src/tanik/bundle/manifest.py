"""The list of a bundle's files with their SHA-256 digests, in the form that ``sha256sum -c`` reads.

Comes in: names and digests, or the bytes of a manifest. Goes out: the other. Its own digest stands for the whole
bundle: where it is published, a bundle that was written anew can be told from the first one.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Final

from tanik.errors import BundleError

__all__ = ["digest_of", "parse_manifest", "write_manifest"]

_LINE: Final = re.compile(r"([0-9a-f]{64})  ([^\r\n]+)")


def write_manifest(digests: Mapping[str, str]) -> bytes:
    """The manifest of the files in `digests`, in order of their names.

    >>> write_manifest({"b.txt": "0" * 64, "a.txt": "1" * 64}).decode().splitlines()[0][-7:]
    '  a.txt'
    """
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests)).encode()


def parse_manifest(data: bytes) -> dict[str, str]:
    """The digests that a manifest gives. Raises `BundleError` where it is not what `write_manifest` writes.

    >>> parse_manifest(write_manifest({"a.txt": "1" * 64})) == {"a.txt": "1" * 64}
    True
    """
    found: dict[str, str] = {}
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        row = _LINE.fullmatch(line)
        if row is None:
            raise BundleError(f"line {number} of the manifest is no digest with a name")
        found[row[2]] = row[1]
    if write_manifest(found) != data:
        raise BundleError("the manifest is not in order, or names a file twice")
    return found


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
