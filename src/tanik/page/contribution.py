"""One person's contribution taken apart: who, when, what they say, whom they quote, what they always sign with.

Comes in: the runs of one scope. Goes out: a `Contribution` that gives every run a part. Times: what is printed
goes first; a machine-readable attribute of the same day lends its clock time when the print has only the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold
from tanik.page.ago import find_ages
from tanik.page.anatomy import Anatomy
from tanik.page.stamp import find_stamps, iso_stamp
from tanik.page.units import Scope
from tanik.page.vocabulary import clean_name, is_control, looks_like_name

__all__ = ["Contribution", "Quoted", "take_apart"]

_RULE: Final = re.compile(r"^[_\-=–—*~]{4,}$")
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD: Final = frozenset(("b", "strong", "cite", "a", "i", "em", "h4", "h5", "dt"))
_LEAD: Final = re.compile(r"[\s:·|–—\-,]*")
_QUOTED_BY: Final = ("data-username", "data-author", "data-ipsquote-username")
_ATTRIBUTES: Final = ("datetime", "title", "content", "data-time-string", "data-date")
_SENTENCE_END: Final = re.compile(r"(?<!\b\w)[.!?]\s")  # "Rauf M. 29 may" has an initial, no sentence
_SAID: Final = re.compile(
    r"(?:dedi ki|dedi|demiş ki|demiş|yazdı|diyor ki|said|wrote|says|alıntı|quote)[^\n]{0,20}[:.…]*$", re.I
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A post quoted in a contribution: its `runs`, the line that names its author, and that name."""

    runs: tuple[int, ...]
    header: tuple[int, ...] = ()
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Contribution:
    """`body` are the runs of the contribution's own words, the first from character `start` on."""

    scope: Scope
    body: tuple[int, ...]
    start: int
    header: tuple[int, ...]
    signature: tuple[int, ...]
    quoted: tuple[Quoted, ...]
    author: str | None
    published: str | None
    header_first: bool


def _boxes(anatomy: Anatomy, scope: Scope) -> Iterator[int]:
    """The boxes whose text lies in the scope's own runs."""
    layout = anatomy.layout
    if not scope.runs:
        return
    own = set(scope.runs)
    low, high = layout.runs[scope.runs[0]].start, layout.runs[scope.runs[-1]].end
    first = scope.box if scope.box >= 0 else 0
    for box in anatomy.filled_between(low, high):
        if not layout.holds(first, box) or layout.ends[box] > high:
            continue
        if box == scope.box or any(run in own for run in anatomy.runs_of(box)):
            yield box


def _body_box(anatomy: Anatomy, scope: Scope, boxes: list[int]) -> int:
    """The element of the contribution's own words, or -1."""
    authors = [box for box in boxes if "author" in anatomy.own[box] and "quote" not in anatomy.inherited[box]]
    best, size = -1, 0
    for box in boxes:
        if "unit body" not in anatomy.own[box] or box == scope.box or "quote" in anatomy.inherited[box]:
            continue
        length = anatomy.layout.ends[box] - anatomy.layout.starts[box]
        if any(anatomy.layout.holds(box, author) for author in authors):
            continue
        # The inner of two is the words, the outer holds the date line too, unless the inner is a small part.
        inner = best >= 0 and anatomy.layout.holds(best, box) and length * 2 > size
        if length > size or inner:
            best, size = box, length
    return best


def _signature(anatomy: Anatomy, runs: tuple[int, ...]) -> tuple[int, ...]:
    """Runs of a signature element, or those after a drawn line near the end."""
    named = tuple(run for run in runs if "signature" in anatomy.roles(run))
    if named:
        return named
    rules = [run for run in runs if _RULE.match(anatomy.text(run))]
    return tuple(run for run in runs if run >= rules[-1]) if rules and rules[-1] > runs[0] else ()


def _outer_quotes(anatomy: Anatomy, boxes: list[int]) -> list[int]:
    found: list[int] = []
    for box in boxes:
        if "quote" in anatomy.own[box] and not any(anatomy.layout.holds(outer, box) for outer in found):
            found.append(box)
    return found


def _quotes(anatomy: Anatomy, scope: Scope, boxes: list[int]) -> tuple[Quoted, ...]:
    """The quoted posts: elements named so, or a row that begins with a line such as `Alıntı:`."""
    own = set(scope.runs)
    outer = _outer_quotes(anatomy, boxes)
    groups = [tuple(run for run in anatomy.runs_of(box) if run in own and not anatomy.plates[run]) for box in outer]
    if not groups:
        groups = _announced(anatomy, scope)
    named = {group[0]: _named_by_attribute(anatomy, box) for box, group in zip(outer, groups, strict=False) if group}
    return tuple(_quoted(anatomy, group, named) for group in _joined(anatomy, _with_headers(anatomy, groups, own)))


def _named_by_attribute(anatomy: Anatomy, box: int) -> str | None:
    """Whom the element of a quoted post names as its author."""
    element = anatomy.layout.elements[box]
    return next((str(name) for key in _QUOTED_BY if (name := element.get(key))), None)


def _with_headers(anatomy: Anatomy, groups: list[tuple[int, ...]], own: set[int]) -> list[tuple[int, ...]]:
    """The groups, each with the line before it that says whose words follow, where it stands outside their element."""
    taken = {run for group in groups for run in group}
    above = [(group[0] - 1) if group else -1 for group in groups]
    return [
        (run, *group)
        if run in own - taken and _SAID.search(anatomy.text(run)) and len(anatomy.text(run)) <= 90
        else group
        for run, group in zip(above, groups, strict=True)
    ]


def _joined(anatomy: Anatomy, groups: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Groups with a header that stands in an element of its own before its quotation (SMF) put to it."""
    joined: list[tuple[int, ...]] = []
    for group in filter(None, groups):
        if joined and joined[-1][-1] + 1 == group[0] and all(_names_quoted(anatomy.text(run)) for run in joined[-1]):
            joined[-1] = joined[-1] + group
        else:
            joined.append(group)
    return joined


def _names_quoted(text: str) -> bool:
    """Whether the line over a quoted post says whose it is."""
    if len(text) > 90:
        return False
    if _SAID.search(text) or "alıntı" in text.casefold() or "originally posted" in text.casefold():
        return True
    return text.endswith(":") and looks_like_name(text.rstrip(" :"), most=3)


def _announced(anatomy: Anatomy, scope: Scope) -> list[tuple[int, ...]]:
    """Old vBulletin: a box of its own that begins with the line `Alıntı:`."""
    layout, own = anatomy.layout, set(scope.runs)
    for run in scope.runs:
        if anatomy.text(run).strip(" :").casefold() in {"alıntı", "quote", "zitat", "sitat"}:
            box = layout.parents[layout.runs[run].box]
            inside = tuple(other for other in anatomy.runs_of(box) if other in own)
            if len(inside) < len(scope.runs) and inside[0] == run:
                return [inside]
    return []


def _quoted(anatomy: Anatomy, runs: tuple[int, ...], named: dict[int, str | None]) -> Quoted:
    header: list[int] = []
    author = next((name for run in runs if (name := named.get(run))), None)
    for run in runs[:-1]:
        text = anatomy.text(run)
        if header and anatomy.stamps[run] and len(text) - len(anatomy.stamps[run][0].span) < 4:
            header.append(run)
            continue
        if not _names_quoted(text):
            break
        header.append(run)
        name = _name_in(text)
        if name and author is None and name.casefold() not in {"alıntı", "quote"}:
            author = name
    return Quoted(runs[len(header) :], tuple(header), author)


def _time(anatomy: Anatomy, scope: Scope, boxes: list[int], labels: list[int]) -> str | None:
    stamped = [run for run in labels if anatomy.stamps[run]]
    own = [run for run in stamped if "boilerplate" not in anatomy.roles(run)]
    plain = [run for run in stamped if not anatomy.plates[run]]
    chosen = [run for run in own if run in plain] or own or plain
    shown = [stamp for run in chosen for stamp in anatomy.stamps[run]]
    attributes = [
        stamp
        for box in boxes
        if "time" in anatomy.own[box]
        for key in _ATTRIBUTES
        if (stamp := iso_stamp(anatomy.layout.elements[box].get(key)))
    ]
    dated = [stamp for stamp in shown if stamp.edtf]
    if not dated or (dated[0].counted and attributes):
        return attributes[0] if attributes else None
    first = dated[0]
    if not first.timed:
        return next((value for value in attributes if value[:10] == first.day and len(value) > 10), first.edtf)
    return first.edtf


def _author(anatomy: Anatomy, scope: Scope, boxes: list[int], labels: list[int]) -> str | None:
    declared = anatomy.layout.elements[scope.box].get("data-author") if scope.box >= 0 else None
    if declared:
        return str(declared)
    allowed = set(labels)
    for wanted in (frozenset(("author",)), None):
        for box in sorted(boxes, reverse=True) if wanted else boxes:
            matches = anatomy.own[box] & wanted if wanted else anatomy.tag(box) in _BOLD
            if matches and all(run in allowed for run in anatomy.runs_of(box)):
                name = _name_in(anatomy.layout.text_of(box))
                if name:
                    return name
    for run in labels:
        name = _name_in(anatomy.text(run))
        if name and not anatomy.plates[run]:
            return name
    return None


def _name_in(text: str) -> str | None:
    """The name left of a label when stamps and platform words are taken off, or None."""
    for stamp in reversed(find_stamps(text) or find_ages(text, fold(text))):
        text = text[: stamp.span.start] + "\n" + text[stamp.span.end :]
    for part in text.split("\n"):
        name = clean_name(part)
        if name and not name.isdigit() and looks_like_name(name) and not is_control(name) and name.strip("#0123456789"):
            return name
    return None


def _inline_start(anatomy: Anatomy, run: int, boxes: list[int]) -> int:
    """Where the words begin in a run that starts with its author and time."""
    layout = anatomy.layout
    at, end = layout.runs[run].start, layout.runs[run].end
    for box in boxes:
        label = anatomy.own[box] & {"author", "time", "meta"} or anatomy.tag(box) in {"b", "strong", "cite"}
        if label and layout.starts[box] == at and layout.ends[box] < end:
            lead = _LEAD.match(layout.text, layout.ends[box], end)
            at = lead.end() if lead else layout.ends[box]
    return at


def take_apart(anatomy: Anatomy, scope: Scope) -> Contribution:
    """The parts of one contribution."""
    boxes = list(_boxes(anatomy, scope))
    signature = _signature(anatomy, scope.runs)
    quoted = _quotes(anatomy, scope, boxes)
    apart = set(signature) | {run for quote in quoted for run in (*quote.runs, *quote.header)}
    box = _body_box(anatomy, scope, boxes)
    if box >= 0:
        inside = set(anatomy.runs_of(box))
        body = [run for run in scope.runs if run in inside and run not in apart and not _offers_more(anatomy, run)]
    else:
        body = [run for run in scope.runs if run not in apart and not _is_label(anatomy, run, scope)]
    spoken = set(body)
    labels = [run for run in scope.runs if run not in apart and run not in spoken]
    if box < 0 and _stands_over_time(anatomy, body, labels):
        labels.insert(0, body.pop(0))
        spoken = set(body)
    start = anatomy.layout.runs[body[0]].start if body else 0
    if body and box < 0:
        start = _inline_start(anatomy, body[0], boxes)
        if start > anatomy.layout.runs[body[0]].start:
            labels.append(body[0])
    author = _author(anatomy, scope, boxes, labels)
    published = _time(anatomy, scope, boxes, labels)
    header = tuple(run for run in labels if run not in spoken)
    first = not body or not header or header[0] < body[0]
    return Contribution(scope, tuple(body), start, header, signature, quoted, author, published, first)


def _offers_more(anatomy: Anatomy, run: int) -> bool:
    """Whether the run is a platform's line inside a quoted post (`Click to expand`)."""
    return anatomy.plates[run] and "quote" in anatomy.roles(run)


def _stands_over_time(anatomy: Anatomy, body: list[int], labels: list[int]) -> bool:
    """Whether the first of the words is a bare name right before the line with the time: its author's."""
    if len(body) < 2 or body[0] + 1 not in labels or not anatomy.stamps[body[0] + 1]:
        return False
    text = anatomy.text(body[0])
    return len(text) <= 40 and text[-1] not in ".:;?!," and looks_like_name(text, most=3)


def _is_label(anatomy: Anatomy, run: int, scope: Scope) -> bool:
    """Whether the run is about the contribution rather than of it."""
    text = anatomy.text(run)
    if anatomy.controls[run] or anatomy.tag(anatomy.layout.runs[run].box) in _HEADINGS or anatomy.plates[run]:
        return True
    # Only names between the run and the scope's own element count: the whole list may stand in an aside.
    roles: set[str] = set()
    for box in anatomy.layout.ancestors(anatomy.layout.runs[run].box):
        if box == scope.box or (scope.box < 0 and len(anatomy.runs_of(box)) > len(scope.runs)):
            break
        roles |= anatomy.own[box]
    if roles & {"author", "boilerplate", "control", "meta", "time"}:
        return True
    rest = len(text) - sum(len(stamp.span) for stamp in anatomy.stamps[run])
    return bool(anatomy.stamps[run]) and rest < 60 and not _SENTENCE_END.search(text)
