r"""BibTeX: the works of a dossier for LaTeX, JabRef and reference managers.

Comes in: a dossier. Goes out: one entry a work, in UTF-8. A page's words are a stranger's: the signs that LaTeX would
act on are escaped, braces and backslashes too, so that a title cannot call a macro (``\input`` reads files). The entry
types are those of BibTeX itself, with biblatex's ``url``, ``urldate``, ``date`` and ``langid``, which BibTeX
passes by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tanik.dossier.display import clean
from tanik.dossier.edtf import date_parts
from tanik.dossier.export.bibliography import Agent, Work, cited_works
from tanik.dossier.export.citekeys import citekeys
from tanik.dossier.export.runs import dashed, year_of
from tanik.dossier.model import Dossier

__all__ = ["to_bibtex"]

_TYPES = {
    "book": "book",
    "chapter": "incollection",
    "article-journal": "article",
    "article-newspaper": "article",
    "webpage": "misc",
}
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces even behind a backslash
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_ESCAPED = str.maketrans(_LATEX)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Addresses stand in \url{…}, which takes everything but these as it is.
_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", '"': "%22"})
_LANGUAGES = {"tr": "turkish", "en": "english", "az": "azerbaijani", "ru": "russian"}


def to_bibtex(dossier: Dossier) -> str:
    """The works of `dossier` as BibTeX; nothing but a line of comment where there is none.

    >>> from tanik.dossier.build import build
    >>> to_bibtex(build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=()))
    '% Tanık 1\\n'
    """
    works = cited_works(dossier)
    version = re.sub(r"[^\w.+-]+", " ", dossier.version)  # outside entries BibTeX looks for an at sign alone
    head = f"% Tanık {version}\n"
    return head + "".join(f"\n{_entry(work, key)}\n" for work, key in zip(works, citekeys(works), strict=True))


def escape(text: str) -> str:
    r"""`text` on one line, with every sign that LaTeX acts on escaped.

    >>> escape("100% {a_b}")
    '100\\% \\textbraceleft{}a\\_b\\textbraceright{}'
    """
    return " ".join(clean(text).split()).translate(_ESCAPED)


def _entry(work: Work, key: str) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work) if value)
    month = _month(work)
    return f"@{_TYPES.get(work.kind, 'misc')}{{{key},\n{fields}{month}}}"


def _fields(work: Work) -> Iterator[tuple[str, str]]:
    held = {"chapter": "booktitle", "webpage": "organization"}.get(work.kind, "journal")
    yield "author", " and ".join(_name(author) for author in work.authors)
    yield "title", escape(work.title or (work.container if work.kind == "article-newspaper" else ""))
    yield held, escape(work.container)
    yield "publisher", escape(work.publisher)
    yield "address", escape(work.place)
    yield "year", escape(year_of(work))
    yield "date", escape(work.date)
    yield "volume", escape(work.volume)
    yield "number", escape(work.issue)
    yield "pages", escape(dashed(work.pages, "--"))
    yield "howpublished", escape(", ".join(part for part in (work.archive, work.location) if part))
    yield "url", " ".join(clean(work.url).split()).translate(_ADDRESS)
    yield "urldate", escape(work.accessed)
    yield "langid", _LANGUAGES.get(work.language, "")
    yield "note", escape(work.note)
    yield "keywords", f"tanik:{work.part}"


def _name(author: Agent) -> str:
    """A person as ``Family, Given``; a body in braces, which keep BibTeX from parting it."""
    if author.given:
        return f"{_guarded(author.family)}, {_guarded(author.given)}"
    return f"{{{escape(author.family)}}}"


def _guarded(name: str) -> str:
    """A name in which a comma or the word "and" would part authors that are one."""
    written = escape(name)
    return f"{{{written}}}" if re.search(r",|\band\b", written) else written


def _month(work: Work) -> str:
    parts = date_parts(work.date)
    if parts is None or len(parts) != 1 or len(parts[0]) < 2 or not 1 <= parts[0][1] <= 12:
        return ""
    return f"  month = {_MONTHS[parts[0][1] - 1]},\n"
