"""A price or debt against what was paid at once and so many instalments of so much: "3.000 lirası peşin, … taksitle".

Comes in: the amounts of a page on one string (``strung``). Goes out: findings. An instalment is a sum in -lIk before a
number of them ("2.000 liralık dört taksit": Göksel & Kerslake 2005, 8.2.3), a sum behind "her biri", "her taksit" or
"ayda", or one with the distributive ending (9.1.3: "500'er lira"). The whole is the sum of the same money before it,
less the one that was paid at once, or the sum that is called the rest. Nothing is told where other sums stand among
them, where interest is told, or where the instalments alone make up the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tanik.compare.model import Finding
from tanik.compare.reckoning import comes_to, misfit
from tanik.compare.slots import money
from tanik.compare.strung import Strung
from tanik.core.fold import fold

__all__ = ["check_instalments"]

_SENTENCES: Final = 3
_REACH: Final = 6  # numbers back to the whole
_NEAR: Final = 1.6
_TIMES: Final = {
    "month": re.compile(r"\b(?:her ay|ayda|aylik|a month|monthly)\b"),
    "year": re.compile(r"\b(?:her (?:yil|sene)|yilda|senede|yillik|senelik|a year|yearly|annual)\b"),
}
_GOES: Final = re.compile(r"taksit|senet|sefer|defa|parti|hisse|odeme|instal|payment")
_EACH: Final = re.compile(
    r"\b(?:her (?:bir\w*|taksit\w*|senet\w*|sefer\w*|defa\w*|parti\w*)|taksit(?:i|in)? (?:basina|tutari)|beheri|each)"
    r"(?: (?:\w+ )?(?:ise|icin|of))? ?$"
)
_DISTRIBUTED: Final = re.compile(r"^(?:\d[\d.,]*['’]?s?[ea]r|[^\W\d]+(?:s?er|s?ar))\b")
_EQUAL: Final = re.compile(r"(?:esit|musavi|beraber|ekual)$")
_FREE: Final = re.compile(
    r"\b(?:faiz(?:i|siz)?(?: de| ise)? (?:yok\w*|olmadan|almadan|istemeden)|faizsiz|no interest)\b"
)
_AT_ONCE: Final = re.compile(r"\b(?:pesin\w*|kapora\w*|pey|nakit|nakden|hemen|basta|dovn|in advance|at once)\b")
_LEFT: Final = re.compile(
    r"\b(?:kalan\w*|geri kalan\w*|gerisi\w*|ustu(?:nu)?|artan\w*|bakiye\w*|qalan\w*|rest|remain\w*|balance)\b"
)
_SETTLED: Final = re.compile(
    r"\b(?:kapa[tn]\w*|ode(?:n?(?:di|mis|dik|yecek|yip|yerek|ecek|erek|ir|ndi)\w*)|bitir\w*|bitti|bagla\w*|paid|settled)"
)
_OWED: Final = re.compile(
    r"\b(?:borc|kredi|bedel|fiyat|avans|sat(?:il|ti)|al(?:di|in)|debt|loan|price|cost|bought|sold)"
)
_OTHERWISE: Final = re.compile(
    r"\b(?:faiz\w*|vade farki|indirim\w*|zam\w*|ceza\w*|masraf\w*|ayrica|yaklasik|ilk \w+ taksit\w*|interest|fee)\b"
)


def check_instalments(string: Sequence[Strung]) -> Iterator[Finding]:
    """The findings about what is paid in instalments on a page, whose numbers are given.

    >>> list(check_instalments([]))
    []
    """
    for at, one in enumerate(string):
        if one.plain and one.amount.unit in money():
            number = _number_of(string, at)
            if number is not None:
                yield from _against_whole(string, at, number)


def _number_of(string: Sequence[Strung], at: int) -> Strung | None:
    """How many instalments of one amount there are, if it is that of each."""
    each = string[at]
    lead, own = " ".join(each.led), fold(each.amount.text)
    near = [one for one in string[max(0, at - 2) : at + 2] if abs(one.at - each.at) <= 1 and one is not each]
    goes = [one for one in near if one.amount.unit == "count" and _is_of_goes(one) and one.value > 1]
    behind = goes[-1] if goes and goes[-1].amount.span.start > each.amount.span.end else None
    if behind is not None and each.head and each.dated.between(each.amount, behind.amount).strip(" '’").count(" ") == 0:
        return behind
    if len(goes) == 1 and (_EACH.search(f"{lead} ") or _DISTRIBUTED.match(own)):
        return goes[0]
    for unit, pattern in _TIMES.items():
        times = [one for one in near if one.amount.unit == unit and one.value > 1]
        if len(times) == 1 and pattern.search(lead):
            return times[0]
    return None


def _is_of_goes(one: Strung) -> bool:
    """Whether a number is one of instalments: "sekiz taksit", "sekiz eşit taksit"."""
    equal = _EQUAL.match(one.noun) is not None and _GOES.match(one.behind_word.lstrip()) is not None
    return equal or _GOES.match(one.noun) is not None


def _against_whole(string: Sequence[Strung], at: int, number: Strung) -> Iterator[Finding]:
    each = string[at]
    first = min(each.amount.span.start, number.amount.span.start)
    before = [one for one in string[max(0, at - _REACH) : at] if each.at - one.at <= _SENTENCES]
    sums = [one for one in before if one.amount.unit == each.amount.unit and one.amount.span.end <= first]
    sentences, folded = each.dated.sentences, each.dated.folded
    more = [one for one in string[at + 1 : at + 3] if one.at == each.at and one.amount.unit == each.amount.unit]
    left = sums[-1:] if sums and _LEFT.search(" ".join(sums[-1].led[-2:])) else []
    whole, paid = (left[0], None) if left else (sums[0], sums[1] if len(sums) > 1 else None) if sums else (None, None)
    if whole is None or more or len(sums) > 2 + len(left) or not all(one.plain for one in sums):
        return
    said = folded[sentences[whole.at].start : sentences[each.at].end]
    if _OTHERWISE.search(_FREE.sub(" ", said)) or "\n" in each.dated.page.text[whole.amount.span.end : first]:
        return
    if paid is not None and not _AT_ONCE.search(f"{' '.join(paid.led)} # {re.split(r'[;:.]', paid.behind)[0]}"):
        return
    half = paid is None and re.search(r"\byarisini? (?:\w+ )?pesin", said) is not None
    told = f"{' '.join(whole.led)} # {re.split(r'[;:.]', whole.behind)[0]} {whole.head}"
    settled = _SETTLED.search(folded, whole.amount.span.end, sentences[each.at].end) and _OWED.search(told)
    # what is divided into equal instalments is a debt or a price as a whole
    divided = _EQUAL.match(number.noun) is not None and _OWED.search(told) is not None
    if paid is None and not (half or left or settled or divided):
        return
    instalments = each.value * number.value
    reckoned = 2 * instalments if half else instalments + (paid.value if paid is not None else 0)
    near = reckoned / _NEAR <= whole.value <= reckoned * _NEAR
    if not near or any(comes_to(one, whole.amount, whole.value) for one in (instalments, reckoned)):
        return
    parts = [one.amount for one in (paid, number, each) if one is not None]
    found = misfit(each.dated, "sum-shares", whole.amount, parts, reckoned)
    product = f"{'2 × ' * half}{number.amount.text} × {each.amount.text}"
    product = f"{paid.amount.text} + {product}" if paid is not None else product
    yield replace(found, details=tuple((key, product if key == "parts" else value) for key, value in found.details))
