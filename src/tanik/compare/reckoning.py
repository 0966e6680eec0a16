"""Whether numbers come out, and the finding that they do not.

Comes in: the amounts that a page sets against one another, and what was reckoned from them. Goes out: findings. Which
amounts belong together is for those who read the words (``sums``, ``listed``, ``rests``, ``balances``); what is lost by
rounding, and how a misfit is told, is the same for all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind
from tanik.compare.wordings import pattern_of, says
from tanik.core.span import Span
from tanik.facts.model import Amount, Bound

__all__ = [
    "ALL",
    "COUNTED",
    "TIMES",
    "comes_otherwise",
    "comes_to",
    "is_bare",
    "is_figure",
    "is_plain",
    "is_slip",
    "is_sum_like",
    "lies_near",
    "misfit",
    "percents",
    "too_many",
    "unless_it_comes_to",
    "unless_total",
]

ALL: Final = 100  # percent
TIMES: Final = frozenset(("year", "month", "day", "hour", "percent"))
COUNTED: Final = frozenset(("count", "person"))
_FAR: Final = 2  # a slip of the pen lies nearer to what was reckoned than its half or its double
_FIGURE: Final = re.compile(r"[\d.,]+(?: (?:bin|milyon|thousand|million))?")
# A limit that was not reached: "toplamda 1.000 lirayı aşmayan".
_NOT_REACHED: Final = re.compile(r"['’]?\w*\s+(?:bile )?(?:as|gec|bul|ulas|eris|tut)m[ae](?:[yz]|d[iu]|mis)\w*")
_UNTOLD_REST: Final = re.compile(
    r"\b(?:gerisi\w*|kalan[iu]|geri kalan[iu]|artan[iu]|ustu|otekiler\w*|digerler\w*"
    r"|the (?:rest|others|remainder))\b(?! \d)"
)
# Behind a whole that it has more than was listed: "480'di; geçersiz sayılanlar da vardı", "1.100 kiloydu; gerisi …".
_MORE_BEHIND: Final = re.compile(
    r"[;(] ?(?:gerisi|ustu|geri kalan\w*|kalan[iu]|otekiler\w*|digerler\w*)\b|\bd[ae] vard[iu]\b"
)
# What comes along with the whole: "taburun mevcudu makineli tüfek bölüğüyle 324" (Göksel & Kerslake 2005, 8.1.4).
_ALONG: Final = re.compile(
    r"\b(?!boylelikle|ozellikle|genellikle|hesap)[^\W\d]{3,}(?:[iu]y|y)?l[ae] (?:birlikte |beraber )?$"
)
# A relative clause right before a number, with a goal or a place: "geziye katılan " (Göksel & Kerslake 2005, 25).
_PICKED: Final = re.compile(
    r"\b([^\W\d]{3,}?)['’]?(?:y?[ae]|[dt][ae]n?) (?P<deed>[^\W\d]{3,}(?<![dt])|gid|ed)[ae]n (?:tam )?$"
)
_OF_PARTS: Final = re.compile(r"\d+ (?:çeyrek|yarım)")  # so many coins of a quarter, and no number and a quarter
_OF_PART: Final = re.compile(r"\b(?:bunun|onun) $")  # of the part before it: "4 milyon geldi, bunun 1,5 milyonu gitti"
_UNDER_WAY: Final = re.compile(r"\byolda(?:yd[iu]|d[iu]r|ym[iu]s)\b")  # a part that has not come yet
_ROOM: Final = 40  # characters before a number
_STEM: Final = 4
_SMALL: Final = 99
_FEWEST_TO_SLIP: Final = 20
_MOST_TRIED: Final = 8  # numbers, of which some may come to another one
_LONGEST: Final = 120  # letters of a line of a list
_ITEM: Final = re.compile(r"[ \t]*(?:[•●▪◦·*–—-]|\d{1,2}[.)])|[ \t]*\n")
_ROUNDING: Final = 0.005  # of the greatest number: what is lost where figures are given in round thousands
_IN_MONTH: Final = re.compile(r"\b(ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik)[dt]a\b")
_SIGNS: Final = {
    "sum-shares": " × ",
    "sum-rest": " − ",
    "sum-balance": " − ",
    "sum-difference": " − ",
    "sum-growth": " → ",
}  # of how the parts were reckoned


def comes_to(reckoned: float, stated: Amount, greatest: float) -> bool:
    """Whether a number that was reckoned is the one that the page gives, rounding of the greatest one aside."""
    return abs(reckoned - stated.value) <= _ROUNDING * max(greatest, 1)


def lies_near(stated: float, reckoned: float) -> bool:
    """Whether a number lies where a slip of the pen leaves it, between half and double of what was reckoned.

    >>> lies_near(130, 100), lies_near(200, 100), lies_near(50, 100)
    (True, False, False)
    """
    return reckoned / _FAR < stated < reckoned * _FAR


def is_slip(stated: float, reckoned: float) -> bool:
    """Whether a number differs from another one by one slip of the pen: one figure of it, or two that changed places.

    Numbers below twenty differ so by chance, and one that ends in noughts may be a round one.

    >>> is_slip(675, 575), is_slip(1060, 960), is_slip(645, 465), is_slip(160, 145), is_slip(90, 97), is_slip(320, 240)
    (True, True, True, False, False, False)
    """
    gap = abs(stated - reckoned)
    if gap != int(gap) or not gap or min(stated, reckoned) < _FEWEST_TO_SLIP or not lies_near(stated, reckoned):
        return False
    told, right = f"{stated:.0f}", f"{reckoned:.0f}"
    if gap < 10 ** (len(told) - len(told.rstrip("0"))):
        return False
    one_figure = len(told) == len(right) and sum(one != two for one, two in zip(told, right, strict=True)) == 1
    return one_figure or f"{gap:.0f}".strip("0") == "1" or sorted(told) == sorted(right)


def comes_otherwise(stated: Amount, values: Sequence[float]) -> bool:
    """Whether a number is what some of a few others come to, added up, taken from one another or multiplied."""
    known = list(values)[-_MOST_TRIED:]
    for size in range(2, len(known) + 1):
        for few in combinations(known, size):
            total = sum(few)
            if any(comes_to(abs(total - 2 * one), stated, stated.value) for one in (0.0, *few)):
                return True
    return any(comes_to(one * two, stated, stated.value) for one, two in combinations(known, 2))


def is_sum_like(whole: Amount, parts: Sequence[Amount]) -> bool:
    """Whether a number may be the sum of some parts but for a slip of the pen: near it, and greater than each part."""
    near = lies_near(whole.value, sum(one.value for one in parts))
    return near and whole.value > max(one.value for one in parts)


def is_figure(amount: Amount) -> bool:
    """Whether a page writes an amount as a figure alone, without what it is of: "39.289", "20 bin"."""
    return _FIGURE.fullmatch(amount.text) is not None


def is_bare(amount: Amount) -> bool:
    """Whether an amount is a figure alone of which the words before it say what it is of."""
    return amount.rule == "amount.elided" and is_figure(amount)


def is_plain(amount: Amount) -> bool:
    """Whether an amount is one exact number of things, weight, money or people."""
    exact = amount.bound is Bound.EXACT and amount.value_max is None and amount.problem is None
    return exact and amount.unit not in TIMES and _OF_PARTS.match(amount.text) is None


def percents(amounts: Sequence[Amount]) -> list[Amount]:
    """The exact shares in percent among some amounts."""
    return [one for one in amounts if one.unit == "percent" and one.bound is Bound.EXACT]


def _is_of_another_year(dated: Dated, parts: Sequence[Amount], total: Amount) -> bool:
    """Whether a number bears a year of its own behind parts of which each has one: how many there were, and no sum."""
    if not parts:
        return False
    if _is_of_another_month(dated, parts, total):
        return True
    dates = [
        one for one in dated.page.facts.dates if one.edtf and parts[0].span.start < one.span.start < total.span.start
    ]
    around = dated.sentence(total.span)
    begin = max(parts[-1].span.end, around.start if around is not None else 0)
    own = [one for one in dates if one.span.start >= begin]
    among = [one for one in dates if one.span.start < parts[-1].span.start]
    years = {one.edtf[:4] for one in among if one.edtf}
    return bool(own) and len(among) >= len(parts) - 1 and (own[-1].edtf or "")[:4] not in years


def _is_of_another_month(dated: Dated, parts: Sequence[Amount], total: Amount) -> bool:
    """Whether a number is of a month of its own behind parts of other months: "Nisanda toplanan para 650 lira"."""
    around, first = dated.sentence(total.span), dated.sentence(parts[0].span)
    if around is None or first is None or around.start <= parts[-1].span.start:
        return False
    own = set(_IN_MONTH.findall(dated.folded, around.start, total.span.start))
    told = set(_IN_MONTH.findall(dated.folded, first.start, parts[-1].span.start))
    return len(told) > 1 and bool(own) and not own & told


def unless_total(dated: Dated, total: Amount, parts: Sequence[Amount]) -> Iterator[Finding]:
    """The finding that parts do not make their total, if they do not; figures told to the unit are not rounded."""
    reckoned = sum(part.value for part in parts)
    if (
        _is_of_another_year(dated, parts, total)
        or _has_more(dated, total, reckoned)
        or _is_no_part(dated, total, parts)
    ):
        return
    if _NOT_REACHED.match(dated.folded, total.span.end) is not None:
        return
    if _is_of_some(dated, total, parts) or (total.value > reckoned and _leaves_rest(dated, total, parts)):
        return
    if all(map(_is_to_the_unit, (*parts, total))) and reckoned != total.value:
        yield misfit(dated, "sum-total", total, parts, reckoned)
    else:
        yield from unless_it_comes_to(dated, "sum-total", total, parts, reckoned)


def _is_of_some(dated: Dated, total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether a relative clause with a place and a deed that nobody told picks some out: "geziye katılan 20 kişi"."""
    around, first = dated.sentence(total.span), min(one.span.start for one in parts)
    told = dated.sentence(Span(first, first + 1))
    if around is None or told is None or around.start <= first:
        return False
    picked = _PICKED.search(dated.folded, around.start, total.span.start)
    if picked is None or says(picked[0], "paper"):  # "gazete" has no case
        return False
    before, stems = dated.folded[told.start : around.start], (picked[1][:_STEM], picked["deed"][:_STEM])
    return not any(re.search(rf"\b{re.escape(one)}", before) for one in stems)


def _is_no_part(dated: Dated, total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether one of some numbers is on its way yet, or only a part of the one before it."""
    if not parts:
        return False
    start = min(one.span.start for one in parts)
    led = (dated.folded[max(start, one.span.start - _ROOM) : one.span.start] for one in parts)
    return any(map(_OF_PART.search, led)) or _UNDER_WAY.search(dated.folded, start, total.span.start) is not None


def _leaves_rest(dated: Dated, total: Amount, parts: Sequence[Amount]) -> bool:
    """Whether what is left of a whole told first has no number: "18.000 lira: 7.500'ü taş, 9.000'i ağaç, gerisi …"."""
    last = max(one.span.end for one in parts)
    around = dated.sentence(Span(last - 1, last)) if total.span.start < last else None
    return around is not None and _UNTOLD_REST.search(dated.folded, last, around.end) is not None


def _has_more(dated: Dated, total: Amount, reckoned: float) -> bool:
    """Whether more is in a whole than was listed: its line says so, or the head of its list that it is a choice."""
    if total.value <= reckoned:
        return False
    text = dated.page.text
    start, end = text.rfind("\n", 0, total.span.start) + 1, text.find("\n", total.span.end)
    end = len(text) if end < 0 else end
    if end - start <= _LONGEST and says(dated.folded[start:end], "includes"):
        return True
    around = dated.sentence(total.span) or total.span
    if _MORE_BEHIND.search(dated.folded, total.span.end, around.end):
        return True
    if _ALONG.search(dated.folded[max(0, total.span.start - _ROOM) : total.span.start]):
        return True
    while start > 0 and _ITEM.match(text, start) is not None:
        start = text.rfind("\n", 0, start - 1) + 1
    end = text.find("\n", start)
    return text[start:end].rstrip().endswith(":") and pattern_of("chosen").search(dated.folded, start, end) is not None


def _is_to_the_unit(amount: Amount) -> bool:
    """Whether a number of several figures does not end in a nought: 18.955, and not 19.000."""
    return amount.value == int(amount.value) and amount.value > _SMALL and amount.value % 10 != 0


def unless_it_comes_to(
    dated: Dated, rule: str, total: Amount, parts: Sequence[Amount], reckoned: float
) -> Iterator[Finding]:
    """The finding that what was reckoned from the parts is not the number that the page gives, if it is not."""
    whole = rule == "sum-total"
    if _NOT_REACHED.match(dated.folded, total.span.end) is not None:
        return
    other = whole and (_is_of_another_year(dated, parts, total) or _has_more(dated, total, reckoned))
    other = other or (whole and _is_no_part(dated, total, parts))
    if not other and not comes_to(reckoned, total, total.value):
        yield misfit(dated, rule, total, parts, reckoned)


def too_many(dated: Dated, whole: Amount, parts: Sequence[Amount]) -> Iterator[Finding]:
    """The finding that parts are together more than the whole that they are of, if they are."""
    reckoned = sum(part.value for part in parts)
    if reckoned > whole.value * (1 + _ROUNDING):
        yield misfit(dated, "sum-part", whole, parts, reckoned)


def misfit(dated: Dated, rule: str, stated: Amount, parts: Sequence[Amount], reckoned: float) -> Finding:
    """The finding that a number does not come out, by its rule, with the numbers that it was reckoned from."""
    return Finding(
        FindingKind.ARITHMETIC,
        dated.places(amount.span for amount in (*parts, stated)),
        rule,
        (
            ("total", stated.text),
            ("parts", _SIGNS.get(rule, " + ").join(part.text for part in parts)),
            ("reckoned", f"{reckoned:.12g}"),
            ("unit", stated.unit),
        ),
        (("stated", f"{stated.value:.12g}"), ("reckoned", f"{reckoned:.12g}")),
    )
