"""What elements are for, told by the words of their class, id and other naming attributes.

Comes in: an element. Goes out: the set of its roles (`boilerplate`, `author`, `comment`, …) by the table
`data/selectors.toml`, which knows platforms' habits and no single site. Class names are compared word by word,
so that `td-post-authorName` holds "author name" and `download` does not hold "ad".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from tanik.core.fold import fold
from tanik.core.tables import read_toml

__all__ = ["RoleReader", "words_of"]

_TABLE: Final = read_toml("tanik.page", "selectors.toml")
_LAST: Final = frozenset(("author", "time", "meta", "control"))
_CAMEL: Final = re.compile(r"(?<=[a-zçğıöşü0-9])(?=[A-ZÇĞİÖŞÜ])")
_PARTS: Final = re.compile(r"[^a-z0-9]+")


# ASCII names, which nearly all are, need no more than a table of the comparison form's letters.
_ASCII: Final = {code: fold(chr(code)) for code in range(128)}
# No row of the table has more words in a row than this.
_MOST: Final = 4


def words_of(name: str) -> str:
    """The words of one class or id, parted and enclosed by blanks.

    >>> words_of("td-post-authorName")
    ' td post author name '
    """
    parted = _CAMEL.sub(" ", name)
    folded = parted.translate(_ASCII) if parted.isascii() else fold(parted)
    return f" {_PARTS.sub(' ', folded).strip()} "


def _phrases() -> tuple[dict[str, frozenset[str]], tuple[tuple[str, str], ...]]:
    """The table's rows by their words, and its word beginnings (`advert*`) with their roles."""
    exact: dict[str, set[str]] = {}
    beginnings: list[tuple[str, str]] = []
    for row in _TABLE["role"]:
        for words in row.get("words", []):
            if words.endswith("*"):
                beginnings.append((fold(words[:-1]), row["name"]))
                continue
            role = f"={row['name']}" if words.startswith("=") else row["name"]
            phrase = words.lstrip("=")
            for form in (fold(_CAMEL.sub(" ", phrase)), fold(phrase)):
                exact.setdefault(form, set()).add(role)
    return {words: frozenset(roles) for words, roles in exact.items()}, tuple(beginnings)


_PHRASES, _BEGINNINGS = _phrases()
_STARTS: Final = tuple(start for start, _ in _BEGINNINGS)
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


def _fits(role: str, words: list[str], first: int, last: int) -> bool:
    """Whether a row's words may stand at this place of a name.

    The name of a contribution must be all they say ("message main" is none); labels are named by the last word
    ("post date"; "date outer" is a box around something else).
    """
    if role in _WHOLE or role.startswith("="):
        return first == 0 and last == len(words)
    return role not in _LAST or all(map(str.isdigit, words[last:]))


def _roles_of_name(name: str) -> set[str]:
    """Roles by one class or item property."""
    words = words_of(name.rsplit("/", 1)[-1]).split()
    found: set[str] = set()
    for first in range(len(words)):
        phrase = ""
        for last in range(first + 1, min(first + _MOST, len(words)) + 1):
            phrase = f"{phrase} {words[last - 1]}" if phrase else words[first]
            for role in _PHRASES.get(phrase, _NOTHING):
                if _fits(role, words, first, last):
                    found.add(role.lstrip("="))
    for word in words:
        if word.startswith(_STARTS):
            found.update(role for start, role in _BEGINNINGS if word.startswith(start))
    return found


def _roles_of_names(names: str, tag: str) -> frozenset[str]:
    """Roles by the classes and item properties in `names`, each read by itself."""
    found: set[str] = set()
    for name in names.split():
        found |= _roles_of_name(name)
    # "post" and "comment" name the thing itself only when nothing more special does (comment-author, post-title).
    special = found & {"author", "meta", "title", "body", "unit body", "time", "comments", "control", "replies", "head"}
    if special - {"title"} or tag in {"h1", "h2", "h3", "a", "span", "time", "p"}:
        found -= {"post", "comment", "entry"}
    if "article" in found:
        found -= {"post", "entry"}
    if {"post", "entry"} <= found:
        found.discard("entry")  # WordPress's Genesis calls every article "post" and "entry"
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
        names = attributes.get("class") or ""
        for key in ("itemprop", "itemtype"):
            if key in attributes:
                names = f"{names} {attributes[key]}"
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
