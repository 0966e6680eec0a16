"""Which candidates of tables and rules stand, where several claim the same words.

Comes in: one line. Goes out: candidates that do not overlap. The longest goes first and the gazetteer before a rule,
but a guess at a person yields to a known name. What names a ship, a newspaper or a people is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from tanik.core.morph import readings
from tanik.facts.model import NameKind
from tanik.facts.names.headed import bracketed_names, small_bodies
from tanik.facts.names.known import Candidate, known_names
from tanik.facts.names.rules import ruled_names
from tanik.facts.names.tables import heads
from tanik.facts.names.words import Line, Word

__all__ = ["chosen", "is_other_thing", "with_neighbours"]

_CASE: Final = re.compile(r"(?<=[iu])n(?:[ae]|[dt][ae]n?(?:ki)?|[iu]n?)$")  # behind a possessive (GK 8.1.4)
_AFLOAT: Final = ("vapur", "gemi", "zirhli")


def chosen(line: Line, *, small: bool, foreign: bool) -> list[Candidate]:
    """The names that tables and rules find in a line; `small` where names open with small letters."""
    known = list(known_names(line, small=small, foreign=foreign))
    persons = _persons(known)
    ruled = (one for one in ruled_names(line, foreign=foreign) if _pair(one, persons) is None)
    headed = (*bracketed_names(line), *(small_bodies(line) if small else ()))
    return list(_best(line, [*known, *ruled, *headed]))


def _persons(candidates: Iterable[Candidate]) -> dict[int, list[Candidate]]:
    """The persons of the tables, by where they begin."""
    held: dict[int, list[Candidate]] = {}
    for one in candidates:
        if one.rule == "gazetteer" and one.kind is NameKind.PERSON and one.name is not None:
            held.setdefault(one.begin, []).append(one)
    return held


def _pair(one: Candidate, persons: dict[int, list[Candidate]]) -> tuple[Candidate, Candidate] | None:
    """The two persons of the tables, different ones, who side by side fill what a rule or the model took for one."""
    if one.kind is not NameKind.PERSON or one.rule == "gazetteer":
        return None
    pairs = ((first, second) for first in persons.get(one.begin, ()) for second in persons.get(first.end, ()))
    return next((pair for pair in pairs if pair[1].end == one.end and pair[0].name != pair[1].name), None)


def _place_and_person(
    one: Candidate, found: Iterable[Candidate], persons: dict[int, list[Candidate]]
) -> tuple[Candidate, Candidate] | None:
    """The place and the person of the tables who fill what the model took for one place: "From Kars Narimanov left"."""
    if one.kind is not NameKind.PLACE or one.rule == "gazetteer":
        return None
    places = (place for place in found if place.kind is NameKind.PLACE and place.begin == one.begin)
    pairs = ((place, person) for place in places for person in persons.get(place.end, ()))
    return next((pair for pair in pairs if pair[0].rule == "gazetteer" and pair[1].end == one.end), None)


def with_neighbours(kept: Iterable[Candidate], found: Iterable[Candidate]) -> list[Candidate]:
    """`kept`, with two persons of the tables who stand side by side as two, not as one man with both names.

    In "Einstein Atatürk'e yazdı" subject and object touch; a name as the tables have it ends where the other begins.
    """
    proposed = list(found)
    known = _persons(proposed)
    names = [part for one in kept for part in _pair(one, known) or _place_and_person(one, proposed, known) or (one,)]
    taken = {at for one in names for at in range(one.begin, one.end)}
    behind = _persons(names)
    for one in (person for held in known.values() for person in held):
        other = next(iter(behind.get(one.end, ())), None)
        if other is not None and other.name != one.name and taken.isdisjoint(range(one.begin, one.end)):
            names.append(one)
    return sorted(names, key=lambda one: one.begin)


def _best(line: Line, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Candidates that do not overlap: the longest first, the gazetteer before a rule."""
    taken: set[int] = set()
    order = sorted(candidates, key=lambda one: (-_weight(one), one.rule != "gazetteer", one.begin))
    for one in order:
        places = set(range(one.begin, one.end))
        if taken & places:
            continue
        taken |= places
        if not is_other_thing(line, one):
            yield one


def _weight(one: Candidate) -> float:
    """How much a candidate deserves its place: its length, but a guess at a person yields to a known name."""
    length = one.end - one.begin
    return min(length, 1.5) if one.rule in ("given-name", "titled") else length


def is_other_thing(line: Line, one: Candidate) -> bool:
    """Whether its last word or the word behind shows a ship, a newspaper, a medal, a feast."""
    if one.end - one.begin > 1 and line.words[one.end - 1].folded in heads("not_name"):
        return True
    behind = line.words[one.end] if one.end < len(line.words) else None
    if behind is None or behind.gap not in (" ", "” ", "» ", '" '):
        return False
    if one.kind is NameKind.ORGANISATION and one.rule == "gazetteer":
        # "Hariciye nazırı" is an office; "Lloyd vapurları" are a company's
        return one.end - one.begin == 1 and behind.folded.startswith(("nazir", "vekil", "memur", "mustesar", "bakan"))
    return _is_vessel(behind) or _is_vessel_further(line, one)


def _is_vessel(word: Word) -> bool:
    """Whether a word is a ship, a newspaper or the like behind its name, in any case: ``vapuruna``, ``gazetesinin``."""
    form = _CASE.sub("", word.folded)
    return word.folded in heads("not_name") or (form != word.folded and form in heads("not_name"))


def _is_vessel_further(line: Line, one: Candidate) -> bool:
    """``Reşit Paşa hastane gemisi``: with the noun between that says what kind of ship it is (GK 10.2)."""
    if one.end + 1 >= len(line.words):
        return False
    kind, ship = line.words[one.end : one.end + 2]
    afloat = ship.folded.startswith(_AFLOAT) and _is_vessel(ship) and ship.gap == " "
    return afloat and not kind.capital and any(found.part == "Noun" and found.bare for found in readings(kind.text))
