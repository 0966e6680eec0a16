"""Between which days: two dates that the words around them make one time.

Comes in: the tokens of a page and where a date ends. Goes out: where a second begins, and whether what stands behind
that closes the pair. Turkish says "5 Mart 1920 ile 8 Nisan 1921 (tarihleri) arasında" (Göksel and Kerslake 2005,
17.3.1); without the closing word two dates are two dates, and so are the ends of "5 Mart'tan 8 Nisan'a kadar".
"""

from __future__ import annotations

from typing import Final

from tanik.facts.dates.words import skip_suffix
from tanik.facts.numbers.tokens import Token, form_at

__all__ = ["closes", "second_at"]

_AND: Final = ("ile", "ila", "ve", "ilə", "və")
_WITH: Final = ("yle", "yla", "le", "la")
_DAYS: Final = ("tarihleri", "gunleri", "aylari")


def second_at(tokens: tuple[Token, ...], last: int, ending: str) -> int | None:
    """The token at which a second date may begin, behind one that ends before token `last` with `ending`.

    >>> from tanik.facts.numbers.tokens import cut
    >>> second_at(cut("8 Nisan ile 9 Mayıs arasında"), 2, ""), second_at(cut("8 Nisan akşamı"), 2, "")
    (3, None)
    """
    if form_at(tokens, last) in _AND:
        return last + 1 if not ending else None
    after = skip_suffix(tokens, last)
    return after if (form_at(tokens, after - 1) if after > last else ending) in _WITH else None


def closes(tokens: tuple[Token, ...], last: int) -> bool:
    """Whether a pair is closed behind its second date, which ends before token `last`.

    >>> from tanik.facts.numbers.tokens import cut
    >>> closes(cut("8 Nisan ile 9 Mayıs arasında"), 5), closes(cut("8 Nisan ile 9 Mayıs tarihli"), 5)
    (True, False)
    """
    return form_at(tokens, last + (form_at(tokens, last) in _DAYS)).startswith("aras")
