"""RIS: the works of a dossier for EndNote, Zotero, Mendeley and library catalogues.

Comes in: a dossier. Goes out: one record a work, lines ``XX  - value`` ended by CR LF. A value stands on one line, so
that a page's words can begin no field of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tanik.dossier.display import clean
from tanik.dossier.edtf import date_parts
from tanik.dossier.export.bibliography import Agent, Work, cited_works
from tanik.dossier.model import Dossier

__all__ = ["to_ris"]

_TYPES = {
    "book": "BOOK",
    "chapter": "CHAP",
    "article-journal": "JOUR",
    "article-newspaper": "NEWS",
    "webpage": "ELEC",
    "document": "GEN",
}
_RANGE = re.compile(r"\s*(\w+)\s*[-–—]\s*(\w+)\s*")


def to_ris(dossier: Dossier) -> str:
    """The works of `dossier` as RIS; nothing where there is none.

    >>> from tanik.dossier.build import build
    >>> to_ris(build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=()))
    ''
    """
    return "".join(_record(work) for work in cited_works(dossier))


def _record(work: Work) -> str:
    kind = "UNPB" if work.archive and work.kind == "document" else _TYPES.get(work.kind, "GEN")
    lines = [("TY", kind), *((tag, _line(value)) for tag, value in _fields(work) if value), ("ER", "")]
    return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def _line(value: str) -> str:
    return " ".join(clean(value).split())


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    yield "ID", work.id
    for author in work.authors:
        yield "AU", _name(author)
    yield "TI", work.title or (work.container if work.kind == "article-newspaper" else "")
    yield "T2", work.container
    yield "PB", work.publisher
    yield "CY", work.place
    yield from _dates(work)
    yield "VL", work.volume
    yield "IS", work.issue
    found = _RANGE.fullmatch(work.pages)
    yield "SP", found[1] if found else work.pages
    yield "EP", found[2] if found else ""
    yield "DB", work.archive
    yield "AV", work.location
    yield "UR", work.url
    yield "Y2", work.accessed.replace("-", "/") + "/" if work.accessed else ""
    yield "LA", work.language
    yield "N1", work.note
    yield "KW", f"tanik:{work.part}"


def _dates(work: Work) -> Iterator[tuple[str, str]]:
    """The year, and the day in the form of the format: YYYY/MM/DD/, with empty places where it is not known."""
    parts = date_parts(work.date)
    if parts is None:
        yield "DA", work.date
        return
    year, *rest = parts[0]
    yield "PY", f"{year:04d}"
    if rest and len(parts) == 1 and rest[0] <= 12:
        month, day = rest[0], rest[1] if len(rest) > 1 else None
        yield "DA", f"{year:04d}/{month:02d}/{f'{day:02d}' if day else ''}/"


def _name(author: Agent) -> str:
    return f"{author.family}, {author.given}" if author.given else author.family
