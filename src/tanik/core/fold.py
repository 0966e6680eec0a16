"""The comparison form of a text, one character for one character.

Comes in: text as written. Goes out: text of the **same length**, so that an offset in one is an offset in
the other and no map is needed. Two strengths: `lower_turkish` changes case alone, the Turkish way
(İ→i, I→ı); `fold` also drops what writers of one text disagree about: circumflex, dots and cedillas, the
dotless ı, typographic apostrophes, quotation marks and dashes, and it writes Azerbaijani letters, Latin and
Cyrillic, with their nearest Turkish-folded ones (ə→e, x→h, q→k; both alphabets map letter for letter: law of
25 December 1991 on the Latin alphabet of Azerbaijan). Decomposed letters are composed when a page is read.
"""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["fold", "lower_turkish"]

_TURKISH_CASE: Final = {ord("İ"): "i", ord("I"): "ı"}

# Azerbaijani Cyrillic (1958–1991) letter for letter, then folded like the Latin letter it stands for.
_CYRILLIC: Final = dict(
    zip(
        "абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹшэйцщъьюя",
        "abvkgdeejziiykglmnooprstuufhhccseycs''uy",
        strict=True,
    )
)
_PUNCTUATION: Final = {
    **dict.fromkeys("’‘ʼ`´′‛＇ʹ", "'"),
    **dict.fromkeys("“”„«»‟″＂", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003", " "),
}
_AZERBAIJANI: Final = {"ə": "e", "x": "h", "q": "k", "ı": "i", "w": "v"}


def _folded_letter(char: str) -> str:
    """The comparison form of one character: always exactly one character."""
    lowered = {"İ": "i", "I": "i"}.get(char) or char.lower()
    base = unicodedata.normalize("NFD", lowered)[:1]
    base = _CYRILLIC.get(lowered) or _CYRILLIC.get(base) or base
    base = _PUNCTUATION.get(lowered) or _AZERBAIJANI.get(base) or base
    return base if len(base) == 1 else char


class _Fold(dict[int, str]):
    """Translation table that works out each character once, when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded_letter(chr(code))
        return folded


class _Lower(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        lowered = _TURKISH_CASE.get(code) or char.lower()
        self[code] = lowered if len(lowered) == 1 else char
        return self[code]


_FOLD: Final = _Fold()
_LOWER: Final = _Lower()


def lower_turkish(text: str) -> str:
    """`text` in small letters by Turkish rules, same length.

    >>> lower_turkish("IĞDIR İLİ")
    'ığdır ili'
    """
    return text.translate(_LOWER)


def fold(text: str) -> str:
    """The comparison form of `text`, same length: small letters, no diacritics, plain punctuation.

    >>> fold("Kâzım Karabekir’in “Şarkî” vilâyeti")
    'kazim karabekir\\'in "sarki" vilayeti'
    >>> fold("Азәрбајҹан Республикасы") == fold("Azərbaycan Respublikası")
    True
    """
    return text.translate(_FOLD)
