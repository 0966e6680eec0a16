"""Copies and their descent, as the package and the command line ask for them.

Comes in: pages as for a dossier, and a library or none. Goes out: the groups of copies among them with their trees,
or the history of one sentence. Pages are read and traced as for a dossier, so that both say the same of the same pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os import PathLike

from tanik.compare.copies import find_copies
from tanik.compare.first_seen import History
from tanik.compare.first_seen import first_seen as find_history
from tanik.compare.model import CopyGroup, Examined
from tanik.dossier.model import Dossier
from tanik.dossier.tree import Named
from tanik.front import check
from tanik.trace.model import Evidence, Witness
from tanik.trace.run import run as trace_passage

__all__ = ["Lineage", "copies", "first_seen"]


@dataclass(frozen=True, slots=True)
class Lineage:
    """Groups of copies; `dossier` is what they were found in, `names` what to call each page and document."""

    groups: tuple[CopyGroup, ...]
    dossier: Dossier
    names: Mapping[str, Named]


def copies(
    pages: Iterable[str | PathLike[str]],
    library: Evidence | None = None,
    *,
    spelling: bool = True,
    language: str = "en",
    may_fetch: bool = True,
) -> Lineage:
    """The groups of copies among `pages` (files, folders, addresses), with who took them from whom.

    `library` is an open library, whose documents then stand among the copies. With `spelling` off, readings of spelling
    are no evidence. A page that cannot be read stands in the dossier's ``refused``.

    >>> copies(["no-such-page.html"]).groups
    ()
    """
    dossier = check(pages, library, language=language, may_fetch=may_fetch)
    groups = dossier.comparison.copies
    if not spelling:
        groups = find_copies(_examined(dossier), dossier.witnesses, spelling=False)
    return Lineage(groups, dossier, _names(dossier, ()))


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
    names = {
        report.page.id: Named(report.page.title or report.page.source.label, report.page.published)
        for report in dossier.pages
    }
    for witness in (*dossier.witnesses, *documents):
        names[witness.id] = Named(witness.title or witness.id, witness.date, is_document=True)
    return names
