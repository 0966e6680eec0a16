"""The history of a sentence: where it is first seen, and what each later copy made of it.

Comes in: a sentence, pages, library documents. Goes out: a `History`: every page and document that has the sentence or
something like it, earliest first, and the links between them with the readings that each brought in. A text has the
sentence where most of its words stand in their order within a stretch little longer than itself. "First" is first
among what was looked through, and only among dated texts: an undated one may be older.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from tanik.compare.copies.descent import Descent, trace_descent
from tanik.compare.copies.members import Member, names_as_source, page_member
from tanik.compare.model import Examined
from tanik.core.span import Span
from tanik.core.token import Tokens, tokenize
from tanik.trace.model import Witness

__all__ = ["History", "Sighting", "first_seen"]

_LEAST_WORDS = 3
_LEAST_SHARE = 0.6  # of the sentence's words that must stand there, in order
_ROOM = 4  # words that a copy may have put in or left out


@dataclass(frozen=True, slots=True)
class Sighting:
    """A page or document that has the sentence: where, in which words, since when (EDTF), and how much of it (0..1)."""

    id: str
    span: Span
    text: str
    published: str | None
    share: float
    is_page: bool = True


@dataclass(frozen=True, slots=True)
class History:
    """A sentence's sightings, dated ones first and in order of time, and its descent.

    `first` is the earliest dated sighting, None where none is dated or two are equally early.
    """

    sentence: str
    sightings: tuple[Sighting, ...]
    descent: Descent
    first: Sighting | None = None


def first_seen(
    sentence: str, pages: Sequence[Examined], witnesses: Iterable[Witness] = (), *, spelling: bool = True
) -> History:
    """The history of `sentence` in `pages` and `witnesses`; the order of either changes nothing.

    >>> from tanik.page.model import Page, Source
    >>> from tanik.facts.model import Facts
    >>> page = Page("a", Source("0", "text/plain"), "Dün: Tuz yükü limana vardı!", (), published="2001")
    >>> first_seen("Tuz yükü limana vardı.", [Examined(page, Facts())]).first.text
    'Tuz yükü limana vardı'
    """
    wanted = tokenize(sentence).words
    found: list[tuple[Member, float]] = []
    held = {page.id: page for page in pages}
    for page in sorted(pages, key=lambda page: page.id):
        place = _find(wanted, page.text)
        if place is not None:
            named = tuple(one for one in sorted(held) if one != page.id and names_as_source(page, held[one]))
            found.append((page_member(page, place[0], named), place[1]))
    for witness in sorted(witnesses, key=lambda witness: witness.id):
        place = _find(wanted, witness.text)
        if place is not None:
            found.append((Member.of_document(witness, place[0]), place[1]))
    found.sort(key=lambda one: (one[0].published is None, one[0].days, one[0].id))
    sightings = tuple(
        Sighting(member.id, member.span, member.text, member.published, share, member.is_page)
        for member, share in found
    )
    members = [member for member, _ in found]
    return History(sentence, sightings, trace_descent(members, spelling=spelling), _first(members, sightings))


def _first(members: Sequence[Member], sightings: Sequence[Sighting]) -> Sighting | None:
    dated = [(member.days[0], at) for at, member in enumerate(members) if member.published is not None]
    if not dated or (len(dated) > 1 and dated[0][0] == dated[1][0]):
        return None
    return sightings[dated[0][1]]


def _find(wanted: Sequence[str], text: str) -> tuple[Span, float] | None:
    """Where a text has the sentence, and the share of its words that stand there in order."""
    if len(wanted) < _LEAST_WORDS:
        return None
    tokens = tokenize(text)
    best: tuple[float, int, int] | None = None
    for diagonal in _diagonals(wanted, tokens):
        start = max(0, diagonal - _ROOM)
        window = tokens.words[start : diagonal + len(wanted) + _ROOM]
        blocks = [code for code in LCSseq.opcodes(wanted, window) if code.tag == "equal"]
        equal = sum(code.src_end - code.src_start for code in blocks)
        if not equal:
            continue
        # What a copy changed at either end belongs to the sentence, as far as the sentence has words there.
        first = max(0, start + blocks[0].dest_start - min(blocks[0].src_start, _ROOM))
        last = min(len(tokens), start + blocks[-1].dest_end + min(len(wanted) - blocks[-1].src_end, _ROOM))
        if best is None or equal / len(wanted) > best[0]:
            best = equal / len(wanted), first, last
    if best is None or best[0] < _LEAST_SHARE:
        return None
    return Span(int(tokens.starts[best[1]]), int(tokens.ends[best[2] - 1])), best[0]


def _diagonals(wanted: Sequence[str], tokens: Tokens) -> list[int]:
    """Where the sentence would begin by most of its words: the likeliest few beginnings."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, word in enumerate(wanted):
        places[word].append(at)
    votes = Counter(at - place for at, word in enumerate(tokens.words) for place in places.get(word, ()))
    near = {diagonal: sum(votes.get(diagonal + step, 0) for step in range(-_ROOM, _ROOM + 1)) for diagonal in votes}
    ordered = sorted(near, key=lambda diagonal: (-near[diagonal], -votes[diagonal], diagonal))
    return [max(0, diagonal) for diagonal in ordered[:8]]
