"""Which candidates of tables and rules stand, where several claim the same words.

Comes in: one line. Goes out: candidates that do not overlap. The longest goes first and the gazetteer before a rule,
but a guess at a person yields to a known name. What names a ship, a newspaper or a people is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tanik.facts.model import NameKind
from tanik.facts.names.known import Candidate, known_names
from tanik.facts.names.rules import ruled_names
from tanik.facts.names.tables import heads
from tanik.facts.names.words import Line

__all__ = ["chosen", "is_other_thing"]


def chosen(line: Line, *, small: bool, foreign: bool) -> list[Candidate]:
    """The names that tables and rules find in a line; `small` where names open with small letters."""
    return list(_best(line, [*known_names(line, small=small, foreign=foreign), *ruled_names(line, foreign=foreign)]))


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
        return one.end - one.begin == 1 and behind.folded.startswith(("nazir", "vekil", "memur", "mustesar"))
    return behind.folded in heads("not_name")
