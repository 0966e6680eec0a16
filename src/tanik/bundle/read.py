"""A bundle is opened, whoever made it.

Comes in: a file that may be anything. Goes out: its parts by name. Nothing is ever unpacked to a name that the file
gives, sizes are checked before anything is inflated, and every byte of the file must belong to a part that is named:
what stands before, between or behind the parts could be read by other programs and is seen by none of our checks.
"""

from __future__ import annotations

import json
import re
import struct
import zipfile
import zlib
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from tanik.bundle.model import DOSSIER, INPUTS, MANIFEST, OPTIONS, Asked, Handed
from tanik.dossier.json import from_json
from tanik.dossier.model import Dossier
from tanik.errors import BundleError, UsageError

__all__ = ["Bundle", "Limits"]

_NAME: Final = re.compile(r"(?:[A-Za-z0-9][A-Za-z0-9_-]*/)?[A-Za-z0-9][A-Za-z0-9._-]*")
_LOCAL: Final = struct.Struct("<4s5HLLLHH")
_CENTRAL: Final = 46
_END: Final = 22
_END_64: Final = _END + 56 + 20
_METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Limits:
    """What a bundle may cost to open: how many parts, how many bytes of one and of all, and how far they inflate."""

    parts: Final = 100_000
    part: Final = 1024**3
    floor: Final = 64 * 1024**2
    ratio: Final = 200


class Bundle:
    """A bundle that has been opened. Use `Bundle.open`; close it, or use it as a context."""

    def __init__(self, archive: zipfile.ZipFile, size: int) -> None:
        self._archive = archive
        self._size = size
        self.entries = {entry.filename: entry for entry in archive.infolist()}

    @classmethod
    def open(cls, path: Path) -> Bundle:
        """The bundle in the file `path`. Raises `BundleError` for what is none, `UsageError` where there is no file."""
        try:
            size = path.stat().st_size
            archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError, EOFError) as error:
            raise BundleError(f"{path}: not a bundle, or cut short ({error})") from error
        except OSError as error:
            raise UsageError(f"{path}: cannot be read ({error.strerror or error})") from error
        try:
            bundle = cls(archive, size)
            bundle._check_sizes()
            if MANIFEST not in bundle.entries:
                raise BundleError("there is no manifest in it, so it is no bundle")
        except BundleError as error:
            archive.close()
            raise BundleError(f"{path}: {error}") from error
        return bundle

    def __enter__(self) -> Bundle:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._archive.close()

    def read(self, name: str) -> bytes:
        """The bytes of the part `name`. Raises `BundleError` where it is missing or damaged."""
        entry = self.entries.get(name)
        if entry is None:
            raise BundleError(f"{name} is missing from the bundle")
        try:
            return self._archive.read(entry)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError) as error:
            raise BundleError(f"{name} is damaged ({error})") from error

    def dossier(self) -> Dossier:
        """The dossier in it. Raises `BundleError`."""
        try:
            return from_json(self._json(DOSSIER))
        except UsageError as error:
            raise BundleError(f"{DOSSIER}: {error}") from error

    def handed(self) -> tuple[Handed, ...]:
        """The inputs as they were handed in. Raises `BundleError`."""
        known = {field.name for field in fields(Handed)}
        rows = self._json(INPUTS)
        if not isinstance(rows, list) or not all(_is_handed(row, known) for row in rows):
            raise BundleError(f"{INPUTS} is not a list of inputs")
        return tuple(Handed(**row) for row in rows)

    def options(self) -> dict[str, Any]:
        """The options and versions, as they were written. Raises `BundleError`."""
        found = self._json(OPTIONS)
        if not isinstance(found, dict):
            raise BundleError(f"{OPTIONS} is not an object")
        return found

    def asked(self) -> Asked:
        """The options that decide what the dossier says."""
        told = self.options()
        as_of = told.get("as_of")
        fast, every_clause = (told.get(name) is True for name in ("fast", "every_clause"))
        return Asked(str(told.get("language")), as_of if isinstance(as_of, str) else None, fast, every_clause)

    def json(self, name: str) -> object:
        """The part `name` as JSON. Raises `BundleError`."""
        return self._json(name)

    def _json(self, name: str) -> Any:
        try:
            return json.loads(self.read(name))
        except (ValueError, RecursionError) as error:
            raise BundleError(f"{name} is not JSON ({error})") from error

    def _check_sizes(self) -> None:
        """That opening it costs no more than it may. Raises `BundleError`."""
        listed = self._archive.infolist()
        if len(listed) > Limits.parts:
            raise BundleError(f"it lists {len(listed):,} parts, and at most {Limits.parts:,} are read")
        most = max(Limits.floor, Limits.ratio * self._size)
        if any(entry.file_size > Limits.part for entry in listed) or sum(e.file_size for e in listed) > most:
            raise BundleError("what is packed in it unfolds as a bomb does")

    def oddities(self) -> list[tuple[str, str]]:
        """What no bundle that we write has, as parts and codes: hidden bytes, names that lead elsewhere, other times.

        An empty list means that every byte of the file belongs to a part that its own table names once.
        """
        listed = sorted(self._archive.infolist(), key=lambda entry: entry.header_offset)
        found = [(entry.filename, code) for entry in listed for code in self._odd(entry)]
        if len(listed) != len(self.entries):
            found.append(("", "named_twice"))
        if self._archive.comment:
            found.append(("", "comment"))
        place, file = 0, self._archive.fp
        for entry in listed:
            end = _end_of(file, entry) if entry.header_offset == place else None
            if end is None:
                return [*found, (entry.filename, "hidden_bytes")]
            place = end
        table = sum(_CENTRAL + len(e.filename.encode()) + len(e.extra) + len(e.comment) for e in listed)
        rest = self._size - self._archive.start_dir - table
        if place != self._archive.start_dir or rest not in (_END, _END_64):
            found.append(("", "hidden_bytes"))
        return found

    def _odd(self, entry: zipfile.ZipInfo) -> list[str]:
        codes = []
        if not _NAME.fullmatch(entry.filename):
            codes.append("name")
        if entry.flag_bits & ~0x800 or entry.compress_type not in _METHODS:
            codes.append("packing")
        if entry.extra or entry.comment or entry.create_system != 3 or entry.external_attr != 0o100644 << 16:
            codes.append("attributes")
        return codes


def _is_handed(row: object, known: set[str]) -> bool:
    if not isinstance(row, dict) or not set(row) <= known or not isinstance(row.get("name"), str):
        return False
    return all(value is None or isinstance(value, str) for value in row.values())


def _end_of(file: Any, entry: zipfile.ZipInfo) -> int | None:
    """Where the part ends in the file; None where its own header tells of another part than the table does."""
    file.seek(entry.header_offset)
    head = file.read(_LOCAL.size)
    if len(head) != _LOCAL.size:
        return None
    mark, _, flags, method, _, _, crc, packed, size, name_size, extra_size = _LOCAL.unpack(head)
    name = file.read(name_size)
    same = (mark, flags, method, crc, packed, size) == (
        b"PK\x03\x04",
        entry.flag_bits,
        entry.compress_type,
        entry.CRC,
        entry.compress_size,
        entry.file_size,
    )
    if not same or name != entry.filename.encode() or extra_size:
        return None
    return int(entry.header_offset + _LOCAL.size + name_size + extra_size + entry.compress_size)
