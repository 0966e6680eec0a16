"""What the words at the head of a column, of a row or of a whole table say.

Comes in: the words of a head, a label or a caption. Goes out: what stands in the cells below or beside it, and the deed
that it names. The words are a table (``table_heads.toml``); they are compared folded and whole: a head is what its last
words say, since the head of a Turkish noun phrase is its last word (Göksel & Kerslake 2005, 14.1), else what its first
words say ("amount sent").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.tables import read_toml

__all__ = [
    "Deed",
    "bracket_of",
    "deeds_in",
    "is_deed",
    "is_price",
    "is_total",
    "is_undecided",
    "is_whole",
    "kind_of_head",
    "kind_of_label",
    "words_in",
]

_TABLE: Final = "table_heads.toml"
_BRACKET: Final = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]]\s*[:*]*\s*$|,\s*([^\W\d]{1,6})\s*$")
_WORD: Final = re.compile(r"[^\W_]+(?:['’./][^\W_]+)*|[#№]")
_LONGEST: Final = 80


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed that some words name: `start` and `end` are offsets in them; `genitive` is whose a genitive before is."""

    action: str
    genitive: str
    start: int
    end: int


@cache
def _forms(group: str) -> dict[str, str]:
    """Each form of a group of rows, folded, with its kind."""
    return {
        fold(form): row["kind"] for row in reversed(read_toml("tanik.facts", _TABLE)[group]) for form in row["forms"]
    }


@cache
def _deeds() -> dict[str, tuple[str, str]]:
    rows = read_toml("tanik.facts", _TABLE)["deed"]
    return {fold(form): (row["action"], row["genitive"]) for row in reversed(rows) for form in row["forms"]}


@cache
def _open() -> re.Pattern[str]:
    forms = read_toml("tanik.facts", _TABLE)["open"]["forms"]
    return re.compile(rf"\b(?:{'|'.join(re.escape(fold(form)) for form in forms)})\b")


def words_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a head, folded, each with its place; an apostrophe and what follows stay with their word."""
    folded = fold(text)
    return tuple((match.group(), match.start(), match.end()) for match in _WORD.finditer(folded))


def bracket_of(head: str) -> tuple[str, str]:
    """A head without the bracket that ends it, and what stands in it: "Altın (kg)" is "Altın" in "kg".

    >>> bracket_of("Altın (kg)"), bracket_of("Un, ton"), bracket_of("Un")
    (('Altın', 'kg'), ('Un', 'ton'), ('Un', ''))
    """
    found = _BRACKET.search(head)
    return (head[: found.start()].strip(), (found[1] or found[2]).strip()) if found else (head.strip(), "")


@lru_cache(maxsize=2048)
def kind_of_head(head: str) -> str | None:
    """What stands in a column of this head, or None where the table has no word for it.

    >>> kind_of_head("Gönderildiği tarih"), kind_of_head("Amount sent"), kind_of_head("Gönderen"), kind_of_head("Un")
    ('date', 'amount', 'giver', None)
    """
    if len(head) > _LONGEST:
        return None
    words = [word for word, _, _ in words_in(bracket_of(head)[0])]
    table = _forms("head")
    for size in range(len(words), 0, -1):
        if (kind := table.get(" ".join(words[-size:]))) is not None:
            return kind
    for size in range(len(words) - 1, 0, -1):
        if (kind := table.get(" ".join(words[:size]))) is not None:
            return kind
    return None


def is_whole(head: str, kind: str) -> bool:
    """Whether a head is nothing but a word for what stands below it.

    >>> is_whole("Veren", "giver"), is_whole("Oy veren", "giver")
    (True, False)
    """
    return _forms("head").get(" ".join(word for word, _, _ in words_in(bracket_of(head)[0]))) == kind


@lru_cache(maxsize=2048)
def kind_of_label(label: str) -> str | None:
    """What an infobox says behind this label, or None.

    >>> kind_of_label("Doğum tarihi:"), kind_of_label("Doğum oranı")
    ('born', None)
    """
    return _forms("label").get(" ".join(word for word, _, _ in words_in(label))) if len(label) <= _LONGEST else None


def deeds_in(text: str) -> tuple[Deed, ...]:
    """The deeds that some words name, in order; of forms that begin at one word the longest.

    >>> [(one.action, one.genitive) for one in deeds_in("Köyün aldığı yardım")]
    [('transfer', 'recipient')]
    """
    table, words, found, at = _deeds(), words_in(text), list[Deed](), 0
    while at < len(words):
        for size in (3, 2, 1):
            if (row := table.get(" ".join(word for word, _, _ in words[at : at + size]))) is not None:
                found.append(Deed(*row, words[at][1], words[min(at + size, len(words)) - 1][2]))
                at += size - 1
                break
        at += 1
    # of "yaptığı yardım" and "gönderilen yardım" one thing was done
    return tuple(one for at, one in enumerate(found) if not at or one.action != found[at - 1].action)


def is_deed(head: str) -> bool:
    """Whether a head is nothing but a deed, so that what was given stands elsewhere in the row.

    >>> is_deed("Verilen"), is_deed("Verilen un")
    (True, False)
    """
    return " ".join(word for word, _, _ in words_in(bracket_of(head)[0])) in _deeds()


def is_undecided(text: str) -> bool:
    """Whether words say that a thing was only planned, needed or owed: "köye gönderilecek un"."""
    return _open().search(fold(text)) is not None


@cache
def _prices() -> frozenset[str]:
    return frozenset(fold(form) for form in read_toml("tanik.facts", _TABLE)["price"]["forms"])


def is_price(head: str) -> bool:
    """Whether a head makes a sale or a loan of what its rows give.

    >>> is_price("Birim fiyatı"), is_price("Miktar")
    (True, False)
    """
    return any(word in _prices() for word, _, _ in words_in(head))


def is_total(cell: str) -> bool:
    """Whether a cell opens a row of totals.

    >>> is_total("Genel toplam"), is_total("Toplam 3 köy"), is_total("Toplantı")
    (True, True, False)
    """
    words = [word for word, _, _ in words_in(cell)]
    table = _forms("head")
    return any(table.get(" ".join(words[:size])) == "total" for size in (1, 2))
