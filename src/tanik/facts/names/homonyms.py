"""Who is not meant by a short form that the tables have for somebody: a namesake of whom the page speaks.

Comes in: the mentions of a page. Goes out: the same, those that mean another without the bearer's name, so that the
page itself is asked who it is. Another is meant where the page names somebody of that name in full and the known bearer
not ("Erdal İnönü … İnönü"), where the writer's kin is so called ("Dayım Enver"), where a name is brought in as unknown
("Enver adlı bir terzi": an indefinite, Göksel & Kerslake 2005, 22), and where the sentence is of a year before his
birth. A wrong bearer is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import NameKind
from tanik.facts.names.bearers import Mention, core_of
from tanik.facts.names.edges import is_kin
from tanik.facts.names.tables import given_names, key_of
from tanik.facts.tables import rows

__all__ = ["without_namesakes"]

_BEFORE: Final = re.compile(r"([^\W\d_]+)[ ,]+$")
_CALLED: Final = re.compile(r" (?:ad|isim)l[ıi]\b| (?:adında|isminde|adındaki|ismindeki|named)\b")
_KIN: Final = re.compile(
    r"(?:oglu|kizi|babasi|annesi|kardesi|amcasi|dayisi|torunu|yegeni|damadi|kardasi|atasi)$"
)  # folded
_OWNING: Final = re.compile(r"['’]?n?[ıiuü]n\b")  # "Enver Paşa'nın dedesi 1830'da öldü"
_YEAR: Final = re.compile(r"\b(1[5-9]\d\d)(?=['’](?:[dt][ae]|[ıiuü]n|y?[ae]\b|y?[ıiuü]n)| y[ıi]l|[–-]1\d\d\d|-c[iıuü])")
_SENTENCE: Final = re.compile(r"[.!?\n]\s")
_FAR: Final = 200  # characters of a sentence around a name
_WORD: Final = 24  # characters of the word before it
_TWICE: Final = 2
_EVER: Final = 9999


@cache
def _births() -> Mapping[str, int]:
    """The year in which each person of the table was born, where it is known."""
    return {row["name"]: int(row["born"][:4]) for row in rows("people.csv") if row["born"][:4].isdigit()}


def without_namesakes(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of a page with this `text`, those of a namesake of the bearer without the bearer's name.

    >>> text = "Dayım Enver geldi."
    >>> one = Mention(Span(6, 11), "Enver", NameKind.PERSON, "Enver Paşa", "gazetteer")
    >>> [one.name for one in without_namesakes(text, [one])]
    [None]
    """
    people = [one for one in mentions if one.kind is NameKind.PERSON and len(core_of(one.text)) > 1]
    fuller: dict[str, list[Mention]] = {}
    for one in people:
        for word in {core_of(one.text)[0], core_of(one.text)[-1]}:
            fuller.setdefault(word, []).append(one)
    told: dict[tuple[str, str], bool] = {}
    nobody = {(one.text, one.name) for one in mentions if one.kind is NameKind.PERSON and _is_brought_in(one, text)}
    found = []
    for one in mentions:
        if one.kind is NameKind.PERSON and one.name is not None:
            asked = (one.text, one.name)
            if asked not in told:
                told[asked] = _is_of_another(one, fuller, mentions)
            if told[asked] or asked in nobody or _is_before_birth(one, text):
                found.append(replace(one, name=None))
                continue
        found.append(one)
    return found


def _is_of_another(one: Mention, fuller: Mapping[str, Sequence[Mention]], mentions: Sequence[Mention]) -> bool:
    """Whether the page names somebody else by a longer name that the mention is short for, and the bearer of the
    tables by a form that is his alone not twice as often."""
    core = core_of(one.text)
    near = (*fuller.get(core[0], ()), *fuller.get(core[-1], ()))
    others = {id(two): two for two in near if two.name != one.name and _is_short_for(core, core_of(two.text))}
    if not others or _is_own(one):
        return False
    words = {word for two in others.values() for word in core_of(two.text)}
    own = [
        two for two in mentions if two.name == one.name and (_is_own(two) or not words.issuperset(core_of(two.text)))
    ]
    return len(own) < _TWICE * len(others)


def _is_own(one: Mention) -> bool:
    """Whether a form is the one that the tables name its bearer by: "Enver Paşa", whatever Envers there are."""
    return key_of(one.text) == key_of(one.name or "")


def _is_short_for(core: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return len(core) < len(full) and core in (full[: len(core)], full[-len(core) :])


def _is_brought_in(one: Mention, text: str) -> bool:
    """Whether the words around given names without a surname bring in somebody of whom no table knows."""
    core = core_of(one.text)
    if one.name is None or any(word not in given_names() for word in core):
        return False
    before = _BEFORE.search(text, max(0, one.span.start - _WORD), one.span.start)
    own = before is not None and is_kin(before[1])
    if own or _is_bare(one):
        kin = own or (before is not None and _KIN.search(fold(before[1])) is not None)
        return kin or _CALLED.match(text, one.span.end) is not None
    return False


def _is_before_birth(one: Mention, text: str) -> bool:
    """Whether the sentence of a given name without a surname is of years before its bearer's birth."""
    core = core_of(one.text)
    if len(core) > 1 or core[0] not in given_names() or _OWNING.match(text, one.span.end):
        return False
    return max(_years(one.span, text), default=_EVER) < _births().get(one.name or "", 0)


def _is_bare(one: Mention) -> bool:
    return len(key_of(one.text)) == 1


def _years(span: Span, text: str) -> Iterator[int]:
    """The years of the sentence around a name."""
    low, high = max(0, span.start - _FAR), span.end + _FAR
    begin = max((match.end() for match in _SENTENCE.finditer(text, low, span.start)), default=low)
    ended = _SENTENCE.search(text, span.end, high)
    yield from (int(match[1]) for match in _YEAR.finditer(text, begin, ended.start() if ended else high))
