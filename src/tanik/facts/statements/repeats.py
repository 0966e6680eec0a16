"""Statements without those that say a thing again.

Comes in: what the clauses of a sentence make. Goes out: each once, and no participle beside the clause that says the
same with it; and the order in which a page's statements stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tanik.core.span import Span
from tanik.facts.model import Statement

_INSIDE = frozenset(f"statement-{form}" for form in ("participle", "converb", "temporal"))

__all__ = ["once", "outermost", "place_of"]


def place_of(one: Statement) -> tuple[Span, tuple[int, ...], str, list[tuple[str, Span]]]:
    """By what the statements of a page are put in order: where they stand, then what tells twins apart.

    >>> place_of(Statement(Span(2, 9), "un verdi", "transfer", "test"))
    (Span(start=2, end=9), (), 'transfer', [])
    """
    return one.span, one.amounts, one.action or "", [(name, role.span) for name, role in one.roles]


def once(made: Iterable[Statement]) -> Iterator[Statement]:
    """Each clause once: what is denied and reported in one sentence is reached from both of its verbs.

    >>> one = Statement(Span(2, 9), "un verdi", "transfer", "test")
    >>> len(list(once([one, one])))
    1
    """
    seen: set[tuple[Span, str | None, tuple[int, ...], tuple[str, ...]]] = set()
    for one in made:
        # of clauses that share a verb what each says of its own tells them apart
        key = (one.span, one.action, one.amounts, tuple(role.text for _, role in one.roles if one.says(role)))
        if key not in seen:
            seen.add(key)
            yield one


def outermost(made: list[Statement]) -> Iterator[Statement]:
    """Without participles that only say again what their clause says: "1930'da ödenen para iki bin lirayı bulur".

    >>> inner = Statement(Span(2, 9), "un verilen", "transfer", "statement-participle")
    >>> outer = Statement(Span(0, 19), "un verilen köye un verdi", "transfer", "statement-finite")
    >>> [one.rule for one in outermost([inner, outer])]
    ['statement-finite']
    """
    for one in made:
        inner = one.rule in _INSIDE
        again = inner and any(
            other is not one
            and other.action == one.action
            and one.when in (None, other.when)
            and other.span.contains(one.span)
            for other in made
        )
        if not again:
            yield one
