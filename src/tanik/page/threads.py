"""Comments, replies and dictionary entries of a plain text.

Comes in: the lines of a crawled page. Goes out: *remarks*: the lines of each, who and when, and whom it answers
by indentation. Crawls keep the words of a platform's templates but not its elements, so what counts is the
shape of header lines: a stamp with a name, a name with "dedi ki", a number, a heading of the crawl.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tanik.page.lines import Line, is_plate, is_separator
from tanik.page.vocabulary import (
    clean_name,
    is_boilerplate,
    is_comment_heading,
    is_control,
    is_sources,
    looks_like_name,
)

__all__ = ["HANDLE", "POSTER", "PROSE", "Remark", "find_entries", "find_posts", "find_remarks"]

PROSE: Final = 100
POSTER: Final = re.compile(r"^##\s+(?P<nick>\S.*)$")  # a post's heading in a crawl: who wrote it
_CRUMB: Final = re.compile(r"^#\s+.*\S\s*(?:>|»|›)\s*\S")
_NUMBERED: Final = re.compile(r"^(?P<number>\d{1,5})[.)]\s+\S")
_SAYS: Final = re.compile(r"(?:dedi ki|diyor ki|said|says|wrote|yazdı|deyir)\s*(?::|\.{3}|…)\s*$", re.I)
# What may stand beside a time: a number, an arrow, "saat".
_STAMP_REST: Final = 12
HANDLE: Final = re.compile(r"^@\w{2,30}\b")  # the name of an account at the head of a post
_NICK: Final = re.compile(r"^[\w.-]{3,25}$")
_BULLET: Final = re.compile(r"^[•*\-–·]\s+")


@dataclass(frozen=True, slots=True)
class Remark:
    """One contribution: indices of its `header` and `body` lines, and of the buttons under it."""

    header: tuple[int, ...]
    body: tuple[int, ...]
    kind: str
    author: str | None = None
    published: str | None = None
    indent: int = 0
    parent: int | None = None


def find_posts(lines: Sequence[Line]) -> tuple[Remark, ...]:
    """Posts of a thread crawled with a heading a poster (`## nick`), under a breadcrumb or each with its time below."""
    starts = [
        at for at, line in enumerate(lines) if (match := POSTER.match(line.text)) and looks_like_name(match["nick"])
    ]
    dated = [_is_stamp(lines, start + 1) for start in starts]
    under_crumb = bool(starts) and any(_CRUMB.match(line.text) for line in lines[:3])
    if not under_crumb and not (len(starts) > 1 and all(dated)):
        return ()
    remarks = []
    for start, end, timed in zip(starts, [*starts[1:], len(lines)], dated, strict=True):
        match = POSTER.match(lines[start].text)
        header = (start, start + 1) if timed else (start,)
        stamp = lines[start + 1].stamps[0].edtf if timed else None
        body = _post_body(lines, header[-1], end)
        remarks.append(Remark(header, body, "post", match["nick"].strip() if match else None, stamp))
    return tuple(remarks)


def _is_stamp(lines: Sequence[Line], at: int) -> bool:
    """Whether the line is a time and nothing else."""
    return at < len(lines) and bool(lines[at].stamps) and len(lines[at].rest) < _STAMP_REST


def _post_body(lines: Sequence[Line], start: int, end: int) -> tuple[int, ...]:
    """The lines of a post's own words: after the poster's profile, up to the platform's next line."""
    body: list[int] = []
    for at in range(start + 1, end):
        if not is_plate(lines[at].text):
            body.append(at)
        elif body and not is_separator(lines[at].text):
            break
    return tuple(body)


def _may_be_nick(name: str) -> bool:
    """Whether a short line is a dictionary author's nick, which may be any few words."""
    return 1 < len(name) <= 40 and len(name.split()) <= 6 and not name.isdigit()


def _entry_end(lines: Sequence[Line], start: int, end: int) -> tuple[int, str | None, str] | None:
    """(index of the stamp line, nick, EDTF) of an entry that begins at `start`, or None."""
    for at in range(start + 1, end):
        line = lines[at]
        if line.stamps and len(clean_name(line.rest)) < 25:
            around = [line.rest, *(lines[near].text for near in (at + 1, at - 1) if start < near < end)]
            nick = next((name for text in around if (name := clean_name(text)) and _may_be_nick(name)), None)
            return at, nick, line.stamps[0].edtf
    return None


def find_entries(lines: Sequence[Line]) -> tuple[Remark, ...]:
    """Entries of a collaborative dictionary: numbered one up, each with time and nick below."""
    starts: list[int] = []
    number = None
    for at, line in enumerate(lines):
        match = _NUMBERED.match(line.text)
        if match and (number is None or int(match["number"]) == number + 1):
            starts.append(at)
            number = int(match["number"])
    remarks = []
    for start, end in pairwise([*starts, len(lines)]):
        found = _entry_end(lines, start, end)
        if found is None:
            return ()
        at, nick, edtf = found
        header = [at]
        for near in (at + 1, at - 1):
            if start < near < end and nick and clean_name(lines[near].text) == nick:
                header.append(near)
        body = tuple(line for line in range(start, min(header)))
        remarks.append(Remark(tuple(sorted(header)), body, "entry", nick, edtf))
    return tuple(remarks) if len(remarks) >= 2 else ()


def _header(lines: Sequence[Line], at: int, *, in_zone: bool) -> Remark | None:
    """The header that begins at line `at`, with author and time, or None."""
    line = lines[at]
    text = _BULLET.sub("", line.text)
    following = lines[at + 1] if at + 1 < len(lines) else None
    if _SAYS.search(text) and len(text) < 90:
        below = following is not None and following.stamps and len(following.rest) < _STAMP_REST
        stamp = (following if below else line).stamps[:1] if following else line.stamps[:1]
        return Remark(
            (at, at + 1) if below else (at,), (), "comment", clean_name(_without(line)), _edtf(stamp), line.indent
        )
    if line.stamps and len(text) < 110 and not is_boilerplate(text) and not is_comment_heading(text):
        rest = _BULLET.sub("", line.rest)
        name = clean_name(rest)
        if is_control(name) and following is not None and following.gap == 0 and _NICK.match(following.text):
            # SMF: "« Yanıtla #3 : 11 Mart 2012 »", and the writer alone below
            return Remark((at, at + 1), (), "comment", following.text, line.stamps[0].edtf, line.indent)
        if not name.strip("0123456789#"):
            return Remark((at,), (), "comment", None, line.stamps[0].edtf, line.indent) if in_zone else None
        told = in_zone or line.stamps[0].timed or HANDLE.match(text)
        if looks_like_name(name) and rest[-1] not in "?!" and told:
            return Remark((at,), (), "comment", name, line.stamps[0].edtf, line.indent)
    named = in_zone and following is not None and following.gap == 0 and _is_stamp(lines, at + 1)
    if (
        named
        and following is not None
        and looks_like_name(clean_name(text))
        and len(text) < 45
        and not is_control(text)
    ):
        return Remark((at, at + 1), (), "comment", clean_name(text), following.stamps[0].edtf, line.indent)
    return None


def _without(line: Line) -> str:
    return _BULLET.sub("", line.rest)


def _edtf(stamps: Sequence[object]) -> str | None:
    return getattr(stamps[0], "edtf", None) if stamps else None


def _zone(lines: Sequence[Line]) -> tuple[int, int]:
    """(first line after which a comment may stand, line of the comment heading or a number past the end)."""
    prose = next((at for at, line in enumerate(lines) if len(line.text) >= PROSE), 0)
    heading = next((at for at in range(prose + 1, len(lines)) if is_comment_heading(lines[at].text)), len(lines))
    return prose, heading


def find_remarks(lines: Sequence[Line]) -> tuple[Remark, ...]:
    """Comments under an article, in order, with parents by indentation."""
    prose, heading = _zone(lines)
    headers: list[Remark] = []
    at = prose + 1
    while at < len(lines):
        found = _header(lines, at, in_zone=at > heading or bool(headers))
        if found:
            headers.append(found)
            at = found.header[-1]
        at += 1
    bounds = [remark.header[0] for remark in headers[1:]] + [len(lines)]
    bodies = [replace(remark, body=_body(lines, remark, end)) for remark, end in zip(headers, bounds, strict=False)]
    remarks = [_dated_below(lines, remark) for remark in bodies]
    return _threaded([remark for remark in remarks if remark.body])


def _dated_below(lines: Sequence[Line], remark: Remark) -> Remark:
    """A remark whose platform prints the time under the words (Blogger), with that time taken."""
    if remark.published is not None or not remark.body:
        return remark
    *words, last = remark.body
    own = bool(words) and bool(lines[last].stamps) and len(lines[last].rest) < 3
    below = last + 1 if last + 1 < len(lines) and lines[last + 1].stamps else None
    if own:
        stamp, body = lines[last].stamps[0], tuple(words)
        return replace(remark, body=body, header=(*remark.header, last), published=stamp.edtf)
    if below is not None and len(lines[below].rest) < 3:
        return replace(remark, header=(*remark.header, below), published=lines[below].stamps[0].edtf)
    return remark


def _body(lines: Sequence[Line], remark: Remark, end: int) -> tuple[int, ...]:
    """The lines of a remark's own words: up to its button, the platform's next line or the next header."""
    body: list[int] = []
    for at in range(remark.header[-1] + 1, end):
        text = lines[at].text
        if is_control(text) and not body:
            continue
        if is_control(text) or is_boilerplate(text) or is_separator(text) or (is_comment_heading(text) and body):
            break
        if body and lines[at].gap >= 2 and not is_sources(text):
            break
        body.append(at)
    return tuple(body)


def _threaded(remarks: list[Remark]) -> tuple[Remark, ...]:
    """Remarks with parents: the nearest earlier one that is indented less."""
    found: list[Remark] = []
    for remark in remarks:
        above = next((at for at in range(len(found) - 1, -1, -1) if found[at].indent < remark.indent), None)
        found.append(replace(remark, parent=above))
    return tuple(found)
