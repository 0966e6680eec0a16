"""What DOCX and ODT have in common: parts of an archive read as XML, and what their style names mean.

Comes in: an archive and a part's name, or the name of a style. Goes out: the part's tree with what was repaired in it,
and the kind and heading level a style stands for. Style names are a table (`data/styles.toml`).
"""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from tanik.core.fold import fold
from tanik.core.tables import read_toml
from tanik.page.archive import MAX_MEMBER, Archive
from tanik.page.blocks import Block, is_proper_name
from tanik.page.decode import decode
from tanik.page.model import Repair, SegmentKind
from tanik.page.xml_tree import parse_xml

__all__ = ["kind_of_style", "names_of", "part", "row_block", "text_at", "words_of"]

_TABLE: Final = read_toml("tanik.page", "styles.toml")
_STYLES: Final = tuple(
    # The comparison form writes w, x and q otherwise; `\\w` stays.
    (re.compile(re.sub(r"(?<!\\)[wxq]", lambda letter: fold(letter[0]), row["match"])), row["kind"])
    for row in _TABLE["style"]
)
# ISO 29500 Strict has other names for the same elements.
_STRICT_NAME: Final = re.compile(r"http://purl\.oclc\.org/ooxml/(wordprocessingml|officeDocument)/(main|relationships)")
_SPLIT: Final = re.compile(r"\s*[;,]\s*")


def part(archive: Archive, name: str, repairs: list[Repair]) -> etree._Element:
    """The tree of the part `name`; what its text needed mending is added to `repairs`."""
    found = decode(archive.read(name), limit=MAX_MEMBER)
    repairs += found.repairs
    return parse_xml(_STRICT_NAME.sub(r"http://schemas.openxmlformats.org/\1/2006/\2", found.text), name)


def kind_of_style(name: str) -> tuple[SegmentKind | None, int]:
    """(kind, heading level) that a style's name stands for; (None, 0) for running text.

    >>> kind_of_style("heading 2"), kind_of_style("Intense Quote"), kind_of_style("Normal")
    ((None, 2), (<SegmentKind.QUOTATION: 'quotation'>, 0), (None, 0))
    """
    folded = fold(name.replace("_20_", " ")).strip()
    for pattern, kind in _STYLES:
        match = pattern.match(folded)
        if match:
            if kind == "heading":
                return None, int(match.groupdict().get("level") or 1)
            return SegmentKind(kind), 0
    return None, 0


def text_at(root: etree._Element | None, path: str, names: dict[str, str]) -> str | None:
    """The words of the first element at `path`, or None."""
    found = None if root is None else root.find(path, names)
    return words_of(found) if found is not None else None


def words_of(element: etree._Element) -> str | None:
    """All words in the element, white space folded, or None if there are none."""
    return " ".join("".join(map(str, element.itertext())).split()) or None


def names_of(stated: str | None) -> tuple[str, ...]:
    """The authors a property names, accounts of machines ("user", "HP") left out."""
    return tuple(name for name in _SPLIT.split(stated or "") if is_proper_name(name))


def row_block(cells: list[list[Block]], rule: str) -> list[Block]:
    """A table's row as one block, its cells parted by tabs; a row that holds running text as its paragraphs.

    An empty cell leaves its tab, so that what stands behind it stays in its column; none is kept at the row's end.
    """
    held = [block for cell in cells for block in cell]
    if any(len(cell) > 1 for cell in cells) or any(len(block.text) > 200 for block in held) or len(held) < 2:
        return held
    text, marks = "", []
    for number, cell in enumerate(cells):
        text += "\t" if number else ""
        for block in cell:
            start = len(text)
            text += block.text
            marks += [
                type(mark)(start + mark.start, start + mark.end, mark.path, mark.page, mark.box) for mark in block.marks
            ]
    return [Block(text.rstrip("\t"), rule, marks=tuple(marks))]
