"""Formulas: a turn of speech that every document fills in its own way.

Comes in: what the best document has of a passage, and what others have. Goes out: whether the places where the passage
breaks with the best document are *slots*. "Appointed envoy to <place>" stands in every letter of its kind with a place
of its own; a passage that has one more is one more such letter, and no changed quotation of any of them. What is a slot
is seen in the library itself: independent documents have the words next to the place alike, and no one reading in it.
Copies of one text say nothing about that, however they vary, and are known by what stands around: they go on alike.
What a hundred pages quote alike and one page otherwise is no slot either.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tanik.trace.align import Step
from tanik.trace.figures import has_figures
from tanik.trace.finding import Finding, steps_of
from tanik.trace.options import Options
from tanik.trace.piece import Query
from tanik.trace.words import Documents, Words

__all__ = ["fills_a_formula"]

_Place = tuple[int, int]
_Reading = tuple[int, ...]
_Copy = tuple[Finding, Words]


def fills_a_formula(query: Query, best: Finding, witnesses: Sequence[Finding], documents: Documents) -> bool:
    """Whether the passage breaks with the best document only where independent documents differ among themselves."""
    places = _break_places(query, best)
    least = query.options.slot_share * best.strength
    rivals = [finding for finding in witnesses if finding.strength >= least]
    if not places or len(rivals) < query.options.slot_documents:
        return False
    independent = _independent([(finding, documents.words(finding.document)) for finding in rivals], query.options)
    return all(_is_slot(query, independent, place) for place in places)


def _break_places(query: Query, best: Finding) -> list[_Place]:
    """The words ``[start, end)`` inside what was found that the best document lacks; empty where it has more.

    Breaks side by side are one place. Numbers are no slots: figures are what copyists get wrong.
    """
    places: list[_Place] = []
    alike_before = True
    for step in steps_of([best]):
        if not _is_alike(step, query):
            if alike_before:
                places.append((step.page, step.page_end))
            else:
                places[-1] = (places[-1][0], step.page_end)
        alike_before = _is_alike(step, query)
    return [place for place in places if not has_figures(query.words.slice(*place))]


def _is_alike(step: Step, query: Query) -> bool:
    return not step.is_gap and step.likeness >= query.options.least_likeness


def _is_slot(query: Query, documents: Sequence[_Copy], place: _Place) -> bool:
    """Whether the documents that have the words on both sides of the place have no one reading between them."""
    found = [_reading(query, finding, words, place) for finding, words in documents]
    readings = Counter(reading for reading in found if reading is not None)
    return readings.total() >= query.options.slot_documents and 2 * max(readings.values()) <= readings.total()


def _reading(query: Query, finding: Finding, words: Words, place: _Place) -> _Reading | None:
    """The words a document has between its equals of the words before and behind a place; None where it lacks one."""
    start, end = place
    alike = [step for step in steps_of([finding]) if _is_alike(step, query)]
    before = [step.witness_end for step in alike if step.page < start <= step.page_end]
    after = [step.witness for step in alike if step.page <= end < step.page_end]
    return tuple(words.hashes[before[0] : after[0]].tolist()) if before and after else None


def _independent(documents: Sequence[_Copy], options: Options) -> list[_Copy]:
    """The documents without those that are copies of an earlier one."""
    kept: list[_Copy] = []
    for one in documents:
        if not any(_is_copy(one, other, options) for other in kept):
            kept.append(one)
    return kept


def _is_copy(one: _Copy, other: _Copy, options: Options) -> bool:
    """Whether two documents go on alike around what they have of the passage."""
    sides = list(zip(_sides(*one, options.slot_around), _sides(*other, options.slot_around), strict=True))
    shared = sum(int(np.isin(mine, theirs).sum()) for mine, theirs in sides)
    most = sum(min(len(mine), len(theirs)) for mine, theirs in sides)
    return shared >= options.slot_copy * most


def _sides(finding: Finding, words: Words, around: int) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The words before and behind what a document has of the passage."""
    low = min(piece.core.witness_start for piece in finding.pieces)
    high = max(piece.core.witness_end for piece in finding.pieces)
    return words.hashes[max(low - around, 0) : low], words.hashes[high : high + around]
