"""An HTML page read as a person reads it.

Comes in: a page's decoded source. Goes out: a `Reading`: the visible text and its segments. The page is laid
out (`boxes`), its elements are given roles (`anatomy`), contributions are found and taken apart (`units`,
`contribution`), the title is weighed (`title`), the main text is the smallest element that holds most of the
prose left, and then every run gets exactly one label. Nothing is dropped: what the platform wrote is kept as
boilerplate.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from tanik.core.span import Span
from tanik.errors import EmptyPage
from tanik.page.ago import anchor_of
from tanik.page.anatomy import Anatomy, dissect
from tanik.page.boxes import lay_out, parse_html
from tanik.page.byline import is_byline, page_authors, page_published
from tanik.page.contribution import Contribution, take_apart
from tanik.page.grids import grids_of
from tanik.page.head import Head, read_head
from tanik.page.landmarks import landmarks_of
from tanik.page.main_text import MainText, find_main
from tanik.page.model import SegmentKind
from tanik.page.quoted import find_quoted
from tanik.page.reading import Group, Label, Reading, paint
from tanik.page.stamp import find_stamps
from tanik.page.title import find_title
from tanik.page.units import find_scopes
from tanik.page.vocabulary import credited_name, is_bare, is_caption, is_citation, is_sources

__all__ = ["read_html"]

_MAIN_KINDS: Final = (
    ("sources", SegmentKind.SOURCES, "html.sources"),
    ("signature", SegmentKind.SIGNATURE, "html.signature"),
    ("quote", SegmentKind.QUOTATION, "html.blockquote"),
)
_CITES: Final = frozenset(("cite", "footer", "figcaption"))
_TABLE_CELLS: Final = frozenset(("td", "th"))
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HEADING: Final = 90
_DEBRIS: Final = frozenset(
    ("html.boilerplate", "html.links", "html.outside", "html.bare_heading", "html.boilerplate_heading")
)
_CRUMBS: Final = (" > ", " » ", " › ", " / ", " → ")


@dataclass(slots=True)
class _Desk:
    """The page while its runs are being labelled."""

    anatomy: Anatomy
    head: Head
    title: int
    contributions: tuple[Contribution, ...]
    article: Contribution | None
    main: MainText
    labels: list[Label | None] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def give(self, run: int, kind: SegmentKind, rule: str, **more: object) -> None:
        group = more.pop("group", run)
        self.labels[run] = Label(kind, rule, group, **more)  # type: ignore[arg-type]


def _article_of(contributions: tuple[Contribution, ...]) -> Contribution | None:
    """The first post of a thread, which is its article; a dictionary's entries have none.

    A forum says who speaks before the words, a dictionary after them.
    """
    posts = [one for one in contributions if one.scope.kind == "post"]
    if len(posts) < 2 or sum(one.header_first for one in posts) * 2 <= len(posts):
        return None
    return posts[0] if posts[0] is contributions[0] else None


def _contributions(anatomy: Anatomy) -> tuple[Contribution, ...]:
    """The page's contributions that say something; parents count among them, past those that say nothing."""
    scopes = find_scopes(anatomy)
    apart = [take_apart(anatomy, scope) for scope in scopes]
    numbers: dict[int, int] = {}
    kept: list[Contribution] = []
    for at, one in enumerate(apart):
        above = one.scope.parent
        while above is not None and above not in numbers:
            above = scopes[above].parent
        if one.body:
            numbers[at] = len(kept)
            kept.append(replace(one, scope=replace(one.scope, parent=None if above is None else numbers[above])))
    return tuple(kept)


def _parents(desk: _Desk) -> dict[int, int]:
    """Whom each comment answers: the one it stands in, else the latest earlier one by the author it quotes."""
    parents: dict[int, int] = {}
    latest: dict[str | None, int] = {}
    for number, one in enumerate(desk.contributions):
        if one.scope.parent is not None:
            parents[number] = one.scope.parent
        else:
            names = {quote.author for quote in one.quoted if quote.author}
            earlier = max((latest[name] for name in names if name in latest), default=-1)
            if earlier >= 0 and desk.contributions[earlier] is not desk.article:
                parents[number] = earlier
        latest[one.author] = number
    return parents


def _label_contributions(desk: _Desk) -> None:
    parents = _parents(desk)
    for number, one in enumerate(desk.contributions):
        group = ("contribution", number)
        answered = parents.get(number)
        facts = {"author": one.author, "published": one.published}
        above = None if answered is None else ("contribution", answered)
        inside = None if one is desk.article else group
        if one is not desk.article:
            for run in one.body:
                desk.give(run, SegmentKind.COMMENT, f"html.{one.scope.kind}", group=group, parent=above, **facts)
            if one.body:
                desk.starts[one.body[0]] = one.start
        for run in one.header:
            plate = desk.anatomy.plates[run] or not (_stamped(desk, run) or _names(desk, run, one))
            kind = SegmentKind.BOILERPLATE if plate else SegmentKind.BYLINE
            desk.give(run, kind, "html.post_header", parent=inside, **({} if plate else facts))
        for run in one.signature:
            mark: Group = ("signature", number)
            desk.give(run, SegmentKind.SIGNATURE, "html.signature", group=mark, parent=inside, author=one.author)
        for place, quote in enumerate(one.quoted):
            for run in quote.header:
                desk.give(run, SegmentKind.BYLINE, "html.quote_header", parent=inside, author=quote.author)
            for run in quote.runs:
                mark = ("quote", number, place)
                desk.give(run, SegmentKind.QUOTATION, "html.quote_box", group=mark, parent=inside, author=quote.author)


def _stamped(desk: _Desk, run: int) -> bool:
    """Whether the run has the contribution's time; a profile's dates are the platform's."""
    return bool(desk.anatomy.stamps[run]) and "boilerplate" not in desk.anatomy.roles(run)


def _names(desk: _Desk, run: int, one: Contribution) -> bool:
    return bool(one.author) and str(one.author) in desk.anatomy.text(run)


def _is_breadcrumb(desk: _Desk, run: int) -> bool:
    text = desk.anatomy.text(run)
    if "breadcrumb" in desk.anatomy.roles(run):
        return True
    before = desk.title < 0 or desk.anatomy.layout.runs[run].end <= desk.anatomy.layout.starts[desk.title]
    return before and len(text) < 200 and any(text.count(mark) >= (2 if mark == " / " else 1) for mark in _CRUMBS)


def _under_debris(desk: _Desk, run: int) -> bool:
    """Whether the run stands in one small element with a heading that is the platform's (`How to cite`)."""
    layout = desk.anatomy.layout
    before = desk.labels[run - 1] if run else None
    if before is None or before.rule not in {"html.boilerplate", "html.boilerplate_heading"}:
        return False
    if not isinstance(before.group, int):
        return False
    heading = layout.runs[before.group].box
    outer = layout.parents[heading]
    if desk.anatomy.tag(heading) not in {"h2", "h3", "h4", "h5"} or outer <= max(desk.main.core, 0):
        return False
    return run in desk.anatomy.runs_of(outer) and not layout.holds(outer, desk.main.core)


# What a run that belongs to no contribution is: the first question that it answers.
_QUESTIONS: Final[tuple[tuple[Callable[[_Desk, int], bool], SegmentKind, str], ...]] = (
    (lambda d, run: d.title >= 0 and run in d.anatomy.runs_of(d.title), SegmentKind.TITLE, "html.title"),
    (_is_breadcrumb, SegmentKind.BREADCRUMB, "html.breadcrumb"),
    (lambda d, run: d.main.holds_comments(run), SegmentKind.BOILERPLATE, "html.comment_area"),
    (lambda d, run: is_byline(d.anatomy, d.main, run), SegmentKind.BYLINE, "html.byline"),
    (lambda d, run: not d.main.within(run), SegmentKind.BOILERPLATE, "html.outside"),
    (
        lambda d, run: "boilerplate" in d.anatomy.roles(run) or d.anatomy.plates[run],
        SegmentKind.BOILERPLATE,
        "html.boilerplate",
    ),
    (_under_debris, SegmentKind.BOILERPLATE, "html.boilerplate_heading"),
    (lambda d, run: d.main.leads_away(run), SegmentKind.BOILERPLATE, "html.links"),
    (
        lambda d, run: "caption" in d.anatomy.roles(run) or is_caption(d.anatomy.folded[run]),
        SegmentKind.PARAGRAPH,
        "html.caption",
    ),
)


def _kind_of(desk: _Desk, run: int) -> tuple[SegmentKind, str]:
    """The label of a run that belongs to no contribution."""
    roles = desk.anatomy.roles(run)
    if "quote" in roles and _cites(desk, run):
        return SegmentKind.BYLINE, "html.quote_cite"
    for fits, kind, rule in _QUESTIONS:
        if fits(desk, run):
            return kind, rule
    return _main_kind(roles)


def _cites(desk: _Desk, run: int) -> bool:
    """Whether the run is the line under a quotation that names its speaker."""
    layout = desk.anatomy.layout
    place = layout.runs[run]
    boxes = range(place.box, layout.lasts[place.box] + 1)
    whole = (box for box in boxes if (layout.starts[box], layout.ends[box]) == (place.start, place.end))
    return desk.main.within(run) and any(desk.anatomy.tag(box) in _CITES for box in whole)


def _main_kind(roles: frozenset[str]) -> tuple[SegmentKind, str]:
    """The label of a run of the main text."""
    for role, kind, rule in _MAIN_KINDS:
        if role in roles:
            return kind, rule
    return SegmentKind.PARAGRAPH, "html.paragraph"


def _group_of(desk: _Desk, run: int, kind: SegmentKind) -> Group:
    """Runs of one paragraph (parted by single breaks), quotation, source list or stretch of debris share a group."""
    if run == 0 or desk.labels[run - 1] is None:
        return run
    before = desk.labels[run - 1]
    if before is None or before.kind != kind or before.parent is not None:
        return run
    layout = desk.anatomy.layout
    here = layout.runs[run]
    if kind in {SegmentKind.SOURCES, SegmentKind.BOILERPLATE, SegmentKind.TITLE, SegmentKind.BREADCRUMB}:
        return before.group
    same_box = layout.runs[run - 1].box == here.box or here.gap == 2
    if kind is SegmentKind.QUOTATION:
        outer = [box for box in layout.ancestors(here.box) if "quote" in desk.anatomy.own[box]]
        return before.group if outer and run - 1 in desk.anatomy.runs_of(outer[-1]) else run
    return before.group if here.same_paragraph and same_box else run


def _label_rest(desk: _Desk) -> None:
    for run in range(len(desk.labels)):
        if desk.labels[run] is None:
            kind, rule = _kind_of(desk, run)
            desk.give(run, kind, rule, group=_group_of(desk, run, kind))


def _drop_bare_headings(desk: _Desk) -> None:
    """A heading, or a short line ending in a colon, over nothing but the platform's words is the platform's."""
    layout = desk.anatomy.layout
    for run in range(len(desk.labels) - 1, -1, -1):
        label, below = desk.labels[run], desk.labels[run + 1] if run + 1 < len(desk.labels) else None
        if label is None or label.rule != "html.paragraph" or not desk.main.within(run):
            continue
        text = desk.anatomy.text(run)
        heading = desk.anatomy.tag(layout.runs[run].box) in _HEADINGS or text.rstrip().endswith(":")
        if heading and len(text) < _HEADING and (below is None or below.rule in _DEBRIS):
            desk.give(run, SegmentKind.BOILERPLATE, "html.bare_heading")


def _credit_quotations(desk: _Desk) -> None:
    """The speaker named under a block quotation becomes its author, and the day beside the name is when it was said."""
    for run, label in enumerate(desk.labels):
        before = desk.labels[run - 1] if run else None
        if label is None or before is None or label.rule != "html.quote_cite":
            continue
        name, stamps = credited_name(desk.anatomy.text(run)), find_stamps(desk.anatomy.text(run))
        for at in range(run - 1, -1, -1):
            quoted = desk.labels[at]
            if quoted is None or quoted.group != before.group or quoted.kind is not SegmentKind.QUOTATION:
                break
            desk.labels[at] = replace(quoted, author=name, published=stamps[0].edtf if stamps else None)


def _relabel(desk: _Desk, runs: list[int], kind: SegmentKind, rule: str) -> None:
    for run in runs:
        desk.give(run, kind, rule, group=runs[0])


def _heads_column(desk: _Desk, run: int) -> bool:
    """Whether the run is a heading of a table's column or row, not of sources: no reference stands beside."""
    layout, tag = desk.anatomy.layout, desk.anatomy.tag
    cell = next((box for box in layout.ancestors(layout.runs[run].box) if tag(box) in _TABLE_CELLS), -1)
    if cell < 0:
        return False
    row = layout.parents[cell]
    cells = [box for box in range(row + 1, layout.lasts[row] + 1) if layout.parents[box] == row]
    if tag(row) != "tr" or len(cells) < 2 or layout.text_of(cell) != desk.anatomy.text(run):
        return False
    return not any(is_citation(layout.text_of(other)) for other in cells if other > cell)


def _find_sources(desk: _Desk) -> None:
    """A paragraph that begins like a source list is one, with the references that follow it."""
    layout = desk.anatomy.layout
    run, end = 0, len(desk.labels)
    while run < end:
        label = desk.labels[run]
        run += 1
        if label is None or label.kind is not SegmentKind.PARAGRAPH or not is_sources(desk.anatomy.text(run - 1)):
            continue
        if _heads_column(desk, run - 1):
            continue
        taken = [run - 1]
        bare = is_bare(desk.anatomy.text(run - 1))
        while run < end and (label := desk.labels[run]) is not None:
            if label.kind is SegmentKind.SOURCES or (bare and label.kind is SegmentKind.PARAGRAPH and len(taken) == 1):
                pass
            elif label.kind is not SegmentKind.PARAGRAPH or not (
                layout.runs[run].same_paragraph or is_citation(desk.anatomy.text(run))
            ):
                break
            taken.append(run)
            run += 1
        _relabel(desk, taken, SegmentKind.SOURCES, "html.sources_heading")


def _find_sources_apart(desk: _Desk) -> None:
    """A heading of sources after the main text, in an element of its own with works below it (journals, wikis)."""
    layout = desk.anatomy.layout
    for run, label in enumerate(desk.labels[:-1]):
        heading = layout.runs[run].box
        if label is None or label.rule != "html.outside" or run < desk.main.first or run in (desk.main.article or ()):
            continue
        if desk.anatomy.tag(heading) not in _HEADINGS or not is_sources(desk.anatomy.text(run)):
            continue
        inside = desk.anatomy.runs_of(layout.parents[heading])
        below = [other for other in range(run + 1, inside.stop) if _left_outside(desk, other)]
        works = sum(is_citation(desk.anatomy.text(other)) for other in below)
        if works * 2 > len(below) and not layout.holds(layout.parents[heading], max(desk.main.core, 0)):
            _relabel(desk, [run, *below], SegmentKind.SOURCES, "html.sources_apart")


def _left_outside(desk: _Desk, run: int) -> bool:
    label = desk.labels[run]
    return label is not None and label.rule == "html.outside"


def _find_announced(desk: _Desk) -> None:
    """Paragraphs that the one before announces as another's words."""
    groups: list[list[int]] = []
    for run, label in enumerate(desk.labels):
        if label is None or label.kind is not SegmentKind.PARAGRAPH:
            groups.append([])
        elif groups and groups[-1] and desk.labels[groups[-1][0]].group == label.group:  # type: ignore[union-attr]
            groups[-1].append(run)
        else:
            groups.append([run])
    texts = ["\n".join(map(desk.anatomy.text, group)) for group in groups]
    for first, last in find_quoted(texts):
        runs = [run for group in groups[first:last] for run in group]
        if runs and all(groups[first:last]):
            _relabel(desk, runs, SegmentKind.QUOTATION, "html.announced")


def read_html(source: str, *, retrieved: str | None = None) -> Reading:
    """The text and anatomy of an HTML page that was `retrieved` at an ISO time.

    Raises `EmptyPage` if nothing of it is visible.

    >>> page = read_html("<title>Köprü</title><h1>Köprü</h1><p>Köprü 1921 yılında, <b>taştan</b> yapıldı.</p>")
    >>> page.title, [str(segment.kind) for segment in page.segments]
    ('Köprü', ['title', 'paragraph'])
    """
    root = parse_html(source)
    layout = None if root is None else lay_out(root)
    if root is None or layout is None or not layout.runs:
        raise EmptyPage("the HTML has no visible text")
    head = read_head(root)
    anatomy = dissect(layout, anchor_of(source, retrieved, head.modified, head.published))
    title = find_title(anatomy, head)
    contributions = _contributions(anatomy)
    article = _article_of(contributions)
    main = find_main(anatomy, title, contributions, article)
    starts = [run.start for run in layout.runs]
    desk = _Desk(anatomy, head, title, contributions, article, main, [None] * len(starts), starts)
    _label_contributions(desk)
    _label_rest(desk)
    _drop_bare_headings(desk)
    _credit_quotations(desk)
    _find_sources(desk)
    _find_sources_apart(desk)
    _find_announced(desk)
    spans = [Span(start, run.end) for start, run in zip(desk.starts, layout.runs, strict=True)]
    labels = [label for label in desk.labels if label is not None]
    bylines = [run for run, label in enumerate(labels) if label.rule == "html.byline"]
    return Reading(
        text=layout.text,
        segments=paint(spans, labels),
        title=layout.text_of(title).replace("\n", " ") if title >= 0 else head.title or None,
        authors=(article.author,)
        if article and article.author
        else page_authors(anatomy, main, head, bylines, contributions),
        published=article.published if article else page_published(anatomy, main, head, bylines, contributions),
        language=head.language,
        url=head.canonical,
        landmarks=landmarks_of(layout),
        grids=grids_of(layout),
    )
