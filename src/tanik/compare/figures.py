"""Findings about figures: days that no calendar has, numbers that cannot be read, parts that do not make the total.

Comes in: one page. Goes out: findings. Sums are reckoned only where the page itself says that a number is a total
("toplam", "yekûn") or that one is part of another ("bunun 35 sandığı"), all in one unit and none of them rounded: a
sum that a reader has to guess is no contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from tanik.compare.model import Examined, Finding, FindingKind, Place
from tanik.core.fold import fold
from tanik.core.sentence import sentences
from tanik.core.span import Span
from tanik.facts.model import Amount, Bound

__all__ = ["check_figures"]

_TOTAL: Final = re.compile(r"\b(?:toplam(?:i|da|lari)?|yekun(?:u)?|ceman|toptan|total(?: of)?|in all|cemi)\b[\s:]*$")
_PART: Final = re.compile(r"\b(?:bunun|bunlarin|of this|of these|bunlardan|onun)\b[^.;]{0,12}$")
_TIMES: Final = frozenset(("year", "month", "day", "hour", "percent"))
_ROUNDING: Final = 0.005
_LISTED: Final = re.compile(r"^[^.;:]{0,40}?(?:,| ve | ile | and )[^.;:]{0,30}$")


def check_figures(page: Examined) -> Iterator[Finding]:
    """The findings about one page's dates, numbers and sums."""
    for date in page.facts.dates:
        if date.problem is not None:
            yield Finding(
                FindingKind.IMPOSSIBLE_DATE,
                (Place(page.id, date.span),),
                "date-impossible" if date.edtf is None else "date-doubtful",
                (("text", date.text), ("problem", date.problem)),
                (("rule", date.rule),),
            )
    for amount in page.facts.amounts:
        if amount.problem is not None:
            yield Finding(
                FindingKind.MALFORMED_NUMBER,
                (Place(page.id, amount.span),),
                "number-malformed",
                (("text", amount.text), ("problem", amount.problem)),
                (("rule", amount.rule),),
            )
    yield from _sums(page)


def _sums(page: Examined) -> Iterator[Finding]:
    """Totals that their parts do not make, and parts greater than their whole."""
    amounts = [amount for amount in page.facts.amounts if _is_plain(amount)]
    for span in page.body or (Span(0, len(page.text)),):
        before: list[Amount] = []
        for sentence in sentences(page.text, span):
            here = [amount for amount in amounts if sentence.contains(amount.span)]
            yield from _total(page, here)
            yield from _too_great(page, before, here)
            before = here


def _is_plain(amount: Amount) -> bool:
    exact = amount.bound is Bound.EXACT and amount.value_max is None and amount.problem is None
    return exact and amount.unit not in _TIMES


def _total(page: Examined, here: Sequence[Amount]) -> Iterator[Finding]:
    """A number called the total, right after a list of at least two of its unit in the same sentence."""
    folded = fold(page.text)
    for place, total in enumerate(here):
        if not _TOTAL.search(folded[max(0, total.span.start - 20) : total.span.start]):
            continue
        parts = [amount for amount in here[:place] if _alike(amount, total)]
        between = [folded[one.span.end : two.span.start] for one, two in pairwise(parts)]
        if len(parts) < 2 or len(parts) != place or not all(_LISTED.match(text) for text in between):
            continue
        reckoned = sum(part.value for part in parts)
        if abs(reckoned - total.value) > _ROUNDING * max(total.value, 1):
            yield _misfit(page, "sum-total", total, parts, reckoned)


def _alike(part: Amount, total: Amount) -> bool:
    """Whether two amounts are of one unit and, as far as said, of one thing."""
    return part.unit == total.unit and (part.of is None or total.of is None or fold(part.of) == fold(total.of))


def _too_great(page: Examined, before: Sequence[Amount], here: Sequence[Amount]) -> Iterator[Finding]:
    """A part ("bunun …") greater than the one amount of its unit in the sentence before."""
    folded = fold(page.text)
    for part in here:
        if not _PART.search(folded[max(0, part.span.start - 30) : part.span.start]):
            continue
        wholes = [amount for amount in before if _alike(amount, part)]
        if len(wholes) == 1 and len(before) == 1 and part.value > wholes[0].value:
            yield _misfit(page, "sum-part", wholes[0], [part], part.value)


def _misfit(page: Examined, rule: str, total: Amount, parts: Sequence[Amount], reckoned: float) -> Finding:
    return Finding(
        FindingKind.ARITHMETIC,
        tuple(Place(page.id, amount.span) for amount in sorted((*parts, total), key=lambda amount: amount.span)),
        rule,
        (
            ("total", total.text),
            ("parts", " + ".join(part.text for part in parts)),
            ("reckoned", f"{reckoned:g}"),
            ("unit", total.unit),
        ),
        (("stated", f"{total.value:g}"), ("reckoned", f"{reckoned:g}")),
    )
