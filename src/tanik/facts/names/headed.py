"""Names by a head that no run of capitals reaches: behind a bracket ("Malgaç (Malkaç) Köprüsü"), or in small letters
("diyarbakır hastanesi").

Comes in: a line. Goes out: candidates. The head of a possessive compound is its last word (Göksel & Kerslake 14.4);
what stands in brackets before it is a second name of the same thing, and a place before a body's head says which body
it is.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from tanik.core.fold import fold
from tanik.core.morph import split_suffix
from tanik.facts.model import NameKind
from tanik.facts.names.known import Candidate
from tanik.facts.names.rules import sure_places
from tanik.facts.names.tables import heads
from tanik.facts.names.words import Line, Word

__all__ = ["bracketed_names", "small_bodies"]


def bracketed_names(line: Line) -> Iterator[Candidate]:
    """The words before a bracket and in it, where a place's head stands behind."""
    for at in range(len(line.words) - 2):
        name, other, head = line.words[at : at + 3]
        opened = other.gap == " (" and head.gap == ") " and name.capital and other.capital and head.capital
        if opened and _headed(head, "place"):
            yield Candidate(at, at + 1, len(name.text), NameKind.PLACE, None, "other-form")
            yield Candidate(at + 1, at + 2, len(other.text), NameKind.PLACE, None, "other-form")


def small_bodies(line: Line) -> Iterator[Candidate]:
    """A place that is nothing else and a body's head with its possessive, both in small letters."""
    for at, (place, head) in enumerate(itertools.pairwise(line.words)):
        small = not place.capital and not head.capital and head.gap == " " and not head.tail
        stem = _headed(head, "organisation") if small and place.folded in sure_places() else ""
        if stem.endswith(("i", "ı", "u", "ü")):
            yield Candidate(at, at + 2, len(stem), NameKind.ORGANISATION, None, "small-head")


def _headed(word: Word, kind: str) -> str:
    """A word without its case if it is a head of this kind, else ""."""
    bare = split_suffix(word.text, known=lambda stem: fold(stem) in heads(kind)).stem
    return next((stem for stem in (word.text, bare) if fold(stem) in heads(kind)), "")
