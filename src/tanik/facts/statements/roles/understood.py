"""Whether a phrase of an Azerbaijani page is understood well enough to fill a place.

Comes in: a phrase in the locative or with "ilə". Goes out: yes or no. By its case alone such a phrase may tell where or
with whom, and as well how, when or why ("münasibətində", "xahişi ilə"; Qurbanov, Müasir Azərbaycan dili, 2003). Of a
noun that no class knows as a place or a party nothing is filled, because an empty place is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.core.kindred import azerbaijani_readings
from tanik.facts.model import Facts, NameKind
from tanik.facts.statements.lexis.lexicon import fold_word, has_word, phrases
from tanik.facts.statements.lexis.nouns import noun_of
from tanik.facts.statements.lexis.turkish_nouns import azerbaijani_noun
from tanik.facts.statements.lexis.words import Word, written_of
from tanik.facts.statements.roles.heads import acts, is_human_head
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["is_understood", "without_cut_off"]

_SITES: Final = ("towns", "homes", "schools", "institutions", "assemblies", "prints", "ships", "sites", "bodies")
_ROMAN: Final = re.compile(r"[IVXLC]+")
_ATTRIBUTE: Final = re.compile(r"[a-z][dt][ae]ki$")
_AIMS: Final = (
    "meksed",
    "meksedi",
    "niyyet",
    "niyyeti",
    "munasibet",
    "sebeb",
    "teleb",
    "sert",
    "yekdillik",
    "maksad",
    "maksat",
)
_NEXT_TO: Final = ("qonsu", "konsu", "dost", "kardas", "muttefiq")
_GOOD_OF: Final = ("heyri", "hesabi", "adi")
_WEIGHING: Final = ("muzakiresi", "tesdiqi", "diqqeti", "nezeri", "muhakimesi")
_BEING: Final = ("oldugunu", "olmadigini", "olacagini", "olmayacagini", "oldugu", "olmadigi")
_AMOUNTING: Final = re.compile(r"(?:mebleg|hecm|mikdar|deyer|sayi|civar)i?$")
_PARTIES: Final = ("actors", "bodies", "humans", "travellers")


def is_understood(phrase: Phrase) -> bool:
    """Whether a phrase may fill the place of its case: any but a locative or "ilə" of a noun that no class knows."""
    if _is_aside(phrase):
        return False
    if phrase.case not in ("loc", "com") or phrase.name is not None or phrase.amounts:
        return True
    nouns = tuple(noun for word in phrase.text.split()[-1:] for noun in _turkish(word))
    if phrase.case == "loc":
        return any(noun in phrases(*_SITES) for noun in nouns)
    known = any(noun in phrases(*_PARTIES) or has_word("armies", noun) for noun in nouns)
    return known or acts(phrase) or is_human_head(phrase)


def _is_aside(phrase: Phrase) -> bool:
    """Whether a phrase tells what for, for whose good, on whose behalf, how much or as what, and no party or place."""
    alone, last = phrase.first == phrase.last, fold_word(phrase.text).split()[-1]
    asides = {
        # "bu məqsədlə": what for; "Türkiyə olmaqla": who is in it
        "ins": last in (*_AIMS, "olmak", "olmaq"),
        # "məktəblərin xeyrinə": for whose good; "məclisin müzakirəsinə": for what, and nobody
        "dat": alone and last in (*_GOOD_OF, *_WEIGHING),
        "abl": last == "adi",  # "təsisçilərin adından": for whom
        "acc": alone and last in _BEING,  # "hazır olmadığını": what he was is in the words before
        "loc": _AMOUNTING.search(fold_word(phrase.text)) is not None,  # "min rubl məbləğində": how much, and nowhere
    }
    return asides.get(phrase.case, False)


def without_cut_off(found: Sequence[Phrase], words: Sequence[Word], text: str, facts: Facts) -> tuple[Phrase, ...]:
    """The phrases of an Azerbaijani clause without what only describes the next one, though the two were read apart.

    An adjective, a Roman number and a word with -dakı do nothing by themselves ("yeni | rəsmi görüş"); a place
    owns what is possessed and stands in the genitive behind it ("Azərbaycan | milli ordusunun yaradılması").
    """
    firsts = {one.first: one for one in found}
    return tuple(one for one in found if not _only_describes(one, firsts.get(one.last + 1), words, text, facts))


def _only_describes(phrase: Phrase, after: Phrase | None, words: Sequence[Word], text: str, facts: Facts) -> bool:
    if phrase.case != "nom" or phrase.quoted or phrase.amounts or after is None:
        return False
    if phrase.name is not None:
        place = facts.names[phrase.name].kind is NameKind.PLACE and words[phrase.last].name == phrase.name
        return place and after.case == "gen" and after.possessed and after.name is None and not after.determined
    written = written_of(text, words[phrase.last])
    if after.name is not None and phrase.first == phrase.last and fold_word(phrase.text) in _NEXT_TO:
        return True  # "qonşu Gürcüstan"
    form = noun_of(written)
    if _ROMAN.fullmatch(phrase.text) or _ATTRIBUTE.search(words[phrase.last].folded):
        return True
    unknown = phrase.first == phrase.last and written.islower() and not form.known and not azerbaijani_readings(written)
    return unknown or (form.adjective and not form.bare_noun)


def _turkish(word: str) -> Iterator[str]:
    """The Turkish nouns, folded, that an Azerbaijani word may be: as it stands, by the table, by the laws of sound."""
    yield fold_word(word)
    told = azerbaijani_noun(word)
    if told is not None:
        yield fold_word(told)
    for one in azerbaijani_readings(word):
        if one.part == "Noun" and not one.proper:
            yield fold_word(one.lemma)
