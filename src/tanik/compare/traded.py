"""What lies between two numbers that are told as the two sides of one account: what came in and went out, was bought
and sold, was before and is now.

Comes in: the amounts of a page on one string (``strung``). Goes out: findings. ``balances`` reads the heads of a budget
in one sentence ("gelir …, gider …, açık …"); here each side is known by its verb or noun ("topladı … harcadı", "90
liraya almış, 130 liraya satmış"), and the third number by a word for a gap before or behind it ("550 lira fazlayla",
"40 lira kazandığını", "65 arttı"), in the same sentence or the next. A third number of the thing near them, or one of
another year or person, and nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tanik.compare.model import Finding
from tanik.compare.reckoning import TIMES, comes_otherwise, comes_to, misfit
from tanik.compare.strung import Strung, brings_in, is_one_thing
from tanik.compare.wordings import is_each, pattern_of, says

__all__ = ["check_traded"]

_NEAR: Final = 1.6
_REACH: Final = 6  # numbers back
# Folded: w is v.
_IN: Final = re.compile(
    r"\b(?:gelir\w*|varidat\w*|irat\w*|hasilat\w*|topla\w+|kazan\w+|tahsil\w*|girdi|medahil\w*"
    r"|took in|brought in|income|receipts|raised|earned)"
)
_OUT: Final = re.compile(
    r"\b(?:gider\w*|masraf\w*|harca\w+|sarf\w*|od(?:edi|emis|en\w+)|cikti|meharic\w*"
    r"|spent|spend\w*|ehpen\w+|outlay|paid out|cost)"
)
_BOUGHT: Final = re.compile(
    r"\b(?:al(?:d[iu]|m[iu]s|[iu]p|ir|[iu]yor|d[iu]g)\w*|alin\w+|maliyet\w*|mal ol\w*|bought|buying|cost)\b"
)
_SOLD: Final = re.compile(
    r"\b(?:elden cik\w+|sat(?:t[iu]|m[iu]s|[iu]p|ar|[iu]yor|t[iu]g)\w*|satil\w+|devrett\w+|sold|selling)\b"
)
_THEN: Final = re.compile(
    r"\b(?:gecen|onceki|once|evvelki|ilk|basinda|eskiden|daha once|iken|ken|vardi|idi|last year|before|began)\b|\d{4}"
)
_NOW: Final = re.compile(
    r"\b(?:bu yil|bu sene|simdi|bugun|sonunda|ertesi|sonraki|sonra|nov|this year|end|then)\b|\d{4}"
)
_CHANGED: Final = re.compile(
    r"^['’]?(?:\w* ){0,2}?(?:art(?:t[iu]|m[iu]s)|azal(?:d[iu]|m[iu]s)|eksil(?:d[iu]|m[iu]s)|yuksel(?:d[iu]|m[iu]s)"
    r"|cogal(?:d[iu]|m[iu]s)|dus(?:t[iu]|m[iu]s)|fark\w*|fazla)"
)
_MEASURED: Final = re.compile(r"^\W*(?:bir )?(?:artis|azalis|fark|acik|fazla|indirim|zam)")
_LED: Final = 30  # characters about a number
_MORE: Final = re.compile(
    r"\b(?:ayrica|daha|devreden|gecen yildan|birlikte|beraber|dahil|faiz\w*|borc\w*|baska|diger\w*|rakib\w*|rival"
    r"|another|other|including|besides|vergi\w*|komisyon\w*|\w+[dt][ae]n sonra|cikinca|dusul\w+|masraflar\w* dus\w*)\b"
)


def check_traded(string: Sequence[Strung]) -> Iterator[Finding]:
    """The findings about accounts of two sides on one page, whose numbers are given.

    >>> list(check_traded([]))
    []
    """
    for at, gap in enumerate(string):
        if not gap.plain or gap.value < 2 or gap.amount.unit in TIMES:
            continue
        span, folded = gap.amount.span, gap.dated.folded
        if not pattern_of("gap_near").search(folded, max(0, span.start - _LED), span.end + _LED):
            continue
        over, changed = says(_beside(gap), "left_over"), _CHANGED.match(gap.behind) is not None
        if not (over or changed) or says(" ".join(gap.led[-5:]), "of_a_rate"):
            continue
        sides = _sides(string, at)
        if sides is not None and _are_two(sides, changed=changed) and not _MORE.search(_around(gap)):
            yield from _between(gap, sides)


def _beside(gap: Strung) -> str:
    """The word right before a number, "of" aside, and that right behind it: "surplus of 60", "550 lira fazlayla"."""
    led = [one for one in gap.led if one not in ("of", "tam", "da", "de", "ise", "vas", "vith")]
    behind = re.split(r"[,;:.(]", gap.behind)[0].split()
    words = behind if gap.behind[:1] == " " else behind[1:]
    if _MEASURED.match(gap.behind_word):
        return "# fark"  # "25 talebelik bir artış"
    return f"{' '.join(led[-1:])} # {' '.join(words[:1])}"


def _around(gap: Strung) -> str:
    around = gap.dated.sentences[gap.at]
    return gap.dated.folded[around.start : around.end]


def _sides(string: Sequence[Strung], at: int) -> tuple[Strung, Strung] | None:
    """The only two numbers of its thing before it, in its sentence and the two before."""
    gap, text = string[at], string[at].dated.page.text
    told = [
        one
        for one in string[max(0, at - _REACH) : at]
        if gap.at - one.at <= 2
        and is_one_thing(one, gap)
        and "\n\n" not in text[one.amount.span.end : gap.amount.span.start]
    ]
    if len(told) != 2 or not all(one.plain and one.value > 1 for one in told) or told[0].value == told[1].value:
        return None
    return told[0], told[1]


def _words(one: Strung) -> str:
    """The words of a number's clause up to the next number."""
    return f"{' '.join(one.led)} # {re.split(r'[;:.]', one.behind)[0]}"


def _are_two(sides: tuple[Strung, Strung], *, changed: bool) -> bool:
    """Whether the words about two numbers make them the two sides of one account."""
    first, second = map(_words, sides)
    if is_each(first.partition("#")[0]) and not (_BOUGHT.search(first) or _SOLD.search(first)):
        return False
    for one, other in ((_IN, _OUT), (_BOUGHT, _SOLD)):
        if (_has(one, first) and _has(other, second)) or (_has(other, first) and _has(one, second)):
            return True
    return changed and _THEN.search(first) is not None and _NOW.search(second) is not None


def _has(pattern: re.Pattern[str], words: str) -> bool:
    return pattern.search(words) is not None


def _between(gap: Strung, sides: tuple[Strung, Strung]) -> Iterator[Finding]:
    less, greater = sorted(sides, key=lambda one: one.value)
    reckoned = greater.value - less.value
    own = {one.edtf for one in gap.dated.dates_in(gap.dated.sentences[gap.at])}
    told = {date.edtf for one in sides for date in gap.dated.dates_in(gap.dated.sentences[one.at])}
    far = not reckoned / _NEAR <= gap.value <= reckoned * _NEAR
    if brings_in(gap):  # what somebody else gained
        return
    if far or own - told or gap.value in (less.value, greater.value) or comes_to(reckoned, gap.amount, gap.value):
        return
    if not comes_otherwise(gap.amount, [less.value, greater.value]):
        yield misfit(gap.dated, "sum-difference", gap.amount, (greater.amount, less.amount), reckoned)
