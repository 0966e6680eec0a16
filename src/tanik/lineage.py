"""Copies and their descent, as the package and the command line ask for them.

Comes in: pages as for a dossier, and a library or none. Goes out: the groups of copies among them with their trees,
or the history of one sentence. Pages are read and traced as for a dossier, so that both say the same of the same pages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from os import PathLike
from pathlib import Path

from tanik.compare.copies import find_copies
from tanik.compare.first_seen import History
from tanik.compare.first_seen import first_seen as find_history
from tanik.compare.model import CopyGroup, Examined
from tanik.core.span import Span
from tanik.dossier.model import Dossier
from tanik.dossier.tree import Named
from tanik.facts.model import Facts
from tanik.front import check
from tanik.page.model import Page, Segment, SegmentKind, Source
from tanik.trace.model import Evidence, Witness
from tanik.trace.run import run as trace_passage

__all__ = ["Lineage", "copies", "first_seen"]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Groups of copies; `dossier` is what they were found in, `names` what to call each page and document.

    `texts` are those of pages and documents, by id.
    """

    groups: tuple[CopyGroup, ...]
    dossier: Dossier
    names: Mapping[str, Named]
    texts: Mapping[str, str] = field(default_factory=dict)


def copies(
    pages: Iterable[str | PathLike[str]],
    library: Evidence | None = None,
    *,
    spelling: bool = True,
    language: str = "en",
    may_fetch: bool = True,
) -> Lineage:
    """The groups of copies among `pages` (files, folders, addresses, ids of the library's documents).

    `library` is an open library, whose documents then stand among the copies. With `spelling` off, readings of spelling
    are no evidence. A page that cannot be read stands in the dossier's ``refused``; raises `UnknownDocument` for an id
    that the library lacks.

    >>> copies(["no-such-page.html"]).groups
    ()
    """
    given = list(pages)
    asked = [one for one in given if library is not None and _is_document(one)]
    dossier = check([one for one in given if one not in asked], library, language=language, may_fetch=may_fetch)
    documents = {one: library.named(str(one)) for one in dict.fromkeys(asked)} if library is not None else {}
    groups = dossier.comparison.copies
    if documents or not spelling:
        held = {document.id for document in documents.values()}
        others = [witness for witness in dossier.witnesses if witness.id not in held]
        examined = (*_examined(dossier), *map(_as_page, documents.values()))
        groups = find_copies(examined, others, spelling=spelling)
    texts = {one.id: one.text for one in (*dossier.witnesses, *documents.values())}
    texts |= {report.page.id: report.page.text for report in dossier.pages}
    return Lineage(groups, dossier, _names(dossier, documents.values()), texts)


def _is_document(given: str | PathLike[str]) -> bool:
    """Whether what was given is a document's id: ``collection:name`` where no file and no address is called so."""
    name = str(given)
    return ":" in name and "://" not in name and not Path(name).exists()


def _as_page(witness: Witness) -> Examined:
    """A document as one of the pages among which copies are looked for."""
    digest = sha256(witness.text.encode("utf-8", "surrogatepass")).hexdigest()
    body = (Segment(SegmentKind.PARAGRAPH, Span(0, len(witness.text)), "document"),) if witness.text else ()
    source = Source(digest, "text/plain", path=witness.id)
    return Examined(Page(witness.id, source, witness.text, body, witness.title, published=witness.date), Facts())


def first_seen(
    sentence: str,
    pages: Iterable[str | PathLike[str]] = (),
    library: Evidence | None = None,
    *,
    spelling: bool = True,
    may_fetch: bool = True,
) -> tuple[History, Mapping[str, Named]]:
    """Where `sentence` is first seen among `pages` and in `library`, what later copies changed, and names for them all.

    >>> first_seen("Tuz yükü limana vardı.")[0].sightings
    ()
    """
    dossier = check(pages, None, may_fetch=may_fetch)
    documents: tuple[Witness, ...] = ()
    if library is not None:
        found = {match.document for match in trace_passage(sentence, library).matches}
        documents = tuple(library.named(document) for document in sorted(found))
    history = find_history(sentence, _examined(dossier), documents, spelling=spelling)
    return history, _names(dossier, documents)


def _examined(dossier: Dossier) -> tuple[Examined, ...]:
    return tuple(
        Examined(report.page, report.facts, report.traces, tuple(one.trace for one in report.passages))
        for report in dossier.pages
    )


def _names(dossier: Dossier, documents: Iterable[Witness]) -> dict[str, Named]:
    titles = Counter(report.page.title for report in dossier.pages)
    names = {
        report.page.id: Named(_label(report.page, alone=titles[report.page.title] == 1), report.page.published)
        for report in dossier.pages
    }
    for witness in (*dossier.witnesses, *documents):
        names[witness.id] = Named(witness.title or witness.id, witness.date, is_document=True)
    return names


def _label(page: Page, *, alone: bool) -> str:
    """What to call a page: its title, and its file too where another page has the same title, as copies often have."""
    label = page.source.label
    if not page.title:
        return label
    return page.title if alone else f"{page.title} [{label if '://' in label else Path(label).name}]"
