"""A citation as CSL-JSON, the form that Zotero, pandoc and word processors read.

Comes in: a citation as the page has it. Goes out: one CSL-JSON item (schema 1.0.2) with the fields that the page gives
and no others. A short form (``a.g.e.``) gives its own pages and nothing of the work it means; who wants the whole
resolves it first (`resolve`).
"""

from __future__ import annotations

import re
from typing import Final

from tanik.core.fold import fold
from tanik.facts.model import Citation, CitationKind

__all__ = ["citation_csl"]

_TYPES: Final = {
    CitationKind.ARCHIVE: "document",
    CitationKind.BOOK: "book",
    CitationKind.ARTICLE: "article-journal",
    CitationKind.NEWSPAPER: "article-newspaper",
    CitationKind.WEB: "webpage",
}
_SEVERAL: Final = re.compile(r"\s+(?:ve|and|və|&|[-–])\s+|\s*[;/]\s*")
_BODY: Final = re.compile(
    r"\b(?:vek[aâ]leti|bakanl\w+|ba[sş]kanl\w+|kurum\w*|komisyon\w*|heyet\w*|cemiyet\w*|meclis\w*|ar[sş]iv\w*|"
    r"m[uü]d[uü]rl\w+|office|ministry|committee)\b",
    re.IGNORECASE,
)
_MOST_NAMES: Final = 4
_MARKS: Final = '“”"«»„ '


def _name(words: str) -> dict[str, str]:
    """One author: family and given name, or the words as they are where they name a body."""
    if _BODY.search(fold(words)) or len(words.split()) > _MOST_NAMES:
        return {"literal": words}
    if "," in words:
        family, _, given = words.partition(",")
        return {"family": family.strip(), "given": given.strip()}
    *given_names, family = words.split()
    return {"family": family, "given": " ".join(given_names)} if given_names else {"literal": family}


def _authors(author: str) -> list[dict[str, str]]:
    parts = (" ".join(part.split()).strip(" .,") for part in _SEVERAL.split(author))
    return [_name(part) for part in parts if part]


def citation_csl(citation: Citation, key: str = "citation") -> dict[str, object]:
    """`citation` as one CSL-JSON item whose ``id`` is `key`.

    >>> from tanik.core.span import Span
    >>> book = Citation(Span(0, 5), "…", CitationKind.BOOK, "book", author="Er, Ali", title="Köprü", year=1931)
    >>> item = citation_csl(book, "c1")
    >>> item["type"], item["author"], item["issued"]
    ('book', [{'family': 'Er', 'given': 'Ali'}], {'date-parts': [[1931]]})
    """
    item: dict[str, object] = {"id": key, "type": _TYPES[citation.kind]}
    if citation.author:
        item["author"] = _authors(citation.author)
    if citation.year is not None:
        item["issued"] = {"date-parts": [[citation.year]]}
    fields = {
        "title": (citation.title or "").strip(_MARKS),
        "container-title": citation.container,
        "publisher": citation.publisher,
        "publisher-place": citation.place,
        "issue" if citation.kind is CitationKind.NEWSPAPER else "volume": citation.volume,
        "page": citation.pages,
        "archive": citation.archive,
        "archive_location": citation.call_number,
        "URL": citation.url,
    }
    item.update({name: value for name, value in fields.items() if value})
    if len(item) == 2:
        item["title"] = citation.text
    return item
