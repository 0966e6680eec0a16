"""A page of a wiki read as a person reads it, from MediaWiki's export XML.

Comes in: the export of one page, decoded; or, for `members`, the stream of a dump. Goes out: a `Reading` of the page's
latest revision; or the pages of the dump one by one, each as the export of one page, with no more than one held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final

from lxml import etree

from tanik.errors import EmptyPage, NotText, PageError, TooLarge
from tanik.page.blocks import Block, Mark, Preface, assemble
from tanik.page.model import Repair, SegmentKind
from tanik.page.reading import Reading
from tanik.page.wikitext import read_wikitext
from tanik.page.xml_tree import local, parse_xml

__all__ = ["Member", "members", "read_mediawiki"]

_TITLE: Final = "/mediawiki/page/title"
# mwparserfromhell needs some hundred bytes a character of dense markup; 1 MB of it takes some four seconds.
_LONGEST: Final = 1024 * 1024
_REDIRECT: Final = re.compile(r"^\s*#(?:redirect|yönlendir(?:me)?|istiqamətləndirmə)\b", re.I)
_WIKI: Final = "<mediawiki{language}>{page}</mediawiki>"


@dataclass(frozen=True, slots=True)
class Member:
    """One page of a dump: title, namespace number and time of its latest revision, and an export of it alone.

    `leads_to` is the title of the page that a redirect leads to; it has no words of its own.
    """

    title: str
    namespace: str
    timestamp: str | None
    data: bytes
    leads_to: str | None = None


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next((child for child in element if local(child) == name), None)


def _words(element: etree._Element | None) -> str | None:
    return None if element is None or not element.text else str(element.text).strip() or None


def _latest(page: etree._Element) -> etree._Element | None:
    """The revision with the latest time; in an export without history there is one."""
    revisions = [child for child in page if local(child) == "revision"]
    return max(revisions, key=lambda one: _words(_child(one, "timestamp")) or "", default=None)


def members(stream: IO[bytes]) -> Iterator[Member]:
    """The pages of a dump in its order, each with its latest revision.

    Holds one page at a time. Raises `NotText` where the dump is cut off, after the pages before have been given.
    """
    language = ""
    try:
        events = etree.iterparse(
            stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        for event, element in events:
            if event == "start" and local(element) == "mediawiki":
                value = element.get("{http://www.w3.org/XML/1998/namespace}lang")
                language = f' xml:lang="{value}"' if value and str(value).isascii() and str(value).isalnum() else ""
            if event == "start" or local(element) != "page":
                continue
            yield _member(element, language)
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise NotText(f"the wiki dump is cut off or damaged ({error.msg}); get a whole copy of the file") from error


def _member(page: etree._Element, language: str) -> Member:
    """The page with its latest revision alone."""
    revision = _latest(page)
    for other in [child for child in page if local(child) == "revision" and child is not revision]:
        page.remove(other)
    shown = etree.tostring(page, encoding="unicode", with_tail=False)
    redirect = _child(page, "redirect")
    return Member(
        _words(_child(page, "title")) or "",
        _words(_child(page, "ns")) or "0",
        None if revision is None else _words(_child(revision, "timestamp")),
        _WIKI.format(language=language, page=shown).encode(),
        None if redirect is None else str(redirect.get("title") or "?"),
    )


def read_mediawiki(text: str) -> Reading:
    """The text and anatomy of the one page in a MediaWiki export.

    Raises `PageError` for a dump of several pages, `TooLarge` over 1 MB of wikitext, `EmptyPage` for a redirect.
    """
    root = parse_xml(text, "the wiki export")
    pages = [child for child in root if local(child) == "page"]
    if len(pages) > 1:
        raise PageError(f"a dump of {len(pages)} pages, not one; hand in the file to `tanik check`, which parts it")
    revision = _latest(pages[0]) if pages else None
    wikitext = None if revision is None else _words(_child(revision, "text"))
    if revision is None or wikitext is None:
        raise EmptyPage("the wiki export holds no page with text")
    if _REDIRECT.match(wikitext):
        raise EmptyPage("the wiki page only leads to another one; export that one")
    if len(wikitext) > _LONGEST:
        raise TooLarge(f"a wiki page of {len(wikitext):,} characters, and at most {_LONGEST:,} are read")
    title = _words(_child(pages[0], "title"))
    blocks, lost, dropped = read_wikitext(wikitext)
    if title:
        blocks.insert(0, Block(title, "mediawiki.title", SegmentKind.TITLE, marks=(Mark(0, len(title), _TITLE),)))
    language = root.get("{http://www.w3.org/XML/1998/namespace}lang")
    # The time of an edit is not that of publication, and whoever edited last is not the author.
    preface = Preface(title, language=str(language)[:2].lower() if language else None, sure=True)
    repairs = (
        Repair("template", lost, "templates that only their wiki can show; left out"),
        Repair("unclosed_markup", dropped, "links, templates or tags that never close; read as plain words"),
    )
    return assemble(blocks, "mediawiki", preface, [repair for repair in repairs if repair.count])
