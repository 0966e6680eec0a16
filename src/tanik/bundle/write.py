"""A bundle is written: whole or not at all, and the same bytes for the same dossier.

Comes in: a dossier, its captures, how it was asked for. Goes out: a ZIP file and the digest of its manifest. Files
stand in order of their names and bear the dossier's time; the ZIP is written beside its place and moved there when it
is complete and on the disk, so that a killed writer leaves what was there before.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import IO, Final

from tanik.bundle.crate import Part, crate_of
from tanik.bundle.manifest import digest_of, write_manifest
from tanik.bundle.model import (
    CRATE,
    DOSSIER,
    INPUTS,
    MANIFEST,
    OPTIONS,
    PASSAGES,
    README,
    SHOWN,
    TEXTS,
    Asked,
    Handed,
)
from tanik.bundle.passages import passages_of
from tanik.bundle.program import program_digest, tables_digest, versions
from tanik.core.whole import written_whole
from tanik.dossier.html import to_html
from tanik.dossier.json import to_json
from tanik.dossier.model import Dossier
from tanik.errors import UsageError
from tanik.trace.options import Options

__all__ = ["as_bytes", "parts_of", "stamp_of", "write_bundle"]

_STORED: Final = (".gz", ".zip", ".docx", ".odt", ".epub", ".pdf")
_FILE_MODE: Final = 0o100644 << 16
_UNIX: Final = 3


def write_bundle(
    path: Path,
    dossier: Dossier,
    handed: Iterable[Handed],
    files: Iterable[tuple[str, Path]] = (),
    *,
    asked: Asked | None = None,
    documents: Mapping[str, str] | None = None,
) -> str:
    """Write the bundle of `dossier` to `path`, and give the SHA-256 of its manifest.

    `files` are its captures: names in the bundle, and where their bytes lie; `documents` the digests of the library's
    documents by id. Raises `UsageError` where the file cannot be written.
    """
    try:
        with written_whole(path) as file:
            return _write(file, dossier, _all_parts(dossier, handed, files, asked or Asked(), documents or {}))
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); choose another --bundle") from error


def as_bytes(value: object) -> bytes:
    """JSON as it stands in a bundle: the letters themselves, one space in, a line's end at the end."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


def parts_of(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    """The parts of a bundle that follow from the dossier alone: so they can be made again, and compared."""
    yield DOSSIER, as_bytes(to_json(dossier))
    yield SHOWN, to_html(dossier).encode("utf-8", "surrogatepass")
    for report in dossier.pages:
        yield f"{TEXTS}{report.page.id}.txt", report.page.text.encode("utf-8", "surrogatepass")


def stamp_of(created: str) -> tuple[int, int, int, int, int, int]:
    """The time that files of a bundle bear: the dossier's, in UTC, to the two seconds that ZIP keeps.

    >>> stamp_of("2026-11-22T10:05:07+03:00"), stamp_of("")
    ((2026, 11, 22, 7, 5, 6), (1980, 1, 1, 0, 0, 0))
    """
    try:
        moment = datetime.fromisoformat(created)
    except ValueError:
        return (1980, 1, 1, 0, 0, 0)
    utc = moment.astimezone(UTC) if moment.tzinfo else moment
    if not 1980 <= utc.year <= 2107:
        return (1980, 1, 1, 0, 0, 0)
    return (utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second // 2 * 2)


def _all_parts(
    dossier: Dossier,
    handed: Iterable[Handed],
    files: Iterable[tuple[str, Path]],
    asked: Asked,
    documents: Mapping[str, str],
) -> dict[str, bytes | Path]:
    parts: dict[str, bytes | Path] = dict(parts_of(dossier))
    parts[INPUTS] = as_bytes([asdict(one) for one in handed])
    parts[OPTIONS] = as_bytes(
        {
            **asdict(asked),
            "trace": asdict(Options()),
            "tables": tables_digest(),
            "program": program_digest(),
            "versions": versions(),
        }
    )
    parts[PASSAGES] = as_bytes(passages_of(dossier, documents))
    parts[README] = resources.files("tanik.bundle").joinpath("data", "readme.txt").read_bytes()
    parts.update(files)
    return parts


def _write(file: IO[bytes], dossier: Dossier, parts: dict[str, bytes | Path]) -> str:
    """Write all parts in order; the crate's metadata and the manifest, which tell of the others, among them."""
    stamp = stamp_of(dossier.created)
    described = [_part(name, parts[name]) for name in sorted(parts)]
    crate = as_bytes(crate_of(dossier, described, versions()))
    manifest = write_manifest({**{part.name: part.sha256 for part in described}, CRATE: digest_of(crate)})
    parts = {**parts, CRATE: crate, MANIFEST: manifest}
    with zipfile.ZipFile(file, "w") as archive:
        for name in sorted(parts):
            archive.writestr(_entry(name, stamp), _bytes_of(parts[name]))
    return digest_of(manifest)


def _entry(name: str, stamp: tuple[int, int, int, int, int, int]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, stamp)
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
    entry.external_attr = _FILE_MODE
    entry.create_system = _UNIX
    return entry


def _bytes_of(part: bytes | Path) -> bytes:
    return part if isinstance(part, bytes) else part.read_bytes()


def _part(name: str, part: bytes | Path) -> Part:
    data = _bytes_of(part)
    return Part(name, len(data), digest_of(data))
