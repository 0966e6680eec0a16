"""Findings about portions: shares of one whole that are together more than it, in percent, fractions or numbers.

Comes in: one page. Goes out: findings. Shares may overlap ("yüzde 60'ı kadın, yüzde 50'si evli"), so they are added
up only where one frame holds them apart: each goes to, comes from or is had by somebody else (one case for all, or
one verb for all), or each is another calling, side or end (``apart`` in ``data/reckonings.toml``), or each stands
behind the name of its thing with nothing else ("buğday %55, arpa %30").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.divided import head_of, is_bare_noun
from tanik.compare.model import Finding, Place
from tanik.compare.reckoning import ALL, comes_to, is_plain, misfit, percents, too_many
from tanik.compare.sums import alike
from tanik.compare.wordings import pattern_of, says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import Amount

__all__ = ["check_portions"]

_HALF: Final = re.compile(r"\b(?:yarisi(?:ni|na)?|half(?: of)?)\b")
_LABELLED: Final = re.compile(r"(?:^|[:,;] |\bve |\band )(?:[^\W\d]+ ){0,3}[^\W\d]+:? ?$")
_NAMED: Final = re.compile(r"\b\w{2,}(?:['’]?[iu]n|nin|nun) (?:pay[iı]|hissesi|orani)\W*$")
_ENDING: Final = re.compile(
    r"^['’]?(?P<share>\w{0,5}) (?:d[ae] |ise )?(?:[^\s,.;]+ ){0,3}?[^\s,.;]{2,}?"
    r"(?P<case>['’]?(?:[dt][ae]n|[dt][ae]|y?[ae]))(?=[ ,.;]|$)"
)
_ACCUSATIVE: Final = re.compile(r"^['’]?(?:s?[iu])?n[iu]\b")
# "yollara yüzde 40, okullara yüzde 35 ayrıldı": each to somebody else, by the dative before it.
_TO_EACH: Final = re.compile(r"\b([^\W\d]{3,}[ae])(?: (?:da|de|ise))? $")
_DEALT: Final = re.compile(
    r"\b(?:ayr[iu]l\w+|ayir\w+|veril\w+|ver(?:di|mis)\w*|harca\w+|dagit\w+|git(?:ti|mis)|tahsis\w*)"
)
_ONE_NAME: Final = re.compile(r"^['’]?\w{0,4} [^\W\d]+(?: (?:imis|idi|id[iu]ler))?\W*$")
_TO_ENGLISH: Final = re.compile(r"\b(?:to|from|in|for|by)\b")
_WHOLE: Final = re.compile(r"^(?:['’]?n?[iu]n|l[iu]k [^\s,.;\d]+[iu]n)\b")
_TWO: Final = 2


def check_portions(dated: Dated) -> Iterator[Finding]:
    """The findings about portions on one page."""
    for sentence in dated.sentences:
        around = dated.folded[sentence.start : sentence.end]
        if says(around, "not_parts"):
            continue
        everything = dated.amounts_in(sentence)
        shares = percents(everything)
        if len(shares) > 1 and len(shares) == len(everything):
            yield from _of_a_hundred(dated, shares, 50 if _HALF.search(around) else 0, sentence)
        yield from _of_a_number(dated, [one for one in everything if is_plain(one)], sentence.end)


def _of_a_hundred(dated: Dated, shares: Sequence[Amount], half: int, around: Span) -> Iterator[Finding]:
    begin, end = around.start, around.end
    reckoned = sum(one.value for one in shares) + half
    if reckoned <= ALL + len(shares) or (len(shares) + bool(half)) < 3 or max(one.value for one in shares) >= ALL:
        return
    if _are_apart(dated, shares, end):
        found = misfit(dated, "sum-hundred", shares[-1], shares, reckoned)
        halves = _HALF.finditer(dated.folded, begin, end) if half else ()
        told = {Place(dated.page.id, Span(one.start(), one.end())) for one in halves}
        yield replace(found, places=tuple(sorted({*found.places, *told})))


def _are_apart(dated: Dated, shares: Sequence[Amount], end: int) -> bool:
    """Whether one frame holds the shares apart from one another."""
    behind = [_behind(dated, one, two, end) for one, two in zip(shares, [*shares[1:], None], strict=True)]
    before = [dated.folded[max(0, one.span.start - 40) : one.span.start] for one in shares]
    owners = {one.of for one in shares[1:] if one.of is not None} - {shares[0].of}
    if owners and not all(_NAMED.search(told) for told in before):  # "buğdayın yüzde 50'si, arpanın yüzde 25'i"
        return False
    if all(_NAMED.search(told) for told in before) or (
        all(_LABELLED.search(told) for told in before[1:])
        and not any(re.search(r"\w{3,}", told) for told in behind[-1:])
    ):
        return True
    if _are_of_peoples(behind) or all(says(f"{told} ", "votes") for told in behind) or _are_goods(dated, shares, end):
        return True
    if all(_ACCUSATIVE.match(told) for told in behind) or _are_dealt(before, behind[-1]):
        return True
    english = [_TO_ENGLISH.search(told) for told in behind]
    if all(english):
        return len({found[0] for found in english if found is not None}) == 1
    return bool(set.intersection(*map(_cases, behind)))


def _are_of_peoples(behind: Sequence[str]) -> bool:
    """Whether each share is of another calling, side or people; one of them may be of a name that is not known.

    "%88'i Rum, %9'u Müslüman, %7'si Levanten": one name behind each, and what most of them are nobody is twice.
    """
    known = sum(pattern_of("apart").search(told) is not None for told in behind)
    one_more = known > 1 and len(behind) - known == 1 and all(map(_ONE_NAME.match, behind))
    return known == len(behind) or one_more


def _are_dealt(before: Sequence[str], last: str) -> bool:
    """Whether each share is given to somebody or something else."""
    to = [_TO_EACH.search(told) for told in before]
    return all(to) and len({one[1] for one in to if one is not None}) == len(to) and _DEALT.search(last) is not None


def _are_goods(dated: Dated, shares: Sequence[Amount], end: int) -> bool:
    """Whether a mass is parted into what it is made of, a noun each: "ihracatın yüzde 45'i tütün, yüzde 30'u üzüm"."""
    ends = [*(one.span.start for one in shares[1:]), end]
    heads = [head_of(dated.page.text[one.span.end : stop]) for one, stop in zip(shares, ends, strict=True)]
    mass = pattern_of("mass").match(fold(shares[0].of or "")) is not None
    return mass and len(set(heads)) == len(heads) and all(map(is_bare_noun, heads))


def _behind(dated: Dated, one: Amount, two: Amount | None, end: int) -> str:
    return dated.folded[one.span.end : two.span.start if two is not None else end].split(",")[0]


def _cases(behind: str) -> set[str]:
    """The cases that the first noun behind a share may have: "sıhhate" is a dative, and has the look of a locative."""
    found = _ENDING.match(behind)
    if found is None:
        return set()
    bare = found["case"].lstrip("'’")
    if bare.endswith("n"):
        return {"from"}
    return {"in", "to"} if len(bare) > 1 and bare[0] == "t" else {"in"} if len(bare) > 1 and bare[0] == "d" else {"to"}


def _of_a_number(dated: Dated, here: Sequence[Amount], end: int) -> Iterator[Finding]:
    """ "900 liralık mirasın 500 lirası oğula, 450 lirası kıza kaldı": a number, its genitive, and all that is of it."""
    for at, whole in enumerate(here):
        parts = list(here[at + 1 :])
        if len(parts) < _TWO or not _WHOLE.match(dated.folded[whole.span.end : whole.span.end + 40]):
            continue
        fits = all(alike(one, whole) for one in parts)
        close = all("." not in dated.between(one, two) for one, two in pairwise([whole, *parts]))
        if fits and close and _are_apart(dated, parts, end) and not comes_to(parts[-1].value, whole, whole.value):
            yield from too_many(dated, whole, parts)
        return
