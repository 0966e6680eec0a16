"""What a bundle is made of: the names of its parts, the inputs as they were handed in, and how it was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = [
    "CAPTURES",
    "CONTEXT",
    "CRATE",
    "DOSSIER",
    "EXCHANGES",
    "INPUTS",
    "MANIFEST",
    "OPTIONS",
    "PASSAGES",
    "README",
    "SHOWN",
    "TEXTS",
    "Asked",
    "Handed",
]

MANIFEST: Final = "manifest-sha256.txt"
CRATE: Final = "ro-crate-metadata.json"
DOSSIER: Final = "dossier.json"
SHOWN: Final = "dossier.html"
INPUTS: Final = "inputs.json"
OPTIONS: Final = "options.json"
PASSAGES: Final = "passages.json"
README: Final = "README.txt"
CAPTURES: Final = "captures/"
TEXTS: Final = "texts/"
EXCHANGES: Final = "captures/fetched.warc.gz"

# How many code points of a library document are kept before and after each stretch that was found.
CONTEXT: Final = 300


@dataclass(frozen=True, slots=True)
class Handed:
    """One input as it was handed in, its bytes named by their digest.

    `sha256` is None where there were none (`reason` says why) or where they were too many to be kept. `capture` is the
    part of the bundle that holds them. The other fields are those of an input of the wiring.
    """

    name: str
    path: str | None = None
    url: str | None = None
    media_type: str | None = None
    retrieved: str | None = None
    reason: str | None = None
    container: str | None = None
    truncated: str | None = None
    sha256: str | None = None
    capture: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """The options that decide what a dossier says; `as_of` is an ISO date, or None where none was given."""

    language: str = "en"
    as_of: str | None = None
    fast: bool = False
    every_clause: bool = False
