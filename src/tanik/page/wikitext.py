"""Wikitext becomes blocks.

Comes in: the wikitext of a page. Goes out: its headings, paragraphs, quotations and notes, each with the line it began
on. Wikitext is taken apart by mwparserfromhell (MIT). Templates are programs that only their wiki can run: what the
template of a quotation or a reference holds is read (the names are a table, `data/wiki.toml`); the rest is left out and
counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from tanik.core.fold import fold
from tanik.core.tables import read_toml
from tanik.page.blocks import Block, Ink, Mark
from tanik.page.model import SegmentKind

if TYPE_CHECKING:
    from mwparserfromhell.nodes import Node, Tag, Template, Wikilink
    from mwparserfromhell.wikicode import Wikicode

__all__ = ["read_wikitext"]

_TABLE: Final = read_toml("tanik.page", "wiki.toml")
_QUOTES: Final = frozenset(fold(row["name"]) for row in _TABLE["quotation"])
_CITES: Final = tuple(fold(row["name"]) for row in _TABLE["reference"])
_SHOWN: Final = {fold(row["name"]): int(row["shows"]) for row in _TABLE["shown"]}
_CATEGORY: Final = frozenset(fold(row["name"]) for row in _TABLE["category"])
_FILE: Final = frozenset(fold(row["name"]) for row in _TABLE["file"])
_LISTS: Final = frozenset(("li", "dd", "dt"))
_TERMS: Final = {"dt": "mediawiki.term", "dd": "mediawiki.definition"}
_AFTER: Final = dict.fromkeys(_TERMS.values(), "mediawiki.paragraph")
_CELLS: Final = ("td", "th")
_WIDEST: Final = 100  # columns or rows that one cell may take
_SILENT: Final = frozenset(
    ("references", "gallery", "math", "score", "timeline", "templatestyles", "imagemap", "pages")
)
_PAIRS: Final = {"}}": "{{", "]]": "[[", "|}": "{|", "]": "["}
_MARKS: Final = re.compile(
    r"\{\{|\}\}|\{\||\|\}|\[\[|\]\]|\[(?=\w+:)|\]|</?(?!(?:br|hr|wbr|li|dd|dt|tr|td|th)\b)[a-zA-Z][^<>]{0,500}(?<!/)(?:>|(?=<)|$)"
)
# Unclosed marks times characters; measured at some 60 ns each, so about two seconds.
# More italics than any page has; each costs the parser a node.
_MOST_QUOTES: Final = 30_000
_MOST_WORK: Final = 30_000_000
_TEXT: Final = "/mediawiki/page/revision/text"


@dataclass(slots=True)
class _Writer:
    """A page's blocks while its wikitext is being read; `line` is where the reading has come to."""

    blocks: list[Block] = field(default_factory=list)
    ink: Ink = field(default_factory=Ink)
    line: int = 1
    kind: SegmentKind | None = None
    rule: str = "mediawiki.paragraph"
    author: str | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)
    named: dict[str, str] = field(default_factory=dict)
    count: int = 0
    lost: int = 0
    group: int | None = None
    late: list[Block] = field(default_factory=list)

    def place(self, words: str) -> tuple[Mark, ...]:
        """The line that the reading has come to, as where all of `words` stood."""
        return (Mark(0, len(words), f"{_TEXT}#line={self.line}"),)

    def write(self, text: str) -> None:
        """Text of the page: an empty line ends a paragraph, a single line end is a blank."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.line += 1
                if not line.strip():
                    self.close()
                self.ink.write(" ")
            if line.strip():
                self.ink.at(f"{_TEXT}#line={self.line}")
            self.ink.write(line)

    def close(self, level: int = 0) -> None:
        """End the block that is being written; the notes it called follow."""
        block = self.ink.block(self.rule, self.kind, level=level)
        self.ink = Ink()
        self.rule = _AFTER.get(self.rule, self.rule) if block is not None else self.rule
        if block is not None:
            self.blocks.append(replace(block, author=self.author, group=self.group))
        notes, self.notes = self.notes, []
        for mark, words in notes:
            text = f"[{mark}] {words}"
            self.blocks.append(Block(text, "mediawiki.note", SegmentKind.SOURCES, marks=self.place(text)))


def _param(template: Template, *names: str) -> str:
    for name in names:
        if template.has(name, ignore_empty=True):
            return _plain(template.get(name).value)
    return ""


def _plain(code: Wikicode) -> str:
    """The words of some wikitext on one line."""
    inner = _Writer()
    _walk(inner, code.nodes)
    inner.close()
    return " ".join(block.text for block in inner.blocks if block.rule != "mediawiki.note")


def _reference(template: Template) -> str:
    """What a reference's template says, in the order it stands there."""
    words = [_plain(param.value) for param in template.params]
    return ", ".join(word for word in words if word)


def _template(writer: _Writer, template: Template) -> None:
    name = fold(str(template.name).strip().replace("_", " "))
    if name in _QUOTES:
        words = _param(template, "1", "metin", "text", "quote", "alıntı", "söz", "sitat")
        if words:
            writer.close()
            speaker = _param(template, "2", "kişi", "yazar", "author", "kaynak", "müəllif", "source") or None
            marks = writer.place(words)
            writer.blocks.append(Block(words, "mediawiki.quotation", SegmentKind.QUOTATION, 0, marks, speaker))
    elif any(name == cite or name.startswith(f"{cite} ") for cite in _CITES):
        writer.ink.write(_reference(template))
    elif name in _SHOWN:
        writer.ink.write(_param(template, str(_SHOWN[name])))
    else:
        writer.lost += 1
    writer.line += str(template).count("\n")


def _note(writer: _Writer, tag: Tag) -> None:
    """A `ref`: a number where it is called, its words after the paragraph; one used again keeps its number."""
    name = str(tag.get("name").value) if tag.has("name") else ""
    if name and name in writer.named:
        writer.ink.write(f"[{writer.named[name]}]")
        return
    writer.count += 1
    mark = str(writer.count)
    if name:
        writer.named[name] = mark
    writer.ink.write(f"[{mark}]")
    words = _plain(tag.contents) if tag.contents is not None else ""
    if words:
        writer.notes.append((mark, words))
    writer.line += str(tag).count("\n")


def _tag(writer: _Writer, tag: Tag) -> None:
    name = str(tag.tag).strip().lower()
    if name == "ref":
        _note(writer, tag)
    elif name in _SILENT:
        writer.line += str(tag).count("\n")
    elif name == "br":
        writer.ink.part("\n")
    elif name in _LISTS:
        # In wikitext the mark of an item is an empty element, and its words follow beside it.
        writer.close()
        writer.rule = _TERMS.get(name, _AFTER.get(writer.rule, writer.rule))
        _walk(writer, tag.contents.nodes if tag.contents is not None else ())
    elif name == "table":
        writer.close()
        _table(writer, tag)
    elif name in {"blockquote", "poem"}:
        _quoted(writer, tag, verse=name == "poem")
    elif name in {"p", "div", "center"}:
        writer.close()
        _walk(writer, tag.contents.nodes)
        writer.close()
    elif tag.contents is not None:
        _walk(writer, tag.contents.nodes)


def _table(writer: _Writer, table: Tag) -> None:
    """A table: its caption, then a block a row, with a tab a column (Help:Table of MediaWiki).

    A cell that takes several columns or rows stands in the first of each; its other places are empty.
    """
    from mwparserfromhell import nodes as kinds

    taken: dict[int, int] = {}  # column: how many rows more a cell above takes
    source, at, line = str(table), 0, writer.line
    for row in _rows(table):
        cells: list[str] = []
        for cell in row:
            found = source.find(str(cell), at)
            writer.line += source.count("\n", at, max(at, found))
            at = max(at, found)
            words = _plain(cell.contents)
            if words.startswith("+") and str(cell).startswith("|+"):
                _block(writer, words[1:].strip(), "mediawiki.caption")
                continue
            while taken.get(len(cells)):
                taken[len(cells)] -= 1
                cells.append("")
            wide, high = _takes(cell, "colspan"), _takes(cell, "rowspan")
            taken |= dict.fromkeys(range(len(cells), len(cells) + wide), high - 1)
            cells += [words, *[""] * (wide - 1)]
        for column in [at for at in taken if at >= len(cells) and taken[at]]:
            taken[column] -= 1
        _block(writer, "\t".join(cells).rstrip("\t"), "mediawiki.row")
    for node in table.contents.nodes:
        if isinstance(node, kinds.Text) and str(node.value).strip():
            _block(writer, " ".join(str(node.value).split()), "mediawiki.paragraph")
    writer.line = line + source.count("\n")


def _rows(table: Tag) -> Iterator[list[Tag]]:
    """The cells of each row; those before the first row mark are a row too."""
    from mwparserfromhell import nodes as kinds

    loose: list[Tag] = []
    for node in table.contents.nodes:
        if not isinstance(node, kinds.Tag):
            continue
        if str(node.tag).strip().lower() in _CELLS:
            loose.append(node)
            continue
        if loose:
            yield loose
            loose = []
        inner = node.contents.nodes if node.contents is not None else ()
        yield [one for one in inner if isinstance(one, kinds.Tag) and str(one.tag).strip().lower() in _CELLS]
    if loose:
        yield loose


def _takes(cell: Tag, attribute: str) -> int:
    """How many columns or rows a cell takes."""
    value = str(cell.get(attribute).value).strip() if cell.has(attribute) else ""
    return min(int(value), _WIDEST) if value.isdecimal() and int(value) else 1


def _block(writer: _Writer, words: str, rule: str) -> None:
    if words:
        writer.blocks.append(Block(words, rule, writer.kind, marks=writer.place(words), group=writer.group))


def _quoted(writer: _Writer, tag: Tag, *, verse: bool) -> None:
    writer.close()
    before = writer.kind, writer.rule, writer.group
    if not verse:
        writer.kind, writer.rule, writer.group = SegmentKind.QUOTATION, "mediawiki.blockquote", len(writer.blocks)
    if verse:
        line = writer.line
        for number, words in enumerate(str(tag.contents).strip("\n").split("\n")):
            if number:
                writer.ink.part("\n")
            writer.ink.at(f"{_TEXT}#line={line + number}")
            writer.ink.write(_plain(_parse(words)))
        writer.line = line + str(tag).count("\n")
    else:
        _walk(writer, tag.contents.nodes)
    writer.close()
    writer.kind, writer.rule, writer.group = before


def _link(writer: _Writer, node: Wikilink) -> None:
    title = str(node.title).strip()
    space, colon, _ = title.lstrip(":").partition(":")
    if colon and not title.startswith(":") and fold(space) in _CATEGORY:
        words = title.partition(":")[2].replace("_", " ").strip()
        writer.late.append(Block(words, "mediawiki.category", SegmentKind.BOILERPLATE, marks=writer.place(words)))
    elif colon and not title.startswith(":") and fold(space) in _FILE:
        writer.line += str(node).count("\n")
    else:
        writer.ink.write(_plain(node.text) if node.text is not None else title.lstrip(":"))


def _walk(writer: _Writer, nodes: Sequence[Node]) -> None:
    from mwparserfromhell import nodes as kinds

    for node in nodes:
        if isinstance(node, kinds.Text):
            writer.write(str(node.value))
        elif isinstance(node, kinds.Heading):
            writer.close()
            writer.ink.at(f"{_TEXT}#line={writer.line}")
            writer.ink.write(_plain(node.title))
            writer.close(level=max(1, int(node.level) - 1))
        elif isinstance(node, kinds.Template):
            _template(writer, node)
        elif isinstance(node, kinds.Wikilink):
            _link(writer, node)
        elif isinstance(node, kinds.ExternalLink):
            writer.ink.write(_plain(node.title) if node.title is not None else str(node.url))
        elif isinstance(node, kinds.HTMLEntity):
            writer.ink.write(str(node.normalize()))
        elif isinstance(node, kinds.Comment):
            writer.line += str(node).count("\n")
        elif isinstance(node, kinds.Tag):
            _tag(writer, node)


def _unclosed(text: str) -> int:
    """How many templates, links, tables and tags are opened and never closed."""
    depth = dict.fromkeys((*_PAIRS.values(), "<"), 0)
    for match in _MARKS.finditer(text):
        mark = match[0]
        if mark[0] == "<":
            depth["<"] = max(0, depth["<"] - 1) if mark[1] == "/" else depth["<"] + 1
        elif mark in _PAIRS:
            depth[_PAIRS[mark]] = max(0, depth[_PAIRS[mark]] - 1)
        else:
            depth[mark if mark in depth else "["] += 1
    return sum(depth.values())


def _tamed(text: str) -> tuple[str, int]:
    """The wikitext, and how many marks were taken from it because too many never close.

    The parser tries each unclosed mark to the end of the text and back; the product of the two is its work.
    """
    if text.count("''") > _MOST_QUOTES:
        text = re.sub("'{2,}", "", text)
    unclosed = _unclosed(text)
    if unclosed * len(text) <= _MOST_WORK:
        return text, 0
    return _MARKS.sub(" ", text), unclosed


def _parse(text: str) -> Wikicode:
    import mwparserfromhell

    return mwparserfromhell.parse(text, skip_style_tags=False)


def read_wikitext(text: str) -> tuple[list[Block], int, int]:
    """(blocks of the page in order, how many templates were left out, how many marks never close and were dropped).

    >>> blocks, lost, _ = read_wikitext("== Yapımı ==\\n'''Köprü''' taştan.<ref>Defter, s. 3</ref>\\n\\n{{Kutu}}")
    >>> [block.text for block in blocks], lost
    (['Yapımı', 'Köprü taştan.[1]', '[1] Defter, s. 3'], 1)
    """
    writer = _Writer()
    tamed, dropped = _tamed(text)
    _walk(writer, _parse(tamed).nodes)
    writer.close()
    return writer.blocks + writer.late, writer.lost, dropped
