"""Turkish endings made to fit: an ending's vowel follows the last vowel of its word, a buffer stands after a vowel.

Comes in: a word or a number, and an ending with its open places. Goes out: the ending as it is written. A number in
figures takes the ending of the last word with which it is read: 61'in (bir), 100'ün (yüz), 2000'in (bin).
Source: TDK Yazım Kılavuzu, büyük ve küçük ünlü uyumu; sayıların yazılışı.
"""

from __future__ import annotations

from typing import Final

from tanik.core.fold import lower_turkish

__all__ = ["VOWELS", "fitting", "last_word_of"]

_CLOSE: Final = {
    "a": "ı", "â": "ı", "ı": "ı", "e": "i", "é": "i", "ə": "i", "i": "i", "î": "i",
    "o": "u", "u": "u", "û": "u", "ö": "ü", "ü": "ü",
}  # fmt: skip
VOWELS: Final = frozenset(_CLOSE)
_BACK: Final = frozenset("aâıouû")
_UNITS: Final = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS: Final = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_POWERS: Final = ("bin", "milyon", "milyar", "trilyon")


def last_word_of(value: int) -> str:
    """The last word with which a whole number is read aloud in Turkish.

    >>> [last_word_of(n) for n in (0, 61, 40, 100, 2000, 3_000_000, 5_000_000_000)]
    ['sıfır', 'bir', 'kırk', 'yüz', 'bin', 'milyon', 'milyar']
    """
    value = abs(value)
    if value % 10 or value == 0:
        return _UNITS[value % 10]
    if value % 100:
        return _TENS[value % 100 // 10]
    if value % 1000:
        return "yüz"
    power = 0
    while value % 1000 == 0 and power < len(_POWERS):
        value //= 1000
        power += 1
    return _POWERS[power - 1]


def fitting(word: str, ending: str) -> str:
    """`ending` as it stands behind `word`: I is ı, i, u or ü, A is a or e; what is in parentheses stands after a vowel.

    A word without a vowel takes the front vowel, as letters are named (TDK: "be", "ce").

    >>> fitting("altı", "(n)In"), fitting("üç", "(n)In"), fitting("Selma", "(n)In"), fitting("kırk", "(s)I")
    ('nın', 'ün', 'nın', 'ı')
    >>> fitting("kitap", "lAr"), fitting("işçi", "lAr")
    ('lar', 'ler')
    """
    letters = [letter for letter in lower_turkish(word) if letter.isalpha()]
    last = next((letter for letter in reversed(letters) if letter in VOWELS), "e")
    if ending.startswith("("):
        buffer, _, ending = ending[1:].partition(")")
        ending = (buffer if letters and letters[-1] in VOWELS else "") + ending
    return ending.replace("I", _CLOSE[last]).replace("A", "a" if last in _BACK else "e")
