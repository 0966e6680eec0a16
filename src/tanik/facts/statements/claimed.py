"""A claim that a page gives in marks and without a speaker: Görsele göre “Sovyetler 10 milyon ruble gönderdi”.

Comes in: the text of a page, a sentence of it and a quotation in that. Goes out: how the sentence hands the words on,
or None where it does not. What goes round is quoted by whoever looks into it, and who said it first is just what he
does not know: before the marks stands the paper or picture that has it, behind them a noun of claiming or a passive of
saying (Göksel and Kerslake 2005, 17.2.2, 24.4, 28.4). Other words in marks without a speaker are read by nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tanik.core.fold import fold, lower_turkish
from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.statements.lexis.lexicon import has_word, phrases

__all__ = ["Claim", "claim_of", "is_claim"]

_OPENING: Final = " \n\t\u00a0,:;“”\"«»'‘’("
_CLOSING: Final = " \n\t\u00a0,.!…“”\"«»'‘’)"
_OWNED: Final = re.compile(r"[a-z]{3,}[iu](?:n[iuae]|n[iu]n|nd[ae]n?|yl[ae]|d[iu]r|yd[iu])?")
_UNTRUE: Final = ("yalan", "yalandir", "yalandi")


@dataclass(frozen=True, slots=True)
class Claim:
    """Words handed on as a claim: `frame`, what stands before them in their sentence, and whether that rejects them."""

    frame: Span
    rejected: bool


def is_claim(word: str) -> bool:
    """Whether a word in small letters is a noun of claiming that what stands before it belongs to, as its possessive
    says (GK 15.9): "borç ödendi iddiası"; of "geldi, haber verdi" and "görüştü" it is not.

    >>> [is_claim(word) for word in ("iddiası", "haberini", "yalandır", "haber", "görüştü", "belgeler")]
    [True, True, True, False, False, False]
    """
    folded = fold(word).strip(_CLOSING)
    if folded in _UNTRUE:
        return True
    if not has_word("claims", folded) or _OWNED.fullmatch(folded) is None:
        return False
    known = readings(word.strip(_CLOSING))  # none of a word that is written without its marks
    return not known or any(one.part == "Noun" and one.possessive for one in known)


def claim_of(text: str, sentence: Span, quotation: Span) -> Claim | None:
    """How a sentence hands on the words that it quotes, or None.

    Spans are code points of `text`; the quotation lies in the sentence.

    >>> text = "Görsele göre “Vali parayı aldı”. “Vali parayı aldı” iddiası asılsız. “Geldim” dedi."
    >>> [claim_of(text, Span(0, 32), Span(13, 31)), claim_of(text, Span(33, 68), Span(33, 51)).rejected]
    [Claim(frame=Span(start=0, end=13), rejected=False), True]
    >>> claim_of(text, Span(69, 83), Span(69, 77)) is None
    True
    """
    before = fold(text[sentence.start : quotation.start])
    written = text[quotation.end : sentence.end].lstrip(_CLOSING)
    behind = fold(written)
    said = before.rstrip(_OPENING).rsplit(None, 1)[-1:]
    named = bool(said) and said[0] in phrases("source_marks")
    begun = " ".join(behind.split()[:2])
    told = any(begun.startswith(word) for word in phrases("claimed_behind"))
    told = told or any(map(is_claim, lower_turkish(written).split(None, 1)[:1]))
    if not (named or told):
        return None
    return Claim(Span(sentence.start, quotation.start), told and has_word("denials", behind))
