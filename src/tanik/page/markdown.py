"""A Markdown document read as a person reads it.

Comes in: the decoded source of a Markdown file (CommonMark, with tables, footnotes and front matter). Goes out: a
`Reading` of what a reader of the rendered page sees: headings without their marks, links as their words, quotations,
lists, footnotes after the text as sources. Each stretch leads back to the lines of the source it stands on.
markdown-it-py (MIT) takes it apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tanik.page.blocks import Block, Ink, Mark, Preface, assemble
from tanik.page.boxes import lay_out, parse_html
from tanik.page.model import SegmentKind
from tanik.page.reading import Reading
from tanik.page.stamp import iso_stamp

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["read_markdown"]

_FIELD: Final = re.compile(r"^(title|author|authors|date|lang|language)\s*:\s*(.*)$", re.I)
_ITEM: Final = re.compile(r"^\s*-\s+(.*)$")
_LONGEST: Final = 3_000_000
_MOST_MARKS: Final = 200_000
_BREAKS: Final = frozenset(("softbreak", "hardbreak"))
_CLOSED: Final = re.compile(r"[.!?…:][\"”»'’)*_]*$")
_BEGUN: Final = re.compile(r"[*_\"“«„(—–-]*\s?[^\W\d_a-zçğıöşüə]")
_TASK: Final = re.compile(r"^\[[ xX]\]\s+")
_TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)\b[^>]*>")


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin).use(front_matter_plugin)


def _lines(token: Token, before: tuple[int, int]) -> tuple[int, int]:
    """First and last line of a token in the source, from 1; those of the token around it where it has none."""
    return (token.map[0] + 1, max(token.map[1], token.map[0] + 1)) if token.map else before


def _path(lines: tuple[int, int]) -> str:
    return f"line={lines[0]}" if lines[0] == lines[1] else f"line={lines[0]},{lines[1]}"


def _write(ink: Ink, tokens: Sequence[Token]) -> None:
    """Write what inline tokens show."""
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            ink.write(token.content)
        elif token.type == "softbreak":
            ink.write(" ")
        elif token.type == "hardbreak":
            ink.part("\n")
        elif token.type == "footnote_ref":
            ink.write(f"[{int(token.meta.get('id', 0)) + 1}]")
        elif token.type == "html_inline":
            tag = _TAG.match(token.content)
            if tag and tag[1].lower() == "br":
                ink.part("\n")
        elif token.type == "image":
            # The words that stand for a picture are not seen where the picture is.
            continue
        elif token.children:
            _write(ink, token.children)


def _inline(token: Token, lines: tuple[int, int], rule: str, kind: SegmentKind | None, level: int) -> Block | None:
    ink = Ink()
    ink.at(_path(lines))
    _write(ink, token.children or ())
    block = ink.block(rule, kind, level=level)
    if block is None:
        return None
    task = _TASK.match(block.text)
    if not task:
        return block
    text = block.text[task.end() :]
    return Block(text, rule, kind, level, (Mark(0, len(text), _path(lines)),)) if text else None


def _html(token: Token, lines: tuple[int, int]) -> Iterator[Block]:
    """What a block of HTML inside the Markdown shows."""
    root = parse_html(token.content)
    if root is None:
        return
    layout = lay_out(root)
    for run in layout.runs:
        text = layout.text[run.start : run.end]
        yield Block(text, "markdown.html", marks=(Mark(0, len(text), _path(lines)),))


def _code(token: Token, lines: tuple[int, int], kind: SegmentKind | None) -> Block | None:
    text = token.content.strip("\n")
    return Block(text, "markdown.code", kind, marks=(Mark(0, len(text), _path(lines)),)) if text.strip() else None


def _row(cells: Sequence[Block], lines: tuple[int, int]) -> Block:
    text = "\t".join(cell.text for cell in cells).rstrip("\t")
    return Block(text, "markdown.row", cells[0].kind, marks=(Mark(0, len(text), _path(lines)),))


class _Reader:
    """Where the reading stands: how deep in quotations, which note, which row."""

    def __init__(self, source: Sequence[str] = ()) -> None:
        self.source = source
        self.quotes = 0
        self.quote = 0
        self.note: int | None = None
        self.level = 0
        self.lines = (1, 1)
        self.cells: list[Block] | None = None
        self.fresh = False

    def _kind(self) -> tuple[SegmentKind | None, str]:
        if self.note is not None:
            return SegmentKind.SOURCES, "markdown.footnote"
        if self.quotes:
            return SegmentKind.QUOTATION, "markdown.blockquote"
        return None, "markdown.paragraph"

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """The blocks of a token stream."""
        for token in tokens:
            self.lines = _lines(token, self.lines)
            self._enter(token)
            kind, rule = self._kind()
            if token.type == "tr_close" and self.cells:
                yield _row(self.cells, self.lines)
                self.cells = []
            elif token.type == "inline" and (own := self._own_words(token)) is not None:
                yield from self._parted(token, own)
            elif token.type == "inline":
                block = _inline(token, self.lines, rule, kind, 0 if kind else self.level)
                if block is not None and self.cells:
                    self.cells[-1] = block
                elif block is not None:
                    yield self._marked(block)
            elif token.type in {"fence", "code_block"}:
                block = _code(token, self.lines, kind)
                if block is not None:
                    yield block
            elif token.type == "html_block":
                yield from _html(token, self.lines)

    def _own_words(self, token: Token) -> int | None:
        """How many line breaks of a quoted paragraph stand before the writer's own words, None if it has none.

        A line without `>` goes on with a quotation that was wrapped (CommonMark's laziness clause). Where the quoted
        line has closed its sentence and the next begins one, nothing was wrapped: people answer right below.
        """
        if not self.quotes or token.map is None:
            return None
        lines = [line.strip() for line in self.source[token.map[0] : token.map[1]]]
        if len(lines) != 1 + sum(child.type in _BREAKS for child in token.children or ()):
            return None
        for at, (above, line) in enumerate(pairwise(lines), 1):
            if not line.startswith(">") and _CLOSED.search(above) and _BEGUN.match(line):
                return at
        return None

    def _parted(self, token: Token, breaks: int) -> Iterator[Block]:
        """A quoted paragraph and the writer's own words below it, as two blocks."""
        children = list(token.children or ())
        at = [place for place, child in enumerate(children) if child.type in _BREAKS][breaks - 1]
        kind, rule = self._kind()
        first, last = self.lines
        quoted = Ink()
        quoted.at(_path((first, first + breaks - 1)))
        _write(quoted, children[:at])
        own = Ink()
        own.at(_path((first + breaks, last)))
        _write(own, children[at + 1 :])
        for block in (quoted.block(rule, kind, level=0), own.block("markdown.paragraph", None, level=0)):
            if block is not None:
                yield self._marked(block)

    def _enter(self, token: Token) -> None:
        if token.type == "blockquote_open":
            self.quote += not self.quotes
            self.quotes += 1
        elif token.type == "blockquote_close":
            self.quotes -= 1
        elif token.type == "heading_open":
            self.level = int(token.tag[1:])
        elif token.type == "heading_close":
            self.level = 0
        elif token.type == "footnote_open":
            self.note, self.fresh = int(token.meta.get("id", 0)) + 1, True
        elif token.type == "footnote_close":
            self.note = None
        elif token.type in {"td_open", "th_open"} and self.cells is not None:
            self.cells.append(Block("", "markdown.row"))
        elif token.type == "table_open":
            self.cells = []
        elif token.type == "table_close":
            self.cells = None

    def _marked(self, block: Block) -> Block:
        """A quotation's paragraphs are one segment; a note opens with its number."""
        if block.kind is SegmentKind.QUOTATION:
            return Block(block.text, block.rule, block.kind, 0, block.marks, group=self.quote)
        if self.note is None or not self.fresh:
            return block
        self.fresh = False
        head = f"[{self.note}] "
        marks = tuple(Mark(0, len(head) + mark.end, mark.path) for mark in block.marks[:1])
        return Block(head + block.text, block.rule, block.kind, 0, marks)


def _preface(tokens: Sequence[Token]) -> Preface:
    """What the front matter says of the document: plain ``key: value`` lines, and lists of authors."""
    said: dict[str, list[str]] = {}
    key = ""
    front = tokens[0].content if tokens and tokens[0].type == "front_matter" else ""
    for line in front.split("\n"):
        stated, item = _FIELD.match(line), _ITEM.match(line)
        if stated:
            key = stated[1].lower()
            value = stated[2].strip().strip("\"'")
            said[key] = (
                [part.strip().strip("\"'") for part in value.strip("[]").split(",")] if value[:1] == "[" else [value]
            )
        elif item and key:
            said.setdefault(key, []).append(item[1].strip().strip("\"'"))
        elif line[:1].strip():
            key = ""
    authors = [name for key in ("author", "authors") for name in said.get(key, []) if name]
    language = next((value for key in ("lang", "language") for value in said.get(key, []) if value), "")
    return Preface(
        title=next((value for value in said.get("title", []) if value), None),
        authors=tuple(authors),
        published=iso_stamp(next(iter(said.get("date", [])), None)),
        language=language[:2].lower() or None,
        sure=bool(said.get("title")),
    )


def read_markdown(text: str) -> Reading:
    """The text and anatomy of a Markdown document. Raises `EmptyPage` if nothing of it is visible.

    >>> page = read_markdown("# Köprü\\n\\nTaştan[^1] **yapıldı**.\\n\\n> Sağlamdır.\\n\\n[^1]: Defter, s. 3")
    >>> page.title, [(str(part.kind), part.span.of(page.text)) for part in page.segments[1:]]
    ('Köprü', [('paragraph', 'Taştan[1] yapıldı.'), ('quotation', 'Sağlamdır.'), ('sources', '[1] Defter, s. 3')])
    """
    if len(text) > _LONGEST or sum(text.count(mark) for mark in "[*_`") > _MOST_MARKS:
        # A program's output, not a person's page: its words are kept, its marks with them.
        from tanik.page.plain import read_plain

        return read_plain(text)
    tokens = _parser().parse(text)
    return assemble(list(_Reader(text.split("\n")).blocks(tokens)), "markdown", _preface(tokens))
