"""A noun phrase of a clause, as every rule of the grammar is given it (`phrases` cuts them)."""

from __future__ import annotations

from tanik.core.made import value
from tanik.core.span import Span

__all__ = ["Phrase"]


@value
class Phrase:
    """A noun phrase: words `first`..`last` of the sentence, its `case` (nom, acc, dat, loc, abl, ins, gen, com,
    agent, as, post), the name that heads it and the amounts in it (indices into the page's facts)."""

    first: int
    last: int
    case: str
    span: Span
    text: str
    name: int | None = None
    amounts: tuple[int, ...] = ()
    maybe_object: bool = False
    determined: bool = False
    quoted: bool = False
    possessed: bool = False
    shared: bool = False
    joined: bool = False
    whole: Phrase | None = None
