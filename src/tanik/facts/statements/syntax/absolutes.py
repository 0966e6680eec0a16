"""Phrases that only picture someone: "sırtında çocuğu, elinde mektup, Van'da öldü".

Comes in: the phrases of a clause. Goes out: those that may fill a place of its verb. A part of the body in the
locative with what is on or in it, closed by a comma, is a clause without a verb that tells how someone looked, and
neither its doer nor its thing (Göksel & Kerslake 2005, 26.3.16).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["without_absolutes"]


def without_absolutes(found: Sequence[Phrase], words: Sequence[Word]) -> tuple[Phrase, ...]:
    """The phrases without those that only picture someone."""
    left: list[Phrase] = []
    skipped = None
    for phrase, after in zip_longest(found, found[1:]):
        if phrase is skipped:
            continue
        held = phrase.case == "loc" and fold_word(phrase.text) in phrases("body_parts")
        if held and after is not None and after.case == "nom" and after.first == phrase.last + 1:
            closed = after.last + 1 < len(words) and words[after.last + 1].folded == ","
            if closed:
                skipped = after
                continue
        left.append(phrase)
    return tuple(left)
