"""Treaties that are congratulated on before they were signed.

Comes in: one page. Goes out: findings. A greeting on a peace or treaty, called by its name or by the place of its
signing ("Lozan'da imzalanan sulhu tebrik ederiz"), bears the day of its sentence, its quotation or the paper that the
sentence goes on about. Delegates agree before they sign, and the news goes ahead of the pen: two weeks are no fault.
Battles that are hailed are read in ``chronology``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.compare.dates import bounds, days_between
from tanik.compare.dating import Dated
from tanik.compare.early import early
from tanik.compare.known import Deed, deeds
from tanik.compare.later import TREATIES, is_unsigned
from tanik.compare.letters import paper_day
from tanik.compare.model import Finding
from tanik.compare.wordings import says
from tanik.core.fold import fold
from tanik.core.span import Span
from tanik.facts.model import DateMention

__all__ = ["check_hailed"]

_NEWS: Final = 14  # days
_SIGNED: Final = (
    r"['’]?[dt][ae] (?:imzalanan|akdedilen|akdolunan|imza edilen|baglanan) (?:[^\W\d]+ )?"
    r"(?:sulh|baris|muahede|antlasma|anlasma|mukavele)"
)
_STYLE: Final = re.compile(r" (?:antlasmasi|anlasmasi|muahedesi|mutarekesi|barisi)$")


def check_hailed(dated: Dated) -> Iterator[Finding]:
    """The findings about treaties hailed before their day on one page."""
    for sentence in dated.sentences:
        folded = dated.folded[sentence.start : sentence.end]
        if not says(folded, "hailed_peace") or says(folded, "not_yet"):
            continue
        date = _day(dated, sentence)
        when = bounds(date.edtf) if date is not None else None
        for span, deed in _named(dated, sentence) if when is not None else ():
            signed = bounds(deed.begin)
            far = when is not None and signed is not None and days_between(when[1], signed[0]) > _NEWS
            if date is not None and far and is_unsigned(date.edtf, deed):
                yield early(dated, (span, sentence), date, "treaty-too-early", deed.known)


def _day(dated: Dated, sentence: Span) -> DateMention | None:
    dates = dated.dates_in(sentence)
    if dates:
        return dates[0] if len({one.edtf for one in dates}) == 1 else None
    return paper_day(dated, sentence)


def _named(dated: Dated, sentence: Span) -> Iterator[tuple[Span, Deed]]:
    """The treaties that a sentence names, each once: by a form of its name, or by where it was signed."""
    seen: set[str] = set()
    for pattern, deed in _patterns():
        found = pattern.search(dated.folded, sentence.start, sentence.end)
        if found is not None and deed.name not in seen:
            seen.add(deed.name)
            yield Span(found.start(), found.end()), deed


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Deed], ...]:
    """What to look for, the first treaty of a place before later ones: before it was signed none of them was."""
    told = []
    for deed in sorted(deeds(*TREATIES), key=lambda one: one.begin):
        forms = "|".join(re.escape(form) for form in sorted(deed.forms, key=len, reverse=True))
        place = _STYLE.sub("", fold(deed.name))
        signed = rf"|{re.escape(place)}{_SIGNED}" if len(place.split()) == 1 and place != fold(deed.name) else ""
        told.append((re.compile(rf"\b(?:(?:{forms}){signed})"), deed))
    return tuple(told)
