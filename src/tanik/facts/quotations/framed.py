"""Quoted letters that show by their frame what they are and who signed them.

Comes in: the quotations of a page. Goes out: the same, where one is a letter given whole with its place and day, its
address or its signature (`outline/letters`): plain words become a letter or telegram, and a speaker whom nothing around
names is whoever signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Name, NameKind, Quotation, QuotationForm
from tanik.facts.outline.letters import Letter, letters_of
from tanik.facts.quotations.below import signed_within
from tanik.page.model import Page

__all__ = ["with_letters"]

_WIRED: Final = ("telgraf", "telgrafname", "teleqram", "telegram", "cable", "sifre", "tel")


def with_letters(page: Page, quotations: Sequence[Quotation], names: Sequence[Name]) -> tuple[Quotation, ...]:
    """The quotations with the form and the speaker that a letter's frame gives them."""
    letters = letters_of(page) if quotations else ()
    return tuple(_framed(page, one, letters, names) for one in quotations) if letters else tuple(quotations)


def _framed(page: Page, quotation: Quotation, letters: Sequence[Letter], names: Sequence[Name]) -> Quotation:
    letter = next((one for one in letters if _is_most_of(one.body, quotation.span)), None)
    if letter is None:
        return quotation
    if quotation.form is QuotationForm.DIRECT:
        form = QuotationForm.TELEGRAM if letter.word in _WIRED else QuotationForm.LETTER
        quotation = replace(quotation, form=form)
    if _is_placed_by(letter, quotation.speaker_basis):
        quotation = replace(quotation, speaker=None, speaker_basis=None)
    if quotation.speaker is not None or letter.signature is None:
        return quotation
    people = tuple(one for one in names if one.kind is NameKind.PERSON and letter.signature.contains(one.span))
    signed = signed_within(page.text, Span(letter.body.start, letter.signature.end), people)
    return quotation if signed is None else replace(quotation, speaker=signed[0], speaker_basis=signed[1])


def _is_placed_by(letter: Letter, basis: Span | None) -> bool:
    """Whether what names a speaker is the place of the letter's day: "Kastamonu, 2 Mart 1921" wrote nothing."""
    return basis is not None and letter.dateline is not None and letter.dateline.contains(basis)


def _is_most_of(body: Span, quoted: Span) -> bool:
    """Whether quoted words hold at least half of a letter."""
    return 2 * (min(body.end, quoted.end) - max(body.start, quoted.start)) >= len(body)
