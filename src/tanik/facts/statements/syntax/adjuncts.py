"""Phrases that belong to another deed or to no place at all: of purposes, of grounds, of who leads.

Comes in: the phrases cut from a stretch of a sentence. Goes out: those that may fill a place of its verb. Of "köprü
meselesini çözmek için valiyle görüştü" the bridge's is what was to be solved (Göksel & Kerslake 2005, 26.1.16: an
infinitive with "için" keeps its own objects); "anlaşma gereği" and "yıkılması sonucu" stand as postpositions do
(17.3); and "Ali Bey önderliğinde" is one phrase with its bare possessor (14.4), in which nobody does anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.parts_of_noun import without_parts_of_nouns
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["without_adjuncts"]

_PURPOSES: Final = frozenset(("icin", "uzere", "amaciyla", "maksadiyla", "niyetiyle", "ucun"))
_GROUNDS: Final = frozenset(("sonucu", "neticesi", "geregi", "karsiligi"))
_DEED: Final = re.compile(r"[a-z]{2,}m[ae](?:s[iu]|l[ae]r[iu])$")
_ARTICLES: Final = frozenset(("bir", "her"))
_BEING: Final = frozenset(("oldugunu", "olduguna", "olmadigini", "olacagini"))
_ITS_OWN: Final = ("acc", "dat", "loc", "abl", "com", "ins")


def without_adjuncts(found: Sequence[Phrase], words: Sequence[Word], text: str) -> tuple[Phrase, ...]:
    """The phrases without what belongs to a purpose, a ground or another noun, each leader joined to whoever is led."""
    kept = _without_articles_of_days(found, words)
    return without_parts_of_nouns(_without_purposes(kept, words, text), words, text)


def _without_articles_of_days(found: Sequence[Phrase], words: Sequence[Word]) -> Sequence[Phrase]:
    """The phrases without the article of a day: of "her 30 Ağustos'ta" "her" is nobody and nothing (GK 15.6.2)."""
    if not any(phrase.first == phrase.last and words[phrase.first].folded in _ARTICLES for phrase in found):
        return found
    return [
        phrase
        for phrase in found
        if phrase.first < phrase.last
        or words[phrase.first].folded not in _ARTICLES
        or phrase.last + 1 >= len(words)
        or words[phrase.last + 1].date is None
    ]


def _without_purposes(found: Sequence[Phrase], words: Sequence[Word], text: str) -> tuple[Phrase, ...]:
    if not any(phrase.case in ("post", "loc", "acc", "dat") or phrase.maybe_object for phrase in found):
        return tuple(found)
    left: list[Phrase] = []
    for at, phrase in enumerate(found):
        after = found[at + 1 :]
        if _is_purpose(phrase, words):
            _leave_out(left, phrase, after)
            _leave_out_being(left, phrase, words)
        if phrase.case == "post" and _DEED.match(words[phrase.first].folded) and phrase.first < phrase.last:
            _leave_out_own(left, phrase)
        if _is_ground(phrase, after):
            if left and left[-1].case == "gen" and left[-1].last + 1 == phrase.first:
                left.pop()
            continue
        if phrase.first == phrase.last and words[phrase.last].folded in _BEING:
            left.append(_with_predicate(left, phrase, text))
            continue
        led = _leads(phrase) and left and left[-1].case == "nom" and left[-1].last + 1 == phrase.first
        left.append(_joined(left.pop(), phrase, text) if led else phrase)
    return tuple(left)


def _is_purpose(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase is an infinitive alone, without an object that stands bare before it, and with "için"."""
    alone = phrase.case == "post" and phrase.first == phrase.last and words[phrase.last].name is None
    return alone and words[phrase.last].folded.endswith(("mak", "mek")) and words[phrase.last + 1].folded in _PURPOSES


def _leave_out(left: list[Phrase], phrase: Phrase, after: Sequence[Phrase]) -> None:
    """Take from `left` what the infinitive governs: what stands right before it, and what the main verb has again."""
    first, near = phrase.first, True
    while left and left[-1].case in _ITS_OWN and left[-1].last + 1 + (left[-1].case == "com") == first:
        again = left[-1].case == "acc" or any(one.case == left[-1].case for one in after)
        if not near and not again:
            return
        first, near = left[-1].first, False
        left.pop()


def _leave_out_own(left: list[Phrase], phrase: Phrase) -> None:
    """Take from `left` what a deed told as a noun has beside it: "köyün Konya'ya bağlanması kararına karşı"."""
    first = phrase.first
    while left and left[-1].case in (*_ITS_OWN, "gen", "agent") and left[-1].last + 1 == first:
        first = left.pop().first


def _leave_out_being(left: list[Phrase], phrase: Phrase, words: Sequence[Word]) -> None:
    """Take from `left` what "olmak üzere" says of something, which is a clause of its own: "merkezi Konya olmak üzere",
    "ikisi subay olmak üzere" (GK 26.3.12)."""
    first = phrase.first
    being = words[phrase.last].folded == "olmak" and words[phrase.last + 1].folded == "uzere"
    while being and left and left[-1].case == "nom" and left[-1].last + 1 == first:
        first = left.pop().first


def _with_predicate(left: list[Phrase], phrase: Phrase, text: str) -> Phrase:
    """The phrase of "olduğunu" with what it is said of and to be, taken from `left`: "verenin Ali Bey olduğunu yazdı".

    The bare noun before it is its predicate and does nothing (Göksel & Kerslake 2005, 24.4.2).
    """
    if left and left[-1].case == "nom" and left[-1].last + 1 == phrase.first:
        phrase = _joined(left.pop(), phrase, text)
        if left and left[-1].case == "gen" and left[-1].last + 1 == phrase.first:
            phrase = _joined(left.pop(), phrase, text)
    return phrase


def _is_ground(phrase: Phrase, after: Sequence[Phrase]) -> bool:
    """Whether a phrase says on what ground, and is not itself what the verb is about: another noun follows it."""
    last = fold_word(phrase.text).split()[-1]
    grounds = phrase.case == "nom" and phrase.name is None and last in _GROUNDS
    return grounds and any(one.case in ("nom", "acc", "gen") for one in after)


def _leads(phrase: Phrase) -> bool:
    """Whether a phrase is one word that says under whom: "önderliğinde", "başkanlığında"."""
    return phrase.case == "loc" and phrase.first == phrase.last and fold_word(phrase.text) in phrases("leaderships")


def _joined(leader: Phrase, phrase: Phrase, text: str) -> Phrase:
    span = Span(leader.span.start, phrase.span.end)
    return replace(phrase, first=leader.first, span=span, text=span.of(text))
