"""A parsed page laid out as a browser would: the text a reader sees, and where every element stands in it.

Comes in: an lxml tree. Goes out: one text, a *box* an element (its stretch of the text, its parent), and the
*runs*: stretches of text that no block edge, line break or table cell divides. White space folds to one blank;
blocks start on a new line, paragraphs after an empty one; cells are parted by tabs (the rules of `innerText`,
WHATWG HTML "The innerText getter steps"). What browsers do not show (scripts, `hidden`, `display:none`) is left
out. The walk keeps its own stack: pages nest thousands of elements deep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from lxml import etree

from tanik.core.span import Span
from tanik.page.decode import INVISIBLE
from tanik.page.shallow import make_shallow

__all__ = ["Layout", "Run", "lay_out", "parse_html"]

_METADATA: Final = frozenset(
    ("base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style", "template", "title")
)

_SKIPPED: Final = frozenset(
    ["script", "style", "head", "noscript", "template", "title", "svg", "math", "iframe", "object", "datalist"]
)
_PARAGRAPHS: Final = frozenset(
    [
        "p",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "pre",
        "figure",
        "table",
        "article",
        "section",
        "hr",
    ]
)
_BLOCKS: Final = _PARAGRAPHS | frozenset(
    [
        "address",
        "aside",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "header",
        "hgroup",
        "html",
        "legend",
        "li",
        "main",
        "marquee",
        "menu",
        "nav",
        "option",
        "search",
        "select",
        "summary",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "noframes",
    ]
)
_CELLS: Final = frozenset(("td", "th"))
_REFERENCE: Final = re.compile(r"&(?:shy|lrm|rlm|zwj|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});?")
_LITERAL: Final = frozenset(("pre", "textarea"))
_NONE, _BLANK, _TAB, _LINE, _PARAGRAPH = range(5)
_STRENGTHS: Final = {
    **dict.fromkeys(_BLOCKS, _LINE),
    **dict.fromkeys(_PARAGRAPHS, _PARAGRAPH),
    **dict.fromkeys(_CELLS, _TAB),
}
_SEPARATOR: Final = ("", " ", "\t", "\n", "\n\n")


@dataclass(frozen=True, slots=True)
class Run:
    """Text without a block edge inside; `box` is the block it stands in, `gap` what parted it from the run before."""

    start: int
    end: int
    box: int
    gap: int

    @property
    def same_paragraph(self) -> bool:
        """Whether only a line break or a cell edge parts it from the run before."""
        return self.gap < _PARAGRAPH


@dataclass(frozen=True, slots=True)
class Layout:
    """The text and its boxes, in document order; box 0 is the body. `parents[0]` is -1."""

    text: str
    elements: tuple[etree._Element, ...]
    parents: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    lasts: tuple[int, ...]
    runs: tuple[Run, ...]

    def span(self, box: int) -> Span:
        """Where the element's text stands."""
        return Span(self.starts[box], self.ends[box])

    def text_of(self, box: int) -> str:
        """The element's visible text."""
        return self.text[self.starts[box] : self.ends[box]]

    def ancestors(self, box: int) -> Iterator[int]:
        """The box itself, then its parents up to the body."""
        while box >= 0:
            yield box
            box = self.parents[box]

    def holds(self, outer: int, inner: int) -> bool:
        """Whether `inner` is `outer` or stands inside it."""
        return outer <= inner <= self.lasts[outer]

    def common(self, one: int, other: int) -> int:
        """The smallest box that holds both."""
        while one > 0 and not self.holds(one, other):
            one = self.parents[one]
        return one


@dataclass(slots=True)
class _Page:
    """The text while it is being written."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    pending: int = _NONE
    breaks: int = 0
    elements: list[etree._Element] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    run_start: int = 0
    run_box: int = 0
    run_gap: int = _PARAGRAPH

    def part(self, strength: int) -> None:
        self.pending = max(self.pending, strength)

    def line_break(self) -> None:
        """One `br` ends a line, a second one in a row leaves an empty line."""
        self.breaks += 1
        self.part(_LINE if self.breaks == 1 else _PARAGRAPH)

    def write(self, chunk: str, box: int) -> None:
        """Add characters to the visible text, white space folded as a browser folds it."""
        words = chunk.split()
        if not words:
            if chunk:
                self.part(_BLANK)
            return
        if chunk[0].isspace():
            self.part(_BLANK)
        self._emit(" ".join(words), box)
        if chunk[-1].isspace():
            self.part(_BLANK)

    def write_preformatted(self, chunk: str, box: int) -> None:
        for number, line in enumerate(chunk.split("\n")):
            if number:
                self.line_break()
            self.write(line, box)

    def _emit(self, words: str, box: int) -> None:
        gap = self.pending if self.length else _NONE
        if gap >= _TAB or not self.length:
            self._close_run()
            self.run_gap, self.run_start, self.run_box = gap, self.length + len(_SEPARATOR[gap]), self.blocks[box]
        if gap:
            self.pieces.append(_SEPARATOR[gap])
            self.length += len(_SEPARATOR[gap])
        for waiting in self.waiting:
            self.starts[waiting] = self.length
        self.waiting.clear()
        self.pieces.append(words)
        self.length += len(words)
        self.pending, self.breaks = _NONE, 0

    def _close_run(self) -> None:
        if self.length > self.run_start:
            self.runs.append(Run(self.run_start, self.length, self.run_box, self.run_gap))

    def open(self, element: etree._Element, parent: int, *, block: bool) -> int:
        """Enter an element."""
        box = len(self.elements)
        self.elements.append(element)
        self.parents.append(parent)
        self.starts.append(self.length)
        self.ends.append(self.length)
        self.lasts.append(box)
        self.blocks.append(box if block or parent < 0 else self.blocks[parent])
        self.waiting.append(box)
        return box

    def close(self, box: int) -> None:
        """Leave an element."""
        self.lasts[box] = len(self.elements) - 1
        if self.waiting and self.waiting[-1] >= box:
            while self.waiting and self.waiting[-1] >= box:
                self.waiting.pop()
            self.starts[box] = min(self.starts[box], self.length)
        self.ends[box] = self.length

    def finish(self) -> Layout:
        """The layout, with the last run closed."""
        self._close_run()
        return Layout(
            "".join(self.pieces),
            tuple(self.elements),
            tuple(self.parents),
            tuple(self.starts),
            tuple(self.ends),
            tuple(self.lasts),
            tuple(self.runs),
        )


def _without_invisible(text: str) -> str:
    """The source without references to characters that no reader sees (`&shy;`, `&#8203;`)."""
    if not _REFERENCE.search(text):
        return text
    return _REFERENCE.sub(lambda match: "" if ord(unescape(match[0])[:1] or "x") in INVISIBLE else match[0], text)


def parse_html(text: str) -> etree._Element | None:
    """The tree of a page, whatever its faults, or None if there is no element in it."""
    # NUL ends a document in libxml2, and a lone surrogate cannot be encoded.
    data = _without_invisible(text).encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, etree.ParserError):
        return None
    if _was_cut(parser):
        parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
        root = etree.fromstring(make_shallow(data.decode("utf-8")).encode("utf-8"), parser)
    _close_head(root)
    return root


def _close_head(root: etree._Element | None) -> None:
    """What no head may hold opens the body, as browsers read it: libxml2 leaves elements that it does not know there.

    Source: HTML Standard, 13.2.6.4.4 (the "in head" insertion mode).
    """
    head = root.find("head") if root is not None else None
    if root is None or head is None:
        return
    strange = [at for at, child in enumerate(head) if child.tag not in _METADATA]
    if not strange:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    for place, child in enumerate(head[strange[0] :]):
        body.insert(place, child)


def _was_cut(parser: etree.HTMLParser) -> bool:
    """Whether the parser gave up because elements nest too deep: its last word then."""
    log = parser.error_log
    return len(log) > 0 and log[len(log) - 1].type == etree.ErrorTypes.ERR_RESOURCE_LIMIT


def _hidden(element: etree._Element) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style) and "none" in style and "display:none" in style.replace(" ", "").lower()


_SENTENCE_ENDS: Final = tuple('.!?…”"»’')


def _is_line(element: etree._Element) -> bool:
    """Whether a `cite` is a line of its own: style sheets set the one over or right under a quotation as a block."""
    if "".join(element.itertext()).rstrip().endswith(":"):
        return True
    outer = element.getparent()
    if _ends_quotation(element, outer):
        return True
    if outer is None or outer[0] is not element or (outer.text or "").strip() or not (element.tail or "").strip():
        return False
    above = outer.getparent()
    return outer.tag == "blockquote" or (outer.tag == "div" and above is not None and above.tag == "blockquote")


def _ends_quotation(cite: etree._Element, outer: etree._Element | None) -> bool:
    """Whether a `cite` ends a `blockquote`, behind words that end a sentence: it credits the quotation."""
    if outer is None or (cite.tail or "").strip() or len(outer) == 0 or outer[-1] is not cite:
        return False
    last = outer if outer.tag == "blockquote" else outer.getparent()
    if last is None or last.tag != "blockquote" or (outer is not last and (last[-1] is not outer or outer.tag != "p")):
        return False
    before = cite.getprevious()
    words = (outer.text if before is None else before.tail) or ""
    return words.rstrip()[-1:] in _SENTENCE_ENDS and bool(words.strip())


def lay_out(root: etree._Element) -> Layout:
    """The layout of the page under `root` (its body, if it has one)."""
    body = root.find(".//body") if root.tag != "body" else root
    top = root if body is None else body
    page = _Page()
    # (element, its parent's box, its own box once it is open, whether text is preformatted, its strength)
    stack: list[tuple[etree._Element, int, int, bool, int]] = [(top, -1, -1, False, _NONE)]
    push, pull, strengths = stack.append, stack.pop, _STRENGTHS
    while stack:
        element, parent, box, literal, strength = pull()
        if box >= 0:
            page.close(box)
            page.part(strength)
        else:
            tag = element.tag
            if tag == "br":
                page.line_break()
            elif tag not in _SKIPPED and isinstance(tag, str) and not _hidden(element):
                strength = strengths.get(tag, _NONE)
                if tag == "cite" and _is_line(element):
                    strength = _LINE
                page.part(strength)
                box = page.open(element, parent, block=strength > _NONE)
                inner = literal or tag in _LITERAL
                if element.text:
                    (page.write_preformatted if inner else page.write)(element.text, box)
                push((element, parent, box, literal, strength))
                for child in reversed(element):
                    push((child, box, -1, inner, _NONE))
                continue
        if parent >= 0 and element.tail:
            (page.write_preformatted if literal else page.write)(element.tail, parent)
    return page.finish()
