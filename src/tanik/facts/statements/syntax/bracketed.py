"""A surname in brackets between a man's name and his title: "Albay Kâzım (Özalp) Bey'e verildi".

Comes in: the phrases of a clause. Goes out: the same, name and title as one phrase with the case of the title. Who bore
no surname before the law of 1934 is given it in brackets (TDK Yazım Kılavuzu, yay ayraç), and case stands on the last
word of a phrase alone (Göksel & Kerslake 2005, 14).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["with_bracketed_surnames"]

_TITLES: Final = frozenset(("bey", "pasa", "efendi", "aga", "hanim", "hoca", "usta"))
_LONGEST: Final = 4  # words in the bracket, and its brackets


def with_bracketed_surnames(found: Sequence[Phrase], words: Sequence[Word]) -> tuple[Phrase, ...]:
    """The phrases with each name and the title behind its bracket as one."""
    joined: list[Phrase] = []
    for phrase in found:
        opened = _bracket_before(phrase, words)
        inside = [one for one in joined if opened is not None and one.first > opened]
        before = joined[-1 - len(inside)] if len(joined) > len(inside) else None
        if opened is None or before is None or before.last + 1 != opened or before.case != "nom" or before.quoted:
            joined.append(phrase)
            continue
        joined[-1 - len(inside) :] = [replace(before, last=phrase.last, case=phrase.case)]
    return tuple(joined)


def _bracket_before(phrase: Phrase, words: Sequence[Word]) -> int | None:
    """Where the bracket opens that closes right before a phrase which is nothing but a title."""
    alone = phrase.first == phrase.last and phrase.first > 0 and words[phrase.first - 1].folded == ")"
    if not alone or fold_word(phrase.text) not in _TITLES:
        return None
    low = max(0, phrase.first - _LONGEST)
    return next((at for at in range(phrase.first - 2, low - 1, -1) if words[at].folded == "("), None)
