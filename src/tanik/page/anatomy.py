"""A laid-out page with what its elements are for: the ground every finder of this room stands on.

Comes in: a layout. Goes out: the same with roles by box (own and inherited), stamps by run and prose by box. A
role that would make a nothing of the page's main text (a class `sidebar` on the wrapper of everything) is not
believed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final

from tanik.core.fold import fold
from tanik.page.ago import Anchor, find_ages
from tanik.page.boxes import Layout, Run
from tanik.page.days import day_headings
from tanik.page.selectors import RoleReader
from tanik.page.stamp import Stamp, find_stamps, puts_month_first
from tanik.page.vocabulary import is_boilerplate_folded, is_control_folded

__all__ = ["Anatomy", "dissect"]

# A run this long is prose rather than a label.
PROSE: Final = 80
_LABELS: Final = frozenset(("author", "time", "meta", "title", "control", "breadcrumb"))
_LABEL_LENGTH: Final = 400
_SWEEPING: Final = frozenset(("boilerplate", "head", "sources", "signature", "quote", "caption"))
_SWEEP_SHARE: Final = 0.5
# A class may be wrong about a box with this share of the page's prose, if the box is mostly prose.
_CLAIM: Final = 0.3
_STRONG: Final = frozenset(("nav", "footer", "aside", "blockquote"))
# Not even an element is believed that would make the platform's of this much: somebody left it open.
_MOST: Final = 0.75
_STAMPED: Final = 200
_NOTHING: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Anatomy:
    """`own` and `inherited` are the roles of each box; `stamps` those of each run shorter than a paragraph.

    `plates` and `controls` tell of each run whether the platform wrote it, and whether it is a button; `folded` is
    its comparison form, `linked` how many of its characters stand in links. `filled` are the boxes that have text.
    """

    layout: Layout
    own: tuple[frozenset[str], ...]
    inherited: tuple[frozenset[str], ...]
    stamps: tuple[tuple[Stamp, ...], ...]
    prose: tuple[int, ...]
    run_starts: tuple[int, ...]
    plates: tuple[bool, ...]
    controls: tuple[bool, ...]
    folded: tuple[str, ...]
    linked: tuple[int, ...]
    filled: tuple[int, ...]
    filled_starts: tuple[int, ...]
    # Where each box's runs lie, once it was asked: of a long table that is asked of a few boxes at every cell.
    days: frozenset[int] = frozenset()
    asked: dict[int, range] = field(default_factory=dict, compare=False, repr=False)

    def text(self, run: int) -> str:
        """The run's characters."""
        found: Run = self.layout.runs[run]
        return self.layout.text[found.start : found.end]

    def roles(self, run: int) -> frozenset[str]:
        """All roles of the block that the run stands in."""
        return self.inherited[self.layout.runs[run].box]

    def runs_of(self, box: int) -> range:
        """The runs that stand inside the box."""
        if box in self.asked:
            return self.asked[box]
        first = bisect_left(self.run_starts, self.layout.starts[box])
        last = bisect_left(self.run_starts, self.layout.ends[box])
        if first == last and self.layout.starts[box] < self.layout.ends[box]:
            first = bisect_right(self.run_starts, self.layout.starts[box]) - 1
            last = first + 1
        self.asked[box] = range(first, last)
        return self.asked[box]

    def filled_between(self, start: int, end: int) -> tuple[int, ...]:
        """The boxes with text that begin between two characters; among them starts only rise."""
        return self.filled[bisect_left(self.filled_starts, start) : bisect_left(self.filled_starts, end)]

    def prose_of(self, box: int) -> int:
        """How many characters of prose the box holds."""
        runs = self.runs_of(box)
        return self.prose[runs.stop] - self.prose[runs.start]

    def tag(self, box: int) -> str:
        """The name of the box's element."""
        return str(self.layout.elements[box].tag)


def _believed(roles: frozenset[str], tag: str, length: int, share: float) -> frozenset[str]:
    """The roles of a box that its size does not contradict."""
    if length > _LABEL_LENGTH:
        roles -= _LABELS
    if share > _SWEEP_SHARE and tag != "form" and (tag not in _STRONG or share > _MOST):
        roles -= _SWEEPING
    return roles


def _passed_on(box: int, own: list[frozenset[str]], parents: tuple[int, ...], table: list[frozenset[str]]) -> None:
    table.append(
        own[box] | (table[parents[box]] if parents[box] >= 0 else _NOTHING)
        if own[box]
        else (table[parents[box]] if parents[box] >= 0 else _NOTHING)
    )


def _edges(layout: Layout, starts: tuple[int, ...]) -> list[tuple[int, int]]:
    """The runs that begin in each box, as a half-open range."""
    ends = zip(layout.starts, layout.ends, strict=True)
    return [(bisect_left(starts, start), bisect_left(starts, end)) for start, end in ends]


def _is_platforms(layout: Layout, box: int, prose: int, total: int, bodies: list[int]) -> bool:
    """Whether a box named for boilerplate may be that: not where it is most of the page's prose, or of its body."""
    tag = layout.elements[box].tag
    if tag in _STRONG:
        return True
    length = layout.ends[box] - layout.starts[box]
    if tag == "form":
        return length * 2 < len(layout.text)  # a form around the whole page (ASP.NET), or one to fill in
    if prose > _CLAIM * total and length < 3 * prose:
        return False
    inside = bodies[bisect_left(bodies, box) : bisect_right(bodies, layout.lasts[box])]
    return not any((layout.ends[body] - layout.starts[body]) * 2 > length for body in inside)


def dissect(layout: Layout, anchor: Anchor | None = None) -> Anatomy:
    """Roles, stamps and prose of every part of `layout`; times counted from now are counted from `anchor`."""
    reader = RoleReader()
    lengths = [run.end - run.start for run in layout.runs]
    starts = tuple(run.start for run in layout.runs)
    linked = tuple(_linked(layout, starts))
    own_words = [size - links for size, links in zip(lengths, linked, strict=True)]
    prose = tuple(accumulate((size if size >= PROSE else 0 for size in own_words), initial=0))
    total = max(1, prose[-1])
    named = [reader.roles(element) if box else _NOTHING for box, element in enumerate(layout.elements)]
    held = [prose[max(low, high)] - prose[low] for low, high in _edges(layout, starts)]
    bodies = [box for box, roles in enumerate(named) if "body" in roles]
    own: list[frozenset[str]] = []
    inherited: list[frozenset[str]] = []
    for box, said in enumerate(named):
        roles = said
        if roles:
            length = layout.ends[box] - layout.starts[box]
            tag = str(layout.elements[box].tag)
            if "boilerplate" in roles and not _is_platforms(layout, box, held[box], total, bodies):
                roles -= {"boilerplate"}
            written = length / max(1, len(layout.text))
            roles = _believed(roles, tag, length, max(held[box] / total, written))
        own.append(roles)
        _passed_on(box, own, layout.parents, inherited)
    # One fold of the whole text serves every run: the comparison form keeps offsets.
    folded = fold(layout.text)
    lines = [folded[run.start : run.end] for run in layout.runs]
    american = puts_month_first(layout.text)
    stamps = tuple(
        _stamps(layout.text[run.start : run.end], line, anchor, american=american)
        for run, line in zip(layout.runs, lines, strict=True)
    )
    filled = tuple(box for box, start in enumerate(layout.starts) if start < layout.ends[box])
    plates, controls = tuple(map(is_boilerplate_folded, lines)), tuple(map(is_control_folded, lines))
    return Anatomy(
        layout,
        tuple(own),
        tuple(inherited),
        stamps,
        prose,
        starts,
        plates,
        controls,
        folded=tuple(lines),
        linked=linked,
        filled=filled,
        filled_starts=tuple(layout.starts[box] for box in filled),
        days=day_headings(lines),
    )


def _stamps(text: str, folded: str, anchor: Anchor | None, *, american: bool) -> tuple[Stamp, ...]:
    """The times of a line: those that are written out, else one that is counted from now."""
    if len(folded) >= _STAMPED:
        return ()
    return find_stamps(text, folded, month_first=american) or find_ages(text, folded, anchor)


def _linked(layout: Layout, starts: tuple[int, ...]) -> list[int]:
    """How many characters of each run stand in links that lead somewhere."""
    linked = [0] * len(layout.runs)
    for box, element in enumerate(layout.elements):
        start, end = layout.starts[box], layout.ends[box]
        if start == end or element.tag != "a" or element.get("href") is None:
            continue
        for run in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
            linked[run] += max(0, min(end, layout.runs[run].end) - max(start, layout.runs[run].start))
    return linked
