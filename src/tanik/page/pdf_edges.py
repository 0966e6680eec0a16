"""Running heads, feet and printed page numbers, told by their coming back.

Comes in: the leaves of a PDF. Goes out: for each leaf, which of its pieces are the printer's, and the number that is
printed on it. Nothing is known of publishers: a line at a leaf's upper or lower edge is a running head if the same
words, numbers aside, stand at the same height of other leaves; a page number if it counts along with the leaves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold
from tanik.page.pdf_layout import Line, set_lines
from tanik.page.pdf_text import Leaf, Piece
from tanik.page.vocabulary import is_citation

__all__ = ["Edges", "find_edges"]

_LINES: Final = 3
_NUMBER: Final = re.compile(r"\d{1,4}")
_ROMAN: Final = re.compile(r"^[-–— ]*([ivxlc]{1,7})[-–— ]*$", re.I)
_BARE: Final = re.compile(r"^\W*(?:sayfa|page|s\.|p\.)?\W*\d{1,4}\W*(?:(?:/|of|-)\W*\d{1,4}\W*)?$")
# How far a head may stand from where it stood before, as part of the leaf's height.
_NEAR: Final = 0.015
_MARGIN: Final = 0.12
# In heights of a line, foot to foot; lines of a text stand 1.2 to 1.5 apart.
_FAR: Final = 1.7


@dataclass(frozen=True, slots=True)
class Edges:
    """The lines of one leaf that are its head and foot, and the page number printed there."""

    head: tuple[Line, ...]
    foot: tuple[Line, ...]
    number: str | None
    body: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at the edge of a leaf: which leaf, the how many-eth from the edge, at the top or not.

    `gap` is how far from it the next line inwards stands, in heights of that line.
    """

    leaf: int
    line: Line
    place: int
    top: bool
    key: str
    height: float
    gap: float


def _key(text: str) -> str:
    return " ".join(_NUMBER.sub("#", fold(text)).split())


def _edge_lines(leaves: Sequence[Leaf]) -> list[_Edge]:
    found: list[_Edge] = []
    for at, leaf in enumerate(leaves):
        lines = set_lines(leaf.pieces)
        for top, inwards in ((True, lines), (False, lines[::-1])):
            for place, line in enumerate(inwards[:_LINES]):
                following = inwards[place + 1] if place + 1 < len(inwards) else None
                gap = _FAR if following is None else abs(line.base - following.base) / max(following.size, 1.0)
                if len(line.text) <= 160 and leaf.height:
                    height = line.base / leaf.height
                    found.append(_Edge(at, line, place, top, _key(line.text), height, gap))
    return found


def _repeated(edges: Sequence[_Edge], leaves: int) -> list[_Edge]:
    """Lines whose words come back at the same height: on three leaves, or on two of at most four.

    References come back too ("a.g.e., s. 5"): they are notes, not feet.
    """
    least = 2 if leaves <= 4 else 3
    groups: dict[tuple[str, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if any(char.isalpha() for char in edge.key) and not (not edge.top and is_citation(edge.line.text)):
            groups[edge.key, edge.top].append(edge)
    kept: list[_Edge] = []
    for group in groups.values():
        for edge in group:
            near = {one.leaf for one in group if abs(one.height - edge.height) <= _NEAR}
            if len(near) >= least:
                kept.append(edge)
    return kept


def _outward(edges: Sequence[_Edge], heads: Sequence[_Edge]) -> list[_Edge]:
    """Heads with nothing between them and the leaf's edge but other heads or page numbers, and space on the inside.

    What stands as close to the text as the text's own lines is text that happens to come back; the outermost line is
    believed all the same, since some printers leave no space.
    """
    taken = {(one.leaf, one.top, one.place) for one in heads}
    taken |= {(one.leaf, one.top, one.place) for one in edges if _BARE.match(fold(one.line.text))}
    reached: dict[tuple[int, bool], int] = {}
    for one in heads:
        if one.gap >= _FAR and all((one.leaf, one.top, place) in taken for place in range(one.place)):
            reached[one.leaf, one.top] = max(one.place, reached.get((one.leaf, one.top), 0))
    return [one for one in heads if one.place <= reached.get((one.leaf, one.top), 0)]


def _numbers_at_ends(edge: _Edge) -> tuple[int, ...]:
    """The numbers a line begins or ends with; a longer one is somebody's prose."""
    words = edge.line.text.split()
    ends = dict.fromkeys((words[0], words[-1])) if words and len(words) <= 16 else ()
    return tuple(int(word) for word in ends if word.isascii() and word.isdigit() and len(word) <= 4)


def _counting(edges: Sequence[_Edge], heads: Sequence[_Edge]) -> tuple[dict[int, str], list[_Edge]]:
    """Leaf → printed number, by the numbers that grow with the leaves; and the outermost lines that carry them.

    A line whose words stand on one leaf alone (the head of a short chapter) is known by its number.
    """
    known = {id(edge) for edge in heads}
    numbered: list[tuple[_Edge, int]] = []
    for edge in edges:
        bare = _BARE.match(fold(edge.line.text)) is not None
        if bare or id(edge) in known:
            found = [int(number) for number in _NUMBER.findall(edge.line.text)]
            numbered += [(edge, number) for number in dict.fromkeys(found[:1] + found[-1:])]
        elif edge.place == 0 and not is_citation(edge.line.text):
            numbered += [(edge, number) for number in _numbers_at_ends(edge)]
    shifts = Counter(shift for shift, _ in {(number - edge.leaf, edge.leaf) for edge, number in numbered})
    numbers: dict[int, str] = {}
    carrying: list[_Edge] = []
    for shift, count in shifts.most_common():
        for edge, number in numbered:
            bare = _BARE.match(fold(edge.line.text)) is not None
            if number - edge.leaf != shift or count < (2 if bare or id(edge) in known else 3):
                continue
            if numbers.setdefault(edge.leaf, str(number)) == str(number):
                carrying.append(edge)
    return numbers, carrying


def _lone(edges: Sequence[_Edge], numbers: dict[int, str]) -> list[_Edge]:
    """A number alone in the margin of a leaf, outermost, where nothing can repeat: one leaf, or Roman numerals."""
    found: list[_Edge] = []
    for edge in edges:
        if edge.place or edge.leaf in numbers or not (edge.height < _MARGIN or edge.height > 1 - _MARGIN):
            continue
        words = edge.line.text.strip()
        roman = _ROMAN.match(words)
        if (_BARE.match(fold(words)) and len(words) <= 10) or (roman and len(words) <= 12):
            numbers[edge.leaf] = roman[1] if roman else _NUMBER.findall(words)[0]
            found.append(edge)
    return found


def find_edges(leaves: Sequence[Leaf]) -> list[Edges]:
    """Heads, feet and printed numbers of all `leaves`, in their order."""
    edges = _edge_lines(leaves)
    heads = _outward(edges, _repeated(edges, len(leaves)))
    numbers, counted = _counting(edges, heads)
    lone = _lone(edges, numbers)
    taken: dict[int, dict[tuple[float, float], _Edge]] = defaultdict(dict)
    for edge in (*heads, *counted, *lone):
        taken[edge.leaf][edge.line.bottom, edge.line.left] = edge
    found: list[Edges] = []
    for at, leaf in enumerate(leaves):
        mine = list(taken[at].values())
        # A page on which everything comes back (a form) keeps its words.
        if mine and len(set_lines(leaf.pieces)) <= len(mine):
            mine = []
        spans = [(edge.line.bottom, edge.line.top) for edge in mine]
        body = tuple(piece for piece in leaf.pieces if not any(low <= piece.middle <= top for low, top in spans))
        head = tuple(edge.line for edge in sorted(mine, key=lambda one: one.place) if edge.top)
        foot = tuple(edge.line for edge in sorted(mine, key=lambda one: -one.place) if not edge.top)
        found.append(Edges(head, foot, numbers.get(at), body))
    return found
