"""Ends: what the first and last words of a passage answer to.

Comes in: steps of an alignment with free ends. Goes out: the same, where a number or a function word at an end no
longer reaches over a gap. Such words stand everywhere, so an alignment that may end anywhere finds "5" again some
words on and calls what lies between a cut; far likelier the word beside the last sure one is what the page changed.
What the page has in brackets at its end stands for no word of the document.
"""

from __future__ import annotations

from collections.abc import Sequence

from tanik.trace.align import Step
from tanik.trace.lexicon import Lexicon
from tanik.trace.words import Words, is_bracketed

__all__ = ["mend_ends"]

_NEAR = 1


def mend_ends(steps: Sequence[Step], words: Words, lexicon: Lexicon) -> list[Step]:
    """`steps`, where a common word at either end is paired with the word beside the sure ones."""
    mended = _without_brackets(list(steps), words)
    if len(mended) < 3:
        return mended
    last, gap, before = mended[-1], mended[-2], mended[-3]
    if _reaches(last, gap, words, lexicon) and not before.is_gap:
        mended[-2:] = [Step(last.page, last.page_end, gap.witness, gap.witness + 1, 0.0)]
    if len(mended) < 3:
        return mended
    first, gap, after = mended[0], mended[1], mended[2]
    if _reaches(first, gap, words, lexicon) and not after.is_gap:
        mended[:2] = [Step(first.page, first.page_end, gap.witness_end - 1, gap.witness_end, 0.0)]
    return mended


def _without_brackets(steps: list[Step], words: Words) -> list[Step]:
    """`steps`, where what the page has in brackets at an end answers to nothing: whoever copied put it in."""
    if "(" not in words.text and "[" not in words.text:
        return steps
    at = len(steps)
    while at and _is_put_in(steps[at - 1], words):
        at -= 1
    if at == len(steps) or not at:
        return steps
    there = steps[at].witness
    return [*steps[:at], Step(steps[at].page, steps[-1].page_end, there, there, 0.0)]


def _is_put_in(step: Step, words: Words) -> bool:
    span = words.span(step.page, step.page_end)
    return step.page < step.page_end and step.likeness == 0.0 and is_bracketed(words.text, span.start, span.end)


def _reaches(end: Step, gap: Step, words: Words, lexicon: Lexicon) -> bool:
    """Whether a single common word hangs on by a gap of several words of the document."""
    wide = gap.page == gap.page_end and gap.witness_end - gap.witness > _NEAR
    if not wide or end.is_gap or end.page_end - end.page != 1:
        return False
    (word,) = words.slice(end.page, end.page_end)
    return lexicon.number(word) is not None or lexicon.function_group(word) is not None
