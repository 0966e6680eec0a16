"""Differences, products and shares in percent whose numbers stand in several sentences.

Comes in: one page. Goes out: findings. ``differences``, ``products`` and ``hundreds`` read one sentence. Here three
numbers are bound by what they count and by nearness: what lies between the two last of one thing ("aradaki fark",
"… liralık indirim", "kalan 225 yolcu"), so much for each and so many of them with the next number of the same unit
that is definite or called a sum, and shares in percent up to the one that is called the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from tanik.compare.model import Finding
from tanik.compare.reckoning import ALL, TIMES, comes_to, is_slip, misfit, unless_it_comes_to
from tanik.compare.slots import money
from tanik.compare.strung import Strung, brings_in, is_one_thing
from tanik.compare.wordings import is_each, is_later, says
from tanik.facts.model import Bound

__all__ = ["check_over_sentences"]

_NEAR: Final = 1.6
_SENTENCES: Final = 3
_REACH: Final = 12  # numbers back
_MONTHS: Final = 12
_WEEK: Final = 7
_KIND: Final = 4
_NEXT: Final = 3  # words before a share in which it is called the rest
_FAR: Final = 4  # words behind a number in -lIk up to the noun that it measures
_GAP: Final = re.compile(
    r"\b(?:aradaki|fark\w*|fergi|fazla|fazlasi|acik|acig\w*|indirim\w*|zam\w?|zamm\w*|artis\w*|azalis\w*|azalma\w*"
    r"|kar|zarar\w*|yukselis\w*|dusus\w*|difference|gap|surplus|deficit|rise|fall|drop|decline|increase|profit)\b"
)
_BETWEEN: Final = re.compile(r"\b(?:aradaki|fark\w*|fergi|difference|gap)\b")
# What one lost or gained since the first of two numbers.
_CHANGING: Final = (
    r"(?:ver|al|ekle|cogal|kaybet|kazan|eksil|azal|art|dus|yuksel|cik|in|buyu|kuc[iu]l|uza)"
    r"\w*(?:[dt][iu]g[iu]\w*|[ae]n)"
)
_CHANGED: Final = re.compile(rf"\b{_CHANGING}$")
_STANDS: Final = "kalan|geriye|geride|remaining|other|duran|bulunan|bekleyen|yatan|elde|elinde"
_ANY_GAP: Final = re.compile(rf"{_GAP.pattern}|\b(?:{_CHANGING}|{_STANDS})")
_AROUND: Final = 40  # characters about a number
_MORE: Final = re.compile(r"\b(?:zam\w?|zamm\w*|artis\w*|yukselis\w*|rise|increase)\b")
_EXCLUDES: Final = re.compile(r"\w[dt][ae]n\b|\b(?:pay|katki|hisse|ait|oran|share|from)\w*")
_AFTER: Final = re.compile(r"\b\w+[dt][ae]n sonra\b|\b(?:cikinca|dusulunce|dusulduk\w+)\b")  # "vergiden sonra … kâr"
_LEFT: Final = re.compile(rf"\b(?:{_STANDS})$")
# Where it stands; a place that nothing told before is another one: "Limanda bekleyen 22 ton".
_STANDS_AT: Final = re.compile(
    r"\b(?!el(?:inde|de|lerinde)\b)([^\W\d]{3,}?)['’]?[dt][ae] (?:hala |halen )?(?:duran|bulunan|bekleyen|yatan)$"
)
_REST: Final = re.compile(
    r"\b(?:geri kalan\w*|kalan\w*|geriye\w*|diger\w*|gerisi\w*|ustu|rest|remain\w*|others?|balance)\b"
)
_OF_WHOM: Final = re.compile(r"\b([^\W\d]{3,}l[ae]r[iu]n)$")  # a genitive plural right before a share
_WHOLE: Final = 6
_PRICE: Final = re.compile(r"^['’]?\w{0,6}?[dt][ae]n\b")
_FRACTIONS: Final = {
    "yarisi": 1 / 2,
    "yarisini": 1 / 2,
    "ucte biri": 1 / 3,
    "ucte birini": 1 / 3,
    "ucte ikisi": 2 / 3,
    "ucte ikisini": 2 / 3,
    "dortte biri": 1 / 4,
    "dortte birini": 1 / 4,
    "dortte ucu": 3 / 4,
    "dortte ucunu": 3 / 4,
    "beste biri": 1 / 5,
    "beste birini": 1 / 5,
    "onda biri": 1 / 10,
    "onda birini": 1 / 10,
}
_SHARES: Final = ("yarisi", "te biri", "te ikisi", "te ucu", "da biri")  # one of them stands in each
_OF_IT: Final = re.compile(rf" ({'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})\b")
_A_DAY: Final = re.compile(r" (?:an? (?!(?:fev|lot|litle|certain)\b)[a-z]{3,}|per \w+|each|apiece)\b(?! of)")
_A_WORD: Final = 10
_DAILY: Final = re.compile(r"\b(gunde|gunluk|gundelik|gunde|a day|daily)\b")
_MONTHLY: Final = re.compile(r"\b(ayda|aylik|a month|monthly)\b")
_WEEKLY: Final = re.compile(r"\b(haftada|haftalik|heftede|a veek|veekly)\b")
_YEARLY: Final = re.compile(r"\b(yilda|yillik|senede|senelik|ilde|illik|a year|yearly|annual\w*)\b")


def check_over_sentences(string: Sequence[Strung]) -> Iterator[Finding]:
    """The findings about differences, products and percents of a page, whose numbers are given, over its sentences.

    >>> list(check_over_sentences([]))
    []
    """
    rates = any(_is_rate(one) for one in string)
    shared = bool(string) and any(one in string[0].dated.folded for one in _SHARES)
    for at, one in enumerate(string):
        if one.plain and one.value > 1:
            span, folded = one.amount.span, one.dated.folded
            if _ANY_GAP.search(folded, max(0, span.start - _AROUND), span.end + _AROUND):
                yield from _difference(string, at)
            if rates:
                yield from _product(string, at)
            if shared:
                yield from _fraction(string, at)
    yield from _percents([one for one in string if one.amount.unit == "percent"])


def _clause(one: Strung) -> str:
    return f"{' '.join(one.led)} # {re.split(r'[,;:.]', one.behind)[0]}"


def _near(value: float, reckoned: float) -> bool:
    return reckoned / _NEAR <= value <= reckoned * _NEAR


def _difference(string: Sequence[Strung], at: int) -> Iterator[Finding]:
    """What is called a gap, a gain or a rest against the two numbers of its thing before it."""
    gap = string[at]
    before = [one for one in string[max(0, at - _REACH) : at] if gap.at - one.at <= _SENTENCES]
    known = [one for one in before if is_one_thing(one, gap)]
    if len(known) != 2 or not _near(gap.value, abs(known[0].value - known[1].value)):
        return
    lead, clause = " ".join(gap.led[-3:]), _clause(gap)
    behind = " ".join(clause.partition("# ")[2].split()[: _FAR if gap.head else 1])
    left = _LEFT.search(" ".join(gap.led)) is not None
    changed = _CHANGED.search(lead) if gap.amount.unit not in money() else None
    named = changed or _BETWEEN.search(lead) or _GAP.search(" ".join(gap.led[-1:])) or _GAP.search(behind)
    if not (left or named) or is_later(lead) or says(clause, "total") or _AFTER.search(" ".join(gap.led)):
        return
    one, two = known
    if (
        not (one.plain and two.plain)
        or _is_of_others(string, at, known, left=left)
        or (left and (one.value <= two.value or _is_elsewhere(gap, one)))
    ):
        return
    said = f"{lead} {behind}"
    if (says(said, "less") and one.value < two.value) or (_MORE.search(said) and one.value > two.value):
        return
    reckoned = abs(one.value - two.value)
    greatest = max(one.value, two.value)
    if (
        not _near(gap.value, reckoned)
        or comes_to(reckoned, gap.amount, greatest)
        or gap.value in (one.value, two.value)
    ):
        return
    # What is left may be so of a share: "9.000 akçenin üçte biri çalındı. … Kalan 6.000 akçe".
    shared = left and _OF_IT.search(one.dated.folded, one.amount.span.start, gap.amount.span.start) is not None
    if shared or comes_to(one.value + two.value, gap.amount, greatest) or _dates_apart(gap, known):
        return
    greater, less = sorted((one.amount, two.amount), key=lambda amount: -amount.value)
    yield misfit(gap.dated, "sum-rest" if left else "sum-difference", gap.amount, (greater, less), reckoned)


def _is_of_others(string: Sequence[Strung], at: int, known: Sequence[Strung], *, left: bool) -> bool:
    """Whether a gap is somebody's not named before, or a rest closes a list whose whole is told behind it."""
    gap = string[at]
    behind = [one for one in string[at + 1 : at + _NEXT] if one.at - gap.at <= 2 and is_one_thing(one, gap)]
    whole = left and any(one.value > max(two.value for two in known) for one in behind)
    return whole or (not left and brings_in(gap))


def _dates_apart(gap: Strung, known: Sequence[Strung]) -> bool:
    """Whether the gap's sentence has a year that those of the two numbers have not."""
    sentences, dated = gap.dated.sentences, gap.dated
    own = {one.edtf for one in dated.dates_in(sentences[gap.at])}
    told = {date.edtf for one in known for date in dated.dates_in(sentences[one.at])}
    return bool(own - told)


def _is_elsewhere(left: Strung, whole: Strung) -> bool:
    """Whether what is left stands in a place that nothing since the whole was told has named."""
    place = _STANDS_AT.search(" ".join(left.led))
    sentences = left.dated.sentences
    told = left.dated.folded[sentences[whole.at].start : max(sentences[left.at].start, whole.amount.span.end)]
    return place is not None and re.search(rf"\b{re.escape(place[1][:_KIND])}", told) is None


def _product(string: Sequence[Strung], at: int) -> Iterator[Finding]:
    """The next number of the rate's unit behind so much for each and so many of them."""
    whole = string[at]
    before = [one for one in string[max(0, at - _REACH) : at] if whole.at - one.at <= _SENTENCES]
    if not _may_be_product([one.value for one in before], whole.value):
        return
    rates = [one for one in before if _is_rate(one) and _is_of_unit(one, whole)]
    if len(rates) != 1 or _is_rate(whole, reach=2) or says(_clause(whole), "of_the_rate"):
        return
    rate = rates[0]
    others = [one for one in before if one is not rate and not _is_of_unit(one, whole)]
    if any(_is_of_unit(one, whole) for one in before if one is not rate):
        return
    number = _number_of(rate, others)
    if number is None or says(_clause(rate), "of_the_rate"):
        return
    count, times = number
    reckoned = rate.value * times
    if not (_is_taken_as_sum(whole) or is_slip(whole.value, reckoned)):
        return
    factors = [one.value for one in others if one is not count and one.value > 1]
    if not _near(whole.value, reckoned) or any(comes_to(reckoned * one, whole.amount, whole.value) for one in factors):
        return
    yield from unless_it_comes_to(whole.dated, "sum-shares", whole.amount, (count.amount, rate.amount), reckoned)


def _may_be_product(values: Sequence[float], stated: float) -> bool:
    """Whether two of a few numbers can be multiplied to about another one, or one be taken for each month of a year."""
    pairs = (one * two for one, two in combinations(values, 2))
    return any(_near(stated, one * times) for one in pairs for times in (1, _MONTHS, 1 / _WEEK))


def _is_of_unit(one: Strung, whole: Strung) -> bool:
    return is_one_thing(one, whole)


def _is_rate(one: Strung, reach: int = 4) -> bool:
    """Whether a number is so much for each: by a word before it in its clause, or as a price in the ablative."""
    if not one.plain:
        return False
    words = " ".join(one.led[-reach:])
    if _A_DAY.match(one.behind):
        return True
    price = one.amount.unit in money() and _PRICE.match(one.behind) is not None
    return price or (bool(words) and is_each(f"{words} "))


def _is_taken_as_sum(whole: Strung) -> bool:
    clause = _clause(whole)
    return whole.definite or says(clause, "total") or says(clause, "comes") or says(clause, "sum")


def _number_of(rate: Strung, others: Sequence[Strung]) -> tuple[Strung, float] | None:
    """How many times a rate is taken, and the amount that says so: days, months, or things and people."""
    said = f"{' '.join(rate.led[-4:])} {rate.behind[:_A_WORD]}"
    for pattern, times in (
        (_DAILY, {"day": 1.0}),
        (_WEEKLY, {"day": 1 / _WEEK, "month": 0.0}),
        (_MONTHLY, {"month": 1.0, "year": float(_MONTHS)}),
        (_YEARLY, {"year": 1.0}),
    ):
        if pattern.search(said):
            spans = [one for one in others if one.amount.unit in times and one.amount.bound is Bound.EXACT]
            if " her " in f" {said} ":  # "her birine günde 8 lira", and what that is "bir günde"
                spans = [one for one in spans if one.value > 1]
            if len(spans) == 1 and times[spans[0].amount.unit]:
                heads = _heads_told(rate, others) if says(said, "each_of_them") else 1.0
                return (spans[0], heads * spans[0].value * times[spans[0].amount.unit]) if heads else None
            if spans or " her " not in f" {said} ":
                return None
    things = [one for one in others if _is_number_of_things(one)]
    named = [one for one in things if one.noun and re.search(rf"\b{re.escape(one.noun[:_KIND])}", " ".join(rate.led))]
    beside = [one for one in things if abs(one.at - rate.at) == 0]
    found = named[-1:] if named else beside if len(beside) == 1 else []
    return (found[0], found[0].value) if found else None


def _heads_told(rate: Strung, others: Sequence[Strung]) -> float | None:
    """How many people get so much a day each, where the sentence of the rate tells one number of them."""
    things = [one for one in others if _is_number_of_things(one) and one.at == rate.at]
    return things[0].value if len(things) == 1 else None


def _is_number_of_things(one: Strung) -> bool:
    """Whether it says how many of what something is shared among: people, things, waggons, sacks, no money or time."""
    return one.plain and one.value > 1 and one.amount.unit not in TIMES and one.amount.unit not in money()


def _fraction(string: Sequence[Strung], at: int) -> Iterator[Finding]:
    """A half or a third of a number, and what that comes to in the words that take it up: "9.000 akçenin üçte biri"."""
    whole = string[at]
    found = _OF_IT.match(whole.behind_word)
    share = _FRACTIONS[found[1]] if found is not None else None
    behind = next((one for one in string[at + 1 : at + _REACH] if is_one_thing(one, whole)), None)
    if share is None or behind is None or not behind.plain or behind.at - whole.at > 2:
        return
    pointed = behind.behind_participle or (bool(behind.led) and behind.led[-1] in ("bu", "olan", "yani"))
    reckoned = whole.value * share
    if (
        pointed
        and _near(behind.value, reckoned)
        and not is_later(_clause(behind))
        and not _REST.search(_clause(behind))
    ):
        yield from unless_it_comes_to(whole.dated, "sum-shares", behind.amount, (whole.amount,), reckoned)


def _percents(shares: Sequence[Strung]) -> Iterator[Finding]:
    """Shares in percent in sentences next to each other, up to the one that is called the rest."""
    run: list[Strung] = []
    for one in shares:
        exact = one.amount.bound is Bound.EXACT and one.amount.value_max is None
        if run and _is_of_another(run, one):
            run = []
        rest = _REST.search(" ".join(one.led[-_NEXT:])) is not None
        if run and (one.at - run[-1].at > 1 + rest or not exact or _is_new_paragraph(run[-1], one)):
            run = []
        if not exact:
            continue
        run.append(one)
        if len(run) > 1 and rest:
            yield from _hundred(run)
            run = []
        elif len(run) > 2 and says(_clause(one), "spread") and all(_EXCLUDES.search(_clause(two)) for two in run):
            reckoned = sum(two.value for two in run)
            if ALL + len(run) / 2 < reckoned <= ALL * _NEAR:
                yield misfit(one.dated, "sum-hundred", one.amount, [two.amount for two in run], reckoned)


def _is_of_another(run: Sequence[Strung], one: Strung) -> bool:
    """Whether a share is that of a whole which the genitive before it tells, and no share before was of it.

    "Öğrencilerin yüzde 30'u servisle geliyor. … Öğretmenlerin kalan yüzde 20'si": two wholes.
    """
    of, told = _OF_WHOM.search(_REST.sub("", " ".join(one.led)).rstrip()), run[0].dated.folded
    if of is None or not any(_OF_WHOM.search(" ".join(two.led)) for two in run):
        return False
    start = run[0].dated.sentences[run[0].at].start
    return re.search(rf"\b{re.escape(of[1][:_WHOLE])}", told[start : run[-1].amount.span.end]) is None


def _is_new_paragraph(one: Strung, two: Strung) -> bool:
    return "\n" in one.dated.page.text[one.amount.span.end : two.amount.span.start]


def _hundred(run: Sequence[Strung]) -> Iterator[Finding]:
    values = [one.value for one in run]
    reckoned = sum(values)
    slack = len(run) / 2
    if reckoned - values[-1] >= ALL or abs(reckoned - ALL) <= slack or not _near(reckoned, ALL):
        return
    if any(abs(sum(few) - ALL) <= slack for size in range(2, len(values)) for few in combinations(values, size)):
        return
    yield misfit(run[-1].dated, "sum-hundred", run[-1].amount, [one.amount for one in run], reckoned)
