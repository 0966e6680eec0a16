"""The bytes of inputs, kept as they go by.

Comes in: inputs on their way to be examined. Goes out: the same inputs, their bytes kept once each in a folder, so that
what is kept is what was read: a file that changes meanwhile is not opened a second time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from tanik.bundle.model import CAPTURES, EXCHANGES, Handed
from tanik.examine import Input, Omitted
from tanik.front import loaded
from tanik.page.unpack import MAX_PAGE

__all__ = ["TOO_LARGE", "Captures"]

TOO_LARGE: Final = "larger than a page may be, and not kept in the bundle; hand in the part that matters"
# Endings for captures, so that a person can open them; whatever is not here is `.bin`. The program goes by the bytes.
_ENDINGS: Final = (
    *(".html", ".htm", ".xhtml", ".txt", ".md", ".pdf", ".docx", ".odt", ".fodt", ".epub", ".xml", ".tei"),
    *(".json", ".mhtml", ".vtt", ".srt"),
)


class Captures:
    """What was handed in and what was fetched, kept in `folder` until a bundle is written from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._handed: list[Handed] = []
        self._parts: dict[str, str] = {}
        self._fetched = folder / "fetched.warc.gz"

    def watch(self, inputs: Iterable[Input | Omitted]) -> Iterator[Input | Omitted]:
        """The same inputs, each kept before it is given on."""
        for given in inputs:
            yield given if isinstance(given, Omitted) else self._kept(given)

    def keep(self, exchange: bytes) -> None:
        """Keep a raw exchange (gzipped WARC records) behind those already kept."""
        with self._fetched.open("ab") as file:
            file.write(exchange)

    @property
    def handed(self) -> tuple[Handed, ...]:
        """The inputs so far, in order."""
        return tuple(self._handed)

    def files(self) -> Iterator[tuple[str, Path]]:
        """The parts of the bundle that captures are, and where their bytes lie now."""
        for digest, part in self._parts.items():
            yield part, self.folder / digest
        if self._fetched.exists():
            yield EXCHANGES, self._fetched

    def _kept(self, given: Input) -> Input:
        full = loaded(given) if given.reason is None else given
        told = Handed(
            full.name,
            full.path,
            full.url,
            full.media_type,
            full.retrieved,
            full.reason,
            full.container,
            full.truncated,
        )
        if full.reason is None and len(full.data) > MAX_PAGE:
            told = replace(told, reason=TOO_LARGE)
        elif full.reason is None:
            digest = hashlib.sha256(full.data).hexdigest()
            if digest not in self._parts:
                self._parts[digest] = f"{CAPTURES}{len(self._parts) + 1:04}{_ending(full)}"
                (self.folder / digest).write_bytes(full.data)
            told = replace(told, sha256=digest, capture=self._parts[digest])
        self._handed.append(told)
        return full


def _ending(given: Input) -> str:
    name = (given.path or given.url or "").lower().rstrip("/")
    for ending in _ENDINGS:
        if name.endswith(ending):
            return ending
    declared = (given.media_type or "").partition(";")[0].strip().lower()
    return {"text/html": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}.get(declared, ".bin")
