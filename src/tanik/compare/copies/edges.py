"""Where a shared passage begins and ends on each page.

Comes in: members of a group. Goes out: the same with their stretches drawn out where another member begins earlier or
ends later with the same words. Passages are found by runs of equal words, so one whose second word was changed seems to
begin with its third; without this, the others would seem to have put two words in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tanik.compare.copies.members import Member
from tanik.core.span import Span
from tanik.core.token import Tokens, tokenize

__all__ = ["drawn_out"]

_REACH = 8  # words by which a passage may be drawn out at one end
_ANCHOR = 2  # words in a row by which the ends of two members are compared
_SLACK = 2


@dataclass(frozen=True, slots=True)
class _Place:
    """A member's words within the words of its whole page."""

    tokens: Tokens
    first: int
    last: int

    @property
    def words(self) -> tuple[str, ...]:
        return self.tokens.words[self.first : self.last]


def drawn_out(members: Sequence[Member]) -> list[Member]:
    """`members` with their stretches drawn out to where others begin and end."""
    places = [_place(member) for member in members]
    words = [place.words for place in places]
    # Hundreds of copies begin and end in a few ways: each way is tried once, and not each copy beside each other.
    heads = sorted({own[: _REACH + _ANCHOR] for own in words})
    tails = sorted({own[::-1][: _REACH + _ANCHOR] for own in words})
    made = []
    for member, place, own in zip(members, places, words, strict=True):
        outside = place.tokens.words[max(0, place.first - _REACH - _SLACK) : place.first][::-1]
        before = max((_ahead(own[:_ANCHOR], outside, head) for head in heads), default=0)
        outside = place.tokens.words[place.last : place.last + _REACH + _SLACK]
        after = max((_ahead(own[::-1][:_ANCHOR], outside, tail) for tail in tails), default=0)
        made.append(_moved(member, place, before, after) if before or after else member)
    return made


def _place(member: Member) -> _Place:
    tokens = tokenize(member.whole)
    inside = [at for at, start in enumerate(tokens.starts.tolist()) if member.span.start <= start < member.span.end]
    return _Place(tokens, inside[0], inside[-1] + 1) if inside else _Place(tokens, 0, 0)


def _ahead(inner: Sequence[str], outside: Sequence[str], theirs: Sequence[str]) -> int:
    """By how many words a copy goes on beyond its end as another does.

    `inner` are its words at the end, `outside` those beyond it, `theirs` the other's at its own end; each from there.
    """
    if len(inner) < _ANCHOR:
        return 0
    found = next((at for at, two in enumerate(pairwise(theirs)) if two == inner), 0)
    steps = sorted(range(1, len(outside) + 1), key=lambda step: (abs(step - found), step))
    return next((s for s in steps if abs(s - found) <= _SLACK and outside[s - 1] == theirs[0]), 0) if found else 0


def _moved(member: Member, place: _Place, before: int, after: int) -> Member:
    start = int(place.tokens.starts[place.first - before])
    end = int(place.tokens.ends[place.last + after - 1])
    span = Span(min(start, member.span.start), max(end, member.span.end))
    return replace(member, span=span, text=span.of(member.whole))
