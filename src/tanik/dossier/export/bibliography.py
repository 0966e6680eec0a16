"""What a dossier rests on, as works that can be cited.

Comes in: a dossier. Goes out: one `Work` for every page that was read, every source that a page names and every witness
in the library, each with its CSL-JSON. CSL's names and types are the one vocabulary in between: what is written as
CSL-JSON, BibTeX and RIS and what is put into words in a citation style all start here and cannot drift apart.
A source that several pages name alike is one work; a short form (``a.g.e.``) that was bound to its work is none.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from tanik.core.span import Span
from tanik.dossier.citation import csl
from tanik.dossier.edtf import date_parts
from tanik.dossier.model import Dossier
from tanik.facts.citations.csl import citation_csl
from tanik.facts.model import Citation, CitationKind
from tanik.page.model import Page
from tanik.trace.model import Witness

__all__ = ["Agent", "Part", "Work", "cited_works", "work_of_citation", "work_of_page", "work_of_witness"]

Csl = dict[str, object]


class Part(StrEnum):
    """What a work is to the dossier."""

    PAGE = "page"
    SOURCE = "source"
    WITNESS = "witness"


@dataclass(frozen=True, slots=True)
class Agent:
    """An author: a family name with what stands before it, or a body whose name is not parted (no `given`)."""

    family: str
    given: str = ""

    @property
    def plain(self) -> str:
        """The name as it is spoken."""
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True, slots=True)
class Work:
    """One work; `kind` is its CSL type, `date` and `accessed` are EDTF, `container` what it stands in.

    `undated_print` tells that `date` is the text's own (the day of a speech) and not that of the volume it is in.
    """

    id: str
    part: Part
    kind: str
    authors: tuple[Agent, ...] = ()
    title: str = ""
    container: str = ""
    publisher: str = ""
    place: str = ""
    date: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    archive: str = ""
    location: str = ""
    url: str = ""
    accessed: str = ""
    language: str = ""
    note: str = ""

    @property
    def undated_print(self) -> bool:
        """Whether the date is that of the text and says nothing of the volume."""
        return self.part is Part.WITNESS and bool(self.container)

    def csl(self) -> Csl:
        """The work as one CSL-JSON item (schema 1.0.2): every name is CSL's, what is not known is left out.

        >>> work_of_witness(Witness("k:1", "…", "k", title="Açış", author="Ali Er", date="1920-04-26")).csl()["author"]
        [{'family': 'Er', 'given': 'Ali'}]
        """
        item: Csl = {"id": self.id, "type": self.kind}
        if self.authors:
            item["author"] = [
                {"family": one.family, "given": one.given} if one.given else {"literal": one.family}
                for one in self.authors
            ]
        for name, edtf in (("issued", self.date), ("accessed", self.accessed)):
            if edtf:
                item[name] = _csl_date(edtf)
        plain = {
            "title": self.title,
            "container-title": self.container,
            "publisher": self.publisher,
            "publisher-place": self.place,
            "volume": self.volume,
            "issue": self.issue,
            "page": self.pages,
            "archive": self.archive,
            "archive_location": self.location,
            "URL": self.url,
            "language": self.language,
            "note": self.note,
            "keyword": f"tanik:{self.part}",
        }
        return item | {name: value for name, value in plain.items() if value}


def _csl_date(edtf: str) -> Csl:
    parts = date_parts(edtf)
    if parts is None:
        return {"literal": edtf}
    made: Csl = {"date-parts": [list(part) for part in parts]}
    if edtf.endswith(("~", "?", "%")):
        made["circa"] = True
    return made


def cited_works(dossier: Dossier) -> tuple[Work, ...]:
    """Every work of the dossier: its pages, the sources they name in order of the text, the witnesses by date.

    >>> from tanik.dossier.build import build
    >>> cited_works(build(version="1", created="", as_of="2026-01-01", language="tr", library=None, pages=()))
    ()
    """
    works: dict[str, Work] = {}
    for work in _all(dossier):
        same = json.dumps({**work.csl(), "id": ""}, sort_keys=True)
        works.setdefault(same, work)
    return tuple(works.values())


def _all(dossier: Dossier) -> Iterator[Work]:
    for report in dossier.pages:
        yield work_of_page(report.page)
    for report in dossier.pages:
        for index, citation in enumerate(report.facts.citations):
            if citation.refers is None:
                yield work_of_citation(citation, f"{report.page.id}-c{index + 1}")
    for witness in dossier.witnesses:
        yield work_of_witness(witness)


def work_of_page(page: Page) -> Work:
    """The page itself, as what was read on the day it was fetched.

    >>> from tanik.page.model import Source
    >>> read = Page("p1", Source("00", "text/html", url="https://example.org/x"), "", (), title="Kömür")
    >>> work_of_page(read).kind, work_of_page(read).url
    ('webpage', 'https://example.org/x')
    """
    source = page.source
    return Work(
        id=page.id,
        part=Part.PAGE,
        kind="webpage" if source.url else "document",
        authors=tuple(agent for name in page.authors for agent in _agents(name)),
        title=page.title or "",
        container=_host(source.url or ""),
        date=(page.published or "").partition("T")[0],
        url=source.url or "",
        accessed=(source.retrieved or "")[:10],
        language="" if page.language == "und" else page.language,
        note=f"sha256:{source.sha256}",
    )


def work_of_citation(citation: Citation, identity: str) -> Work:
    """A source that a page names, with what the page says of it."""
    return _from_csl(citation_csl(citation, identity), Part.SOURCE)


def work_of_witness(witness: Witness) -> Work:
    """A document of the library; its author's name is parted like the names of sources.

    The library's collection is no archive and its id no shelf mark: the id stands in the note.
    """
    item: Csl = {**csl(witness), "note": witness.id}
    item.pop("archive", None)
    work = _from_csl(item, Part.WITNESS)
    if witness.url and not (witness.volume or witness.pages):
        work = replace(work, kind="webpage")  # what has an address, and neither volume nor page, stands on a site
    return replace(work, authors=tuple(_agents(witness.author or "")), date=(witness.date or "").partition("T")[0])


def _agents(names: str) -> Iterator[Agent]:
    """`names` parted by the rules that part the names of a source: a body stays whole."""
    if names:
        bare = Citation(Span(0, 0), names, CitationKind.BOOK, "", author=names, title="-")
        yield from _read_agents(citation_csl(bare).get("author"))


def _from_csl(item: Mapping[str, object], part: Part) -> Work:
    def told(name: str) -> str:
        value = item.get(name)
        return str(value) if value is not None else ""

    return Work(
        id=told("id"),
        part=part,
        kind=told("type"),
        authors=tuple(_read_agents(item.get("author"))),
        title=told("title"),
        container=told("container-title"),
        publisher=told("publisher"),
        place=told("publisher-place"),
        date=_edtf(item.get("issued")),
        volume=told("volume"),
        issue=told("issue"),
        pages=told("page"),
        archive=told("archive"),
        location=told("archive_location"),
        url=told("URL"),
        note=told("note"),
    )


def _read_agents(authors: object) -> Iterator[Agent]:
    for author in authors if isinstance(authors, list) else []:
        if "literal" in author:
            yield Agent(author["literal"])
        else:
            yield Agent(author.get("family", ""), author.get("given", ""))


def _edtf(issued: object) -> str:
    """A CSL date as EDTF: its first day, or both ends."""
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    ends = ["-".join(f"{number:0{4 if place == 0 else 2}d}" for place, number in enumerate(end)) for end in parts or ()]
    return "/".join(ends)


def _host(url: str) -> str:
    from urllib.parse import urlsplit

    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
