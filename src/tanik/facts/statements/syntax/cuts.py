"""Where one noun phrase ends and the next begins.

Comes in: the words of a clause without its predicate. Goes out: stretches of words, each with the case it stands in.
A phrase ends with its first case ending, because Turkish marks case on the last word alone; where the nominative
marks nothing, names, amounts, dates and the possessive of an izafet tell where one phrase ends and the next begins
(Göksel & Kerslake 2005, 14).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.core.suffixes import Case
from tanik.facts.model import NameKind
from tanik.facts.statements.lexis.lexicon import phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.words import written_of
from tanik.facts.statements.syntax.adverbials import adverbials
from tanik.facts.statements.syntax.agents import counts_roughly, does_with_ce
from tanik.facts.statements.syntax.breaks import splits
from tanik.facts.statements.syntax.capitals import marked_names
from tanik.facts.statements.syntax.clauselet import RATES, Clauselet
from tanik.facts.statements.syntax.modifiers import BEFORE_AND_AFTER, TOGETHER, WITH

__all__ = ["cut"]

_SHORT: Final = {
    Case.NOMINATIVE: "nom",
    Case.ACCUSATIVE: "acc",
    Case.DATIVE: "dat",
    Case.LOCATIVE: "loc",
    Case.ABLATIVE: "abl",
    Case.INSTRUMENTAL: "ins",
    Case.GENITIVE: "gen",
}
_AGENT: Final = ("tarafindan", "terefinden", "canibinden", "eliyle", "marifetiyle")
_BESIDES: Final = ("baska", "maada", "ziyade")
# of an event: its end, its time; else adverbs ("Meclis sonunda onayladı")
_OF_EVENT: Final = ("sonunda", "zamaninda", "basinda", "ortasinda")
# behind a plural or a possessive no head of an izafet: "saldırısı sonucu" (GK 10.2, 17.3)
_PLURAL: Final = re.compile(r"[a-z]{2}l[ae]r[iu]?$")
_RESULT: Final = ("sonucu", "neticesi", "geregi", "sonucunda", "neticesinde")
_AS: Final = ("olarak", "sifatiyla", "diye")
_AND: Final = ("ve", "və")
# "yirmi yıllığına", "üç günlüğüne": for how long, and nobody to whom (GK 16.4.2; TDK Türkçe Sözlük, yıllığına)
_SO_MANY: Final = frozenset(("bir", "birkac"))
_FOR_SO_LONG: Final = re.compile(r"(?:yil|sene|ay|hafta|gun|gece|saat)l[iu]g[iu]n[ae]")


def _by_whom(clause: Clauselet, first: int, index: int) -> Iterator[tuple[int, int, str]]:
    """The phrase of a body with -ce, and the one before it where a new phrase begins with the body."""
    apart = index > first and splits(clause, first, index)
    if apart:
        yield first, index - 1, "nom"
    yield (index if apart else first), index, "agent"


@cache
def _markers() -> frozenset[str]:
    """The words that `_marker` knows: it is asked of each word of a clause."""
    known = phrases("about_what", "postpositions", "source_marks", "dative_adjectives")
    return known.union(WITH, _AGENT, _AS, _BESIDES, _OF_EVENT, _RESULT, ("sira", "altina"))


def _marker(clause: Clauselet, low: int, index: int) -> str:
    """What word `index` makes of the phrase before it, as a postposition: "com", "agent", "as", "post" or nothing."""
    folded = clause.words[index].folded
    if folded in WITH and index + 1 < len(clause.words) and clause.words[index + 1].folded in phrases("about_what"):
        return ""  # "bu konu ile ilgili"
    if folded in phrases("about_what") and index > low and clause.words[index - 1].folded in WITH:
        return "post"
    marker = "com" if folded in WITH else "agent" if folded in _AGENT else ""
    marker = marker or ("as" if folded in _AS else "post" if folded in phrases("postpositions", "source_marks") else "")
    if folded == "sira" and index > low and clause.words[index - 1].folded == "yani":
        return "post"  # "bunun yanı sıra" (GK 17.3.2)
    if index > low and (folded in _BESIDES or folded in _OF_EVENT):
        # "bundan başka" (GK 17.2.3), "savaş sonunda" (GK 17.3.2)
        event = clause.is_event(index - 1) or (folded == "zamaninda" and _is_person(clause, index - 1))
        fits = event if folded in _OF_EVENT else clause.case(index - 1) is Case.ABLATIVE
        return "post" if fits else ""
    owned = folded == "altina" and index > low and clause.is_possessed(index - 1)
    if index > low and (folded in _RESULT or owned) and _is_no_izafet(clause, index - 1):
        marker = "post"  # "görüşmeler sonucu antlaşma imzalandı", "düşman işgali altına girdi"
    if not marker and index > low and folded in phrases("dative_adjectives"):
        return "post" if clause.case(index - 1) is Case.DATIVE else ""  # "orduya ait silahlar" (GK 14.3.2)
    return marker


def _is_person(clause: Clauselet, index: int) -> bool:
    """Whether word `index` ends a person's name without a case: "Abdülhamid zamanında" (GK 17.3)."""
    name = clause.words[index].name
    if clause.words[index].folded in ("bey", "efendi", "hanim", "aga"):
        return False  # "Sabri Bey zamanında geldi": in time
    person = name is not None and clause.facts.names[name].kind is NameKind.PERSON
    return person and clause.case(index) in (None, Case.NOMINATIVE)


def _is_no_izafet(clause: Clauselet, index: int) -> bool:
    """Whether word `index` is a noun that no bare izafet has before its head: of several, or itself possessed."""
    word = clause.words[index]
    if word.name is not None or word.is_mark or clause.case(index) is Case.GENITIVE:
        return False
    return _PLURAL.search(word.folded) is not None or clause.is_possessed(index)


def cut(clause: Clauselet, low: int, high: int) -> Iterator[tuple[int, int, str]]:
    """First word, last word and case of each phrase between words `low` and `high` (the latter left out).

    A name in marks is one phrase, whatever its words look like.
    """
    start = low
    for opening, closing in marked_names(clause.words, low, high, clause.text):
        if not (opening == start + 1 and clause.words[start].folded == "bir"):
            yield from _between_marks(clause, start, opening)
        marker = _marker(clause, low, closing + 1) if closing + 1 < high else ""
        yield opening + 1, closing - 1, marker or "nom"  # “Bozkır Yün Şirketi” tarafından
        start = closing + 1 + bool(marker)
    yield from _between_marks(clause, start, high)


def _between_marks(clause: Clauselet, low: int, high: int) -> Iterator[tuple[int, int, str]]:
    """The same where no name stands in marks."""
    first = low
    aside = adverbials(clause, low, high)
    inside = {index for begin, end in aside.items() for index in range(begin + 1, end + 1)}
    inside |= {index for index in range(low, high) if clause.words[index].is_mark and _is_inside_name(clause, index)}
    for index in [index for index in range(low, high) if index not in inside]:
        word = clause.words[index]
        if index in aside:
            yield first, index - 1, "nom"  # "evini | tek başına | onardı", "köye | aynı yıl | su geldi"
            first = aside[index] + 1
            continue
        if word.is_mark or word.quoted or word.date is not None:
            yield first, index - 1, "nom"
            if word.quoted:
                yield index, index, "nom"
            first = index + 1
            continue
        if word.folded.endswith(("ca", "ce")) and does_with_ce(clause.words, index, clause.facts):
            yield from _by_whom(clause, first, index)  # "devletçe satın alındı", "Meclis Başkanlığınca bildirildi"
            first = index + 1
            continue
        marker = _marker(clause, low, index) if word.folded in _markers() else ""
        if marker == "post" and index + 1 < high and counts_roughly(clause.words, index, clause.facts):
            continue  # "iki bin kadar madenci"
        marker = "nom" if marker == "post" and clause.is_then(first, index) else marker  # "Ankara önce para istedi"
        if marker and word.name is None:
            yield first, index - 1, marker
            first = index + 1
            continue
        if word.folded in _AND and _joins_adjectives(clause, first, index, high):
            continue
        if clause.is_adverb(index) or (word.folded in RATES and clause.is_rate(first, index)):
            if index > first:
                yield first, index - 1, "nom"
            first = index + 1
            continue
        if index > first and not clause.words[index - 1].is_mark and splits(clause, first, index):
            yield first, index - 1, "nom"
            first = index
        case = _ending(clause, index, high)
        if case != "nom":
            yield first, index, case
            first = index + 1 + (case == "post" and not _is_how_long(clause, index))
    yield first, high - 1, "nom"


def _is_inside_name(clause: Clauselet, index: int) -> bool:
    """Whether a mark parts nothing, because a name goes on behind it: "II. Wilhelm", "M. Kemal" (TDK Yazım Kılavuzu,
    nokta)."""
    name = clause.words[index - 1].name if 0 < index < len(clause.words) - 1 else None
    return name is not None and clause.words[index + 1].name == name


def _ending(clause: Clauselet, index: int, high: int) -> str:
    """The case that ends a phrase with word `index`; "post" where the word behind governs it: "konuyla ilgili"."""
    case = _SHORT.get(clause.case(index) or Case.NOMINATIVE, "nom")
    if case == "abl" and _is_counted_from(clause, index + 1, high):
        return "post"
    if case == "dat" and _is_how_long(clause, index):
        return "post"
    behind = clause.words[index + 1].folded if case == "ins" and index + 1 < high else ""
    if behind in TOGETHER:
        return "com"  # "Ali Bey'le birlikte" (GK 17.3.1)
    return "post" if behind in phrases("about_what") else case


def _is_how_long(clause: Clauselet, index: int) -> bool:
    """Whether word `index` counts for how long: "üç günlüğüne"; "günlüğüne" alone is where somebody wrote."""
    if _FOR_SO_LONG.fullmatch(clause.words[index].folded) is None:
        return False
    return clause.words[index].amount is not None or (index > 0 and clause.words[index - 1].folded in _SO_MANY)


def _is_counted_from(clause: Clauselet, index: int, high: int) -> bool:
    """Whether word `index` begins a time that is counted from what stands before it: "işgalden | 20 gün sonra"."""
    date = clause.words[index].date if index < high else None
    if date is None:
        return False
    last = max(at for at in range(index, high) if clause.words[at].date == date)
    return clause.words[last].folded in BEFORE_AND_AFTER


def _joins_adjectives(clause: Clauselet, first: int, index: int, high: int) -> bool:
    """Whether the "ve" at word `index` joins adjectives of one noun: "bu uzun ve yorucu yolculuk" (GK 15.1, 28.3.1)."""
    if index == first or index + 2 >= high:
        return False
    low = first + (clause.words[first].folded in phrases("determiners"))
    both = (*range(low, index), index + 1)
    return low < index and all(clause.words[one].amount is None and _only_describes(clause, one) for one in both)


def _only_describes(clause: Clauselet, index: int) -> bool:
    word = clause.words[index]
    return word.name is None and clause.describes(index) and not noun_of(written_of(clause.text, word)).bare_noun
