"""A line of a list that names a kind and how many there are of it: ``Tüfek: 39.000``, ``– Makineli tüfek – 327``.

Comes in: a number without a unit and the tokens of its line. Goes out: the unit and what is counted, or None where the
line says more than a kind and its number, or names nothing that is counted.
"""

from __future__ import annotations

from typing import Final

from tanik.facts.amounts.told import Unit
from tanik.facts.numbers.nouns import noun_at
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import WORD, Token, form_at

__all__ = ["kind_before"]

_LONGEST: Final = 3  # words of a kind
_MARKERS: Final = frozenset("-–—•*·▪►●○◦‣■")
_BEHIND: Final = frozenset((",", ";", ".", "adet", "tane", "parca", "eded"))
# a number behind these is a page, an address or an order and no count
_NO_KINDS: Final = frozenset(
    (
        *("sayfa", "cilt", "nusha", "madde", "gun", "oy", "kat", "kez", "kere", "defa", "sefer", "telefon", "ada"),
        *("not", "ek", "ev", "kaza", "sayi", "nobet", "yuk", "turku", "genelge", "kararname", "belge", "satir", "ilce"),
    )
)


def kind_before(first: Number, number: Number, tokens: tuple[Token, ...], text: str) -> Unit | None:
    """The kind that stands before a colon or dash and of which the number says how many; `first` is the lower end.

    >>> from tanik.facts.numbers.figures import style_of
    >>> from tanik.facts.numbers.read import read_numbers
    >>> from tanik.facts.numbers.tokens import cut
    >>> def kind(text):
    ...     tokens = cut(text)
    ...     (one,) = read_numbers(tokens, text, style_of(text, english=False), english=False)
    ...     return kind_before(one, one, tokens, text)
    >>> kind("- Tüfek: 39.000").of, kind("Sayfa: 112"), kind("Tüfek: 40 kadar köyde")
    ('Tüfek', None, None)
    """
    colon = first.first - 1
    if form_at(tokens, colon) not in (":", "–", "—", "-") or number.ending != "plain":
        return None
    if any(token.form not in _BEHIND for token in tokens[number.last :]):
        return None
    low = next((at for at in range(colon) if tokens[at].form not in _MARKERS), colon)
    noun = next((found for at in range(low, colon) if (found := noun_at(tokens, at)) and found.last == colon), None)
    words = all(token.kind == WORD for token in tokens[low:colon])
    if noun is None or not words or colon - low > _LONGEST or noun.kind != "thing" or noun.stem in _NO_KINDS:
        return None
    return Unit(noun.unit, text[tokens[low].start : noun.end])
