"""Parts that only measure a whole: "borcun yarısı", "antlaşmanın 14. maddesi".

Comes in: a phrase behind a genitive. Goes out: whether it is a part, a share or a number of the whole, and no thing
that the whole merely has (Göksel & Kerslake 2005, 14.4, 15.5).
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tanik.core.morph import readings
from tanik.facts.statements.lexis.lexicon import fold_word, has_word
from tanik.facts.statements.lexis.units import is_coin, is_unit
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["is_part", "is_shared_behind", "is_sum_of", "with_own_case"]


# behind a whole: its noun, its case, an adverb, and a share of which no number is told
_OF_WHOLE: Final = r"(?: [^\W\d_]+){0,2}[^\W\d_]{0,3}?['’]?(?:n?[ıiuü]n|[dt][ae]n)"
_ONLY: Final = r"(?: (?:ancak|yalnız|yalnızca|sadece|yaklaşık|aşağı yukarı|hemen hemen|ise|da|de))*"
_HOW_LARGE: Final = r"(?:(?:çok|daha|geri|kalan|küçük|büyük|önemli|az|ilk|son|bir) )+"
_SHARE: Final = rf"yarı(?:sı|dan)|çoğu|{_HOW_LARGE}(?:kısm|bölüm|parças)|(?:üç|dört|beş|on)[dt][ae] (?:bir|iki|üç)"
_SOME_OF: Final = r"[a-zçğıöşü]{0,3}[dt][ae]n (?:biri|ikisi|birisi|birkaçı|bazısı|bazıları|çoğu|hiçbiri)"
_SHARE_BEHIND: Final = re.compile(rf"{_OF_WHOLE}{_ONLY} (?:{_SHARE})|{_SOME_OF}", re.IGNORECASE)
# "seçmenlerin 61'i": as an accusative it would be "61'ini" (GK 14.4)
_COUNTED: Final = re.compile(r"(?<=\d)['’]s?[ıiuü]\b")


def is_part(phrase: Phrase) -> bool:
    """Whether a possessed phrase only measures its possessor: "rublenin 1,2 milyonu", "borcun yarısı".

    "Bankanın iki fabrikası" are factories, and no part of the bank.
    """
    last = phrase.text.split()[-1] if phrase.text.split() else ""
    measured = phrase.name is None and (bool(phrase.amounts) or phrase.text[:1].isdigit())
    return has_word("parts_of_wholes", fold_word(last)) or (measured and _is_measure(last))


def with_own_case(phrase: Phrase, text: str) -> Phrase:
    """A number of a whole in the case that it stands in: behind a genitive the letter is its possessive alone."""
    owned = phrase.case == "acc" and _COUNTED.match(text, phrase.span.end) is not None
    return replace(phrase, case="nom") if owned else phrase


def is_shared_behind(text: str, end: int, until: int) -> bool:
    """Whether a share without a number of its own follows, before `until`, the whole that ends at `end`.

    What was sent of "on milyon rublenin bir kısmı" nobody says, and it is not ten million; nor are "iki topundan biri"
    two (GK 15.5).

    >>> shares = ("nin büyük kısmı", "nin tamamı", "yi Ankara'ya", "den biri")
    >>> [is_shared_behind(f"10 milyon ruble{rest}", 15, 40) for rest in shares]
    [True, False, False, True]
    """
    return _SHARE_BEHIND.match(text, end, until) is not None


@lru_cache(maxsize=1 << 12)
def is_sum_of(word: str) -> bool:
    """Whether a word, with a possessive or without, is a unit of money.

    >>> is_sum_of("altını"), is_sum_of("rublesini"), is_sum_of("kilosu")
    (True, True, False)
    """
    return any(is_coin(one.lemma) for one in readings(word))


@lru_cache(maxsize=1 << 12)
def _is_measure(word: str) -> bool:
    """Whether a word behind a number is a numeral, a unit or a vessel, with a possessive or without."""
    found = readings(word)
    if not word.isalpha() or not found or any(one.part in ("Num", "Pron") for one in found):
        return True  # "300'ü", "14. maddesi" and what no dictionary has
    return any(is_unit(one.lemma) for one in found)
