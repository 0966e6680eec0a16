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

_CORE_SHARE: Final = 0.6
# Between title and core, and after the core, a run must be this long to be of the text without standing in it.
_STRAY: Final = 45


@dataclass(frozen=True, slots=True)
class MainText:
    """`core` and `region` are boxes; `areas` those of the comments; `first` the run after which main text may stand."""

    anatomy: Anatomy
    core: int
    region: int
    first: int
    areas: tuple[int, ...]
    article: frozenset[int] | None

    def holds_comments(self, run: int) -> bool:
        """Whether the run stands in a comment area, where only contributions are people's words."""
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
        box = self.anatomy.layout.runs[run].box
        listed = self.anatomy.roles(run) & {"sources", "quote"}
        heading = self.anatomy.tag(box) in {"h2", "h3", "h4"}
        return bool(listed) or heading or len(self.anatomy.text(run)) >= _STRAY


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


def _good(anatomy: Anatomy, taken: frozenset[int]) -> list[int]:
    return [
        run
        for run, place in enumerate(anatomy.layout.runs)
        if run not in taken
        and place.end - place.start >= PROSE
        and not anatomy.roles(run) & {"boilerplate", "comments"}
        and not anatomy.plates[run]
    ]


def _core(anatomy: Anatomy, good: list[int]) -> int:
    """The smallest box with enough of the good runs' characters."""
    layout = anatomy.layout
    weight = [0] * len(layout.elements)
    for run in good:
        length = layout.runs[run].end - layout.runs[run].start
        for box in layout.ancestors(layout.runs[run].box):
            weight[box] += length
    need = _CORE_SHARE * (weight[0] if weight else 0)
    fitting = [box for box, value in enumerate(weight) if value >= need > 0]
    return max(fitting, default=-1)


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
    good = [run for run in _good(anatomy, taken) if not any(run in anatomy.runs_of(area) for area in areas)]
    core = _core(anatomy, good)
    if core < 0:
        # No prose to go by: everything not labelled otherwise, unless contributions are all there is.
        core = -1 if contributions else 0
    if core >= 0 and title >= 0 and first > anatomy.runs_of(core).stop:
        first = anatomy.runs_of(core).start
    region = core if core < 0 or title < 0 else layout.common(core, title)
    return MainText(anatomy, core, region, first if core != region or title >= 0 else 0, areas, None)
