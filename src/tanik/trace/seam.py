"""Seams: where one piece of a passage ends and the next begins.

Comes in: two pieces of one document that follow each other in the passage. Goes out: the same, with the words at the
seam given to the piece they belong to. The first piece was found with the whole passage open to it, so it may have
taken in passing a word that stands at the end of the second (an "ile" that both clauses have near).
"""

from __future__ import annotations

from tanik.trace.align import Step
from tanik.trace.piece import Piece, Query, trimmed, weigh
from tanik.trace.words import Words

__all__ = ["mend_seam"]


def _equal_run(query: Query, witness: Words, page: int, there: int, *, forward: bool, limit: int) -> int:
    """How many words from this place on (or back from it) are equal on both sides."""
    mine, theirs = query.words.hashes, witness.hashes
    count = 0
    while count < limit:
        at, other = (page + count, there + count) if forward else (page - 1 - count, there - 1 - count)
        if not (0 <= at < len(mine) and 0 <= other < len(theirs)) or mine[at] != theirs[other]:
            break
        count += 1
    return count


def _equal_steps(page: int, there: int, count: int) -> list[Step]:
    return [Step(page + i, page + i + 1, there + i, there + i + 1, 1.0) for i in range(count)]


def mend_seam(left: Piece, right: Piece, witness: Words, query: Query) -> tuple[Piece, Piece]:
    """Two pieces with the seam between them where both together are strongest."""
    choices = [(left, right)]
    back = _equal_run(
        query, witness, right.start, right.witness_start, forward=False, limit=right.start - left.start - 1
    )
    if back:
        rest = trimmed([s for s in left.steps if s.page_end <= right.start - back], query.options)
        grown = _equal_steps(right.start - back, right.witness_start - back, back)
        if rest:
            choices.append((weigh(left.document, rest, query), weigh(right.document, [*grown, *right.steps], query)))
    on = _equal_run(query, witness, left.end, left.witness_end, forward=True, limit=right.end - left.end - 1)
    if on:
        rest = trimmed([s for s in right.steps if s.page >= left.end + on], query.options)
        grown = _equal_steps(left.end, left.witness_end, on)
        if rest:
            choices.append((weigh(left.document, [*left.steps, *grown], query), weigh(right.document, rest, query)))
    return max(choices, key=lambda pair: pair[0].strength + pair[1].strength)
