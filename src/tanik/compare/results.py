"""What the numbers before one come to, where it is told as their result: "Böylece kasaya giren para 675 liraya çıktı".

Comes in: the amounts of a page on one string (``strung``). Goes out: findings. ``resumed`` asks whether a number is
definite, ``scattered`` for a word for the whole; here a word that draws a conclusion ("böylece", "demek ki", "thus":
Göksel & Kerslake 2005, 28.3.3, consequential connectives), the number of the parts ("üç ayın üretimi") or a noun for an
amount ("kazanılan sikke adedi") makes it the result of those of its thing before it, whichever way they are reckoned:
added up, so much for each, or what was there with what came and went. Nothing is told where any other reckoning of the
numbers of the stretch gives it; and where its words only allow it to be the result, only what one slip of the pen makes
of the right number (``reckoning.is_slip``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import prod
from typing import Final

from tanik.compare.model import Finding
from tanik.compare.reckoning import TIMES, comes_otherwise, is_slip, lies_near, misfit, unless_it_comes_to, unless_total
from tanik.compare.resumed import has_unread, is_of_all_told
from tanik.compare.scattered import tells_more
from tanik.compare.slots import money
from tanik.compare.strung import Strung, is_one_thing
from tanik.compare.wordings import is_each, is_later, number_told, numbers, says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Bound

__all__ = ["check_results"]

_SENTENCES: Final = 4
_MOST: Final = 8
_LEAST: Final = 10
_NEAR: Final = 1.6
_FEWEST: Final = 3  # parts, of which a number beside them may be the sum without a word that says so
_FULL: Final = 3  # factors: heads, days and the rate
# Folded: w is v.
_RESULT: Final = re.compile(
    r"\b(?:boylece|boylelikle|yani|demek(?: ki| oluyor ki)?|kisacasi|sonucta|sonuc olarak|neticede|netice itibariyle"
    r"|hasili|velhasil|bu durumda|bu hesap(?:la|ca|a gore)|beleli(?:kle)?|belelikle|demeli|thus|so that|hence"
    r"|therefore|in sum|all in all|topyekun|bastan sona|netice itibar\w*|toplarsak|toplayinca|ust uste koy\w+)\b"
)
_COMES: Final = re.compile(
    r"\b(?:bul(?:du|mus|uyor|ur|ard)|ulas|cik(?:t[iu]|mis|iyor|ar|m)|var(?:d[iu]|mis|iyord)|ol(?:du|mus|uyor)|et(?:ti|mis|er)"
    r"|tut(?:t[iu]|mus|ar|uyor)|yuksel|eris|say(?:il|d)|yaz|goster|gosteril|demek|catdi|catib|stood|reached|rose|came|made"
    r"|amounted|totalled|vas|vere|is|had|got)"
)
_COPULA: Final = re.compile(r"^['’]?\w{0,5}(?:yd[iu]|d[iu]r?|t[iu]r?|ym[iu]s|m[iu]s|idi)\b")
# A noun for how much there is of something, right before the number that is all of it.
_MEASURE: Final = re.compile(
    r"\b(?:sayisi|adedi|miktari|tutari|mevcudu|yekunu|toplami|uretimi|hasilati|hasili|geliri|kazanci|masrafi|gideri"
    r"|sermaye(?:si)?|bedeli|agirligi|uzunlugu|sayda|miqdari|geliri)(?: ise| da| de| tam| o yil)?$"
)
_WORTH: Final = re.compile(
    r"\b(?:gelir|kar|hasilat|kazanc|masraf|sermaye|tutar|bedel|gider|odenek|maas|ucret|kira)\w*\b"
)
_FACTOR: Final = re.compile(
    r"\b(?:indirim|iskonto|faiz|komisyon|masraf\w* dus|zam|eksik|fire|kayip|bazi\w*|cogu|kimi\w*|yarisi|haric|disinda"
    r"|hem|ayrica|birlikte|beraber|dahil"
    r"|discount|except|some|most|half|about|both|including)\b"
)
_PRICE: Final = re.compile(r"^['’]?\w{0,6}?[dt][ae]n\b")
_PRICED: Final = re.compile(r"\b(?:ucreti|fiyati|bedeli|parasi|takimi|adedi|tanesi|ciftl?[ei]?)(?: ise| da| de| tam)?$")
_DISTRIBUTED: Final = re.compile(r"^(?:\d[\d.,]*['’]?s?[ea]r|[^\W\d]+(?:s?er|s?ar))\b")
# "each of the fourteen boats carried 30 barrels": so many for each of those told right before.
_EACH_OF: Final = re.compile(r"\b(?:each|every one) of (?:(?:the|its|their|his|these) )?[\w.,-]+(?: [^\W\d,]+){1,3} $")
_EACH_BEHIND: Final = re.compile(r" (?:on|in|for|at|to|by) (?:each|every)\b")
_FOR_ONE: Final = re.compile(r"\bbir [^\W\d]+(?:n?[iu]n(?: [^\W\d]+){1,2})? icin$")  # "bir topun nakli için 8 öküz"
_DAILY: Final = re.compile(r"\b(?:gunde|gunluk|gundelik|yevmiye\w*|a day|daily)\b")
_UNNUMBERED: Final = re.compile(  # something came that no number tells
    r"\b(?:gelenler\w*|katilan\w*|eklenen\w*|dogan\w*|dogmus\w*|aidatlar\w*|bagislar\w*|devreden\w*|devir\w*|birlikte"
    r"|beraber|yeni\w*|birkac|bazi|kimi|ayrica|baska\w*|diger\w*|dahil|including|vith|others?|several|some)\b"
)


def check_results(string: Sequence[Strung]) -> Iterator[Finding]:
    """The findings about results of one page, whose numbers are given.

    >>> list(check_results([]))
    []
    """
    for at, whole in enumerate(string):
        if not whole.plain or whole.value < _LEAST or whole.amount.unit in TIMES:
            continue
        near = [one for one in string[max(0, at - _MOST) : at] if whole.at - one.at <= _SENTENCES]
        if len(near) < 2 or _most(near) * 2 < whole.value:
            continue
        told = _told(string, at)
        if len(told) < 2 or any(not lies_near(one, whole.value) for one in [_most(told)] if one < whole.value):
            continue
        same = [one for one in told if _is_same(one, whole)]
        rates = [one for one in same if _is_rate(one)]
        if not _is_open(whole) or not all(one.plain for one in same) or has_unread(whole.dated, _stretch(told, whole)):
            continue
        if rates:
            yield from _product(whole, told, rates)
        elif len(same) > 1:
            yield from _sum(whole, _of_fate(same, whole), told)
            yield from _stock(whole, same)
            yield from _undone(whole, same)


def _told(string: Sequence[Strung], at: int) -> list[Strung]:
    """The numbers before one, in its paragraph and near it, back to the last that was itself a result."""
    whole = string[at]
    text = whole.dated.page.text
    found: list[Strung] = []
    for one in reversed(string[max(0, at - _MOST) : at]):
        apart = whole.at - one.at > _SENTENCES or "\n" in text[one.amount.span.end : whole.amount.span.start]
        if apart or (found and _is_same(one, whole) and says(_clause(one), "total")):
            break
        if one.amount.unit != "percent":
            found.insert(0, one)
    return found


def _most(told: Sequence[Strung]) -> float:
    """The most that some numbers can come to, added up or multiplied."""
    values = [one.value for one in told if one.value > 1]
    return max(sum(values), prod(sorted(values)[-_FULL:]))


def _stretch(told: Sequence[Strung], whole: Strung) -> Span:
    return Span(told[0].amount.span.start, whole.amount.span.start)


def _clause(one: Strung) -> str:
    return f"{' '.join(one.led)} # {re.split(r'[,;:.]', one.behind)[0]}"


def _is_same(one: Strung, whole: Strung) -> bool:
    troop = whole.amount.unit == "person" and _TROOP.match(one.noun) is not None  # "1.200 mevcutla" are men
    return (is_one_thing(one, whole) or troop) and one.value > 1


def _of_fate(same: Sequence[Strung], whole: Strung) -> list[Strung]:
    """Of people who ended in several ways those who ended as the whole's did: "iki tarafın ölü sayısı"."""
    fate = next((one for one in _FATES if one.match(whole.noun)), None)
    fate = fate or next((one for told, one in _BEFALL if told.match(whole.behind_word)), None)
    if fate is None or not all(any(one.match(two.noun) for one in _FATES) for two in same):
        return list(same)
    return [one for one in same if fate.match(one.noun)]


def _is_open(whole: Strung) -> bool:
    """Whether nothing in its clause makes a number one of others, of another time or no exact one."""
    behind = re.split(r"[,;:.]", whole.behind)[0]
    lead = " ".join(whole.led)
    result = _RESULT.search(lead) is not None
    total = says(lead, "total")
    return (
        (result or total or is_of_all_told(whole) or _DAILY.search(lead) is not None or _STAYS.search(lead) is not None)
        and not is_later(f"{lead} # {' '.join(behind.split()[:2])}".replace("sonra", ""))
        and _UNNUMBERED.search(f"{lead} {behind}") is None
        and not _is_rate(whole)
    )


def _is_rate(one: Strung) -> bool:
    """Whether a number is so much for each: distributive, a price in the ablative, or by "her" before it."""
    if not one.plain:
        return False
    said, lead = fold(one.amount.text), " ".join(one.led[-3:])
    words = said.split()
    own = _DISTRIBUTED.match(said) is not None and (said[0].isdigit() or _is_distributive(words[0]))
    own = own or (len(words) > 2 and _is_distributive(words[1]) and not words[0].isdigit())  # "on ikişer kişi"
    own = own or _EACH_BEHIND.match(one.behind) is not None or _FOR_ONE.search(" ".join(one.led)) is not None
    price = one.amount.unit in money() and _PRICE.match(one.behind) is not None
    price = price or (one.amount.unit in money() and _PRICED.search(" ".join(one.led)) is not None)
    each_of = _EACH_OF.search(one.dated.folded, one.dated.sentences[one.at].start, one.amount.span.start) is not None
    return own or price or each_of or (bool(lead) and is_each(f"{lead} "))


def _is_distributive(word: str) -> bool:
    """Whether a word is a number in words with -er ("yirmişer"): what stands before the ending is a number."""
    stem = re.sub(r"s?[ea]r$", "", word)
    return (
        word.endswith(("er", "ar"))
        and any(stem == form or stem == form[: len(stem)] for form in (*numbers(), *_TENS))
        and len(stem) > 1
    )


_TENS: Final = ("bir", "yirmi", "otuz", "kirk", "elli", "altmis", "yetmis", "seksen", "doksan", "yuz", "bin")


def _concludes(whole: Strung) -> bool:
    """Whether its clause draws a conclusion and says that so much came of it."""
    behind = re.split(r"[,;:.]", whole.behind)[0]
    said = f"{' '.join(whole.led)} # {behind}"
    comes = _COMES.search(behind) is not None or _COPULA.match(behind) is not None or _COPULA.search(whole.word)
    led = whole.dated.folded[whole.dated.sentences[whole.at].start : whole.amount.span.start]
    before = _RESULT.search(said) or _RESULT.search(led[-120:].rpartition(";")[2])
    return before is not None and bool(comes or _COMES.search(" ".join(whole.led)))


def _draws_first(whole: Strung) -> bool:
    """Whether its sentence opens with a word of conclusion: "Böylece söz verilen 10 milyon ruble …"."""
    return _RESULT.match(whole.dated.folded, whole.dated.sentences[whole.at].start) is not None


def _draws(whole: Strung) -> bool:
    """Whether a word of conclusion stands before it in its sentence, or it is definite."""
    start = whole.dated.sentences[whole.at].start
    return _RESULT.search(whole.dated.folded, start, whole.amount.span.start) is not None or whole.definite


def _is_counted(whole: Strung, parts: Sequence[Strung]) -> bool:
    """Whether its clause tells how many parts there were: "üç ayın üretimi 130 tondu"."""
    lead = " ".join(whole.dated.folded[whole.dated.sentences[whole.at].start : whole.amount.span.start].split())
    found = re.search(rf"\b({'|'.join(numbers())}) (\w+?)(n?[iu]n|[dt][ae]n?)\b", lead)
    if found is None or not numbers()[found[1]] == len(parts) > 1:
        return False
    # "o gece üç köyde 100 ev yandı": what befell some of them
    return found[3].endswith(("in", "un")) or whole.value > sum(one.value for one in parts)


def _is_measure(whole: Strung) -> bool:
    return _MEASURE.search(" ".join(whole.led)) is not None or _LOSSES.match(whole.noun) is not None


def _is_in_goes(whole: Strung, parts: Sequence[Strung]) -> bool:
    """Whether the words before the parts tell in how many goes they came: "Borç üç seferde kapatıldı"."""
    sentences, first = whole.dated.sentences, parts[0].at
    told = whole.dated.folded[sentences[max(0, first - 1)].start : parts[0].amount.span.start]
    return number_told(told, "parcel") == len(parts)


def _sum(whole: Strung, parts: Sequence[Strung], told: Sequence[Strung]) -> Iterator[Finding]:
    """A number that is told as the result of all of its thing before it, against their sum."""
    apart = any(two.at - one.at > 2 for one, two in pairwise([*parts, whole]))
    if len(parts) < 2 or apart or parts[-1].at == whole.at:
        return
    values = [one.value for one in parts]
    total = sum(values)
    if not total / _NEAR <= whole.value <= total * _NEAR or whole.value <= max(values):
        return
    sentences, folded = whole.dated.sentences, whole.dated.folded
    if any(
        tells_more(folded[sentences[one].start : sentences[one].end], len(parts)) for one in (parts[0].at, whole.at)
    ):
        return
    if _is_there(parts[0]) and -1 in _signs(parts, whole):
        return
    taken_up = whole.behind_participle and parts[0].at == parts[-1].at == whole.at - 1 and len(parts) >= _FEWEST
    strong = _concludes(whole) or _is_counted(whole, parts) or (taken_up and _draws_first(whole))
    known = _is_measure(whole) or _is_in_goes(whole, parts) or _draws(whole)
    weak = (known or len(parts) >= _FEWEST) and is_slip(whole.value, total)
    if not (strong or weak) or comes_otherwise(whole.amount, [one.value for one in told if one.value > 1]):
        return
    yield from unless_total(whole.dated, whole.amount, [one.amount for one in parts])


def _is_there(first: Strung) -> bool:
    """Whether a number is told as that of a stock: "340 çuval vardı", "1.200 mevcutla yola çıktı"."""
    said = f"{first.word} {' '.join(first.led)} # {re.split(r'[;:.]', first.behind)[0]}"
    return says(said, "flow_stock") or _SET_OUT.search(said) is not None


def _signs(same: Sequence[Strung], whole: Strung) -> list[int]:
    """What became of each number: 1 where it was there or came, -1 where it went, 0 where its words do not say."""
    signs = [1]
    for one in same[1:]:
        end = whole.dated.sentences[one.at].end
        clause = re.split(r"[;:.!?]", whole.dated.folded[one.amount.span.end : end])[0]
        # up to the next number, or the verb of a list that stands behind the last of it
        own = re.split(r"[,\d]", clause)[0]
        said = own if says(own, "flow_in") or says(own, "flow_out") else clause
        came, went = says(said, "flow_in"), says(said, "flow_out")
        signs.append(0 if came == went else 1 if came else -1)
    return signs


def _stock(whole: Strung, same: Sequence[Strung]) -> Iterator[Finding]:
    """What was there, came and went against what there is at the end: only where one slip makes the difference."""
    dated, signs = whole.dated, _signs(same, whole)
    last = f"{dated.folded[dated.sentences[whole.at].start : whole.amount.span.start]} {whole.word} {whole.behind}"
    if whole.at - same[-1].at != 1 or not _is_account(whole, same, signs):
        return
    between = dated.folded[same[0].amount.span.end : dated.sentences[whole.at].end]
    if _UNNUMBERED.search(between.replace("daha", "")) or _BEFORE.search(last):
        return
    signs = signs if 0 not in signs else [1, *(-1 for _ in same[1:])]
    reckoned = sum(sign * one.value for sign, one in zip(signs, same, strict=True))
    if is_slip(whole.value, reckoned) and not comes_otherwise(whole.amount, [one.value for one in same]):
        rule = "sum-rest" if all(sign < 0 for sign in signs[1:]) else "sum-stock"
        found = misfit(dated, rule, whole.amount, [one.amount for one in same], reckoned)
        told = "".join(
            f"{' − ' if sign < 0 else ' + '}{one.amount.text}" for sign, one in zip(signs, same, strict=True)
        )
        yield replace(found, details=tuple((key, told[3:] if key == "parts" else said) for key, said in found.details))


def _is_account(whole: Strung, same: Sequence[Strung], signs: Sequence[int]) -> bool:
    """Whether all numbers are told to come or go of what was there, or what follows the first is less than it.

    What becomes of parts is told in too many words for a list: "eşkıya sürüp götürdü". So a first number greater than
    all that follow it together is their whole where a part of it or what is left is told as such.
    """
    if 0 not in signs:
        return -1 in signs and _is_there(same[0])
    parts = same[1:]
    sinks = sum(one.value for one in parts) < same[0].value and all(one.value < same[0].value for one in parts)
    shared = any(_SHARE.match(one.dated.folded, one.amount.span.end) for one in parts)
    left = _STAYS.search(f"{' '.join(whole.led)} # {re.split(r'[;:.]', whole.behind)[0]}") is not None
    few = len(parts) > 1 or (shared and left and not _OUT_OF_THEM.search(" ".join(whole.led)))
    return sinks and 1 not in signs[1:] and few and (shared or left or _is_there(same[0]))


_OUT_OF_THEM: Final = re.compile(r"\w+(?:l[ae]r|n[iu])[dt][ae]n\b|\b[^\W\d]+[ae]n$")  # "dönenlerden 65", "yaralanan 47"
_SHARE: Final = re.compile(r"['’]?(?:lira|kurus)?s?[iu](?:n[iu]|n[ae]|yla|yle|n[dt][ae]n?)?\b")
_STAYS: Final = re.compile(
    r"\b(?:kal\w+|artan|elde|elinde|bakiye|duran|bulunan|birak\w+|var(?:di|abil\w+|mis)|ulas\w+|don\w+|kurtul\w+"
    r"|left|remain\w*|other|stayed|qal\w+|sag)\b"
)


def _undone(whole: Strung, same: Sequence[Strung]) -> Iterator[Finding]:
    """What a negative participle tells of the greater of two numbers: "Borç 2.000 liraydı. Ödenmemiş 800 lira …"."""
    last = whole.led[-1] if whole.led else ""
    if len(same) != 2 or _UNDONE.fullmatch(last) is None or whole.at - same[-1].at > 1:
        return
    less, greater = sorted(same, key=lambda one: one.value)
    reckoned = greater.value - less.value
    if is_slip(whole.value, reckoned) and not comes_otherwise(whole.amount, [one.value for one in same]):
        yield misfit(whole.dated, "sum-rest", whole.amount, (greater.amount, less.amount), reckoned)


_UNDONE: Final = re.compile(r"\w{2,}m[ae](?:mis|yen|yan)|unpaid|outstanding|unsold|undelivered")
_TROOP: Final = re.compile(r"mevcu[dt]|kuvvet|nufus")
_FATES: Final = tuple(
    map(re.compile, ("olu|sehit|maktul|dead|killed|oldu", "yarali|vounded", "esir|captured|prisoner"))
)
# The verb that tells of all what befell them: "toplam 6.300 kişi can verdi".
_BEFALL: Final = (
    (re.compile(r" (?:can ver|hayatini kaybet|ol(?:du|mus)|sehit|died|lost their lives|vere killed)"), _FATES[0]),
    (re.compile(r" (?:yaralan|vere vounded)"), _FATES[1]),
    (re.compile(r" (?:esir (?:dus|ol|alin)|vere (?:captured|taken))"), _FATES[2]),
)
_LOSSES: Final = re.compile(r"casualt|loss|kayip|kayb|zayiat|itki")
_SET_OUT: Final = re.compile(r"mevcut(?:la|lu)|\b(?:mevcut(?:la|lu)|kisiyle|yola|hareket|bindi|ayrildi|set out)\b")
_BEFORE: Final = re.compile(r"\b(?:gecen|onceki|baska|obur|oteki|diger|yalniz|sadece|last|other|another)\b")


def _product(whole: Strung, told: Sequence[Strung], rates: Sequence[Strung]) -> Iterator[Finding]:
    """So much for each and so many of them against the number that is told as what they came to."""
    same = [one for one in told if _is_same(one, whole)]
    others = [one for one in told if one.value > 1 and not _is_same(one, whole) and one.amount.unit not in money()]
    if len(rates) != 1 or len(same) != 1 or not all(one.amount.bound is Bound.EXACT for one in others):
        return
    said = whole.dated.folded[whole.dated.sentences[told[0].at].start : whole.dated.sentences[whole.at].end]
    daily = _DAILY.search(said) is not None
    counts = [one for one in others if one.amount.unit not in TIMES or (daily and one.amount.unit == "day")]
    if not counts or len(counts) > 1 + daily or len(counts) < len(others) or _FACTOR.search(said):
        return
    reckoned = prod(one.value for one in (*counts, rates[0]))
    near = reckoned / _NEAR <= whole.value <= reckoned * _NEAR
    strong = _concludes(whole) or _WORTH.search(_clause(whole)) is not None
    if not near or not (strong or is_slip(whole.value, reckoned)):
        return
    if comes_otherwise(whole.amount, [one.value for one in told if one.value > 1]):
        return
    parts = [one.amount for one in (*counts, rates[0])]
    yield from unless_it_comes_to(whole.dated, "sum-shares", whole.amount, parts, reckoned)
