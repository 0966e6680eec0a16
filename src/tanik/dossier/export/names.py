"""The names of the forms, and how a file's name tells its form.

Comes in: a file's name. Goes out: a form's. This module imports nothing, so that the command line can offer the forms
without loading one.
"""

from __future__ import annotations

from typing import Final

__all__ = ["EXPORTS", "FOLDERS", "STYLES", "SUFFIXES", "form_of"]

EXPORTS: Final = (
    "annotations",
    "tei",
    "csl",
    "bibtex",
    "ris",
    "claimreview",
    "references",
    "ledger",
    "csv",
    "parquet",
    "docx",
)
# Forms that are several files: a folder is named for them.
FOLDERS: Final = ("csv", "parquet")
# How a file's name tells its form; the longest ending that fits decides.
SUFFIXES: Final = {
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".md": "md",
    ".txt": "text",
    ".jsonld": "annotations",
    ".csl.json": "csl",
    ".claimreview.json": "claimreview",
    ".claimreview.jsonld": "claimreview",
    ".annotations.json": "annotations",
    ".xml": "tei",
    ".tei": "tei",
    ".bib": "bibtex",
    ".ris": "ris",
    ".refs.txt": "references",
    ".ledger.csv": "ledger",
    ".docx": "docx",
}
STYLES: Final = ("chicago", "apa", "isnad")


def form_of(name: str) -> str | None:
    """The form that a file's name tells, None where it tells none.

    >>> form_of("a/b.csl.json"), form_of("b.json"), form_of("B.BIB"), form_of("tables")
    ('csl', 'json', 'bibtex', None)
    """
    plain = name.lower().replace("\u0307", "")
    fitting = [suffix for suffix in SUFFIXES if plain.endswith(suffix)]
    return SUFFIXES[max(fitting, key=len)] if fitting else None
