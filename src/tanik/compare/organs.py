"""Findings about the branches, organs and papers of a body before there was the body.

Comes in: one page. Goes out: findings. ``engaged`` reads what a body itself does; here it stands in the genitive, and
what is told is told of something that only a body that is there can have (class `organ` of ``data/papers.toml``):
"Partinin köydeki ocağı 1921'de açıldı", "Ajansın 3 Şubat 1920 tarihli bülteninde". Which verb tells it does not
matter; the group of possessor and possessed does (Ergin, Türk Dil Bilgisi: iyelik grubu). The sentence has one date,
and no word by which the body is only called what it became (class `known_as`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tanik.compare.dating import Dated
from tanik.compare.early import early, is_corrected
from tanik.compare.known import body_of
from tanik.compare.later import is_long_after, is_long_before
from tanik.compare.model import Finding
from tanik.compare.wordings import pattern_of, says
from tanik.core.span import Span
from tanik.facts.model import NameKind, Polarity

__all__ = ["check_organs"]

_KINDS: Final = (NameKind.ORGANISATION, NameKind.PLACE)
_NEAR: Final = 8  # letters between a body and the date of what is its: "Cemiyeti'nin 1924'te topladığı kongre"
# Whoever is a body's by his calling, and the date of what he did: "Anadolu Ajansı muhabiri 1918'de …".
_ITS_MAN: Final = re.compile(
    r"^(?:['’]?n?[iu]n)? (?:\w+ )?(?:muhabir|mudur|memur|temsilci|gorevli|baskan|uye|subay|ogretmen|asker)l?\w*,? "
    r"(?:\d{1,2} \w+ |\w+ )?\d{4}['’]?(?:[dt][ae]\b| (?:yil|tarih|gun|sene|yaz|kis|bahar|guz))"
)
_OF_THE: Final = 40  # letters before a name in which English has what is of it


@cache
def _its_organ() -> re.Pattern[str]:
    """Behind a name: its genitive, up to four words, a date among them perhaps, and an organ of it."""
    genitive = r"^(?:[iu]?['’]?n?[iu]n|['’]s) "
    return re.compile(rf"{genitive}(?:[^\s.,;:]+ ){{0,6}}?{pattern_of('organ').pattern}\w*")


@cache
def _organ_of() -> re.Pattern[str]:
    """Before a name, in English: an organ and "of"."""
    return re.compile(rf"{pattern_of('organ').pattern}\w* of (?:the )?$")


def check_organs(dated: Dated) -> Iterator[Finding]:
    """The findings about what belongs to bodies that were founded only later.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_organs(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    for name in dated.page.facts.names:
        body = body_of(name) if name.kind in _KINDS else None
        around = dated.sentence(name.span) if body is not None else None
        if body is None or around is None or dated.quotation_at(name.span) is not None:
            continue
        dates = dated.dates_in(around)
        if len({one.edtf for one in dates}) != 1 or not _has(dated, name.span, around):
            continue
        if is_long_before(dates[0].edtf, body) and not is_corrected(dated, around, dates[0], body.founded):
            yield early(dated, (name.span, around), dates[0], "body-too-early", body.known)
        within = name.span.end < dates[0].span.start < name.span.end + _NEAR
        if within and is_long_after(dates[0].edtf, body) and not is_corrected(dated, around, dates[0], body.ended):
            gone = (body.name, body.ended, body.source)
            yield early(dated, (name.span, around), dates[0], "body-too-late", gone)


def _has(dated: Dated, name: Span, around: Span) -> bool:
    """Whether an organ of a body is told of, and nothing by which the body is only called what it became."""
    behind = _its_organ().match(dated.folded[name.end : around.end])
    behind = behind or _ITS_MAN.match(dated.folded[name.end : around.end])
    before = _organ_of().search(dated.folded[max(around.start, name.start - _OF_THE) : name.start])
    if (behind is None and before is None) or says(dated.folded[around.start : around.end], "known_as"):
        return False
    told = (one for one in dated.page.facts.statements if around.contains(one.span))
    return not any(one.polarity is Polarity.DENIED and one.span.contains(name) for one in told)
