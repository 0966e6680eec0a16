"""How answers written by hand are laid beside what was found: the same for every set of pages."""

from __future__ import annotations

import re
from collections.abc import Callable

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Facts
from tanik.facts.read import read as find_facts
from tanik.page.model import Page, Segment, SegmentKind, Source
from tanik.page.read import read as read_page

__all__ = ["alike", "english_facts", "place_of", "roles_where", "rows_of", "shared"]


def alike(want: str, got: str | None) -> bool:
    """Whether one value has all words of the other; six letters of a word suffice, so that endings tell nothing."""
    ours, theirs = ({word[:6] for word in re.findall(r"\w+", fold(value or ""))} for value in (want, got))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def shared(one: Span, other: Span) -> float:
    """The share of the shorter span that two have in common."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(both, 0) / max(1, min(len(one), len(other)))


def place_of(clause: str, text: str) -> Span:
    """Where the words of a clause stand in a text, however its lines are broken."""
    found = re.search(r"\s+".join(map(re.escape, clause.split())), text)
    assert found is not None, clause
    return Span(found.start(), found.end())


def english_facts(text: str) -> Facts:
    """What an English paragraph says, by tables and rules alone."""
    segment = Segment(SegmentKind.PARAGRAPH, Span(0, len(text)), "t")
    page = Page("p", Source("0" * 64, "text/plain"), text, (segment,), language="en")
    return find_facts(page, fast=True)


def roles_where(text: str, is_asked: Callable[[str], bool]) -> dict[str, str]:
    """The roles of the first statement whose words are asked for, each by its name or words."""
    for one in find_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True).statements:
        if is_asked(one.text):
            return {place: role.name or role.text for place, role in one.firsts.items()}
    raise AssertionError(f"no statement of {text!r} is the one asked for")


def rows_of(text: str, *places: str) -> list[tuple[str | None, ...]]:
    """What fills each of the places of each statement, by its name or words, one row a statement."""
    facts = find_facts(read_page(f"{text}\n".encode(), path="a.txt"), fast=True)
    return [
        tuple((role.name or role.text) if (role := one.first(place)) is not None else None for place in places)
        for one in facts.statements
    ]
