"""What is set off at the head of a sentence and is no part of any clause: "İkincisi, …", "Bu yanlış, …", "Madde 3 — …".

Comes in: the words of a sentence and the phrases found among them. Goes out: the phrases without such an opener, so
that nobody takes a word that only counts the arguments, or rejects what was said before, for whoever does the deed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tanik.facts.statements.lexis.lexicon import has_word, phrases
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["without_opener"]

_PARTS: Final = ("madde", "fasil", "bolum", "bent", "fikra")  # of a law or treaty
_COUNTING: Final = re.compile(r"(?:bir|iki|uc|dord|bes|alti|yedi|son)[iu]?nc[iu]s[iu]|ilki")


def without_opener(words: Sequence[Word], found: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The phrases without one at the head that only counts or rejects (Göksel & Kerslake 2005, 28.3).

    "İkincisi, Kızılay kuruldu" names another behind the comma; "ikincisi, köye geldi" has none, and is left alone.
    """
    if found and _is_label(words, found[0]):
        return found[1:]
    if len(found) < 2 or found[0].case != "nom" or any(not word.is_mark for word in words[: found[0].first]):
        return found
    opener, last = words[found[0].first], words[found[0].last]
    apart = found[0].last + 1 < len(words) and words[found[0].last + 1].folded == ","
    counts = opener is last and _COUNTING.fullmatch(last.folded) is not None and found[1].case == "nom"
    counts = counts and found[1].text[:1].isupper()
    rejects = opener.folded in phrases("demonstratives") and has_word("denials", last.folded)
    return found[1:] if apart and (counts or rejects) else found


def _is_label(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a phrase at the head only numbers a paragraph: "Madde 3 — …" (TDK Yazım Kılavuzu, uzun çizgi)."""
    last = phrase.last
    numbered = last == phrase.first + 1 == 1 and words[0].folded in _PARTS and words[1].folded.isdigit()
    return numbered and last + 1 < len(words) and words[last + 1].is_mark
