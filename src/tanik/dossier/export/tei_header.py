"""The header of a TEI document: what was read, when, what it is held against.

Comes in: a dossier, and the page (None for the header of a corpus). Goes out: a ``teiHeader``. The witnesses stand in a
``listWit``, so that the apparatus can name them; sources and witnesses also as a ``listBibl``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tanik.dossier.edtf import date_parts
from tanik.dossier.export.bibliography import Work, work_of_citation, work_of_witness
from tanik.dossier.export.tei_parts import XML_ID, XML_LANG, address, safe, under
from tanik.dossier.model import Dossier, PageReport
from tanik.dossier.words import say
from tanik.page.model import Page
from tanik.trace.model import Witness

if TYPE_CHECKING:
    from lxml.etree import _Element

# The shape of a language tag (RFC 5646), as far as pages have one.
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")

__all__ = ["iso", "witness_ids", "write_header"]


def write_header(root: _Element, dossier: Dossier, report: PageReport | None, prefix: str = "p0") -> None:
    """The header of one page's document, or of the corpus."""
    header = under(root, "teiHeader")
    header.set(XML_LANG, dossier.language)
    file = under(header, "fileDesc")
    titles = under(file, "titleStmt")
    page = report.page if report is not None else None
    under(titles, "title", (page.title if page is not None else None) or say("ui.dossier", dossier.language))
    for author in page.authors if page is not None else ():
        under(titles, "author", author)
    published = under(file, "publicationStmt")
    under(published, "p", f"Tanık {dossier.version}, {dossier.created or dossier.as_of}")
    _sources(under(file, "sourceDesc"), dossier, report, prefix)
    encoding = under(header, "encodingDesc")
    under(encoding, "p", say("ui.no_verdict", dossier.language))
    if report is not None:
        under(encoding, "variantEncoding", method="double-end-point", location="external")
    profile = under(header, "profileDesc")
    if page is not None and page.language != "und" and _LANGUAGE.fullmatch(page.language):
        under(under(profile, "langUsage"), "language", ident=page.language)
    _calendars(profile, report, prefix)
    if not len(profile):
        header.remove(profile)


def _calendars(profile: _Element, report: PageReport | None, prefix: str) -> None:
    used = dict.fromkeys(date.calendar for date in report.facts.dates) if report is not None else {}
    if used:
        described = under(profile, "calendarDesc")
        for calendar in used:
            element = under(described, "calendar")
            element.set(XML_ID, f"{prefix}-{calendar}")
            under(element, "p", calendar.value)


def _sources(described: _Element, dossier: Dossier, report: PageReport | None, prefix: str) -> None:
    if report is None:
        under(described, "p", say("ui.pages", dossier.language))
        return
    _captured(under(described, "bibl"), report.page)
    sources = [work_of_citation(one, f"{report.page.id}-c{n}") for n, one in enumerate(report.facts.citations, 1)]
    if sources:
        listed = under(described, "listBibl", type="sources")
        for n, work in enumerate(sources, 1):
            _bibl(listed, work, f"{prefix}-b{n}", report.facts.citations[n - 1].text)
    used = _used(dossier, report)
    if used:
        listed = under(described, "listWit")
        for identity, witness in zip(witness_ids(prefix, dossier, report).values(), used, strict=True):
            element = under(listed, "witness")
            element.set(XML_ID, identity)
            _bibl(element, work_of_witness(witness), None, None)


def _captured(bibl: _Element, page: Page) -> None:
    """The page as it was read: where, when, and the digest of its bytes."""
    for author in page.authors:
        under(bibl, "author", author)
    under(bibl, "title", page.title or page.source.label)
    if page.published:
        under(bibl, "date", page.published, when=iso(page.published))
    if page.source.url:
        under(bibl, "ptr", target=address(page.source.url))
    under(bibl, "idno", page.source.sha256, type="sha256")
    if page.source.retrieved:
        under(bibl, "date", page.source.retrieved, type="retrieved", when=iso(page.source.retrieved))


def _bibl(parent: _Element, work: Work, identity: str | None, written: str | None) -> None:
    """A work with its parts; one of which nothing but its words is known keeps those."""
    bibl = under(parent, "bibl", type=work.kind)
    if identity is not None:
        bibl.set(XML_ID, identity)
    for author in work.authors:
        under(bibl, "author", author.plain)
    held = "j" if work.kind.startswith("article") else "m"
    for title, level in ((work.title, "a" if work.container else "m"), (work.container, held)):
        if title:
            under(bibl, "title", title, level=level)
    for tag, value in (("publisher", work.publisher), ("pubPlace", work.place)):
        if value:
            under(bibl, tag, value)
    if work.date:
        under(bibl, "date", work.date, when=iso(work.date))
    _numbers(bibl, work)
    if work.url:
        under(bibl, "ptr", target=address(work.url))
    if written is not None:
        under(bibl, "note", written, type="written")


def _numbers(bibl: _Element, work: Work) -> None:
    for unit, value in (("volume", work.volume), ("issue", work.issue), ("page", work.pages)):
        if value:
            under(bibl, "biblScope", value, unit=unit)
    for kind, value in (("archive", work.archive), ("callNumber", work.location), ("document", work.note)):
        if value:
            under(bibl, "idno", value, type=kind)


def iso(edtf: str) -> str | None:
    """A date as TEI's ``when`` takes it (a year, a month, a day), None for what is less certain.

    >>> iso("1920-04-26"), iso("1921~"), iso("1919/1922"), iso("2026-01-02T03:04:05+00:00")
    ('1920-04-26', None, None, '2026-01-02')
    """
    parts = date_parts(edtf)
    if parts is None or len(parts) != 1 or edtf[-1] in "~?%" or (len(parts[0]) > 1 and parts[0][1] > 12):
        return None
    return safe(edtf.partition("T")[0])


def _used(dossier: Dossier, report: PageReport) -> list[Witness]:
    """The witnesses that this page's quotations and passages were found in."""
    traces = [*(t for t in report.traces if t is not None), *(passage.trace for passage in report.passages)]
    named = {match.document for trace in traces for match in trace.matches}
    return [witness for witness in dossier.witnesses if witness.id in named]


def witness_ids(prefix: str, dossier: Dossier, report: PageReport) -> dict[str, str]:
    """The XML names of this page's witnesses, by document."""
    return {witness.id: f"{prefix}-w{n}" for n, witness in enumerate(_used(dossier, report), 1)}
