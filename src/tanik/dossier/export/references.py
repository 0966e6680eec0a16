"""Citations to paste: every work of a dossier in a citation style.

Comes in: a dossier and a style. Goes out: plain text: for each work its note and its entry in the bibliography.
"""

from __future__ import annotations

from tanik.dossier.display import clean
from tanik.dossier.export.bibliography import Part, cited_works
from tanik.dossier.export.runs import term
from tanik.dossier.export.styles import Style, entry_text, note_text
from tanik.dossier.model import Dossier

__all__ = ["to_references"]

_HEADINGS = {Part.WITNESS: "docx.witnesses", Part.SOURCE: "docx.named", Part.PAGE: "docx.pages"}


def to_references(dossier: Dossier, style: Style | None = None) -> str:
    """The works of `dossier`: witnesses, sources, pages; by default in İSNAD in Turkish and Chicago in English.

    >>> from tanik.dossier.build import build
    >>> to_references(build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=()))
    ''
    """
    lang = dossier.language
    chosen = style or (Style.ISNAD if lang == "tr" else Style.CHICAGO)
    works = cited_works(dossier)
    blocks = []
    for part, key in _HEADINGS.items():
        held = [work for work in works if work.part is part]
        if held:
            blocks.append(f"{term(key, lang)}\n")
        for work in held:
            note, entry = (clean(told(work, chosen, lang)) for told in (note_text, entry_text))
            blocks.append(f"[{clean(work.id)}]\n  {' '.join(note.split())}\n  {' '.join(entry.split())}\n")
    return "\n".join(blocks)
