"""A noun phrase as what fills a place of a statement.

Comes in: a phrase. Goes out: a role. Of an amount it is the thing counted, of a part what the whole is of, of a noun
with a possessive the noun alone (Göksel & Kerslake 2005, 14.4, 15.10).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tanik.core.kindred import kindred_readings
from tanik.core.morph import readings
from tanik.core.span import Span
from tanik.facts.model import Facts, Role
from tanik.facts.statements.lexis.lexicon import fold_word, phrases
from tanik.facts.statements.lexis.units import is_unit, units_by_kind
from tanik.facts.statements.syntax.phrases import Phrase

__all__ = ["role_of"]

_SHORTEST_STEM: Final = 2
# "-li" makes of a town an adjective of its people (Göksel & Kerslake 2005, 7.2.2.1)
_FROM_THERE: Final = re.compile(r"['’]?l[ıiuü] (?:[a-zçğıöşü]+ )??[a-zçğıöşü]+l[ae]r\b")
_MEASURING: Final = re.compile(r"['’]?l[iu]k ")  # -lik makes an adjective of an amount (GK 7.2.2.1)
_HELD: Final = re.compile(
    r"(?:[^\W\d_]+[ıiuü]n\s+)?(?:el|eller|ceb|cepler|yan|yanlar|üzer|üst|kasa|ambar)(?:s?[ıiuü])nd[ae]ki\s+",
    re.IGNORECASE,
)
_SOFT: Final = {"p": "b", "t": "d", "k": "g"}  # "cildi" is of "cilt" (GK 2.1)
_MONEY: Final = re.compile(r"(?:(?:altın|gümüş|kâğıt|kağıt) )?[^\W\d_]+$", re.IGNORECASE)
# a share of which no number is told; of "hepsi" and "tamamı" nothing is left out (GK 15.5)
_SHARE: Final = re.compile(r"(?:^|\s)(?:kism|bolum|parca|yaris|cogu|bazilar|birkac|biri|azi|fazlasi)")
_ABLATIVE: Final = re.compile(r"[dt][ae]n$")
_POSSESSIVE: Final = re.compile(r"(?:l[ae]r[iu]|s?[iu])$")


def role_of(phrase: Phrase, text: str, facts: Facts) -> Role:
    """The phrase as what fills a place of a statement: of an amount, the thing that is counted."""
    if phrase.whole is not None:
        return _of_whole(phrase, phrase.whole, text, facts)
    if phrase.name is not None:
        named = facts.names[phrase.name]
        if (people := _FROM_THERE.match(text, named.span.end)) is not None:
            span = Span(phrase.span.start, people.end())  # of "Ereğlili madenciler" the town is not who did it
            return Role(span, span.of(text))
        return Role(phrase.span, phrase.text, named.name)
    if phrase.amounts:
        amount = facts.amounts[phrase.amounts[0]].span
        suffixed = text[amount.end : phrase.span.end].isalpha()  # "44 milyon doları" is "44 milyon dolar"
        if _MEASURING.match(fold_word(text[amount.end : phrase.span.end])):
            return Role(phrase.span, phrase.text)  # "27 milyon liralık açık" is no sum but what it measures
        counted = Span(amount.start, amount.end if suffixed else max(phrase.span.end, amount.end))
        return Role(counted, counted.of(text))
    return _unpossessed(_without_holder(_ungoverned(phrase)), text)


def _ungoverned(phrase: Phrase) -> Phrase:
    """A noun without the ablative that its postposition governs: of "imzalanan anlaşmadan sonra" the treaty."""
    ending = _ABLATIVE.search(phrase.text) if phrase.case == "post" else None
    if ending is None or not any(one.marks == ("Abl",) for one in readings(phrase.text.split()[-1])):
        return phrase
    span = Span(phrase.span.start, phrase.span.end - len(ending.group()))
    return replace(phrase, span=span, text=phrase.text[: ending.start()])


def _of_whole(phrase: Phrase, whole: Phrase, text: str, facts: Facts) -> Role:
    """A part as what it is a part of; a share of which no number is told as it is written.

    "Köylülerin bir kısmı" are not the peasants.
    """
    if phrase.amounts or not _SHARE.search(fold_word(phrase.text)):
        return _single(_uncounted(whole, text, facts) or role_of(whole, text, facts))
    while whole.whole is not None:
        whole = whole.whole
    end = phrase.span.end + (text[phrase.span.end - 1 : phrase.span.end + 1] == "mı")  # "kısm-ı-nı"
    span = Span(whole.span.start, end)
    return Role(span, span.of(text))


def _without_holder(phrase: Phrase) -> Phrase:
    """A phrase without a first word that says whose hands the thing is in: "elindeki bez" is cloth (GK 14.5)."""
    held = _HELD.match(phrase.text)
    if held is None:
        return phrase
    start = phrase.span.start + held.end()
    return replace(phrase, span=Span(start, phrase.span.end), text=phrase.text[held.end() :])


def _uncounted(whole: Phrase, text: str, facts: Facts) -> Role | None:
    """What a whole with a number of its own is of, as its part counts it: 50 of "62 sandık fişek" are "fişek"."""
    if not whole.amounts or whole.name is not None:
        return None
    amount = facts.amounts[whole.amounts[0]]
    behind = text[amount.span.end : whole.span.end]
    behind = behind.lstrip() if behind[:1].isspace() else ""  # of "iki topundan biri" it is the ending alone
    if _MEASURING.match(fold_word(text[amount.span.end : whole.span.end])):
        return None  # "5.000 liralık borcun yarısı": the sum only says how large the whole is (GK 8.3.1)
    if amount.of and is_unit(amount.of) and behind.isalpha():
        return Role(Span(whole.span.end - len(behind), whole.span.end), behind)  # "40 kasa kininin 15'i"
    paid = _MONEY.search(amount.text) if amount.unit in units_by_kind("money") else None
    counted = paid[0] if paid is not None else amount.of  # 4 of "10 milyon altın ruble" are "altın ruble"
    at = text.rfind(counted, amount.span.start, whole.span.end) if counted else -1
    return Role(Span(at, at + len(counted)), counted) if counted and at >= 0 else None


def _single(role: Role) -> Role:
    """A thing of which a number is told, in the singular that a numeral takes: "kitapların 400'ü" is 400 "kitap"."""
    stem = role.text[: -len("lar")]
    plural = role.name is None and " " not in role.text and fold_word(role.text).endswith(("lar", "ler"))
    if not plural or not any(one.bare and one.part == "Noun" for one in readings(stem)):
        return role
    return Role(Span(role.span.start, role.span.end - len("lar")), stem)


def _unpossessed(phrase: Phrase, text: str) -> Role:
    """One noun without its possessive: of "hisselerini bağışladı" the thing given is "hisse"."""
    word = fold_word(phrase.text)
    ending = _POSSESSIVE.search(word)
    if word in phrases("rests"):
        behind = fold_word(text[max(0, phrase.span.start - 5) : phrase.span.start]) == "geri "
        span = Span(phrase.span.start - 5 * behind, phrase.span.end)
        return Role(span, span.of(text))  # "geri kalanı" is nothing that is behind
    apart = " " in word or word in phrases("humans", "body_parts")  # "kızı": no girl
    if apart or ending is None or ending.start() < _SHORTEST_STEM or phrase.case not in ("acc", "nom"):
        return Role(phrase.span, phrase.text)
    known = kindred_readings(phrase.text)
    if any(reading.bare and not reading.proper for reading in known):
        return Role(phrase.span, phrase.text)
    stems = {fold_word(reading.lemma) for reading in known if reading.possessive and reading.part == "Noun"}
    stems |= {one[:-1] + _SOFT.get(one[-1], one[-1]) for one in stems}
    # "tarlası" is of "tarla", and "nüfusu" of "nüfus"
    cut = next((at for at in (len(word) - 1, ending.start()) if word[:at] in stems), len(word))
    span = Span(phrase.span.start, phrase.span.start + cut)
    return Role(span, span.of(text))
