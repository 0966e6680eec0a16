"""A group of copies as a tree: where each copy stands in the picture, and the picture.

Comes in: a group of copies, and what to call its members. Goes out: a layout (numbers), which is drawn as SVG, as lines
for a terminal and as DOT, with a table of the same beside each. Time runs from left to right, sources stand left of
their copies, and branches never cross: a dendrogram in which every last copy has a row of its own and a source stands
between its first and last copy (the rules of Reingold and Tilford 1981; their packing would save no row here, for names
fill every row), its lines drawn at right angles. A tree that takes a hairball to draw is told by its table. Colours are
the reader's (``currentColor``), so that light and dark both work; certainty is a matter of dashes, never of colour
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain

from tanik.compare.model import CopyGroup, CopyLink
from tanik.dossier.edtf import in_words
from tanik.dossier.words import table

__all__ = [
    "Drawn",
    "Layout",
    "Named",
    "day_of",
    "lay_out",
    "phrase",
    "reason",
    "to_dot",
    "to_lines",
    "to_rows",
    "to_svg",
]

_COLUMN, _ROW, _LEFT, _TOP = 190, 76, 24, 40
_RADIUS = 7
_BEND = 8  # how round a corner is
_BESIDE = 12  # from a copy to its name
_LABEL = 24
_CHANGE = 22
_FIRM = 0.6  # support from which a link that is not claimed fails by its direction and not by its place
# A line that runs behind a label must not strike it out.
_ALONE = ' xmlns="http://www.w3.org/2000/svg" font-family="inherit" font-size="12" fill="currentColor"'
_HALO = 'paint-order="stroke" stroke="var(--paper, Canvas)" stroke-width="4"'


@dataclass(frozen=True, slots=True)
class Named:
    """What to call a copy: its title or id, its date (EDTF), and whether it stands in the library."""

    label: str
    date: str | None = None
    is_document: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A copy in the picture: its id, its name, its column and row (from 0; rows may be halves), whether it is lost."""

    id: str
    named: Named
    column: int
    row: float
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: copies in order of columns, links with whether they are sure."""

    nodes: tuple[Drawn, ...]
    links: tuple[tuple[CopyLink, bool], ...]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return max((node.column for node in self.nodes), default=-1) + 1

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return int(max((node.row for node in self.nodes), default=-1)) + 1


def lay_out(group: CopyGroup, names: Mapping[str, Named]) -> Layout:
    """The places of a group's copies. `names` has every page and document; what it lacks is called by its id.

    >>> from tanik.compare.model import Place
    >>> from tanik.core.span import Span
    >>> group = CopyGroup((Place("a", Span(0, 1)), Place("b", Span(0, 1))), links=(CopyLink("b", "a", ()),))
    >>> [(node.id, node.column, node.row) for node in lay_out(group, {}).nodes]
    [('b', 0, 0.0), ('a', 1, 0.0)]
    """
    links = tuple(chain(((link, True) for link in group.links), ((link, False) for link in group.unsure)))
    members = {place.page for place in group.passages} | {one.document for one in group.documents}
    members |= {name for link, _ in links for name in (link.from_, link.to)}
    called = {name: names.get(name, Named(name)) for name in members}
    source = {link.to: link.from_ for link, _ in links if not link.second}
    copies = _copies(sorted(members), source, called)
    roots = [name for name in sorted(members, key=lambda one: _when(called[one], one)) if name not in source]
    order = [name for root in roots for name in _walk(root, copies)]
    columns = _columns(order, source, called)
    rows = _rows(roots, copies)
    lost = set(group.lost)
    nodes = [Drawn(name, called[name], columns[name], rows[name], name in lost) for name in order]
    return Layout(tuple(sorted(nodes, key=lambda node: (node.column, node.row))), links)


def _when(named: Named, name: str) -> tuple[bool, str, str]:
    return named.date is None, named.date or "", name


def _copies(members: Sequence[str], source: Mapping[str, str], called: Mapping[str, Named]) -> dict[str, list[str]]:
    """The copies of each member, earliest first."""
    made: dict[str, list[str]] = {name: [] for name in members}
    for name in sorted(members, key=lambda one: _when(called[one], one)):
        if name in source:
            made[source[name]].append(name)
    return made


def _walk(name: str, copies: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield name
    for copy in copies[name]:
        yield from _walk(copy, copies)


def _columns(order: Sequence[str], source: Mapping[str, str], called: Mapping[str, Named]) -> dict[str, int]:
    """A column for each: copies right of their sources, a later year right of an earlier one."""
    since: dict[str, str] = {}
    depth: dict[str, int] = {}
    for name in order:
        above = source.get(name)
        before = since[above] if above else ""
        since[name] = max(called[name].date or before, before)
        depth[name] = depth[above] + 1 if above else 0
    columns: dict[str, int] = {}
    at, year = -1, None
    here: set[str] = set()
    for name in sorted(order, key=lambda one: (since[one], depth[one], one)):
        if at < 0 or since[name][:4] != year or source.get(name) in here:
            at, year, here = at + 1, since[name][:4], set()
        here.add(name)
        columns[name] = at
    return columns


def _rows(roots: Sequence[str], copies: Mapping[str, Sequence[str]]) -> dict[str, float]:
    """A row for each: a copy without copies has one of its own, a source stands in the middle of its copies."""
    rows: dict[str, float] = {}
    free = 0
    for root in roots:
        for name in reversed(list(_walk(root, copies))):
            if copies[name]:
                rows[name] = (rows[copies[name][0]] + rows[copies[name][-1]]) / 2
            else:
                rows[name] = -1.0 - free
                free += 1
    return {name: row + free for name, row in rows.items()}


def phrase(key: str, lang: str, /, **details: object) -> str:
    """The words for `key` in the table of copies, with `details` filled in."""
    return table("copies.toml")[key][lang].format(**details)


def _short(text: str, most: int = _LABEL) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _reading(kind: str, before: str, after: str, lang: str) -> str:
    what = "put_in" if not before else "left_out" if not after else "changed"
    told = phrase(f"reading.{what}", lang, before=_short(before, 60), after=_short(after, 60))
    return f"{told} ({phrase(f'kind.{kind}', lang)})"


def _certainty(link: CopyLink, sure: bool, lang: str) -> str:
    """What is certain of a link, and what of it is not: from where the copy comes, or which of the two is the copy."""
    percent = None if link.support is None else round(100 * link.support)
    told = "" if percent is None else phrase("support", lang, percent=percent)
    if link.second:
        return phrase("second_sure" if sure else "second_unknown", lang, support=told)
    return phrase("sure" if sure else _unknown(link), lang, support=told)


def _unknown(link: CopyLink) -> str:
    """What is not known of an unsure link: the place of the copy, or, where that is firm, the way the link runs."""
    firm = link.support is None or link.support >= _FIRM
    return "way_unknown" if firm else "place_unknown"


def reason(why: str, lang: str) -> str:
    """One piece of evidence of a link in the reader's language; as it stands where no row of the table fits it.

    >>> reason("published 2001-02 before 2003", "tr"), reason("both put in “gün” (addition)", "en")
    ('yayımı daha eski (Şubat 2001 < 2003)', 'both put in “gün” (addition)')
    """
    for row in table("links.toml").values():
        found = re.fullmatch(row["pattern"], why, re.DOTALL)
        if found is not None:
            told: dict[str, str] = {}
            for at, value in enumerate(found.groups()):
                told[f"date{at}"] = in_words(value, lang)
                told[f"kind{at}"] = _kind(value, lang)
            return row[lang].format(*found.groups(), **told)
    return why


def _kind(kind: str, lang: str) -> str:
    return phrase(f"kind.{kind}", lang) if f"kind.{kind}" in table("copies.toml") else kind


def day_of(named: Named, lang: str) -> str:
    """The day of a copy in words, or that it has none.

    >>> day_of(Named("Belge", "1920-03"), "tr"), day_of(Named("Belge"), "tr")
    ('Mart 1920', 'tarihsiz')
    """
    return in_words(named.date, lang) if named.date else phrase("undated", lang)


def to_rows(layout: Layout, lang: str) -> list[tuple[str, str, str, str, str]]:
    """The picture as a table: copy, date, source, certainty, what came in with it; in order of time."""
    names = {node.id: node.named.label for node in layout.nodes}
    into: dict[str, list[tuple[CopyLink, bool]]] = {}
    for link, sure in layout.links:
        into.setdefault(link.to, []).append((link, sure))
    rows = []
    for node in layout.nodes:
        date = day_of(node.named, lang)
        held = into.get(node.id, [])
        if not held:
            rows.append((node.named.label, date, "–", "", ""))
        for link, sure in held:
            readings = "; ".join(_reading(one.kind, one.before, one.after, lang) for one in link.readings)
            certainty = "; ".join([_certainty(link, sure, lang), *(reason(one, lang) for one in link.why)])
            rows.append((node.named.label, date, names[link.from_], certainty, readings))
    return rows


def to_lines(layout: Layout, lang: str) -> list[str]:
    """The tree for a terminal: sources over their copies, a line each, with what came in."""
    source = {link.to: (link, sure) for link, sure in layout.links if not link.second}
    second = {link.to: link for link, _ in layout.links if link.second}
    names = {node.id: node.named.label for node in layout.nodes}
    copies: dict[str, list[Drawn]] = {}
    for node in layout.nodes:
        if node.id in source:
            copies.setdefault(source[node.id][0].from_, []).append(node)

    def told(node: Drawn, indent: str, branch: str) -> Iterator[str]:
        """The lines of one copy and of those taken from it, indented below it."""
        mark = "*" if node.lost else ""
        also = f" + {names[second[node.id].from_]}" if node.id in second else ""
        guess = ""
        if node.id in source and not source[node.id][1]:
            guess = f" ({phrase(f'brief.{_unknown(source[node.id][0])}', lang)})"
        yield f"{indent}{branch}{day_of(node.named, lang)}  {mark}{node.named.label}{also}{guess}"
        inner = indent + {"": "", "├─ ": "│  ", "└─ ": "   "}[branch]
        if node.id in source:
            bar = "│" if copies.get(node.id) else " "
            for one in source[node.id][0].readings:
                yield f"{inner}{bar}    {_reading(one.kind, one.before, one.after, lang)}"
        below = copies.get(node.id, [])
        for at, copy in enumerate(below):
            yield from told(copy, inner, "└─ " if at == len(below) - 1 else "├─ ")

    return [line for node in layout.nodes if node.id not in source for line in told(node, "", "")]


def to_dot(layout: Layout) -> str:
    """The tree in the DOT language of Graphviz."""
    lines = ["digraph copies {", "  rankdir=LR;", "  node [shape=box];"]
    for node in layout.nodes:
        shape = ", style=dashed" if node.lost else ""
        label = " ".join(filter(None, (node.named.label, node.named.date)))
        lines.append(f"  {_quoted(node.id)} [label={_quoted(label)}{shape}];")
    for link, sure in layout.links:
        style = [] if sure else ["style=dashed"]
        style += ["color=gray"] if link.second else []
        lines.append(f"  {_quoted(link.from_)} -> {_quoted(link.to)} [{', '.join(style)}];")
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def to_svg(layout: Layout, lang: str, *, prefix: str = "tree", inline: bool = False) -> str:
    """The picture as one SVG element, with its title and a description in words; ids begin with `prefix`.

    `inline` is for a page that has the dossier's style sheet and the table of the same below: the description points
    to it instead of telling every link.
    """
    width = _LEFT * 2 + max(1, layout.columns) * _COLUMN
    height = _TOP + max(1, layout.rows) * _ROW
    places = {node.id: (_LEFT + node.column * _COLUMN, _TOP + node.row * _ROW) for node in layout.nodes}
    title = phrase("title", lang, count=len(layout.nodes))
    return "".join(
        [
            f'<svg{"" if inline else _ALONE} class="copy-tree" role="img" viewBox="0 0 {width} {height}" '
            f'width="{width}" height="{height}" aria-labelledby="{prefix}-title {prefix}-desc">',
            f'<title id="{prefix}-title">{escape(title)}</title>',
            f'<desc id="{prefix}-desc">{escape(_described(layout, lang, inline))}</desc>',
            '<g fill="none" stroke="currentColor" stroke-width="1.5">',
            *(_line(link, sure, places, lang, inline) for link, sure in layout.links),
            '</g><g stroke="currentColor">',
            *(_shape(node, *places[node.id]) for node in layout.nodes),
            f"</g><g {_HALO}>",
            *(_change(link, places) for link, _ in layout.links),
            *(_name(node, *places[node.id], lang) for node in layout.nodes),
            "</g></svg>",
        ]
    )


def _described(layout: Layout, lang: str, inline: bool) -> str:
    if inline:
        return phrase("told_below", lang)
    called = {node.id: node.named.label for node in layout.nodes}
    return "; ".join(
        f"{called[link.from_]} → {called[link.to]} [{_certainty(link, sure, lang)}]" for link, sure in layout.links
    )


def _line(link: CopyLink, sure: bool, places: Mapping[str, tuple[float, float]], lang: str, brief: bool) -> str:
    (x, y), (to_x, to_y) = places[link.from_], places[link.to]
    dashes = "" if sure and not link.second else ' stroke-dasharray="2 4"' if link.second else ' stroke-dasharray="6 4"'
    reasons = () if brief else link.why
    why = "; ".join([_certainty(link, sure, lang), *(reason(one, lang) for one in reasons)])
    return f'<path d="{_way(x, y, to_x, to_y)}"{dashes}><title>{escape(why)}</title></path>'


def _way(x: float, y: float, to_x: float, to_y: float) -> str:
    """From a source straight up or down to its copy's row, then right.

    A source's branch has rows of its own, and every copy stands right of its source: the upright piece meets no other
    copy, the level one neither, and names stand right of both.
    """
    end = f"H{to_x - _RADIUS:g}"
    if y == to_y:
        return f"M{x + _RADIUS:g} {y:g}{end}"
    down = 1 if to_y > y else -1
    corner = f"V{to_y - down * _BEND:g}q0 {down * _BEND} {_BEND} {down * _BEND}"
    return f"M{x:g} {y + down * _RADIUS:g}{corner}{end}"


def _change(link: CopyLink, places: Mapping[str, tuple[float, float]]) -> str:
    """The first reading that came in with a copy, under its date: what a reader looks for first."""
    if not link.readings or link.second:
        return ""
    first = link.readings[0]
    sign = f"+ {first.after}" if not first.before else f"− {first.before}" if not first.after else ""
    told = _short(sign or f"{first.before} → {first.after}", _CHANGE)
    more = f" (+{len(link.readings) - 1})" if len(link.readings) > 1 else ""
    x, y = places[link.to]
    return f'<text x="{x + _BESIDE:g}" y="{y + 33:g}" font-size="11">{escape(told + more)}</text>'


def _shape(node: Drawn, x: float, y: float) -> str:
    """A square for a document, a circle for a page, an empty one for a copy that nobody has."""
    if node.named.is_document:
        return f'<rect x="{x - _RADIUS:g}" y="{y - _RADIUS:g}" width="{2 * _RADIUS}" height="{2 * _RADIUS}"/>'
    fill = ' fill="var(--paper, none)"' if node.lost else ""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{_RADIUS}"{fill}/>'


def _name(node: Drawn, x: float, y: float, lang: str) -> str:
    """The name over the copy, whole where a pointer rests on it, and its date below."""
    label, date = _short(node.named.label), day_of(node.named, lang)
    whole = f"<title>{escape(node.named.label)}</title>" if label != node.named.label else ""
    at = f'<text x="{x + _BESIDE:g}" y='
    return f'{at}"{y - 8:g}" font-weight="600">{whole}{escape(label)}</text>{at}"{y + 19:g}">{escape(date)}</text>'
