"""The comparison form of a text, one character for one character.

Comes in: text as written. Goes out: text of the **same length**, so that an offset in one is an offset in
the other and no map is needed. Two strengths: `lower_turkish` changes case alone, the Turkish way
(İ→i, I→ı); `fold` also drops what writers of one text disagree about: circumflex, dots and cedillas, the
dotless ı, typographic apostrophes, quotation marks and dashes; it reads the letters of Latin-5 shown as Latin-1
(þ for ş, ð for ğ, ý for ı) as those they stand for, and it writes Azerbaijani letters, Latin and
Cyrillic, with their nearest Turkish-folded ones (ə→e, x→h, q→k; both alphabets map letter for letter: law of
25 December 1991 on the Latin alphabet of Azerbaijan). Decomposed letters are composed when a page is read.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["CYRILLIC", "code_points", "fold", "fold_codes", "fold_whole", "lower_turkish"]

_TURKISH_CASE: Final = {ord("İ"): "i", ord("I"): "ı"}

CYRILLIC: Final = dict(zip("абҹчдеәфҝғһхыижкглмноөпрсштуүвјз", "abcçdeəfgğhxıijkqlmnoöprsştuüvyz", strict=True))
"""Azerbaijani Cyrillic of 1958, letter for letter the Latin alphabet of the law of 25 December 1991."""
# Letters of Russian that it lacks, by their sound: names and Russian words stand in its texts.
_RUSSIAN: Final = dict(zip("эйцщъьюя", "eycs''uy", strict=True))
_PUNCTUATION: Final = {
    **dict.fromkeys("’‘ʼ`´′‛＇ʹ", "'"),
    **dict.fromkeys("“”„«»‟″＂", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u2002\u2003", " "),
}
# Turkish saved in ISO 8859-9 and shown as ISO 8859-1: six code points differ between the two standards.
_MISREAD: Final = {"ý": "i", "Ý": "i", "þ": "s", "Þ": "s", "ð": "g", "Ð": "g"}
_AZERBAIJANI: Final = {"ə": "e", "x": "h", "q": "k", "ı": "i", "w": "v"}


def _folded_latin(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[:1]
    return _AZERBAIJANI.get(base, base)


_CYRILLIC: Final = {letter: _folded_latin(latin) for letter, latin in CYRILLIC.items()} | _RUSSIAN


def _folded_letter(char: str) -> str:
    """The comparison form of one character: always exactly one character."""
    lowered = {"İ": "i", "I": "i"}.get(char) or _MISREAD.get(char) or char.lower()
    base = unicodedata.normalize("NFD", lowered)[:1]
    base = _CYRILLIC.get(lowered) or _CYRILLIC.get(base) or base
    base = _PUNCTUATION.get(lowered) or _AZERBAIJANI.get(base) or base
    return base if len(base) == 1 else char


class _Lower(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        lowered = _TURKISH_CASE.get(code) or char.lower()
        self[code] = lowered if len(lowered) == 1 else char
        return self[code]


class _Folded(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = _folded_letter(chr(code))
        return self[code]


_LOWER: Final = _Lower()
_FOLD: Final = _Folded()
_SHORT: Final = 128  # characters; a clause is folded faster letter by letter than through an array

# One entry a code point, worked out when it is first met: the folded code point plus one, 0 for "not met yet".
_FOLDED: Final[NDArray[np.uint32]] = np.zeros(0x110000, dtype=np.uint32)


def lower_turkish(text: str) -> str:
    """`text` in small letters by Turkish rules, same length.

    >>> lower_turkish("IĞDIR İLİ")
    'ığdır ili'
    """
    if "Σ" in text:  # whose small letter at the end of a word is another
        return text.translate(_LOWER)
    return text.replace("İ", "i").replace("I", "ı").lower()


def code_points(text: str) -> NDArray[np.uint32]:
    """The code points of `text`, one entry a character, lone surrogates included.

    >>> code_points("Aİ").tolist()
    [65, 304]
    """
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def fold_codes(text: str) -> NDArray[np.uint32]:
    """The comparison form of `text` as code points: what `fold` gives, for those who go on with arrays.

    >>> fold_codes("İ").tolist() == [ord("i")]
    True
    """
    codes = code_points(text)
    folded = _FOLDED[codes]
    if not folded.all():
        for code in set(codes[folded == 0].tolist()):
            _FOLDED[code] = ord(_folded_letter(chr(code))) + 1
        folded = _FOLDED[codes]
    return folded - np.uint32(1)


def fold(text: str) -> str:
    """The comparison form of `text`, same length: small letters, no diacritics, plain punctuation.

    >>> fold("Kâzım Karabekir’in “Şarkî” vilâyeti")
    'kazim karabekir\\'in "sarki" vilayeti'
    >>> fold("Paþanýn daðý") == fold("Paşanın dağı")
    True
    >>> fold("Азәрбајҹан Республикасы") == fold("Azərbaycan Respublikası")
    True
    """
    if len(text) < _SHORT:
        return _fold_short(text)
    return fold_codes(text).astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")


@lru_cache(maxsize=1 << 14)
def _fold_short(text: str) -> str:
    """The same of a word or a few, kept: a page says the same words again."""
    return text.translate(_FOLD)


@lru_cache(maxsize=2)
def fold_whole(text: str) -> str:
    """The comparison form of a page's whole text, kept for whoever asks next; a stretch of it is that of the stretch.

    >>> fold_whole("Köprü açıldı.")[6:12] == fold("açıldı")
    True
    """
    return fold(text)
