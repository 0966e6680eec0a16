"""What can be said of each word before a model judges it: its shape, its place, what tables and rules take it for.

Comes in: a line and the candidates of tables and rules. Goes out: for each word the numbers of the signs that hold,
as the model that was trained on them expects. The order of `SIGNS` is part of the trained weights.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import readings, split_suffix
from tanik.facts.citations.tables import is_newspaper
from tanik.facts.names.known import Candidate, stem_of
from tanik.facts.names.tables import bare_circumflex, gazetteer, given_names, heads, peoples
from tanik.facts.names.words import Line, Word

__all__ = ["SIGNS", "signs_of"]

_KINDS: Final = ("person", "place", "organisation", "event")
_HEADS: Final = (
    "person_before",
    "person_after",
    "organisation",
    "event",
    "place",
    "place_said",
    "organisation_said",
    "calendar",
    "not_name",
)
# "news" marks training sentences that were labelled by other rules (newspapers are organisations, no events).
SIGNS: Final = (
    "news",
    *(f"begins-{kind}" for kind in _KINDS),
    *(f"inside-{kind}" for kind in _KINDS),
    "by-table",
    "by-rule",
    *(f"known-{kind}" for kind in _KINDS),
    "care",
    *(f"head-{kind}" for kind in _HEADS),
    "given-name",
    "people",
    "newspaper",
    "capital",
    "all-capitals",
    "figures",
    "first",
    "tail",
    "before-tail",
    "shout",
    "heading",
    "low-line",
    "common",
    "proper",
    "unknown",
    "suffixed",
    "after-figures",
)
_NUMBER: Final = {name: number for number, name in enumerate(SIGNS)}
_FIRST, _TAIL, _BEFORE_TAIL, _AFTER_FIGURES = (
    _NUMBER[name] for name in ("first", "tail", "before-tail", "after-figures")
)


def _of_tables(text: str, folded: str) -> list[str]:
    found = []
    entry = gazetteer().get((folded,))
    if entry is None and len(folded) > 3:
        stemmed = stem_of(bare_circumflex(text))
        entry = stemmed[0] if stemmed else None
    if entry is not None:
        found.append(f"known-{entry.kind}")
        if entry.care:
            found.append("care")
    stem = fold(split_suffix(text).stem)
    forms = {folded, stem}
    found += [f"head-{kind}" for kind in _HEADS if not forms.isdisjoint(heads(kind))]
    for name, words in (("given-name", given_names()), ("people", peoples())):
        if not forms.isdisjoint(words):
            found.append(name)
    if is_newspaper(text):
        found.append("newspaper")
    if stem != folded:
        found.append("suffixed")
    return found


@lru_cache(maxsize=1 << 16)
def _of_word(text: str, folded: str) -> tuple[int, ...]:
    """The signs of a word taken alone."""
    known = readings(text)
    found = _of_tables(text, folded)
    if any(not reading.proper for reading in known):
        found.append("common")
    if any(reading.proper for reading in known):
        found.append("proper")
    if not known:
        found.append("unknown")
    if text[:1].isupper():
        found.append("capital")
    if text.isupper() and len(text) > 1:
        found.append("all-capitals")
    if text.isdigit():
        found.append("figures")
    return tuple(_NUMBER[name] for name in found)


def _of_line(line: Line, *, low: bool) -> list[int]:
    """The signs that every word of a line has."""
    told = (("shout", line.shout), ("heading", line.heading), ("low-line", low))
    return [_NUMBER[name] for name, holds in told if holds]


def _add_place(signs: list[int], word: Word, before: Word | None, behind: Word | None) -> None:
    """Add the signs that a word has by what stands around it."""
    if word.first:
        signs.append(_FIRST)
    if word.tail:
        signs.append(_TAIL)
    if behind is not None and behind.tail:
        signs.append(_BEFORE_TAIL)
    if before is not None and before.text.isdigit():
        signs.append(_AFTER_FIGURES)


def signs_of(line: Line, candidates: list[Candidate], *, low: bool) -> list[list[int]]:
    """The numbers of the signs of each word of `line`; `low` where capitals tell nothing.

    >>> from tanik.core.span import Span
    >>> word = Word(Span(0, 6), "Ankara", "ankara", "", False, True)
    >>> numbers = signs_of(Line((word,), shout=False, heading=False, title=False), [], low=False)[0]
    >>> {"known-place", "capital", "first"} <= {SIGNS[number] for number in numbers}
    True
    """
    shared, around = _of_line(line, low=low), (None, *line.words, None)
    found = [[*_of_word(word.text, word.folded), *shared] for word in line.words]
    for at, word in enumerate(line.words):
        _add_place(found[at], word, around[at], around[at + 2])
    for one in candidates:
        basis = _NUMBER["by-table" if one.rule == "gazetteer" else "by-rule"]
        for at in range(one.begin, one.end):
            place = "begins" if at == one.begin else "inside"
            found[at] += [_NUMBER[f"{place}-{one.kind}"], basis]
    return found
