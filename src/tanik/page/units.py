"""Comments, forum posts and dictionary entries: which elements are one person's contribution each.

Comes in: an anatomy. Goes out: *scopes*, each the runs of one contribution without those nested in it, with its
parent. Four ways, the first that finds something: elements that are named so; elements of a comment area that
hold one time stamp and a text; a flat row of runs parted by stamps or author names (old Blogger lists,
hand-made guest books); siblings of one shape with a clock time each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tanik.page.anatomy import Anatomy
from tanik.page.vocabulary import is_comment_heading

__all__ = ["Scope", "find_scopes"]

_KINDS: Final = ("entry", "post", "comment")
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4"))
_ROWS: Final = frozenset(("div", "li", "article", "section", "table", "tr", "dd", "p"))
_LEAST_WORDS: Final = 25
_ONE_SPEAKS: Final = 0.8
_ARTICLE: Final = 1000
_HEAD: Final = 80
_STOPS: Final = frozenset("!?")
_REPLY: Final = re.compile(r"^\s*(?:re|ynt|cvp|cevap)\s*:\s*", re.I)


@dataclass(frozen=True, slots=True)
class Scope:
    """The runs of one contribution; `box` is its element (-1 in a flat row), `parent` the scope it stands in."""

    kind: str
    box: int
    runs: tuple[int, ...]
    parent: int | None = None


def _candidates(anatomy: Anatomy) -> dict[int, str]:
    """Boxes named as a contribution, with their kind."""
    found: dict[int, str] = {}
    for box, roles in enumerate(anatomy.own):
        kind = next((kind for kind in _KINDS if kind in roles), None)
        if kind and "comments" not in roles and anatomy.layout.starts[box] < anatomy.layout.ends[box]:
            if "unit body" in roles and kind != "post":
                continue
            if kind == "post" and "comments" in anatomy.inherited[box]:
                kind = "comment"  # Disqus numbers the comments under an article as posts
            found[box] = kind
    return _without_lone_entry(anatomy, found)


def _without_lone_entry(anatomy: Anatomy, found: dict[int, str]) -> dict[int, str]:
    """`found` without a single "entry" of no list: blogs (WordPress Kubrick) call the body of their post so."""
    entries = [box for box, kind in found.items() if kind == "entry"]
    if len(entries) != 1 or anatomy.tag(entries[0]) == "li":
        return found
    if anatomy.layout.elements[entries[0]].get("data-author"):
        return found
    return {box: kind for box, kind in found.items() if kind != "entry"}


def _owners(anatomy: Anatomy, candidates: Iterable[int]) -> list[int]:
    """For each box the nearest candidate that holds it, or -1."""
    chosen = set(candidates)
    owners: list[int] = []
    for box, parent in enumerate(anatomy.layout.parents):
        owners.append(box if box in chosen else (owners[parent] if parent >= 0 else -1))
    return owners


def _signed(anatomy: Anatomy, owners: list[int], candidate: int) -> bool:
    """Whether the candidate has an author or a time of its own, outside quotations."""
    layout = anatomy.layout
    element = layout.elements[candidate]
    if element.get("data-author"):
        return True
    for box in range(candidate, layout.lasts[candidate] + 1):
        named = owners[box] == candidate and anatomy.own[box] & {"author", "time"}
        if named and layout.starts[box] < layout.ends[box] and "quote" not in anatomy.inherited[box]:
            return True
    runs = anatomy.runs_of(candidate)
    return any(
        anatomy.stamps[run] and owners[layout.runs[run].box] == candidate and "quote" not in anatomy.roles(run)
        for run in runs
    )


def _own_runs(anatomy: Anatomy, owners: list[int], candidate: int) -> tuple[int, ...]:
    layout = anatomy.layout
    return tuple(run for run in anatomy.runs_of(candidate) if owners[layout.runs[run].box] == candidate)


def _settle(anatomy: Anatomy, candidates: dict[int, str]) -> dict[int, str]:
    """Candidates after one-inside-the-other pairs for one contribution are made one."""
    left = dict(candidates)
    layout = anatomy.layout
    owners = _owners(anatomy, left)
    for candidate in sorted(candidates, reverse=True):
        if _signed(anatomy, owners, candidate):
            continue
        inside = range(candidate + 1, layout.lasts[candidate] + 1)
        outer = owners[layout.parents[candidate]] if layout.parents[candidate] >= 0 else -1
        if outer >= 0 or any(owners[box] != candidate for box in inside):
            del left[candidate]
            for box in range(candidate, layout.lasts[candidate] + 1):
                owners[box] = outer if owners[box] == candidate else owners[box]
    return left


def _named(anatomy: Anatomy) -> list[Scope]:
    candidates = _candidates(anatomy)
    if not candidates:
        return []
    candidates = _settle(anatomy, candidates)
    owners = _owners(anatomy, candidates)
    scopes: list[Scope] = []
    index: dict[int, int] = {}
    for box in sorted(candidates):
        runs = tuple(run for run in _own_runs(anatomy, owners, box) if not _is_button(anatomy, run))
        if not runs or not _signed(anatomy, owners, box):
            continue
        parent = anatomy.layout.parents[box]
        outer = owners[parent] if parent >= 0 else -1
        index[box] = len(scopes)
        scopes.append(Scope(candidates[box], box, runs, index.get(outer)))
    return _headed(anatomy, scopes)


def _headed(anatomy: Anatomy, scopes: list[Scope]) -> list[Scope]:
    """`scopes`, or, where most are only the line over a contribution (Blogger, bbPress), each with what follows it."""
    layout = anatomy.layout
    parents = Counter(layout.parents[scope.box] for scope in scopes)
    parent, count = parents.most_common(1)[0] if parents else (-1, 0)
    heads = [scope for scope in scopes if layout.parents[scope.box] == parent and _is_head(anatomy, scope)]
    if count < 2 or len(heads) < count:
        return scopes
    stop = anatomy.runs_of(parent).stop
    bounds = [*(head.runs[0] for head in heads), stop]
    return [
        Scope(head.kind, -1, tuple(run for run in range(first, last) if not _is_button(anatomy, run)))
        for head, (first, last) in zip(heads, pairwise(bounds), strict=True)
    ]


def _is_button(anatomy: Anatomy, run: int) -> bool:
    """Whether the run is a button: "Alıntı" is one, "Alıntı:" stands over a quoted post."""
    return anatomy.controls[run] and not anatomy.text(run).endswith(":")


def _is_head(anatomy: Anatomy, scope: Scope) -> bool:
    """Whether an element named as a contribution has one short line only, and more stands beside it."""
    layout = anatomy.layout
    text = layout.text_of(scope.box)
    after = layout.lasts[scope.box] + 1
    beside = after <= layout.lasts[layout.parents[scope.box]]
    return beside and len(scope.runs) <= 2 and len(text) <= _HEAD and text.rstrip()[-1:] not in _STOPS


def _headings(anatomy: Anatomy, scope: Scope) -> str:
    """The first heading of a contribution, without its "Re:"."""
    layout = anatomy.layout
    for run in scope.runs:
        if anatomy.tag(layout.runs[run].box) in _HEADINGS and not _holds_author(anatomy, layout.runs[run].box):
            return _REPLY.sub("", anatomy.text(run)).casefold()
    return ""


def _holds_author(anatomy: Anatomy, box: int) -> bool:
    inside = range(box, anatomy.layout.lasts[box] + 1)
    return "author" in anatomy.inherited[box] or any("author" in anatomy.own[inner] for inner in inside)


def _posts(anatomy: Anatomy, scopes: list[Scope]) -> list[Scope]:
    """The scopes if they are a forum's posts: two or more, side by side, not articles with titles of their own."""
    posts = [scope for scope in scopes if scope.kind == "post"]
    others = [scope for scope in scopes if scope.kind != "post"]
    headings = {heading for heading in (_headings(anatomy, scope) for scope in posts) if heading}
    nested = any(anatomy.layout.holds(post.box, other.box) for post in posts for other in others)
    if len(posts) < 2 or nested or len(headings) > max(1, len(posts) // 2):
        return _renumbered(scopes, others)
    return scopes


def _renumbered(scopes: list[Scope], kept: list[Scope]) -> list[Scope]:
    """`kept` with parents counted among themselves."""
    place = {scope.box: number for number, scope in enumerate(kept)}
    parents = (None if s.parent is None else place.get(scopes[s.parent].box) for s in kept)
    return [Scope(s.kind, s.box, s.runs, parent) for s, parent in zip(kept, parents, strict=True)]


def _areas(anatomy: Anatomy) -> list[int]:
    """Boxes that hold the page's comments, by name or by the heading they begin with."""
    named = [
        box
        for box, roles in enumerate(anatomy.own)
        if "comments" in roles and anatomy.layout.starts[box] < anatomy.layout.ends[box]
    ]
    if not named:
        layout = anatomy.layout
        for run in range(len(layout.runs)):
            text = anatomy.text(run)
            box = layout.runs[run].box
            if len(text) >= 120 or layout.parents[box] < 0 or not any(map(len, anatomy.stamps[run + 1 : run + 6])):
                continue
            if is_comment_heading(text):
                named.append(_area_of(anatomy, run))
    # In document order an area stands before all that it holds.
    outermost: list[int] = []
    for box in sorted(set(named)):
        if not outermost or not anatomy.layout.holds(outermost[-1], box):
            outermost.append(box)
    return outermost


def _area_of(anatomy: Anatomy, heading: int) -> int:
    """The smallest box with a comment heading and the stamps below it."""
    for box in anatomy.layout.ancestors(anatomy.layout.runs[heading].box):
        if any(anatomy.stamps[run] for run in range(heading + 1, anatomy.runs_of(box).stop)):
            return box
    return 0


def _climbed(anatomy: Anatomy, area: int, headers: list[int]) -> list[Scope]:
    """One scope a stamped header: the smallest element with a text besides the header; [] if two share one."""
    layout = anatomy.layout
    boxes: list[int] = []
    for header in headers:
        box = layout.runs[header].box
        if not layout.holds(area, box):
            return []  # the area is a piece of a line
        while box != area and not _has_text(anatomy, box, header):
            box = layout.parents[box]
        if box == area or box in boxes:
            return []
        boxes.append(box)
    owners = _owners(anatomy, boxes)
    index = {box: number for number, box in enumerate(boxes)}
    return [
        Scope("comment", box, _own_runs(anatomy, owners, box), index.get(owners[layout.parents[box]])) for box in boxes
    ]


def _has_text(anatomy: Anatomy, box: int, header: int) -> bool:
    """Whether the box holds a text after the header line (or before, where the header is a footer)."""
    for run in anatomy.runs_of(box):
        text = anatomy.text(run)
        if run != header and not anatomy.stamps[run] and not anatomy.controls[run] and len(text) > 25:
            return True
    after = anatomy.runs_of(box)
    return any(run > header and not anatomy.controls[run] and not anatomy.stamps[run] for run in after)


def _flat(anatomy: Anatomy, area: int, headers: list[int]) -> list[Scope]:
    """Scopes of a row without elements of its own: from each author line (else each stamp) to the next."""
    runs = anatomy.runs_of(area)
    authors = [run for run in runs if "author" in anatomy.own[anatomy.layout.runs[run].box]]
    starts = authors if len(authors) >= len(headers) else headers
    bounds = [*starts, runs.stop]
    return [Scope("comment", -1, tuple(range(first, last))) for first, last in pairwise(bounds)]


def _shape(anatomy: Anatomy, box: int) -> str:
    """What siblings of one kind share: their element and first class."""
    classes = (anatomy.layout.elements[box].get("class") or "").split()
    return f"{anatomy.tag(box)}.{classes[0] if classes else ''}"


def _rows(anatomy: Anatomy, outer: int) -> list[list[int]]:
    """Groups of two or more siblings of one shape inside `outer`, the largest group first."""
    groups: dict[tuple[int, str], list[int]] = {}
    for box in range(max(outer, 1), anatomy.layout.lasts[outer] + 1):
        if anatomy.tag(box) in _ROWS and anatomy.layout.starts[box] < anatomy.layout.ends[box]:
            groups.setdefault((anatomy.layout.parents[box], _shape(anatomy, box)), []).append(box)
    return sorted((group for group in groups.values() if len(group) >= 2), key=len, reverse=True)


def _repeated(anatomy: Anatomy, outer: int, *, stamped: bool) -> list[Scope]:
    """Siblings of one shape that each hold a text and, if asked for, a day with its clock time.

    Running text and lists of links have no clock times; contributions on any platform do.
    """
    for group in _rows(anatomy, outer):
        kept = [box for box in group if _is_contribution(anatomy, box, stamped=stamped)]
        speaking = sum(box in kept or _speaks(anatomy, box) for box in group)
        if len(kept) >= 2 and len(kept) * 4 >= speaking * 3 and not _one_speaks(anatomy, kept):
            kind = "comment" if outer else "post"
            return [Scope(kind, box, tuple(anatomy.runs_of(box))) for box in kept]
    return []


def _speaks(anatomy: Anatomy, box: int) -> bool:
    """Whether the box has a line of somebody's words: rows between posts hold buttons and nothing."""
    return any(len(anatomy.text(run)) >= _LEAST_WORDS and not anatomy.plates[run] for run in anatomy.runs_of(box))


def _one_speaks(anatomy: Anatomy, boxes: list[int]) -> bool:
    """Whether one of the boxes has nearly all the prose: an article with its surroundings, and no thread."""
    prose = [anatomy.prose_of(box) for box in boxes]
    return max(prose) > _ONE_SPEAKS * sum(prose) and max(prose) > _ARTICLE


def _is_teaser(anatomy: Anatomy, runs: range) -> bool:
    """Whether a heading among the runs is all link: it announces another page."""
    layout = anatomy.layout
    for run in runs:
        place = layout.runs[run]
        heading = any(anatomy.tag(box) in _HEADINGS for box in (place.box, max(0, layout.parents[place.box])))
        if heading and anatomy.linked[run] * 5 >= 4 * (place.end - place.start):
            return True
    return False


def _is_contribution(anatomy: Anatomy, box: int, *, stamped: bool) -> bool:
    runs = anatomy.runs_of(box)
    if len(runs) < 2 or "boilerplate" in anatomy.inherited[box]:
        return False
    if stamped and ("article" in anatomy.own[box] or _is_teaser(anatomy, runs)):
        return False
    words = max((len(anatomy.text(run)) for run in runs if not anatomy.stamps[run]), default=0)
    times = sum(stamp.timed for run in runs for stamp in anatomy.stamps[run])
    return (1 <= times <= 3 and words >= _LEAST_WORDS) if stamped else words >= _LEAST_WORDS


def find_scopes(anatomy: Anatomy) -> tuple[Scope, ...]:
    """The page's comments, posts and entries, in order."""
    scopes = _posts(anatomy, _named(anatomy))
    if scopes:
        return tuple(scopes)
    for area in _areas(anatomy):
        first = next((run for run in anatomy.runs_of(area) if is_comment_heading(anatomy.text(run))), -1)
        headers = [
            run
            for run in anatomy.runs_of(area)
            if run > first
            and anatomy.stamps[run]
            and not is_comment_heading(anatomy.text(run))
            and not anatomy.plates[run]
        ]
        if headers:
            scopes += _climbed(anatomy, area, headers) or _flat(anatomy, area, headers)
        else:
            scopes += _repeated(anatomy, area, stamped=False)
    return tuple(scopes or _repeated(anatomy, 0, stamped=True))
