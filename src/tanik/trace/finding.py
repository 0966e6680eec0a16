"""Findings: what one document has of a passage, in pieces.

Comes in: pieces that belong together. Goes out: values that say how much of a passage they explain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.trace.align import Step
from tanik.trace.piece import Piece, Query
from tanik.trace.words import Words

__all__ = ["Finding", "Found", "cover", "credit_of", "in_brackets", "steps_of"]

_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Found:
    """A piece as aligned (`full`) and as far as it is sure (`core`: from its first to its last like words)."""

    full: Piece
    core: Piece


@dataclass(frozen=True, slots=True)
class Finding:
    """What one document has of the passage: its pieces in order of the passage, and their strength together."""

    document: int
    pieces: tuple[Found, ...]
    strength: float

    @property
    def weight(self) -> float:
        """What the document reads alike, in nats."""
        return sum(piece.core.weight for piece in self.pieces)


def steps_of(findings: Sequence[Finding]) -> Iterator[Step]:
    """The steps of all pieces, as far as they are sure."""
    return (step for finding in findings for piece in finding.pieces for step in piece.core.steps)


def credit_of(query: Query, findings: Sequence[Finding]) -> NDArray[np.float64]:
    """How far each word of the passage stands in one of the findings: 1 equal, 0 not."""
    credit = np.zeros(len(query.weights))
    for step in steps_of(findings):
        words = slice(step.page, step.page_end)
        credit[words] = np.maximum(credit[words], step.likeness)
    return credit


def cover(query: Query, findings: Sequence[Finding]) -> float:
    """The share of the passage that stands in one of the findings: of its weight and, if it is short, of its words."""
    told = ~in_brackets(query.words)
    for step in steps_of(findings):
        # A number of several words that differs is one place, as the figures are that it stands for.
        if step.likeness == 0.0 and not step.is_gap:
            told[step.page + 1 : step.page_end] = False
    if not told.any():
        told[:] = True
    credit, weights = credit_of(query, findings)[told], query.weights[told]
    by_weight = float((credit * weights).sum() / weights.sum())
    return min(by_weight, float(credit.mean())) if len(credit) < query.options.strong_words else by_weight


def in_brackets(words: Words) -> NDArray[np.bool_]:
    """Which words the page has in brackets: additions of whoever copied."""
    inside = np.zeros(len(words), dtype=bool)
    for bracket in _BRACKETED.finditer(words.text):
        low = np.searchsorted(words.spelling.starts, bracket.start())
        high = np.searchsorted(words.spelling.starts, bracket.end())
        inside[low:high] = True
    return inside
