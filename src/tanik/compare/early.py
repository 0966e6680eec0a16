"""A finding of words before their time, and how sure a date must be to lie before what is known.

Comes in: the stretches, the day, and the fact that they are older than. Goes out: findings, and whether a day is surely
before another. What nobody looked up has a margin of years, for the table may be late by so much.
"""

from __future__ import annotations

from typing import Final

from tanik.compare.dates import bounds
from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind, Place
from tanik.core.span import Span
from tanik.facts.model import DateMention

__all__ = ["DEALINGS", "early", "is_before", "is_surely_before"]

DEALINGS: Final = frozenset(
    (
        "transfer",
        "promise",
        "request",
        "offer",
        "accept",
        "refuse",
        "say",
        "write",
        "sign",
        "order",
        "meet",
        "appoint",
        "dismiss",
        "use",
        "publish",
    )
)
_UNSURE: Final = 2  # years: of the foundings and terms that were looked up, several were one or two years too late


def is_before(day: DateMention, since: str) -> bool:
    """Whether a date is certainly before the earliest day that `since` can mean."""
    when, first = bounds(day.edtf), bounds(since)
    return when is not None and first is not None and when[1] < first[0]


def is_surely_before(day: DateMention, since: str, *, checked: bool, unsure: int = _UNSURE) -> bool:
    """Whether a date is before `since`, and where nobody looked that up, by more than `unsure` years.

    0 is the year before: of days of signing, which were found to be off by days, not by years.
    """
    if checked:
        return is_before(day, since)
    when, first = bounds(day.edtf), bounds(since)
    return when is not None and first is not None and int(when[1][:4]) + unsure < int(first[0][:4])


def early(
    dated: Dated,
    spans: tuple[Span, ...],
    day: DateMention,
    rule: str,
    fact: tuple[str, str, str],
    *more: tuple[str, str],
) -> Finding:
    """A finding on words that are older than what they name: its name, since when that was, and the source."""
    name, since, source = fact
    return Finding(
        FindingKind.ANACHRONISM,
        tuple(Place(dated.page.id, span) for span in dict.fromkeys((*spans, day.span))),
        rule,
        (("name", name), ("since", since), ("when", day.edtf or "?"), *more),
        (("source", source),),
    )
