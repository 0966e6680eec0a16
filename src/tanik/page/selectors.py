"""What elements are for, told by the words of their class, id and other naming attributes.

Comes in: an element. Goes out: the set of its roles (`boilerplate`, `author`, `comment`, …) by the table
`data/selectors.toml`, which knows platforms' habits and no single site. Class names are compared word by word,
so that `td-post-authorName` holds "author name" and `download` does not hold "ad".
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Final

from lxml import etree

from tanik.core.fold import fold

__all__ = ["RoleReader", "words_of"]

_TABLE: Final = tomllib.loads((files("tanik.page") / "data" / "selectors.toml").read_text("utf-8"))
_LAST: Final = frozenset(("author", "time", "meta", "control"))
_CAMEL: Final = re.compile(r"(?<=[a-zçğıöşü0-9])(?=[A-ZÇĞİÖŞÜ])")
_PARTS: Final = re.compile(r"[^a-z0-9]+")


def words_of(name: str) -> str:
    """The words of one class or id, parted and enclosed by blanks.

    >>> words_of("td-post-authorName")
    ' td post author name '
    """
    return f" {_PARTS.sub(' ', fold(_CAMEL.sub(' ', name))).strip()} "


def _phrase(words: str) -> str:
    whole = fold(_CAMEL.sub(" ", words))
    exact = re.escape(whole).replace(r"\ ", " ").replace(r"\*", r"\w*")
    joined = fold(words)
    return exact if joined == whole else f"{exact}|{re.escape(joined)}"


def _pattern(role: str, rows: list[str]) -> re.Pattern[str] | None:
    """Labels are named by the last word ("post date"); "date outer" is a box around something else."""
    end = r"(?:\d+ )*$" if role in _LAST else ""
    return re.compile(f" (?:{'|'.join(map(_phrase, rows))}) {end}") if rows else None


_WORDS: Final = tuple((row["name"], _pattern(row["name"], row.get("words", []))) for row in _TABLE["role"])
_TAGS: Final = {
    tag: frozenset(row["name"] for row in _TABLE["role"] if tag in row.get("tags", []))
    for tag in {tag for row in _TABLE["role"] for tag in row.get("tags", [])}
}
_ROLES: Final = {role: row["name"] for row in _TABLE["role"] for role in row.get("roles", [])}
_RELS: Final = {rel: row["name"] for row in _TABLE["role"] for rel in row.get("rels", [])}
_UNIT_IDS: Final = tuple((re.compile(row["match"]), row["kind"]) for row in _TABLE["unit_id"])
_BODY_IDS: Final = tuple(re.compile(row["match"]) for row in _TABLE["body_id"])
_WHOLE: Final = frozenset(("post", "comment", "entry", "head"))
_NOTHING: Final[frozenset[str]] = frozenset()


def _named_by(role: str, pattern: re.Pattern[str], words: str) -> bool:
    """Whether the words name the role; the name of a contribution must be all they say ("message main" is none)."""
    return bool(pattern.fullmatch(words) if role in _WHOLE else pattern.search(words))


def _roles_of_names(names: str, tag: str) -> frozenset[str]:
    """Roles by the classes and item properties in `names`, each read by itself."""
    found: set[str] = set()
    for name in names.split():
        words = words_of(name.rsplit("/", 1)[-1])
        found.update(role for role, pattern in _WORDS if pattern is not None and _named_by(role, pattern, words))
    # "post" and "comment" name the thing itself only when nothing more special does (comment-author, post-title).
    special = found & {"author", "meta", "title", "body", "unit body", "time", "comments", "control", "replies", "head"}
    if special - {"title"} or tag in {"h1", "h2", "h3", "a", "span", "time", "p"}:
        found -= {"post", "comment", "entry"}
    return frozenset(found)


def _roles_of_id(identity: str) -> frozenset[str]:
    if any(pattern.fullmatch(identity) for pattern in _BODY_IDS):
        return frozenset({"unit body"})
    for pattern, kind in _UNIT_IDS:
        if pattern.fullmatch(identity):
            return frozenset({kind})
    return _roles_of_names(identity, "") - {"post", "comment", "entry", "author", "time"}


@dataclass(slots=True)
class RoleReader:
    """Reads the roles of a page's elements; equal class lists are looked up once a page."""

    seen: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    def roles(self, element: etree._Element) -> frozenset[str]:
        """The roles of `element` by its own names; those of its ancestors are not inherited."""
        tag = element.tag
        found = _TAGS.get(tag, _NOTHING)
        attributes = element.attrib
        if not attributes:
            return found
        names = " ".join(filter(None, (attributes.get(key) for key in ("class", "itemprop", "itemtype"))))
        if names:
            found |= self._named(names, tag)
        identity = attributes.get("id")
        if identity:
            if (identity, "#") not in self.seen:
                self.seen[identity, "#"] = _roles_of_id(identity)
            found |= self.seen[identity, "#"]
        for key, table in (("role", _ROLES), ("rel", _RELS)):
            if attributes.get(key) in table:
                found |= {table[attributes[key]]}
        if "data-author" in attributes and tag in {"li", "article"} and not found & {"post", "comment"}:
            found |= {"entry"}
        # vBulletin 4 and XenForo 1 put a whole post, and a signature, into a blockquote.
        return found - {"quote"} if tag == "blockquote" and found & {"unit body", "signature"} else found

    def _named(self, names: str, tag: str) -> frozenset[str]:
        key = (names, tag)
        if key not in self.seen:
            self.seen[key] = _roles_of_names(names, tag)
        return self.seen[key]
