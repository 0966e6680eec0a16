"""Ends: what the first and last words of a passage answer to.

Comes in: steps of an alignment with free ends. Goes out: the same, where a word at an end no longer reaches over a gap
that it cannot outweigh. Numbers and function words stand everywhere, and a word that is only alike is found again soon,
so an alignment that may end anywhere finds "5" or "olmak" again some words on and calls what lies between a cut; far
likelier the word beside the last sure one is what the page changed; and surely so, where that word is its denial.
What the page has in brackets at its end stands for no word of the document, unless they stand in brackets there too.
A passage that begins or ends within a number of the document ("dokuzuncu" of "on dokuzuncu") has changed nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from tanik.trace.align import Step
from tanik.trace.lexicon import Lexicon
from tanik.trace.polarity import is_denial
from tanik.trace.words import Words, is_bracketed

__all__ = ["mend_ends"]

_NEAR = 1
_TURNED_WORDS = 3
_POLES = {"negative", "positive"}


def mend_ends(steps: Sequence[Step], words: Words, witness: Words, lexicon: Lexicon) -> list[Step]:
    """`steps`, where an unsure word at either end is paired with the word beside the sure ones."""
    mended = _within_numbers(_without_brackets(list(steps), words, witness), words, witness)
    mended = _turned_last(_turned_first(mended, words, witness, lexicon), words, witness, lexicon)
    if len(mended) < 3:
        return mended
    last, gap, before = mended[-1], mended[-2], mended[-3]
    if not before.is_gap and _reaches(last, gap, gap.witness, (words, witness), lexicon):
        mended[-2:] = [Step(last.page, last.page_end, gap.witness, gap.witness + 1, 0.0)]
    if len(mended) < 3:
        return mended
    first, gap, after = mended[0], mended[1], mended[2]
    if not after.is_gap and _reaches(first, gap, gap.witness_end - 1, (words, witness), lexicon):
        mended[:2] = [Step(first.page, first.page_end, gap.witness_end - 1, gap.witness_end, 0.0)]
    return mended


def _turned_last(steps: list[Step], words: Words, witness: Words, lexicon: Lexicon) -> list[Step]:
    """`steps`, where the last words stand nearer, right behind what was found, with one of them turned round.

    "kusur vardır" answers to the "kusur yoktur" beside it and not to the "kusur vardır" some words on.
    """
    gap = next((at for at in range(len(steps) - 2, 0, -1) if steps[at].is_gap), 0)
    tail = steps[gap + 1 :]
    if not gap or len(tail) > _TURNED_WORDS or not _is_wide(steps[gap], len(tail)) or not _is_row(tail):
        return steps
    place = steps[gap].witness
    if not _is_turned(tail, place, (words, witness), lexicon):
        return steps
    return [*steps[:gap], *_moved(tail, place, (words, witness))]


def _turned_first(steps: list[Step], words: Words, witness: Words, lexicon: Lexicon) -> list[Step]:
    """The same for the first words, right before what was found."""
    gap = next((at for at in range(1, len(steps) - 1) if steps[at].is_gap), 0)
    head = steps[:gap]
    if not gap or len(head) > _TURNED_WORDS or not _is_wide(steps[gap], len(head)) or not _is_row(head):
        return steps
    place = steps[gap].witness_end - len(head)
    if not _is_turned(head, place, (words, witness), lexicon):
        return steps
    return [*_moved(head, place, (words, witness)), *steps[gap + 1 :]]


def _is_wide(gap: Step, size: int) -> bool:
    return gap.page == gap.page_end and gap.witness_end - gap.witness >= size


def _is_row(steps: Sequence[Step]) -> bool:
    """Whether the steps are single equal words."""
    return all(step.likeness == 1.0 and step.page_end - step.page == 1 for step in steps)


def _is_turned(row: Sequence[Step], place: int, sides: tuple[Words, Words], lexicon: Lexicon) -> bool:
    """Whether the document has the words of `row` at `place` too, but for one that is denied there."""
    mine = sides[0].slice(row[0].page, row[-1].page_end)
    theirs = sides[1].slice(place, place + len(row))
    unlike = [(one, other) for one, other in zip(mine, theirs, strict=True) if one != other]
    return len(unlike) == 1 and _are_poles(*unlike[0], lexicon)


def _are_poles(one: str, other: str, lexicon: Lexicon) -> bool:
    return is_denial(one, other) or {lexicon.pole(one), lexicon.pole(other)} == _POLES


def _moved(row: Sequence[Step], place: int, sides: tuple[Words, Words]) -> list[Step]:
    """The words of `row` beside those of the document from `place` on."""
    mine = sides[0].slice(row[0].page, row[-1].page_end)
    theirs = sides[1].slice(place, place + len(row))
    return [
        Step(step.page, step.page_end, place + at, place + at + 1, float(mine[at] == theirs[at]))
        for at, step in enumerate(row)
    ]


def _within_numbers(steps: list[Step], words: Words, witness: Words) -> list[Step]:
    """`steps`, where the passage begins with the last words of a number there, or ends with its first ones."""
    if not steps:
        return steps
    first, last = steps[0], steps[-1]
    size = _less(first) if first.page == 0 else 0
    if size and words.slice(0, size) == witness.slice(first.witness_end - size, first.witness_end):
        steps[0] = Step(0, size, first.witness_end - size, first.witness_end, 1.0)
    size = _less(last) if last.page_end == len(words) else 0
    if size and words.slice(last.page, last.page_end) == witness.slice(last.witness, last.witness + size):
        steps[-1] = Step(last.page, last.page_end, last.witness, last.witness + size, 1.0)
    return steps


def _less(step: Step) -> int:
    """How many words of the page answer to more of the document; 0 where they do not."""
    size = step.page_end - step.page
    return size if 0 < size < step.witness_end - step.witness else 0


def _without_brackets(steps: list[Step], words: Words, witness: Words) -> list[Step]:
    """`steps`, where what the page has in brackets at an end answers to nothing: whoever copied put it in."""
    if "(" not in words.text and "[" not in words.text:
        return steps
    at = len(steps)
    while at and _is_in_brackets(steps[at - 1], words):
        at -= 1
    while at < len(steps) and steps[at].page == steps[at].page_end:
        at += 1
    if not at or all(step.likeness == 1.0 for step in steps[at:]):
        return steps
    there = steps[at - 1].witness_end
    beside = witness.span(there, there + 1) if there < len(witness) else None
    if beside is not None and is_bracketed(witness.text, beside.start, beside.end):
        return steps
    return [*steps[:at], Step(steps[at].page, steps[-1].page_end, there, there, 0.0)]


def _is_in_brackets(step: Step, words: Words) -> bool:
    if step.page == step.page_end:
        return True
    span = words.span(step.page, step.page_end)
    return is_bracketed(words.text, span.start, span.end)


def _reaches(end: Step, gap: Step, beside: int, sides: tuple[Words, Words], lexicon: Lexicon) -> bool:
    """Whether a single word hangs on by a gap of several words of the document that it does not outweigh."""
    wide = gap.page == gap.page_end and gap.witness_end - gap.witness > _NEAR
    if not wide or end.is_gap or end.page_end - end.page != 1:
        return False
    (word,), (other,) = sides[0].slice(end.page, end.page_end), sides[1].slice(beside, beside + 1)
    if end.likeness < 1.0 or _are_poles(word, other, lexicon):
        return True
    return lexicon.number(word) is not None or lexicon.function_group(word) is not None
