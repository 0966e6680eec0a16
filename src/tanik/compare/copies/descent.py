"""Who took the text from whom.

Comes in: the members of a group of copies. Goes out: links with what shows them, those that can be told apart from
those that cannot, and the names of lost copies. Members that read the same, word for word, are one for the search;
among them the earliest is taken for the source, and which other member a later one was taken from is not claimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tanik.compare.copies.edges import drawn_out
from tanik.compare.copies.entries import apparatus_of
from tanik.compare.copies.members import Member
from tanik.compare.copies.readings import Laid, lay_side_by_side
from tanik.compare.model import CopyApparatus, CopyLink, CopyReading, Place
from tanik.compare.stemma.find import find_stemma
from tanik.compare.stemma.model import Arc, Change, Stemma
from tanik.core.span import Span
from tanik.core.token import tokenize

__all__ = ["Descent", "trace_descent"]

_MOST: Final = 200  # distinct texts that are laid side by side at all
_HELD: Final = 0.6  # support below which a place in the tree is not claimed
_SHOWN: Final = 3  # shared readings that are named as the reason for a link
_SHORT: Final = 60  # letters of a reading that a reason shows


@dataclass(frozen=True, slots=True)
class Descent:
    """The links of a group of copies: those that can be told, and those that cannot; the lost copies; the readings."""

    links: tuple[CopyLink, ...] = ()
    unsure: tuple[CopyLink, ...] = ()
    lost: tuple[str, ...] = ()
    apparatus: CopyApparatus | None = None


def trace_descent(members: Sequence[Member], *, spelling: bool = True) -> Descent:
    """Who of `members` took the text from whom."""
    classes = _classes(drawn_out(members))
    links = list(_within(classes))
    firsts = [one[0] for one in classes]
    apparatus = None
    if 1 < len(firsts) <= _MOST:
        laid = lay_side_by_side(firsts, spelling=spelling)
        stemma = find_stemma(laid.tradition)
        links += _between(laid, stemma)
        sure = all(arc.decided for arc in stemma.arcs if arc.source == stemma.root)
        apparatus = apparatus_of(laid, classes, stemma.root if sure else None)
    told = [link for link, sure in links if sure]
    lost = {name for link, _ in links for name in (link.from_, link.to) if name.startswith("*")}
    ordered = (
        sorted(told, key=lambda link: (link.from_, link.to)),
        sorted((link for link, sure in links if not sure), key=lambda link: (link.from_, link.to)),
    )
    names = tuple(sorted(lost, key=lambda name: (len(name), name)))
    return Descent(tuple(ordered[0]), tuple(ordered[1]), names, apparatus)


def _classes(members: Sequence[Member]) -> list[list[Member]]:
    """Members that read the same, the earliest first; of undated ones the first by id, documents before pages."""
    alike: dict[tuple[str, ...], list[Member]] = defaultdict(list)
    for member in members:
        alike[tokenize(member.text).words].append(member)
    return [
        sorted(one, key=lambda member: (_first_day(member), member.is_page, member.id))
        for one in sorted(alike.values(), key=lambda one: one[0].id)
    ]


def _first_day(member: Member) -> float:
    """The day from which a member is surely there."""
    return member.days[1]


def _before(one: Member, other: Member) -> bool:
    return one.days[1] < other.days[0]


def _dates(one: Member, other: Member) -> Iterator[str]:
    if _before(one, other) and other.published:
        yield f"published {one.published} before {other.published}"


def _within(classes: Sequence[Sequence[Member]]) -> Iterator[tuple[CopyLink, bool]]:
    """Links between members that read the same."""
    for first, *others in classes:
        for at, other in enumerate(others):
            named = [one for one in (first, *others) if one.id in other.sources]
            source = named[0] if named else first
            ways = 1 if named else 1 + sum(_before(one, other) for one in others[:at])
            why = [*_dates(source, other), "reads the same, word for word"]
            if named:
                why.append("names it as its source")
            sure = bool(named) or _before(source, other)
            link = CopyLink(source.id, other.id, tuple(why), 1 / ways, 1.0 if sure else 0.5)
            yield link, sure and 1 / ways >= _HELD


def _between(laid: Laid, stemma: Stemma) -> Iterator[tuple[CopyLink, bool]]:
    """Links between members that read differently, and lost copies."""
    teller = _Teller(laid, stemma)
    for arc in stemma.arcs:
        yield teller.link(arc), arc.decided and arc.support >= _HELD


class _Teller:
    """Puts arcs of a tree into links."""

    def __init__(self, laid: Laid, stemma: Stemma) -> None:
        self._laid, self._stemma = laid, stemma
        self._into = {arc.target: arc for arc in stemma.arcs if not arc.second}

    def link(self, arc: Arc) -> CopyLink:
        """The link of one arc."""
        return CopyLink(
            self._stemma.name(arc.source),
            self._stemma.name(arc.target),
            tuple(self._why(arc)),
            round(arc.support, 3),
            round(arc.direction, 3),
            arc.second,
            tuple(self._reading(change, arc.target) for change in arc.changes),
        )

    def _member(self, node: int) -> Member | None:
        return self._laid.members[node] if node < len(self._laid.members) else None

    def _why(self, arc: Arc) -> Iterator[str]:
        source, target = self._member(arc.source), self._member(arc.target)
        if source is not None and target is not None:
            yield from _dates(source, target)
            if source.id in target.sources:
                yield "names it as its source"
        for change in self._shared(arc)[:_SHOWN]:
            yield f"both {_deed(*self._texts(change))} ({self._kind(change)})"
        if arc.second:
            yield f"{len(arc.share)} readings of its own come from there"
            if arc.others:
                yield f"{len(arc.others)} other copies read the same there"

    def _shared(self, arc: Arc) -> list[Change]:
        """What the source or those before it brought in, and the copy still has: nearest first, then weightiest.

        Of a copy at hand its own readings count, not those that the tree foretells where it lacks the words.
        """
        known = arc.target < len(self._laid.members)
        mine, share = (self._stemma.tradition if known else self._stemma).states[arc.target], set(arc.share)
        return [
            change
            for node in self._line(arc.source)
            for change in node.changes
            if (change.character in share if arc.second else change.peculiar)
            and int(mine[change.character]) == change.after
        ]

    def _line(self, node: int) -> Iterator[Arc]:
        """The arcs that lead to a node from the root, nearest first."""
        while node in self._into:
            yield self._into[node]
            node = self._into[node].source

    def _kind(self, change: Change) -> str:
        return self._stemma.tradition.characters[change.character].kinds[change.before][change.after]

    def _texts(self, change: Change) -> tuple[str, str]:
        """The readings as some copy writes them."""
        return self._text(change, change.before), self._text(change, change.after)

    def _text(self, change: Change, state: int) -> str:
        character = self._stemma.tradition.characters[change.character]
        states = self._stemma.tradition.states[:, change.character]
        if not character.readings[state] or "order" in self._kind(change):
            return character.readings[state]
        for column, has in enumerate(states.tolist()):
            if has == state:
                start, end = self._words(column, character.place, character.end)
                return self._laid.collation.witnesses[column].written(start, end)
        return character.readings[state]

    def _words(self, column: int, place: int, end: int) -> tuple[int, int]:
        table = self._laid.collation.bounds
        return int(table[place, column]), int(table[end, column])

    def _reading(self, change: Change, target: int) -> CopyReading:
        before, after = self._texts(change)
        return CopyReading(self._kind(change), before, after, tuple(self._places(change, target)))

    def _places(self, change: Change, target: int) -> Iterator[Place]:
        """Where the reading stands: on the copy it came in with, first, and on all others that have it."""
        character = self._stemma.tradition.characters[change.character]
        having = [
            at for at, has in enumerate(self._stemma.tradition.states[:, change.character]) if has == change.after
        ]
        for column in sorted(having, key=lambda at: (at != target, at)):
            member = self._laid.members[column]
            if member.is_page:
                words = self._words(column, character.place, character.end)
                span = self._laid.collation.witnesses[column].span(*words)
                yield Place(member.id, Span(span.start, span.end).shifted(member.span.start))


def _deed(before: str, after: str) -> str:
    if not after:
        return f"leave out “{_short(before)}”"
    return f"have “{_short(after)}” for “{_short(before)}”" if before else f"put in “{_short(after)}”"


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1].rstrip() + "…"
