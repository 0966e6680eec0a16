"""The forms in which a dossier leaves the house, and the one way to each.

Comes in: a dossier, the name of a form, what the form needs. Goes out: text, bytes, or files by name (forms that are a
folder). Each writer is imported only when it is asked for.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tanik.dossier.export.names import EXPORTS, FOLDERS, SUFFIXES, form_of
from tanik.dossier.export.reviewer import Reviewer
from tanik.dossier.model import Dossier
from tanik.errors import UsageError

if TYPE_CHECKING:
    from tanik.dossier.export.styles import Style

__all__ = ["EXPORTS", "FOLDERS", "SUFFIXES", "ExportOptions", "export", "form_of"]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a form may need: who reviews (claimreview), the citation style (docx, references)."""

    reviewer: Reviewer | None = None
    style: Style | None = None


def export(dossier: Dossier, form: str, options: ExportOptions | None = None) -> str | bytes | dict[str, bytes]:
    """`dossier` in one of the `EXPORTS`: text, bytes, or for `FOLDERS` the bytes of each file by its name.

    Raises ``UsageError`` for a form that there is not, and for one that lacks what it needs.

    >>> from tanik.dossier.build import build
    >>> made = build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=())
    >>> export(made, "csl")
    '[]\\n'
    """
    given = options or ExportOptions()
    if form in ("annotations", "csl", "claimreview"):
        return json.dumps(_json(dossier, form, given), ensure_ascii=False, indent=1) + "\n"
    if form in ("tei", "bibtex", "ris", "references", "ledger"):
        return _text(dossier, form, given)
    if form == "csv":
        from tanik.dossier.export.tables import to_csv

        return to_csv(dossier)
    if form == "parquet":
        from tanik.dossier.export.tables import to_parquet

        return to_parquet(dossier)
    if form == "docx":
        from tanik.dossier.export.docx import to_docx

        return to_docx(dossier, given.style)
    raise UsageError(f"there is no export {form!r}; there are {', '.join(EXPORTS)}")


def _json(dossier: Dossier, form: str, options: ExportOptions) -> object:
    if form == "annotations":
        from tanik.dossier.export.annotations import to_annotations

        return to_annotations(dossier)
    if form == "csl":
        from tanik.dossier.export.csl import to_csl

        return to_csl(dossier)
    if options.reviewer is None:
        raise UsageError("claimreview is written for a reviewer: give --reviewed-by NAME or NAME,URL")
    from tanik.dossier.export.claimreview import to_claimreview

    return to_claimreview(dossier, options.reviewer)


def _text(dossier: Dossier, form: str, options: ExportOptions) -> str:
    if form == "tei":
        from tanik.dossier.export.tei import to_tei

        return to_tei(dossier)
    if form == "bibtex":
        from tanik.dossier.export.bibtex import to_bibtex

        return to_bibtex(dossier)
    if form == "ris":
        from tanik.dossier.export.ris import to_ris

        return to_ris(dossier)
    if form == "ledger":
        from tanik.dossier.export.tables import to_ledger

        return to_ledger(dossier)
    from tanik.dossier.export.references import to_references

    return to_references(dossier, options.style)
