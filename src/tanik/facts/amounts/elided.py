"""Numbers whose unit stands elsewhere: ``70 delegenin 41'i``, ``90 okka …, deveye 160``, ``12 değil 17 mavna``.

Comes in: a number without a unit and the amounts told so far. Goes out: whose unit it shares, or None. A large
number repeated is the same thing again; a share is a share of what was last counted; otherwise the amount of the
same line that lies nearest in size is what it is compared with. Nothing is taken over from another page, and small
numbers in passing (``ikisi de``) are left alone.
"""

from __future__ import annotations

import math
import re
from typing import Final

from tanik.core.fold import fold
from tanik.core.morph import readings
from tanik.facts.amounts.alone import may_stand_alone
from tanik.facts.amounts.reached import named_parted, price_paid, set_against
from tanik.facts.amounts.told import Ledger, Told, Unit
from tanik.facts.model import Amount
from tanik.facts.numbers.nouns import noun_at, role_of, stem_in
from tanik.facts.numbers.read import Number
from tanik.facts.numbers.tokens import FIGURE, Token, form_at
from tanik.facts.numbers.words import number_word

__all__ = ["elided_unit"]

_LOOK_BACK: Final = 12  # tokens in which "işçi sayısı" may stand before its number
_NEAR: Final = 400  # characters back within which a share may find its whole
_SAME_BREATH: Final = 60  # characters between two numbers of one comparison
_TELLING: Final = 5  # below this a number repeated says nothing
_LARGE: Final = 20  # from here on a number repeated is taken for the same thing
# What joins numbers in a row, and how sure it is that one does: two commas as sure as one "ve".
_JOINING: Final = {",": 1, "ve": 2, "veya": 2, "yahut": 2, "ya": 2, "and": 2, "or": 2}
_ROW: Final = 2
_LONGEST_ROW: Final = 60  # tokens in which numbers in a row come to the last of them
_THOUSAND: Final = 1000
_ALIKE: Final = 10  # times that a number without its power of ten may be larger than the one that has it
_TIMES: Final = ("year", "month", "day", "hour")
_SCALES: Final = {"bin": 1e3, "milyon": 1e6, "milyar": 1e9, "million": 1e6, "thousand": 1e3}
_SCALE: Final = re.compile(r"(?<=\d )(?:bin|milyon|milyar|million|thousand)\b")
_DOERS: Final = re.compile(r"\w{2,}[ae]nl[ae]r[iu]n")
_OWNERS: Final = re.compile(r"\w{3,}(?:l[ae]r[iu]n|n[iu]n)")
_HEADING: Final = re.compile(r"\w{3,}l[ae]r")
_PARTED: Final = re.compile(r"['’]?[dtDT][aeAE]n\s")
_LOSSES: Final = re.compile(r"(?:kayb|zayiat|telefat|(?:kayip|zayiat|telefat)l[ae]r)[iu](?!\w*n$|n)\w*")
_SENTENCE_END: Final = re.compile(r"[.!?…][”\"’»)]*\s")


def _compared(number: Number, tokens: tuple[Token, ...], ledger: Ledger) -> Unit | None:
    """``üç değil on bir kişi``: the unit of the number it is set against."""
    if form_at(tokens, number.last) not in ("degil", "deyil", "mi", "mu", "veya", "ya"):
        return None
    end = tokens[number.last].end
    ahead = ledger.after(end)
    if ahead is None or ahead.amount.span.start > end + 6:
        return None
    return _shared(number, ahead.amount)


def _coordinated(number: Number, tokens: tuple[Token, ...], ledger: Ledger) -> Unit | None:
    """``340, 260 ve 150 lira``: the unit of the last of several numbers in a row, which all share it (GK 30.1).

    Two numbers with a comma alone may as well end one clause and begin the next.
    """
    at, linked = number.last, 0
    reach = at + _LONGEST_ROW if number.ending == "plain" else at
    while at < reach and form_at(tokens, at) in _JOINING and at + 1 < len(tokens):
        linked += _JOINING[tokens[at].form]
        at += 1 + (form_at(tokens, at + 1) == "da")
        start = tokens[min(at, len(tokens) - 1)].start
        ahead = ledger.after(start)
        if ahead is not None and ahead.amount.span.start == start:
            return _shared(number, ahead.amount) if linked >= _ROW else None
        first = at
        while at < len(tokens) and (tokens[at].kind == FIGURE or number_word(tokens[at].form) is not None):
            at += 1
        if at == first:
            return None
    return None


def _shared(number: Number, amount: Amount) -> Unit:
    """The unit of `amount`, and its power of ten where a number as small leaves it out: ``3 ve 5 milyon lira``."""
    scale = _SCALE.search(fold(amount.text))
    step = _SCALES[scale.group()] if scale else 1.0
    small = number.unit_step == 1 and number.value < _THOUSAND and number.value <= amount.value / step * _ALIKE
    return Unit(amount.unit, amount.of, step if small else 1.0)


def _named_before(number: Number, tokens: tuple[Token, ...], text: str) -> Unit | None:
    """``işçi sayısı … 2.100``: what is counted stands before the word for number."""
    for at in range(number.first - 1, max(-1, number.first - _LOOK_BACK), -1):
        form = form_at(tokens, at)
        if form in (".", ";", "!", "?"):
            return None
        if form.startswith(("nufus", "kalabalik", "mevcud", "mevcut")):
            return Unit("person", None)
        asked = noun_at(tokens, at + 1) if form in ("kac", "nece", "neche") else None
        if asked is not None and asked.kind != "time":
            return Unit(asked.unit, None if asked.unit == "person" else text[tokens[at + 1].start : asked.end])
        counted = form == "sayi" and _OWNERS.fullmatch(form_at(tokens, at - 1))  # Azerbaijani "traktorların sayı"
        if at and (counted or re.fullmatch(r"sayi(?:s[iu]\w*|lar\w*|m[iu]z\w*)", form)):
            if _DOERS.fullmatch(tokens[at - 1].form):
                return Unit("person", None)  # "dönenlerin sayısı"
            noun = noun_at(tokens, at - 1)
            unit = noun.unit if noun is not None and noun.kind in ("person", "container") else "count"
            return Unit(unit, text[tokens[at - 1].start : tokens[at - 1].end])
    return None


def _headed(number: Number, tokens: tuple[Token, ...], text: str) -> Unit | None:
    """``Köprüler: 37``, ``Mektepler: 142``: things in the plural, a colon and how many; not ``Sayfalar: 12``."""
    at = number.first - 2
    after = form_at(tokens, number.last)
    if form_at(tokens, number.first - 1) != ":" or number.ending != "plain" or after not in ("", ".", ",", ";"):
        return None
    if not _HEADING.fullmatch(form_at(tokens, at)) or role_of("counter", form_at(tokens, at)):
        return None
    noun = noun_at(tokens, at)
    unit = noun.unit if noun is not None and noun.kind in ("person", "container") else "count"
    return Unit(unit, text[tokens[at].start : tokens[at].end])


def _nearest(number: Number, candidates: list[Told]) -> Unit | None:
    """The unit of the candidate nearest in size; of two as near, the later."""
    if not candidates or number.value <= 0:
        return None
    best = min(reversed(candidates), key=lambda one: abs(math.log(max(one.amount.value, 1e-9) / number.value)))
    return Unit(best.amount.unit, best.amount.of)


def _share(number: Number, before: list[Told], ledger: Ledger) -> Unit | None:
    """``22'si``: the unit of what was last counted and is larger."""
    near = [one for one in before if number.start - one.amount.span.end < _NEAR]
    counted = [one for one in near if one.amount.unit not in ("percent", *_TIMES)]
    larger = [one for one in counted if one.amount.value > number.value]
    ahead = ledger.after(number.end)
    if not larger and ahead is not None and ahead.amount.span.start - number.end < _SAME_BREATH:
        larger = [ahead] if ahead.amount.value > number.value and ahead.amount.unit in ("person", "count") else []
    larger = larger or counted
    return Unit(larger[-1].amount.unit, larger[-1].amount.of) if larger else None


def _parted(number: Number, text: str, ledger: Ledger) -> Unit | None:
    """``83 sandıktan ikisi``: the share of an amount that stands right before it in the ablative."""
    last = ledger.before(number.start)[-1:]
    if not last or last[0].amount.unit == "percent" or last[0].amount.value <= number.value:
        return None
    gap = text[last[0].amount.span.end : number.start]
    return Unit(last[0].amount.unit, last[0].amount.of) if _PARTED.fullmatch(gap) else None


def _weighed(number: Number, tokens: tuple[Token, ...], text: str, before: list[Told]) -> Unit | None:
    """``730 kilo darı, 210 çavdar``: a substance keeps the measure of the one before."""
    substance = stem_in("substance", form_at(tokens, number.last))
    if substance is None:
        return None
    measured = [
        one
        for one in before
        if one.amount.unit in ("kg", "t", "litre") and one.amount.span.start > number.start - _NEAR
    ]
    start = tokens[number.last].start
    return Unit(measured[-1].amount.unit, text[start : start + len(substance)]) if measured else None


def elided_unit(
    first: Number, number: Number, tokens: tuple[Token, ...], text: str, *, block: int, ledger: Ledger
) -> Unit | None:
    """The unit that a number without one shares with another amount, or None.

    `first` is the lower end where the number ends a range; `block` the offset of its line.
    """
    of_them = form_at(tokens, number.last) == "of" and form_at(tokens, number.last + 1) in ("them", "us")
    nearly = form_at(tokens, number.last).startswith("kadari")  # "bunların 40 kadarı"
    share = (
        number.ending == "partitive"
        or of_them
        or nearly
        or (number.ending == "distributive" and _is_share(tokens, number))
    )
    parted = _parted(number, text, ledger) if number.ending == "partitive" and number.value >= 2 else None
    before = ledger.before(number.start)
    if parted is None and number.value >= 2:
        parted = named_parted(number, tokens, text) or set_against(number, tokens, ledger)
        parted = parted or price_paid(number, tokens, text, before)
    if parted is not None:
        return parted
    few = number.value <= 3 and number.ending == "partitive" and number.written == "words"
    if number.value < 2 or few:
        return _small_share(number, tokens, before, text) if number.value >= 2 else None
    if _is_labelled(first, number, tokens):
        return _named_before(first, tokens, text) or _headed(first, tokens, text)
    reached = number.ending == "partitive" and form_at(tokens, number.last).startswith(("bul", "as", "gec"))
    if share and not (reached and _lost(first, tokens, text, Unit("person", None))):  # "kaybımız 900'ü buldu"
        return (
            (_people_before(first, tokens, text) if of_them else None)
            or (_named_before(first, tokens, text) if reached else None)
            or _all_of_them(number, tokens, ledger)
            or _share(number, before, ledger)
            or ledger.same_value(number.value)
            or (_nearest(number, before) if of_them else None)
        )
    weighed = _weighed(number, tokens, text, before)
    if weighed is not None or (not reached and not may_stand_alone(number, tokens, text)):
        return weighed
    fractional = number.value != int(number.value)
    fitting = [one for one in before if _fits(number, one.amount, fractional)]
    here = [one for one in fitting if one.block == block]
    breath = [one for one in here if number.start - one.amount.span.end < _SAME_BREATH]
    same = ledger.same_value(number.value) if number.value >= _TELLING else None
    found = (
        _compared(number, tokens, ledger)
        or _headed(first, tokens, text)
        or _named_before(first, tokens, text)
        or _coordinated(number, tokens, ledger)
    )
    if found is None and number.value >= _LARGE:
        found = same
    found = found or _ahead_in_sentence(number, text, before, ledger) or _nearest(number, breath) or same
    found = _lost(first, tokens, text, found) or found or _nearest(number, here)
    if found is None and number.value > 10:
        found = _nearest(number, fitting[-6:])
    return found or _told_next(number, tokens, block, ledger)


def _is_labelled(first: Number, number: Number, tokens: tuple[Token, ...]) -> bool:
    """``Hane: 14 "Ali oğlu Veli"``: what a noun and a colon lead in has the noun's own sense, no other's unit."""
    noun = noun_at(tokens, first.first - 2) if form_at(tokens, first.first - 1) == ":" else None
    lone = noun is not None and noun.kind == "thing" and not noun.ending and noun.last == first.first - 1
    return lone and number.written == "figure" and number.ending == "plain"


def _fits(number: Number, amount: Amount, fractional: bool) -> bool:
    """Whether a number may share the unit of `amount`: of per cent only parts, of a time only what is as long."""
    if amount.unit in _TIMES and amount.value > 0:
        return 1 / _ALIKE <= number.value / amount.value <= _ALIKE
    return amount.unit != "percent" or fractional


def _people_before(first: Number, tokens: tuple[Token, ...], text: str) -> Unit | None:
    """``Labourers, some seventy thousand of them``: the people named right before the number."""
    for at in range(first.first - 1, max(-1, first.first - 4), -1):
        noun = noun_at(tokens, at)
        if noun is not None and noun.kind == "person":
            return Unit("person", text[tokens[at].start : noun.end])
    return None


def _all_of_them(number: Number, tokens: tuple[Token, ...], ledger: Ledger) -> Unit | None:
    """``altısı da``: all the six that were told of."""
    return ledger.same_value(number.value) if form_at(tokens, number.last) in ("da", "de", "birden") else None


def _small_share(number: Number, tokens: tuple[Token, ...], before: list[Told], text: str) -> Unit | None:
    """``beş çocuk doğmuş, üçü yaşamış``: of a few that were just counted; not ``ikisi de``, said of two names."""
    last = before[-1].amount if before else None
    if last is None or last.unit not in ("person", "count", "wagon", "tank_wagon"):
        return None
    gap = text[last.span.end : number.start]
    told = len(gap) <= _SAME_BREATH and not set(".;!?\n") & set(gap)
    after = form_at(tokens, number.last)
    if after in ("de", "da", "birden", "birlikte", "arasinda") or number_word(after) is not None:
        return None  # "üçü beşe karıştırmış": the figure, and no share
    return Unit(last.unit, last.of) if told and last.value > number.value else None


def _lost(first: Number, tokens: tuple[Token, ...], text: str, found: Unit | None) -> Unit | None:
    """``karşı tarafın kaybı 9.000'i buldu``: the losses of an army are people, but of a firm they are money.

    What was found must be people already; which of them, the noun before the number says.
    """
    for at in range(first.first - 1, max(-1, first.first - _LOOK_BACK), -1):
        form = form_at(tokens, at)
        if form in (".", ";", "!", "?") or tokens[at].kind == FIGURE:
            return None
        if _LOSSES.fullmatch(form):
            found_in = readings(text[tokens[at].start : tokens[at].end])
            noun = next((one.lemma for one in found_in if one.part == "Noun"), None)
            return Unit("person", noun) if found is not None and found.unit == "person" else None
    return None


def _ahead_in_sentence(number: Number, text: str, before: list[Told], ledger: Ledger) -> Unit | None:
    """``onlar 300, biz ise 250 gazi verdik``: nearer than any number of an earlier sentence is the next of this one."""
    ahead = ledger.after(number.end)
    if ahead is None or ahead.amount.span.start - number.end > _SAME_BREATH:
        return None
    gap = text[number.end : ahead.amount.span.start]
    apart = before and _SENTENCE_END.search(text, before[-1].amount.span.end, number.start)
    if not apart or not gap.lstrip().startswith((",", ";")) or _SENTENCE_END.search(gap):
        return None
    near = 0.1 <= ahead.amount.value / number.value <= 10
    plain = ahead.amount.unit not in ("percent", *_TIMES)
    return Unit(ahead.amount.unit, ahead.amount.of) if near and plain else None


def _told_next(number: Number, tokens: tuple[Token, ...], block: int, ledger: Ledger) -> Unit | None:
    """``kimine göre 100, kimine göre 200 kilogram``: the unit of the number that follows in the same breath."""
    ahead = ledger.after(tokens[number.last - 1].end)
    if ahead is None or ahead.block != block or ahead.amount.span.start - number.end > _SAME_BREATH:
        return None
    near = 0.1 <= ahead.amount.value / number.value <= 10
    return Unit(ahead.amount.unit, ahead.amount.of) if near and ahead.amount.unit not in ("percent", *_TIMES) else None


def _is_share(tokens: tuple[Token, ...], number: Number) -> bool:
    """``ikişeri``: a distributive with a possessive ending."""
    return re.fullmatch(r"\w+[ae]ri\w*", tokens[number.last - 1].form) is not None
