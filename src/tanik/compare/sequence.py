"""Findings about two days of one page in the wrong order: an answer before its letter, an arrival before the departure.

Comes in: one page. Goes out: findings. Two days stand one after the other in a sentence or in two that follow each
other, with no third between them. What stands about the first tells that something was sent or that somebody left
(classes `missive` and `leaves` of ``data/papers.toml``), what stands behind the second that it was answered or that
they came (`answers`, `arrives`), and yet the second day is the earlier one. A pluperfect goes back in time by itself
("varmıştı"; Göksel & Kerslake 2005, 21.4.1), and who is named anew behind the first day came for himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from tanik.compare.dates import days_between, is_day
from tanik.compare.dating import Dated
from tanik.compare.model import Finding, FindingKind, Place
from tanik.compare.wordings import pattern_of, says
from tanik.core.span import Span
from tanik.facts.model import Basis, DateMention, NameKind

__all__ = ["check_sequence"]

_ROOM: Final = 160  # characters between the two days
_APART: Final = 90  # days: more is no slip of a day or a month, but another story
_BACK: Final = re.compile(
    r"[^\W\d]m[iu]st[iu]\b|\b(?:once\w*|evvel\w*|onceki|eski\w*|donus\w*|baska\w*|diger\w*|obur\w*|ikinci\w*|ilk|had|before|earlier"
    r"|another|other|oysa|yanlis\w*|imkansiz\w*|olamaz\w*|celiski\w*|tutarsiz\w*)\b"
)
_OTHERS: Final = re.compile(r"[^\W\d]{3,}[ae]n |[^\W\d]{3,}l[ae]r\b")  # a doer of its own: "terhis edilen erler"
_GIVEN: Final = re.compile(
    r"(?:[dt][iu][gk][iu]\w*|[^\W\d]{3,}[ae]n) (?:bir )?(?:cevap|cevab|yanit)"
)  # "verdiği cevabı"
# in brackets behind whose they are, which one hardly does with anything but a life, a reign or a term
_YEARS: Final = re.compile(r"(?<=[^\W\d_] )\((\d{4})(?:, [^()\d\n]{2,25}?)?\s?[-–—]\s?(\d{4})(?:, [^()\d\n]{2,25})?\)")
_BEFORE_CHRIST: Final = re.compile(r"\b(?:mo|m o|milattan once|bc|bce|e e|eramizdan evvel)\b")
# Whose years are told before Christ with or without a mark: "Şuppiluliuma (1344-1322)".
_ANCIENT: Final = re.compile(
    r"\b(?:hitit|hatti\b|asur|babil|sumer(?!bank)|akad(?:lar)?\b|firavun|misir kral|urartu|mitanni|elam\b|luvi"
    r"|hittite|assyria|babylon|pharaoh|antik|arkeolo|hoyu[kg])"
)
_ERA: Final = 16  # letters about years in which it is told of what era they are
_LIFE: Final = 120  # years
_WAYS: Final = (("leaves", "arrives", "arrival-before-departure"), ("missive", "answers", "answer-before-letter"))


def check_sequence(dated: Dated) -> Iterator[Finding]:
    """The findings about pairs of days of one page that cannot have followed each other as they are told.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_sequence(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    yield from _backwards(dated)
    days = sorted((one for one in dated.page.facts.dates if _is_own(one)), key=lambda one: one.span.start)
    for one, other in pairwise(days):
        apart = days_between(other.edtf or "", one.edtf or "") if one.span.end < other.span.start else 0
        if 0 < apart <= _APART and other.span.start - one.span.end <= _ROOM:
            yield from _misordered(dated, one, other)


def _backwards(dated: Dated) -> Iterator[Finding]:
    """Years of a life or a reign that end before they begin: "Rıza Efendi (1894-1871)"."""
    for found in _YEARS.finditer(dated.page.text):
        first, last = int(found[1]), int(found[2])
        before = dated.folded[max(0, found.start() - _ERA) : found.end() + _ERA]
        if (
            last < first
            and not _ANCIENT.search(dated.folded)
            and not _BEFORE_CHRIST.search(before)
            and first - last < _LIFE
        ):
            details = (("from", found[1]), ("to", found[2]))
            place = (Place(dated.page.id, Span(found.start(1), found.end(2))),)
            yield Finding(FindingKind.IMPOSSIBLE_DATE, place, "years-backwards", details)


def _is_own(date: DateMention) -> bool:
    """Whether a day is written out: one that was only counted on from another proves nothing about it."""
    sure = is_day(date.edtf) and not {"/", "~"} & set(date.edtf or "")
    return sure and date.basis is not Basis.RELATIVE and not date.problem


def _misordered(dated: Dated, one: DateMention, other: DateMention) -> Iterator[Finding]:
    first, second = dated.sentence(one.span), dated.sentence(other.span)
    if first is None or second is None or (not -1 <= second.start - first.end <= 2 and first != second):
        return
    if dated.quotation_at(one.span) is not None or any(
        one.span.end <= date.span.start < other.span.start for date in dated.dates_in(Span(first.start, second.end))
    ):
        return
    lead = dated.folded[first.start : other.span.start]
    told = dated.folded[max(second.start, one.span.end) : second.end]
    behind = dated.folded[other.span.end : second.end]
    if _BACK.search(dated.folded, one.span.end, second.end) or _is_another(dated, one, other, second):
        return
    for sent, came, rule in _WAYS:
        verb = pattern_of(came).search(told)
        if says(lead, sent) and verb is not None and not says(dated.folded[first.start : one.span.end], came):
            if sent == "leaves" and _OTHERS.search(behind[: max(0, verb.start() - len(told) + len(behind))]):
                continue
            if came == "answers" and _GIVEN.search(behind[: max(0, verb.end() - len(told) + len(behind))]):
                continue
            if says(behind, sent):  # of what the second day is the day of: "2 Haziran 1919 tarihli notaya cevaptı"
                continue
            details = (("earlier", other.edtf or "?"), ("later", one.edtf or "?"))
            yield Finding(FindingKind.CONFLICT, dated.places((first, second)), rule, details)
            return


def _is_another(dated: Dated, one: DateMention, other: DateMention, second: Span) -> bool:
    """Whether somebody is named between the days or behind the second: his coming is not that of who left."""
    named = dated.names_in(Span(one.span.end, second.end))
    return any(name.kind is NameKind.PERSON for name in named) or ";" in dated.folded[one.span.end : other.span.start]
