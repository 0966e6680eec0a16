"""The rows of a large TOML table, each read when it is asked for.

Comes in: a table as it is written, every row under a header of its own that stands alone on its line. Goes out: its
rows by name. Parsing all of it is dear where a command asks for a dozen of five hundred rows.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Final

__all__ = ["Rows"]

_HEADER: Final = re.compile(r"^\[\"?([\w.-]+)\"?\]$", re.MULTILINE)


class Rows(Mapping[str, Mapping[str, str]]):
    """The rows by name; a row that is not TOML raises ``tomllib.TOMLDecodeError`` when it is asked for.

    >>> rows = Rows('[yes]\\ntr = "evet"\\n["no.more"]\\ntr = "artık yok"\\n')
    >>> rows["no.more"]["tr"], "maybe" in rows, len(rows)
    ('artık yok', False, 2)
    """

    def __init__(self, written: str) -> None:
        parts = _HEADER.split(written)
        self._written = dict(zip(parts[1::2], parts[2::2], strict=True))
        self._read: dict[str, Mapping[str, str]] = {}

    def __getitem__(self, key: str) -> Mapping[str, str]:
        if key not in self._read:
            self._read[key] = tomllib.loads(self._written[key])
        return self._read[key]

    def __contains__(self, key: object) -> bool:
        return key in self._written

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __len__(self) -> int:
        return len(self._written)
