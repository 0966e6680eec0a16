"""Findings about papers that bear a day: a later event that they speak of, a later name or surname that stands in them.

Comes in: one page. Goes out: findings. A sentence that speaks of a paper and has one date tells the paper's day. What
the paper speaks of (class `mentions` of ``data/papers.toml``) must have happened by then; what stands in it
literally, in quotation marks or as the bare name before "imzası", "adı", "damgası", must have been so called by then.
The writer's own later names ("Atatürk'ün 1921 tarihli mektubu") are common usage and no fault. Places have their days
in ``data/renamed.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.early import Fact, early, is_surely_before, mentions
from tanik.compare.known import dated_facts, deeds
from tanik.compare.later import later_than
from tanik.compare.model import Finding
from tanik.compare.wordings import pattern_of, says
from tanik.core.span import Span
from tanik.facts.model import DateMention

__all__ = ["check_papers", "literal_in", "named_later"]

_GIVEN: Final = frozenset(("surname-too-early", "place-too-early", "founding-too-early", "title-too-early"))
_EVENTS: Final = ("treaty", "armistice", "battle", "congress", "war", "law", "revolt", "declaration")
_QUOTED: Final = re.compile(r"[“\"«]([^”\"»\n]{3,80})[”\"»]|(?<!\w)['‘]([^'’‘\n]{3,60})['’](?!\w)")
_BARE: Final = re.compile(r"^ (?:imza\w*|adi\b|damga\w*|yazi(?:li|yor|yordu|lidir)\b|muhru|yazar\b|basligi)")
# Behind a date: of that day; before it: the paper, or the preposition of its day.
_OF_DAY: Final = re.compile(
    r"^ ?(?:['’]?\w{0,4})? ?(?:yili |senesi |il )?(?:tarihli|gunlu|tarihini|tarihiyle|damgali|baskili"
    r"|sayfa\w*|de verilen|dated"
    r"|(?:\w+ )?(?:verilen|(?:basi|dolduru|duzenle|vuru|tutu|yazi|kesi|dizi)[ln]\w+|(?:kaleme )?alin\w+))"
)
# What is "… tarihli" is a paper, also where its noun stands a sentence before:
# "Mektupları … En uzunu 3 Mart 1916 tarihli".
_DATED: Final = re.compile(r"\d['’]?\w{0,4} ?(?:yili |senesi )?(?:tarihli|gunlu)\b")
_LABEL: Final = re.compile(r"\b(?:tarihi?|gunu|date)[ :]{1,3}$")  # "tarih 9 Mart 1912"
_PAPER_OF: Final = re.compile(r"\b(?:of|dated|from) $")
# "kanundan önce", "kanun çıkmadan önce", "savaş bittikten sonra": when, and not what a paper speaks of (GK 26.3.16)
_AFTER: Final = re.compile(
    r"^\W?\w{0,6}\W? ?(?:(?:\w+ )?\w+(?:m[ae]d[ae]n|[dt][iu]kt[ae]n) )?(?:sonra|once|sirasinda|oncesi|evvel)\b(?!k)"
)
_HAILED: Final = re.compile(r"\b(?:kutl[au]|tebrik|congratulat|alkisl|senlik)")
_IN_NAMES: Final = frozenset(("founding-too-early", "title-too-early"))


@cache
def _events() -> tuple[tuple[str, tuple[Fact, bool]], ...]:
    """The folded names of events, the longest first, with what they are, since when, and whether that was looked up."""
    told = [
        (form, (deed.known, deed.checked)) for deed in deeds(*_EVENTS) for form in deed.forms if len(form.split()) > 1
    ]
    facts = dated_facts("event")
    told += [(form, (fact.known, True)) for fact in facts for form in fact.forms]
    return tuple(sorted(told, key=lambda one: -len(one[0])))


def check_papers(dated: Dated) -> Iterator[Finding]:
    """The findings about dated papers of which one page speaks."""
    for sentence in dated.sentences:
        folded = dated.folded[sentence.start : sentence.end]
        if not (says(folded, "paper") or _DATED.search(folded)) or says(folded, "doubted_paper"):
            continue
        dates = dated.dates_in(sentence)
        if says(folded, "kept_now") and not _bears(dated, sentence, dates):
            continue
        if len(dates) != 1 or not _is_its_day(dated, sentence, dates[0]):
            continue
        yield from _speaks_of(dated, sentence, dates[0])
        for span in literal_in(dated, sentence):
            yield from named_later(dated, span, sentence, dates[0])


def _is_its_day(dated: Dated, sentence: Span, date: DateMention) -> bool:
    """Whether the one date of a sentence is that of the paper: by the words beside it, or within its own words."""
    behind = dated.folded[date.span.end : sentence.end]
    before = dated.folded[sentence.start : date.span.start]
    if _OF_DAY.match(behind) or (_PAPER_OF.search(before) and says(before, "paper")):
        return True
    quoted = any(found.start() < date.span.start < found.end() for found in _in_marks(dated, sentence))
    labelled = _LABEL.search(before) is not None
    near = labelled or says(dated.folded[date.span.end : min(sentence.end, date.span.end + 40)], "paper")
    return quoted or near or says(before[-40:], "paper")


def _bears(dated: Dated, sentence: Span, dates: Sequence[DateMention]) -> bool:
    """Whether a date stands within the words in marks themselves: it is theirs, wherever they are kept today."""
    quoted = [one.span() for one in _in_marks(dated, sentence)]
    return all(any(start < one.span.start < end for start, end in quoted) for one in dates)


def _in_marks(dated: Dated, sentence: Span) -> Iterator[re.Match[str]]:
    return _QUOTED.finditer(dated.page.text, sentence.start, sentence.end)


def _speaks_of(dated: Dated, sentence: Span, date: DateMention) -> Iterator[Finding]:
    """Events later than the paper that is said to speak of them."""
    folded = dated.folded[sentence.start : sentence.end]
    if not says(folded, "mentions") or _HAILED.search(folded):  # a greeting is read with the battles (`chronology`)
        return
    for span, (fact, checked) in mentions(dated, sentence, _events()):
        before, behind = dated.folded[sentence.start : span.start], dated.folded[span.end : sentence.end]
        if _AFTER.match(behind) or not (says(behind, "mentions") or says(before, "mentions")):
            continue
        if is_surely_before(date.edtf, fact[1], checked=checked, unsure=0):
            yield early(dated, (span, sentence), date, "cites-later-event", fact)


def literal_in(dated: Dated, sentence: Span) -> Iterator[Span]:
    """The stretches that stand in a paper as they are: in quotation marks, or bare before "imzası", "adı", "yazılı"."""
    for found in _in_marks(dated, sentence):
        yield Span(*found.span(found.lastindex or 0))
    for name in dated.names_in(sentence):
        if _BARE.match(dated.folded[name.span.end : name.span.end + 20]):
            yield name.span


def named_later(dated: Dated, span: Span, sentence: Span, date: DateMention) -> Iterator[Finding]:
    """The surname and the place that stand in a paper and were given only later, each by its fullest wording."""
    folded = dated.folded[span.start : span.end]
    kept = pattern_of("keeper").search(dated.folded, sentence.start, sentence.end) is not None
    told: set[str] = set(_IN_NAMES) if kept else set()
    for form, rule, fact in sorted(later_than(date.edtf or ""), key=lambda one: -len(one[0])):
        found = re.search(rf"\b{re.escape(form)}", folded) if rule in _GIVEN - told and form in folded else None
        if found is not None:
            told.add(rule)
            begin = span.start + found.start()
            yield early(dated, (Span(begin, begin + len(form)), sentence), date, rule, fact)
