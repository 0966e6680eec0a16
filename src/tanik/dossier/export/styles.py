"""A work as a reference in Chicago, APA or İSNAD style.

Comes in: a work, a style, the reader's language. Goes out: the reference in runs of upright and italic letters, as a
note (for APA: the words in brackets in the text) or as an entry of a bibliography. The forms follow the manuals named
in ``data/exports.toml``; what the dossier does not know is left out, and never guessed.

A speech or letter that stands in a collected volume carries its own day beside its title: the library knows when it was
said, not when the volume was printed, and a year in the place of the printing would say something false.
"""

from __future__ import annotations

from enum import StrEnum

from tanik.dossier.export.bibliography import Work
from tanik.dossier.export.runs import Run, plain
from tanik.dossier.export.style_apa import apa_entry, apa_note
from tanik.dossier.export.style_chicago import chicago_entry, chicago_note
from tanik.dossier.export.style_isnad import isnad_entry, isnad_note

__all__ = ["Style", "entry", "entry_text", "note", "note_text"]


class Style(StrEnum):
    """A way of citing: Chicago's notes and bibliography (17), APA (7), İSNAD with footnotes (2)."""

    CHICAGO = "chicago"
    APA = "apa"
    ISNAD = "isnad"


_NOTES = {Style.CHICAGO: chicago_note, Style.APA: apa_note, Style.ISNAD: isnad_note}
_ENTRIES = {Style.CHICAGO: chicago_entry, Style.APA: apa_entry, Style.ISNAD: isnad_entry}


def note(work: Work, style: Style, lang: str) -> tuple[Run, ...]:
    """The first note on `work`; in APA what stands in brackets in the text."""
    return _NOTES[style](work, lang)


def entry(work: Work, style: Style, lang: str) -> tuple[Run, ...]:
    """The entry of `work` in a bibliography."""
    return _ENTRIES[style](work, lang)


def note_text(work: Work, style: Style, lang: str) -> str:
    """The first note on `work` without italics.

    >>> from tanik.dossier.export.bibliography import work_of_witness
    >>> from tanik.trace.model import Witness
    >>> said = Witness("k:1", "…", "k", title="Açış", author="Ali Er", date="1920-04-26", source="Sözler", volume="II")
    >>> note_text(work_of_witness(said), Style.ISNAD, "tr")
    'Ali Er, “Açış” (26 Nisan 1920), Sözler, 2.'
    """
    return plain(note(work, style, lang))


def entry_text(work: Work, style: Style, lang: str) -> str:
    """The entry of `work` in a bibliography without italics.

    >>> from tanik.dossier.export.bibliography import work_of_witness
    >>> from tanik.trace.model import Witness
    >>> said = Witness("k:1", "…", "k", title="Açış", author="Ali Er", date="1920-04-26", source="Sözler", volume="II")
    >>> entry_text(work_of_witness(said), Style.APA, "en")
    'Er, A. (1920, April 26). Açış. In Sözler (Vol. 2).'
    """
    return plain(entry(work, style, lang))
