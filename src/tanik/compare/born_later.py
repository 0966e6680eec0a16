"""Deeds of somebody in a year before that in which the same sentence has them born.

Comes in: one page. Goes out: findings. ``chronology`` knows births from the table of people; "1893 doğumlu Rıza Bey,
1890'da mezun oldu" tells one itself. The sentence must name nobody else and nobody's kin, for those may be older.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tanik.compare.ages import kin, my_kin
from tanik.compare.dates import bounds
from tanik.compare.dating import Dated
from tanik.compare.lifetimes import is_birth
from tanik.compare.model import Finding, FindingKind
from tanik.compare.wordings import says
from tanik.core.span import Span
from tanik.facts.model import DateMention, Modality, NameKind, Polarity, Statement

__all__ = ["check_born_later"]

_THE_PAGE: Final = "bu sayfanın kendisi / the page itself"
# Behind a date, nothing that a participle tells of another thing: "1890'da kurulan okul" (Göksel & Kerslake 2005, 25).
_ONLY: Final = re.compile(r"(?:(?!\w{2,}(?:(?<![dt])[ae]n|[dt][iu][gk]\w*)\b)[^\s.;]+ ?)*")


def check_born_later(dated: Dated) -> Iterator[Finding]:
    """The findings about deeds before a birth that their own sentence tells.

    >>> from tanik.compare.model import Examined
    >>> from tanik.facts.model import Facts
    >>> from tanik.page.model import Page, Source
    >>> list(check_born_later(Dated(Examined(Page("p", Source("0", "text/plain"), "", ()), Facts()))))
    []
    """
    for sentence in dated.sentences if says(dated.folded, "birth") else ():
        dates = dated.dates_in(sentence)
        births = [one for one in dates if is_birth(dated, one)] if len(dates) > 1 else []
        people = {one.name for one in dated.names_in(sentence) if one.kind is NameKind.PERSON} if births else set()
        if len(births) != 1 or len(people) != 1 or _has_kin(dated, sentence):
            continue
        yield from _before(dated, sentence, births[0], next(iter(people)))


def _before(dated: Dated, sentence: Span, birth: DateMention, who: str) -> Iterator[Finding]:
    born = bounds(birth.edtf)
    for date in dated.dates_in(sentence):
        when = bounds(date.edtf) if date is not birth else None
        if when is None or born is None or not when[1][:4] < born[0][:4]:
            continue
        if any(_is_his_deed(dated, one, date, who) for one in dated.page.facts.statements):
            details = (("name", who), ("birth", birth.edtf or ""), ("when", date.edtf or "?"))
            places = dated.places((birth.span, date.span))
            yield Finding(FindingKind.ANACHRONISM, places, "deed-before-birth", details, (("source", _THE_PAGE),))
            return


def _is_his_deed(dated: Dated, one: Statement, date: DateMention, who: str) -> bool:
    """Whether a statement of a date has somebody do something, or come to an office, in the words behind the date."""
    plainly = one.polarity is Polarity.AFFIRMED and one.modality is Modality.ASSERTED
    doer = one.first("subject") or one.first("recipient")
    if not plainly or doer is None or doer.name != who or not one.span.contains(date.span) or one.action == "born":
        return False
    return _ONLY.fullmatch(dated.folded, date.span.end, one.span.end) is not None


def _has_kin(dated: Dated, sentence: Span) -> bool:
    told = dated.folded[sentence.start : sentence.end]
    return bool(set(re.findall(r"\w+", told)) & kin() or my_kin(told))
