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
from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.lexis.units import is_unit
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["is_part", "with_own_case"]

_PARTS: Final = frozenset(
    ("madde", "fikra", "bolumu", "kismi", "yarisi", "parcasi", "cogu", "tamami", "hepsi", "kalani", "ucte", "bazilari")
)

# "seçmenlerin 61'i": as an accusative it would be "61'ini" (GK 14.4)
_COUNTED: Final = re.compile(r"(?<=\d)['’]s?[ıiuü]\b")


def is_part(phrase: Phrase) -> bool:
    """Whether a possessed phrase only measures its possessor: "rublenin 1,2 milyonu", "borcun yarısı".

    "Bankanın iki fabrikası" are factories, and no part of the bank.
    """
    last = phrase.text.split()[-1] if phrase.text.split() else ""
    measured = phrase.name is None and (bool(phrase.amounts) or phrase.text[:1].isdigit())
    return fold_word(last).startswith(tuple(_PARTS)) or (measured and _is_measure(last))


def with_own_case(phrase: Phrase, text: str) -> Phrase:
    """A number of a whole in the case that it stands in: behind a genitive the letter is its possessive alone."""
    owned = phrase.case == "acc" and _COUNTED.match(text, phrase.span.end) is not None
    return replace(phrase, case="nom") if owned else phrase


@lru_cache(maxsize=1 << 12)
def _is_measure(word: str) -> bool:
    """Whether a word behind a number is a numeral, a unit or a vessel, with a possessive or without."""
    found = readings(word)
    if not word.isalpha() or not found or any(one.part in ("Num", "Pron") for one in found):
        return True  # "300'ü", "14. maddesi" and what no dictionary has
    return any(is_unit(one.lemma) for one in found)
