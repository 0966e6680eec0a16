"""Words broken at the ends of printed lines, joined again.

Comes in: two lines that follow each other in one paragraph. Goes out: how they are joined. A hyphen at a line's end
may belong to the break or to the word. Turkish breaks words between syllables (TDK, Yazım Kılavuzu, "Hece Yapısı ve
Satır Sonunda Kelimelerin Bölünmesi"), leaves no hyphen after an apostrophe that ends a line ("Edirne'" / "nin"), and
writes its Ottoman compounds with a hyphen that stays ("Heyet-i Temsiliye", "Darü'l-Fünun"). What the document itself
writes elsewhere, in the middle of a line, decides before any rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from tanik.core.fold import fold

__all__ = ["Words", "joint"]

_LAST: Final = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)[-\u2010\u00ad\u0002\ufffe]$")
_FIRST: Final = re.compile(r"^[^\W_]+")
_HYPHEN: Final = "-\u2010\u00ad\u0002\ufffe"
_APOSTROPHE: Final = re.compile(r"(?<![^\W_])[A-ZÇĞİÖŞÜÂÎÛ][^\W\d_]*['’]$|\d['’]$")
_OPEN_QUOTE: Final = re.compile(r"(?:^|\s)['‘][^'’]*$")
# The izafet of Persian and Arabic compounds: -i, -ı, -u, -ü after a consonant, with -y- after a vowel.
_IZAFET: Final = frozenset(("i", "ı", "u", "ü", "yi", "yı", "yu", "yü"))
_ARTICLE: Final = re.compile(r"'[ldrstzn]$")
_VOWEL: Final = re.compile(r"[aeıioöuüâîûAEIİOÖUÜÂÎÛəƏаеёиоуыэюяәөү]")


class Words:
    """The words a document writes without a break, in comparison form: the witness for every broken one."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.whole: set[str] = set()
        self.hyphened: set[str] = set()
        for line in lines:
            words = fold(line).split()
            for word in words[: -1 if words and words[-1][-1] == "-" else None]:
                bare = word.strip(".,;:!?()[]\"'")
                (self.hyphened if "-" in bare else self.whole).update((bare, bare.split("'")[0]))


def joint(before: str, after: str, words: Words) -> tuple[int, str]:
    """How many characters the line `before` loses at its end, and what then stands between it and `after`.

    >>> joint("kuvvetler Ankara'ya doğru ilerle-", "meye başladı", Words(()))
    (1, '')
    >>> joint("kararı Heyet-", "i Temsiliye verdi", Words(())), joint("o gün Edirne’", "nin yolu", Words(()))
    ((0, ''), (0, ''))
    >>> joint("yol üç gün", "sürdü", Words(()))
    (0, ' ')
    """
    first = _FIRST.match(after)
    if first is None or not before:
        return 0, " "
    if before[-1] not in _HYPHEN:
        clipped = first[0][0].islower() and _APOSTROPHE.search(before) and not _OPEN_QUOTE.search(before[:-1])
        return (0, "") if clipped else (0, " ")
    broken = _LAST.search(before)
    if broken is None:
        return (0, "") if before[-2:-1].isdigit() and first[0][0].isdigit() else (0, " ")
    return (0, "") if _keeps_hyphen(broken[1], first[0], after, words) else (1, "")


def _keeps_hyphen(left: str, right: str, after: str, words: Words) -> bool:
    """Whether the hyphen between two halves belongs to the word."""
    alone = not after[len(right) : len(right) + 1].isalpha() and after[len(right) : len(right) + 1] not in {"'", "’"}
    whole, hyphened = fold(left + right), fold(f"{left}-{right}")
    if hyphened in words.hyphened:
        return True
    if whole in words.whole:
        return False
    if right in _IZAFET and alone:
        return True
    if right[0].isupper():
        return not left.isupper()
    if right[0].isdigit():
        return True
    # A syllable has a vowel; a half without one is an abbreviation, or the article of a compound.
    return not _VOWEL.search(left) or (_ARTICLE.search(fold(left)) is not None)
