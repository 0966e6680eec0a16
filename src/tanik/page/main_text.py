"""Where a page's main text stands.

Comes in: an anatomy, the title and the contributions. Goes out: the *core*, the smallest element with most of
the prose that is neither a contribution's nor the platform's, and the *region*, the smallest element with core
and title. Inside the region, after the title, what is not the platform's is main text; outside nothing is. In a
thread the main text is its first post.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tanik.page.anatomy import PROSE, Anatomy
from tanik.page.contribution import Contribution

__all__ = ["MainText", "find_main"]

_LEAVES: Final = frozenset(("p", "li", "ul", "ol", "blockquote", "pre", "span", "b", "font", "i", "em", "strong", "a"))
_CORE_SHARE: Final = 0.6
_NAMED_SHARE: Final = 0.35
_SHORT_WEIGHT: Final = 0.3
_NOT_MAIN: Final = frozenset(("boilerplate", "comments", "breadcrumb"))
_PROSE_SHARE: Final = 0.6
_ALL_LINK: Final = 0.8
_POINTER: Final = 250
# A run of the lead, between title and core.
_LEAD: Final = 45


@dataclass(frozen=True, slots=True)
class MainText:
    """`core` and `region` are boxes; `areas` those of the comments; `first` the run after which main text may stand.

    `beside` are the runs that stand in the region in elements of prose of their own, outside the core.
    """

    anatomy: Anatomy
    core: int
    region: int
    first: int
    areas: tuple[int, ...]
    article: frozenset[int] | None
    beside: frozenset[int] = frozenset()

    def holds_comments(self, run: int) -> bool:
        """Whether the run stands in a comment area, where only contributions are people's words."""
        if self.article is not None and run in self.article:
            return False
        return any(run in self.anatomy.runs_of(area) for area in self.areas)

    def inside_core(self, run: int) -> bool:
        """Whether the run stands in the core."""
        return self.core >= 0 and run in self.anatomy.runs_of(self.core)

    def near(self, run: int) -> bool:
        """Whether the run stands in the region, or just before the title."""
        return self.region >= 0 and (run in self.anatomy.runs_of(self.region) or self.first - 6 <= run < self.first)

    def within(self, run: int) -> bool:
        """Whether the run may be main text by its place."""
        if self.article is not None:
            return run in self.article
        if self.region < 0 or run < self.first or run not in self.anatomy.runs_of(self.region):
            return False
        if self.inside_core(run):
            return True
        return run in self.beside or bool(self.anatomy.roles(run) & {"sources", "quote"})

    def leads_away(self, run: int) -> bool:
        """Whether the run is a block that is all link: a pointer to another page, not a word of this one."""
        anatomy = self.anatomy
        place = anatomy.layout.runs[run]
        length = place.end - place.start
        if anatomy.linked[run] < _ALL_LINK * length or length > _POINTER or anatomy.roles(run) & {"sources", "quote"}:
            return False
        block = anatomy.runs_of(place.box)
        text = sum(anatomy.layout.runs[other].end - anatomy.layout.runs[other].start for other in block)
        return sum(anatomy.linked[other] for other in block) >= _ALL_LINK * text


def _areas(anatomy: Anatomy, contributions: Sequence[Contribution]) -> tuple[int, ...]:
    """Boxes named as comment areas, and the smallest box with all comments where it holds no other prose."""
    layout = anatomy.layout
    named = [
        box for box, roles in enumerate(anatomy.own) if "comments" in roles and layout.starts[box] < layout.ends[box]
    ]
    boxes = [layout.runs[run].box for one in contributions for run in one.body]
    if boxes:
        shared = boxes[0]
        for box in boxes[1:]:
            shared = layout.common(shared, box)
        spoken = sum(
            len(anatomy.text(run)) for one in contributions for run in one.scope.runs if len(anatomy.text(run)) >= PROSE
        )
        if anatomy.prose_of(shared) <= spoken:
            named.append(shared)
    return tuple(named)


def _weights(anatomy: Anatomy, taken: frozenset[int], areas: Sequence[int]) -> list[float]:
    """How much each run speaks for its element being the main text: prose counts whole, short lines a part.

    What stands in links leads elsewhere, and counts nothing.
    """
    apart = set(taken).union(*(anatomy.runs_of(area) for area in areas)) if areas else taken
    weights: list[float] = []
    for run, place in enumerate(anatomy.layout.runs):
        length = place.end - place.start
        words = length - anatomy.linked[run]
        if run in apart or anatomy.plates[run] or anatomy.roles(run) & _NOT_MAIN:
            weights.append(0.0)
        elif words >= PROSE:
            weights.append(float(words))
        else:
            weights.append(_SHORT_WEIGHT * words if words * 2 > length else 0.0)
    return weights


def _core(anatomy: Anatomy, weights: Sequence[float]) -> int:
    """The element named as the body where it has enough of the weight, else the smallest box with most of it."""
    layout = anatomy.layout
    weight = [0.0] * len(layout.elements)
    for run, value in enumerate(weights):
        if value:
            weight[layout.runs[run].box] += value
    for box in range(len(weight) - 1, 0, -1):
        weight[layout.parents[box]] += weight[box]
    total = weight[0] if weight else 0.0
    if total <= 0:
        return -1
    named = [
        box
        for box, roles in enumerate(anatomy.own)
        if "body" in roles and weight[box] >= _NAMED_SHARE * total and "boilerplate" not in anatomy.inherited[box]
    ]
    if named:
        # Of several in one another the innermost with nearly all of it.
        most = max(weight[box] for box in named)
        return max(box for box in named if weight[box] >= 0.8 * most)
    core = max(box for box, value in enumerate(weight) if value >= _CORE_SHARE * total)
    # One paragraph with most of the prose is no element of the page's text; what holds it is.
    while core > 0 and anatomy.tag(core) in _LEAVES:
        core = layout.parents[core]
    return core


def _first(anatomy: Anatomy, core: int, title: int) -> int:
    """The run from which main text may stand: after the title, or from the core's start if prose stands before it."""
    after = anatomy.runs_of(title).stop if title >= 0 else 0
    if core < 0 or title < 0:
        return after
    start = anatomy.runs_of(core).start
    if after <= start:
        return after
    before = anatomy.prose[min(after, len(anatomy.prose) - 1)] - anatomy.prose[start]
    return start if before > 0 else after


def find_main(
    anatomy: Anatomy, title: int, contributions: Sequence[Contribution], article: Contribution | None
) -> MainText:
    """The place of the page's main text; core and region are -1 if it has none."""
    layout = anatomy.layout
    taken = frozenset(run for one in contributions for run in one.scope.runs)
    areas = _areas(anatomy, [one for one in contributions if one is not article])
    first = anatomy.runs_of(title).stop if title >= 0 else 0
    if article is not None:
        core = layout.runs[article.body[0]].box
        return MainText(anatomy, core, core, first, areas, frozenset(article.body))
    core = _core(anatomy, _weights(anatomy, taken, areas))
    if contributions and anatomy.prose_of(max(core, 0)) == 0:
        core = -1
    if core < 0:
        # No words to go by: everything not labelled otherwise, unless contributions are all there is.
        core = -1 if contributions else 0
    first = _first(anatomy, core, title)
    region = core if core < 0 or title < 0 else layout.common(core, title)
    beside = _beside(anatomy, core, region, first) if 0 <= region < core else frozenset()
    return MainText(anatomy, core, region, first if core != region or title >= 0 else 0, areas, None, beside)


def _beside(anatomy: Anatomy, core: int, region: int, first: int) -> frozenset[int]:
    """Runs of the region's elements that are prose for the most part, beside the core and what holds it."""
    layout = anatomy.layout
    start = anatomy.runs_of(core).start
    found: set[int] = set()
    for outer in layout.ancestors(layout.parents[core]):
        box = outer + 1
        while box <= layout.lasts[outer]:
            if not layout.holds(box, core):
                runs = anatomy.runs_of(box)
                if first <= runs.start < start:
                    # The lead, between title and core, may stand among anything.
                    found.update(run for run in runs if _own_words(anatomy, run) >= _LEAD)
                elif _is_prose(anatomy, runs):
                    found.update(runs)
            box = layout.lasts[box] + 1
        if outer == region:
            break
    return frozenset(found)


def _own_words(anatomy: Anatomy, run: int) -> int:
    """How many characters of the run stand outside links."""
    place = anatomy.layout.runs[run]
    return place.end - place.start - anatomy.linked[run]


def _is_prose(anatomy: Anatomy, runs: range) -> bool:
    words = [_own_words(anatomy, run) for run in runs]
    prose = sum(size for size in words if size >= PROSE)
    return prose > 0 and prose >= _PROSE_SHARE * (sum(words) + sum(anatomy.linked[run] for run in runs))
