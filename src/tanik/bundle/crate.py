"""What a bundle is, for programs: the metadata of an RO-Crate 1.1.

Comes in: a dossier, the names, sizes and digests of the files. Goes out: ``ro-crate-metadata.json``. Written by hand
and in a fixed order, so that the same dossier gives the same bytes; an outside reader and validator hold it to the
standard (https://w3id.org/ro/crate/1.1).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.bundle.model import CAPTURES, CRATE, DOSSIER, EXCHANGES, INPUTS, MANIFEST, OPTIONS, PASSAGES, README, SHOWN
from tanik.dossier.model import Dossier
from tanik.dossier.summary import summary_line

__all__ = ["Part", "crate_of", "media_type_of"]

Json = dict[str, object]
# The context of 1.1 is older than schema.org's property for a SHA-256.
_CONTEXT: Final = ["https://w3id.org/ro/crate/1.1/context", {"sha256": "https://schema.org/sha256"}]
_STANDARD: Final = "https://w3id.org/ro/crate/1.1"
_TYPES: Final = {
    "json": "application/json",
    "html": "text/html",
    "htm": "text/html",
    "xhtml": "application/xhtml+xml",
    "txt": "text/plain",
    "md": "text/markdown",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "epub": "application/epub+zip",
    "xml": "application/xml",
    "tei": "application/tei+xml",
    "mhtml": "multipart/related",
    "vtt": "text/vtt",
    "srt": "application/x-subrip",
    "gz": "application/warc",
}
_TOLD: Final = {
    DOSSIER: (
        "The dossier (JSON)",
        "Everything the dossier says, with offsets into the pages; schema tanik-dossier/1.",
    ),
    SHOWN: ("The dossier (HTML)", "The same to be read in a browser; it asks the network for nothing."),
    INPUTS: ("What was handed in", "Every input with its name, address, time and the capture that holds its bytes."),
    OPTIONS: ("Options and versions", "How the dossier was asked for, and the program that made it."),
    PASSAGES: ("Passages of the library", "The stretches of library documents that were found, with citations."),
    README: ("How to read and check this", "For people, in Turkish and English."),
    EXCHANGES: ("What was fetched", "The raw exchanges with servers, as WARC 1.1 records in gzip."),
}
_RIGHTS: Final = (
    "Captures and passages keep the rights of their authors and publishers; they are here as evidence. "
    "No licence is granted by this bundle."
)


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the bundle: its name, size in bytes and SHA-256."""

    name: str
    size: int
    sha256: str


def media_type_of(name: str) -> str:
    """The media type of a file of the bundle, by its ending.

    >>> media_type_of("texts/p1.txt"), media_type_of("captures/0003.bin")
    ('text/plain', 'application/octet-stream')
    """
    return _TYPES.get(name.rpartition(".")[2], "application/octet-stream")


def crate_of(dossier: Dossier, parts: Sequence[Part], versions: dict[str, str]) -> Json:
    """The metadata of a bundle that holds `parts` (all files but the metadata and the manifest)."""
    files = [{"@id": part.name} for part in parts] + [{"@id": MANIFEST}]
    root: Json = {
        "@id": "./",
        "@type": "Dataset",
        "name": _title(dossier),
        "description": "; ".join(summary_line(dossier, report) for report in dossier.pages[:3])
        or "No page could be read.",
        "datePublished": dossier.created,
        "inLanguage": dossier.language,
        "license": {"@id": "#rights"},
        "hasPart": files,
        "mentions": {"@id": "#check"},
    }
    made: Json = {
        "@id": "#check",
        "@type": "CreateAction",
        "name": "tanik check",
        "endTime": dossier.created,
        "instrument": {"@id": "#tanik"},
        "object": [{"@id": part.name} for part in parts if part.name.startswith(CAPTURES)],
        "result": [{"@id": DOSSIER}, {"@id": SHOWN}],
    }
    program: Json = {
        "@id": "#tanik",
        "@type": "SoftwareApplication",
        "name": "Tanık",
        "softwareVersion": versions.get("tanik", dossier.version),
    }
    rights: Json = {"@id": "#rights", "@type": "CreativeWork", "name": "Rights", "description": _RIGHTS}
    about: Json = {
        "@id": CRATE,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": _STANDARD},
    }
    listed: Json = {
        "@id": MANIFEST,
        "@type": "File",
        "name": "Digests",
        "description": "SHA-256 of every other file; check it with: sha256sum -c manifest-sha256.txt",
        "encodingFormat": "text/plain",
    }
    return {"@context": _CONTEXT, "@graph": [about, root, *map(_file, parts), listed, made, program, rights]}


def _title(dossier: Dossier) -> str:
    names = [report.page.title or report.page.source.label for report in dossier.pages]
    more = f" (+{len(names) - 3})" if len(names) > 3 else ""
    return f"Tanık: {', '.join(names[:3])}{more}" if names else "Tanık"


def _file(part: Part) -> Json:
    name, description = _TOLD.get(part.name) or (
        ("Capture", "The bytes of an input as they were handed in.")
        if part.name.startswith(CAPTURES)
        else ("Text of a page", "The text that the dossier's offsets count in (code points).")
    )
    return {
        "@id": part.name,
        "@type": "File",
        "name": f"{name}: {part.name}" if part.name not in _TOLD else name,
        "description": description,
        "encodingFormat": media_type_of(part.name),
        "contentSize": str(part.size),
        "sha256": part.sha256,
    }
