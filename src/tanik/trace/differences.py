"""Differences: an alignment told as the places where two texts read differently.

Comes in: the words of both sides and the steps of an alignment. Goes out: typed differences in order of the passage.
Equal words are looked at as they are written, unlike ones as words; neighbours that are one expression (``sarf
etmek``/``harcamak``, ``yüz elli``/``150``) are told as one difference. Putting each witness text in the place of the
page text gives the witness's words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tanik.core.fold import fold, lower_turkish
from tanik.trace.align import Step, joined_steps
from tanik.trace.apparatus import apparatus_rule
from tanik.trace.lexicon import Lexicon
from tanik.trace.model import Difference, DifferenceKind
from tanik.trace.polarity import is_negated, is_privative_form
from tanik.trace.readings import Reading, Verdict, read_gap, read_pair
from tanik.trace.words import Words, is_bracketed

__all__ = ["find_differences"]

_SENTENCE_ENDS: Final = frozenset(".!?…:\n")
_WIDEST_EXPRESSION: Final = 5
_JOINING: Final = ("et", "ed", "ol")
# Words that deny the one behind them, as the suffix -siz and the participles of a denied verb do in today's language.
_PRIVATIVES: Final = frozenset({"gayr", "gayri", "bila"})
_NEARBY: Final = 2
# "%40" or "40 %", behind the last word before it.
_PERCENT: Final = re.compile(r"[^\w%]*(?:%|\d[\d.,]*\s*%)")


def _reading(words: Words, start: int, end: int, known: NDArray[np.bool_] | None) -> Reading:
    span = words.span(start, end)
    before = words.text[max(0, span.start - 4) : span.start].rstrip(" \t\"'“”‘’«»(")
    opens = span.start == 0 or not before or before[-1] in _SENTENCE_ENDS
    heard = known is None or bool(known[start:end].all())
    own = tuple(words.slice(start, end))
    leads, follows = "".join(words.slice(max(0, start - 1), start)), "".join(words.slice(end, end + 1))
    joins = own == ("yok",) and follows.startswith(_JOINING)
    return Reading(own, span.of(words.text), heard, opens, joins, follows, leads)


class _Teller:
    """Turns steps of one alignment into differences."""

    def __init__(self, page: Words, witness: Words, known: NDArray[np.bool_] | None, lexicon: Lexicon) -> None:
        self.page, self.witness, self.known, self.lexicon = page, witness, known, lexicon

    def difference(self, step: Step, verdict: Verdict) -> Difference:
        kind, changes, rule = verdict
        page = self.page.span(step.page, step.page_end)
        witness = self.witness.span(step.witness, step.witness_end)
        return Difference(kind, changes, page, witness, page.of(self.page.text), witness.of(self.witness.text), rule)

    def equal(self, step: Step) -> Iterator[Difference]:
        """What differs in the writing of two words that fold alike."""
        mine = self.page.written(step.page, step.page_end)
        theirs = self.witness.written(step.witness, step.witness_end)
        if mine == theirs or lower_turkish(mine) == lower_turkish(theirs):
            return
        if self.page.slice(step.page, step.page_end) != self.witness.slice(step.witness, step.witness_end):
            yield from self.pair(step)
            return
        for index in range(step.page_end - step.page):
            page, witness = step.page + index, step.witness + index
            yield from self.pair(Step(page, page + 1, witness, witness + 1, 1.0))

    def pair(self, step: Step) -> Iterator[Difference]:
        """What differs between two words, or two expressions."""
        mine = _reading(self.page, step.page, step.page_end, self.known)
        theirs = _reading(self.witness, step.witness, step.witness_end, None)
        verdict = read_pair(mine, theirs, self.lexicon)
        if verdict is not None:
            yield self.difference(step, verdict)

    def gap(self, step: Step) -> Difference:
        """Words that stand on one side only."""
        dropped = step.page == step.page_end
        place = self.page.span(step.page, step.page_end)
        there = self.witness.span(step.witness, step.witness_end)
        text, own = (self.witness.text, there) if dropped else (self.page.text, place)
        rule = apparatus_rule(text, own.start, own.end)
        if rule is not None:
            return self.difference(step, (DifferenceKind.SPELLING, False, rule))
        if dropped:
            words = self.witness.slice(step.witness, step.witness_end)
        else:
            words = self.page.slice(step.page, step.page_end)
        other, at = (self.page.text, place.end) if dropped else (self.witness.text, there.end)
        if words == ["yuzde"] and _PERCENT.match(other, at):
            return self.difference(step, (DifferenceKind.SPELLING, False, "percent_sign"))
        bracketed = not dropped and is_bracketed(self.page.text, place.start, place.end)
        # What is put in between the witness's own brackets glosses nothing.
        bracketed = bracketed and not is_bracketed(self.witness.text, there.start, there.end)
        return self.difference(step, read_gap(words, dropped=dropped, bracketed=bracketed, lexicon=self.lexicon))

    def block(self, steps: Sequence[Step]) -> Iterator[Difference]:
        """What differs in a run of unlike steps, taken as one expression where it is one."""
        whole = Step(steps[0].page, steps[-1].page_end, steps[0].witness, steps[-1].witness_end, 0.0)
        expression = self.expression(whole) if len(steps) > 1 else None
        if expression is not None:
            yield self.difference(whole, expression)
            return
        for step in joined_steps(steps):
            if step.is_gap:
                yield self.gap(step)
            else:
                yield from self.pair(step)

    def expression(self, whole: Step) -> Verdict | None:
        """The verdict on a block as one expression: a number in words, a phrase of the glossary."""
        widths = whole.page_end - whole.page, whole.witness_end - whole.witness
        if not all(widths) or max(widths) > _WIDEST_EXPRESSION:
            return None
        mine = _reading(self.page, whole.page, whole.page_end, None)
        theirs = _reading(self.witness, whole.witness, whole.witness_end, None)
        rule = self.lexicon.glossary_rule(mine.words, theirs.words)
        if rule is not None:
            if is_negated(mine.words[-1]) != is_negated(theirs.words[-1]):
                return DifferenceKind.POLARITY, True, "negative_suffix"
            return DifferenceKind.MODERNISED, False, rule
        verdict = read_pair(mine, theirs, self.lexicon)
        number = verdict is not None and verdict[2] in ("number", "number_form")
        return verdict if number else None


def find_differences(
    page: Words, witness: Words, steps: Sequence[Step], lexicon: Lexicon, known: NDArray[np.bool_] | None = None
) -> tuple[Difference, ...]:
    """Where two texts read differently, in the order of the passage.

    `steps` go through both stretches without holes; `known` says of every word of the passage whether the library has
    its stem anywhere (a word that it has nowhere is more likely damage than another word).
    """
    teller = _Teller(page, witness, known, lexicon)
    found: list[Difference] = []
    block: list[Step] = []
    for step in steps:
        if step.likeness == 1.0:
            if block:
                found.extend(teller.block(block))
                block = []
            found.extend(teller.equal(step))
        else:
            block.append(step)
    if block:
        found.extend(teller.block(block))
    return tuple(_with_answers(_with_moves(found)))


def _with_answers(found: Sequence[Difference]) -> list[Difference]:
    """`found`, where one side's ``gayr-i`` or ``bilâ`` is the other's suffix a word further on."""
    told = list(found)
    for at, difference in enumerate(told):
        if difference.kind is not DifferenceKind.POLARITY:
            continue
        mine, theirs = fold(difference.page_text).split(), fold(difference.witness_text).split()
        near = told[max(0, at - _NEARBY) : at] + told[at + 1 : at + 1 + _NEARBY]
        answered = (_is_privative(theirs) and any(is_privative_form(d.page_text) for d in near)) or (
            _is_privative(mine) and any(is_privative_form(d.witness_text) for d in near)
        )
        if answered:
            told[at] = replace(difference, kind=DifferenceKind.MODERNISED, changes_meaning=False, rule="privative")
    return told


def _is_privative(words: Sequence[str]) -> bool:
    return bool(words) and words[0].split("-")[0] in _PRIVATIVES


def _with_moves(found: Sequence[Difference]) -> list[Difference]:
    """`found`, where words left out in one place and put in at another are told as moved."""
    told = list(found)
    cuts = {fold(d.witness_text): at for at, d in enumerate(told) if d.kind is DifferenceKind.OMISSION}
    for at, difference in enumerate(told):
        source = cuts.get(fold(difference.page_text)) if difference.kind is DifferenceKind.ADDITION else None
        if source is not None:
            for index in (at, source):
                told[index] = replace(told[index], kind=DifferenceKind.ORDER, changes_meaning=False, rule="word_moved")
    return told
