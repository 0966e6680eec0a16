"""A sum told first against the parts that follow it: what was owed, paid or shared out, up to the last part.

Comes in: the amounts of a page on one string (``strung``). Goes out: findings. The sum is one that is owed, promised
or a price ("45 bin liralık borç", "18.000 marka getirtildi", "30.000 tüfek teslim edilecekti"); its parts end with the
one that is called the last, or where words say that all was paid. What is divided has who got each part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, takewhile
from typing import Final

from tanik.compare.model import Finding
from tanik.compare.reckoning import COUNTED, comes_to, misfit
from tanik.compare.rests import is_share
from tanik.compare.resumed import hang_together, has_unread, is_akin
from tanik.compare.strung import Strung, is_one_thing, may_come_to
from tanik.compare.wordings import is_later, says
from tanik.core.span import Span

__all__ = ["check_paid_off"]

_NEAR: Final = 1.6  # a slip of the pen: farther off two numbers have nothing to do with each other
_SENTENCES: Final = 4
_MOST: Final = 8
_YEAR: Final = re.compile(r"\b1[0-9]\d\d\b|\b20\d\d\b")
_LAST: Final = re.compile(
    r"\b(?:son|sonuncu\w*|nihayet|kalan\w*|axirinci|qalan\w*|last|final|remaining|balance|rest)\b"
)
_CLOSED: Final = re.compile(
    r"\b(?:kapa[nt]|tamamla|bit(?:ir|ti)|(?:geri|denkles\w*) al|sona er|yerine get|tuken|settled|paid off|closed)"
)
# Told in the sentence behind the last part: "Usta parasını tam almış, kimseye borç kalmamıştı".
_SETTLED: Final = re.compile(
    r"\b(?:tam(?:am[ei]n|ami(?:ni)?)? (?:al|ode|kapa)|(?:borc|alaca|hesap)\w* (?:kalma|kapan|bit)"
    r"|paid in full|fully paid)"
)
# The genitive of a word for the sum, right before the first share of it: "Bedelin 1.200 lirası avans olarak".
_OF_IT: Final = re.compile(r"\b(?:bedelin|paranin|borcun|kredinin|tutarin|bunun|ucretin|fiyatin|meblagin|avansin)$")
_GOES_ON: Final = re.compile(
    r"\b(?:ilk\w*|once\w*|pesin\w*|kapora\w*|taksit\w*|birinci\w*|ikinci\w*|ucuncu\w*|ertesi|sonra\w*|daha|basta|evvel\w*"
    r"|\w{3,}[iu]nc[ae]|first|second|third|then|later|dovn)\b"
)
_OWED: Final = re.compile(
    r"\b(?:borc|bedel|fiyat|deger|tutar|ucret|masraf|maliyet|bagis|kredi|para|price|debt|cost|sum|loan|pledge|qiymet|soz)"
)
_BESIDES: Final = re.compile(r"\b(?:daha|ayrica|baska|kendi|ustune|yeni|more|besides|also|another)\b")
_BOUGHT: Final = re.compile(r" (?:[^\W\d]+ )?(?:al(?:di[km]?|mist?)|sat(?:ti|tik|tim|mis)|anlas|iste[dmn]|bought|sold)")
_DUE: Final = re.compile(r" (?:[^\W\d]+ ){0,2}\w{2,}[ae]c[ae]kt[iu]\b")  # what was to be given: "teslim edilecekti"
_AS_MUCH: Final = re.compile(r"\bbir o (?:kadar|keder)\b|\bas (?:much|many) again\b|\bthe same again\b")
_SHARED: Final = re.compile(
    r"\b(?:bol[uu]\w*|bolun\w*|bolus\w*|paylas\w*|payla\w*|dagit\w*|ayril\w*|ayir\w*|taksim|dus(?:tu|en|mus)\w*|divided|split|shared)\b"
)


def check_paid_off(string: Sequence[Strung]) -> Iterator[Finding]:
    """The findings about sums of one page, whose numbers are given, and the parts told behind them.

    >>> list(check_paid_off([]))
    []
    """
    for at, one in enumerate(string):
        if one.plain and one.value > 2:
            yield from _told_first(string, at)


def _told_first(string: Sequence[Strung], at: int) -> Iterator[Finding]:
    """A sum owed, paid or shared out against the parts that follow it, up to the last of them."""
    whole = string[at]
    following = [one for one in string[at + 1 : at + 2 * _MOST] if one.at - whole.at <= _SENTENCES]
    values = [one.value for one in following if one.plain and is_akin(one, whole) and one.value < whole.value]
    due = _DUE.match(whole.behind_word)
    if not (
        may_come_to(values, whole.value, 2 * _NEAR) and (whole.amount.unit not in COUNTED or whole.definite or due)
    ):
        return
    parts = [one for one in following if is_one_thing(one, whole) and one.value > 1 and not _is_ordinal(one)]
    sums = [sum(one.value for one in parts[: place + 1]) for place in range(1, len(parts))]
    if any(comes_to(one, whole.amount, whole.value) for one in sums):
        return  # what follows is of something else
    if parts and parts[0].at == whole.at and all(is_share(one.dated, one.amount) for one in (whole, parts[0])):
        return  # "Kredinin 400 lirası …, 300 lirası …, kalan 200 lirası": of one whole told before
    end = next((place for place, one in enumerate(parts) if place and _closes(one)), None)
    owed = (
        whole.head
        or _BOUGHT.match(whole.behind_word)
        or whole.is_price
        or due
        or _OWED.search(" ".join(whole.led))
        or _OWED.match(whole.behind.lstrip())
        or says(" ".join(whole.led), "total")
    )
    if end is not None and owed and hang_together(parts[: end + 1]):
        yield from _paid_off(whole, parts[: end + 1])
        return
    shares = list(takewhile(lambda one: one.at == parts[0].at and is_share(one.dated, one.amount), parts))
    if owed and len(shares) > 1 and shares[0].at == whole.at + 1 and _OF_IT.search(" ".join(shares[0].led)):
        yield from _too_many(whole, shares)
        return
    parts = list(takewhile(lambda one: not _BESIDES.search(f"{' '.join(one.led)} # {one.behind[:24]}"), parts))
    if _is_shared_out(whole, parts) and hang_together(parts):
        yield from _too_many(whole, parts)


def _too_many(whole: Strung, parts: Sequence[Strung]) -> Iterator[Finding]:
    """The finding that parts are somewhat more than the sum they are of, if they are."""
    total = sum(one.value for one in parts)
    if whole.value < total <= whole.value * _NEAR and max(one.value for one in parts) < whole.value:
        yield misfit(whole.dated, "sum-part", whole.amount, [one.amount for one in parts], total)


def _is_ordinal(one: Strung) -> bool:
    """Whether a bare figure numbers or dates something: "1. ve 2. bölük", "1927"."""
    figure = one.amount.text.isdigit()
    return figure and (one.behind[:2] == ". " or _YEAR.fullmatch(one.amount.text) is not None)


def _closes(one: Strung) -> bool:
    if _LAST.search(" ".join(one.led)) or _CLOSED.search(re.split(r"[.;:]", one.behind)[0]):
        return True
    sentences, dated = one.dated.sentences, one.dated
    behind = sentences[one.at + 1] if one.at + 1 < len(sentences) else None
    bare = behind is not None and not dated.amounts_in(Span(one.amount.span.end, behind.end))
    return bare and behind is not None and _SETTLED.search(dated.folded, behind.start, behind.end) is not None


def _paid_off(whole: Strung, parts: Sequence[Strung]) -> Iterator[Finding]:
    """Parts told one after the other, the last of them called so, against the sum that they pay off."""
    dated = whole.dated
    said = dated.folded[whole.amount.span.end : dated.sentences[parts[-1].at].end]
    if not _GOES_ON.search(said) or is_later(" ".join(whole.led)):
        return
    values = [one.value for one in parts]
    again = _AS_MUCH.search(said)
    if again is not None:
        before = [one for one in parts if one.amount.span.end <= whole.amount.span.end + again.start()]
        values += [before[-1].value] if before else []
    total = sum(values)
    if not whole.value / _NEAR <= total <= whole.value * _NEAR or max(values) >= whole.value:
        return
    if has_unread(dated, Span(whole.amount.span.end, parts[-1].amount.span.start)):
        return
    some = (few for size in range(2, len(values)) for few in combinations(values, size))
    if comes_to(total, whole.amount, whole.value) or any(comes_to(sum(few), whole.amount, whole.value) for few in some):
        return
    yield misfit(dated, "sum-total", whole.amount, [one.amount for one in parts], total)


def _is_shared_out(whole: Strung, parts: Sequence[Strung]) -> bool:
    """Whether a verb of dividing stands by the whole or the parts, and each part has who got it."""
    if not parts or not (whole.head or whole.definite):
        return False
    sentences, folded = whole.dated.sentences, whole.dated.folded
    said = folded[whole.amount.span.end : sentences[parts[-1].at].end]
    return _SHARED.search(said) is not None
