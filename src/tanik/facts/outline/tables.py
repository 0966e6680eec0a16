"""Tables: what stands above, the heads of the columns, the rows and their cells, all as places in the page's text.

Comes in: a page. Goes out: its tables in order. HTML lays its cells out itself (`page.grids`), so that a line break in
a cell parts nothing and one over several rows stands in each; the readers of other formats part cells by tabs, people
who write plain text by tabs, bars or wide gaps. Heads may stand over heads. Lists of terms and lines "Doğum: …" are
tables of two columns. What the cells say is read elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.once import once
from tanik.facts.outline.heads import is_total, kind_of_label
from tanik.page.model import Cell, Page, SegmentKind

__all__ = ["Row", "Table", "tables_of"]

_FORM: Final = re.compile(r"\t|^[ ]*\||\S[ ]\|[ ]\S|\S {3,}\S", re.MULTILINE)
_LINE: Final = re.compile(r"^[^\S\n]*\S[^\n]*", re.MULTILINE)
_FIELD: Final = re.compile(
    r"^[^\w\n]{0,3}(?P<label>[^\W\d][^:\n]{1,40}?)[ \t*_]*:[ \t*_]+(?P<value>\S[^\n]*)", re.MULTILINE
)
_RULE: Final = re.compile(r"[\s|:+=_-]+")
_BARS: Final = re.compile(r"\|")
_GAPS: Final = re.compile(r" {3,}")
_TABS: Final = re.compile(r"\t")
_TERM: Final = re.compile(r"^(?P<list>.*/dl\[\d+\])(?:/div\[\d+\])?/(?P<tag>d[td])\[\d+\]")
_HEADING: Final = re.compile(r"/h[1-6]\[\d+\]$")
_YEAR: Final = re.compile(r"1[5-9]\d\d|20[0-2]\d")
_FIGURE: Final = re.compile(r"\d[\d.,\s]*[^\d\n]{0,20}")
_DIGIT: Final = re.compile(r"\d")
_BRACKET: Final = re.compile(r"[(\[][^()\[\]]*[)\]]")
_POINTS: Final = re.compile(
    r"\b(?:tablo|çizelge|cetvel|aşağıda|şöyle|şunlar|döküm|liste|cədvəl|aşağıdakı|siyahı|table|below|following|list)",
    re.IGNORECASE,
)
_LONGEST_CELL: Final = 240
_LONGEST_CAPTION: Final = 160
_MOST_ROWS: Final = 400
_FEWEST: Final = 2
_NOT_READ: Final = (SegmentKind.BOILERPLATE, SegmentKind.SOURCES, SegmentKind.BREADCRUMB, SegmentKind.SIGNATURE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells from the first column on, None where one is empty; `total` where it adds up the others.

    `carried` are the columns whose cell began in a row above, `shared` those whose cell takes several rows, `spread`
    those whose cell takes several columns; such a one stands in the first of them. `section` are the words of the last
    row above it that has but one cell, over all columns.
    """

    cells: tuple[Span | None, ...]
    total: bool = False
    carried: frozenset[int] = frozenset()
    shared: frozenset[int] = frozenset()
    spread: frozenset[int] = frozenset()
    section: Span | None = None

    @property
    def span(self) -> Span:
        """From the first cell of its own that has words to the last."""
        own = [one for at, one in enumerate(self.cells) if one is not None and at not in self.carried]
        return Span(own[0].start, own[-1].end)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `head` holds a span a column (() where none is headed), `rows` what stands below.

    `over` holds for each column the heads that stand over its own and others' together, the nearest first.
    `above` is what may say what the table is of, the nearest first: its caption, the line that leads to it, a heading
    right over it. `heading` is the heading of the part of the page in which it stands. `terms` says that each row is a
    label and what it stands for.
    """

    span: Span
    head: tuple[Span | None, ...]
    rows: tuple[Row, ...]
    above: tuple[Span, ...] = ()
    heading: Span | None = None
    terms: bool = False
    over: tuple[tuple[Span, ...], ...] = ()

    def heads(self, column: int) -> tuple[Span, ...]:
        """The heads of a column, its own first and then those over it."""
        own = self.head[column] if column < len(self.head) else None
        return (*((own,) if own is not None else ()), *(self.over[column] if column < len(self.over) else ()))


@dataclass(slots=True)
class _Raw:
    """A row while tables are being found; `key` is the same for the rows of one table.

    `slots` are its cells with each that takes several columns in all of them; `carried`, `shared` and `spread` are as
    those of a `Row`.
    """

    cells: list[Span | None]
    key: str
    heads: int = 0
    caption: Span | None = None
    slots: list[Span | None] = field(default_factory=list)
    carried: set[int] = field(default_factory=set)
    shared: set[int] = field(default_factory=set)
    spread: set[int] = field(default_factory=set)

    def put(self, column: int, cell: Cell, *, carried: bool) -> None:
        """Put a cell at its column, or at the first that is free."""
        gap = max(0, column - len(self.cells))
        self.cells += [None] * gap + [cell.span] + [None] * (cell.wide - 1)
        self.slots += [None] * gap + [cell.span] * cell.wide
        for told, columns in ((carried, self.carried), (cell.high > 1, self.shared), (cell.wide > 1, self.spread)):
            columns.update(range(column, column + cell.wide) if told else ())
        self.heads += cell.head and cell.span is not None

    @property
    def filled(self) -> list[Span]:
        """The cells that have words."""
        return [cell for cell in self.cells if cell is not None]

    @property
    def span(self) -> Span:
        """From the first cell of its own that has words to the last."""
        own = [one for at, one in enumerate(self.cells) if one is not None and at not in self.carried]
        return Span(own[0].start, own[-1].end)


@once
def tables_of(page: Page) -> tuple[Table, ...]:
    """The tables of a page, in order; a page without the form is told by one look at its text.

    >>> from tanik.page.model import Source
    >>> text = "Gelen un:\\nGün\\tÇuval\\n3 Mart 1921\\t40\\n9 Mart 1921\\t8\\nToplam\\t40"
    >>> page = Page("p", Source("0" * 64, "text/plain"), text, ())
    >>> (table,) = tables_of(page)
    >>> [cell.of(page.text) for cell in table.head], table.above[0].of(page.text), [row.total for row in table.rows]
    (['Gün', 'Çuval'], 'Gelen un:', [False, False, True])
    """
    text = page.text
    listed = any("/dl[" in one.path for one in page.landmarks) or any(
        one.rule.endswith(".term") for one in page.segments
    )
    formed = _FORM.search(text) is not None
    rows = [*_of_grids(page), *(_of_terms(page) if listed else ())]
    if formed and not page.grids:
        rows += _of_lines(page)
    rows += _of_fields(page)
    if not rows:
        return ()
    rows.sort(key=lambda row: row.span.start)
    found = []
    for group in _grouped(rows):
        if len(group) <= _MOST_ROWS and (table := _table(page, group)) is not None:
            found.append(table)
    return tuple(found)


def _of_grids(page: Page) -> Iterator[_Raw]:
    """The rows of tables that the source lays out: a cell that reaches over several rows stands in each of them."""
    for number, grid in enumerate(page.grids):
        held: dict[int, tuple[int, Cell]] = {}  # column: before which row it is free again, and the cell that has it
        for at, cells in enumerate(grid.rows):
            begun = [(cell.column, cell, False) for cell in cells]
            below = [(column, cell, True) for column, (end, cell) in held.items() if end > at]
            placed = sorted([*begun, *below], key=lambda one: one[0])
            row = _Raw([], f"grid {number}", caption=grid.caption)
            for column, cell, carried in placed:
                row.put(column, cell, carried=carried)
            held |= {cell.column: (at + cell.high, cell) for cell in cells if cell.high > 1}
            if any(span is not None and at not in row.carried for at, span in enumerate(row.cells)):
                yield row


def _of_terms(page: Page) -> Iterator[_Raw]:
    """The rows of lists of terms, of HTML and of wikis: a term and what is said of it."""
    row: _Raw | None = None
    told = [(one.span, match["list"], match["tag"]) for one in page.landmarks if (match := _TERM.match(one.path))]
    told += [(one.span, "wiki", "dt") for one in page.segments if one.rule.endswith(".term")]
    told += [(one.span, "wiki", "dd") for one in page.segments if one.rule.endswith(".definition")]
    for span, key, tag in sorted(told, key=lambda one: one[0].start):
        if tag == "dt":
            row = _Raw([span], f"terms {key}")
        elif row is not None and len(row.cells) == 1:
            row.cells.append(span)
            yield row


def _of_fields(page: Page) -> Iterator[_Raw]:
    """Lines of a label that infoboxes have, a colon and what it stands for."""
    found = [one for one in _FIELD.finditer(page.text) if kind_of_label(one["label"]) is not None]
    for match in found:
        segment = page.segment_at(match.start("label"))
        if segment is None or segment.kind not in _NOT_READ:
            yield _Raw([Span(*match.span("label")), Span(*match.span("value"))], "terms fields")


def _of_lines(page: Page) -> Iterator[_Raw]:
    """The rows of a page whose cells stand in one line, parted by tabs, bars or wide gaps."""
    text, skipped = page.text, [one.span for one in page.segments if one.kind in _NOT_READ]
    alone = {one.span.start for one in page.segments if one.rule.endswith(".row")}
    apart = 2 if page.source.media_type == "text/plain" else 3
    key, number, last = "", 0, 0
    for match in _LINE.finditer(text):
        line = match.group()
        if _RULE.fullmatch(line) and ("-" in line or "=" in line):
            last = match.end()
            continue
        mark = next((name for name, one in _MARKS.items() if one.search(line.strip(" "))), "")
        mark = mark or ("tabs" if match.start() in alone else "")
        cells = _cells(Span(match.start(), match.end()), text, mark) if mark else []
        filled = sum(cell is not None for cell in cells)
        if filled < _FEWEST - (mark == key) or any(span.contains(_over(cells)) for span in skipped):
            key = ""
            continue
        if mark != key or text.count("\n", last, match.start()) >= apart:
            number += 1
        key, last = mark, match.end()
        yield _Raw(cells, f"{mark} {number}")


_MARKS: Final = {"tabs": _TABS, "bars": _BARS, "gaps": _GAPS}


def _over(cells: Sequence[Span | None]) -> Span:
    filled = [cell for cell in cells if cell is not None]
    return Span(filled[0].start, filled[-1].end)


def _cells(line: Span, text: str, mark: str) -> list[Span | None]:
    """The cells of a line, without the blanks around them; a bar at the line's edge only closes it."""
    bars, parts = mark == "bars", _MARKS[mark].finditer(text, line.start, line.end)
    edges = [(line.start, line.start), *(match.span() for match in parts)]
    edges.append((line.end, line.end))
    cells: list[Span | None] = []
    for (_, start), (end, _) in pairwise(edges):
        told = text[start:end]
        low = start + len(told) - len(told.lstrip())
        cells.append(Span(low, low + len(told.strip())) if told.strip() else None)
    if bars and cells and cells[0] is None:
        cells = cells[1:]
    if bars and cells and cells[-1] is None:
        cells = cells[:-1]
    return cells


def _grouped(rows: Sequence[_Raw]) -> Iterator[list[_Raw]]:
    group: list[_Raw] = []
    for row in rows:
        if group and row.key != group[-1].key:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _table(page: Page, group: Sequence[_Raw]) -> Table | None:
    """The table of some rows, or None where they are too few, or their cells are running text."""
    text = page.text
    wide = [row for row in group if len(row.filled) >= _FEWEST]
    terms = group[0].key.startswith("terms ")
    if len(wide) < _FEWEST or any(len(cell) > _LONGEST_CELL for row in wide for cell in row.filled):
        return None
    captions = [row.span for row in group[: group.index(wide[0])]]
    headed = 0 if terms else _headed(text, wide)
    width = max(len(row.cells) for row in wide)
    head, over = _heads(wide[:headed], width)
    rows = []
    section: Span | None = None
    for row in group[group.index(wide[headed - 1]) + 1 if headed else group.index(wide[0]) :]:
        if len(row.filled) < _FEWEST:
            section = row.span if len(row.spread) == width else section
            continue
        cells = (*row.cells, *[None] * (width - len(row.cells)))
        first = next((one for at, one in enumerate(cells) if one is not None and at not in row.carried), row.filled[0])
        total = not terms and is_total(first.of(text))
        rows.append(Row(cells, total, frozenset(row.carried), frozenset(row.shared), frozenset(row.spread), section))
    rows = [_beneath(row, rows, text) if row.total else row for row in rows]
    start, end = group[0].span.start, group[-1].span.end
    caption = [group[0].caption] if group[0].caption is not None else []
    line, heading = _line_above(page, min([start, *(one.start for one in caption)]))
    above = (*caption, *(one for one in captions if len(one) <= _LONGEST_CAPTION), *line)
    return Table(Span(start, end), head, tuple(rows), above, heading, terms, over)


def _heads(rows: Sequence[_Raw], width: int) -> tuple[tuple[Span | None, ...], tuple[tuple[Span, ...], ...]]:
    """The head of each column, and those over it: a head over several columns is that of them all."""
    if not rows:
        return (), ()
    slots = [row.slots or _reaching(row, rows[-1]) for row in rows]
    columns = [[one[at] for one in reversed(slots) if at < len(one)] for at in range(width)]
    found = [list(dict.fromkeys(one for one in column if one is not None)) for column in columns]
    return tuple(one[0] if one else None for one in found), tuple(tuple(one[1:]) for one in found)


def _reaching(row: _Raw, lowest: _Raw) -> list[Span | None]:
    """The cells of a row of heads in text: one goes on over the empty cells behind it that have heads below."""
    if row is lowest:
        return row.cells
    found: list[Span | None] = []
    for at, below in enumerate(lowest.cells):
        own = row.cells[at] if at < len(row.cells) else None
        found.append(own or (found[-1] if found and below is not None else None))
    return found


def _beneath(total: Row, rows: Sequence[Row], text: str) -> Row:
    """A row of totals with its figures under those that they add up: its label may reach over several columns."""
    figures = {at for row in rows if not row.total for at, cell in enumerate(row.cells) if _is_figure(cell, text)}
    label, *filled = [at for at, cell in enumerate(total.cells) if cell is not None and at not in total.carried]
    for further in range(len(total.cells) - max(filled, default=label) if filled else 0):
        if all(at + further in figures - total.carried for at in filled):
            held = {at: total.cells[at] for at in (label, *total.carried)}
            moved = {at + further: total.cells[at] for at in filled} | held
            return replace(total, cells=tuple(moved.get(at) for at in range(len(total.cells))))
    return total


def _is_figure(cell: Span | None, text: str) -> bool:
    return cell is not None and _FIGURE.fullmatch(text, cell.start, cell.end) is not None


def _headed(text: str, rows: Sequence[_Raw]) -> int:
    """How many of the first rows are heads: all cells `th`, or words alone (a year may head a column) over figures."""
    count = 0
    for row in rows:
        if row.heads < len(row.filled):
            break
        count += 1
    if count:
        return count if count < len(rows) else 0
    first = [cell.of(text) for cell in rows[0].filled]
    if rows[0].heads:
        return 0  # a row that is headed itself
    plain = [_BRACKET.sub("", cell) for cell in first]
    years = [cell for cell in plain if _YEAR.fullmatch(cell.strip())]
    if any(_DIGIT.search(cell) for cell in plain if cell not in years) or (years and plain[0] in years):
        return 0
    if (
        _leaves_open(rows[0])
        and not any(_DIGIT.search(cell.of(text)) for cell in rows[1].filled)
        and len(rows) > _FEWEST
    ):
        return 2  # heads over heads
    below = (cell.of(text) for row in rows[1:] for cell in row.filled)
    return int(any(_DIGIT.search(cell) for cell in below))


def _leaves_open(row: _Raw) -> bool:
    """Whether cells of a row take several columns, or leave columns empty behind a cell."""
    return bool(row.spread) or (not row.slots and None in row.cells[1:])


def _line_above(page: Page, start: int) -> tuple[tuple[Span, ...], Span | None]:
    """The line right over a table, where it leads to it or heads it, and the heading above that."""
    text = page.text
    end = len(text[:start].rstrip())
    low = text.rfind("\n", 0, end) + 1
    near: tuple[Span, ...] = ()
    heading = None
    headings = [one.span for one in page.landmarks if _HEADING.search(one.path) and one.span.end <= start]
    headings += [
        one.span
        for one in page.segments
        if (one.kind is SegmentKind.TITLE or one.rule.endswith("heading")) and one.span.end <= start
    ]
    if headings:
        heading = max(headings, key=lambda span: span.start)
    if end > low and "\t" not in text[low:end] and "|" not in text[low:end]:
        line = Span(low, end)
        told = line.of(text)
        last = (sentences(text, line) or (line,))[-1]
        if told.endswith(":") or _POINTS.search(last.of(text)):
            near = (last,)
        elif len(told) <= _LONGEST_CAPTION and told[-1] not in ".!?;,":
            near = (line,)
    return near, heading
