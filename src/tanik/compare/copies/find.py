"""The entry: groups of copies, and who took them from whom.

Comes in: pages, with what tracing found of them, and the library's documents that it led to. Goes out: groups in order
of their first place. The order in which pages come in changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tanik.compare.copies.members import documents_of, members_of
from tanik.compare.copies.passages import shared_passages
from tanik.compare.dates import bounds
from tanik.compare.model import CopyGroup, Examined, Place
from tanik.trace.model import Witness

__all__ = ["find_copies"]


def find_copies(
    pages: Sequence[Examined], witnesses: Iterable[Witness] = (), *, spelling: bool = True
) -> tuple[CopyGroup, ...]:
    """Groups of passages that go back to one text, in order of their first place.

    `witnesses` are library documents that the pages' traces may lead to; those that hold a group's text belong to it.
    With `spelling` off, readings of spelling are no evidence of who copied whom.
    """
    by_id = {page.id: page for page in pages}
    documents = {witness.id: witness for witness in witnesses}
    return tuple(_group(passages, by_id, documents, spelling) for passages in shared_passages(pages))


def _group(
    passages: tuple[Place, ...], pages: Mapping[str, Examined], witnesses: Mapping[str, Witness], spelling: bool
) -> CopyGroup:
    # Laying side by side and drawing trees is half a room; most pages share nothing, and never need it.
    from tanik.compare.copies.descent import trace_descent

    held = documents_of(passages, pages, witnesses)
    descent = trace_descent(members_of(passages, held, pages, witnesses), spelling=spelling)
    return CopyGroup(
        passages, _earliest(passages, pages), descent.links, descent.unsure, held, descent.lost, descent.apparatus
    )


def _earliest(passages: Sequence[Place], pages: Mapping[str, Examined]) -> str | None:
    """The page that is dated before all other dated ones, or None."""
    dated = sorted(
        (limits[0], identifier)
        for identifier in {place.page for place in passages}
        if (limits := bounds(pages[identifier].published)) is not None
    )
    return None if not dated or (len(dated) > 1 and dated[0][0] == dated[1][0]) else dated[0][1]
