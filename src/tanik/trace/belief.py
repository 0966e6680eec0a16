"""Belief: whether what was found of a passage is the passage, or only looks like it.

Comes in: a passage and the documents that have most of it. Goes out: yes or no. A long passage is believed when
enough of it stands there. A short one is judged by its *breaks* as well: the places where copying would have had to go
wrong (an unlike word, a gap, a foreign word at an end, a seam between pieces). A quotation of six words that somebody
changed has one; words strung together from two places have two or more, however rare they are. And where independent
documents fill the places at which a passage breaks each in its own way, it is one more use of a formula (`formula.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tanik.trace.align import Step
from tanik.trace.finding import Finding, cover, credit_of, in_brackets, steps_of
from tanik.trace.formula import fills_a_formula
from tanik.trace.piece import Piece, Query, least_strength, step_worth
from tanik.trace.words import Documents

__all__ = ["is_believed", "least_strength_of"]

_DOUBTFUL = 0.5
# Conjunctions that stand before each part.
_BEFORE_EACH = ("ne", "hem", "ya", "gerek", "ister")
# With three quarters more than is needed, words of one's own around the found ones are one break a side, however many.
_AMPLE = 1.75


def least_strength_of(finding: Finding, query: Query, tokens: int) -> float:
    """The strength a finding over `tokens` words needs: less where the document has the very words of the whole.

    That they stand there is no question of chance then, only whether they are more than a turn of speech.
    """
    is_short = len(query.weights) < query.options.strong_words
    needed = least_strength(tokens, _size(query) if is_short else query.size, query.options.chance)
    return needed * query.options.verbatim_share if _is_verbatim([finding], tokens) else needed


def is_believed(query: Query, told: Sequence[Finding], witnesses: Sequence[Finding], documents: Documents) -> bool:
    """Whether the passage is what `told` have of it together; `witnesses` are all that have its words."""
    options = query.options
    if _is_strong(told[0], query) or _is_verbatim(told, len(query.weights)):
        return True
    is_alone = len(told) == 1
    if is_alone and _is_abundant(query, told):
        return True
    if is_alone and fills_a_formula(query, told[0], witnesses, documents):
        return False
    breaks, allowed = _breaks(query, told), _breaks_allowed(query, told)
    if len(query.weights) < options.strong_words:
        return breaks <= allowed and _is_whole(query, told) and (breaks <= 1 or _is_covered(query, told))
    is_patchy = is_alone and not _is_modern(query, told) and cover(query, told) < options.full_cover
    return _is_covered(query, told) and not (is_patchy and breaks > allowed)


def _is_verbatim(told: Sequence[Finding], tokens: int) -> bool:
    """Whether every one of so many words stands there, with none between."""
    steps = list(steps_of(told))
    equal = sum(step.page_end - step.page for step in steps if step.likeness == 1.0)
    return equal == tokens and not any(step.is_gap for step in steps)


def _is_abundant(query: Query, told: Sequence[Finding]) -> bool:
    """Whether half of a longer passage was found, with several times the strength that it needs.

    So is one that was put into other words here and there, and otherwise copied.
    """
    options = query.options
    if len(query.weights) < options.strong_words or _plenty(query, told) < options.abundance:
        return False
    return cover(query, told) >= options.abundant_cover


def _is_covered(query: Query, told: Sequence[Finding]) -> bool:
    """Whether enough of the passage was found."""
    options = query.options
    return cover(query, told) >= (options.least_cover_modern if _is_modern(query, told) else options.least_cover)


def _is_modern(query: Query, told: Sequence[Finding]) -> bool:
    """Whether the glossary had its part in what the best document has; one word of it alone may come by chance."""
    pairs = sum(step.likeness == query.lexicon.likeness for step in steps_of(told[:1]))
    return pairs >= query.options.rendering_pairs or (pairs > 0 and _plenty(query, told) >= _AMPLE)


def _breaks(query: Query, told: Sequence[Finding]) -> float:
    """At how many places copying would have had to go wrong.

    A word that the library has nowhere may be damage of an equal one, and a form of the same word a spelling: they
    count half where they are unlike, or not at all.
    """
    if _is_unbroken(query, told):
        return _foreign_ends(query, told)
    before, after = _outside(query, told)
    excused = _excused(query, told)
    inside = sum(_break_of(step, query) for step in steps_of(told) if step not in excused)
    seams = sum(len(finding.pieces) for finding in told) - 1
    if _plenty(query, told) >= _AMPLE and _is_covered(query, told):
        return inside + seams + (before > 0) + (after > 0)
    size = len(query.weights)
    ends = (*range(before), *range(size - after, size))
    return inside + seams + sum(1.0 if query.known[at] else _DOUBTFUL for at in ends)


def _outside(query: Query, told: Sequence[Finding]) -> tuple[int, int]:
    """How many words stand before the first and after the last that was found; all before where none was."""
    found, size = np.flatnonzero(credit_of(query, told)), len(query.weights)
    return (int(found[0]), int(size - 1 - found[-1])) if len(found) else (size, 0)


def _break_of(step: Step, query: Query) -> float:
    if step.is_gap:
        # whoever puts in a word or two breaks once; more of his own count as they do at the ends
        return 1.0 + max(0, _own_words(step, query) - query.options.words_put_in)
    if step.likeness == query.lexicon.likeness:
        return _DOUBTFUL
    known = bool(query.known[step.page])
    if step.likeness < query.options.least_likeness:
        return 1.0 if known else _DOUBTFUL
    return _DOUBTFUL if known and step.likeness < 1.0 else 0.0


def _excused(query: Query, told: Sequence[Finding]) -> frozenset[Step]:
    """The gaps and pairs that are one change with another one: they are no break by themselves.

    Whoever puts one word for two or three (``gayr-ı kabil-i icra``), a number of two words for one (``dörtte üç``), or
    a conjunction that stands before each part (``ne … ne``) for another, breaks once. A longer passage may break often
    enough without that.
    """
    excused = set[Step]()
    if len(query.weights) >= query.options.strong_words:
        return frozenset()
    for place in _places(query, told):
        if all(step.is_gap for step in place):
            continue
        number = query.lexicon.value(query.words.slice(place[0].page, place[-1].page_end)) is not None
        excused.update(s for s in place if s.is_gap and (number or _is_near(s, query.options.words_put_in)))
    for word in _BEFORE_EACH:
        new = [s for s in steps_of(told) if query.words.slice(s.page, s.page_end) == [word] and s.likeness < 1.0]
        excused.update(sorted(new, key=lambda step: step.is_gap)[1:])
    return frozenset(excused)


def _is_near(gap: Step, most: int) -> bool:
    """Whether a gap leaves out a few words of the document and puts none in."""
    return gap.page == gap.page_end and gap.witness_end - gap.witness <= most


def _places(query: Query, told: Sequence[Finding]) -> list[list[Step]]:
    """The unlike pairs and gaps, those together that follow one another."""
    places: list[list[Step]] = []
    for piece in (found.core for finding in told for found in finding.pieces):
        goes_on = False
        for step in piece.steps:
            is_alike = not step.is_gap and step.likeness >= query.options.least_likeness
            if goes_on and not is_alike:
                places[-1].append(step)
            elif not is_alike:
                places.append([step])
            goes_on = not is_alike
    return places


def _own_words(step: Step, query: Query) -> int:
    """How many words outside brackets a gap leaves to the page."""
    return int(np.count_nonzero(~in_brackets(query.words)[step.page : step.page_end]))


def _breaks_allowed(query: Query, told: Sequence[Finding]) -> int:
    options, size = query.options, len(query.weights)
    damaged = any(
        options.least_likeness <= step.likeness < 1.0 and not query.known[step.page] for step in steps_of(told)
    )
    # strength that chance could give twice over pays for one more
    spare = int(_plenty(query, told)) - 1
    return max(1, size // options.words_a_break) + damaged + max(0, spare)


def _plenty(query: Query, told: Sequence[Finding]) -> float:
    """How many times over the best document has the strength that the passage needs."""
    return told[0].strength / least_strength(len(query.weights), _size(query), query.options.chance)


def _foreign_ends(query: Query, told: Sequence[Finding]) -> int:
    """How many words before the first and after the last that was found; around an unbroken row only how many sides.

    Whoever copied such a row and went on in his own words broke off once, however many these are.
    """
    before, after = _outside(query, told)
    return (before > 0) + (after > 0) if _is_unbroken(query, told) else before + after


def _is_unbroken(query: Query, told: Sequence[Finding]) -> bool:
    """Whether what was found is one row of equal words, `least_words` of them at least."""
    if len(told) > 1 or len(told[0].pieces) > 1:
        return False
    core = told[0].pieces[0].core
    return core.equal == core.end - core.start >= query.options.least_words and not any(s.is_gap for s in core.steps)


def _is_whole(query: Query, told: Sequence[Finding]) -> bool:
    """Whether a short passage is beyond chance as a whole, with words weighed as the two before them foretell them.

    Each unlike pair, gap and foreign end is one more place where chance could have chosen; a formula with its own
    ending is no changed quotation.
    """
    options, size = query.options, len(query.weights)
    by_formula = replace(query, before=query.formula)
    worth = sum(step_worth(step, by_formula) for step in steps_of(told))
    worth += sum(options.core_gap if step.is_gap else options.core_mismatch for step in _excused(query, told))
    worth -= options.core_gap * (sum(len(finding.pieces) for finding in told) - 1)
    worth -= options.core_mismatch * _foreign_ends(query, told)
    return worth >= least_strength(size, _size(query), options.whole_chance)


def _size(query: Query) -> int:
    """How many tokens the library counts for when a short passage is judged."""
    return min(query.size, query.options.belief_size)


def _is_strong(finding: Finding, query: Query) -> bool:
    """Whether one piece is enough by itself: long and nearly all equal, or shorter and without any break."""
    return any(_is_long(piece.core, query) or _is_verbatim_row(piece.core, query) for piece in finding.pieces)


def _is_long(core: Piece, query: Query) -> bool:
    options = query.options
    return core.equal >= options.strong_words and core.equal >= options.strong_share * (core.end - core.start)


def _is_verbatim_row(core: Piece, query: Query) -> bool:
    """Whether equal words in a row, none between, are beyond chance where three in a row foretell."""
    if core.equal < query.options.verbatim_words or core.equal < core.end - core.start:
        return False
    if any(step.is_gap for step in core.steps):
        return False
    worth = query.formula[core.end] - query.formula[core.start]
    return worth >= least_strength(len(query.weights), query.size, query.options.chance)
