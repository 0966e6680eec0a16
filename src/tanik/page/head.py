"""What a page says of itself in its head: title, authors, publication time, language.

Comes in: an lxml tree. Goes out: a `Head`, every field as the page has it. Read are JSON-LD (schema.org),
OpenGraph, the bibliographic `citation_` and Dublin Core fields of journals, and plain `meta` names. What is
printed on the page goes before what is hidden in its head; that is decided by the reader, not here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tanik.page.stamp import iso_stamp

__all__ = ["Head", "read_head"]

_TITLES: Final = ("citation_title", "dc.title", "og:title", "twitter:title")
_SCHOLARLY: Final = ("citation_author", "dc.creator.personalname", "dc.creator")
_AUTHORS: Final = ("author", "article:author", "articleauthor", "parsely-author", "sailthru.author")
_DATES: Final = (
    "citation_publication_date",
    "citation_date",
    "dc.date.issued",
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
)
_MODIFIED: Final = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")
_WORKS: Final = re.compile(r"Article|Posting|Report|Review|WebPage|Book|CreativeWork")
_SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Head:
    """What the page declares: `scholarly` authors come from bibliographic fields, which are kept by hand."""

    title: str = ""
    headlines: tuple[str, ...] = ()
    scholarly: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: str | None = None
    issued: str | None = None
    modified: str | None = None
    language: str | None = None
    site: str = ""
    canonical: str | None = None


def _clean(value: object) -> str:
    return _SPACE.sub(" ", value).strip() if isinstance(value, str) else ""


def _objects(value: object, depth: int = 0) -> Iterator[dict[str, object]]:
    """Every JSON object of a JSON-LD block, graphs and lists opened."""
    if depth > 6:
        return
    if isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"), depth + 1)
    elif isinstance(value, list):
        for item in value[:200]:
            yield from _objects(item, depth + 1)


def _linked_data(root: etree._Element) -> Iterator[dict[str, object]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text:
            try:
                yield from _objects(json.loads(script.text[:500_000]))
            except (ValueError, RecursionError):
                continue


def _names(value: object, known: dict[str, object]) -> list[str]:
    """The names of a schema.org author: a text, a person, a list of them, or the `@id` of one `known` by name."""
    items = value if isinstance(value, list) else [value]
    names = (
        (item.get("name") or known.get(str(item.get("@id")))) if isinstance(item, dict) else item for item in items[:20]
    )
    return [name for name in map(_clean, names) if name and not name.startswith("http")]


def _given_first(name: str) -> str:
    """ "Demiralp, Oya" the way it is said."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and given.strip() else name


def _metas(root: etree._Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        key = (meta.get("name") or meta.get("property") or meta.get("itemprop") or "").lower()
        value = _clean(meta.get("content"))
        if key and value:
            found.setdefault(key, []).append(value)
    return found


def _first(metas: dict[str, list[str]], keys: tuple[str, ...]) -> list[str]:
    return next((metas[key] for key in keys if key in metas), [])


def _finest(dates: list[str | None]) -> str | None:
    """The first of the dates that names a day, else the first that names a month or a year."""
    return next((date for date in dates if date and len(date) > len("2009-05")), next(filter(None, dates), None))


def read_head(root: etree._Element) -> Head:
    """Everything the page under `root` declares of itself."""
    metas = _metas(root)
    linked_data = list(_linked_data(root))
    works = [data for data in linked_data if _WORKS.search(str(data.get("@type", "")))]
    known = {str(data["@id"]): data["name"] for data in linked_data if "@id" in data and "name" in data}
    titles = [title.text for title in root.iter("title") if title.text][:1]
    headlines = [_clean(work.get("headline")) for work in works] + _first(metas, _TITLES)
    linked = [name for work in works for name in _names(work.get("author"), known)]
    plain = [name for name in _first(metas, _AUTHORS) if not name.startswith(("http", "@"))]
    dates = [iso_stamp(_clean(work.get("datePublished"))) for work in works]
    dates += [iso_stamp(value) for key in _DATES for value in metas.get(key, [])]
    issued = [iso_stamp(value) for key in _DATES[:3] for value in metas.get(key, [])]
    changed = [_clean(work.get("dateModified")) for work in works] + _first(metas, _MODIFIED)
    canonical = [link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"]
    html = root if root.tag == "html" else root.find(".//html")
    language = html.get("lang") if html is not None else None
    return Head(
        title=_clean(titles[0]) if titles else "",
        headlines=tuple(dict.fromkeys(filter(None, headlines))),
        scholarly=tuple(dict.fromkeys(map(_given_first, _first(metas, _SCHOLARLY)))),
        authors=tuple(dict.fromkeys(linked or plain)),
        published=_finest(dates),
        issued=_finest(issued),
        modified=_finest([iso_stamp(value) for value in changed]),
        language=(language or "").lower().replace("_", "-").split("-")[0] or None,
        site=next(iter(metas.get("og:site_name", [])), ""),
        canonical=canonical[0] if canonical else None,
    )
