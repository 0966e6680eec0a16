"""A plain or crawled text read as a person reads it.

Comes in: a page's decoded text. Goes out: a `Reading` over the very same text: not a character is taken out,
what the platform wrote becomes boilerplate. Markdown is plain text whose headings, rules and `>` quotations are
understood. Order of work: contributions first, because their header lines would pass for by-lines; then the
opening; then the body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from tanik.core.span import Span
from tanik.errors import EmptyPage
from tanik.page.copied_posts import find_buttoned, find_labelled
from tanik.page.footed import find_footed
from tanik.page.lines import Line, ends_broken, is_plate, split_lines
from tanik.page.model import SegmentKind
from tanik.page.opening import Opening, read_opening
from tanik.page.quoted import find_quoted
from tanik.page.reading import Group, Label, Reading, paint
from tanik.page.social import find_aged, find_short_posts, trailing_tags
from tanik.page.threads import Remark, find_entries, find_posts, find_remarks
from tanik.page.title import title_parts
from tanik.page.vocabulary import (
    is_bare,
    is_citation,
    is_comment_heading,
    is_sources,
    owner_of,
)

__all__ = ["read_plain"]

_HEADING: Final = re.compile(r"^#{1,6}\s+")
_QUOTE: Final = re.compile(r"^>\s?")
_RULE: Final = re.compile(r"^_{4,}$")
_WRAP: Final = range(45, 121)
_COLUMN: Final = 60  # letters of a newspaper's line at most
_BROKEN_LEAST: Final = 2


@dataclass(slots=True)
class _Desk:
    """The text while its lines are being labelled."""

    lines: tuple[Line, ...]
    opening: Opening
    remarks: tuple[Remark, ...]
    posts: tuple[Remark, ...]
    labels: list[Label | None]
    spans: list[Span] = field(default_factory=list)

    def give(self, at: int, kind: SegmentKind, rule: str, group: Group | None = None) -> None:
        self.labels[at] = Label(kind, rule, at if group is None else group)

    def free(self, at: int) -> bool:
        return self.labels[at] is None

    def kind(self, at: int) -> SegmentKind | None:
        label = self.labels[at]
        return label.kind if label else None


def _label_remarks(desk: _Desk) -> None:
    for number, remark in enumerate(desk.remarks):
        group = ("remark", number)
        above = None if remark.parent is None else ("remark", remark.parent)
        for at in remark.body:
            desk.labels[at] = Label(
                SegmentKind.COMMENT, f"plain.{remark.kind}", group, remark.author, remark.published, above
            )
        for at in remark.header:
            desk.labels[at] = Label(
                SegmentKind.BYLINE, "plain.remark_header", ("header", at), remark.author, remark.published, group
            )


def _label_opening(desk: _Desk) -> None:
    opening = desk.opening
    for at in opening.crumbs:
        desk.give(at, SegmentKind.BREADCRUMB, "plain.breadcrumb")
    for at in opening.bylines:
        if desk.free(at):
            desk.labels[at] = Label(SegmentKind.BYLINE, "plain.byline", at, opening.author, opening.published)
    if opening.title is not None and opening.title not in opening.crumbs:
        desk.give(opening.title, SegmentKind.TITLE, "plain.title")
    before = opening.title if opening.title is not None else 0
    for at in range(opening.first):
        if desk.free(at) and (at < before or is_plate(desk.lines[at].text)):
            desk.give(at, SegmentKind.BOILERPLATE, "plain.before_title")


def _label_debris(desk: _Desk) -> None:
    """The platform's lines: by their words, by a drawn line, and all that follows the first comment."""
    first = min((remark.header[0] for remark in desk.remarks if remark.kind != "entry"), default=len(desk.lines))
    if desk.posts:
        first = max((at for post in desk.posts for at in post.body), default=first) + 1
    for at, line in enumerate(desk.lines):
        if not desk.free(at):
            continue
        if at >= first or is_plate(line.text):
            desk.give(at, SegmentKind.BOILERPLATE, "plain.boilerplate")
        elif is_comment_heading(line.text) and at > desk.opening.first and _comments_follow(desk, at):
            desk.give(at, SegmentKind.BOILERPLATE, "plain.comment_heading")


def _of_post(lines: tuple[Line, ...], post: Remark) -> Opening:
    """The opening of a page that is a post and its answers: the post's own header, and no title."""
    return Opening(post.header[-1] + 1, None, 0, None, post.header, (), post.author, post.published)


def _label_counters(desk: _Desk) -> None:
    """What stands below the words of the first of several short posts: bare numbers of answers and hearts."""
    post = desk.posts[0]
    for at in range(post.header[-1] + 1, len(desk.lines)):
        if desk.free(at) and at not in post.body:
            desk.give(at, SegmentKind.BOILERPLATE, "plain.counters")


def _comments_follow(desk: _Desk, at: int) -> bool:
    """Whether a comment stands soon below: "Cevap:" may also open a section of an article."""
    near = range(at + 1, min(at + 5, len(desk.lines)))
    return any(desk.kind(line) in {SegmentKind.COMMENT, SegmentKind.BYLINE} for line in near)


def _is_narrow(lines: Sequence[Line]) -> bool:
    """Whether a text was set in a narrow column, as one read off a picture is: short lines, some broken in a word."""
    broken = sum(ends_broken(line.text) for line in lines)
    return broken >= _BROKEN_LEAST and max(len(line.text) for line in lines) < _COLUMN


def _wrapped(before: Line, line: Line, *, narrow: bool) -> bool:
    """Whether the line goes on where the one before was broken for width; in a narrow column none is too short."""
    if narrow and line.gap == 0 and before.text[-1] not in '.!?:;”"':
        return True
    if line.gap == 0 and ends_broken(before.text) and line.text[0].islower():
        return True
    if line.gap or len(before.text) not in _WRAP or before.text[-1] in '.!?:;”"':
        return False
    return line.text[0].islower() or before.text[-1] == ","


def _label_paragraphs(desk: _Desk) -> None:
    signed, narrow = False, _is_narrow(desk.lines)
    for at, line in enumerate(desk.lines):
        if not desk.free(at):
            signed = False
            continue
        if _RULE.match(line.text):
            signed = True
        before = desk.labels[at - 1] if at else None
        if signed:
            desk.give(at, SegmentKind.SIGNATURE, "plain.signature")
        elif _QUOTE.match(line.text):
            joined = before is not None and before.rule == "plain.quote_mark" and not line.gap
            desk.give(at, SegmentKind.QUOTATION, "plain.quote_mark", before.group if joined and before else at)
        elif (
            before is not None
            and before.kind is SegmentKind.PARAGRAPH
            and _wrapped(desk.lines[at - 1], line, narrow=narrow)
        ):
            desk.give(at, SegmentKind.PARAGRAPH, "plain.paragraph", before.group)
        else:
            desk.give(at, SegmentKind.PARAGRAPH, "plain.paragraph")


def _label_sources(desk: _Desk) -> None:
    """A paragraph that begins like a source list, and the references below it."""
    at, end = 0, len(desk.lines)
    while at < end:
        start = at
        at += 1
        head = _HEADING.sub("", desk.lines[start].text)
        if desk.kind(start) is not SegmentKind.PARAGRAPH or not is_sources(head):
            continue
        bare = is_bare(head)
        while at < end and desk.kind(at) is SegmentKind.PARAGRAPH and not is_sources(desk.lines[at].text):
            near = desk.lines[at].gap == 0 or (bare and at == start + 1)
            if not (near or is_citation(desk.lines[at].text)):
                break
            at += 1
        for line in range(start, at):
            desk.give(line, SegmentKind.SOURCES, "plain.sources", start)


def _label_quoted(desk: _Desk) -> None:
    groups: list[list[int]] = []
    for at in range(len(desk.lines)):
        label = desk.labels[at]
        if label is None or label.kind is not SegmentKind.PARAGRAPH:
            groups.append([])
        elif groups and groups[-1] and label.group == groups[-1][0]:
            groups[-1].append(at)
        else:
            groups.append([at])
    texts = ["\n".join(desk.lines[at].text for at in group) for group in groups]
    for first, last in find_quoted(texts):
        taken = [at for group in groups[first:last] for at in group]
        if taken and all(groups[first:last]):
            for at in taken:
                desk.give(at, SegmentKind.QUOTATION, "plain.announced", taken[0])


def _join_debris(desk: _Desk) -> None:
    """Neighbouring lines of debris are one segment."""
    for at in range(1, len(desk.lines)):
        before, label = desk.labels[at - 1], desk.labels[at]
        if before and label and before.kind == label.kind == SegmentKind.BOILERPLATE:
            desk.labels[at] = Label(SegmentKind.BOILERPLATE, before.rule, before.group)


def _painted(desk: _Desk) -> tuple[list[Span], list[Label]]:
    """Spans and labels; a breadcrumb whose last step is the title is cut in two."""
    spans = [line.span for line in desk.lines]
    labels = [label for label in desk.labels if label is not None]
    for at in range(len(spans) - 1, -1, -1):
        begins = trailing_tags(desk.lines[at].text)
        if begins is not None:
            whole = spans[at]
            words = len(desk.lines[at].text[:begins].rstrip())
            spans[at : at + 1] = [Span(whole.start, whole.start + words), Span(whole.start + begins, whole.end)]
            labels.insert(at + 1, Label(SegmentKind.BOILERPLATE, "plain.tags", ("tags", at)))
    title = desk.opening.title
    if title is not None and desk.opening.title_at and title in desk.opening.crumbs:
        whole = spans[title]
        at = whole.start + desk.opening.title_at
        steps = desk.lines[title].text[: desk.opening.title_at].rstrip()
        spans[title : title + 1] = [Span(whole.start, whole.start + len(steps)), Span(at, whole.end)]
        labels.insert(title + 1, Label(SegmentKind.TITLE, "plain.last_crumb", ("last crumb",)))
    return spans, labels


def read_plain(text: str) -> Reading:
    """The anatomy of a plain, crawled or Markdown text; the text itself comes back unchanged.

    Raises `EmptyPage` if there is nothing but white space.

    >>> page = read_plain("Köprü\\n\\nYazan: Ayşe Örnek, 3 Mart 2019\\n\\nKöprü taştan yapıldı, uzun yıllar ayakta.")
    >>> page.title, page.authors, page.published
    ('Köprü', ('Ayşe Örnek',), '2019-03-03')
    """
    lines = split_lines(text)
    if not lines:
        raise EmptyPage("the text has nothing but white space")
    short = find_short_posts(lines)
    posts = short or find_posts(lines) or find_labelled(lines)
    entries = find_entries(lines) or find_footed(lines)
    remarks = posts[1:] if posts else entries or find_buttoned(lines) or find_aged(lines) or find_remarks(lines)
    opening = _of_post(lines, short[0]) if short else read_opening(lines, entries[0].body[0] if entries else None)
    first = posts[0] if posts else None
    if first is not None and first.author is not None:
        opening = replace(opening, author=first.author)  # as the post's own header has it, digits and all
    desk = _Desk(lines, opening, remarks, posts, [None] * len(lines))
    _label_remarks(desk)
    _label_opening(desk)
    if short:
        _label_counters(desk)
    _label_debris(desk)
    _label_paragraphs(desk)
    _label_sources(desk)
    _label_quoted(desk)
    _join_debris(desk)
    spans, labels = _painted(desk)
    owner = next((name for part in title_parts(lines[0].text) if (name := owner_of(part))), None)
    author = opening.author or owner
    return Reading(
        text=text,
        segments=paint(spans, labels),
        title=opening.name,
        authors=(author,) if author else (),
        published=opening.published or (first.published if first else None),
    )
