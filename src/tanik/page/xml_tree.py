"""XML documents parsed without trusting them, and the places of their elements.

Comes in: the decoded text of an XML document. Goes out: its tree, and XPaths into it. No entity is resolved, no
network asked, no depth or text past libxml2's own bounds let through (256 levels, 10 MB in one text): a document that
needs more is refused with what it asked for.
"""

from __future__ import annotations

import re
from html import unescape
from html.entities import name2codepoint
from typing import Final

from lxml import etree

from tanik.errors import NotText, PageError, TooLarge

__all__ = ["Paths", "local", "parse_xml", "text_of_entity"]

# Names that a DTD would declare. None is loaded, and without one such a name ends the reading; five are XML's own.
_NAMED: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,8});")
_OWN: Final = frozenset(("amp", "lt", "gt", "quot", "apos"))
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_HUGE: Final = re.compile(
    r"huge|too (?:long|deep|big|many|large)|excessive|amplification|entity loop|maximum|depth", re.I
)


def _character(reference: re.Match[str]) -> str:
    code = None if reference[1] in _OWN else name2codepoint.get(reference[1])
    return reference[0] if code is None else chr(code)


def parse_xml(text: str, what: str) -> etree._Element:
    """The root of an XML document; `what` names it in messages.

    Raises `NotText` where it is not well formed (with the line), `TooLarge` where it is built to be too large.

    >>> parse_xml("<a><b/></a>", "a sample")[0].tag
    'b'
    """
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    named = _NAMED.sub(_character, _DECLARATION.sub("", text, count=1))
    data = named.encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if _HUGE.search(str(error)):
            raise TooLarge(
                f"{what} nests or repeats itself more than is read ({error.msg}); hand in the part that matters"
            ) from error
        raise NotText(
            f"{what} is not well-formed XML ({error.msg}); it may be cut off: get a whole copy of the file"
        ) from error
    if root is None:
        raise PageError(f"{what} has no elements")
    return root


def local(element: etree._Element) -> str:
    """The element's name without its namespace; an entity or comment has none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of_entity(element: etree._Element) -> str:
    """The character an unresolved reference like ``&nbsp;`` stands for, if HTML knows it; else nothing."""
    if not isinstance(element, etree._Entity):
        return ""
    shown = unescape(str(element.text))
    return "" if shown.startswith("&") else shown


class Paths:
    """XPaths of a tree's elements; the children of an element are counted once, so a long document costs no more."""

    def __init__(self, root: etree._Element, prefix: str = "") -> None:
        self.root = root
        self.prefix = prefix
        self.steps: dict[etree._Element, dict[etree._Element, str]] = {}
        self.known: dict[etree._Element, str] = {}

    def _step(self, parent: etree._Element, child: etree._Element) -> str:
        if parent not in self.steps:
            seen: dict[str, int] = {}
            steps: dict[etree._Element, str] = {}
            for one in parent:
                name = self._name(one)
                seen[name] = seen.get(name, 0) + 1
                steps[one] = f"{name}[{seen[name]}]"
            self.steps[parent] = steps
        return self.steps[parent][child]

    def _name(self, element: etree._Element) -> str:
        name = local(element) or "node()"
        return f"{element.prefix or self.prefix}:{name}" if element.prefix or self.prefix else name

    def of(self, element: etree._Element) -> str:
        """The XPath of `element`; names carry the document's prefixes, or the given one where it has none.

        >>> root = parse_xml("<a><b/><b/></a>", "a sample")
        >>> Paths(root).of(root[1])
        '/a/b[2]'
        """
        above: list[etree._Element] = []
        at = element
        while at not in self.known:
            parent = at.getparent()
            if parent is None or at is self.root:
                self.known[at] = f"/{self._name(at)}"
                break
            above.append(at)
            at = parent
        for one in reversed(above):
            self.known[one] = f"{self.known[at]}/{self._step(at, one)}"
            at = one
        return self.known[element]
