"""A finding of words before their time, and how sure a date must be to lie before what is known.

Comes in: the stretches, the day, and the fact that they are older than. Goes out: findings, and whether a day is surely
before another. What nobody looked up has a margin of years, for the table may be late by so much.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from tanik.compare.dates import bounds
from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind, Place
from tanik.core.span import Span
from tanik.facts.model import DateMention

__all__ = ["DEALINGS", "Fact", "early", "is_before", "is_corrected", "is_surely_before", "mentions"]

Fact = tuple[str, str, str]
"""What is known: its name, since when that was (EDTF), and the source."""

_Known = TypeVar("_Known")

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
_BEHIND: Final = 160  # characters behind a sentence in which a page may correct what it tells
_UNSURE: Final = 2  # years: of the foundings and terms that were looked up, several were one or two years too late


def is_before(when: str | None, since: str) -> bool:
    """Whether a date is certainly before the earliest day that `since` can mean."""
    day, first = bounds(when), bounds(since)
    return day is not None and first is not None and day[1] < first[0]


def is_surely_before(when: str | None, since: str, *, checked: bool, unsure: int = _UNSURE) -> bool:
    """Whether a date is before `since`, and where nobody looked that up, by more than `unsure` years.

    0 is the year before: of days of signing, which were found to be off by days, not by years.
    """
    if checked:
        return is_before(when, since)
    day, first = bounds(when), bounds(since)
    return day is not None and first is not None and int(day[1][:4]) + unsure < int(first[0][:4])


def is_corrected(dated: Dated, span: Span, day: DateMention, known: str) -> bool:
    """Whether the page gives the year that is known, in the sentence or right behind it: it corrects the claim."""
    around, year = dated.sentence(span) or span, known[:4]
    told = re.search(rf"(?<!\d){year}(?!\d)", dated.folded[around.start : around.end + _BEHIND])
    return told is not None and not (day.edtf or "").startswith(year)


def mentions(dated: Dated, around: Span, forms: Iterable[tuple[str, _Known]]) -> Iterator[tuple[Span, _Known]]:
    """What a sentence names, at the beginning of a word: `forms` are folded, and none within an earlier one counts."""
    folded, seen = dated.folded[around.start : around.end], list[Span]()
    for form, known in forms:
        at = folded.find(form)
        if at < 0 or (at and folded[at - 1].isalnum()):
            continue
        span = Span(around.start + at, around.start + at + len(form))
        if not any(one.overlaps(span) for one in seen):
            seen.append(span)
            yield span, known


def early(
    dated: Dated,
    spans: tuple[Span, ...],
    day: DateMention,
    rule: str,
    fact: Fact,
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
