"""Neighbouring phrases that are one: what someone is beside his name, a vessel beside what is in it.

Comes in: the phrases of a clause as cut by case. Goes out: the same with such neighbours joined. "Amcam Halil Çavuş"
and "Fransız kumandanı Binbaşı Dupont" are one noun phrase each (Göksel & Kerslake 2005, 14.3.6); in "kırk kağnı
ekmek" the second noun is what the first measures out (14.3.1), and so the thing that was given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tanik.core.span import Span
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.nouns import is_of_speaker, noun_of
from tanik.facts.statements.lexis.words import Word
from tanik.facts.statements.syntax.parts_of_noun import PEOPLE_OF
from tanik.facts.statements.syntax.phrases import Phrase, is_proper

__all__ = ["with_appositions"]

_HOMES: Final = frozenset(
    (
        *("memleketi", "koyu", "kasabasi", "sehri", "vatani", "yurdu", "kazasi", "ilcesi", "baskenti", "merkezi"),
        "karargahi",
    )
)
_POSSESSED: Final = ("leri", "lari", "si", "su", "i", "u")


def with_appositions(found: Sequence[Phrase], words: Sequence[Word], text: str, facts: Facts) -> tuple[Phrase, ...]:
    """The phrases with each title joined to the name behind it, and each measure to what it measures."""
    joined: list[Phrase] = []
    for phrase in found:
        before = joined[-1] if joined else None
        if before is None or before.last + 1 != phrase.first or before.quoted:
            joined.append(phrase)
        elif before.case == "gen" and _is_post_of(phrase, words, facts):
            joined[-1] = replace(phrase, first=before.first)
        elif _is_modifier(before, facts) and _is_post_of(phrase, words, facts) and not _is_kin(words[phrase.first]):
            joined[-1] = replace(phrase, first=before.first)  # "Sovyet konsolosu Golub"
        elif before.case != "nom":
            joined.append(phrase)
        elif _is_home(before, phrase, words, facts):
            joined[-1] = replace(phrase, first=before.first)  # "memleketi Bozkır'a döndü"
        elif _is_title(before, phrase, words, facts) or _is_measure(before, phrase, words, text):
            span = Span(before.span.start, phrase.span.end)
            joined[-1] = replace(
                phrase,
                first=before.first,
                span=span,
                text=span.of(text),
                amounts=before.amounts or phrase.amounts,
                determined=before.determined,
            )
        else:
            joined.append(phrase)
    return tuple(joined)


def _is_title(before: Phrase, phrase: Phrase, words: Sequence[Word], facts: Facts) -> bool:
    """Whether `before` says what the person is whose name begins `phrase`.

    Of "kral Ali Bey'i kabul etti" the king is another: a bare title is joined to a name without case only.
    """
    if (
        before.name is not None
        or before.amounts
        or (not _is_called(phrase, words, facts) and not _is_name_of_kin(before, phrase, words))
    ):
        return False
    last = words[before.last].folded
    if last in PEOPLE_OF:
        return False  # "Konya halkı Ali Bey'i karşıladı": the people are many, and he is one
    if last in phrases("kin") or is_of_speaker(last):
        return phrase.case in ("nom", "gen")
    if last in phrases("humans") or (before.first < before.last and _stem(last) in phrases("actors")):
        return True
    return last in phrases("actors") and phrase.case in ("nom", "gen")


def _is_home(before: Phrase, phrase: Phrase, words: Sequence[Word], facts: Facts) -> bool:
    """Whether `before` is one word that says what the place behind it is to somebody: "memleketi", "köyü"."""
    place = phrase.name is not None and facts.names[phrase.name].kind is NameKind.PLACE
    alone = before.first == before.last and before.name is None and not before.amounts
    owner = words[before.first - 1].name if before.first else None
    opens = owner is None or facts.names[owner].kind is not NameKind.PLACE  # "Bozova kazası Urfa'ya bağlandı"
    return place and alone and opens and phrase.case != "nom" and words[before.last].folded in _HOMES


def _is_called(phrase: Phrase, words: Sequence[Word], facts: Facts) -> bool:
    return _bearer(phrase, words, facts) is not None or is_proper(phrase)


def _is_name_of_kin(before: Phrase, phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a capital behind somebody's kin begins his name, though it is a word too: "Ali Bey'in oğlu Halim"."""
    own = words[before.last].folded
    kin = f"{own.removesuffix('si').rstrip('iu')}m" in phrases("kin") or own in ("oglu", "kizi", "torunu", "yegeni")
    return kin and phrase.name is None and phrase.text[:1].isupper() and phrase.text[1:].islower()


def _bearer(phrase: Phrase, words: Sequence[Word], facts: Facts) -> int | None:
    """The person whose name a phrase is, ranks before it aside; None where it is no person's name."""
    if phrase.name is None or facts.names[phrase.name].kind is not NameKind.PERSON:
        return None
    first = next((i for i in range(phrase.first, phrase.last + 1) if words[i].name is not None), phrase.first)
    ranks = phrases("actors", "name_titles")
    ranked = all(words[i].folded in ranks for i in range(phrase.first, first))
    return phrase.name if ranked and words[first].name == phrase.name else None


def _is_post_of(phrase: Phrase, words: Sequence[Word], facts: Facts) -> bool:
    """Whether a phrase names someone by a post that belongs to a genitive: "taburun kumandanı Ali Bey"."""
    if phrase.name is None or facts.names[phrase.name].kind is not NameKind.PERSON:
        return False
    head = words[phrase.first]
    stem = _stem(head.folded)
    possessed = stem != head.folded and stem in phrases("actors")
    return head.name is None and (head.folded in phrases("humans") or possessed)


def _is_kin(word: Word) -> bool:
    """Whether a possessed noun is kin: "vali oğlu Ali'yi gönderdi" is told of two."""
    return f"{_stem(word.folded)}m" in phrases("kin") or word.folded in ("oglu", "kizi", "kardesi", "esi")


def _is_modifier(phrase: Phrase, facts: Facts) -> bool:
    """Whether a nominative may be the first noun of an izafet whose head is a post: no person and no doer."""
    person = phrase.name is not None and facts.names[phrase.name].kind is NameKind.PERSON
    last = fold_word(phrase.text).split()[-1:]
    return phrase.case == "nom" and not person and not phrase.amounts and not any(w in phrases("actors") for w in last)


def _stem(word: str) -> str:
    """A folded noun without its possessive."""
    return next((word.removesuffix(end) for end in _POSSESSED if word.endswith(end) and len(word) > len(end) + 2), word)


def _is_measure(before: Phrase, phrase: Phrase, words: Sequence[Word], text: str) -> bool:
    """Whether `before` counts vessels and `phrase` is a noun alone that they hold."""
    if not before.amounts or before.name is not None or phrase.name is not None or phrase.amounts:
        return False
    vessel = words[before.last].folded in phrases("containers")
    thing = words[phrase.first]
    plain = (
        phrase.case in ("nom", "acc")
        and phrase.first == phrase.last
        and fold_word(thing.lower) not in phrases("actors")
    )
    return vessel and plain and noun_of(text[thing.start : thing.end]).known
