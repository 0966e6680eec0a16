"""Phrases that belong to a noun further on and not to the verb: subjects of "olan", names that a bracket interrupts.

Comes in: the phrases cut from a stretch of a sentence. Goes out: those that may fill a place of its verb. Of "bütçesi
küçük olan belediyeye" the budget is the municipality's, whose head noun the clause before it describes (Göksel &
Kerslake 2005, 25.1.1.1); in "Malgaç (Malkaç) Köprüsü" the bracket stands inside one izafet (14.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.statements.lexis.lexicon import fold_word
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["PEOPLE_OF", "without_parts_of_nouns"]

_DEGREES: Final = frozenset(("pek", "cok", "daha", "en", "hayli", "oldukca", "gayet", "son", "derece", "az"))
_REGIONS: Final = frozenset(
    ("bolgesi", "yoresi", "ovasi", "vadisi", "havzasi", "havalisi", "mintikasi", "cevresi", "civari", "yarimadasi")
)
PEOPLE_OF: Final = frozenset(("halki", "ahalisi", "koyluleri", "esnafi", "gencleri", "esrafi", "zabitleri", "ordusu"))
"""Heads of izafets that mean the people of a place, folded: many, whom a name behind them does not join."""
_RISINGS: Final = frozenset(("isyani", "ayaklanmasi", "vakasi", "hadisesi", "olayi", "suikasti"))
_CLANS: Final = frozenset(("asireti", "kabilesi"))
_FOLLOWINGS: Final = frozenset(("mufrezesi", "cetesi", "kabinesi", "hukumeti", "partisi", "grubu", "kuvvetleri"))
_LONGEST_BRACKET: Final = 4  # words


def without_parts_of_nouns(found: Sequence[Phrase], words: Sequence[Word], text: str) -> tuple[Phrase, ...]:
    """The phrases without the subject of an "olan" behind it, and without what a bracket parts from its head."""
    left: list[Phrase] = []
    found = [part for phrase in found for part in _people_and_name(phrase, words, text)]
    for at, phrase in enumerate(found):
        if phrase.case != "nom" or phrase.quoted or phrase.amounts:
            left.append(phrase)
            continue
        after = found[at + 1] if at + 1 < len(found) else None
        if after is not None and _is_taken_as(phrase, left, words):
            first = phrase.first
            while left and left[-1].case in ("acc", "gen") and left[-1].last + 1 == first:
                first = left.pop().first
            continue
        if _is_before_bracket(phrase, words, text) or (after is not None and _is_of_region(phrase, after)):
            continue
        if after is not None and phrase.possessed and _is_what_is(phrase, after, words):
            left.extend(_owner(phrase, words, text))
            continue
        left.append(phrase)
    return tuple(left)


def _is_taken_as(phrase: Phrase, left: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether "alan" behind an accusative is a verb and describes the noun behind it: "eşitliği esas alan bir yasa"."""
    near = bool(left) and left[-1].case == "acc" and left[-1].last + 1 == phrase.first
    return near and words[phrase.last].folded == "alan"


def _people_and_name(phrase: Phrase, words: Sequence[Word], text: str) -> tuple[Phrase, ...]:
    """The people of a place and the person behind them, which no title joins: "Bozkır halkı | Ali Bey'i"."""
    inside = range(phrase.first + 1, phrase.last)
    at = next((i for i in inside if words[i].folded in PEOPLE_OF and words[i].name is None), None)
    if at is None or phrase.name is None or words[at + 1].name != phrase.name:
        return (phrase,)
    span = Span(words[phrase.first].start, words[at].end)
    first = replace(phrase, last=at, case="nom", span=span, text=span.of(text), name=None, possessed=True)
    rest = Span(words[at + 1].start, phrase.span.end)
    return (first, replace(phrase, first=at + 1, span=rest, text=rest.of(text)))


def _is_what_is(phrase: Phrase, after: Phrase, words: Sequence[Word]) -> bool:
    """Whether only an adjective and "olan" stand between a noun and what it belongs to: "şartları ağır olan"."""
    between = [word.folded for word in words[phrase.last + 1 : after.last + 1]]
    at = next((i for i, word in enumerate(between) if word in ("olan", "bulunan")), None)
    if at is None or at == len(between) - 1 or words[phrase.last + 1].is_mark:
        return False
    described = [word for word in between[:at] if word not in _DEGREES]
    return len(described) == 1


def _owner(phrase: Phrase, words: Sequence[Word], text: str) -> tuple[Phrase, ...]:
    """What stands before the noun where it is somebody, who is the main verb's: "hükûmet bütçesi küçük olan …"."""
    if phrase.first == phrase.last or not text[words[phrase.first].start].isupper():
        return ()
    first, last = words[phrase.first], words[phrase.last - 1]
    span = Span(first.start, last.end)
    return (replace(phrase, last=phrase.last - 1, span=span, text=span.of(text), name=last.name, possessed=False),)


def _is_of_region(phrase: Phrase, after: Phrase) -> bool:
    """Whether a name is that of the region or the following behind it, whoever else has it: "Menderes bölgesinde"."""
    near = phrase.name is not None and after.first == phrase.last + 1 and after.first == after.last
    last = fold_word(after.text)
    if near and after.case != "nom" and last in _RISINGS | _CLANS:
        return True  # "Abdülmuttalip isyanını bastırdı", "Milli aşiretinin köyleri"
    if near and after.case in ("dat", "loc", "abl") and last in _FOLLOWINGS:
        return True  # "Halil Efe müfrezesine katıldı", "Rauf Bey kabinesinde nazır oldu"
    alone = phrase.first == phrase.last or fold_word(phrase.text).startswith(("buyuk ", "kucuk "))
    return near and alone and after.case != "nom" and last in _REGIONS


def _is_before_bracket(phrase: Phrase, words: Sequence[Word], text: str) -> bool:
    """Whether a bracket parts a name from the head of its izafet: "Malgaç (Malkaç) Köprüsü"."""
    low = phrase.last + 1
    if low >= len(words) or words[low].folded != "(":
        return False
    end = next((i for i in range(low, min(len(words), low + _LONGEST_BRACKET)) if words[i].folded == ")"), None)
    if end is None or end + 1 >= len(words):
        return False
    head = words[end + 1]
    capital = text[head.start].isupper() and text[words[phrase.last].start].isupper()
    return capital and head.name is None and head.folded.endswith(("i", "u"))
