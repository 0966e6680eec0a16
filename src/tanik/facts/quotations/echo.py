"""Words that a page quotes twice: as a heading and again in the text, whole and in part, right and bent.

Comes in: the quotations of a page in order. Goes out: the same, where one copy borrows from the other what only
that one has: a speaker named beside it, the kind of text it is taken from. Copies share most of the shorter's words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.cover import Cover
from tanik.facts.model import Quotation, QuotationForm

__all__ = ["with_echoes"]

_FEWEST: Final = 4  # words that the shorter copy has at least
_SHARE: Final = 0.7  # of which so many stand in the longer
_STEM: Final = 5  # letters of a word that are compared: copies differ in endings
_BACK: Final = 30  # quotations before and behind that are looked through
_LABEL: Final = 4  # letters between a label and its words
_SENTENCE: Final = 500  # letters of a long sentence
_BESIDE: Final = 220  # letters within which a speaker is named beside the words


def _stems(quotation: Quotation) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in re.findall(r"\w{2,}", fold(quotation.text)))


def _copies(stems: Sequence[frozenset[str]]) -> Iterator[list[int]]:
    """For each quotation, by the stems of its words, the numbers of its copies among those near it, in order."""
    places: dict[str, list[int]] = {}
    for number, words in enumerate(stems):
        for word in words:
            places.setdefault(word, []).append(number)
    for number, words in enumerate(stems):
        shared: Counter[int] = Counter()
        for word in words:
            held = places[word]
            shared.update(held[bisect_left(held, number - _BACK) : bisect_right(held, number + _BACK)])
        del shared[number]
        fewer = ((other, count, min(len(words), len(stems[other]))) for other, count in sorted(shared.items()))
        yield [other for other, count, least in fewer if least >= _FEWEST and count >= _SHARE * least]


def _is_beside(quotation: Quotation) -> bool:
    basis = quotation.speaker_basis
    if basis is None:
        return False
    if _is_announced(quotation) and 0 <= quotation.span.start - basis.end <= _SENTENCE:
        return True  # the subject of a long sentence that announces the words
    return max(quotation.span.start - basis.end, basis.start - quotation.span.end) <= _BESIDE


def _is_announced(quotation: Quotation) -> bool:
    return quotation.rule.startswith("announced")


def with_echoes(quotations: tuple[Quotation, ...], headings: tuple[Span, ...] = ()) -> tuple[Quotation, ...]:
    """The quotations, each completed by its copies on the same page; what stands in one of `headings` borrows its
    speaker even where a name stands near: a heading names whom the page is about.

    >>> words = "yol bugün herkese açıldı"
    >>> told = Quotation(Span(50, 74), words, QuotationForm.SPEECH, "“”", "marks", "Ali Bey", Span(40, 47))
    >>> heading = Quotation(Span(0, 24), words, QuotationForm.DIRECT, "“”", "marks")
    >>> [(one.speaker, str(one.form)) for one in with_echoes((heading, told))]
    [('Ali Bey', 'speech'), ('Ali Bey', 'speech')]
    """
    found = []
    titles = Cover(headings)
    for one, numbers in zip(quotations, _copies([_stems(one) for one in quotations]), strict=True):
        copies = [quotations[number] for number in numbers]
        heading = titles.holds(one.span) and not _is_labelled(one)
        found.append(_completed(one, copies, heading=heading))
    return tuple(found)


def _is_labelled(one: Quotation) -> bool:
    """Whether the speaker is named right before the words, with no more than a colon and marks between."""
    return one.speaker_basis is not None and 0 <= one.span.start - one.speaker_basis.end <= _LABEL


def _completed(one: Quotation, copies: list[Quotation], *, heading: bool) -> Quotation:
    named = next((copy for copy in copies if copy.speaker is not None and _is_beside(copy)), None)
    basis = one.speaker_basis
    # named only behind the words, which another copy's sentence announces
    loose = basis is not None and basis.start >= one.span.end and not _is_announced(one)
    loose = loose and named is not None and _is_announced(named)
    if named is not None and (heading or loose or not _is_beside(one)):
        one = replace(one, speaker=named.speaker, speaker_basis=named.speaker_basis)
    known = next((copy for copy in copies if copy.form is not QuotationForm.DIRECT), None)
    if known is not None and one.form is QuotationForm.DIRECT:
        one = replace(one, form=known.form)
    return one
